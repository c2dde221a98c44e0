/** Starts and steers a local stack from tests, which run on Node. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Loss } from './witness.ts';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DENO = join(ROOT, 'node_modules/.bin/deno');
/** What a cold start takes on a busy machine, several times over. */
const START_TIMEOUT_MS = 60_000;

/** Where a running stack is and what opens it; plain data, so that it can be handed between processes. */
export interface StackAddress {
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly pagePort: number;
  readonly adminUrl: string;
  readonly redis: { readonly url: string; readonly token: string };
  readonly keys: {
    readonly demoPassword: string;
    readonly databasePassword: string;
    readonly apiPassword: string;
    readonly publishableKey: string;
    readonly secretKeys: { readonly default: string };
    readonly runnerKey: string;
    readonly redisPrefix: string;
    readonly ticketKey: string;
  };
}

export interface TestStack extends StackAddress {
  /** Kills a function's processes, as a crash would. */
  kill(name: string): Promise<void>;
  pids(name: string): Promise<number[]>;
  /** Sets a variable of the functions, or takes it away, for the isolates that boot from now on. */
  set(name: string, value: string | null): Promise<void>;
  redis: StackAddress['redis'];
  /** Where the probe functions answer, if they were asked for. */
  readonly probesUrl?: string;
  /** What the embedded database logs; null for a database of the caller's own. */
  readonly databaseLog: string | null;
  /** `read_only`: what writes is refused, as with a token that may only read. */
  failRedis(fault: 'none' | 'hang' | 'refuse' | 'html' | 'drop' | 'read_only'): Promise<void>;
  /** Loses calls between functions and database from now on; null for none. */
  loseCalls(loss: Loss | null): Promise<void>;
  /** Ends the database as a power cut would; resolves when it is back. */
  crashDatabase(): Promise<void>;
  redisCommands(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

export interface TestStackOptions {
  /** Keeps its data here instead of in a folder of its own, which would be deleted at the end. */
  readonly directory?: string;
  readonly wallClockSeconds?: number;
  readonly batchPauseMs?: number;
  /** One number for all functions, or one for each that is to have more than one. */
  readonly isolatesPerFunction?: number | Readonly<Record<string, number>>;
  readonly cron?: boolean;
  /** Builds and serves the page. */
  readonly page?: boolean;
  /** Further settings of the functions, by the names of docs/operations.md. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Serves the functions of tests/support/probes as well, whose silent streams end after this. */
  readonly probes?: { readonly requestIdleMs: number };
  /** Path of a folder with functions that stand in for the product's. */
  readonly functions?: string;
  /** Logs every claim and commit of workers; see witness.ts. */
  readonly witness?: boolean;
  /** Has the embedded database wait for the disk, as it does for users. Tests crash it, and no test cuts off the power. */
  readonly fsync?: boolean;
  /** Receives what the stack and its functions log, a line at a time. */
  readonly onLog?: (line: string) => void;
}

export async function startTestStack(options: TestStackOptions = {}): Promise<TestStack> {
  const directory = options.directory ?? await mkdtemp(join(tmpdir(), 'bomstream-test-'));
  await chmod(directory, 0o755); // root's database runs as another account, which has to get in here
  const port = await findFreePorts();
  const args = [
    'run',
    '-A',
    '--no-prompt',
    'tests/support/run-stack.ts',
    JSON.stringify({ ...options, directory, port }),
  ];
  const child = spawn(DENO, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
  // Listened for from the start: of a stack that has ended by itself nothing would be heard again.
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.on('error', () => {}); // it has ended; whoever asks it something next is told so
  let log = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    log = `${log}${line}\n`.slice(-20_000);
    options.onLog?.(line);
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const address: StackAddress & Pick<TestStack, 'probesUrl' | 'databaseLog'> = JSON.parse(
    await firstLine(ended, answers, () => log),
  );

  // One command at a time: answers come in the order of the questions.
  let turn: Promise<unknown> = Promise.resolve();
  const tell = (command: object): Promise<unknown> => {
    turn = turn.then(async () => {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(died(await ended, log));
      return JSON.parse(value);
    });
    return turn;
  };
  return {
    ...address,
    kill: async (name) => void await tell({ do: 'kill', function: name }),
    pids: async (name) => await tell({ do: 'pids', function: name }) as number[],
    set: async (name, value) => void await tell({ do: 'set', name, value }),
    failRedis: async (fault) => void await tell({ do: 'redis', fault }),
    loseCalls: async (loss) => void await tell({ do: 'lose', loss }),
    crashDatabase: async () => void await tell({ do: 'crash_database' }),
    redisCommands: async () => await tell({ do: 'commands' }) as Record<string, number>,
    stop: async () => {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(died(code, log));
      if (!options.directory) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function firstLine(
  ended: Promise<number | null>,
  answers: AsyncIterator<string>,
  log: () => string,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the stack did not start in time:\n${log()}`)),
      START_TIMEOUT_MS,
    );
    void ended.then((code) => reject(new Error(died(code, log()))));
  });
  failed.catch(() => {}); // of an end after the start whoever asks or stops it is told
  try {
    const { value, done } = await Promise.race([answers.next(), failed]);
    // its output ends a moment before it is known to have ended, and why
    return done ? await failed : value;
  } finally {
    clearTimeout(timer);
  }
}

/** Below those that systems give to outgoing connections: such a one may be free now and taken a moment later. */
const TEST_PORTS = { first: 20_000, count: 12_000 };

/** The first of four free ports in a row. */
export async function findFreePorts(): Promise<number> {
  for (;;) {
    const first = TEST_PORTS.first + Math.floor(Math.random() * TEST_PORTS.count);
    const free = await Promise.all([0, 1, 2, 3].map((i) => isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function died(code: number | null, log: string): string {
  return `the stack ended with code ${code}:\n${log}`;
}
