/** The orders that cover the need of one part at the lowest total, in one currency. */
import { availability, cheapestOrder, isBetter, leastOrder, type Purchase } from '../price-breaks.ts';
import { type BuyingRules, type Market, type MarketLadder, type MarketOffer, sellerOf } from './market.ts';

export type Order = Purchase<MarketOffer>;

/** Orders that together cover a need. */
export interface Basket {
  readonly orders: readonly Order[];
  readonly total: number;
  /** All of it is in stock; null where that is unknown. */
  readonly in_stock: boolean | null;
}

/**
 * The cheapest of: one order; whole packs of one offer and the rest of another (a reel and cut tape); and, where nobody has
 * enough, what several have. Where all together have too little, the cheapest order counts as if there were enough:
 * the part is short, and what it would cost is still of use. Null where nobody states a price in the currency.
 */
export function basketFor(
  { ladders }: Pick<Market, 'ladders'>,
  currency: string,
  needed: number,
  preferred: BuyingRules['preferred'] = undefined,
): Basket | null {
  if (needed <= 0) return { orders: [], total: 0, in_stock: true };
  const all = ladders.every((ladder) => ladder.currency === currency)
    ? ladders
    : ladders.filter((ladder) => ladder.currency === currency);
  const liked = preferred ? all.filter(({ seller }) => preferred.has(seller)) : [];
  if (liked.length > 0) {
    const basket = cheapestBasket(liked, needed);
    if (basket?.orders.every((order) => availability(order) === 2)) return basket;
  }
  return cheapestBasket(all, needed);
}

function cheapestBasket(ladders: readonly MarketLadder[], needed: number): Basket | null {
  const single = bestOrder(ladders, needed);
  if (ladders.length < 2) return single && basketOf([single]);
  const isCovered = single !== null && availability(single) > 0;
  const pair = isCovered
    ? bestPair(ladders, needed, availability(single), totalOf(single))
    : bestPair(ladders, needed, 1, Infinity);
  if (pair) return basketOf(pair);
  if (isCovered) return basketOf([single]);
  const split = bestSplit(ladders, needed);
  return split ? basketOf(split) : single && basketOf([single]);
}

function basketOf(orders: readonly Order[]): Basket {
  let [total, least] = [0, 2];
  for (const order of orders) {
    total += totalOf(order);
    least = Math.min(least, order.offer.stock === null ? 1 : availability(order));
  }
  return { orders, total, in_stock: least === 2 ? true : least === 1 ? null : false };
}

/** With the fee of a reel that is made to order. */
export const totalOf = ({ total, offer }: Order) => total + (offer.reeling_fee?.price ?? 0);

function bestOrder(ladders: readonly MarketLadder[], needed: number): Order | null {
  let best: Order | null = null;
  for (const ladder of ladders) {
    const order = cheapestOrder(ladder, needed);
    if (order !== null && (best === null || isBetter(withFee(order), withFee(best)))) best = order;
  }
  return best;
}

const withFee = (order: Order): Order =>
  order.offer.reeling_fee ? { ...order, total: totalOf(order) } : order;

/**
 * Whole packs of one offer, as many as fit, and the rest of another, both at least as surely in stock as `available` says;
 * null where none costs less than `below`.
 */
function bestPair(
  ladders: readonly MarketLadder[],
  needed: number,
  available: number,
  below: number,
): Order[] | null {
  let best: Order[] | null = null;
  let least = below;
  for (const first of ladders) {
    const packs = packsOf(first, needed);
    // Dearer a piece than what there is already: no rest makes up for it.
    if (packs === null || availability(packs) < available || packs.price * needed >= least) continue;
    for (const second of ladders) {
      if (second === first) continue;
      const rest = cheapestOrder(second, needed - packs.quantity);
      if (rest === null) continue;
      const total = totalOf(packs) + totalOf(rest);
      if (total >= least) continue;
      const left = first.seller === second.seller ? without(rest, packs) : rest;
      if (availability(left) >= available) [best, least] = [[packs, rest], total];
    }
  }
  return best;
}

/** Fewer than needed, in whole orders, as the supplier has them. */
function packsOf(ladder: MarketLadder, needed: number): Order | null {
  const { offer } = ladder;
  const step = offer.multiple ?? 1;
  const most = Math.min(needed - 1, offer.stock ?? needed, offer.max_quantity ?? needed);
  // Who sells single pieces, and has all of them, needs no other beside.
  if (step === 1 && Math.min(offer.stock ?? needed, offer.max_quantity ?? needed) >= needed) return null;
  const quantity = Math.floor(most / step) * step;
  return quantity > 0 && leastOrder(offer, quantity) === quantity ? orderAt(ladder, quantity) : null;
}

function orderAt({ offer, currency, steps }: MarketLadder, quantity: number): Order | null {
  let price: number | undefined;
  for (let i = 0; i < steps.length && steps[i]! <= quantity; i += 2) price = steps[i + 1];
  return price === undefined
    ? null
    : { offer, quantity, price, currency, total: price * quantity, instead_of: null };
}

/** Two offers of one seller may be packings of the same pieces: what one takes the other has no longer. */
function without(rest: Order, packs: Order): Order {
  const { stock } = rest.offer;
  if (stock === null) return rest;
  return { ...rest, offer: { ...rest.offer, stock: Math.max(0, stock - packs.quantity) } };
}

/** What several have, the cheapest piece first; null where that is too little. */
function bestSplit(ladders: readonly MarketLadder[], needed: number): Order[] | null {
  const orders: Order[] = [];
  const left = ladders.filter(({ offer }) => offer.stock !== null && offer.stock > 0);
  let rest = needed;
  while (rest > 0) {
    let best: Order | null = null;
    for (const ladder of left) {
      if (orders.some(({ offer }) => sellerOf(offer) === ladder.seller)) continue;
      const whole = cheapestOrder(ladder, rest);
      const order = whole !== null && availability(whole) === 2 ? whole : packsOf(ladder, rest);
      if (order !== null && (best === null || order.price < best.price)) best = order;
    }
    if (best === null) return null;
    orders.push(best);
    rest -= best.quantity;
  }
  return orders;
}
