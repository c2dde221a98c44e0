/** First looks at a text, for what every row is asked: each takes a fraction of a pattern's time, and settles most rows. */

/** Whether a text begins with one of the letters A to Z, small or capital. */
export function beginsWithLetter(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  return first >= 0x61 && first <= 0x7a;
}

export function endsWithDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0x30 && last <= 0x39;
}

/** Whether a text has a digit: at its end, as most names of places have, or anywhere. */
export function hasDigit(text: string): boolean {
  return endsWithDigit(text) || /\d/.test(text);
}
