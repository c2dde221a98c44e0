/** Whether suppliers answer, as the runs before have found. */
import { type DatabaseHealth, type SupplierFault, supplierFault } from '../../shared/database/health.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../shared/domain/supplier.ts';
import { fail, type Finding, ok, warn } from './finding.ts';

type Supplier = DatabaseHealth['suppliers'][number];

/** The variables with the keys; what answers in a supplier's place has another name and the same keys. */
const KEYS: Readonly<Record<SupplierName, string>> = {
  mouser: 'MOUSER_API_KEY=<key>',
  digikey: 'DIGIKEY_CLIENT_ID=<id> DIGIKEY_CLIENT_SECRET=<secret>',
  element14: 'ELEMENT14_API_KEY=<key>',
  nexar: 'NEXAR_CLIENT_ID=<id> NEXAR_CLIENT_SECRET=<secret>',
};

function keysOf(supplier: string): string {
  const name = SUPPLIER_NAMES.find((known) => known === supplier.split('-')[0]);
  return name ? KEYS[name] : '<its key>';
}

const FAULTS: Readonly<Record<SupplierFault, (supplier: Supplier) => Finding>> = {
  key_refused: ({ supplier }) =>
    fail(
      `${supplier} refuses the key, or its address is wrong: parts are not looked up there.`,
      `npx supabase secrets set ${keysOf(supplier)}   (it is tried again a minute later)`,
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
      'You need not do anything: lines wait. The log line supplier_failed of enrichment-runner says why.',
    ),
  parts_used_up: ({ supplier, parts_in_all }) =>
    warn(
      `The ${parts_in_all} parts that ${supplier} sells are used up: it is not asked any more.`,
      `If you have bought more: update bomstream.supplier_limits set parts_in_all = <parts> where supplier = '${supplier}';`,
    ),
  day_used_up: ({ supplier, calls_per_day }) =>
    warn(
      `Today's ${calls_per_day} calls of ${supplier} are used up: lines wait for tomorrow.`,
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
