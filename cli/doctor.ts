/** `bomstream doctor`: looks at a running project from outside, one thing after the other, and says how to mend what is wrong. */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createSupabaseDatabase } from '../shared/database/supabase.ts';
import { type Api, messageOf } from './api-client.ts';
import { follow } from './follow.ts';
import { findLocalProject } from './local-install.ts';
import { findOrganization, type Project, projectInEnvironment, signIn } from './project.ts';

/** A healthy run of three lines takes a second; one that cron has to start takes ten more. */
const RUN_TIMEOUT_MS = 30_000;
/** Cron ticks every 10 s where it knows seconds, each minute elsewhere. */
const TICK_TIMEOUT_MS = 70_000;
const TICK_LOOK_MS = 1_000;
const TICK_FRESH_SECONDS = 65;

/** Three lines whose end is known: one that decodes, one nobody knows, one that is not placed. */
const CHECK_BOM = 'MPN,Manufacturer,DNP\nRC0603FR-0710KL,Yageo,\nDOCTOR-CHECK-1,,\nRC0603FR-0711KL,Yageo,x\n';

interface Target extends Project {
  readonly secretKey: string;
}

/** A check that failed, with what mends it. */
class Ill extends Error {
  constructor(message: string, readonly mend: string) {
    super(message);
  }
}

const Invocation = z.object({
  reason: z.string(),
  status_code: z.int().nullable(),
  error: z.string().nullable(),
});
type Invocation = z.infer<typeof Invocation>;

const Health = z.object({
  cron_job: z.object({ schedule: z.string(), active: z.boolean() }).nullable(),
  last_tick: z.object({ status: z.string(), message: z.string().nullable(), age_seconds: z.number() })
    .nullable(),
  missing_secrets: z.array(z.string()),
  net_open_to: z.array(z.string()),
  last_invocation: Invocation.nullable(),
  unanswered_invocations: z.int(),
});

const StoreState = z.object({ ok: z.boolean(), reason: z.string().optional() });
const StoreHealth = z.object({ redis: StoreState, redis_writes: StoreState, table: StoreState });

/** What a run also needs, although it ends without: where Redis fails, events arrive late. */
const STORES: readonly (readonly [keyof z.infer<typeof StoreHealth>, mend: string])[] = [
  [
    'redis',
    'See whether UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN are those of the database, and its quota.',
  ],
  [
    'redis_writes',
    'not_permitted: use the standard token of the Upstash database, not its read-only token. over_quota, out_of_memory: see its limits in the Upstash console.',
  ],
  ['table', 'The logs of enrichment-stream and of the database say why.'],
];

/** Yields what was found, and ends at the first thing that is wrong: what follows would only fail of it. */
async function* examine(): AsyncGenerator<string> {
  const target = await findTarget();
  await expectStackUp(target);
  yield `the stack is up: ${target.apiUrl}`;

  const { api, organizationId } = await enter(target);
  yield `${target.email} can sign in`;

  const bomId = await startCheckRun(api, organizationId);
  yield 'a run was accepted';

  const ids = await followRun(api, bomId);
  yield `${ids.length} events arrived, in order and without a hole, and the stream ended`;

  await expectNoContent(api, bomId, ids.at(-1)!);
  yield 'coming back after the end is answered with 204';

  await expectStores(api);
  yield 'Redis can be read and written, and the table be read';

  const health = () =>
    createSupabaseDatabase({ url: target.apiUrl, secretKey: target.secretKey }).call(
      'bomstream_health',
      {},
      Health,
    );
  expectCronJob(await health());
  yield `the cron job is there: ${(await health()).cron_job!.schedule}`;

  const ageSeconds = await expectTick(health);
  yield `it ticked ${Math.round(ageSeconds)} s ago`;

  expectClosedNet(await health());
  yield expectInvocationAnswered(await health());
}

/** A project named by the environment, or the stack of this folder. */
async function findTarget(): Promise<Target> {
  let project: Project | null;
  try {
    project = projectInEnvironment();
  } catch (error) {
    throw new Ill(
      messageOf(error),
      'A member who may edit is needed, and the secret key for what only an operator sees.',
    );
  }
  if (project) {
    const secretKey = process.env.SUPABASE_SECRET_KEY;
    if (!secretKey) {
      throw new Ill('SUPABASE_SECRET_KEY is not set', 'Set it to the secret key named default.');
    }
    return { ...project, secretKey };
  }
  const local = await findLocalProject();
  if (!local) throw new Ill('no stack is running here', 'Start it in another terminal: npm start -- --serve');
  return local;
}

async function expectStackUp({ apiUrl }: Target): Promise<void> {
  const mend =
    'Start it in another terminal: npm start -- --serve. For a hosted project, check SUPABASE_URL.';
  let keys: number;
  try {
    const response = await fetch(`${apiUrl}/auth/v1/.well-known/jwks.json`);
    keys = (await response.json()).keys.length;
  } catch {
    throw new Ill(`${apiUrl} does not answer`, mend);
  }
  if (keys === 0) {
    throw new Ill(
      'the project signs its tokens with a shared secret only',
      'Switch to asymmetric JWT signing keys in the project settings.',
    );
  }
}

async function enter(target: Target): Promise<{ api: Api; organizationId: string }> {
  let api: Api;
  try {
    api = await signIn(target);
  } catch (error) {
    throw new Ill(messageOf(error), 'Check the address, the password and the publishable key.');
  }
  let organizationId: string | null;
  try {
    organizationId = await findOrganization(api);
  } catch (error) {
    throw new Ill(
      `the function boms does not work: ${messageOf(error)}`,
      'Deploy the functions and set their secrets (docs/operations.md); their logs say what is missing.',
    );
  }
  if (organizationId) return { api, organizationId };
  throw new Ill(
    `${target.email} belongs to no organization as editor`,
    'Add a row to organization_members (docs/guide.md).',
  );
}

async function startCheckRun(api: Api, organizationId: string): Promise<string> {
  try {
    const organization = { organization_id: organizationId };
    const { bom_id, latest_run } = await api.call('POST /boms', {
      body: { ...organization, name: 'Doctor check', csv: CHECK_BOM },
    });
    // The organization has its BOMs started by themselves.
    if (latest_run) return bom_id;
    await api.call('POST /enrichment/:bom_id/start', {
      params: { bom_id },
      body: { ...organization, mode: 'all' },
    });
    return bom_id;
  } catch (error) {
    throw new Ill(
      `a run cannot be started: ${messageOf(error)}`,
      'The sentence above says why; the logs of the function enrichment say more.',
    );
  }
}

async function followRun(api: Api, bomId: string): Promise<string[]> {
  const ids: string[] = [];
  const timeout = delay(RUN_TIMEOUT_MS).then(() => 'timeout' as const);
  let last;
  try {
    last = await Promise.race([follow(api, bomId, (event) => ids.push(event.event_id)), timeout]);
  } catch (error) {
    throw new Ill(
      `the stream is refused: ${messageOf(error)}`,
      'The logs of the function enrichment-stream say why.',
    );
  }
  if (last === 'timeout') {
    throw new Ill(
      `no end of the run within ${RUN_TIMEOUT_MS / 1000} s; last event: ${ids.at(-1) ?? 'none'}`,
      'The runner was not called or died: look at bomstream.invocations and at the logs of the function enrichment-runner.',
    );
  }
  const first = Number(ids[0]!.split('-')[1]);
  if (ids.some((id, i) => id !== `1-${first + i}`)) {
    throw new Ill(
      `events arrived out of order: ${ids.join(', ')}`,
      'This is a defect of bomstream. Please report it with this line.',
    );
  }
  // A run that the organization's BOMs begin by themselves does not count the line that it skips.
  const { enriched_items, not_found_items, failed_items, pending_items } = last.state;
  if (enriched_items !== 1 || not_found_items !== 1 || failed_items !== 0 || pending_items !== 0) {
    throw new Ill(
      `the run ended with unexpected counts: ${JSON.stringify(last.state)}`,
      'This is a defect of bomstream. Please report it with this line.',
    );
  }
  return ids;
}

async function expectNoContent(api: Api, bomId: string, lastId: string): Promise<void> {
  const response = await fetch(`${api.baseUrl}/enrichment-stream/${bomId}`, {
    headers: { authorization: `Bearer ${await api.token()}`, 'last-event-id': lastId },
  });
  await response.body?.cancel();
  if (response.status !== 204) {
    throw new Ill(
      `coming back after the end was answered with ${response.status}`,
      'Browsers would reconnect for ever: deploy the newest enrichment-stream.',
    );
  }
}

/** As the functions see them: only they have what opens Redis. */
async function expectStores({ baseUrl }: Api): Promise<void> {
  const response = await fetch(`${baseUrl}/enrichment-stream/health`);
  const stores = StoreHealth.parse(await response.json());
  for (const [name, mend] of STORES) {
    const { ok, reason } = stores[name];
    if (!ok) throw new Ill(`${name.replace('_', ' ')}: ${reason}`, mend);
  }
}

function expectCronJob({ cron_job, missing_secrets }: z.infer<typeof Health>): void {
  if (!cron_job) {
    throw new Ill(
      'there is no cron job bomstream-tick',
      "Enable pg_cron and run: select cron.schedule('bomstream-tick', '10 seconds', 'select public.bomstream_tick()')",
    );
  }
  if (!cron_job.active) {
    throw new Ill(
      'the cron job bomstream-tick is switched off',
      "Run: select cron.alter_job((select jobid from cron.job where jobname = 'bomstream-tick'), active := true)",
    );
  }
  if (missing_secrets.length > 0) {
    throw new Ill(
      `Vault has no secret ${missing_secrets.join(', ')}`,
      `Run: select vault.create_secret('<value>', '${
        missing_secrets[0]
      }') (docs/operations.md says which value)`,
    );
  }
}

function expectClosedNet({ net_open_to }: z.infer<typeof Health>): void {
  const [role] = net_open_to;
  if (!role) return;
  throw new Ill(
    `the role ${role} may read net.http_request_queue, where the runner's key stands in the headers`,
    `Run as the owner: revoke all on all tables in schema net from public, anon, authenticated`,
  );
}

/** What the answer to an invocation that did not work says about why. */
const INVOCATION_FAILURES:
  readonly (readonly [is: (invocation: Invocation) => boolean, why: string, mend: string])[] = [
    [
      ({ error }) => /timeout/i.test(error ?? ''),
      'was not answered within 2 s',
      'See whether project_url in Vault is this project, and what the logs of enrichment-runner say; it answers at once when it boots.',
    ],
    [
      ({ error }) => /no answer/.test(error ?? ''),
      'got no answer from pg_net at all',
      'The worker of pg_net is down, or its queue does not move: select net.worker_restart(), or restart the database.',
    ],
    [
      ({ status_code }) => status_code === 401 || status_code === 403,
      'was refused',
      "Put the value of BOMSTREAM_RUNNER_KEY into Vault: select vault.update_secret((select id from vault.secrets where name = 'runner_key'), '<key>')",
    ],
    [({ status_code }) => status_code === 404, 'found no function', 'Deploy enrichment-runner.'],
    [
      ({ status_code }) => status_code === 546,
      'met the limits of the platform (546)',
      'The isolate ran out of memory, CPU or time: lower bomstream.settings.max_runners, and set BOMSTREAM_WALL_CLOCK_SECONDS to what your plan has.',
    ],
    [
      ({ status_code, error }) => error !== null || (status_code !== null && status_code >= 300),
      'failed',
      'The logs of enrichment-runner say why; 503 means that it does not boot.',
    ],
  ];

function expectInvocationAnswered(
  { last_invocation, unanswered_invocations }: z.infer<typeof Health>,
): string {
  if (!last_invocation) return 'no invocation was needed yet';
  const failure = INVOCATION_FAILURES.find(([is]) => is(last_invocation));
  if (!failure) {
    return `the last invocation was answered${
      last_invocation.status_code ? ` with ${last_invocation.status_code}` : ' not yet'
    }`;
  }
  const [, why, mend] = failure;
  const said = last_invocation.error ?? `status ${last_invocation.status_code}`;
  const others = unanswered_invocations > 1
    ? ` (${unanswered_invocations} without an answer within the last hour)`
    : '';
  throw new Ill(`the last call of the runner by cron ${why}: ${said}${others}`, mend);
}

/** @returns the age of the newest tick in seconds */
async function expectTick(health: () => Promise<z.infer<typeof Health>>): Promise<number> {
  for (const deadline = Date.now() + TICK_TIMEOUT_MS;; await delay(TICK_LOOK_MS)) {
    const { last_tick } = await health();
    if (last_tick?.status === 'failed') {
      throw new Ill(
        `the last tick failed: ${last_tick.message}`,
        'Run select public.bomstream_tick() by hand as postgres and mend what it says.',
      );
    }
    if (last_tick && last_tick.age_seconds <= TICK_FRESH_SECONDS) return last_tick.age_seconds;
    if (Date.now() > deadline) {
      throw new Ill(
        'cron does not tick',
        'The pg_cron worker has stopped: restart the database (locally: stop and npm start again).',
      );
    }
  }
}

/** @returns the exit code: 0 when everything works */
export async function doctor(): Promise<number> {
  try {
    for await (const found of examine()) console.log(`ok    ${found}`);
    console.log('\nEverything works.');
    return 0;
  } catch (error) {
    console.log(`FAIL  ${messageOf(error)}`);
    if (error instanceof Ill) console.log(`      ${error.mend}`);
    return 1;
  }
}
