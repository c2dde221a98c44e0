/** How resistances are written in resistors' numbers, besides the notations that other parts share. */
import {
  codec,
  lettered,
  letterValue,
  mantissa,
  scaled,
  type ValueCodec,
  zerosResistance,
} from '../../codecs.ts';
import { bareCodes, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Forms, Segment, ValueSegment } from '../../table.ts';

/** The place of the resistance. */
export const value = (notation: ValueCodec): ValueSegment => (
  { name: 'value', field: 'resistance', codec: notation }
);

/** The place of the resistance in the number of a jumper. */
export const zeroOhm = (code: string): CodeSegment => codes('value', 'resistance', { [code]: 0 });

/** Forms that write two significant digits at the tolerances `coarse` and three at the `fine` ones. */
export function byTolerance(
  coarse: string,
  fine: string,
  form: (tolerance: CodeSegment, resistance: ValueSegment) => readonly Segment[],
  notation: (digits: 2 | 3) => ValueCodec = zerosResistance,
): Forms {
  return [form(tolerances(coarse), value(notation(2))), form(tolerances(fine), value(notation(3)))];
}

/** Digits with a letter as decimal point, of a `pattern` that leaves one spelling to each value. */
export function pointValue(lengths: readonly number[], pattern: RegExp, letters = 'RKM'): ValueCodec {
  return codec(
    lengths,
    pattern,
    (code) => letterValue(code) || null,
    (ohms) => [2, 3, 4, 5].flatMap((digits) => lettered(ohms, letters, digits)),
  );
}

/** Below 1 ohm after a leading `R`, in that many characters: `R10`, `R010`, `R0100`. */
export const leadingPoint = (length: 3 | 4 | 5): ValueCodec =>
  pointValue([length], new RegExp(`^R\\d{${length - 1}}$`), 'R');

/** Significant digits and a number of zeros, `R` as decimal point below that and below 1 ohm, too: `R10`, `4R7`, `103`. */
export function zerosOrPoint(digits: 2 | 3): ValueCodec {
  const pattern = digits === 2
    ? /^(R\d[1-9]|R[1-9]0|[1-9]R\d|[1-9]\d[0-6])$/
    : /^(R\d{3}|[1-9]R\d\d|[1-9]\dR\d|[1-9]\d\d[0-5])$/;
  return codec(
    [digits + 1],
    pattern,
    (code) =>
      code.includes('R') ? letterValue(code) || null : scaled(code.slice(0, digits), Number(code[digits])),
    (ohms) => [
      ...lettered(ohms, 'R', digits),
      ...lettered(ohms, 'R', digits - 1),
      mantissa(ohms, digits).join(''),
    ],
  );
}

/** Three significant digits and a power of ten in which 8 and 9 stand for -2 and -1: `1002` is 10 kohm, `1009` 10 ohm. */
export const multiplierResistance = codec(
  [4],
  /^[1-9]\d\d[0-589]$/,
  (code) => {
    const power = Number(code[3]);
    return scaled(code.slice(0, 3), power > 5 ? power - 10 : power);
  },
  (ohms) => {
    const [digits, exponent] = mantissa(ohms, 3);
    return [`${digits}${exponent < 0 ? exponent + 10 : exponent}`];
  },
);

/** One letter as decimal point among as many digits as fit: `10K00` in five characters, `10K000` in six. */
export const paddedLetter = (length: 5 | 6): ValueCodec =>
  pointValue([length], new RegExp(`^(?=.{${length}}$)(R\\d+|[1-9]\\d*[RKM]\\d*)$`));

/** At least two digits around the letter, and no zero at the end that is not needed for that: `1K0`, `4K99`, `100R`. */
export const twoDigitLetter = pointValue(
  [3, 4],
  /^[1-9](\d{1,2}[RKM]|[RKM]\d|[RKM]\d[1-9]|\d[RKM][1-9])$/,
);

/** Metal strips: `R` as decimal point of ohms, `L` of milliohms, in that many characters: `R0100`, `5L000`, `L5000`. */
export const stripResistance = (length: 4 | 5): ValueCodec =>
  pointValue([length], new RegExp(`^(?=.{${length}}$)(R\\d+|L[1-9]\\d+|[1-9]\\d?L\\d+)$`), 'RL');

/** Two significant digits and a number of zeros, 9 for a tenth: `103` is 10 kohm, `509` is 5 ohm. */
const thermistorValues = (digits: string) =>
  codec(
    [3],
    new RegExp(`^(?:${digits})[0-59]$`),
    (code) => scaled(code.slice(0, 2), code.endsWith('9') ? -1 : Number(code[2])),
    (ohms) => {
      const [digits, exponent] = mantissa(ohms, 2);
      return [`${digits}${exponent === -1 ? 9 : exponent}`];
    },
  );
export const thermistorValue = thermistorValues('[1-9]\\d');
/** In the six values a decade that Murata makes. */
export const thermistorValueOfE6 = thermistorValues('10|15|22|33|47|68');

/** Codes with punctuation of the manufacturer's own, each as it is spelt: `{ '': '', M: 'M-' }`. */
export const spelt = (segment: CodeSegment, spellings: Readonly<Record<string, string>>): CodeSegment => (
  { ...segment, spelt: spellings }
);

/** Codes that state nothing, with a dash before each or behind it, and none where the place is empty. */
export function dashed(name: string, list: string, side: 'before' | 'behind'): CodeSegment {
  const segment = bareCodes(name, list);
  const spell = (code: string) => code === '' ? '' : side === 'before' ? `-${code}` : `${code}-`;
  return spelt(segment, Object.fromEntries(Object.keys(segment.codes).map((code) => [code, spell(code)])));
}
