/** A number that several manufacturers use, of a line that names none of them: what is remarked of it. */
import type { Remark } from './component.ts';

/** They make it alike: any of them will do, and one was taken. */
export const MANUFACTURER_OPEN = 'manufacturer_open';
/** They do not make it alike: nobody can buy it before somebody says whose it is. */
export const MANUFACTURER_ASKED = 'manufacturer_asked';

export interface OpenManufacturer {
  /** Somebody has to answer. */
  readonly asks: boolean;
  readonly sentence: string;
}

/** Null where the manufacturer of the line's part is certain, or decided. */
export function openManufacturer(remarks: readonly Remark[]): OpenManufacturer | null {
  const remark = remarks.find(({ code }) => code === MANUFACTURER_OPEN || code === MANUFACTURER_ASKED);
  return remark ? { asks: remark.code === MANUFACTURER_ASKED, sentence: remark.detail } : null;
}
