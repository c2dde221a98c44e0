/** What stands before every server of the local stack, which is for this machine alone. */

/**
 * Ten times what the largest body takes over loopback on a busy machine. A request whose body is not whole by then is
 * answered and let go; Deno leaves the bare connection to its client, who may close it.
 */
const BODY_TIMEOUT_MS = 20_000;

/** What can be handed on: no request can be made with the other methods, TRACE and CONNECT. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;
export type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Stands before a handler that only this machine may use. A web page anywhere can let its own name point to 127.0.0.1,
 * and is then, to its browser, of one origin with what listens there; its name in the Host header gives it away.
 */
export function guardLocal(port: number, handler: Handler, bodyTimeoutMs = BODY_TIMEOUT_MS) {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`));
  return async (request: Request): Promise<Response> => {
    if (!names.has(request.headers.get('host')?.toLowerCase() ?? '')) {
      return refuse(
        421,
        `This server answers to http://127.0.0.1:${port} and http://localhost:${port} only.`,
      );
    }
    // The request line may hold a whole address of its own.
    if (!URL.canParse(request.url)) return refuse(400, 'The address of this request cannot be read.');
    if (!METHODS.has(request.method)) return refuse(501, `The method ${request.method} is not supported.`);
    if (!request.body) return await handler(request);

    const { body, late } = endAfter(request.body, bodyTimeoutMs);
    const answer = Promise.resolve(handler(withBody(request, body)));
    answer.catch(() => {}); // of a body that was cut off; the client has been answered already
    const tooLate = late.then(() => refuse(408, `The body was not whole within ${bodyTimeoutMs / 1000} s.`));
    return await Promise.race([answer, tooLate]);
  };
}

/** The same bytes, with an error in their place when they take longer than that, which `late` tells as well. */
function endAfter(given: Body, ms: number): { body: Body; late: Promise<void> } {
  const reader = given.getReader();
  let timer: ReturnType<typeof setTimeout>;
  let tell: () => void;
  const late = new Promise<void>((resolve) => tell = resolve);
  const body: Body = new ReadableStream({
    start(controller) {
      timer = setTimeout(() => {
        tell();
        controller.error(new DOMException('The body did not come in time.', 'TimeoutError'));
        reader.cancel().catch(() => {}); // fails of a connection that is gone, which is no news here
      }, ms);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      clearTimeout(timer);
      controller.close();
    },
    cancel(reason) {
      clearTimeout(timer);
      return reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
  return { body, late };
}

/** Without the request's signal: to look at that makes Deno complain on the terminal. */
function withBody({ url, method, headers }: Request, body: Body): Request {
  // Node wants to be told that a body is a stream; the types of Deno do not know that word.
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

function refuse(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
}
