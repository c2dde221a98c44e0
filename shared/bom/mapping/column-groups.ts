/** Which columns of part numbers, manufacturers and suppliers belong together. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { best, type Column, isOfAlternate, textsOf, wordsOf } from './column.ts';
import type { HeaderWords } from './header-words.ts';
import { supplierOfNumbers } from './recognisers.ts';
import { CLEAR_NAME, leastOf } from './scores.ts';

/** Of part numbers that nothing but their schemes tells. */
const CONFIDENCE_BY_VALUES = 0.5;

const GROUPED: ReadonlySet<ColumnRole> = new Set(['mpn', 'manufacturer', 'supplier', 'supplier_number']);

/** Finds out which number belongs to which manufacturer, and which supplier to which of its numbers. */
export function groupColumns(
  columns: readonly Column[],
  roles: ReadonlyMap<number, ColumnRole>,
  sample: readonly Row[],
): ColumnUse[] {
  const namesSupplier = [...roles.values()].includes('supplier');
  const groups = new Map<number, number>();
  const holdersOf = (role: ColumnRole) => columns.filter(({ index }) => roles.get(index) === role);
  // Where the number is the part's and the manufacturer an alternate's, the part has none.
  const isOfPart = holdersOf('mpn').some((column) => !isOfAlternate(column));
  for (const role of GROUPED) {
    const holders = holdersOf(role);
    groupsOf(holders, role === 'manufacturer' && isOfPart, sample).forEach((group, i) =>
      groups.set(holders[i]!.index, group)
    );
  }
  for (const role of ['value', 'description', 'footprint'] as const) {
    const holders = columns.filter(({ index }) => roles.get(index) === role);
    // The one that was given the role before the others stood in for it scores by it.
    const own = best(holders.filter(({ cell }) => (cell?.scores.get(role) ?? 0) >= CLEAR_NAME), role);
    if (holders.length > 1 && own) {
      for (const { index } of holders) groups.set(index, index === own.index ? 0 : 1);
    }
  }
  return columns.map((column): ColumnUse => {
    const { index, scores } = column;
    const role = roles.get(index) ?? 'extra';
    const score = scores.get(role) ?? 0;
    // Of a role that the whole table gave it, its name says next to nothing.
    const isGiven = role === 'mpn' && wordsOf(column).distributor === null && score < leastOf(column, role);
    const confidence = isGiven ? CONFIDENCE_BY_VALUES : score;
    const others = [...scores].filter(([other]) => other !== role).toSorted((a, b) => b[1] - a[1]);
    const [runnerUp] = others;
    return {
      index,
      name: column.cell?.name ?? '',
      role,
      group: groups.get(index) ?? 0,
      supplier: role !== 'supplier_number'
        ? null
        // Each number tells its own shop by its shape.
        : namesSeveralShops(wordsOf(column))
        ? null
        : wordsOf(column).distributor ?? (namesSupplier ? null : supplierOfNumbers(textsOf(sample, index))),
      confidence: round(confidence),
      runner_up: runnerUp ? { role: runnerUp[0], confidence: round(runnerUp[1]) } : null,
    };
  });
}

/** Names of one shop: what one sells has the other's number. */
const SAME_SHOP: ReadonlyMap<string, string> = new Map([['element14', 'Farnell'], ['JLCPCB', 'LCSC']]);

/** Whether a name says several shops, each with numbers of its own: `Digikey/Mouser`. */
function namesSeveralShops({ distributors }: HeaderWords): boolean {
  return new Set(distributors.map((name) => SAME_SHOP.get(name) ?? name)).size > 1;
}

/** Scores add up beyond certainty, which is all that an answer may say. */
const round = (share: number) => Math.min(1, Math.round(share * 100) / 100);

/**
 * Whether two columns of one name in two spellings are never filled in one row: libraries write `Manufacturer` here and `MANUFACTURER`
 * there. What is spelled alike is a field that comes again.
 */
function areOneField(one: Column, other: Column, sample: readonly Row[]): boolean {
  return one.cell?.name !== other.cell?.name && one.profile.filled > 0 && other.profile.filled > 0 &&
    !sample.some(({ cells }) => (cells[one.index] ?? '') !== '' && (cells[other.index] ?? '') !== '');
}

/**
 * By the number in the name (`MPN` and `MPN2`, `PN` and `PN_1`, `MPN 1` and `MPN 2`), else by how often the name came
 * before; what is called an alternate comes behind all that is not.
 */
function groupsOf(columns: readonly Column[], isBesidePart: boolean, sample: readonly Row[]): number[] {
  const indices = columns.map((column) => wordsOf(column).index);
  const plainOf = (column: Column) => wordsOf(column).plain;
  const main = columns.filter((column) => !isOfAlternate(column));
  const mainIndices = main.map((column) => wordsOf(column).index);
  const hasPlain = mainIndices.includes(null);
  const least = Math.min(...mainIndices.filter((index) => index !== null));
  const groups: number[] = [];
  columns.forEach((column, i) => {
    const index = indices[i] ?? null;
    const earlier = columns.slice(0, i).filter((other) =>
      plainOf(other) === plainOf(column) && !areOneField(other, column, sample)
    ).length;
    if (isOfAlternate(column)) {
      const before = columns.slice(0, i).filter((other) =>
        isOfAlternate(other) && plainOf(other) !== plainOf(column)
      ).length;
      groups.push(
        (main.length > 0 || isBesidePart ? 1 : 0) + (index !== null ? index - 1 : before) + earlier,
      );
    } else if (index === null) {
      groups.push(earlier);
    } else groups.push((hasPlain ? (least <= 1 ? index : index - 1) : index - least) + earlier);
  });
  return groups;
}
