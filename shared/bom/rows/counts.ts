/** Counts that stand in one cell with what they count: `3x LM358DR`, `LM358DR, 3 pcs`. */

const PIECES = 'pcs?\\.?|pieces?|pce\\.?|ea\\.?|stk\\.?|stück|шт\\.?|个|個|只';
const IN_FRONT = new RegExp(`^(\\d{1,5})(?:\\s?(?:[x*]|${PIECES})\\s+|\\s?×\\s*)(?=\\S)`, 'iu');
/** A capital letter and a one or a two is a class of capacitors: `X2`. */
const BEHIND = new RegExp(
  `[\\s,]+[([]?(?:[x×]\\s?(\\d{1,5})|X([03-9]\\d{0,4})|(\\d{1,5})\\s?(?:[xX×]|${PIECES}))[)\\]]?$`,
  'u',
);
/** Every count has a blank or a sign for times beside it, and most cells have neither. */
const MAY_BE_COUNTED = /[\s×]/;
/** No cell with a count is longer. */
const MAX_CHARS = 120;

export interface CountedText {
  readonly text: string;
  readonly count: number;
  readonly isInFront: boolean;
}

/** A text without its count; null where it has none. */
export function withoutCount(text: string): CountedText | null {
  if (text.length > MAX_CHARS || !/\d/.test(text) || !MAY_BE_COUNTED.test(text)) return null;
  const inFront = IN_FRONT.exec(text);
  if (inFront) {
    return { text: text.slice(inFront[0].length), count: Number(inFront[1]), isInFront: true };
  }
  const behind = BEHIND.exec(text);
  return behind && {
    text: text.slice(0, behind.index),
    count: Number(behind[1] ?? behind[2] ?? behind[3]),
    isInFront: false,
  };
}
