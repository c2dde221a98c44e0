/** How the page writes numbers, times and designators. */
import { expect, it } from 'vitest';
import {
  ago,
  designatorsInShort,
  lasting,
  price,
  pricedInPart,
  roughlyAgo,
  roughlyLasting,
  sum,
} from '../../../web/src/lib/words.ts';

it.each([
  ['C1', 'C1'],
  ['C1 C2', 'C1, C2'],
  ['C1 C2 C3', 'C1-C3'],
  ['C1,C2,C3,C7', 'C1-C3, C7'],
  ['C1 C2 C3 C5 C7 C9 C11 C13', 'C1-C3, C5, +4'],
  ['R1-R4', 'R1-R4'],
  ['C01 C02 C03', 'C01, C02, +1'],
  ['', ''],
])('designators %j are %j in short', (written, short) => {
  expect(designatorsInShort(written)).toBe(short);
});

it.each([[412.1, '412.10'], [1234.5, '1,234.50'], [0, '0.00']])('a sum of %d is %s', (amount, text) => {
  expect(sum(amount)).toBe(text);
});

it('a price of a small part has four decimals, and points stand below each other', () => {
  expect(price(0.0114)).toBe('0.0114');
  expect(price(3.86)).toBe('3.86\u2007\u2007');
});

it.each([[2, 74, '2 of 74 lines priced'], [0, 1, '0 of 1 line priced'], [74, 74, null]])(
  'a total of %d of %d lines says so: %s',
  (lines_priced, lines_to_buy, text) => {
    expect(pricedInPart({ lines_priced, lines_to_buy })).toBe(text);
  },
);

const NOW = Date.parse('2026-11-27T12:00:00Z');
it.each([
  ['2026-11-27T11:59:58Z', '2 s ago'],
  ['2026-11-27T11:51:00Z', '9 minutes ago'],
  ['2026-11-27T11:59:00Z', '1 minute ago'],
  ['2026-11-27T10:00:00Z', '2 h ago'],
  // clocks differ
  ['2026-11-27T12:00:05Z', '0 s ago'],
  ['2026-09-03T12:00:00Z', '3 Sept'],
  ['2025-09-03T12:00:00Z', '3 Sept 2025'],
])('%s was %s', (moment, text) => {
  expect(ago(moment, NOW)).toBe(text);
});

it.each([[7_900, '0:07'], [72_000, '1:12'], [3_760_000, '1:02:40'], [-1, '0:00']])(
  '%d ms last %s',
  (ms, text) => {
    expect(lasting(ms)).toBe(text);
  },
);

it('a page that says no seconds says the first minute in words, and the rest as ever', () => {
  const before = (seconds: number) => roughlyAgo(NOW - seconds * 1_000, NOW);
  expect([-5, 0, 59].map(before)).toEqual(
    Array(3).fill('less than a minute ago'),
  );
  for (const seconds of [60, 540, 7_200]) {
    expect(before(seconds)).toBe(ago(NOW - seconds * 1_000, NOW));
  }
});

it.each([[7_900, '0 min'], [72_000, '1 min'], [3_760_000, '1 h 2 min'], [
  -1,
  '0 min',
]])(
  '%d ms last %s where no seconds are said',
  (ms, text) => {
    expect(roughlyLasting(ms)).toBe(text);
  },
);
