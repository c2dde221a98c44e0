/** Watching a BOM or an organization: what happens, as it happens, with the whole state each time. */
import { parseEventId } from '../shared/domain/event-id.ts';
import type { EventEnvelope, RunState } from '../shared/domain/event.ts';
import type { Role } from '../shared/domain/status.ts';
import { type Connection, isTrying, type Phase, SILENCE, type Silence } from './connection.ts';
import { type Changed, Known, type News } from './news.ts';
import { refusedBy } from './problem.ts';
import { participate, userOf } from './share.ts';
import { followStream, readStatus, type Scope, type StreamOptions } from './stream.ts';
import { jittered, pause, under, unlessAborted } from './time.ts';

export interface WatchOptions {
  /** The project's public address, for example `https://abc.supabase.co`. */
  readonly url: string;
  /**
   * An access token, or a ticket for what is watched. Asked for whenever a stream is opened, so give one that still holds. It
   * is sent in a header and stands in no address.
   * @param isRefused the server has refused the last one: do not give it out of a cache again
   */
  readonly token: (isRefused: boolean) => string | Promise<string>;
  /** Ends the watching, and the iteration with it. Default: none; leaving the loop ends it as well. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether tabs that watch the same as the same user share one stream. Default: true, since a browser has few connections
   * to a host. It takes Web Locks and BroadcastChannel; where they are missing, as in Node, each watches by itself.
   */
  readonly share?: boolean | undefined;
  /** Default: the runtime's own. Give another one to go through a proxy or to add headers. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * How long nothing may come before a connection counts as dead, in milliseconds: until its first word, and after any.
   * Default: 15 s and 45 s, since the server says something at least every 15 s. After a fifth of the first one, a state that
   * nobody knows yet is asked for, since a network may hold the stream back.
   */
  readonly silence?: Silence | undefined;
}

export interface WatchBomOptions extends WatchOptions {
  /**
   * Goes on after the end of a run, and follows the next, whoever starts it. Default: false, so that a program's loop ends
   * with the run. A page wants true.
   */
  readonly nextRuns?: boolean | undefined;
  /**
   * Where the newest event is kept, such as `sessionStorage`: a page that is loaded again shows it at once, and goes on
   * behind it. Default: none, and a page begins with what the server says is newest.
   */
  readonly storage?:
    | Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
    | undefined;
}

interface Update {
  /** The event that this update is about; none where only the connection has changed. */
  readonly event?: EventEnvelope;
  /**
   * More may have happened than the events told: the connection was away for long, or this loop was slow. `state` is whole
   * again; what you read beside it, such as lines, has to be read again.
   */
  readonly gap?: true;
  /**
   * People have decided or edited lines of a BOM, or changed the BOM itself, which no event tells: its id, and that of the newest
   * change. `GET /boms/{id}/changes` says what and who; a page of lines says up to which change it is read. Its name, project,
   * schedule and number of boards, and that it was released, stand in no page of changes, and in `GET /boms/{id}`.
   */
  readonly changed?: Changed;
  /**
   * What you may do in the organization: told as a stream opens, and whenever that is another thing, so that a page shows nothing that
   * would be refused.
   */
  readonly role?: Role;
  readonly connection: Connection;
}

export interface BomUpdate extends Update {
  /** The run as of its newest event; null before the first run. */
  readonly state: RunState | null;
  /** The number of the run; null before the first. */
  readonly run: number | null;
}

export interface OrganizationUpdate extends Update {
  /** The newest event of each BOM that was active since the watching began, by the BOM's id. */
  readonly state: ReadonlyMap<string, EventEnvelope>;
  /** A BOM that was deleted. */
  readonly deleted?: string;
}

/** An iteration over updates, which can be hurried. */
export interface Watching<Update> extends AsyncGenerator<Update, void> {
  /**
   * Asks for news now, and so for a stream that looks often. Call it after you have started, paused, resumed or cancelled a run:
   * without a run at work a stream looks every few seconds only.
   */
  readonly refresh: () => void;
}

/**
 * Watches a BOM. Yields at each event and whenever the connection changes, at least every 15 s while all is well.
 *
 * ```ts
 * for await (const { state, event, connection } of watchBom(bomId, { url, token })) …
 * ```
 * @returns an iteration that ends with the run, or, with `nextRuns`, never but for the BOM's deletion and the loss of the right to it
 * @throws RefusedCall (while iterating, after an update that says so) where the server refuses for good: 400, 403, 404, or
 * 401 with a fresh token
 */
export function watchBom(
  bomId: string,
  options: WatchBomOptions,
): Watching<BomUpdate> {
  const refreshes = new EventTarget();
  return Object.assign(updatesOf(bomId, options, refreshes), {
    refresh: () => void refreshes.dispatchEvent(new Event('refresh')),
  });
}

async function* updatesOf(
  bomId: string,
  options: WatchBomOptions,
  refreshes: EventTarget,
): AsyncGenerator<BomUpdate, void> {
  const { storage, nextRuns = false } = options;
  const scope: Scope = { kind: 'bom', id: bomId };
  const known = new Known('bom');
  const stored = storage && storedEvent(storage, bomId);
  if (stored) {
    known.take({ type: 'all', events: [stored], connection: known.connection });
  }

  const watching = watch(
    scope,
    options,
    known,
    async (stream, signal) => {
      while (
        await followStream(stream, signal) === 'ended' && nextRuns &&
        !signal.aborted
      ) {
        await untilNextRun(bomId, { ...stream, share: options.share }, known, signal);
      }
    },
    refreshes,
    nextRuns ? 'next' : 'run',
  );
  for await (const { events, ...update } of watching) {
    const { event, connection } = update;
    if (event && storage) store(storage, event);
    if (FORGETTING.has(connection.phase)) storage?.removeItem(storageKey(bomId));
    const newest = events.get(bomId);
    yield {
      state: newest?.state ?? null,
      run: newest?.run ?? null,
      ...update,
    };
  }
}

/**
 * Watches the runs of an organization, the newest 50 at once. Yields as `watchBom` does. With `gap`, BOMs may have changed
 * without an event: a list of them has to be read again.
 * @returns an iteration that ends only where the organization or the right to it does
 * @throws RefusedCall as `watchBom` does
 */
export async function* watchOrganization(
  organizationId: string,
  options: WatchOptions,
): AsyncGenerator<OrganizationUpdate, void> {
  const scope: Scope = { kind: 'organization', id: organizationId };
  const watching = watch(
    scope,
    options,
    new Known('organization'),
    async (stream, signal) => {
      await followStream(stream, signal);
    },
  );
  for await (const { events, ...update } of watching) {
    yield { state: events, ...update };
  }
}

/** An update, and the state that it was about. */
interface Step extends Update {
  readonly events: ReadonlyMap<string, EventEnvelope>;
  readonly deleted?: string;
}

/** Updates that wait for a slow loop. Then only the newest one counts, as for a slow client of the server. */
const MAX_WAITING = 256;

/** @param follow opens streams until nothing more will come */
async function* watch(
  scope: Scope,
  {
    url,
    token,
    signal,
    share = true,
    fetch = globalThis.fetch,
    silence = SILENCE,
  }: WatchOptions,
  known: Known,
  follow: (stream: StreamOptions, signal: AbortSignal) => Promise<void>,
  refreshes = new EventTarget(),
  kind = '',
): AsyncGenerator<Step, void> {
  const controller = under(signal ?? new AbortController().signal);
  let waiting: Step[] = [];
  let isOver = false;
  let failure: unknown = null;
  let wake = () => {};

  const tell = (news: News) => {
    const change = known.take(news);
    if (!change || controller.signal.aborted) return;
    const step = {
      ...change,
      events: known.events,
      connection: known.connection,
    };
    const last = waiting.at(-1);
    if (waiting.length >= MAX_WAITING) waiting = [{ ...step, gap: true }];
    // Of a connection only the newest is news.
    else if (news.type === 'connection' && last && isAboutConnection(last)) {
      waiting.splice(-1, 1, step);
    } else waiting.push(step);
    wake();
  };

  const source = async () => {
    const name = `${url} ${scope.kind} ${scope.id} ${kind}`;
    const key = share ? await keyOf(token, name, AbortSignal.timeout(silence.first)) : null;
    while (!controller.signal.aborted) {
      const nap = napping(known, controller.signal);
      await participate({
        key,
        known,
        tell,
        refreshes,
        run: (tell, signal) => follow({ scope, url, token, fetch, silence, known, refreshes, tell }, signal),
      }, nap.signal);
      if (!nap.signal.aborted || controller.signal.aborted) break;
      tell({
        type: 'connection',
        connection: { ...known.connection, phase: 'asleep' },
      });
      await nap.over;
      tell({
        type: 'connection',
        connection: { ...known.connection, phase: 'connecting' },
      });
    }
  };
  source().catch((error) => failure = error).finally(() => {
    isOver = true;
    wake();
  });
  const stop = () => wake();
  controller.signal.addEventListener('abort', stop);

  try {
    yield { events: known.events, connection: known.connection };
    while (!controller.signal.aborted) {
      const step = waiting.shift();
      if (step) yield step;
      else if (isOver) break;
      else await new Promise<void>((resolve) => wake = resolve);
    }
    if (failure) throw failure;
    const { phase, problem } = known.connection;
    if (phase === 'refused' && problem && !controller.signal.aborted) {
      throw refusedBy(problem);
    }
  } finally {
    controller.abort();
  }
}

const isAboutConnection = (
  { event, gap, deleted, changed, role }: Update & Pick<OrganizationUpdate, 'deleted'>,
) => !event && !gap && !deleted && !changed && !role;

/** Whether an update says no more than the one before, but that something was heard. */
export const isSignOfLife = (before: Update, update: Update): boolean =>
  isAboutConnection(update) &&
  (['phase', 'store', 'problem', 'retryAt'] as const).every((each) =>
    before.connection[each] === update.connection[each]
  );

/** Null where it cannot be told whose token it is, in time, and so with whom a stream may be shared. */
async function keyOf(
  token: WatchOptions['token'],
  name: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const user = userOf(await unlessAborted(token(false), signal));
    return user && `${name} ${user}`;
  } catch {
    return null;
  }
}

const storageKey = (bomId: string) => `bomstream ${bomId}`;

/** Of these nothing stays with the page: whoever signs in next may have no right to it. */
const FORGETTING: ReadonlySet<Phase> = new Set(['refused', 'deleted', 'access_revoked']);

function store(storage: Pick<Storage, 'setItem'>, event: EventEnvelope): void {
  try {
    storage.setItem(storageKey(event.bom_id), JSON.stringify({ ...event, payload: {} }));
  } catch {
    // Full, or switched off in the browser: a page that is loaded again asks the server, and this one goes on.
  }
}

function storedEvent(
  storage: Pick<Storage, 'getItem'>,
  bomId: string,
): EventEnvelope | null {
  try {
    const event = JSON.parse(storage.getItem(storageKey(bomId)) ?? 'null');
    return event && parseEventId(event.event_id) && event.bom_id === bomId ? event : null;
  } catch {
    return null;
  }
}

/** Where the stream over the organization cannot be had, as with a ticket for one BOM. At most; a glance costs a 304. */
const GLANCE_MS = 30_000;

/**
 * Waits until a BOM whose run has ended has another: its organization's stream tells of runs as they start. What people change
 * meanwhile is told on.
 */
async function untilNextRun(
  bomId: string,
  options: StreamOptions & Pick<WatchOptions, 'share'>,
  known: Known,
  outer: AbortSignal,
): Promise<void> {
  const controller = under(outer);
  const { signal } = controller;
  options.refreshes.addEventListener('refresh', () => controller.abort(), { signal });
  const isNews = (event: EventEnvelope | null | undefined) => event?.bom_id === bomId && known.isNews(event);
  const organizationId = known.events.get(bomId)?.organization_id;
  const etags = new Map<string, string>();
  try {
    for await (
      const { event, gap, deleted, changed, role, connection } of watchOrganization(organizationId ?? '', {
        ...options,
        signal,
      })
    ) {
      if (isNews(event) || deleted === bomId) return;
      const phase = isTrying(connection.phase) ? connection.phase : 'ended';
      if (phase !== known.connection.phase) {
        options.tell({ type: 'connection', connection: { ...connection, phase } });
      }
      if (changed?.bom_id === bomId) options.tell({ type: 'changed', ...changed });
      if (role) options.tell({ type: 'role', role });
      // A run may have started, and even ended, or the BOM be gone, before this stream was open.
      if (gap && await isDue()) return;
    }
  } catch {
    while (!signal.aborted) {
      await pause(jittered(GLANCE_MS), signal);
      if (await isDue()) return;
    }
  } finally {
    controller.abort();
  }

  /** Whether there is anything that the stream has to say; whatever else this says, the stream says as well. */
  async function isDue(): Promise<boolean> {
    const glance = await readStatus(options, bomId, signal, etags).catch(() => null);
    return isNews(glance?.event) || glance?.status === 404;
  }
}

/** A page that is hidden this long gives its stream up, unless a run is at work, whose end it may have to tell of. */
const HIDDEN_MS = 60_000;

/** What of a browser's document says whether anybody can see the page. Outside of browsers there is none. */
interface Page extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly hidden: boolean;
}

/** @returns a signal that aborts when a page falls asleep, and what resolves once it is shown again */
function napping(
  known: Known,
  outer: AbortSignal,
): { readonly signal: AbortSignal; readonly over: Promise<void> } {
  const controller = under(outer);
  const page = (globalThis as { readonly document?: Page }).document;
  if (!page) return { signal: outer, over: Promise.resolve() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resolve = () => {};
  const over = new Promise<void>((done) => resolve = done);
  const look = () => {
    clearTimeout(timer);
    if (page.hidden && !controller.signal.aborted) {
      timer = setTimeout(nap, HIDDEN_MS);
    }
    if (!page.hidden && controller.signal.aborted) stop();
  };
  const nap = () => {
    if (known.busy[0]) look();
    else controller.abort();
  };
  const stop = () => {
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', look);
    outer.removeEventListener('abort', stop);
    resolve();
  };
  page.addEventListener('visibilitychange', look);
  outer.addEventListener('abort', stop);
  look();
  return { signal: controller.signal, over };
}
