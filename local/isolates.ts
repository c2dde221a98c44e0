/**
 * Runs each edge function in Deno processes of its own, under the platform's rules: booted on demand, retired at
 * half of their wall-clock time (no new requests), told `beforeunload` at 90 %, killed at the end. Nothing is
 * shared between them: what works here does not rely on one process seeing another's memory.
 */
import { REQUEST_IDLE_MS } from './edge-response.ts';
import { readLines } from './lines.ts';
import { kill } from './process.ts';

/** The platform's own shares of the wall-clock limit. */
const RETIRE_AT = 0.5;
const UNLOAD_AT = 0.9;
/** Notices a function that hangs at its start: one that fails exits. A busy machine may take half a minute for many at once. */
const BOOT_TIMEOUT_MS = 60_000;
/** Path of the Deno that runs functions, where it is to be another one than runs the stack: hosted functions have 2.1. */
const DENO = Deno.env.get('BOMSTREAM_FUNCTIONS_DENO') || Deno.execPath();
const FUNCTIONS = new URL('../functions/', import.meta.url);

/** One number for all functions, or one for each that is to have more than one. */
export type IsolateCount = number | Readonly<Record<string, number>>;

export interface FunctionHostOptions {
  readonly names: readonly string[];
  /** Where the functions are, each in a folder of its name; the product's. */
  readonly folder?: URL;
  readonly env: Record<string, string>;
  /** Isolates that take requests of a function in turn. Hosted, load and chance decide how many there are. */
  readonly isolatesPerFunction: IsolateCount;
  /** Life of an isolate. Hosted: 150 s on the free plan, 400 s on paid ones and under the Supabase CLI. */
  readonly wallClockMs: number;
  /** A stream that is silent for longer is ended; the platform's own limit. */
  readonly requestIdleMs?: number;
  /** Receives what functions write to stdout and stderr, a line at a time. */
  readonly log: (line: string) => void;
}

interface Isolate {
  readonly name: string;
  readonly process: Deno.ChildProcess;
  readonly address: Promise<string>;
  /** Requests that were handed to it and have no answer yet, some of which it may not have seen. */
  readonly unanswered: Set<Promise<Response>>;
  timers: readonly ReturnType<typeof setTimeout>[];
}

export class FunctionHost {
  readonly #options: FunctionHostOptions;
  readonly #env: Record<string, string>;
  /** Isolates that take new requests, by function. Retired ones live on until idle but are not here. */
  readonly #current = new Map<string, Isolate[]>();
  readonly #alive = new Set<Isolate>();
  #stopping = false;

  constructor(options: FunctionHostOptions) {
    this.#options = options;
    this.#env = { ...options.env };
  }

  /** What isolates that boot from now on have in their environment, as when secrets are set; null: is not set there. */
  set(name: string, value: string | null): void {
    if (value === null) delete this.#env[name];
    else this.#env[name] = value;
  }

  /** Boots a function's isolates ahead of its first request; resolves when all of them listen. */
  async warm(name: string): Promise<void> {
    const isolates = Array.from({ length: this.#most(name) }, () => this.#next(name));
    await Promise.all(isolates.map(({ address }) => address));
  }

  /** Hands a request to the function and its answer back, body streamed both ways. */
  async fetch(name: string, path: string, request: Request): Promise<Response> {
    if (!this.#options.names.includes(name)) {
      return Response.json({ code: 'NOT_FOUND', message: 'Requested function was not found' }, {
        status: 404,
      });
    }
    try {
      const { address, unanswered } = this.#next(name);
      const answer = address.then((origin) => handOver(request, `${origin}${path}`));
      unanswered.add(answer);
      const response = await answer.finally(() => unanswered.delete(answer));
      return new Response(response.body, { status: response.status, headers: decodedHeaders(response) });
    } catch (error) {
      this.#options.log(`${name}: ${error instanceof Error ? error.message : error}`);
      return Response.json({ code: 'BOOT_ERROR', message: 'Function failed to start or died' }, {
        status: 503,
      });
    }
  }

  /** Process ids of the isolates that take requests of a function. */
  pids(name: string): number[] {
    return (this.#current.get(name) ?? []).map(({ process }) => process.pid);
  }

  /** Kills every process of a function at once, as a crash would; retired ones too. Resolves when none is handed requests. */
  async kill(name: string): Promise<void> {
    const killed = [...this.#alive].filter((isolate) => isolate.name === name);
    killed.forEach(({ process }) => kill(process, 'SIGKILL'));
    await Promise.all(killed.map(({ process }) => process.status));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#alive].map(async (isolate) => {
      await this.#tell(isolate, 'stop');
      await isolate.process.status;
    }));
  }

  /** The isolate whose turn it is; a new one while there are fewer than there may be. */
  #next(name: string): Isolate {
    if (this.#stopping) throw new Error('the local stack is stopping');
    const isolates = this.#current.get(name) ?? [];
    const isolate = isolates.length < this.#most(name) ? this.#boot(name) : isolates.shift()!;
    this.#current.set(name, [...isolates, isolate]);
    this.#alive.add(isolate);
    return isolate;
  }

  #most(name: string): number {
    const { isolatesPerFunction: count } = this.#options;
    return typeof count === 'number' ? count : count[name] ?? 1;
  }

  #boot(name: string): Isolate {
    const { wallClockMs, folder = FUNCTIONS, requestIdleMs = REQUEST_IDLE_MS } = this.#options;
    const process = new Deno.Command(DENO, {
      args: [
        'run',
        '-A',
        '--no-prompt',
        `${import.meta.dirname}/isolate.ts`,
        new URL(`${name}/index.ts`, folder).href,
        String(requestIdleMs),
      ],
      env: this.#env,
      clearEnv: true,
      stdin: 'piped',
      stdout: 'piped',
      stderr: 'piped',
    }).spawn();
    const ready = Promise.withResolvers<string>();
    const bootTimer = setTimeout(() => {
      ready.reject(new Error('boot timeout'));
      kill(process, 'SIGKILL');
    }, BOOT_TIMEOUT_MS);
    const isolate: Isolate = {
      name,
      process,
      address: ready.promise,
      unanswered: new Set(),
      timers: [bootTimer],
    };
    // The platform counts from the boot, which takes it no time. A busy machine would kill what has not booted yet.
    const beginLife = () => {
      // It may have ended before its line was read: nobody would clear the timers.
      if (!this.#alive.has(isolate)) return;
      clearTimeout(bootTimer);
      isolate.timers = [
        setTimeout(() => this.#retire(name, isolate), wallClockMs * RETIRE_AT),
        setTimeout(() => this.#tell(isolate, 'unload'), wallClockMs * UNLOAD_AT),
        setTimeout(() => kill(process, 'SIGKILL'), wallClockMs),
      ];
    };
    // Nobody may be waiting for the address when a boot fails; the next request then meets a new isolate.
    ready.promise.catch(() => {});
    this.#forward(name, process.stdout, (line) => {
      const port = /^ready (\d+)$/.exec(line)?.[1];
      if (port) {
        beginLife();
        ready.resolve(`http://127.0.0.1:${port}`);
      }
      return !port;
    });
    this.#forward(name, process.stderr, () => true);
    process.status.then(({ code }) => {
      ready.reject(new Error(`exited with code ${code} before it listened`));
      isolate.timers.forEach((timer) => clearTimeout(timer));
      this.#alive.delete(isolate);
      this.#withdraw(name, isolate);
    });
    return isolate;
  }

  async #retire(name: string, isolate: Isolate): Promise<void> {
    this.#withdraw(name, isolate);
    // Told while a request is on its way, it would leave as idle and take that request with it.
    await Promise.allSettled(isolate.unanswered);
    if (this.#alive.has(isolate)) await this.#tell(isolate, 'retire');
  }

  #withdraw(name: string, isolate: Isolate): void {
    this.#current.set(name, (this.#current.get(name) ?? []).filter((other) => other !== isolate));
  }

  async #tell(isolate: Isolate, word: 'retire' | 'unload' | 'stop'): Promise<void> {
    try {
      const writer = isolate.process.stdin.getWriter();
      await writer.write(new TextEncoder().encode(`${word}\n`));
      writer.releaseLock();
    } catch (error) {
      // It died on its own in the meantime, which is what it was about to be told.
      if (!(error instanceof Deno.errors.BrokenPipe)) this.#options.log(`isolate: ${error}`);
    }
  }

  async #forward(
    name: string,
    output: ReadableStream<Uint8Array>,
    isLog: (line: string) => boolean,
  ): Promise<void> {
    for await (const line of readLines(output)) {
      if (isLog(line)) this.#options.log(`${name}: ${line}`);
    }
  }
}

/** Some versions of Deno serve compressed what is no stream; fetch has undone that and left the headers as they were. */
function decodedHeaders({ headers }: Response): Headers {
  const left = new Headers(headers);
  if (left.has('content-encoding') && !left.get('content-type')?.startsWith('text/event-stream')) {
    left.delete('content-encoding');
    left.delete('content-length');
  }
  return left;
}

function handOver(request: Request, address: string): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.delete('host');
  return fetch(address, { method: request.method, headers, body: request.body, redirect: 'manual' });
}
