/** Servers that are measured, each in a process of its own, and what the kernel says about them. Linux only. */
import { readLines } from '../../../local/lines.ts';
import { cpuMs } from '../cpu.ts';

/** One core for the server, another for what loads it: neither takes time from the other. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** CPU time the process has used so far, all threads, user and system. */
  cpuMicros(): number;
  residentKb(): number;
  stop(): Promise<void>;
}

/** @throws Error where there is no /proc to measure with */
export async function pinLoad(): Promise<void> {
  if (Deno.build.os !== 'linux') throw new Error('bench stream reads /proc and needs Linux.');
  if (await canPin()) {
    await new Deno.Command('taskset', { args: ['-a', '-c', '-p', LOAD_CORE, String(Deno.pid)] }).output();
  }
}

/** Starts a server that prints its port as its first line; alone on its core, where that is asked for. */
export async function startServer(
  command: readonly string[],
  { pinned }: { pinned: boolean },
): Promise<ServerProcess> {
  const withPin = pinned && await canPin() ? ['taskset', '-c', SERVER_CORE, ...command] : command;
  const [program = '', ...args] = withPin;
  const child = new Deno.Command(program, { args, stdin: 'null', stdout: 'piped' }).spawn();
  const { value: line } = await readLines(child.stdout).next();
  const port = Number(line);
  if (!port) throw new Error(`${command.join(' ')} did not start`);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    cpuMicros: () => cpuMs(child.pid) * 1_000,
    residentKb: () => Number(/VmRSS:\s+(\d+)/.exec(Deno.readTextFileSync(`/proc/${child.pid}/status`))?.[1]),
    async stop() {
      child.kill('SIGKILL');
      await child.status;
    },
  };
}

/** Runs `work` with a server on its own core and ends it, whatever happens. */
export async function withServer<T>(
  command: readonly string[],
  work: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const server = await startServer(command, { pinned: true });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function canPin(): Promise<boolean> {
  if (navigator.hardwareConcurrency < 2) return false;
  try {
    return (await new Deno.Command('taskset', { args: ['--version'], stdout: 'null' }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
