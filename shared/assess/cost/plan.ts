/** What so many boards take of one part, what that costs, and what is missing. */
import type { Attrition } from '../../domain/judging.ts';
import { type Loss, sparesFor } from './attrition.ts';
import { piecesFor } from './demand.ts';
import type { BuyingRules, Market } from './market.ts';
import { type Basket, basketFor } from './orders.ts';
import { cheapestOrder } from '../price-breaks.ts';

export interface BuyingPart {
  readonly part: string;
  /** On one board, over all lines with the part. */
  readonly per_board: number;
  readonly loss: Loss | null;
  readonly market: Market;
  /** On hand. */
  readonly own_stock: number;
}

export interface PlanRules extends Pick<BuyingRules, 'preferred'> {
  readonly attrition: Attrition;
}

export interface PartPlan {
  /** Pieces that the boards carry, and pieces that are lost. */
  readonly needed: number;
  readonly spares: number;
  /** What is to be ordered: both, without what is on hand. */
  readonly to_buy: number;
  /** Null where nobody states a price. */
  readonly basket: Basket | null;
  /** ISO 4217; of the basket. */
  readonly currency: string | null;
  /** Pieces of `to_buy` that no allowed supplier has: 0 where there are enough, null where that is unknown. */
  readonly short_by: number | null;
  /** Whole builds of so many boards that own and suppliers' stock cover; null where stock is unknown. */
  readonly covers_builds: number | null;
}

/**
 * The currency in which most lines can be bought, so that as few as possible are summed up apart. Of equal ones the first
 * by its code: nobody here knows what currencies are worth. Null where nothing has a price.
 */
export function mainCurrency(
  parts: readonly { readonly market: Pick<Market, 'currencies'>; readonly lines: number }[],
): string | null {
  const sold = new Map<string, number>();
  for (const { market, lines } of parts) {
    for (const currency of market.currencies) sold.set(currency, (sold.get(currency) ?? 0) + lines);
  }
  const [first] = [...sold].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** @param main currency, in which the part is bought where somebody sells it in that */
export function planPart(
  { per_board, loss, market, own_stock }: BuyingPart,
  boards: number,
  main: string | null,
  { attrition, preferred }: PlanRules,
): PartPlan {
  const currency = main !== null && market.currencies.includes(main) ? main : market.currencies[0] ?? null;
  const needed = piecesFor(per_board, boards);
  const price = loss?.noneAbovePrice === undefined || currency === null
    ? null
    : pricePerPiece(market, currency, needed);
  const spares = sparesFor(loss, needed, attrition, price);
  const to_buy = Math.max(0, needed + spares - own_stock);
  const all = needed + spares;
  return {
    needed,
    spares,
    to_buy,
    basket: currency === null && to_buy > 0 ? null : basketFor(market, currency ?? '', to_buy, preferred),
    currency,
    short_by: shortBy(market, to_buy),
    covers_builds: all === 0 || market.stock === null ? null : Math.floor((market.stock + own_stock) / all),
  };
}

function shortBy({ stock, known_stock }: Market, toBuy: number): number | null {
  if (known_stock >= toBuy) return 0;
  return stock === null ? null : toBuy - stock;
}

/** The lowest of one piece among offers where that many are bought. */
function pricePerPiece({ ladders }: Market, currency: string, needed: number): number | null {
  const prices = ladders.flatMap((ladder) =>
    ladder.currency === currency ? cheapestOrder(ladder, needed)?.price ?? [] : []
  );
  return prices.length > 0 ? Math.min(...prices) : null;
}
