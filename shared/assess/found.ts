/** What a run found of a line's part, in the few values by which runs are compared. */
import type { ComponentFields, SupplierOffer } from '../domain/component.ts';
import { bestPurchases } from './price-breaks.ts';

/** Null is what no source said. */
export interface Found {
  /** Of one piece, in `currency`, where the line's quantity is bought for one board. */
  readonly unit_price: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** The most that one offer has: several of one supplier may be packings of the same pieces. */
  readonly stock: number | null;
  readonly lifecycle: string | null;
  /** Pieces of the order that the price is of. */
  readonly price_quantity: number | null;
  /** The shortest that anybody names. */
  readonly lead_time_days: number | null;
  readonly rohs: string | null;
}

/**
 * @param quantity the line's; one piece where it says none
 */
export function foundOf(
  fields: ComponentFields,
  offered: readonly SupplierOffer[],
  quantity: number | null,
): Found {
  // What a marketplace has is neither the supplier's stock nor its price: it is ordered and sent apart.
  const offers = offered.filter(({ marketplace }) => !marketplace);
  // Nobody here knows what currencies are worth. The first by its code is taken, so that two runs mostly take the same.
  const [best] = bestPurchases(offers, quantity || 1)
    .toSorted((a, b) => a.currency < b.currency ? -1 : 1);
  const stocks = offers.flatMap(({ stock }) => stock ?? []);
  const leadTimes = offers.flatMap(({ lead_time_days }) => lead_time_days ?? []);
  const textOf = (name: 'lifecycle' | 'rohs') => fields[name] === undefined ? null : `${fields[name].value}`;
  return {
    unit_price: best?.price ?? null,
    currency: best?.currency ?? null,
    stock: stocks.length > 0 ? Math.max(...stocks) : null,
    lifecycle: textOf('lifecycle'),
    price_quantity: best?.quantity ?? null,
    lead_time_days: leadTimes.length > 0 ? Math.min(...leadTimes) : null,
    rohs: textOf('rohs'),
  };
}
