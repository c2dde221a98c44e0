/** Whether parts such as a number describes are known to be made: a numbering scheme allows more than is sold. */
import { isWithin } from '../domain/categories.ts';
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';
import { writeQuantity } from '../domain/units.ts';
import { gridOf, isUsualValue, type Offer } from './decoders/grid.ts';
import { isClass2, isKnownToExist } from './decoders/limits/ceramic.ts';

/** Their values follow a curve or a knob, not a series. */
const WITHOUT_SERIES = ['thermistor', 'potentiometer', 'resistor_array'];

/** Wire wound resistors are made in round values, too, however narrow their tolerance, in percent. */
const TOLERANCE_OF_ROUND_VALUES = 10;

/** Beyond it, in ohms, chips are made in the coarse series alone. */
const FINE_RESISTANCES_BELOW = 22e6;

/** Their documents give E24 and E96 for chips of 1 % and more; others sell 5 kΩ beside 4.99 kΩ and 5.1 kΩ. */
const PREFERRED_RESISTANCES = ['KOA Speer', 'Panasonic', 'ROHM', 'Samsung Electro-Mechanics', 'Vishay'];
const PREFERRED_FROM = 1;

/** Their documents give E12 or less for X7R, X5R and the like; others have steps of E24 among them. */
const E12_OF_CLASS_2 = ['KYOCERA AVX', 'Murata', 'Samsung Electro-Mechanics', 'Taiyo Yuden', 'TDK', 'Yageo'];

/** The smallest of tantalum capacitors, in farads. */
const LEAST_TANTALUM = 0.1e-6;

/** What is not known to be made of it, in a few words, such as `10 µF, C0G, 50 V in 0201`; null where nothing is odd. */
export function notKnownToExist(fields: ComponentFields): string | null {
  const category = String(fields.category?.value ?? '');
  if (WITHOUT_SERIES.some((name) => isWithin(category, name))) return null;
  const number = (name: FieldName) => {
    const value = fields[name]?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const percent = fields.tolerance?.unit === '%' ? number('tolerance') : undefined;
  const grid = isWithin(category, 'wirewound_resistor') ? TOLERANCE_OF_ROUND_VALUES : percent;
  const offer = offerOf(fields);
  for (const name of ['resistance', 'capacitance', 'inductance'] as const) {
    const value = number(name);
    if (value === undefined) continue;
    const isCoarse = isWithin(category, 'electrolytic_capacitor') ||
      (isWithin(category, 'chip_resistor') && name === 'resistance' && value > FINE_RESISTANCES_BELOW);
    if (!isUsualValue(name, value, grid, offer) || (isCoarse && gridOf(value) !== 'E24')) {
      return `${shown(fields, name)}${percent === undefined ? '' : ` with ${shown(fields, 'tolerance')}`}`;
    }
  }
  if (
    isWithin(category, 'tantalum_capacitor') && (number('capacitance') ?? LEAST_TANTALUM) < LEAST_TANTALUM
  ) {
    return `${shown(fields, 'capacitance')}, tantalum`;
  }
  if (!isWithin(category, 'ceramic_capacitor')) return null;
  const isKnown = isKnownToExist({
    ...text('package', fields),
    ...text('dielectric', fields),
    ...(number('capacitance') === undefined ? {} : { capacitance: number('capacitance')! }),
    ...(fields.tolerance?.unit === 'F'
      ? { tolerance: { value: number('tolerance') ?? 0, unit: 'F' as const } }
      : percent === undefined
      ? {}
      : { tolerance: percent }),
    ...(number('voltage_rating') === undefined ? {} : { voltage: number('voltage_rating')! }),
  });
  return isKnown === false
    ? (['capacitance', 'tolerance', 'dielectric', 'voltage_rating', 'package'] as const).flatMap((name) =>
      shown(fields, name) ?? []
    ).join(', ')
    : null;
}

/** What the manufacturer's document offers of such a part. */
function offerOf({ category, manufacturer, dielectric, tolerance }: ComponentFields): Offer {
  const [kind, name] = [String(category?.value), String(manufacturer?.value)];
  if (isWithin(kind, 'ceramic_capacitor')) {
    return E12_OF_CLASS_2.includes(name) && isClass2(String(dielectric?.value ?? '')) ? 'E12' : 'all';
  }
  const isCoarse = tolerance?.unit === '%' && Number(tolerance.value) >= PREFERRED_FROM;
  return isWithin(kind, 'chip_resistor') && isCoarse && PREFERRED_RESISTANCES.includes(name)
    ? 'preferred'
    : 'all';
}

function text<Name extends 'package' | 'dielectric'>(
  name: Name,
  fields: ComponentFields,
): { [Key in Name]?: string } {
  const value = fields[name]?.value;
  return (typeof value === 'string' ? { [name]: value } : {}) as { [Key in Name]?: string };
}

function shown(fields: ComponentFields, name: FieldName): string | null {
  const field = fields[name];
  if (!field) return null;
  return typeof field.value === 'number' ? writeQuantity(field.value, field.unit) : field.value;
}
