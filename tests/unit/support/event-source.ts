/** A browser's EventSource whose server is the test. */

type Listener = (event: { readonly data: string; readonly lastEventId: string }) => void;

export class FakeEventSource {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSED = 2;

  /** All that were ever opened, oldest first. */
  static opened: FakeEventSource[] = [];

  readonly url: URL;
  readyState: number = FakeEventSource.CONNECTING;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(url: string | URL) {
    this.url = new URL(url);
    FakeEventSource.opened.push(this);
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...this.#listeners.get(type) ?? [], listener]);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  /** Something arrives. A closed EventSource dispatches nothing any more. */
  receive(type: string, data: unknown, lastEventId = ''): void {
    if (this.readyState === FakeEventSource.CLOSED) return;
    this.readyState = FakeEventSource.OPEN;
    this.#dispatch(type, { data: JSON.stringify(data), lastEventId });
  }

  /** The connection is lost; the browser tries again by itself. */
  lose(): void {
    this.readyState = FakeEventSource.CONNECTING;
    this.#dispatch('error', { data: '', lastEventId: '' });
  }

  /** Any status but 200 ends it for good, 204 as well as 503. */
  refuse(): void {
    this.readyState = FakeEventSource.CLOSED;
    this.#dispatch('error', { data: '', lastEventId: '' });
  }

  #dispatch(type: string, event: Parameters<Listener>[0]): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}
