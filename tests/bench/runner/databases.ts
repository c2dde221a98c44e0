/** Databases of their own for what is measured, each new: nobody pays for what another one left behind. */
import pg from 'pg';
import { prepareDatabase } from '../../../local/database.ts';
import { type BenchStack, withStack } from './stack.ts';

export interface BenchDatabase {
  readonly url: string;
  readonly client: pg.Client;
}

export interface Databases extends BenchStack {
  /** Runs `work` on a database with the product's schema and nothing else in it, which is gone afterwards. */
  withDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T>;
}

const TEMPLATE = 'bench_template';

/** On the embedded server, as the product sets it up. */
export async function withDatabases<T>(work: (databases: Databases) => Promise<T>): Promise<T> {
  return await withStack({ cron: false }, async (bench) => {
    const { admin, stack } = bench;
    const urlOf = (name: string) => Object.assign(new URL(stack.adminUrl), { pathname: `/${name}` }).href;
    await admin.query(`create database ${TEMPLATE}`);
    await prepareDatabase(urlOf(TEMPLATE));
    return await work({
      ...bench,
      async withDatabase(use) {
        const name = `bench_${crypto.randomUUID().replaceAll('-', '')}`;
        await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
        const client = new pg.Client({ connectionString: urlOf(name) });
        await client.connect();
        try {
          return await use({ url: urlOf(name), client });
        } finally {
          await client.end();
          await admin.query(`drop database ${name} with (force)`);
        }
      },
    });
  });
}
