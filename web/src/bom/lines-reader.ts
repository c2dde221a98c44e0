/**
 * The lines of a BOM beside its events: read page by page, and again where an event says that they changed. An event names
 * what became of its lines; what was found is read.
 */
import {
  compareEventIds,
  type EventId,
  formatEventId,
  parseEventId,
} from '../../../shared/domain/event-id.ts';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { isTerminal } from '../../../shared/domain/status.ts';
import type { Line, LinesPage } from '../lines/line.ts';
import { OrderedLines } from '../lines/ordered-lines.ts';

/** Lines are read at most this often while batches land. Behind a run's end nothing lands that could be gathered. */
const READ_PAUSE_MS = 500;
/** What lines stand at that were read before any run: the first one begins with them as they are. */
const FIRST_BEGINS: EventId = { run: 1, seq: 1 };

/** First and longest pause before a read that failed is tried again. */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 30_000;

interface LinesReaderOptions {
  /** A page of all lines or of those changed since an event; `after` null: the first. */
  readonly read: (since: string | null, after: number | null) => Promise<LinesPage>;
  /** In the order of the file. Also called with the first pages, before the last one is read. */
  readonly onLines: (lines: readonly Line[]) => void;
  /** Why the newest read failed; null once one has worked. It is tried again by itself. */
  readonly onError: (error: Error | null) => void;
  /** Waits that long, and longer where nobody would see what is read. */
  readonly pause: (ms: number) => Promise<void>;
}

export class LinesReader {
  readonly #options: LinesReaderOptions;
  #lines = new OrderedLines();
  /** Those of a reading of all that is under way. */
  #read = new OrderedLines();
  /** The event that the details of all lines stand at; null where they are still to be read. */
  #readAt: EventId | null = null;
  /** Some may be older than events that came, or were never read. */
  #isBehind = false;
  /** The newest event that came since the newest read began. */
  #newest: EventId | null = null;
  /** Counts what makes reads that are under way count no more. */
  #resets = 0;
  #isAtWork = false;
  #closed = false;
  /** A run has ended since the newest read began. */
  #hasEnded = false;
  /** Ends the pause between two reads. */
  #hurry = () => {};

  constructor(options: LinesReaderOptions) {
    this.#options = options;
  }

  /** Reads all of them: at first, and where the server knows nothing of what came before. */
  readAll(): void {
    this.#resets += 1;
    this.#readAt = null;
    this.#newest = null;
    this.#isBehind = true;
    void this.#work();
  }

  /** @param isGap events may be missing before this one */
  take(event: EventEnvelope, isGap: boolean): void {
    const id = parseEventId(event.event_id);
    if (compareEventIds(id, this.#readAt) <= 0) return;
    const { batch } = event.payload;
    let isShown = false;
    for (const { line_id, status } of batch?.items ?? []) {
      const line = this.#lines.get(line_id);
      if (!line) continue;
      this.#lines.put({ ...line, status });
      isShown = true;
    }
    if (isShown) this.#show();
    // Pausing changes no line.
    if (!isGap && !batch && !isTerminal(event.event_type) && event.event_type !== 'enrichment.started') {
      return;
    }
    this.#newest = id;
    this.#isBehind = true;
    if (isTerminal(event.event_type)) {
      this.#hasEnded = true;
      this.#hurry();
    }
    void this.#work();
  }

  /** Reads lines again, each with those behind it on its page: what somebody decides of them is no event. */
  async readAgain(these: readonly Pick<Line, 'line_number'>[]): Promise<void> {
    let readTo = 0;
    for (const number of these.map(({ line_number }) => line_number).toSorted((a, b) => a - b)) {
      if (number <= readTo) continue;
      const { lines } = await this.#options.read(null, number - 1);
      readTo = lines.at(-1)?.line_number ?? number;
      for (const line of lines) {
        this.#lines.put(line);
        // A page of it may be older than what was decided.
        this.#read.put(line);
      }
    }
    this.#show();
  }

  /** A line as it is shown; undefined where it was not read yet. */
  get(id: string): Line | undefined {
    return this.#lines.get(id);
  }

  close(): void {
    this.#closed = true;
  }

  async #work(): Promise<void> {
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    let retryMs = RETRY_MS;
    while (this.#isBehind && !this.#closed) {
      let ms = READ_PAUSE_MS;
      try {
        await this.#readChanges();
        retryMs = RETRY_MS;
        if (!this.#closed) this.#options.onError(null);
      } catch (error) {
        this.#isBehind = true;
        ms = retryMs;
        retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
        if (!this.#closed) this.#options.onError(error as Error);
      }
      if (!this.#closed) await this.#rest(ms);
    }
    this.#isAtWork = false;
  }

  async #rest(ms: number): Promise<void> {
    const { pause } = this.#options;
    const hurried = new Promise<void>((resolve) => this.#hurry = resolve);
    if (this.#hasEnded) this.#hurry();
    // what nobody sees is not read all the same
    await Promise.race([pause(ms), hurried.then(() => pause(0))]);
  }

  /**
   * A batch that lands meanwhile may miss a page that was read before it, so all of them count as read at the first one's
   * event: what has changed since then is read again, be it there already or not.
   */
  async #readChanges(): Promise<void> {
    const since = this.#readAt;
    const resets = this.#resets;
    this.#isBehind = false;
    this.#hasEnded = false;
    this.#newest = null;
    const first = await this.#readPage(since, null, resets);
    if (!first) return;
    const read = this.#read = new OrderedLines();
    for (const line of first.lines) read.put(line);
    for (let after = first.next, pages = 1; after !== null; pages += 1) {
      // Each puts the worst first anew, and moves what somebody reads: where they have doubled is often enough.
      if (Number.isInteger(Math.log2(pages))) this.#show();
      const page = await this.#readPage(since, after, resets);
      if (!page) return;
      for (const line of page.lines) read.put(line);
      after = page.next;
    }
    if (since === null) this.#lines = read;
    this.#readAt = first.event_id === null ? FIRST_BEGINS : parseEventId(first.event_id);
    // What came while this was read may be part of it.
    if (this.#newest && compareEventIds(this.#newest, this.#readAt) <= 0) this.#isBehind = false;
    this.#show();
  }

  /** Null where it no longer counts, and everything is about to be read. */
  async #readPage(since: EventId | null, after: number | null, resets: number): Promise<LinesPage | null> {
    const page = await this.#options.read(since && formatEventId(since), after);
    if (this.#closed || this.#resets !== resets) return null;
    for (const line of page.lines) this.#lines.put(line);
    return page;
  }

  #show(): void {
    if (this.#closed) return;
    this.#options.onLines(this.#lines.list());
  }
}
