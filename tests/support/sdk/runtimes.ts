/** Where the SDK runs: each takes orders and hands out what was seen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import * as sdk from '../../../client/index.ts';
import { DENO, ROOT } from '../stack.ts';
import { type Command, type Order, type Report, run, type Seen } from './runner.ts';

export interface Runtime {
  readonly name: string;
  watch(order: Order): Promise<Watching>;
  stop(): Promise<void>;
}

/** What it takes to notice that something never comes. */
const NEVER = { timeout: 60_000, interval: 20 };

export class Watching {
  readonly reports: Report[] = [];
  readonly #tell: (command: Command) => void | Promise<void>;

  constructor(tell: (command: Command) => void | Promise<void>) {
    this.#tell = tell;
  }

  get updates(): readonly Seen[] {
    return this.reports.filter((report) => report.type === 'update');
  }
  get events(): readonly string[] {
    return this.updates.flatMap(({ event }) => event ? [event.event_id] : []);
  }
  get phases(): readonly string[] {
    const phases = this.updates.map(({ connection }) => connection.phase);
    return phases.filter((phase, i) => phase !== phases[i - 1]);
  }
  /** Whether each token was asked for because the one before was refused. */
  get tokens(): readonly boolean[] {
    return this.reports.flatMap((report) => report.type === 'token' ? [report.isRefused] : []);
  }
  get stored(): Readonly<Record<string, string>> {
    return this.reports.findLast((report) => report.type === 'stored')?.items ??
      {};
  }

  async until(fits: (update: Seen) => boolean): Promise<Seen> {
    return await vi.waitUntil(() => this.updates.find(fits), NEVER).catch(
      () => {
        throw new Error(
          `this never came; there were ${JSON.stringify(this.#summary())}`,
        );
      },
    );
  }
  untilEvent(id: string): Promise<Seen> {
    return this.until(({ event }) => event?.event_id === id);
  }
  untilPhase(phase: string): Promise<Seen> {
    return this.until(({ connection }) => connection.phase === phase);
  }
  /** @returns what the iteration threw; null where it ended */
  async untilEnd() {
    const end = await vi.waitUntil(
      () => this.reports.find(({ type }) => type === 'end'),
      NEVER,
    ).catch(() => {
      throw new Error(
        `it never ended; there were ${JSON.stringify(this.#summary())}`,
      );
    });
    return (end as Extract<Report, { type: 'end' }>).error;
  }
  async close(): Promise<void> {
    await this.#tell('close');
  }
  async refresh(): Promise<void> {
    await this.#tell('refresh');
  }

  #summary() {
    return this.updates.map((
      { connection, event },
    ) => [connection.phase, event?.event_id]);
  }
}

export function onNode(): Runtime {
  const watchings = new Set<Watching>();
  return {
    name: 'Node',
    watch(order) {
      const watching: Watching = new Watching((command) => tell(command));
      const tell = run(sdk, order, (report) => watching.reports.push(report));
      watchings.add(watching);
      return Promise.resolve(watching);
    },
    async stop() {
      for (const watching of watchings) await watching.close();
    },
  };
}

/** Passes orders to a program elsewhere, and its reports back. */
export class Remote {
  readonly #watchings = new Map<number, Watching>();
  readonly #tell: (key: number, order: Order | Command) => void | Promise<void>;

  constructor(
    tell: (key: number, order: Order | Command) => void | Promise<void>,
  ) {
    this.#tell = tell;
  }

  async watch(order: Order): Promise<Watching> {
    const key = this.#watchings.size;
    const watching = new Watching((command) => this.#tell(key, command));
    this.#watchings.set(key, watching);
    await this.#tell(key, order);
    return watching;
  }

  take(key: number, report: Report): void {
    this.#watchings.get(key)!.reports.push(report);
  }
}

export function onDeno(): Runtime {
  const program = fileURLToPath(new URL('program.ts', import.meta.url));
  const child = spawn(DENO, [
    'run',
    '--no-prompt',
    '--allow-net',
    '--allow-env',
    program,
  ], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const remote = new Remote((key, order) => void child.stdin.write(`${JSON.stringify({ key, order })}\n`));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { key, report } = JSON.parse(line);
    remote.take(key, report);
  });
  return {
    name: 'Deno',
    watch: (order) => remote.watch(order),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
