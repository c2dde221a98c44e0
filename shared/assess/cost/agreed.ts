/** Prices that an organization has agreed with a supplier. */
import { orderableKey } from '../../parts/part-number.ts';
import { type MarketOffer, sellerOf } from './market.ts';

/** The price is agreed; the pieces, and the number to order them by, are those of the supplier's own offer. */
export function atAgreedPrice(agreed: MarketOffer, offers: readonly MarketOffer[]): MarketOffer {
  const seller = sellerOf(agreed);
  const theirs = offers
    .filter((offer) => sellerOf(offer) === seller && !offer.marketplace && offer.packaging !== 'custom_reel')
    .toSorted((a, b) => (b.stock ?? -1) - (a.stock ?? -1))[0];
  return {
    ...agreed,
    supplier: theirs?.supplier ?? agreed.supplier,
    seller: theirs?.seller ?? agreed.seller,
    supplier_part_number: theirs?.supplier_part_number ?? agreed.supplier_part_number,
    stock: theirs?.stock ?? null,
    lead_time_days: theirs?.lead_time_days ?? null,
    agreed: true,
  };
}

/**
 * What the supplier calls the part. A price that was agreed for the manufacturer's number says no other: null, for who orders
 * by that in the place of the supplier's gets another part or none.
 */
export function supplierNumber(
  { agreed, supplier_part_number: number }: {
    readonly agreed?: boolean | null | undefined;
    readonly supplier_part_number: string;
  },
  mpn: string,
): string | null {
  return agreed && orderableKey(number) === orderableKey(mpn) ? null : number;
}
