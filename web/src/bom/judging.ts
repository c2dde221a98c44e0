/** When what was judged of a BOM is judged anew: at once for what this person does, gathered for what others do. */
import type { QueryClient } from '@tanstack/react-query';

/**
 * At least between two judgings for what others do. A colleague who works through a BOM edits a line every few seconds, and each
 * judging takes all lines, on every page that shows the BOM.
 */
export const OTHERS_PAUSE_MS = 10_000;

interface JudgingOptions {
  readonly queries: QueryClient;
  readonly bomId: string;
  /** Waits that long, and longer where nobody would see what is judged. */
  readonly pause: (ms: number) => Promise<void>;
}

export class Judging {
  readonly #options: JudgingOptions;
  readonly #filter: { readonly queryKey: readonly string[] };
  /** Others have changed lines since the last judging. */
  #isDue = false;
  #isAtWork = false;
  #closed = false;

  constructor(options: JudgingOptions) {
    this.#options = options;
    this.#filter = { queryKey: ['judged', options.bomId] };
  }

  /** This person has changed lines. Resolves once what is shown is judged anew. */
  async now(): Promise<void> {
    this.#isDue = false;
    await this.#options.queries.invalidateQueries(this.#filter);
  }

  /** Others have changed lines. What nobody sees now is read anew where it is opened. */
  soon(): void {
    this.#isDue = true;
    void this.#options.queries.invalidateQueries({ ...this.#filter, type: 'inactive', refetchType: 'none' });
    void this.#work();
  }

  close(): void {
    this.#closed = true;
  }

  async #work(): Promise<void> {
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    const { pause } = this.#options;
    while (this.#isDue) {
      // until somebody sees the page
      await pause(0);
      if (this.#closed) return;
      if (!this.#isDue) break;
      await this.now();
      await pause(OTHERS_PAUSE_MS);
    }
    this.#isAtWork = false;
  }
}
