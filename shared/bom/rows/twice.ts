/** Designators that stand in two lines. */
import { hasDigit } from '../ascii.ts';
import type { Issue } from '../issues.ts';
import type { BomLine } from '../line.ts';
import { cut } from '../quoting.ts';
import { repeatedInLines } from './panel.ts';
import type { Layout } from './layout.ts';

/** Lines of which it is told: where each does it, two boards stand in one list. */
const MAX_TWICE = 50;

/**
 * One place on a board takes one part: who names it in two lines that are placed buys a part too many. Rows of the same part
 * became one line, `grouped`, in which the place counts once.
 */
export function designatorsOfTwo(
  lines: readonly BomLine[],
  grouped: readonly BomLine[],
  layout: Layout,
): Issue[] {
  const column = layout.of('designators')[0]?.name ?? null;
  // Where no rows became one line, each has its own.
  const lineOfRow = grouped === lines
    ? null
    : new Map(grouped.flatMap((line) => line.rows.map((row) => [row, line])));
  const areOneLine = (row: number, other: number) =>
    lineOfRow !== null && lineOfRow.get(row) === lineOfRow.get(other);
  const issues: Issue[] = [];
  let untold = 0;
  const firsts = new Map<string, BomLine>();
  const kinds = new Set<'one line' | 'one part' | 'other parts'>();
  for (const line of lines) {
    const { designators, rows, do_not_place } = line;
    if (do_not_place) continue;
    let first: { readonly name: string; readonly row: number } | null = null;
    let others = 0;
    for (const name of designators) {
      const earlier = firsts.get(name);
      if (earlier === undefined) firsts.set(name, line);
      else if (hasDigit(name)) {
        const row = earlier.rows[0]!;
        if (first === null) first = { name, row };
        else others += 1;
        // Beside places of other parts it makes no difference what the rest are.
        if (kinds.has('other parts')) continue;
        kinds.add(
          areOneLine(rows[0]!, row)
            ? 'one line'
            : earlier.mpn === line.mpn && earlier.value === line.value
            ? 'one part'
            : 'other parts',
        );
      }
    }
    if (!first) continue;
    if (issues.length === MAX_TWICE) {
      untold += 1;
      continue;
    }
    issues.push({
      severity: 'warning',
      row: rows[0]!,
      column,
      code: 'designator_twice',
      detail: `Row ${rows[0]!}${column ? `, column "${cut(column)}"` : ''}: ${first.name}${
        others > 0 ? ` and ${others} more` : ''
      } also stand${others > 0 ? '' : 's'} in row ${first.row}. ${
        areOneLine(rows[0]!, first.row)
          ? 'It is the same part, and was counted once.'
          : 'Both lines were kept: mark the one that is not placed, or put alternates into one line.'
      }`,
    });
  }
  const [kind, ...otherKinds] = kinds;
  const panel = kind === undefined || kind === 'other parts' || otherKinds.length > 0
    ? null
    : repeatedInLines(lines, kind === 'one line', column);
  if (panel) return [panel];
  const last = issues.at(-1);
  if (last && untold > 0) {
    issues[issues.length - 1] = { ...last, detail: `${last.detail} The same goes for ${untold} more lines.` };
  }
  return issues;
}
