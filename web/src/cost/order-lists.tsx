/** What to order where: one distributor's list for so many boards, and what it says about itself. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../../client/client.ts';
import { OWN_SUPPLIER } from '../../../shared/domain/organization.ts';
import { FORMS } from '../../../shared/bom/export/order-lists/forms.ts';
import { type NotListed, ORDER_LISTS, type OrderListName } from '../../../shared/domain/order-lists.ts';
import { useApi } from '../lib/session.ts';
import { saveFile } from '../lib/save-file.ts';
import { supplierName } from '../lib/sources.ts';
import { count, day, messageOf, plural, sum } from '../lib/words.ts';
import { Copy } from '../ui/copy.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark, type MarkName } from '../ui/marks.tsx';

type OrderList = Answer<'GET /boms/:bom_id/order-lists'>;
type LineName = OrderList['not_found'][number];

interface OrderListsProps {
  readonly bomId: string;
  readonly boards: number;
  /** Of the cheapest mix, as suppliers are called; the first that has a list is shown first. */
  readonly suppliers: readonly string[];
}

export function OrderLists({ bomId, boards, suppliers }: OrderListsProps) {
  const api = useApi();
  const [chosen, setChosen] = useState<OrderListName | null>(null);
  const [options, setOptions] = useState({
    without_wrong: false,
    without_not_found: false,
    alone: false,
    unpriced: false,
  });
  const list = chosen ?? listOf(suppliers);
  const query = {
    list,
    boards: `${boards}`,
    ...Object.fromEntries(Object.entries(options).filter(([, isOn]) => isOn).map(([name]) => [name, 'true'])),
  } as const;
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['judged', bomId, 'order-list', query],
    queryFn: () => api.call('GET /boms/:bom_id/order-lists', { params: { bom_id: bomId }, query }),
    placeholderData: (before) => before,
  });
  const save = useMutation({
    mutationFn: async ({ file_name }: OrderList) =>
      saveFile(await api.readFile(`/boms/${bomId}/order-lists/file`, query), file_name),
  });
  const option = (name: keyof typeof options, text: string) => (
    <label className='check'>
      <input
        type='checkbox'
        checked={options[name]}
        onChange={({ target }) => setOptions((before) => ({ ...before, [name]: target.checked }))}
      />
      {text}
    </label>
  );
  // What is left then are the parts that nobody found, which alone are no order.
  const isUnpriced = data !== undefined && data.rows_priced === 0 && !options.unpriced &&
    data.left_out.some(({ reason }) => reason === 'no_price' || reason === 'not_sold');
  const isOff = isPlaceholderData || data?.rows === 0 || isUnpriced;
  return (
    <section className='order' aria-label='Order list' aria-busy={isPlaceholderData}>
      <h2>Order list for {plural(boards, 'board')}</h2>
      <select
        aria-label='For'
        value={list}
        onChange={({ target }) => setChosen(target.value as OrderListName)}
      >
        {ORDER_LISTS.map((name) => <option key={name} value={name}>{FORMS[name].label}</option>)}
      </select>
      <Errors of={[error, save.error].map((e) => e && messageOf(e))} />
      {!data ? !error && <Loading /> : (
        <>
          {data.sandbox && (
            <p className='is-at_risk'>
              A supplier’s sandbox made prices and numbers up: order nothing by them.
            </p>
          )}
          <p className={isPlaceholderData ? 'quietest sums' : 'sums'} role='status'>
            <b>
              {isUnpriced ? 'No prices' : plural(data.rows, 'row')}
              {data.totals.length > 0 && data.rows_priced < data.rows &&
                `, ${count(data.rows_priced)} priced`}
            </b>
            <span className='grow' />
            <b>{data.totals.map(({ currency, total }) => `${sum(total)} ${currency}`).join(' + ')}</b>
          </p>
          <p className='quieter'>
            {isUnpriced
              ? 'Nobody states a price for these parts. Tick “Also parts that nobody states a price for” to list them all the same.'
              : data.rows === 0
              ? 'The list is empty.'
              : data.prices_from
              ? `Prices of ${days(data.prices_from)}. Net, without tax, freight and tariff.`
              : FORMS[data.list].rowsOf === 'lines'
              ? 'It says what is placed where: quantities follow from the boards.'
              : 'No price is in it.'}
          </p>
          <p className='inline'>
            <Copy key={data.text} text={data.text} label='Copy the list' isOff={isOff} />
            <Button
              aria-label='Download the list'
              disabled={isOff || save.isPending}
              onClick={() => save.mutate(data)}
            >
              Download
            </Button>
          </p>
          {((data.wrong.length > 0 && !isUnpriced) || options.without_wrong) &&
            option('without_wrong', 'Leave out wrong lines')}
          {((data.not_found.length > 0 && !isUnpriced) || options.without_not_found) &&
            option('without_not_found', 'Leave out lines whose part nobody found')}
          {FORMS[list].rowsOf === 'purchases' &&
            option('alone', `All that ${FORMS[list].distributor} sells, even where others ask less`)}
          {option('unpriced', 'Also parts that nobody states a price for')}
          <h3>Remarks</h3>
          <ul className='says'>
            <Sayings
              bomId={bomId}
              of={isUnpriced ? { ...data, ...NOTHING_ON_IT } : data}
              onList={setChosen}
            />
          </ul>
        </>
      )}
    </section>
  );
}

/** Where the first of them has several, the one that is pasted. */
function listOf(suppliers: readonly string[]): OrderListName {
  const first = suppliers.map((supplier) =>
    ORDER_LISTS.find((name) => FORMS[name].sellers.test(supplier.toLowerCase()))
  );
  return first.find((name) => name !== undefined) ?? ORDER_LISTS[0];
}

function days({ oldest, newest }: NonNullable<OrderList['prices_from']>): string {
  const [from, to] = [day(oldest), day(newest)];
  return from === to ? from : `${from} to ${to}`;
}

/** Of a list that is not given: no line is on it, and none is short. */
const NOTHING_ON_IT = { wrong: [], not_found: [], short: [], unsold: [] };

/** What is on another list, and what the distributor does not sell, is said with the distributor's name. */
const REASONS: Readonly<
  Record<Exclude<NotListed, 'other_list' | 'not_sold'>, readonly [mark: MarkName, text: string]>
> = {
  wrong: ['wrong', 'wrong, as you chose'],
  ask: ['ask', 'need an answer'],
  nothing_to_buy: ['not_fitted', 'nothing to buy'],
  pending: ['pending', 'not looked up'],
  no_part: ['ask', 'no part was found'],
  no_quantity: ['ask', 'the BOM does not say how many'],
  no_price: ['at_risk', 'nobody states a price'],
  own_stock: ['own', 'what is on hand is enough'],
  elsewhere: ['supplier', 'another supplier sells it for less, or alone'],
  no_number: ['unequal', 'the distributor takes only its own numbers, and this one is unknown'],
  unwritable: ['unequal', 'the number has a character that separates columns or rows there'],
  no_designators: ['ask', 'nobody says where it is placed'],
};

function Sayings(
  {
    bomId,
    of: { list, wrong, not_found, short, left_out, unsold, elsewhere, buy_more, spares, left_over, on_hand },
    onList,
  }: {
    bomId: string;
    of: OrderList;
    onList: (list: OrderListName) => void;
  },
) {
  return (
    <>
      {wrong.length > 0 && (
        <Saying mark='wrong'>
          {plural(wrong.length, 'wrong line')} {wrong.length === 1 ? 'is' : 'are'} on it as written:{' '}
          <Names bomId={bomId} of={wrong} lines={wrong.length} />
        </Saying>
      )}
      {not_found.length > 0 && (
        <Saying mark='ask'>
          {plural(not_found.length, 'line')} {not_found.length === 1 ? 'is' : 'are'}{' '}
          on it as written, though nobody found the part:{' '}
          <Names bomId={bomId} of={not_found} lines={not_found.length} />
        </Saying>
      )}
      {short.map(({ missing, of, ...line }) => (
        <Saying key={line.line_number} mark='short'>
          {count(missing)} of {count(of)} are missing: <Names bomId={bomId} of={[line]} lines={1} />
        </Saying>
      ))}
      {left_out.map(({ reason, lines, first }) =>
        reason !== 'other_list' && (
          <Saying key={reason} mark={reason === 'not_sold' ? 'supplier' : REASONS[reason][0]}>
            Left out,{' '}
            {reason === 'not_sold'
              ? `${FORMS[list].distributor} is not known to sell it`
              : REASONS[reason][1]}: <Names bomId={bomId} of={first} lines={lines} />
          </Saying>
        )
      )}
      {unsold.map(({ distributor, lines, first }) => (
        <Saying key={distributor} mark='supplier'>
          {distributor === null
            ? 'Nobody is known to sell these, and other lists may have them, too. Order each from one distributor: '
            : distributor === FORMS[list].distributor
            ? 'Nobody is known to sell these, and no other distributor’s list has them: '
            : `Nobody is known to sell these. They are on the list for ${distributor}: `}
          <Names bomId={bomId} of={first} lines={lines} />
        </Saying>
      ))}
      {elsewhere.map(({ supplier, parts, lists }) => (
        <Saying key={supplier} mark='supplier'>
          {supplier === OWN_SUPPLIER
            ? `${plural(parts, 'part')} at a price of your own, which names no supplier`
            : `${plural(parts, 'part')} from ${supplierName(supplier)}${
              lists.length === 0 ? ', for whom there is no list' : ': '
            }`}
          {lists.map((name, i) => (
            <span key={name}>
              {i > 0 && ' or '}
              <Button look='link' onClick={() => onList(name)}>{FORMS[name].label}</Button>
            </span>
          ))}
        </Saying>
      ))}
      {buy_more.map(({ number, buy, instead_of, saved, currency }) => (
        <Saying key={number} mark='pooled'>
          {count(buy)} instead of {count(instead_of)} of <span className='mono'>{number}</span>: {sum(saved)}
          {' '}
          {currency} less
        </Saying>
      ))}
      {on_hand > 0 && <Saying mark='own'>{plural(on_hand, 'piece')} from your own stock</Saying>}
      {spares > 0 && <Saying mark='equal'>{plural(spares, 'spare piece')} for what gets lost</Saying>}
      {left_over > 0 && (
        <Saying mark='equal'>
          {plural(left_over, 'piece')} more, by minimums, multiples and price breaks
        </Saying>
      )}
    </>
  );
}

function Saying({ mark, children }: { mark: MarkName; children: ReactNode }) {
  return (
    <li>
      <Mark of={mark} className={`is-${mark}`} />
      <span>{children}</span>
    </li>
  );
}

/** More than these nobody reads beside a list; the file names them. */
const NAMED = 5;

function Names({ bomId, of, lines }: { bomId: string; of: readonly LineName[]; lines: number }) {
  return (
    <>
      {of.slice(0, NAMED).map((each, i) => (
        <span key={each.line_number}>
          {i > 0 && '; '}
          <Link href={`/boms/${bomId}?line=${each.line_number}`}>{each.name}</Link>
          {each.mpn !== null && each.mpn !== each.name && (
            <>
              {' '}
              <span className='mono'>{each.mpn}</span>
            </>
          )}
        </span>
      ))}
      {lines > NAMED && `; and ${plural(lines - NAMED, 'more line')}`}
    </>
  );
}
