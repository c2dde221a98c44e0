/** Benches that take long, in pieces: `npm run bench -- NAME PIECE` measures one of them, where there is little time. */
import type { BenchOptions, BenchResult } from './figure.ts';

export type Piece = (options: BenchOptions) => Promise<BenchResult>;
export type Pieces = Readonly<Record<string, Piece>>;

/**
 * The pieces that are asked for, all of them without a name.
 * @throws Error when the bench has no such piece
 */
export function chosenPieces<P>(
  bench: string,
  pieces: Readonly<Record<string, P>>,
  name: string | null,
): Readonly<Record<string, P>> {
  if (name === null) return pieces;
  const piece = Object.hasOwn(pieces, name) ? pieces[name] : undefined;
  if (!piece) {
    throw new Error(`bench ${bench} has no piece "${name}"; it has ${Object.keys(pieces).join(', ')}.`);
  }
  return { [name]: piece };
}

/** Measures one after the other. */
export async function inTurn(pieces: Pieces, options: BenchOptions): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const measure of Object.values(pieces)) results.push(await measure(options));
  return results;
}

export function together(results: readonly BenchResult[]): BenchResult {
  return {
    figures: results.flatMap(({ figures }) => figures),
    notes: results.flatMap(({ notes = [] }) => notes),
    measurements: Object.assign({}, ...results.map(({ measurements = {} }) => measurements)),
  };
}
