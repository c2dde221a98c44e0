/** Rows of an organization's own stock and prices, read and put under the keys that components have. */
import type { PriceBreak } from '../domain/component.ts';
import { OwnPrice, OwnStock } from '../domain/organization.ts';
import { faultOf, identify, type Identity, partKey, readEach } from './own-component.ts';

export type StockRow = Identity & Pick<OwnStock, 'quantity'>;
export type PriceRow = Identity & Pick<OwnPrice, 'supplier' | 'valid_until'> & {
  readonly price_breaks: readonly PriceBreak[];
};

/** The numberings have to be loaded, here and below. */
export const readStock = (list: readonly unknown[]) =>
  readEach<StockRow>(list, readStockRow, partKey, 'is the same part as');

export const readPrices = (list: readonly unknown[]) =>
  readEach<PriceRow>(
    list,
    readPriceRow,
    (row) => `${partKey(row)}\n${row.supplier}`,
    'is the same part and supplier as',
  );

function readStockRow(given: unknown) {
  const parsed = OwnStock.safeParse(given);
  if (!parsed.success) return faultOf(parsed.error);
  const identity = identify(parsed.data);
  return 'message' in identity ? identity : { ...identity, quantity: parsed.data.quantity };
}

function readPriceRow(given: unknown) {
  const parsed = OwnPrice.safeParse(given);
  if (!parsed.success) return faultOf(parsed.error);
  const { supplier, currency, prices, valid_until } = parsed.data;
  const identity = identify(parsed.data);
  if ('message' in identity) return identity;
  const price_breaks = prices.map(({ quantity, price }) => ({ quantity, price, currency }));
  return { ...identity, supplier, valid_until, price_breaks };
}
