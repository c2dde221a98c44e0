/** Beside the pages of a BOM that read what they show once: whether that still holds, and what has changed is read anew. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useBom as useWatchedBom } from '../../../client/react.ts';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { isTerminal } from '../../../shared/domain/status.ts';
import { untilShown } from '../lib/browser.ts';
import { useApi } from '../lib/session.ts';
import { isMissing } from './is-missing.ts';
import { Judging } from './judging.ts';
import { takeRoleAt } from './take-role.ts';

/** A colleague who works through a list decides every few seconds; each decision costs one reading of all that is shown. */
const GATHER_MS = 1_000;

/** What such pages show, besides what is judged. */
const READ = ['bom', 'changes', 'runs', 'compare'];

export function useLive(bomId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const heard = useRef<number | null>(null);
  const news = useRef<News | null>(null);
  const { connection } = useWatchedBom(bomId, {
    ...api.watching,
    signsOfLife: false,
    onUpdate: ({ event, changed, role, connection: { phase, lastHeardAt } }) => {
      heard.current = lastHeardAt;
      if (event) news.current?.event(event);
      if (changed) news.current?.changed();
      if (role) takeRoleAt(queries, api, bomId, role);
      if (phase !== 'connecting') news.current?.opened();
      if (phase === 'deleted' || phase === 'access_revoked') news.current?.close();
    },
  });
  useEffect(() => {
    const opened = news.current = new News(queries, bomId);
    return () => opened.close();
  }, [bomId, queries]);
  const { phase, problem } = connection;
  return {
    connection,
    /** When anything came last. */
    heard,
    /** It was deleted, or is no longer this person's to see. */
    isGone: phase === 'deleted' || phase === 'access_revoked' || (phase === 'refused' && isMissing(problem)),
  };
}

class News {
  readonly #queries: QueryClient;
  readonly #bomId: string;
  readonly #judging: Judging;
  #isOpen = false;
  #hasEvent = false;
  #isDue = false;
  #closed = false;

  constructor(queries: QueryClient, bomId: string) {
    this.#queries = queries;
    this.#bomId = bomId;
    const pause = async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await untilShown();
    };
    this.#judging = new Judging({ queries, bomId, pause });
  }

  /** The first one is the state that the page was opened in. Of a run only its end changes what these pages show. */
  event({ event_type }: EventEnvelope): void {
    if (this.#hasEvent && isTerminal(event_type)) void this.#readAnew();
    this.#hasEvent = true;
  }

  /**
   * What is said as the stream is opened is how it was when the page was: that is what the page has read. What a colleague does line by
   * line is gathered, for each reading is of all that the page shows.
   */
  changed(): void {
    if (this.#isOpen) void this.#readAnew(GATHER_MS);
  }

  opened(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.#closed = true;
    this.#judging.close();
  }

  async #readAnew(gatherMs = 0): Promise<void> {
    if (this.#isDue) return;
    this.#isDue = true;
    if (gatherMs > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
    await untilShown();
    this.#isDue = false;
    if (this.#closed) return;
    this.#judging.soon();
    for (const name of READ) void this.#queries.invalidateQueries({ queryKey: [name, this.#bomId] });
  }
}
