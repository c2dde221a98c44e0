/** One entry of a cell of numbers: a number, or a manufacturer in front of it. */
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import type { LinePart } from '../line.ts';
import type { Layout } from './layout.ts';
import { numberIn, splitPart } from './part-cell.ts';

/** What tells the versions of a product apart: `3`, `4B`, `3 B+`. */
const MAX_VERSION_CHARS = 2;
const isVersion = (text: string) =>
  text.length <= MAX_VERSION_CHARS ||
  (/\d/.test(text) && text.split(' ').every((word) => word.length <= MAX_VERSION_CHARS || !/\d/.test(word)));

/** The manufacturer and the number of one entry of a cell. @param hasManufacturer the table has a column of them */
export function readPart(
  entry: string,
  manufacturer: string | null,
  layout: Layout,
  hasManufacturer: boolean,
): LinePart {
  // A column of manufacturers that says nothing here does not forbid a name beside the number.
  const isAlone = !hasManufacturer || (manufacturer === null && entry.includes(' '));
  if (layout.isCombined || isAlone) {
    const split = splitPart(entry);
    const isProduct = split.mpn !== null && split.manufacturer !== null && isVersion(split.mpn) &&
      resolveManufacturer(split.manufacturer) !== null;
    if (isProduct) {
      return { mpn: numberIn(entry), manufacturer: layout.isCombined ? split.manufacturer : manufacturer };
    }
    if (layout.isCombined || (split.mpn !== null && isKnownSplit(split))) {
      return { mpn: split.mpn, manufacturer: split.manufacturer ?? manufacturer };
    }
  }
  return { mpn: numberIn(entry), manufacturer };
}

/**
 * Outside a column of both, only a name that is known is taken off: `PTS645SL50SMTR92 LFS` is one number. What is left of
 * `Raspberry Pi 3 B+` is none.
 */
function isKnownSplit({ manufacturer }: LinePart): boolean {
  return manufacturer !== null && resolveManufacturer(manufacturer) !== null && !/\d/.test(manufacturer);
}
