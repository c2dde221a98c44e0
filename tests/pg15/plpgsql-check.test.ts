/** What plpgsql alone finds out only when a line of a function is run: plpgsql_check reads all of them. */
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = await database.session();
  await client.query('create extension plpgsql_check');
});

const FINDINGS = `
  select p.oid::regprocedure::text as function, c.lineno as line, c.level, c.message
  from pg_proc p
  cross join lateral plpgsql_check_function_tb(
    p.oid, coalesce((select t.tgrelid from pg_trigger t where t.tgfoid = p.oid limit 1), 0),
    oldtable => (select t.tgoldtable from pg_trigger t where t.tgfoid = p.oid limit 1), other_warnings => true, extra_warnings => true, performance_warnings => true, security_warnings => true) c
  where p.pronamespace in ('public'::regnamespace, 'bomstream'::regnamespace)
    and p.prolang = (select l.oid from pg_language l where l.lanname = 'plpgsql')
  order by 1, 2`;
const findings = async () => (await client.query(FINDINGS)).rows;

describe('plpgsql_check', () => {
  it('finds nothing to say about the functions', async () => {
    expect(await findings()).toEqual([]);
  });

  it.each([
    ['a column that does not exist', 'perform b.nonsense from bomstream.boms b;'],
    [
      'a hidden cast',
      'declare v_small smallint; begin select count(*) into v_small from bomstream.boms b; return v_small; end;',
    ],
    ['a variable that is never used', 'declare v_unused integer; begin end;'],
    ['a result of another type', 'return now();'],
    ['SQL that is put together from what it is given', 'execute p_text;'],
  ])('would say so of %s', async (_what, body) => {
    await client.query('begin');
    try {
      await client.query(
        `create function bomstream.broken(p_text text) returns integer language plpgsql as
         $$ begin ${body} return length(p_text); end $$`,
      );
      const accused = new Set((await findings()).map(({ function: name }) => name));
      expect([...accused]).toEqual(['bomstream.broken(text)']);
    } finally {
      await client.query('rollback');
    }
  });
});
