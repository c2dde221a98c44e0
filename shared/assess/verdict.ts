/** One word for each line, the loudest that holds: what a person has to do with it first. */
import type { Severity } from '../domain/contradiction.ts';
import type { Verdict } from '../domain/judging.ts';
import type { OpenManufacturer } from '../domain/open-manufacturer.ts';
import type { LineStatus, REVIEWS } from '../domain/status.ts';
import { AT_RISK_POINTS } from './risk.ts';

/** What a line says by itself. */
export interface LineFacts {
  readonly status: LineStatus;
  /** Of the last run that settled it; null before the first. */
  readonly result_status: LineStatus | null;
  readonly review: (typeof REVIEWS)[number];
  readonly quantity: number | null;
  /** What identifies its part; null where it got none. */
  readonly part: string | null;
  /** The worst that it says against its part; null where nothing is. */
  readonly contradiction: Severity | null;
  /** Only where the BOM names no manufacturer of a number that several use. */
  readonly open_manufacturer?: OpenManufacturer | null;
  /** Somebody said that it is meant as written. */
  readonly kept?: boolean;
}

/** Whether somebody has to say which manufacturer's part it is. Who approves a line has seen whose it got. */
export const asksWhose = (review: LineFacts['review'], open: OpenManufacturer | null): boolean =>
  review !== 'approved' && open !== null && open.asks;

/** Whether somebody has to look: the BOM says something else than its part, and neither has to be wrong. */
export const asksIfMeant = (
  { review, contradiction }: Pick<LineFacts, 'review' | 'contradiction'>,
): boolean => review !== 'approved' && contradiction === 'warning';

/** Whether nobody knows its part, and somebody said that it is meant so: that is an answer. A lookup that failed is not. */
export const isKeptUnknown = (
  { part, result_status, kept }: Pick<LineFacts, 'part' | 'result_status' | 'kept'>,
) => kept === true && part === null && result_status === 'not_found';

/** Why a kept unknown is at risk. */
export const keptInWords = ({ quantity }: Pick<LineFacts, 'quantity'>): string =>
  `Unknown, kept as written.${quantity === null ? ' The BOM does not say how many.' : ''}`;

/** Why somebody has to answer, of a line whose verdict is `ask`; `sentence` is the worst that it says against its part. */
export function whyAsked(
  { review, quantity, part, contradiction, open_manufacturer = null, sentence }:
    & Pick<LineFacts, 'review' | 'quantity' | 'part' | 'contradiction' | 'open_manufacturer'>
    & { readonly sentence: string | null },
): string {
  if (review === 'rejected') return 'What was found was rejected.';
  if (review === 'needed') return 'Somebody has to decide.';
  if (part === null) return 'No part was found.';
  if (quantity === null) return 'The BOM does not say how many.';
  if (asksWhose(review, open_manufacturer)) return open_manufacturer?.sentence ?? '';
  return asksIfMeant({ review, contradiction }) ? sentence ?? '' : '';
}

/**
 * Who approves a line has seen what it says against its part.
 * @param shortBy pieces of its part that are missing; null where that is unknown
 * @param risk of its part; null where nothing is known
 */
export function verdictOf(
  line: LineFacts,
  shortBy: number | null,
  risk: number | null,
): Verdict {
  const { status, result_status, review, quantity, part, contradiction, open_manufacturer = null } = line;
  if (status === 'skipped') return 'not_fitted';
  if (contradiction === 'error' && review !== 'approved') return 'wrong';
  if (review === 'needed' || review === 'rejected') return 'ask';
  if (result_status === null) return 'pending';
  if (isKeptUnknown(line)) return 'at_risk';
  if (part === null || quantity === null || asksWhose(review, open_manufacturer) || asksIfMeant(line)) {
    return 'ask';
  }
  if (shortBy !== null && shortBy > 0) return 'short';
  return risk !== null && risk >= AT_RISK_POINTS ? 'at_risk' : 'fine';
}
