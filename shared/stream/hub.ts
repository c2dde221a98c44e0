/**
 * One poll per isolate, not per client: every BOM somebody watches is a topic, one XREAD covers all topics, and an
 * event that arrives is encoded once and handed to all clients of its topic.
 */
import { compareEventIds, type EventId } from '../domain/event-id.ts';
import { errorName, type Log } from '../log.ts';
import { type Breaker, createBreaker } from '../progress/breaker.ts';
import {
  eventsIn,
  MAX_EVENTS_PER_READ,
  type News,
  type ProgressReader,
  ProgressUnavailable,
  type StoredEvent,
} from '../progress/port.ts';
import { type Delivery, Frames, toDelivery } from './delivery.ts';
import { Topic } from './topic.ts';

/**
 * For the first moments of a run, when somebody has just pressed the button and waits for a sign. Who has set polls to be
 * rarer, to pay for fewer commands, has these rarer, too.
 */
const FRESH_SHARE = 1 / 4;
const FRESH_FOR_MS = 5_000;
/** On average no poll follows another sooner, whatever there is to see. */
const SOONEST_MS = 100;
/** While nothing runs: a new run of a watched BOM shows within this, or within the set interval where that is longer. */
const IDLE_MS = 5_000;
/** The table costs a transaction a poll, so falling back to it also means asking less often. */
const TABLE_FACTOR = 2.5;
/**
 * How often the table is asked although Redis answers: it may be alive and behind. Asked halfway between two polls, the
 * table also shows what was committed since the first of them, which right behind a poll would be next to nothing.
 */
const RECONCILE_MS = 15_000;
/**
 * While runs are at work and none of them shows anything new, the table is asked sooner: a Redis that can be read and not
 * written, full or over quota, looks like that. Each look that finds nothing doubles the silence until the next, since
 * runs that wait for a supplier are silent, too. What Redis was never given thus comes at most this much later, or as long
 * again as the silence before it, and never by more than RECONCILE_MS.
 */
const SILENCE_MS = 2_000;
/**
 * The table has no other store behind it, so it is tried again sooner than Redis is: a client waits this long at most
 * once it is back.
 */
const TABLE_LONGEST_PAUSE_MS = 15_000;
/** Polls of many isolates must not fall together. */
const JITTER = 0.1;
/** What a publisher takes to mend a key from another life, which it does with the BOM's next event. */
const MEND_MS = 2_000;
/** A topic outlives its last client this long: reloads and rotations find its place in the events as it was. */
const LINGER_MS = 5_000;

export type Store = 'redis' | 'table';

export interface Subscriber {
  deliver(bomId: string, events: readonly Delivery[]): void;
  storeChanged(store: Store): void;
  /** What it was given is more than Postgres ever committed, as after a database was restored. */
  rewound(): void;
  /** The BOM was deleted. */
  gone(bomId: string): void;
}

export interface HubOptions {
  readonly redis: ProgressReader;
  readonly table: ProgressReader;
  readonly log: Log;
  /** Milliseconds between two polls while a run is at work. */
  readonly pollMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  /** Runs `work` once after a delay; returns how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void;
}

interface Watched {
  readonly bomId: string;
  readonly subscribers: Set<Subscriber>;
  frames: Frames;
  /** Calls off the end of a topic that nobody watches any more. */
  stopLingering: () => void;
  /** Null until the first client knows what is newest; nothing is polled before. */
  topic: Topic | null;
  freshUntil: number;
  /** The newest event a client was told about. Committed, so a topic that is not there yet has something to fetch. */
  told: EventId | null;
  /** The table had more than one answer holds. */
  hasMore: boolean;
  /** Redis held what Postgres never gave out: until then only the table is believed about this BOM. */
  distrustedUntil: number;
}

type Entry = readonly [Watched, Topic];

/** What the table has to serve in this poll. */
interface Behind {
  readonly behind: readonly Entry[];
  /** Topics where Redis showed something else than what comes next, with what came before that. */
  readonly gaps: ReadonlyMap<Topic, readonly StoredEvent[]>;
}

export class Hub {
  readonly #options: HubOptions;
  readonly #watched = new Map<string, Watched>();
  readonly #breaker: Breaker = createBreaker();
  /** Without it a topic that is known to be behind would have a database that is away asked ten times a second. */
  readonly #tableBreaker: Breaker = createBreaker({ longestPauseMs: TABLE_LONGEST_PAUSE_MS });
  #store: Store = 'redis';
  #timer: { readonly dueAt: number; readonly cancel: () => void } | null = null;
  #polling = false;
  /** When the planned poll is due; the table may be asked before. */
  #pollAt = Infinity;
  /** When to ask the table although Redis answers. The first clients were let in with what it holds. */
  #reconcileAt: number;
  /** How long nothing new may come of runs at work before the table is asked, and until when that is. */
  #silenceMs = SILENCE_MS;
  /** Infinity while nobody watches: what was not asked for then is no silence. */
  #silentUntil = Infinity;
  #counts = { polls: 0, tablePolls: 0, fallbacks: 0, gaps: 0 };

  constructor(options: HubOptions) {
    this.#options = options;
    this.#reconcileAt = options.now() + RECONCILE_MS;
  }

  get store(): Store {
    return this.#store;
  }

  get counts(): Readonly<Record<'polls' | 'tablePolls' | 'fallbacks' | 'gaps' | 'topics', number>> {
    const topics = [...this.#watched.values()].filter(({ subscribers }) => subscribers.size > 0).length;
    return { ...this.#counts, topics };
  }

  /** Everything that happens to the BOM from now on reaches the subscriber, once the topic is primed. */
  attach(bomId: string, subscriber: Subscriber): void {
    const watched = this.#watched.get(bomId) ?? newlyWatched(bomId);
    this.#watched.set(bomId, watched);
    watched.stopLingering();
    watched.subscribers.add(subscriber);
    if (watched.topic) this.#schedule();
  }

  /**
   * Says what an attached client was told is newest. The topic of a first client starts from there.
   * @returns whether the topic is past that already: what lies between never reached this client, and is to be read
   */
  prime(bomId: string, subscriber: Subscriber, newest: StoredEvent | null): boolean {
    const watched = this.#watched.get(bomId);
    if (!watched?.subscribers.has(subscriber)) return false;
    if (!watched.topic) {
      watched.topic = new Topic(bomId, newest);
      if (watched.topic.active) watched.freshUntil = this.#options.now() + FRESH_FOR_MS;
    }
    if (newest && compareEventIds(newest.id, watched.told) > 0) watched.told = newest.id;
    this.#schedule();
    return compareEventIds(watched.topic.cursor.after, newest?.id ?? null) > 0;
  }

  /** Events of a BOM ready to be sent, in the bytes that its other clients already hold where there are any. */
  encode(bomId: string, events: readonly StoredEvent[]): Delivery[] {
    const deliveries = this.#deliveries(bomId, events);
    // At once: what each client reads for itself is text of its own, and must not wait for it.
    deliveries.forEach(({ body }) => body.frame);
    return deliveries;
  }

  #deliveries(bomId: string, events: readonly StoredEvent[]): Delivery[] {
    const frames = this.#watched.get(bomId)?.frames;
    return events.map((event) => frames ? frames.toDelivery(event) : toDelivery(event));
  }

  /** From now on nothing reaches the subscriber. Detaching again changes nothing. */
  detach(bomId: string, subscriber: Subscriber): void {
    const watched = this.#watched.get(bomId);
    if (!watched?.subscribers.delete(subscriber) || watched.subscribers.size > 0) return;
    watched.stopLingering();
    watched.stopLingering = this.#options.after(LINGER_MS, () => this.#forget(watched));
    if (this.#primed().length === 0) this.#stopTimer();
  }

  #forget(watched: Watched): void {
    watched.stopLingering();
    if (this.#watched.get(watched.bomId) === watched) this.#watched.delete(watched.bomId);
  }

  /** The topics to ask about. Lingering ones cost nothing: without clients nothing is polled. */
  #primed(): Entry[] {
    const entries: Entry[] = [];
    for (const watched of this.#watched.values()) {
      if (watched.topic && watched.subscribers.size > 0) entries.push([watched, watched.topic]);
    }
    return entries;
  }

  /** Plans the next poll, or brings it forward. Never puts it off: clients that keep arriving must not starve it. */
  #schedule(): void {
    if (this.#polling) return; // the poll at work plans the next one when it is done
    const primed = this.#primed();
    if (primed.length === 0) return this.#stopTimer();
    if (this.#silentUntil === Infinity) this.#heard(true);
    const { now, random, after } = this.#options;
    const jitter = 1 - JITTER + random() * 2 * JITTER;
    this.#pollAt = Math.min(this.#pollAt, now() + this.#intervalMs(primed) * jitter);
    const reconciles = this.#store === 'redis' && this.#reconcileDueAt(primed) <= this.#pollAt;
    const dueAt = reconciles ? (now() + this.#pollAt) / 2 : this.#pollAt;
    if (this.#timer && this.#timer.dueAt <= dueAt) return;
    this.#timer?.cancel();
    const work = reconciles ? () => this.#reconcile() : () => this.#poll();
    this.#timer = { dueAt, cancel: after(Math.max(0, dueAt - now()), () => void this.#ask(work)) };
  }

  #reconcileDueAt(primed: readonly Entry[]): number {
    const isAtWork = primed.some(([, topic]) => topic.active);
    return isAtWork ? Math.min(this.#reconcileAt, this.#silentUntil) : this.#reconcileAt;
  }

  /** Something new came, or was looked for in vain. */
  #heard(isNews: boolean): void {
    this.#silenceMs = isNews ? SILENCE_MS : Math.min(this.#silenceMs * 2, RECONCILE_MS);
    this.#silentUntil = this.#options.now() + this.#silenceMs;
  }

  #intervalMs(primed: readonly Entry[]): number {
    const now = this.#options.now();
    // An idle topic whose newest client knows more than it, or one that is being filled from the table.
    if (!this.#tableBreaker.open && primed.some(isKnownBehind)) return SOONEST_MS;
    const { pollMs } = this.#options;
    const base = primed.some(([{ freshUntil }, topic]) => topic.active && freshUntil > now)
      ? Math.max(SOONEST_MS, pollMs * FRESH_SHARE)
      : primed.some(([, topic]) => topic.active)
      ? pollMs
      : Math.max(IDLE_MS, pollMs);
    return this.#store === 'table' ? base * TABLE_FACTOR : base;
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#pollAt = Infinity;
    this.#silentUntil = Infinity;
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    this.#polling = true;
    this.#timer = null;
    try {
      await work();
    } catch (error) {
      // Nobody could be asked. Clients keep their cursors; the next poll tries again.
      this.#options.log('poll_failed', { error: errorName(error) });
    } finally {
      this.#polling = false;
      this.#schedule();
    }
  }

  async #poll(): Promise<void> {
    this.#pollAt = Infinity;
    await this.#pollTable(await this.#pollRedis());
  }

  /** Redis may answer and yet be behind, when a writer could not reach it: now and then the table is asked by itself. */
  async #reconcile(): Promise<void> {
    this.#reconcileAt = this.#options.now() + RECONCILE_MS;
    // Before it is asked: one that fails must not be asked again at once.
    this.#heard(false);
    const found = await this.#pollTable({ behind: this.#primed(), gaps: new Map() });
    if (found > 0) this.#heard(true);
  }

  async #pollRedis(): Promise<Behind> {
    const { now, log } = this.#options;
    const all = this.#primed();
    const gaps = new Map<Topic, readonly StoredEvent[]>();
    if (!this.#breaker.allows(now())) return { behind: all, gaps };
    const trusted = all.filter(([watched]) => watched.distrustedUntil <= now());
    // Asking about nothing asks nobody, so it must not count as an answer that closes the breaker.
    if (trusted.length === 0) return { behind: all, gaps };
    let news: ReadonlyMap<string, News>;
    try {
      this.#counts.polls += 1;
      news = await this.#options.redis.read(trusted.map(([, topic]) => topic.cursor));
    } catch (error) {
      if (!(error instanceof ProgressUnavailable)) throw error;
      this.#breaker.failed(now());
      log('redis_unavailable', { reason: error.reason, breaker_open: this.#breaker.open });
      if (this.#breaker.open) this.#use('table');
      return { behind: this.#breaker.open ? all : [], gaps };
    }
    this.#breaker.succeeded();
    this.#use('redis');

    if (news.size > 0) this.#heard(true);
    for (const [watched, topic] of trusted) {
      if (news.get(topic.bomId) === 'unreadable') this.#distrust(watched, 'unreadable');
      const { deliver, gap } = topic.acceptHot(eventsIn(news.get(topic.bomId)));
      // Kept until the gap is filled: a run's end handed out alone would end the streams before the next run.
      if (gap) gaps.set(topic, deliver);
      else this.#handOut(watched, deliver);
    }
    this.#counts.gaps += gaps.size;
    const behind = all.filter((entry) =>
      gaps.has(entry[1]) || entry[0].distrustedUntil > now() || isKnownBehind(entry)
    );
    return { behind, gaps };
  }

  /** @returns how many events it had */
  async #pollTable({ behind, gaps }: Behind): Promise<number> {
    if (behind.length === 0) return 0;
    const handOutWhatRedisHad = () => {
      for (const [watched, topic] of behind) this.#handOut(watched, gaps.get(topic) ?? []);
      return 0;
    };
    if (!this.#tableBreaker.allows(this.#options.now())) return handOutWhatRedisHad();
    this.#counts.tablePolls += 1;
    let news: ReadonlyMap<string, News>;
    try {
      news = await this.#options.table.read(behind.map(([, topic]) => topic.cursor));
    } catch (error) {
      this.#tableBreaker.failed(this.#options.now());
      handOutWhatRedisHad();
      throw error;
    }
    this.#tableBreaker.succeeded();
    let found = 0;
    for (const [watched, topic] of behind) {
      const answer = news.get(topic.bomId);
      if (answer === 'gone' || answer === 'ahead') {
        this.#giveUp(watched, answer);
        continue;
      }
      const events = topic.acceptDurable(eventsIn(answer));
      found += events.length;
      watched.hasMore = events.length === MAX_EVENTS_PER_READ;
      // Redis had more and Postgres knows nothing of it: the key is from another life and would only mislead.
      if (gaps.has(topic) && events.length === 0) this.#distrust(watched, 'unknown_ids');
      else if (events.length > 0 && watched.distrustedUntil === Infinity) {
        watched.distrustedUntil = this.#options.now() + MEND_MS;
      }
      this.#handOut(watched, [...gaps.get(topic) ?? [], ...events]);
    }
    return found;
  }

  /** Until the BOM's next event only the table is believed about it. */
  #distrust(watched: Watched, reason: 'unreadable' | 'unknown_ids' | 'ahead'): void {
    watched.distrustedUntil = Infinity;
    this.#options.log('redis_key_distrusted', { bom_id: watched.bomId, reason });
  }

  /** There is nothing this topic could go on from: its clients come back and are told what there is. */
  #giveUp(watched: Watched, why: 'gone' | 'ahead'): void {
    watched.topic = null;
    watched.told = null;
    // The same ids may come to mean something else.
    watched.frames = new Frames();
    if (why === 'gone') this.#forget(watched);
    else this.#distrust(watched, why);
    for (const subscriber of [...watched.subscribers]) {
      if (why === 'gone') subscriber.gone(watched.bomId);
      else subscriber.rewound();
    }
  }

  #handOut(watched: Watched, events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    if (events.some(({ type }) => type === 'enrichment.started')) {
      watched.freshUntil = this.#options.now() + FRESH_FOR_MS;
    }
    const deliveries = this.#deliveries(watched.bomId, events);
    // A copy: delivering a run's end makes a subscriber leave while we go through them.
    for (const subscriber of [...watched.subscribers]) subscriber.deliver(watched.bomId, deliveries);
  }

  #use(store: Store): void {
    if (store === this.#store) return;
    this.#store = store;
    if (store === 'table') this.#counts.fallbacks += 1;
    this.#options.log('store_changed', { store });
    for (const { subscribers } of this.#watched.values()) {
      for (const subscriber of [...subscribers]) subscriber.storeChanged(store);
    }
  }
}

/** There is something to fetch, whatever Redis has. */
function isKnownBehind([{ told, hasMore }, topic]: Entry): boolean {
  return hasMore || compareEventIds(told, topic.cursor.after) > 0;
}

function newlyWatched(bomId: string): Watched {
  return {
    bomId,
    subscribers: new Set(),
    frames: new Frames(),
    stopLingering: () => {},
    topic: null,
    freshUntil: 0,
    told: null,
    hasMore: false,
    distrustedUntil: 0,
  };
}
