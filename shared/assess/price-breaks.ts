/** What it costs to get enough pieces of a part: price breaks, minimum orders and order multiples put together. */
import type { SupplierOffer } from '../domain/component.ts';

/** An order of one offer that covers a need. */
export interface Purchase<Offer extends SupplierOffer = SupplierOffer> {
  readonly offer: Offer;
  /** Pieces to order: the need, raised to what the supplier sells at least and in multiples of. */
  readonly quantity: number;
  /** Of one piece, in `currency`. */
  readonly price: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly total: number;
}

/**
 * The best purchase that covers `needed` pieces, one in each currency that there are prices in: nobody here knows what
 * currencies are worth, so those of two are never compared. Empty where no price holds for that many.
 * Best is what is in stock, before what may be, before what is not; then the lowest total, because a low price of a
 * whole reel is no help to who needs three pieces. Of equal ones the first.
 */
export function bestPurchases<Offer extends SupplierOffer>(
  offers: readonly Offer[],
  needed: number,
): Purchase<Offer>[] {
  const best = new Map<string, Purchase<Offer>>();
  for (const purchase of offers.flatMap((offer) => purchasesOf(offer, needed))) {
    const other = best.get(purchase.currency);
    if (!other || isBetter(purchase, other)) best.set(purchase.currency, purchase);
  }
  return [...best.values()];
}

function purchasesOf<Offer extends SupplierOffer>(offer: Offer, needed: number): Purchase<Offer>[] {
  const quantity = orderQuantity(offer, needed);
  // By rising quantity, so the last break that is reached is the one that holds.
  const reached = offer.price_breaks.filter((each) => each.quantity <= quantity);
  const prices = new Map(reached.map(({ currency, price }) => [currency, price]));
  return [...prices].map(([currency, price]) => (
    { offer, quantity, price, currency, total: price * quantity }
  ));
}

function orderQuantity({ min_quantity, multiple }: SupplierOffer, needed: number): number {
  if (needed <= 0) return 0;
  const step = multiple ?? 1;
  return Math.ceil(Math.max(needed, min_quantity ?? 1) / step) * step;
}

function isBetter(a: Purchase, b: Purchase): boolean {
  const [availableA, availableB] = [availability(a), availability(b)];
  return availableA === availableB ? a.total < b.total : availableA > availableB;
}

/** 2: enough in stock, 1: unknown, 0: too little. */
function availability({ offer: { stock }, quantity }: Purchase): number {
  if (stock === null) return 1;
  return stock >= quantity ? 2 : 0;
}
