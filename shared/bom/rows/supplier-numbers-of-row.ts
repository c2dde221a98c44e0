/** The suppliers' numbers of one row. */
import type { SupplierNumber } from '../../domain/bom.ts';
import type { ColumnUse } from '../../domain/mapping.ts';
import { readDistributorNumber } from '../../parts/distributor-numbers.ts';
import { distributorNamed, readHeader } from '../mapping/header-words.ts';
import { isNumberBelow, isNumberOf, supplierOfNumber } from '../mapping/recognisers.ts';
import type { Layout } from './layout.ts';
import { isNothing } from './part-cell.ts';
import { readPlacing } from './placing.ts';
import { remembering } from './remembering.ts';
import type { CellOf, Problem } from './said.ts';
import { isWord } from './words.ts';

/** The distributor that a cell names. */
export const distributorIn = remembering(distributorNamed);

/** Whether a shop's name stands in place of its number, as in a sum of what each sold: `LCSC`. */
const isNameOfShop = (text: string) => !/\d/.test(text) && distributorIn(text) !== null;

/** Whether a column has a distributor's numbers and, where that has none, the manufacturers': order lists are written so. */
function isOfBoth({ name }: ColumnUse, layout: Layout, cell: CellOf): boolean {
  if (layout.has('mpn')) return false;
  const { meanings } = readHeader(name);
  // People order by the manufacturers' numbers, too, where the list names these.
  return name === '' || meanings.has('manufacturer') ||
    (meanings.has('order') && layout.of('manufacturer').some((use) => !isNothing(cell(use))));
}

/** Between several numbers of a shop's column: some write a second one behind `or`. */
const BETWEEN_NUMBERS = /[\n\r;|]+|,\s+|\s+(?:or|oder|ou|или)\s+/iu;

export function readSupplierNumbers(layout: Layout, cell: CellOf, problems: Problem[]) {
  const suppliers = layout.of('supplier');
  const numbers: SupplierNumber[] = [];
  const manufacturers: string[] = [];
  for (const use of layout.of('supplier_number')) {
    const named = suppliers.find(({ group }) => group === use.group) ??
      (suppliers.length === 1 ? suppliers[0] : undefined);
    const said = named ? cell(named) : '';
    const names = said.split('\n').map((name) => name.trim());
    const before = manufacturers.length;
    const entries = cell(use).split(BETWEEN_NUMBERS);
    const ofSeveral = use.supplier === null ? readHeader(use.name).distributors : [];
    for (const [i, entry] of entries.entries()) {
      const number = entry.trim();
      if (
        isNothing(number) || isWord(number) || readPlacing(number) === 'not' || /^https?:/i.test(number) ||
        isNameOfShop(number)
      ) {
        continue;
      }
      // One of digits alone may be a distributor's.
      const isDistributors = readDistributorNumber(null, number).distributor !== null ||
        !/\p{L}/u.test(number);
      if (isOfBoth(use, layout, cell) && !isDistributors) {
        manufacturers.push(number);
        continue;
      }
      // As many names as numbers are each one's own.
      const name = names.length > 1 && names.length === entries.length ? names[i]! : said;
      const shaped = supplierOfNumber(number);
      const supplier = use.supplier ?? (shaped === 'DigiKey' ? shaped : null) ??
        ofSeveral.find((one) => isNumberBelow(one, number)) ??
        (isNothing(name) ? null : distributorIn(name) ?? name) ?? shaped;
      numbers.push({ supplier, number });
    }
    if (manufacturers.length > before + 1) {
      problems.push({ code: 'several_parts_in_cell', column: use.name, text: cell(use) });
    }
  }
  return { supplierNumbers: numbers, manufacturers };
}

/** Whose number stands in a column of part numbers, where it is a distributor's. */
export function supplierOf(number: string, supplier: string | null, use: ColumnUse): string | null {
  const shaped = supplierOfNumber(number);
  if (shaped === 'DigiKey') return shaped;
  // A manufacturer's number is what the column is called after, unless it says no more than "part number".
  return supplier !== null && !readHeader(use.name).meanings.has('manufacturer') &&
      isNumberOf(supplier, number)
    ? supplier
    : null;
}
