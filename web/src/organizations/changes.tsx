/** What runs found worse than the runs before, newest first: what happened overnight. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Answer } from '../../../client/client.ts';
import { fieldOf } from '../../../shared/domain/fields.ts';
import { CHANGE_KINDS } from '../../../shared/domain/status.ts';
import { Frame } from '../app/frame.tsx';
import { nameOf } from '../bom/name.ts';
import { bomOf } from '../bom/queries.ts';
import '../boms/boms.css';
import { organizationTabs } from '../boms/tabs.ts';
import { useFilters, withFilters } from '../lib/address.ts';
import type { Organization } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { clock, count, day, messageOf, plural, price } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark, type MarkName } from '../ui/marks.tsx';
import './changes.css';

type Change = Answer<'GET /organizations/:organization_id/changes'>['changes'][number];
type Kind = Change['kind'];

const KINDS: Readonly<Record<Kind, readonly [mark: MarkName, look: string, text: string]>> = {
  stock_gone: ['short', 'short', 'Stock gone'],
  stock_low: ['short', 'short', 'Stock low'],
  price_up: ['up', 'at_risk', 'Price up'],
  end_of_life: ['at_risk', 'at_risk', 'End of life'],
  lead_time_up: ['up', 'at_risk', 'Lead time longer'],
  compliance_lost: ['at_risk', 'at_risk', 'Compliance lost'],
};

export default function Changes({ organization }: { organization: Organization }) {
  const api = useApi();
  const { organization_id } = organization;
  const [filters] = useFilters();
  const kind = CHANGE_KINDS.find((each) => each === filters.get('kind')) ?? null;
  const bomId = filters.get('bom');
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['run-changes', organization_id, kind, bomId],
    queryFn: ({ pageParam }) =>
      api.call('GET /organizations/:organization_id/changes', {
        params: { organization_id },
        query: {
          ...(kind ? { kind } : {}),
          ...(bomId ? { bom_id: bomId } : {}),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const { data: bom } = useQuery({
    ...bomOf(api, bomId ?? ''),
    enabled: bomId !== null,
  });
  const changes = data?.pages.flatMap((page) => page.changes);
  const isFiltered = kind !== null || bomId !== null;
  return (
    <Frame
      organization={organization}
      title={`Changes · ${organization.name}`}
      tabs={organizationTabs(organization_id, 'changes')}
    >
      <section className='list changes'>
        <div className='title'>
          <h1>{changes ? headline(changes.length, hasNextPage, isFiltered) : 'What got worse'}</h1>
        </div>
        <p className='quieter'>
          Each run compares what it finds with the run before. Kept for 90 days.
        </p>
        <div className='tools'>
          <nav className='chips' aria-label='Kinds'>
            {[null, ...CHANGE_KINDS].map((each) => (
              <Link
                key={each}
                href={withFilters({ kind: each })}
                {...(each === kind ? { 'aria-current': true as const } : {})}
              >
                {each === null ? 'All' : KINDS[each][2]}
              </Link>
            ))}
          </nav>
          {bomId !== null && (
            <Link className='button' href={withFilters({ bom: null })}>
              {bom ? `Only ${nameOf(bom.name)}` : 'Only one BOM'} <Mark of='close' label='Show all BOMs' />
            </Link>
          )}
        </div>
        <Errors of={[error && messageOf(error)]} />
        {!changes ? !error && <Loading /> : changes.length === 0
          ? (
            <p>
              {isFiltered
                ? <Link href={withFilters({ kind: null, bom: null })}>Show all</Link>
                : 'A BOM that is looked up again each night or week shows here what happened to its parts.'}
            </p>
          )
          : (
            <table className='rows'>
              <thead>
                <tr>
                  <th>What</th>
                  <th>Part</th>
                  <th>Before and now</th>
                  <th>BOM</th>
                  <th className='of-when'>Found</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <Row
                    key={`${change.created_at} ${change.line_id} ${change.kind} ${change.currency}`}
                    change={change}
                  />
                ))}
              </tbody>
            </table>
          )}
        {hasNextPage && (
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button>
        )}
      </section>
    </Frame>
  );
}

function headline(shown: number, hasMore: boolean, isFiltered: boolean): string {
  if (shown === 0) return isFiltered ? 'No change is of this kind.' : 'Nothing got worse.';
  return `${hasMore ? 'More than ' : ''}${plural(shown, 'thing')} got worse.`;
}

function Row({ change }: { change: Change }) {
  const { kind, bom_id, bom_name, run, line_number, line_name, mpn, manufacturer, created_at } = change;
  const [mark, look, text] = KINDS[kind];
  return (
    <tr>
      <td className={`is-${look}`}>
        <Mark of={mark} /> {text}
      </td>
      <td>
        <Link className={mpn === null ? '' : 'mono'} href={`/boms/${bom_id}?line=${line_number}`}>
          {mpn ?? line_name}
        </Link>{' '}
        <small className='quieter'>{manufacturer}</small>
      </td>
      <td>{beforeAndNow(change)}</td>
      <td>
        <Link href={`/boms/${bom_id}`}>{nameOf(bom_name)}</Link> <small className='quieter'>run {run}</small>
      </td>
      <td className='of-when quieter'>
        <time dateTime={created_at}>
          {day(created_at).replace(/^today.*/, 'today')} {clock(created_at).slice(0, 5)}
        </time>
      </td>
    </tr>
  );
}

function beforeAndNow({ kind, before, after, currency }: Change): string {
  const said = (value: string | number): string => {
    switch (kind) {
      case 'stock_gone':
      case 'stock_low':
        return count(Number(value));
      case 'price_up':
        return `${price(Number(value)).trim()} ${currency ?? ''}`.trim();
      case 'lead_time_up':
        return plural(Number(value), 'day');
      case 'end_of_life':
      case 'compliance_lost': {
        const field = fieldOf(kind === 'end_of_life' ? 'lifecycle' : 'rohs');
        const words = field.kind === 'enum' ? field.values?.[String(value)]?.label : undefined;
        return words ?? String(value).replaceAll('_', ' ');
      }
    }
  };
  const more = kind === 'price_up' && Number(before) > 0
    ? `, ${Math.round((Number(after) / Number(before) - 1) * 100)} % more`
    : '';
  return `${said(before)} → ${said(after)}${more}`;
}
