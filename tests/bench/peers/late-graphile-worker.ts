// graphile-worker: what a worker that ends after its lock was given up does to the job another one is at.
import { makeWorkerUtils, run, type Runner } from 'npm:graphile-worker@0.18.0';

const connectionString = Deno.args[0]!;
const TASK = 'late';
/** How often a worker looks for locks that are too old; its default of ten minutes is all that is changed. */
const LOOK_MS = 50;
/** The late worker says that it is done within milliseconds. */
const GIVE_UP_MS = 5_000;

type Query = <Row>(text: string, values?: unknown[]) => Promise<{ rows: Row[] }>;
const utils = await makeWorkerUtils({ connectionString });
await utils.migrate();
const query: Query = (text, values) => utils.withPgClient((client) => client.query(text, values) as never);

interface Attempt {
  readonly begun: Promise<void>;
  readonly finish: (error?: Error) => void;
}

/** A worker in a pool of its own whose attempt ends when it is told to. */
async function startWorker(): Promise<Attempt & { readonly runner: Runner }> {
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const runner = await run({
    preset: {
      worker: {
        connectionString,
        concurrentJobs: 1,
        pollInterval: LOOK_MS,
        minResetLockedInterval: LOOK_MS,
        maxResetLockedInterval: LOOK_MS,
      },
    },
    noHandleSignals: true,
    taskList: {
      [TASK]: () => {
        begun.resolve();
        return end.promise;
      },
    },
  });
  const finish = (error?: Error) => error ? end.reject(error) : end.resolve();
  return { runner, begun: begun.promise, finish };
}

await utils.addJob(TASK, {});
const late = await startWorker();
await late.begun;
// Time alone is made up: the lock is older than the four hours that graphile-worker waits.
await query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '5 hours'`);
const owner = await startWorker();
await owner.begun;
late.finish();
await until(async () => await jobs() === 0);
const goneWhileOwnerWorked = await jobs() === 0;
owner.finish(new Error('the owner fails and is to be tried again'));
await owner.runner.stop();
console.log(JSON.stringify({ goneWhileOwnerWorked, leftAfterOwnerFailed: await jobs() }));
Deno.exit(0);

async function jobs(): Promise<number> {
  const { rows: [row] } = await query<{ jobs: number }>(
    'select count(*)::integer as jobs from graphile_worker.jobs',
  );
  return row!.jobs;
}

/** Gives up after a while: then it has not happened. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + GIVE_UP_MS; !await holds() && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
