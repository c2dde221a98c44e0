/** A header's text, taken apart into words that the lexicon knows. */
import { visibleText } from '../../parts/part-number.ts';
import { DISTRIBUTORS, LEXICON, type Meaning } from './lexicon.ts';

/** What a header says, as far as the lexicon knows its words. */
export interface HeaderWords {
  readonly meanings: ReadonlySet<Meaning>;
  /** The distributor it names, the first of several. */
  readonly distributor: string | null;
  /** All that it names: `Digikey/Mouser`. */
  readonly distributors: readonly string[];
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

/** Between a script with blanks and one without: `Qty数量` is two words. */
const BETWEEN_SCRIPTS =
  /(?<=[A-Za-z])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?=[A-Za-z])/gu;

/** Of it nothing is folded. */
const ASCII = /^[ -~]*$/;

/** Where words end within a text: letters of every script are looked for at several times the cost of those of ASCII. */
const BORDERS = {
  ascii: {
    capital: /([a-z])([A-Z])/g,
    lastCapital: /([A-Z])([A-Z][a-z])/g,
    digit: /([a-z])(\d)/g,
    letter: /(\d)([a-z])/g,
    between: /[^a-z0-9]+/,
  },
  any: {
    capital: /(\p{Ll})(\p{Lu})/gu,
    lastCapital: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
    digit: /(\p{L})(\d)/gu,
    letter: /(\d)(\p{L})/gu,
    between: /[^\p{L}\p{N}]+/u,
  },
};

/** Lower case words; `PartNumber`, `part_number`, `PART-NUMBER` and `Part Number` are the same two. */
export function plainWords(text: string): string[] {
  if (text.length > MAX_HEADER_CHARS) return [];
  const isAscii = ASCII.test(text);
  const borders = isAscii ? BORDERS.ascii : BORDERS.any;
  const shown = (isAscii ? text : visibleText(text))
    .replace(/[#№]/g, ' no ')
    .replace(borders.capital, '$1 $2')
    .replace(borders.lastCapital, '$1 $2');
  return (isAscii
    ? shown
    : shown.normalize('NFD').replace(/(?<=[a-zA-Z])\p{M}+/gu, '').normalize('NFC').replace(
      BETWEEN_SCRIPTS,
      ' ',
    ))
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(borders.digit, '$1 $2')
    .replace(borders.letter, '$1 $2')
    .split(borders.between)
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

/** Shorter words are too near to others. */
const LEAST_MISSPELT_CHARS = 5;
/** Of words that are long enough for two letters to be wrong. */
const LEAST_LONG_CHARS = 8;
/** A word that is misspelt says less than one that is not. */
const WEIGHT_OF_MISSPELT = 0.7;

/** Single words that may be misspelt, by their first letter: that one is seldom wrong. */
const misspeltWords = new Map<string, [word: string, entry: Entry][]>();
for (const [key, entry] of entries) {
  if (key.length < LEAST_MISSPELT_CHARS || !/^\p{L}+$/u.test(key) || UNSPACED.test(key)) continue;
  misspeltWords.set(key[0]!, [...misspeltWords.get(key[0]!) ?? [], [key, entry]]);
}

/** The word that is meant by one that is misspelt; null where none is near, or words of several meanings are. */
function meantBy(word: string): string | null {
  if (word.length < LEAST_MISSPELT_CHARS || word.length > MAX_MISSPELT_CHARS) return null;
  let nearest = MAX_WRONG + 1;
  let meant: [word: string, entry: Entry] | null = null;
  let isAmbiguous = false;
  for (const [key, entry] of misspeltWords.get(word[0]!) ?? []) {
    const allowed = Math.min(word.length, key.length) >= LEAST_LONG_CHARS ? MAX_WRONG : 1;
    if (Math.abs(word.length - key.length) > allowed) continue;
    // With an ending it is another word: what was `Sourced` is no source.
    if (word.startsWith(key)) continue;
    const wrong = wrongLetters(word, key);
    if (wrong > allowed || wrong > nearest) continue;
    // Another ending makes another word, or one of another language: `constructor`, `constructeur`.
    if (wrong > 1 && !word.endsWith(key.slice(-2))) continue;
    const isSame = meant !== null && meaningOf(meant[1]) === meaningOf(entry);
    isAmbiguous = wrong < nearest ? false : isAmbiguous || !isSame;
    if (wrong < nearest) meant = [key, entry];
    nearest = wrong;
  }
  // Near a word that is of no field there is nothing to correct: `Field5` leaves it open what stands below it.
  const isOfField = meant !== null &&
    (meant[1].distributor !== null || meant[1].meanings.some((meaning) => meaning !== 'other'));
  return isAmbiguous || !isOfField ? null : meant![0];
}

const MAX_WRONG = 2;
/** No word of the lexicon that anybody misspells is longer. */
const MAX_MISSPELT_CHARS = 30;

const meaningOf = ({ meanings, distributor }: Entry) => [...meanings.toSorted(), distributor ?? ''].join(' ');

/** Letters to put in, leave out or change until one word is the other; two that are swapped are one. */
function wrongLetters(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isEqual = one[i - 1] === other[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isEqual ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}

/** Shorter words are near to everything. */
const LEAST_SHORT_CHARS = 3;

/** Short words of a list's fields, by their first letter. */
const shortWords = [...entries].filter(([key, { meanings }]) =>
  key.length >= LEAST_SHORT_CHARS && key.length < LEAST_MISSPELT_CHARS && /^[a-z]+$/.test(key) &&
  meanings.length === 1
);

/**
 * What a word that is too short to be corrected may mean, as `Qyt`: it is a known one with two letters swapped, or with
 * one too many or too few. Only what stands below can say whether it is; of words that are known nothing is said.
 */
export function nearShortWord(name: string): ReadonlySet<Meaning> {
  const [word = '', ...others] = plainWords(name);
  const near = new Set<Meaning>();
  const isShort = others.length === 0 && word.length >= LEAST_SHORT_CHARS &&
    word.length <= LEAST_MISSPELT_CHARS && !entries.has(word);
  if (!isShort) return near;
  for (const [key, { meanings }] of shortWords) {
    const isSwapped = key.length === word.length &&
      [...key].toSorted().join() === [...word].toSorted().join();
    if (key[0] === word[0] && (isSwapped || key.length !== word.length) && wrongLetters(word, key) === 1) {
      near.add(meanings[0]!);
    }
  }
  return near;
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

/** Forms say which of their columns have to be filled in. */
const REQUIRED =
  /\((?:required|mandatory|optional|pflicht|pflichtfeld|obligatoire|obligatorio|必填|必須)\)/giu;

/** `Unit$`, `Cost (€)`: a sign of money, where no amount follows that could be a cell's. */
const OF_MONEY = /^\D*[$€£¥]\D*$/;

function readWords(text: string): HeaderWords {
  const read = readNamed(text);
  return text.length <= MAX_HEADER_CHARS && OF_MONEY.test(text)
    ? { ...read, meanings: new Set([...read.meanings, 'money']) }
    : read;
}

/** What Altium writes in front of a name that its project has no field for. */
const NO_SUCH_FIELD = /^#?\s?column name error:/i;

function readNamed(written: string): HeaderWords {
  const text = written.replace(NO_SUCH_FIELD, '');
  const all = plainWords(text);
  const named = text.includes('(') ? plainWords(text.replace(REQUIRED, ' ')) : all;
  const words = named.length > 0 ? named : all;
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
    const meant = meantBy(word);
    if (meant !== null) {
      const corrected = longestPhrase(words.with(at, meant), at)!;
      found.push(corrected.entry);
      knownChars += corrected.words.join('').length - meant.length * (1 - WEIGHT_OF_MISSPELT);
      at += corrected.words.length;
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
  if (whole) return { ...said([whole]), index, known: 1, unknown: [], plain: all.join(' ') };
  const chars = words.filter((word) => !/^\d+$/.test(word)).join('').length;
  return {
    ...said(found),
    index,
    known: chars === 0 ? 0 : knownChars / chars,
    unknown,
    plain: all.join(' '),
  };
}

function said(found: readonly Entry[]) {
  const distributors = [...new Set(found.flatMap(({ distributor }) => distributor ?? []))];
  return {
    meanings: new Set(found.flatMap(({ meanings }) => meanings)),
    distributor: distributors[0] ?? null,
    distributors,
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
