import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventEnvelope } from '../../shared/domain/event.ts';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];

// Claims serve whichever run waits longest; other tests' runs must not be in the way.
beforeEach(async () => void await database.query(`delete from bomstream.boms`));

/** Makes the leases of all claimed lines run out now. */
const expireLeases = () =>
  database.query(
    `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where worker_id is not null`,
  );

/** Everything that is claimable now, however many claims that takes. */
async function claimAll(runs: Runs, worker: string): Promise<Json[]> {
  const all: Json[] = [];
  for (;;) {
    const { run, lines } = await runs.claim(worker);
    if (!run) return all;
    all.push(...lines);
  }
}

describe('a run', () => {
  it('is claimed in batches, committed, and ends with the last line', async () => {
    const runs = await newRuns(database, parts(25));
    await runs.start();
    for (;;) {
      const { run, lines } = await runs.claim(a);
      if (!run) break;
      expect(lines.length).toBeLessThanOrEqual(10);
      await runs.commit(a, results(lines, 'enriched'));
    }
    expect(await runs.run()).toMatchObject({
      status: 'completed',
      enriched_items: 25,
      pending_items: 0,
      current_batch: 3,
    });
    const events = await runs.events();
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'enrichment.started',
      'enrichment.progress',
      'enrichment.progress',
      'enrichment.progress',
      'enrichment.progress',
      'enrichment.completed',
    ]);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { event } of events) {
      const { state } = EventEnvelope.parse(event);
      expect(
        state.enriched_items + state.not_found_items + state.failed_items + state.skipped_items +
          state.pending_items,
      ).toBe(state.total_items);
    }
  });

  it('is failed when every line that was tried failed, and completed when one did not', async () => {
    const failing = await newRuns(database, parts(2));
    await failing.start();
    await failing.commit(a, results((await failing.claim(a)).lines, 'failed'));
    expect(await failing.run()).toMatchObject({ status: 'failed' });
    expect((await failing.events()).at(-1)).toMatchObject({ event_type: 'enrichment.failed' });

    const mixed = await newRuns(database, parts(2));
    await mixed.start();
    const { lines } = await mixed.claim(a);
    await mixed.commit(a, [...results(lines.slice(0, 1), 'failed'), ...results(lines.slice(1))]);
    expect(await mixed.run()).toMatchObject({ status: 'completed', failed_items: 1, not_found_items: 1 });
  });

  it('counts skipped lines in mode all and leaves them out otherwise', async () => {
    const runs = await newRuns(database, ['P1', null, 'P2']);
    expect((await runs.start({ mode: 'pending' })).run.total_items).toBe(2);
    await runs.control('cancel');
    expect((await runs.start({ mode: 'all' })).run.total_items).toBe(3);
    expect(await runs.run()).toMatchObject({ skipped_items: 1, pending_items: 2 });
  });

  it('can follow another, which keeps its results until the line is settled again', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.commit(a, results((await runs.claim(a)).lines, 'enriched'));
    await runs.start({ mode: 'all' });
    expect((await runs.lines())[0]).toMatchObject({
      status: 'pending',
      result_status: 'enriched',
      result_run: 1,
    });
    await runs.commit(a, results((await runs.claim(a)).lines));
    expect((await runs.lines())[0]).toMatchObject({
      status: 'not_found',
      result_status: 'not_found',
      result_run: 2,
      component_id: null,
    });
  });

  it('is refused while another is active, and when its mode takes no line', async () => {
    const runs = await newRuns(database, ['P1']);
    await expect(runs.start({ mode: 'failed' })).rejects.toMatchObject({
      code: 'PT422',
      message: 'nothing_to_do',
    });
    await runs.start();
    const active = { code: 'PT409', message: 'run_active' };
    await expect(runs.start()).rejects.toMatchObject(active);
    await runs.claim(a);
    await expect(runs.start()).rejects.toMatchObject(active);
    await runs.control('pause');
    await expect(runs.start()).rejects.toMatchObject(active);
  });
});

describe('a lease', () => {
  it('keeps a line from other workers until it runs out, and raises the fence when it is taken over', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const first = (await runs.claim(a)).lines;
    expect((await runs.claim(b)).run).toBeNull();
    await expireLeases();
    const second = await claimAll(runs, b);
    expect(second.map(({ fence }) => fence)).toEqual(first.map(({ fence }: Json) => fence + 1));
  });

  it('that ran out lets a late worker change nothing', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const late = (await runs.claim(a)).lines;
    await expireLeases();
    const owner = await claimAll(runs, b);
    expect(await runs.commit(a, results(late, 'failed'))).toMatchObject({ accepted: 0, refused: 3 });
    expect(await runs.commit(b, results(owner))).toMatchObject({
      accepted: 3,
      refused: 0,
      run_status: 'completed',
    });
    expect(await runs.commit(a, results(late, 'failed'))).toMatchObject({
      accepted: 0,
      run_status: 'completed',
    });
    expect((await runs.lines()).map(({ status }) => status)).toEqual(['not_found', 'not_found', 'not_found']);
  });

  it('is prolonged by a heartbeat, for the lines it names, up to a limit that no heartbeat moves', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    const extend = (line_ids: string[]) =>
      database.call('bomstream_extend', { p_worker_id: a, p_run_id: run.run_id, p_line_ids: line_ids });
    const leases = async () =>
      (await database.query(
        `select extract(epoch from visible_at - clock_timestamp())::float as left from bomstream.bom_lines
         where bom_id = $1 order by line_number`,
        [runs.bomId],
      )).map(({ left }) => left);
    await database.query(
      `update bomstream.bom_lines set visible_at = clock_timestamp() + interval '2 seconds' where bom_id = $1`,
      [
        runs.bomId,
      ],
    );
    expect(await extend(lines.slice(0, 2).map(({ line_id }: Json) => line_id))).toEqual({
      held: 2,
      run_status: 'enriching',
    });
    const [first, second, third] = await leases() as [number, number, number];
    expect(Math.min(first, second)).toBeGreaterThan(20);
    expect(third).toBeLessThan(3);

    await database.query(
      `update bomstream.bom_lines set claimed_at = clock_timestamp() - interval '119 seconds' where bom_id = $1`,
      [
        runs.bomId,
      ],
    );
    await extend([lines[0].line_id]);
    expect((await leases())[0]).toBeLessThan(3);
    await expireLeases();
    expect(await extend(lines.map(({ line_id }: Json) => line_id))).toMatchObject({ held: 0 });
    await runs.control('cancel');
    expect(await extend([lines[0].line_id])).toEqual({ held: 0, run_status: 'cancelled' });
  });

  it('held again by the same worker lets its own earlier claim change nothing', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const early = (await runs.claim(a)).lines;
    await expireLeases();
    await runs.claim(a);
    expect(await runs.commit(a, results(early, 'failed'))).toMatchObject({ accepted: 0, refused: 1 });
  });

  it('given back is claimable at once, with the attempt refunded', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.claim(a);
    expect(await runs.release(a)).toEqual({ released: 1 });
    expect((await runs.claim(b)).lines).toMatchObject([{ attempts: 1, fence: 4 }]);
  });

  it('given back by a worker that failed keeps its attempt: what makes workers fail is not tried for ever', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await runs.claim(a)).lines).toMatchObject([{
        attempts: attempt,
        is_last_attempt: attempt === 5,
      }]);
      await database.call('bomstream_release', { p_worker_id: a, p_reason: 'failed' });
    }
    await runs.claim(a);
    expect(await runs.run()).toMatchObject({ status: 'failed', failed_items: 1 });
  });

  it('lost again and again fails its line, and the run still ends', async () => {
    const runs = await newRuns(database, ['P1', 'P2']);
    await runs.start();
    await runs.commit(a, results((await runs.claim(a)).lines.slice(0, 1)));
    for (let attempt = 1; attempt < 5; attempt++) {
      await expireLeases();
      await runs.claim(a);
    }
    await expireLeases();
    const { lines } = await runs.claim(a);
    expect(lines).toEqual([]);
    expect(await runs.run()).toMatchObject({ status: 'completed', failed_items: 1, not_found_items: 1 });
    expect((await runs.lines())[1]).toMatchObject({ status: 'failed', remarks: [{ code: 'worker_lost' }] });
  });

  it('lost again and again shows nothing of what an earlier run found of its line', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const [line] = (await runs.claim(a)).lines;
    const candidate = {
      step: 'similar',
      confidence: 0.5,
      mpn: 'P2',
      manufacturer: 'M',
      orderable_key: 'P2',
      fields: {},
      reason: 'Looks alike.',
    };
    await runs.commit(a, [{
      line_id: line.line_id,
      fence: line.fence,
      status: 'not_found',
      step: 'similar',
      candidates: [candidate],
      contradictions: [{ check: 'value', severity: 'error', sentence: 'Says 4k7.' }],
    }]);
    expect((await runs.lines())[0]).toMatchObject({ match_step: 'similar', candidate_count: 1 });

    await runs.start({ mode: 'all' });
    for (let attempt = 0; attempt < 5; attempt++) {
      await runs.claim(a);
      await expireLeases();
    }
    await runs.claim(a);
    expect((await runs.lines())[0]).toMatchObject({
      result_run: 2,
      result_status: 'failed',
      match_step: null,
      candidate_count: 0,
      contradictions: [],
    });
    expect(await database.query('select from bomstream.line_candidates where line_id = $1', [line.line_id]))
      .toEqual([]);
  });
});

describe('a commit', () => {
  it('sent twice changes nothing the second time', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const sent = results((await runs.claim(a)).lines, 'enriched');
    await runs.commit(a, sent);
    const before = [await runs.run(), await runs.lines(), await runs.events()];
    expect(await runs.commit(a, sent)).toMatchObject({ accepted: 0, refused: 2 });
    expect([await runs.run(), await runs.lines(), await runs.events()]).toEqual(before);
  });

  it('that asks for a retry keeps the line pending, and sent twice does not put it off again', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const [{ line_id, fence }] = (await runs.claim(a)).lines;
    const retry = [{ line_id, fence, status: 'retry', retry_after_ms: 60_000 }];
    expect(await runs.commit(a, retry)).toMatchObject({ accepted: 1, run_status: 'enriching' });
    expect((await runs.claim(a)).run).toBeNull();
    expect(await runs.commit(a, retry)).toMatchObject({ accepted: 0, refused: 1 });
    expect(await runs.events()).toHaveLength(2);
  });

  it('shares one component among equal parts and among tenants, and writes it once', async () => {
    const [one, two] = [await newRuns(database, ['P1', 'P1']), await newRuns(database, ['P1'])];
    for (const runs of [one, two]) {
      await runs.start();
      await runs.commit(a, results((await runs.claim(a)).lines, 'enriched'));
    }
    const components = await database.query(`select id from bomstream.components where orderable_key = 'P1'`);
    expect(components).toHaveLength(1);
    const used = [...await one.lines(), ...await two.lines()].map(({ component_id }) => component_id);
    expect(new Set(used)).toEqual(new Set([components[0].id]));
  });

  it('of a large batch leaves the items out of an event that would be too large', async () => {
    const runs = await newRuns(
      database,
      parts(2_000, 'A-PART-NUMBER-THAT-IS-ABOUT-AS-LONG-AS-ONE-CAN-BE-'.repeat(2)),
    );
    await runs.start();
    const { lines } = await runs.claim(a);
    expect(lines).toHaveLength(100);
    await runs.commit(a, results(lines).map((result) => ({ ...result, source: 'x'.repeat(200) })));
    const { event } = (await runs.events()).at(-1);
    expect(event.payload.batch).toMatchObject({ completed: 100, items_omitted: true });
    expect(event.payload.batch).not.toHaveProperty('items');
    expect(JSON.stringify(event).length).toBeLessThan(32_768);
  });
});

describe('control', () => {
  it('pauses between batches: what is in flight still commits and says paused', async () => {
    const runs = await newRuns(database, parts(15));
    await runs.start();
    const { lines } = await runs.claim(a);
    expect((await runs.control('pause')).run.status).toBe('paused');
    expect((await runs.claim(b)).run).toBeNull();
    expect(await runs.commit(a, results(lines))).toMatchObject({ accepted: 10, run_status: 'paused' });
    expect((await runs.events()).at(-1).event.state).toMatchObject({ status: 'paused', pending_items: 5 });
    expect((await runs.control('resume')).run.status).toBe('enriching');
    await runs.commit(b, results((await runs.claim(b)).lines));
    expect(await runs.run()).toMatchObject({ status: 'completed' });
  });

  it('lets a batch in flight complete a paused run', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.control('pause');
    expect(await runs.commit(a, results(lines))).toMatchObject({ run_status: 'completed' });
  });

  it('sends a run that was paused before its first claim back to the queue', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.control('pause');
    expect((await runs.control('resume')).run.status).toBe('queued');
  });

  it('does nothing when the run already is as asked, and writes no event', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.control('pause');
    await runs.control('pause');
    expect((await runs.events()).map(({ event_type }) => event_type)).toEqual([
      'enrichment.started',
      'enrichment.paused',
    ]);
  });

  it('cancels for good: nothing commits afterwards, and the lines can be run again', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(a);
    expect((await runs.control('cancel')).run.status).toBe('cancelled');
    expect(await runs.commit(a, results(lines))).toMatchObject({ accepted: 0, run_status: 'cancelled' });
    expect((await runs.events()).at(-1)).toMatchObject({ event_type: 'enrichment.cancelled' });
    await expect(runs.control('resume')).rejects.toMatchObject({ code: 'PT409', message: 'no_active_run' });
    expect((await runs.start()).run).toMatchObject({ run: 2, total_items: 2 });
  });
});

describe('what is to be published', () => {
  it('is everything Redis has not been given, over all runs, oldest first, until it is noted', async () => {
    const runs = await newRuns(database, ['P1']);
    const ids = ({ publish }: { publish: { events: { event_id: string }[] } }) =>
      publish.events.map(({ event_id }) => event_id);
    expect(ids(await runs.start())).toEqual(['1-1']);
    const claim = await runs.claim(a);
    expect(ids(claim)).toEqual(['1-1', '1-2']);
    await database.call('bomstream_published', { p_published: { bom_id: runs.bomId, event_id: '1-1' } });
    expect(ids(await runs.commit(a, results(claim.lines)))).toEqual(['1-2', '1-3', '1-4']);
    expect(ids(await runs.start({ mode: 'all' }))).toEqual(['1-2', '1-3', '1-4', '2-1']);
    await database.call('bomstream_published', { p_published: { bom_id: runs.bomId, event_id: '2-1' } });
    const published = await database.query(
      'select last_seq, published_seq from bomstream.enrichment_runs where bom_id = $1 order by run',
      [runs.bomId],
    );
    expect(published).toEqual([{ last_seq: 4, published_seq: 4 }, { last_seq: 1, published_seq: 1 }]);
  });

  it('is kept long while a run is active and short after it', async () => {
    const runs = await newRuns(database, ['P1']);
    expect((await runs.start()).publish.expire_seconds).toBe(24 * 3600);
    const { lines } = await runs.claim(a);
    expect((await runs.commit(a, results(lines))).publish.expire_seconds).toBe(3600);
  });

  it('is handed to others only after the writer had its chance, and then ever more rarely', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const hand = () => database.call('bomstream_unpublished', {});
    const makeDue = () =>
      database.query(`update bomstream.enrichment_runs set publish_due_at = clock_timestamp()`);
    expect(await hand()).toEqual([]);
    const waits: number[] = [];
    for (let failures = 0; failures < 4; failures++) {
      await makeDue();
      expect(await hand()).toMatchObject([{ bom_id: runs.bomId, events: [{ event_id: '1-1' }] }]);
      expect(await hand()).toEqual([]);
      const [{ wait }] = await database.query(
        'select extract(epoch from publish_due_at - clock_timestamp())::float as wait from bomstream.enrichment_runs',
      );
      waits.push(wait);
    }
    // 10, 20, 40, 80 seconds, each a quarter more or less
    waits.forEach((wait, i) => expect(Math.abs(wait / (10 * 2 ** i) - 1)).toBeLessThan(0.3));
  });
});

describe('a run that takes too long', () => {
  it('is failed by the tick after 24 hours of enriching time, not counting pauses', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    await database.query(
      `update bomstream.enrichment_runs set enriching_since = clock_timestamp() - interval '23 hours 59 minutes' where bom_id = $1`,
      [runs.bomId],
    );
    await database.call('bomstream_tick', {});
    expect(await runs.run()).toMatchObject({ status: 'enriching' });
    await database.query(`update bomstream.enrichment_runs set enriching_seconds = 120 where bom_id = $1`, [
      runs.bomId,
    ]);
    await database.call('bomstream_tick', {});
    expect(await runs.run()).toMatchObject({ status: 'failed' });
    expect((await runs.events()).at(-1).event.payload.reason).toMatch(/24 hours/);
  });
});
