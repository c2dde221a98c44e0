/** Columns repeat themselves: what was read of a text is not read again. */

/** Texts that are remembered, and the longest. */
const MAX_REMEMBERED = 1_000;
const MAX_CHARS = 120;

/** @param read gives the same for the same text, and nobody changes it */
export function remembering<Result>(read: (text: string) => Result): (text: string) => Result {
  const remembered = new Map<string, Result>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (text.length <= MAX_CHARS) remembered.set(text, result);
    return result;
  };
}
