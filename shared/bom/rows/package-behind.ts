/** Packages behind a slash, in a column that is called after numbers and packages: `L78M05CDT-TR/DPAK`. */
import { looksOf } from '../mapping/recognisers.ts';

/** Packages without a digit. */
const PACKAGE =
  /^(?:[A-Z]?SOIC|[A-Z]{0,2}SOP|[A-Z]?Q?FN|[A-Z]?DFN|[LT]?QFP|BGA|P?DIP|D2?PAK|SM[ABCDT]|MELF|THT|PLCC|WLCSP)\b/i;
/** What ends a number itself: `PIC16F877A-I/PT`. */
const OF_NUMBER = /^[A-Z]{1,2}$/;

/** So many cells of a column have a package if all of them do. */
const MOSTLY = 0.5;

/** Whether each cell of a column has something behind a slash, and mostly a known package: then all of it is one. */
export function havePackages(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => packageBehind(cell, false) !== null);
  return cells.every((cell) => cell.includes('/')) && known.length > cells.length * MOSTLY;
}

/**
 * What stands behind the last slash of a cell if it is a package; null where it may be of the number.
 * @param isInEach all cells of its column have one
 */
export function packageBehind(cell: string, isInEach: boolean): string | null {
  const at = cell.lastIndexOf('/');
  const behind = cell.slice(at + 1).trim();
  const isPackage = isInEach
    ? !OF_NUMBER.test(behind)
    : PACKAGE.test(behind) || looksOf(behind).has('footprint');
  return at > 0 && isPackage ? behind : null;
}
