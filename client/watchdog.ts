interface Stream {
  addEventListener(type: string, listener: (event: MessageEvent) => void): void;
}

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

  /** Listens to one kind of event of a stream, each of which is a sign of life. */
  on(source: Stream, type: string, listener: (event: MessageEvent) => void = () => {}): void {
    source.addEventListener(type, (event) => {
      this.heard();
      listener(event);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
