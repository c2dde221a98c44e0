/** What exporters and people put around a cell so that a spreadsheet leaves it alone. */

/** A single word, or what a spreadsheet would run. In free text an apostrophe may be meant: `'90s style`. */
const GUARDED = /^'(?:[^\s']+|\s*[=+\-@\uff1d\uff0b\uff20\uff0d][^]*)$/;

/** The value inside `="0603"`, which keeps leading zeros, and behind an apostrophe. */
export function unguard(text: string): string {
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) {
    return text.slice(2, -1).replaceAll('""', '"').trim();
  }
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1).trim() : text;
}
