/** How long a first look takes, how soon a run shows, and what a stream costs in Redis commands. */
import { startTestStack, type TestStack } from '../support/stack.ts';
import { openStream } from '../support/stream.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { median, spread } from './numbers.ts';
import { chosenPieces, inTurn, type Pieces, together } from './pieces.ts';
import { resistors } from '../support/resistors.ts';

const RUNS = 5;
const CLIENTS = 100;
/** The stream polls faster for the first seconds of a run; the steady pace is what costs. */
const SETTLE_MS = 6_000;
const COUNTED_MS = 12_000;
const DECODABLE = resistors(1_000);

const PIECES: Pieces = {
  ready: async () => ({ figures: await stackReady() }),
  'first-event': async () => ({ figures: await firstEventAndThroughput() }),
  'idle-page': async () => ({ figures: await shownOnIdlePages() }),
  commands: async () => ({ figures: [await commandsPerMinute()] }),
  // last, because the half gigabyte it writes would slow down whatever comes after it
  'fresh-clone': async () => ({ figures: [await freshClone()] }),
};

/** `folder` names one piece of it. */
export async function benchStart(options: BenchOptions): Promise<BenchResult> {
  return together(await inTurn(chosenPieces('start', PIECES, options.folder), options));
}

const secondsOf = (times: readonly number[]) => `${spread(times.map((ms) => ms / 1_000), 2)} s`;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function freshClone(): Promise<Figure> {
  const folder = await Deno.makeTempDir();
  await Deno.chmod(folder, 0o755);
  const root = `${import.meta.dirname}/../..`;
  const env = { npm_config_cache: `${folder}/npm-cache` };
  const began = performance.now();
  await run('git', ['clone', '--quiet', root, `${folder}/clone`], folder, env);
  await run('npm', ['start', '--', '--once', '--pace', '0'], `${folder}/clone`, env);
  const took = performance.now() - began;
  await Deno.remove(folder, { recursive: true });
  return {
    figure: 'fresh clone, empty npm cache → summary',
    value: secondsOf([took]),
    target: '≤ 90 s',
    met: took <= 90_000,
  };
}

async function stackReady(): Promise<Figure[]> {
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let i = 0; i < 3; i++) {
    const directory = await Deno.makeTempDir();
    await Deno.chmod(directory, 0o755);
    for (const times of [cold, warm]) {
      const began = performance.now();
      const stack = await startTestStack({ directory, fsync: true });
      times.push(performance.now() - began);
      await stack.stop();
    }
    await Deno.remove(directory, { recursive: true });
  }
  return [
    {
      figure: 'stack ready, new database',
      value: secondsOf(cold),
      target: '< 3 s',
      met: median(cold) < 3_000,
    },
    {
      figure: 'stack ready, warm',
      value: secondsOf(warm),
      target: '< 1.5 s',
      met: median(warm) < 1_500,
    },
  ];
}

async function firstEventAndThroughput(): Promise<Figure[]> {
  const stack = await startTestStack({ fsync: true });
  const tenant = await newTenant(stack);
  const [first, whole]: [number[], number[]] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    const bomId = await tenant.importBom(DECODABLE);
    const began = performance.now();
    await tenant.start(bomId);
    const stream = await openStream(address(stack, tenant, bomId));
    await stream.until(({ event }) => event === 'enrichment.progress');
    first.push(performance.now() - began);
    await stream.end();
    whole.push(performance.now() - began);
  }
  await stack.stop();
  const perSecond = Math.round(DECODABLE.length / (median(whole) / 1000));
  return [
    {
      figure: 'start request → first progress event',
      value: `${spread(first, 0)} ms`,
      target: '< 300 ms',
      met: median(first) < 300,
    },
    {
      figure: '1,000 decodable lines, start → end in the client',
      value: `${secondsOf(whole)}, ${perSecond}/s`,
      target: '< 3 s',
      met: median(whole) < 3_000,
    },
  ];
}

/** One page has an open stream of a BOM whose run is started elsewhere, another one of a BOM that it starts itself. */
async function shownOnIdlePages(): Promise<Figure[]> {
  const stack = await startTestStack({ fsync: true });
  const tenant = await newTenant(stack);
  const [byPage, elsewhere]: [number[], number[]] = [[], []];
  const isEvent = ({ id }: { readonly id: string | undefined }) => id !== undefined;
  const idlePage = async (bomId: string) => {
    const stream = await openStream(address(stack, tenant, bomId));
    await stream.until(({ event }) => event === 'connected');
    return stream;
  };
  for (let i = 0; i < RUNS; i++) {
    const [own, other] = [await tenant.importBom(['P1']), await tenant.importBom(['P1'])];
    const idle = [await idlePage(own), await idlePage(other)];
    // At a moment of its own between two looks.
    await sleep(1_000 + Math.random() * 5_000);
    const began = performance.now();
    await tenant.start(other);
    await idle[1]!.until(isEvent);
    elsewhere.push(performance.now() - began);
    await idle[1]!.end();
    const pressed = performance.now();
    await tenant.start(own);
    const { body: { ticket } } = await tenant.call('POST', 'enrichment/tickets', { bom_id: own });
    const anew = await openStream(address(stack, { ...tenant, token: ticket }, own));
    await anew.until(isEvent);
    byPage.push(performance.now() - pressed);
    [...idle, anew].forEach((stream) => stream.close());
  }
  await stack.stop();
  return [
    {
      figure: `a run started by the page → shown, ${RUNS} times`,
      value: `${spread(byPage, 0)} ms`,
      target: '≤ 500 ms',
      met: median(byPage) <= 500,
    },
    {
      figure: `a run started elsewhere → shown on an idle page, ${RUNS} times`,
      value: secondsOf(elsewhere),
      target: '≤ 6 s',
      met: Math.max(...elsewhere) <= 6_000,
    },
  ];
}

async function commandsPerMinute(): Promise<Figure> {
  const counts: number[] = [];
  for (const clients of [1, CLIENTS]) {
    const stack = await startTestStack({ batchPauseMs: 1_000, fsync: true });
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(Array.from({ length: 10_000 }, (_, i) => `P${i}`));
    await tenant.start(bomId);
    const streams = await Promise.all(
      Array.from({ length: clients }, () => openStream(address(stack, tenant, bomId))),
    );
    await sleep(SETTLE_MS);
    const before = (await stack.redisCommands()).XREAD ?? 0;
    await sleep(COUNTED_MS);
    counts.push(((await stack.redisCommands()).XREAD ?? 0) - before);
    streams.forEach((stream) => stream.close());
    await stack.stop();
  }
  const [one = 0, many = 0] = counts.map((count) => count * 60_000 / COUNTED_MS);
  const ratio = many / one;
  return {
    figure: `Redis reads a minute on one running BOM, 1 and ${CLIENTS} clients`,
    value: `${one} and ${many} (ratio ${ratio.toFixed(2)})`,
    target: 'equal',
    met: Math.abs(ratio - 1) < 0.1,
  };
}

function address(stack: TestStack, tenant: Tenant, bomId: string): string {
  return `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
}

async function run(command: string, args: string[], cwd: string, env: Record<string, string>): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(command, { args, cwd, env }).output();
  if (!success) {
    throw new Error(
      `${command} ${args.join(' ')} failed:\n${new TextDecoder().decode(stdout)}${
        new TextDecoder().decode(stderr)
      }`,
    );
  }
}
