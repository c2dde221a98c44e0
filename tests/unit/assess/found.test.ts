import { describe, expect, it } from 'vitest';
import { foundOf } from '../../../shared/assess/found.ts';
import type { SupplierOffer } from '../../../shared/domain/component.ts';

const offer = (stock: number | null, ...breaks: [quantity: number, price: number, currency?: string][]) => (
  {
    supplier_part_number: 'A',
    stock,
    min_quantity: null,
    multiple: null,
    lead_time_days: null,
    url: null,
    price_breaks: breaks.map(([quantity, price, currency = 'USD']) => ({ quantity, price, currency })),
  } satisfies SupplierOffer
);
const found = (quantity: number | null, ...offers: SupplierOffer[]) => foundOf({}, offers, quantity);

describe('what a run finds of a part', () => {
  it('is the price of a piece where the quantity of the line is bought', () => {
    const breaks = offer(5_000, [1, 0.1], [100, 0.05]);
    // 51 pieces cost 5.10, a hundred 5.00
    expect([1, 50, 51, 100, null, 0].map((quantity) => found(quantity, breaks).unit_price))
      .toEqual([0.1, 0.1, 0.05, 0.05, 0.1, 0.1]);
    expect(found(10, { ...breaks, min_quantity: 1_000 }).unit_price).toBe(0.05);
    expect(found(1, offer(10, [1, 0.2]), offer(0, [1, 0.1]))).toMatchObject({
      unit_price: 0.2,
      currency: 'USD',
    });
  });

  it('is of one currency, the same whatever the order of the offers', () => {
    const offers = [offer(10, [1, 0.1, 'USD']), offer(10, [1, 0.3, 'EUR'])];
    for (const some of [offers, offers.toReversed()]) {
      expect(found(1, ...some)).toMatchObject({ unit_price: 0.3, currency: 'EUR' });
    }
  });

  it('is the most that one offer has in stock, none being known', () => {
    expect(found(1, offer(3), offer(null), offer(7)).stock).toBe(7);
    expect([found(1, offer(0)).stock, found(1, offer(null)).stock, found(1).stock]).toEqual([0, null, null]);
  });

  it('is nothing of what a marketplace sells', () => {
    const brokers = { ...offer(9_000, [1, 0.01]), marketplace: true };
    expect(found(1, brokers)).toMatchObject({ unit_price: null, stock: null });
    expect(found(1, brokers, offer(2, [1, 0.1]))).toMatchObject({ unit_price: 0.1, stock: 2 });
  });

  it('is nothing that no source said', () => {
    expect(foundOf({}, [], 1)).toEqual({
      unit_price: null,
      currency: null,
      stock: null,
      lifecycle: null,
      price_quantity: null,
      lead_time_days: null,
      rohs: null,
    });
    const lifecycle = { value: 'obsolete', source: 'supplier:a', confidence: 1 };
    expect(foundOf({ lifecycle }, [], 1)).toMatchObject({ lifecycle: 'obsolete' });
    expect(foundOf({ rohs: { ...lifecycle, value: 'non_compliant' } }, [], 1)).toMatchObject({
      rohs: 'non_compliant',
    });
  });

  it('is how many pieces the price is of, and the shortest lead time', () => {
    const breaks = { ...offer(5_000, [1, 0.1], [100, 0.05]), lead_time_days: 21 };
    expect([1, 51].map((quantity) => found(quantity, breaks).price_quantity)).toEqual([1, 100]);
    expect(found(1, breaks, { ...offer(0), lead_time_days: 7 }, offer(1)).lead_time_days).toBe(7);
  });
});
