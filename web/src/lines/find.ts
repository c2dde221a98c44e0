/** Which lines somebody means who types some of their words. */
import { designatorsInShort } from '../lib/words.ts';
import type { Line } from './line.ts';

/** Whether each word stands somewhere in what the BOM says of the line, or in what was found. */
export function isFound(
  { mpn, manufacturer, designators, description, value, footprint, result }: Line,
  wanted: string,
): boolean {
  if (wanted === '') return true;
  const said = [
    mpn,
    manufacturer,
    designators,
    description,
    value,
    footprint,
    result?.component?.mpn,
    result?.component?.manufacturer,
  ];
  const words = wanted.toLowerCase().split(/\s+/);
  const text = said.filter(Boolean).join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** `R1, R2 · RC0603FR-0710KL` */
export const lineInShort = ({ line_number, designators, mpn, value }: Line): string =>
  [designators && designatorsInShort(designators), mpn ?? value].filter(Boolean).join(' · ') ||
  `Line ${line_number}`;
