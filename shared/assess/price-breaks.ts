/** What it costs to get enough pieces of a part: price breaks, minimum orders and order multiples put together. */
import type { SupplierOffer } from '../domain/component.ts';

/** What of an offer decides what an order of it costs. */
export type PricedOffer = Pick<SupplierOffer, 'stock' | 'min_quantity' | 'multiple' | 'max_quantity'> & {
  /** The organization has agreed on the price. Who has agreed on one buys at it, though nobody says how many there are. */
  readonly agreed?: boolean | null | undefined;
};

/** An order of one offer that covers a need. */
export interface Purchase<Offer extends PricedOffer = SupplierOffer> {
  readonly offer: Offer;
  /** Pieces to order: the need, raised to what the supplier sells at least and in multiples of, or to where it costs less. */
  readonly quantity: number;
  /** Of one piece, in `currency`. */
  readonly price: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly total: number;
  /** The fewest that could be ordered, where those cost more. */
  readonly instead_of: { readonly quantity: number; readonly total: number } | null;
}

/** The prices of one offer in one currency. */
export interface Ladder<Offer extends PricedOffer = SupplierOffer> {
  readonly offer: Offer;
  readonly currency: string;
  /** Quantity and price by turns, by rising quantity: a BOM's cost is worked out of hundred thousands. */
  readonly steps: readonly number[];
}

/** The offer's prices, one ladder for each currency that it has prices in. */
function laddersOf<Offer extends PricedOffer & Pick<SupplierOffer, 'price_breaks'>>(
  offer: Offer,
): Ladder<Offer>[] {
  const currencies = new Set(offer.price_breaks.map(({ currency }) => currency));
  return [...currencies].map((currency) => ({
    offer,
    currency,
    steps: offer.price_breaks.flatMap((each) =>
      each.currency === currency ? [each.quantity, each.price] : []
    ),
  }));
}

/**
 * The order that covers `needed` pieces at the lowest total: 100 at a lower break may cost less than 87. More than have to
 * be ordered are never more than there are in stock. Null where no price holds for that many, where so many are not sold
 * at once, and where nothing is needed.
 */
export function cheapestOrder<Offer extends PricedOffer>(
  { offer, currency, steps }: Ladder<Offer>,
  needed: number,
): Purchase<Offer> | null {
  const least = leastOrder(offer, needed);
  if (least === 0) return null;
  // More than that are not to be had, or only where fewer are not sold.
  const [most, stock] = [offer.max_quantity ?? Infinity, offer.stock ?? Infinity];
  let [quantity, price, total] = [0, 0, Infinity];
  let instead_of: Purchase['instead_of'] = null;
  for (let i = 0; i < steps.length; i += 2) {
    const pieces = steps[i]! <= least ? least : leastOrder(offer, steps[i]!);
    // A higher break holds for that many, and has its turn.
    if (i + 2 < steps.length && steps[i + 2]! <= pieces) continue;
    if (pieces > most || (pieces > least && pieces > stock)) break;
    const costs = steps[i + 1]! * pieces;
    if (costs >= total) continue;
    if (quantity > 0) instead_of ??= { quantity, total };
    [quantity, price, total] = [pieces, steps[i + 1]!, costs];
  }
  return quantity === 0 ? null : { offer, quantity, price, currency, total, instead_of };
}

/**
 * The best purchase that covers `needed` pieces, one in each currency that there are prices in: nobody here knows what
 * currencies are worth, so those of two are never compared. Empty where no price holds for that many.
 * Best is what is in stock, before what may be, before what is not; then the lowest total, because a low price of a
 * whole reel is no help to who needs three pieces. Of equal ones the first.
 */
export function bestPurchases<Offer extends PricedOffer & Pick<SupplierOffer, 'price_breaks'>>(
  offers: readonly Offer[],
  needed: number,
): Purchase<Offer>[] {
  const best = new Map<string, Purchase<Offer>>();
  for (const purchase of offers.flatMap(laddersOf).map((ladder) => cheapestOrder(ladder, needed))) {
    if (purchase === null) continue;
    const other = best.get(purchase.currency);
    if (!other || isBetter(purchase, other)) best.set(purchase.currency, purchase as Purchase<Offer>);
  }
  return [...best.values()];
}

/** The fewest pieces that the supplier sells to who needs so many. */
export function leastOrder(
  { min_quantity, multiple }: Pick<PricedOffer, 'min_quantity' | 'multiple'>,
  needed: number,
): number {
  if (needed <= 0) return 0;
  const least = Math.max(needed, min_quantity ?? 1);
  const step = multiple ?? 1;
  // Most sell single pieces, and a need may be no whole number.
  return step === 1 ? Math.ceil(least) : Math.ceil(least / step) * step;
}

/** Whether one purchase is to be taken before the other, of the same currency. */
export function isBetter(a: Purchase<PricedOffer>, b: Purchase<PricedOffer>): boolean {
  const [availableA, availableB] = [availability(a), availability(b)];
  return availableA === availableB ? a.total < b.total : availableA > availableB;
}

/** 2: enough in stock, or agreed on; 1: unknown, 0: too little. */
export function availability({ offer: { stock, agreed }, quantity }: Purchase<PricedOffer>): number {
  if (stock === null) return agreed ? 2 : 1;
  return stock >= quantity ? 2 : 0;
}
