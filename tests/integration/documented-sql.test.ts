/** The SQL that the documents tell an operator to run is run, each statement as it stands there. */
import type pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { GUIDE, readDocument } from '../support/readme.ts';

const pages = ['docs/operations.md', 'docs/upgrade.md', ...GUIDE].map(readDocument).join('\n');
const SQL = /^(?:select|insert|update|delete|revoke|alter|with) /;
const PLACEHOLDER = /'<(?:run|organization) id>'/g;

const statements = [
  ...[...pages.matchAll(/^ *```sql\n([\s\S]*?)```/gm)].flatMap(([, block]) => block!.split(/;$/m)),
  ...[...pages.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!),
].map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => SQL.test(text));

const database = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = await database.session();
});

it('has the statements that an operator needs', () => {
  expect(statements.length).toBeGreaterThanOrEqual(20);
});

it.each(statements)('%s', async (sql) => {
  await client.query('begin');
  try {
    await client.query(sql.replaceAll(PLACEHOLDER, `'${crypto.randomUUID()}'`));
  } finally {
    await client.query('rollback');
  }
});
