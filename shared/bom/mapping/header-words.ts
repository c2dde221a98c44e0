/** A header's text, taken apart into words that the lexicon knows. */
import { visibleText } from '../../parts/part-number.ts';
import { DISTRIBUTORS, LEXICON, type Meaning } from './lexicon.ts';

/** What a header says, as far as the lexicon knows its words. */
export interface HeaderWords {
  readonly meanings: ReadonlySet<Meaning>;
  /** The distributor it names. */
  readonly distributor: string | null;
  /** A number in it that tells several of a kind apart: 2 of `MPN2`, null of `MPN`. */
  readonly index: number | null;
  /** How much of it is known, by letters: 0-1. */
  readonly known: number;
  /** Words the lexicon does not know. */
  readonly unknown: readonly string[];
  /** Lower case, without accents and punctuation, single blanks: equal headers have equal ones. */
  readonly plain: string;
}

interface Entry {
  readonly meanings: readonly Meaning[];
  readonly distributor: string | null;
}

/** No header is longer that says what its column holds, and folding a novel would cost eighteen times its length. */
const MAX_HEADER_CHARS = 120;

/** Scripts that put no blanks between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/** Of it nothing is folded. */
const ASCII = /^[ -~]*$/;

/** Lower case words; `PartNumber`, `part_number`, `PART-NUMBER` and `Part Number` are the same two. */
export function plainWords(text: string): string[] {
  if (text.length > MAX_HEADER_CHARS) return [];
  const isAscii = ASCII.test(text);
  const shown = (isAscii ? text : visibleText(text))
    .replace(/[#№]/gu, ' no ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return (isAscii ? shown : shown.normalize('NFD').replace(/(?<=[a-zA-Z])\p{M}+/gu, '').normalize('NFC'))
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const entries = new Map<string, Entry>();
for (const [meanings, phrases] of LEXICON) {
  for (const phrase of phrases.split('|')) {
    const key = plainWords(phrase).join(' ');
    // The first meaning stands: the lexicon's order is one of trust.
    if (!entries.has(key)) {
      entries.set(key, { meanings: meanings.split(' ').filter(Boolean) as Meaning[], distributor: null });
    }
  }
}
for (const [distributor, spellings] of DISTRIBUTORS) {
  for (const spelling of spellings.split('|')) {
    const key = plainWords(spelling).join(' ');
    if (!entries.has(key)) entries.set(key, { meanings: [], distributor });
  }
}

const LONGEST_PHRASE_WORDS = Math.max(...[...entries.keys()].map((key) => key.split(' ').length));
const LONGEST_UNSPACED = Math.max(
  ...[...entries.keys()].filter((key) => UNSPACED.test(key)).map((key) => key.length),
);

/** The distributor that a text names and nothing else, as in a column of suppliers. */
export function distributorNamed(text: string): string | null {
  const words = plainWords(text);
  const of = (count: number) => entries.get(words.slice(0, count).join(' '))?.distributor ?? null;
  return words.length === 0 || words.length > 4
    ? null
    : of(words.length) ?? joined(words.join(''))?.distributor ?? of(words.length - 1) ?? of(1);
}

/** Headers that were read, because each is asked for many times. */
const MAX_REMEMBERED = 1_000;
const remembered = new Map<string, HeaderWords>();

export function readHeader(text: string): HeaderWords {
  const known = remembered.get(text);
  if (known) return known;
  const words = readWords(text);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (text.length <= MAX_HEADER_CHARS) remembered.set(text, words);
  return words;
}

function readWords(text: string): HeaderWords {
  const words = plainWords(text);
  const found: Entry[] = [];
  const unknown: string[] = [];
  let index: number | null = null;
  let knownChars = 0;
  for (let at = 0; at < words.length;) {
    const word = words[at]!;
    const phrase = longestPhrase(words, at);
    if (phrase) {
      found.push(phrase.entry);
      knownChars += phrase.words.join('').length;
      at += phrase.words.length;
      continue;
    }
    if (/^\d+$/.test(word)) {
      if (word.length <= 2) index = Number(word);
      at += 1;
      continue;
    }
    const { entries: inside, rest } = UNSPACED.test(word) ? segment(word) : { entries: [], rest: word };
    found.push(...inside);
    knownChars += word.length - rest.length;
    if (rest !== '') unknown.push(rest);
    at += 1;
  }
  // `MP_N2`, `Mouse_r3`: renamed so that a program passes them over, and still what they say.
  const whole = found.length === 1 && unknown.length === 0
    ? undefined
    : joined(words.filter((word) => !/^\d+$/.test(word)).join(''));
  if (whole) return { ...said([whole]), index, known: 1, unknown: [], plain: words.join(' ') };
  const chars = words.filter((word) => !/^\d+$/.test(word)).join('').length;
  return {
    ...said(found),
    index,
    known: chars === 0 ? 0 : knownChars / chars,
    unknown,
    plain: words.join(' '),
  };
}

function said(found: readonly Entry[]) {
  return {
    meanings: new Set(found.flatMap(({ meanings }) => meanings)),
    distributor: found.find(({ distributor }) => distributor !== null)?.distributor ?? null,
  };
}

function joined(letters: string): Entry | undefined {
  // Two letters joined by chance mean too many things.
  return letters.length > 2 ? entries.get(letters) : undefined;
}

function longestPhrase(words: readonly string[], at: number) {
  for (let count = Math.min(LONGEST_PHRASE_WORDS, words.length - at); count > 0; count -= 1) {
    const phrase = words.slice(at, at + count);
    const entry = entries.get(phrase.join(' '));
    if (entry) return { entry, words: phrase };
  }
  return null;
}

/** Words of a script without blanks, the longest first. */
function segment(word: string): { entries: Entry[]; rest: string } {
  const found: Entry[] = [];
  let rest = '';
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST_UNSPACED, word.length - at);
    while (length > 0 && !entries.has(word.slice(at, at + length))) length -= 1;
    const entry = entries.get(word.slice(at, at + length));
    if (entry && length > 0) {
      found.push(entry);
      at += length;
    } else {
      rest += word[at]!;
      at += 1;
    }
  }
  return { entries: found, rest };
}
