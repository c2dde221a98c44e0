const fetchOfDeno = fetch;

/**
 * A fetch whose response can be aborted. Deno's forgets the signal when the garbage collector has been by, and what
 * its caller ended goes on, be it a subscription to Redis or a page's connection: no fault of what is measured.
 */
export async function abortableFetch(input: string | URL, init: RequestInit = {}): Promise<Response> {
  const response = await fetchOfDeno(input, init);
  const { signal } = init;
  if (!signal || !response.body) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => {
        controller.error(signal.reason);
        // fails where Deno has noticed, too
        reader.cancel().catch(() => {});
      });
    },
    async pull(controller) {
      const { value, done } = await reader.read();
      if (signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}
