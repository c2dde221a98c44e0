/** What the platform does with a function's streamed answer, and Deno.serve does not. */

/** What the platform's pipe between a function and its client holds. A function is never further ahead than this. */
const PIPE_BYTES = 16 * 1024;
/** The platform ends an answer that has written nothing for this long. */
export const REQUEST_IDLE_MS = 150_000;

export interface EdgeOptions {
  readonly idleMs: number;
  /** Receives what keeps the isolate busy: a stream counts until the function knows that it has ended. */
  readonly inFlight: (work: Promise<unknown>) => void;
}

/**
 * Lets a function answer a request under the platform's rules: a client that is gone is noticed by a failed write
 * and by nothing before it, and silence ends a stream without an error.
 */
export async function edgeAnswer(
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
  { idleMs, inFlight }: EdgeOptions,
): Promise<Response> {
  const lost = new AbortController();
  const { given, drain } = takeWhole(request);
  // Deno's own signal fires as soon as the client has gone, and complains when it is so much as looked at.
  Object.defineProperty(given, 'signal', { value: lost.signal });
  const response = await answer(given);
  await drain();
  // Only event streams live long enough to meet these rules. Touching another body would cost its content-length.
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isStream || !response.body) return response;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {},
    undefined,
    new ByteLengthQueuingStrategy({ highWaterMark: PIPE_BYTES }),
  );
  inFlight(pump(response.body, writable, idleMs).catch((error) => lost.abort(error)));
  return new Response(readable, response);
}

/**
 * The request as the function gets it, whose body is taken to its end whatever the function reads of it. Deno.serve as hosted
 * functions have it, which is not what stands between them and their clients, cuts off who is still sending when the
 * answer comes: some get the answer, others a broken connection.
 */
function takeWhole(request: Request): { given: Request; drain: () => Promise<void> } {
  if (!request.body) return { given: request, drain: () => Promise.resolve() };
  const { url, method, headers } = request;
  const reader = request.body.getReader();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }, { highWaterMark: 0 });
  return {
    // Node wants to be told that a body is a stream; the types of Deno do not know that word.
    given: new Request(url, { method, headers, body, duplex: 'half' } as RequestInit),
    async drain() {
      // A client that has gone before its end has nobody to be answered.
      while (!(await reader.read().catch(() => ({ done: true }))).done);
    },
  };
}

async function pump(
  body: ReadableStream<unknown>,
  pipe: WritableStream<Uint8Array>,
  idleMs: number,
): Promise<void> {
  const reader = body.getReader();
  const writer = pipe.getWriter();
  // The function is not told; its next write fails. A close that fails meets a client that is gone already.
  const endSilently = () => void writer.close().catch(() => {});
  let idle = setTimeout(endSilently, idleMs);
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      if (!(value instanceof Uint8Array)) {
        await reader.cancel(new TypeError('Value not a Uint8Array'));
        break;
      }
      clearTimeout(idle);
      idle = setTimeout(endSilently, idleMs);
      await writer.write(value);
    }
    await writer.close();
  } catch (error) {
    await Promise.allSettled([reader.cancel(error), writer.abort(error)]);
    throw error;
  } finally {
    clearTimeout(idle);
  }
}
