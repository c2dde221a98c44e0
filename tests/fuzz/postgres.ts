/**
 * The database as the stream and the publishers see it, in memory: what the migrations' functions of the same names
 * do, with answers that may come late, fail or get lost.
 */
import type { Database } from '../../shared/database/port.ts';
import { compareEventIds, type EventId, formatEventId } from '../../shared/domain/event-id.ts';
import type { EventEnvelope } from '../../shared/domain/event.ts';
import { type EventType, isEnded, isTerminal } from '../../shared/domain/status.ts';
import type { Publication } from '../../shared/progress/publisher.ts';
import { envelope } from '../unit/support/events.ts';
import type { Product } from './product.ts';

/** As `bomstream_replay` and `bomstream.unpublished_events` bound their answers. */
const REPLAY_EVENTS = 100;
const UNPUBLISHED_EVENTS = 50;
/** As the database's functions: a cursor further behind is given the newest state. */
const MAX_REPLAY_EVENTS = 1_000;
const EXPIRE_RUNNING_SECONDS = 86_400;
const EXPIRE_ENDED_SECONDS = 3_600;

/** `lost`: it is done, and the answer does not arrive. */
export const DATABASE_FAULTS = ['away', 'broken', 'lost'] as const;
export type DatabaseFault = (typeof DATABASE_FAULTS)[number];

export interface Committed {
  readonly id: EventId;
  readonly text: string;
  readonly type: EventType;
  readonly terminal: boolean;
  readonly envelope: EventEnvelope;
  /** Exactly what every client must get. */
  readonly json: string;
}

export interface Bom {
  readonly id: string;
  readonly organization: string;
  /** Oldest first: the position of an event is its place in the order that clients must see. */
  readonly events: Committed[];
  /** Where each id stands among them. */
  readonly positions: Map<string, number>;
  /** How many of them Redis is known to have been given. */
  published: number;
  /** Null while it is there. */
  deletedAt: number | null;
}

type Args = Readonly<Record<string, unknown>>;

export interface Postgres {
  readonly database: Database;
  readonly boms: readonly Bom[];
  readonly members: Map<string, Set<string>>;
  /** Since when somebody has had no right to the BOM; null for who has it, or never had. */
  lostAt(user: string, bom: Bom): number | null;
  lose(user: string, organization: string): void;
  regain(user: string, organization: string): void;
  /** How often somebody lost or regained a right so far. */
  readonly rightChanges: number;
  /** Since when it has answered every call; Infinity while it does not. */
  readonly healthySince: number;
  /** When it was last asked who may still watch, and answered. */
  readonly confirmedAt: number;
  /** Calls that failed so far. */
  readonly failures: number;
  fault: DatabaseFault | null;
  latencyMs: number;
  mayRead(user: string, bom: Bom): boolean;
  active(bom: Bom): boolean;
  /** Commits the BOM's next event; the first after a run's end begins the next run. */
  commit(bom: Bom, type: EventType, payload?: EventEnvelope['payload']): void;
  unpublished(bom: Bom): Publication | null;
}

export function createPostgres(
  { product, boms, members, now, wait }: {
    product: Pick<Product, 'Refusal' | 'DatabaseUnavailable' | 'DatabaseError'>;
    boms: readonly Bom[];
    members: Map<string, Set<string>>;
    now: () => number;
    wait: (ms: number) => Promise<void>;
  },
): Postgres {
  const find = (id: unknown) => boms.find((bom) => bom.id === id && bom.deletedAt === null);
  const behind = (bom: Bom, cursor: EventId | null) => {
    const known = cursor && bom.positions.get(formatEventId(cursor));
    return known === undefined || known === null
      ? bom.events.filter(({ id }) => compareEventIds(id, cursor) > 0)
      : bom.events.slice(known + 1);
  };

  const functions: Record<string, (args: Args) => unknown> = {
    bomstream_connect(args) {
      const bom = find(args.p_bom_id);
      if (!bom || !postgres.mayRead(String(args.p_user_id), bom)) {
        throw new product.Refusal('missing', 'bom_not_found', 'There is no such BOM.');
      }
      const cursor = args.p_cursor_run === null
        ? null
        : { run: Number(args.p_cursor_run), seq: Number(args.p_cursor_seq) };
      const following = behind(bom, cursor);
      const known = cursor !== null && bom.positions.has(formatEventId(cursor));
      const honoured = known && following.length <= MAX_REPLAY_EVENTS;
      return {
        organization_id: bom.organization,
        newest: bom.events.at(-1)?.envelope ?? null,
        change_id: null,
        cursor: cursor === null ? 'none' : honoured ? 'honoured' : 'lost',
        following: honoured ? following.slice(0, REPLAY_EVENTS).map((event) => event.envelope) : [],
      };
    },
    bomstream_replay: ({ p_cursors }) =>
      (p_cursors as { bom_id: string; run: number; seq: number }[]).flatMap(({ bom_id, ...cursor }) => {
        const bom = find(bom_id);
        if (!bom) return [{ bom_id, news: 'gone', events: [] }];
        const newest = bom.events.at(-1)?.id ?? { run: 0, seq: 0 };
        if (compareEventIds(newest, cursor) === 0) return [];
        const events = behind(bom, cursor).slice(0, REPLAY_EVENTS).map((event) => event.envelope);
        return [{ bom_id, news: events.length > 0 ? 'events' : 'ahead', events }];
      }),
    bomstream_lost_rights({ p_viewers }) {
      confirmedAt = now();
      return (p_viewers as { user_id: string; kind: 'bom'; id: string }[]).flatMap((viewer) => {
        const bom = find(viewer.id);
        if (bom && postgres.mayRead(viewer.user_id, bom)) return [];
        return [{ ...viewer, reason: bom ? 'access_revoked' : 'deleted' }];
      });
    },
    bomstream_head: ({ p_bom_id }) => find(p_bom_id)?.events.at(-1)?.text ?? null,
    bomstream_published({ p_published }) {
      const { bom_id, event_id } = p_published as { bom_id: string; event_id: string };
      const bom = find(bom_id);
      if (!bom) return p_published;
      const upTo = (bom.positions.get(event_id) ?? -1) + 1;
      bom.published = Math.max(bom.published, upTo);
      return p_published;
    },
  };

  let failures = 0;
  let rightChanges = 0;
  let fault: DatabaseFault | null = null;
  let healthySince = -Infinity;
  let confirmedAt = -Infinity;
  const lost = new Map<string, number>();
  const postgres: Postgres = {
    boms,
    members,
    get rightChanges() {
      return rightChanges;
    },
    get failures() {
      return failures;
    },
    get fault() {
      return fault;
    },
    set fault(value) {
      if (fault !== null && value === null) healthySince = now();
      fault = value;
    },
    latencyMs: 0,
    get healthySince() {
      return fault === null ? healthySince : Infinity;
    },
    get confirmedAt() {
      return confirmedAt;
    },
    lostAt: (user, bom) => bom.deletedAt ?? lost.get(`${user} ${bom.organization}`) ?? null,
    lose(user, organization) {
      rightChanges += 1;
      if (members.get(organization)!.delete(user)) lost.set(`${user} ${organization}`, now());
    },
    regain(user, organization) {
      rightChanges += 1;
      members.get(organization)!.add(user);
      lost.delete(`${user} ${organization}`);
    },
    mayRead: (user, bom) => bom.deletedAt === null && (members.get(bom.organization)?.has(user) ?? false),
    active: (bom) =>
      bom.deletedAt === null && bom.events.length > 0 && !isEnded(bom.events.at(-1)!.envelope.state.status),
    commit(bom, type, payload = {}) {
      const newest = bom.events.at(-1);
      const id = !newest
        ? { run: 1, seq: 1 }
        : newest.terminal
        ? { run: newest.id.run + 1, seq: 1 }
        : { run: newest.id.run, seq: newest.id.seq + 1 };
      const text = formatEventId(id);
      const event = {
        ...envelope(text, { bomId: bom.id, type, payload }),
        organization_id: bom.organization,
      };
      const json = JSON.stringify(event);
      bom.positions.set(text, bom.events.length);
      bom.events.push({ id, text, type, terminal: isTerminal(type), envelope: event, json });
    },
    unpublished(bom) {
      const events = bom.events.slice(bom.published, bom.published + UNPUBLISHED_EVENTS);
      if (events.length === 0 || bom.deletedAt !== null) return null;
      return {
        bom_id: bom.id,
        expire_seconds: postgres.active(bom) ? EXPIRE_RUNNING_SECONDS : EXPIRE_ENDED_SECONDS,
        events: events.map((event) => event.envelope),
      };
    },
    database: {
      async call(name, args, schema) {
        // Half on the way there, half on the way back, so that others may commit on either side of the snapshot.
        await wait(postgres.latencyMs / 2);
        refuseIf('away', 'broken');
        const answer = functions[name];
        if (!answer) throw new Error(`the model has no function ${name}`);
        const text = JSON.stringify(answer(args));
        await wait(postgres.latencyMs / 2);
        refuseIf('lost');
        return schema.parse(JSON.parse(text));
      },
    },
  };
  return postgres;

  function refuseIf(...kinds: DatabaseFault[]): void {
    if (!postgres.fault || !kinds.includes(postgres.fault)) return;
    failures += 1;
    throw postgres.fault === 'broken'
      ? new product.DatabaseError('22012', 'any function')
      : new product.DatabaseUnavailable();
  }
}
