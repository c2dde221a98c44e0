/**
 * One isolate: loads an unmodified edge function and serves it with what the platform's runtime offers
 * (`Deno.serve` without an address, `EdgeRuntime.waitUntil`, `beforeunload`). Started by isolates.ts with the
 * address of the function's file and the longest silence of a stream in milliseconds. It is spoken to over stdin:
 * `retire` (leave when idle), `unload` (time is nearly up), `stop` (leave soon), and the end of stdin, which means
 * that the whole stack is gone, even by kill -9.
 */
import { edgeAnswer } from './edge-response.ts';
import { readLines } from './lines.ts';

/** What a stopping stack grants background work to commit and release. */
const STOP_GRACE_MS = 3_000;

type Handler = (request: Request, info: Deno.ServeHandlerInfo) => Response | Promise<Response>;

const working = new Set<Promise<unknown>>();
let retired = false;

function track(work: Promise<unknown>): void {
  const tracked: Promise<unknown> = work
    .catch((error) => console.error('background work failed:', error))
    .finally(() => {
      working.delete(tracked);
      if (retired && working.size === 0) Deno.exit(0);
    });
  working.add(tracked);
}

const serve = Deno.serve;
let handler: Handler | undefined;
Object.assign(globalThis, { EdgeRuntime: { waitUntil: (work: Promise<unknown>) => (track(work), work) } });
Object.assign(Deno, { serve: (given: Handler) => handler = given });

// Ctrl-C reaches every process of the terminal; this one waits to be told, so that work in hand can be released.
Deno.addSignalListener('SIGINT', () => {});

const [entrypoint, idleMs] = Deno.args;
await import(entrypoint!);
if (!handler) throw new Error(`${entrypoint} did not call Deno.serve(handler)`);
const answer = handler;
serve(
  { hostname: '127.0.0.1', port: 0, onListen: ({ port }) => console.log(`ready ${port}`) },
  (request, info) => {
    // a streaming answer keeps its isolate busy until the body is closed
    track(info.completed.catch(() => {}));
    return edgeAnswer(request, (given) => answer(given, info), { idleMs: Number(idleMs), inFlight: track });
  },
);

for await (const word of readLines(Deno.stdin.readable)) {
  if (word === 'retire') {
    retired = true;
    if (working.size === 0) Deno.exit(0);
  } else {
    const reason = word === 'unload' ? 'wall_clock' : 'termination';
    dispatchEvent(new CustomEvent('beforeunload', { detail: { reason } }));
    if (word === 'stop') {
      retired = true;
      setTimeout(() => Deno.exit(0), working.size === 0 ? 0 : STOP_GRACE_MS);
    }
  }
}
Deno.exit(0);
