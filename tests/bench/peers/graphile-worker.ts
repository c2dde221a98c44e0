// graphile-worker, set up for throughput as its documentation says: a local queue, completion in batches.
import { Logger, makeWorkerUtils, run } from 'npm:graphile-worker@0.18.0';
import { begin, INSERT_RESULTS, readJobs, readOptions, report } from './burn-down.ts';

const TASK = 'line';
/** More than its documentation shows (24): what is handed out at the same time is written by one insert. */
const CONCURRENT_JOBS = 500;
const LOCAL_QUEUE = 1_000;
const CONNECTIONS = 25;
const LOADED_AT_ONCE = 1_000;

const options = readOptions();
const jobs = readJobs(options);

if (options.do === 'load') {
  const utils = await makeWorkerUtils({ connectionString: options.databaseUrl });
  await utils.migrate();
  for (let from = 0; from < jobs.length; from += LOADED_AT_ONCE) {
    await utils.addJobs(
      jobs.slice(from, from + LOADED_AT_ONCE).map(({ mpn }, i) => ({
        identifier: TASK,
        payload: { job: from + i, mpn },
      })),
    );
  }
  await utils.release();
  Deno.exit(0);
}

type Query = (text: string, values: unknown[]) => Promise<unknown>;
interface Row {
  readonly job: number;
  readonly result: unknown;
}
let rows: Row[] = [];
let written: Promise<void> | null = null;

/** Jobs come one by one; whatever is handed out at the same time is written together. */
function write(row: Row, query: Query): Promise<void> {
  rows.push(row);
  written ??= new Promise((resolve) => setTimeout(resolve)).then(async () => {
    const taken = rows;
    [rows, written] = [[], null];
    await query(INSERT_RESULTS, [JSON.stringify(taken)]);
  });
  return written;
}

await begin();
await run({
  preset: {
    worker: {
      logger: new Logger(() => (level, message) => {
        if (level === 'error') console.error(message);
      }),
      connectionString: options.databaseUrl,
      concurrentJobs: CONCURRENT_JOBS,
      maxPoolSize: CONNECTIONS,
      localQueue: { size: LOCAL_QUEUE },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    },
  },
  taskList: {
    [TASK]: async (payload: unknown, helpers: { query: Query }) => {
      const { job } = payload as { job: number };
      if (options.writesResults) await write({ job, result: jobs[job]!.result }, helpers.query);
      report(1);
    },
  },
});
