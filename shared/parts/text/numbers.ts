/** Numbers as people write them: with a comma or a point, and with marks between thousands. */
import { scaled } from '../decoders/codecs.ts';

const FRACTION = String.raw`[.,]\d{1,9}`;
/** `10 000`, `10'000`, `1,000,000` and `0.000 1`: a blank parts thousands for sure where zeros stand behind it. */
export const NUMBER = [
  String.raw`(?:[1-9]\d{0,2}(?: \d{3}){0,3} 000(?!\d)(?:${FRACTION})?`,
  String.raw`[1-9]\d{0,2}(?:['’]\d{3}){1,3}(?!\d)(?:${FRACTION})?`,
  String.raw`[1-9]\d{0,2}(?:,\d{3}){2,3}(?!\d)`,
  String.raw`[1-9]\d{0,2}(?:\.\d{3}){2,3}(?!\d)`,
  String.raw`0[.,](?:000 ){1,3}\d{1,3}(?!\d)`,
  String.raw`\d{1,9}(?:${FRACTION})?`,
  String.raw`\.\d{1,9})`,
].join('|');
/** `47 500`, and `5 100` of five pieces. */
export const GROUPED = String.raw`[1-9]\d{0,2}(?: \d{3}){1,3}(?!\d)(?:${FRACTION})?`;

/** Nothing of a number or a name stands before. */
export const START = String.raw`(?<![\p{L}\p{N}]|\d[.,'’]|(?<!\d)\d{1,3} (?=000(?!\d)))`;
/** Nothing of a name stands behind. A comma there parts two statements: `1uF,16V,X7R`. */
export const END = String.raw`(?![\p{L}\p{N}]|\.\d)`;

/** What a number can be: a comma before three digits may stand between thousands, and so may a blank. */
export function digitsOf(number: string): readonly [digits: string, exponent: number][] {
  const plain = number.replace(/[ '’]/g, '').replace(
    /^\d+(?:,\d+){2,}$|^\d+(?:\.\d+){2,}$/,
    (all) => all.replace(/[.,]/g, ''),
  );
  const [whole = '', fraction] = plain.split(/[.,]/);
  const decimal: [string, number] = [whole + (fraction ?? ''), -(fraction ?? '').length];
  const isThousands = /^[1-9]\d{0,2},\d{3}$/.test(plain);
  const last = /^[^.,]+ ([1-9][^ ]*)$/.exec(number)?.[1];
  return [
    decimal,
    ...(isThousands ? [[decimal[0], 0] as [string, number]] : []),
    ...(last === undefined ? [] : digitsOf(last)),
  ];
}

export const valuesOf = (number: string, exponent = 0): readonly number[] =>
  digitsOf(number).map(([digits, e]) => scaled(digits, e + exponent));
