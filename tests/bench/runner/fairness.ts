/** What a small BOM of one tenant waits while another tenant's large one runs, in the product as it starts. */
import { newTenant, type Tenant } from '../../support/tenant.ts';
import type { BenchOptions, BenchResult, Figure } from '../figure.ts';
import { count, median, spread } from '../numbers.ts';
import { resistors } from '../../support/resistors.ts';
import { supplierParts } from './parts.ts';
import { until } from './runs.ts';
import { type BenchStack, databaseNow, RUNNER, withStack } from './stack.ts';
import { type BenchSupplier, withSupplier } from './supplier.ts';

const LARGE_LINES = 10_000;
const SMALL_LINES = 20;
const SMALL_BOMS = 5;
const QUICK_SMALL_BOMS = 3;
const LATENCY_MS = 200;
const MOST = 3;
/** What A starts with the highest priority, and how many of these have not ended at any time. */
const LOUD_LINES = 100;
const LOUD_RUNS = 3;
/** Of a day's calls, and the lines of A's that would need twice as many. */
const CALLS_LEFT = 20;
const MADE_UP_LINES = 400;
const MOST_SECONDS = 60;
/** As many as may be at work at once where nobody has set another number. */
const ISOLATES = 4;

interface Waits {
  readonly setting: string;
  /** Milliseconds from the start request to the end of the run. */
  readonly alone: number[];
  readonly beside: number[];
  /** Had the first one waited until the large run was through: computed from how fast that went. */
  readonly firstInFirstOut: number;
}

type Parts = (count: number, first: number) => string[];

const OPTIONS = { isolatesPerFunction: { [RUNNER]: ISOLATES } };
const smallBomsOf = ({ quick }: BenchOptions) => quick ? QUICK_SMALL_BOMS : SMALL_BOMS;

/** Where a supplier takes its time. */
export async function measureFairness(options: BenchOptions): Promise<BenchResult> {
  const smallBoms = smallBomsOf(options);
  return await withSupplier(OPTIONS, async (bench) => {
    await bench.supplier.fail({ kind: 'slow', ms: LATENCY_MS });
    const besideLarge = await waits(bench, `a supplier of ${LATENCY_MS} ms`, supplierParts, smallBoms);
    const besideLoud = await waitsBesideLoud(bench, besideLarge.alone, smallBoms);
    const seconds = await secondsOfLastCalls(bench);
    return {
      figures: [figureOf(besideLarge), loudFigureOf(besideLarge.alone, besideLoud), dayFigureOf(seconds)],
      measurements: { fairness: { besideLarge, besideLoud, seconds } },
    };
  });
}

/** Where the machine's CPU is all that runs take. */
export async function measureFairnessOfCpu(options: BenchOptions): Promise<BenchResult> {
  const decoding = await withStack(
    OPTIONS,
    (bench) => waits(bench, 'decoders alone', resistors, smallBomsOf(options)),
  );
  return { figures: [figureOf(decoding)], measurements: { fairnessOfCpu: { decoding } } };
}

/** Milliseconds of B's small runs while A always has runs of the highest priority that have not ended. */
async function waitsBesideLoud(
  bench: BenchSupplier,
  alone: readonly number[],
  smallBoms: number,
): Promise<number[]> {
  console.error('fairness, beside priorities of 9');
  const [loud, small] = [await newTenant(bench.stack), await newTenant(bench.stack)];
  const from = 2 * LARGE_LINES;
  let isOver = false;
  let started = 0;
  const starting = Promise.all(Array.from({ length: LOUD_RUNS }, async () => {
    while (!isOver) {
      const bomId = await loud.importBom(supplierParts(LOUD_LINES, from + ++started * LOUD_LINES));
      const { organizationId: organization_id } = loud;
      await loud.call('POST', `enrichment/${bomId}/start`, { organization_id, priority: 9 });
      await until(async () => isOver || (await runOf(bench, bomId)).ended !== null);
      if (isOver) await loud.call('POST', `enrichment/${bomId}/cancel`);
    }
  }));
  const times: number[] = [];
  try {
    await until(() => Promise.resolve(started >= 2 * LOUD_RUNS));
    for (let i = 0; i < smallBoms; i++) {
      // before everything that A asks about
      times.push(await timeOf(bench, small, supplierParts(SMALL_LINES, from - (1 + i) * SMALL_LINES)));
    }
  } finally {
    isOver = true;
    await starting;
  }
  if (times.length < alone.length) throw new Error('A was not loud for long enough');
  return times;
}

/** Seconds of B's one line after A has asked for more than the calls that are left of the supplier's day. */
async function secondsOfLastCalls(bench: BenchSupplier): Promise<number> {
  console.error('fairness, the last calls of a day');
  const [greedy, small] = [await newTenant(bench.stack), await newTenant(bench.stack)];
  const from = 4 * LARGE_LINES;
  await bench.admin.query('update bomstream.supplier_limits set calls_per_day = used_today + $1', [
    CALLS_LEFT,
  ]);
  const bomId = await greedy.importBom(supplierParts(MADE_UP_LINES, from));
  await greedy.start(bomId);
  await until(async () => (await runOf(bench, bomId)).waitingFor === 'supplier_day');
  return await timeOf(bench, small, supplierParts(1, from - 1)) / 1_000;
}

async function waits(bench: BenchStack, setting: string, parts: Parts, smallBoms: number): Promise<Waits> {
  console.error(`fairness, ${setting}`);
  const [large, small] = [await newTenant(bench.stack), await newTenant(bench.stack)];
  const next = (i: number) => parts(SMALL_LINES, LARGE_LINES + 1 + i * SMALL_LINES);
  for (let i = 0; i < ISOLATES; i++) await timeOf(bench, small, next(i));
  const alone: number[] = [];
  for (let i = 0; i < smallBoms; i++) alone.push(await timeOf(bench, small, next(ISOLATES + i)));

  const largeId = await large.importBom(parts(LARGE_LINES, 1));
  await large.start(largeId);
  await until(async () => (await runOf(bench, largeId)).settled > 0);
  const [began, before] = [await databaseNow(bench.admin), await runOf(bench, largeId)];
  const beside: number[] = [];
  while (beside.length < smallBoms) {
    const time = await timeOf(bench, small, next(ISOLATES + smallBoms + beside.length));
    if ((await runOf(bench, largeId)).ended) break;
    beside.push(time);
  }
  const [ended, after] = [await databaseNow(bench.admin), await runOf(bench, largeId)];
  await large.call('POST', `enrichment/${largeId}/cancel`);
  const perMs = (after.settled - before.settled) / (ended - began);
  return {
    setting,
    alone,
    beside,
    firstInFirstOut: (LARGE_LINES - before.settled) / perMs + median(alone),
  };
}

async function timeOf(bench: BenchStack, tenant: Tenant, partNumbers: readonly string[]): Promise<number> {
  const bomId = await tenant.importBom(partNumbers);
  const began = Date.now();
  await tenant.start(bomId);
  await until(async () => (await runOf(bench, bomId)).ended !== null);
  return (await runOf(bench, bomId)).ended! - began;
}

async function runOf({ admin }: BenchStack, bomId: string) {
  const { rows: [run] } = await admin.query(
    `select total_items - pending_items as settled, waiting_for, extract(epoch from completed_at) * 1000 as ended
     from bomstream.enrichment_runs where bom_id = $1`,
    [bomId],
  );
  return {
    settled: Number(run.settled),
    ended: run.ended === null ? null : Number(run.ended),
    waitingFor: run.waiting_for as string | null,
  };
}

function figureOf({ setting, alone, beside, firstInFirstOut }: Waits): Figure {
  const [one, two] = [median(alone), median(beside)];
  return {
    figure: `${SMALL_LINES} lines of B while A runs ${count(LARGE_LINES)}, ${setting}`,
    value: `${Math.round(two)} ms (alone ${Math.round(one)} ms: ${(two / one).toFixed(1)} ×)`,
    peers: `first in, first out, computed: ${(firstInFirstOut / 1_000).toFixed(1)} s`,
    target: `≤ ${MOST} × alone`,
    met: two <= MOST * one,
  };
}

function loudFigureOf(alone: readonly number[], besideLoud: readonly number[]): Figure {
  const [one, two] = [median(alone), median(besideLoud)];
  return {
    figure: `${SMALL_LINES} lines of B while A starts priorities of 9 again and again`,
    value: `${spread(besideLoud, 0)} ms (alone ${spread(alone, 0)} ms): ${(two / one).toFixed(1)} ×`,
    target: `≤ ${MOST} × alone`,
    met: two <= MOST * one,
  };
}

function dayFigureOf(seconds: number): Figure {
  return {
    figure:
      `a line of B's after A asked for ${MADE_UP_LINES} made-up parts with ${CALLS_LEFT} calls left in the day`,
    value: `${seconds.toFixed(1)} s`,
    target: `≤ ${MOST_SECONDS} s`,
    met: seconds <= MOST_SECONDS,
  };
}
