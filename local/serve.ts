/** How every server of the local stack listens: on 127.0.0.1, and behind the guard. */
import { guardLocal, type Handler } from './guard.ts';

export interface LocalServer {
  readonly port: number;
  /** Waits for the answers that are being given. */
  stop(): Promise<void>;
}

/**
 * @param port 0 for any that is free
 * @param signal ends the server at once, open answers included
 */
export function serveLocally(port: number, handler: Handler, signal?: AbortSignal): LocalServer {
  const server = Deno.serve(
    { hostname: '127.0.0.1', port, onListen: () => {}, ...(signal ? { signal } : {}) },
    (request) => guarded(request),
  );
  const guarded = guardLocal(server.addr.port, handler);
  return { port: server.addr.port, stop: () => server.shutdown() };
}
