/**
 * One page that follows one BOM, with an EventSource's memory: it knows what a parser that follows the specification
 * makes of the bytes it got, and comes back with the last id. It complains about whatever it should not have seen.
 */
import type { ManualClock } from '../unit/support/clock.ts';
import { frameParser, type ReceivedFrame } from '../unit/support/sse.ts';
import type { Isolate } from './isolate.ts';
import type { Bom, Postgres } from './postgres.ts';
import { BOMS, REVOCABLE, writeToken } from './users.ts';

const RETRY_MS = 3_000;
/** When the page, not the browser, tries again after a temporary refusal. */
const AFTER_REFUSAL_MS = 5_000;
/** Short, so that the right to a stream runs out in many schedules. */
export const TOKEN_LIFE_MS = 120_000;
const MAX_REPLAY_EVENTS = 1_000;
const CONTROLS = new Set([
  'keepalive',
  'connected',
  'store',
  'reset',
  'reconnect',
  'reauth',
  'stream_end',
]);

/** Why a stream may break off instead of ending. */
const BROKEN_OFF = ['stalled', 'store_failed', 'access_revoked', 'deleted', 'unconfirmed'];
/** Of the loss of a right until its stream is closed; and while nobody can say who has it. */
const NOTICED_WITHIN_MS = 35_000;
const UNCONFIRMED_WITHIN_MS = 5 * 60_000 + 10_000;

/** `ended`: told by 204 that nothing more comes; `refused`: told that there is no such BOM. */
export type ClientState = 'away' | 'connecting' | 'open' | 'ended' | 'refused';

export interface ClientWorld {
  readonly clock: ManualClock;
  readonly postgres: Postgres;
  readonly tokenLifeMs: number;
  /** Where a new connection is led to. */
  readonly route: () => Isolate;
  readonly complain: (what: string) => void;
}

/** What belongs to one connection only. */
interface Connection {
  readonly isolate: Isolate;
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Positions of the newest event when the connection was asked for and when it was answered. */
  readonly newestBefore: number;
  readonly newestAfter: number;
  /** The page had no right to it from asking to being answered. */
  readonly refused: boolean;
  readonly askedAt: number;
  /** Failed calls of the database when the connection was asked for. */
  readonly failuresBefore: number;
  frames: number;
  /** The page did not read for a while, so events may have been left out for it. */
  slow: boolean;
  /** What comes next need not follow what came before: nothing came yet, or `reset` said so. */
  restarted: boolean;
  ended: boolean;
}

export class Client {
  state: ClientState = 'away';
  /** Positions of the events received, over all connections. */
  readonly received: number[] = [];
  /** Events that a slow connection left out. */
  skipped = 0;
  resets = 0;
  connections = 0;
  #cursor: string | null = null;
  #retryMs = RETRY_MS;
  #connection: Connection | null = null;
  #reading = true;
  #resume: (() => void) | null = null;
  /** Bytes after which the connection breaks, wherever in a frame that is. */
  #cutAfter = Infinity;

  constructor(readonly name: string, readonly user: string, readonly bom: Bom, readonly world: ClientWorld) {}

  get position(): number {
    return this.received.at(-1) ?? -1;
  }

  get mayRead(): boolean {
    return this.world.postgres.mayRead(this.user, this.bom);
  }

  get caughtUp(): boolean {
    return this.position === this.bom.events.length - 1;
  }

  /** Opens the page, or reopens it where it was told that nothing more comes. */
  open(): void {
    if (this.state === 'connecting' || this.state === 'open') return;
    this.state = 'connecting';
    void this.#connect();
  }

  /** Breaks the connection once so many more bytes were read; the page comes back by itself. */
  cutAfter(bytes: number): void {
    this.#cutAfter = bytes;
    if (bytes === 0 && this.#connection) this.#lose(this.#connection);
  }

  /** The isolate at the other end may be gone, which a browser sees at once. */
  noticeDeath(): void {
    if (this.#connection?.isolate.dead) this.#lose(this.#connection);
  }

  readOrNot(reads: boolean): void {
    this.#reading = reads;
    if (!reads && this.#connection) this.#connection.slow = true;
    if (reads) this.#resume?.();
  }

  async #connect(): Promise<void> {
    const { clock, postgres, tokenLifeMs, route } = this.world;
    const isolate = route();
    const before = {
      at: clock.now(),
      newest: this.bom.events.length - 1,
      mayRead: this.mayRead,
      failures: postgres.failures,
      rightChanges: postgres.rightChanges,
    };
    const url = new URL(`https://project.example.com/enrichment-stream/${this.bom.id}`);
    url.searchParams.set('token', writeToken(this.user, clock.now() + tokenLifeMs));
    this.connections += 1;
    const response = await isolate.handle(
      new Request(url, { headers: this.#cursor === null ? {} : { 'last-event-id': this.#cursor } }),
    );
    if (isolate.dead) return this.#comeBack(this.#retryMs);
    const newestAfter = this.bom.events.length - 1;
    // A right that came and went in between may have been asked for while it was otherwise.
    const isSettled = before.rightChanges === postgres.rightChanges;
    const refused = isSettled && !before.mayRead && !this.mayRead;
    if (response.status === 200 && response.body) {
      this.state = 'open';
      this.#connection = {
        isolate,
        reader: response.body.getReader(),
        newestBefore: before.newest,
        newestAfter,
        refused,
        askedAt: before.at,
        failuresBefore: before.failures,
        frames: 0,
        slow: !this.#reading,
        restarted: this.#cursor === null,
        ended: false,
      };
      return void this.#read(this.#connection);
    }
    await response.body?.cancel();
    if (response.status === 204) {
      const event = this.bom.events[this.position];
      if (refused) this.#complain('was told how a BOM that is not its own stands');
      if (!event?.terminal || this.position < before.newest) {
        this.#complain(`was told at ${event?.text} that nothing more comes`);
      }
      this.state = 'ended';
    } else if (response.status === 404) {
      if (isSettled && before.mayRead && this.mayRead) this.#complain('was refused its own BOM');
      this.state = 'refused';
    } else {
      if (postgres.failures === before.failures) {
        this.#complain(`was answered ${response.status} without any fault`);
      }
      this.#comeBack(AFTER_REFUSAL_MS);
    }
  }

  async #read(connection: Connection): Promise<void> {
    const parse = frameParser((frame) => this.#receive(connection, frame));
    try {
      for (;;) {
        while (!this.#reading) await new Promise<void>((resolve) => this.#resume = resolve);
        if (this.#connection !== connection) return;
        const { done, value } = await connection.reader.read();
        if (this.#connection !== connection) return;
        if (done || connection.isolate.dead) break;
        parse(value.subarray(0, this.#cutAfter));
        this.#cutAfter -= value.byteLength;
        if (this.#cutAfter <= 0) break;
      }
    } catch (error) {
      // A stream that the product broke off on purpose says why in one word; anything else is a fault of the tests.
      if (!(error instanceof Error) || !BROKEN_OFF.includes(error.message)) throw error;
    }
    this.#lose(connection);
  }

  #lose(connection: Connection): void {
    this.#cutAfter = Infinity;
    this.#connection = null;
    // One that was broken off says so once more.
    void connection.reader.cancel().catch(() => undefined);
    this.#comeBack(this.#retryMs);
  }

  #comeBack(ms: number): void {
    this.state = 'connecting';
    this.world.clock.after(ms, () => void this.#connect());
  }

  #receive(connection: Connection, { event, id, data, retry }: ReceivedFrame): void {
    if (retry !== undefined) this.#retryMs = retry;
    if (connection.ended) this.#complain(`got ${event} behind stream_end`);
    if (event === 'stream_error') return this.#checkRefusal(connection, JSON.parse(data).code);
    if (connection.refused) this.#complain(`got ${event} of a BOM that is not its own`);
    if ((event === 'connected') !== (connection.frames === 0)) {
      this.#complain(`got ${event} as frame ${connection.frames}`);
    }
    connection.frames += 1;
    this.#checkRight(connection, event);
    for (const { id: bomId } of BOMS) {
      if (bomId !== this.bom.id && data.includes(bomId)) this.#complain('got something of another BOM');
    }
    if (id !== undefined) return this.#receiveEvent(connection, event, id, data);
    if (!CONTROLS.has(event)) this.#complain(`got ${event}, which does not exist`);
    if (event === 'reset') {
      if (connection.newestAfter - this.position <= MAX_REPLAY_EVENTS) this.#complain('was reset too early');
      connection.restarted = true;
      this.resets += 1;
    }
    if (event === 'stream_end') {
      connection.ended = true;
      const { reason, event_id } = JSON.parse(data);
      if (reason === 'access_revoked' || reason === 'deleted') this.#checkLoss(reason);
      else this.#checkEnd(connection, event_id);
    }
  }

  #receiveEvent(connection: Connection, type: string, id: string, data: string): void {
    const position = this.bom.positions.get(id) ?? -1;
    const event = this.bom.events[position];
    if (!event) return this.#complain(`got ${id}, which was never committed`);
    if (event.json !== data || event.type !== type) this.#complain(`got ${id} changed`);
    if (position <= this.position) return this.#complain(`got ${id} again or late`);
    const missed = this.bom.events.slice(this.position + 1, position);
    if (connection.restarted) {
      if (position < connection.newestBefore) this.#complain(`began at ${id}, which was not newest`);
      // Whoever begins at the newest event must begin at what was newest, and not skip what came meanwhile.
      if (position > Math.max(connection.newestAfter, 0) && !connection.slow) {
        this.#complain(`began behind a gap at ${id}`);
      }
    } else if (missed.length > 0) {
      if (!connection.slow) {
        this.#complain(`missed ${missed.map(({ text }) => text).join(' ')} before ${id}`);
      }
      if (missed.some(({ terminal }) => terminal)) this.#complain(`missed the end of a run before ${id}`);
      this.skipped += missed.length;
    }
    connection.restarted = false;
    this.#cursor = id;
    this.received.push(position);
  }

  /** A limit may always be met; that the database is away must be true. */
  #checkRefusal(connection: Connection, code: string): void {
    if (['too_many_connects', 'too_many_streams'].includes(code)) return;
    const isAway = this.world.postgres.failures > connection.failuresBefore;
    if (['database_unavailable', 'internal_error'].includes(code) && isAway) return;
    this.#complain(`was told ${code} without any reason`);
  }

  /** What a page that does not read had been sent before, it may read later. */
  #checkRight({ slow, askedAt }: Connection, event: string): void {
    if (slow) return;
    const { clock, postgres } = this.world;
    const lostAt = postgres.lostAt(this.user, this.bom);
    const lostFor = lostAt === null ? 0 : clock.now() - Math.max(lostAt, postgres.healthySince);
    if (lostFor > NOTICED_WITHIN_MS) this.#complain(`got ${event} ${lostFor} ms after it lost the right`);
    const unsureFor = clock.now() - Math.max(askedAt, postgres.confirmedAt);
    if (unsureFor > UNCONFIRMED_WITHIN_MS) {
      this.#complain(`got ${event} ${unsureFor} ms after any confirmation`);
    }
  }

  #checkLoss(reason: string): void {
    const isTrue = reason === 'deleted' ? this.bom.deletedAt !== null : this.user === REVOCABLE;
    if (!isTrue) this.#complain(`was told that the stream ends: ${reason}`);
  }

  #checkEnd(connection: Connection, endedAt: string): void {
    const event = this.bom.events[this.position];
    if (!event?.terminal || event.text !== endedAt) {
      this.#complain(`was told at ${event?.text} that the stream ends at ${endedAt}`);
    }
    const newest = this.bom.events[connection.newestBefore];
    if (newest && event && newest.id.run > event.id.run) {
      this.#complain(`was sent away at ${event.text} although run ${newest.id.run} had begun`);
    }
  }

  #complain(what: string): void {
    this.world.complain(`${this.name} ${what}`);
  }
}
