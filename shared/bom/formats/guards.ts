/** What exporters and people put around a cell so that a spreadsheet leaves it alone. */

/** A single word, or what a spreadsheet would run. In free text an apostrophe may be meant: `'90s style`. */
const GUARDED = /^'(?:[^\s']+|\s*[=+\-@\uff1d\uff0b\uff20\uff0d][^]*)$/;

/** The value inside `="0603"`, which keeps leading zeros, and behind an apostrophe. */
export function unguard(guarded: string): string {
  const text = withoutMarksAround(guarded);
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) {
    return text.slice(2, -1).replaceAll('""', '"').trim();
  }
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1).trim() : text;
}

/** Marks without ink that come along from a web page: of writing direction, and of where a word may break. */
const MARK = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** The text without such marks, and blanks beside these, at its ends. */
function withoutMarksAround(text: string): string {
  const isMarked = (at: number) => text.charCodeAt(at) > LAST_ASCII && MARK.test(text[at]!);
  if (text === '' || !(isMarked(0) || isMarked(text.length - 1))) return text;
  let [from, to] = [0, text.length];
  while (from < to && (isMarked(from) || text[from] === ' ')) from += 1;
  while (to > from && (isMarked(to - 1) || text[to - 1] === ' ')) to -= 1;
  return text.slice(from, to);
}

const LAST_ASCII = 0x7f;
