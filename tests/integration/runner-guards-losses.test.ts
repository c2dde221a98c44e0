/** What becomes of lines whose worker was lost: soon done with where they are harmless, and isolated where they are not. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
beforeEach(async () => void await database.query('delete from bomstream.boms'));
afterEach(() => database.query('update bomstream.settings set max_attempts = default'));

/** Attempts of a line before it is failed, as the product sets it up. */
const MAX_ATTEMPTS = 5;

/** All workers are lost: their leases run out now, all at one moment. */
const loseWorkers = () =>
  database.query(
    `update bomstream.bom_lines set visible_at = now() - interval '1 second'
     where worker_id is not null and status = 'pending'`,
  );
const numbers = (lines: readonly Json[]): number[] =>
  lines.map(({ line_number }) => line_number).sort((x, y) => x - y);

const LARGEST_BATCH = 100;

/** A run of a few lines with the batches of a large one. */
async function largeBatches(lines: number): Promise<Runs> {
  const runs = await newRuns(database, parts(lines));
  await runs.start();
  await database.query('update bomstream.enrichment_runs set batch_size = $1', [LARGEST_BATCH]);
  return runs;
}

/**
 * Works until nothing is claimable. A batch with a line that `kills` ends its worker, whose lines come back at once.
 * @returns the batches as they were claimed
 */
async function workThrough(runs: Runs, kills: (line: Json) => boolean = () => false): Promise<Json[][]> {
  const batches: Json[][] = [];
  for (;;) {
    const worker = randomUUID();
    const { run, lines } = await runs.claim(worker);
    if (!run) return batches;
    if (lines.length === 0) continue;
    batches.push(lines);
    if (lines.some(kills)) await loseWorkers();
    else await runs.commit(worker, results(lines));
    // or each reply would hand out all events from the first on
    await database.query('update bomstream.enrichment_runs set published_seq = last_seq');
  }
}

describe('after all workers were killed at once', () => {
  it('their lines cost two batches for each batch that was lost, and no more', async () => {
    const runs = await newRuns(database, parts(3_000));
    await runs.start();
    for (let worker = 0; worker < 4; worker++) await runs.claim(randomUUID());
    await loseWorkers();
    const sizes = (await workThrough(runs)).map(({ length }) => length);
    expect(sizes).toEqual([...Array(26).fill(LARGEST_BATCH), ...Array(8).fill(LARGEST_BATCH / 2)]);
    expect(await runs.run()).toMatchObject({ status: 'completed', not_found_items: 3_000, failed_items: 0 });
  });

  it('are taken apart from lines that no worker was lost with', async () => {
    const runs = await newRuns(database, parts(30));
    await runs.start();
    await runs.claim(randomUUID());
    await loseWorkers();
    const batches = await workThrough(runs);
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 5, 5]);
    expect(numbers(batches.slice(2).flat())).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('are as others are again once a worker has answered for them', async () => {
    const runs = await newRuns(database, parts(10));
    await runs.start();
    await runs.claim(randomUUID());
    await loseWorkers();
    for (const size of [5, 5]) {
      const worker = randomUUID();
      const { lines } = await runs.claim(worker);
      expect(lines).toHaveLength(size);
      // long enough for both halves to be taken before either can be claimed again
      const wait = { status: 'retry', retry_after_ms: 60_000, uses_attempt: false };
      await runs.commit(worker, lines.map(({ line_id, fence }: Json) => ({ line_id, fence, ...wait })));
    }
    await database.query('update bomstream.bom_lines set visible_at = clock_timestamp()');
    expect((await runs.claim(randomUUID())).lines).toHaveLength(10);
  });

  it('take nothing along of a worker that lives, nor what is not due yet', async () => {
    const runs = await newRuns(database, parts(12));
    await runs.start();
    await database.query('update bomstream.enrichment_runs set batch_size = 4');
    const [lost, alive, waiting] = [randomUUID(), randomUUID(), randomUUID()];
    await runs.claim(lost);
    await loseWorkers();
    await runs.claim(alive);
    const { lines } = await runs.claim(waiting);
    const later = { status: 'retry', retry_after_ms: 60_000 };
    await runs.commit(waiting, lines.map(({ line_id, fence }: Json) => ({ line_id, fence, ...later })));
    expect((await workThrough(runs)).map(numbers)).toEqual([[1, 2], [3, 4]]);
    // and nor does a line that is claimed for the first time
    await database.query(
      `update bomstream.bom_lines set visible_at = '-infinity', losses = 0, attempts = 0
       where line_number = (select min(line_number) from bomstream.bom_lines where status = 'pending' and worker_id is null)`,
    );
    expect((await workThrough(runs)).map(({ length }) => length)).toEqual([1]);
  });

  it('never hold up others: a claim whose first lines another one is taking takes those behind them', async () => {
    const runs = await newRuns(database, parts(10));
    await runs.start();
    const worker = randomUUID();
    const { lines } = await runs.claim(worker);
    // five are to be tried again later, which is now; five lost their worker before
    await runs.commit(
      worker,
      lines.slice(5).map(({ line_id, fence }: Json) => ({
        line_id,
        fence,
        status: 'retry',
        retry_after_ms: 0,
      })),
    );
    await loseWorkers();
    const session = await database.session();
    await session.query('begin');
    try {
      expect(numbers((await runs.claim(randomUUID(), session)).lines)).toEqual([1, 2, 3, 4, 5]);
      expect(numbers((await runs.claim(randomUUID())).lines)).toEqual([6, 7, 8, 9, 10]);
    } finally {
      await session.query('commit');
    }
  });
});

describe('a line that kills its workers', () => {
  it('takes ever fewer along, none on its last attempt, and is the only one that fails', async () => {
    const runs = await largeBatches(120);
    const killer = 7;
    const kills = ({ line_number }: Json) => line_number === killer;
    const batches = await workThrough(runs, kills);
    const withIt = batches.filter((lines) => lines.some(kills)).map(({ length }) => length);
    expect(withIt).toEqual([100, 50, 12, 3, 1]);
    expect(await runs.run()).toMatchObject({ status: 'completed', failed_items: 1, not_found_items: 119 });
    const failed = (await runs.lines()).filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([{ line_number: killer, attempts: 5, remarks: [{ code: 'worker_lost' }] }]);
  });

  it.each([2, 3])('is alone on its last attempt also where an operator allows %d', async (attempts) => {
    await database.query('update bomstream.settings set max_attempts = $1', [attempts]);
    const runs = await largeBatches(12);
    const batches = await workThrough(runs, ({ line_number }) => line_number === 1);
    expect(batches.filter((lines) => numbers(lines).includes(1)).at(-1)).toHaveLength(1);
    expect(await runs.run()).toMatchObject({ status: 'completed', failed_items: 1 });
  });

  it('takes no line along that has used up its attempts by waiting for a supplier that failed', async () => {
    const runs = await newRuns(database, parts(4));
    await runs.start();
    for (let attempt = 1; attempt < MAX_ATTEMPTS - 1; attempt++) {
      const worker = randomUUID();
      const { lines } = await runs.claim(worker);
      await runs.commit(
        worker,
        lines.map(({ line_id, fence }: Json) => ({ line_id, fence, status: 'retry', retry_after_ms: 0 })),
      );
    }
    const batches = await workThrough(runs, ({ line_number }) => line_number === 2);
    // once together, and then, for it is the last attempt of each, one by one
    expect(batches.map(({ length }) => length)).toEqual([4, 1, 1, 1, 1]);
    expect((await runs.lines()).map(({ status }) => status)).toEqual(
      ['not_found', 'failed', 'not_found', 'not_found'],
    );
  });
});

describe('a line that makes its worker fail', () => {
  it('takes ever fewer along as well, and is the only one that fails', async () => {
    const runs = await newRuns(database, parts(10));
    await runs.start();
    const sizes: number[] = [];
    for (;;) {
      const worker = randomUUID();
      const { run, lines } = await runs.claim(worker);
      if (!run) break;
      if (!numbers(lines).includes(3)) {
        await runs.commit(worker, results(lines));
        continue;
      }
      sizes.push(lines.length);
      await database.call('bomstream_release', { p_worker_id: worker, p_reason: 'failed' });
    }
    expect(sizes).toEqual([10, 5, 1, 1, 1]);
    expect(await runs.run()).toMatchObject({ status: 'completed', failed_items: 1, not_found_items: 9 });
  });

  it('is no more suspect for a worker that gives it back for want of time', async () => {
    const runs = await newRuns(database, parts(10));
    await runs.start();
    for (const reason of ['out_of_time', 'idle', 'database_unavailable']) {
      const worker = randomUUID();
      expect((await runs.claim(worker)).lines).toHaveLength(10);
      await database.call('bomstream_release', { p_worker_id: worker, p_reason: reason });
    }
    expect((await runs.lines()).map(({ attempts, losses }) => attempts + losses)).toEqual(Array(10).fill(0));
  });
});
