/** What a bench reports. */

/** One line of the result: what was measured, and what it is held against. */
export interface Figure {
  readonly figure: string;
  readonly value: string;
  /** What others needed in the same run. */
  readonly peers?: string;
  readonly target: string;
  /** Null where nothing is required. */
  readonly met: boolean | null;
}

export interface BenchResult {
  readonly figures: readonly Figure[];
  /** What belongs to the figures and fits in no column. */
  readonly notes?: readonly string[];
  /** Every single measurement, for whoever wants to look closer. */
  readonly measurements?: Readonly<Record<string, unknown>>;
}

export interface BenchOptions {
  /** One measurement instead of the median of several. */
  readonly quick: boolean;
  /** So many measurements instead of as many as a bench takes by itself. */
  readonly rounds: number | null;
  /** Real files to measure with, for the benches that can; the piece to measure, of benches in pieces. */
  readonly folder: string | null;
  /** Where to write what was read of them. */
  readonly lines: string | null;
  /** Other people's cases, and where to write what is said of them. */
  readonly numbers: string | null;
  readonly check: string | null;
  readonly out: string | null;
}

/** How often a bench measures that does so `usual` times by itself. */
export function roundsOf({ quick, rounds }: BenchOptions, usual: number): number {
  return rounds ?? (quick ? 1 : usual);
}
