/** Whether suppliers answer, as the runs before have found. */
import { type DatabaseHealth, type SupplierFault, supplierFault } from '../../shared/database/health.ts';
import { fail, type Finding, ok, warn } from './finding.ts';

type Supplier = DatabaseHealth['suppliers'][number];

/** The variable with the key; what answers in a supplier's place has another name and the same key. */
const keyOf = (supplier: string) => `${supplier.split('-')[0]!.toUpperCase()}_API_KEY`;

const FAULTS: Readonly<Record<SupplierFault, (supplier: Supplier) => Finding>> = {
  key_refused: ({ supplier }) =>
    fail(
      `${supplier} refuses the key or knows no such address: parts are not looked up there.`,
      `npx supabase secrets set ${keyOf(supplier)}=<key>; it is tried again a minute later`,
    ),
  over_quota: ({ supplier, blocked_seconds }) =>
    warn(
      `${supplier} says that the key is over its quota; it is asked again in ${
        Math.ceil(blocked_seconds!)
      } s.`,
      'Give bomstream a key that nobody else uses.',
    ),
  away: ({ supplier, blocked_seconds }) =>
    warn(
      `${supplier} fails; it is asked again in ${Math.ceil(blocked_seconds!)} s.`,
      'Nothing has to be done: lines wait. The log line supplier_failed of enrichment-runner says why.',
    ),
  day_used_up: ({ supplier, calls_per_day }) =>
    warn(
      `The ${calls_per_day} calls of ${supplier} for today are used up: lines wait for tomorrow.`,
      `If your contract allows more: update bomstream.supplier_limits set calls_per_day = <calls> where supplier = '${supplier}';`,
    ),
};

export function checkSuppliers({ suppliers }: Pick<DatabaseHealth, 'suppliers'>): Finding[] {
  return suppliers.map((supplier) => {
    const fault = supplierFault(supplier);
    return fault
      ? FAULTS[fault](supplier)
      : ok(`${supplier.supplier} answers: ${supplier.used_today} of ${supplier.calls_per_day} calls today`);
  });
}
