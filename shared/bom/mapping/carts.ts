/** Lists that a shop made of somebody's cart: what was ordered of it, and how often, says nothing of a board. */
import type { ColumnUse } from '../../domain/mapping.ts';
import { designatorsShare } from '../rows/designators.ts';
import type { Row, Table } from '../table.ts';
import type { Header } from './header.ts';
import { sampleOf } from './profile.ts';
import type { Readable } from './rivals.ts';

const TITLE =
  /\b(?:shopping )?(?:cart|basket)\b|warenkorb|\bpanier\b|\bcarrito\b|\bcarrello\b|корзина|购物车|購物車|カート/iu;
/** No title is longer. */
const MAX_TITLE_CHARS = 80;
/** What only a shop says of a line. */
const OF_SHOP = /^back[- ]?order(?:ed)?$/iu;

/** Rows with places that make a list one of a board. */
const LEAST_PLACED = 3;

/** Whether a table has no places, and a shop's title above it or a shop's column in it. */
export function isCart(
  table: Table,
  header: Header,
  columns: readonly ColumnUse[],
  rows: readonly Row[],
): boolean {
  if (placedRows({ rows, columns }) > 0) return false;
  const first = header.rows[0]?.number ?? 0;
  const titles = table.rows.filter(({ number }) => number < first).map(({ cells }) =>
    cells.filter((cell) => cell !== '')
  ).flatMap(([title = '', ...others]) =>
    others.length === 0 && title.length <= MAX_TITLE_CHARS ? [title] : []
  );
  return TITLE.test(table.name ?? '') || titles.some((title) => TITLE.test(title)) ||
    header.cells.some(({ name }) => OF_SHOP.test(name));
}

/** Tables with carts behind all others, and none to be asked about, where another list names the places of its parts. */
export function behindPlaces<Cart extends Readable & { readonly isCart: boolean }>(
  sorted: readonly Cart[],
): Cart[] {
  const hasPlaces = sorted.some((one) =>
    !one.isCart && !one.isAside && one.header.rows.length > 0 && placedRows(one) >= LEAST_PLACED
  );
  if (!hasPlaces) return [...sorted];
  return [
    ...sorted.filter(({ isCart }) => !isCart),
    ...sorted.filter(({ isCart }) => isCart).map((cart) => ({ ...cart, isAside: true })),
  ];
}

/** Of a sample of the rows, those that name places. */
function placedRows({ rows, columns }: Pick<Readable, 'rows' | 'columns'>): number {
  const places = columns.filter(({ role }) => role === 'designators').map(({ index }) => index);
  return sampleOf(rows).filter(({ cells }) =>
    places.some((index) => designatorsShare(cells[index] ?? '') > PLACED)
  )
    .length;
}

const PLACED = 0.9;
