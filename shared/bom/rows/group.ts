/** Lists with a row for each designator, made into lines of equal parts. */
import type { BomLine } from '../line.ts';

/** Two rows show nothing. */
const LEAST_ROWS = 3;
/** A list that counts and has few equal rows is one that somebody wrote that way. */
const MAX_SHARE_LEFT = 0.7;

/**
 * Where every row names one designator at most and asks for one piece, equal rows are one line. In a file that has any row
 * of several designators somebody has grouped already, and rows that are still apart are meant to be.
 */
export function groupSingles(
  lines: readonly BomLine[],
  hasDesignators: boolean,
  hasQuantities: boolean,
): readonly BomLine[] {
  const areSingle = lines.length >= LEAST_ROWS &&
    lines.every(({ designators, quantity }) =>
      designators.length <= 1 && (quantity === null || quantity <= 1)
    );
  if (!hasDesignators || !areSingle) return lines;
  const groups = new Map<string, BomLine[]>();
  lines.forEach((line, i) => {
    const key = line.designators.length === 0 ? `${i}` : keyOf(line);
    groups.set(key, [...groups.get(key) ?? [], line]);
  });
  if (hasQuantities && groups.size > lines.length * MAX_SHARE_LEFT) return lines;
  return [...groups.values()].map((group): BomLine => {
    const [first] = group as [BomLine];
    if (group.length === 1) return first;
    return {
      ...first,
      rows: group.flatMap(({ rows }) => rows),
      designators: [...new Set(group.flatMap(({ designators }) => designators))],
      quantity: group.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    };
  });
}

function keyOf(line: BomLine): string {
  const {
    mpn,
    manufacturer,
    value,
    footprint,
    description,
    do_not_place,
    alternates,
    supplier_numbers,
    note,
  } = line;
  const letters = /^\D*/.exec(line.designators[0] ?? '')?.[0] ?? '';
  // Without a number, a value and a footprint nothing says that two parts are equal but their kind.
  const kind = mpn === null && value === null && supplier_numbers.length === 0 ? letters : '';
  return JSON.stringify([
    mpn,
    manufacturer,
    value,
    footprint,
    description,
    do_not_place,
    alternates,
    supplier_numbers,
    note,
    kind,
  ]);
}
