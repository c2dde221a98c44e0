/** A database that is there already: brought up to date, or refused where it is another version's. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { prepareDatabase } from '../../local/database.ts';
import { TEMPLATE } from '../support/global-stack.ts';

const { adminUrl } = inject('stack');
const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;

async function query(database: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
beforeAll(() => query(adminUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`));
afterAll(() => query(adminUrl, `drop database ${name} with (force)`));

/** Runs `work` while the newest migration is recorded with other statements. */
async function recordedAs(statements: string, work: () => Promise<void>): Promise<void> {
  await query(url, 'create table kept as select * from supabase_migrations.schema_migrations');
  await query(
    url,
    `update supabase_migrations.schema_migrations m set statements = ${statements}
     where version = (select max(version) from kept)`,
  );
  await work();
  await query(
    url,
    `update supabase_migrations.schema_migrations m set statements = k.statements from kept k where k.version = m.version;
     drop table kept`,
  );
}

it('is left as it is where nothing has changed, whoever brought it up to date', async () => {
  await expect(prepareDatabase(url)).resolves.toBeUndefined();
  await recordedAs(`array['create', 'comment']`, () => expect(prepareDatabase(url)).resolves.toBeUndefined());
});

it.each([`array['what it was']`, 'null'])(
  'is refused, with a way out, where a migration was %s',
  (was) =>
    recordedAs(was, async () => {
      const refusal = /another version of bomstream \(.*sql has changed\).*--reset/;
      await expect(prepareDatabase(url)).rejects.toThrow(refusal);
    }),
);

/** Runs `work` while a migration is recorded that is not here. */
async function recordedToo(name: string, work: () => Promise<void>): Promise<void> {
  await query(
    url,
    `insert into supabase_migrations.schema_migrations values ('20261122000100', '{x}', '${name}')`,
  );
  await work();
  await query(url, `delete from supabase_migrations.schema_migrations where version = '20261122000100'`);
}

it.each(['private_schema', 'bomstream_99_0_0'])(
  'is refused, with a way out, where it has a migration of an older layout or a newer version: %s',
  (name) =>
    recordedToo(name, async () => {
      const refusal = new RegExp(`another version of bomstream \\(its migration ${name} is not in .*--reset`);
      await expect(prepareDatabase(url)).rejects.toThrow(refusal);
    }),
);

it('is brought up to date beside migrations that are not ours', () =>
  recordedToo('shop_orders', () => expect(prepareDatabase(url)).resolves.toBeUndefined()));

it('leaves what all databases of the server share as it is, whoever else is brought up to date meanwhile', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // a row that is written again is another version of it
    const written = async () =>
      (await client.query(`
        select 'setting' as what, setrole::regrole::text as of, xmin::text from pg_db_role_setting
        union all select 'role', rolname, xmin::text from pg_authid
        union all select 'membership', concat(member::regrole, ' in ', roleid::regrole), xmin::text from pg_auth_members
        order by 1, 2`)).rows;
    const before = await written();
    expect(before).toContainEqual(expect.objectContaining({ what: 'setting', of: 'authenticator' }));
    await prepareDatabase(url);
    expect(await written()).toEqual(before);
  } finally {
    await client.end();
  }
});
