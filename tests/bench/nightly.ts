/** What a user's run waits while the night's refresh of many BOMs is at work. */
import { newTenant, type Tenant } from '../support/tenant.ts';
import type { BenchOptions, BenchResult } from './figure.ts';
import { count, median, spread } from './numbers.ts';
import { supplierParts } from './runner/parts.ts';
import { newBom, newOwner, until } from './runner/runs.ts';
import { RUNNER } from './runner/stack.ts';
import { type BenchSupplier, withSupplier } from './runner/supplier.ts';

const BOMS = 1_000;
const LINES_OF_A_BOM = 20;
const USER_LINES = 100;
const RUNS = 5;
const QUICK_RUNS = 3;
const LATENCY_MS = 200;
const MOST = 1.5;
/** As many as may be at work at once where nobody has set another number. */
const ISOLATES = 4;

export async function benchNightly({ quick }: BenchOptions): Promise<BenchResult> {
  const runs = quick ? QUICK_RUNS : RUNS;
  const options = { isolatesPerFunction: { [RUNNER]: ISOLATES } };
  const { alone, beside, waiting } = await withSupplier(options, async (bench) => {
    await bench.supplier.fail({ kind: 'slow', ms: LATENCY_MS });
    const user = await newTenant(bench.stack);
    const next = partsFrom(1);
    // Isolates that boot are nobody's night.
    for (let i = 0; i < ISOLATES; i++) await timeOf(bench, user, next(USER_LINES));
    const alone: number[] = [];
    for (let i = 0; i < runs; i++) alone.push(await timeOf(bench, user, next(USER_LINES)));

    await fallDue(bench, next);
    const beside: number[] = [];
    for (let i = 0; i < runs; i++) beside.push(await timeOf(bench, user, next(USER_LINES)));
    return { alone, beside, waiting: await scheduled(bench) };
  });
  if (waiting === 0) throw new Error('the night was over before the last run of the user ended');
  const [one, two] = [median(alone), median(beside)];
  return {
    figures: [{
      figure: `${USER_LINES} lines of a user while ${
        count(BOMS)
      } BOMs of ${LINES_OF_A_BOM} lines are refreshed, a supplier of ${LATENCY_MS} ms`,
      value: `${spread(beside, 0)} ms (alone ${spread(alone, 0)} ms): ${(two / one).toFixed(2)} ×`,
      target: `≤ ${MOST} × alone`,
      met: two <= MOST * one,
    }],
    notes: [`${count(waiting)} of the schedule's runs had not ended when the last run of the user had.`],
    measurements: { alone, beside, waiting },
  };
}

/** Parts that nobody has asked about yet. */
function partsFrom(first: number) {
  let last = first - 1;
  return (lines: number) => {
    last += lines;
    return supplierParts(lines, last - lines + 1);
  };
}

/** Has all BOMs come due at once, and every run started: harder than a night, over which they are spread. */
async function fallDue({ admin }: BenchSupplier, next: (lines: number) => string[]): Promise<void> {
  console.error(`nightly, ${BOMS} BOMs`);
  const owner = await newOwner(admin);
  for (let i = 0; i < BOMS; i++) {
    const { bomId } = await newBom(admin, next(LINES_OF_A_BOM), owner);
    // Nobody may make so many within minutes.
    await admin.query(`update bomstream.boms set created_at = created_at - interval '1 hour' where id = $1`, [
      bomId,
    ]);
  }
  await admin.query(
    `update bomstream.boms set schedule = 'nightly', schedule_due_at = now() where organization_id = $1`,
    [owner.organizationId],
  );
  await until(async () => {
    await admin.query('select public.bomstream_tick()');
    const { rows } = await admin.query('select from bomstream.boms where schedule_due_at <= now() limit 1');
    return rows.length === 0;
  });
}

/** Runs of schedules that have not ended. */
async function scheduled({ admin }: BenchSupplier): Promise<number> {
  const { rows: [row] } = await admin.query(
    `select count(*)::integer as n from bomstream.enrichment_runs where source = 'schedule' and completed_at is null`,
  );
  return row.n;
}

/** Milliseconds from the request to the end of the run. */
async function timeOf(bench: BenchSupplier, user: Tenant, parts: readonly string[]): Promise<number> {
  const bomId = await user.importBom(parts);
  const ended = async () => {
    const { rows: [run] } = await bench.admin.query(
      'select extract(epoch from completed_at) * 1000 as at from bomstream.enrichment_runs where bom_id = $1',
      [bomId],
    );
    return run.at === null ? null : Number(run.at);
  };
  const began = Date.now();
  await user.start(bomId);
  await until(async () => await ended() !== null);
  return (await ended())! - began;
}
