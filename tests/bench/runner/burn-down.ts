/** How fast two workers get through jobs that are already there. */
import type pg from 'pg';
import { readLines } from '../../../local/lines.ts';
import { cpuMs, cpuMsOfFamily, cpuMsOfMachine } from '../cpu.ts';
import { createCondition } from '../conditions.ts';
import type { BurnDownOptions } from '../peers/burn-down.ts';
import type { Databases } from './databases.ts';
import { type Queue, WORKERS } from './queues.ts';

/** Between two looks whether really all is done, once the workers have said so. */
const LOOK_MS = 2;

export interface Speed {
  readonly perSecond: number;
  /** CPU time of all of PostgreSQL, for a thousand jobs. */
  readonly postgresMsPer1000: number;
  /** Cores that were kept busy by what has nothing to do with it. */
  readonly coresOfOthers: number;
}

export interface BurnDown {
  readonly databases: Databases;
  readonly partNumbers: readonly string[];
  readonly jobsFile: string;
}

/** @param writesResults false: jobs that do nothing, for peers */
export async function burnDown(
  queue: Queue,
  { databases, partNumbers, jobsFile }: BurnDown,
  { writesResults }: { writesResults: boolean },
): Promise<Speed> {
  return await databases.withDatabase(async ({ url, client }) => {
    const { batch } = queue;
    const options: BurnDownOptions = { databaseUrl: url, jobsFile, writesResults, do: 'work', batch };
    await queue.load(client, partNumbers, options);
    await client.query('vacuum analyze');
    const progress = createCondition();
    let done = 0;
    const onDone = (jobs: number) => {
      done += jobs;
      progress.changed();
    };
    const workers = await Promise.all(
      Array.from({ length: WORKERS }, () => startWorker(queue, options, onDone)),
    );

    const cpuOf = () => ({
      postgres: cpuMsOfFamily(databases.postgresPid),
      machine: cpuMsOfMachine(),
      own: cpuMs(Deno.pid) + workers.reduce((sum, { pid }) => sum + cpuMs(pid), 0),
    });
    const [began, before] = [performance.now(), cpuOf()];
    await Promise.all(workers.map((worker) => worker.begin()));
    await progress.until(() => done >= partNumbers.length, () => `${queue.name}: all jobs done`);
    while ((await client.query(queue.left)).rows[0].left > 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    const seconds = (performance.now() - began) / 1_000;
    const after = cpuOf();
    const used = (part: keyof typeof after) => after[part] - before[part];
    await Promise.all(workers.map((worker) => worker.stop()));
    if (writesResults) await checkResults(queue, client, partNumbers.length);
    return {
      perSecond: partNumbers.length / seconds,
      postgresMsPer1000: used('postgres') / partNumbers.length * 1_000,
      coresOfOthers: (used('machine') - used('postgres') - used('own')) / 1_000 / seconds,
    };
  });
}

interface Worker {
  readonly pid: number;
  begin(): Promise<void>;
  stop(): Promise<void>;
}

async function startWorker(
  { name, command }: Queue,
  options: BurnDownOptions,
  onDone: (jobs: number) => void,
): Promise<Worker> {
  const [program = '', ...args] = command;
  const child = new Deno.Command(program, {
    args: [...args, JSON.stringify(options)],
    // otherwise graphile-worker logs each job
    env: { NO_LOG_SUCCESS: '1' },
    stdin: 'piped',
    stdout: 'piped',
  }).spawn();
  const ready = Promise.withResolvers<void>();
  void (async () => {
    for await (const line of readLines(child.stdout)) {
      if (line === 'ready') ready.resolve();
      else if (/^\d+$/.test(line)) onDone(Number(line));
    }
    ready.reject(new Error(`${name} did not start`));
  })();
  await ready.promise;
  return {
    pid: child.pid,
    async begin() {
      const orders = child.stdin.getWriter();
      await orders.write(new TextEncoder().encode('go\n'));
      orders.releaseLock();
    },
    async stop() {
      child.kill('SIGKILL');
      await child.status;
    },
  };
}

/** A queue that lost some of its work on the way was not measured. */
async function checkResults(queue: Queue, client: pg.Client, jobs: number): Promise<void> {
  const { rows: [row] } = await client.query(queue.results);
  if (row.results !== jobs) throw new Error(`${queue.name} has ${row.results} results of ${jobs} jobs`);
}
