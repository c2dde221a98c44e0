/** Quantities as people write them. */
import { readDecimals } from '../../domain/decimal.ts';

/** Words for pieces, behind a number. */
const PIECES =
  /\s*(?:pcs?|pieces?|pce|ea|each|units?|off|stk|stück|stueck|st|pz|pzas?|uds?|шт|个|個|只|颗|片|点|x)\.?$/iu;
/** What an exporter adds about placing: `1 (DNF)`. */
const REMARK = /\s*\(([^)]{1,30})\)\s*$/u;
const TIMES_BEFORE = /^(?:x|×|\*)\s*(?=\d)/iu;

/** No quantity is longer, and matching must not take long on what is none. */
const MAX_QUANTITY_CHARS = 40;

export interface QuantityCell {
  readonly text: string;
  /** As a workbook holds it, where it holds a number. */
  readonly raw: string | null;
}

/** `ambiguous` can be read in two ways; null is no number. `remark` is what stands in brackets behind it. */
export interface ReadQuantity {
  readonly quantity: number | 'ambiguous' | null;
  readonly remark: string | null;
  /** The file's other numbers make something else of it, and the number of designators made this. */
  readonly isByPlaces?: boolean;
  /** It is the 0 of a formula that nobody computed. */
  readonly isNeverComputed?: boolean;
}

/**
 * The quantities of a column, read together: how one is written says how the others are.
 * @param mark the mark of decimals, where it is known
 */
export function readQuantities(cells: readonly QuantityCell[], mark: '.' | ',' | null): ReadQuantity[] {
  const stripped = cells.map(({ text, raw }) => {
    if (raw !== null && /^\d+(?:\.\d+)?$/.test(raw)) return { text: raw, remark: null, isRaw: true };
    if (text.length > MAX_QUANTITY_CHARS) return { text, remark: null, isRaw: false };
    const remark = REMARK.exec(text)?.[1] ?? null;
    const bare = text.replace(REMARK, '').replace(PIECES, '').replace(TIMES_BEFORE, '').trim();
    return { text: bare, remark, isRaw: false };
  });
  // A number that shows the mark is read with the others, and makes `1.000` one or a thousand.
  const known = mark === null ? [] : [`1${mark}5`];
  const read = readDecimals([...stripped.map(({ text, isRaw }) => isRaw ? '' : text), ...known]);
  return stripped.map(({ text, remark, isRaw }, i) => ({
    quantity: isRaw ? Number(text) : read[i]!,
    remark,
  }));
}

/** Both readings of an ambiguous text: with the mark as decimals, and as thousands. */
export function bothReadings(text: string): readonly [number, number] {
  const digits = text.slice(0, MAX_QUANTITY_CHARS).replace(PIECES, '').trim();
  return [Number(digits.replace(',', '.')), Number(digits.replace(/[.,]/g, ''))];
}
