// pg-boss, set up for throughput as its documentation says: a batch is followed by the next at once while they are full.
import { PgBoss } from 'npm:pg-boss@12.38.0';
import { begin, INSERT_RESULTS, readJobs, readOptions, report } from './burn-down.ts';

const QUEUE = 'lines';
/** The least there is; a full batch is followed by the next at once. */
const POLL_SECONDS = 0.5;
const LOADED_AT_ONCE = 1_000;

const options = readOptions();
const jobs = readJobs(options);
const boss = new PgBoss({ connectionString: options.databaseUrl, supervise: false, schedule: false });
boss.on('error', (error: unknown) => console.error(error));
await boss.start();

if (options.do === 'load') {
  await boss.createQueue(QUEUE);
  for (let from = 0; from < jobs.length; from += LOADED_AT_ONCE) {
    await boss.insert(
      QUEUE,
      jobs.slice(from, from + LOADED_AT_ONCE).map(({ mpn }, i) => ({ data: { job: from + i, mpn } })),
    );
  }
  await boss.stop();
  Deno.exit(0);
}

await begin();
const db = boss.getDb();
await boss.work<{ job: number }>(
  QUEUE,
  {
    batchSize: options.batch!,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLL_SECONDS,
  },
  async (batch: { data: { job: number } }[]) => {
    if (options.writesResults) {
      const rows = batch.map(({ data: { job } }) => ({ job, result: jobs[job]!.result }));
      await db.executeSql(INSERT_RESULTS, [JSON.stringify(rows)]);
    }
    report(batch.length);
  },
);
