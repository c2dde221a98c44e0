/**
 * The stack of the integration tests on Debian's PostgreSQL 15. In its own database the real pg_cron is at work; those
 * of the test files are copies of a template, where pg_cron cannot be and its look-alike stands in.
 */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import startStack from '../support/global-stack.ts';
import { startPostgres15 } from './postgres.ts';

const BOOTSTRAP = new URL('../../local/sql/bootstrap.sql', import.meta.url);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres15();
  const { DATABASE_URL } = process.env;
  try {
    await prepareAsHosted(server.adminUrl);
    process.env.DATABASE_URL = server.adminUrl;
    const stopStack = await startStack(project);
    return async () => {
      await stopStack();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    // Other projects of the same run have a database of their own.
    if (DATABASE_URL === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = DATABASE_URL;
  }
}

/**
 * Creates pg_cron and lets the lesser role of the migrations use it as far as the platform does. There that role may
 * even create it; PostgreSQL by itself leaves extensions of this kind to the superuser.
 */
async function prepareAsHosted(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(await readFile(BOOTSTRAP, 'utf8'));
    await client.query(`
      grant pg_monitor to postgres;
      create extension pg_cron;
      grant usage on schema cron to postgres;
      grant all on all functions in schema cron to postgres;
      grant all on all tables in schema cron to postgres;
      revoke all on cron.job from postgres;
      grant select on cron.job to postgres;
    `);
    // The tests in supabase/tests log in as this role, as with `supabase test db`.
    const { password } = new URL(adminUrl);
    await client.query(`alter role postgres password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}
