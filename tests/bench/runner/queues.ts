/** The queues that are measured against each other: how their jobs get in, who works, when all is done. */
import type pg from 'pg';
import type { BurnDownOptions } from '../peers/burn-down.ts';
import { commitWithoutHistory } from './no-history.ts';
import { newBom, startRun } from './runs.ts';

const PEERS = `${import.meta.dirname}/../peers`;

/** That are at work on a queue, each in a process of its own. */
export const WORKERS = 2;

/** The peers come from the registry by exact version, held to their own lock, and never into this project. */
export const PEER = [
  Deno.execPath(),
  'run',
  '--quiet',
  '--no-config',
  '--node-modules-dir=none',
  `--lock=${PEERS}/deno.lock`,
  '--frozen',
  '-A',
];

export interface Queue {
  readonly name: string;
  /** Starts one worker, when `BurnDownOptions` are added. */
  readonly command: readonly string[];
  /** Jobs that its workers take and do together, where they are to be told. */
  readonly batch?: number | undefined;
  /** Puts all jobs in, which is not measured. */
  load(database: pg.Client, partNumbers: readonly string[], options: BurnDownOptions): Promise<void>;
  /** Counts, as `left`, the jobs that are not done. */
  readonly left: string;
  /** Counts, as `results`, what was written of those that are. */
  readonly results: string;
}

/** Our queue, with the lines spread over so many runs of as many organizations. */
export function ours(runs: number): Queue {
  return {
    name: runs === 1 ? 'ours, one run' : `ours, ${runs} runs`,
    command: [Deno.execPath(), 'run', '-A', `${import.meta.dirname}/ours.ts`],
    async load(database, partNumbers) {
      // as many as there are: none is missing
      await database.query('update bomstream.settings set max_runners = $1', [WORKERS]);
      const lines = partNumbers.length / runs;
      for (let from = 0; from < partNumbers.length; from += lines) {
        await startRun(database, await newBom(database, partNumbers.slice(from, from + lines)));
      }
    },
    left: `select count(*)::integer as left from bomstream.bom_lines where status = 'pending'`,
    results:
      'select count(*)::integer as results from bomstream.bom_lines join bomstream.components c on c.id = component_id',
  };
}

/** The same, and nothing is kept of what each run found of a line. */
export function oursWithoutHistory(runs: number): Queue {
  const queue = ours(runs);
  return {
    ...queue,
    name: `${queue.name}, no history`,
    async load(database, ...rest) {
      await database.query(commitWithoutHistory());
      await queue.load(database, ...rest);
    },
  };
}

/** A batch of ours has a hundred lines at most. */
export const PG_BOSS = pgBoss(100);
/** The fastest that was found: smaller and larger batches are slower, and so is a second worker in each process. */
export const PG_BOSS_AT_BEST = pgBoss(500);
export const GRAPHILE_WORKER = peer(
  'graphile-worker',
  'graphile-worker',
  'select count(*)::integer as left from graphile_worker.jobs',
);

function pgBoss(batch: number): Queue {
  return peer(
    `pg-boss, ${batch} a batch`,
    'pg-boss',
    `select count(*)::integer as left from pgboss.job where name = 'lines' and state < 'completed'`,
    batch,
  );
}

function peer(name: string, program: string, left: string, batch?: number): Queue {
  const command = [...PEER, `${PEERS}/${program}.ts`];
  return {
    name,
    command,
    left,
    batch,
    results: 'select count(*)::integer as results from public.bench_results',
    async load(database, _partNumbers, options) {
      await database.query(
        'create table public.bench_results (job integer primary key, result jsonb not null)',
      );
      const [deno = '', ...args] = command;
      const { success, stderr } = await new Deno.Command(deno, {
        args: [...args, JSON.stringify({ ...options, do: 'load' })],
        stdout: 'null',
      }).output();
      if (!success) throw new Error(`${name}: ${new TextDecoder().decode(stderr)}`);
    },
  };
}
