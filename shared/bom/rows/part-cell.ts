/** Cells that name parts: one number, several, or manufacturers and numbers. */
import { MAX_PART_NUMBER_CHARS } from '../../domain/limits.ts';
import { decoder } from '../../parts/decoders/source.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { cleanPartNumber } from '../../parts/part-number.ts';
import { namesNothingToBuy } from '../../parts/text/nothing-to-buy.ts';
import { endsWithDigit } from '../ascii.ts';
import { isChip, isOfLibrary, isPlainWord, looksOf } from '../mapping/recognisers.ts';

export interface NamedPart {
  readonly mpn: string | null;
  readonly manufacturer: string | null;
}

/** Words of what is bought without a number, or not at all. Singular, lower case. */
const NO_NUMBERS: ReadonlySet<string> = new Set(
  ('fiducial|hole|mounting hole|test point|testpoint|logo|pcb|board|jumper|solder jumper|header|pin header|connector|resistor|capacitor|' +
    'inductor|led|diode|crystal|fuse|switch|button|screw|nut|spacer|standoff|washer|wire|cable|battery|label|generic|any|standard|std|' +
    'various|custom|see note|see bom|not specified|no part|tba|tbd|n a|na|none|nil|no|yes|ok|x|smd|tht|various values|mixed values|does not exist|-')
    .split('|'),
);

/** Placeholders for nothing. */
const NOTHING =
  /^(?:[-–—~_.?*/\\x]{1,4}|n\/?a|n\.a\.?|none|null|nil|#n\/a|#ref!|#value!|#name\?|#div\/0!|#num!|#null!|nan|undefined|empty|blank|\(blank\)|无|無|なし|нет)$/iu;

/** No placeholder is longer: `undefined`. */
const MAX_NOTHING_CHARS = 9;

export function isNothing(text: string): boolean {
  // None ends with a digit, as most quantities, values and places do.
  return text === '' || (text.length <= MAX_NOTHING_CHARS && !endsWithDigit(text) && NOTHING.test(text));
}

/** Longer cells are prose. */
const MAX_CELL_CHARS = 400;
/** Of one cell. */
const MAX_PARTS = 20;

/** One word, in which nothing can stand between two parts. */
const ONE_WORD = /^[^\s,，;；|\\或替]+$/;

/** What stands before a second part: `alt.`, `alternate:`, `2nd source:`. */
const SECOND =
  '(?:alt(?:ern(?:at(?:e|ive)s?|\\.)?)?(?: parts?)?(?:\\.:?|:)?|(?:2nd source|second source|substitutes?|subst\\.|ersatz(?:typ)?|replacement|аналоги?|замена)(?: parts?)?:|(?:替代料?|代替品?)[:：]?)';
/** Words and marks between two parts. */
const BETWEEN_PARTS = new RegExp(
  `(?:,? (?:or|oder|ou|или|o|\\/|\\|)|,? ${SECOND}) |\\|\\||或者?|,? ?(?:替代料?|代替品?)[:：]? ?`,
  'iu',
);
/** At the beginning of a cell a word without a mark may be a name: `Alternate Power`. */
const BEFORE_PART = new RegExp(`^(?=[^ ]+(?: part)?s?[.:：])${SECOND} `, 'iu');
/** `LM358D (alt: LM358DR)`, `LM358D (or LM358DR)`. */
const IN_BRACKETS = new RegExp(` ?\\((?:${SECOND}|or|oder|ou|или) ([^()]+)\\)`, 'giu');

/** `LM358D or equivalent`: what may be taken instead is left to whoever buys it. */
const OR_EQUIVALENT =
  /^(.*?\S),?[ (/]*(?<!\p{L})((?:or |oder |ou |o |или )(?:an? |any |the )?(?:equiv(?:alents?|\.)?|similar|sim\.|compatible|comparable|better|gleichwertige?[rs]?|(?:ä|ae)hnliche?[rs]?|(?:é|e)quivalente?|similaire|similar|аналог(?:и|ичный)?|simile)(?: parts?| types?)?)\)?\.?$/iu;
/** No such cell is longer. */
const MAX_EQUIVALENT_CHARS = 120;

/** A cell of numbers without the words at its end that allow others, and those words. */
export function withoutEquivalent(cell: string): { readonly text: string; readonly policy: string | null } {
  if (cell.length > MAX_EQUIVALENT_CHARS || !cell.includes(' ')) return { text: cell, policy: null };
  const found = OR_EQUIVALENT.exec(cell);
  return found ? { text: found[1]!, policy: found[2]! } : { text: cell, policy: null };
}

/** A comma before a reel code is of the number: `2N7002,215`. */
const REEL_CODE = /^(?:\d{3}|LF|F|LM|LXHF|S|T|L1|M)$/i;

/**
 * The single entries of a cell: at line ends and semicolons, at `or`, at ` / `, and at commas between what are numbers
 * each.
 */
export function entriesOf(cell: string, areNames: boolean): string[] {
  if (ONE_WORD.test(cell)) return areNames ? [inNoBrackets(cell)] : atSlash(inNoBrackets(cell));
  const text = cell.replaceAll('\\,', '\u0001').replaceAll('\\;', '\u0002');
  if (text.length > MAX_CELL_CHARS) return [cell];
  const entries: string[] = [];
  // Blanks are single before they are looked for: a thousand of them must not be tried from each.
  for (const line of text.split(/[\n\r;；]+/)) {
    const plain = line.replace(/\s+/gu, ' ').trim().replace(BEFORE_PART, '');
    const parts = (plain.includes('(') ? plain.replace(IN_BRACKETS, ' or $1') : plain).split(BETWEEN_PARTS);
    for (const part of areNames ? parts : withNames(parts)) entries.push(...atCommas(part, areNames));
  }
  const found = entries.map((entry) =>
    inNoBrackets(
      entry.replaceAll('\u0001', ',').replaceAll('\u0002', ';').replace(/\s+/gu, ' ').trim()
        .replace(BY_NOBODY, ''),
    )
  ).flatMap((entry) => areNames ? [entry] : atBlank(entry).flatMap(atSlash)).filter((entry) => entry !== '');
  // More are prose, which is kept as it is.
  return found.length > MAX_PARTS ? [cell] : found;
}

/** What stands for a manufacturer whom nobody knows, in front of a number: `??? UBAF-1202`. */
const BY_NOBODY = /^\?{1,4} (?=\S*\d)/;

/** A manufacturer's name with a slash in it is not parted there: `TE Connectivity / AMP 787616-1`. */
function withNames(parts: readonly string[]): readonly string[] {
  const [name = '', next = '', ...others] = parts;
  if (parts.length < 2 || /\d/.test(name) || resolveManufacturer(name) === null) return parts;
  const joined = `${name} / ${next}`;
  const { manufacturer } = splitPart(joined);
  return manufacturer !== null && manufacturer.includes(' / ') && resolveManufacturer(manufacturer) !== null
    ? [joined, ...others]
    : parts;
}

/** `(595-1093-ND)`. */
const inNoBrackets = (entry: string) => /^\([^()]+\)$/.test(entry) ? entry.slice(1, -1).trim() : entry;

/** No number is longer, and matching must not take long on what is none. */
const MAX_LONG_NUMBER_CHARS = 40;
const LONG_NUMBER = /^(?=(?:.*[A-Z]){2})(?=(?:.*\d){3})[A-Z\d][A-Z\d\-./+#]{7,}$/;

/** A number that is long enough to be told from a suffix: capital letters and digits, some of each. */
export const isLongNumber = (word: string) => word.length <= MAX_LONG_NUMBER_CHARS && LONG_NUMBER.test(word);

/** Two long numbers with nothing but a blank between them, as programs join what differs among equal parts. */
export function areTwoNumbers(entry: string): boolean {
  const words = entry.split(' ');
  // `SG-210STF 12.0000ML3`: a crystal's frequency is of its number.
  return words.length === 2 && words.every((word) => isLongNumber(word) && !/^\d+\.\d/.test(word));
}

/** At the blank, where schemes read both sides: some numbers have a blank of their own. */
function atBlank(entry: string): string[] {
  if (!areTwoNumbers(entry)) return [entry];
  const words = entry.split(' ');
  return words.every((word) => decoder.decode(word).length > 0) ? words : [entry];
}

/** Fewer letters in front are alike by chance. */
const LEAST_ALIKE = 3;

/** Both sides of the only slash of a word, where they begin alike: `SN74LVC1G17DBVR/SN74LVC1G17DCKR`. What is added to a number is shorter. */
function alikeAtSlash(entry: string): [string, string] | null {
  const slash = entry.indexOf('/');
  if (slash < 5 || slash !== entry.lastIndexOf('/') || entry.length > MAX_LONG_NUMBER_CHARS * 2) return null;
  const [one, other] = [entry.slice(0, slash), entry.slice(slash + 1)];
  const areAlike = one !== other && other.length > 4 &&
    one.slice(0, LEAST_ALIKE) === other.slice(0, LEAST_ALIKE) &&
    [one, other].every((side) => !/\s/.test(side) && /\d/.test(side) && /[A-Za-z]/.test(side));
  return areAlike ? [one, other] : null;
}

/** A part and its alternate at a slash, each long enough to be told from what is added to a number. */
const atSlash = (entry: string): string[] => {
  const sides = alikeAtSlash(entry);
  return sides?.every(isLongNumber) ? sides : [entry];
};

/** Whether a slash parts a cell into a part and its alternate: the manufacturer beside it makes both. */
export const isPairAtSlash = (cell: string): boolean => atSlash(cell.trim()).length > 1;

/** Whether a number may be two that begin alike, of which one is too short to be told from a suffix: `74HC595/74HCT595`. */
export const mayBeTwoAtSlash = (number: string): boolean => alikeAtSlash(number) !== null;

/** A decimal comma within a number: `DTMSS-27/0,022/30-H`, `O 25,0-JO32`. */
const DECIMAL_COMMA = /(?<!\d)(\d{1,2}),(\d{1,3})(?![^\W_])/g;
/** And within a rating beside one: `NCR18650PF 3,60V 2,90AH`. */
const DECIMAL_OF_RATING =
  /(?<![^\s(])(\d{1,3}),(\d{1,3})(?=\s?[pnuµmkKM]?(?:V|A|AH|Ah|W|WH|Wh|F|H|Hz|HZ|mm|MM|Ω)(?!\w))/gu;

function atCommas(written: string, areNames: boolean): string[] {
  if (!/[,，]/.test(written)) return [written];
  if (areNames) {
    const names = written.split(/[,，]/).map((name) => name.trim());
    return names.every((name) => resolveManufacturer(name) !== null) ? names : [written];
  }
  const parts = written.split(/[,，]\s/);
  if (parts.length > 1 && parts.every(isPartOfKnownMaker)) return parts;
  const text = written.replace(DECIMAL_COMMA, '$1\u0001$2').replace(DECIMAL_OF_RATING, '$1\u0001$2');
  const pieces = text.split(/[,，]/).map((piece) => piece.trim());
  if (
    pieces.some((piece) =>
      piece.length < 4 || REEL_CODE.test(piece) || !/\d/.test(piece) || !/^[\w+\-./#=()& ]+$/.test(piece)
    )
  ) {
    return [text];
  }
  return pieces;
}

/** `Texas Instruments CD74HC595M`, as beside `NXP 74HC595D` and `??? 74HC595`. */
function isPartOfKnownMaker(piece: string): boolean {
  if (BY_NOBODY.test(piece)) return looksOf(piece.replace(BY_NOBODY, '')).get('part_number') === 1;
  const { mpn, manufacturer } = splitPart(piece);
  return mpn !== null && manufacturer !== null && resolveManufacturer(manufacturer) !== null;
}

/**
 * A number as most are, which none of the rules for words and values can take for anything else: one word, of capital letters
 * and a digit behind them. `M3-SCREW` is told from it by its one letter.
 */
const SURE_NUMBER = /^(?:[A-LN-Z]|[A-Z]{2,})\d[!-[\]-~]*$/;

/** Two words in small letters: `2x5 pin header`. */
const PROSE = /(?<!\p{L})\p{L}?\p{Ll}{3,}(?!\p{L}).*?\s\p{L}?\p{Ll}{3,}(?![\p{L}\d])/u;

/** A page of a shop. */
const ADDRESS = /^(?:https?:\/\/|www\.)/i;

/** A value with its unit, which is nobody's part number. */
const PLAIN_VALUE =
  /^\d{1,6}(?:[.,]\d+)?\s?(?:[pnuµμ]F|[nuµμm]H|[kKM]?(?:Ω|Ω|ohms?)|[kM]Hz|[kK]|%)(?:$|[\s/,;±])/iu;

/** Scripts that no manufacturer numbers its parts in. */
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A letter and a digit in a word of five characters and more. */
const LIKE_NUMBER = /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d][A-Za-z\d\-./+#]{4,}$/;
/** Numbers that are shorter, or of digits alone: `SS14`, `XT60`, `1N60`, `0451.500`. */
const SHORT_NUMBER = /^(?:(?=.*\d)[A-Za-z][A-Za-z\d]{3}|\dN\d{2}|\d{4}\.\d{3})$/;
/** What many manufacturers' parts fit: `RJ45`, `DIP8`, `USB3`. */
const STANDARD = /^(?:RJ|DIP|SIP|SO|USB|CAT)\d{1,2}$/i;
/** A count, a size or a value: `16PIN`, `9x9x12mm`, `10uF/30V`. */
const MEASURE =
  /^[\d.,x*×/-]+(?:pins?|pos|way|p|mm|cm|mil|in|[pnuµmkMG]?(?:F|H|V|A|W|Hz|R))?(?:\/[\d.]+[kmu]?[VAW]|\/?\d+%)?$/iu;
/**
 * Numbers that are spelled as measures: of digits alone, `742792602`; of trimmers, `3296W-1-103LF`; of fuses, `3413.0328`; of
 * crystals, `7A-16.000`. Round ones are values, `10000`, and so is a watch's frequency.
 */
const LIKE_MEASURE =
  /^(?!(?:[1-9]\d{0,2}0{2,}|32768)(?!\d))(?:\d{5,}|\d{3}[1-9][FGHJPWXYZ](?:-[\dA-Z-]+)?|\d{4}\.\d{3,4}|\d[A-Z]-\d{1,3}\.\d{3}[\dA-Z-]*)$/;

/** Whether a word is a number although it could be a count, a size or a value by its signs. */
export const isNumberLikeMeasure = (word: string) =>
  word.length <= MAX_LONG_NUMBER_CHARS && LIKE_MEASURE.test(word);

/** What a part is, as the last of several words. */
const KIND =
  /\s(?:sockets?|headers?|connectors?|conn|capacitors?|caps?|resistors?|inductors?|diodes?|leds?|switch(?:es)?|buttons?|jacks?|plugs?|terminals?|blocks?|screws?|nuts?|standoffs?|spacers?|cables?|wires?|holders?|batter(?:y|ies)|fuses?|crystals?|relays?|pots?|potentiometers?|housings?|knobs?|displays?)$/i;

/** Several words that say what a part is, or words of another script, with nothing among them that could be a number. */
function isDescription(text: string): boolean {
  if (!OTHER_SCRIPT.test(text) && !KIND.test(text)) return false;
  return !text.split(/[^!-~]+/).some((word) =>
    SHORT_NUMBER.test(word)
      ? !STANDARD.test(word)
      : isNumberLikeMeasure(word) || (LIKE_NUMBER.test(word) && !MEASURE.test(word))
  );
}

/** What a part is, as a word of its own: `Capacitor`, `Widerstand`. */
const KIND_WORD =
  /^(?:capacitors?|caps?|resistors?|res|inductors?|chokes?|ferrites?|beads?|leds?|fuses?|polyfuses?|crystals?|xtal|oscillators?|resonators?|potentiometers?|pots?|trimmers?|varistors?|thermistors?|kondensator(?:en)?|elko|widerst(?:a|ä)nde?|spule|sicherung|quarz|condensateurs?|r(?:e|é)sistances?|condensador(?:es)?|resistencias?|resistores?|condensator[ei]?|resistenz[ae]|конденсатор|резистор|дроссель)$/iu;
/** Longer texts have something else to say. */
const MAX_KIND_WORDS = 6;

/**
 * A kind of part and what it measures, `Capacitor 10nf`, `Resistor 4.7K 0805 1%`, or another word in front of that, `Universal
 * (7.5V), 1A`: nothing in it can be ordered.
 */
function isKindAndValue(text: string): boolean {
  if (!text.includes(' ')) return false;
  const words = text.split(' ', MAX_KIND_WORDS + 1).map((word) => word.replace(/^\(|[),;:]+$/g, ''));
  if (words.length > MAX_KIND_WORDS || words.some(isShortNumber)) return false;
  const isNamed = words.some((word) => KIND_WORD.test(word)) ||
    (WORD.test(words[0]!) && words.some((word) => UNIT.test(word)));
  return isNamed && words.every((word) => word === '' || KIND_WORD.test(word) || isMeasured(word));
}

const isShortNumber = (word: string) =>
  isNumberLikeMeasure(word) || (SHORT_NUMBER.test(word) && !STANDARD.test(word));

const WORD = /^\p{L}\p{Ll}{3,}$/u;
const UNIT = /^\d{1,6}(?:[.,]\d{1,3})?(?:[pnuµμ]f|[nuµμm]?h|[km]?hz|m?v|m?a|m?w|k?ohms?|k?Ω|mah)$/iu;

/** A value, a size, a count, or a word. */
const isMeasured = (word: string) =>
  looksOf(word).has('value') || MEASURED.test(word) || MEASURE.test(word) || isChip(word) ||
  /^\p{L}?\p{Ll}+$/u.test(word);

/** In whatever case people write the units: `10nf`, `100uf`, `4K7`, `±5%`. */
const MEASURED =
  /^[<>~±]?\d{1,6}(?:[.,]\d{1,3})?(?:[pnuµμmk]?(?:f|h|hz|v|a|w|ohms?|r|Ω)|[pnuµμkrm]\d{0,3}|%)$/iu;

/** Whether the last of several words says what a part is: `CR2032 Battery Holder`. */
export const isNamedByKind = (text: string): boolean => KIND.test(text);

/** Whether a shop calls a part by its measures and a word of its own language: `2.54-1*4P母`. That is what it is ordered by. */
export function isNumberOfShop(text: string): boolean {
  const letters = [...text];
  return !/\s/.test(text) && /\d/.test(text) && OTHER_SCRIPT.test(text) &&
    text.length <= MAX_PART_NUMBER_CHARS &&
    letters.filter((letter) => OTHER_SCRIPT.test(letter)).length < letters.length / 2;
}

/** `PICO W`. */
const PRODUCT = /^[A-Z]{3,12} [A-Z]{1,2}$/;

/** Whether words and measures could be what a catalogue calls a part: `220S-2*5P H=8.5MM Ytype Gold-plated`. */
export function isNumberOfCatalogue(text: string): boolean {
  return text.includes(' ') && (/\d/.test(text) || PRODUCT.test(text)) &&
    text.length <= MAX_PART_NUMBER_CHARS &&
    !isNothing(text) && !ADDRESS.test(text) && !PLAIN_VALUE.test(text) && !OPEN.test(text);
}

/** `<none>`, `[TBD]`: a word for what nobody wrote. */
const WORD_IN_BRACKETS = /^[<[{(][^<>[\]{}()\d]{0,30}[>\]})]$/;

/** Of several words for no part, as in `DNP/TBD`. */
const NOT_PLACED = /^dn[fimps]$/;

/** What nobody has decided yet, with what is known of it: `TBD 100 V inductor`. */
const OPEN = /^(?:tbd|to be (?:determined|defined|decided|confirmed|selected))(?![\p{L}\p{N}])/iu;

/** The part number in a text that is one; null for words such as `Fiducial`, `N/A`, `DNP`. */
export function numberIn(text: string): string | null {
  if (isChip(text) || isOfLibrary(text)) return null;
  if (SURE_NUMBER.test(text)) return text;
  const number = withoutFloat(withoutBrackets(text.replaceAll('\\,', ',').replace(/\s+/gu, ' ').trim()));
  // What is too long to be kept is said to be so by whoever keeps it.
  if (number.length > MAX_PART_NUMBER_CHARS || number.normalize('NFKC').length > MAX_PART_NUMBER_CHARS) {
    return number;
  }
  if (isNothing(number) || ADDRESS.test(number) || WORD_IN_BRACKETS.test(number)) return null;
  if (!/\d/.test(number) && (number.includes(' ') || cleanPartNumber(number) === null)) return null;
  if (PLAIN_VALUE.test(number) || (number.includes(' ') && PROSE.test(number))) return null;
  if (isDescription(number) || isKindAndValue(number) || OPEN.test(number)) return null;
  const word = number.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ').trim();
  const bare = word.replace(/^[mø]?\d+(?:\s?mm)?\s|\s(?:m|ø)?\d+(?:\s?(?:mm|pins?))?$|^smd\s/g, '').trim();
  if ([word, bare].some((one) => NO_NUMBERS.has(one) || NO_NUMBERS.has(one.replace(/s$/, '')))) return null;
  if (
    number.includes('/') &&
    number.toLowerCase().split('/').every((one) => NO_NUMBERS.has(one) || NOT_PLACED.test(one))
  ) return null;
  return isPlainWord(number) || namesNothingToBuy(number) ? null : number;
}

/** Of a number in quotation marks, or in brackets as behind a word for the part, the number: `"761308"`, `(595-1093-ND)`. */
function withoutBrackets(text: string): string {
  const isQuoted = text.length > 2 && /^["“”„]/.test(text) && /["“”]$/.test(text) &&
    !/["“”„]/.test(text.slice(1, -1));
  if (isQuoted) return text.slice(1, -1).trim();
  return /^\([^()\s]+\)?$/.test(text) ? text.slice(1).replace(/\)$/, '') : text;
}

/** Spreadsheets write numbers that are long enough to be part numbers as `61300311121.0`. */
function withoutFloat(text: string): string {
  return /^\d{5,}\.0+$/.test(text) ? text.replace(/\.0+$/, '') : text;
}

/** What a spreadsheet made of a number that was too long for it: digits are lost. */
export function isLostNumber(text: string): boolean {
  return /^\d[.,]\d+E\+\d+$/i.test(text);
}

/** Words in the place of a manufacturer that leave it open, alone or one after another: `any/open`. */
const NOBODY =
  /^(?:(?:any|generic|various|several|open|tbd|tba|std|standard|unknown|manufacturer recommendations?|dnp|dnf|dni|beliebig|diverse|divers|quelconque|cualquiera|varios|qualsiasi|любой|разные|任意|各种|不限|各社|任意メーカー)(?: ?[/|] ?(?!$)|$))+$/iu;

/** The name of a manufacturer in a text; null where there is none. */
export function manufacturerIn(text: string): string | null {
  const name = text.replace(/\s+/gu, ' ').trim();
  return isNothing(name) || ADDRESS.test(name) ||
      NOBODY.test(name)
    ? null
    : name;
}

const MANY_DIGITS = /\d.*\d/;
const MAX_NAME_WORDS = 5;

/**
 * A manufacturer and a number in one text: `Yageo RC0402FR-071KL`, `C&K Components KMR231GLFS`, `RC0402FR-071KL (Yageo)`. A
 * known name goes first; otherwise words in letters are the name, and the rest is the number.
 */
export function splitPart(text: string): NamedPart {
  const words = text.replace(/\s+/gu, ' ').trim().split(' ');
  if (words.length === 1) {
    const at = /^([^:/]+)[:/]\s*(.+)$/.exec(text);
    if (at && resolveManufacturer(at[1]!) && numberIn(at[2]!)) {
      return { manufacturer: at[1]!.trim(), mpn: numberIn(at[2]!) };
    }
    return { mpn: numberIn(text), manufacturer: numberIn(text) === null ? manufacturerIn(text) : null };
  }
  const bracketed = inBrackets(text);
  if (bracketed && resolveManufacturer(bracketed.inner)) {
    return { mpn: numberIn(bracketed.before), manufacturer: bracketed.inner.trim() };
  }
  // Names have one digit at most (`3M`), and asking for each beginning of each number would cost more than all else.
  const inFront = MANY_DIGITS.test(words[0]!) ? 0 : Math.min(MAX_NAME_WORDS, words.length - 1);
  if (inFront === words.length - 1 && !/\d/.test(text) && resolveManufacturer(words.join(' '))) {
    return { manufacturer: words.join(' '), mpn: null };
  }
  for (let count = inFront; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ').replace(/[:,]$/, '');
    if (resolveManufacturer(name)) {
      return { manufacturer: name, mpn: numberIn(words.slice(count).join(' ').replace(/^[-–:]\s+/, '')) };
    }
  }
  const behind = MANY_DIGITS.test(words.at(-1)!) || words.at(-1)!.length < 2
    ? 0
    : Math.min(MAX_NAME_WORDS, words.length - 1);
  for (let count = behind; count > 0; count -= 1) {
    const name = words.slice(-count).join(' ');
    if (!MANY_DIGITS.test(name) && resolveManufacturer(name)) {
      return {
        manufacturer: name,
        mpn: numberIn(words.slice(0, -count).join(' ').replace(/(?:\s+[-–:]|,)$/, '')),
      };
    }
  }
  const first = words.findIndex((word) => /\d/.test(word));
  if (first <= 0) return { mpn: numberIn(text), manufacturer: null };
  return {
    manufacturer: manufacturerIn(words.slice(0, first).join(' ').replace(/[:,-]$/, '')),
    mpn: numberIn(words.slice(first).join(' ')),
  };
}

/** What stands in brackets at the end, and before them. Looked for by its places: a pattern would try each blank of a long cell. */
function inBrackets(text: string): { readonly before: string; readonly inner: string } | null {
  const last = text.length - 1;
  if (text[last] !== ')' && text[last] !== ']') return null;
  const closed = Math.max(text.lastIndexOf(')', last - 1), text.lastIndexOf(']', last - 1));
  const opens = ['(', '['].map((sign) => text.indexOf(sign, closed + 1)).filter((at) => at > 0);
  const open = Math.min(...opens);
  return opens.length === 0 || open + 1 >= last
    ? null
    : { before: text.slice(0, open).trimEnd(), inner: text.slice(open + 1, last) };
}
