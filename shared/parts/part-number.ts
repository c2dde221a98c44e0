/** Part numbers as people write them: the form to show, and the key that equal spellings share. */

/**
 * Characters without ink: format characters (zero-width spaces, direction marks, byte order marks) and
 * controls. Distributor exports wrap names and numbers in them, and one left in makes equal text compare
 * unequal.
 */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/**
 * What spellings of one number differ in. Dashes of every kind are here because word processors and PDF
 * copies turn `-` into one of its typographic relatives.
 */
const SEPARATORS = /[\s\p{Pd}\u2212_/#.,()+]/gu;

/** Accents. No part number has one, and letters that combine with one would make keys of keys differ. */
const MARKS = /\p{M}/gu;

/** Words people put into the part number column to say that there is none, as `partKey` writes them. */
const NOT_A_NUMBER: ReadonlySet<string> = new Set([
  'ANY',
  'DNF',
  'DNI',
  'DNM',
  'DNP',
  'DONOTFIT',
  'DONOTINSTALL',
  'DONOTPLACE',
  'DONOTPOPULATE',
  'GENERIC',
  'NA',
  'NIL',
  'NONE',
  'NOTAPPLICABLE',
  'NOTFITTED',
  'NULL',
  'TBC',
  'TBD',
  'TOBEDETERMINED',
  'UNKNOWN',
  'VARIOUS',
]);

/**
 * Removes characters without ink and folds compatibility forms (full-width letters, ligatures) to plain ones.
 */
export function visibleText(text: string): string {
  return text.replace(/[\t\n\r]/g, ' ').normalize('NFKC').replace(INVISIBLE, '');
}

/**
 * The comparison key of a part number: upper case, without spaces and the separators `- _ / # . , ( ) +`.
 * `ERJ-3EKF1002V` and `erj3ekf1002v` share one key. Two keys being equal means equal spelling, nothing more:
 * a finish or packaging suffix stays part of the key. Text without any letter or digit gives an empty key.
 */
export function partKey(mpn: string): string {
  return visibleText(mpn).toUpperCase().normalize('NFKD').replace(MARKS, '').replace(SEPARATORS, '');
}

/**
 * The part number in `text` as it should be shown: visible characters only, trimmed, single spaces. Null when
 * there is none: empty text, punctuation only, or a word such as `N/A`, `DNP` or `TBD`.
 */
export function cleanPartNumber(text: string): string | null {
  const shown = visibleText(text).replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(shown) || NOT_A_NUMBER.has(partKey(shown))) return null;
  return shown;
}
