/**
 * Keeps one BOM's lines and run state up to date in a browser: lines and the event they stand at come from one
 * snapshot, the stream goes on from that event, and whatever a stream cannot carry is read again.
 */
import {
  compareEventIds,
  type EventId,
  formatEventId,
  isDirectSuccessor,
  parseEventId,
} from '../shared/domain/event-id.ts';
import type { EventEnvelope, RunState } from '../shared/domain/event.ts';
import type { FieldName } from '../shared/domain/fields.ts';
import { SILENT_MS } from '../shared/domain/limits.ts';
import { EVENT_TYPES, isTerminal } from '../shared/domain/status.ts';
import type { StreamEnd } from '../shared/api/stream.ts';
import type { Answer } from './client.ts';
import { Watchdog } from './watchdog.ts';

/** Line details are read at most this often while batches land. */
const READ_PAUSE_MS = 500;
/** First and longest wait before a refused stream is opened again; the browser itself handles lost connections. */
const REOPEN_MS = 1_000;
const REOPEN_MAX_MS = 30_000;
/**
 * A page that is hidden this long gives its stream up, and goes on where it was when it is shown again. Whoever looks at
 * another tab for a moment loses nothing; a tab that is forgotten costs no polls, and none of the user's streams.
 */
const HIDDEN_MS = 60_000;

/** A page of lines. */
export type LinesPage = Pick<Answer<'GET /boms/:bom_id/lines'>, 'event_id' | 'lines' | 'next'>;
export type Line = LinesPage['lines'][number];
/** A component as a list of lines has it. Fields with their sources, and offers, are read with the one line. */
export type ListedComponent = NonNullable<NonNullable<Line['result']>['component']>;
/** One field of a component in short: its value, with the unit where it has one. */
export type Fact = NonNullable<ListedComponent['facts'][FieldName]>;

/** `silent`: nothing comes any more, though the connection looks open; it is opened anew. The last three are for good. */
export type Connection =
  | 'connecting'
  | 'live'
  | 'silent'
  | 'refused'
  | 'ended'
  | Extract<StreamEnd['reason'], 'deleted' | 'access_revoked'>;

/** Nothing of the BOM will come, nor is there anything to ask for. */
const isGone = (connection: Connection) => connection === 'deleted' || connection === 'access_revoked';

export interface BomView {
  readonly lines: readonly Line[];
  /** Null before the first run. */
  readonly state: RunState | null;
  readonly run: number | null;
  readonly connection: Connection;
  /** Where the server reads events from now. */
  readonly store: 'redis' | 'table' | null;
}

export interface BomFeedOptions {
  readonly bomId: string;
  readonly streamUrl: (bomId: string) => string;
  /** A new ticket for this BOM's stream. It stands in an address, where an access token must never be. */
  readonly ticket: () => Promise<string>;
  /** A page of `GET boms/{id}/lines`, of all lines or of those changed since an event; `after` null: the first. */
  readonly readLines: (since: string | null, after: number | null) => Promise<LinesPage>;
  /** `GET enrichment/{id}/status`: the newest event, null before the first run. */
  readonly readStatus: () => Promise<EventEnvelope | null>;
  readonly onChange: (view: BomView) => void;
  /** Told of whatever fails. The feed tries again by itself; a view that is `live` or `ended` says that it worked. */
  readonly onError: (error: unknown) => void;
  readonly EventSource: typeof EventSource;
  /** Silence after which the connection is opened anew; shorter in tests alone. */
  readonly silentMs?: number;
}

/** What of a browser's document says whether anybody can see the page. Outside of browsers there is none. */
interface Page extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly hidden: boolean;
}

export class BomFeed {
  readonly #options: BomFeedOptions;
  #lines = new Map<string, Line>();
  #view: BomView = { lines: [], state: null, run: null, connection: 'connecting', store: null };
  /** Newest event known, by whichever way. The stream goes on from here. */
  #cursor: EventId | null = null;
  #cursorIsTerminal = false;
  /** The event that the details of all lines stand at. */
  #readAt: EventId | null = null;
  #source: EventSource | null = null;
  #reading: Promise<void> | null = null;
  #readAgain = false;
  #reopenMs = REOPEN_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchdog: Watchdog;
  readonly #page = (globalThis as { readonly document?: Page }).document;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  /** The page has been hidden for long: there is no stream until it is shown. */
  #asleep = false;
  /** Lines and status were read since the last opening. */
  #isRead = false;
  #closed = false;
  /** Counts openings: what an earlier one still waits for must not undo a later one. */
  #openings = 0;

  constructor(options: BomFeedOptions) {
    this.#options = options;
    this.#watchdog = new Watchdog(options.silentMs ?? SILENT_MS, () => this.#fellSilent());
  }

  /** Reads everything once and follows from there. Never rejects: what fails is told to `onError` and tried again. */
  async open(): Promise<void> {
    this.#page?.addEventListener('visibilitychange', this.#seen);
    this.#disconnect();
    this.#isRead = false;
    this.#readAt = null;
    this.#moveTo(null);
    await this.#try((isOver) => this.#readAndConnect(isOver));
  }

  /**
   * Goes on from the newest event that is known, on a stream opened anew. Call it after starting or controlling a run, to
   * see it at once: a stream without a run at work has news every few seconds only. Never rejects, as `open`.
   */
  async follow(): Promise<void> {
    if (!this.#isRead) return await this.open();
    if (!this.#source) this.#show({ connection: 'connecting' });
    await this.#try((isOver) => this.#connect(isOver));
  }

  /** Reads a line again, and those behind it on its page: what somebody decides of it is no event. */
  async readAgain({ line_number }: Pick<Line, 'line_number'>): Promise<void> {
    const { lines } = await this.#options.readLines(null, line_number - 1);
    for (const line of lines) this.#lines.set(line.line_id, line);
    this.#show({});
  }

  async #try(work: (isOver: () => boolean) => Promise<void>): Promise<void> {
    const opening = ++this.#openings;
    const isOver = () => this.#closed || opening !== this.#openings;
    clearTimeout(this.#timer);
    this.#watchdog.watch();
    this.#asleep = false;
    this.#seen();
    try {
      await work(isOver);
    } catch (error) {
      if (!isOver()) this.#fail(error);
    }
  }

  /** Whatever was under way may never be answered: it is left, and tried again on a connection of its own. */
  #fellSilent(): void {
    this.#disconnect();
    this.#show({ connection: 'silent' });
    if (this.#isRead) void this.#try((isOver) => this.#connect(isOver));
    else void this.open();
  }

  /** The page was hidden or shown. */
  #seen = (): void => {
    if (this.#page?.hidden) {
      this.#hiddenTimer ??= setTimeout(() => this.#sleep(), HIDDEN_MS);
      return;
    }
    this.#stopHiddenTimer();
    if (this.#asleep) void this.follow();
  };

  #stopHiddenTimer(): void {
    clearTimeout(this.#hiddenTimer);
    this.#hiddenTimer = undefined;
  }

  #sleep(): void {
    this.#hiddenTimer = undefined;
    if (this.#view.connection === 'ended' || isGone(this.#view.connection)) return;
    this.#asleep = true;
    this.#watchdog.stop();
    this.#openings += 1;
    clearTimeout(this.#timer);
    this.#disconnect();
    this.#show({ connection: 'connecting' });
  }

  async #readAndConnect(isOver: () => boolean): Promise<void> {
    await this.#readLines();
    if (isOver()) return;
    this.#moveTo(this.#readAt);
    // The lines say what was found, not how far the run is; a stream that has nothing to add would not say it either.
    const newest = await this.#options.readStatus();
    if (isOver()) return;
    if (newest) this.#show({ state: newest.state, run: newest.run });
    this.#isRead = true;
    if (
      newest && isTerminal(newest.event_type) &&
      compareEventIds(parseEventId(newest.event_id), this.#cursor) === 0
    ) {
      this.#end('ended');
    } else {
      await this.#connect(isOver);
    }
  }

  close(): void {
    this.#closed = true;
    this.#page?.removeEventListener('visibilitychange', this.#seen);
    this.#disconnect();
    clearTimeout(this.#timer);
    this.#watchdog.stop();
    this.#stopHiddenTimer();
  }

  /** Opens the stream from the newest event that is known. One that is open goes on until there is a new ticket. */
  async #connect(isOver: () => boolean): Promise<void> {
    const { bomId, streamUrl, ticket } = this.#options;
    const replaced = this.#source;
    const url = new URL(streamUrl(bomId));
    url.searchParams.set('token', await ticket());
    // A stream that has ended meanwhile needs no successor.
    if (isOver() || this.#source !== replaced) return;
    this.#disconnect();
    if (this.#cursor) url.searchParams.set('last_event_id', formatEventId(this.#cursor));
    const source = new this.#options.EventSource(url);
    this.#source = source;
    const on = (type: string, listener?: (event: MessageEvent) => void) =>
      this.#watchdog.on(source, type, listener);
    for (const type of EVENT_TYPES) on(type, ({ data }) => this.#receive(JSON.parse(data)));
    on('connected', ({ data }) => {
      this.#reopenMs = REOPEN_MS;
      this.#show({ connection: 'live', store: JSON.parse(data).store });
    });
    on('keepalive');
    on('store', ({ data }) => this.#show({ store: JSON.parse(data).store }));
    on('reset', () => {
      this.#moveTo(null);
      this.#readAt = null;
      this.#readSoon();
    });
    on('reauth', () => {
      this.#connect(isOver).catch((error) => this.#fail(error));
    });
    on('stream_end', ({ data }) => {
      const { reason } = JSON.parse(data) as StreamEnd;
      this.#end(reason === 'deleted' || reason === 'access_revoked' ? reason : 'ended');
    });
    on('error', () => {
      if (source.readyState !== source.CLOSED) return this.#show({ connection: 'connecting' });
      // 204 and a refusal look alike here. After a run's end no stream is needed; anything else may be temporary.
      if (this.#cursorIsTerminal) this.#end('ended');
      else this.#reopenLater();
    });
  }

  /** Nothing more will come: nothing is opened again, unless somebody asks for it. */
  #end(connection: Connection): void {
    this.#disconnect();
    this.#watchdog.stop();
    this.#show({ connection });
  }

  #moveTo(cursor: EventId | null, isTerminal = false): void {
    this.#cursor = cursor;
    this.#cursorIsTerminal = isTerminal;
  }

  #disconnect(): void {
    this.#source?.close();
    this.#source = null;
  }

  #reopenLater(): void {
    this.#show({ connection: 'refused' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.open();
    }, this.#reopenMs);
    this.#reopenMs = Math.min(this.#reopenMs * 2, REOPEN_MAX_MS);
  }

  #receive(event: EventEnvelope): void {
    const id = parseEventId(event.event_id);
    if (!id || compareEventIds(id, this.#cursor) <= 0) return;
    // A client that was too slow, or a reset, gets the newest event only: lines of those before it are read.
    const skipped = !isDirectSuccessor(this.#cursor, this.#cursorIsTerminal, id);
    const ended = isTerminal(event.event_type);
    this.#moveTo(id, ended);
    for (const item of event.payload.batch?.items ?? []) {
      const line = this.#lines.get(item.line_id);
      if (line) this.#lines.set(item.line_id, { ...line, status: item.status });
    }
    this.#show({ state: event.state, run: event.run });
    // A batch names its lines' states; what was found is read. Pausing changes no line.
    if (skipped || ended || event.payload.batch || event.event_type === 'enrichment.started') {
      this.#readSoon();
    }
  }

  #readSoon(): void {
    if (this.#reading) {
      this.#readAgain = true;
      return;
    }
    this.#reading = this.#readLines()
      .catch((error) => this.#fail(error))
      .then(() => new Promise<void>((resolve) => setTimeout(resolve, READ_PAUSE_MS)))
      .finally(() => {
        this.#reading = null;
        if (this.#readAgain && !this.#closed) {
          this.#readAgain = false;
          this.#readSoon();
        }
      });
  }

  /**
   * Page by page. A batch that lands meanwhile may miss a page that was read before it, so all of them count as read at the
   * first one's event: what has changed since then is read again, be it there already or not.
   */
  async #readLines(): Promise<void> {
    const since = this.#readAt;
    const first = await this.#readPage(since, null);
    if (!first) return;
    const read = new Map(first.lines.map((line) => [line.line_id, line]));
    for (let after = first.next; after !== null;) {
      const page = await this.#readPage(since, after);
      if (!page) return;
      for (const line of page.lines) read.set(line.line_id, line);
      after = page.next;
    }
    if (since === null) this.#lines = read;
    this.#readAt = first.event_id === null ? null : parseEventId(first.event_id);
    this.#show({});
  }

  /** Shows a page at once; null where it no longer counts. */
  async #readPage(since: EventId | null, after: number | null): Promise<LinesPage | null> {
    const page = await this.#options.readLines(since && formatEventId(since), after);
    this.#watchdog.heard();
    // What changed since an event that no longer counts is not all there is: another read is on its way.
    if (this.#closed || this.#readAt !== since) return null;
    for (const line of page.lines) this.#lines.set(line.line_id, line);
    if (page.next !== null) this.#show({});
    return page;
  }

  #fail(error: unknown): void {
    if (this.#closed || isGone(this.#view.connection)) return;
    // Nobody looks: everything is read again once somebody does.
    if (this.#asleep) {
      this.#isRead = false;
      return;
    }
    this.#options.onError(error);
    if (this.#source !== null) return;
    this.#reopenLater();
  }

  #show(change: Partial<BomView>): void {
    if (this.#closed) return;
    const lines = [...this.#lines.values()].sort((a, b) => a.line_number - b.line_number);
    this.#view = { ...this.#view, ...change, lines };
    this.#options.onChange(this.#view);
  }
}
