/** A server of streams that does what a test says: also what no healthy one does. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer, whole or the beginning of a stream. */
export type Answer = (response: ServerResponse, connect: Connect) => void;

export interface Connect {
  /** Without `Bearer`. */
  readonly token: string;
  readonly cursor: string | null;
  /** With its query. */
  readonly address: string;
  /** The tag that was known of the state that is asked for. */
  readonly etag: string | null;
  readonly response: ServerResponse;
}

interface Script {
  readonly streams: Answer[];
  status: Answer;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, accept, if-none-match, cache-control, pragma',
  'access-control-expose-headers': 'etag, retry-after',
};
const STREAM = { ...CORS, 'content-type': 'text/event-stream' };

export class FakeServer {
  readonly #server: Server;
  readonly #scripts = new Map<string, Script>();
  readonly #connects = new Map<string, Connect[]>();
  /** What a browser is given of this server: a page, and a program. */
  readonly files = new Map<
    string,
    { readonly type: string; readonly body: string }
  >();

  private constructor() {
    this.#server = createServer((request, response) => this.#handle(request, response));
  }

  static async start(): Promise<FakeServer> {
    const fake = new FakeServer();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Streams of this BOM or organization get these answers, one after the other; a further one is refused for good. */
  script(id: string, ...streams: Answer[]): void {
    this.#scripts.set(id, {
      status: problem(404),
      ...this.#scripts.get(id),
      streams,
    });
  }

  /** What a BOM's status is from now on, or an organization's list of BOMs. */
  status(id: string, status: Answer): void {
    this.#scripts.set(id, { streams: [], ...this.#scripts.get(id), status });
  }

  /** All connects of a BOM's or an organization's streams, oldest first. */
  connects(id: string): readonly Connect[] {
    return this.#connects.get(id) ?? [];
  }

  /** Says more on the newest stream. */
  say(id: string, ...frames: string[]): void {
    this.connects(id).at(-1)!.response.write(frames.join(''));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'OPTIONS') {
      return void response.writeHead(204, CORS).end();
    }
    const url = new URL(request.url!, 'http://server');
    // A pool would hand connections that one test cuts to another.
    response.shouldKeepAlive = false;
    const file = this.files.get(url.pathname);
    if (file) {
      return void response.writeHead(200, { 'content-type': file.type }).end(
        file.body,
      );
    }
    const [, kind, id = url.searchParams.get('organization_id')] =
      /^\/functions\/v1\/(enrichment-stream|enrichment|boms)(?:\/([^/]+))?/.exec(
        url.pathname,
      ) ?? [];
    const script = this.#scripts.get(id ?? '');
    const connect: Connect = {
      token: request.headers.authorization?.replace('Bearer ', '') ?? '',
      cursor: url.searchParams.get('last_event_id'),
      address: request.url!,
      etag: request.headers['if-none-match'] ?? null,
      response,
    };
    if (kind === 'enrichment-stream') {
      this.#connects.set(id!, [...this.connects(id!), connect]);
      (script?.streams.shift() ?? problem(410))(response, connect);
    } else {
      (script?.status ?? problem(404))(response, connect);
    }
  }
}

export function frame(event: string, data: unknown, id?: string): string {
  return `event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
}

export const connected = (more: object = {}) =>
  frame('connected', { schema_version: 1, store: 'redis', ...more });

export const problem = (status: number, headers: Record<string, string> = {}): Answer => (response) =>
  void response.writeHead(status, {
    ...CORS,
    'content-type': 'application/problem+json',
    ...headers,
  })
    .end(
      JSON.stringify({
        status,
        code: `code_${status}`,
        detail: `Sentence for ${status}.`,
      }),
    );

/** What a gateway or a hotel's network puts in place of the answer. */
export const page: Answer = (response) =>
  void response.writeHead(200, { ...CORS, 'content-type': 'text/html' }).end(
    '<html>Sign in</html>',
  );

export const noContent: Answer = (response) => void response.writeHead(204, CORS).end();

export const json = (body: unknown): Answer => (response) =>
  void response.writeHead(200, { ...CORS, 'content-type': 'application/json' })
    .end(JSON.stringify(body));

/** A stream that stays open. */
export const open = (...frames: string[]): Answer => (response) =>
  void response.writeHead(200, STREAM).write(frames.join(''));

/** A stream that something on the way holds back. */
export const held: Answer = (response) => void response.writeHead(200, STREAM).flushHeaders();

/** A stream that the server closes in order. */
export const closed = (...frames: string[]): Answer => (response) =>
  void response.writeHead(200, STREAM).end(frames.join(''));

/** Nobody who answers. */
export const reset: Answer = (response) => void response.destroy();
