/** Pieces of forms that tables of several kinds of parts are made of. */
import type { Statements } from '../../finding.ts';
import { codes } from '../segments.ts';
import type { CodeSegment, Forms, Segment, SeparatorSegment } from '../table.ts';

export const DASH: SeparatorSegment = { separator: '-' };

/** Packing codes, each of which means a reel. */
export const reels = (list: string): CodeSegment =>
  codes('packing', 'packaging', Object.fromEntries(list.split(' ').map((code) => [code, 'tape and reel'])));

/** Each code of the first list with each of the second and so on; `-` stands for none. */
export const joined = (...lists: readonly string[]): string =>
  lists.map((list) => list.split(' ').map((code) => code === '-' ? '' : code)).reduce((done, next) =>
    done.flatMap((start) => next.map((end) => start + end))
  ).join(' ');

/** What separates the parts of a number and is not in its search key. */
const SEPARATORS = /([-_/,():# ]+|(?<!\d)\.|\.(?!\d))/;

/**
 * Numbers that are known one by one, because their digits follow no published rule: the number as its manufacturer
 * spells it, and what it is. Those that differ in nothing but what stands behind their last separator share a form.
 */
export function listed(numbers: Readonly<Record<string, Statements>>): Forms {
  const forms = new Map<
    string,
    { start: readonly Segment[]; codes: Record<string, Statements>; end: string }
  >();
  for (const [number, states] of Object.entries(numbers)) {
    const parts = number.split(SEPARATORS);
    const end = parts.at(-1) === '' ? parts.splice(-2).join('') : '';
    const code = parts.pop() ?? '';
    const start = parts.map((text, i): Segment => i % 2 === 1 ? { separator: text } : { literal: text });
    const shape = [...parts, end].join(' ');
    const form = forms.get(shape) ?? { start, end, codes: {} };
    form.codes[code] = states;
    forms.set(shape, form);
  }
  return [...forms.values()].map(({ start, codes, end }) => [
    ...start,
    { name: 'number', codes },
    ...(end ? [{ separator: end }] : []),
  ]);
}
