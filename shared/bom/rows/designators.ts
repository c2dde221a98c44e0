/** Designators: lists, ranges and short forms, spelled out and counted. */
import { beginsWithLetter } from '../ascii.ts';

/** Letters of parts on a board. Others exist; these are told from part numbers such as `BSS138`. */
const KNOWN_LETTERS: ReadonlySet<string> = new Set(
  ('A AE AC AN ANT AR AT AUDIO B BAT BATT BR BT BTN BUT BZ C CAN CB CE CN CNN CON CONN COM CP CR CS CT CX D DA DC DD DEBUG DIP DIS DL DN DP DR DS DZ E ' +
    'EC EL ESD EXT F FAN FB FBR FC FD FER FID FL FS FT FU FUSE G GDT GND GPDI H HDR HL HS HW I IC IN IND INT IR J JK JP JTAG JUMP JST ' +
    'K KEY KY L LA LAN LB LCD LD LDR LE LED LOGO LP LS M MB MCU MD MES MH MIC MK MOD MOT MOV MP MS MT N NET NT NTC OC OK OLED OPT OSC OUT P PAD PB PC PCB PD PH PHY PL PM POT ' +
    'PR PS PT PTC PV PWR PWRLED Q QF QN QP R RA RB RC RCA RE REF REG REL RES REV RF RG RJ RL RLY RM RN RP RR RS RST RT RTC RV RX S SB SC SCR SD SENS SEN SERVO SH SIM SJ SK SL SMA SMDSW SO SOL SP SPI SPK ' +
    'SS ST STB SV SW SWD T TB TC TCO TEST TH TJ TM TP TR TRIM TS TVS TX U UART UC UEXT UI UM UNIT US USB USR V VC VD VDR VR VREG VS VT VZ W WIFI WJ WS X XC XF XP XS XT XTAL Y Z ZD ZIF')
    .split(' '),
);

/** A designator: letters and a number, perhaps with a letter or a channel behind: `R1`, `rU4`, `C70_1`, `U3A`. */
const DESIGNATOR = /^([\p{L}_]{1,12}?)[-_]?(\d{1,5})([A-Za-z]?|[-_.]\w{1,4}|\/\w{1,3})?$/u;
const BARE_NUMBER = /^\d{1,5}$/;
const RANGE_MARK = /^(?:-|–|—|−|~|\.{2,3}|…|->|→|to|thru|through|bis|до|à)$/iu;
/** Words that mean it between two names, and may be names or something else where none stands. */
const RANGE_WORD = /^(?:a|al|au|do|až|tot|t\/m|hasta|até)$/iu;
/** As tokens they have the blanks that stand beside them. */
const isRangeWord = (token: string) => token.startsWith(' ') && RANGE_WORD.test(token.trim());
/** Of these one is a Czech `and`: `R1 a R2`. */
const TO_OR_AND = /^ a $/iu;
const RANGE =
  /^([\p{L}_]{1,12}?)(\d{1,5})\s*(?:-{1,2}>?|–|—|−|~|\.{2,3}|…|→|:)\s*([\p{L}_]{0,12}?)(\d{1,5})$/u;

/** A range is longer nowhere; an invented one must not cost memory. */
const MAX_RANGE = 1_000;
/** Of one line. */
const MAX_DESIGNATORS = 10_000;

/** Longer than any part of a list; matching must not take long on what is none. */
const MAX_TOKEN_CHARS = 60;

export interface ReadDesignators {
  readonly designators: readonly string[];
  /** A range that could have been a name, such as `J1-2`, was spelled out or left as it is without being sure. */
  readonly isUnsure: boolean;
  /** Too many to be spelled out: the list is cut. */
  readonly isCut: boolean;
  /** Names parted by commas, each written once: nothing else stands in the text. */
  readonly isPlain: boolean;
}

/** How much a text looks like a list of designators, 0-1. */
export function designatorsShare(text: string): number {
  const tokens = withoutMark(text.slice(0, 2_000)).split(/[\s,;]+/).filter((token) =>
    token !== '' && token !== '/'
  );
  // A dash alone says that there is nothing.
  if (tokens.every((token) => RANGE_MARK.test(token))) return 0;
  let sum = 0;
  for (const token of tokens) sum += tokenShare(token);
  // A word alone may be a part: `BSS138`. Several of one kind hardly are.
  return sum / tokens.length;
}

/** A name as most are: there is no other way to take it apart. */
const PLAIN_NAME = /^([A-Z]{1,5})(\d{1,5})$/;

function tokenShare(token: string): number {
  if (token.length > MAX_TOKEN_CHARS) return 0;
  const plain = PLAIN_NAME.exec(token);
  if (plain) return shareOfName(plain[1]!, plain[2]!);
  if (RANGE_MARK.test(token)) return 1;
  const parts = RANGE.exec(token) ?? DESIGNATOR.exec(token);
  if (!parts) return 0;
  return shareOfName(parts[1]!.replace(/^r(?=[A-Z])/, '').replaceAll('_', '').toUpperCase(), parts[2]!);
}

function shareOfName(letters: string, digits: string): number {
  if (letters === 'C' && digits.length > 4) return 0.3;
  return KNOWN_LETTERS.has(letters) ? 1 : letters.length > 5 ? 0.5 : 0.4;
}

/** Names parted by commas, of which none is as long as a shop's number. */
const SHORT_NAMES = /^[A-Z]{1,5}\d{1,4}(?:, ?[A-Z]{1,5}\d{1,4})*$/;

/** Whether a text certainly is a list of names: `designatorsShare` gives 0.4 and more for it, and takes ten times as long. */
export function isSurelyList(text: string): boolean {
  return SHORT_NAMES.test(text);
}

/**
 * The designators of a cell, each once, in its order. Where a text can be read in two ways, the reading that agrees with the
 * line's quantity is taken.
 */
export function readDesignators(written: string, quantity: number | null): ReadDesignators {
  const text = unglued(besideItsNumbered(atSpacedSlashes(written, quantity), quantity), quantity);
  if (POINTS.test(text)) return readLeftOut(text, quantity);
  const plain = spell(text, false);
  if (!plain.couldBeRange) {
    return { designators: plain.list, isUnsure: plain.isOpen, isCut: plain.isCut, isPlain: plain.isPlain };
  }
  const ranges = spell(text, true);
  const isPlainRight = quantity !== null && plain.list.length === quantity;
  const isRangesRight = quantity !== null && ranges.list.length === quantity;
  const chosen = isPlainRight && !isRangesRight ? plain : ranges;
  const areAlike = !plain.isOpen && plain.list.join() === ranges.list.join();
  return {
    designators: chosen.list,
    isUnsure: !isPlainRight && !isRangesRight && !areAlike,
    isCut: chosen.isCut,
    isPlain: false,
  };
}

/** Between names of a list in which slashes stand for commas: `C1 /  C2`. */
const SPACED_SLASH = /\s{1,8}\/\s{1,8}/;

/** A list with commas for slashes that have blanks on both sides: where each part is a place's name, or a word, and there are as many as pieces. */
function atSpacedSlashes(text: string, quantity: number | null): string {
  if (!text.includes(' /') || text.length > MAX_JOINED_CHARS) return text;
  const parts = text.trim().split(SPACED_SLASH);
  const areWords = parts.length > 1 && parts.every((part) => part !== '' && !/[\s,;]/.test(part));
  return areWords && (parts.length === quantity || parts.every(isNumbered)) ? parts.join(', ') : text;
}

/** A name within a row of them that nothing parts: `C1C2C4`. */
const GLUED = /[A-Z]{1,5}\d{1,4}/g;

/** A list with commas between names that nothing parts, where there are as many as pieces and each has the letters of one. */
function unglued(text: string, quantity: number | null): string {
  if (quantity === null || quantity < 2 || text.length < 4 || text.length > MAX_JOINED_CHARS) return text;
  if (!IN_ONE.test(text)) return text;
  const names = text.match(GLUED) ?? [];
  const areNames = names.length === quantity && names.join('') === text && new Set(names).size === quantity &&
    names.every((name) => KNOWN_LETTERS.has(/^[A-Z]+/.exec(name)![0]));
  return areNames ? names.join(', ') : text;
}

const IN_ONE = /^[A-Z][A-Z\d]*\d[A-Z][A-Z\d]*$/;

/** A name without a number, as somebody's first part of a kind has. */
const LETTERS = /^\p{Lu}{1,8}$/u;

/** A list at whose blanks a name without a number stands beside one of the same letters that has one, `BST BST1`, if there are as many as pieces. */
function besideItsNumbered(text: string, quantity: number | null): string {
  if (quantity === null || quantity < 2 || text.length > MAX_PARTED_CHARS || /[,;/]/.test(text)) return text;
  const words = text.trim().split(/\s+/);
  if (words.length !== quantity || words.every(isName)) return text;
  const numbered = new Set(words.flatMap((word) => DESIGNATOR.exec(word)?.[1] ?? []));
  return words.every((word) => DESIGNATOR.test(word) || (LETTERS.test(word) && numbered.has(word)))
    ? words.join(', ')
    : text;
}

/** Points in the place of names that are left out. */
const POINTS = /…|\.{3}/;
/** Names of a list that nobody counted, as far as somebody would leave them out. */
const MAX_UNCOUNTED = 100;
/** A slip in a quantity is smaller. */
const mayMean = (named: number, quantity: number | null) => quantity === null || named <= quantity * 2 + 10;

/**
 * A list that leaves names out, such as `R104, R204, …, R804`: two names tell the step, or it is one. What the quantity confirms is
 * taken; without it the names that are written, where the two readings differ or lead far away from it.
 */
function readLeftOut(text: string, quantity: number | null): ReadDesignators {
  const readings = [true, false].flatMap((shortRanges) =>
    (['steps', 'each'] as const).map((leftOut) => spell(text, shortRanges, leftOut))
  );
  const confirmed = readings.find(({ list }) => list.length === quantity);
  if (confirmed) {
    return { designators: confirmed.list, isUnsure: false, isCut: confirmed.isCut, isPlain: false };
  }
  const [steps, each] = readings as [Spelled, Spelled];
  const areAlike = steps.list.length === each.list.length;
  const isUnsure = !areAlike || each.couldBeRange || each.isOpen;
  const { list, isCut } = areAlike && mayMean(each.list.length, quantity)
    ? each
    : quantity === null && steps.list.length <= MAX_UNCOUNTED
    ? steps
    : spell(text, true, 'none');
  return { designators: list, isUnsure: isUnsure || list.length < each.list.length, isCut, isPlain: false };
}

/** What points between two names are read as: the names at the step of the two in front of them, each name, or none. */
type LeftOut = 'steps' | 'each' | 'none';

interface Spelled {
  readonly list: readonly string[];
  readonly couldBeRange: boolean;
  readonly isCut: boolean;
  /** Points or a word for a range have no name on one of their sides. */
  readonly isOpen: boolean;
  /** As of `ReadDesignators`. */
  readonly isPlain: boolean;
}

/** Names parted by commas, as most programs write them: there is nothing to find out about these. */
const PLAIN_LIST = /^[A-Z]{1,5}\d{1,5}(?:, ?[A-Z]{1,5}\d{1,5})*$/;

/** Whether a list that is short enough to be looked through has each name once. */
export function areDifferent(names: readonly string[]): boolean {
  return names.length <= 16 && names.every((name, i) => names.indexOf(name) === i);
}

/** @param shortRanges whether `D33-36` is four parts, or one that is called so */
function spell(text: string, shortRanges: boolean, leftOut: LeftOut = 'each'): Spelled {
  if (PLAIN_LIST.test(text)) {
    const names = text.replaceAll(' ', '').split(',');
    const list = areDifferent(names) ? names : [...new Set(names)];
    const isCut = list.length > MAX_DESIGNATORS;
    return {
      list: isCut ? list.slice(0, MAX_DESIGNATORS) : list,
      couldBeRange: false,
      isCut,
      isOpen: false,
      isPlain: list.length === names.length,
    };
  }
  const names = new Set<string>();
  let [before, last] = ['', ''];
  let couldBeRange = false;
  let isOpen = false;
  let isCut = false;
  /** The letters that bare numbers behind a comma belong to: `C61,81`. */
  let letters = '';
  let open: { letters: string; from: number; step: number; isByPoints: boolean; word: string | null } | null =
    null;
  const add = (name: string) => {
    if (names.has(name)) return;
    if (names.size >= MAX_DESIGNATORS) isCut = true;
    else {
      names.add(name);
      [before, last] = [last, name];
    }
  };
  const addRange = (of: string, from: number, to: number, step = 1) => {
    for (let n = from; n <= to; n += step) add(`${of}${n}`);
  };
  for (const token of POINTS.test(text) ? partedAtPoints(text) : tokensOf(text)) {
    const isByPoints = token === '…';
    if (isByPoints && leftOut === 'none') continue;
    const single = token.length > MAX_TOKEN_CHARS ? null : DESIGNATOR.exec(token);
    if (single && !single[3] && !open) {
      letters = single[1]!;
      add(token);
      continue;
    }
    if ((RANGE_MARK.test(token) || isRangeWord(token)) && names.size > 0) {
      const from = DESIGNATOR.exec(last);
      if (from && !from[3]) {
        const step = isByPoints && leftOut === 'steps' ? stepBetween(before, last) : 1;
        const word = /\p{L}/u.test(token) ? token : null;
        open = { letters: from[1]!, from: Number(from[2]), step, isByPoints, word };
        continue;
      }
    }
    if (isByPoints) {
      isOpen = true;
      continue;
    }
    if (open) {
      const to = single && (single[1] === open.letters) && !single[3]
        ? Number(single[2])
        : BARE_NUMBER.test(token)
        ? Number(token)
        : null;
      const { letters: of, from, step, word } = open;
      const isEither = word !== null && TO_OR_AND.test(word);
      if (to !== null && to >= from && to - from <= MAX_RANGE) {
        open = null;
        if (isEither) couldBeRange = true;
        if (isEither && !shortRanges) {
          letters = of;
          add(`${of}${to}`);
          continue;
        }
        addRange(of, from, to, (to - from) % step === 0 ? step : 1);
        letters = of;
        continue;
      }
      isOpen ||= open.isByPoints || (word !== null && !isEither);
      open = null;
    }
    const range = token.length > MAX_TOKEN_CHARS ? null : RANGE.exec(token);
    if (range) {
      const [, of, from, also, to] = range as unknown as [string, string, string, string, string];
      const isOrdered = Number(to) > Number(from) && Number(to) - Number(from) <= MAX_RANGE;
      if (isOrdered && (also === of || also === '')) {
        const isShort = also === '';
        // `U1-2` may be the second half of U1, `R1-R5` is nothing else than a range.
        if (isShort) couldBeRange = true;
        if (!isShort || shortRanges) {
          addRange(of, Number(from), Number(to));
          letters = of;
          continue;
        }
      }
    }
    if (BARE_NUMBER.test(token) && letters !== '') {
      add(`${letters}${token}`);
      continue;
    }
    if (single && !single[3]) letters = single[1]!;
    add(token);
  }
  return {
    list: [...names],
    couldBeRange,
    isCut,
    isOpen: isOpen || (open !== null && (open.isByPoints || open.word !== null)),
    isPlain: false,
  };
}

/** How far two names of one kind are apart that stand in front of points; one where they tell nothing. */
function stepBetween(before: string, last: string): number {
  const [one, other] = [before, last].map((name) => DESIGNATOR.exec(name));
  if (!one || !other || one[1] !== other[1] || one[3] || other[3]) return 1;
  return Math.max(1, Number(other[2]) - Number(one[2]));
}

/** The parts of a list with points in it, each `…` a part of its own: `U1,…U8`, `C11, …., C81`. */
function partedAtPoints(text: string): string[] {
  return tokensOf(text.replace(/(?:…|\.{3})[.…]*/g, '…')).flatMap((token) =>
    token.includes('…')
      ? token.split(/(…)/).map((part) => part.trim()).filter((part) => part !== '')
      : [token]
  );
}

/** What a list of groups or points has in front of each: `>  C3, C4`, `- R1`, `• R1`. */
const MARK_IN_FRONT = /^\s*(?:[>▶►▸•·●▪‣*+]|[-–—](?=\s))\s{0,8}(?=[\p{L}_]+[-_]?\d)/u;

function withoutMark(text: string): string {
  return beginsWithLetter(text) ? text : text.replace(MARK_IN_FRONT, '');
}

/** Words between the last two of a list, in the languages of the headers and their neighbours, and signs for them. */
const AND = /\s{1,8}(?:and|und|et|y|e|i|и|och|oraz|と|和|&|\+)\s{1,8}/giu;
/** What joins the names of a list and is none itself. */
const JOINING = /^(?:and|und|et|y|e|i|и|och|oraz|と|和|&|\+)$/iu;
/** No name that is written so is longer; lists that are, are parted by commas. */
const MAX_JOINED_CHARS = 2_000;

const AND_OR_TO = /\s{1,8}a\s{1,8}/giu;

/** Parts at a word that is an `and` between names of two kinds: between those of one kind it may be of a range. */
function atAnds(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(AND_OR_TO)) {
    const from = DESIGNATOR.exec(parts.at(-1)?.split(/[\s,;]+/).at(-1) ?? '');
    const to = DESIGNATOR.exec(part.split(/[\s,;]+/, 1)[0]!);
    const mayBeRange = from !== null && to !== null && from[1] === to[1] && !from[3] && !to[3];
    if (mayBeRange) parts.push(`${parts.pop()} a ${part}`);
    else parts.push(part);
  }
  return parts;
}

/** A list with commas for the words that join its names. Where words stand beside one, it is of a text: `Screw and nut 2`. */
function joinedByCommas(text: string): string {
  if (text.length > MAX_JOINED_CHARS || !/\s[\p{L}&+]{1,4}\s/u.test(text)) return text;
  const parts = text.split(AND).flatMap(atAnds);
  const isJoined = parts.length > 1 && parts.every((part, i) => {
    const words = part.split(/[\s,;]+/).filter(Boolean);
    const beside = [...(i > 0 ? words.slice(0, 1) : []), ...(i < parts.length - 1 ? words.slice(-1) : [])];
    return beside.length > 0 &&
      words.every((word, at) =>
        isNumbered(word) || (at > 0 && at < words.length - 1 && RANGE_WORD.test(word))
      );
  });
  return isJoined ? parts.join(', ') : text;
}

/** A word that is a designator by the number at its end, whatever it is called: `SW_OnOff_2`, `J_24Vin+GND_1`. */
function isNumbered(word: string): boolean {
  return isName(word) || (word.length <= MAX_TOKEN_CHARS && /^\p{L}\S*_\d{1,5}$/u.test(word));
}

/** How many there are, behind the list: `R1, R2 (2)`. */
const COUNT = /\s\((?:x\s?)?\d{1,5}\s?(?:x|pcs)?\)$/i;

/** Parts of a list: at commas, semicolons, line ends and vertical bars; at blanks and slashes where names stand on both sides. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const shown = joinedByCommas(withoutMark(text.trimEnd()));
  for (const part of (shown.endsWith(')') ? shown.replace(COUNT, '') : shown).split(/[,;|\n\r\t、，；]+/)) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    if (!/\s/.test(trimmed)) {
      tokens.push(...atSlashes(trimmed));
      continue;
    }
    const words = wordsOf(trimmed);
    const isBetween = (i: number) =>
      i > 0 && i < words.length - 1 && RANGE_WORD.test(words[i]!) && DESIGNATOR.test(words[i - 1]!);
    const areNames = words.every((word, i) => isName(word) || isBetween(i)) || isRangeOfWords(words);
    const parts = areNames ? words.map((word) => RANGE_WORD.test(word) ? ` ${word} ` : word) : [trimmed];
    for (const word of parts) tokens.push(...atSlashes(word));
  }
  return tokens;
}

/** A blank within a name, as some write among others that have none: `SW1 SW 2`. */
const PARTED = /(?<!\S)(\p{Lu}{1,5}) {1,3}(\d{1,4})(?!\S)/gu;

function wordsOf(text: string): string[] {
  const words = text.split(/\s+/);
  if (text.length > MAX_PARTED_CHARS || words.every((word) => isName(word))) return words;
  const joined = text.replace(PARTED, '$1$2').split(/\s+/);
  const areNames = joined.every((word) => DESIGNATOR.test(word)) &&
    (joined.length > 1 || KNOWN_LETTERS.has(/^\p{Lu}+/u.exec(joined[0]!)?.[0] ?? ''));
  return areNames ? joined : words;
}

const MAX_PARTED_CHARS = 400;

/** Whether a word joins names of a list, and is no place's: no quantity counts it. */
export const isJoining = (word: string): boolean =>
  JOINING.test(word) || RANGE_MARK.test(word) || RANGE_WORD.test(word);

function isName(word: string): boolean {
  return word.length <= MAX_TOKEN_CHARS &&
    (DESIGNATOR.test(word) || RANGE.test(word) || RANGE_MARK.test(word) ||
      word.split('/').length > 1 && word.split('/').every((one) => DESIGNATOR.test(one)));
}

function isRangeOfWords(words: readonly string[]): boolean {
  return words.length === 3 && DESIGNATOR.test(words[0]!) &&
    (RANGE_MARK.test(words[1]!) || RANGE_WORD.test(words[1]!)) &&
    (DESIGNATOR.test(words[2]!) || BARE_NUMBER.test(words[2]!));
}

/** `C17/18/19` and `R1/R2` are lists; `5.0V/3.3V1` and `BAT/BUT1` are names. */
function atSlashes(word: string): string[] {
  if (!word.includes('/') || word.length > 2_000) return [word];
  const parts = word.split('/');
  const first = DESIGNATOR.exec(parts[0]!);
  const others = parts.slice(1);
  const areAlike = first !== null && !first[3] &&
    others.every((one) => BARE_NUMBER.test(one) || (DESIGNATOR.exec(one)?.[1] === first[1]));
  return areAlike ? parts : [word];
}
