/** One BOM: its answer, its lines, one line in the panel. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { isEnded, type RunMode } from '../../../shared/domain/status.ts';
import { VERDICTS } from '../../../shared/domain/judging.ts';
import type { Line } from '../lines/line.ts';
import { type Command, useCommands } from '../app/command-sources.ts';
import { Frame } from '../app/frame.tsx';
import { RefusedCall } from '../../../client/problem.ts';
import { isChangedSince, type LineChanges, type Review } from '../lib/api.ts';
import { goTo, useFilters, withBoards, withFilters } from '../lib/address.ts';
import { stir, useIsShown } from '../lib/browser.ts';
import { currenciesOf } from '../lib/money.ts';
import { may, useSigned } from '../lib/session.ts';
import { count, messageOf, nameOfLine, plural } from '../lib/words.ts';
import {
  createJudge,
  createTally,
  isUnpriced,
  type JudgedLine,
  stateOf,
  type Tally,
  worstFirst,
} from '../lines/judged.ts';
import { finding } from '../lines/find.ts';
import { lineBeside, LinesTable } from '../lines/lines-table.tsx';
import { nextSorting, readSorting } from '../lines/sorting.ts';
import { isAsked } from '../review/questions.ts';
import { reviewInWords, takenBackInWords } from '../review/review-words.ts';
import { Connection, isCurrent } from '../run/connection.tsx';
import { RunStrip } from '../run/run-strip.tsx';
import { TAPE } from '../run/tape.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { Hold, useHeld } from '../ui/held.ts';
import { Mark } from '../ui/marks.tsx';
import { useToast } from '../ui/toast.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { CostLine, Counts, UNPRICED } from './answer.tsx';
import { BomMenu } from './bom-menu.tsx';
import { useBoards } from './boards.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { GoneBom } from './gone-bom.tsx';
import { lineCommands } from './line-commands.ts';
import type { Others } from './meanwhile.tsx';
import { nameOf } from './name.ts';
import './bom.css';
import { Panel, type PanelBegins } from './panel.tsx';
import { placeOf } from './place.ts';
import { ReleaseNote } from './release.tsx';
import { Revision } from './revision.tsx';
import { bomTabs } from './tabs.ts';
import { questionsOf } from './questions-of.ts';
import { hasNothingToAsk, sentenceBefore, verdictSentence, WHY_NO_LINE } from './verdict-sentence.ts';
import { type BomView, type Summary, useBom, useSummary } from './use-bom.ts';
import { useVerdicts, useVerdictsSoFar } from './use-verdicts.ts';
import { useColumns } from './use-columns.ts';
import { useLoss } from './use-loss.ts';
import { useWho } from './use-who.ts';
import { whyClosed } from './why-closed.ts';
import { Worse } from './worse.tsx';

export default function BomPage({ bomId }: { bomId: string }) {
  const { api, organizations, user } = useSigned();
  const tell = useToast();
  const [filters, changeFilters] = useFilters();
  const { boards, isOpen: isBoardsOpen, setBoards } = useBoards(bomId);
  const open = useBom(bomId);
  const {
    bom,
    view,
    isWhole,
    connection,
    heard,
    isLost,
    isRunning,
    isBusy,
    errors,
    act,
    follow,
    changed,
    seen,
    theirs,
    watch,
    catchUp,
    clearError,
  } = open;
  const who = useWho(bom?.organization_id);
  const others: Others = { seen, theirs, who, watch };
  const summary = useSummary(bomId, boards, isBoardsOpen);
  const verdicts = useVerdicts(bomId, boards, view !== null && !isRunning && !isBoardsOpen);
  // What was judged before the run says nothing of what it finds.
  const served = isRunning || verdicts.isPlaceholderData ? null : verdicts.data ?? null;
  const servedSoFar = useVerdictsSoFar(bomId, boards, { view, isRunning });
  // Rows stay as they are while a run is at work, and until its answer is there: nothing moves that somebody reads, and then once.
  const [isInRunsOrder, setInRunsOrder] = useState(false);
  if (isRunning !== isInRunsOrder && (isRunning || served !== null || verdicts.isError)) {
    setInRunsOrder(isRunning);
  }
  const isInFilesOrder = isInRunsOrder && filters.get('order') !== 'worst';
  const [hidden, toggleColumn] = useColumns(isInRunsOrder);
  const [menuError, setMenuError] = useState<string | null>(null);
  const order = useRef<readonly JudgedLine[]>([]);
  const find = useRef<HTMLInputElement>(null);

  const organization = organizations.find(({ organization_id }) => organization_id === bom?.organization_id);
  const release = bom?.release ?? null;
  const mayControl = may(organization, 'editor') && !isLost && release === null;
  const loss = useLoss(bom, isLost);
  const closed = whyClosed({ release, organization, loss, userId: user.id, who });
  const [isHeld, hold] = useHeld();
  const state = view?.state ?? null;
  useEffect(stir, [state]);
  // before the first answer nobody knows whether there was a run
  const isNew = state === null && bom !== null && bom.status === null;

  const judge = useMemo(createJudge, [bomId]);
  const judged = useMemo(() => judge(view?.lines ?? [], served, boards, isRunning, servedSoFar), [
    judge,
    view?.lines,
    served,
    boards,
    isRunning,
    servedSoFar,
  ]);
  const tally = useMemo(createTally, [bomId]);
  const { words: counts, madeUp } = useMemo(() => tally(judged), [tally, judged]);
  const isCounted = isWhole && (verdicts.data !== undefined || verdicts.isError);
  const questions = useMemo(
    () => isRunning ? 0 : isCounted ? judged.filter(isAsked).length : questionsOf(bom, summary.data),
    [judged, isRunning, isCounted, bom, summary.data],
  );
  const currencies = useMemo(
    () => isRunning && servedSoFar === null ? [] : currenciesOf(judged.map(({ part }) => part)),
    [judged, isRunning, servedSoFar],
  );
  const pending = useMemo(
    () => isRunning ? 0 : judged.filter(({ line }) => line.status === 'pending').length,
    [judged, isRunning],
  );
  // A run at work counts by what stands before each line, and everything after it by the answer.
  const show = (isRunning ? TAPE : VERDICTS).find((word) => word === filters.get('show')) ?? null;
  const areUnpriced = !isRunning && filters.get('show') === UNPRICED;
  const wanted = filters.get('find') ?? '';
  const shown = useMemo(() => {
    const isMeant = finding(wanted);
    const some = show === null && wanted === '' && !areUnpriced
      ? judged
      : judged.filter((each) =>
        (show === null || (isRunning ? each.word : each.verdict) === show) &&
        (!areUnpriced || isUnpriced(each)) && isMeant(each.line)
      );
    return isInFilesOrder ? some : worstFirst(some);
  }, [judged, show, areUnpriced, wanted, isRunning, isInFilesOrder]);

  const sort = filters.get('sort');
  const sorting = useMemo(() => readSorting(sort), [sort]);
  const onSort = useCallback(
    (column: string) => changeFilters({ sort: nextSorting(sorting, column) }),
    [sorting, changeFilters],
  );
  const empty = useMemo(() => (
    <p>
      No line of {count(judged.length)} is like that.{' '}
      <Link href={withFilters({ show: null, find: null })}>Show all</Link>
    </p>
  ), [judged.length, filters.toString()]);
  const selected = Number(filters.get('line')) || null;
  const current = selected === null ? undefined : judged.find(({ line }) => line.line_number === selected);
  const isPanelOpen = current !== undefined;
  const [cursor, setCursor] = useState<number | null>(null);
  const at = selected ?? cursor;

  /** What the panel opens with, where a key asked for it on a line that was only selected. */
  const [begins, setBegins] = useState<{ readonly line: number; readonly with: PanelBegins } | null>(null);
  const openLine = useCallback((line: number, what: PanelBegins = null) => {
    setCursor(line);
    setBegins({ line, with: what });
    changeFilters({ line: `${line}` });
  }, [changeFilters]);
  const close = () => {
    setBegins(null);
    changeFilters({ line: null });
    focusRow(at);
  };
  const move = (by: 1 | -1) => {
    const next = at === null ? order.current[0]?.line.line_number : lineBeside(order.current, at, by);
    if (next === undefined) return;
    setCursor(next);
    setBegins(null);
    if (isPanelOpen) changeFilters({ line: `${next}` });
  };
  const start = (mode: RunMode) =>
    void act(async () => {
      await api.start(bom!, mode);
      follow();
    });
  const control = (action: 'pause' | 'resume' | 'cancel') =>
    void act(async () => {
      await api.control(bomId, action);
      follow();
    });
  /** What was done here and not taken back, the newest last. */
  const done = useRef<{ readonly line: Line; readonly change_ids: number[] }[]>([]);
  /** Why nothing was decided of a line: somebody else has changed it meanwhile. Who then decides again has seen that. */
  const [conflict, setConflict] = useState<{ readonly lineId: string; readonly text: string } | null>(null);
  /** Offers a way back for a while, unless that is what it was. An older way back of the line goes. */
  const review = async (line: Line, how: Review) => {
    setConflict(null);
    if (how.action === 'undo') return await undo(line, how);
    let changes: readonly { readonly change_id: number }[] = [];
    let isRefused = false;
    const isDone = await act(async () => {
      try {
        ({ changes } = await api.review(bomId, [line.line_id], how, seen()));
      } catch (e) {
        if (!isChangedSince(e)) throw e;
        isRefused = true;
        setConflict({ lineId: line.line_id, text: e.message });
      }
    });
    if (isRefused) return await catchUp();
    const text = `${nameOfLine(line)}: ${reviewInWords(how)}.`;
    const changeIds = changes.map(({ change_id }) => change_id);
    if (isDone) offerUndo(line, text, changeIds);
    // What refuses it may be what somebody else has done to the line. Where that cannot be read either, the first refusal counts.
    await changed(line, changeIds).catch((e) => {
      if (isDone) throw e;
    });
  };
  /** What refuses it is told in the toast's place: it may be of any line, and whatever the page shows of a run comes and goes. */
  const undo = async (line: Line, how: Review) => {
    const { change_ids = [] } = how;
    const forget = () =>
      done.current = done.current.filter((each) => !each.change_ids.some((id) => change_ids.includes(id)));
    clearError();
    const others = whoseIs(change_ids);
    try {
      await api.review(bomId, [line.line_id], how, null);
      forget();
      const text = await others ?? reviewInWords(how);
      tell({ text: `${nameOfLine(line)}: ${text}.`, about: line.line_id, at: placeOf(bomId) });
    } catch (e) {
      // What was taken back already, or decided since, will not be this one's to take back. A run ends.
      if (e instanceof RefusedCall && e.code === 'nothing_to_undo') forget();
      tell({
        text: `${nameOfLine(line)} stays as it is: ${messageOf(e)}`,
        about: line.line_id,
        at: placeOf(bomId),
      });
    }
    // What cannot be read now is read where the connection is back.
    await changed(line).catch(() => {});
  };
  /** What somebody else did, with their name; null where this person did it, or nobody can say who. */
  const whoseIs = async ([id]: readonly number[]): Promise<string | null> => {
    if (id === undefined || done.current.some(({ change_ids }) => change_ids.includes(id))) return null;
    const { changes: [change] } = await api.call('GET /boms/:bom_id/changes', {
      params: { bom_id: bomId },
      query: { after: String(id + 1), limit: '1' },
    }).catch(() => ({ changes: [] }));
    return change?.change_id !== id || change.user_id === user.id
      ? null
      : takenBackInWords(change, who(change));
  };
  const undoLast = () => {
    const last = done.current.at(-1);
    if (last) void undo(last.line, { action: 'undo', change_ids: last.change_ids });
    else {
      tell({ text: 'Nothing was done here that could be taken back.', about: 'undo', at: placeOf(bomId) });
    }
  };
  const offerUndo = (line: Line, text: string, change_ids: number[]) => {
    if (change_ids.length > 0) done.current.push({ line, change_ids });
    tell({
      text,
      about: line.line_id,
      at: placeOf(bomId),
      ...(change_ids.length > 0 ? { onUndo: () => void undo(line, { action: 'undo', change_ids }) } : {}),
    });
  };
  const change = async (line: Line, changes: LineChanges, asOf = seen()) => {
    const { change_id } = await api.changeLine(bomId, line.line_id, changes, asOf).catch(async (e) => {
      // Whoever is told so sees it, and may then save over it.
      if (isChangedSince(e)) await catchUp();
      throw e;
    });
    setBegins(null);
    clearError();
    const written = change_id === null ? [] : [change_id];
    offerUndo(line, `${nameOfLine(line)} is changed.`, written);
    await changed(line, written);
  };

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: at !== null && !isPanelOpen ? () => openLine(at) : undefined,
    ...(at !== null && !isPanelOpen && mayControl
      ? { e: () => openLine(at, 'edit'), c: () => openLine(at, 'note') }
      : {}),
    Escape: isPanelOpen
      ? close
      : show || areUnpriced || wanted
      ? () => changeFilters({ show: null, find: null })
      : undefined,
    '/': () => find.current?.focus(),
    // a panel has it for what was done to its line
    u: mayControl && !isPanelOpen && (!isRunning || state?.status === 'paused') ? undoLast : undefined,
    p: mayControl && isRunning && !isBusy
      ? () => control(state?.status === 'paused' ? 'resume' : 'pause')
      : undefined,
  });
  useCommands((text) => [
    lineCommands(bomId, judged, text, stateOf),
    {
      title: 'Actions',
      commands: actions().filter(({ text: name }) => name.toLowerCase().includes(text.toLowerCase())),
    },
  ]);
  /** Those that the person may do now, as they stand beside the answer. */
  function actions(): Command[] {
    if (!mayControl || isBusy || (state === null && !isNew)) return [];
    if (!isRunning) {
      const again = { id: 'look-up', text: state ? 'Look up again' : 'Look up', act: () => start('all') };
      if (!questions || !state) return [again];
      const answer = {
        id: 'answer',
        text: `Answer ${plural(questions, 'question')}`,
        act: () => goTo(`/boms/${bomId}/questions`),
      };
      return [answer, again];
    }
    return [
      state?.status === 'paused'
        ? { id: 'resume', text: 'Resume', hint: 'p', act: () => control('resume') }
        : { id: 'pause', text: 'Pause', hint: 'p', act: () => control('pause') },
      { id: 'cancel', text: 'Cancel', act: () => control('cancel') },
    ];
  }
  /** What is next for somebody who has read the answer; null where that is to look it up, undefined before all lines were read. */
  const next = state === null || isRunning
    ? null
    : !isCounted && !questions
    ? undefined
    : nextOf(bomId, questions ?? 0, judged, counts, summary.data?.ready, served !== null, pending);
  useTitle(bom?.name ?? null, view, summary.data);

  if (open.isGone || (isLost && !isHeld)) return <GoneBom bomId={bomId} />;
  const failed = state && isEnded(state.status) ? state.failed_items : 0;
  return (
    <Frame
      organization={organization}
      trail={bom ? [{ text: nameOf(bom.name), href: `/boms/${bomId}` }] : []}
      tabs={bomTabs(bomId, 'lines', isRunning || release ? undefined : questions)}
      connection={<Connection of={connection} heard={heard} />}
      notice={<ReleaseNote release={release} compareAt={`/boms/${bomId}/compare`} />}
      isMadeUp={madeUp > 0}
      isFixed
    >
      <Hold value={hold}>
        <div className={isRunning ? 'split running' : 'split'}>
          <section className='page'>
            <div className='answer'>
              <div className='verdict-row'>
                <h1 className='verdict'>
                  {bom ? <span>{nameOf(bom.name)}.</span> : <span>…</span>} {isRunning && state && view
                    ? soFar(counts.wrong, state)
                    : isNew
                    ? sentenceBefore(summary.data?.verdicts)
                    : summary.data
                    ? verdictSentence(summary.data, served ? pending : undefined)
                    : isInRunsOrder && 'Looked up. Its answer is being put together.'}
                </h1>
                {mayControl && (state !== null || isNew) && (
                  <fieldset className='actions' disabled={isBusy}>
                    {isRunning
                      ? (
                        <>
                          {state?.status === 'paused'
                            ? (
                              <Button
                                look='go'
                                shortcut='p'
                                onClick={() => control('resume')}
                              >
                                Resume
                              </Button>
                            )
                            : <Button shortcut='p' onClick={() => control('pause')}>Pause</Button>}
                          <Button onClick={() => control('cancel')}>Cancel</Button>
                        </>
                      )
                      : (
                        <>
                          {state !== null && failed > 0 && (
                            <Button onClick={() => start('failed')}>Only the failed</Button>
                          )}
                          {state !== null && pending > 0 && (
                            <Button
                              look={next === null ? 'go' : 'plain'}
                              onClick={() => start('pending')}
                            >
                              {`Look up ${plural(pending, 'pending line')}`}
                            </Button>
                          )}
                          {!(isNew && summary.data && hasNothingToAsk(summary.data.verdicts)) && (
                            <Button
                              look={next === null && (state === null || pending === 0) ? 'go' : 'plain'}
                              onClick={() => start('all')}
                            >
                              {state ? 'Look up again' : 'Look up'}
                            </Button>
                          )}
                          {next && <Link className='button go' href={next.href}>{next.text}</Link>}
                        </>
                      )}
                  </fieldset>
                )}
                {bom && (
                  <BomMenu
                    bom={bom}
                    boards={boards}
                    mayRelease={mayControl && !isRunning}
                    mayChange={mayControl}
                    mayShare={may(organization, 'editor')}
                    closed={closed}
                    closedToShare={whyClosed({ release: null, organization, loss, userId: user.id, who })}
                    isLost={isLost}
                    onError={setMenuError}
                  />
                )}
              </div>
              {isNew && summary.data && hasNothingToAsk(summary.data.verdicts) && <p>{WHY_NO_LINE}</p>}
              <Revision bom={bom} />
              <Errors of={[...errors, menuError]} />
              {state?.status === 'failed' && (
                <p className='is-failed'>Run {view!.run} failed. What was found before stands.</p>
              )}
              {isRunning && state && view
                ? <RunStrip run={view.run!} state={state} counts={counts} isLive={isCurrent(connection)} />
                : summary.data && (
                  <>
                    <div className='filters'>
                      <Counts verdicts={summary.data.verdicts} />
                      <span className='grow' />
                      {bom && view?.run != null && view.run > 1 && <Worse bom={bom} run={view.run} />}
                    </div>
                    <CostLine
                      summary={summary.data}
                      boards={boards}
                      onBoards={setBoards}
                      isOld={summary.isPlaceholderData}
                    />
                  </>
                )}
            </div>
            {view && view.lines.length > 0
              ? (
                <LinesTable
                  lines={shown}
                  hidden={hidden}
                  sorting={sorting}
                  onSort={onSort}
                  selected={at}
                  onOpen={openLine}
                  onReach={setCursor}
                  order={order}
                  boards={boards}
                  currencies={currencies}
                  empty={empty}
                />
              )
              : <div className='lines'>{errors.every((error) => error == null) && <Loading />}</div>}
            <footer className='foot'>
              <span role='status'>
                {view === null
                  ? ''
                  : shown.length === judged.length
                  ? linesSoFar(judged.length, bom?.line_count ?? 0)
                  : `${count(shown.length)} of ${plural(judged.length, 'line')}`}
                {sorting || view === null ? '' : isInFilesOrder ? ', as in the file' : ', worst first'}
              </span>
              {isInFilesOrder && <Link href={withFilters({ order: 'worst' })}>Worst first now</Link>}
              {state && isEnded(state.status) && (
                <span className='last-run'>Run {view!.run} {state.status}</span>
              )}
              <span className='hints'>
                <kbd>j</kbd> <kbd>k</kbd> move <kbd>Enter</kbd> panel
              </span>
              <span className='grow' />
              <label className='field'>
                <Mark of='find' />
                <input
                  ref={find}
                  type='search'
                  aria-label={`Find in ${plural(judged.length, 'line')}`}
                  placeholder='Find in lines'
                  value={wanted}
                  onChange={({ target }) => changeFilters({ find: target.value })}
                />
                <kbd aria-hidden='true'>/</kbd>
              </label>
              <ColumnsMenu hidden={hidden} onToggle={toggleColumn} />
            </footer>
          </section>
          {current && (
            <Panel
              bomId={bomId}
              judged={current}
              begins={begins?.line === selected ? begins.with : null}
              review={mayControl ? review : null}
              change={mayControl ? change : null}
              others={others}
              closed={closed}
              conflict={conflict?.lineId === current.line.line_id ? conflict.text : null}
              isRunning={isRunning && state?.status !== 'paused'}
              onOther={() => changed(current.line)}
              onUndoOther={undoLast}
              onClose={close}
              onMove={move}
            />
          )}
        </div>
      </Hold>
    </Frame>
  );
}

/** While the pages of a large BOM are being read, those that are there are not all. */
const linesSoFar = (read: number, all: number) =>
  read < all ? `${count(read)} of ${plural(all, 'line')} so far` : plural(read, 'line');

/**
 * The questions first, then what is loudest, then what lacks a price, and where nothing is in the way, what to order. Null where
 * lines are to be looked up before.
 */
function nextOf(
  bomId: string,
  questions: number,
  judged: readonly JudgedLine[],
  counts: Tally['words'],
  isReady: boolean | undefined,
  /** Prices are known, as far as there are any. */
  isPriced: boolean,
  /** Lines that a run has yet to look up. */
  pending: number,
): { readonly text: string; readonly href: string } | null {
  if (questions > 0) {
    return { text: `Answer ${plural(questions, 'question')}`, href: `/boms/${bomId}/questions` };
  }
  for (const loud of ['wrong', 'short'] as const) {
    const first = counts[loud] > 0 ? judged.find(({ word }) => word === loud) : undefined;
    if (first) {
      return {
        text: counts[loud] === 1 ? `See the ${loud} line` : `See ${count(counts[loud])} ${loud} lines`,
        href: withFilters({ show: loud, line: `${first.line.line_number}` }),
      };
    }
  }
  if (pending > 0) return null;
  const unpriced = isReady === false && isPriced ? judged.filter(isUnpriced) : [];
  if (unpriced.length > 0) {
    return {
      text: `See ${plural(unpriced.length, 'line')} without a price`,
      href: withFilters({ show: UNPRICED, line: null }),
    };
  }
  return isReady ? { text: 'To the order lists', href: withBoards(`/boms/${bomId}/cost`) } : null;
}

const focusRow = (line: number | null) =>
  document.querySelector<HTMLElement>(`.lines [data-line="${line}"]`)?.focus({ preventScroll: true });

function soFar(
  wrong: number,
  state: NonNullable<ReturnType<typeof useBom>['view']>['state'] & object,
): string {
  const done = state.total_items - state.skipped_items - state.pending_items;
  const said = wrong > 0 ? `${count(wrong)} wrong so far, ` : '';
  return `${said}${count(done)} of ${plural(state.total_items - state.skipped_items, 'line')} looked up.`;
}

/** What a tab behind others says: how far a run is, what it needs, and, until somebody looks, that it has ended. */
function useTitle(
  name: string | null,
  view: BomView | null,
  summary: Summary | undefined,
): void {
  const isShown = useIsShown();
  /** The run that was at work when this tab was last looked at, or has been since. */
  const [working, setWorking] = useState<number | null>(null);
  const { state = null, run = null } = view ?? {};
  const isRunning = state !== null && !isEnded(state.status);
  useEffect(() => {
    if (isRunning) setWorking(run);
    else if (isShown) setWorking(null);
  }, [isRunning, run, isShown]);
  const ended = state && !isRunning && !isShown && working === run ? `Run ${run} ${state.status}. ` : '';
  const answer = summary
    ? `${
      (summary.status === null ? sentenceBefore(summary.verdicts) : verdictSentence(summary)).replace(
        /\.$/,
        '',
      )
    }: `
    : '';
  const progress = !state
    ? ''
    : state.waiting_for?.reason === 'nobody_to_work'
    ? 'Nobody works on it · '
    : state.status === 'paused'
    ? 'Paused · '
    : `${Math.floor(state.percent_complete)} % · `;
  const title = name && `${isRunning ? progress : ended + answer}${nameOf(name)}`;
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  // Not with each change: the browser is told of each title, twice as many of which would take it a tenth of what an event costs.
  useEffect(() => () => void (document.title = 'bomstream'), []);
}
