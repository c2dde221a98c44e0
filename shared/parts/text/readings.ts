/** What a number with a unit, with a prefix alone, or by itself means on a part of some kind. */
import type { QuantityName } from '../../domain/fields.ts';
import type { Unit } from '../../domain/units.ts';
import { scaled } from '../decoders/codecs.ts';
import type { Kind } from './kind.ts';
import { valuesOf } from './numbers.ts';
import { quantity, type Reading } from './statement.ts';
import { EXPONENT } from './unit-words.ts';

/** The field whose value tells one part of a kind from another. */
export function mainFieldOf(kind: Kind | null): QuantityName | null {
  switch (kind) {
    case 'resistor':
      return 'resistance';
    case 'capacitor':
      return 'capacitance';
    case 'inductor':
      return 'inductance';
    case 'ferrite':
      return 'impedance';
    case 'timing':
      return 'frequency';
    default:
      return null;
  }
}

/** The field that a quantity of this unit is of, for a kind of part. */
export function fieldsOf(unit: Unit, kind: Kind | null): readonly QuantityName[] {
  switch (unit) {
    case 'F':
      return kind === 'timing'
        ? ['load_capacitance']
        : kind === null
        ? ['capacitance', 'load_capacitance']
        : ['capacitance'];
    case 'H':
      return ['inductance'];
    case 'Hz':
      return ['frequency'];
    case 'ohm':
      return kind === 'ferrite'
        ? ['impedance']
        : kind === null || kind === 'other'
        ? ['resistance', 'impedance']
        : ['resistance'];
    case 'V':
      return kind === 'capacitor' || kind === 'resistor'
        ? ['voltage_rating']
        : ['voltage_rating', 'nominal_voltage'];
    case 'A':
      return ['current_rating'];
    case 'W':
      return ['power_rating'];
    default:
      return ['tolerance'];
  }
}

/** The units that a number with nothing but this prefix can be of. */
function unitsBehind(letter: string, kind: Kind | null): readonly Unit[] {
  if (letter === 'R') return ['ohm'];
  if (letter === 'V') return ['V'];
  switch (kind) {
    case 'resistor':
    case 'ferrite':
      return 'pn'.includes(letter) ? [] : ['ohm'];
    case 'capacitor':
      return 'punm'.includes(letter) ? ['F'] : [];
    case 'inductor':
      return 'punm'.includes(letter) ? ['H'] : [];
    case 'timing':
      return letter === 'p' ? ['F'] : 'kMm'.includes(letter) ? ['Hz'] : [];
    case null:
    case 'other':
      if ('pun'.includes(letter)) return ['F', 'H'];
      return letter === 'm' ? ['ohm', 'H', 'Hz'] : ['ohm', 'Hz'];
    default:
      return [];
  }
}

export function readingsBehind(
  digits: string,
  exponent: number,
  letter: string,
  kind: Kind | null,
): Reading[] {
  if (letter === 'L') {
    return kind === 'resistor' ? [quantity('resistance', scaled(digits, exponent - 3), 'ohm')] : [];
  }
  if (letter === 'R' && (kind === 'capacitor' || kind === 'inductor')) {
    // The point of a number whose unit is understood.
    return kind === 'inductor'
      ? [quantity('inductance', scaled(digits, exponent - 6), 'H')]
      : [-12, -6].map((e) => quantity('capacitance', scaled(digits, exponent + e), 'F'));
  }
  return unitsBehind(letter, kind).flatMap((unit) => {
    const milli = unit === 'Hz' ? [6] : unit === 'ohm' ? [-3, 6] : [-3];
    const exponents = letter === 'R' || letter === 'V'
      ? [0]
      : letter === 'm'
      ? milli
      : [EXPONENT[letter] ?? 0];
    return exponents.flatMap((e) =>
      fieldsOf(unit, kind).map((field) => quantity(field, scaled(digits, exponent + e), unit))
    );
  });
}

/** A number alone: itself, or the code that is printed on parts (`103` is 10 and three zeros). */
export function bareReadings(number: string, kind: Kind | null): readonly Reading[] {
  const [first = ''] = number.split(' ');
  // `10.000` are ten thousand where a point parts thousands, and `470 100` may be two numbers.
  const plainValues = [
    ...valuesOf(number),
    ...(/ [1-9]/.test(number) ? valuesOf(first) : []),
    ...(/^[1-9]\d{0,2}\.\d{3}$/.test(number) ? valuesOf(number.replace('.', '')) : []),
  ];
  const code = /^[1-9]\d{1,2}\d$/.test(number) ? [scaled(number.slice(0, -1), Number(number.at(-1)))] : [];
  const say = (field: QuantityName, unit: Unit, values: readonly number[]) =>
    values.map((value) => quantity(field, value, unit));
  switch (kind) {
    case 'resistor':
      return say('resistance', 'ohm', [...plainValues, ...code]);
    case 'ferrite':
      return say('impedance', 'ohm', [...plainValues, ...code]);
    case 'capacitor':
      return say('capacitance', 'F', [
        ...valuesOf(number, -6),
        ...valuesOf(number, -12),
        ...code.map((value) => scaled(`${value}`, -12)),
      ]);
    case 'inductor':
      return say('inductance', 'H', [
        ...valuesOf(number, -6),
        ...code.map((value) => scaled(`${value}`, -6)),
      ]);
    case 'timing':
      return say('frequency', 'Hz', [6, 3, 0].flatMap((e) => valuesOf(number, e)));
    default:
      return [];
  }
}
