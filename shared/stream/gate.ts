/**
 * How many large answers an isolate holds at one moment. What a client missed comes as up to 32 KiB of text and is twice
 * that once it is parsed: a thousand clients that come back together after a rotation would fill an isolate with answers.
 */
import { type Database, DatabaseUnavailable } from '../database/port.ts';
import type { ProgressReader } from '../progress/port.ts';

/** Some 10 MB of answers, and as many connects a second as there is CPU for, even where each waits for a busy isolate. */
const AT_ONCE = 64;
/** A client that waits this long has been given up by whatever stands between; it is told to come back instead. */
const LONGEST_WAIT_MS = 30_000;

interface Waiting {
  readonly since: number;
  readonly go: () => void;
  readonly giveUp: (error: DatabaseUnavailable) => void;
}

export class Gate {
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #inside = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Does the work as soon as there is room, in the order of asking.
   * @throws DatabaseUnavailable when there is none for a long time, and what the work throws
   */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside < AT_ONCE) this.#inside += 1;
    else await this.#place();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #place(): Promise<void> {
    return new Promise((go, giveUp) => this.#waiting.push({ since: this.#now(), go, giveUp }));
  }

  /** Hands its place to the next one. */
  #leave(): void {
    const tooLate = this.#now() - LONGEST_WAIT_MS;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (next.since >= tooLate) return next.go();
      next.giveUp(new DatabaseUnavailable());
    }
    this.#inside -= 1;
  }
}

/** The stores as the streams ask them for what one client missed, a few clients at once. */
export function throughGate(
  gate: Gate,
  { database, table }: { readonly database: Database; readonly table: ProgressReader },
): { readonly database: Database; readonly table: ProgressReader } {
  return {
    database: { call: (name, args, schema) => gate.pass(() => database.call(name, args, schema)) },
    table: { read: (cursors) => gate.pass(() => table.read(cursors)) },
  };
}
