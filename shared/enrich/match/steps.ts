/** The ways in which a number leads to a part, the surest first. A step is never passed off as a surer one. */

import type { MatchStep } from '../../domain/candidate.ts';

interface Step {
  /** How sure the step is that the part is the one that was meant, 0-1. */
  readonly confidence: number;
  /** Proposed to a person, who decides; the other steps decide themselves. */
  readonly isProposal?: true;
}

export const STEPS = {
  /** The very number. */
  exact: { confidence: 1 },
  /** Another spelling of it, by the manufacturer's own rules. */
  spelling: { confidence: 0.98 },
  /** A number under which a supplier sells the part. */
  supplier_sku: { confidence: 0.95 },
  /** The same part on another reel. */
  packing: { confidence: 0.9 },
  /** The same part with another finish of its leads, which may contain lead. */
  finish: { confidence: 0.7, isProposal: true },
  /** What the manufacturer's numbering says, which is not that the part exists. */
  series: { confidence: 0.9 },
  /** Another manufacturer's part with the same values, size and ratings, by the numbering of both. */
  parametric: { confidence: 0.6, isProposal: true },
  /** One character off. */
  similar: { confidence: 0.4, isProposal: true },
} as const satisfies Record<MatchStep, Step>;

export type ProposalStep = {
  [Name in MatchStep]: (typeof STEPS)[Name] extends { isProposal: true } ? Name : never;
}[MatchStep];
