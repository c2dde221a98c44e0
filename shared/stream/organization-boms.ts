/** The BOMs of an organization in one stream: they join as their runs start, and leave behind the end of the last. */
import type { EventId } from '../domain/event-id.ts';
import type { StoredEvent } from '../progress/port.ts';
import type { ActiveBoms } from './organization-watch.ts';
import type { Role } from './rights.ts';
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
  readonly role: Role;
  /** The client's cursor leads nowhere; every BOM begins with its newest state. */
  readonly reset: boolean;
  readonly resumed: ResumedBom | null;
  readonly active: ActiveBoms;
}

export class OrganizationBoms {
  readonly #session: Session;
  readonly #readNewest: OrganizationBomsOptions['readNewest'];
  /** The last event sent of BOMs that left, so that one that comes back does not repeat itself. */
  readonly #lastOfLeft = new Map<string, EventId>();
  #toldMore = false;
  /** The newest change of each BOM that the client was told of, or can have read when it came. */
  readonly #toldChanges = new Map<string, number>();
  /** BOMs of whose deletion the client was told, or that were gone when it came. */
  #toldDeleted: readonly string[] = [];

  constructor({ session, readNewest }: OrganizationBomsOptions) {
    this.#session = session;
    this.#readNewest = readNewest;
  }

  /** @throws what reading throws */
  async open({ connected, role, reset, resumed, active }: OrganizationOpening): Promise<void> {
    const feed = resumed && this.#session.attach(resumed.bomId, resumed.cursor);
    const { bom_ids, more, changed, deleted } = active;
    const start = await this.#join(bom_ids);
    this.#toldMore = more;
    for (const { bom_id, change_id } of changed) this.#toldChanges.set(bom_id, change_id);
    this.#toldDeleted = deleted;
    this.#session.open({ connected: { ...connected, more }, role, reset, lastNews: resumed?.newest ?? null });
    if (feed) this.#session.start(feed, { newest: resumed.newest, events: [], hasMore: true });
    start();
  }

  /**
   * Takes in BOMs that have become active, and lets go of those that no longer are.
   * The client is also told what people changed and deleted, and when there come to be more BOMs with a run at work than are named.
   * @throws what reading throws; those that could not join try again with the next call
   */
  async follow({ bom_ids, more, changed, deleted }: ActiveBoms): Promise<void> {
    this.#tellChanges(changed);
    for (const bomId of deleted) if (!this.#toldDeleted.includes(bomId)) this.#session.tellDeleted(bomId);
    // As with changes: each look names what is new for a minute.
    this.#toldDeleted = deleted;
    if (more !== this.#toldMore) this.#session.control('more', { more });
    this.#toldMore = more;
    for (const feed of this.#session.feeds.values()) {
      // Not before the client has been told how its run ended.
      if (bom_ids.includes(feed.bomId) || !feed.end) continue;
      this.#session.detach(feed);
      this.#lastOfLeft.set(feed.bomId, feed.end.id);
    }
    (await this.#join(bom_ids))();
  }

  #tellChanges(changed: ActiveBoms['changed']): void {
    for (const { bom_id, change_id } of changed) {
      if (change_id > (this.#toldChanges.get(bom_id) ?? 0)) this.#session.tellChange(bom_id, change_id);
    }
    // What is named no more is told already: each look names what is new for a minute.
    this.#toldChanges.clear();
    for (const { bom_id, change_id } of changed) this.#toldChanges.set(bom_id, change_id);
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
