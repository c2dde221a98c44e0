/** Words beside a number in its cell without a sign between them: what the part is, its package, its value. */
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { distributorNamed } from '../mapping/header-words.ts';
import { looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import { isDescribing, isOfCompany } from './describing-words.ts';
import { type Apart, isSizeAlone, isValueAlone, NOTHING_APART } from './library-name.ts';
import { isLongNumber, isNumberLikeMeasure } from './part-cell.ts';

/** Longer cells are prose. */
const MAX_CHARS = 80;
const MAX_WORDS = 8;

const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** `dual`, `Transistor`. */
const IN_SMALL_LETTERS = /^\p{L}?\p{Ll}{2,}$/u;
const LETTERS = /^\p{L}{1,8}$/u;
const SHORT_FORM =
  /^(?:[NP](?:PN|NP)|[NP]-?(?:ch|channel|MOS|fet)|MOSFET|MOSFETs|JFET|FET|IGBT|BJT|LED|IC|RF|SM[DT]|THT?|DIP|LDO|ADC|DAC|EEPROM|FLASH|SRAM|RAM|MCU|CPU|TVS|ESD|TTL|CMOS|RTC|GPS|OP|OPA|OPAMP|RES|CAP|IND|SMPS|PTC|NTC)$/i;
const DIELECTRIC = /^(?:X[5-8][RSTU]|C0G|COG|NP0|NPO|Y5[VU]|Z5U|±?\d+(?:[.,]\d+)?%|1\/\d{1,2}W)$/i;
/** What many manufacturers' parts fit: `RJ45`, `NEMA17`, `XH2.54`. */
const STANDARD =
  /^(?:RJ|DI[LP]|SI[LP]|SO|USB|CAT|IDC|D[ABCDE]|HD|NEMA|GX|XT|PH|XH|ZH|JST|DC|AWG|IP|FR|IEC|ISO|DIN|M)[-.]?\d+(?:[.,]\d+)?$/i;
/** What is made for a part or of it is sold under another number, and what is left open or out is not to be bought without a look. */
const OF_ANOTHER =
  /(?<!\p{L})(?:boards?|kits?|modules?|modul|breakout|shield|evaluation|eval|adapt[eo]rs?|for|für|pour|para|sockets?|holders?|sockel|halter|fassung|strips?|cables?|with|mit|w\/|and|und|plus|without|ohne|compatible|clone|like|any|or|see|not|only|if|opt|optional|spare|tbd|consigned|unmounted|de-?populated?|obsolete)(?!\p{L})|ソケット|ホルダ|モジュール|基板|模块|底座|座/iu;

/** Whether words speak of what is made for a part, or leave it open. */
export const isOfAnother = (text: string): boolean => OF_ANOTHER.test(text);

/** A letter, two digits, and no measure: `2.54-1*13P`. */
const SPELLED = /^(?=.*[A-Z])(?=.*\d.*\d)(?!\d+[.,]\d)[A-Za-z\d][A-Za-z\d\-./+#]*$/;

type Kind = 'number' | 'value' | 'size' | 'footprint' | 'word' | null;

function kindOf(word: string, isOtherScript: boolean): Kind {
  if (OTHER_SCRIPT.test(word)) return 'word';
  if (isNumberLikeMeasure(word)) return 'number';
  const looks = looksOf(word);
  if (DIELECTRIC.test(word) || isValueAlone(word)) return 'value';
  if (isSizeAlone(word)) return 'size';
  if (looks.has('value') || word.includes(':') || distributorNamed(word) !== null) return null;
  if (looks.has('footprint')) return 'footprint';
  if (IN_SMALL_LETTERS.test(word) || SHORT_FORM.test(word) || (isOtherScript && LETTERS.test(word))) {
    return 'word';
  }
  const isNumber = looks.get('part_number') === 1 && SPELLED.test(word) && !STANDARD.test(word);
  return isNumber ? 'number' : null;
}

const MAX_NAME_WORDS = 3;

/** How many words in front are a manufacturer's name. */
function nameInFront(words: readonly string[], isCombined: boolean): number {
  let letters = 0;
  while (
    letters < MAX_NAME_WORDS && letters < words.length - 1 && /^\p{L}[\p{L}&.-]*$/u.test(words[letters]!)
  ) {
    letters += 1;
  }
  for (let count = letters; count > 0; count -= 1) {
    if (resolveManufacturer(words.slice(0, count).join(' ')) !== null) return count;
  }
  return unknownInFront(words, isCombined);
}

/** A name as people write them, of which no list knows: `Yaego`. */
const LIKE_NAME = /^\p{Lu}\p{Ll}{3,}$/u;
/** In a column of both any word may be one. */
const WORD = /^\p{L}[\p{L}&.-]{2,}$/u;

/** How many words directly in front of a number are a name that nobody knows, and no word that says what parts are. */
function unknownInFront(words: readonly string[], isCombined: boolean): number {
  const shape = isCombined ? WORD : LIKE_NAME;
  const isNumber = (word: string) => kindOf(word, false) === 'number' && supplierOfNumber(word) === null;
  const count = words.slice(0, MAX_NAME_WORDS + 1).findIndex(isNumber);
  const name = words.slice(0, Math.max(0, count));
  const isName = name.every((word, i) =>
    shape.test(word) && distributorNamed(word) === null &&
    (!isDescribing(word) || (i > 0 && isOfCompany(word)))
  );
  return isName ? name.length : 0;
}

/** The known manufacturer's name that stands among words, and the others; null where none does. `2 diodes` are parts. */
function manufacturerAmong(
  words: readonly string[],
): { readonly name: string; readonly others: string[] } | null {
  for (let at = 0; at < words.length; at += 1) {
    if (!/^\p{L}/u.test(words[at]!) || words[at] === 'diodes') continue;
    for (let count = Math.min(MAX_NAME_WORDS, words.length - at); count > 0; count -= 1) {
      const name = words.slice(at, at + count).join(' ');
      if (resolveManufacturer(name) !== null) return { name, others: words.toSpliced(at, count) };
    }
  }
  return null;
}

/** No story is longer. */
const MAX_DESCRIBED_CHARS = 200;
/** A long number in front, and behind it at least one word in small letters. */
const DESCRIBED = /^([!-~]{8,40}?)[,;:]?\s+(\S.*)$/su;

/** Of a cell that begins with a long number and goes on in words that describe it, both; null of any other. */
function readDescribed(text: string): Apart | null {
  if (text.length > MAX_DESCRIBED_CHARS) return null;
  const [, number = '', behind = ''] = DESCRIBED.exec(text) ?? [];
  const isNumber = isLongNumber(number) && looksOf(number).get('part_number') === 1;
  if (!isNumber || OF_ANOTHER.test(behind)) return null;
  const words = behind.split(/[\s,;()]+/);
  const areWords = words.filter((word) => /^\p{L}?\p{Ll}{3,}$/u.test(word)).length > 1 &&
    !words.some(isLongNumber) && manufacturerAmong(words) === null;
  return areWords ? { ...NOTHING_APART, number, words: behind } : null;
}

/**
 * Of a cell with one number and words that are surely none of it, each by itself; null of any other.
 * @param isCombined it is of a column of manufacturers and numbers: with nothing else in it the cell is one of both
 */
export function readWordsBeside(text: string, isCombined: boolean): Apart | null {
  return readEach(text, isCombined) ?? readDescribed(text);
}

function readEach(text: string, isCombined: boolean): Apart | null {
  if (text.length > MAX_CHARS || !/[\s(（]/.test(text) || OF_ANOTHER.test(text)) return null;
  const words = text.split(/[\s,;()（）]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > MAX_WORDS) return null;
  const named = nameInFront(words, isCombined);
  const among = manufacturerAmong(words.slice(named));
  if (among && named > 0) return null;
  const isOtherScript = OTHER_SCRIPT.test(text);
  const told = (among?.others ?? words.slice(named)).map((word) => ({
    word,
    kind: kindOf(word, isOtherScript),
  }));
  if (told.some(({ kind }) => kind === null)) return null;
  const of = (kind: Kind) => told.filter((one) => one.kind === kind).map(({ word }) => word);
  const numbers = of('number');
  // A name and a number are read as both by whoever asks: `LM358DR onsemi`.
  if (among && (numbers.length !== 1 || told.length === 1)) return null;
  // Behind a short number a value may be of it: `MF12 100K`, `G5V-2 5V`.
  const isOfNumber = numbers.length === 1 && !isLongNumber(numbers[0]!) && !/^\d{7,}$/.test(numbers[0]!) &&
    told.findIndex(({ kind }) => kind === 'number') < told.findIndex(({ kind }) => kind === 'value');
  if (isOfNumber) return null;
  const worded = told.filter(({ kind }) => kind === 'word' || kind === 'size').map(({ word }) => word);
  const others = [of('value'), of('footprint'), worded].map((some) =>
    some.length === 0 ? null : some.join(' ')
  );
  const [value, footprint, said] = others as [string | null, string | null, string | null];
  // Values alone are of no number, nor are sizes beside them: `100n 50V`, `12V 40mm`.
  const isValue = numbers.length === 0 && value !== null && of('word').length === 0 && named === 0 &&
    kindOf(words[0]!, false) === 'value';
  const isBoth = named > 0 && others.every((other) => other === null);
  if (isBoth && (isCombined || resolveManufacturer(words.slice(0, named).join(' ')) !== null)) return null;
  if (!isValue && (numbers.length !== 1 || (named === 0 && others.every((other) => other === null)))) {
    return null;
  }
  return {
    ...NOTHING_APART,
    number: numbers[0] ?? null,
    value,
    footprint,
    words: said,
    manufacturer: among?.name ?? (named === 0 ? null : words.slice(0, named).join(' ')),
  };
}
