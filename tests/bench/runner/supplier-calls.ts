/** How often a supplier is called for a run of new parts, and for the same parts once more. */
import type { Figure } from '../figure.ts';
import { count } from '../numbers.ts';
import { supplierParts } from './parts.ts';
import { newBom, startRun, untilEnded } from './runs.ts';
import type { BenchStack } from './stack.ts';
import { withSupplier } from './supplier.ts';

const PARTS = 1_000;
/** Ten parts to a call, and a few calls more where a batch does not divide. */
const MOST_CALLS = 105;

export async function countSupplierCalls(): Promise<Figure> {
  console.error('supplier calls');
  return await withSupplier({ cron: false }, async (bench) => {
    const bom = await newBom(bench.admin, supplierParts(PARTS));
    const calls: number[] = [];
    for (const _run of ['new', 'again']) {
      await bench.supplier.reset();
      const run = await startRun(bench.admin, bom);
      await bench.callRunners(1);
      await untilEnded(bench.admin, [run]);
      await requireAllEnriched(bench, run);
      calls.push((await bench.supplier.asked()).length);
    }
    const [first = NaN, again = NaN] = calls;
    return {
      figure: `supplier calls for ${count(PARTS)} new parts; for the same again`,
      value: `${first}; ${again}`,
      peers: `one a part: ${count(PARTS)}`,
      target: `≤ ${MOST_CALLS}; 0`,
      met: first <= MOST_CALLS && again === 0,
    };
  });
}

/** Not to ask at all would be cheapest. */
async function requireAllEnriched({ admin }: BenchStack, runId: string): Promise<void> {
  const { rows: [run] } = await admin.query(
    'select enriched_items from bomstream.enrichment_runs where id = $1',
    [
      runId,
    ],
  );
  if (run.enriched_items !== PARTS) throw new Error(`only ${run.enriched_items} parts were enriched`);
}
