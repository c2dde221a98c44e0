/** Characters that nobody sees, which can make one text look like another. */

/**
 * Format characters (zero-width spaces, direction marks and overrides, byte order marks, tags), controls but for
 * tab and line ends, and what is drawn as nothing: fillers, a Braille pattern without dots, and selectors of variants,
 * but for those behind a picture, which is drawn by them.
 */
const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?![\t\n\r])\p{Cc}/gu;

/** What a decoder writes in the place of bytes it could not read. */
const REPLACEMENT = '\ufffd';

/** The text without characters that nobody sees, trimmed, and which of them it had, each once. */
export function withoutHidden(text: string): { readonly text: string; readonly hidden: readonly string[] } {
  const found = text.match(HIDDEN);
  if (!found) return { text, hidden: [] };
  const hidden = [...new Set(found)].map((character) =>
    `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  );
  return { text: text.replace(HIDDEN, '').trim(), hidden };
}

/** Whether some of the text was lost before it came here. */
export function isDamaged(text: string): boolean {
  return text.includes(REPLACEMENT);
}
