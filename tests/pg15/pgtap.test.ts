/** The pgTAP tests that `supabase test db` runs, run here by pg_prove as the same lesser role. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const FOLDER = new URL('../../supabase/tests/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));

const database = useDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = await database.session();
  await client.query('create extension pgtap with schema extensions');
});

async function prove(file: string): Promise<{ passed: boolean; output: string }> {
  const { database: name, host, port } = client;
  const child = spawn(
    'pg_prove',
    ['-h', host, '-p', String(port), '-U', 'postgres', '-d', name!, fileURLToPath(new URL(file, FOLDER))],
    { env: { ...process.env, PGPASSWORD: new URL(inject('stack').adminUrl).password } },
  );
  const ended = once(child, 'exit');
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { passed: code === 0, output: output.join('') };
}

/** Changes a function of schema bomstream, and changes it back after the work. */
async function withChange(name: string, change: (source: string) => string, work: () => Promise<void>) {
  const { rows } = await client.query(
    `select pg_get_functiondef(p.oid) as source from pg_proc p
     where p.pronamespace = 'bomstream'::regnamespace and p.proname = $1`,
    [name],
  );
  const [{ source }] = rows;
  expect(change(source)).not.toBe(source);
  await client.query(change(source));
  try {
    await work();
  } finally {
    await client.query(source);
  }
}

describe('pgTAP', () => {
  it.each(FILES)('passes %s', async (file) => {
    const { passed, output } = await prove(file);
    expect(passed, output).toBe(true);
    expect(output).toContain('Result: PASS');
  });

  it('notices the loss of the fence', async () => {
    await withChange('commit_results', (source) => source.replace('and x.fence = l.fence', ''), async () => {
      const { passed, output } = await prove('commit_test.sql');
      expect(passed, output).toBe(false);
      expect(output).toContain('a worker settles nothing by a claim it no longer holds');
    });
  });

  it('notices a tick that calls without need', async () => {
    await withChange(
      'request_runners',
      (source) => source.replace('greatest(v_wanted - v_present, v_delivers)', '1'),
      async () => {
        const { passed, output } = await prove('tick_test.sql');
        expect(passed, output).toBe(false);
      },
    );
  });

  it('notices a table without row-level security, and a function that anybody may execute', async () => {
    await client.query(`create table public.careless (id integer);
      create function public.careless() returns integer language sql return 1`);
    const { passed, output } = await prove('rights_test.sql');
    await client.query('drop table public.careless; drop function public.careless');
    expect(passed, output).toBe(false);
    expect(output).toContain('every table has row-level security');
    expect(output).toContain('no user executes a function');
  });
});
