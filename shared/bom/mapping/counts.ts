/** Counts that only the whole table tells from others: sums over boards, and the one that counts the places. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { readDesignators } from '../rows/designators.ts';
import type { Row } from '../table.ts';
import { type Column, wordsOf } from './column.ts';
import { countsPlaces } from './role-corrections.ts';

const WHOLE = /^\d{1,6}(?:\.0+)?$/;
/** Fewer sums may be right by chance. */
const LEAST_SUMS = 3;
/** Of the rows, so many have to be summed up rightly: a list that somebody keeps by hand has slips. */
const NEARLY_ALL_SUMMED = 0.9;

/** Roles of columns that may count what a board has: `Main` and `LED` are names that nobody knows. */
const MAY_BE_OF_BOARD: ReadonlySet<ColumnRole> = new Set(['extra', 'item', 'place', 'note']);

/** Names of what is at hand somewhere: a sum of it is no board's. */
const OF_STOCK =
  /stock|warehouse|inventor|available|\bavail\b|on hand|storage|\bshel(?:f|ves)\b|\bbins?\b|lager|bestand|almac[eé]n|entrep[oô]t|magazzino|склад|库存|在庫/iu;

/**
 * Where no column counts, `Total` does, if it sums up columns of whole numbers in front of it: those count the parts of each board.
 * Places, or a column that is called a quantity, know better, even where it is empty.
 */
export function sumsOfBoards(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  const has = (role: ColumnRole) => ({ index }: Column) => roles.get(index) === role;
  if (
    columns.some(has('quantity')) || columns.some((one) => has('designators')(one) && one.profile.filled > 0)
  ) {
    return;
  }
  const total = columns.find((column) => {
    const { meanings, distributor } = wordsOf(column);
    return meanings.has('total') && !meanings.has('money') && distributor === null &&
      (roles.get(column.index) ?? 'extra') === 'extra' && column.profile.filled >= LEAST_SUMS;
  });
  if (!total) return;
  const areWhole = ({ index }: Column) =>
    sample.every(({ cells }) => (cells[index] ?? '') === '' || WHOLE.test(cells[index]!));
  const mayBeOfBoard = (column: Column) =>
    MAY_BE_OF_BOARD.has(roles.get(column.index) ?? 'extra') && column.profile.filled > 0 &&
    !wordsOf(column).meanings.has('money') && areWhole(column);
  const left = columns.slice(0, columns.indexOf(total));
  const boards = left.slice(left.findLastIndex((one) => !mayBeOfBoard(one)) + 1);
  if (boards.length < 2 || [total, ...boards].some((one) => OF_STOCK.test(wordsOf(one).plain))) return;
  const isCalledSo = (one: Column) => one !== total && wordsOf(one).meanings.has('quantity');
  if (columns.some(isCalledSo) || !sumsUp(total, boards, sample)) return;
  for (const { index } of boards) roles.set(index, 'extra');
  roles.set(total.index, 'quantity');
}

function sumsUp(total: Column, boards: readonly Column[], sample: readonly Row[]): boolean {
  let [compared, agree] = [0, 0];
  for (const { cells } of sample) {
    const text = cells[total.index] ?? '';
    const counts = boards.map(({ index }) => cells[index] ?? '').filter((cell) => cell !== '');
    if (text === '' || counts.length === 0) continue;
    compared += 1;
    const sum = counts.reduce((sofar, count) => sofar + Number(count), 0);
    if (WHOLE.test(text) && Number(text) === sum) agree += 1;
  }
  return compared >= LEAST_SUMS && agree >= compared * NEARLY_ALL_SUMMED;
}

/**
 * Beside a quantity that says something else than the places do, as of packets to buy, a column that nobody knows and that counts
 * them in nearly all rows is what stands on a board.
 */
export function countsBesideOrders(
  columns: readonly Column[],
  roles: Map<number, ColumnRole>,
  sample: readonly Row[],
): void {
  const holderOf = (role: ColumnRole) =>
    columns.find(({ index, profile }) => roles.get(index) === role && profile.filled > 0);
  const [places, quantity] = [holderOf('designators'), holderOf('quantity')];
  if (!places || !quantity || !isOfOrders(quantity.index, places.index, sample)) return;
  const column = columns.find((each) =>
    (roles.get(each.index) ?? 'extra') === 'extra' && each.profile.filled > 0 &&
    isCalledNothingElse(each) && countsPlaces(each.index, places.index, sample, NEARLY_ALL_COUNTED)
  );
  if (!column) return;
  roles.set(quantity.index, 'extra');
  roles.set(column.index, 'quantity');
}

/** `Pins` counts places by chance. */
const isCalledNothingElse = (column: Column) =>
  [...wordsOf(column).meanings].every((meaning) => meaning === 'quantity');

/** What would take the place of a column that is called a quantity has to be right nearly always. */
const NEARLY_ALL_COUNTED = 0.95;
/** Rows with several places, which one piece each would count by chance. */
const LEAST_SEVERAL = 3;
const MOSTLY_OTHERS = 0.5;
const MAX_PLACES_CHARS = 1_000;

/** Whether a quantity is another one than the places beside it in most rows that have several. */
function isOfOrders(index: number, places: number, sample: readonly Row[]): boolean {
  let [several, agree] = [0, 0];
  for (const { cells } of sample) {
    const [count = '', names = ''] = [cells[index], cells[places]];
    if (!WHOLE.test(count) || names.length > MAX_PLACES_CHARS) continue;
    const named = readDesignators(names, null).designators.length;
    if (named < 2) continue;
    several += 1;
    if (Number(count) === named) agree += 1;
  }
  return several >= LEAST_SEVERAL && agree < several * MOSTLY_OTHERS;
}
