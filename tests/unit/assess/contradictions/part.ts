/** Parts for tests of contradictions, said by one source. */
import { state, type Statements } from '../../../../shared/parts/finding.ts';
import {
  type CheckedLine,
  checkLine,
  type KnownPart,
} from '../../../../shared/assess/contradictions/index.ts';

export function partOf(said: Statements, mpn = 'PART-1', source = 'decoder:test'): KnownPart {
  const fields = {};
  state(fields, said, { source, confidence: 1 });
  return { mpn, fields };
}

/** What a line contradicts, short: `error value`. */
export function found(
  line: CheckedLine,
  part: KnownPart | null,
  alternates: readonly (KnownPart | null)[] = [],
  know: (mpn: string) => KnownPart | null = () => null,
): readonly string[] {
  return checkLine({ mpn: part?.mpn ?? null, ...line }, { part, alternates, know })
    .map(({ severity, check }) => `${severity} ${check}`);
}

export const resistor = (said: Statements = {}) =>
  partOf({
    category: 'chip_resistor',
    resistance: 10_000,
    tolerance: 1,
    power_rating: 0.1,
    package: '0603 (1608 metric)',
    ...said,
  });

export const capacitor = (said: Statements = {}) =>
  partOf({
    category: 'ceramic_capacitor',
    capacitance: 100e-9,
    tolerance: 10,
    voltage_rating: 25,
    dielectric: 'X7R',
    package: '0402 (1005 metric)',
    ...said,
  });

export const ic = (name: string, mpn?: string) =>
  partOf({ category: 'integrated_circuit', package: name }, mpn);
