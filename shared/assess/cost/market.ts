/** Which offers of a part count, under the rules that somebody buys by, and in what money. */
import type { SupplierOffer } from '../../domain/component.ts';
import type { Ladder, PricedOffer } from '../price-breaks.ts';

/** An offer of a part, and by whom. */
export interface MarketOffer
  extends
    PricedOffer,
    Pick<SupplierOffer, 'supplier_part_number' | 'lead_time_days' | 'seller' | 'packaging' | 'reeling_fee'> {
  readonly supplier: string;
  readonly marketplace?: boolean | null;
  /** By currency (ISO 4217), as a ladder has them. */
  readonly prices: Readonly<Record<string, readonly number[]>>;
  /** When they said so, in seconds since 1970. */
  readonly observed_at: number;
}

/**
 * Who sells it, in letters and digits alone: an offer of `Digi-Key` that one supplier tells of and DigiKey's own are of the
 * same pieces.
 */
export function sellerOf({ supplier, seller }: Pick<MarketOffer, 'supplier' | 'seller'>): string {
  const name = seller || supplier;
  let known = SELLERS.get(name);
  if (known === undefined) {
    known = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    // An isolate's memory does not grow by what it has been told.
    if (SELLERS.size === MAX_SELLERS) SELLERS.clear();
    SELLERS.set(name, known);
  }
  return known;
}

/** A hundred thousand offers are by a few dozen sellers. */
const SELLERS = new Map<string, string>();
const MAX_SELLERS = 1_000;

/** What one unit of each currency is worth in another, by whom is asked, as of a day. */
export interface Rates {
  readonly to: string;
  /** By ISO 4217. */
  readonly of: Readonly<Record<string, number>>;
}

export interface BuyingRules {
  /** Also from third parties. */
  readonly marketplace?: boolean;
  /** Also reels made to order, which cannot be returned. */
  readonly re_reeling?: boolean;
  /** From this one alone, as sellerOf names it. */
  readonly seller?: string | null;
  /** Never from these, as sellerOf names them. */
  readonly blocked?: ReadonlySet<string> | undefined;
  /** From these as long as they have enough, whatever others ask; as sellerOf names them. */
  readonly preferred?: ReadonlySet<string> | undefined;
  readonly rates?: Rates | null;
}

/** With who sells it, as sellerOf names them. */
export type MarketLadder = Ladder<MarketOffer> & { readonly seller: string };

/** A part as it can be bought. */
export interface Market {
  readonly ladders: readonly MarketLadder[];
  /** The same, by who sells it. */
  readonly by_seller: ReadonlyMap<string, readonly MarketLadder[]>;
  /** Of the ladders, by their codes. */
  readonly currencies: readonly string[];
  /** Pieces that all allowed suppliers have; null where nobody says, or not everybody and the rest is unknown. */
  readonly stock: number | null;
  /** The least that is certain: of those who say. */
  readonly known_stock: number;
  readonly sellers: readonly string[];
  /** Those that have any. */
  readonly stocked: readonly string[];
  /** The shortest that somebody states. */
  readonly lead_time_days: number | null;
}

/** The offers of one part that the rules allow. */
export function marketOf(offers: readonly MarketOffer[], rules: BuyingRules): Market {
  const allowed = offers.filter((offer) => isAllowed(offer, rules));
  const stocks = stockBySeller(allowed);
  const known = [...stocks.values()].flatMap((stock) => stock ?? []);
  const known_stock = known.reduce((sum, stock) => sum + stock, 0);
  const leadTimes = allowed.flatMap(({ lead_time_days }) => lead_time_days ?? []);
  const ladders = allowed.flatMap(laddersOf).map((ladder) => converted(ladder, rules.rates ?? null)).filter(
    hasTotal,
  );
  const by_seller = new Map<string, MarketLadder[]>();
  for (const ladder of ladders) {
    const others = by_seller.get(ladder.seller);
    if (others === undefined) by_seller.set(ladder.seller, [ladder]);
    else others.push(ladder);
  }
  return {
    ladders,
    by_seller,
    currencies: [...new Set(ladders.map(({ currency }) => currency))].toSorted(),
    stock: known.length > 0 && known.length === stocks.size ? known_stock : null,
    known_stock,
    sellers: [...stocks.keys()],
    stocked: [...stocks].flatMap(([seller, stock]) => stock ? [seller] : []),
    lead_time_days: leadTimes.length > 0 ? Math.min(...leadTimes) : null,
  };
}

function laddersOf(offer: MarketOffer): MarketLadder[] {
  const seller = sellerOf(offer);
  return Object.entries(offer.prices).map(([currency, steps]) => ({ offer, seller, currency, steps }));
}

function isAllowed(offer: MarketOffer, rules: BuyingRules): boolean {
  if (offer.marketplace && !rules.marketplace) return false;
  if (offer.packaging === 'custom_reel' && !rules.re_reeling) return false;
  const seller = sellerOf(offer);
  if (rules.seller != null && seller !== rules.seller) return false;
  return !rules.blocked?.has(seller);
}

/** Several offers of one seller may be packings of the same pieces: the most that one of them has counts. */
function stockBySeller(offers: readonly MarketOffer[]): Map<string, number | null> {
  const stocks = new Map<string, number | null>();
  for (const offer of offers) {
    const seller = sellerOf(offer);
    const other = stocks.get(seller) ?? null;
    stocks.set(seller, offer.stock === null ? other : Math.max(offer.stock, other ?? 0));
  }
  return stocks;
}

/** In the currency that is asked for, where there is a rate; else as it is, and then it is summed up apart. */
function converted(ladder: MarketLadder, rates: Rates | null): MarketLadder {
  const rate = rates?.of[ladder.currency];
  if (rates === null || rate === undefined || ladder.currency === rates.to) return ladder;
  const fee = ladder.offer.reeling_fee;
  return {
    ...ladder,
    offer: fee?.currency === ladder.currency
      ? { ...ladder.offer, reeling_fee: { price: fee.price * rate, currency: rates.to } }
      : ladder.offer,
    currency: rates.to,
    steps: ladder.steps.map((number, i) => i % 2 === 0 ? number : number * rate),
  };
}

/** A fee in another currency cannot be added to the price: such a total is unknown. */
function hasTotal({ offer: { reeling_fee }, currency }: MarketLadder): boolean {
  return reeling_fee == null || reeling_fee.currency === currency;
}
