/**
 * An edge function that shows what the platform does to streams: `open` begins one under a name, `write` adds to
 * it, `text` writes to it what is no bytes, `state` says what the function has learnt about it so far. `x-deno` is what
 * runs it.
 */
declare const Deno: {
  serve(handler: (request: Request) => Response): void;
  readonly version: { readonly deno: string };
};

interface Probe {
  readonly controller: ReadableStreamDefaultController<unknown>;
  cancelled: string | null;
  aborted: boolean;
}

const probes = new Map<string, Probe>();

function open(name: string, { signal }: Request): Response {
  const body = new ReadableStream<unknown>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('opened '));
      probes.set(name, { controller, cancelled: null, aborted: false });
    },
    cancel: (reason) => void (probes.get(name)!.cancelled = String(reason)),
  });
  signal.addEventListener('abort', () => probes.get(name)!.aborted = true);
  return new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>, {
    status: 201,
    headers: { 'content-type': 'text/event-stream', 'x-probe': name, 'x-deno': Deno.version.deno },
  });
}

Deno.serve((request) => {
  const [, , action, name = ''] = new URL(request.url).pathname.split('/');
  if (action === 'open') return open(name, request);
  const probe = probes.get(name);
  if (!probe) return Response.json({ error: 'no such stream' }, { status: 404 });
  const { controller, cancelled, aborted } = probe;
  if (cancelled === null && action === 'write') controller.enqueue(new TextEncoder().encode('written '));
  if (cancelled === null && action === 'text') controller.enqueue('not bytes');
  return Response.json({ cancelled, aborted });
});

// A module: what it declares is for itself.
export {};
