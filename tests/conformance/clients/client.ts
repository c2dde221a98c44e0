/** One client of the stream, whichever program it is. */
import { RUN_EVENTS } from '../protocol.ts';

export const CONNECTING = 0;
export const OPEN = 1;
export const CLOSED = 2;

/** Something a client noticed, in the order it noticed it. */
export type StreamRecord = OpenOrError | Message | Violation;

interface OpenOrError {
  readonly type: 'open' | 'error';
  readonly readyState: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Message {
  readonly type: 'message';
  readonly event: string;
  readonly data: string;
  readonly lastEventId: string;
  readonly readyState: number;
  readonly at: number;
}

/** A client that reads strictly saw what no server may send. Ends the connection. */
interface Violation {
  readonly type: 'violation';
  readonly detail: string;
}

export interface Client {
  readonly name: string;
  /** Whether its first request can carry a `Last-Event-ID`; a browser's cannot. */
  readonly sendsFirstCursor: boolean;
  open(url: string, options?: { readonly lastEventId?: string }): Promise<Connection>;
  stop(): Promise<void>;
}

export interface Connection {
  readonly records: readonly StreamRecord[];
  /** Waits for a record that fits. @throws when none can come any more */
  until(fits: (record: StreamRecord) => boolean): Promise<StreamRecord>;
  /** Waits for the client's final state, in which it never reconnects. */
  untilClosed(): Promise<void>;
  close(): Promise<void>;
}

/** Below a test's own limit, so that a failure says what had arrived instead of only that time ran out. */
const WAIT_MS = 75_000;

/** Collects what a client reports, for those who wait for it. */
export class Recording implements Connection {
  readonly records: StreamRecord[] = [];
  readonly #stop: () => Promise<void> | void;
  #waiting: (() => void)[] = [];

  constructor(stop: () => Promise<void> | void) {
    this.#stop = stop;
  }

  add(record: StreamRecord): void {
    this.records.push(record);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async until(fits: (record: StreamRecord) => boolean): Promise<StreamRecord> {
    const giveUpAt = Date.now() + WAIT_MS;
    for (;;) {
      const violation = this.records.find(({ type }) => type === 'violation');
      if (violation) throw new Error((violation as Violation).detail);
      const found = this.records.find(fits);
      if (found) return found;
      if (this.records.some(isClosed)) throw new Error(`closed after: ${this.#summary()}`);
      if (!await this.#change(giveUpAt - Date.now())) {
        throw new Error(`nothing came after: ${this.#summary()}`);
      }
    }
  }

  async untilClosed(): Promise<void> {
    await this.until(isClosed);
  }

  async close(): Promise<void> {
    await this.#stop();
  }

  /** False when nothing was reported in that time. */
  #change(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  #summary(): string {
    return this.records.map(describe).join(', ') || 'nothing';
  }
}

/** One record in a word, such as `open 1`, `connected` or `enrichment.progress 1-2`. */
export function describe(record: StreamRecord): string {
  if (record.type === 'violation') return `violation: ${record.detail}`;
  if (record.type !== 'message') return `${record.type} ${record.readyState}`;
  return RUN_EVENTS.includes(record.event) ? `${record.event} ${record.lastEventId}` : record.event;
}

function isClosed(record: StreamRecord): boolean {
  return record.type === 'error' && record.readyState === CLOSED;
}

export function messages(connection: Connection): Message[] {
  return connection.records.flatMap((record) => record.type === 'message' ? [record] : []);
}

/** Events of runs, in the order received. */
export function runEvents(connection: Connection): Message[] {
  return messages(connection).filter(({ event }) => RUN_EVENTS.includes(event));
}

export function receivedIds(connection: Connection): string[] {
  return runEvents(connection).map(({ lastEventId }) => lastEventId);
}

export function hasId(id: string): (record: StreamRecord) => boolean {
  return (record) => record.type === 'message' && record.lastEventId === id;
}

export function isEvent(name: string): (record: StreamRecord) => boolean {
  return (record) => record.type === 'message' && record.event === name;
}
