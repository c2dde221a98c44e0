/** What a BOM costs, from one board to a thousand: pooled need, where more costs less, one supplier against several. */
import { useQueries } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { LeftOut } from '../../../shared/domain/judging.ts';
import { Boards } from '../bom/answer.tsx';
import { useBoards } from '../bom/boards.ts';
import { BomFrame } from '../bom/bom-frame.tsx';
import { GoneBom } from '../bom/gone-bom.tsx';
import { nameOf } from '../bom/name.ts';
import { summaryOf } from '../bom/queries.ts';
import { TAB_WORDS } from '../bom/tabs.ts';
import { type Summary, useSummary } from '../bom/use-bom.ts';
import { useVerdicts } from '../bom/use-verdicts.ts';
import { sentenceBefore } from '../bom/verdict-sentence.ts';
import { currenciesOf, sums } from '../lib/money.ts';
import { isFinal } from '../lib/query.ts';
import { useApi } from '../lib/session.ts';
import { supplierName } from '../lib/sources.ts';
import { count, day, messageOf, plural, price, pricedInPart, sum, UNKNOWN } from '../lib/words.ts';
import { needOf, ownOf, type PartNeed, type ServedVerdict, WORDS } from '../lines/judged.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { RowsInSight } from '../ui/rows-in-sight.tsx';
import { Consolidations } from './consolidations.tsx';
import './cost.css';
import { CURVE, Curve } from './curve.tsx';
import { OrderLists } from './order-lists.tsx';
import { type Pooled, pooled } from './pooled.ts';

export default function CostPage({ bomId }: { bomId: string }) {
  const { boards, isOpen, error: boardsError } = useBoards(bomId);
  const { data: summary, error } = useSummary(bomId, boards, isOpen);
  if (isFinal(error ?? boardsError)) return <GoneBom bomId={bomId} />;
  return (
    <BomFrame
      bomId={bomId}
      shown='cost'
      {...(summary ? { says: inTitle(summary) } : {})}
    >
      <Cost bomId={bomId} linesAt={`/boms/${bomId}`} hasOrderLists />
    </BomFrame>
  );
}

/** `25 boards: 12.10 EUR, 2 of 74 lines priced`: a sum that leaves lines out never stands alone. */
function inTitle({ boards, costs: [cost] }: Summary): string {
  if (!cost || cost.totals.length === 0) return TAB_WORDS.cost;
  const { lines_priced, lines_to_buy, totals } = cost;
  const total = sums(totals, ({ total }) => total);
  const part = lines_priced < lines_to_buy
    ? `, ${count(lines_priced)} of ${plural(lines_to_buy, 'line')} priced`
    : '';
  return `${plural(boards, 'board')}: ${total}${part}`;
}

interface CostProps {
  readonly bomId: string;
  /** Where its lines are shown. */
  readonly linesAt: string;
  readonly hasOrderLists: boolean;
}

export function Cost({ bomId, linesAt, hasOrderLists }: CostProps) {
  const api = useApi();
  const { boards, isOpen, error: boardsError, setBoards } = useBoards(bomId);
  const { data: summary, error, isPlaceholderData } = useSummary(bomId, boards, isOpen);
  const verdicts = useVerdicts(bomId, boards, !isOpen);
  const failed = error ?? (isOpen ? boardsError : null) ?? verdicts.error;
  const points = useQueries({
    queries: CURVE.map((each) => summaryOf(api, bomId, each)),
    combine: (results) =>
      CURVE.flatMap((each, i) => {
        const totals = results[i]?.data?.costs[0]?.totals ?? [];
        return totals.map(({ per_board, currency }) => ({ boards: each, each: per_board, currency }));
      }),
  });
  const parts = useMemo(() => verdicts.data ? pooled(verdicts.data.values()) : null, [verdicts.data]);
  const totals = summary?.costs[0]?.totals ?? [];
  const [main] = totals;
  const currencies = currenciesOf([...totals, ...points]);
  return (
    <div className='split cost'>
      <section className='page'>
        <div className='answer'>
          <h1 className='verdict'>
            {summary && <span>{nameOf(summary.name)}.</span>} {summary && headline(summary)}
          </h1>
          <Errors of={[failed && messageOf(failed)]} />
          {summary && <Terms summary={summary} linesAt={linesAt} />}
          {summary && (
            <div className='curve-row' aria-busy={isPlaceholderData}>
              <label className='boards-label'>
                <span className='quieter'>Boards</span>
                <Boards key={boards} boards={boards} onChange={setBoards} />
              </label>
              {main && currencies.length > 1
                ? (
                  <p className='quieter'>
                    Its parts are priced in {currencies.join(' and ')}, and no curve can add them up.
                  </p>
                )
                : main
                ? (
                  <Curve
                    points={points}
                    boards={boards}
                    each={main.per_board}
                    currency={main.currency}
                    onBoards={setBoards}
                  />
                )
                : <p className='quieter'>Without a price there is no curve.</p>}
            </div>
          )}
        </div>
        <div className='lines' role='region' aria-label='Parts' tabIndex={0}>
          {parts ? <Parts parts={parts} /> : !failed && <Loading />}
        </div>
        <footer className='foot'>
          <span>{parts && `${plural(parts.length, 'part')}${orderOf(parts)}`}</span>
          <span className='grow' />
          <span>Spares as assemblers usually ask for</span>
        </footer>
      </section>
      {summary && parts && (hasOrderLists || hasSuppliers(summary)) && (
        <aside className='side' aria-label='Suppliers and order lists'>
          <Suppliers summary={summary} />
          {hasOrderLists && <Consolidations bomId={bomId} />}
          {hasOrderLists && <OrderLists bomId={bomId} boards={boards} suppliers={sellersOf(parts)} />}
        </aside>
      )}
    </div>
  );
}

function headline({ status, boards, verdicts, costs: [cost] }: Summary): string {
  if (!cost || cost.totals.length === 0) {
    return status === null ? sentenceBefore(verdicts) : 'Nobody has stated a price.';
  }
  const totals = cost.totals.map(({ currency, total, per_board }) =>
    `${sum(total)} ${currency}, ${sum(per_board)} each`
  );
  const all = totals.join(' and ');
  const part = pricedInPart(cost);
  // A sum of a few lines is not what the boards cost.
  return part === null
    ? `${plural(boards, 'board')} ${boards === 1 ? 'costs' : 'cost'} ${all}.`
    : `${part}: ${all} for ${plural(boards, 'board')}.`;
}

/** What a cost leaves out, and where its lines are. */
const LEFT_OUT_WORDS: Readonly<Record<LeftOut, (n: number) => string>> = {
  nothing_to_buy: (n) => `${count(n)} nothing to buy`,
  pending: (n) => `${count(n)} not looked up`,
  no_part: (n) => `${count(n)} without a part`,
  no_quantity: (n) => `${count(n)} without a quantity`,
  no_price: (n) => `${count(n)} without a price`,
};
const SHOWN_BY: Readonly<Partial<Record<LeftOut, string>>> = {
  nothing_to_buy: 'not_fitted',
  pending: 'pending',
  no_part: 'ask',
};

function Terms(
  { summary: { costs: [cost], left_out, prices_from, terms }, linesAt }: {
    summary: Summary;
    linesAt: string;
  },
) {
  const unpriced = cost ? cost.lines_to_buy - cost.lines_priced : 0;
  const missing = left_out.filter(({ reason }) => reason !== 'nothing_to_buy');
  return (
    <p className='quieter terms'>
      {prices_from && `Prices of ${day(prices_from.oldest)}. `}
      {terms} {cost && missing.length > 0 && (
        <>
          <b>
            {`${count(unpriced)} of ${plural(cost.lines_to_buy, 'line')} ${
              unpriced === 1 ? 'has' : 'have'
            } no price: `}
          </b>
          {missing.map(({ reason, lines }, i) => (
            <span key={reason}>
              {i > 0 && ', '}
              <Link href={`${linesAt}${SHOWN_BY[reason] ? `?show=${SHOWN_BY[reason]}` : ''}`}>
                {LEFT_OUT_WORDS[reason](lines)}
              </Link>
            </span>
          ))}
          .
        </>
      )}
    </p>
  );
}

/** How they are ordered. */
function orderOf(parts: readonly Pooled[]): string {
  const currencies = currenciesOf(parts.map(({ part }) => part));
  if (currencies.length > 1) return `, dearest in ${currencies.join(', then in ')} first`;
  return parts.some(({ part }) => part.total !== null) ? ', dearest first' : '';
}

/** Who sells most of the mix comes first. */
function sellersOf(parts: readonly Pooled[]): string[] {
  const sold = new Map<string, number>();
  for (const { part } of parts) {
    for (const name of part.suppliers) sold.set(name, (sold.get(name) ?? 0) + 1);
  }
  return [...sold.keys()].sort((a, b) => sold.get(b)! - sold.get(a)!);
}

/** So many at first, and so many more on demand: the dearest are what a purchaser looks at. */
const SHOWN_PARTS = 100;

function Parts({ parts }: { parts: readonly Pooled[] }) {
  const [shown, setShown] = useState(SHOWN_PARTS);
  const some = useMemo(() => parts.slice(0, shown), [parts, shown]);
  return (
    <>
      <table className='parts'>
        <thead>
          <tr className='heads'>
            <th className='of-state'>State</th>
            <th>Part number</th>
            <th className='number'>Lines</th>
            <th className='number cut'>Placed</th>
            <th className='number'>Spare</th>
            <th className='number'>Need</th>
            <th className='number'>Buy</th>
            <th className='number cut'>Each</th>
            <th className='number of-total'>Total</th>
            <th className='cut'>From</th>
            <th className='of-tip'>Worth knowing</th>
          </tr>
        </thead>
        <RowsInSight rows={some} draw={drawn} />
      </table>
      {parts.length > shown && (
        <p className='more'>
          <Button onClick={() => setShown(shown + SHOWN_PARTS)}>Show more</Button>{' '}
          <span className='quieter'>{count(shown)} of {plural(parts.length, 'part')} are shown.</span>
        </p>
      )}
    </>
  );
}

const drawn = (each: Pooled) => <Row key={each.part.line_number} of={each} />;

/** Drawn once, however many follow it. */
const Row = memo(({ of: { part, verdict, mpn, name } }: { of: Pooled }) => (
  <tr className={`row-${verdict.verdict}`}>
    <td>
      <span className={`state is-${verdict.verdict}`}>
        <Mark of={verdict.verdict} />
        {WORDS[verdict.verdict]}
      </span>
    </td>
    <td>{mpn === null ? name : <span className='mono'>{mpn}</span>}</td>
    <td className='number quieter'>{count(part.lines)}</td>
    <td className='number cut'>{count(part.placed)}</td>
    <td className='number'>{part.spares > 0 ? `+${count(part.spares)}` : UNKNOWN}</td>
    <td className='number'>{count(needOf(part))}</td>
    <td className='number strong'>{part.bought === null ? UNKNOWN : count(part.bought)}</td>
    <td className='number cut'>
      {part.to_buy === 0
        ? null
        : part.total !== null && part.bought
        ? price(part.total / part.bought)
        : UNKNOWN}
    </td>
    <td className='number'>
      {part.total === null ? UNKNOWN : `${sum(part.total)} ${part.currency ?? ''}`}
    </td>
    <td className='cut'>{part.suppliers.map(supplierName).join(', ')}</td>
    <td>{tipOf(part, verdict)}</td>
  </tr>
));

function tipOf(part: PartNeed, { verdict, why }: ServedVerdict) {
  if (part.instead_of && part.bought !== null) {
    const { quantity, saved } = part.instead_of;
    return (
      <span className='is-ask'>
        Buy {count(part.bought)} instead of {count(quantity)}: {sum(saved)} {part.currency} less
      </span>
    );
  }
  const isPricedWrong = verdict === 'wrong' && part.total !== null;
  return (
    <span className={verdict === 'fine' ? 'quieter' : `is-${verdict}`}>
      {isPricedWrong
        ? 'Priced as written, though wrong'
        : why === '' && ownOf(part) > 0
        ? `${count(ownOf(part))} from your own stock`
        : why}
    </span>
  );
}

const hasSuppliers = ({ savings, one_supplier }: Summary) =>
  savings.length > 0 || one_supplier.some(({ parts }) => parts > 0);

/** One supplier or several, and where buying more costs less. */
function Suppliers({ summary }: { summary: Summary }) {
  const { savings, suppliers_not_asked } = summary;
  const one_supplier = summary.one_supplier.filter(({ parts }) => parts > 0);
  return (
    <>
      {one_supplier.length > 0 && (
        <>
          <h2>One supplier or several</h2>
          {suppliers_not_asked.map(({ supplier, lines }) => (
            <p key={supplier}>
              {supplierName(supplier)} could not be asked about{' '}
              {plural(lines, 'line')}: what it sells of them is not counted. Look them up again.
            </p>
          ))}
          <ul>
            {one_supplier.map(({ supplier, currency, parts, of_parts, total, mix_total }) => (
              <li key={supplier}>
                <p>
                  <b>{supplierName(supplier)} alone</b>
                  <span className='grow' />
                  <b>{parts < of_parts ? 'incomplete' : `${sum(total)} ${currency}`}</b>
                </p>
                <p className='quieter'>
                  {parts < of_parts
                    ? `has ${count(parts)} of ${plural(of_parts, 'part')}, for ${
                      sum(total)
                    } ${currency}; the cheapest mix of the same costs ${sum(mix_total)}`
                    : total > mix_total
                    ? `${sum(total - mix_total)} more than the cheapest mix, in one parcel`
                    : 'no mix costs less'}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {savings.length > 0 && (
        <>
          <h2>Where more costs less</h2>
          <ul>
            {savings.map((
              { mpn, supplier, supplier_part_number, instead_of, buy, left_over, saved, currency },
            ) => (
              <li key={`${supplier} ${supplier_part_number}`}>
                <p>
                  <b className='mono'>{mpn ?? supplier_part_number}</b>
                  <span className='grow' />
                  {sum(saved)} {currency} less
                </p>
                <p className='quieter'>
                  Buy {count(buy)} instead of {count(instead_of)}, {count(left_over)} left over
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
