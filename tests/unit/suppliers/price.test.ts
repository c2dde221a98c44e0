import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrices } from '../../../shared/suppliers/price.ts';

const read = (text: string) => readPrices([text])[0];

describe('a price', () => {
  it.each<[string, number]>([
    ['$0.15', 0.15],
    ['$0.106', 0.106],
    ['0,106 €', 0.106],
    ['€ 2,10', 2.1],
    ['1.456,34 €', 1456.34],
    ['$1,456.34', 1456.34],
    ['1 234,56 kr', 1234.56],
    ['1\u00a0234,567 kr.', 1234.567],
    ["CHF 1'234.50", 1234.5],
    ['12.345.678,9', 12345678.9],
    ['¥1,234,567', 1234567],
    ['¥12', 12],
    ['R$ 3,5', 3.5],
    ['£10.00', 10],
    ['1234,567 zł', 1234.567],
    ['$.50', 0.5],
    [',50 €', 0.5],
    ['$ .125', 0.125],
    ['Rs. 50', 50],
    ['Rs.1,234.50', 1234.5],
  ])('is read as it is meant: %s', (text, price) => expect(read(text)).toBe(price));

  it.each([
    '1,234',
    '$1.234',
    '123.456 €',
    '',
    ' ',
    'N/A',
    'Quote',
    'from $3.00',
    '$1.2.3',
    '1,23,456.00',
    '1.234,567,8',
    'Rs.50',
    '$.5.0',
    '$..50',
    '-.50',
    '-$3.00',
    '$0.00',
    '0',
    '12 34',
    '1.50/100',
    '$1.50 each pack of 5',
    '3.00-4.00',
    '1e3',
    '٣.٥',
  ])('is no price rather than a wrong one: %j', (text) => expect(read(text)).toBeNull());

  it('that could be read in two ways is read as its neighbours are', () => {
    expect(readPrices(['$1.234', '$0.98'])).toEqual([1.234, 0.98]);
    expect(readPrices(['1.234 €', '0,98 €'])).toEqual([1234, 0.98]);
    expect(readPrices(['$1,234', '$0.98'])).toEqual([1234, 0.98]);
  });

  it('without a digit before its decimal mark says how its neighbours are written', () => {
    expect(readPrices(['$.50', '$1.234'])).toEqual([0.5, 1.234]);
  });

  it('stays open where the neighbours contradict each other', () => {
    expect(readPrices(['1.234', '0,98', '0.97'])).toEqual([null, 0.98, 0.97]);
  });

  it('is never a wrong number, in whichever of these ways it is written', () => {
    const ways = [['en-US', 'USD'], ['de-DE', 'EUR'], ['fr-FR', 'EUR'], ['sv-SE', 'SEK'], ['de-CH', 'CHF'], [
      'pt-BR',
      'BRL',
    ], ['pl-PL', 'PLN']] as const;
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(...ways),
      (digits, decimals, [locale, currency]) => {
        const price = Number((digits / 10 ** decimals).toFixed(decimals));
        const text = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }).format(price);
        expect([price, null]).toContain(read(text));
        if (decimals !== 0 && decimals !== 3) expect(read(text)).toBe(price);
      },
    ));
  });
});
