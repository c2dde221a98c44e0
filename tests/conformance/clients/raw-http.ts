/** HTTP/1.1 over a bare socket: every byte as it came, which no HTTP library shows. */
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface RawResponse {
  readonly status: number;
  /** Names in lower case, in the order received, repeated ones repeated. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** All values of a header, joined as HTTP joins them; null without any. */
  header(name: string): string | null;
  /** Chunks as they were sent. Throws when the connection is cut. */
  readonly body: AsyncIterable<Uint8Array>;
  close(): void;
}

export interface RawRequest {
  readonly method?: string;
  /** Values are sent as Latin-1, byte for character. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** @throws when there is no answer */
export async function rawRequest(
  address: string,
  { method = 'GET', headers = {}, signal }: RawRequest = {},
): Promise<RawResponse> {
  const url = new URL(address);
  const socket = open(url);
  signal?.addEventListener('abort', () => socket.destroy(), { once: true });
  const lines = Object.entries({ host: url.host, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');

  const input = new Input(socket);
  const [statusLine = '', ...headerLines] = (await input.until('\r\n\r\n')).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
  if (!status) throw new Error(`not HTTP: ${statusLine}`);
  const received = headerLines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const header = (name: string) => {
    const values = received.flatMap(([key, value]) => key === name ? [value] : []);
    return values.length > 0 ? values.join(', ') : null;
  };
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  return {
    status,
    headers: received,
    header,
    body: hasBody ? bodyOf(input, header) : noBody(),
    close: () => socket.destroy(),
  };
}

function open(url: URL): Socket {
  const tls = url.protocol === 'https:';
  const address = { host: url.hostname, port: Number(url.port || (tls ? 443 : 80)) };
  return tls ? connectTls({ ...address, servername: url.hostname }) : connectPlain(address);
}

async function* noBody(): AsyncIterable<Uint8Array> {}

async function* bodyOf(input: Input, header: (name: string) => string | null): AsyncIterable<Uint8Array> {
  const length = header('content-length');
  if (/\bchunked$/i.test(header('transfer-encoding') ?? '')) {
    for (;;) {
      const size = parseInt((await input.until('\r\n')).toString('latin1'), 16);
      if (Number.isNaN(size)) throw new Error('not a chunk');
      const chunk = await input.take(size);
      await input.until('\r\n');
      if (size === 0) return;
      yield chunk;
    }
  } else if (length !== null) {
    yield await input.take(Number(length));
  } else {
    yield* input.rest();
  }
}

/** What a socket received, taken in the pieces that are wanted. */
class Input {
  readonly #chunks: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]();
  }

  /** Everything before the separator, which is dropped. */
  async until(separator: string): Promise<Buffer> {
    let at = this.#pending.indexOf(separator);
    while (at < 0) {
      await this.#more();
      at = this.#pending.indexOf(separator);
    }
    const taken = this.#pending.subarray(0, at);
    this.#pending = this.#pending.subarray(at + separator.length);
    return taken;
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.#pending.length < bytes) await this.#more();
    const taken = this.#pending.subarray(0, bytes);
    this.#pending = this.#pending.subarray(bytes);
    return taken;
  }

  async *rest(): AsyncIterable<Buffer> {
    if (this.#pending.length > 0) yield this.#pending;
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done) throw new Error('the connection was cut');
    this.#pending = Buffer.concat([this.#pending, value]);
  }
}

/** The whole body of an answer that ends. */
export async function readAll(response: RawResponse): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
