/** What a BOM is bought by that nobody asks anything of. */
import type { SummaryRules } from '../summary.ts';
import { sellerOf } from './market.ts';

/** As an organization's setting and nothing else has it: what a summary is by that nobody asks anything of. */
export const USUAL_RULES = { attrition: 'assembler', supplier_fee: 0 } as const satisfies Pick<
  SummaryRules,
  'attrition' | 'supplier_fee'
>;

/** As the organization has written them. */
export interface Suppliers {
  readonly blocked: readonly string[];
  readonly preferred: readonly string[];
}

/** What the organization says of suppliers. */
export function ownRules({ blocked, preferred }: Suppliers) {
  return { blocked: sellers(blocked), preferred: sellers(preferred) };
}

/** The first supplier that is blocked and preferred at once, as it is preferred; undefined where none is. */
export function blockedAndPreferred({ blocked, preferred }: Suppliers): string | undefined {
  const barred = sellers(blocked);
  return preferred.find((supplier) => barred?.has(sellerOf({ supplier, seller: null })));
}

/** As a market compares them; undefined where there are none, which is asked of each of a hundred thousand offers. */
const sellers = (names: readonly string[]): ReadonlySet<string> | undefined =>
  names.length === 0 ? undefined : new Set(names.map((supplier) => sellerOf({ supplier, seller: null })));
