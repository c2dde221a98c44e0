/** What the cells of a column look like, taken together. */
import { decoder } from '../../parts/decoders/source.ts';
import type { Row } from '../table.ts';
import { type Look, looksOf } from './recognisers.ts';

export interface Profile {
  /** Rows looked at that have something in this column, of all that were looked at. */
  readonly filled: number;
  readonly rows: number;
  /** The share of the filled cells that have a look, 0-1. */
  readonly share: (look: Look) => number;
  /** Different texts among the filled cells, 0-1. */
  readonly distinct: number;
  /** The share of them that the numbering schemes of manufacturers can read, of the first few. */
  readonly decoded: () => number;
  /** All but a few are written alike, letter for letter and digit for digit: `ABC-00017`, `ABC-00254`. */
  readonly isOfOnePattern: boolean;
  /** Counts up row by row: 1, 2, 3, … */
  readonly isCounting: boolean;
  /** The share of the filled cells that name several places, or a range of them. */
  readonly lists: () => number;
  /** The share of the filled cells that have no letter: amounts, positions. */
  readonly wordless: () => number;
  /** The share of them that say how often: `X2`, `x 10`. */
  readonly times: () => number;
  /** The share of them that have letters and digits, as numbers of parts do. */
  readonly spelled: () => number;
}

/** Rows of which a column is known. More of them tell nothing more, and ten thousand would cost a second. */
const SAMPLE_ROWS = 160;

/** Reading a number by every scheme costs more than looking at it. */
const MAX_DECODED = 40;

/** Rows spread over the table: what stands at its end may be of another kind. */
export function sampleOf(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= SAMPLE_ROWS) return rows;
  const step = rows.length / SAMPLE_ROWS;
  return Array.from({ length: SAMPLE_ROWS }, (_, i) => rows[Math.floor(i * step)]!);
}

export function profileOf(sample: readonly Row[], index: number): Profile {
  const texts = sample.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
  const sums = new Map<Look, number>();
  for (const text of texts) {
    for (const [look, share] of looksOf(text)) sums.set(look, (sums.get(look) ?? 0) + share);
  }
  const filled = texts.length;
  let decoded: number | undefined;
  return {
    filled,
    rows: sample.length,
    share: (look) => filled === 0 ? 0 : (sums.get(look) ?? 0) / filled,
    distinct: filled === 0 ? 0 : new Set(texts).size / filled,
    decoded() {
      const some = texts.slice(0, MAX_DECODED);
      return decoded ??= some.length === 0
        ? 0
        : some.filter((text) => text.length < 60 && decoder.decode(text).length > 0).length / some.length;
    },
    isOfOnePattern: isOfOnePattern(texts),
    isCounting: filled > 2 && texts.every((text, i) => {
      if (!/^\d+(?:\.0+)?$/.test(text)) return false;
      return i === 0 || Number(text) > Number(texts[i - 1]);
    }),
    lists: () => shareOf(texts, (text) => LISTED.test(text) && (looksOf(text).get('designators') ?? 0) === 1),
    wordless: () => shareOf(texts, (text) => !/\p{L}/u.test(text)),
    times: () => shareOf(texts, (text) => TIMES.test(text)),
    spelled: () => shareOf(texts, (text) => /\p{L}/u.test(text) && /\d/.test(text)),
  };
}

/** A crystal is called so, too. */
const TIMES = /^[x×*]\s?\d{1,4}$/iu;

/** `R1, R2`, `R1 - R16`. */
const LISTED = /^\p{L}{1,5}\d{1,4}\s?(?:[,;\s]|-|–|\.{2,3})\s?\p{L}{0,5}\d/u;

const shareOf = (texts: readonly string[], is: (text: string) => boolean) =>
  texts.length === 0 ? 0 : texts.filter(is).length / texts.length;

/** Fewer show no pattern. */
const LEAST_ALIKE = 4;
const SHARE_ALIKE = 0.8;

function isOfOnePattern(texts: readonly string[]): boolean {
  const numbers = new Set(texts.filter((text) => /\d{2}/.test(text) && text.length < 40));
  if (numbers.size < LEAST_ALIKE || numbers.size < texts.length * SHARE_ALIKE) return false;
  const patterns = new Map<string, number>();
  for (const text of numbers) {
    const pattern = text.replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a').replace(/\d/g, '0');
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  return Math.max(...patterns.values()) >= numbers.size * SHARE_ALIKE;
}
