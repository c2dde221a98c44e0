/** Names of sellers as people write them: whom we know, and whom a misspelt one may mean. */
import { sellerOf } from '../../../shared/assess/cost/market.ts';
import { FORMS } from '../../../shared/bom/export/order-lists/forms.ts';
import { ORDER_LISTS } from '../../../shared/domain/order-lists.ts';
import { SUPPLIER_NAMES } from '../../../shared/domain/supplier.ts';
import { supplierName } from '../lib/sources.ts';

/** Those that are asked, and those that there is an order list for. */
export const KNOWN_SELLERS: readonly string[] = [
  ...new Set([...SUPPLIER_NAMES.map(supplierName), ...ORDER_LISTS.map((list) => FORMS[list].distributor)]),
];

/** Letters that may be wrong, missing or too many in a name that is still meant. */
const MOST_SLIPS = 2;

/**
 * What is to be said of a name that we do not know: offers of a marketplace may still be by somebody called so.
 * Null where we do.
 */
export function remarkOn(name: string): string | null {
  const seller = sellerOf({ supplier: name, seller: null });
  const known = KNOWN_SELLERS.map((each) => [each, sellerOf({ supplier: each, seller: null })] as const);
  if (
    known.some(([, each]) => each === seller) || ORDER_LISTS.some((list) => FORMS[list].sellers.test(seller))
  ) {
    return null;
  }
  const [meant] = known.find(([, each]) => slips(seller, each) <= Math.min(MOST_SLIPS, each.length / 3)) ??
    [];
  return meant
    ? `We know nobody called “${name}”. Is ${meant} meant?`
    : `We know nobody called “${name}”: it counts only for offers by a seller of exactly that name.`;
}

/** How many letters one name is from the other. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + Number(one[i] !== other[j])));
    }
    row = next;
  }
  return row[other.length]!;
}
