/** One word for each line, the loudest that holds: what a person has to do with it first. */
import type { LineStatus } from '../domain/status.ts';
import { AT_RISK_POINTS } from './risk.ts';

/**
 * `wrong`: the BOM contradicts its part or itself. `ask`: it cannot be bought before somebody answers. `pending`: no run has
 * looked it up yet. `short`: there are fewer than needed. `not_fitted`: nothing to buy.
 */
export const VERDICTS = ['wrong', 'ask', 'pending', 'short', 'at_risk', 'fine', 'not_fitted'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictFacts {
  readonly status: LineStatus;
  /** Of the last run that settled it; null before the first. */
  readonly result_status: LineStatus | null;
  readonly review: 'none' | 'needed' | 'approved' | 'rejected';
  readonly quantity: number | null;
  /** It has a part. */
  readonly has_part: boolean;
  /** The worst that it says against its part; null where nothing is. */
  readonly contradiction: 'error' | 'warning' | 'upgrade' | null;
  /** Pieces that are missing; null where that is unknown. */
  readonly short_by: number | null;
  /** Null where nothing is known. */
  readonly risk: number | null;
}

/** Who approves a line has seen what it says against its part. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const { status, result_status, review, contradiction } = facts;
  if (status === 'skipped') return 'not_fitted';
  if (contradiction === 'error' && review !== 'approved') return 'wrong';
  if (review === 'needed' || review === 'rejected') return 'ask';
  if (result_status === null) return 'pending';
  if (!facts.has_part || facts.quantity === null) return 'ask';
  if ((facts.short_by ?? 0) > 0) return 'short';
  return (facts.risk ?? 0) >= AT_RISK_POINTS ? 'at_risk' : 'fine';
}
