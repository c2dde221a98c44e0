/** Days and moments as users may send them. */
import { z } from 'zod';

const DAY_MS = 24 * 60 * 60 * 1000;

/** ISO 8601 has a year 0, and Postgres none. */
const isStored = (given: string) => !given.startsWith('0000');
const NO_YEAR = 'has the year 0000, which no calendar has';

/** Far more than a clock tells: Postgres reads no text of any length. */
const MAX_MOMENT_CHARS = 40;

/** A day, such as 2026-12-31. */
export const Day = z.iso.date().refine(isStored, NO_YEAR);

/** A moment, such as 2026-12-31T12:00:00Z. */
export const Moment = z.iso.datetime().max(MAX_MOMENT_CHARS).refine(isStored, NO_YEAR);

/** When something was seen. A day of grace, because clocks of others and zones of time differ. */
export const PastMoment = Moment.refine(
  (given) => !(Date.parse(given) > Date.now() + DAY_MS),
  'is more than a day ahead: nothing can be said as of then',
);
