/** What the tables of inductors, ferrites and chokes share: values, tolerances, sizes and how families are listed. */
import type { Statements } from '../../../finding.ts';
import { codec, mantissa, scaled } from '../../codecs.ts';
import { chip, codes } from '../../segments.ts';
import type { CodeSegment, ValueSegment } from '../../table.ts';

const E24 = '10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 50 51 56 60 62 68 75 82 91';
/** The series E24 with the values 50 and 60 that some manufacturers add. */
const GRID: ReadonlySet<string> = new Set(E24.split(' '));

/** Two digits with a letter where the point is, both orders of a value below the letter's unit: `R47`, `0R4`. */
function withLetter(value: number, letter: string, unit: number): readonly string[] {
  const [digits, exponent] = mantissa(value, 2);
  const [first, second] = [...digits];
  const at = {
    [unit - 2]: [letter + digits],
    [unit - 1]: [`${first}${letter}${second}`, `0${letter}${first}`],
  };
  return [...at[exponent] ?? [], ...(exponent === unit ? [digits + letter] : [])];
}

/**
 * Inductance in three characters: `3N9` and `10N` in nanohenry, `R47` and `4R7` in microhenry, `100` (10 µH) and `471`
 * as two digits and a number of zeros.
 */
const microhenries = codec(
  [3],
  /^(\dN\d|[1-9]\dN|R[1-9]\d|[1-9]R\d|[1-9]\d[0-5])$/,
  (code) => {
    const digits = code.replace(/[NR]/, '').slice(0, 2);
    const letter = code.search(/[NR]/);
    if (letter === -1) return GRID.has(digits) ? scaled(digits, Number(code[2]) - 6) : null;
    // Radio-frequency types below 10 nH come in steps of a tenth.
    if (!GRID.has(digits) && !/^\dN/.test(code)) return null;
    return Number(digits) === 0 ? null : scaled(digits, letter - 2 - (code.includes('N') ? 9 : 6));
  },
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [...withLetter(value, 'N', -9), ...withLetter(value, 'R', -6), `${digits}${exponent + 6}`];
  },
);

/** Inductance in nanohenry as two digits and a number of zeros: `222` is 2.2 µH. */
const zerosNanohenries = codec(
  [3],
  /^[1-9]\d[0-7]$/,
  (code) => GRID.has(code.slice(0, 2)) ? scaled(code.slice(0, 2), Number(code[2]) - 9) : null,
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`${digits}${exponent + 9}`];
  },
);

/** Würth's notation: `047` is 4.7 µH, `100` is 10 µH, `101` is 100 µH. */
const tenthsOrZeros = codec(
  [3],
  /^(0[1-9]\d|[1-9]\d[0-3])$/,
  (code) => {
    const digits = code.startsWith('0') ? code.slice(1) : code.slice(0, 2);
    if (!GRID.has(digits)) return null;
    return scaled(digits, code.startsWith('0') ? -7 : Number(code[2]) - 6);
  },
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`0${digits}`, `${digits}${exponent + 6}`];
  },
);

/** Würth's older notation: a power of ten, lowered by one, before two digits. `047` is 4.7 µH, `147` 47 µH, `247` 470 µH. */
const powerBeforeDigits = codec(
  [3],
  /^[0-3][1-9]\d$/,
  (code) => GRID.has(code.slice(1)) ? scaled(code.slice(1), Number(code[0]) - 7) : null,
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`${exponent + 7}${digits}`];
  },
);

const inductanceBy = (read: ValueSegment['codec']): ValueSegment => (
  { name: 'value', field: 'inductance', codec: read }
);

/** A value as most manufacturers write it, see `microhenries`. */
export const INDUCTANCE = inductanceBy(microhenries);
export const NANOHENRIES = inductanceBy(zerosNanohenries);
export const WUERTH_INDUCTANCE = inductanceBy(tenthsOrZeros);
export const WUERTH_OLD_INDUCTANCE = inductanceBy(powerBeforeDigits);

/** Tolerances of inductors; the absolute ones are of radio-frequency types. */
const INDUCTOR_TOLERANCES: Readonly<Record<string, Statements>> = {
  W: { tolerance: { value: 0.05e-9, unit: 'H' } },
  B: { tolerance: { value: 0.1e-9, unit: 'H' } },
  C: { tolerance: { value: 0.2e-9, unit: 'H' } },
  S: { tolerance: { value: 0.3e-9, unit: 'H' } },
  D: { tolerance: { value: 0.5e-9, unit: 'H' } },
  F: { tolerance: 1 },
  G: { tolerance: 2 },
  H: { tolerance: 3 },
  J: { tolerance: 5 },
  K: { tolerance: 10 },
  L: { tolerance: 15 },
  M: { tolerance: 20 },
  T: { tolerance: 30 },
  N: { tolerance: 30 },
  Y: { tolerance: 30 },
};

/** Those of the letters that `letters` names. */
export const inductorTolerances = (letters: string): CodeSegment => ({
  name: 'tolerance',
  codes: Object.fromEntries([...letters].map((letter) => [letter, INDUCTOR_TOLERANCES[letter]!])),
});

/** Impedances that chip ferrites are made for, as their manufacturers write them: `601` is 600 ohm. */
const IMPEDANCES =
  '050 060 070 100 110 120 150 180 190 220 240 260 280 300 310 330 390 400 420 450 470 500 520 560 ' +
  '600 680 700 750 800 900 101 111 121 131 151 161 171 181 201 221 241 251 261 271 281 301 331 361 391 401 421 431 ' +
  '451 471 501 511 561 601 641 681 701 751 801 821 102 112 122 132 152 182 202 222 252 272 302';

const impedances = (list: string): CodeSegment =>
  codes(
    'impedance',
    'impedance',
    Object.fromEntries(list.split(' ').map((code) => [code, scaled(code.slice(0, 2), Number(code[2]))])),
  );

export const IMPEDANCE = impedances(IMPEDANCES);

/** The same of common-mode chokes. */
export const CHOKE_IMPEDANCE = impedances(
  '120 160 220 240 250 260 280 300 350 370 400 450 500 600 670 700 750 800 900 101 111 121 131 141 161 171 181 201 221 ' +
    '251 261 301 331 361 371 381 401 421 451 471 491 501 551 561 601 621 661 701 721 801 851 871 901 102 112 142 152 ' +
    '172 182 192 222 272 302 332 352 392 402 422 472 502',
);

/** Chip sizes that only coils come in, in both systems. */
const COIL_SIZES: Readonly<Record<string, string>> = {
  '0302': '0302 (0806 metric)',
  '0504': '0504 (1210 metric)',
  '0504A': '0504 (1412 metric)',
  '0804': '0804 (2010 metric)',
  '0806': '0806 (2016 metric)',
  '1008': '1008 (2520 metric)',
  '1806': '1806 (4516 metric)',
};

/** A chip size by its imperial name, or a body as it is: `4 x 4 mm`. */
export const body = (size: string): string => size.includes('x') ? size : COIL_SIZES[size] ?? chip(size);

/** The imperial names of metric chip sizes. */
const IMPERIAL: Readonly<Record<string, string>> = {
  '0402': '01005',
  '0603': '0201',
  '1005': '0402',
  '1608': '0603',
  '2012': '0805',
  '2125': '0805',
  '2016': '0806',
  '2520': '1008',
  '2518': '1008',
  '3216': '1206',
  '3225': '1210',
  '4516': '1806',
  '4532': '1812',
};

/** Sizes that stand in a number as metric ones. */
export const metricSizes = (list: string): CodeSegment =>
  codes('size', 'package', Object.fromEntries(list.split(' ').map((code) => [code, body(IMPERIAL[code]!)])));

/** A family and the sizes it comes in: code of the number to a size as `body` takes it, or to nothing where none is sure. */
export type Families = Readonly<Record<string, string>>;

/** The beginnings of numbers and what each says of package and series. */
export const families = (listed: Families, also: Statements = {}): CodeSegment => ({
  name: 'family',
  codes: Object.fromEntries(
    Object.entries(listed).map(([code, size]) => [
      code,
      { series: code, ...(size ? { package: body(size) } : {}), ...also },
    ]),
  ),
});

/** Beginnings made of each of `starts` and each of `ends`, all of one size. */
export const combined = (start: string, ends: string, size: string): Families =>
  Object.fromEntries(ends.split(' ').map((end) => [start + end, size]));

export const REEL = { packaging: 'tape and reel' } as const;
