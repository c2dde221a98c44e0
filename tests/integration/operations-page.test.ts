/** The SQL that docs/operations.md tells an operator to run is run, each statement as it stands there. */
import type pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { readDocument } from '../support/readme.ts';

const page = readDocument('docs/operations.md');
const SQL = /^(?:select|update|delete|revoke|alter) /;
/** pg_net's own, which the emulation does not have, and its extensions, which are there already. */
const isOurs = (sql: string) => !sql.startsWith('select net.');

const statements = [
  ...[...page.matchAll(/^ *```sql\n([\s\S]*?)```/gm)].flatMap(([, block]) => block!.split(/;$/m)),
  ...[...page.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!),
].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => SQL.test(text) && isOurs(text));

const database = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = await database.session();
});

it('has the statements that an operator needs', () => {
  expect(statements.length).toBeGreaterThanOrEqual(10);
});

it.each(statements)('%s', async (sql) => {
  await client.query('begin');
  try {
    await client.query(sql.replaceAll(/'<run id>'/g, `'${crypto.randomUUID()}'`));
  } finally {
    await client.query('rollback');
  }
});
