/** What Mouser publishes of its Search API's limits, and what we allow ourselves. */
import type { CallLimits } from '../port.ts';

/** When its day begins Mouser does not say; it is at home in Texas. */
export const CALL_LIMITS: CallLimits = { perMinute: 30, perDay: 1000, timeZone: 'America/Chicago' };

/** Of one call: numbers in it, characters of each, parts in the answer. */
export const NUMBERS_PER_CALL = 10;
export const NUMBER = /^[\x21-\x7b\x7d\x7e](?:[\x20-\x7b\x7d\x7e]{1,38})[\x21-\x7b\x7d\x7e]$/;
export const PARTS_PER_ANSWER = 50;

/** Mouser answers within one to three seconds. Past this a retry is the better bet, and the lease is still long. */
export const TIMEOUT_MS = 8_000;
