/** How a BOM differs from another one, mostly its later revision: parts, quantities, prices, stock. */
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { Link } from 'wouter';
import { type Difference, DIFFERENCES } from '../../../shared/domain/judging.ts';
import type { Answer } from '../../../client/client.ts';
import { useFilters, withFilters } from '../lib/address.ts';
import { difference } from '../lib/difference.ts';
import { isFinal } from '../lib/query.ts';
import type { BomSummary } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { count, messageOf, plural, price, UNKNOWN } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { Marked } from '../ui/marked.tsx';
import { RowsInSight } from '../ui/rows-in-sight.tsx';
import { BomFrame } from './bom-frame.tsx';
import { GoneBom } from './gone-bom.tsx';
import './compare.css';
import { nameOf } from './name.ts';
import { bomOf } from './queries.ts';
import { useRevised } from './revision.tsx';

type Comparison = Answer<'GET /boms/:bom_id/compare/:other_id'>;
type Side = NonNullable<Comparison['differences'][number]['before']>;

const WORDS: Readonly<Record<Difference, string>> = {
  added: 'added',
  removed: 'removed',
  part: 'another part',
  quantity: 'another quantity',
  state: 'another state',
  price: 'another price',
  stock: 'another stock',
  lifecycle: 'another lifecycle',
};

export default function Compare({ bomId }: { bomId: string }) {
  const api = useApi();
  const [filters, change] = useFilters();
  const { data: bom, error: bomError } = useQuery(bomOf(api, bomId));
  const runs = runsOf(filters);
  /** What somebody chose, else the one that this one revises. */
  const other = filters.get('with') ?? (runs ? null : bom?.revision_of ?? null);
  const field = DIFFERENCES.find((name) => name === filters.get('show')) ?? null;
  /** Of another question it is another page. */
  const asked = `${other} ${field} ${runs?.run} ${runs?.before}`;
  const [page, setPage] = useState({ asked, after: 0 });
  const after = page.asked === asked ? page.after : 0;
  const { data: others } = useQuery({
    queryKey: ['boms', bom?.organization_id],
    queryFn: () => api.listBoms(bom!.organization_id, { project: null, search: '', after: null }),
    enabled: bom !== undefined,
  });
  const revised = useRevised(bom);
  const { data, error } = useQuery({
    queryKey: ['compare', bomId, other, runs?.run, runs?.before, field, after],
    queryFn: () => {
      const query = { after: `${after}`, ...(field ? { field } : {}) };
      return runs
        ? api.call('GET /boms/:bom_id/runs/:run/compare/:other_run', {
          params: { bom_id: bomId, run: runs.before, other_run: runs.run },
          query,
        })
        : api.call('GET /boms/:bom_id/compare/:other_id', {
          // The chosen one was before this one.
          params: { bom_id: other!, other_id: bomId },
          query,
        });
    },
    enabled: other !== null || runs !== null,
    placeholderData: (before) => before,
  });
  if (isFinal(bomError)) return <GoneBom bomId={bomId} />;
  return (
    <BomFrame bomId={bomId} shown='compare'>
      <section className='page'>
        <div className='answer'>
          <h1 className='verdict'>
            {bom && <span>{nameOf(bom.name)}{runs && `, run ${runs.before} and run ${runs.run}`}.</span>}{' '}
            {data ? headline(data) : !bom || runs || other !== null ? '' : 'Compare with another BOM.'}
          </h1>
          <p className='against'>
            <label>
              <span className='quieter'>With</span>{' '}
              <select
                aria-label='With'
                value={other ?? ''}
                onChange={({ target }) => change({ with: target.value, run: null, before: null, show: null })}
              >
                {!(revised && other) && <option value=''>choose a BOM</option>}
                {revised && <option value={revised.bom_id}>{inWords(revised)}, which this one revises
                </option>}
                {others?.boms.filter(({ bom_id }) => bom_id !== bomId && bom_id !== revised?.bom_id).map(
                  (each) => <option key={each.bom_id} value={each.bom_id}>{inWords(each)}</option>,
                )}
              </select>
            </label>
          </p>
          <Errors of={[bom ? null : bomError, error].map((each) => each && messageOf(each))} />
          {data && data.counts.not_looked_up > 0 && (
            <p className='quieter'>
              {plural(data.counts.not_looked_up, 'line')}{' '}
              not looked up on both sides: price and stock are not compared there.
            </p>
          )}
          {data?.differences.some(({ before, after }) => (before ?? after)!.unit_price !== null) && (
            <p className='quieter'>
              Price: of a piece in the order for one board. Stock: the most that one offer has. Both as the
              runs found them; the lines say what your boards cost.
            </p>
          )}
          {data && (
            <nav className='counts' aria-label='Filter differences'>
              {DIFFERENCES.filter((name) => data.counts[name] > 0).map((name) => (
                <Link
                  key={name}
                  href={withFilters({ show: field === name ? null : name })}
                  {...(field === name ? { 'aria-current': true as const } : {})}
                >
                  <span>
                    <b>{count(data.counts[name])}</b> {WORDS[name]}
                  </span>
                </Link>
              ))}
            </nav>
          )}
        </div>
        <div className='lines'>
          {(!bom || other !== null || runs) && !data && !error && !bomError && <Loading />}
          {other === null && !runs && others && (
            <p className='blank quieter'>
              {others.boms.length > 1
                ? 'Choose the BOM that was before it, such as the last revision: what was added, removed or changed stands here.'
                : 'There is no other BOM here yet. Import the next revision, and what changed stands here.'}
            </p>
          )}
          {data && <Differences of={data.differences} />}
          {data?.next != null && (
            <p className='blank'>
              <Button onClick={() => setPage({ asked, after: data.next! })}>
                Next {plural(500, 'difference')}
              </Button>
            </p>
          )}
        </div>
      </section>
    </BomFrame>
  );
}

const inWords = ({ name, release }: Pick<BomSummary, 'name' | 'release'>): string =>
  `${nameOf(name)}${release ? `, released${release.name === null ? '' : ` as ${release.name}`}` : ''}`;

/** Two runs of this BOM, where its history led here. */
function runsOf(filters: URLSearchParams): { readonly run: string; readonly before: string } | null {
  const [run, before] = [filters.get('run'), filters.get('before')];
  return run && before && !filters.get('with') ? { run, before } : null;
}

function headline({ counts: { compared, same } }: Comparison): string {
  const differ = compared - same;
  return differ === 0
    ? 'All lines are the same.'
    : `${plural(differ, 'line')} ${differ === 1 ? 'differs' : 'differ'}, ${count(same)} ${
      same === 1 ? 'is' : 'are'
    } the same.`;
}

function Differences({ of }: { of: Comparison['differences'] }) {
  return (
    <table className='differences'>
      <thead>
        <tr className='heads'>
          <th>Before</th>
          <th className='number'>Qty</th>
          <th className='number market'>Price</th>
          <th className='number market'>Stock</th>
          <th className='seam'>
            <span className='unseen'>What differs</span>
          </th>
          <th>After</th>
          <th className='number'>Qty</th>
          <th className='number market'>Price</th>
          <th className='number market'>Stock</th>
        </tr>
      </thead>
      <RowsInSight rows={of} draw={drawn} />
    </table>
  );
}

const drawn = (each: Comparison['differences'][number]) => (
  <Row key={`${each.before?.line_id} ${each.after?.line_id}`} of={each} />
);

/** Drawn once, however many follow it. */
const Row = memo(({ of: { before, after, fields } }: { of: Comparison['differences'][number] }) => (
  <tr>
    <Cells side={before} other={after} fields={fields} />
    <td className='seam'>
      <Mark of='unequal' label={fields.map((name) => WORDS[name]).join(', ')} />
    </td>
    <Cells side={after} other={before} fields={fields} />
  </tr>
));

function Cells(
  { side, other, fields }: { side: Side | null; other: Side | null; fields: readonly Difference[] },
) {
  if (!side) return <td colSpan={4} className='quietest'>{UNKNOWN}</td>;
  const number = (of: Side) => of.part ?? of.asked ?? '';
  const marked = (what: Difference, text: string) =>
    fields.includes(what) && other ? <mark className='chosen'>{text}</mark> : text;
  return (
    <>
      <td>
        <span className='quieter of-line' title={side.name}>{side.name}</span>
        <span className='mono'>
          {fields.includes('part') && other
            ? <Marked pieces={difference(number(side), number(other))} look='chosen' />
            : number(side) || <span className='quietest'>no number</span>}
        </span>
      </td>
      <td className='number'>
        {marked('quantity', side.quantity === null ? UNKNOWN : count(side.quantity))}
      </td>
      <td className='number market'>
        {marked(
          'price',
          side.unit_price === null ? UNKNOWN : `${price(side.unit_price).trim()} ${side.currency ?? ''}`,
        )}
      </td>
      <td className='number market'>{marked('stock', side.stock === null ? UNKNOWN : count(side.stock))}</td>
    </>
  );
}
