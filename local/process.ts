/** Small helpers around processes and ports. */

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Ends a process that may have ended by itself: Deno knows of that some moments before it tells. */
export function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // what Deno throws where nothing is left to be killed
  }
}

/** Whether a server could listen on the loopback port now. */
export function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: '127.0.0.1', port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse || error instanceof Deno.errors.PermissionDenied) return false;
    throw error;
  }
}

/** The first of `base`, `base + step`, ... from which `count` consecutive ports are free. */
export function freePorts(base: number, count: number, step: number): number {
  for (let first = base; first + count <= 65_536; first += step) {
    if (Array.from({ length: count }, (_, i) => first + i).every(isFree)) return first;
  }
  throw new Error(
    `No ${count} free ports in a row from ${base} on. Close something, or name a port: --port N`,
  );
}
