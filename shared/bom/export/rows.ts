/**
 * Rows of a sheet as bytes. Those of one kind say much alike: what a cell says that the one above it says too is copied from
 * there, many cells at once.
 */
import { type Bytes, type Piece, put } from './bytes.ts';
import { CELL_BYTES, EMPTY_CELL, ROW_BYTES, ROW_END } from './cells.ts';
import type { Cell } from './workbook.ts';

/** Puts a cell that is not empty, in at most `CELL_BYTES`. Returns where it ends. */
export type PutCell = (view: DataView, at: number, cell: Filled, column: number) => number;
export type Filled = NonNullable<Cell>;

/** The last row of a kind. */
interface Above {
  /** What may be compared with the next row's; `INCOMPARABLE` where nothing may. */
  readonly cells: Cell[];
  /** Where the first cell begins, and where each one ends. */
  begin: number;
  readonly ends: number[];
  /** The bytes are there as long as nobody has taken them. */
  timesTaken: number;
}

/** Equal to nothing, itself included. */
const INCOMPARABLE = NaN;

export class Rows {
  readonly #bytes: Bytes;
  readonly #putCell: PutCell;
  /** By their kinds. */
  readonly #above: Above[] = [];

  constructor(bytes: Bytes, putCell: PutCell) {
    this.#bytes = bytes;
    this.#putCell = putCell;
  }

  /** @param begin what the row begins with */
  add(cells: readonly Cell[], begin: Piece, kind: number): void {
    const above = this.#above[kind] ??= { cells: [], begin: 0, ends: [], timesTaken: -1 };
    if (above.timesTaken !== this.#bytes.timesTaken) above.cells.length = 0;
    above.timesTaken = this.#bytes.timesTaken;
    this.#bytes.addBytes(
      ROW_BYTES + cells.length * CELL_BYTES,
      (view, at) => this.#put(view, put(view, at, begin), cells, above),
    );
  }

  /** Cells have no places: each stands behind the one before it, and to pack a place for each would take half of the time. */
  #put(view: DataView, begin: number, cells: readonly Cell[], above: Above): number {
    const { cells: said, ends } = above;
    const count = filledLength(cells);
    let at = begin;
    // What stands from `from` to `until` is to be copied.
    let [from, until] = [above.begin, above.begin];
    above.begin = begin;
    for (let i = 0; i < count; i += 1) {
      const cell = cells[i];
      const isKnown = i < said.length;
      const end = isKnown ? ends[i]! : until;
      if (isKnown && cell === said[i]) {
        until = end;
        ends[i] = at + (until - from);
        continue;
      }
      if (until > from) at = this.#bytes.putAgain(at, from, until - from);
      at = isEmpty(cell) ? put(view, at, EMPTY_CELL) : this.#putCell(view, at, cell, i);
      said[i] = typeof cell === 'object' && cell !== null ? INCOMPARABLE : cell;
      ends[i] = at;
      from = until = end;
    }
    if (until > from) at = this.#bytes.putAgain(at, from, until - from);
    said.length = count;
    return put(view, at, ROW_END);
  }
}

const isEmpty = (cell: Cell): cell is null | undefined | '' =>
  cell === null || cell === undefined || cell === '' || (typeof cell === 'number' && !Number.isFinite(cell));

/** Without the empty cells at the end. */
function filledLength(cells: readonly Cell[]): number {
  let length = cells.length;
  while (length > 0 && isEmpty(cells[length - 1])) length -= 1;
  return length;
}
