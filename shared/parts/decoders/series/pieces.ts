/** Pieces of forms that tables of several kinds of parts are made of. */
import type { Statements } from '../../finding.ts';
import { codes } from '../segments.ts';
import type { CodeSegment, Segment, SeparatorSegment } from '../table.ts';

export const DASH: SeparatorSegment = { separator: '-' };

/** Packing codes, each of which means a reel. */
export const reels = (list: string): CodeSegment =>
  codes('packing', 'packaging', Object.fromEntries(list.split(' ').map((code) => [code, 'tape and reel'])));

/** Each code of the first list with each of the second and so on; `-` stands for none. */
export const joined = (...lists: readonly string[]): string =>
  lists.map((list) => list.split(' ').map((code) => code === '-' ? '' : code)).reduce((done, next) =>
    done.flatMap((start) => next.map((end) => start + end))
  ).join(' ');

/**
 * Numbers that are known one by one, because their digits follow no published rule: the number as its manufacturer
 * spells it, and what it is.
 */
export const listed = (numbers: Readonly<Record<string, Statements>>): readonly (readonly Segment[])[] =>
  Object.entries(numbers).map(([number, states]) =>
    number.split(/([-_/,():# ]+|(?<!\d)\.|\.(?!\d))/).flatMap((text, i): Segment[] => {
      if (i % 2 === 1) return [{ separator: text }];
      if (i === 0) return [{ name: 'number', codes: { [text]: states } }];
      return text === '' ? [] : [{ literal: text }];
    })
  );
