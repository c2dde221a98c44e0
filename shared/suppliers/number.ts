/** Part numbers as suppliers tell them apart. */
import { visibleText } from '../parts/part-number.ts';

/** What people and suppliers write differently in one number. Never `+` or `#`: with and without them are two parts. */
const NOISE = /[\s\p{Pd}\u2212_/.,()]/gu;

/**
 * Two numbers with one key are one orderable part in two spellings. Stricter than `partKey`: `MAX232CPE+` is the
 * lead-free one and must never be answered with what is known of `MAX232CPE`.
 */
export function numberKey(mpn: string): string {
  return visibleText(mpn).toUpperCase().replace(NOISE, '');
}
