/** Prefixes and units in the spellings of several languages: `k`, `kilo`, `к`, `千`; `Ω`, `ohms`, `Ом`, `欧`. */
import type { Unit } from '../../domain/units.ts';

/** Letters that stand before a unit; `M` for milli is written, too. */
export const PREFIX_LETTERS = '[pnumkMGfнпкмГ]';
/** The longest come first. Between the word and its unit may be a hyphen: `kilo-ohm`; `kilohm` and `megohm` share a letter. */
export const PREFIX_WORDS =
  '(?:kilo|kil(?=ohm)|mega|milli|micro|mikro|nano|pico|piko|кило|мега|милли|микро|нано|пико)(?:-| ?)|meg|мк|[千兆毫微纳皮]';

export const OHM = 'Ω|ohms?|R|Ом(?:а|ов)?|欧姆?';
/** The units that values of passives and crystals have. */
export const VALUE_UNITS = '(?<farad>F|FD|farads?|Ф|法拉?)|(?<henry>H|henr(?:y|ys|ies)|Гн|亨利?)|' +
  `(?<hertz>Hz|hertz|Гц|赫兹?)|(?<ohm>${OHM})`;
export const UNIT_WORDS =
  `${VALUE_UNITS}|(?<volt>V(?:DC|AC)?|В|伏特?)|(?<ampere>A|А|安培?)|(?<watt>W(?:atts?)?|Вт|瓦特?)`;

const UNITS: Readonly<Record<string, Unit>> = {
  farad: 'F',
  henry: 'H',
  hertz: 'Hz',
  ohm: 'ohm',
  volt: 'V',
  ampere: 'A',
  watt: 'W',
};

/** The unit of a match of `UNIT_WORDS`; null for a small letter that is a word of Russian: `10 в корпусе`. */
export function unitOf(groups: Readonly<Record<string, string | undefined>>): Unit | null {
  const name = Object.keys(UNITS).find((one) => groups[one] !== undefined);
  return name === undefined || /^[ва]$/.test(groups[name]!) ? null : UNITS[name]!;
}

/** By how a word begins: each prefix in one letter. Only of `m` and `M` the case tells which is meant. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kil|кил|[кК千]$)/iu, 'k'],
  [/^(?:meg|мега|兆$)/iu, 'meg'],
  [/^(?:milli|милли|毫$)/iu, 'm'],
  [/^(?:mi[ck]ro|микро|мк$|微$)/iu, 'u'],
  [/^(?:nano|нано|н$|纳$)/iu, 'n'],
  [/^(?:pi[ck]o|пико|п$|皮$)/iu, 'p'],
  [/^м$/u, 'm'],
  [/^М$/u, 'M'],
  [/^Г$/iu, 'G'],
];

/** A prefix in its Latin letter, or `meg`. */
export const latin = (prefix: string): string =>
  LETTERS.find(([pattern]) => pattern.test(prefix))?.[1] ?? prefix;

/** A prefix in one spelling. Only `m` and `M` are two. */
export function letterOf(text: string): string {
  const letter = latin(text);
  if (/^meg$/i.test(letter)) return 'M';
  if (letter === 'm' || letter === 'M') return letter;
  if (letter === 'Ω') return 'R';
  return /^[rgvl]$/i.test(letter) ? letter.toUpperCase() : letter.toLowerCase();
}

export const EXPONENT: Readonly<Record<string, number>> = {
  p: -12,
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
};

/** The exponents that a prefix can stand for before a unit. */
export function exponentsOf(prefix: string, unit: string, isShouted: boolean): readonly number[] {
  const said = latin(prefix);
  if (/^meg$/i.test(said)) return [6];
  const letter = said.toLowerCase();
  if (letter !== 'm') return [EXPONENT[letter === 'g' ? 'G' : letter] ?? Number.NaN];
  if (unit === 'Hz') return [6];
  // `175.5 MOHM` in a text of capitals is a milliohm.
  if (unit === 'ohm') return said === 'm' ? [-3] : isShouted ? [6, -3] : [6];
  return [-3];
}
