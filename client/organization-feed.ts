/** Follows the runs of an organization in a browser: one stream for all of its BOMs. */
import type { EventEnvelope } from '../shared/domain/event.ts';
import { SILENT_MS } from '../shared/domain/limits.ts';
import { EVENT_TYPES } from '../shared/domain/status.ts';
import { Watchdog } from './watchdog.ts';

/** First and longest wait before a refused stream is opened again; the browser itself handles lost connections. */
const REOPEN_MS = 1_000;
const REOPEN_MAX_MS = 30_000;

export interface OrganizationFeedOptions {
  readonly organizationId: string;
  readonly streamUrl: (organizationId: string) => string;
  /** A new ticket for this organization's stream. */
  readonly ticket: () => Promise<string>;
  /** A run of one of its BOMs went on. */
  readonly onEvent: (event: EventEnvelope) => void;
  /**
   * What happened before now has to be read: called as the stream opens, since it says nothing of runs that ended while
   * nobody listened, when a BOM was deleted, each time it cannot be opened, when reading is all there is and says by itself what is wrong, and
   * once it has ended for good.
   */
  readonly onGap: () => void;
  readonly EventSource: typeof EventSource;
}

export class OrganizationFeed {
  readonly #options: OrganizationFeedOptions;
  #source: EventSource | null = null;
  #reopenMs = REOPEN_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  readonly #watchdog = new Watchdog(SILENT_MS, () => {
    this.#source?.close();
    void this.open();
  });

  constructor(options: OrganizationFeedOptions) {
    this.#options = options;
  }

  /** Never rejects: what fails is tried again, ever more rarely. */
  async open(): Promise<void> {
    const { organizationId, streamUrl, ticket, onEvent, onGap } = this.#options;
    this.#watchdog.watch();
    try {
      const url = new URL(streamUrl(organizationId));
      url.searchParams.set('token', await ticket());
      if (this.#closed) return;
      this.#source?.close();
      const source = new this.#options.EventSource(url);
      this.#source = source;
      const on = (type: string, listener?: (event: MessageEvent) => void) =>
        this.#watchdog.on(source, type, listener);
      for (const type of EVENT_TYPES) on(type, ({ data }) => onEvent(JSON.parse(data)));
      for (const type of ['keepalive', 'store', 'more']) on(type);
      on('connected', () => {
        this.#reopenMs = REOPEN_MS;
        onGap();
      });
      on('stream_error', onGap);
      on('bom_deleted', onGap);
      on('stream_end', () => {
        this.close();
        onGap();
      });
      // The old stream goes on until there is a new ticket.
      on('reauth', () => void this.open());
      on('error', () => {
        if (source.readyState === source.CLOSED) this.#reopenLater();
      });
    } catch {
      if (!this.#closed) this.#reopenLater();
    }
  }

  close(): void {
    this.#closed = true;
    this.#source?.close();
    this.#watchdog.stop();
    clearTimeout(this.#timer);
  }

  #reopenLater(): void {
    this.#options.onGap();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.open(), this.#reopenMs);
    this.#reopenMs = Math.min(this.#reopenMs * 2, REOPEN_MAX_MS);
  }
}
