/** What Nexar publishes of its Supply API's limits, and what we allow ourselves. */
import type { CallLimits } from '../port.ts';

/** Of one part that was asked for: one answer could not tell that another manufacturer has the number, too. */
export const PARTS_PER_QUESTION = 2;

/**
 * It counts parts of answers, for life: an evaluation app has a hundred. Who has bought more raises parts_in_all of its row
 * in bomstream.supplier_limits. Calls cost nothing; it advises three hundred a minute.
 */
export const CALL_LIMITS: CallLimits = {
  perMinute: 300,
  perDay: 100_000,
  timeZone: 'UTC',
  budget: { parts: 100, perQuestion: PARTS_PER_QUESTION },
};

/** Nexar takes a hundred. Ten leave no more than twenty parts of a budget that no call can use any more. */
export const QUESTIONS_PER_CALL = 10;

/** The longest part number that we keep, without characters that nobody writes in one. */
export const NUMBER = /^[\x21-\x7e](?:[\x20-\x7e]{0,118}[\x21-\x7e])?$/;

export const TIMEOUT_MS = 15_000;
