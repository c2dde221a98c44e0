/** What each column of a table holds: by what it is called, and by what stands in it. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { groupColumns } from './column-groups.ts';
import { countsBesideOrders, sumsOfBoards } from './counts.ts';
import { type Column, type Evidence, LIKELY_NAME, NO_NAME, SURE_BY_VALUES, wordsOf } from './column.ts';
import type { Header } from './header.ts';
import { numbersOfLibraries } from './numbers-of-libraries.ts';
import { numbersOfModels } from './numbers-of-models.ts';
import { shopsNumbersForLinks } from './numbers-of-shops.ts';
import { profileOf } from './profile.ts';
import {
  countsUnderAnyName,
  describeByParts,
  isOfOneName,
  manufacturersForSuppliers,
  nameInFront,
  numbersBehindValues,
  numbersBesideCodes,
  numbersForFootprints,
  numbersForManufacturers,
  numbersUnderAnyName,
  ordersForSuppliers,
  placesAmongWords,
  placesBesidePlaces,
  placesForNumbers,
  standIns,
  suppliersWithoutNumbers,
} from './role-corrections.ts';
import { CLEAR_NAME, fitAmongChips, fitWithoutMarks, leastOf, scoresOf } from './scores.ts';
import { SURELY_PROVEN, weighLibraryNames, weighNumbers, weighQuantities } from './weights.ts';

/** Roles that one column of a table has at most; of the others several columns may say something each. */
const SINGLE_ROLES: ReadonlySet<ColumnRole> = new Set([
  'quantity',
  'designators',
  'description',
  'value',
  'footprint',
  'internal_number',
  'substitution',
  'item',
]);

/** @param sample of the table's rows, see `sampleOf` */
export function assignColumns(header: Header, sample: readonly Row[], evidence: Evidence): ColumnUse[] {
  const width = Math.max(header.cells.length, ...sample.map(({ cells }) => cells.length), 0);
  const hasNames = header.cells.some(({ scores }) => scores.size > 0);
  const hasValues = header.cells.some(({ words, scores }) =>
    words.meanings.has('value') && (scores.get('value') ?? 0) >= 0.9
  );
  const hasManufacturers = header.cells.some(({ scores }) => (scores.get('manufacturer') ?? 0) >= 0.9);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cell = header.cells[index] ?? null;
    const profile = profileOf(sample, index);
    const scores = scoresOf(cell, profile, { hasHeader: hasNames, hasValues, hasManufacturers }, evidence);
    const name = cell?.scores.get('mpn') ?? 0;
    if (evidence.names && evidence.values && hasValues && name > 0 && profile.share('footprint') > 0) {
      const fit = fitAmongChips(sample, index);
      if (fit !== null) scores.set('mpn', Math.max(scores.get('mpn') ?? 0, name * (0.2 + 0.8 * fit)));
    }
    const named = evidence.names && evidence.values && name > 0 && cell!.words.meanings.has('name')
      ? fitWithoutMarks(sample, index)
      : null;
    if (named !== null) scores.set('mpn', Math.max(scores.get('mpn') ?? 0, name * (0.2 + 0.8 * named)));
    return { index, cell, profile, scores };
  });
  const weighed = weighNumbers(
    weighLibraryNames(weighQuantities(columns, sample, evidence), sample, evidence),
    evidence,
  );
  const roles = distribute(weighed, sample);
  return [...groupColumns(weighed, roles, sample), ...usesOfBoth(weighed, roles)];
}

/** Of a column that is called after both, as many cells are each. */
const LEAST_OF_BOTH = 0.15;

/** The second field of a column that is called after values and part numbers: `Value / Part number`. */
function usesOfBoth(columns: readonly Column[], roles: ReadonlyMap<number, ColumnRole>): ColumnUse[] {
  return columns.flatMap((column): ColumnUse[] => {
    const { meanings } = wordsOf(column);
    const isOfNumbers = meanings.has('mpn') || (meanings.has('part') && meanings.has('number'));
    const { share } = column.profile;
    const isBoth = isOfNumbers && meanings.has('value') && share('value') >= LEAST_OF_BOTH &&
      share('part_number') >= LEAST_OF_BOTH;
    const role = roles.get(column.index);
    const other = role === 'value' ? 'mpn' : role === 'mpn' ? 'value' : null;
    if (!isBoth || other === null || [...roles.values()].includes(other)) return [];
    return [{
      index: column.index,
      name: column.cell?.name ?? '',
      role: other,
      group: 0,
      supplier: null,
      confidence: SURE_BY_VALUES,
      runner_up: null,
    }];
  });
}

/** Gives each column one role, the surest first; a single role goes to one column only. */
function distribute(columns: readonly Column[], sample: readonly Row[]): Map<number, ColumnRole> {
  const pairs = columns.flatMap((column) =>
    [...column.scores].map(([role, score]) => ({ column, role, score }))
  ).filter(({ column, role, score }) => score >= leastOf(column, role));
  const hasDesignators = pairs.some(({ column, role }) =>
    role === 'designators' && column.profile.filled > 0
  );
  /** A column without anything in it leaves its role to one that says something, and whose name says it about as clearly. */
  const yields = ({ column, role }: (typeof pairs)[number]) =>
    column.profile.filled === 0 &&
    // Designators are counted: another count is more likely of a stock, a reel or an order.
    !(role === 'quantity' && hasDesignators) &&
    pairs.some((other) =>
      other.role === role && other.column.profile.filled > 0 &&
      (other.column.cell?.scores.get(role) ?? 0) >= LIKELY_NAME
    );
  const yielding = new Set(pairs.filter(yields));
  const worths = columns.map((column) => worthAmong(columns, column));
  const rankOf = ({ column, score }: (typeof pairs)[number]) => score * worths[column.index]!;
  pairs.sort((a, b) =>
    Number(yielding.has(a)) - Number(yielding.has(b)) ||
    rankOf(b) - rankOf(a) || a.column.index - b.column.index
  );
  const roles = new Map<number, ColumnRole>();
  const holders = new Map<ColumnRole, Column>();
  for (const { column, role } of pairs) {
    if (roles.has(column.index)) continue;
    const holder = holders.get(role);
    if (holder && !mayShare(role, holder, column, sample)) continue;
    roles.set(column.index, role);
    if (!holder) holders.set(role, column);
  }
  manufacturersForSuppliers(columns, roles);
  ordersForSuppliers(columns, roles);
  numbersBesideCodes(columns, roles);
  numbersForManufacturers(columns, roles);
  numbersForFootprints(columns, roles);
  numbersOfLibraries(columns, roles, sample);
  numbersOfModels(columns, roles);
  numbersBehindValues(columns, roles, sample);
  standIns(columns, roles, sample);
  numbersUnderAnyName(columns, roles);
  shopsNumbersForLinks(columns, roles);
  suppliersWithoutNumbers(columns, roles);
  placesForNumbers(columns, roles, sample);
  placesAmongWords(columns, roles, sample);
  placesBesidePlaces(columns, roles, sample);
  countsUnderAnyName(columns, roles, sample);
  countsBesideOrders(columns, roles, sample);
  sumsOfBoards(columns, roles, sample);
  nameInFront(columns, roles);
  describeByParts(columns, roles);
  return roles;
}

/** Of two columns with one name, as a program's own field and one that somebody added, the fuller says more. */
const WORTH_OF_FULL = 0.5;

function worthAmong(columns: readonly Column[], { cell, profile }: Column): number {
  const isOnly = cell === null || profile.filled === 0 ||
    columns.filter((other) => isOfOneName(other.cell?.words ?? NO_NAME, cell.words)).length === 1;
  return isOnly ? 1 : 1 - WORTH_OF_FULL + WORTH_OF_FULL * profile.filled / profile.rows;
}

/** Whether a second column may have the role of a first. */
function mayShare(role: ColumnRole, holder: Column, column: Column, sample: readonly Row[]): boolean {
  if (role === 'mpn' || role === 'manufacturer') {
    return isOfFamily(holder, column) || isComplement(role, holder, column, sample);
  }
  return !SINGLE_ROLES.has(role);
}

/** Cells in which two columns of one kind may differ and still be taken for one that is written in two places. */
const MAY_DIFFER = 0.05;

/** Whether a column says what the other leaves out, or the same, and contradicts it nowhere: libraries name one field in several ways. */
function isComplement(role: ColumnRole, holder: Column, column: Column, sample: readonly Row[]): boolean {
  const names = [holder, column].map(({ cell }) => cell?.scores.get(role) ?? 0);
  // A vaguer name needs numbers that are known: it may be of a house.
  const isProvenNumber = role === 'mpn' && Math.max(...names) >= CLEAR_NAME &&
    Math.min(...names) >= LIKELY_NAME && column.profile.decoded() >= SURELY_PROVEN;
  if (names.some((name) => name < CLEAR_NAME) && !isProvenNumber) return false;
  let [filled, differ] = [0, 0];
  for (const { cells } of sample) {
    const [one, other] = [holder, column].map(({ index }) => (cells[index] ?? '').toLowerCase());
    if (other === '') continue;
    filled += 1;
    if (one !== '' && one !== other) differ += 1;
  }
  return filled > 0 && differ <= filled * MAY_DIFFER;
}

/** Meanings that tell several of a kind apart, and not one kind from another. */
const TELLING_APART: ReadonlySet<string> = new Set(['alternate', 'first', 'not_placed', 'empty']);

/** `MPN2` is of the family of `MPN`; `Part Number` is not, but `Alternate Part Number` is of any. */
function isOfFamily(one: Column, other: Column): boolean {
  const kinds = [one, other].map((column) =>
    [...wordsOf(column).meanings].filter((meaning) => !TELLING_APART.has(meaning)).toSorted().join(' ')
  );
  const isAlternate = wordsOf(other).meanings.has('alternate') || wordsOf(one).meanings.has('alternate');
  if (isAlternate) return true;
  return kinds[0] === kinds[1] && kinds[0] !== '' &&
    wordsOf(one).unknown.join(' ') === wordsOf(other).unknown.join(' ');
}
