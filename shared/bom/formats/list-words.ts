/** One row of a list that somebody typed without columns: which of its words are places, a count, a number or a value. */
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import { designatorsShare, readDesignators } from '../rows/designators.ts';

/** What a row of a list says. Texts are empty where it says nothing of the kind. */
export interface Entry {
  readonly designators: string;
  readonly quantity: string;
  /** What stands in front of the rest and may count the rows or the parts. */
  readonly leading: string;
  readonly number: string;
  /** A shop's number that cannot be anything else. */
  readonly supplierNumber: string;
  readonly value: string;
  readonly footprint: string;
  readonly manufacturer: string;
  readonly prices: string;
  readonly words: string;
  /** A number that may count the parts, or not: beside the count that was taken, or written like a price. */
  readonly unsureCount: string;
  /** What stands at the ends of the row and could count its parts or its row. */
  readonly bare: BareNumbers;
}

/** Whole numbers at the ends of a row, without a word that says what they count. */
export interface BareNumbers {
  readonly front: string;
  readonly behind: string;
  /** Whether a name stands between them, or beside the only one. */
  readonly isBesideName: boolean;
}

/** What the rows of one list have in common. */
export interface Habits {
  /** Whether places stand behind the part in most rows; null where no row shows it. */
  readonly arePlacesLast: boolean | null;
  /** Numbers in front count the rows up, and are none of the parts. */
  readonly areRowsNumbered: boolean;
  /** Where a count without a word for it stands in most rows; null where no row shows it. */
  readonly countAt: 'front' | 'behind' | null;
  /** Most rows name a part by LCSC's number, which with four digits looks like a place. */
  readonly areShopNumbers: boolean;
  /** No row names a place but what may be a chip, with no number beside it, and some name a part by its number: `TP4056 1`. */
  readonly areNumbers: boolean;
}

/** Nothing is known of the rows yet. */
export const NO_HABITS: Habits = {
  arePlacesLast: null,
  areRowsNumbered: false,
  countAt: null,
  areShopNumbers: false,
  areNumbers: false,
};

type Kind = 'place' | 'join' | 'number' | 'value' | 'footprint' | 'bracket' | 'word';

interface Word {
  readonly text: string;
  readonly kind: Kind;
  /** It reads as a place and as a part's number alike: `L7805`, `SS14`. */
  readonly couldBeNumber: boolean;
}

/** Rows of prose have more words, or are longer. */
const MAX_CHARS = 300;
const MAX_WORDS = 8;
/** Beside places alone, a sentence has more. */
const MAX_WORDS_ALONE = 4;

/** A price, and what all of them cost. */
const MAX_DECIMALS = 2;

/** A mark in front of each row of a list: `- `, `* `, `| `, `1. `. */
const MARK = /^\s*(?:[|•·●▪‣*>+–—-]\s+|\|\s*|\d{1,3}[.)]\s+)/u;

/** Whether a row has a number as its mark: `1. `. */
export const isNumbered = (line: string): boolean => /^\s*\d{1,3}[.)]\s+/.test(line);

/** The row without the mark in front of it. */
export const withoutMark = (line: string): string => line.replace(MARK, '');

const PIECES = 'x|×|pcs?|pieces?|pce|ea|each|off|stk|stück|stueck|st|шт|个|個|只';
/** `1,000`, `2.500`: one number. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3}|\.\d{3})$/;
const COUNTED = new RegExp(`^(\\d{1,5}|[1-9]\\d{0,2}[.,]\\d{3})(?:${PIECES}|\\*)\\.?$`, 'iu');
/** Behind a sign for times: `x 1k`, `x 2.5k`. */
const KILO = /^(\d{1,3}(?:[.,]\d)?)k$/i;
/** A comma between digits that is of a number or a value: `0,50`, `4,7k`. */
const DECIMAL = /^[$€£¥]?\d{1,6},\d{1,4}(?:[pnuµμmkMGR]?(?:F|H|Hz|Ω|Ω|V|A|W)?|%|[$€£¥]|EUR|USD)$/u;
/** Sizes of displays, headers and memories: `16x2`, `32GB`. */
const SIZE = /^(?:\d{1,4}[x×]\d{1,4}|\d{1,4}[KMGT]i?B)$/u;
/** A capital letter and a one or a two is a class of capacitors: `X2`. */
const TIMES = /^(?:[x×](\d{1,5})|X([03-9]\d{0,4}))$/u;
const PIECES_ALONE = new RegExp(`^(?:${PIECES}|\\*)\\.?$`, 'iu');
const COUNT = /^\d{1,5}$/;
const JOIN = /^(?:-|–|—|~|to|thru|through|bis|and|und|&|\+|\/)$/iu;
const BETWEEN = /^(?:=|:|-{1,4}|–|—|->|\|)$/u;
/** Of what a part bears, which is not what it is: `50V`, `1%`. */
const RATING = /^[±]?\d[\d.,/]*\s?(?:V|VDC|VAC|m?W|m?A|%|°C)$/;
/** Kinds of ceramics, which look like places with a letter behind them. */
const CERAMIC = /^(?:X[5678][RST]|C0G|COG|NP0|NPO|Y5V|Z5U)$/i;
/** Packages that are called like places. */
const PACKAGE =
  /^(?:SO|SC|DIP|SIP|SIL|TO|DO)-?(?:[4-9]|\d{2,3})$|^[RCLD](?:01005|0201|0402|0603|0805|1206|1210|1812|2010|2512)$/i;
const THREAD = /^M[1-8]$/;
const FASTENER =
  /^(?:x|×|\d+(?:x|mm|\s?mm)\S*|holes?|screws?|bolts?|nuts?|standoffs?|spacers?|washers?|inserts?|schrauben?|muttern?|unterlegscheiben?|abstands\p{L}*|vis|écrous?|tornillos?|viti|винт\p{L}*|гайк\p{L}*)$/iu;
/** Classes of capacitors, beside the voltage of the mains: `X2 275VAC`. */
const SAFETY_CLASS = /^[XY][12]$/;
const MAINS = /^\d{2,4}(?:VAC|V~)$/i;
/** What parts a part from another that may stand for it. */
const OTHER = /^(?:\/|or|oder|ou|alt(?:ern(?:ate|ative)s?)?[.:]?)$/iu;
const OTHER_IN_BRACKETS = /^(?:or|oder|ou|alt(?:ern(?:ate|ative)s?)?[.:]?)\s+(\S+)$/iu;
const NAME_OF_PLACE = /^\p{Lu}{1,5}\d{1,5}$/u;
/** A name of parts and of a manufacturer: `2 diodes BAV99`. */
const KIND_OF_PART = /^diodes$/;
/** Between two parts, as netlists name what joins them. */
const NET = /^N\d{3,}$/;
/** Numbers with small letters, as some families are called: `ATmega328P-PU`. */
const MIXED_NUMBER = /^(?=(?:.*\d){3})\p{Lu}[A-Za-z\d./+-]{5,}$/u;
const PRICE = /^[$€£¥]?\d{1,6}[.,]\d{1,4}(?:[$€£¥]|EUR|USD)?$|^[$€£¥]\d{1,6}$/;
const SMALL_VALUE = /^[.,]\d{1,4}\s?[pnuµμmkM](?:F|H)?$/u;
/** A comma before a reel code is of the number: `2N7002,215`. */
const REEL_CODE = /,(?:\d{3}|LF|F|LM|LXHF)$/i;
/** What a place is seldom numbered with. */
const MANY_DIGITS = /\d{4}/;

function wordOf(text: string): Word {
  const looks = looksOf(text);
  const isNumber = looks.get('part_number') === 1;
  const kind = ((): Kind => {
    if (/^[([].*[)\]]$/.test(text)) return 'bracket';
    if (JOIN.test(text)) return 'join';
    if (CERAMIC.test(text) || NET.test(text) || SIZE.test(text)) return 'word';
    if (RATING.test(text)) return 'value';
    if (PACKAGE.test(text)) return 'footprint';
    if (/\d/.test(text) && designatorsShare(text) === 1) return 'place';
    if (looks.has('value') || SMALL_VALUE.test(text)) return 'value';
    if (looks.has('footprint')) return 'footprint';
    return isNumber || MIXED_NUMBER.test(text) ? 'number' : 'word';
  })();
  return { text, kind, couldBeNumber: kind === 'place' && isNumber && /\d\D?$|\d{2}/.test(text) };
}

/** The words of a row, or null where a comma without a blank shows that its cells are separated. */
function wordsOf(line: string, habits: Habits): Word[] | null {
  const texts: string[] = [];
  for (const [token] of line.matchAll(/[([][^()[\]]*[)\]](?=[\s,;:]|$)|\S+/g)) {
    const text = token.replace(/^[,;]+|[,;:]+$/g, '');
    if (text === '') continue;
    if (/^[([]/.test(text)) {
      const inner = text.slice(1, -1).split(/[\s,;]+/).filter(Boolean);
      if (inner.length > 0 && inner.every((one) => designatorsShare(one) === 1)) texts.push(...inner);
      else texts.push(text);
      continue;
    }
    const pieces = text.split(/[,;]/);
    const isOne = pieces.length === 1 || REEL_CODE.test(text) && pieces.length === 2 ||
      isWithComma(text) || COUNTED.test(text);
    if (isOne) texts.push(...namesAtSlashes(text));
    else if (pieces.every((piece) => piece !== '' && designatorsShare(piece) === 1)) {
      texts.push(...pieces.flatMap(namesAtSlashes));
    } else return null;
  }
  return kindsOf(withUnits(texts), habits);
}

/** A number with decimals, and a unit behind a blank: `4.7 kΩ`. A price has none. */
const DECIMALS = /^\d{1,4}[.,]\d{1,3}$/;
const UNIT = /^(?:[pnuµμm][FH]|[kM]?(?:Ω|Ω|ohms?)|[kMG]?Hz|[kM])$/u;

function withUnits(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    if (UNIT.test(text) && DECIMALS.test(joined.at(-1) ?? '')) joined.push(`${joined.pop()} ${text}`);
    else joined.push(text);
  }
  return joined;
}

/** Chips that are called like places, with more digits than a board has of these: `TP4056`. */
export const LIKE_PLACE = /^\p{Lu}{2,5}\d{4}$/u;

function kindsOf(texts: readonly string[], { areShopNumbers, areNumbers }: Habits): Word[] {
  const isOfMains = texts.some((text) => MAINS.test(text));
  return texts.map((text, i) => {
    const word = wordOf(text);
    if (areNumbers && word.couldBeNumber && LIKE_PLACE.test(text)) return { ...word, kind: 'number' };
    const isThread = THREAD.test(text) &&
      (FASTENER.test(texts[i + 1] ?? '') || FASTENER.test(texts[i - 1]?.replace(/^[x×]$/, '') ?? ''));
    if (isThread || (isOfMains && SAFETY_CLASS.test(text))) return { ...word, kind: 'word' };
    return areShopNumbers && word.kind === 'place' && supplierOfNumber(text) === 'LCSC'
      ? { ...word, kind: 'number', couldBeNumber: false }
      : word;
  });
}

const isWithComma = (text: string) => THOUSANDS.test(text) || DECIMAL.test(text);

/** The row with points for the commas that part no cells: those of thousands and of decimals. */
export const withoutCommasInNumbers = (line: string): string =>
  line.replace(
    /(?<=^|\s)[^\s,]+,[^\s,]+(?=,?(?:\s|$))/gu,
    (text) => isWithComma(text) || COUNTED.test(text) ? text.replace(',', '.') : text,
  );

/** `R1/R2/R3` are three places, `U3/A` is one. */
function namesAtSlashes(text: string): string[] {
  const names = text.split('/');
  const letters = /^\p{Lu}+/u.exec(text)?.[0] ?? '';
  const areNames = names.every((name) =>
    NAME_OF_PLACE.test(name) && name.startsWith(letters) && designatorsShare(name) === 1
  );
  return areNames ? names : [text];
}

interface Counted {
  readonly quantity: string;
  /** The count stands at the end without a word for it, and may be of the part: `D1 LED 5`. */
  readonly isBare?: boolean;
  readonly leading: string;
  /** The count as it is written, where it could be a price. */
  readonly unsure?: string;
  readonly words: readonly Word[];
}

/** Digits alone, of `1,000` and `2.5k` too. */
function digitsOf(text: string): string {
  const kilo = KILO.exec(text)?.[1];
  if (kilo !== undefined) return String(Math.round(Number(kilo.replace(',', '.')) * 1000));
  return THOUSANDS.test(text) ? text.replace(/[.,]/, '') : text;
}

const countIn = (text: string): string | undefined => {
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  const times = TIMES.exec(bare);
  const count = COUNTED.exec(bare.replace(/\s+/g, ''))?.[1] ?? times?.[1] ?? times?.[2];
  return count === undefined ? undefined : digitsOf(count);
};

const isCountAlone = (text: string) => COUNT.test(text) || THOUSANDS.test(text);

/** Takes the count out of a row that has a word for it: `3x`, `3 pcs`, `x3`; null where none has. */
function toldCountOf(words: readonly Word[]): { readonly quantity: string; readonly words: Word[] } | null {
  for (const [i, { text }] of words.entries()) {
    const count = countIn(text);
    if (count !== undefined) return { quantity: count, words: words.toSpliced(i, 1) };
    const next = words[i + 1]?.text ?? '';
    if (isCountAlone(text) && PIECES_ALONE.test(next)) {
      return { quantity: digitsOf(text), words: words.toSpliced(i, 2) };
    }
    const isKilo = KILO.test(next) && words[i - 1]?.kind === 'number';
    if (/^[x×]$/iu.test(text) && (isCountAlone(next) || isKilo)) {
      return { quantity: digitsOf(next), words: words.toSpliced(i, 2) };
    }
  }
  return null;
}

const isBareCount = (word: Word | undefined): word is Word =>
  word !== undefined && isCountAlone(word.text) && !/^0/.test(word.text) && word.kind !== 'footprint';
const haveNames = (words: readonly Word[]) => words.some(({ kind }) => kind !== 'place' && kind !== 'join');

/** Where a number alone stands at the end of a row, in front of prices; -1 where none does. */
function behindAt(words: readonly Word[]): number {
  const end = words.findLastIndex(({ text }) => !PRICE.test(text));
  const isAtEnd = (at: number) => at > 0 && isBareCount(words[at]) && haveNames(words.slice(0, at));
  if (isAtEnd(end)) return end;
  // `LM358DR 1,000`: no count stands in front of what would be the price.
  const last = words.length - 1;
  return end === last - 1 && THOUSANDS.test(words[last]!.text) && isAtEnd(last) ? last : -1;
}

/** Takes the count out of a row: told by a word anywhere, `(3)` and a number alone at its ends. */
function countOf(words: readonly Word[], habits: Habits): Counted {
  const [first] = words;
  const inFront = first && isBracketedCount(first.text)
    ? first.text.slice(1, -1).trim()
    : isBareCount(first)
    ? digitsOf(first.text)
    : '';
  const hasFront = words.length > 1 && inFront !== '' && haveNames(words.slice(1));
  if (habits.areRowsNumbered && hasFront) {
    const rest = countOf(words.slice(1), { ...habits, areRowsNumbered: false });
    return { ...rest, quantity: rest.quantity || rest.leading, leading: inFront };
  }
  const told = toldCountOf(words);
  if (told) return { ...told, leading: '' };
  const end = words.findLastIndex(({ text }) => !PRICE.test(text));
  const last = words[end];
  if (last && end > 0 && isBracketedCount(last.text) && haveNames(words.slice(0, end))) {
    return { quantity: last.text.slice(1, -1).trim(), leading: '', words: words.toSpliced(end, 1) };
  }
  const behind = behindAt(words);
  if (hasFront && (behind === -1 || habits.countAt !== 'behind')) {
    return { quantity: '', leading: inFront, words: words.slice(1) };
  }
  if (behind !== -1) {
    const { text } = words[behind]!;
    return {
      quantity: digitsOf(text),
      leading: '',
      words: words.toSpliced(behind, 1),
      isBare: true,
      ...PRICE.test(text) && { unsure: text },
    };
  }
  return { quantity: '', leading: '', words };
}

/** The numbers alone at the ends of a row, before it is known which of them counts. */
function bareNumbersOf(words: readonly Word[]): BareNumbers {
  if (words.length < 2) return { front: '', behind: '', isBesideName: false };
  const told = toldCountOf(words);
  const [first] = told?.words ?? words;
  const front = isBareCount(first) && haveNames(words.slice(1)) ? digitsOf(first.text) : '';
  const at = told ? -1 : behindAt(words);
  const behind = at === -1 ? '' : digitsOf(words[at]!.text);
  const between = words.slice(front === '' ? 0 : 1, at === -1 ? words.length : at);
  return { front, behind, isBesideName: haveNames(between) };
}

const isBracketedCount = (text: string) => /^[([]\s*\d{1,4}\s*[)\]]$/.test(text);

interface Parted {
  readonly places: readonly Word[];
  readonly names: readonly Word[];
}

/** Parts the places of a row from what stands there; null where they are no single list. */
function placesOf(words: readonly Word[], { arePlacesLast }: Habits): Parted | null {
  const isPlace = ({ kind }: Word) => kind === 'place';
  const first = words.findIndex(isPlace);
  const last = words.findLastIndex(isPlace);
  if (first === -1) return { places: [], names: words };
  const run = words.slice(first, last + 1);
  if (!run.every((word) => isPlace(word) || word.kind === 'join')) return null;
  const names = [...words.slice(0, first), ...words.slice(last + 1)];
  const hasName = names.some(({ kind }) => ['number', 'value', 'bracket'].includes(kind));
  if (hasName || run.length < 2) return { places: run, names };
  const lettersOf = ({ text }: Word) => /^\p{L}*/u.exec(text)![0];
  const isNumberAmong = (word: Word, others: readonly Word[]) =>
    word.couldBeNumber && others.every((other) => lettersOf(other) !== lettersOf(word)) &&
    (names.length === 0 || MANY_DIGITS.test(word.text));
  const isFirst = isNumberAmong(run[0]!, run.slice(1));
  const isLast = isNumberAmong(run.at(-1)!, run.slice(0, -1));
  if (isFirst && (arePlacesLast === true || (arePlacesLast === null && !isLast))) {
    return { places: run.slice(1), names: [{ ...run[0]!, kind: 'number' }, ...names] };
  }
  if (isLast && (arePlacesLast === false || (arePlacesLast === null && !isFirst))) {
    return { places: run.slice(0, -1), names: [{ ...run.at(-1)!, kind: 'number' }, ...names] };
  }
  return names.length > 0 ? { places: run, names } : null;
}

/** What stands in brackets, where that is a number, a value, a package or another part. */
function opened(word: Word): Word[] {
  if (word.kind !== 'bracket') return [word];
  const text = word.text.slice(1, -1).trim();
  const other = OTHER_IN_BRACKETS.exec(text)?.[1];
  const inner = wordOf(other ?? text);
  if (other !== undefined && inner.kind === 'number') return [wordOf('/'), inner];
  return other === undefined && ['number', 'value', 'footprint'].includes(inner.kind)
    ? [inner]
    : [{ ...word, kind: 'word' }];
}

/** The numbers of a row as one cell has them, and the words between them that part a part from another. */
function numbersOf(
  names: readonly Word[],
  isNumber: (word: Word) => boolean,
): { readonly text: string; readonly taken: readonly Word[] } {
  const taken: Word[] = [];
  let text = '';
  let joiners: Word[] = [];
  for (const word of names) {
    if (isNumber(word)) {
      const isOther = text !== '' && joiners.length > 0;
      if (isOther) taken.push(...joiners);
      text += (text === '' ? '' : isOther ? ' or ' : ' ') + word.text;
      taken.push(word);
      joiners = [];
    } else if (OTHER.test(word.text)) joiners.push(word);
    else joiners = [];
  }
  return { text, taken };
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** Reads a row; null where it is none of a list: a title, prose, or cells that are separated. */
export function readEntry(line: string, habits: Habits): Entry | null {
  if (line.length > MAX_CHARS) return null;
  const written = wordsOf(withoutMark(line).trim(), habits);
  if (written === null || written.length === 0) return null;
  const counted = countOf(written, habits);
  const parted = placesOf(counted.words, habits);
  if (parted === null) return null;
  const bare = bareNumbersOf(written);
  return counted.isBare && parted.places.length > 0 && !agree(counted.quantity, parted.places)
    ? entryOf({ quantity: '', leading: '', words: written }, placesOf(written, habits), bare)
    : entryOf(counted, parted, bare);
}

/** Whether there are as many places as a count says. */
function agree(quantity: string, places: readonly Word[]): boolean {
  return readDesignators(listed(places), Number(quantity)).designators.length === Number(quantity);
}

/** Places parted by commas, and ranges as they were written. */
const listed = (places: readonly Word[]) =>
  places.filter(({ text }) => text !== '/').map(({ text, kind }, i, kept) =>
    i === 0 ? text : kind === 'join' || kept[i - 1]!.kind === 'join' ? ` ${text}` : `, ${text}`
  ).join('');

function entryOf(
  { quantity, leading, unsure = '' }: Counted,
  parted: Parted | null,
  bare: BareNumbers,
): Entry | null {
  if (parted === null) return null;
  const names = parted.names.filter(({ text }) => !BETWEEN.test(text)).flatMap(opened);
  const shops = names.filter(({ text }) => ['DigiKey', 'LCSC'].includes(supplierOfNumber(text) ?? ''));
  const numbers = numbersOf(names, (word) => word.kind === 'number' && !shops.includes(word));
  const values = names.filter(({ kind, text }) => kind === 'value' && !RATING.test(text));
  const footprints = names.filter(({ kind }) => kind === 'footprint');
  const taken = new Set([...shops, ...numbers.taken, ...values.slice(0, 1), ...footprints.slice(0, 1)]);
  const prices = names.filter(({ text }) => PRICE.test(text));
  const others = names.filter((word) => !taken.has(word) && !prices.includes(word));
  const isNamed = shops.length + numbers.taken.length + values.length > 0;
  const plainWords = others.filter(({ kind }) => kind === 'word' || kind === 'join').length;
  // Positions on a board are no part of a list.
  if (names.filter(({ text }) => /^-?\d+\.\d+(?:mm)?$/.test(text)).length > MAX_DECIMALS) return null;
  const isCounted = quantity !== '' || leading !== '';
  if (plainWords > (isNamed ? MAX_WORDS : MAX_WORDS_ALONE)) return null;
  if (!isNamed && others.length === 0) return null;
  if (!isNamed && parted.places.length === 0 && !isCounted) return null;
  const words_ = textOf(others);
  const isManufacturer = numbers.text !== '' && others.length > 0 && /\p{L}{2}/u.test(words_) &&
    !KIND_OF_PART.test(words_) && resolveManufacturer(words_) !== null;
  const uncounted = parted.places.length === 0 && isNamed && (quantity !== '' || leading !== '')
    ? others.find(({ kind, text }) => kind === 'word' && COUNT.test(text))
    : undefined;
  return {
    designators: listed(parted.places),
    quantity,
    leading,
    number: numbers.text,
    supplierNumber: shops.map(({ text }) => text).join('; '),
    value: values[0]?.text ?? '',
    footprint: footprints[0]?.text ?? '',
    manufacturer: isManufacturer ? words_ : '',
    prices: textOf(prices),
    words: isManufacturer ? '' : words_,
    unsureCount: unsure || (uncounted?.text ?? ''),
    bare,
  };
}
