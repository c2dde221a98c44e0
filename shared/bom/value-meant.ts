/** A line whose value contradicts its number, read as if the value were right. */
import type { StoredLineAnswer } from '../api/boms.ts';
import { writeQuantity } from '../domain/units.ts';
import { withValue } from '../parts/same-series.ts';
import { statedFields } from '../parts/text/stated-fields.ts';

const VALUES = ['resistance', 'capacitance', 'inductance'] as const;

/** The part of the same series that has the value of the line; null where there is no contradiction, or nobody can say. */
export function partOfValue(
  { line, extra }: Pick<StoredLineAnswer, 'line' | 'extra'>,
): { readonly mpn: string; readonly manufacturer: string } | null {
  const { mpn, value, footprint, description, designators, result } = line;
  const against = result?.contradictions?.find(({ check, severity }) =>
    check === 'value' && severity === 'error'
  );
  const field = VALUES.find((name) => name === against?.field);
  const part = result?.component;
  if (!mpn || !part || !field) return null;
  const said = statedFields({
    value: value ?? null,
    footprint: footprint ?? null,
    description: description ?? null,
    designators: designators?.split(/[\s,;]+/) ?? [],
    columns: extra,
  })[field];
  // Of a value that may mean several things only the one that contradicts the part is meant.
  if (typeof said?.value !== 'number' || said.unit === undefined) return null;
  if (writeQuantity(said.value, said.unit) !== against!.asked.text) return null;
  const found = withValue(part.mpn, field, said.value);
  return found && { mpn: found.mpn, manufacturer: found.manufacturer };
}
