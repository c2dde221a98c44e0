/** Contradictions: a line of a BOM against its part, and against itself. */
import { readLine } from '../../parts/text/line.ts';
import { checkAlternates } from './checks/alternate.ts';
import { checkChipSize } from './checks/chip-size.ts';
import { checkColour } from './checks/colour.ts';
import { checkConnector, checkFootprintName } from './checks/connector.ts';
import { checkDielectric } from './checks/dielectric.ts';
import { checkDoNotPlace, placesSayingNotPlaced } from './checks/do-not-place.ts';
import { checkFrequency } from './checks/frequency.ts';
import { checkPackage } from './checks/package.ts';
import { checkPartName } from './checks/part-name.ts';
import { checkPower, checkQualification, checkTemperature } from './checks/rating.ts';
import { checkSupplierNumber } from './checks/supplier-number.ts';
import { checkTolerance } from './checks/tolerance.ts';
import { checkValue } from './checks/value.ts';
import { checkVoltage } from './checks/voltage.ts';
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
  checkTolerance,
  checkDielectric,
  checkColour,
  checkPartName,
  checkPower,
  checkTemperature,
  checkQualification,
  checkSupplierNumber,
  checkAlternates,
];

export interface Knowledge {
  /** Null where nobody knows the line's part. */
  readonly part: KnownPart | null;
  /** What is known of the line's alternates, in their order. */
  readonly alternates?: readonly (KnownPart | null)[];
  /** What is known of a number that stands within another, as within a distributor's. */
  readonly know?: (mpn: string) => KnownPart | null;
}

/** What a line of a BOM contradicts, the worst first. Of a part that is not placed nothing is asked. */
export function checkLine(
  line: CheckedLine,
  { part, alternates = [], know = () => null }: Knowledge,
): readonly Contradiction[] {
  const placing = checkDoNotPlace(line);
  if (line.do_not_place || placesSayingNotPlaced(line).length > 0) return placing;
  const said = readLine(line, part?.fields.category?.value);
  const subject = { line, part, alternates, know, said };
  return CHECKS.flatMap((check) => check(subject)).toSorted(byHarm);
}
