import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { edgeAnswer } from '../../local/edge-response.ts';
import { eventIds, openStream } from '../support/stream.ts';
import { DENO, ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { resistor } from '../support/resistors.ts';

const ISOLATES = 3;
/** Far longer than a probe's requests take, short enough to wait for. */
const PROBE_IDLE_MS = 2_000;
/** What a machine does in no time, where plain Deno would have told the function long before. */
const ROUND_TRIPS = 50;
const KIB = 1024;
/** Isolates are retired after half of their life: long enough for a busy machine to stop one that has just booted. */
const SHORT_LIFE_SECONDS = 12;

let stack: TestStack;
let tenant: Tenant;
beforeAll(async () => {
  stack = await startTestStack({ isolatesPerFunction: ISOLATES, probes: { requestIdleMs: PROBE_IDLE_MS } });
  tenant = await newTenant(stack);
});
afterAll(() => stack.stop());

describe('several isolates of every function, which share nothing but Postgres and Redis', () => {
  it('run one BOM together, and every client of each sees the whole run', async () => {
    for (const name of ['enrichment-runner', 'enrichment-stream']) {
      expect(new Set(await stack.pids(name)).size).toBe(ISOLATES);
    }
    const bomId = await tenant.importBom(
      Array.from({ length: 1_000 }, (_, i) => resistor(i % 800)),
    );
    const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
    const streams = await Promise.all(Array.from({ length: 2 * ISOLATES }, () => openStream(url)));
    await Promise.all(streams.map((stream) => stream.until(({ event }) => event === 'connected')));
    await tenant.start(bomId);
    const [first = [], ...others] = await Promise.all(
      streams.map(async (stream) => eventIds(await stream.end())),
    );
    expect(first).toEqual(first.map((_, i) => `1-${i + 1}`));
    for (const seen of others) expect(seen).toEqual(first);
    const { body } = await tenant.call('GET', `boms/${bomId}`);
    expect(body.latest_run.state).toMatchObject({
      status: 'completed',
      enriched_items: 1_000,
      pending_items: 0,
    });
  });
});

describe('an isolate that is retired', () => {
  it('still answers a request that was on its way to it', async () => {
    const shortLived = await startTestStack({ wallClockSeconds: SHORT_LIFE_SECONDS });
    onTestFinished(() => shortLived.stop());
    const health = async () =>
      (await fetch(`${shortLived.apiUrl}/functions/v1/enrichment-stream/health`)).status;
    await shortLived.kill('enrichment-stream'); // its successor has its whole life before it
    const pid = await vi.waitUntil(async () => {
      await health();
      return (await shortLived.pids('enrichment-stream'))[0];
    }, { timeout: 60_000 });
    process.kill(pid, 'SIGSTOP');
    const onItsWay = health();
    await vi.waitUntil(async () => !(await shortLived.pids('enrichment-stream')).includes(pid), {
      timeout: 60_000,
    });
    process.kill(pid, 'SIGCONT');
    expect(await onItsWay).toBe(200);
  });
});

describe('an isolate that boots', () => {
  it('is not killed meanwhile, however short its life is to be', async () => {
    const script = `
      import { FunctionHost } from './local/isolates.ts';
      const host = new FunctionHost({
        names: ['streams'],
        folder: new URL('file://${ROOT}/tests/support/probes/'),
        env: Deno.env.toObject(),
        isolatesPerFunction: 1,
        wallClockMs: 1,
        log: console.error,
      });
      await host.warm('streams');
      console.log('listened');
      Deno.exit();
    `;
    const { stdout } = await promisify(execFile)(DENO, ['eval', script], { cwd: ROOT });
    expect(stdout).toBe('listened\n');
  });
});

describe('a process that is to be killed', () => {
  it('may have ended by itself a moment before, which must not end the stack', async () => {
    const script = `
      import { kill } from './local/process.ts';
      const child = new Deno.Command(Deno.execPath(), { args: ['--version'], stdout: 'null' }).spawn();
      await child.status;
      kill(child, 'SIGKILL');
      console.log('went on');
    `;
    const { stdout } = await promisify(execFile)(DENO, ['eval', script], { cwd: ROOT });
    expect(stdout).toBe('went on\n');
  });
});

describe('a stream of a function', () => {
  const probe = (action: string, name: string, init: RequestInit = {}) =>
    fetch(`${stack.probesUrl}/streams/${action}/${name}`, init);
  const state = async (action: string, name: string) =>
    await (await probe(action, name)).json() as { cancelled: string | null; aborted: boolean };
  /** Writes until the function learns that nobody reads; what the network still takes is no failure yet. */
  const writeUntilCancelled = (name: string) =>
    vi.waitUntil(async () => (await state('write', name)).cancelled !== null, { timeout: 60_000 });

  it('comes from the Deno that the environment names for functions', async () => {
    const response = await probe('open', 'versioned');
    await response.body!.cancel();
    const deno = process.env.BOMSTREAM_FUNCTIONS_DENO || DENO;
    const version = execFileSync(deno, ['--version'], { encoding: 'utf8' });
    expect(version).toContain(`deno ${response.headers.get('x-deno')} `);
  });

  it('tells it that the client is gone by a failed write, and by nothing before', async () => {
    const client = new AbortController();
    const response = await probe('open', 'left', { signal: client.signal });
    await response.body!.getReader().read();
    client.abort();
    for (let i = 0; i < ROUND_TRIPS; i++) {
      expect(await state('state', 'left')).toEqual({ cancelled: null, aborted: false });
    }
    await writeUntilCancelled('left');
    expect((await state('state', 'left')).aborted).toBe(true);
  });

  it('that is silent for too long ends for the client as if that were all, and the function is not told', async () => {
    const response = await probe('open', 'silent');
    expect(response.status).toBe(201);
    expect(response.headers.get('x-probe')).toBe('silent');
    expect(await response.text()).toBe('opened ');
    expect(await state('state', 'silent')).toEqual({ cancelled: null, aborted: false });
    await writeUntilCancelled('silent');
  });

  it('is cancelled by a chunk that is no Uint8Array, which the client takes for its end', async () => {
    const response = await probe('open', 'text');
    const received = response.text();
    await state('text', 'text');
    expect(await received).toBe('opened ');
    expect((await state('state', 'text')).cancelled).toContain('Value not a Uint8Array');
  });

  it('is the only answer these rules are for: JSON comes whole, with its length', async () => {
    const response = await probe('state', 'nobody');
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toBe('{"error":"no such stream"}');
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(response.headers.get('content-type')).toBe('application/json');
  });
});

describe('the body of a request', () => {
  it.each<[string, (request: Request) => Promise<unknown>]>([
    ['nothing', () => Promise.resolve()],
    ['the beginning', async ({ body }) => {
      for await (const _piece of body!) break;
    }],
    ['everything', (request) => request.text()],
  ])(
    'is taken to its end before the answer is given, though the function reads %s of it',
    async (_much, read) => {
      let taken = 0;
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => ++taken > 3 ? controller.close() : controller.enqueue(new Uint8Array(KIB)),
      }, { highWaterMark: 0 });
      const request = new Request(
        'http://127.0.0.1/',
        { method: 'POST', body, duplex: 'half' } as RequestInit,
      );
      await edgeAnswer(request, async (given) => {
        await read(given);
        return new Response(null, { status: 413 });
      }, { idleMs: 1_000, inFlight: () => {} });
      expect(taken).toBe(4);
    },
  );
});

describe('the pipe between a function and its client', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Answers with what `source` writes. */
  const piped = async (source: UnderlyingDefaultSource<Uint8Array>, idleMs = 1_000) => {
    const body = new ReadableStream(source, { highWaterMark: 0 });
    const response = await edgeAnswer(
      new Request('http://127.0.0.1/'),
      () =>
        new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>, {
          headers: { 'content-type': 'text/event-stream' },
        }),
      { idleMs, inFlight: () => {} },
    );
    return response.body!.getReader();
  };

  it('takes 16 KiB ahead of the client, and then no more than the client reads', async () => {
    let pulled = 0;
    const reader = await piped({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(KIB));
      },
    });
    const taken = async () => {
      await vi.advanceTimersByTimeAsync(0);
      return pulled;
    };
    const ahead = await taken();
    // Sixteen in the pipe, and one that waits in front of it.
    expect(ahead).toBe(17);
    await reader.read();
    await reader.read();
    expect(await taken()).toBe(ahead + 2);
  });

  it('counts silence anew from every chunk', async () => {
    let write = () => {};
    const reader = await piped({
      start: (controller) => {
        write = () => controller.enqueue(new Uint8Array(1));
      },
    });
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(900);
      write();
      expect((await reader.read()).done).toBe(false);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await reader.read()).done).toBe(true);
  });

  it('passes on that a stream broke', async () => {
    const reader = await piped({
      pull: (controller) => controller.error(new Error('broken')),
    });
    await expect(reader.read()).rejects.toThrow('broken');
  });
});
