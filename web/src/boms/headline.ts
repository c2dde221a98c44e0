/** What the list of BOMs says above its rows. */
import type { Verdict } from '../../../shared/domain/judging.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import { ownBoards } from '../bom/own-boards.ts';
import { plural } from '../lib/words.ts';
import type { ListedBom } from './listed-bom.ts';

export const hasEnded = ({ latest_run }: ListedBom) =>
  latest_run !== null && isEnded(latest_run.state.status);

/** Lines in the way of an order, as they were judged when its last run ended, for as many boards as it is meant for. */
const isInTheWay = (verdicts: Readonly<Record<Verdict, number>>) =>
  verdicts.wrong + verdicts.ask + verdicts.pending + verdicts.short > 0;

/** Whether only its summary tells if it is ready to order: nothing that is kept of it says that it is not. */
export const mayBeReady = (bom: ListedBom): boolean =>
  hasEnded(bom) &&
  !(bom.answer !== null && bom.answer.event_id === bom.latest_run!.event_id &&
    bom.answer.boards === ownBoards(bom) && isInTheWay(bom.answer.verdicts));

/**
 * How many are ready to order, once that is known of all: the same, whichever rows have been in sight.
 * @param answers summaries, each beside its BOM, as far as they were asked for
 */
export function readyOf(
  boms: readonly ListedBom[],
  answers: ReadonlyMap<string, { readonly ready: boolean }>,
): number | null {
  const ended = boms.filter(hasEnded);
  if (ended.length === 0) return null;
  if (ended.some((bom) => !answers.has(bom.bom_id) && mayBeReady(bom))) return null;
  return ended.filter(({ bom_id }) => answers.get(bom_id)?.ready).length;
}

interface Said {
  /** Only some are shown, by what somebody asked for. */
  readonly isFiltered: boolean;
  /** There are older ones, which are not loaded. */
  readonly hasMore: boolean;
  /** How many are ready to order; see readyOf. */
  readonly ready: number | null;
}

export function headline(boms: readonly ListedBom[], { isFiltered, hasMore, ready }: Said): string {
  const open = boms.filter((bom) => bom.latest_run !== null && !hasEnded(bom));
  const paused = open.filter(({ latest_run }) => latest_run!.state.status === 'paused').length;
  const running = open.length - paused;
  if (boms.length === 0) return isFiltered ? 'No BOM is like that.' : 'Bills of materials';
  const fresh = boms.filter(({ latest_run }) => latest_run === null).length;
  const waiting = boms.filter(hasEnded).length - (ready ?? 0);
  const first = ready === null || isFiltered
    ? `${hasMore ? 'The newest ' : ''}${plural(boms.length, 'BOM')}${isFiltered ? ' like that' : ''}.`
    : `${ready === 0 ? 'No BOM' : plural(ready, 'BOM')} ${ready > 1 ? 'are' : 'is'} ready to order.`;
  return [
    first,
    ready !== null && waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you.`,
    running > 0 && `${running} ${running === 1 ? 'is' : 'are'} running.`,
    paused > 0 && `${paused} ${paused === 1 ? 'is' : 'are'} paused.`,
    fresh > 0 && `${fresh} ${fresh === 1 ? 'waits' : 'wait'} to be looked up.`,
  ].filter(Boolean).join(' ');
}
