/** A line that somebody said is meant as it is written, though nobody knows its part. */
import type { Remark } from './component.ts';
import type { REVIEWS } from './status.ts';

/** The words of a line mean a part that somebody chose. */
export const CHOSEN = 'chosen';
/** The words of a line mean what they say. */
export const KEPT_AS_WRITTEN = 'kept_as_written';

/** Whether what was found is what somebody decided on: here, or of the same words in another BOM. A chosen part is another than the one written. */
export const isKept = (review: (typeof REVIEWS)[number], remarks: readonly Remark[]): boolean =>
  remarks.every(({ code }) => code !== CHOSEN) &&
  (review === 'approved' || remarks.some(({ code }) => code === KEPT_AS_WRITTEN));
