/** Orders what checks answer. */
import type { Contradiction, Severity } from '../../domain/contradiction.ts';

export type { CheckName, Contradiction, Severity } from '../../domain/contradiction.ts';

const RANK: Readonly<Record<Severity | 'fine', number>> = { error: 3, warning: 2, upgrade: 1, fine: 0 };

/** The worst first. */
export function byHarm(a: Contradiction, b: Contradiction): number {
  return RANK[b.severity] - RANK[a.severity];
}

/** How a line as a whole stands. */
export function worst(found: readonly Contradiction[]): Severity | 'fine' {
  return found.toSorted(byHarm)[0]?.severity ?? 'fine';
}
