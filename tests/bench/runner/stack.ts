/** The local stack under a bench, its processes, and its runners called by hand. */
import { dirname } from 'node:path';
import pg from 'pg';
import { startTestStack, type TestStack, type TestStackOptions } from '../../support/stack.ts';
import { cpuMs, cpuMsOfFamily, parentOf } from '../cpu.ts';

export const RUNNER = 'enrichment-runner';
/** No isolate is retired while it is measured. */
const LONG_SECONDS = 3_600;

export interface BenchStack {
  readonly stack: TestStack;
  /** A connection with every right. */
  readonly admin: pg.Client;
  readonly postgresPid: number;
  /** Calls so many runners, each in the process whose turn it is. */
  callRunners(count: number): Promise<void>;
  /** CPU time used so far, in milliseconds. */
  cpu(): Promise<Cpu>;
}

export interface Cpu {
  readonly postgres: number;
  /** The process of the local stack itself: the API's stand-in, which hosted is PostgREST, and Redis. */
  readonly gateway: number;
  /** All runner processes together. */
  readonly runners: number;
}

/** @throws Error when the database is not the embedded one, whose processes can be measured */
export async function withStack<T>(
  options: TestStackOptions,
  work: (bench: BenchStack) => Promise<T>,
): Promise<T> {
  const stack = await startTestStack({ wallClockSeconds: LONG_SECONDS, fsync: true, ...options });
  const admin = new pg.Client({ connectionString: stack.adminUrl });
  try {
    await admin.connect();
    return await work(await benchOf(stack, admin));
  } finally {
    await admin.end();
    await stack.stop();
  }
}

async function benchOf(stack: TestStack, admin: pg.Client): Promise<BenchStack> {
  if (!stack.databaseLog) throw new Error('bench runner needs the embedded database: unset DATABASE_URL.');
  const pidFile = `${dirname(stack.databaseLog)}/data/postmaster.pid`;
  const postgresPid = Number((await Deno.readTextFile(pidFile)).split('\n')[0]);
  const callRunner = async () => {
    const { status, body } = await fetch(`${stack.apiUrl}/functions/v1/${RUNNER}`, {
      method: 'POST',
      headers: { 'x-runner-key': stack.keys.runnerKey },
    });
    await body?.cancel();
    if (status !== 202) throw new Error(`the runner answered ${status}`);
  };
  return {
    stack,
    admin,
    postgresPid,
    async callRunners(count) {
      for (let i = 0; i < count; i++) await callRunner();
    },
    async cpu() {
      const runners = await stack.pids(RUNNER);
      return {
        postgres: cpuMsOfFamily(postgresPid),
        gateway: cpuMs(parentOf(runners[0]!)),
        runners: runners.reduce((sum, pid) => sum + cpuMs(pid), 0),
      };
    },
  };
}

/** What was used between two readings, for a thousand lines. */
export function cpuPer1000(before: Cpu, after: Cpu, lines: number): Cpu {
  return share(before, after, lines / 1_000);
}

/** How many cores each kept busy between two readings. */
export function usedCores(before: Cpu, after: Cpu, seconds: number): Cpu {
  return share(before, after, seconds * 1_000);
}

function share(before: Cpu, after: Cpu, parts: number): Cpu {
  return {
    postgres: (after.postgres - before.postgres) / parts,
    gateway: (after.gateway - before.gateway) / parts,
    runners: (after.runners - before.runners) / parts,
  };
}

/** The database's clock, in milliseconds. */
export async function databaseNow(admin: pg.Client): Promise<number> {
  const { rows: [row] } = await admin.query('select extract(epoch from clock_timestamp()) * 1000 as now');
  return Number(row.now);
}
