/** Rows without text: a file may have millions of them, behind its last line or between two. */

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

export interface RowPlace {
  /** Where the row begins. */
  readonly at: number;
  /** The first row of the text is 1, blank ones count. */
  readonly number: number;
}

/**
 * The row at `place`, or the first one below it that has more than blanks and separators. Behind the last row with text,
 * `at` is the end of the text. A row that is passed costs no more than its signs.
 */
export function skipBlankRows(text: string, place: RowPlace, separator = SPACE): RowPlace {
  let { at, number } = place;
  for (let next = at;; next += 1) {
    const code = text.charCodeAt(next);
    if (code === SPACE || code === separator || code === TAB) continue;
    if (code !== LF && code !== CR) return { at: next < text.length ? at : next, number };
    if (code === CR && text.charCodeAt(next + 1) === LF) next += 1;
    number += 1;
    at = next + 1;
  }
}
