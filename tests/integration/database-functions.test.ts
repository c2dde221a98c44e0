import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const MIGRATIONS = new URL('../../supabase/migrations/', import.meta.url);
const database = useDatabase();

describe('the database functions', () => {
  it('may be executed by signed-in users only where a policy needs it, by anonymous ones never', async () => {
    const rows = await database.query(
      `select n.nspname || '.' || p.proname as name, r.rolname as role
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       cross join (values ('anon'), ('authenticated')) as r(rolname)
       where n.nspname in ('public', 'private') and has_function_privilege(r.rolname, p.oid, 'execute')`,
    );
    expect(rows).toEqual([{ name: 'private.enrichment_access', role: 'authenticated' }]);
  });

  it('are all open to the service role in public, and to nobody by way of private', async () => {
    const closed = await database.query(
      `select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
       and not has_function_privilege('service_role', p.oid, 'execute')`,
    );
    expect(closed).toEqual([]);
    const [{ anon }] = await database.query(
      `select has_schema_privilege('anon', 'private', 'usage') as anon`,
    );
    expect(anon).toBe(false);
  });

  it('each say what they promise', async () => {
    const silent = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'private') and length(coalesce(obj_description(p.oid), '')) < 40`,
    );
    expect(silent).toEqual([]);
  });

  it('fix their search path, so that nobody can slip them other tables', async () => {
    const open = await database.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'private') and not coalesce(p.proconfig @> array['search_path=""'], false)
         -- a body that was understood when it was made asks no search path
         and p.prosqlbody is null`,
    );
    expect(open).toEqual([]);
  });

  it('of public each return one JSON value, which no row limit of the API can cut', async () => {
    const others = await database.query(
      `select p.proname, p.prorettype::regtype::text as type, p.proretset as is_set from pg_proc p
       where p.pronamespace = 'public'::regnamespace and (p.prorettype not in ('json'::regtype, 'jsonb'::regtype) or p.proretset)`,
    );
    expect(others).toEqual([]);
  });

  it('stand one to a file, which is named after its function', () => {
    for (const file of readdirSync(MIGRATIONS)) {
      const created = [
        ...readFileSync(new URL(file, MIGRATIONS), 'utf8').matchAll(/create function \w+\.(\w+)/g),
      ];
      const named = /^\d+_function_(\w+)\.sql$/.exec(file)?.[1];
      expect(created.map(([, name]) => name), file).toEqual(named ? [named] : []);
    }
  });
});

describe('the tables', () => {
  it('have row-level security, all of them', async () => {
    const open = await database.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'private') and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(open).toEqual([]);
  });

  it('can be read by signed-in users in public, and written by nobody but the functions', async () => {
    const rows = await database.query(
      `select r.rolname as role, p.privilege, count(*)::integer as tables
       from pg_class c cross join (values ('anon'), ('authenticated')) as r(rolname)
       cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate')) as p(privilege)
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and has_table_privilege(r.rolname, c.oid, p.privilege)
       group by 1, 2`,
    );
    const [{ tables }] = await database.query(
      `select count(*)::integer as tables from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    expect(rows).toEqual([{ role: 'authenticated', privilege: 'select', tables }]);
  });
});
