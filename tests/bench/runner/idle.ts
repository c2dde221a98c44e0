/** What the product asks of the database and of HTTP while nothing runs. */
import { newTenant } from '../../support/tenant.ts';
import type { BenchOptions, BenchResult, Figure } from '../figure.ts';
import { count } from '../numbers.ts';
import { resistors } from '../../support/resistors.ts';
import { until } from './runs.ts';
import { type BenchStack, withStack } from './stack.ts';

/** A few ticks, or at least one. */
const WATCHED_MS = 31_000;
const QUICK_WATCHED_MS = 11_000;
/** Workers of the last run are gone by then, and all invocations are answered. */
const SETTLE_MS = 5_000;
const OBEYS_MS = 500;
const LOG_BLOCK_BYTES = 64 * 1024;
const HOUR_MS = 3_600_000;

const TICK = 'select public.bomstream_tick()';
const SWEEP = 'select public.bomstream_sweep() from generate_series(1, 3)';
/** What the look-alike of pg_cron does around each job, and to find them; the real one is no client of SQL. */
const CRON_LOOK = 'select jobid, schedule, command from cron.job where active';
const CRON_AROUND = [
  'begin; set local role postgres',
  'commit',
  'insert into cron.job_run_details (jobid, status, return_message, start_time, end_time) values ($1, $2, $3, $4, now())',
];

/** An install that has worked, and has nothing to do now. */
export async function watchIdle({ quick }: BenchOptions): Promise<BenchResult> {
  return await withStack({}, async (bench) => {
    const tenant = await newTenant(bench.stack);
    const bomId = await tenant.importBom(resistors(20));
    await tenant.start(bomId);
    await until(async () => {
      const { rows: [row] } = await bench.admin.query(
        'select completed_at, published_seq = last_seq as published from bomstream.enrichment_runs where bom_id = $1',
        [bomId],
      );
      return row.completed_at !== null && row.published;
    });
    await sleep(SETTLE_MS);
    const ms = quick ? QUICK_WATCHED_MS : WATCHED_MS;
    return figureOf(await watch(bench, ms), ms);
  });
}

interface Watched {
  readonly ticks: number;
  readonly sweeps: number;
  readonly looks: number;
  /** Statements that belong to none of them. */
  readonly others: readonly string[];
  readonly httpCalls: number;
}

async function watch(bench: BenchStack, ms: number): Promise<Watched> {
  const before = await httpCalls(bench);
  const statements = await statementsDuring(bench, ms);
  return {
    ticks: statements.filter((text) => text === TICK).length,
    sweeps: statements.filter((text) => text === SWEEP).length,
    looks: statements.filter((text) => text === CRON_LOOK).length,
    others: statements.filter((text) => ![TICK, SWEEP, CRON_LOOK, ...CRON_AROUND].includes(text)),
    httpCalls: await httpCalls(bench) - before,
  };
}

/** Every statement that the server was sent by anybody but us, from its own log. */
async function statementsDuring({ admin, stack }: BenchStack, ms: number): Promise<string[]> {
  const [begin, end] = [`select 'begin ${crypto.randomUUID()}'`, `select 'end ${crypto.randomUUID()}'`];
  await admin.query(`alter system set log_statement = 'all'`);
  await admin.query('select pg_reload_conf()');
  // the server obeys a moment later
  await sleep(OBEYS_MS);
  await admin.query(begin);
  await sleep(ms);
  await admin.query(end);
  // The log is written in blocks: this fills up the last one.
  await admin.query(`select 'filler ${'x'.repeat(LOG_BLOCK_BYTES)}'`);
  let log = '';
  await until(async () => (log = await Deno.readTextFile(stack.databaseLog!)).includes(end));
  const watched = log.slice(log.indexOf(begin) + begin.length, log.indexOf(end));
  return [...watched.matchAll(/LOG: {2}(?:statement|execute [^:]+): (.*)/g)].map(([, text = '']) => text)
    .filter(Boolean);
}

/** Requests that the database has asked pg_net for so far, and those it has answers to. */
async function httpCalls({ admin }: BenchStack): Promise<number> {
  const { rows: [row] } = await admin.query(
    `select (select count(*) from bomstream.invocations) + (select count(*) from net.http_request_queue)
          + (select count(*) from net._http_response) as calls`,
  );
  return Number(row.calls);
}

function figureOf({ ticks, sweeps, looks, others, httpCalls }: Watched, ms: number): BenchResult {
  const perHour = (n: number) => count(n * HOUR_MS / ms);
  const figure: Figure = {
    figure: `idle database, statements and HTTP calls an hour, from ${ms / 1_000} s`,
    value: `${perHour(ticks)} ticks, ${perHour(sweeps)} sweeps, ${perHour(others.length)} others; ${
      perHour(httpCalls)
    } calls`,
    target: 'ticks and sweeps only; 0 calls',
    met: ticks > 0 && others.length === 0 && httpCalls === 0,
  };
  return {
    figures: [figure],
    notes: [
      `Idle: the local look-alike of pg_cron also looks for jobs (${
        perHour(looks)
      } an hour) and notes each run; pg_cron itself does so without being a client.`,
    ],
    measurements: { idle: { ticks, sweeps, looks, others, httpCalls } },
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
