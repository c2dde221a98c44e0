/**
 * A local stack for tests, in a Deno process of its own. Prints one line of JSON when it is ready and then obeys
 * commands on stdin, one JSON object a line; each is answered by one line. The end of stdin ends the stack.
 */
import { pathToFileURL } from 'node:url';
import { FunctionHost } from '../../local/isolates.ts';
import { readLines } from '../../local/lines.ts';
import { buildPage, servePage } from '../../local/page.ts';
import { startStack } from '../../local/stack.ts';
import type { Fault, RedisRequest } from '../../local/redis/server.ts';
import type { TestStackOptions } from './stack.ts';
import { createWitness, type Loss } from './witness.ts';

type Options = Omit<TestStackOptions, 'onLog'> & { readonly directory: string; readonly port: number };

/** What can be done to a running stack. */
export type Command =
  | { readonly do: 'kill'; readonly function: string }
  | { readonly do: 'pids'; readonly function: string }
  | { readonly do: 'set'; readonly name: string; readonly value: string | null }
  | { readonly do: 'redis'; readonly fault: 'none' | 'hang' | 'refuse' | 'html' | 'drop' | 'read_only' }
  | { readonly do: 'lose'; readonly loss: Loss | null }
  | { readonly do: 'crash_database' }
  | { readonly do: 'commands' };

type FaultName = Extract<Command, { do: 'redis' }>['fault'];

const READS: ReadonlySet<string> = new Set(['XREAD', 'XREVRANGE', 'XRANGE']);

const FAULTS: Record<FaultName, (request: RedisRequest) => Fault | null> = {
  none: () => null,
  hang: () => 'hang',
  drop: () => 'drop',
  read_only: ({ commands }) =>
    commands.every(([name = '']) => READS.has(name.toUpperCase()))
      ? null
      : Response.json({ error: 'NOPERM this user has no permissions to run one of these commands' }, {
        status: 400,
      }),
  refuse: () => Response.json({ error: 'ERR max requests limit exceeded' }, { status: 400 }),
  html: () =>
    new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
};

/** Longer than any test. */
const PROBES_WALL_CLOCK_MS = 400_000;

const options: Options = JSON.parse(Deno.args[0]!);
let fault: FaultName = 'none';
const log = (line: string) => console.error(line);
const witness = createWitness(options.witness ? log : null);

const stack = await startStack({
  ...options,
  ...(options.functions ? { functionsFolder: pathToFileURL(`${options.functions}/`) } : {}),
  log,
  redisFault: (request) => FAULTS[fault](request),
  aroundRpc: witness.around,
  ...(options.fsync ? {} : { databaseSettings: { fsync: 'off' } }),
});

async function obey(command: Command): Promise<unknown> {
  if (command.do === 'kill') {
    await stack.functions.kill(command.function);
    return command.function;
  }
  if (command.do === 'set') {
    stack.functions.set(command.name, command.value);
    return command.name;
  }
  if (command.do === 'pids') return stack.functions.pids(command.function);
  if (command.do === 'commands') return Object.fromEntries(stack.redisCommands);
  if (command.do === 'lose') {
    witness.lose(command.loss);
    return command.loss;
  }
  if (command.do === 'crash_database') {
    await stack.crashDatabase();
    return true;
  }
  fault = command.fault;
  return fault;
}

const { apiUrl, pageUrl, pagePort, adminUrl, databaseHome, redis, keys } = stack;
if (options.page) {
  await buildPage();
  servePage(pagePort, { supabaseUrl: apiUrl, publishableKey: keys.publishableKey });
}
const probes = options.probes && serveProbes(options.probes);
console.log(
  JSON.stringify({
    ...{ apiUrl, pageUrl, pagePort, adminUrl, redis, keys },
    databaseLog: databaseHome && `${databaseHome}/server.log`,
    probesUrl: probes?.url,
  }),
);
for await (const line of readLines(Deno.stdin.readable)) {
  console.log(JSON.stringify(await obey(JSON.parse(line))));
}
await probes?.host.stop();
await stack.stop();
Deno.exit(0);

/** Edge functions that are nothing but tests of what they run in. */
function serveProbes({ requestIdleMs }: { requestIdleMs: number }): { url: string; host: FunctionHost } {
  const host = new FunctionHost({
    names: ['streams'],
    folder: new URL('./probes/', import.meta.url),
    env: { PATH: Deno.env.get('PATH') ?? '', HOME: Deno.env.get('HOME') ?? '' },
    isolatesPerFunction: 1,
    wallClockMs: PROBES_WALL_CLOCK_MS,
    requestIdleMs,
    log: (line) => console.error(line),
  });
  const { addr } = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, (request) => {
    const { pathname } = new URL(request.url);
    return host.fetch(pathname.split('/')[1]!, pathname, request);
  });
  return { url: `http://127.0.0.1:${addr.port}`, host };
}
