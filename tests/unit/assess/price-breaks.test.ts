import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupplierOffer } from '../../../shared/domain/component.ts';
import { bestPurchases } from '../../../shared/assess/price-breaks.ts';

type Breaks = readonly (readonly [quantity: number, price: number, currency?: string])[];

function offer(name: string, breaks: Breaks, more: Partial<SupplierOffer> = {}): SupplierOffer {
  return {
    supplier_part_number: name,
    stock: 100_000,
    min_quantity: 1,
    multiple: 1,
    lead_time_days: null,
    price_breaks: breaks.map(([quantity, price, currency = 'USD']) => ({ quantity, price, currency })),
    url: null,
    ...more,
  };
}

/** The purchases in a few words: `1000 cut-tape at 0.02 USD`. */
const best = (needed: number, ...offers: SupplierOffer[]) =>
  bestPurchases(offers, needed).map(({ offer, quantity, price, currency }) =>
    `${quantity} ${offer.supplier_part_number} at ${price} ${currency}`
  );

const cutTape = offer('cut-tape', [[1, 0.15], [10, 0.106], [1000, 0.02]]);
const reel = offer('reel', [[5000, 0.009]], { min_quantity: 5000, multiple: 5000 });

describe('the price of an offer', () => {
  it.each([
    [1, '1 cut-tape at 0.15 USD'],
    // 7 × 0.15 is 1.05, ten at the next break cost 1.06; 8 × 0.15 would be 1.20
    [7, '7 cut-tape at 0.15 USD'],
    [10, '10 cut-tape at 0.106 USD'],
    // 188 × 0.106 is 19.928, a thousand at the next break cost 20; 189 would be 20.034
    [188, '188 cut-tape at 0.106 USD'],
    [1000, '1000 cut-tape at 0.02 USD'],
    [2.5, '3 cut-tape at 0.15 USD'],
    [0.1, '1 cut-tape at 0.15 USD'],
  ])('for %d pieces is that of the highest break they reach', (needed, purchase) => {
    expect(best(needed, cutTape)).toEqual([purchase]);
  });

  it.each([
    [1, { min_quantity: 12 }, 12, 0.106],
    [7, { multiple: 5 }, 10, 0.106],
    [10, { multiple: 5 }, 10, 0.106],
    [3, { min_quantity: 4, multiple: 3 }, 6, 0.15],
    [3, { min_quantity: null, multiple: null }, 3, 0.15],
  ])('for %d pieces under %j is that of the %d that have to be ordered', (needed, terms, quantity, price) => {
    expect(bestPurchases([offer('part', [[1, 0.15], [10, 0.106]], terms)], needed)).toMatchObject([
      { quantity, price, total: quantity * price },
    ]);
  });

  it.each([
    [8, '10 cut-tape at 0.106 USD', { quantity: 8, total: 1.2 }],
    [189, '1000 cut-tape at 0.02 USD', { quantity: 189, total: 20.034 }],
  ])('for %d pieces is that of more where more cost less', (needed, purchase, instead_of) => {
    expect(best(needed, cutTape)).toEqual([purchase]);
    expect(bestPurchases([cutTape], needed)[0]!.instead_of).toEqual(instead_of);
  });

  it('is never that of more than there are, nor said to be instead of fewer where they cost no more', () => {
    expect(best(8, { ...cutTape, stock: 9 })).toEqual(['8 cut-tape at 0.15 USD']);
    expect(best(8, { ...cutTape, stock: null })).toEqual(['10 cut-tape at 0.106 USD']);
    expect(bestPurchases([cutTape], 7)[0]!.instead_of).toBeNull();
    expect(best(3, offer('equal', [[3, 2], [6, 1]]))).toEqual(['3 equal at 2 USD']);
  });

  it('is that of the first break where fewer have no price', () => {
    expect(best(5, offer('from-ten', [[10, 0.106]]))).toEqual(['10 from-ten at 0.106 USD']);
    expect(bestPurchases([offer('from-ten', [[10, 0.106]])], 5)[0]!.instead_of).toBeNull();
    expect(best(5, offer('from-ten', [[10, 0.106]], { stock: 9 }))).toEqual([]);
  });

  it('is unknown where there are no breaks, and where nothing is needed', () => {
    expect(best(5, offer('silent', []))).toEqual([]);
    expect(best(0, cutTape)).toEqual([]);
    expect(best(5)).toEqual([]);
  });

  it('always covers the need, in whole orders, at a price the supplier stated', () => {
    const terms = fc.record({
      min_quantity: fc.option(fc.integer({ min: 1, max: 10_000 })),
      multiple: fc.option(fc.integer({ min: 1, max: 10_000 })),
    });
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), terms, (needed, given) => {
      const { min_quantity, multiple } = given;
      const [purchase] = bestPurchases([offer('part', [[1, 3], [100, 2], [1000, 1]], given)], needed);
      const { quantity, price } = purchase!;
      const step = multiple ?? 1;
      const least = Math.ceil(Math.max(needed, min_quantity ?? 1) / step) * step;
      expect(quantity).toBeGreaterThanOrEqual(least);
      expect(quantity % step).toBe(0);
      const priceOf = (pieces: number) => pieces >= 1000 ? 1 : pieces >= 100 ? 2 : 3;
      expect(price).toBe(priceOf(quantity));
      // Neither the least order, nor one more, nor a thousand would cost less.
      for (const other of [least, least + step, Math.ceil(1000 / step) * step]) {
        if (other >= least && other <= 100_000) {
          expect(priceOf(other) * other).toBeGreaterThanOrEqual(price * quantity);
        }
      }
    }));
  });
});

describe('the best of several offers', () => {
  it('is the one that costs least in all, minimum orders counted', () => {
    expect(best(3, reel, cutTape)).toEqual(['3 cut-tape at 0.15 USD']);
    expect(best(4000, reel, cutTape)).toEqual(['5000 reel at 0.009 USD']);
  });

  it('is one that is in stock, then one that may be, whatever the others cost', () => {
    const dear = offer('dear', [[1, 9]]);
    const unknown = offer('unknown', [[1, 5]], { stock: null });
    const short = offer('short', [[1, 1]], { stock: 9 });
    expect(best(10, short, unknown, dear)).toEqual(['10 dear at 9 USD']);
    expect(best(10, short, unknown)).toEqual(['10 unknown at 5 USD']);
    expect(best(9, short, unknown, dear)).toEqual(['9 short at 1 USD']);
  });

  it('is the first of equal ones', () => {
    expect(best(1, offer('first', [[1, 1]]), offer('second', [[1, 1]]))).toEqual(['1 first at 1 USD']);
  });

  it('is found for each currency by itself: an amount of one says nothing about another', () => {
    const euros = offer('euros', [[1, 0.1, 'EUR'], [10, 0.05, 'EUR']]);
    const both = offer('both', [[1, 0.09, 'EUR'], [1, 0.2, 'USD']]);
    expect(best(1, cutTape, euros, both)).toEqual(['1 cut-tape at 0.15 USD', '1 both at 0.09 EUR']);
    expect(best(10, cutTape, euros, both)).toEqual(['10 cut-tape at 0.106 USD', '10 euros at 0.05 EUR']);
  });
});
