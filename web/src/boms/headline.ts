/** What the list of BOMs says above its rows. */
import type { Verdict } from '../../../shared/domain/judging.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import { ownBoards } from '../bom/own-boards.ts';
import { plural } from '../lib/words.ts';
import type { ListedBom } from './listed-bom.ts';

export const hasEnded = ({ latest_run }: ListedBom) =>
  latest_run !== null && isEnded(latest_run.state.status);

type Verdicts = Readonly<Record<Verdict, number>>;

/** What somebody has to decide or do before an order. */
const needsSomebody = ({ wrong, ask, short }: Verdicts) => wrong + ask + short > 0;

/** Lines as they were judged when its last run ended, for as many boards as it is meant for; null: not kept, or of another state. */
const keptOf = (bom: ListedBom): Verdicts | null =>
  bom.answer !== null && bom.answer.event_id === bom.latest_run!.event_id &&
    bom.answer.boards === ownBoards(bom)
    ? bom.answer.verdicts
    : null;

/** Whether only its summary tells if it is ready to order: nothing that is kept of it says that it is not. */
export function mayBeReady(bom: ListedBom): boolean {
  if (!hasEnded(bom)) return false;
  const kept = keptOf(bom);
  return kept === null || !(needsSomebody(kept) || kept.pending > 0);
}

interface Answered {
  readonly ready: boolean;
  readonly verdicts: Verdicts;
}
type Answers = ReadonlyMap<string, Answered>;

/**
 * How many are ready to order, once that is known of all: the same, whichever rows have been in sight.
 * @param answers summaries, each beside its BOM, as far as they were asked for
 */
export function readyOf(
  boms: readonly ListedBom[],
  answers: ReadonlyMap<string, Pick<Answered, 'ready'>>,
): number | null {
  const ended = boms.filter(hasEnded);
  if (ended.length === 0) return null;
  if (ended.some((bom) => !answers.has(bom.bom_id) && mayBeReady(bom))) return null;
  return ended.filter(({ bom_id }) => answers.get(bom_id)?.ready).length;
}

/** How many wait for nobody's decision, but have lines that no run has looked up: what those are is open. */
export const openOf = (boms: readonly ListedBom[], answers: Answers): number =>
  boms.filter(hasEnded).filter((bom) => {
    const verdicts = answers.get(bom.bom_id)?.verdicts ?? keptOf(bom);
    return verdicts !== null && verdicts.pending > 0 && !needsSomebody(verdicts);
  }).length;

/** How many wait for somebody: with a line that is wrong, short or a question. What is released changes no more, and asks nobody. */
export const waitingOf = (boms: readonly ListedBom[], answers: Answers): number =>
  boms.filter(hasEnded).filter((bom) => {
    const verdicts = answers.get(bom.bom_id)?.verdicts ?? keptOf(bom);
    return bom.release === null && verdicts !== null && needsSomebody(verdicts);
  }).length;

/** Whether a sandbox made up all prices that are known, some of them, or none. */
export function madeUpOf(
  answers: readonly {
    readonly sandbox: boolean;
    readonly costs: readonly { readonly totals: readonly unknown[] }[];
  }[],
): boolean | 'some' {
  if (!answers.some(({ sandbox }) => sandbox)) return false;
  const isReal = answers.some(({ sandbox, costs }) =>
    !sandbox && costs.some(({ totals }) => totals.length > 0)
  );
  return isReal ? 'some' : true;
}

interface Said {
  /** Only some are shown, by what somebody asked for. */
  readonly isFiltered: boolean;
  /** There are older ones, which are not loaded. */
  readonly hasMore: boolean;
  /** How many are ready to order; see readyOf. */
  readonly ready: number | null;
  /** How many of the others have nothing but lines that are not looked up; see openOf. */
  readonly open: number;
  /** How many wait for somebody's decision; see waitingOf. */
  readonly waiting: number;
}

export function headline(
  boms: readonly ListedBom[],
  { isFiltered, hasMore, ready, open, waiting }: Said,
): string {
  const active = boms.filter((bom) => bom.latest_run !== null && !hasEnded(bom));
  const paused = active.filter(({ latest_run }) => latest_run!.state.status === 'paused').length;
  const running = active.length - paused;
  if (boms.length === 0) return isFiltered ? 'No BOM is like that.' : 'Bills of materials';
  const unasked = boms.filter(({ latest_run }) => latest_run === null);
  const fresh = unasked.filter(({ nothing_to_look_up }) => !nothing_to_look_up).length;
  const stuck = unasked.length - fresh;
  const first = ready === null || isFiltered
    ? `${hasMore ? 'The newest ' : ''}${plural(boms.length, 'BOM')}${isFiltered ? ' like that' : ''}.`
    : `${ready === 0 ? 'No BOM' : plural(ready, 'BOM')} ${ready > 1 ? 'are' : 'is'} ready to order.`;
  return [
    first,
    ready !== null && waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for you.`,
    ready !== null && open > 0 && `${open} ${open === 1 ? 'has' : 'have'} lines that are not looked up yet.`,
    running > 0 && `${running} ${running === 1 ? 'is' : 'are'} running.`,
    paused > 0 && `${paused} ${paused === 1 ? 'is' : 'are'} paused.`,
    fresh > 0 && `${fresh} ${fresh === 1 ? 'waits' : 'wait'} to be looked up.`,
    stuck > 0 && `${stuck} ${stuck === 1 ? 'has' : 'have'} no line that can be looked up.`,
  ].filter(Boolean).join(' ');
}
