/** Whether parts such as a number describes are known to be made: a numbering scheme allows more than is sold. */
import { isWithin } from '../domain/categories.ts';
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';
import { writeQuantity } from '../domain/units.ts';
import { gridOf, isUsualValue } from './decoders/grid.ts';
import { isKnownToExist } from './decoders/limits/ceramic.ts';

/** Their values follow a curve or a knob, not a series. */
const WITHOUT_SERIES = ['thermistor', 'potentiometer', 'resistor_array'];

/** Wire wound resistors are made in round values, too, however narrow their tolerance, in percent. */
const TOLERANCE_OF_ROUND_VALUES = 10;

/** Beyond it, in ohms, chips are made in the coarse series alone. */
const FINE_RESISTANCES_BELOW = 22e6;

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
  for (const name of ['resistance', 'capacitance', 'inductance'] as const) {
    const value = number(name);
    if (value === undefined) continue;
    const isCoarse = isWithin(category, 'electrolytic_capacitor') ||
      (isWithin(category, 'chip_resistor') && name === 'resistance' && value > FINE_RESISTANCES_BELOW);
    if (!isUsualValue(name, value, grid) || (isCoarse && gridOf(value) !== 'E24')) {
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
