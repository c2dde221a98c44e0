/** What is ordered of a line's part, by the same plan that the summary, the page and order lists have. */
import type { Offer } from '../../api/boms.ts';
import type { StoredExportedLine } from '../../api/export.ts';
import { atAgreedPrice } from '../../assess/cost/agreed.ts';
import { type Loss, lossOf, type Shape } from '../../assess/cost/attrition.ts';
import { type BuyingRules, marketOf, type MarketOffer, sellerOf } from '../../assess/cost/market.ts';
import type { Order } from '../../assess/cost/orders.ts';
import { planPart } from '../../assess/cost/plan.ts';
import { USUAL_RULES } from '../../assess/cost/rules.ts';
import type { ComponentFields } from '../../domain/component.ts';

/** What all lines of a BOM are bought by. */
export interface Buying extends Pick<BuyingRules, 'blocked' | 'preferred'> {
  readonly boards: number;
  /** In which most of it is bought; null where nothing has a price. */
  readonly currency: string | null;
}

export interface Purchased {
  /** Number of the first line with the part, on which all of it is ordered. */
  readonly orderedOn: number;
  /** Pieces: what the cheapest orders bring, or, where nobody states a price, what is needed. */
  readonly quantity: number;
  /** Pieces for what gets lost. */
  readonly spares: number;
  /** Empty where nobody states a price, and where enough is on hand. */
  readonly orders: readonly Order[];
  /** Somebody states a price, or enough is on hand. */
  readonly isPriced: boolean;
  readonly total: number;
  readonly currency: string | null;
  /** The part is also sold in another currency. */
  readonly isPricedTwice: boolean;
}

/** @returns of a line: null where it has no part, does not say how many, or buys nothing */
export function createPurchases(
  { boards, currency, ...rules }: Buying,
): (line: StoredExportedLine) => Purchased | null {
  const planRules = { ...USUAL_RULES, ...rules };
  // Thousands of parts have a few shapes.
  const losses = new Map<string, Loss | null>();
  const lossOfShape = (shape: Shape): Loss | null => {
    const key = `${shape.category}|${shape.package}|${shape.pins}`;
    let loss = losses.get(key);
    if (loss === undefined) losses.set(key, loss = lossOf(shape));
    return loss;
  };
  return ({ line, pooled, own_stock }) => {
    const component = line.result?.component;
    if (!component || !pooled) return null;
    const market = marketOf(marketOffers(component.offers), rules);
    const plan = planPart(
      {
        part: component.component_id ?? component.mpn,
        per_board: pooled.quantity,
        loss: lossOfShape(pooled.shape ?? shapeOf(component.fields)),
        market,
        own_stock: own_stock ?? 0,
      },
      boards,
      currency,
      planRules,
    );
    const orders = plan.basket?.orders ?? [];
    return {
      orderedOn: pooled.line_number,
      quantity: plan.basket ? orders.reduce((sum, { quantity }) => sum + quantity, 0) : plan.to_buy,
      spares: plan.spares,
      orders,
      isPriced: plan.basket !== null,
      total: plan.basket?.total ?? 0,
      currency: orders.length > 0 ? plan.currency : null,
      isPricedTwice: market.currencies.length > 1,
    };
  };
}

/** The offer that an order is of. */
export const offerOf = (offers: readonly Offer[], { offer }: Order): Offer | undefined =>
  offers.find((each) =>
    each.supplier_part_number === offer.supplier_part_number && sellerOf(each) === sellerOf(offer)
  );

function shapeOf({ category, package: name, pins }: ComponentFields): Shape {
  return {
    category: category ? `${category.value}` : null,
    package: name ? `${name.value}` : null,
    pins: typeof pins?.value === 'number' ? pins.value : null,
  };
}

/** As a BOM is judged by them: at an agreed price the supplier's own pieces are bought. */
function marketOffers(offers: readonly Offer[]): MarketOffer[] {
  const theirs = offers.filter(({ agreed }) => !agreed).map(marketOffer);
  return theirs.length === offers.length ? theirs : [
    ...theirs,
    ...offers.filter(({ agreed }) => agreed).map((offer) => atAgreedPrice(marketOffer(offer), theirs)),
  ];
}

function marketOffer(offer: Offer): MarketOffer {
  const prices: Record<string, number[]> = {};
  for (const { quantity, price, currency } of offer.price_breaks) {
    (prices[currency] ??= []).push(quantity, price);
  }
  return {
    supplier: offer.supplier,
    seller: offer.seller ?? null,
    supplier_part_number: offer.supplier_part_number,
    stock: offer.stock,
    min_quantity: offer.min_quantity,
    multiple: offer.multiple,
    max_quantity: offer.max_quantity,
    lead_time_days: offer.lead_time_days,
    marketplace: offer.marketplace ?? false,
    packaging: offer.packaging,
    reeling_fee: offer.reeling_fee,
    observed_at: Date.parse(offer.fetched_at) / 1_000,
    prices,
  };
}
