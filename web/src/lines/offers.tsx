import { Fragment, type ReactNode } from 'react';
import type { Line } from '../../../client/bom-feed.ts';
import { bestPurchases, type Purchase } from '../../../shared/assess/price-breaks.ts';
import type { Offer } from '../lib/api.ts';
import { isSandbox } from '../lib/describe.ts';
import { Opened, type ReadLine } from './opened.tsx';
import { count, plural } from '../lib/words.ts';

/** What a line's part is sold for. */
export function Offers(
  { line, needed, readLine }: { line: Line; needed: number; readLine: ReadLine },
) {
  return (
    <Opened line={line} className='offers' summary='Offers' readLine={readLine}>
      {({ line: { result } }) => <OfferList offers={result?.component?.offers ?? []} needed={needed} />}
    </Opened>
  );
}

/** The offer to take for `needed` pieces, one in each currency, and the others behind a click. */
function OfferList({ offers, needed }: { offers: readonly Offer[]; needed: number }) {
  if (offers.length === 0) return <p className='why'>No supplier is known to sell it.</p>;
  const priced = bestPurchases(offers, needed).map(({ offer }) => offer);
  const shown = priced.length > 0 ? [...new Set(priced)] : offers.slice(0, 1);
  const others = offers.filter((offer) => !shown.includes(offer));
  return (
    <>
      {shown.map((offer) => <OfferText key={keyOf(offer)} offer={offer} needed={needed} />)}
      {others.length > 0 && (
        <details className='offer'>
          <summary>{plural(others.length, 'more offer')}</summary>
          {others.map((offer) => <OfferText key={keyOf(offer)} offer={offer} needed={needed} />)}
        </details>
      )}
    </>
  );
}

const keyOf = ({ supplier, seller, supplier_part_number }: Offer) =>
  `${supplier} ${seller} ${supplier_part_number}`;

/** What the supplier did not say is left out; nothing here stands for a value that nobody gave. */
function OfferText({ offer, needed }: { offer: Offer; needed: number }) {
  const purchases = bestPurchases([offer], needed);
  const facts: ReactNode[] = [
    purchases.length > 0
      ? <span key='price' className='price'>{purchases.map(describePurchase).join(' or ')}</span>
      : 'price unknown',
    purchases[0]?.instead_of && `costs less than ${count(purchases[0].instead_of.quantity)}`,
    ...describeTerms(offer, needed),
    describeStock(offer.stock, purchases[0]?.quantity ?? needed),
    offer.lead_time_days !== null && `${plural(offer.lead_time_days, 'day')} lead time`,
    <OfferSource key='source' offer={offer} />,
  ].filter(Boolean);
  return (
    <p className='offer'>
      {facts.map((fact, i) => <Fragment key={i}>{i > 0 && ' · '}{fact}</Fragment>)}
    </p>
  );
}

function OfferSource({ offer }: { offer: Offer }) {
  const { supplier, supplier_part_number, seller, marketplace, url, own, fetched_at, manufacturer_as_given } =
    offer;
  const place = marketplace ? `the marketplace of ${supplier}` : supplier;
  const name = `${supplier_part_number} at ${seller ? `${seller} by ${place}` : place}`;
  return (
    <>
      {/* A member may have typed it in: `javascript:` is an address, too. */}
      {url && /^https?:/i.test(url) ? <a href={url} target='_blank' rel='noreferrer'>{name}</a> : name}
      {manufacturer_as_given && ` as ${manufacturer_as_given}`}
      {own && ' (your own offer)'} {isSandbox(supplier) && <span className='sandbox'>sandbox data</span>}{' '}
      <time dateTime={fetched_at}>as of {MOMENT.format(new Date(fetched_at))}</time>
    </>
  );
}

/** `12 × 0.106 = 1.272 USD` */
function describePurchase({ quantity, price, currency, total }: Purchase): string {
  const sum = quantity === 1 ? '' : ` = ${AMOUNT.format(total)}`;
  return `${count(quantity)} × ${AMOUNT.format(price)}${sum} ${currency}`;
}

/** Why more pieces are ordered than are needed. */
function describeTerms({ min_quantity, multiple }: Offer, needed: number): string[] {
  const atLeast = Math.max(Math.ceil(needed), min_quantity ?? 1);
  return [
    atLeast > Math.ceil(needed) ? [`minimum order ${count(atLeast)}`] : [],
    multiple !== null && atLeast % multiple !== 0 ? [`in multiples of ${count(multiple)}`] : [],
  ].flat();
}

function describeStock(stock: number | null, ordered: number): ReactNode {
  if (stock === null) return null;
  if (stock >= ordered) return `${count(stock)} in stock`;
  return <span className='doubtful'>{stock === 0 ? 'none in stock' : `only ${count(stock)} in stock`}</span>;
}

/** Small parts cost fractions of a cent. */
const AMOUNT = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
