/** Drives the clients that run under Deno, in a process of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DENO } from '../../support/stack.ts';
import { CONNECTION_EVENTS, RUN_EVENTS } from '../protocol.ts';
import { type Client, Recording, type StreamRecord } from './client.ts';

export type DenoClient = 'eventsource' | 'eventsource-parser';

/** What the program obeys. `key` names a connection. */
export type Command =
  | {
    readonly do: 'open';
    readonly key: number;
    readonly client: DenoClient;
    readonly url: string;
    readonly lastEventId: string;
    readonly names: readonly string[];
  }
  | { readonly do: 'close'; readonly key: number };

const FOLDER = fileURLToPath(new URL('deno', import.meta.url));

/** Starts the process; each client's `stop` is for all of them. */
export function startDenoClients(): Record<DenoClient, Client> {
  const child = spawn(DENO, [
    'run',
    // the repository's own versions are older ones, for Node
    '--no-config',
    '--node-modules-dir=none',
    '--lock=program.lock',
    '--frozen',
    '--no-prompt',
    '--allow-net',
    'program.ts',
  ], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'inherit'] });
  const recordings = new Map<number, Recording>();
  let lastKey = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { key, record } = JSON.parse(line) as { key: number; record: StreamRecord };
    recordings.get(key)?.add(record);
  });
  child.once('exit', (code) => {
    for (const recording of recordings.values()) {
      recording.add({ type: 'violation', detail: `the client's process ended with code ${code}` });
    }
  });
  const tell = (command: Command) => void child.stdin.write(`${JSON.stringify(command)}\n`);

  const client = (name: DenoClient): Client => ({
    name,
    sendsFirstCursor: true,
    open(url, { lastEventId = '' } = {}) {
      const key = lastKey += 1;
      const recording = new Recording(() => tell({ do: 'close', key }));
      recordings.set(key, recording);
      tell({
        do: 'open',
        key,
        client: name,
        url,
        lastEventId,
        names: ['message', ...RUN_EVENTS, ...CONNECTION_EVENTS],
      });
      return Promise.resolve(recording);
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  });
  return { eventsource: client('eventsource'), 'eventsource-parser': client('eventsource-parser') };
}
