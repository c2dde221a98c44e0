/** Text of the caller's in sentences of ours. */

/** What a header row that is no header row at all may add to an answer. */
const MAX_LISTED = 30;
const MAX_LISTED_CHARS = 40;

/** Names of columns, for a sentence. */
export function list(headers: readonly string[]): string {
  const shown = headers.slice(0, MAX_LISTED).map((header) => `"${cut(header)}"`);
  return shown.join(', ') + (headers.length > MAX_LISTED ? ', …' : '');
}

/** Text of the caller's for a sentence. */
export function cut(text: string): string {
  const start = text.slice(0, MAX_LISTED_CHARS).replace(/\s+/gu, ' ');
  return text.length > MAX_LISTED_CHARS ? `${start}…` : start;
}
