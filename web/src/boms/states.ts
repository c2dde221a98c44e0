import type { Asked } from '../lib/api.ts';
import type { Verdict } from '../../../shared/domain/judging.ts';

/** What calls for somebody, as the rows of the list say it. */
export const IN_SHORT = {
  wrong: 'wrong',
  ask: 'to answer',
  pending: 'not looked up',
  short: 'short',
  at_risk: 'at risk',
} as const satisfies Partial<Record<Verdict, string>>;

/** What the list can be narrowed to, in the words of its rows, and how the server is asked for it. */
export const STATES = {
  wrong: { text: IN_SHORT.wrong, asked: { verdict: 'wrong' } },
  ask: { text: IN_SHORT.ask, asked: { verdict: 'ask' } },
  short: { text: IN_SHORT.short, asked: { verdict: 'short' } },
  at_risk: { text: IN_SHORT.at_risk, asked: { verdict: 'at_risk' } },
  pending: { text: 'some lines not looked up', asked: { verdict: 'pending' } },
  running: { text: 'running or paused', asked: { status: 'active' } },
  failed: { text: 'the last run failed', asked: { status: 'failed' } },
  none: { text: 'never looked up', asked: { status: 'none' } },
} as const satisfies Record<string, { text: string; asked: Asked }>;

export type BomState = keyof typeof STATES;

/** Of an address; null: all, and whatever else somebody wrote there. */
export const stateIn = (text: string | null): BomState | null =>
  text !== null && Object.hasOwn(STATES, text) ? text as BomState : null;
