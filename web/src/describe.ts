/** A component's fields as one line of text, values in the units people use. */
import type {
  ComponentField,
  ComponentFields,
  FieldName,
  Lifecycle,
  Rohs,
} from '../../shared/domain/component.ts';

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

/** In words, and whether a design can rest on it. */
type Standing = readonly [text: string, isGood: boolean];

const STANDING: ReadonlyMap<unknown, Standing> = new Map(Object.entries(
  {
    preview: ['not yet in production', true],
    active: ['in production', true],
    not_for_new_designs: ['not for new designs', false],
    end_of_life: ['end of life', false],
    obsolete: ['obsolete', false],
    compliant: ['RoHS compliant', true],
    compliant_by_exemption: ['RoHS compliant by exemption', true],
    non_compliant: ['not RoHS compliant', false],
  } satisfies Record<Lifecycle | Rohs, Standing>,
));

/**
 * Whether the part is still made, and what is in it: one text for each that is known. Where sources disagree, it holds
 * what each of them says, because the accepted statement alone could reassure wrongly.
 */
export function describeStanding(fields: ComponentFields): { text: string; isGood: boolean }[] {
  return (['lifecycle', 'rohs'] as const).flatMap((name) => {
    const { [name]: field } = fields;
    if (!field) return [];
    const said = [field, ...field.conflicts ?? []]
      .map(({ value }): Standing => STANDING.get(value) ?? [`${name}: ${value}`, false]);
    const texts = said.map(([text]) => text);
    return {
      text: texts.length > 1 ? `sources disagree: ${texts.join(' / ')}` : texts.join(),
      isGood: said.every(([, isGood]) => isGood),
    };
  });
}

/** Whether a source or supplier is a sandbox, which makes up all it says. */
export function isSandbox(source: string): boolean {
  return source.endsWith('-sandbox');
}

/** Whether any of it was made up by a supplier's sandbox, however real the rest is. */
export function isFromSandbox(fields: ComponentFields): boolean {
  return Object.values(fields).some((field) =>
    [field, ...field?.conflicts ?? []].some((statement) => statement && isSandbox(statement.source))
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
