/**
 * One poll per isolate, not per client: every BOM somebody watches is a topic, one XREAD covers all topics, and an
 * event that arrives is encoded once and handed to all clients of its topic. While none of them has a run at work, Redis
 * is not asked: its commands are paid for one by one, and the table can say as well that nothing has happened.
 */
import { errorName, type Log } from '../log.ts';
import { type Breaker, createBreaker } from '../progress/breaker.ts';
import {
  changeIn,
  eventsIn,
  type News,
  type ProgressReader,
  ProgressUnavailable,
  type StoredEvent,
} from '../progress/port.ts';
import { type Delivery, toDelivery } from './delivery.ts';
import { Reconcile } from './reconcile.ts';
import { type Store, type Subscriber, Topic } from './topic.ts';

/**
 * Polls of a run that has just begun, when somebody has just pressed the button and waits for a sign, and of one that is about
 * to end, when somebody waits for the answer. Who has set polls to be rarer, to pay for fewer commands, has these rarer, too.
 */
const FRESH_SHARE = 1 / 4;
/** On average no poll follows another sooner, whatever there is to see. */
const SOONEST_MS = 100;
/** While nothing runs: a new run of a watched BOM shows within this, or within the set interval where that is longer. */
const IDLE_MS = 5_000;
/**
 * The same where nothing has happened for so long that nobody waits for it: tabs that are left open for days are most of
 * what an install serves, and each look is a transaction. With its jitter it stays below 16 s.
 */
const QUIET_MS = 14_000;
const QUIET_AFTER_MS = 600_000;
/** The table costs a transaction a poll, so falling back to it also means asking less often. */
const TABLE_FACTOR = 2.5;
/**
 * The table has no other store behind it, so it is tried again sooner than Redis is: a client waits this long at most
 * once it is back.
 */
const TABLE_LONGEST_PAUSE_MS = 15_000;
/** Polls of many isolates must not fall together. */
const JITTER = 0.1;
/** A topic outlives its last client this long: reloads and rotations find its place in the events as it was. */
const UNSUBSCRIBE_LINGER_MS = 5_000;

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

export class Hub {
  readonly #options: HubOptions;
  readonly #topics = new Map<string, Topic>();
  readonly #breaker: Breaker = createBreaker();
  /** Without it a topic that is known to be behind would have a database that is away asked ten times a second. */
  readonly #tableBreaker: Breaker = createBreaker({ longestPauseMs: TABLE_LONGEST_PAUSE_MS });
  readonly #reconcile = new Reconcile();
  #store: Store = 'redis';
  #timer: { readonly dueAt: number; readonly cancel: () => void } | null = null;
  #polling = false;
  /** When the planned poll is due; the table may be asked before. */
  #pollAt = Infinity;
  /** When something last happened that somebody here watches, or somebody came to see it. */
  #newsAt = 0;
  #counts = { polls: 0, tablePolls: 0, fallbacks: 0, gaps: 0 };

  constructor(options: HubOptions) {
    this.#options = options;
  }

  get store(): Store {
    return this.#store;
  }

  get breakers(): Readonly<Record<'redis_breaker' | 'table_breaker', 'open' | 'closed'>> {
    const said = ({ open }: Breaker) => open ? 'open' : 'closed';
    return { redis_breaker: said(this.#breaker), table_breaker: said(this.#tableBreaker) };
  }

  get counts(): Readonly<Record<'polls' | 'tablePolls' | 'fallbacks' | 'gaps' | 'topics', number>> {
    const topics = [...this.#topics.values()].filter(({ hasSubscribers }) => hasSubscribers).length;
    return { ...this.#counts, topics };
  }

  /** Milliseconds between two looks at the table for what may have begun. */
  get lookMs(): number {
    const isQuiet = this.#options.now() - this.#newsAt >= QUIET_AFTER_MS;
    return isQuiet && !this.#polled().some(({ isActive }) => isActive) ? QUIET_MS : IDLE_MS;
  }

  /**
   * Somebody has come to watch.
   * @param since now, or of one that comes back, as after each rotation, when what it watches last had news
   */
  arrived(since: number): void {
    this.#newsAt = Math.max(this.#newsAt, since);
  }

  /** Everything that happens to the BOM from now on reaches the subscriber, once the topic has a place to start from. */
  attach(bomId: string, subscriber: Subscriber): void {
    const topic = this.#topics.get(bomId) ?? new Topic(bomId);
    this.#topics.set(bomId, topic);
    topic.attach(subscriber);
    if (topic.isPolled) this.#schedule();
  }

  /**
   * Says what an attached client was told is newest. The topic of a first client starts from there.
   * @param change the newest that it knows of what people changed of the lines; undefined for one that is not to be told
   * @returns whether the topic is past that already: what lies between never reached this client, and is to be read
   */
  startFrom(bomId: string, subscriber: Subscriber, newest: StoredEvent | null, change?: number): boolean {
    const topic = this.#topics.get(bomId);
    if (!topic?.isFollowedBy(subscriber)) return false;
    const isPast = topic.startFrom(newest, this.#options.now(), change);
    // Told to the others while this one was being read.
    if (change !== undefined && topic.change > change) subscriber.changed(topic.change);
    this.#schedule();
    return isPast;
  }

  /** Events of a BOM ready to be sent, in the bytes that its other clients already hold where there are any. */
  encode(bomId: string, events: readonly StoredEvent[]): Delivery[] {
    const deliveries = this.#topics.get(bomId)?.encode(events) ?? events.map(toDelivery);
    // At once: what each client reads for itself is text of its own, and must not wait for it.
    deliveries.forEach(({ body }) => body.frame);
    return deliveries;
  }

  /** From now on nothing reaches the subscriber. Detaching again changes nothing. */
  detach(bomId: string, subscriber: Subscriber): void {
    const topic = this.#topics.get(bomId);
    if (!topic?.detach(subscriber)) return;
    topic.linger(this.#options.after(UNSUBSCRIBE_LINGER_MS, () => this.#forget(topic)));
    if (this.#polled().length === 0) this.#stopTimer();
  }

  #forget(topic: Topic): void {
    if (this.#topics.get(topic.bomId) === topic) this.#topics.delete(topic.bomId);
  }

  #polled(): Topic[] {
    return [...this.#topics.values()].filter(({ isPolled }) => isPolled);
  }

  /** Plans the next poll, or brings it forward. Never puts it off: clients that keep arriving must not starve it. */
  #schedule(): void {
    if (this.#polling) return; // the poll at work plans the next one when it is done
    const topics = this.#polled();
    if (topics.length === 0) return this.#stopTimer();
    const { now, random, after } = this.#options;
    this.#reconcile.watched(now());
    const jitter = 1 - JITTER + random() * 2 * JITTER;
    this.#pollAt = Math.min(this.#pollAt, now() + this.#intervalMs(topics) * jitter);
    const reconciles = this.#asksRedis(topics) && this.#store === 'redis' &&
      this.#reconcile.dueAt <= this.#pollAt;
    const dueAt = reconciles ? (now() + this.#pollAt) / 2 : this.#pollAt;
    if (this.#timer && this.#timer.dueAt <= dueAt) return;
    this.#timer?.cancel();
    const work = reconciles ? () => this.#lookAtTable() : () => this.#poll();
    this.#timer = { dueAt, cancel: after(Math.max(0, dueAt - now()), () => void this.#ask(work)) };
  }

  #intervalMs(topics: readonly Topic[]): number {
    const { pollMs, now } = this.#options;
    // An idle topic whose newest client knows more than it, or one that is being filled from the table.
    if (!this.#tableBreaker.open && topics.some(({ isKnownBehind }) => isKnownBehind)) return SOONEST_MS;
    if (!topics.some(({ isActive }) => isActive)) return Math.max(this.lookMs, pollMs);
    const isFresh = topics.some((topic) => topic.isFresh(now()));
    const base = isFresh ? Math.max(SOONEST_MS, pollMs * FRESH_SHARE) : pollMs;
    return this.#store === 'table' ? base * TABLE_FACTOR : base;
  }

  /** A run is at work, whose events are to show at once; or the table cannot say whether one has begun. */
  #asksRedis(topics: readonly Topic[]): boolean {
    return this.#tableBreaker.open || topics.some(({ isActive }) => isActive);
  }

  #stopTimer(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#pollAt = Infinity;
    this.#reconcile.unwatched();
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
    if (this.#asksRedis(this.#polled())) await this.#pollTable(await this.#pollRedis());
    else await this.#lookAtTable();
  }

  /**
   * Redis may answer and yet be behind, when a writer could not reach it: now and then the table is asked by itself, and
   * nothing else is while no run is at work.
   */
  async #lookAtTable(): Promise<void> {
    this.#reconcile.begun(this.#options.now());
    await this.#pollTable(this.#polled());
  }

  #heard(): void {
    this.#newsAt = this.#options.now();
    this.#reconcile.heard(this.#newsAt);
  }

  /** @returns the topics that the table has to serve in this poll */
  async #pollRedis(): Promise<readonly Topic[]> {
    const { now, log } = this.#options;
    const all = this.#polled();
    if (!this.#breaker.allows(now())) return all;
    const believing = all.filter((topic) => topic.believesRedis(now()));
    // Asking about nothing asks nobody, so it must not count as an answer that closes the breaker.
    if (believing.length === 0) return all;
    let news: ReadonlyMap<string, News>;
    try {
      this.#counts.polls += 1;
      news = await this.#options.redis.read(believing.map(({ cursor }) => cursor));
    } catch (error) {
      if (!(error instanceof ProgressUnavailable)) throw error;
      this.#breaker.failed(now());
      log('redis_unavailable', { reason: error.reason, breaker_open: this.#breaker.open });
      if (this.#breaker.open) this.#use('table');
      return this.#breaker.open ? all : [];
    }
    this.#breaker.succeeded();
    this.#use('redis');

    if (news.size > 0) this.#heard();
    for (const topic of believing) {
      const answer = news.get(topic.bomId);
      if (answer === 'unreadable') this.#distrust(topic, 'unreadable');
      topic.deliver(topic.acceptHot(eventsIn(answer), now()), now());
      if (topic.hasGap) this.#counts.gaps += 1;
    }
    return all.filter((topic) => topic.hasGap || topic.isKnownBehind || !topic.believesRedis(now()));
  }

  async #pollTable(topics: readonly Topic[]): Promise<void> {
    if (topics.length === 0) return;
    const { now } = this.#options;
    const deliverWhatRedisHad = () => topics.forEach((topic) => topic.deliver(topic.takeBeforeGap(), now()));
    if (!this.#tableBreaker.allows(now())) return deliverWhatRedisHad();
    this.#counts.tablePolls += 1;
    let news: ReadonlyMap<string, News>;
    try {
      news = await this.#options.table.read(topics.map(({ cursor }) => cursor));
    } catch (error) {
      this.#tableBreaker.failed(now());
      deliverWhatRedisHad();
      throw error;
    }
    this.#tableBreaker.succeeded();
    for (const topic of topics) {
      const answer = news.get(topic.bomId);
      if (answer === 'gone' || answer === 'ahead') {
        this.#giveUp(topic, answer);
        continue;
      }
      const change = changeIn(answer);
      const passed = topic.acceptDurable(eventsIn(answer), now());
      if (passed.length > 0 || change !== null) this.#heard();
      // Redis had more and Postgres knows nothing of it: the key is stale and would only mislead.
      if (topic.hasGap && passed.length === 0) this.#distrust(topic, 'unknown_ids');
      topic.deliver([...topic.takeBeforeGap(), ...passed], now());
      if (change !== null) topic.tellChange(change);
    }
  }

  #distrust(topic: Topic, reason: 'unreadable' | 'unknown_ids' | 'ahead'): void {
    topic.distrustRedis();
    this.#options.log('redis_key_distrusted', { bom_id: topic.bomId, reason });
  }

  /** There is nothing this topic could go on from: its clients come back and are told what there is. */
  #giveUp(topic: Topic, why: 'gone' | 'ahead'): void {
    topic.restart();
    if (why === 'gone') this.#forget(topic);
    else this.#distrust(topic, why);
    for (const subscriber of topic.subscribers) {
      if (why === 'gone') subscriber.gone();
      else subscriber.rewound();
    }
  }

  #use(store: Store): void {
    if (store === this.#store) return;
    this.#store = store;
    if (store === 'table') this.#counts.fallbacks += 1;
    this.#options.log('store_changed', { store });
    for (const { subscribers } of this.#topics.values()) {
      for (const subscriber of subscribers) subscriber.storeChanged(store);
    }
  }
}
