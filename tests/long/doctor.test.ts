/** The doctor on a real stack, in which one thing after the other is broken, examined and mended. */
import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from '@upstash/redis';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkCron } from '../../cli/doctor/cron.ts';
import type { Finding } from '../../cli/doctor/finding.ts';
import {
  askFunctions,
  bootFunctions,
  checkDeployed,
  checkReleases,
  checkSettings,
  type FunctionsHealth,
} from '../../cli/doctor/functions.ts';
import { checkInvocations } from '../../cli/doctor/invocations.ts';
import { enter, type Member } from '../../cli/doctor/member.ts';
import { checkVersion } from '../../cli/doctor/project.ts';
import { checkRpcs } from '../../cli/doctor/rpcs.ts';
import { checkRun } from '../../cli/doctor/run.ts';
import { openSite, type Site, type Target } from '../../cli/doctor/site.ts';
import { checkStaleKeys, checkStores } from '../../cli/doctor/stores.ts';
import { checkSuppliers } from '../../cli/doctor/suppliers.ts';
import { buildCli, type Cli, type Ended } from '../support/cli.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

let stack: TestStack;
let standIn: StandIn;
let tenant: Tenant;
let admin: pg.Client;
let cli: Cli;
let target: Target;
let site: Site;
beforeAll(async () => {
  cli = buildCli();
  standIn = await startStandIn();
  stack = await startTestStack({ settings: standIn.settings });
  tenant = await newTenant(stack, { role: 'admin' });
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
  await admin.query(`update cron.job set schedule = '1 seconds'`);
  const { apiUrl, keys: { publishableKey, secretKeys } } = stack;
  const { email, password } = tenant;
  target = { apiUrl, publishableKey, secretKey: secretKeys.default, email, password };
  site = openSite(target);
});
afterAll(async () => {
  await admin.end();
  await stack.stop();
  await standIn.close();
  cli.remove();
});

const environment = (change: Record<string, string> = {}) => ({
  SUPABASE_URL: target.apiUrl,
  SUPABASE_PUBLISHABLE_KEY: target.publishableKey,
  SUPABASE_SECRET_KEY: target.secretKey,
  BOMSTREAM_EMAIL: tenant.email,
  BOMSTREAM_PASSWORD: tenant.password,
  ...change,
});

/** `npm run doctor` on the stack, as on any project: everything it needs is in the environment. */
const doctor = (change?: Record<string, string>): Promise<Ended> => cli.run(['doctor'], environment(change));

/** Breaks something in the database, examines, and puts it back. */
async function broken<T>(breaking: string, mending: string, examine: () => Promise<T>): Promise<T> {
  await admin.query(breaking);
  try {
    return await examine();
  } finally {
    await admin.query(mending);
  }
}

type Values = Readonly<Record<string, string | null>>;

/** The same with variables of a function, which boots anew. */
async function set<T>(
  values: Values,
  examine: () => Promise<T>,
  name = 'enrichment-stream',
): Promise<T> {
  const boot = async (values: Values) => {
    for (const [variable, value] of Object.entries(values)) await stack.set(variable, value);
    await stack.kill(name);
    const isUp = async () => (await deployed()).every(({ state }) => state === 'ok');
    await expect.poll(isUp, { timeout: 60_000 }).toBe(true);
  };
  const before: Values = {
    UPSTASH_REDIS_REST_URL: stack.redis.url,
    UPSTASH_REDIS_REST_TOKEN: stack.redis.token,
    BOMSTREAM_ALLOWED_ORIGINS: stack.pageUrl,
    BOMSTREAM_TICKET_KEYS: stack.keys.ticketKey,
    BOMSTREAM_WALL_CLOCK_SECONDS: '400',
    ...standIn.settings,
  };
  await boot(values);
  try {
    return await examine();
  } finally {
    await boot(Object.fromEntries(Object.keys(values).map((variable) => [variable, before[variable]!])));
  }
}

/** Does what the one fault says, as an operator would, who knows the runner's key; the same examination then finds none. */
async function expectMended(findings: readonly Finding[], examine: () => Promise<Finding[]>): Promise<void> {
  const { mend } = findings.find(({ state }) => state === 'fail')!;
  const command = mend!.replace('<the value of BOMSTREAM_RUNNER_KEY>', stack.keys.runnerKey)
    .replace(/^Run as the owner of the schema: /, '');
  await admin.query(command);
  expect((await examine()).map(({ state }) => state)).not.toContain('fail');
}

/** What is wrong, and nothing else is: one sentence, and the step that mends it. */
function expectFault(findings: readonly Finding[], state: 'warn' | 'fail', says: RegExp, mend: RegExp): void {
  const faults = findings.filter((finding) => finding.state !== 'ok');
  expect(faults).toEqual([{
    state,
    says: expect.stringMatching(says),
    mend: expect.stringMatching(mend),
  }]);
}

const deployed = async () => checkDeployed(await bootFunctions(target));
const cron = (now = Date.now) => checkCron(site.health, { wait: delay, now });
const invocations = () => checkInvocations(site, () => delay(5));
const rpcs = async () => [checkRpcs(await site.health())];
async function told(): Promise<FunctionsHealth & { operator: NonNullable<FunctionsHealth['operator']> }> {
  const answer = await askFunctions(target);
  if ('state' in answer) throw new Error(answer.says);
  return answer;
}
const stores = async () => checkStores(await told());
const stale = async () => {
  const { stale_keys, settings } = (await told()).operator;
  return [checkStaleKeys({ stale_keys, prefix: settings.redis_prefix })];
};

const redis = () => new Redis({ ...stack.redis, enableTelemetry: false, automaticDeserialization: false });

/**
 * How many rows each table has, but for those that note what was called, and for an hour what was deleted; and how many keys
 * there are in Redis.
 */
async function inventory(): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'bomstream'::regnamespace and relkind = 'r'
     and relname not in ('deleted_boms', 'invocations', 'workers') order by relname`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: [row] } = await admin.query(`select count(*)::integer as count from bomstream.${name}`);
    counts[name] = row.count;
  }
  return { ...counts, redis: await redis().dbsize() };
}

describe('the doctor', () => {
  it('finds a healthy project healthy, and leaves nothing behind', async () => {
    await doctor(); // the supplier's row is its own
    const before = await inventory();
    const { code, output } = await doctor();
    expect(code, output).toBe(0);
    expect(output).toMatch(/\n\nEverything works\.\n$/);
    expect(output).not.toMatch(/^(warn|FAIL)/m);
    expect(output.match(/^ok {4}/gm)!.length).toBeGreaterThanOrEqual(18);
    await expect.poll(inventory, { timeout: 60_000 }).toEqual(before);
  });

  it('finds one healthy whose organizations start their BOMs by themselves', async () => {
    const { code, output } = await broken(
      'update bomstream.organizations set auto_start = true',
      'update bomstream.organizations set auto_start = false',
      doctor,
    );
    expect(code, output).toBe(0);
  });

  it('goes on after a fault, says what is wrong and how to mend it, and counts', async () => {
    const { code, output } = await broken(
      `update cron.job set active = false where jobname = 'bomstream-sweep'`,
      'update cron.job set active = true',
      doctor,
    );
    expect(code, output).toBe(1);
    expect(output).toMatch(
      /^FAIL {2}The cron job bomstream-sweep is switched off\.\n {6}select cron\.alter_job\(/m,
    );
    expect(output).toMatch(/^ok {4}A reconnect after the end gets 204/m);
    expect(output).toMatch(/\n\n1 fault found\.\n$/);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind when it is ended by %s', async (signal) => {
    const before = await inventory();
    // No runner takes the run, so it is at work for as long as nobody interrupts.
    const { code, output } = await broken(
      'update bomstream.settings set max_runners = 1; alter function public.bomstream_claim rename to claim_away',
      'update bomstream.settings set max_runners = 4; alter function public.claim_away rename to bomstream_claim',
      async () => {
        const running = cli.start(['doctor'], environment());
        await expect.poll(async () => (await admin.query('select from bomstream.enrichment_runs')).rowCount, {
          timeout: 60_000,
        }).toBe(before.enrichment_runs! + 1);
        running.process.kill(signal);
        return await running.ended;
      },
    );
    expect(code, output).toBe(130);
    await expect.poll(inventory, { timeout: 60_000 }).toEqual(before);
  });

  it('says when nothing is there', async () => {
    const gone = await doctor({ SUPABASE_URL: 'http://127.0.0.1:9' });
    expect(gone).toMatchObject({ code: 1, output: expect.stringMatching(/does not answer.*\n.*npm start/) });
    const none = await doctor({ SUPABASE_URL: '', BOMSTREAM_LOCAL: '/nowhere' });
    expect(none.output).toMatch(/^FAIL {2}No stack is running here\.\n {6}.*npm start -- --serve/);
    expect((await doctor({ BOMSTREAM_EMAIL: '' })).output).toMatch(/not BOMSTREAM_EMAIL.*\n.*admin/);
    expect((await doctor({ SUPABASE_SECRET_KEY: '' })).output).toMatch(/SUPABASE_SECRET_KEY is not set/);
  });
});

describe('keys and members', () => {
  it('a secret key that is not the project’s', async () => {
    expectFault(
      [await checkVersion({ ...target, secretKey: 'sb_secret_of_another' })],
      'fail',
      /refuses SUPABASE_SECRET_KEY/,
      /Project Settings, API Keys/,
    );
    expectFault(
      [await askFunctions({ ...target, secretKey: 'sb_secret_of_another' }) as Finding],
      'fail',
      /do not know SUPABASE_SECRET_KEY/,
      /default/,
    );
  });

  it('a user who cannot sign in, or is an admin nowhere', async () => {
    expectFault(
      [await enter({ ...target, password: 'wrong' }) as Finding],
      'fail',
      /cannot sign in/,
      /PASSWORD/,
    );
    const { email, password } = await newTenant(stack, { role: 'editor' });
    const found = await enter({ ...target, email, password }) as Finding;
    expectFault([found], 'fail', /admin of no organization/, /insert into bomstream\.organization_members/);
    // The command does what it says.
    await admin.query(found.mend!.replace('<organization id>', tenant.organizationId));
    expect(await enter({ ...target, email, password })).toMatchObject({
      organizationId: tenant.organizationId,
    });
  });
});

describe('the database', () => {
  const older = (version: string) =>
    `create or replace function public.bomstream_version() returns jsonb
     language sql immutable security definer set search_path = '' as $$ select jsonb_build_object('version', '${version}') $$`;

  it('that is older than what is needed, or was never set up', async () => {
    const { rows: [{ answer: { version } }] } = await admin.query(
      'select public.bomstream_version() as answer',
    );
    const old = await broken(older('0.0.9'), older(version), async () => [await checkVersion(target)]);
    expectFault(old, 'fail', /is at version 0\.0\.9; .* is needed/, /npx supabase db push/);
    const none = await broken(
      'alter function public.bomstream_version() rename to version_away',
      'alter function public.version_away() rename to bomstream_version',
      async () => [await checkVersion(target)],
    );
    expectFault(none, 'fail', /no bomstream in it/, /npx supabase db push/);
    expectFault([checkReleases('9.0.0', version)], 'fail', /deployed functions need 9\.0\.0/, /db push/);
  });

  it.each([
    [
      'is gone',
      'alter function public.bomstream_commit rename to away',
      'alter function public.away rename to bomstream_commit',
    ],
    [
      'is closed to the service role',
      'revoke execute on function public.bomstream_commit from service_role',
      'grant execute on function public.bomstream_commit to service_role',
    ],
    [
      'takes other parameters',
      `alter function public.bomstream_commit rename to away;
       create function public.bomstream_commit(p_worker_id uuid) returns jsonb language sql return '1'::jsonb;`,
      'drop function public.bomstream_commit; alter function public.away rename to bomstream_commit',
    ],
  ])('in which a function %s', async (_how, breaking, mending) => {
    expectFault(
      await broken(breaking, mending, rpcs),
      'fail',
      /^public\.bomstream_commit is missing/,
      /psql "\$DATABASE_URL" -f supabase\/schemas\/rpc\/bomstream_commit\.sql/,
    );
  });

  it('that is older is brought up to date first: nothing is left behind in it', async () => {
    const before = await inventory();
    const { rows: [{ version }] } = await admin.query(
      `select public.bomstream_version() ->> 'version' as version`,
    );
    const { output } = await broken(older('0.0.9'), older(version), doctor);
    expect(output).toMatch(/^FAIL {2}The database is at version 0\.0\.9/m);
    expect(output).toMatch(/\n\n1 fault found\.\n$/);
    expect(await inventory()).toEqual(before);
  });

  it('in which the answers of suppliers cannot be forgotten, which is said with what to do', async () => {
    const { output } = await broken(
      'alter function public.bomstream_supplier_forget rename to away',
      'alter function public.away rename to bomstream_supplier_forget',
      doctor,
    );
    const [, command] = /could not be cleared away: bomstream_supplier_forget.*\n {6}(delete .*;)$/m.exec(
      output,
    )!;
    expect((await admin.query(command!)).rowCount).toBe(1);
  });

  it('in which the function that says how it is is gone', async () => {
    const { output } = await broken(
      'alter function public.bomstream_health rename to away',
      'alter function public.away rename to bomstream_health',
      doctor,
    );
    expect(output).toMatch(
      /^FAIL {2}The database cannot be asked about .*: bomstream_health.*\n.*rpc\/bomstream_health\.sql/m,
    );
    expect(output).toMatch(/\n\n1 fault found\.\n$/);
    expect(output).toMatch(/^ok {4}A reconnect after the end gets 204/m);
  });
});

describe('cron', () => {
  /** pg_cron notes nothing any more, as when its worker has ended. */
  const DEAD = `create function public.nothing() returns trigger language plpgsql as 'begin return null; end';
    create trigger dead before insert on cron.job_run_details for each row execute function public.nothing();`;
  const ALIVE = 'drop trigger dead on cron.job_run_details; drop function public.nothing()';

  it('that is not there', async () => {
    const found = await broken(
      'alter schema cron rename to cron_away',
      'alter schema cron_away rename to cron',
      cron,
    );
    expectFault(found, 'fail', /pg_cron is not enabled/, /create extension pg_cron; select cron\.schedule\(/);
  });

  it('whose job is missing, which its command makes', async () => {
    const found = await broken(
      `delete from cron.job where jobname = 'bomstream-tick'`,
      'select 1',
      cron,
    );
    expectFault(found, 'fail', /There is no cron job bomstream-tick/, /cron\.schedule\('bomstream-tick'/);
    await admin.query(found.find(({ state }) => state === 'fail')!.mend!);
    await admin.query(`update cron.job set schedule = '1 seconds'`);
    expect((await cron()).map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  it('whose job is switched off, which its command switches on', async () => {
    const found = await broken(
      `update cron.job set active = false where jobname = 'bomstream-tick'`,
      'select 1',
      cron,
    );
    expectFault(found, 'fail', /bomstream-tick is switched off/, /cron\.alter_job/);
    await expectMended(found, cron);
  });

  it('that is late', async () => {
    const late = `update cron.job_run_details set start_time = start_time - interval '3 minutes'
      where jobid = (select jobid from cron.job where jobname = 'bomstream-tick')`;
    const found = await broken(`${DEAD} ${late}`, ALIVE, cron);
    expectFault(found, 'fail', /bomstream-tick is late: .*"1 seconds".* 18\d s ago/, /restart the database/);
  });

  it('that has never run, which is waited for', async () => {
    const never = await broken(`${DEAD} delete from cron.job_run_details`, ALIVE, async () => {
      let looks = 0;
      return await cron(() => looks++ * 60_000);
    });
    expect(never.map(({ state, says }) => [state, says])).toEqual([
      ['fail', 'The cron job bomstream-tick has never run.'],
      ['fail', 'The cron job bomstream-sweep has never run.'],
    ]);
    expect((await cron()).map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  it('whose job fails', async () => {
    const found = await broken(
      'alter function public.bomstream_tick() rename to away',
      'alter function public.away() rename to bomstream_tick',
      async () => {
        const failed =
          `select 1 from cron.job_run_details where status = 'failed' and start_time > now() - interval '5 seconds'`;
        await expect.poll(async () => (await admin.query(failed)).rowCount, { timeout: 60_000 })
          .toBeGreaterThan(0);
        return await cron();
      },
    );
    expectFault(found, 'fail', /bomstream-tick failed .*bomstream_tick/, /by hand as postgres/);
    await expect.poll(async () => (await cron()).every(({ state }) => state === 'ok'), { timeout: 60_000 })
      .toBe(true);
  });
});

describe('calls of runners', () => {
  const secret = (name: string, value: string) =>
    `update vault.secrets set secret = '${value}' where name = '${name}'`;

  it.each(['project_url', 'runner_key'])(
    'without the secret %s in Vault, which its command stores',
    async (name) => {
      const found = await broken(`delete from vault.secrets where name = '${name}'`, 'select 1', invocations);
      expectFault(found, 'fail', new RegExp(`no secret ${name}`), /vault\.create_secret\('/);
      await expectMended(found, invocations);
    },
  );

  it('with another key than the runner’s, which its command puts right', async () => {
    const found = await broken(secret('runner_key', 'x'.repeat(44)), 'select 1', invocations);
    expectFault(found, 'fail', /refused the key: runner_key in Vault/, /update_secret\(.*'runner_key'/);
    await expectMended(found, invocations);
  });

  it('to an address where nobody is, or somebody else, which its command mends', async () => {
    const elsewhere = createServer((_request, response) => void response.end('hello'));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as { port: number };
    for (const url of ['http://127.0.0.1:9', `http://127.0.0.1:${port}`]) {
      const found = await broken(secret('project_url', url), 'select 1', invocations);
      expectFault(
        found,
        'fail',
        new RegExp(`project_url in Vault is ${url}, and not this project`),
        /update_secret/,
      );
      await admin.query(found[0]!.mend!);
      expect((await invocations()).map(({ state }) => state)).not.toContain('fail');
    }
    elsewhere.close();
  });

  it('to an address that ends in a slash or a line break, which do no harm', async () => {
    const found = await broken(
      secret('project_url', `${stack.apiUrl}/\n`),
      secret('project_url', stack.apiUrl),
      invocations,
    );
    expect(found.map(({ state }) => state)).not.toContain('fail');
  });

  it('without pg_net', async () => {
    const found = await broken(
      'alter schema net rename to net_away',
      'alter schema net_away rename to net',
      invocations,
    );
    expectFault(found, 'fail', /pg_net is not enabled/, /create extension pg_net/);
  });

  it('through a pg_net that makes none', async () => {
    const found = await broken(
      `create function public.nothing() returns trigger language plpgsql as 'begin return null; end';
       create trigger dead before delete on net.http_request_queue for each row execute function public.nothing();`,
      'drop trigger dead on net.http_request_queue; drop function public.nothing(); delete from net.http_request_queue',
      invocations,
    );
    expectFault(found, 'fail', /pg_net made no call/, /net\.worker_restart/);
  });

  it('of which some got no answer', async () => {
    const found = await broken(
      `delete from bomstream.invocations;
       insert into bomstream.invocations (invoked_at, reason, error, answered_at)
       select now() - n * interval '1 minute', 'test', 'pg_net gave no answer within 20 seconds', now()
       from generate_series(1, 3) n`,
      'delete from bomstream.invocations',
      invocations,
    );
    expectFault(found, 'warn', /^Of 3 invocations .*, 3 got no answer/, /net\.worker_restart/);
  });

  it('whose key users can read, which its command ends', async () => {
    await broken(
      'grant usage on schema net to authenticated; grant select on net.http_request_queue to authenticated',
      'revoke usage on schema net from authenticated; revoke select on net.http_request_queue from authenticated',
      async () => {
        const found = await invocations();
        expectFault(found, 'fail', /authenticated may read net/, /revoke all/);
        await expectMended(found, invocations);
      },
    );
  });
});

describe('Redis', () => {
  it.each<[string, Record<string, string>, RegExp, RegExp]>([
    ['that is away', { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' }, /cannot be reached/, /REST_URL=/],
    ['whose token is another', { UPSTASH_REDIS_REST_TOKEN: 'wrong' }, /refuses the token/, /REST_TOKEN=/],
  ])('%s', async (_how, values, says, mend) => {
    expectFault(await set(values, stores), 'fail', says, mend);
  });

  it.each<['hang' | 'read_only' | 'refuse' | 'html', RegExp, RegExp]>([
    ['hang', /does not answer in time/, /REST_URL=/],
    ['read_only', /read but not written/, /REST_TOKEN=<the standard token>/],
    ['refuse', /over its quota/, /BOMSTREAM_POLL_MS=1000/],
    ['html', /is no Redis|cannot be reached/, /REST_URL=/],
  ])('that answers as if: %s', async (fault, says, mend) => {
    await stack.failRedis(fault);
    try {
      expectFault(await stores(), 'fail', says, mend);
    } finally {
      await stack.failRedis('none');
    }
  });

  it('with keys of a database that is gone, which its command deletes', async () => {
    const bomId = await tenant.importBom(['DOCTOR-1']);
    await tenant.start(bomId);
    const status = async () => (await tenant.call('GET', `enrichment/${bomId}/status`)).body.state?.status;
    await expect.poll(status, { timeout: 60_000 }).toBe('completed');
    const { rows: [{ event }] } = await admin.query(
      'select event from bomstream.enrichment_progress where bom_id = $1',
      [bomId],
    );
    const json = JSON.stringify({ ...event, event_id: '7-1', run: 7, seq: 1 });
    await redis().xadd(`${stack.keys.redisPrefix}enrichment:progress:${bomId}`, '7-1', { event: json });
    const found = await stale();
    expectFault(found, 'warn', /never had, of 1 BOM:/, /\["DEL", "/);
    const [, command] = /-d '(.*)'$/.exec(found[0]!.mend!)!;
    await fetch(stack.redis.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.redis.token}` },
      body: command!,
    });
    expect((await stale()).map(({ state }) => state)).toEqual(['ok']);
  });
});

describe('settings', () => {
  it('that are missing', async () => {
    const missing = {
      BOMSTREAM_ALLOWED_ORIGINS: '',
      BOMSTREAM_TICKET_KEYS: '',
      BOMSTREAM_WALL_CLOCK_SECONDS: null,
    };
    const found = await set(missing, async () => checkSettings((await told()).operator.settings));
    const [origins, tickets, life] = found.map((finding) => [finding]);
    expectFault(
      origins!,
      'warn',
      /^BOMSTREAM_ALLOWED_ORIGINS is not set/,
      /secrets set BOMSTREAM_ALLOWED_ORIGINS=/,
    );
    expectFault(
      tickets!,
      'warn',
      /^BOMSTREAM_TICKET_KEYS is not set/,
      /secrets set BOMSTREAM_TICKET_KEYS="\$\(openssl/,
    );
    expectFault(
      life!,
      'warn',
      /^BOMSTREAM_WALL_CLOCK_SECONDS is not set/,
      /secrets set .*SECONDS=400 on a paid/,
    );
  });

  it('that keep a function from booting', async () => {
    await stack.set('BOMSTREAM_RUNNER_KEY', 'short');
    await stack.kill('organizations');
    try {
      const isDown = async () => (await deployed()).filter(({ state }) => state === 'fail');
      await expect.poll(isDown, { timeout: 60_000 }).toHaveLength(1);
      expectFault(await isDown(), 'fail', /organizations does not boot: status 503/, /secrets set/);
    } finally {
      await stack.set('BOMSTREAM_RUNNER_KEY', stack.keys.runnerKey);
    }
  });
});

describe('a supplier', () => {
  /** What is found by a run that asks it. */
  async function run(): Promise<Finding[]> {
    const member = await enter(target) as Member;
    const undos: (() => Promise<unknown>)[] = [];
    const findings: Finding[] = [];
    for await (const finding of checkRun(member, site.database, (undo) => undos.push(undo))) {
      findings.push(finding);
    }
    for (const undo of undos.reverse()) await undo();
    return findings;
  }
  afterEach(() => admin.query('delete from bomstream.supplier_limits'));

  it('that refuses the key', async () => {
    await set({ MOUSER_API_KEY: 'another key' }, async () => {
      await run();
      expectFault(
        checkSuppliers(await site.health()),
        'fail',
        /mouser-sandbox refuses the key/,
        /secrets set MOUSER_API_KEY=/,
      );
    }, 'enrichment-runner');
  });

  it('whose day is used up, for which a run may wait until tomorrow', async () => {
    await run();
    await admin.query('update bomstream.supplier_limits set used_today = calls_per_day');
    expectFault(
      await run(),
      'warn',
      /^The run was accepted and is waiting for a supplier/,
      /about suppliers below/,
    );
    expectFault(checkSuppliers(await site.health()), 'warn', /are used up/, /set calls_per_day/);
  });
});

describe('a stream', () => {
  /**
   * Something between the doctor and the functions that does this to streams. Silence is longer than a stream takes to
   * see that a run has begun.
   */
  async function through(
    pass: (stream: ReadableStream<Uint8Array>, to: ServerResponse) => Promise<void>,
    patience = { connectedMs: 1_000, runMs: 20_000, silentMs: 8_000 },
  ): Promise<Finding[]> {
    const proxy = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = await fetch(`${stack.apiUrl}${request.url}`, {
        method: request.method!,
        headers: request.headers as Record<string, string>,
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      });
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      });
      if (request.url!.includes('enrichment-stream/') && answer.status === 200) {
        response.flushHeaders();
        await pass(answer.body!, response);
      } else {
        response.end(Buffer.from(await answer.arrayBuffer()));
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const member = await enter({ ...target, apiUrl: `http://127.0.0.1:${port}` }) as Member;
    const findings: Finding[] = [];
    const undos: (() => Promise<unknown>)[] = [];
    const later = (undo: () => Promise<unknown>) => void undos.push(undo);
    for await (const finding of checkRun(member, site.database, later, patience)) findings.push(finding);
    for (const undo of undos.reverse()) await undo();
    proxy.closeAllConnections();
    proxy.close();
    return findings;
  }
  const write = async (stream: ReadableStream<Uint8Array>, to: ServerResponse) => {
    for await (const chunk of stream) to.write(chunk);
    to.end();
  };

  it('that comes as it is sent is as it should be', async () => {
    expect((await through(write)).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  it('that is cut now and then, too', async () => {
    let cuts = 2;
    const findings = await through(async (stream, to) => {
      for await (const chunk of stream) {
        to.write(chunk);
        if (cuts-- > 0) break;
      }
      to.end();
    });
    expect(findings.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  it('that a proxy buffers', async () => {
    const found = await through(async (stream, to) => {
      to.end(Buffer.from(await new Response(stream).arrayBuffer()));
    });
    expectFault(
      found,
      'fail',
      /is buffered: nothing came for 1 s, and then all of it at once/,
      /proxy_buffering off/,
    );
  });

  it('that a proxy stops passing on', async () => {
    const found = await through(async (stream, to) => {
      const { value } = await stream.getReader().read();
      to.write(value);
    });
    expectFault(found, 'fail', /is silent: the run ended, and 8 s later/, /proxy_buffering off/);
  });
});
