import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../support/database.ts';
import { useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
beforeEach(async () => void await database.query(`delete from bomstream.boms`));

const numbers = (lines: readonly Json[]) => lines.map(({ line_number }) => line_number);

describe('two sessions at once', () => {
  it('claim different lines of one run, and neither waits', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    await runs.commit(randomUUID(), []);
    const [one, two] = [await database.session(), await database.session()];
    await runs.claim(randomUUID()).then(({ lines }) => expect(lines).toHaveLength(10));
    await database.query(`update bomstream.bom_lines set visible_at = '-infinity', worker_id = null`);

    await one.query('begin');
    const first = await runs.claim(randomUUID(), one);
    // The first claim is not committed yet: a session that waited for it would wait for ever here.
    const second = await runs.claim(randomUUID(), two);
    await one.query('commit');
    expect(numbers(first.lines)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(numbers(second.lines)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('claim while a commit is on its way, and do not wait for it', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [worker, other] = [randomUUID(), randomUUID()];
    const { lines } = await runs.claim(worker);
    const committing = await database.session();
    await committing.query('begin');
    await runs.commit(worker, results(lines, 'enriched'), committing);
    expect((await runs.claim(other)).lines).toHaveLength(10);
    await committing.query('commit');
  });

  it('give events numbers in the order of their commits, without holes', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [one, two] = [await database.session(), await database.session()];
    const [a, b] = [randomUUID(), randomUUID()];
    const [first, second] = [await runs.claim(a), await runs.claim(b)];
    await one.query('begin');
    await runs.commit(a, results(first.lines), one);
    const later = runs.commit(b, results(second.lines), two);
    await one.query('commit');
    expect(await later).toMatchObject({ run_status: 'completed' });
    expect((await runs.events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('start one BOM: the second waits, and is then refused', async () => {
    const runs = await newRuns(database, ['P1']);
    const outcomes = await Promise.allSettled([runs.start(), runs.start(), runs.start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'PT409' });
    }
  });

  it('cancel and commit: whichever is first, the run ends once and the counts are right', async () => {
    for (let round = 0; round < 10; round++) {
      const runs = await newRuns(database, parts(5));
      await runs.start();
      const worker = randomUUID();
      const { lines } = await runs.claim(worker);
      const session = await database.session();
      await Promise.allSettled([runs.control('cancel'), runs.commit(worker, results(lines), session)]);
      const events = await runs.events();
      const ends = events.filter(({ event_type }) => /completed|failed|cancelled/.test(event_type));
      expect(ends).toHaveLength(1);
      expect(ends[0]).toBe(events.at(-1));
      expect(['completed', 'cancelled']).toContain((await runs.run()).status);
    }
  });

  it('release lines whose commit is on its way: the commit keeps them', async () => {
    const runs = await newRuns(database, parts(5));
    await runs.start();
    const worker = randomUUID();
    const { lines } = await runs.claim(worker);
    const committing = await database.session();
    await committing.query('begin');
    // Locks of the commit's own: bom, worker, run, lines. The release below must pass them by or wait for the worker alone.
    await committing.query('select 1 from bomstream.bom_lines where worker_id = $1 for no key update', [
      worker,
    ]);
    expect(await runs.release(worker)).toEqual({ released: 0 });
    await committing.query('commit');
    expect(await runs.commit(worker, results(lines))).toMatchObject({ accepted: 5 });
  });

  it('tick at once: one does the work, the other leaves it', async () => {
    const [one, two] = [await database.session(), await database.session()];
    await one.query('begin');
    expect(await database.call('bomstream_tick', {}, one)).toEqual({ invoked: 0, started: 0 });
    expect(await database.call('bomstream_tick', {}, two)).toEqual({ busy: true });
    await one.query('commit');
  });
});

describe('many workers on many runs with the same parts', () => {
  it('settle every line once, without a deadlock, whatever they do to each other', async () => {
    const boms: Runs[] = [];
    for (let i = 0; i < 4; i++) boms.push(await newRuns(database, parts(60)));
    await Promise.all(boms.map((runs) => runs.start()));
    await database.query(`update bomstream.settings set lease_seconds = 1, max_attempts = 20`);

    await Promise.all(Array.from({ length: 6 }, () => worker()));
    for (const runs of boms) {
      expect(await runs.run()).toMatchObject({ status: 'completed', enriched_items: 60, pending_items: 0 });
      const events = await runs.events();
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
      const items = events.flatMap(({ event }) => event.payload.batch?.items ?? []);
      expect(numbers(items).sort((x, y) => x - y)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    }

    async function worker(): Promise<void> {
      const [client, id] = [await database.session(), randomUUID()];
      for (;;) {
        const { run, lines } = await database.call('bomstream_claim', { p_worker_id: id }, client);
        if (!run) {
          const [{ open }] = await database.query(
            `select count(*)::integer as open from bomstream.bom_lines where status = 'pending'`,
          );
          if (open === 0) return;
          continue; // leases of workers that were cut short below run out after a second
        }
        // Shuffled, as answers of suppliers would come in.
        const answers = results(lines, 'enriched').sort(() => Math.random() - 0.5);
        const dice = Math.random();
        if (dice < 0.1) continue; // dies with the batch
        if (dice < 0.2) {
          await database.call('bomstream_release', { p_worker_id: id, p_reason: 'test' }, client);
          continue;
        }
        const commit = { p_worker_id: id, p_run_id: run.run_id, p_results: answers };
        await database.call('bomstream_commit', commit, client);
        if (dice > 0.9) await database.call('bomstream_commit', commit, client);
      }
    }
  });
});
