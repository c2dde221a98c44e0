/** What DigiKey publishes of its Product Information API's limits, and what we allow ourselves. */
import type { CallLimits } from '../port.ts';

/** Its day begins where it is at home, in Minnesota. */
export const CALL_LIMITS: CallLimits = { perMinute: 120, perDay: 1000, timeZone: 'America/Chicago' };

/** A search answers with all that match a number exactly, apart from these; a few show what a spelling was taken for. */
export const PRODUCTS_PER_ANSWER = 10;

/** The longest part number that we keep, without characters that nobody writes in one. */
export const NUMBER = /^[\x21-\x7e](?:[\x20-\x7e]{0,118}[\x21-\x7e])?$/;

/** DigiKey mostly answers within a second. */
export const TIMEOUT_MS = 10_000;
