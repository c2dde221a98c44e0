/** Part numbers as people write them: the form to show, the key that identifies, and the key that finds. */
import { MAX_PART_NUMBER_CHARS } from '../domain/limits.ts';

/**
 * Trademark signs, and the selectors that make pictures of them. They go before compatibility folding, which would
 * turn `LM358™` into the number `LM358TM`.
 */
const TRADEMARKS = /[™®©]/gu;

/**
 * Characters without ink: format characters (zero-width spaces, direction marks, byte order marks), variation
 * selectors, controls. Distributor exports wrap names and numbers in them, and one left in makes equal text compare
 * unequal. Halves of a surrogate pair are here because Postgres refuses any JSON that holds one.
 */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Word processors and PDF copies turn `-` into one of its typographic relatives, and quotes likewise. */
const DASHES = /[\p{Pd}\u2043\u2212]/gu;
const SINGLE_QUOTES = /[`´\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u2035]/gu;
const DOUBLE_QUOTES = /[\u02ba\u02ee\u201c-\u201f\u2033\u2036\u301d-\u301f]/gu;

/** The end of a sentence or a list that a number was copied from. */
const TRAILING_PUNCTUATION = /[\s.,;]+$/u;

/** What spellings of one number may differ in where the manufacturer says so. */
const SEPARATORS = /[-_/,():#]/g;

/** Points between two digits are decimal points: `SMBJ5.0A` is another part than `SMBJ50A`. */
const OTHER_POINTS = /(?<!\d)\.|\.(?!\d)/g;

/** Words people put into the part number column to say that there is none, as search keys. */
const NOT_A_NUMBER: ReadonlySet<string> = new Set([
  'ANY',
  'DNF',
  'DNI',
  'DNM',
  'DNP',
  'DONOTFIT',
  'DONOTINSTALL',
  'DONOTPLACE',
  'DONOTPOPULATE',
  'GENERIC',
  'NA',
  'NIL',
  'NONE',
  'NOTAPPLICABLE',
  'NOTFITTED',
  'NULL',
  'TBC',
  'TBD',
  'TOBEDETERMINED',
  'UNKNOWN',
  'VARIOUS',
]);

/** What almost all texts are made of, and what none of the folding below changes. A backtick is a quote. */
const PLAIN = /^[ -_a-~]*$/;

/**
 * The text without trademark signs and characters without ink, its compatibility forms (full-width letters,
 * ligatures) folded to plain ones.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(TRADEMARKS, '').replace(/[\t\n\r]/g, ' ').replace(INVISIBLE, '').normalize('NFKC');
}

/** A number that is its own search key. */
const IS_KEY = /^[A-Z0-9]+$/;

/** A number that is its own orderable key: neither small letters nor spaces, and no `. , ;` at its end. */
const IS_ORDERABLE_KEY = /^[!-_{-~]*[!-+\-/-:<-_{-~]$/;

/** As `visibleText`, with every kind of dash and quote made `-`, `'` or `"`. */
function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  // Before folding, which makes a space and an accent of `´` and two primes of `″`.
  const quotes = (said: string) => said.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
  return quotes(visibleText(quotes(text))).replace(DASHES, '-');
}

/**
 * Identifies an orderable part of a manufacturer: upper case, without white space, trademark signs, characters without
 * ink and trailing `. , ;`, every dash and quote made plain. Nothing else is removed, because all else can tell two
 * parts apart: `MAX232CPE` and `MAX232CPE+`, `LM324-N` and `LM324N`. Components, answers and offers are kept by it.
 * The key of a key is the key.
 */
export function orderableKey(mpn: string): string {
  if (IS_ORDERABLE_KEY.test(mpn)) return mpn;
  if (PLAIN.test(mpn)) return mpn.toUpperCase().replaceAll(' ', '').replace(TRAILING_PUNCTUATION, '');
  // Upper case can take letters apart that folding had put together, and the other way round.
  const upper = plainText(plainText(mpn).toUpperCase());
  // Folded once more, for a letter and an accent that a space stood between.
  return upper.replace(/\s/gu, '').replace(TRAILING_PUNCTUATION, '').normalize('NFKC');
}

/**
 * The orderable key without the separators `- _ / , ( ) : #` and without points, but for those between two digits.
 * It finds candidates and decides nothing: `LM324-N` and `LM324N` share one. Whether two spellings are one part is for
 * the manufacturer's scheme to say, see `spelling.ts`.
 */
export function searchKey(mpn: string): string {
  return IS_KEY.test(mpn) ? mpn : searchKeyOf(orderableKey(mpn));
}

function searchKeyOf(orderableKey: string): string {
  const letters = orderableKey.replace(OTHER_POINTS, '').replace(SEPARATORS, '');
  const key = letters.replace(TRAILING_PUNCTUATION, '');
  return PLAIN.test(key) ? key : key.normalize('NFKC');
}

/**
 * The part number in `text` as it should be shown and asked for: visible characters, plain dashes and quotes, single
 * spaces, no punctuation after its end. Null when there is none: empty text, punctuation only, a word such as `N/A`,
 * `DNP` or `TBD`, or more characters than any number has.
 */
export function cleanPartNumber(text: string): string | null {
  return keyedPartNumber(text)?.number ?? null;
}

/** As `cleanPartNumber`, with the orderable key of the number: to fold a text costs more than all else that is done with it. */
export function keyedPartNumber(
  text: string,
): { readonly number: string; readonly orderableKey: string } | null {
  const number = plainText(text).replace(/\s+/gu, ' ').trim().replace(TRAILING_PUNCTUATION, '');
  if (!/[\p{L}\p{N}]/u.test(number)) return null;
  const key = orderableKey(number);
  if (key.length > MAX_PART_NUMBER_CHARS || number.length > MAX_PART_NUMBER_CHARS) return null;
  return NOT_A_NUMBER.has(searchKeyOf(key)) ? null : { number, orderableKey: key };
}
