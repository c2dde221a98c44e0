/**
 * Who reaches what when asking the database directly, as the data API would: nobody, by no way. The roles are read from
 * the catalogue, so that one that is new is asked for, too.
 */
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const USERS = ['anon', 'authenticated'] as const;
/** What nobody has: with it, each table must still refuse by itself. */
const ENTER = 'grant usage on schema bomstream to anon, authenticated, service_role';

/** Everybody but who owns the product and who its functions are: superusers, whoever is their equal, and `PUBLIC`. */
const OTHERS = `(
  select r.oid, r.rolname as name from pg_roles r
  where not r.rolsuper and r.rolname not in ('postgres', 'service_role') and r.rolname !~ '^pg_'
  union all select 0, 'PUBLIC') others`;
const SCHEMAS = `('public'::regnamespace, 'bomstream'::regnamespace)`;
/** What one of them has been granted, as the catalogue has it: tables, columns, sequences, functions, the inner schema. */
const GRANTS = `
  select c.oid::regclass::text as what, others.name, a.privilege_type as privilege
  from pg_class c cross join lateral aclexplode(c.relacl) a join ${OTHERS} on others.oid = a.grantee
  where c.relnamespace in ${SCHEMAS}
  union all
  select c.attrelid::regclass || '.' || c.attname, others.name, a.privilege_type
  from pg_attribute c join pg_class t on t.oid = c.attrelid
  cross join lateral aclexplode(c.attacl) a join ${OTHERS} on others.oid = a.grantee
  where t.relnamespace in ${SCHEMAS}
  union all
  -- Without a list of its own a function is open to everybody.
  select p.oid::regprocedure::text, others.name, a.privilege_type
  from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  join ${OTHERS} on others.oid = a.grantee
  where p.pronamespace in ${SCHEMAS}
  union all
  select n.nspname, others.name, a.privilege_type
  from pg_namespace n cross join lateral aclexplode(n.nspacl) a join ${OTHERS} on others.oid = a.grantee
  where n.nspname = 'bomstream'`;
const UNGUARDED = `
  select c.oid::regclass::text as what from pg_class c
  where c.relnamespace in ${SCHEMAS} and c.relkind in ('r', 'p') and not c.relrowsecurity
  union all
  -- It would show rows by the rights of its owner.
  select c.oid::regclass::text from pg_class c where c.relnamespace in ${SCHEMAS} and c.relkind in ('v', 'm', 'f')`;
const POLICIES = `select polrelid::regclass::text as what, polname as policy from pg_policy`;

const database = useDatabase();
let client: pg.Client;
let tables: string[];
beforeAll(async () => {
  client = await database.session();
  tables = (await database.query(
    `select oid::regclass::text as name from pg_class
     where relnamespace in ${SCHEMAS} and relkind in ('r', 'p') order by 1`,
  )).map(({ name }) => name);
  expect(tables).toContain('bomstream.bom_lines');
  expect(tables).toContain('bomstream.supplier_answers');
});

/** What the catalogue says after `change`, which is undone. */
async function after(change: string, question: string): Promise<unknown[]> {
  await client.query('begin');
  try {
    await client.query(change);
    return (await client.query(question)).rows;
  } finally {
    await client.query('rollback');
  }
}

/** Runs a statement as the role with the claims of a member, and returns the code of its refusal. */
async function refusal(role: string, statement: string, change = 'select'): Promise<string> {
  await client.query('begin');
  try {
    await client.query(change);
    await client.query(`select set_config('role', $1, true)`, [role]);
    await client.query(statement);
    return 'not refused';
  } catch (error) {
    return (error as pg.DatabaseError).code!;
  } finally {
    await client.query('rollback');
  }
}

describe('the database', () => {
  it('grants nothing of ours to anybody but the service role', async () => {
    expect(await database.query(GRANTS)).toEqual([]);
  });

  it('has row-level security on every table, and no policy that would let a row through', async () => {
    expect(await database.query(UNGUARDED)).toEqual([]);
    expect(await database.query(POLICIES)).toEqual([]);
  });

  it.each(USERS)('tells %s no row of any table, nor how many the planner thinks there are', async (role) => {
    for (const table of tables) {
      for (
        const statement of [`select from ${table}`, `explain select from ${table}`, `delete from ${table}`]
      ) {
        expect(await refusal(role, statement), statement).toBe(INSUFFICIENT_PRIVILEGE);
        expect(await refusal(role, statement, ENTER), statement).toBe(INSUFFICIENT_PRIVILEGE);
      }
    }
  });

  it.each(USERS)('executes no function for %s', async (role) => {
    const functions = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace in ${SCHEMAS} and has_function_privilege($1, p.oid, 'execute')`,
      [role],
    );
    expect(functions).toEqual([]);
    expect(await refusal(role, 'select public.bomstream_tick()')).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('keeps its tables from the service role, too, whose functions use them for it', async () => {
    for (const table of tables) {
      expect(await refusal('service_role', `select from ${table}`, ENTER), table).toBe(
        INSUFFICIENT_PRIVILEGE,
      );
    }
  });
});

describe('this test notices', () => {
  it.each([
    ['a table that may be read', 'grant select on bomstream.boms to authenticated'],
    ['a column that may be read', 'grant select (name) on bomstream.boms to anon'],
    ['a table that is open to all', 'grant select on bomstream.settings to public'],
    [
      'a function that may be executed',
      'grant execute on function bomstream.iso(timestamptz) to authenticated',
    ],
    ['a new function', 'create function bomstream.careless() returns integer language sql return 1'],
    ['a new table where the defaults grant it', 'set local role postgres; create table public.careless ()'],
    ['an inner schema that may be used', 'grant usage on schema bomstream to anon'],
    [
      'a role that nobody had thought of',
      'create role passer_by; grant select on bomstream.boms to passer_by',
    ],
  ])('%s', async (_what, change) => {
    expect(await after(change, GRANTS)).not.toEqual([]);
  });

  it('a table without row-level security, a view, and a policy', async () => {
    expect(await after('alter table bomstream.boms disable row level security', UNGUARDED)).toHaveLength(1);
    expect(await after('create view public.careless as select 1', UNGUARDED)).toHaveLength(1);
    expect(await after('create policy wide on bomstream.boms using (true)', POLICIES)).toHaveLength(1);
  });

  it('a planner that answers', async () => {
    const granted = `${ENTER}; grant select on bomstream.boms to authenticated`;
    expect(await refusal('authenticated', 'explain select from bomstream.boms', granted)).toBe('not refused');
  });
});
