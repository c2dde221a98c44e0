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
export async function followStream(
  options: StreamOptions,
  signal: AbortSignal,
): Promise<Phase> {
  return await new Stream(options, signal).follow();
}

class Stream {
  readonly #options: StreamOptions;
  readonly #signal: AbortSignal;
  #connection: Connection = BEFORE_FIRST;
  /** Names this stream among the user's: an older one of this name makes room, and refusals come as statuses. */
  readonly #client = crypto.randomUUID();
  /** Tries in a row that failed, and those in which not even the API said anything. */
  #failures = 0;
  #wordless = 0;
  #refusedTokens = 0;
  /** Fetched ahead of its use, where the server has said that the old one is about to end. */
  #nextToken: string | null = null;
  #openedWith: string | null = null;
  #isRefreshed = false;
  #retryMs = RETRY_MS;
  /** Of the last event with an id: where a stream over an organization goes on. */
  #lastId = '';
  #poller:
    | { readonly controller: AbortController; readonly leave: () => void }
    | null = null;
  /** Ends a pause, and a try. */
  #wake = () => {};
  #giveUp = () => {};
  /** What polling found out: nothing more will come. */
  #final: Outcome | null = null;

  constructor(options: StreamOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#connection = {
      ...BEFORE_FIRST,
      lastHeardAt: options.known.connection.lastHeardAt,
    };
  }

  async follow(): Promise<Phase> {
    const online = () => this.#wake();
    const refresh = () => {
      this.#isRefreshed = true;
      this.#giveUp();
      this.#wake();
    };
    globalThis.addEventListener?.('online', online);
    this.#options.refreshes.addEventListener('refresh', refresh);
    try {
      while (!this.#signal.aborted) {
        const outcome = this.#final ?? await this.#try();
        if (this.#signal.aborted) break;
        if (outcome.type === 'final') {
          this.#show({
            phase: outcome.phase,
            problem: outcome.problem ?? null,
            retryAt: null,
          });
          return outcome.phase;
        }
        await this.#rest(outcome);
      }
      return this.#connection.phase;
    } finally {
      globalThis.removeEventListener?.('online', online);
      this.#options.refreshes.removeEventListener('refresh', refresh);
      this.#stopPolling();
    }
  }

  /** Says what became of a try, and waits as long as it asks for. */
  async #rest(outcome: Exclude<Outcome, { type: 'final' }>): Promise<void> {
    if (outcome.type === 'renewed') return;
    let ms = this.#retryMs;
    this.#failures += 1;
    if (isBlocked(outcome)) this.#wordless += 1;
    if (outcome.type === 'unauthorized') {
      this.#refusedTokens += 1;
      if (this.#refusedTokens >= MAX_REFUSED_TOKENS) {
        this.#final = {
          type: 'final',
          phase: 'refused',
          problem: outcome.problem,
        };
        return;
      }
      // Most often a token has merely ended, and the next is as good as here.
      ms = this.#refusedTokens === 1 ? 0 : RETRY_MS;
    }
    if (outcome.type === 'failed') {
      ms = Math.min(RETRY_MS * 2 ** (this.#failures - 1), RETRY_MAX_MS);
    }
    ms = jittered(ms);
    if (outcome.type === 'failed') ms = Math.max(ms, outcome.problem.retryAfterMs ?? 0);
    if (this.#options.scope.kind === 'organization') {
      this.#options.tell({ type: 'gap' });
    }
    if (this.#wordless >= TRIES_BEFORE_POLLING) this.#startPolling();
    this.#show({
      phase: outcome.type === 'silent' ? 'silent' : outcome.type === 'over' ? 'connecting' : 'waiting',
      problem: 'problem' in outcome ? outcome.problem : null,
      retryAt: Date.now() + ms,
    });
    await pause(ms, this.#signal, (wake) => this.#wake = wake);
  }

  async #try(): Promise<Outcome> {
    const { controller, leave } = under(this.#signal);
    const { silence, fetch, scope, known } = this.#options;
    this.#giveUp = () => controller.abort();
    this.#isRefreshed = false;
    let isSilent = false;
    let timer: ReturnType<typeof setTimeout>;
    const glance = setTimeout(() => {
      if (scope.kind === 'bom' && !known.events.has(scope.id)) {
        this.#readState(scope.id, controller.signal).catch(() => {});
      }
    }, silence.first * PATIENCE);
    const listen = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isSilent = true;
        controller.abort();
      }, ms);
    };
    // What went wrong before is to be seen until this try has worked.
    this.#show({ retryAt: null });
    listen(silence.first);
    try {
      const token = this.#nextToken ?? await this.#token(controller.signal);
      this.#nextToken = null;
      this.#openedWith = token;
      const response = await fetch(this.#address(), {
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'text/event-stream',
        },
        cache: 'no-store',
        signal: controller.signal,
      });
      const refused = await refusalOf(response);
      if (refused) return refused;
      return await this.#read(
        response.body!,
        controller,
        () => {
          clearTimeout(glance);
          listen(silence.after);
        },
      );
    } catch (error) {
      if (this.#final) return this.#final;
      if (isSilent) return { type: 'silent' };
      if (this.#isRefreshed || this.#nextToken !== null) return { type: 'renewed' };
      // What the caller's own code says of the token is for people, too.
      const detail = error instanceof TypeError ? UNREACHABLE.detail : (error as Error).message;
      return {
        type: 'failed',
        problem: { ...UNREACHABLE, detail },
      };
    } finally {
      leave();
      clearTimeout(timer!);
      clearTimeout(glance);
      // Whatever is still open is not wanted any more.
      controller.abort();
    }
  }

  #token(signal: AbortSignal): Promise<string> {
    return unlessAborted(this.#options.token(this.#refusedTokens > 0), signal);
  }

  #address(): string {
    const { scope, url, known } = this.#options;
    const address = new URL(
      `${url}/functions/v1/enrichment-stream${scope.kind === 'bom' ? `/${scope.id}` : ''}`,
    );
    if (scope.kind === 'organization') {
      address.searchParams.set('organization_id', scope.id);
    }
    address.searchParams.set('client', this.#client);
    const cursor = scope.kind === 'bom' ? known.events.get(scope.id)?.event_id : this.#lastId;
    if (cursor) address.searchParams.set('last_event_id', cursor);
    return address.href;
  }

  async #read(
    body: ReadableStream<Uint8Array>,
    controller: AbortController,
    hear: () => void,
  ): Promise<Outcome> {
    let end: Outcome = { type: 'over' };
    let isOver = false;
    const frames = createReader(({ event, id, data }) => {
      if (isOver) return;
      if (id) this.#lastId = id;
      const outcome = this.#take(event, JSON.parse(data), controller);
      if (outcome) [end, isOver] = [outcome, true];
    }, (ms) => this.#retryMs = Math.max(ms, RETRY_MS));
    const decoder = new TextDecoder();
    const reader = body.getReader();
    while (!isOver) {
      const { done, value } = await reader.read();
      if (done) break;
      hear();
      frames.feed(decoder.decode(value, { stream: true }));
    }
    return end;
  }

  /** @returns what an event makes of the connection; null: it goes on */
  // deno-lint-ignore no-explicit-any -- each name has data of its own, as the contract says
  #take(name: string, data: any, controller: AbortController): Outcome | null {
    const { tell, scope } = this.#options;
    this.#connection = { ...this.#connection, lastHeardAt: Date.now() };
    tellChange(this.#options, data);
    if (RUN_EVENTS.has(name)) {
      tell({ type: 'event', event: data });
    } else if (name === 'connected') {
      this.#failures = this.#wordless = this.#refusedTokens = 0;
      this.#stopPolling();
      this.#show({ phase: 'live', store: data.store, problem: null });
      if (scope.kind === 'organization') {
        tell({ type: 'gap' });
        void this.#readEnded(new Set(data.bom_ids), controller.signal);
      }
    } else if (name === 'store') {
      this.#show({ store: data.store });
    } else if (name === 'reset') {
      if (scope.kind === 'bom') tell({ type: 'reset' });
    } else if (name === 'bom_deleted') {
      tell({ type: 'deleted', bomId: data.bom_id });
    } else if (name === 'reauth') {
      // This stream goes on until there is a new token. The server asks again each second: the same one would only be refused.
      this.#token(this.#signal).then((token) => {
        if (token === this.#openedWith) return;
        this.#nextToken = token;
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
      this.#show({});
    }
    return null;
  }

  /** A stream over an organization says nothing of runs that ended while nobody listened. */
  async #readEnded(
    active: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    for (const bomId of this.#options.known.busy) {
      if (!active.has(bomId)) {
        await this.#readState(bomId, signal).catch(() => {});
      }
    }
  }

  /** Asks for a BOM's newest event. @returns why there is none, and null where there may be one */
  async #readState(
    bomId: string,
    signal: AbortSignal,
    etags?: Map<string, string>,
  ): Promise<Outcome | null> {
    const { tell, scope } = this.#options;
    const { event, problem, status } = await readStatus(
      this.#options,
      bomId,
      signal,
      etags,
    );
    this.#connection = { ...this.#connection, lastHeardAt: Date.now() };
    if (event) tell({ type: 'event', event });
    if (scope.kind === 'organization' && status === 404) {
      tell({ type: 'deleted', bomId });
    }
    if (scope.kind === 'bom' && event && isTerminal(event.event_type)) {
      return { type: 'final', phase: 'ended' };
    }
    if (!problem || isTemporary(status) || status === 401) return null;
    return scope.kind === 'bom' ? { type: 'final', phase: 'refused', problem } : null;
  }

  /** Of an organization without a run at work there is no state: whether it answers at all, and still to this person, is asked. */
  async #readRight(signal: AbortSignal): Promise<Outcome | null> {
    const { url, token, fetch, scope } = this.#options;
    const response = await fetch(`${url}/functions/v1/boms?organization_id=${scope.id}&limit=1`, {
      headers: { authorization: `Bearer ${await token(false)}` },
      cache: 'no-store',
      signal,
    });
    await response.body?.cancel();
    this.#connection = { ...this.#connection, lastHeardAt: Date.now() };
    const { status } = response;
    return status === 404 ? { type: 'final', phase: 'access_revoked' } : null;
  }

  #startPolling(): void {
    if (this.#poller) return;
    this.#poller = under(this.#signal);
    void this.#poll(this.#poller.controller.signal);
  }

  #stopPolling(): void {
    this.#poller?.leave();
    this.#poller?.controller.abort();
    this.#poller = null;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { scope, known, tell } = this.#options;
    const etags = new Map<string, string>();
    for (; !signal.aborted; await pause(jittered(POLL_MS), signal)) {
      if (scope.kind === 'organization') tell({ type: 'gap' });
      const asked = scope.kind === 'bom' ? [scope.id] : known.busy;
      const questions = asked.length > 0
        ? asked.map((bomId) => () => this.#readState(bomId, signal, etags))
        : [() => this.#readRight(signal)];
      for (const ask of questions) {
        try {
          const final = await ask();
          if (signal.aborted) return;
          if (final) {
            this.#final = final;
            this.#giveUp();
            this.#wake();
            return;
          }
          this.#show({ phase: 'polling' });
        } catch {
          // There is no answer to anything: that is for the stream to say, which is tried on.
          if (this.#connection.phase === 'polling') {
            this.#connection = { ...this.#connection, phase: 'waiting' };
          }
        }
      }
    }
  }

  #show(change: Partial<Connection>): void {
    if (this.#signal.aborted) return;
    const { phase = this.#connection.phase } = change;
    // What a stream tries behind the back of polling that works is nothing to see.
    const isHidden = this.#connection.phase === 'polling' &&
      (phase === 'waiting' || phase === 'silent');
    this.#connection = {
      ...this.#connection,
      ...change,
      phase: isHidden ? 'polling' : phase,
    };
    this.#options.tell({ type: 'connection', connection: this.#connection });
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
  const problem = await problemOf(response);
  if (status === 401) return { type: 'unauthorized', problem };
  if (!response.ok && !isTemporary(status)) {
    return { type: 'final', phase: 'refused', problem };
  }
  return { type: 'failed', problem };
}

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
  const { url, token, fetch } = options;
  const etag = etags?.get(bomId);
  const response = await fetch(
    `${url}/functions/v1/enrichment/${bomId}/status`,
    {
      headers: {
        authorization: `Bearer ${await token(false)}`,
        ...(etag ? { 'if-none-match': etag } : {}),
      },
      // The page asks by itself whether anything is new; a browser's own store would hide that nothing is.
      cache: 'no-store',
      signal,
    },
  );
  const { status } = response;
  if (status === 304) return { event: null, problem: null, status };
  if (!response.ok) {
    return { event: null, problem: await problemOf(response), status };
  }
  const answer = await response.json();
  const next = response.headers.get('etag');
  if (next) etags?.set(bomId, next);
  tellChange(options, answer);
  return {
    event: answer.event_id === null ? null : answer,
    problem: null,
    status,
  };
}
