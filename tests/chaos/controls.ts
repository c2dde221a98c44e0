/**
 * The guards, each with a change that takes it away, a schedule that needs it, and the check that has to notice.
 * Each schedule runs twice, with the guard and without: a check that complains in both cases is worth as little as
 * one that never does.
 */
import pg from 'pg';
import type { Json } from '../support/tenant.ts';
import { results } from '../support/runs.ts';
import type { Kind } from './history.ts';
import type { Mutation } from './mutate.ts';
import { rpc } from './stray.ts';
import { endWaits } from './supplier.ts';
import { type Bom, eventually, startRun, type World } from './world.ts';

export interface Control {
  readonly guard: string;
  readonly mutations: readonly Mutation[];
  readonly caughtAs: Kind;
  /** Provokes the harm, on a BOM that has never run. */
  provoke(world: World, bom: Bom): Promise<void>;
}

const WAIT_MS = 20_000;

/** Guards of the database. Only the schedule's own workers are at work. */
export const DATABASE_CONTROLS: readonly Control[] = [
  {
    guard: 'the fence of a line',
    mutations: [{ where: 'commit_results', guard: 'and x.fence = l.fence', replacement: '' }],
    caughtAs: 'fence',
    // Two lanes of one worker, the first of which oversleeps: the worker check cannot tell them apart.
    async provoke(world, bom) {
      const worker = crypto.randomUUID();
      const run = await start(world, bom);
      const [early] = await claimAll(world, worker);
      await expireLeases(world, bom);
      const later = await claimAll(world, worker);
      await commit(world, worker, run, early.lines);
      for (const { lines } of later) await commit(world, worker, run, lines);
      await finish(world, bom);
    },
  },
  {
    guard: 'the worker of a line',
    mutations: [{ where: 'commit_results', guard: 'and l.worker_id = p_worker_id', replacement: '' }],
    caughtAs: 'settled once',
    // Commits of which only the answer was lost are sent again; these ones put their lines off.
    async provoke(world, bom) {
      const worker = crypto.randomUUID();
      const run = await start(world, bom);
      const [{ lines }] = await claimAll(world, worker);
      const putOff = lines.map(({ line_id, fence }: Json) => ({
        line_id,
        fence,
        status: 'retry',
        retry_after_ms: 0,
        uses_attempt: false,
      }));
      for (let sent = 0; sent < 2; sent++) {
        await rpc(world, 'bomstream_commit', { p_worker_id: worker, p_run_id: run, p_results: putOff });
      }
      await finish(world, bom);
    },
  },
  {
    // Either of the two is enough, so both have to go.
    guard: 'the state of the run, and the end of leases with it',
    mutations: [
      {
        where: 'commit_results',
        guard: "if v_run.id is null or v_run.status in ('completed', 'failed', 'cancelled') then",
        replacement: 'if v_run.id is null then',
      },
      {
        where: 'end_run',
        guard: "set fence = l.fence + 1, visible_at = '-infinity', worker_id = null",
        replacement: 'set visible_at = l.visible_at',
      },
    ],
    caughtAs: 'after the end',
    async provoke(world, bom) {
      const worker = crypto.randomUUID();
      const run = await start(world, bom);
      const [{ lines }] = await claimAll(world, worker);
      await bom.tenant.call('POST', `enrichment/${bom.id}/cancel`);
      await commit(world, worker, run, lines);
    },
  },
  {
    guard: 'the five seconds between events that tell of a wait alone',
    mutations: [{
      where: 'note_wait',
      guard: 'or (p_alone and v_run.wait_told_at > clock_timestamp() - c_apart)',
      replacement: '',
    }],
    caughtAs: 'waiting',
    // A supplier that is away and back again and again.
    async provoke(world, bom) {
      const worker = crypto.randomUUID();
      const run = await start(world, bom);
      for (const waits_for of ['supplier_minute', 'supplier_away', 'supplier_day']) {
        for (const { lines } of await claimAll(world, worker)) {
          await rpc(world, 'bomstream_commit', {
            p_worker_id: worker,
            p_run_id: run,
            p_results: lines.map(({ line_id, fence }: Json) => (
              { line_id, fence, status: 'retry', retry_after_ms: 3_600_000, uses_attempt: false, waits_for }
            )),
          });
        }
        await endWaits(world);
      }
      await finish(world, bom);
    },
  },
  {
    guard: 'the order of locks: the run before its lines',
    mutations: [{
      where: 'commit_results',
      guard: 'where r.id = p_run_id for no key update;',
      replacement: 'where r.id = p_run_id;',
    }],
    caughtAs: 'deadlock',
    // A commit that holds its lines is kept waiting for a component until a cancel has come in between.
    async provoke(world, bom) {
      const worker = crypto.randomUUID();
      const run = await start(world, bom);
      const [{ lines }] = await claimAll(world, worker);
      const answers = results(lines, 'enriched');
      const { orderable_key, mpn, manufacturer } = answers[0].component;
      await inTransaction(world, async (client) => {
        // Written and not committed: whoever commits the same component waits for us from now on.
        await client.query(
          `insert into bomstream.components as c (orderable_key, mpn, manufacturer, fields, quality_score)
           values ($1, $2, $3, '{}', 1)
           on conflict (organization_id, orderable_key, manufacturer) do update set quality_score = 1`,
          [orderable_key, mpn, manufacturer],
        );
        const committing = rpc(world, 'bomstream_commit', {
          p_worker_id: worker,
          p_run_id: run,
          p_results: answers,
        });
        await untilWaiting(world, 1);
        const cancelling = bom.tenant.call('POST', `enrichment/${bom.id}/cancel`);
        await untilWaiting(world, 2);
        await client.query('commit');
        await Promise.all([committing, cancelling]);
      });
      await bom.tenant.call('POST', `enrichment/${bom.id}/cancel`);
    },
  },
];

/** Guards of the functions: real runners work in a stack of their own. */
export const FUNCTION_CONTROLS: readonly Control[] = [
  {
    guard: 'Redis after Postgres',
    mutations: [{
      where: 'shared/runner/work.ts',
      guard: 'const reply = await handIn(',
      replacement: `for (const { bom_id, event_id } of told) {
        await publish({
          bom_id,
          expire_seconds: 3600,
          events: [{
            event_id: event_id.replace(/\\d+$/, (seq) => String(Number(seq) + 1)),
            event_type: 'enrichment.progress',
            bom_id,
            created_at: new Date().toISOString(),
            state: { status: 'enriching' },
          }],
        });
      }
      const reply = await handIn(`,
    }],
    caughtAs: 'redis invented',
    async provoke(world, bom) {
      await startRun(bom, 5);
      await untilEnded(world, bom);
    },
  },
  {
    guard: 'published_seq after the publish',
    mutations: [{
      where: 'shared/progress/publisher.ts',
      guard: `error: errorName(error) });
      return null;`,
      replacement: `error: errorName(error) });
      return { bom_id: bomId, event_id: (publication.events.at(-1) as { event_id: string }).event_id };`,
    }],
    caughtAs: 'redis incomplete',
    async provoke(world, bom) {
      await world.stack.failRedis('refuse');
      await startRun(bom, 5);
      await untilEnded(world, bom);
      await world.stack.failRedis('none');
      // A young isolate, whose breaker remembers no outage.
      await world.stack.kill('enrichment-runner');
      await world.sql(
        'update bomstream.enrichment_runs set publish_due_at = now() where published_seq < last_seq',
      );
    },
  },
  {
    guard: 'an answer that was cut off says nothing of what is not in it',
    mutations: [{
      where: 'shared/suppliers/findings.ts',
      guard: `isWhole ? { kind: 'not_found' } : { kind: 'transient', reason: 'incomplete' }`,
      replacement: `{ kind: 'not_found' }`,
    }],
    caughtAs: 'supplier',
    async provoke(world, bom) {
      // Any other supplier would have the part.
      const choose = (suppliers: readonly string[] | null) =>
        world.sql('update bomstream.organizations set suppliers = $1 where id = $2', [
          suppliers,
          bom.tenant.organizationId,
        ]);
      await choose(['mouser']);
      await world.suppliers.fail({ kind: 'cut_off' }, 1);
      await startRun(bom, 5);
      await untilEnded(world, bom);
      await choose(null);
    },
  },
];

/** Starts a run without calling a runner. */
async function start(world: World, { id, tenant }: Bom): Promise<string> {
  const { run } = await rpc(world, 'bomstream_start', {
    p_user_id: tenant.userId,
    p_bom_id: id,
    p_organization_id: tenant.organizationId,
    p_project_id: null,
    p_priority: 5,
    p_mode: 'all',
  });
  return run.run_id;
}

/** Claims until nothing is left to claim. */
async function claimAll(world: World, worker: string): Promise<[Json, ...Json[]]> {
  const claims: Json[] = [];
  for (;;) {
    const claim = await rpc(world, 'bomstream_claim', { p_worker_id: worker });
    if (!claim.run) break;
    claims.push(claim);
  }
  const [first, ...more] = claims;
  if (!first) throw new Error('there was nothing to claim');
  return [first, ...more];
}

async function commit(world: World, worker: string, run: string, lines: readonly Json[]): Promise<void> {
  await rpc(world, 'bomstream_commit', { p_worker_id: worker, p_run_id: run, p_results: results(lines) });
}

/** Lets time pass for the leases of a BOM. */
async function expireLeases({ sql }: World, { id }: Bom): Promise<void> {
  await sql(
    `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where bom_id = $1 and worker_id is not null`,
    [id],
  );
}

/** Works off what is left, as a good worker does. */
async function finish(world: World, bom: Bom): Promise<void> {
  const worker = crypto.randomUUID();
  await expireLeases(world, bom);
  for (;;) {
    const claim = await rpc(world, 'bomstream_claim', { p_worker_id: worker });
    if (!claim.run) return;
    await commit(world, worker, claim.run.run_id, claim.lines);
  }
}

/** Waits until that many sessions wait for a lock. @throws Error when it does not come to that */
async function untilWaiting({ sql }: World, sessions: number): Promise<void> {
  const isSo = await eventually(async () => {
    const [{ count }] = await sql(
      `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    return Number(count) >= sessions;
  }, WAIT_MS);
  if (!isSo) throw new Error(`no ${sessions} sessions wait for a lock`);
}

/** A transaction of our own, in which `work` holds what others then wait for. It is over when this returns. */
async function inTransaction({ stack }: World, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: stack.adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await work(client);
  } finally {
    // Ends the transaction too, so that a schedule that went wrong keeps nobody waiting.
    await client.end();
  }
}

async function untilEnded({ sql }: World, { id }: Bom): Promise<void> {
  await eventually(async () => {
    const [row] = await sql(
      `select 1 from bomstream.enrichment_runs where bom_id = $1 and completed_at is not null`,
      [id],
    );
    return row !== undefined;
  }, WAIT_MS);
}
