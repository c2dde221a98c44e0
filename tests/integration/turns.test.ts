/** Whose turn it is: organizations alternate, and none with a run that has not ended is ever forgotten. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];
const turns = () => database.query('select organization_id from bomstream.turns');
const advance = async (worker: string, { run, lines }: Json): Promise<Json> => {
  const reply = await database.call('bomstream_advance', {
    p_worker_id: worker,
    p_run_id: run.run_id,
    p_results: results(lines),
  });
  return { run, lines: reply.lines };
};

beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.turns');
});

describe('organizations', () => {
  it('alternates between organizations, however many runs one of them has', async () => {
    const tenant = await database.tenant();
    const many = await Promise.all([1, 2, 3].map(() => newRuns(database, parts(20), tenant)));
    for (const runs of many) await runs.start();
    const lone = await newRuns(database, parts(20));
    await lone.start();
    const served: string[] = [];
    for (let i = 0; i < 4; i++) served.push((await lone.claim(a)).run.bom_id);
    expect(served.filter((bomId) => bomId === lone.bomId)).toHaveLength(2);
    expect(new Set(served).size).toBe(3);
  });
});

describe('priorities', () => {
  it('decide among the runs of one organization, and give it nothing of the turns of another', async () => {
    const loud = await database.tenant();
    const large = [await newRuns(database, parts(100), loud), await newRuns(database, parts(100), loud)];
    for (const runs of large) await runs.start({ priority: 9 });
    const small = await newRuns(database, parts(20));
    await small.start({ priority: 1 });
    const served: string[] = [];
    for (let batch = 0; batch < 4; batch++) {
      const { run, lines } = await small.claim(a);
      served.push(run.bom_id);
      await database.call('bomstream_commit', {
        p_worker_id: a,
        p_run_id: run.run_id,
        p_results: results(lines),
      });
    }
    // two batches of ten, each at the latest after one of the other organization
    expect(served.filter((bomId) => bomId === small.bomId)).toHaveLength(2);
    expect((await small.run()).status).toBe('completed');
  });

  it('of one organization are no reason to leave the run of another that is waited for no longer', async () => {
    const [calm, loud] = [await newRuns(database, parts(40)), await newRuns(database, parts(40))];
    await calm.start({ priority: 1 });
    const first = await calm.claim(a);
    await loud.start({ priority: 9 });
    expect((await calm.claim(b)).run.bom_id).toBe(loud.bomId);
    expect((await advance(a, first)).lines).toHaveLength(10);
  });
});

describe('a worker that has handed in', () => {
  it('goes on with its run while others have workers of their own', async () => {
    const [one, two] = [await newRuns(database, parts(40)), await newRuns(database, parts(40))];
    await one.start();
    let first = await one.claim(a);
    await two.start();
    let second = await two.claim(b);
    expect(second.run.bom_id).toBe(two.bomId);
    for (let batch = 0; batch < 2; batch++) {
      first = await advance(a, first);
      second = await advance(b, second);
      expect([first.lines.length, second.lines.length]).toEqual([10, 10]);
    }
  });

  it.each<[string, (runs: Runs) => Promise<unknown>]>([
    ['is paused', (runs) => runs.control('pause')],
    [
      'waits',
      (runs) =>
        database.query(
          `update bomstream.bom_lines set visible_at = now() + interval '1 hour' where bom_id = $1`,
          [runs.bomId],
        ),
    ],
    ['is settled but for what waits', async (runs) => {
      const { lines: [done, { line_id, fence }] } = await runs.claim(b);
      await runs.commit(b, [...results([done]), {
        line_id,
        fence,
        status: 'retry',
        retry_after_ms: 3_600_000,
      }]);
      await runs.release(b);
      // the lease that it was settled under is over
      await database.query(
        `update bomstream.bom_lines set visible_at = now() - interval '1 second' where id = $1`,
        [done.line_id],
      );
    }],
  ])('goes on with its run while that of another organization %s', async (_what, change) => {
    const [idle, large] = [await newRuns(database, parts(2)), await newRuns(database, parts(40))];
    await idle.start();
    await change(idle);
    await large.start();
    const first = await large.claim(a);
    expect(first.run.bom_id).toBe(large.bomId);
    expect((await advance(a, first)).lines).toHaveLength(10);
  });

  it('leaves it for an organization that has not been served since', async () => {
    const [large, small] = [await newRuns(database, parts(40)), await newRuns(database, parts(20))];
    await large.start();
    const [first, second] = [await large.claim(a), await large.claim(b)];
    await small.start();
    expect((await advance(a, first)).lines).toEqual([]);
    const change = await large.claim(a);
    expect(change.run.bom_id).toBe(small.bomId);
    // one of them is enough for both organizations to be served
    expect((await advance(b, second)).lines).toHaveLength(10);
    expect((await advance(a, change)).lines).toHaveLength(10);
  });

  it.each<[string, (runs: Runs) => Promise<unknown>]>([
    ['has stopped', (runs) => runs.release(b)],
    [
      'has not been heard of',
      () =>
        database.query(
          `update bomstream.workers set live_until = now() - interval '1 second' where id = $1`,
          [
            b,
          ],
        ),
    ],
  ])('leaves it for an organization whose only worker %s', async (_what, lose) => {
    const [waiting, large] = [await newRuns(database, parts(40)), await newRuns(database, parts(40))];
    await waiting.start();
    await waiting.claim(b);
    await large.start();
    const first = await large.claim(a);
    expect(first.run.bom_id).toBe(large.bomId);
    await lose(waiting);
    expect((await advance(a, first)).lines).toEqual([]);
    expect((await large.claim(a)).run.bom_id).toBe(waiting.bomId);
  });

  it('leaves it for a higher priority of the same organization, whoever is at that already', async () => {
    const tenant = await database.tenant();
    const [large, urgent] = [
      await newRuns(database, parts(40), tenant),
      await newRuns(database, parts(40), tenant),
    ];
    await large.start();
    const first = await large.claim(a);
    await urgent.start({ priority: 9 });
    expect((await large.claim(b)).run.bom_id).toBe(urgent.bomId);
    expect((await advance(a, first)).lines).toEqual([]);
  });
});

describe('the turns of organizations', () => {
  it('are kept while a run has not ended, paused ones included', async () => {
    const tenant = await database.tenant();
    const [one, other] = [
      await newRuns(database, parts(1), tenant),
      await newRuns(database, parts(1), tenant),
    ];
    await one.start({ priority: 3 });
    await other.start({ priority: 7 });
    await one.control('pause');
    await other.control('cancel');
    expect(await turns()).toEqual([{ organization_id: tenant.organizationId }]);
    await one.control('cancel');
    expect(await turns()).toEqual([]);
  });

  it('come no sooner for starting another run', async () => {
    const tenant = await database.tenant();
    const [calm, busy] = [await newRuns(database, parts(40)), await newRuns(database, parts(40), tenant)];
    for (const runs of [calm, busy]) {
      await runs.start();
      expect((await runs.claim(a)).run.bom_id).toBe(runs.bomId);
    }
    await (await newRuns(database, parts(40), tenant)).start();
    expect((await calm.claim(a)).run.bom_id).toBe(calm.bomId);
  });

  it('are kept by a start at the moment at which the last run before it ends', async () => {
    const tenant = await database.tenant();
    const [last, next] = [await newRuns(database, ['P1'], tenant), await newRuns(database, ['P2'], tenant)];
    await last.start();
    const starting = await database.session();
    await starting.query('begin');
    await next.start({}, starting);
    const ending = last.control('cancel');
    await database.untilWaiting();
    await starting.query('commit');
    await ending;
    expect((await next.claim(a)).run.bom_id).toBe(next.bomId);
  });

  it('are made anew by a start that waited for the end of the last run before it', async () => {
    const tenant = await database.tenant();
    const [last, next] = [await newRuns(database, ['P1'], tenant), await newRuns(database, ['P2'], tenant)];
    await last.start();
    const ending = await database.session();
    await ending.query('begin');
    await last.control('cancel', ending);
    const starting = next.start();
    await database.untilWaiting();
    await ending.query('commit');
    await starting;
    expect((await next.claim(a)).run.bom_id).toBe(next.bomId);
  });

  it('end with the deletion of the last run that had not ended', async () => {
    const tenant = await database.tenant();
    const [one, other] = [
      await newRuns(database, parts(1), tenant),
      await newRuns(database, parts(1), tenant),
    ];
    await one.start();
    await other.start();
    await database.query('delete from bomstream.boms where id = $1', [one.bomId]);
    expect(await turns()).toHaveLength(1);
    await database.query('delete from bomstream.organizations where id = $1', [tenant.organizationId]);
    expect(await turns()).toEqual([]);
  });
});
