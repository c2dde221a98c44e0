/** The suppliers' numbers of one row. */
import type { SupplierNumber } from '../../domain/bom.ts';
import type { ColumnUse } from '../../domain/mapping.ts';
import { readDistributorNumber } from '../../parts/distributor-numbers.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import type { LinePart } from '../line.ts';
import { distributorNamed, readHeader } from '../mapping/header-words.ts';
import { isNumberBelow, isNumberOf, looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import type { Layout } from './layout.ts';
import { isNothing, splitPart } from './part-cell.ts';
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
  const parts: LinePart[] = [];
  const hasNoNumber = layout.of('mpn').every((use) => isNothing(cell(use)));
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
      const mayBePart = hasNoNumber && use.supplier === null && isNothing(said) && !isNothing(number);
      const named = mayBePart ? partOfManufacturer(number) : null;
      if (named !== null) {
        parts.push(named);
        if (named.mpn !== null) {
          problems.push({ code: 'words_beside_number', column: use.name, text: number });
        }
        continue;
      }
      const ofShop = (use.supplier === null ? numberBehindShop(number) : null) ?? numberBeforeShop(number);
      if (ofShop !== null) {
        numbers.push(ofShop);
        continue;
      }
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
  if (layout.of('supplier_number').length === 0) {
    numbers.push(...suppliers.map((use) => numberBehindShop(cell(use))).filter((one) => one !== null));
  }
  return { supplierNumbers: numbers, manufacturers, parts };
}

/** What says that a number follows, behind the shop's name. */
const WORDS_BETWEEN =
  /\s(?:(?:order|stock|part|product|catalogue|article|bestell|art|item)\.?[\s-]?(?:code|number|nummer|num|nr|no)?|code|sku|ref|p\/?n)\.?\s?[:#]?\s(?=\S+$)/i;

/** A shop and its number in one cell: `Digikey 296-1395-1-ND`, `Farnell order code 2310668`. Null of any other text. */
export const numberBehindShop = remembering((text): SupplierNumber | null => {
  const [shop = '', number = '', ...others] = text.trim().replace(WORDS_BETWEEN, ' ').split(/[\s:]+/);
  const supplier = others.length > 0 || number === '' ? null : distributorNamed(shop);
  return supplier !== null && isNumberBelow(supplier, number) ? { supplier, number } : null;
});

/** A number with another shop's name in brackets behind it: `485-3341 (Mouser)`. */
const BEFORE_SHOP = /^([!-'*-~]{4,40}) ?\(([\p{L} -]{2,30})\)$/u;

const numberBeforeShop = remembering((text): SupplierNumber | null => {
  const [, number = '', shop = ''] = BEFORE_SHOP.exec(text) ?? [];
  const supplier = number === '' || !/\d/.test(number) ? null : distributorNamed(shop);
  return supplier === null ? null : { supplier, number };
});

/**
 * A manufacturer that is known and its number, or its name alone, below a name that is of suppliers: `Murata LQW15AN4N7D10D`.
 * Null of whatever else stands there, as what a distributor is named beside.
 */
const partOfManufacturer = remembering((text): LinePart | null => {
  const isName = !/\d/.test(text) && resolveManufacturer(text) !== null && distributorNamed(text) === null;
  if (isName) return { mpn: null, manufacturer: text };
  const { mpn, manufacturer } = splitPart(text);
  const isKnown = manufacturer !== null && text.startsWith(manufacturer) &&
    resolveManufacturer(manufacturer) !== null &&
    distributorNamed(manufacturer) === null && !/\d/.test(manufacturer);
  if (!isKnown) return null;
  const isNumber = mpn !== null && looksOf(mpn).get('part_number') === 1 && !/\s/.test(mpn) &&
    supplierOfNumber(mpn) === null;
  return isNumber ? { mpn, manufacturer } : null;
});

/** Whose number stands in a column of part numbers, where it is a distributor's. */
export function supplierOf(
  number: string,
  supplier: string | null,
  use: ColumnUse,
  layout: Layout,
): string | null {
  if (supplier === 'Mouser' && layout.isOfMouser(use) && isNumberBelow(supplier, number)) return supplier;
  const shaped = supplierOfNumber(number);
  if (shaped === 'DigiKey') return shaped;
  // Some shops make parts, too, which they call by their own name.
  const behind = number.includes(' ') ? numberBehindShop(number) : null;
  if (behind?.supplier && resolveManufacturer(behind.supplier) === null) return behind.supplier;
  // A manufacturer's number is what the column is called after, unless it says no more than "part number".
  return supplier !== null && !readHeader(use.name).meanings.has('manufacturer') &&
      isNumberOf(supplier, number)
    ? supplier
    : null;
}
