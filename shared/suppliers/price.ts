/** Prices as suppliers' pages write them for people, read without guessing. */

/** `$`, `€`, `CHF`, `kr.`: what stands before or after the number, and nothing that could change its meaning. */
const AFFIX = /^[\p{Sc}\p{L}.]{0,5}$/u;

type Mark = '.' | ',';

/** The text of the digits and separators alone, groups of three that spaces and apostrophes make joined. */
interface Digits {
  readonly text: string;
  /** A space or an apostrophe already separates the thousands, so a point or comma does not. */
  readonly isGrouped: boolean;
}

/**
 * The prices in `texts`, each a positive number or null where it could be read in two ways. `1,234` alone is such
 * a one; beside `$0.15` it is not, because one answer writes all of its prices in one way.
 */
export function readPrices(texts: readonly string[]): (number | null)[] {
  const marks = new Set(texts.flatMap((text) => decimalMark(text) ?? []));
  const [mark] = marks;
  return texts.map((text) => readPrice(text, marks.size === 1 && mark ? mark : null));
}

function readPrice(text: string, known: Mark | null): number | null {
  const digits = digitsOf(text);
  if (!digits) return null;
  const mark = decimalMark(text) ?? (isWhole(digits.text) ? '.' : known);
  if (!mark) return null;
  const group = mark === '.' ? ',' : '.';
  const [whole = '', ...fraction] = digits.text.split(mark);
  if (fraction.length > 1 || fraction[0]?.includes(group) || !areGroups(whole, group)) return null;
  const price = Number(`${whole.replaceAll(group, '')}.${fraction[0] ?? '0'}`);
  return price > 0 ? price : null;
}

/** The character that certainly is this price's decimal mark; null where it has none or leaves it open. */
function decimalMark(text: string): Mark | null {
  const digits = digitsOf(text);
  if (!digits) return null;
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
  const match = /^([^\d]*)(\d(?:[\d.,'’\s]*\d)?)([^\d]*)$/u.exec(text.trim());
  if (!match) return null;
  const [, before = '', number = '', after = ''] = match;
  if (!AFFIX.test(before.trim()) || !AFFIX.test(after.trim())) return null;
  const joined = number.replace(/(?<=\d)['’\s](?=\d{3}(?!\d))/gu, '');
  if (/['’\s]/u.test(joined)) return null;
  return { text: joined, isGrouped: joined !== number };
}
