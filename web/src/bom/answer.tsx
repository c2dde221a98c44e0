/** The first screen of a BOM: the answer as a sentence, then what is in the way, then the money. */
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { type Verdict, VERDICTS } from '../../../shared/domain/judging.ts';
import { useFilters, withFilters } from '../lib/address.ts';
import { useSaid } from '../lib/browser.ts';
import { MAX_BOARDS } from '../../../shared/domain/limits.ts';
import { eachOf } from '../lib/money.ts';
import { ago, count, isMostlyUnpriced, plural, sum } from '../lib/words.ts';
import { COUNTED } from '../lines/judged.ts';
import { Mark } from '../ui/marks.tsx';
import type { Summary } from './use-bom.ts';

/** Of the address: lines that nobody states a price of. */
export const UNPRICED = 'unpriced';

/** How many lines there are of each word, loudest first; each leads to its lines, and back. */
export function Counts({ verdicts }: { verdicts: Summary['verdicts'] }) {
  const [filters] = useFilters();
  const shown = filters.get('show');
  return (
    <nav className='counts' aria-label='Filter lines'>
      {VERDICTS.map((verdict: Verdict) => {
        const n = verdicts[verdict];
        const isShown = shown === verdict;
        if (n === 0 && !isShown) return null;
        return (
          <Link
            key={verdict}
            href={withFilters({ show: isShown ? null : verdict, line: null })}
            className={verdict === 'wrong' ? 'is-wrong' : ''}
            {...(isShown ? { 'aria-current': true as const } : {})}
          >
            <Mark of={verdict} className={`is-${verdict}`} />
            <span>
              <b>{count(n)}</b> {COUNTED[verdict](n)}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

interface CostLineProps {
  readonly summary: Summary;
  readonly boards: number;
  readonly onBoards: (boards: number) => void;
  /** What is shown is of another number of boards; the answer for this one is on its way. */
  readonly isOld: boolean;
}

export function CostLine({ summary, boards, onBoards, isOld }: CostLineProps) {
  const [filters] = useFilters();
  const isShown = filters.get('show') === UNPRICED;
  const [cost] = summary.costs;
  const others = summary.costs.slice(1).filter((each) =>
    each.boards !== summary.boards && each.totals.length > 0
  );
  return (
    <div className='cost-line' aria-busy={isOld}>
      <Boards key={boards} boards={boards} onChange={onBoards} />
      <p className={isOld ? 'quietest' : undefined} role='status'>
        {cost!.totals.length === 0
          ? (
            <>
              boards.{' '}
              <b>
                {cost!.lines_to_buy === 0
                  ? 'No line has a part to buy.'
                  : summary.status === null || summary.verdicts.pending > 0
                  ? 'Price and stock are unknown until it is looked up.'
                  : 'No supplier has stated a price: price and stock are unknown.'}
              </b>
            </>
          )
          : (
            <>
              boards: {cost!.totals.map(({ currency, total, per_board }, i) => (
                <span key={currency}>
                  {i > 0 && ' and '}
                  <b>{sum(total)} {currency}</b>, {sum(per_board)} each
                </span>
              ))}
            </>
          )}
      </p>
      {cost!.totals.length > 0 && (
        <small className={isMostlyUnpriced(cost!) ? 'is-at_risk' : undefined}>
          {isMostlyUnpriced(cost!) ? 'only ' : ''}
          {cost!.lines_priced < cost!.lines_to_buy
            ? (
              <Link
                href={withFilters({ show: isShown ? null : UNPRICED, line: null })}
                {...(isShown ? { 'aria-current': true as const } : {})}
              >
                {count(cost!.lines_priced)} of {plural(cost!.lines_to_buy, 'line')} priced
              </Link>
            )
            : `${count(cost!.lines_priced)} of ${plural(cost!.lines_to_buy, 'line')} priced`}
          <PriceAge of={summary.prices_from} />
        </small>
      )}
      <span className='grow' />
      {others.length > 0 && (
        <span className='at'>
          Each: {others.map(({ boards: each, totals }) => (
            <button
              key={each}
              type='button'
              className='link'
              onClick={() => onBoards(each)}
            >
              <span>{eachOf(totals, cost!.totals)}</span> at {count(each)}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

function PriceAge({ of: from }: { of: Summary['prices_from'] }) {
  return useSaid((now) => from ? `, ${ago(from.oldest, now)}` : '');
}

/** A number of boards, by typing or by steps. */
export function Boards({ boards, onChange }: { boards: number; onChange: (boards: number) => void }) {
  const [text, setText] = useState(`${boards}`);
  const [isWrong, setWrong] = useState(false);
  const complaint = useId();
  function take(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    decide(Number(text));
  }
  function decide(given: number) {
    const isRight = Number.isInteger(given) && given >= 1 && given <= MAX_BOARDS;
    setWrong(!isRight);
    if (isRight) onChange(given);
  }
  return (
    <>
      <form
        className='field boards'
        style={{ minWidth: `calc(${text.length}ch + 48px)` }}
        onSubmit={take}
      >
        <input
          aria-label='Boards'
          inputMode='numeric'
          value={text}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? complaint : undefined}
          onChange={({ target }) => {
            setText(target.value);
            setWrong(false);
          }}
          onBlur={() => {
            // Who only looked at the number has not decided it.
            if (Number(text) !== boards) decide(Number(text));
          }}
          onKeyDown={(event) => {
            const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            decide(Math.max(1, boards + step));
          }}
        />
        <span className='steps' aria-hidden='true'>
          <button type='button' tabIndex={-1} onClick={() => onChange(boards + 1)}>
            <Mark of='up' />
          </button>
          <button type='button' tabIndex={-1} onClick={() => onChange(Math.max(1, boards - 1))}>
            <Mark of='down' />
          </button>
        </span>
      </form>
      {isWrong && (
        <span id={complaint} role='alert' className='error'>
          A whole number from 1 to {count(MAX_BOARDS)}
        </span>
      )}
    </>
  );
}
