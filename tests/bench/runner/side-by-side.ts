/** How fast lines are settled when four suppliers are asked side by side, beside the slowest of them alone. */
import { SUPPLIER_NAMES, type SupplierName } from '../../../shared/domain/supplier.ts';
import { type StandIn, startStandIn } from '../../unit/suppliers/stand-in.ts';
import type { Figure } from '../figure.ts';
import { supplierParts } from './parts.ts';
import { newBom, newOwner, startRun, untilEnded } from './runs.ts';
import { withStack } from './stack.ts';

const PARTS = 40;
const ANSWER_MS = 200;
const PLENTY = 1_000_000;
/** Of the speed of the slowest alone. */
const LEAST = 0.8;

export async function compareSideBySide(): Promise<Figure> {
  console.error('suppliers side by side');
  const standIns = await Promise.all(
    SUPPLIER_NAMES.map(async (name): Promise<[SupplierName, StandIn]> => [name, await startStandIn(name)]),
  );
  try {
    const settings = Object.assign({}, ...standIns.map(([, standIn]) => standIn.settings));
    return await withStack({ cron: false, settings }, async ({ admin, callRunners }) => {
      await admin.query(
        `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, parts_in_all)
         select name || '-sandbox', $2, $2, 'UTC', $2 from unnest($1::text[]) name`,
        [SUPPLIER_NAMES, PLENTY],
      );
      for (const [, standIn] of standIns) await standIn.fail({ kind: 'slow', ms: ANSWER_MS });
      let first = 1;
      const secondsOf = async (suppliers: readonly string[] | null) => {
        const owner = await newOwner(admin);
        await admin.query('update bomstream.organizations set suppliers = $1 where id = $2', [
          suppliers,
          owner.organizationId,
        ]);
        const bom = await newBom(admin, supplierParts(PARTS, first), owner);
        first += PARTS;
        const run = await startRun(admin, bom);
        await callRunners(1);
        await untilEnded(admin, [run]);
        const { rows: [row] } = await admin.query(
          'select extract(epoch from completed_at - started_at) as seconds from bomstream.enrichment_runs where id = $1',
          [run],
        );
        return Number(row.seconds);
      };
      // An isolate is young once.
      await secondsOf(['mouser']);
      const alone: number[] = [];
      for (const name of SUPPLIER_NAMES) alone.push(await secondsOf([name]));
      const slowest = Math.max(...alone);
      const together = await secondsOf(null);
      return {
        figure: `lines/s with four suppliers of ${ANSWER_MS} ms side by side; the slowest alone`,
        value: `${(PARTS / together).toFixed(1)}; ${(PARTS / slowest).toFixed(1)}`,
        peers: 'one after the other: the sum of all',
        target: `≥ ${LEAST} ×`,
        met: slowest / together >= LEAST,
      };
    });
  } finally {
    for (const [, standIn] of standIns) await standIn.close();
  }
}
