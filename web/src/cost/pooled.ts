/** The parts of a BOM, each once, in the order in which somebody looks at what they cost. */
import type { PartNeed, ServedVerdict } from '../lines/judged.ts';

export interface Pooled {
  readonly part: PartNeed;
  /** Of the loudest of its lines. */
  readonly verdict: ServedVerdict;
  /** The part's number as the BOM has it; null: the BOM states none. */
  readonly mpn: string | null;
  /** What its first line is called by where it states no number. */
  readonly name: string | undefined;
}

/** The dearest of each currency first, one currency after the other; those without a price come last. */
export function pooled(verdicts: Iterable<ServedVerdict>): Pooled[] {
  const parts = new Map<number, Pooled>();
  for (const verdict of verdicts) {
    if (verdict.part && !parts.has(verdict.part.line_number)) {
      parts.set(verdict.part.line_number, {
        part: verdict.part,
        verdict,
        mpn: verdict.mpn,
        name: verdict.name,
      });
    }
  }
  return [...parts.values()].sort(({ part: a }, { part: b }) =>
    a.total === null || b.total === null
      ? Number(a.total === null) - Number(b.total === null)
      : (a.currency ?? '').localeCompare(b.currency ?? '') || b.total - a.total
  );
}
