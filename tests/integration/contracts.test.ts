/**
 * The contracts that the memory fakes are held to, on the real adapters: Postgres behind the data API, and Redis over
 * HTTP. SUPABASE_URL, SUPABASE_SECRET_KEY and DATABASE_URL name a real project instead of the local stack,
 * UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN a real Upstash database.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import type { Database } from '../../shared/database/port.ts';
import type { StoredEvent } from '../../shared/progress/port.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { createTableProgress } from '../../shared/progress/table.ts';
import { createRunQueue } from '../../shared/runner/queue.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { progressContract, progressReaderContract } from '../unit/progress/contract.ts';
import { runOf } from '../unit/support/events.ts';
import { queueContract } from '../unit/runner/queue-contract.ts';

const { SUPABASE_URL, SUPABASE_SECRET_KEY, DATABASE_URL } = process.env;

let stack: TestStack;
let database: Database;
let admin: pg.Client;
let organizationId: string;
let userId: string;

beforeAll(async () => {
  // Without cron nobody calls a runner, so no run but the test's own is claimed.
  stack = await startTestStack({ cron: false });
  database = createSupabaseDatabase({
    url: SUPABASE_URL ?? stack.apiUrl,
    secretKey: SUPABASE_SECRET_KEY ?? stack.keys.secretKeys.default,
  });
  admin = new pg.Client({ connectionString: DATABASE_URL ?? stack.adminUrl });
  await admin.connect();
  userId = await insert(
    `insert into auth.users (id, email) values (gen_random_uuid(), gen_random_uuid() || '@example.com') returning id`,
  );
  organizationId = await insert(
    `insert into bomstream.organizations (name) values ('Contract') returning id`,
  );
  await admin.query(`insert into bomstream.organization_members values ($1, $2, 'editor')`, [
    organizationId,
    userId,
  ]);
});
afterAll(async () => {
  await admin.query('delete from bomstream.organizations where id = $1', [organizationId]);
  await admin.query('delete from auth.users where id = $1', [userId]);
  await admin.end();
  await stack.stop();
});

async function insert(sql: string, values: unknown[] = []): Promise<string> {
  return (await admin.query(sql, values)).rows[0].id;
}

const newBom = () =>
  insert(
    `insert into bomstream.boms (organization_id, name, line_count) values ($1, 'Contract', 1) returning id`,
    [organizationId],
  );

/** As the database's own functions leave them: the events, and the newest of them once more. */
async function writeEvents(bomId: string, events: readonly StoredEvent[]): Promise<void> {
  for (const { id: { run, seq }, type, status, json } of events) {
    await admin.query(
      'insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event) values ($1, $2, $3, $4, $5, $6)',
      [bomId, run, seq, organizationId, type, json],
    );
    await admin.query(
      `insert into bomstream.enrichment_progress (bom_id, organization_id, run, seq, status, event) values ($1, $2, $3, $4, $5, $6)
       on conflict (bom_id) do update set run = $3, seq = $4, status = $5, event = $6`,
      [bomId, organizationId, run, seq, status, json],
    );
  }
}

progressReaderContract('progress in Postgres', async () => ({
  reader: createTableProgress(database),
  append: writeEvents,
  bomIds: [await newBom(), await newBom(), await newBom()],
}));

describe('a cursor that leads nowhere', () => {
  const newsAfter = async (bomId: string, run: number, seq: number) =>
    (await createTableProgress(database).read([{ bomId, after: run > 0 ? { run, seq } : null }])).get(bomId);

  it('is ahead when it is above everything committed, be that nothing', async () => {
    const [bomId, neverRun] = [await newBom(), await newBom()];
    await writeEvents(bomId, runOf({ bomId, length: 3 }));
    expect(await newsAfter(bomId, 1, 4)).toBe('ahead');
    expect(await newsAfter(bomId, 2, 1)).toBe('ahead');
    expect(await newsAfter(neverRun, 1, 1)).toBe('ahead');
    expect(await newsAfter(neverRun, 0, 0)).toBeUndefined();
  });

  it('is gone with its BOM', async () => {
    const bomId = await newBom();
    await writeEvents(bomId, runOf({ bomId, length: 3 }));
    await admin.query('delete from bomstream.boms where id = $1', [bomId]);
    expect([await newsAfter(bomId, 1, 2), await newsAfter(bomId, 0, 0)]).toEqual(['gone', 'gone']);
  });
});

progressContract('progress in Redis, over HTTP', () => {
  const { url, token } = stack.redis;
  const store = createRedisProgress({ url, token, prefix: `contract-${crypto.randomUUID()}:` });
  return Promise.resolve({
    reader: store,
    writer: store,
    append: (bomId, events) => store.append(bomId, events, 60),
    bomIds: ['bom-a', 'bom-b', 'bom-c'],
  });
});

queueContract('the queue in Postgres', async ({ lines, batchSize }) => {
  await admin.query('delete from bomstream.boms where organization_id = $1', [organizationId]);
  const bomId = await newBom();
  await admin.query(
    `insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status)
     select $1, $2, n, 'P' || n, 'P' || n, 'pending' from generate_series(1, $3) n`,
    [bomId, organizationId, lines],
  );
  await admin.query(`select public.bomstream_start($1, $2, $3, null, 5, 'pending')`, [
    userId,
    bomId,
    organizationId,
  ]);
  const runId = await insert(
    'update bomstream.enrichment_runs set batch_size = $2 where bom_id = $1 returning id',
    [bomId, batchSize],
  );
  const { rows } = await admin.query(
    'select id from bomstream.bom_lines where bom_id = $1 order by line_number',
    [bomId],
  );
  return { queue: createRunQueue(database, ['mouser']), bomId, runId, lineIds: rows.map(({ id }) => id) };
});
