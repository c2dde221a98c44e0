/** What the organization itself knows of parts: what is on hand, and the prices it has agreed. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../../client/client.ts';
import type { Organization } from '../lib/api.ts';
import { may, useApi } from '../lib/session.ts';
import { count, day, messageOf, plural, price } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { useKeepAll } from '../ui/toast.tsx';
import { useRemoval } from '../ui/use-removal.ts';
import type { OwnKind, Uploaded } from './own-data-upload.ts';

type Stock = Answer<'GET /organizations/:organization_id/stock'>['stock'][number];
type Price = Answer<'GET /organizations/:organization_id/prices'>['prices'][number];

/** Who has more refused rows has one reason for most of them. */
const SHOWN_REFUSED = 20;

export function OwnStock({ organization }: { organization: Organization }) {
  const api = useApi();
  const params = { organization_id: organization.organization_id };
  return (
    <Own<Stock>
      kind='stock'
      organization={organization}
      title='Own stock'
      about='These pieces are used before any are bought. The list names part numbers, manufacturers and quantities.'
      none='No stock of your own is known.'
      read={async (after) => {
        const { stock, next } = await api.call('GET /organizations/:organization_id/stock', {
          params,
          query: after,
        });
        return { rows: stock, next };
      }}
      removeAll={() =>
        api.call('DELETE /organizations/:organization_id/stock', { params, query: { all: 'true' } })}
      says={({ quantity }) => plural(quantity, 'piece')}
    />
  );
}

export function OwnPrices({ organization }: { organization: Organization }) {
  const api = useApi();
  const params = { organization_id: organization.organization_id };
  return (
    <Own<Price>
      kind='prices'
      organization={organization}
      title='Agreed prices'
      about='They compete with what suppliers ask. The list names part numbers, manufacturers and prices; quantities, currencies and suppliers where it has them.'
      none='No price is agreed.'
      read={async (after) => {
        const { prices, next } = await api.call('GET /organizations/:organization_id/prices', {
          params,
          query: after,
        });
        return { rows: prices, next };
      }}
      removeAll={() =>
        api.call('DELETE /organizations/:organization_id/prices', { params, query: { all: 'true' } })}
      says={({ supplier, price_breaks, valid_until }) =>
        [
          price_breaks.map(({ quantity, price: each, currency }) =>
            `${price(each).trim()} ${currency} from ${count(quantity)}`
          ).join(', '),
          supplier === 'own' ? null : supplier,
          // to its last minute
          valid_until && `until ${day(`${valid_until}T23:59`)}`,
        ].filter(Boolean).join(' · ')}
    />
  );
}

interface Row {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly source: string | null;
  readonly observed_at: string;
}

interface OwnProps<Kept extends Row> {
  readonly kind: OwnKind;
  readonly organization: Organization;
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly read: (query: { readonly after?: string }) => Promise<{
    readonly rows: readonly Kept[];
    readonly next: string | null;
  }>;
  readonly removeAll: () => Promise<unknown>;
  readonly says: (row: Kept) => ReactNode;
}

function Own<Kept extends Row>(
  { kind, organization, title, about, none, read, removeAll, says }: OwnProps<Kept>,
) {
  const api = useApi();
  const queries = useQueryClient();
  const keepAll = useKeepAll();
  const { organization_id } = organization;
  const queryKey = ['own', organization_id, kind];
  const [currency, setCurrency] = useState('');
  const removal = useRemoval();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = removal.gone.has(kind) ? [] : data?.pages.flatMap((page) => page.rows);
  // What BOMs cost and need is another answer now.
  const settled = async () => {
    await queries.invalidateQueries({ queryKey });
    await queries.invalidateQueries({ queryKey: ['judged'] });
  };
  const upload = useMutation({
    mutationFn: async (file: File) => {
      await keepAll();
      const { uploadOwnData } = await import('./own-data-upload.ts');
      return await uploadOwnData(api, organization_id, kind, file, currency || null);
    },
    onSettled: settled,
  });
  function remove() {
    upload.reset();
    removal.remove(kind, title, async () => {
      await removeAll();
      await settled();
    });
  }
  return (
    <section aria-labelledby={`own-${kind}`}>
      <h2 id={`own-${kind}`}>{title}</h2>
      <p className='quieter'>{about}</p>
      {may(organization, 'editor') && (
        <p className='inline'>
          <label className='button'>
            Upload a list
            <input
              type='file'
              disabled={upload.isPending}
              onChange={({ currentTarget: input }) => {
                const [file] = input.files ?? [];
                if (file) upload.mutate(file);
                input.value = ''; // so that the same file, corrected, can be chosen again
              }}
            />
          </label>
          {kind === 'prices' && (
            <label className='quieter'>
              in{' '}
              <input
                className='text currency'
                aria-label='Currency of prices that state none'
                placeholder='EUR'
                pattern='[A-Z]{3}'
                maxLength={3}
                value={currency}
                onChange={({ target }) => setCurrency(target.value.toUpperCase())}
              />{' '}
              where the list names no currency
            </label>
          )}
          {upload.isPending && <span className='quieter' role='status'>Reading …</span>}
          {rows !== undefined && rows.length > 0 && (
            <Button look='quiet' aria-label={`Delete all: ${title}`} onClick={remove}>Delete all</Button>
          )}
        </p>
      )}
      <Errors of={[error && messageOf(error), upload.error && messageOf(upload.error), removal.error]} />
      {upload.data && <Outcome of={upload.data} />}
      {!rows ? !error && <Loading /> : rows.length === 0 ? <p className='note'>{none}</p> : (
        // It scrolls by itself, and who has no mouse is to get there, too.
        <ul className='plain own' aria-label={title} tabIndex={0}>
          {rows.map((row) => (
            <li key={`${row.manufacturer} ${row.mpn} ${says(row)}`}>
              <span>
                <span className='mono'>{row.mpn}</span> <span className='quieter'>{row.manufacturer}</span>
                <small className='quieter'>
                  {row.source === null ? '' : `${row.source}, `}
                  {day(row.observed_at)}
                </small>
              </span>
              <span className='number'>{says(row)}</span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <Button look='quiet' onClick={() => void fetchNextPage()}>Show more</Button>}
    </section>
  );
}

function Outcome({ of: { created, updated, unchanged, refused, remarks } }: { of: Uploaded }) {
  return (
    <div role='status'>
      <p>
        {`${count(created)} new, ${count(updated)} changed, ${count(unchanged)} as before`}
        {refused.length > 0 && <span className='is-at_risk'>, {count(refused.length)} not kept</span>}.
      </p>
      <ul className='quieter'>
        {refused.slice(0, SHOWN_REFUSED).map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>Row {row} {reason}.</li>
        ))}
        {refused.length > SHOWN_REFUSED && <li>And {count(refused.length - SHOWN_REFUSED)} more.</li>}
        {remarks.map((remark) => <li key={remark}>{remark}</li>)}
      </ul>
    </div>
  );
}
