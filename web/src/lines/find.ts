/** Which lines somebody means who types some of their words. */
import { designatorsInShort, nameOfLine } from '../lib/words.ts';
import type { Line } from './line.ts';

/** What is said of a line, in small letters: put together once, however many letters are typed. */
const texts = new WeakMap<Line, string>();

function textOf(line: Line): string {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const { mpn, manufacturer, designators, description, value, footprint, result } = line;
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
  const text = said.filter(Boolean).join(' ').toLowerCase();
  texts.set(line, text);
  return text;
}

/** Whether all of these words stand somewhere in what the BOM says of a line, or in what was found; all lines where there are none. */
export function finding(wanted: string): (line: Line) => boolean {
  const words = wanted.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (line) => words.length === 0 || words.every((word) => textOf(line).includes(word));
}

/** `R1, R2 · RC0603FR-0710KL` */
export const lineInShort = (line: Line): string =>
  [line.designators && designatorsInShort(line.designators), line.mpn ?? line.value].filter(Boolean).join(
    ' · ',
  ) ||
  nameOfLine(line, { begins: true });
