/** Numbers as people write them, read without guessing which of `.` and `,` is the decimal mark. */

/** `ambiguous` can be read in two ways, as `1.000` can be one or a thousand; null is no number. */
export type Reading = number | 'ambiguous' | null;

type Mark = '.' | ',';

/** Nobody writes a longer quantity or price; matching must not take long on what is none. */
const MAX_CHARS = 40;

/** Digits in groups of any kind, also without a digit before the decimal mark: `.50`. */
const NUMBER = /^[.,]?\d(?:[\d.,'’\s]*\d)?$/u;

/** The digits and marks alone, groups of three that spaces and apostrophes make joined. */
interface Digits {
  readonly text: string;
  /** A space or an apostrophe already separates the thousands, so a point or comma does not. */
  readonly isGrouped: boolean;
}

/**
 * Reads texts that one hand wrote, such as a column or the prices of one answer. `1.000` alone is ambiguous; beside
 * `2.5` it is one, and beside `2,5` a thousand. Where the others contradict each other it stays ambiguous.
 */
export function readDecimals(texts: readonly string[]): Reading[] {
  const digits = texts.map(digitsOf);
  const marks = new Set(digits.flatMap((one) => (one && decimalMark(one)) ?? []));
  const [mark] = marks;
  return digits.map((one) => one && readDecimal(one, marks.size === 1 && mark ? mark : null));
}

function readDecimal(digits: Digits, known: Mark | null): Reading {
  const mark = decimalMark(digits) ?? (isWhole(digits.text) ? '.' : known);
  if (!mark) return 'ambiguous';
  const group = mark === '.' ? ',' : '.';
  const [whole = '', ...fraction] = digits.text.split(mark);
  if (fraction.length > 1 || fraction[0]?.includes(group)) return null;
  if (whole !== '' && !areGroups(whole, group)) return null;
  return Number(`${whole.replaceAll(group, '') || '0'}.${fraction[0] ?? '0'}`);
}

/** The character that certainly is this number's decimal mark; null where it has none or leaves it open. */
function decimalMark(digits: Digits): Mark | null {
  const found = [...digits.text].filter((c): c is Mark => c === '.' || c === ',');
  const last = found.at(-1);
  if (!last) return null;
  if (new Set(found).size === 2) return last;
  // One kind, several times: they separate thousands, so the other one would be the decimal mark.
  if (found.length > 1) return last === '.' ? ',' : '.';
  const [whole = '', fraction = ''] = digits.text.split(last);
  const couldBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !digits.isGrouped;
  return couldBeThousands ? null : last;
}

function isWhole(digits: string): boolean {
  return /^\d+$/.test(digits);
}

function areGroups(whole: string, group: Mark): boolean {
  return isWhole(whole) || (whole.includes(group) && /^\d{1,3}$/.test(whole.split(group)[0] ?? '') &&
    whole.split(group).slice(1).every((three) => /^\d{3}$/.test(three)));
}

function digitsOf(text: string): Digits | null {
  if (text.length > MAX_CHARS || !NUMBER.test(text)) return null;
  const joined = text.replace(/(?<=\d)['’\s](?=\d{3}(?!\d))/gu, '');
  if (/['’\s]/u.test(joined)) return null;
  return { text: joined, isGrouped: joined !== text };
}
