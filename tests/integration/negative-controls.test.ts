/**
 * Takes one guard away at a time and sees the harm it prevents. A control that finds no harm means that the test
 * of the guard, elsewhere in this folder, would not notice its loss either.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';
import { functionSource, withoutGuard } from '../support/schema-files.ts';

const database = useDatabase();
beforeEach(async () => void await database.query('delete from bomstream.boms'));

/** Runs `work` in a transaction in which the function lacks a guard, and undoes everything. */
async function without(
  functionName: string,
  guard: string,
  replacement: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const weakened = withoutGuard(functionSource(functionName), guard, replacement);
  const client = await database.session();
  await client.query('begin');
  try {
    await client.query(weakened);
    await work(client);
  } finally {
    await client.query('rollback');
  }
}

const expireLeases =
  `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where worker_id is not null`;

describe('without', () => {
  it('the fence, a worker settles a line by a claim it no longer holds', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await without('commit_results', 'and x.fence = l.fence', '', async (client) => {
      const worker = randomUUID();
      const early = (await runs.claim(worker, client)).lines;
      await client.query(expireLeases);
      await runs.claim(worker, client);
      expect(await runs.commit(worker, results(early, 'failed'), client)).toMatchObject({ accepted: 1 });
    });
  });

  it('the worker check, a retry that is sent twice is put off twice', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await without('commit_results', 'and l.worker_id = p_worker_id', '', async (client) => {
      const worker = randomUUID();
      const [{ line_id, fence }]: Json[] = (await runs.claim(worker, client)).lines;
      const retry = [{ line_id, fence, status: 'retry', retry_after_ms: 1_000 }];
      for (let sent = 0; sent < 2; sent++) {
        expect(await runs.commit(worker, retry, client)).toMatchObject({ accepted: 1 });
      }
    });
  });

  it('the end of leases, nothing but the ended run itself stands against a late commit', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const worker = randomUUID();
    const { lines } = await runs.claim(worker);
    await without('end_run', 'set fence = l.fence + 1, visible_at', 'set visible_at', async (client) => {
      const [{ id }] =
        (await client.query('select id from bomstream.enrichment_runs where bom_id = $1', [runs.bomId])).rows;
      await client.query(`select bomstream.end_run($1, 'cancelled')`, [id]);
      const left = await client.query('select fence from bomstream.bom_lines where bom_id = $1', [
        runs.bomId,
      ]);
      expect(left.rows).toEqual([{ fence: lines[0].fence }]);
    });
  });

  it('the limit on attempts, a line that kills its workers keeps its run open', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await without(
      'has_spent_lines',
      'and l.attempts >= (select s.max_attempts from bomstream.settings s));',
      'and false);',
      async (client) => {
        for (let attempt = 0; attempt < 8; attempt++) {
          expect((await runs.claim(randomUUID(), client)).lines).toHaveLength(1);
          await client.query(expireLeases);
        }
      },
    );
  });

  it('the limit of a lease, a line hangs for as long as its worker beats', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await without(
      'bomstream_extend',
      'least(clock_timestamp() + v_lease, l.claimed_at + v_hold)',
      'clock_timestamp() + v_lease',
      async (client) => {
        const worker = randomUUID();
        const { run, lines } = await runs.claim(worker, client);
        await client.query(`update bomstream.bom_lines set claimed_at = now() - interval '1 day'`);
        const extend = { p_worker_id: worker, p_run_id: run.run_id, p_line_ids: [lines[0].line_id] };
        for (let beat = 0; beat < 3; beat++) {
          expect(await database.call('bomstream_extend', extend, client)).toMatchObject({ held: 1 });
        }
      },
    );
  });

  it('the order among runs, a worker goes on with a large run while a small one of another tenant waits', async () => {
    const [large, small] = [await newRuns(database, parts(50)), await newRuns(database, ['P1'])];
    await large.start();
    const worker = randomUUID();
    const { run, lines } = await large.claim(worker);
    await small.start();
    const advance = { p_worker_id: worker, p_run_id: run.run_id, p_results: results(lines) };
    expect((await database.call('bomstream_advance', advance)).lines).toEqual([]);
    await without(
      'bomstream_advance',
      'bomstream.may_go_on(p_run_id, (select w.claimed_at from bomstream.workers w where w.id = p_worker_id)) then',
      'true then',
      async (client) => {
        expect((await database.call('bomstream_advance', advance, client)).lines).not.toEqual([]);
      },
    );
  });

  it('the question for the role, anybody reads any BOM', async () => {
    const runs = await newRuns(database, ['P1']);
    const stranger = await database.tenant();
    const guard =
      "perform bomstream.require_role(p_user_id, v_bom.organization_id, p_role, 'bom_not_found', 'There is no BOM with this id among yours. Check the id, and that you are signed in to the right account.', p_bom_id);";
    await without('require_bom', guard, '', async (client) => {
      const read = { p_user_id: stranger.userId, p_bom_id: runs.bomId };
      expect(await database.call('bomstream_bom_read', read, client)).toMatchObject({ bom_id: runs.bomId });
    });
  });

  it('earlier runs in a publication, their last events would never reach Redis', async () => {
    const runs = await newRuns(database, ['P1']);
    const worker = randomUUID();
    await runs.start();
    await runs.commit(worker, results((await runs.claim(worker)).lines));
    await runs.start({ mode: 'all' });
    const newestOnly =
      'where r.run = (select max(n.run) from bomstream.enrichment_runs n where n.bom_id = p_bom_id) and r.bom_id = p_bom_id and';
    await without('unpublished_events', 'where r.bom_id = p_bom_id and', newestOnly, async (client) => {
      const { rows: [{ ids }] } = await client.query(
        `select jsonb_path_query_array(bomstream.unpublished_events($1)::jsonb, '$.events[*].event_id') as ids`,
        [runs.bomId],
      );
      expect(ids).toEqual(['2-1']);
    });
  });

  it('the lock before the question who is left, the end of one run takes the turn of the next', async () => {
    const tenant = await database.tenant();
    const [last, next] = [await newRuns(database, ['P1'], tenant), await newRuns(database, ['P2'], tenant)];
    await last.start();
    const lock = 'perform from bomstream.turns t where t.organization_id = p_organization_id for update;';
    await without('leave_turns', lock, '', async (client) => {
      const starting = await database.session();
      await starting.query('begin');
      await next.start({}, starting);
      const ending = last.control('cancel', client);
      await database.untilWaiting();
      await starting.query('commit');
      await ending;
      const mine = 'select from bomstream.turns where organization_id = $1';
      expect((await client.query(mine, [tenant.organizationId])).rowCount).toBe(0);
    });
  });
});
