/** Contradictions: a line of a BOM against its part, and against itself. */
import { type Saying, SEVERITIES } from '../../domain/contradiction.ts';
import type { FieldName } from '../../domain/fields.ts';
import { writeQuantity } from '../../domain/units.ts';
import { isGenericNumber } from '../../parts/generic-numbers.ts';
import { agreesWith } from '../../parts/manufacturers.ts';
import { type Kind, kindOfCategory } from '../../parts/text/kind.ts';
import { readLine } from '../../parts/text/line.ts';
import { checkAlternates } from './checks/alternate.ts';
import { checkChipSize } from './checks/chip-size.ts';
import { checkColour } from './checks/colour.ts';
import { checkConnector, checkFootprintName } from './checks/connector.ts';
import { checkDielectric } from './checks/dielectric.ts';
import { checkDoNotPlace, placesSayingNotPlaced } from './checks/do-not-place.ts';
import { checkFrequency } from './checks/frequency.ts';
import { checkKeptVoltage } from './checks/kept-voltage.ts';
import { checkManufacturer } from './checks/manufacturer.ts';
import { checkPackage } from './checks/package.ts';
import { checkPartName } from './checks/part-name.ts';
import { checkPolarity } from './checks/polarity.ts';
import { checkPower, checkQualification, checkTemperature } from './checks/rating.ts';
import { checkSupplierNumber } from './checks/supplier-number.ts';
import { checkTechnology } from './checks/technology.ts';
import { checkTolerance } from './checks/tolerance.ts';
import { checkValue } from './checks/value.ts';
import { checkVoltage } from './checks/voltage.ts';
import { checkWithstood } from './checks/withstood.ts';
import { byHarm, type Contradiction } from './finding.ts';
import type { Check, CheckedLine, KnownPart } from './subject.ts';

export { type Contradiction, type Severity, worst } from './finding.ts';
export type { CheckedLine, KnownPart } from './subject.ts';

const CHECKS: readonly Check[] = [
  checkValue,
  checkFrequency,
  checkChipSize,
  checkPackage,
  checkConnector,
  checkFootprintName,
  checkVoltage,
  checkKeptVoltage,
  checkWithstood,
  checkPolarity,
  checkTolerance,
  checkDielectric,
  checkTechnology,
  checkColour,
  checkPartName,
  checkPower,
  checkTemperature,
  checkQualification,
  checkSupplierNumber,
  checkAlternates,
];

/** What a number that no manufacturer owns says of whoever's part it is. */
const ANYBODYS: readonly Check[] = [checkKeptVoltage, checkPolarity];

export interface Knowledge {
  /** Null where nobody knows the line's part. */
  readonly part: KnownPart | null;
  /** Parts of other manufacturers that the number could be: what contradicts one of several contradicts nothing. */
  readonly others?: readonly KnownPart[];
  /** What is known of the line's alternates, in their order. */
  readonly alternates?: readonly (KnownPart | null)[];
  /** What is known of a number that stands within another, as within a distributor's. */
  readonly know?: (mpn: string) => KnownPart | null;
  /** Whether several manufacturers are known to use a number. */
  readonly isShared?: (mpn: string) => boolean;
}

/** What a line of a BOM contradicts, the worst first. Of a part that is not placed nothing is asked. */
export function checkLine(
  line: CheckedLine,
  { part, others = [], alternates = [], know = () => null, isShared = () => false }: Knowledge,
): readonly Contradiction[] {
  const placing = checkDoNotPlace(line);
  if (line.do_not_place || placesSayingNotPlaced(line).length > 0) return placing;
  const found = (of: KnownPart | null) => {
    const known = isMeant(line, of) ? of : null;
    const said = readLine(line, known?.fields.category?.value);
    const isAnybodys = known === null && of !== null && isGenericNumber(of.mpn);
    return [
      ...CHECKS.flatMap((check) => check({ line, part: known, alternates, know, said })),
      ...(isAnybodys ? ANYBODYS : []).flatMap((check) => check({ line, part: of, alternates, know, said })),
    ];
  };
  const byOthers = others.map((other) => new Set(found(other).map(({ check }) => check)));
  return [
    ...found(part).filter(({ check }) => byOthers.every((checks) => checks.has(check))),
    ...checkManufacturer(line, part, isShared),
  ].toSorted(byHarm);
}

const worseOf = (a: Saying['verdict'], b: Saying['verdict']): Saying['verdict'] =>
  ([...SEVERITIES, 'fine'] as const).find((verdict) => verdict === a || verdict === b) ?? null;

/** What a line says of the fields of a part, as the checks compare it: the first place that agrees with the part comes first. */
export function sayingsOfLine(
  line: CheckedLine,
  part: KnownPart,
): Readonly<Partial<Record<FieldName, Saying>>> {
  const said = readLine(line, part.fields.category?.value);
  const all = new Map<FieldName, readonly Saying[]>();
  const hear = (field: FieldName, saying: Saying) => {
    const before = all.get(field) ?? [];
    const same = before.find(({ where }) => where === saying.where);
    // A footprint is compared by its size and by how it is mounted: it agrees where both do.
    all.set(
      field,
      same
        ? before.map((one) => one === same ? { ...one, verdict: worseOf(one.verdict, saying.verdict) } : one)
        : [...before, saying],
    );
  };
  const manufacturer = part.fields.manufacturer?.value;
  if (line.manufacturer) {
    hear('manufacturer', {
      text: line.manufacturer,
      where: 'manufacturer',
      verdict: manufacturer !== undefined && agreesWith(line.manufacturer, `${manufacturer}`) !== null
        ? 'fine'
        : null,
    });
  }
  for (const check of CHECKS) check({ line, part, alternates: [], know: () => null, said, hear });
  // What nothing is held against is said all the same; a voltage alone is a rating of a capacitor only.
  for (const { where, isOpen, readings: [reading] } of said.statements) {
    if (reading === undefined || isOpen || all.has(reading.field) || reading.field === 'voltage_rating') {
      continue;
    }
    const text = 'unit' in reading ? writeQuantity(reading.value, reading.unit) : reading.value;
    hear(reading.field, { text, where, verdict: null });
  }
  if (line.description) hear('description', { text: line.description, where: 'description', verdict: null });
  return Object.fromEntries([...all].map(([field, sayings]) => [
    field,
    sayings.find(({ verdict }) => verdict === 'fine') ?? sayings.find(({ verdict }) => verdict !== null) ??
      sayings[0]!,
  ]));
}

/** Codes of chips and crystals mean the same with every manufacturer; other numbers are many manufacturers' parts. */
const SAID_ALIKE: readonly (Kind | null)[] = ['resistor', 'capacitor', 'inductor', 'ferrite', 'timing'];

/** Whether a part that is known by the line's number is the one that the line means: not where the BOM names somebody else. */
function isMeant({ manufacturer }: CheckedLine, part: KnownPart | null): boolean {
  const name = part?.fields.manufacturer?.value;
  if (name === undefined || !manufacturer) return true;
  return SAID_ALIKE.includes(kindOfCategory(part?.fields.category?.value)) ||
    agreesWith(manufacturer, `${name}`) !== null;
}
