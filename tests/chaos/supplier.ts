/** The suppliers that runners ask in chaos: how they fail, how time passes for them, and what must hold whatever they do. */
import type { StandInFault } from '../../local/suppliers/stand-in.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../shared/domain/supplier.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';
import type { Report } from './history.ts';
import type { World } from './world.ts';

/** What part numbers begin with that only suppliers know. */
export const SUPPLIED = 'SBX-';
/** Low enough to be reached now and then, high enough for the lines that are to be settled. */
const CALLS_PER_MINUTE = 1_000;
const CALLS_PER_DAY = 1_000_000;
/** None of these: a budget that is used up ends by an operator alone. */
const PARTS_IN_ALL = 1_000_000;

export interface Suppliers {
  readonly settings: Readonly<Record<string, string>>;
  /** Makes calls of one supplier fail, or of all. */
  fail(fault: StandInFault | null, calls?: number, who?: SupplierName | 'all'): Promise<void>;
  /** How many calls each has had. */
  calls(): Promise<readonly (readonly [supplier: string, calls: number])[]>;
  close(): Promise<void>;
}

export async function startSuppliers(): Promise<Suppliers> {
  const standIns = await Promise.all(
    SUPPLIER_NAMES.map(async (name): Promise<[SupplierName, StandIn]> => [name, await startStandIn(name)]),
  );
  const each = <T>(work: (standIn: StandIn, name: SupplierName) => Promise<T>) =>
    Promise.all(standIns.map(([name, standIn]) => work(standIn, name)));
  return {
    settings: Object.assign({}, ...standIns.map(([, { settings }]) => settings)),
    fail: async (fault, calls, who = 'all') =>
      void await each(async (standIn, name) => {
        if (who === 'all' || who === name) await standIn.fail(fault, calls);
      }),
    calls: () => each(async (standIn, name) => [`${name}-sandbox`, (await standIn.asked()).length] as const),
    close: async () => void await each((standIn) => standIn.close()),
  };
}

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

/** Two who change all rows lock them in one order. */
const IN_ORDER =
  'from (select s.supplier from bomstream.supplier_limits s order by s.supplier for update) one where l.supplier = one.supplier';

export async function limitSuppliers(sql: World['sql']): Promise<void> {
  // Where it is noon: their day must not end in the middle, or what was used today would begin anew.
  const west = new Date().getUTCHours() - 12;
  await sql(
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, parts_in_all)
     select name || '-sandbox', $2, $3, $4, case when name = 'nexar' then $5::integer end from unnest($1::text[]) name order by name
     on conflict (supplier) do update set calls_per_minute = excluded.calls_per_minute, calls_per_day = excluded.calls_per_day`,
    [SUPPLIER_NAMES, CALLS_PER_MINUTE, CALLS_PER_DAY, `Etc/GMT${west < 0 ? west : `+${west}`}`, PARTS_IN_ALL],
  );
}

/** Nothing is left of the minute, or of the day, until `limitSuppliers` gives it back. */
export async function useUpQuota({ sql }: World, of: 'minute' | 'day'): Promise<void> {
  const left = of === 'day' ? 'calls_per_day = greatest(1, used_today)' : 'calls_per_minute = 1';
  await sql(`update bomstream.supplier_limits l set ${left} ${IN_ORDER}`);
}

/** A day later nothing is fresh any more, and everything is asked about again. */
export async function forgetAnswers({ sql }: World): Promise<void> {
  await sql('delete from bomstream.supplier_answers');
}

/** A closed supplier, and lines that wait for it, would be left alone for minutes: here those pass at once. */
export async function endWaits({ sql }: World): Promise<void> {
  await sql(
    `update bomstream.supplier_limits l set blocked_until = least(l.blocked_until, clock_timestamp()) ${IN_ORDER}`,
  );
  await sql(
    `update bomstream.bom_lines l set visible_at = clock_timestamp()
     from (select w.id from bomstream.bom_lines w where w.status = 'pending' and w.worker_id is null
             and w.visible_at > clock_timestamp() order by w.line_number for update skip locked) waiting
     where l.id = waiting.id`,
  );
}

/** A part that a supplier has is never "not found", and nobody calls who was not granted a call. */
export async function checkSuppliers({ sql, suppliers }: World, report: Report): Promise<void> {
  const denied = await sql(
    `select bom_id, line_number, result_run from bomstream.bom_lines where mpn like $1 and result_status = 'not_found'`,
    [`${SUPPLIED}%`],
  );
  for (const { bom_id, line_number, result_run } of denied) {
    report(
      'supplier',
      `line ${line_number} of ${bom_id} is "not found" in run ${result_run}, and suppliers have it`,
    );
  }
  const made = await suppliers.calls();
  const granted = new Map<string, number>(
    (await sql('select supplier, used_today from bomstream.supplier_limits')).map((
      { supplier, used_today },
    ) => [supplier, used_today]),
  );
  for (const [supplier, calls] of made) {
    if (calls > granted.get(supplier)!) {
      report('supplier', `${calls} calls of ${supplier} were made and ${granted.get(supplier)} granted`);
    }
  }
}
