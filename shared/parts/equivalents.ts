/**
 * Second sources of chip resistors and ceramic chips, by the numbering of both manufacturers: same size and value, and
 * nothing worse that the numbers say. Nobody has confirmed that they are sold.
 */
import { isWithin } from '../domain/categories.ts';
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName, QuantityName } from '../domain/fields.ts';
import { possessive } from '../domain/possessive.ts';
import { encode } from './decoders/encoder.ts';
import { decoder, loadedTables } from './decoders/source.ts';
import { notKnownToExist } from './existence.ts';
import type { Finding } from './finding.ts';
import { dielectricGrade } from './text/dielectric.ts';

/** What stands in for what: the rules of one kind of part. */
interface Kind {
  readonly category: string;
  readonly value: QuantityName;
  /** Fields that have to be the same where both state them. */
  readonly same: readonly FieldName[];
  /** Fields that may be better: less is better, or more. */
  readonly less: readonly FieldName[];
  readonly more: readonly FieldName[];
  /** What no number says. */
  readonly notCompared: string;
}

const KINDS: readonly Kind[] = [
  {
    category: 'chip_resistor',
    value: 'resistance',
    same: ['package', 'technology'],
    less: ['tolerance', 'temperature_coefficient'],
    more: ['power_rating', 'voltage_rating'],
    notCompared: 'pulse load and noise',
  },
  {
    category: 'ceramic_capacitor',
    value: 'capacitance',
    same: ['package'],
    less: ['tolerance'],
    more: ['voltage_rating'],
    notCompared: 'height and DC bias',
  },
];

/** Series for radio frequencies and for safety have properties that their numbers do not say. */
const NEVER = /\b(rf|microwave|safety|high[ -]q|thin[ -]film capacitor)\b/i;

/** Parts of other manufacturers that could stand in for one, and what was compared. */
export interface Equivalent {
  readonly finding: Finding;
  /** `Same size, value, tolerance and voltage by Samsung's numbering. …` */
  readonly sentence: string;
}

const NAMES: Partial<Readonly<Record<FieldName, string>>> = {
  package: 'size',
  technology: 'technology',
  tolerance: 'tolerance',
  temperature_coefficient: 'temperature coefficient',
  power_rating: 'power',
  voltage_rating: 'voltage',
  dielectric: 'dielectric',
  feature: 'feature',
  qualification: 'qualification',
};

/** What a BOM says in the column of its substitution policy where nothing may be taken instead. */
export const forbidsSubstitutes = (policy: string | null): boolean =>
  policy !== null &&
  /^(no|none|n|not? allowed|exact|do not substitute|no sub\w*|nein|non|eco)\b/i.test(policy.trim());

/** @param manufacturer of the part, canonical: its own numbers are no second source */
export function equivalentsOf(fields: ComponentFields, manufacturer: string): readonly Equivalent[] {
  const kind = kindOf(fields);
  const value = kind && fields[kind.value]?.value;
  if (!kind || typeof value !== 'number' || value === 0 || fields.package === undefined) return [];
  const written = encode(loadedTables(), decoder, {
    category: kind.category,
    value: { field: kind.value, value },
    suits: (field, said) => suits(kind, fields, field, said),
  });
  const fitting = written
    .filter((finding) => finding.manufacturer !== manufacturer && mayReplace(kind, fields, finding))
    .toSorted((a, b) => extraOf(kind, fields, a) - extraOf(kind, fields, b));
  return oneEach(fitting).map((finding) => ({ finding, sentence: sentenceOf(kind, fields, finding) }));
}

/** The first of each manufacturer. */
export function oneEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ manufacturer }) => !seen.has(manufacturer) && seen.add(manufacturer));
}

function kindOf(fields: ComponentFields): Kind | null {
  const category = String(fields.category?.value ?? '');
  const words = [fields.series, fields.description, fields.feature].map((field) => String(field?.value ?? ''))
    .join(' ');
  return NEVER.test(words) ? null : KINDS.find((kind) => isWithin(category, kind.category)) ?? null;
}

const valueOf = (said: unknown): unknown =>
  typeof said === 'object' && said !== null && 'value' in said ? said.value : said;

/** How far a code goes beyond what is needed; null: it falls short. */
function suits(kind: Kind, fields: ComponentFields, field: FieldName, said: unknown): number | null {
  const needed = fields[field];
  const given = valueOf(said);
  if (field === 'packaging' || needed === undefined) return 0;
  if (field === 'tolerance' && unitOf(said) !== (needed.unit ?? '%')) return null;
  if (field === 'dielectric') return gradesBeyond(String(needed.value), String(given));
  if (kind.same.includes(field)) return given === needed.value ? 0 : null;
  if (typeof given !== 'number' || typeof needed.value !== 'number') return given === needed.value ? 0 : 0.1;
  const ratio = kind.less.includes(field)
    ? needed.value / given
    : kind.more.includes(field)
    ? given / needed.value
    : 1;
  return ratio < 1 - 1e-9 ? null : Math.log(ratio);
}

const unitOf = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'unit' in said ? String(said.unit) : '%';

/** How much better a dielectric is than the one that is needed; null: it is worse, or another class. */
function gradesBeyond(needed: string, given: string): number | null {
  if (needed === given) return 0;
  const [asked, has] = [dielectricGrade(needed), dielectricGrade(given)];
  if (asked === null || has === null || asked.class !== has.class) return null;
  return has.rank >= asked.rank ? 0.2 * (has.rank - asked.rank) + 0.05 : null;
}

/** Whether `theirs` could stand in for a part with `fields`, by the rules of its kind; false for parts of other kinds. */
export function couldServe(fields: ComponentFields, theirs: ComponentFields): boolean {
  const kind = kindOf(fields);
  const sameValue = kind !== null && fields[kind.value] !== undefined &&
    fields[kind.value]?.value === theirs[kind.value]?.value;
  return kind !== null && sameValue && mayReplace(kind, fields, { fields: theirs });
}

/** What the whole number says, ratings and all. */
function mayReplace(
  kind: Kind,
  fields: ComponentFields,
  { fields: theirs }: Pick<Finding, 'fields'>,
): boolean {
  if (kindOf(theirs) !== kind || notKnownToExist(theirs) !== null) return false;
  if (kind.value === 'capacitance' && (fields.dielectric === undefined || theirs.dielectric === undefined)) {
    return false;
  }
  const isKept = (field: 'feature' | 'qualification') =>
    fields[field] === undefined || theirs[field]?.value === fields[field].value;
  if (!isKept('feature') || !isKept('qualification')) return false;
  // Film of one kind does not stand in for film of another, nor for one that nobody names.
  if (kind.value === 'resistance' && fields.technology?.value !== theirs.technology?.value) return false;
  return [...kind.same, ...kind.less, ...kind.more, 'dielectric' as const].every((field) => {
    const given = theirs[field];
    if (given === undefined || fields[field] === undefined) {
      return field !== 'package' && field !== 'tolerance';
    }
    return suits(kind, fields, field, given) !== null;
  });
}

function extraOf(kind: Kind, fields: ComponentFields, { fields: theirs }: Finding): number {
  return [...kind.less, ...kind.more, 'dielectric' as const].reduce(
    (sum, field) => sum + (theirs[field] ? suits(kind, fields, field, theirs[field]) ?? 0 : 0.5),
    0,
  );
}

function sentenceOf(kind: Kind, fields: ComponentFields, { manufacturer, fields: theirs }: Finding): string {
  const compared = [...kind.same, ...kind.less, ...kind.more, 'dielectric' as const]
    .filter((field) => fields[field] !== undefined);
  const both = compared.filter((field) => theirs[field] !== undefined);
  const better = both.filter((field) => (suits(kind, fields, field, theirs[field]) ?? 0) > 1e-9);
  const unsaid = compared.filter((field) => theirs[field] === undefined);
  const words = (list: readonly FieldName[]) => list.map((field) => NAMES[field] ?? field);
  const same = [
    'size',
    'value',
    ...words(both.filter((field) => field !== 'package' && !better.includes(field))),
  ];
  const open = [kind.notCompared, ...words(unsaid)];
  return `Same ${inWords(same)}${better.length > 0 ? `, better ${inWords(words(better))},` : ''} by ${
    possessive(manufacturer)
  } numbering. ` +
    `Not confirmed to be sold; ${inWords(open)} not compared.`;
}

const inWords = (list: readonly string[]) =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
