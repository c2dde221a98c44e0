/** How many pieces of each part a BOM needs: lines that ask for equal parts are bought together. */

export interface AskingLine {
  /** What identifies the part that the line got; null where it got none. */
  readonly part: string | null;
  /** On one board; null where the BOM does not say. */
  readonly quantity: number | null;
}

/** Lines with equal parts. */
export interface Pool<Line extends AskingLine> {
  readonly part: string;
  readonly lines: readonly Line[];
  /** Pieces on one board, which may be a fraction: half a metre of wire. */
  readonly per_board: number;
}

/** Lines without a part or a quantity are in no pool: what they cost is unknown, and not nothing. */
export function poolDemand<Line extends AskingLine>(lines: readonly Line[]): Pool<Line>[] {
  const pools = new Map<string, { part: string; lines: Line[]; per_board: number }>();
  for (const line of lines) {
    const { part, quantity } = line;
    if (part === null || quantity === null) continue;
    const pool = pools.get(part);
    if (pool) {
      pool.lines.push(line);
      pool.per_board += quantity;
    } else {
      pools.set(part, { part, lines: [line], per_board: quantity });
    }
  }
  return [...pools.values()];
}

/** Whole pieces that so many boards carry. */
export function piecesFor(perBoard: number, boards: number): number {
  const pieces = perBoard * boards;
  // Tenths do not add up exactly in binary: 0.1 × 30 is 3, not a hair more.
  return Number.isInteger(pieces) ? pieces : Math.ceil(Number(pieces.toPrecision(12)));
}
