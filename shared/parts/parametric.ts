/** Parts for what a BOM says without a part number: a value and a size, and whatever else it asks for. */
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';
import { possessive } from '../domain/possessive.ts';
import { type Quantity, writeQuantity } from '../domain/units.ts';
import { bareValues } from './bare-values.ts';
import { encode } from './decoders/encoder.ts';
import { decoder, loadedTables } from './decoders/source.ts';
import { oneEach } from './equivalents.ts';
import { notKnownToExist } from './existence.ts';
import type { Finding } from './finding.ts';
import { agreesWith } from './manufacturers.ts';
import { dielectricGrade } from './text/dielectric.ts';
import { readFootprint } from './text/footprint.ts';
import type { LineTexts } from './text/line.ts';
import { statedFields } from './text/stated-fields.ts';

/** By the category that a line states: of what else has a size and a value, such as a thermistor, nothing can be proposed. */
const KINDS = {
  resistor: 'resistor',
  chip_resistor: 'resistor',
  capacitor: 'capacitor',
  ceramic_capacitor: 'capacitor',
  tantalum_capacitor: 'tantalum',
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

const CATEGORY = {
  resistor: 'chip_resistor',
  capacitor: 'ceramic_capacitor',
  tantalum: 'tantalum_capacitor',
} as const satisfies Record<Kind, string>;
const VALUE = {
  resistor: 'resistance',
  capacitor: 'capacitance',
  tantalum: 'capacitance',
} as const satisfies Record<Kind, string>;

/** Where the BOM does not say, what is usual and cheap: a number of which is the better the nearer it comes. */
const USUAL_TOLERANCE = { resistor: 1, capacitor: 10, tantalum: 10 } as const satisfies Record<Kind, number>;
/** Of class I, such as C0G, which are made in narrower steps where they are small. */
const USUAL_OF_CLASS_1 = 5;
const SMALL_OF_CLASS_1 = 10e-9;
/** Below it capacitors are of class I where the BOM says nothing. */
const SMALL_CAPACITANCE = 1e-9;

function usualTolerance({ kind, value, dielectric }: Asked): number {
  const said = dielectric === undefined ? null : dielectricGrade(dielectric);
  const isClass1 = said ? said.class === 1 : value <= SMALL_CAPACITANCE;
  return kind === 'capacitor' && isClass1 && value < SMALL_OF_CLASS_1
    ? USUAL_OF_CLASS_1
    : USUAL_TOLERANCE[kind];
}
const usualVoltage = (capacitance: number) => capacitance <= 1e-7 ? 50 : capacitance <= 1e-6 ? 25 : 10;

/** What a line without a number asks for. */
export interface Asked {
  readonly kind: Kind;
  /** Ohm or farad. */
  readonly value: number;
  /** The chip size as components have it: `0603 (1608 metric)`. */
  readonly package: string;
  /** In percent or farad. */
  readonly tolerance?: Quantity;
  readonly voltage?: number;
  readonly dielectric?: string;
  /** The bare number that was read as this value. */
  readonly code?: string;
}

/** What a line asks for; nothing where it does not say of which kind, value and chip size the part is. */
export function askedBy(line: LineTexts): readonly Asked[] {
  const fields = statedFields(line);
  const category = String(fields.category?.value ?? '');
  const kind = Object.hasOwn(KINDS, category) ? KINDS[category as keyof typeof KINDS] : null;
  const said = kind && fields[VALUE[kind]]?.value;
  const size = fields.package?.value;
  if (!kind || typeof size !== 'string' || !CHIP.test(size)) return [];
  const bare = bareValues(line.value ?? '', kind === 'resistor' ? 'resistor' : 'capacitor');
  const values = bare.length > 0 ? bare : typeof said === 'number' ? [said] : [];
  const { tolerance, voltage_rating, dielectric } = fields;
  return values.map((value) => ({
    kind,
    value,
    ...(bare.length > 0 && { code: line.value!.trim() }),
    package: size,
    ...(typeof tolerance?.value === 'number' && (tolerance.unit === '%' || tolerance.unit === 'F')
      ? { tolerance: { value: tolerance.value, unit: tolerance.unit } }
      : {}),
    ...(typeof voltage_rating?.value === 'number' ? { voltage: voltage_rating.value } : {}),
    ...(typeof dielectric?.value === 'string' ? { dielectric: dielectric.value } : {}),
  }));
}

/** `0603 (1608 metric)`. */
const CHIP = /^\d{4,5} \(\d{4} metric\)$/;

/**
 * Numbers of parts that are no worse than what is asked, the nearest first, one of each manufacturer.
 * @param stated the manufacturer that the BOM names: its numbers come first
 */
export function partsFor(asked: Asked, stated: string | null = null): readonly Finding[] {
  const found = encode(loadedTables(), decoder, {
    category: CATEGORY[asked.kind],
    value: { field: VALUE[asked.kind], value: asked.value },
    suits: (field, said) => suits(asked, field, said),
  });
  const cost = ({ fields }: Finding) => costOf(asked, fields);
  const isStated = ({ manufacturer }: Finding) =>
    stated !== null && agreesWith(stated, manufacturer) !== null;
  return oneEach(
    found.filter((finding) => cost(finding) !== null && notKnownToExist(finding.fields) === null)
      .toSorted((a, b) => Number(isStated(b)) - Number(isStated(a)) || (cost(a) ?? 0) - (cost(b) ?? 0)),
  );
}

const UNSAID = 1;

const COMPARED = {
  resistor: ['package', 'tolerance'],
  capacitor: ['package', 'tolerance', 'voltage_rating', 'dielectric'],
  tantalum: ['package', 'tolerance', 'voltage_rating'],
} as const satisfies Record<Kind, readonly FieldName[]>;

/** How far the whole number is from what is asked and what is usual; null: it falls short of it. */
function costOf(asked: Asked, fields: ComponentFields): number | null {
  const compared = COMPARED[asked.kind];
  const extras = [fields.feature, fields.qualification].filter((field) => field !== undefined).length;
  return compared.reduce<number | null>((sum, field) => {
    const said = fields[field];
    if (sum === null || said === undefined) {
      return field === 'package' ? null : sum === null ? null : sum + UNSAID;
    }
    const cost = suits(asked, field, said);
    return cost === null ? null : sum + cost;
  }, extras);
}

function suits(asked: Asked, field: FieldName, said: unknown): number | null {
  const [given, unit] = typeof said === 'object' && said !== null && 'value' in said
    ? [said.value, 'unit' in said ? said.unit : undefined]
    : [said, undefined];
  switch (field) {
    case 'package':
      return isOfSize(asked, String(given)) ? 0 : null;
    case 'tolerance':
      return toleranceSuits(asked, given, String(unit ?? '%'));
    case 'voltage_rating': {
      if (asked.kind === 'resistor' || typeof given !== 'number') return 0;
      if (asked.voltage !== undefined && given < asked.voltage) return null;
      return Math.abs(Math.log(given / (asked.voltage ?? usualVoltage(asked.value))));
    }
    case 'dielectric': {
      const has = dielectricGrade(String(given));
      const needed = asked.dielectric === undefined ? null : dielectricGrade(asked.dielectric);
      if (has === null) return null;
      if (needed) {
        return has.class <= needed.class && (has.class < needed.class || has.rank >= needed.rank)
          ? distance(has, needed)
          : null;
      }
      const usual = asked.value <= SMALL_CAPACITANCE ? 1 : 2;
      return has.class === usual
        ? (given === 'X7R' || given === 'C0G' ? 0 : 0.5)
        : has.class === 3
        ? null
        : 2;
    }
    default:
      return 0;
  }
}

/** Cases of tantalum capacitors have names that say their height, too, and one of them has two names in inches. */
function isOfSize({ kind, package: size }: Asked, given: string): boolean {
  if (kind !== 'tantalum') return given === size;
  const { sizes } = readFootprint(given);
  return readFootprint(size).sizes.some((one) => sizes.includes(one));
}

const distance = (a: { class: number; rank: number }, b: { class: number; rank: number }) =>
  10 * Math.abs(a.class - b.class) + Math.abs(a.rank - b.rank);

const NEARLY = 0.1;

function toleranceSuits(asked: Asked, given: unknown, unit: string): number | null {
  const { tolerance, value } = asked;
  if (typeof given !== 'number') return tolerance ? null : 3;
  const percent = unit === '%' ? given : (100 * given) / value;
  if (tolerance === undefined) {
    const apart = Math.abs(Math.log(percent / usualTolerance(asked)));
    // ± 0.25 pF of 4.7 pF are as good as 5 %.
    return apart < NEARLY ? 0 : apart;
  }
  const allowed = tolerance.unit === '%' ? tolerance.value : (100 * tolerance.value) / value;
  return percent > allowed * (1 + 1e-9) ? null : Math.log(allowed / percent);
}

/** What was compared, what the BOM left open, and what nobody has confirmed. */
export function whyFor(asked: Asked, { manufacturer }: Finding): string {
  const open = [
    ...(asked.tolerance === undefined ? ['tolerance'] : []),
    ...(asked.kind !== 'resistor' && asked.voltage === undefined ? ['voltage'] : []),
    ...(asked.kind === 'capacitor' && asked.dielectric === undefined ? ['dielectric'] : []),
  ];
  const { code, kind, value } = asked;
  const read = code === undefined
    ? ''
    : ` Its ${code} is read as ${writeQuantity(value, kind === 'resistor' ? 'ohm' : 'F')}.`;
  return `Value and size as the BOM says, by ${possessive(manufacturer)} numbering.${read}` +
    (open.length > 0 ? ` The BOM does not say ${open.join(', ')}: what is usual was taken.` : '') +
    ' Not confirmed to be sold.';
}
