/** Which offers of a part count, under the rules that somebody buys by, and in what money. */
import { type Ladder, laddersOf, type PricedOffer } from '../price-breaks.ts';

/** An offer of a part, by whom. */
export interface MarketOffer extends PricedOffer {
  readonly supplier: string;
  readonly supplier_part_number: string;
  /** Of the factory, for what is not in stock. */
  readonly lead_time_days: number | null;
  /** When the supplier said so, ISO 8601. */
  readonly fetched_at: string;
  /** Sold by a third party through the supplier, who ships it and takes it back separately. */
  readonly marketplace?: boolean;
  /** As the supplier words it. */
  readonly packaging?: string | null;
  /** For each reel that is made to order, in the currency of the prices. */
  readonly reel_fee?: number | null;
}

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
  /** From this supplier alone. */
  readonly supplier?: string | null;
  /** Never from these. */
  readonly blocked?: ReadonlySet<string> | undefined;
  /** From these as long as they have enough, whatever others ask. */
  readonly preferred?: ReadonlySet<string> | undefined;
  readonly rates?: Rates | null;
}

export type MarketLadder = Ladder<MarketOffer>;

/** A part as it can be bought. */
export interface Market {
  readonly ladders: readonly MarketLadder[];
  /** Pieces that all allowed suppliers have; null where nobody says, or not everybody and the rest is unknown. */
  readonly stock: number | null;
  /** The least that is certain: of those who say. */
  readonly known_stock: number;
  readonly suppliers: readonly string[];
  /** Those that have any. */
  readonly stocked: readonly string[];
  /** The shortest that somebody states. */
  readonly lead_time_days: number | null;
}

/** A cut tape in one piece wound on a reel for the order, by the names that distributors give it. */
const RE_REELED = /(?:digi|mouse|re|custom)[-\s]?reel/i;

/** The offers of one part that the rules allow. */
export function marketOf(offers: readonly MarketOffer[], rules: BuyingRules): Market {
  const allowed = offers.filter((offer) => isAllowed(offer, rules));
  const stocks = stockBySupplier(allowed);
  const known = [...stocks.values()].flatMap((stock) => stock ?? []);
  const known_stock = known.reduce((sum, stock) => sum + stock, 0);
  const leadTimes = allowed.flatMap(({ lead_time_days }) => lead_time_days ?? []);
  return {
    ladders: allowed.flatMap(laddersOf).map((ladder) => converted(ladder, rules.rates ?? null)),
    stock: known.length > 0 && known.length === stocks.size ? known_stock : null,
    known_stock,
    suppliers: [...stocks.keys()],
    stocked: [...stocks].flatMap(([supplier, stock]) => stock ? [supplier] : []),
    lead_time_days: leadTimes.length > 0 ? Math.min(...leadTimes) : null,
  };
}

function isAllowed({ supplier, marketplace, packaging }: MarketOffer, rules: BuyingRules): boolean {
  if (marketplace && !rules.marketplace) return false;
  if (packaging && RE_REELED.test(packaging) && !rules.re_reeling) return false;
  if (rules.supplier != null && supplier !== rules.supplier) return false;
  return !rules.blocked?.has(supplier);
}

/** Several offers of one supplier may be packings of the same pieces: the most that one of them has counts. */
function stockBySupplier(offers: readonly MarketOffer[]): Map<string, number | null> {
  const stocks = new Map<string, number | null>();
  for (const { supplier, stock } of offers) {
    const other = stocks.get(supplier) ?? null;
    stocks.set(supplier, stock === null ? other : Math.max(stock, other ?? 0));
  }
  return stocks;
}

/** In the currency that is asked for, where there is a rate; else as it is, and then it is summed up apart. */
function converted(ladder: MarketLadder, rates: Rates | null): MarketLadder {
  const rate = rates?.of[ladder.currency];
  if (rates === null || rate === undefined || ladder.currency === rates.to) return ladder;
  const { offer } = ladder;
  return {
    offer: offer.reel_fee == null ? offer : { ...offer, reel_fee: offer.reel_fee * rate },
    currency: rates.to,
    steps: ladder.steps.map(({ quantity, price }) => ({ quantity, price: price * rate })),
  };
}
