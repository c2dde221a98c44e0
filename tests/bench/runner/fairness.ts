/** What a small BOM of one tenant waits while another tenant's large one runs, in the product as it starts. */
import { newTenant, type Tenant } from '../../support/tenant.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { count, median } from '../numbers.ts';
import { decodableParts, supplierParts } from './parts.ts';
import { until } from './runs.ts';
import { type BenchStack, databaseNow, RUNNER, withStack } from './stack.ts';
import { withSupplier } from './supplier.ts';

const LARGE_LINES = 10_000;
const SMALL_LINES = 20;
const SMALL_BOMS = 5;
const QUICK_SMALL_BOMS = 3;
const LATENCY_MS = 200;
const MOST = 3;
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

export async function measureFairness({ quick }: BenchOptions) {
  const smallBoms = quick ? QUICK_SMALL_BOMS : SMALL_BOMS;
  const options = { isolatesPerFunction: { [RUNNER]: ISOLATES } };
  const results = [
    await withSupplier(options, async (bench) => {
      await bench.supplier.fail({ kind: 'slow', ms: LATENCY_MS });
      return await waits(bench, `a supplier of ${LATENCY_MS} ms`, supplierParts, smallBoms);
    }),
    await withStack(options, (bench) => waits(bench, 'decoders alone', decodableParts, smallBoms)),
  ];
  return { figures: results.map(figureOf), measurements: results };
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
    `select total_items - pending_items as settled, extract(epoch from completed_at) * 1000 as ended
     from bomstream.enrichment_runs where bom_id = $1`,
    [bomId],
  );
  return { settled: Number(run.settled), ended: run.ended === null ? null : Number(run.ended) };
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
