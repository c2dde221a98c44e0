/**
 * What the shipped series tables read from a part number, in a form that golden sets are easy to write in.
 */
import type { FieldName } from '../../../shared/domain/fields.ts';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';

const decoder = createDecoder(seriesTables);

/**
 * Source and field values of the only series that reads `mpn`; null when none does. Throws for more than one.
 */
export function decoded(
  mpn: string,
): { source: string; values: Partial<Record<FieldName, string | number>> } | null {
  const findings = decoder.decode(mpn);
  if (findings.length > 1) {
    throw new Error(`${mpn} is read by ${findings.map((f) => f.source).join(' and ')}`);
  }
  const [finding] = findings;
  if (!finding) return null;
  const values = Object.entries(finding.fields).map(([name, field]) => [name, field.value]);
  return {
    source: finding.source,
    values: Object.fromEntries(values) as Partial<Record<FieldName, string | number>>,
  };
}
