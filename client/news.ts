/** What is known of what is watched: the newest event of each BOM. */
import { compareEventIds, isDirectSuccessor, parseEventId } from '../shared/domain/event-id.ts';
import type { EventEnvelope } from '../shared/domain/event.ts';
import { isEnded, isTerminal, type Role } from '../shared/domain/status.ts';
import { BEFORE_FIRST, type Connection } from './connection.ts';

/** People have decided or edited lines of a BOM, or changed the BOM itself, up to this change. As the server names it. */
export interface Changed {
  readonly bom_id: string;
  readonly change_id: number;
}

/** What a stream says of it. Also what tabs tell each other (see PROTOCOL in share.ts), so all of it can be cloned. */
export type News =
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'event'; readonly event: EventEnvelope }
  | { readonly type: 'changed' } & Changed
  /** What whoever watches may do in the organization, as the server has it. */
  | { readonly type: 'role'; readonly role: Role }
  /** Something may have happened that no event tells of. */
  | { readonly type: 'gap' }
  /** The server knows nothing of what came before: the event that follows counts, be it an older one. */
  | { readonly type: 'reset' }
  | { readonly type: 'deleted'; readonly bomId: string }
  /** All there is, for a tab that joins. */
  | {
    readonly type: 'all';
    readonly events: readonly EventEnvelope[];
    readonly connection: Connection;
  };

/** What news have changed for whoever watches. */
export interface Change {
  readonly event?: EventEnvelope;
  readonly gap?: true;
  readonly deleted?: string;
  readonly changed?: Changed;
  readonly role?: Role;
}

/**
 * BOMs of an organization whose state is kept. A stream follows 50 at once; what ended longest ago is forgotten, so that a
 * page which is open for months does not grow.
 */
const MAX_BOMS = 500;

export class Known {
  readonly #kind: 'bom' | 'organization';
  connection = BEFORE_FIRST;
  /** Replaced with each event, so that who holds one has a state that never changes. */
  events: ReadonlyMap<string, EventEnvelope> = new Map();
  /** The newest that people have changed of each BOM, where that was told. */
  readonly changes = new Map<string, News & Changed>();
  role: Role | null = null;
  #isReset = false;

  constructor(kind: 'bom' | 'organization') {
    this.#kind = kind;
  }

  /** @returns null where the news were known, or are of a kind that is not */
  take(news: News): Change | null {
    if (news.type === 'connection') {
      this.connection = news.connection;
      return {};
    }
    if (news.type === 'changed') {
      const known = this.changes.get(news.bom_id);
      if (known && known.change_id >= news.change_id) return null;
      this.changes.set(news.bom_id, news);
      return { changed: news };
    }
    if (news.type === 'role') {
      const { role } = news;
      if (role === this.role) return null;
      this.role = role;
      return { role };
    }
    if (news.type === 'gap') return { gap: true };
    if (news.type === 'reset') {
      this.#isReset = true;
      return { gap: true };
    }
    if (news.type === 'deleted') {
      const events = new Map(this.events);
      events.delete(news.bomId);
      this.events = events;
      return { deleted: news.bomId };
    }
    if (news.type === 'event') {
      this.connection = { ...this.connection, lastHeardAt: Date.now() };
      return this.#takeEvent(news.event);
    }
    // Another release may say more. Whoever cannot tell what a thing means is not to guess.
    if (news.type !== 'all') return null;
    this.connection = news.connection;
    const [change] = news.events.map((event) => this.#takeEvent(event));
    // Of an organization, BOMs may have come without an event.
    return this.#kind === 'bom' ? change ?? {} : { gap: true };
  }

  /** The BOMs whose run has not ended. */
  get busy(): readonly string[] {
    return [...this.events].flatMap(([id, { state }]) => isEnded(state.status) ? [] : [id]);
  }

  isNews(event: EventEnvelope): boolean {
    const known = this.events.get(event.bom_id);
    return this.#isReset ||
      compareEventIds(parseEventId(event.event_id), idOf(known)) > 0;
  }

  #takeEvent(event: EventEnvelope): Change | null {
    if (!this.isNews(event)) return null;
    const known = this.events.get(event.bom_id);
    const follows = isDirectSuccessor(
      idOf(known),
      known !== undefined && isTerminal(known.event_type),
      parseEventId(event.event_id)!,
    );
    const gap = this.#isReset || !follows;
    this.#isReset = false;
    // the one that changed last stands last
    const events = new Map(this.events);
    events.delete(event.bom_id);
    events.set(event.bom_id, event);
    for (const [id, { state }] of events) {
      if (events.size <= MAX_BOMS) break;
      if (isEnded(state.status)) events.delete(id);
    }
    this.events = events;
    return gap ? { event, gap } : { event };
  }
}

const idOf = (event: EventEnvelope | undefined) => event ? parseEventId(event.event_id) : null;
