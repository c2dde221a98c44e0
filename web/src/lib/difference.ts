/** Where two short texts differ, character by character. */

export interface Piece {
  readonly text: string;
  /** The other text does not have it here. */
  readonly differs: boolean;
}

/** Part numbers and values are shorter; what is longer is marked as a whole. */
const MAX_CHARS = 80;

/**
 * The pieces of `text`, those marked that `other` does not have at their place, whatever the case: by the longest common
 * subsequence of the two.
 */
export function difference(text: string, other: string): Piece[] {
  if (text.length > MAX_CHARS || other.length > MAX_CHARS) {
    return [{ text, differs: text.toUpperCase() !== other.toUpperCase() }];
  }
  const [a, b] = [[...text], [...other]];
  const same = (i: number, j: number) => a[i]!.toUpperCase() === b[j]!.toUpperCase();
  // the longest common subsequence of what follows i in a and j in b
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = same(i, j)
        ? longest[i + 1]![j + 1]! + 1
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pieces: { text: string; differs: boolean }[] = [];
  const add = (char: string, differs: boolean) => {
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += char;
    else pieces.push({ text: char, differs });
  };
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    while (j < b.length && !same(i, j) && longest[i]![j + 1]! > longest[i + 1]![j]!) j++;
    if (j < b.length && same(i, j)) {
      add(a[i]!, false);
      j++;
    } else add(a[i]!, true);
  }
  return pieces;
}

/**
 * The words of `text` that a contradiction is about. What it shows may be written otherwise there: `4k7` is shown as 4.7 kΩ,
 * and a whole text that is one word is what was read.
 * @param isPlace whether the contradiction is about this text
 */
export function saidWords(
  text: string,
  asked: { readonly text: string; readonly read?: string | undefined },
  isPlace: boolean,
): string {
  if (isPlace && asked.read !== undefined) return asked.read;
  return isPlace && !text.includes(asked.text) ? /^\S+$/.exec(text)?.[0] ?? '' : asked.text;
}

/** One spelling of each sign, in as many characters: `µ` is read as `u`. */
export const alike = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : [...text].map((char) => {
    const plain = char.normalize('NFKC').replace('μ', 'u');
    return plain.length === char.length ? plain : char;
  }).join('');

/** The pieces of `text` with each of `marked` that stands in it marked; the first of each, whatever the case. */
export function marking(text: string, marked: readonly string[]): Piece[] {
  for (const each of marked) {
    const at = alike(text).toUpperCase().indexOf(alike(each).toUpperCase());
    if (each === '' || at < 0) continue;
    const end = at + each.length;
    return [
      ...marking(text.slice(0, at), marked),
      { text: text.slice(at, end), differs: true },
      ...marking(text.slice(end), marked),
    ].filter((piece) => piece.text !== '');
  }
  return text === '' ? [] : [{ text, differs: false }];
}
