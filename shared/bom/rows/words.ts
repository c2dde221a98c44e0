/** Words that stand in place of a number. */

/** What stands in place of a shop's number: `unknown`, `Call for quote`. Some shops' numbers are words in capital letters. */
export function isWord(text: string): boolean {
  return isPhrase(text) || isRemark(text) ||
    !/\d/.test(text) && (/\p{Ll}/u.test(text) || /^(?:ANY|OTHER|UNKNOWN|NONE|TBD|LINK)$/.test(text));
}

/** `tolerance 20%`: a word in small letters, and behind it less than a number. */
function isRemark(text: string): boolean {
  const [word = '', ...others] = text.split(/\s+/);
  return others.length === 1 && /^\p{Ll}{3,}[.:]?$/u.test(word) &&
    !/\d{4}|\p{Lu}\p{N}|\p{N}\p{Lu}/u.test(others[0]!);
}

/** `Teensy 4.0 dev board`: three words and more, two of them in small letters. */
function isPhrase(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length > 2 && words.filter((word) => /^\p{L}?\p{Ll}{2,}$/u.test(word)).length > 1;
}
