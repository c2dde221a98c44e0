/** Notations and sizes of electrolytic, film and double-layer capacitors. */
import { codec, mantissa, scaled, type ValueCodec } from '../../codecs.ts';
import { codes } from '../../segments.ts';
import type { CodeSegment, Rating } from '../../table.ts';
import { capacitance } from './ceramic.ts';

/**
 * Two significant digits and a number of zeros, in units of ten to the power of `unit`; below ten of them `R` is the
 * decimal point, and some write `010` for one.
 */
function zeros(unit: -6 | -12): ValueCodec {
  return codec(
    [3],
    /^([1-9]\d\d|0[1-9]0|[1-9]R\d|R[1-9]\d|0R[1-9])$/,
    (code) => {
      const [whole = '', fraction] = code.split('R');
      if (fraction !== undefined) return scaled(whole + fraction, unit - fraction.length);
      return scaled(code.slice(0, 2), Number(code[2]) + unit);
    },
    (value) => {
      const [digits, exponent] = mantissa(value, 2);
      return [
        `${digits}${exponent - unit}`,
        `${digits[0]}R${digits[1]}`,
        exponent === unit - 2 ? `R${digits}` : '',
        exponent === unit - 2 ? `0R${digits[0]}` : '',
      ];
    },
  );
}

/** `101` is 100 uF, `4R7` is 4.7 uF. */
export const microfarads = capacitance(zeros(-6));

/** `107` is 100 uF, `475` is 4.7 uF, `R47` would be 0.47 pF. */
export const picofarads = capacitance(zeros(-12));

/** The number of microfarads as it is: `2.2`, `470`; some write `R` for the decimal point. */
export const plainMicrofarads = capacitance(
  codec(
    [1, 2, 3, 4, 5],
    /^(0[.R]\d{1,2}|[1-9]\d{0,4}|[1-9]\d?[.R]\d)$/,
    (code) => {
      const [whole = '', fraction = ''] = code.split(/[.R]/);
      return scaled(whole + fraction, -6 - fraction.length);
    },
    (value) => {
      const text = String(Number((value * 1e6).toPrecision(6)));
      return [text, text.replace('.', 'R')];
    },
  ),
);

/** A power of ten before three digits, in picofarads, of which `least` stands for one. */
const powerFirst = (least: number) =>
  capacitance(
    codec(
      [4],
      /^([0-9][1-9]\d\d|00[1-9]\d)$/,
      (code) => scaled(code.slice(1), Number(code[0]) - least - 12),
      (value) => {
        const [digits, exponent] = mantissa(value, 3);
        return [`${exponent + least + 12}${digits}`, `00${Math.round(value * 1e12)}`];
      },
    ),
  );

/** `3100` is 100 nF, `4220` is 2.2 uF, `0047` is 47 pF. */
export const zerosFirst = powerFirst(0);

/** `6100` is 100 nF. */
export const digitsFirst = powerFirst(3);

/** What the documents say of all numbers of a series whose numbers do not say it. */
export const withinTwentyPercent: readonly Rating[] = [{ states: { tolerance: 20 } }];

/** Cases of moulded tantalum capacitors, as EIA calls them: `A` is `A (3216-18)`. */
export function cases(list: string): CodeSegment {
  const said = list.split(' ').map((entry): [string, string] => {
    const [code = '', size] = entry.split('=');
    return [code, `${code} (${size})`];
  });
  return codes('case', 'package', Object.fromEntries(said));
}

/**
 * Codes of cans: each of `list` is a code, a diameter and a length, such as `F80=6.3x7.7`; where the two are not known the
 * code says the kind alone.
 */
export function cans(kind: 'Radial' | 'SMD can', list: string): CodeSegment {
  return {
    name: 'size',
    codes: Object.fromEntries(
      list.split(' ').map((entry) => {
        const [code = '', size] = entry.split('=');
        return [code, { package: size === undefined ? kind : `${kind}, ${size.replace('x', ' x ')} mm` }];
      }),
    ),
  };
}

/** Every can of one of these diameters and one of these lengths, by code of each. */
export function canGrid(
  kind: 'Radial' | 'SMD can',
  diameters: Readonly<Record<string, string>>,
  lengths: Readonly<Record<string, string>>,
  between = '',
): CodeSegment {
  const all = Object.entries(diameters).flatMap(([d, diameter]) =>
    Object.entries(lengths).map(([l, length]) => `${d}${between}${l}=${diameter}x${length}`)
  );
  return cans(kind, all.join(' '));
}
