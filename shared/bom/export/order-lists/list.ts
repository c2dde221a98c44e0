/** The form in which one distributor takes an order list, and the words that such forms are made of. */
import { type MarketOffer, sellerOf } from '../../../assess/cost/market.ts';
import { type Distributor, shopOfElement14 } from '../../../parts/distributor-numbers.ts';

/** One thing to order or to place, with everything that some list has a column for. */
export interface ListRow {
  /** Pieces. */
  readonly quantity: number;
  /** As the distributor calls it; null where nobody says. */
  readonly number: string | null;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly description: string | null;
  readonly value: string | null;
  /** As the BOM has it. */
  readonly footprint: string | null;
  /** As the part's package is known. */
  readonly package: string | null;
  /** Without blanks, which separate cells in some forms. */
  readonly designators: readonly string[];
}

export interface OrderListForm {
  readonly label: string;
  readonly distributor: Distributor | 'JLCPCB';
  /** Who sells what stands on it, as sellerOf names them; a supplier's sandbox and its branches, too. */
  readonly sellers: RegExp;
  /** An order has a row for each purchase; a list for assembly has one for each line of the BOM. */
  readonly rowsOf: 'purchases' | 'lines';
  /** Without a distributor's number the manufacturer's will do. */
  readonly takesMpn: boolean;
  /** Null: what is pasted begins with the first part. */
  readonly header: readonly string[] | null;
  readonly cells: (row: ListRow) => readonly (string | number)[];
  /** Which cell is for words: where the statement stands, in rows that no import takes for a part. */
  readonly wordsCell: number;
  /** One row, with its end. */
  readonly write: (cells: readonly (string | number)[]) => string;
  /** What a number may not have, because the form could not tell where it ends. */
  readonly unwritable: RegExp | null;
  readonly extension: 'csv' | 'txt';
  /** Of one row; longer lists are continued in the next. */
  readonly maxDesignators?: number;
}

/** Whether who offers it takes this form of order. element14 is two shops, and an order with the other's numbers is refused. */
export function takesOrder(
  { sellers, distributor }: OrderListForm,
  offer: Pick<MarketOffer, 'supplier' | 'seller' | 'supplier_part_number'>,
): boolean {
  const seller = sellerOf(offer);
  return sellers.test(seller) &&
    (!seller.startsWith('element14') || shopOfElement14(offer.supplier_part_number) === distributor);
}

/** Cells behind each other, as pasted text has them: it knows no quotation marks. */
export const separatedBy = (separator: string) => (cells: readonly (string | number)[]): string =>
  `${cells.join(separator)}\r\n`;

/** As many designators as fit, and how many more there are: `C1/C2/+147`. */
export function joined(
  names: readonly string[],
  separator: string,
  maxChars: number,
): string {
  const all = names.join(separator);
  if (all.length <= maxChars) return all;
  for (let count = names.length - 1; count > 0; count -= 1) {
    const some = `${names.slice(0, count).join(separator)}${separator}+${names.length - count}`;
    if (some.length <= maxChars) return some;
  }
  return `+${names.length}`;
}

/** Words in one line of at most so many characters, without those that would begin another cell. */
export function words(text: string | null, maxChars: number, separators: RegExp): string {
  const line = (text ?? '').replaceAll(separators, ' ').replaceAll(/\s+/g, ' ').trim();
  return [...line].slice(0, maxChars).join('').trimEnd();
}
