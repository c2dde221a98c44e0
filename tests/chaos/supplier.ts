/** The supplier that runners ask in chaos: how it fails, how time passes for it, and what must hold whatever it does. */
import type { StandInFault } from '../../local/suppliers/stand-in.ts';
import type { Report } from './history.ts';
import type { World } from './world.ts';

/** What part numbers begin with that only the supplier knows. */
export const SUPPLIED = 'SBX-';
const NAME = 'mouser-sandbox';
/** Low enough to be reached now and then, high enough for the lines that are to be settled. */
const CALLS_PER_MINUTE = 1_000;
const CALLS_PER_DAY = 1_000_000;

/** Every way to fail that is over by itself or when the fault is; none in which the supplier says it has no such part. */
export const SUPPLIER_FAULTS: readonly StandInFault[] = [
  { kind: 'hang' },
  { kind: 'quota' },
  { kind: 'slow', ms: 700 },
  { kind: 'malformed' },
  { kind: 'too_many', retryAfterSeconds: 2 },
  { kind: 'unavailable' },
  { kind: 'bad_key' },
  { kind: 'html' },
  { kind: 'cut_off' },
  { kind: 'message' },
];

export async function limitSupplier(sql: World['sql']): Promise<void> {
  // Where it is noon: its day must not end in the middle, or what was used today would begin anew.
  const west = new Date().getUTCHours() - 12;
  await sql(
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ($1, $2, $3, $4)
     on conflict (supplier) do update set calls_per_minute = excluded.calls_per_minute, calls_per_day = excluded.calls_per_day`,
    [NAME, CALLS_PER_MINUTE, CALLS_PER_DAY, `Etc/GMT${west < 0 ? west : `+${west}`}`],
  );
}

/** Nothing is left of the minute, or of the day, until `limitSupplier` gives it back. */
export async function useUpQuota({ sql }: World, of: 'minute' | 'day'): Promise<void> {
  await sql(
    of === 'day'
      ? 'update bomstream.supplier_limits set calls_per_day = greatest(1, used_today) where supplier = $1'
      : 'update bomstream.supplier_limits set calls_per_minute = 1 where supplier = $1',
    [NAME],
  );
}

/** A day later nothing is fresh any more, and everything is asked about again. */
export async function forgetAnswers({ sql }: World): Promise<void> {
  await sql('delete from bomstream.supplier_answers where supplier = $1', [NAME]);
}

/** A closed supplier, and lines that wait for it, would be left alone for minutes: here those pass at once. */
export async function endWaits({ sql }: World): Promise<void> {
  await sql(
    `update bomstream.supplier_limits set blocked_until = least(blocked_until, clock_timestamp()) where supplier = $1`,
    [NAME],
  );
  await sql(
    `update bomstream.bom_lines l set visible_at = clock_timestamp()
     from (select w.id from bomstream.bom_lines w where w.status = 'pending' and w.worker_id is null
             and w.visible_at > clock_timestamp() order by w.line_number for update skip locked) waiting
     where l.id = waiting.id`,
  );
}

/** A part that the supplier has is never "not found", and nobody calls who was not granted a call. */
export async function checkSupplier({ sql, supplier }: World, report: Report): Promise<void> {
  const denied = await sql(
    `select bom_id, line_number, result_run from bomstream.bom_lines where mpn like $1 and result_status = 'not_found'`,
    [`${SUPPLIED}%`],
  );
  for (const { bom_id, line_number, result_run } of denied) {
    report(
      'supplier',
      `line ${line_number} of ${bom_id} is "not found" in run ${result_run}, and the supplier has it`,
    );
  }
  const [{ used_today }] = await sql('select used_today from bomstream.supplier_limits where supplier = $1', [
    NAME,
  ]);
  const { length: calls } = await supplier.asked();
  if (calls > used_today) report('supplier', `${calls} calls were made and ${used_today} granted`);
}
