import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../shared/database/functions.ts';
import { useDatabase } from '../support/database.ts';
import { readSchemaFile, SCHEMA_PATHS, SCHEMAS } from '../support/schema-files.ts';

const database = useDatabase();

describe('the database functions', () => {
  it('are all open to the service role in public', async () => {
    const closed = await database.query(
      `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not has_function_privilege('service_role', p.oid, 'execute')`,
    );
    expect(closed).toEqual([]);
  });

  it('each say what they promise', async () => {
    const silent = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'bomstream') and length(coalesce(obj_description(p.oid), '')) < 40`,
    );
    expect(silent).toEqual([]);
  });

  it('fix their search path, so that nobody can slip them other tables', async () => {
    const open = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'bomstream') and not coalesce(p.proconfig @> array['search_path=""'], false)
         -- a body that was understood when it was made asks no search path
         and p.prosqlbody is null`,
    );
    expect(open).toEqual([]);
  });

  it('hold no table as it is, or no release could change it', async () => {
    // A body that the database understands when it is made depends on the tables and row types that it names.
    const holding = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid
       left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid
       where p.prosqlbody is not null and (d.refclassid = 'pg_class'::regclass or t.typrelid <> 0)`,
    );
    expect(holding).toEqual([]);
  });

  it('of public each return one JSON value, which no row limit of the API can cut', async () => {
    const others = await database.query(
      `select p.proname, p.prorettype::regtype::text as type, p.proretset as is_set from pg_proc p
       where p.pronamespace = 'public'::regnamespace and (p.prorettype not in ('json'::regtype, 'jsonb'::regtype) or p.proretset)`,
    );
    expect(others).toEqual([]);
  });

  it('are called with the parameters that they have', async () => {
    const rows = await database.query(
      `select p.proname as name, a.name as parameter, a.type || case when a.number > p.pronargs - p.pronargdefaults then '?' else '' end as type
       from pg_proc p left join lateral (
         select n.name, format_type(t.type, null) as type, n.number
         from unnest(p.proargnames) with ordinality n(name, number) join unnest(p.proargtypes::oid[]) with ordinality t(type, number) using (number)) a on true
       where p.pronamespace = 'public'::regnamespace order by p.proname, a.number`,
    );
    const declared: Record<string, Record<string, string>> = {};
    for (const { name, parameter, type } of rows) {
      declared[name] ??= {};
      if (parameter) declared[name][parameter] = type;
    }
    // cron alone calls these
    delete declared.bomstream_sweep;
    delete declared.bomstream_tick;
    const called = Object.entries(FUNCTIONS).map(([name, parameters]) =>
      [
        name,
        Object.entries(parameters).map(([parameter, type]) => [parameter, type.replace('|null', '')]),
      ] as const
    );
    expect(Object.fromEntries(called.map(([name, list]) => [name, Object.fromEntries(list)]))).toEqual(
      declared,
    );
  });

  it('are in public only under names that belong to nobody else', async () => {
    const others = await database.query(
      `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname !~ '^bomstream_'`,
    );
    expect(others).toEqual([]);
  });
});

describe('the files of the schema', () => {
  it('are all in the order that the configuration gives, once', () => {
    const files = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' });
    const sql = files.filter((file) => file.endsWith('.sql')).map((file) => file.replaceAll('\\', '/'));
    expect([...SCHEMA_PATHS].sort()).toEqual(sql.sort());
  });

  it('hold one table or function each, which they are named after', () => {
    for (const path of SCHEMA_PATHS) {
      const created = readSchemaFile(path).matchAll(/^create (?:table|or replace function) (\w+)\.(\w+)/gm);
      const [, folder, name] = /^(\w+)\/(\w+)\.sql$/.exec(path) ?? [];
      const schema = folder === 'rpc' ? 'public' : 'bomstream';
      expect(Array.from(created, ([, ...of]) => of), path).toEqual(name ? [[schema, name]] : []);
    }
  });
});

describe('the tables', () => {
  it('each say what they hold', async () => {
    const silent = await database.query(
      `select c.relname from pg_class c
       where c.relnamespace = 'bomstream'::regnamespace and c.relkind = 'r' and obj_description(c.oid) is null`,
    );
    expect(silent).toEqual([]);
  });

  it('are all in a schema of their own', async () => {
    const others = await database.query(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i'`,
    );
    expect(others).toEqual([]);
  });

  it('have an index for each foreign key, or a row that is deleted would be looked for in all of them', async () => {
    const unindexed = await database.query(
      `select c.conrelid::regclass::text as table, c.conname as key from pg_constraint c
       where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
         and not exists (
           select from pg_index i
           -- the key's columns come first, in whatever order, or its first one alone where that says nearly everything
           where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey)
             and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)',
               (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]))))`,
    );
    expect(unindexed).toEqual([]);
  });

  it('are read and written by functions that never compile a plan, where they use no scan of a whole table', async () => {
    const compiling = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
         and p.proconfig @> array['enable_seqscan=off'] and not p.proconfig @> array['jit=off']`,
    );
    expect(compiling).toEqual([]);
  });
});
