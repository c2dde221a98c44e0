/** One BOM in the list: its answer in a line, or how far its run is. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { RunState } from '../../../shared/domain/event.ts';
import { type Verdict, VERDICTS } from '../../../shared/domain/judging.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import { nameOf } from '../bom/name.ts';
import { NO_LINE } from '../bom/verdict-sentence.ts';
import { ownBoards } from '../bom/own-boards.ts';
import { useSaid } from '../lib/browser.ts';
import { sums } from '../lib/money.ts';
import type { Api } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import {
  ago,
  clock,
  count,
  day,
  isMostlyUnpriced,
  plural,
  pricedInPart,
  roughlyAgo,
  UNKNOWN,
} from '../lib/words.ts';
import { Tape } from '../run/tape.tsx';
import { Button } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import type { ListedBom } from './listed-bom.ts';
import { IN_SHORT } from './states.ts';

interface BomRowProps {
  readonly bom: ListedBom;
  /** Of its project, where it has one. */
  readonly project: string | undefined;
  /** Another one in the list is called the same. */
  readonly hasNamesake: boolean;
  /** What runs of the last day found worse than the runs before. */
  readonly worse: number;
  /** Prices that a sandbox made up are said to be so here: those of other rows are not. */
  readonly isMadeUpMarked: boolean;
  /** Somebody deleted it a moment ago, and can still undo that. */
  readonly isDeleted: boolean;
  readonly onDelete: (() => void) | null;
}

/** What is said of it in the list, for as many boards as it is meant for. */
export const answerOf = (api: Api, bom: ListedBom) => ({
  // another run, another answer
  queryKey: ['judged', bom.bom_id, 'summary', ownBoards(bom), bom.latest_run?.event_id],
  queryFn: () =>
    api.call('GET /boms/:bom_id/summary', {
      params: { bom_id: bom.bom_id },
      query: { boards: `${ownBoards(bom)}` },
    }),
});

export function BomRow(
  { bom, project, hasNamesake, worse, isMadeUpMarked, isDeleted, onDelete }: BomRowProps,
) {
  const row = useRef<HTMLTableRowElement>(null);
  const isSeen = useIsSeen(row);
  const state = bom.latest_run?.state ?? null;
  const isRunning = state !== null && !isEnded(state.status);
  const boards = ownBoards(bom);
  const api = useApi();
  const { data: summary } = useQuery({
    ...answerOf(api, bom),
    enabled: isSeen && state !== null && !isRunning,
  });
  const cost = summary?.costs[0];
  return (
    <tr ref={row} className={isDeleted ? 'deleted' : undefined}>
      <td className='name' title={nameOf(bom.name)}>
        {isDeleted ? <s>{nameOf(bom.name)}</s> : <Link href={`/boms/${bom.bom_id}`}>{nameOf(bom.name)}</Link>}
        {bom.release && ' '}
        {bom.release && (
          <small className='quieter'>released{bom.release.name && ` as ${bom.release.name}`}</small>
        )}
        {hasNamesake && ' '}
        {hasNamesake && <small className='quieter'>{cameIn(bom)}</small>}
      </td>
      <td className='of-project quieter'>{project}</td>
      <td className='of-answer'>
        <div className='said'>
          {isDeleted ? <span className='quieter'>Deleted</span> : state === null
            ? (
              <span className='quieter'>
                {bom.nothing_to_look_up
                  ? (
                    <>
                      <Mark of='not_fitted' /> {NO_LINE}
                    </>
                  )
                  : (
                    <>
                      <Mark of='pending' /> Not looked up yet
                    </>
                  )}
              </span>
            )
            : isRunning
            ? <Running state={state} />
            : state.status === 'failed'
            ? (
              <span>
                <Mark of='failed' className='is-failed' /> The last run failed
              </span>
            )
            : summary && (
              <Answer
                bomId={bom.bom_id}
                verdicts={summary.verdicts}
                isReady={summary.ready}
                boards={boards}
                left={state.pending_items - summary.verdicts.pending}
                priced={cost && cost.totals.length > 0 ? pricedInPart(cost) : 'price and stock are unknown'}
              />
            )}
          {isMadeUpMarked && summary?.sandbox && !isDeleted && <span className='quieter'>made up</span>}
          {worse > 0 && !isDeleted && (
            <Link className='worse' href={`/organizations/${bom.organization_id}/changes?bom=${bom.bom_id}`}>
              {count(worse)} got worse since yesterday
            </Link>
          )}
        </div>
      </td>
      <td className='number of-lines'>{count(bom.line_count)}</td>
      <td className='number of-boards'>{count(boards)}</td>
      <td className='number of-each'>
        {cost && !isMostlyUnpriced(cost) && sums(cost.totals, ({ per_board }) => per_board) || UNKNOWN}
      </td>
      <td className='number of-age quieter'>
        {isRunning
          ? (
            <span>
              <Mark of='live' /> Live
            </span>
          )
          : state && <Age of={state.last_update} />}
      </td>
      <td className='of-delete'>
        {onDelete && !isDeleted && (
          <Button look='quiet' aria-label={`Delete ${nameOf(bom.name)}`} title='Delete' onClick={onDelete}>
            <Mark of='close' />
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What tells it from others of its name. */
const cameIn = ({ created_at, revision_of }: ListedBom): string =>
  `${revision_of === null ? 'imported' : 'a revision,'} ${day(created_at)}`;

function Age({ of: moment }: { of: string }) {
  const said = useSaid((now, isCalm) => (isCalm ? roughlyAgo : ago)(moment, now));
  return <time dateTime={moment}>{said}</time>;
}

/** What needs somebody; what is fine is said only where nothing does. */
const LOUD = VERDICTS.filter((verdict): verdict is keyof typeof IN_SHORT => verdict in IN_SHORT);

function Answer(
  { bomId, verdicts, isReady, boards, left, priced }: {
    bomId: string;
    verdicts: Readonly<Record<Verdict, number>>;
    isReady: boolean;
    boards: number;
    /** Lines that the last run has left, and which stand as an earlier one found them. */
    left: number;
    /** How much of its price is known, where that is not all. */
    priced: string | null;
  },
) {
  const asBefore = left > 0 && (
    <span className='quieter'>
      {plural(left, 'line')} as an earlier run found {left === 1 ? 'it' : 'them'}
    </span>
  );
  if (isReady) {
    return (
      <>
        <span className='is-fine'>
          <Mark of='fine' /> Ready to order for {plural(boards, 'board')}
        </span>
        {asBefore}
      </>
    );
  }
  const loud = LOUD.filter((verdict) => verdicts[verdict] > 0);
  return (
    <>
      {loud.map((verdict) => (
        <Link
          key={verdict}
          href={`/boms/${bomId}?show=${verdict}`}
          className={verdict === 'wrong' ? 'in-short is-wrong' : 'in-short'}
        >
          <Mark of={verdict} className={`is-${verdict}`} /> <b>{count(verdicts[verdict])}</b>{' '}
          {IN_SHORT[verdict]}
        </Link>
      ))}
      {asBefore}
      {priced && <span className='quieter'>{priced}</span>}
    </>
  );
}

function Running({ state }: { state: RunState }) {
  const { enriched_items, not_found_items, failed_items, pending_items, skipped_items, total_items } = state;
  const counts = {
    fine: enriched_items,
    ask: not_found_items,
    failed: failed_items,
    pending: pending_items,
    not_fitted: skipped_items,
  };
  const done = total_items - skipped_items - pending_items;
  const until = state.waiting_for?.until;
  return (
    <span className='running-short'>
      <Tape counts={counts} cells={36} label={`${Math.floor(state.percent_complete)} % looked up`} />
      <span>
        <b>{count(done)}</b> of {count(total_items - skipped_items)}
      </span>
      <span className='quieter'>
        {state.status === 'paused'
          ? 'paused'
          : until
          ? `goes on at ${clock(until)}`
          : state.waiting_for
          ? 'waits'
          : state.eta_seconds !== null && `about ${state.eta_seconds} s`}
      </span>
    </span>
  );
}

/** Whether it was in sight once: an answer that nobody looks at is not asked for. */
function useIsSeen(of: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!of.current || isSeen) return;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry!.isIntersecting));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of, isSeen]);
  return isSeen;
}
