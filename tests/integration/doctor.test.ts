import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, type Cli } from '../support/cli.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

let stack: TestStack;
let tenant: Tenant;
let admin: pg.Client;
let cli: Cli;
beforeAll(async () => {
  cli = buildCli();
  stack = await startTestStack();
  tenant = await newTenant(stack);
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
  await admin.query(`update cron.job set schedule = '1 seconds' where jobname = 'bomstream-tick'`);
});
afterAll(async () => {
  await admin.end();
  await stack.stop();
  cli.remove();
});

/** `npm run doctor` on the stack, as on any project: everything it needs is in the environment. */
function doctor(change: Record<string, string> = {}): { code: number | null; output: string } {
  return cli.run(['doctor'], {
    SUPABASE_URL: stack.apiUrl,
    SUPABASE_PUBLISHABLE_KEY: stack.keys.publishableKey,
    SUPABASE_SECRET_KEY: stack.keys.secretKeys.default,
    BOMSTREAM_EMAIL: tenant.email,
    BOMSTREAM_PASSWORD: tenant.password,
    ...change,
  });
}

/** What ends the examination: one line that says what is wrong, one that says what to do. */
function expectIll(
  { code, output }: { code: number | null; output: string },
  what: RegExp,
  mend: RegExp,
): void {
  expect(code, output).toBe(1);
  const [ill, advice] = output.slice(output.indexOf('FAIL')).split('\n');
  expect(ill).toMatch(what);
  expect(advice).toMatch(mend);
}

/** Breaks something in the database, examines, and puts it back. */
async function broken(breaking: string, mending: string): Promise<{ code: number | null; output: string }> {
  await admin.query(breaking);
  try {
    return doctor();
  } finally {
    await admin.query(mending);
  }
}

describe('the doctor', () => {
  it('finds a healthy project healthy', () => {
    const { code, output } = doctor();
    expect(code, output).toBe(0);
    expect(output.match(/^ok {4}/gm)).toHaveLength(9);
    expect(output).toMatch(/Everything works\.\n$/);
  });

  it('finds one healthy whose organizations start their BOMs by themselves', async () => {
    const started = await broken(
      'update bomstream.organizations set auto_start = true',
      'update bomstream.organizations set auto_start = false',
    );
    expect(started.code, started.output).toBe(0);
  });

  it('says when nothing is there', () => {
    expectIll(doctor({ SUPABASE_URL: 'http://127.0.0.1:9' }), /does not answer/, /npm start/);
    expectIll(
      doctor({ SUPABASE_URL: '', BOMSTREAM_LOCAL: '/nowhere' }),
      /no stack is running/,
      /npm start -- --serve/,
    );
    expectIll(doctor({ BOMSTREAM_EMAIL: '' }), /not BOMSTREAM_EMAIL/, /member who may edit/);
  });

  it('says when the user cannot sign in, or may not edit anywhere', async () => {
    expectIll(doctor({ BOMSTREAM_PASSWORD: 'wrong' }), /cannot sign in/, /password/);
    const viewer = await newTenant(stack, { role: 'viewer' });
    expectIll(
      doctor({ BOMSTREAM_EMAIL: viewer.email, BOMSTREAM_PASSWORD: viewer.password }),
      /no organization as editor/,
      /organization_members/,
    );
  });

  it('says when Redis can be read and not written, although its run ended all the same', async () => {
    await stack.failRedis('read_only');
    // A young isolate, which remembers no answer of a moment ago.
    await stack.kill('enrichment-stream');
    try {
      expectIll(doctor(), /redis writes: not_permitted/, /read-only token/);
    } finally {
      await stack.failRedis('none');
      await stack.kill('enrichment-stream');
    }
  });

  it('says when the cron job is gone or switched off', async () => {
    const gone = await broken(
      `update cron.job set jobname = 'hidden' where jobname = 'bomstream-tick'`,
      `update cron.job set jobname = 'bomstream-tick' where jobname = 'hidden'`,
    );
    expectIll(gone, /no cron job/, /cron\.schedule/);
    const off = await broken('update cron.job set active = false', 'update cron.job set active = true');
    expectIll(off, /switched off/, /alter_job/);
  });

  it('says which secret Vault lacks', async () => {
    const missing = await broken(
      `update vault.secrets set name = 'hidden' where name = 'runner_key'`,
      `update vault.secrets set name = 'runner_key' where name = 'hidden'`,
    );
    expectIll(missing, /Vault has no secret runner_key/, /vault\.create_secret/);
  });

  it.each<[string, number | null, string | null, RegExp]>([
    ['was refused', 401, null, /vault\.update_secret/],
    ['found no function', 404, null, /Deploy/],
    ['met the limits of the platform', 546, null, /max_runners/],
    ['failed', 503, null, /does not boot/],
    ['was not answered within 2 s', null, 'Timeout of 2000 ms reached', /project_url/],
    ['got no answer from pg_net at all', null, 'pg_net gave no answer within 20 seconds', /worker_restart/],
  ])('says that the last call by cron %s', async (why, status, error, mend) => {
    // The highest number: no other invocation of this stack comes after it.
    await admin.query(
      `insert into bomstream.invocations (id, invoked_at, reason, status_code, error, answered_at) overriding system value
       values (1000000, now() - interval '1 hour', 'test', $1, $2, now())`,
      [status, error],
    );
    try {
      expectIll(doctor(), new RegExp(why), mend);
    } finally {
      await admin.query('delete from bomstream.invocations where id = 1000000');
    }
  });

  it('says that calls by cron get no answer while one is on its way, and how many', async () => {
    // Calls that the tests before made may still be waiting for their answer.
    await admin.query('delete from bomstream.invocations');
    await admin.query(
      `insert into bomstream.invocations (id, invoked_at, reason, error, answered_at) overriding system value
       select 1000000 + n, now() - n * interval '1 minute', 'test',
              case when n > 0 then 'pg_net gave no answer within 20 seconds' end, case when n > 0 then now() end
       from generate_series(0, 3) n`,
    );
    try {
      expectIll(doctor(), /no answer from pg_net at all.*3 without an answer/, /worker_restart/);
    } finally {
      await admin.query('delete from bomstream.invocations where id >= 1000000');
    }
  });

  it('says when users can read the calls in which the key of the runner stands', async () => {
    const open = await broken(
      'grant usage on schema net to authenticated; grant select on net.http_request_queue to authenticated',
      'revoke usage on schema net from authenticated; revoke select on net.http_request_queue from authenticated',
    );
    expectIll(open, /authenticated may read net/, /revoke all/);
  });

  it('says why the last tick failed', async () => {
    await admin.query('alter function public.bomstream_tick() rename to hidden');
    try {
      const failed =
        `select 1 from cron.job_run_details where status = 'failed' and start_time > now() - interval '5 seconds'`;
      await expect.poll(async () => (await admin.query(failed)).rowCount, { timeout: 10_000 })
        .toBeGreaterThan(0);
      expectIll(doctor(), /last tick failed: .*bomstream_tick/, /by hand/);
    } finally {
      await admin.query('alter function public.hidden() rename to bomstream_tick');
    }
  });
});
