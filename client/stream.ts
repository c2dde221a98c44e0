/**
 * One stream, kept open: opened again when it is cut, silent, rotated or refused for now, with a new token where the old one
 * has ended, and replaced by asking for the state where networks let no stream through.
 */
import type { StreamEnd } from '../shared/api/stream.ts';
import type { EventEnvelope } from '../shared/domain/event.ts';
import { EVENT_TYPES, isTerminal } from '../shared/domain/status.ts';
import {
  BEFORE_FIRST,
  type Connection,
  isTrying,
  type Phase,
  POLL_MS,
  type Problem,
  type Silence,
} from './connection.ts';
import { createReader } from './frames.ts';
import type { Known, News } from './news.ts';
import { problemOf, UNREACHABLE } from './problem.ts';
import { jittered, pause, under, unlessAborted } from './time.ts';

/** What a stream is of. */
export interface Scope {
  readonly kind: 'bom' | 'organization';
  readonly id: string;
}

export interface StreamOptions {
  readonly scope: Scope;
  readonly url: string;
  readonly token: (isRefused: boolean) => string | Promise<string>;
  readonly fetch: typeof fetch;
  readonly silence: Silence;
  /** What is known, whoever said it: the stream goes on from there. */
  readonly known: Known;
  /** Hears `refresh` where somebody wants news now: the stream is opened anew, which makes the server look. */
  readonly refreshes: EventTarget;
  readonly tell: (news: News) => void;
}

/** First and longest pause between two tries that fail. */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** A stream whose first word takes longer than this part of the time it is given may be held back: the state is asked for. */
const PATIENCE = 1 / 5;
/** Tries without a first word after which the state is asked for instead: one may be a hiccup. */
const TRIES_BEFORE_POLLING = 2;
/** Tokens that may be refused in a row: the first may have ended, the second come out of a cache. */
const MAX_REFUSED_TOKENS = 3;
/** Refusals that the server may take back by itself. */
const isTemporary = (status: number) => status === 408 || status === 425 || status === 429 || status >= 500;

const RUN_EVENTS: ReadonlySet<string> = new Set(EVENT_TYPES);

/** What came of one try. */
type Outcome =
  /** The server closed it, as it does now and then. */
  | { readonly type: 'over' }
  /** Left, because a new token is there, or somebody wants news. */
  | { readonly type: 'renewed' }
  | { readonly type: 'silent' }
  | {
    readonly type: 'failed';
    readonly problem: Problem;
  }
  | { readonly type: 'unauthorized'; readonly problem: Problem }
  | {
    readonly type: 'final';
    readonly phase: Phase;
    readonly problem?: Problem;
  };

/** Follows a stream until it has ended for good or the signal aborts. @returns the last phase */
export async function followStream(options: StreamOptions, outer: AbortSignal): Promise<Phase> {
  const { scope: { kind, id }, silence, known, refreshes, tell } = options;
  const isOfBom = kind === 'bom';
  let connection: Connection = { ...BEFORE_FIRST, lastHeardAt: known.connection.lastHeardAt };
  /** Names this stream among the user's: an older one of this name makes room, and refusals come as statuses. */
  const client = crypto.randomUUID();
  /** Tries in a row that failed, and those in which not even the API said anything. */
  let failures = 0;
  let wordless = 0;
  let refusedTokens = 0;
  /** Fetched ahead of its use, where the server has said that the old one is about to end. */
  let nextToken: string | null = null;
  let openedWith: string | null = null;
  let isRefreshed = false;
  let retryMs = RETRY_MS;
  /** Of the last event with an id: where a stream over an organization goes on. */
  let lastId = '';
  let poller: AbortController | null = null;
  /** Ends a pause, and a try. */
  let wake = () => {};
  let giveUp = () => {};
  /** What polling found out: nothing more will come. */
  let final: Outcome | null = null;

  const asking = { ...options, token: () => options.token(refusedTokens > 0) };

  const controller = under(outer);
  const { signal } = controller;
  globalThis.addEventListener?.('online', () => wake(), { signal });
  refreshes.addEventListener('refresh', () => {
    isRefreshed = true;
    giveUp();
    wake();
  }, { signal });
  try {
    while (!signal.aborted) {
      const outcome = final ?? await attempt();
      if (signal.aborted) break;
      if (outcome.type === 'final') {
        show({
          phase: outcome.phase,
          problem: outcome.problem ?? null,
          retryAt: null,
        });
        return outcome.phase;
      }
      await rest(outcome);
    }
    return connection.phase;
  } finally {
    controller.abort();
  }

  /** Says what became of a try, and waits as long as it asks for. */
  async function rest(outcome: Exclude<Outcome, { type: 'final' }>): Promise<void> {
    if (outcome.type === 'renewed') return;
    let ms = retryMs;
    const problem = 'problem' in outcome ? outcome.problem : null;
    failures += 1;
    if (isBlocked(outcome)) wordless += 1;
    if (outcome.type === 'unauthorized') {
      final = refuseToken(outcome.problem);
      if (final) return;
      // Most often a token has merely ended, and the next is as good as here.
      ms = refusedTokens === 1 ? 0 : RETRY_MS;
    }
    if (outcome.type === 'failed') {
      ms = Math.min(RETRY_MS * 2 ** (failures - 1), RETRY_MAX_MS);
    }
    ms = Math.max(jittered(ms), problem?.retryAfterMs ?? 0);
    if (!isOfBom) tell({ type: 'gap' });
    if (wordless >= TRIES_BEFORE_POLLING) startPolling();
    show({
      phase: outcome.type === 'silent' ? 'silent' : outcome.type === 'over' ? 'connecting' : 'waiting',
      problem,
      retryAt: Date.now() + ms,
    });
    await pause(ms, signal, (done) => wake = done);
  }

  /** One try, from its opening to its end. */
  async function attempt(): Promise<Outcome> {
    const controller = under(signal);
    giveUp = () => controller.abort();
    isRefreshed = false;
    let isSilent = false;
    let timer: ReturnType<typeof setTimeout>;
    const glance = setTimeout(() => {
      if (isOfBom && !known.events.has(id)) readState(id, controller.signal).catch(() => {});
    }, silence.first * PATIENCE);
    const listen = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSilent = true;
        controller.abort();
      }, ms);
    };
    // What went wrong before is to be seen until this try has worked.
    show({ retryAt: null });
    listen(silence.first);
    try {
      const token = nextToken ?? await askToken(controller.signal);
      nextToken = null;
      openedWith = token;
      const response = await get(options, path(), token, controller.signal, {
        accept: 'text/event-stream',
      });
      const refused = await refusalOf(response);
      if (refused) return refused;
      return await read(
        response.body!,
        controller,
        () => {
          clearTimeout(glance);
          listen(silence.after);
        },
      );
    } catch (error) {
      if (final) return final;
      if (isSilent) return { type: 'silent' };
      if (isRefreshed || nextToken !== null) return { type: 'renewed' };
      // What the caller's own code says of the token is for people, too.
      const detail = error instanceof TypeError ? UNREACHABLE.detail : (error as Error).message;
      return {
        type: 'failed',
        problem: { ...UNREACHABLE, detail },
      };
    } finally {
      clearTimeout(timer!);
      clearTimeout(glance);
      // Whatever is still open is not wanted any more.
      controller.abort();
    }
  }

  function askToken(signal: AbortSignal): Promise<string> {
    return unlessAborted(asking.token(), signal);
  }

  /** @returns the end, where too many were refused */
  function refuseToken(problem: Problem): Outcome | null {
    refusedTokens += 1;
    return refusedTokens < MAX_REFUSED_TOKENS ? null : { type: 'final', phase: 'refused', problem };
  }

  function path(): string {
    const query = new URLSearchParams({ client });
    if (!isOfBom) query.set('organization_id', id);
    const cursor = isOfBom ? known.events.get(id)?.event_id : lastId;
    if (cursor) query.set('last_event_id', cursor);
    return `enrichment-stream${isOfBom ? `/${id}` : ''}?${query}`;
  }

  async function read(
    body: ReadableStream<Uint8Array>,
    controller: AbortController,
    onWord: () => void,
  ): Promise<Outcome> {
    let end: Outcome = { type: 'over' };
    let isOver = false;
    const frames = createReader(({ event, id, data }) => {
      if (isOver) return;
      if (id) lastId = id;
      const outcome = take(event, JSON.parse(data), controller);
      if (outcome) [end, isOver] = [outcome, true];
    }, (ms) => retryMs = Math.max(ms, RETRY_MS));
    const decoder = new TextDecoder();
    const reader = body.getReader();
    while (!isOver) {
      const { done, value } = await reader.read();
      if (done) break;
      onWord();
      frames.feed(decoder.decode(value, { stream: true }));
    }
    return end;
  }

  /** @returns what an event makes of the connection; null: it goes on */
  // deno-lint-ignore no-explicit-any -- each name has data of its own, as the contract says
  function take(name: string, data: any, controller: AbortController): Outcome | null {
    hear();
    tellChange(options, data);
    // As `connected` and `role_changed` say it.
    if (data.role) tell({ type: 'role', role: data.role });
    if (RUN_EVENTS.has(name)) {
      tell({ type: 'event', event: data });
    } else if (name === 'connected') {
      failures = wordless = refusedTokens = 0;
      stopPolling();
      show({ phase: 'live', store: data.store, problem: null });
      if (!isOfBom) {
        tell({ type: 'gap' });
        void readEnded(new Set(data.bom_ids), controller.signal);
      }
    } else if (name === 'reset') {
      if (isOfBom) tell({ type: 'reset' });
    } else if (name === 'bom_deleted') {
      tell({ type: 'deleted', bomId: data.bom_id });
    } else if (name === 'reauth') {
      // This stream goes on until there is a new token. The server asks again each second: the same one would only be refused.
      askToken(signal).then((token) => {
        if (token === openedWith) return;
        nextToken = token;
        controller.abort();
      }, () => {});
    } else if (name === 'stream_error') {
      const { code, detail, retry_after_seconds = 0 } = data;
      return {
        type: 'failed',
        problem: { status: 200, code, detail, retryAfterMs: 1_000 * retry_after_seconds },
      };
    } else if (name === 'stream_end') {
      const { reason } = data as StreamEnd;
      return {
        type: 'final',
        phase: reason === 'deleted' || reason === 'access_revoked' ? reason : 'ended',
      };
    } else {
      // `store`, or a sign of life
      show({ store: data.store ?? connection.store });
    }
    return null;
  }

  /** A stream over an organization says nothing of runs that ended while nobody listened. */
  async function readEnded(
    active: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    for (const bomId of known.busy) {
      if (!active.has(bomId)) {
        await readState(bomId, signal).catch(() => {});
      }
    }
  }

  /** Asks for a BOM's newest event. @returns why there was no answer, or why nothing more will come; null otherwise */
  async function readState(
    bomId: string,
    signal: AbortSignal,
    etags?: Map<string, string>,
  ): Promise<Outcome | null> {
    const { event, problem, status } = await readStatus(asking, bomId, signal, etags);
    hear();
    if (event) tell({ type: 'event', event });
    if (!isOfBom && status === 404) tell({ type: 'deleted', bomId });
    if (isOfBom && event && isTerminal(event.event_type)) {
      return { type: 'final', phase: 'ended' };
    }
    const outcome = problem && meaningOf(status, problem);
    // of an organization's BOMs, others may still be read
    return isOfBom || outcome?.type !== 'final' ? outcome : null;
  }

  /** Of an organization without a run at work there is no state: whether it answers at all, and still to this person, is asked. */
  async function readRight(signal: AbortSignal): Promise<Outcome | null> {
    const asked = `boms?organization_id=${id}&limit=1`;
    const response = await get(options, asked, await asking.token(), signal);
    hear();
    if (response.status === 404) return { type: 'final', phase: 'access_revoked' };
    if (!response.ok) return meaningOf(response.status, await problemOf(response));
    await response.body?.cancel();
    return null;
  }

  function startPolling(): void {
    if (poller) return;
    poller = under(signal);
    void poll(poller.signal);
  }

  function stopPolling(): void {
    poller?.abort();
    poller = null;
  }

  async function poll(signal: AbortSignal): Promise<void> {
    const etags = new Map<string, string>();
    for (let ms = 0; !signal.aborted; await pause(ms, signal)) {
      ms = jittered(POLL_MS);
      if (!isOfBom) tell({ type: 'gap' });
      const asked = isOfBom ? [id] : known.busy;
      const questions = asked[0]
        ? asked.map((bomId) => (signal: AbortSignal) => readState(bomId, signal, etags))
        : [readRight];
      for (const ask of questions) {
        // What is lost on the way is never answered, and would end the asking.
        const limited = under(signal);
        void pause(silence.first, limited.signal).then(() => limited.abort());
        try {
          const outcome = await unlessAborted(ask(limited.signal), limited.signal);
          if (signal.aborted) return;
          final = outcome?.type === 'unauthorized'
            ? refuseToken(outcome.problem)
            : outcome?.type === 'final'
            ? outcome
            : null;
          if (final) {
            giveUp();
            wake();
            return;
          }
          if (outcome && 'problem' in outcome) {
            const { problem } = outcome;
            ms = Math.max(ms, problem!.retryAfterMs ?? 0);
            connection = { ...connection, phase: 'waiting' };
            show({ problem, retryAt: Date.now() + ms });
            // of an organization's BOMs, others may still be read
            if (problem!.retryAfterMs) break;
          } else {
            refusedTokens = 0;
            show({ phase: 'polling', problem: null });
          }
        } catch {
          // There is no answer to anything: that is for the stream to say, which is tried on.
          connection = { ...connection, phase: 'waiting' };
          break;
        } finally {
          limited.abort();
        }
      }
    }
  }

  function hear(): void {
    connection = { ...connection, lastHeardAt: Date.now() };
  }

  function show(change: Partial<Connection>): void {
    if (signal.aborted) return;
    const { phase = connection.phase } = change;
    // What a stream tries behind the back of polling that works is nothing to see.
    const isHidden = connection.phase === 'polling' && isTrying(phase);
    connection = {
      ...connection,
      ...change,
      phase: isHidden ? 'polling' : phase,
    };
    tell({ type: 'connection', connection });
  }
}

/** Whether something between here and the server may keep the stream back. What the API itself answers got through. */
const isBlocked = (outcome: Outcome) =>
  outcome.type === 'silent' || outcome.type === 'over' ||
  outcome.type === 'failed' && !outcome.problem.code;

/** @returns what an answer that is no stream means; null for a stream */
async function refusalOf(response: Response): Promise<Outcome | null> {
  const { status, headers } = response;
  if (status === 204) return { type: 'final', phase: 'ended' };
  if (
    status === 200 &&
    headers.get('content-type')?.startsWith('text/event-stream') &&
    response.body
  ) return null;
  return meaningOf(status, await problemOf(response));
}

/** What it means that an answer is a problem. A 200 may be another's page, such as that of a hotel. */
function meaningOf(status: number, problem: Problem): Outcome {
  if (status === 401) return { type: 'unauthorized', problem };
  return status < 300 || isTemporary(status)
    ? { type: 'failed', problem }
    : { type: 'final', phase: 'refused', problem };
}

/** Asks the API, past the browser's own store: that would hide that nothing is new. */
const get = (
  { url, fetch }: Pick<StreamOptions, 'url' | 'fetch'>,
  path: string,
  token: string,
  signal: AbortSignal,
  headers?: Readonly<Record<string, string>>,
) =>
  fetch(`${url}/functions/v1/${path}`, {
    headers: { ...headers, authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal,
  });

/** What people have changed last: a status says it, and a stream when it begins and when that changes. */
function tellChange(
  { tell }: Pick<StreamOptions, 'tell'>,
  { bom_id, change_id }: { readonly bom_id: string; readonly change_id?: number | null },
): void {
  if (change_id) tell({ type: 'changed', bom_id, change_id });
}

/** `GET enrichment/{id}/status`. Tells what people have changed last. @throws when there is no answer */
export async function readStatus(
  options: Pick<StreamOptions, 'url' | 'token' | 'fetch' | 'tell'>,
  bomId: string,
  signal: AbortSignal,
  etags?: Map<string, string>,
): Promise<
  {
    readonly event: EventEnvelope | null;
    readonly problem: Problem | null;
    readonly status: number;
  }
> {
  const etag = etags?.get(bomId);
  const response = await get(
    options,
    `enrichment/${bomId}/status`,
    await options.token(false),
    signal,
    etag ? { 'if-none-match': etag } : {},
  );
  const { status } = response;
  if (!response.ok) {
    return { event: null, problem: status === 304 ? null : await problemOf(response), status };
  }
  const answer = await response.json();
  const next = response.headers.get('etag');
  if (next) etags?.set(bomId, next);
  tellChange(options, answer);
  return {
    event: answer.event_id ? answer : null,
    problem: null,
    status,
  };
}
