/**
 * How fast the streams of an isolate write together. What a client has not read lies in the kernel, as far as that takes
 * it, and then in buffers of the runtime, a copy for each client that nothing here can see or take back. Streams that
 * catch up all at once would fill those in a moment; so they take turns, and a client that is alone hardly notices.
 */

/** Between two turns of one stream: time for the runtime to hand on what it was given, so that it never grows a buffer. */
const TURN_MS = 20;
/**
 * What all streams write together, once they have written a burst. More, for long, an isolate's 2 s of CPU do not last;
 * and a thousand clients that do not read are given no more than the kernel takes of them for some ten seconds.
 */
const BYTES_A_SECOND = 8 * 1024 * 1024;
/** After a quiet moment: an event of 20 KB reaches some 400 clients at once, and the last of a thousand 1.5 s later. */
const BURST_BYTES = 8 * 1024 * 1024;

/** A stream with something to write. */
export interface Paced {
  flush(): void;
}

export interface PaceOptions {
  readonly now: () => number;
  /** Starts a repeating timer and returns how to stop it. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export class Pace {
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly #options: PaceOptions;
  /** In the order in which they get their turn. */
  readonly #waiting = new Set<Paced>();
  #stop: (() => void) | null = null;
  #allowance = BURST_BYTES;
  #countedAt: number;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.beganAt = options.now();
    this.#countedAt = this.beganAt;
  }

  /** A number for the present moment; a stream that has had its turn waits for another one. */
  get turn(): number {
    return Math.floor(this.#options.now() / TURN_MS);
  }

  /** Whether there is anything left to write for anybody. The last one may overdraw it: no frame is too large. */
  get #hasAllowance(): boolean {
    const now = this.#options.now();
    const earned = (now - this.#countedAt) / 1_000 * BYTES_A_SECOND;
    this.#allowance = Math.min(BURST_BYTES, this.#allowance + earned);
    this.#countedAt = now;
    return this.#allowance > 0;
  }

  /** @returns false when others have used up what there was */
  spend(bytes: number): boolean {
    if (!this.#hasAllowance) return false;
    this.#allowance -= bytes;
    return true;
  }

  /** Flushes it as soon as it is its turn. */
  wait(stream: Paced): void {
    this.#waiting.add(stream);
    this.#stop ??= this.#options.every(TURN_MS, () => this.#serve());
  }

  /** It has nothing to write any more. */
  leave(stream: Paced): void {
    this.#waiting.delete(stream);
    if (this.#waiting.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }

  #serve(): void {
    // A copy: who has more to write than one turn allows stands at the end again.
    for (const stream of [...this.#waiting]) {
      if (!this.#hasAllowance) return;
      this.#waiting.delete(stream);
      stream.flush();
    }
    if (this.#waiting.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }
}
