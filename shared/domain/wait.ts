/** What holds a run up, for people. */
import type { WaitingFor } from './event.ts';
import type { WaitReason } from './status.ts';

const WORDS: Readonly<Record<WaitReason, string>> = {
  supplier_minute: 'waiting for a supplier: its calls of this minute are used up',
  supplier_day: 'waiting for a supplier: its calls of today are used up',
  supplier_away: 'waiting for a supplier, which does not answer',
  nobody_to_work: 'waiting for a runner: none is at work',
};

/** One sentence without its full stop, with the reader's local time. */
export function waitInWords({ reason, until }: WaitingFor): string {
  // Swedish writes it as ISO does: 2026-11-27 17:24:35
  return until === null
    ? WORDS[reason]
    : `${WORDS[reason]}; goes on at ${new Date(until).toLocaleString('sv')}`;
}
