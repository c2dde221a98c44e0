/** What stands beside a number in its cell: a count, words on substitutes, marks that the part is not placed, remarks. */
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { looksOf } from '../mapping/recognisers.ts';
import { withoutCount } from './counts.ts';
import { isLongNumber, isNamedByKind, isNothing, numberIn } from './part-cell.ts';
import { isNotPlacedWord, saysNotPlaced } from './placing.ts';

/** The word on placing in front of a number, or behind it and a slash; null where none stands there. */
export const placingBeside = (cell: string): string | null =>
  cell.length > MAX_CHARS ? null : IN_FRONT.exec(cell)?.[1] ?? BEHIND_SLASH.exec(cell)?.[2] ?? null;

export interface NumberCell {
  /** One number or several, as `entriesOf` parts them. */
  readonly text: string;
  /** How many of it, where the cell says so. */
  readonly count: number | null;
  /** Words that allow other parts, or forbid them. */
  readonly policy: string | null;
  /** The name of a manufacturer, in brackets behind the number. */
  readonly manufacturer: string | null;
  /** Words that are of no other field. */
  readonly note: string | null;
}

/** Longer cells are prose. */
const MAX_CHARS = 120;
/** Words of several kinds stand behind one number: `2x LM358DR (DNP), or equivalent`. */
const MAX_KINDS = 4;

/** A number alone in front counts, where the whole column is written so. */
const BARE_IN_FRONT = /^(\d{1,4})\s+(?=\S+$)/;
/** The same in front of what a shop calls its parts: `2 METALL 68,0`. */
const IN_FRONT_OF_WORDS = /^(\d{1,3})\s+(?=\S)/;

const OTHERS =
  '(?:equiv(?:alents?|\\.)?|eq\\.?|equal|substitut(?:es?|ions?)|subst?s?\\.?|alternat(?:ives?|es?)|alt\\.?|replacements?|similar|compatible|(?:ä|ae)quivalent|ersatz(?:typ)?|alternativen?|(?:é|e)quivalente?s?|similaire)(?: parts?| types?)?';
const ALLOWED =
  '(?:is |are )?(?:allowed|ok(?:ay)?|accepted|acceptable|permitted|possible|fine|erlaubt|möglich|accept(?:é|e)s?)';
const POLICY = [
  `(?:or |any |an? )?(?:approved )?${OTHERS} ${ALLOWED}`,
  `(?:no|not?|without|kein(?:e|en)?|sans|sin|pas d['e ]) ?${OTHERS}(?: ${ALLOWED}| please)?`,
  "(?:do not|don'?t) (?:substitute|replace)",
  '(?:or )?(?:equiv(?:alents?|\\.)?|eq\\.?)(?: parts?| types?)?',
  '(?:or|oder|ou) (?:an? |any )?(?:approved|suitable|functional|exact|direct|similar) (?:equiv(?:alents?|\\.)?|substitutes?|alternatives?|replacements?|equal)(?: parts?)?',
].join('|');
/** Behind a comma, a dash, or in brackets; a blank does for the others. */
const POLICY_BEHIND = new RegExp(
  `^(.*?\\S)\\s*(?:[,;]\\s*|\\s[–—-]+\\s*|\\s?[([]\\s*|\\s)(${POLICY})\\s*[)\\]]?\\.?$`,
  'iu',
);
/** `LM358DR or equivalent LM358DT`: the words before the other number are no part of it. */
const POLICY_BETWEEN =
  /^(.*?\S),?\s+\(?((?:or|oder|ou) (?:an? )?(?:approved )?(?:equiv(?:alent|\.)?|similar|gleichwertig|(?:ä|ae)hnlich|(?:é|e)quivalent))[:,]?\s+((?=\S*\d)\S{4,})\)?$/iu;
/** `equivalent to LM358DR`, `any LM358`. */
const POLICY_IN_FRONT =
  /^(equiv(?:alent|\.)? (?:to|of)|similar to|compatible (?:with|to)|any|e\.g\.|z\. ?b\.|like) (?=\S+$)/iu;
/** A word that says of the part itself that it is one of several. */
const ALTERNATE_BEHIND =
  /^(.*\d\S*),?\s+[([]?(alt(?:ern(?:at(?:e|ive)s?|\.)?)?\.?|alternativ|2nd source|second source)[)\]]?$/iu;
/** `LM358DR (DNP)`, `LM358DR - do not fit`, `LM358DR DNP`. */
const BEHIND =
  /^(.*\d\S*?)(?:\s*[,;]\s*|\s+[–—-]+\s*|\s*[([]\s*|\s+)([^\s()[\],;–—-][^()[\],;]{1,30}?)\s*[)\]]?$/u;

/** `DNP LM358DR`, `NP 2N7002`: a number of one word follows. */
const IN_FRONT =
  /^[([]?(dn[fimps]|np|nf|do not (?:fit|place|populate)|not (?:fitted|placed|populated))[)\]]?(?:\s*[:,–—-]\s*|\s+)(?=\S*\d\S*$)/iu;
/** `LM358DR/DNP`, `2N7002/NP`. */
const BEHIND_SLASH = /^(\S*\d\S{2,})\s?\/\s?(dn[fimps]|np|nf)$/iu;
/** `or any 100n 50V`: what may be taken instead is described, not named. */
const ANY_BEHIND = /^(.*?\S),?\s+[([]?((?:or|oder|ou) any(?: other)? (\S[^()[\]]{1,60}))[)\]]?$/iu;

/** `LM358 (SOIC-8)`. A number's own brackets stand behind it without a blank, or hold a code: `DF13-4P (05)`. */
const IN_BRACKETS = /^([^()[\]]*\S)\s+[([]([^()[\]]+)[)\]]$/;
const CODE = /^(?:\d{1,3}|[A-Z]{1,2}|(?=.*\d)[A-Z\d]{2,4}|[A-Z\d]{1,4}-[A-Z\d]{1,4}|LF|NOPB)$/;
const SECOND = /^(?:alt|2nd|second|subst|replacement|ersatz|or\b|oder\b|аналог|замена|替|代)/iu;
/** A number, and behind it what it is: `SC0915 Raspberry Pi Pico`. */
const NAMED = /^((?=\S*[A-Z])(?=\S*\d{3})[A-Z\d][A-Z\d-]{4,})\s+(\p{L}[\p{L} ]+)$/u;
/** A library's name: the number, and that of the shop which the library is of, `STM32F103C8T6_C8734`. */
const OF_LIBRARY = /^([^\s_,;][^\s,;]*)_(C\d{4,9})$/;
/** What is made for a part or with it, and sold under another number. */
const OF_ANOTHER = /\b(?:boards?|kits?|modules?|breakout|shield|evaluation|eval|adapters?|for)\b/i;

const isNumber = (text: string) => (looksOf(text).get('part_number') ?? 0) === 1;

/** How a column counts without a word for it: in front of its numbers, or of whatever its cells say. */
export type Counted = 'numbers' | 'words' | null;

/**
 * Takes off what is no part of a number.
 * @param counted of the column
 */
export function readNumberCell(cell: string, counted: Counted): NumberCell {
  const plain = { text: cell, count: null, policy: null, manufacturer: null, note: null };
  if (cell.length > MAX_CHARS || cell.includes('\n')) return plain;
  const ofLibrary = OF_LIBRARY.exec(cell);
  if (ofLibrary) return { ...plain, text: ofLibrary[1]!, note: ofLibrary[2]! };
  if (!/[\s(×/]/.test(cell)) return plain;
  let read: NumberCell = plain;
  for (let kind = 0; kind < MAX_KINDS; kind += 1) {
    const next = withoutOne(read, counted);
    if (next === null) break;
    read = next;
  }
  return read;
}

const join = (one: string | null, other: string) => one === null ? other : `${one}; ${other}`;

/** Without what stands outermost; null where nothing does. */
function withoutOne(read: NumberCell, counted: Counted): NumberCell | null {
  return withoutItsCount(read, counted) ?? withoutPolicy(read) ?? withoutMark(read) ??
    withoutBrackets(read) ??
    withoutName(read);
}

function withoutItsCount(read: NumberCell, counted: Counted): NumberCell | null {
  if (read.count !== null) return null;
  const words = counted === 'words' ? IN_FRONT_OF_WORDS.exec(read.text) : null;
  const bare = words ?? (counted === 'numbers' ? BARE_IN_FRONT.exec(read.text) : null);
  const found = bare
    ? { text: read.text.slice(bare[0].length), count: Number(bare[1]), isInFront: true }
    : withoutCount(read.text);
  if (found === null) return null;
  const { text, count, isInFront } = found;
  // `2x5 header`, `3 x AA battery holder`: what has a number in front has to be one, to be counted by it.
  const isOfParts = words !== null || isNumber(firstOf(text)) || DIGITS.test(text) ||
    (!isInFront && numberIn(text) === null);
  return isOfParts ? { ...read, text, count } : null;
}

/** `39-28-1023` looks like a date, too. */
const DIGITS = /^\d[\d-]{4,}\d$/;

/** The first word, by which a text is told to be of numbers. */
const firstOf = (text: string) => text.split(/[\s,;]/, 1)[0]!;

function withoutPolicy(read: NumberCell): NumberCell | null {
  const between = POLICY_BETWEEN.exec(read.text);
  if (between && isNumber(firstOf(read.text))) {
    return { ...read, text: `${between[1]} or ${between[3]}`, policy: join(read.policy, between[2]!) };
  }
  const inFront = POLICY_IN_FRONT.exec(read.text);
  if (inFront && isNumber(read.text.slice(inFront[0].length))) {
    return { ...read, text: read.text.slice(inFront[0].length), policy: join(read.policy, inFront[1]!) };
  }
  const any = ANY_BEHIND.exec(read.text);
  if (any && numberIn(any[1]!) !== null && !any[3]!.split(/\s+/).some(isLongNumber)) {
    return { ...read, text: any[1]!, policy: join(read.policy, any[2]!) };
  }
  const behind = POLICY_BEHIND.exec(read.text);
  return behind && /\d/.test(behind[1]!)
    ? { ...read, text: behind[1]!.replace(/[\s/,;–-]+$/u, ''), policy: join(read.policy, behind[2]!) }
    : null;
}

function withoutMark(read: NumberCell): NumberCell | null {
  const alternate = ALTERNATE_BEHIND.exec(read.text);
  if (alternate && isNumber(firstOf(alternate[1]!))) {
    return { ...read, text: alternate[1]!, note: join(read.note, alternate[2]!) };
  }
  const inFront = IN_FRONT.exec(read.text);
  if (inFront && numberIn(read.text.slice(inFront[0].length)) !== null) {
    return { ...read, text: read.text.slice(inFront[0].length) };
  }
  const slashed = BEHIND_SLASH.exec(read.text);
  if (slashed && numberIn(slashed[1]!) !== null) return { ...read, text: slashed[1]! };
  const behind = BEHIND.exec(read.text);
  // That the part is not placed is read from the cell as it stands.
  if (!behind || !saysNotPlaced(behind[2]!) || numberIn(behind[1]!) === null) return null;
  return { ...read, text: behind[1]! };
}

function withoutBrackets(read: NumberCell): NumberCell | null {
  const found = IN_BRACKETS.exec(read.text);
  if (!found) return null;
  const [, before, written] = found as unknown as [string, string, string];
  const inner = written.trim();
  if (!isNumber(before) && !isNumber(before.slice(before.lastIndexOf(' ') + 1))) return null;
  if (SECOND.test(inner) || isNothing(inner)) return null;
  const looks = looksOf(inner);
  const isOfPart = looks.has('footprint') || looks.has('value');
  if (!isOfPart && CODE.test(inner)) return null;
  // Of a word that nobody knows nothing is made: `(NPN)`, `(PDIP)` and `(USED)` look like names, too.
  const isName = !isOfPart && resolveManufacturer(inner) !== null;
  if (isName && read.manufacturer === null) return { ...read, text: before, manufacturer: inner };
  return { ...read, text: before, note: join(read.note, inner) };
}

function withoutName(read: NumberCell): NumberCell | null {
  const named = NAMED.exec(read.text);
  if (!named || numberIn(read.text) !== null) return null;
  const [, number, words] = named as unknown as [string, string, string];
  const looks = looksOf(number);
  // Packages have fewer digits: `TO220 heat sink`.
  const isPackage = looks.has('footprint') && !/\d{4}/.test(number);
  // `CR2032 Battery Holder` is no battery.
  return !looks.has('part_number') || isPackage || isNamedByKind(words) || OF_ANOTHER.test(words)
    ? null
    : read.manufacturer === null && resolveManufacturer(words) !== null
    ? { ...read, text: number, manufacturer: words }
    : { ...read, text: number, note: join(read.note, words) };
}

/** `TPS25751 + BQ25792`: two parts, of which a line has one. */
const BOTH = /^(?=\S*\d)\S{4,} (?:\+|&|and|und|et) (?=\S*\d)\S{4,}$/iu;

/** `NE555P = NE555DR`. */
const EQUAL = /\s=\s/;
/** `dual`, `Transistor`. */
const IN_SMALL_LETTERS = /^\p{L}?\p{Ll}{3,}$/u;

/** Whether one word of several is no number's: words of a language, a package, a value. */
function hasOtherWords(words: readonly string[]): boolean {
  return words.some(isNumber) && words.some((word) => {
    const looks = looksOf(word);
    return IN_SMALL_LETTERS.test(word) || (looks.has('footprint') && /\p{L}/u.test(word)) ||
      looks.has('value');
  });
}

/**
 * Whether a number still has something beside it that may not be of it: a code in brackets, a count, a word on placing, a
 * package, a value, another number behind a sign.
 */
export function isUnsure(number: string): boolean {
  if (number.length > MAX_CHARS || !number.includes(' ')) return false;
  if (EQUAL.test(number) || hasOtherWords(number.split(' '))) return true;
  if (number.includes(', ') && number.split(/,? /).filter(isLongNumber).length > 1) return true;
  const counted = BARE_IN_FRONT.exec(number);
  return (IN_BRACKETS.test(number) && isNumber(firstOf(number))) || BOTH.test(number) ||
    (counted !== null && isNumber(number.slice(counted[0].length))) ||
    (isNumber(firstOf(number)) && isNotPlacedWord(number.slice(number.lastIndexOf(' ') + 1)));
}

/** Fewer show no habit. */
const LEAST_COUNTED = 2;
const MOSTLY_COUNTED = 0.6;

/** Words may begin with a number of their own, in most cells of some columns; in each of so many, hardly. */
const LEAST_COUNTED_WORDS = 4;

/** Whether each text of a column has a number alone in front, that is no row's and no unit's: `2 METALL 68,0`. */
function areCountedWords(cells: readonly string[]): boolean {
  const counts = cells.map((cell) =>
    cell.length <= MAX_CHARS ? IN_FRONT_OF_WORDS.exec(cell)?.[1] : undefined
  );
  return cells.length >= LEAST_COUNTED_WORDS && counts.every((count) => count !== undefined) &&
    !counts.every((count, i) => Number(count) === Number(counts[0]) + i) &&
    cells.every((cell) => /\p{L}/u.test(cell) && !UNIT_IN_FRONT.test(cell));
}

/** `10 kOhm`, `12 V`, `4 pin`: the number says of what kind a part is. */
const UNIT_IN_FRONT =
  /^\d{1,3}\s+(?:[pnuµμmkM]?(?:F|H|V|A|W|Hz|R|Ω|Ω)|[kM]?ohms?|k|M|mm|cm|m|in(?:ch)?|pins?|pos|ways?|poles?|bit|x|×)(?![\p{L}\p{N}])/iu;

/**
 * How a column counts.
 * @param isOpen whether it has no name, in a table that has no other counts
 */
export function countedIn(cells: readonly string[], isOpen: boolean): Counted {
  return areCounted(cells) ? 'numbers' : isOpen && areCountedWords(cells) ? 'words' : null;
}

/** Whether most numbers of a column have one of one to four digits alone in front: `3 LM358DR`. */
function areCounted(cells: readonly string[]): boolean {
  const counted = cells.filter((cell) => {
    const found = cell.length <= MAX_CHARS ? BARE_IN_FRONT.exec(cell) : null;
    return found !== null && isNumber(cell.slice(found[0].length));
  });
  // What counts up numbers the rows.
  const isCounting = counted.every((cell, i) => Number.parseInt(cell) === i + 1);
  return counted.length >= LEAST_COUNTED && counted.length >= cells.length * MOSTLY_COUNTED &&
    !(isCounting && counted.length > LEAST_COUNTED);
}
