/** How long the lines of a worker that was killed wait for another one. */
import { newTenant } from '../../support/tenant.ts';
import type { Figure } from '../figure.ts';
import { supplierParts } from './parts.ts';
import { until } from './runs.ts';
import { type BenchStack, databaseNow, RUNNER } from './stack.ts';
import { withSupplier } from './supplier.ts';

/** An operator may set it; the product's own 30 s would only make the bench longer. */
const LEASE_SECONDS = 5;
const TICK_SECONDS = 10;
const LINES = 20;

export async function measureLostWorker(): Promise<Figure> {
  console.error('a worker is killed');
  return await withSupplier({}, async (bench) => {
    const { admin, stack, supplier } = bench;
    await admin.query('update bomstream.settings set lease_seconds = $1', [LEASE_SECONDS]);
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(supplierParts(LINES));
    await supplier.fail({ kind: 'hang' });
    await tenant.start(bomId);
    // in the middle of its batch: it holds lines, and the supplier has been asked about them
    await until(async () => (await supplier.asked()).length > 0);
    const held = await heldLines(bench, bomId);
    const killed = await databaseNow(admin);
    await stack.kill(RUNNER);
    await supplier.reset();
    await until(async () => (await lossesOf(bench, held)).pending === 0);
    const { settled, lost } = await lossesOf(bench, held);
    if (lost !== held.length) throw new Error('the killed worker had settled some of its lines');
    return figureOf((settled - killed) / 1_000, held.length);
  });
}

async function heldLines({ admin }: BenchStack, bomId: string): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    'select id from bomstream.bom_lines where bom_id = $1 and worker_id is not null',
    [bomId],
  );
  return rows.map(({ id }) => id);
}

async function lossesOf({ admin }: BenchStack, lineIds: readonly string[]) {
  const { rows: [row] } = await admin.query(
    `select extract(epoch from max(settled_at)) * 1000 as settled, count(*) filter (where status = 'pending') as pending,
            count(*) filter (where losses > 0) as lost
     from bomstream.bom_lines where id = any ($1)`,
    [lineIds],
  );
  return { settled: Number(row.settled), pending: Number(row.pending), lost: Number(row.lost) };
}

function figureOf(seconds: number, lines: number): Figure {
  return {
    figure: `runner killed in mid-batch → its ${lines} lines settled by another, lease of ${LEASE_SECONDS} s`,
    value: `${seconds.toFixed(1)} s`,
    target: `≤ lease + one tick: ${LEASE_SECONDS + TICK_SECONDS} s`,
    met: seconds <= LEASE_SECONDS + TICK_SECONDS,
  };
}
