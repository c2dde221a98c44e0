/** Second sources, held against what independent lists say of both parts. */
import type { ComponentFields } from '../../../shared/domain/component.ts';
import type { FieldName } from '../../../shared/domain/fields.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { equivalentsOf } from '../../../shared/parts/equivalents.ts';
import { resolveManufacturer } from '../../../shared/parts/manufacturers.ts';
import { orderableKey } from '../../../shared/parts/part-number.ts';
import { dielectricGrade } from '../../../shared/parts/text/dielectric.ts';
import { statedFields } from '../../../shared/parts/text/stated-fields.ts';
import type { Figure } from '../figure.ts';

const AGREEING = 0.99;
const PARTNERED = 0.6;

const CHIPS = ['chip_resistor', 'ceramic_capacitor'];
/**
 * Rows that were judged wrong: two sizes are exchanged although the numbers spell them, and one part is said to be C0G in one
 * list and X7R in another.
 */
const LISTED_WRONG = ['CRCW0805100KFKEA', 'CRCW1206100KFKEA', 'CC0603KRX7R9BB102'];

/** A value written with three digits. */
const ROUNDED = 0.01;

/** A part as somebody else describes it. */
interface Row {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly description: string;
  readonly package: string;
}

interface Described {
  readonly row: Row;
  readonly fields: ComponentFields;
  readonly manufacturer: string;
  /** The same for all of one size and value. */
  readonly sizeAndValue: string;
}

/** What a list says of a part, without a look at its number. */
function described(row: Row): Described {
  const fields = statedFields({ footprint: row.package || null, description: row.description });
  return {
    row,
    fields,
    manufacturer: resolveManufacturer(row.manufacturer)?.name ?? row.manufacturer,
    sizeAndValue: `${fields.package?.value} ${numberIn(fields, valueName(fields))?.toPrecision(3)}`,
  };
}

const numberIn = (fields: ComponentFields, name: FieldName): number | null => {
  const value = fields[name]?.value;
  return typeof value === 'number' ? value : null;
};

const valueName = ({ category }: ComponentFields): 'resistance' | 'capacitance' =>
  category?.value === 'chip_resistor' ? 'resistance' : 'capacitance';

/** In percent, whatever the list says it in. */
function toleranceOf(fields: ComponentFields): number | null {
  const { tolerance } = fields;
  const value = numberIn(fields, 'tolerance');
  const nominal = numberIn(fields, valueName(fields));
  if (value === null || tolerance === undefined) return null;
  return tolerance.unit === '%' ? value : nominal ? 100 * value / nominal : null;
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= ROUNDED * Math.max(a, b);

/** What of a part is worse than of the one that it stands in for, by what the lists say of both. */
function worseIn(asked: ComponentFields, given: ComponentFields): readonly string[] {
  const name = valueName(asked);
  const [value, other] = [numberIn(asked, name), numberIn(given, name)];
  const [tolerance, hasTolerance] = [toleranceOf(asked), toleranceOf(given)];
  const [volts, hasVolts] = name === 'resistance'
    ? [null, null]
    : [asked, given].map((fields) => numberIn(fields, 'voltage_rating'));
  const [dielectric, hasDielectric] = [asked, given].map(({ dielectric }) =>
    dielectric === undefined ? null : dielectricGrade(`${dielectric.value}`)
  );
  return [
    ...(value !== null && other !== null && !isClose(value, other) ? [name] : []),
    ...(asked.package && given.package && asked.package.value !== given.package.value ? ['size'] : []),
    ...(tolerance !== null && hasTolerance !== null && hasTolerance > tolerance * (1 + ROUNDED)
      ? ['tolerance']
      : []),
    ...(volts != null && hasVolts != null && hasVolts < volts * (1 - ROUNDED) ? ['voltage'] : []),
    ...(dielectric && hasDielectric &&
        (hasDielectric.class !== dielectric.class || hasDielectric.rank < dielectric.rank)
      ? ['dielectric']
      : []),
  ];
}

/** Whether a list says all of a part that is compared. */
function isWhole(fields: ComponentFields): boolean {
  const needed: readonly FieldName[] = valueName(fields) === 'resistance'
    ? ['resistance', 'package', 'tolerance']
    : ['capacitance', 'package', 'tolerance', 'voltage_rating', 'dielectric'];
  return CHIPS.includes(`${fields.category?.value}`) && needed.every((name) => fields[name] !== undefined);
}

/** @param rows of independent lists; those that say too little to compare are left out */
export function scoreEquivalents(rows: readonly Row[]): Figure[] {
  const all = rows.filter(({ mpn }) => !LISTED_WRONG.includes(mpn)).map(described)
    .filter(({ fields }) => isWhole(fields));
  const byNumber = new Map(all.map((one) => [orderableKey(one.row.mpn), one]));
  const pairs: string[] = [];
  const wrong: string[] = [];
  let [checkable, partnered] = [0, 0];
  for (const one of all) {
    const known = resolvePart({ mpn: one.row.mpn, manufacturer: null })?.component;
    const found = known === undefined
      ? []
      : equivalentsOf(known.fields, known.manufacturer).flatMap(({ finding }) =>
        byNumber.get(orderableKey(finding.mpn)) ?? []
      );
    for (const { row, fields } of found) {
      const worse = worseIn(one.fields, fields);
      pairs.push(row.mpn);
      if (worse.length > 0) wrong.push(`${one.row.mpn} = ${row.mpn}: ${worse.join(', ')}`);
    }
    const isCheckable = all.some((other) =>
      other.sizeAndValue === one.sizeAndValue && other.manufacturer !== one.manufacturer &&
      worseIn(one.fields, other.fields).length === 0
    );
    // Jumpers have no second sources here.
    if (!isCheckable || numberIn(one.fields, valueName(one.fields)) === 0) continue;
    checkable += 1;
    if (found.length > 0) partnered += 1;
  }
  const agreeing = pairs.length - wrong.length;
  return [
    {
      figure:
        'second sources among independent rows that these rows call as good in value, size, tolerance, voltage and dielectric',
      value: `${(100 * agreeing / pairs.length).toFixed(1)} % of ${pairs.length}${
        wrong.length > 0 ? `; not: ${wrong.slice(0, 12).join(' · ')}` : ''
      }`,
      target: `≥ ${100 * AGREEING} %`,
      met: agreeing >= AGREEING * pairs.length,
    },
    {
      figure:
        'chip resistors and capacitors with a second source among these rows, for which one of them is found',
      value: `${(100 * partnered / checkable).toFixed(1)} % of ${checkable}`,
      target: `≥ ${100 * PARTNERED} %`,
      met: partnered >= PARTNERED * checkable,
    },
  ];
}
