/** A proxy between one client and the server, which sees every request and can hold or cut the first stream anywhere. */
import { createServer, type IncomingMessage, request as requestPlain, type ServerResponse } from 'node:http';
import { request as requestTls } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly lastEventId: string | null;
  /** Null until there is an answer. */
  status: number | null;
}

/**
 * How a stream breaks: its body ends in an orderly way, the connection is closed before the body's end, or it is
 * reset.
 */
export type Break = 'end' | 'fin' | 'reset';

/** Where to stop: an offset into the body received so far, or -1 for not yet. */
export type FindOffset = (body: Buffer) => number;

export interface Proxy {
  /** Takes the place of the server's own address. */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Resolves when the first stream has been passed on up to the place and is held there. */
  readonly held: Promise<void>;
  /** Lets the held stream go on. */
  release(): void;
  /** Breaks the held stream off. */
  cut(how: Break): void;
  stop(): Promise<void>;
}

export async function startProxy(upstream: string, holdAt: FindOffset = () => -1): Promise<Proxy> {
  const requests: SeenRequest[] = [];
  let stream: HeldStream | undefined;
  let resolveHeld: () => void;
  const held = new Promise<void>((resolve) => resolveHeld = resolve);
  const server = createServer((incoming, outgoing) => {
    const isFirst = requests.length === 0;
    const seen: SeenRequest = { lastEventId: cursorOf(incoming), status: null };
    requests.push(seen);
    const target = new URL(incoming.url ?? '/', upstream);
    const send = target.protocol === 'https:' ? requestTls : requestPlain;
    const forwarded = send(target, {
      method: incoming.method ?? 'GET',
      headers: { ...incoming.headers, host: target.host },
      agent: false,
    });
    forwarded.on('response', (answer) => {
      seen.status = answer.statusCode ?? 0;
      outgoing.writeHead(seen.status, answer.rawHeaders);
      outgoing.flushHeaders();
      const passing = new HeldStream(answer, outgoing, isFirst ? holdAt : () => -1, () => resolveHeld());
      if (isFirst) stream = passing;
    });
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    held,
    release: () => stream?.release(),
    cut: (how) => stream?.cut(how),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cursorOf({ headers }: IncomingMessage): string | null {
  const value = headers['last-event-id'];
  return typeof value === 'string' ? value : null;
}

/** One body on its way, passed on as it comes, or up to a place. */
class HeldStream {
  readonly #from: IncomingMessage;
  readonly #to: ServerResponse;
  #body: Buffer = Buffer.alloc(0);
  #sent = 0;
  #isHeld = false;
  #mayHold = true;

  constructor(from: IncomingMessage, to: ServerResponse, holdAt: FindOffset, onHeld: () => void) {
    this.#from = from;
    this.#to = to;
    from.on('data', (chunk: Buffer) => {
      this.#body = Buffer.concat([this.#body, chunk]);
      const place = this.#mayHold && !this.#isHeld ? holdAt(this.#body) : -1;
      if (place >= 0) {
        this.#passOn(place);
        this.#isHeld = true;
        onHeld();
      } else if (!this.#isHeld) {
        this.#passOn(this.#body.length);
      }
    });
    from.on('end', () => !this.#isHeld && to.end());
    from.on('error', () => !this.#isHeld && to.destroy());
  }

  release(): void {
    this.#isHeld = false;
    this.#mayHold = false;
    this.#passOn(this.#body.length);
    if (this.#from.readableEnded) this.#to.end();
  }

  cut(how: Break): void {
    if (how === 'end') this.#to.end();
    else if (how === 'fin') this.#to.socket?.end();
    else this.#to.socket?.resetAndDestroy();
    this.#from.destroy();
  }

  #passOn(upTo: number): void {
    if (upTo > this.#sent) this.#to.write(this.#body.subarray(this.#sent, upTo));
    this.#sent = Math.max(this.#sent, upTo);
  }
}

/** Right behind a frame: its empty line is the last that passes. */
export function afterFrame(id: string): FindOffset {
  return (body) => {
    const start = body.indexOf(`\nid: ${id}\n`);
    const end = start < 0 ? -1 : body.indexOf('\n\n', start + 1);
    return end < 0 ? -1 : end + 2;
  };
}

/** In the middle of a frame: its id passes and its empty line does not. */
export function insideFrame(id: string): FindOffset {
  const line = `\nid: ${id}\n`;
  return (body) => {
    const start = body.indexOf(line);
    return start < 0 ? -1 : start + line.length;
  };
}

/** Right behind some bytes. */
export function afterBytes(bytes: Uint8Array): FindOffset {
  return (body) => {
    const start = body.indexOf(bytes);
    return start < 0 ? -1 : start + bytes.length;
  };
}
