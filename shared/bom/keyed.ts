/** What identifies the parts of a line, beside what was written. */
import type { Alternate } from '../domain/bom.ts';
import { keyedPartNumber } from '../parts/part-number.ts';

export interface KeyedAlternate extends Alternate {
  readonly orderable_key: string;
}

/** The key of a part number; null where there is none, or a word that says so (`TBD`). */
export function keyOf(mpn: string | null): string | null {
  return mpn === null ? null : keyedPartNumber(mpn)?.orderableKey ?? null;
}

/** Alternates with their keys. Those that are no part numbers are left out. */
export function keyedAlternates(alternates: readonly Alternate[]): KeyedAlternate[] {
  return alternates.flatMap((alternate) => {
    const orderable_key = keyOf(alternate.mpn);
    return orderable_key === null ? [] : [{ ...alternate, orderable_key }];
  });
}
