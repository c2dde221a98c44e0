/** What a person writes into the BOM where the part is right and the BOM is not. */
import type { Contradiction } from '../../../shared/domain/contradiction.ts';
import { alike, saidWords } from '../lib/difference.ts';
import type { Line } from '../lines/line.ts';
import { inItsLanguage } from './colour-words.ts';

const isOf = (place: string, { asked }: Contradiction): boolean => asked.where.toLowerCase() === place;

/** The fields whose words stand in a value by themselves. `4 pins` in the place of `01x03` would be no value. */
const WRITTEN: ReadonlySet<string> = new Set([
  'resistance',
  'capacitance',
  'inductance',
  'impedance',
  'frequency',
  'load_capacitance',
  'tolerance',
  'dielectric',
  'voltage_rating',
  'nominal_voltage',
  'current_rating',
  'power_rating',
  'colour',
  'package',
  'mpn',
]);

/** The value with what the part is in the place of the words that contradict it; null where that would be no value. */
export function correctedValue({ value }: Line, contradiction: Contradiction): string | null {
  const { asked, found, field } = contradiction;
  if (value == null || !isOf('value', contradiction) || !WRITTEN.has(field)) return null;
  const words = saidWords(value, asked, true);
  const at = words === '' ? -1 : alike(value).indexOf(alike(words));
  if (at < 0) return null;
  const [before, said, behind] = [
    value.slice(0, at),
    value.slice(at, at + words.length),
    value.slice(at + words.length),
  ];
  if (isPiece(before, said, behind)) return null;
  const [, condition = ''] = /^[^@]*?(\s?@.*)$/s.exec(said) ?? [];
  const hasOther = isOfValue(field) && ANOTHER_VALUE.test(`${before} ${behind}`);
  return hasOther ? null : `${before}${inItsLanguage(said, found.text)}${condition}${behind}`;
}

/** What was read is the end or the beginning of a longer number or word: `10 000`, `47 00`, `R47K`. */
const isPiece = (before: string, said: string, behind: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(behind) ||
  /\d[\s'’.,]$/.test(before) && /^(?:0|\d{3}(?!\d))/.test(said) ||
  /^[\d.,]+$/.test(said) && /^[\s'’.,]\d+(?:[.,]\d+)?(?![\d.,]|\s?[%\p{L}])/u.test(behind);

const isOfValue = (field: string): boolean =>
  ['resistance', 'capacitance', 'inductance', 'impedance'].includes(field);
/** A second one of the same kind: with one of them changed, the two say what nobody means. */
const ANOTHER_VALUE =
  /(?<![\p{L}\d.,@])\d{1,4}(?:[.,]\d{1,3})?\s?[pnuµμkKMRΩ]\d{0,3}(?:F|H|Ω|ohms?)?(?![\p{L}\d])/u;

/** Whether the drawing has to be changed: other words for a footprint would only hide that another one is drawn. */
export const isDrawn = (contradiction: Contradiction): boolean => isOf('footprint', contradiction);
