/**
 * One of our workers in a process of its own: the product's own loop and queue over a plain SQL connection. Parts are
 * looked up in what was decoded before, and nothing is sent to Redis.
 */
import pg from 'pg';
import type { Log } from '../../../shared/log.ts';
import { createPublisher } from '../../../shared/progress/publisher.ts';
import { pause } from '../../../shared/runner/pause.ts';
import type { LineResult } from '../../../shared/enrich/port.ts';
import { createRunQueue } from '../../../shared/runner/queue.ts';
import { work } from '../../../shared/runner/work.ts';
import { begin, readJobs, readOptions, report } from '../peers/burn-down.ts';
import { overSql } from './databases.ts';

const options = readOptions();
const results = new Map(readJobs(options).map(({ mpn, result }) => [mpn, result as object]));
const client = new pg.Client({ connectionString: options.databaseUrl });
await client.connect();

const database = overSql(client);
const log: Log = (name, fields) => console.error(name, fields);

await begin();
const summary = await work(crypto.randomUUID(), {
  queue: createRunQueue(database, null),
  enrich(lines) {
    report(lines.length);
    return Promise.resolve(
      lines.map(({ line_id, fence, mpn }) => ({ ...results.get(mpn!), line_id, fence } as LineResult)),
    );
  },
  publish: createPublisher({
    // where Redis would be
    writer: {
      append: (_bomId, events) => Promise.resolve(events.at(-1)!.id),
      drop: () => Promise.resolve(),
    },
    database,
    log,
    now: () => performance.now(),
  }),
  log,
  pause,
  every: (ms, beat) => {
    const timer = setInterval(beat, ms);
    return () => clearInterval(timer);
  },
  batchPauseMs: 0,
  now: () => performance.now(),
  timeLeftMs: () => Infinity,
  signal: new AbortController().signal,
});
if (summary.reason !== 'idle') throw new Error(`a worker ended: ${summary.reason}`);
