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
}

/** What the rows of one list have in common. */
export interface Habits {
  /** Whether places stand behind the part in most rows; null where no row shows it. */
  readonly arePlacesLast: boolean | null;
}

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

/** The row without the mark in front of it. */
export const withoutMark = (line: string): string => line.replace(MARK, '');

const PIECES = 'x|×|pcs?|pieces?|pce|ea|each|off|stk|stück|stueck|st|шт|个|個|只';
const COUNTED = new RegExp(`^(\\d{1,5})(?:${PIECES}|\\*)\\.?$`, 'iu');
/** A capital letter and a one or a two is a class of capacitors: `X2`. */
const TIMES = /^(?:[x×](\d{1,5})|X([03-9]\d{0,4}))$/u;
const PIECES_ALONE = new RegExp(`^(?:${PIECES}|\\*)\\.?$`, 'iu');
const COUNT = /^\d{1,5}$/;
const JOIN = /^(?:-|–|—|~|to|thru|through|bis|and|und|&|\+|\/)$/iu;
const BETWEEN = /^(?:=|:|-|–|—|->|\|)$/u;
/** Of what a part bears, which is not what it is: `50V`, `1%`. */
const RATING = /^[±]?\d[\d.,/]*\s?(?:V|VDC|VAC|m?W|m?A|%|°C)$/;
/** Kinds of ceramics, which look like places with a letter behind them. */
const CERAMIC = /^(?:X[5678][RST]|C0G|COG|NP0|NPO|Y5V|Z5U)$/i;
/** Packages that are called like places. */
const PACKAGE =
  /^(?:SO|SC|DIP|SIP|SIL|TO|DO)-?(?:[4-9]|\d{2,3})$|^[RCLD](?:01005|0201|0402|0603|0805|1206|1210|1812|2010|2512)$/i;
const THREAD = /^M[1-8]$/;
const FASTENER =
  /^(?:x|×|\d+(?:x|mm|\s?mm)\S*|screws?|bolts?|nuts?|standoffs?|spacers?|washers?|inserts?|schrauben?|muttern?|unterlegscheiben?|abstands\p{L}*|vis|écrous?|tornillos?|viti|винт\p{L}*|гайк\p{L}*)$/iu;
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
    if (CERAMIC.test(text) || NET.test(text)) return 'word';
    if (PACKAGE.test(text)) return 'footprint';
    if (/\d/.test(text) && designatorsShare(text) === 1) return 'place';
    if (looks.has('value') || SMALL_VALUE.test(text)) return 'value';
    if (looks.has('footprint')) return 'footprint';
    return isNumber || MIXED_NUMBER.test(text) ? 'number' : 'word';
  })();
  return { text, kind, couldBeNumber: kind === 'place' && isNumber && /\d\D?$|\d{2}/.test(text) };
}

/** The words of a row, or null where a comma without a blank shows that its cells are separated. */
function wordsOf(line: string): Word[] | null {
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
    if (pieces.length === 1 || REEL_CODE.test(text) && pieces.length === 2) texts.push(text);
    else if (pieces.every((piece) => piece !== '' && designatorsShare(piece) === 1)) texts.push(...pieces);
    else return null;
  }
  return texts.map((text, i) => {
    const word = wordOf(text);
    return THREAD.test(text) && FASTENER.test(texts[i + 1] ?? '') ? { ...word, kind: 'word' } : word;
  });
}

interface Counted {
  readonly quantity: string;
  /** The count stands at the end without a word for it, and may be of the part: `D1 LED 5`. */
  readonly isBare?: boolean;
  readonly leading: string;
  readonly words: readonly Word[];
}

const countIn = (text: string): string | undefined => {
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  const times = TIMES.exec(bare);
  return COUNTED.exec(bare.replace(/\s+/g, ''))?.[1] ?? times?.[1] ?? times?.[2];
};

/** Takes the count out of a row: `3x`, `3 pcs`, `x3` anywhere, `(3)` and a number alone at its ends. */
function countOf(words: readonly Word[]): Counted {
  for (const [i, { text }] of words.entries()) {
    const count = countIn(text);
    if (count !== undefined) return { quantity: count, leading: '', words: words.toSpliced(i, 1) };
    const next = words[i + 1]?.text ?? '';
    if (COUNT.test(text) && PIECES_ALONE.test(next)) {
      return { quantity: text, leading: '', words: words.toSpliced(i, 2) };
    }
    if (/^[x×]$/iu.test(text) && COUNT.test(next)) {
      return { quantity: next, leading: '', words: words.toSpliced(i, 2) };
    }
  }
  const isCount = (word: Word | undefined) =>
    word !== undefined && COUNT.test(word.text) && !/^0/.test(word.text) && word.kind !== 'footprint';
  const names = (some: readonly Word[]) => some.some(({ kind }) => kind !== 'place' && kind !== 'join');
  const [first] = words;
  const end = words.findLastIndex(({ text }) => !PRICE.test(text));
  const last = words[end];
  if (last && words.length > 1 && isBracketedCount(last.text) && names(words.slice(0, end))) {
    return { quantity: last.text.slice(1, -1).trim(), leading: '', words: words.toSpliced(end, 1) };
  }
  if (words.length > 1 && isCount(first) && names(words.slice(1))) {
    return { quantity: '', leading: first!.text, words: words.slice(1) };
  }
  if (words.length > 1 && isCount(last) && names(words.slice(0, end))) {
    return { quantity: last!.text, leading: '', words: words.toSpliced(end, 1), isBare: true };
  }
  return { quantity: '', leading: '', words };
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

/** What stands in brackets, where that is a number or a value. */
function opened(word: Word): Word {
  if (word.kind !== 'bracket') return word;
  const inner = wordOf(word.text.slice(1, -1).trim());
  return inner.kind === 'number' || inner.kind === 'value' ? inner : { ...word, kind: 'word' };
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** Reads a row; null where it is none of a list: a title, prose, or cells that are separated. */
export function readEntry(line: string, habits: Habits): Entry | null {
  if (line.length > MAX_CHARS) return null;
  const written = wordsOf(withoutMark(line).trim());
  if (written === null || written.length === 0) return null;
  const counted = countOf(written);
  const parted = placesOf(counted.words, habits);
  if (parted === null) return null;
  return counted.isBare && parted.places.length > 0 && !agree(counted.quantity, parted.places)
    ? entryOf({ ...counted, quantity: '' }, placesOf(written, habits))
    : entryOf(counted, parted);
}

/** Whether there are as many places as a count says. */
function agree(quantity: string, places: readonly Word[]): boolean {
  return readDesignators(listed(places), Number(quantity)).designators.length === Number(quantity);
}

/** Places parted by commas, and ranges as they were written. */
const listed = (places: readonly Word[]) =>
  places.map(({ text, kind }, i) =>
    i === 0 ? text : kind === 'join' || places[i - 1]!.kind === 'join' ? ` ${text}` : `, ${text}`
  ).join('');

function entryOf({ quantity, leading }: Counted, parted: Parted | null): Entry | null {
  if (parted === null) return null;
  const names = parted.names.filter(({ text }) => !BETWEEN.test(text)).map(opened);
  const shops = names.filter(({ text }) => ['DigiKey', 'LCSC'].includes(supplierOfNumber(text) ?? ''));
  const numbers = names.filter((word) => word.kind === 'number' && !shops.includes(word));
  const values = names.filter(({ kind, text }) => kind === 'value' && !RATING.test(text));
  const footprints = names.filter(({ kind }) => kind === 'footprint');
  const taken = new Set([...shops, ...numbers, ...values.slice(0, 1), ...footprints.slice(0, 1)]);
  const prices = names.filter(({ text }) => PRICE.test(text));
  const others = names.filter((word) => !taken.has(word) && !prices.includes(word));
  const isNamed = shops.length + numbers.length + values.length > 0;
  const plainWords = others.filter(({ kind }) => kind === 'word' || kind === 'join').length;
  // Positions on a board are no part of a list.
  if (names.filter(({ text }) => /^-?\d+\.\d+(?:mm)?$/.test(text)).length > MAX_DECIMALS) return null;
  const isCounted = quantity !== '' || leading !== '';
  if (plainWords > (isNamed ? MAX_WORDS : MAX_WORDS_ALONE)) return null;
  if (!isNamed && others.length === 0) return null;
  if (!isNamed && parted.places.length === 0 && !isCounted) return null;
  const words_ = textOf(others);
  const isManufacturer = numbers.length > 0 && others.length > 0 && /\p{L}{2}/u.test(words_) &&
    resolveManufacturer(words_) !== null;
  return {
    designators: listed(parted.places),
    quantity,
    leading,
    number: textOf(numbers),
    supplierNumber: shops.map(({ text }) => text).join('; '),
    value: values[0]?.text ?? '',
    footprint: footprints[0]?.text ?? '',
    manufacturer: isManufacturer ? words_ : '',
    prices: textOf(prices),
    words: isManufacturer ? '' : words_,
  };
}
