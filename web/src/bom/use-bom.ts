/** One BOM, kept up to date: its run by the stream, its lines beside it, the answer by asking again when a run or somebody changes it. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../client/client.ts';
import { isTrying } from '../../../client/connection.ts';
import { useBom as useWatchedBom } from '../../../client/react.ts';
import type { RunState } from '../../../shared/domain/event.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import type { BomSummary } from '../lib/api.ts';
import { untilShown, useIsOnline, useIsShown } from '../lib/browser.ts';
import { useApi, useSigned } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import type { Line } from '../lines/line.ts';
import { complaintOf } from '../run/connection.tsx';
import { useRunNews } from '../run/use-run-news.ts';
import { useToast } from '../ui/toast.tsx';
import type { Change } from './change-words.ts';
import { ChangesReader } from './changes-reader.ts';
import { isMissing } from './is-missing.ts';
import { Judging } from './judging.ts';
import { LinesReader } from './lines-reader.ts';
import { ofOthers, type Theirs, withChanges } from './meanwhile.tsx';
import { placeOf } from './place.ts';
import { bomOf, ownSummaryOf, summaryOf, takeFirstLines } from './queries.ts';
import { toldChanges } from './told-changes.ts';
import { useReleaseNews } from './use-release-news.ts';
import { takeRoleAt } from './take-role.ts';
import { membersNaming, whoIs } from './use-who.ts';

export interface BomView {
  readonly lines: readonly Line[];
  /** Null before the first run. */
  readonly state: RunState | null;
  readonly run: number | null;
}

const RUNNING = 'running';

/** Nothing is looked up now: what was, can be judged. */
const isSettled = ({ status }: RunState) => isEnded(status) || status === 'paused';

/** As of when the answer holds. */
const stageOf = (state: RunState, run: number | null) =>
  isSettled(state) ? `${run} ${state.status}` : RUNNING;

export function useBom(bomId: string) {
  const { api, user: { id: userId } } = useSigned();
  const queries = useQueryClient();
  const { data: bom = null, error: bomError } = useQuery<BomSummary>(bomOf(api, bomId));
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [linesError, setLinesError] = useState<Error | null>(null);
  const [theirs, setTheirs] = useState<Theirs>(new Map());
  const [actionError, setActionError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isOnline = useIsOnline();
  const isShown = useIsShown();
  const reader = useRef<LinesReader | null>(null);
  const changes = useRef<ChangesReader | null>(null);
  /** Lines of whose changes their own card or form tells. */
  const watched = useRef(new Set<string>());
  const judging = useRef<Judging | null>(null);
  const toast = useToast();
  useReleaseNews(bom);

  // The answer is another one once a run has ended, and for everything that is settled while it pauses. What was asked when
  // the BOM was opened is as new as the state it was opened in.
  const judgedAt = useRef<string | null>(null);
  const judgeAt = useCallback((stage: string) => {
    if (judgedAt.current === stage) return;
    if (stage === RUNNING) {
      // Nothing from before the run may be shown when it ends, here or on a page that is opened then.
      for (const query of queries.getQueryCache().findAll({ queryKey: ['judged', bomId] })) query.reset();
    } else if (judgedAt.current !== null) {
      void queries.invalidateQueries({ queryKey: ['judged', bomId] });
    }
    judgedAt.current = stage;
  }, [bomId, queries]);

  const tell = useRunNews(api);
  const heard = useRef<number | null>(null);
  const { state, run, connection, refresh } = useWatchedBom(bomId, {
    ...api.watching,
    signsOfLife: false,
    onUpdate: ({ event, gap = false, changed, role, state, run, connection: { phase, lastHeardAt } }) => {
      heard.current = lastHeardAt;
      // Asked for before the page draws what has ended, which takes a while where there are many lines.
      if (state && isSettled(state)) judgeAt(stageOf(state, run));
      if (event) tell(event);
      if (event) reader.current?.take(event, gap);
      else if (gap) reader.current?.readAll();
      if (changed) changes.current?.take(changed.change_id);
      if (role) takeRoleAt(queries, api, bomId, role);
      if (phase === 'deleted' || phase === 'access_revoked') {
        reader.current?.close();
        changes.current?.close();
      }
    },
  });
  const { phase } = connection;
  useEffect(() => {
    const pause = async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await untilShown();
    };
    const judged = judging.current = new Judging({ queries, bomId, pause });
    const people = changes.current = new ChangesReader({
      read: () => api.call('GET /boms/:bom_id/changes', { params: { bom_id: bomId } }),
      onChanges: async (all, isAll) => {
        const others = ofOthers(all, userId);
        setTheirs((before) => withChanges(before, others));
        await showChanges(all, isAll);
        await tellChanges(others.filter(({ line_id }) => !watched.current.has(line_id)), isAll);
      },
      onBom: () => queries.invalidateQueries({ queryKey: ['bom', bomId] }),
      pause,
    });
    const opened = new LinesReader({
      read: async (since, after) => {
        if (since !== null || after !== null) return await api.readLines(bomId, since, after);
        const first = await takeFirstLines(queries, api, bomId);
        people.linesAre(first.change_id);
        return first;
      },
      onLines: setLines,
      onError: (error) => {
        setLinesError(error);
        if (isMissing(error)) opened.close();
      },
      pause,
    });
    reader.current = opened;
    opened.readAll();
    return () => {
      opened.close();
      people.close();
      judged.close();
    };

    /** @param all of this person in another tab as well */
    async function showChanges(all: readonly Change[], isAll: boolean): Promise<void> {
      if (isAll) await opened.readAgain(all);
      else opened.readAll();
      judged.soon();
      await Promise.all([
        readLineAgain(queries, bomId),
        queries.invalidateQueries({ queryKey: ['question', bomId] }),
      ]);
    }

    async function tellChanges(others: readonly Change[], isAll: boolean): Promise<void> {
      const organizationId = queries.getQueryData<BomSummary>(bomOf(api, bomId).queryKey)?.organization_id;
      if (others.length === 0 || organizationId === undefined) return;
      const members = await membersNaming(queries, api, organizationId, others);
      for (const told of toldChanges(others, (change) => whoIs(members, change), isAll)) {
        toast({ ...told, at: placeOf(bomId) });
      }
    }
  }, [bomId, api, queries, toast, userId]);

  // Between two runs nothing tells at once that the BOM is gone: whoever looks at the page again shall know.
  useEffect(() => {
    if (isShown && phase === 'ended') refresh();
  }, [isShown]);

  // What was said of an earlier state or network says nothing of this one.
  const status = state?.status ?? null;
  const isReached = isOnline && !isTrying(phase);
  useEffect(() => {
    // A connection that is lost says the same again, and takes no sentence away that somebody reads.
    if (isReached) setActionError(null);
  }, [isReached, run, status]);

  const stage = state ? stageOf(state, run) : bom && bom.status === null ? 'new' : null;
  useEffect(() => {
    if (stage !== null) judgeAt(stage);
  }, [stage, judgeAt]);

  const clearError = useCallback(() => setActionError(null), []);
  const act = useCallback(async (action: () => Promise<unknown>) => {
    setActionError(null);
    setBusy(true);
    try {
      await action();
      return true;
    } catch (e) {
      setActionError(messageOf(e));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const changed = useCallback(
    async (line: Pick<Line, 'line_number'>, changeIds: readonly number[] = []) => {
      changes.current?.made(changeIds);
      await reader.current?.readAgain([line]);
      await Promise.all([readLineAgain(queries, bomId), judging.current?.now()]);
    },
    [bomId, queries],
  );
  /** Shows at once what somebody here has started or controlled. */
  const follow = useCallback(() => {
    refresh();
    void queries.invalidateQueries({ queryKey: ['bom', bomId] });
  }, [bomId, queries, refresh]);

  const watch = useCallback((lineId: string) => {
    watched.current.add(lineId);
    return () => void watched.current.delete(lineId);
  }, []);
  const seen = useCallback(() => changes.current?.shown ?? null, []);
  /** Something was refused for what others did, which nobody has told of yet. Resolves once it is shown. */
  const catchUp = useCallback(async () => await changes.current?.catchUp(), []);

  const isMissed = [bomError, linesError, phase === 'refused' ? connection.problem : null].some(isMissing);
  const isLost = phase === 'deleted' || phase === 'access_revoked' ||
    (isMissed && bom !== null && lines !== null);
  const complaint = complaintOf(connection);
  return {
    bom,
    view: useMemo<BomView | null>(() => lines && { lines, state, run }, [lines, state, run]),
    /** All of its lines were read. Before, what is counted of them is too few. */
    isWhole: lines !== null && bom !== null && lines.length >= bom.line_count,
    connection,
    /** When anything came last. */
    heard,
    /** It was deleted, or is no longer this person's to see: what is shown is the last of it. */
    isLost,
    /** There was nothing to see from the beginning. */
    isGone: isMissed && !isLost,
    isBusy,
    errors: useMemo(
      () =>
        isLost
          ? [actionError]
          : [actionError, complaint, linesError?.message, bom === null ? bomError?.message : null],
      [isLost, actionError, complaint, linesError, bomError, bom],
    ),
    act,
    /** Something has worked: what was refused before is no news any more. */
    clearError,
    follow,
    /** Somebody decided something of a line here, which is no event: what was written by it need not be read as another's. */
    changed,
    /** The newest change that is shown here; null before any line was read. */
    seen,
    /** What others have done since this page was opened. */
    theirs,
    /** Their own card or form tells of what others do to a line, from now on; returns how to end it. */
    watch,
    catchUp,
    isRunning: status !== null && !isEnded(status),
  };
}

/** What was read of single lines is old once somebody has changed lines. */
async function readLineAgain(queries: QueryClient, bomId: string): Promise<void> {
  // A line may come to say again what it said before. What was read of it then does not tell how it came to that now.
  queries.removeQueries({ queryKey: ['line', bomId], type: 'inactive' });
  await queries.invalidateQueries({ queryKey: ['line', bomId] });
}

/** @param isOpen how many boards it is about is still being read */
export function useSummary(bomId: string, boards: number, isOpen: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  useEffect(() => {
    if (isOpen) void queries.prefetchQuery(ownSummaryOf(api, bomId));
  }, [isOpen, bomId, api, queries]);
  return useQuery({
    ...summaryOf(api, bomId, boards),
    enabled: !isOpen,
    // while another number of boards is asked about, what was known stands, in grey
    placeholderData: (before: Summary | undefined) => before,
  });
}
export type Summary = Answer<'GET /boms/:bom_id/summary'>;
