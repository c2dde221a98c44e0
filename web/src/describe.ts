/** A component's fields as one line of text, values in the units people use. */
import type { ComponentField, ComponentFields, FieldName } from '../../shared/domain/component.ts';

const VALUES: readonly FieldName[] = [
  'resistance',
  'capacitance',
  'tolerance',
  'voltage_rating',
  'power_rating',
  'dielectric',
];

/** The values that tell the part from its neighbours, or else what it is; then its package. */
export function describeFields(fields: ComponentFields): string {
  const values = VALUES.flatMap((name) => fields[name] ?? []);
  const what = values.length > 0 ? values : [fields.description ?? []].flat();
  return [...what, ...[fields.package ?? []].flat()].map(describe).join(' · ');
}

/** Whether any of it was made up by a supplier's sandbox, however real the rest is. */
export function isFromSandbox(fields: ComponentFields): boolean {
  return Object.values(fields).some((field) =>
    [field, ...field?.conflicts ?? []].some((statement) => statement?.source.endsWith('-sandbox'))
  );
}

function describe({ value, unit }: ComponentField): string {
  if (typeof value !== 'number') return value;
  switch (unit) {
    case 'ohm':
      return withPrefix(value, 'Ω');
    case 'F':
      return withPrefix(value, 'F');
    case '%':
      return `±${value} %`;
    default:
      return `${value}${unit ? ` ${unit}` : ''}`;
  }
}

const PREFIXES: readonly [number, string][] = [[1e6, 'M'], [1e3, 'k'], [1, ''], [1e-3, 'm'], [1e-6, 'µ'], [
  1e-9,
  'n',
], [1e-12, 'p']];

/** 1e-7 F becomes 100 nF; four digits, because a part number never holds more. */
function withPrefix(value: number, unit: string): string {
  if (value === 0) return `0 ${unit}`;
  const [factor, prefix] = PREFIXES.find(([size]) => value >= size * 0.9999) ?? [1e-12, 'p'];
  return `${Number((value / factor).toPrecision(4))} ${prefix}${unit}`;
}
