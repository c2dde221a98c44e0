/** What a person writes into the BOM where the part is right and the BOM is not. */
import type { Contradiction } from '../../../shared/domain/contradiction.ts';
import type { Line } from '../lines/line.ts';
import { saidWords } from '../lib/difference.ts';

const isOf = (place: string, { asked }: Contradiction): boolean => asked.where.toLowerCase() === place;

/** The value with what the part is in the place of the words that contradict it; null where that would be no value. */
export function correctedValue({ value }: Line, contradiction: Contradiction): string | null {
  const { asked, found, field } = contradiction;
  // What kind of part it is no value says.
  if (value == null || !isOf('value', contradiction) || field === 'category') return null;
  const words = saidWords(value, asked, true);
  return words === '' || !value.includes(words) ? null : value.replace(words, () => found.text);
}

/** Whether the drawing has to be changed: other words for a footprint would only hide that another one is drawn. */
export const isDrawn = (contradiction: Contradiction): boolean => isOf('footprint', contradiction);
