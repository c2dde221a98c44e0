import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const MIGRATIONS = new URL('../../supabase/migrations/', import.meta.url);
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
  it('have an index for each foreign key, or a row that is deleted would be looked for in all of them', async () => {
    const unindexed = await database.query(
      `select c.conrelid::regclass::text as table, c.conname as key from pg_constraint c
       where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
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
       where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
         and p.proconfig @> array['enable_seqscan=off'] and not p.proconfig @> array['jit=off']`,
    );
    expect(compiling).toEqual([]);
  });
});
