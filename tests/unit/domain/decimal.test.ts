import { describe, expect, it } from 'vitest';
import { readDecimals } from '../../../shared/domain/decimal.ts';

const read = (text: string) => readDecimals([text])[0];

describe('a number', () => {
  it.each<[string, number]>([
    ['4', 4],
    ['1000', 1000],
    ['4,0', 4],
    ['4.0', 4],
    ['2.5', 2.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['.5', 0.5],
    [',500', 0.5],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1.000.000', 1_000_000],
    ['1 000', 1000],
    ["1'000", 1000],
    ['1234.567', 1234.567],
  ])('is read as it is meant: %s', (text, number) => expect(read(text)).toBe(number));

  it.each(['1.000', '1,000', '12.345', '999,125'])('is not guessed: %s', (text) => {
    expect(read(text)).toBe('ambiguous');
  });

  it.each([
    '',
    '.',
    'two',
    '-1',
    '1e3',
    '0x10',
    '1.2.3',
    '.5.5',
    '12 34',
    '5.',
    '1,23,456',
    '٣',
    '9'.repeat(41),
  ])(
    'is none: %j',
    (text) => expect(read(text)).toBeNull(),
  );

  it('is read as its neighbours are', () => {
    expect(readDecimals(['1.000', '2.5', '7'])).toEqual([1, 2.5, 7]);
    expect(readDecimals(['1.000', '2,5', '7'])).toEqual([1000, 2.5, 7]);
    expect(readDecimals(['1.000', '7'])).toEqual(['ambiguous', 7]);
  });

  it('stays ambiguous where its neighbours contradict each other', () => {
    expect(readDecimals(['1.000', '2,5', '2.5'])).toEqual(['ambiguous', 2.5, 2.5]);
  });
});
