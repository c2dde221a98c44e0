/**
 * What a run loses when all its workers are killed at once, as by a deployment or a crash of the database: the product's
 * own workers over SQL, with a supplier that takes its time. Whoever is missing is replaced at once, so that neither cron
 * nor the start of an isolate is part of it.
 */
import pg from 'pg';
import { pause } from '../../../shared/runner/pause.ts';
import { createRunQueue } from '../../../shared/runner/queue.ts';
import type { EnrichLines } from '../../../shared/enrich/port.ts';
import { work } from '../../../shared/runner/work.ts';
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from '../figure.ts';
import { median } from '../numbers.ts';
import { overSql, withDatabases } from './databases.ts';
import { newBom, startRun } from './runs.ts';

const LINES = 3_000;
const WORKERS = 4;
/** An operator may set it; the product's own 30 s would only make the bench longer. */
const LEASE_SECONDS = 5;
/** A supplier's answer about ten part numbers, one call after the other. */
const CALL_MS = 100;
const PARTS_A_CALL = 10;
/** Every worker has a batch of the largest size by then. */
const KILL_AFTER_MS = 1_500;
const LOOK_MS = 50;
const ROUNDS = 3;
const MOST = 1.3;

export async function measureMassDeath(options: BenchOptions): Promise<BenchResult> {
  console.error('all workers are killed at once');
  return await withDatabases(async ({ withDatabase }) => {
    const rounds: { readonly undisturbed: number; readonly killed: number }[] = [];
    while (rounds.length < roundsOf(options, ROUNDS)) {
      const undisturbed = await withDatabase(({ client, url }) => secondsOf(client, url, null));
      const killed = await withDatabase(({ client, url }) => secondsOf(client, url, KILL_AFTER_MS));
      rounds.push({ undisturbed, killed });
    }
    return { figures: [figureOf(rounds)], measurements: { massDeath: rounds } };
  });
}

/** How long a run takes from its start to its end. */
async function secondsOf(client: pg.Client, url: string, killAfterMs: number | null): Promise<number> {
  await client.query('update bomstream.settings set lease_seconds = $1, max_runners = $2', [
    LEASE_SECONDS,
    WORKERS,
  ]);
  const numbers = Array.from({ length: LINES }, (_, i) => `PART-${i}`);
  const runId = await startRun(client, await newBom(client, numbers));
  const alive = new Set<AbortController>();
  const began = performance.now();
  let toKill = killAfterMs !== null;
  for (;;) {
    const { rows: [state] } = await client.query(
      `select r.completed_at is not null as ended,
              exists (select from bomstream.bom_lines l where l.run_id = r.id and l.status = 'pending' and l.visible_at <= now()) as work
       from bomstream.enrichment_runs r where r.id = $1`,
      [runId],
    );
    if (state.ended) return (performance.now() - began) / 1_000;
    if (toKill && performance.now() - began >= killAfterMs!) {
      toKill = false;
      for (const death of alive) death.abort();
      alive.clear();
    }
    while (state.work && alive.size < WORKERS) startWorker(url, alive);
    await pause(LOOK_MS);
  }
}

/** Works until nothing is left or it is killed: from then on nothing of it reaches the database. */
function startWorker(url: string, alive: Set<AbortController>): void {
  const death = new AbortController();
  alive.add(death);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  death.signal.addEventListener('abort', () => void client.end());
  const enrich: EnrichLines = async (lines) => {
    await pause(CALL_MS * Math.ceil(lines.length / PARTS_A_CALL));
    if (death.signal.aborted) await new Promise(() => {});
    return lines.map(({ line_id, fence }) => ({ line_id, fence, status: 'not_found', remarks: [] }));
  };
  void client.connect().then(() =>
    work(crypto.randomUUID(), {
      queue: createRunQueue(overSql(client), null),
      enrich,
      publish: (publication) => {
        const newest = publication?.events.at(-1) as { event_id: string } | undefined;
        return Promise.resolve(
          publication && newest ? { bom_id: publication.bom_id, event_id: newest.event_id } : null,
        );
      },
      log: () => {},
      pause,
      every: (ms, beat) => {
        const timer = setInterval(beat, ms);
        const stop = () => clearInterval(timer);
        death.signal.addEventListener('abort', stop);
        return stop;
      },
      batchPauseMs: 0,
      now: () => performance.now(),
      timeLeftMs: () => Infinity,
      signal: new AbortController().signal,
    })
  ).then(async () => {
    if (!alive.delete(death)) return;
    await client.end();
  });
}

function figureOf(rounds: readonly { readonly undisturbed: number; readonly killed: number }[]): Figure {
  // what is left beside the one lease that every held line has to wait for
  const times = median(rounds.map(({ undisturbed, killed }) => (killed - LEASE_SECONDS) / undisturbed));
  const undisturbed = median(rounds.map((round) => round.undisturbed));
  const killed = median(rounds.map((round) => round.killed));
  return {
    figure: `${
      LINES.toLocaleString('en-US')
    } lines, all ${WORKERS} workers killed once, lease of ${LEASE_SECONDS} s`,
    value: `${killed.toFixed(1)} s, undisturbed ${undisturbed.toFixed(1)} s: one lease + ${
      times.toFixed(2)
    } times`,
    target: `≤ one lease + ${MOST} times`,
    met: times <= MOST,
  };
}
