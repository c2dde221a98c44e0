/** Notices that a connection which looks open has fallen silent: a network that forwards nothing says nothing either. */
export class Watchdog {
  readonly #ms: number;
  readonly #onSilent: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number, onSilent: () => void) {
    this.#ms = ms;
    this.#onSilent = onSilent;
  }

  /** Something has to be heard from now on. */
  watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onSilent();
    }, this.#ms);
  }

  /** Something was heard. */
  heard(): void {
    if (this.#timer !== undefined) this.watch();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
