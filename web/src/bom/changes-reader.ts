/** What people change of a BOM: read where the stream says that there is more, or a page of lines comes with more. */
import type { Change } from './change-words.ts';

/** First and longest pause before a read that failed is tried again. */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;

interface ChangesReaderOptions {
  /** The newest page of all changes, the newest first. */
  readonly read: () => Promise<{ readonly changes: readonly Change[]; readonly next: number | null }>;
  /**
   * Takes what is new, the newest first. Where it fails, it gets the same again, and what came meanwhile.
   * @param isAll whether that is all of it: of more than a page the rest is left out
   */
  readonly onChanges: (changes: readonly Change[], isAll: boolean) => Promise<void>;
  /**
   * Takes that the BOM itself may have changed, such as its name: no change of a line says so, and what is told is the newest of all that
   * has happened since.
   */
  readonly onBom: () => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
}

export class ChangesReader {
  readonly #options: ChangesReaderOptions;
  /** The newest change that is shown; null before the lines were read. */
  #shown: number | null = null;
  /** The newest that anybody told of. */
  #newest = 0;
  /** There is more than anybody has told of yet. */
  #isAsked = false;
  /** Made here, and shown by whoever made them. */
  readonly #own = new Set<number>();
  #work: Promise<void> | null = null;
  /** Told when the next read is over, whatever came of it. */
  #waiting: (() => void)[] = [];
  #closed = false;

  constructor(options: ChangesReaderOptions) {
    this.#options = options;
  }

  /** The newest change that is shown. */
  get shown(): number | null {
    return this.#shown;
  }

  /** Lines were read as this change left them. Of what was changed since they were read before it is still to be said by whom. */
  linesAre(changeId: number | null): void {
    this.#shown ??= changeId ?? 0;
    this.take(changeId ?? 0);
  }

  /** There are changes up to this one. */
  take(changeId: number): void {
    this.#newest = Math.max(this.#newest, changeId);
    void this.#catchUp();
  }

  /**
   * The server knows of changes that nobody has told of yet: they are read now. Resolves once they are shown, or cannot be read:
   * that is tried again, and nobody is to wait for it.
   */
  async catchUp(): Promise<void> {
    this.#isAsked = true;
    const read = new Promise<void>((resolve) => this.#waiting.push(resolve));
    void this.#catchUp();
    await read;
  }

  /** These were made here. */
  made(changeIds: readonly number[]): void {
    for (const id of changeIds) this.#own.add(id);
  }

  close(): void {
    this.#closed = true;
  }

  #catchUp(): Promise<void> {
    return this.#work ??= this.#readOn();
  }

  async #readOn(): Promise<void> {
    // Where there is nothing to read, it is over only once it is known to be at work.
    await null;
    let retryMs = RETRY_MS;
    while (!this.#closed && this.#shown !== null && (this.#isAsked || this.#newest > this.#shown)) {
      const { read, onChanges, onBom, pause } = this.#options;
      const [shown, newest] = [this.#shown, this.#newest];
      const wasAsked = this.#isAsked;
      this.#isAsked = false;
      const waiting = this.#waiting;
      this.#waiting = [];
      const tellWaiting = () => waiting.forEach((resolve) => resolve());
      try {
        const { changes, next } = await read();
        const fresh = changes.filter(({ change_id }) => change_id > shown);
        const others = fresh.filter(({ change_id }) => !this.#own.has(change_id));
        if (!this.#closed && others.length > 0) {
          await onChanges(others, next === null || fresh.length < changes.length);
        }
        if (!this.#closed) await onBom();
        this.#shown = Math.max(shown, newest, ...fresh.map(({ change_id }) => change_id));
        for (const id of this.#own) if (id <= this.#shown) this.#own.delete(id);
        retryMs = RETRY_MS;
        tellWaiting();
      } catch {
        // Whatever refuses this refuses the lines, too, and is said there.
        this.#isAsked ||= wasAsked;
        tellWaiting();
        await pause(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
      }
    }
    this.#work = null;
    for (const resolve of this.#waiting) resolve();
    this.#waiting = [];
  }
}
