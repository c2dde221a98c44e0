/** Colours of light, in words, in letters and in nanometres. */

const WORDS: readonly (readonly [colour: string, pattern: RegExp])[] = [
  ['RGB', /(?<![A-Z])A?RGBW?(?![A-Z])/i],
  ['infrared', /\b(?:infra-?red|IR\d*)\b/i],
  ['ultraviolet', /\b(?:ultraviolet|UV)\b/i],
  ['green', /\b(?:green|grn|gr[üu]n|verde?|vert|yellow[- ]?green)\b/i],
  ['red', /\b(?:red|rot|rouge|rojo|rosso)\b/i],
  ['blue', /\b(?:blue?|blau|bleu|azul)\b/i],
  ['white', /\b(?:white|wht|wei[sß]s?|blanco?|bianco)\b/i],
  ['amber', /\b(?:amber|orange|ora|org|yellow|yel|ylw|gelb|jaune|amarillo)\b/i],
  ['pink', /\b(?:pink|pnk)\b/i],
];

/** Where a wavelength in nanometres counts as which colour: neighbours overlap, as their names do. */
const RANGES: readonly (readonly [colour: string, from: number, to: number])[] = [
  ['ultraviolet', 200, 420],
  ['blue', 440, 500],
  ['green', 500, 577],
  ['amber', 575, 618],
  ['red', 612, 720],
  ['infrared', 760, 1100],
];

/**
 * The colours in a text. Yellow, amber and orange are one: manufacturers draw the lines between them as they like, and yellow
 * green is green.
 */
export function coloursIn(text: string): readonly { readonly text: string; readonly value: string }[] {
  const words = WORDS.flatMap(([value, pattern]) => {
    const said = pattern.exec(text.replaceAll('_', ' '))?.[0];
    return said === undefined ? [] : [{ text: said, value }];
  });
  const waves = [...text.matchAll(/(?<![\d.])(\d{3,4})\s?nm\b/gi)].flatMap(([said, nm]) =>
    RANGES.filter(([, from, to]) => Number(nm) >= from && Number(nm) <= to).map(([value]) => ({
      text: said,
      value,
    }))
  );
  const isRgb = ['red', 'green', 'blue'].every((colour) => words.some(({ value }) => value === colour));
  // All three, written out.
  if (isRgb) words.push({ text, value: 'RGB' });
  const isYellowGreen = words.some(({ value, text }) => value === 'green' && /yellow/i.test(text));
  return [...words.filter(({ value }) => !(isYellowGreen && value === 'amber')), ...waves];
}
