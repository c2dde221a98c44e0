/** The BOMs of an organization in one stream: they join as their runs start, and leave behind the end of the last. */
import type { EventId } from '../domain/event-id.ts';
import type { StoredEvent } from '../progress/port.ts';
import type { Session } from './session.ts';

export interface OrganizationBomsOptions {
  readonly session: Session;
  /** The newest event of each BOM; those that never ran are left out. */
  readonly readNewest: (bomIds: readonly string[]) => Promise<ReadonlyMap<string, StoredEvent>>;
}

/** The BOM whose event a client received last: it goes on from there, the others begin with their newest state. */
export interface ResumedBom {
  readonly bomId: string;
  readonly cursor: EventId;
  readonly newest: StoredEvent;
}

export interface OrganizationOpening {
  readonly connected: Readonly<Record<string, unknown>>;
  /** The client's cursor leads nowhere; every BOM begins with its newest state. */
  readonly reset: boolean;
  readonly resumed: ResumedBom | null;
  readonly bomIds: readonly string[];
  /** There are more BOMs with a run at work than are followed. */
  readonly more: boolean;
}

export class OrganizationBoms {
  readonly #session: Session;
  readonly #readNewest: OrganizationBomsOptions['readNewest'];
  /** The last event sent of BOMs that left, so that one that comes back does not repeat itself. */
  readonly #lastOfLeft = new Map<string, EventId>();
  #toldMore = false;

  constructor({ session, readNewest }: OrganizationBomsOptions) {
    this.#session = session;
    this.#readNewest = readNewest;
  }

  /** @throws what reading throws */
  async open({ connected, reset, resumed, bomIds, more }: OrganizationOpening): Promise<void> {
    const feed = resumed && this.#session.attach(resumed.bomId, resumed.cursor);
    const start = await this.#join(bomIds);
    this.#toldMore = more;
    this.#session.open({ connected: { ...connected, more }, reset, lastNews: resumed?.newest ?? null });
    if (feed) this.#session.start(feed, { newest: resumed.newest, events: [], hasMore: true });
    start();
  }

  /**
   * Takes in BOMs that have become active, and lets go of those that no longer are.
   * @param more there are more with a run at work than are named; the client is told when that changes
   * @throws what reading throws; those that could not join try again with the next call
   */
  async follow(bomIds: readonly string[], more: boolean): Promise<void> {
    if (more !== this.#toldMore) this.#session.control('more', { more });
    this.#toldMore = more;
    for (const feed of this.#session.feeds.values()) {
      // Not before the client has been told how its run ended.
      if (bomIds.includes(feed.bomId) || !feed.end) continue;
      this.#session.detach(feed);
      this.#lastOfLeft.set(feed.bomId, feed.end.id);
    }
    (await this.#join(bomIds))();
  }

  /** @returns how those that join are started, once their state was read */
  async #join(bomIds: readonly string[]): Promise<() => void> {
    const joining = bomIds.filter((bomId) => !this.#session.feeds.has(bomId));
    if (joining.length === 0 || !this.#session.isOpen) return () => {};
    const feeds = joining.map((bomId) => this.#session.attach(bomId, this.#lastOfLeft.get(bomId) ?? null));
    try {
      const news = await this.#readNewest(joining);
      return () => {
        for (const feed of feeds) {
          const newest = news.get(feed.bomId) ?? null;
          this.#session.start(feed, { newest, events: newest ? [newest] : [], hasMore: false });
        }
      };
    } catch (error) {
      feeds.forEach((feed) => this.#session.detach(feed));
      throw error;
    }
  }
}
