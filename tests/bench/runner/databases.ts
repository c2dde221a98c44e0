/** Databases of their own for what is measured, each new: nobody pays for what another one left behind. */
import pg from 'pg';
import type { z } from 'zod';
import { prepareDatabase } from '../../../local/database.ts';
import type { Database } from '../../../shared/database/port.ts';
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

/** The product's functions over a plain SQL connection, without the API's trip. */
export function overSql(client: pg.Client): Database {
  return {
    async call<T>(name: string, args: Readonly<Record<string, unknown>>, schema: z.ZodType<T>) {
      const list = Object.keys(args).map((key, i) => `${key} => $${i + 1}`).join(', ');
      const values = Object.values(args).map((value) =>
        typeof value === 'object' && value !== null && !isIdList(value) ? JSON.stringify(value) : value
      );
      const { rows } = await client.query(`select public.${name}(${list}) as answer`, values);
      return schema.parse(rows[0].answer);
    },
  };
}

/** Lists of ids are arrays to Postgres, everything else that has a structure is jsonb. */
function isIdList(value: object): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}
