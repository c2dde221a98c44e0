import { Redis } from '@upstash/redis';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventIds, openStream } from '../support/stream.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { resistor } from '../support/resistors.ts';

let stack: TestStack;
let tenant: Tenant;
let redis: Redis;
let admin: pg.Client;
beforeAll(async () => {
  stack = await startTestStack({ batchPauseMs: 150 });
  tenant = await newTenant(stack);
  redis = new Redis({ ...stack.redis, enableTelemetry: false, automaticDeserialization: false });
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
  // Recovery as it is, at a pace that a test can wait for.
  await admin.query('update bomstream.settings set lease_seconds = 2');
  await admin.query(`update cron.job set schedule = '1 seconds'`);
});
afterAll(async () => {
  await admin.end();
  await stack.stop();
});

/** Known, unknown and missing part numbers, some of them twice. */
const MIXED = Array.from(
  { length: 120 },
  (_, i) => i % 10 === 3 ? `NOBODY-${i}` : resistor(i % 90),
);
const WAIT = { timeout: 75_000, interval: 200 };

const lines = async (bomId: string): Promise<Json[]> =>
  (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;
const bom = async (bomId: string): Promise<Json> => (await tenant.call('GET', `boms/${bomId}`)).body;
const stream = (bomId: string) =>
  openStream(`${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`);
const outcome = ({ line_number, status, result }: Json) => ({
  line_number,
  status,
  source: result.source,
  component: result.component,
});

async function expectSoundRun(bomId: string): Promise<void> {
  const { rows } = await admin.query(
    'select seq, event_type, event from bomstream.enrichment_events where bom_id = $1 order by run, seq',
    [bomId],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
  const ends = rows.filter(({ event_type }) => /completed|failed|cancelled/.test(event_type));
  expect(ends).toEqual([rows.at(-1)]);
  const settled = rows.flatMap(({ event }) => event.payload.batch?.items ?? []).map(({ line_number }) =>
    line_number
  );
  expect(settled.sort((a: number, b: number) => a - b)).toEqual(MIXED.map((_, i) => i + 1));
}

describe('a runner', () => {
  it('that is killed in the middle of a run leaves the same result as one that is not', async () => {
    const [calm, killed] = [await tenant.importBom(MIXED), await tenant.importBom(MIXED)];
    await tenant.start(calm);
    await expect.poll(async () => (await bom(calm)).status, WAIT).toBe('completed');

    await tenant.start(killed);
    for (let kills = 0; kills < 3; kills++) {
      const watching = await stream(killed);
      await watching.until(({ data }) => data.payload?.batch?.batch_number > kills * 2);
      watching.close();
      await stack.kill('enrichment-runner');
    }
    await expect.poll(async () => (await bom(killed)).status, WAIT).toBe('completed');
    expect((await lines(killed)).map(outcome)).toEqual((await lines(calm)).map(outcome));
    await expectSoundRun(calm);
    await expectSoundRun(killed);
  });

  it("links lines to their organization's own components, and no other organization's lines", async () => {
    await admin.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'NWI-BRACKET-1', 'Our Workshop', 'NWI-BRACKET-1', $2, 90)`,
      [tenant.organizationId, { description: { value: 'Our bracket', source: 'own', confidence: 1 } }],
    );
    const other = await newTenant(stack);
    for (const [who, found] of [[tenant, 'enriched'], [other, 'not_found']] as const) {
      const bomId = await who.importBom(['nwi\u2011bracket-1', 'NWI-BRACKET1']);
      await who.start(bomId);
      const status = async () => (await who.call('GET', `boms/${bomId}`)).body.status;
      await expect.poll(status, WAIT).toBe('completed');
      const { body } = await who.call('GET', `boms/${bomId}/lines`);
      expect(body.lines.map((line: Json) => line.status)).toEqual([found, 'not_found']);
      expect(body.lines[0].result.source).toBe(found === 'enriched' ? 'own' : undefined);
    }
  });

  it('that is never called by the start is called by cron', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL']);
    const { rows: [{ last }] } = await admin.query(
      'select coalesce(max(id), 0) as last from bomstream.invocations',
    );
    await stack.kill('enrichment-runner');
    await admin.query(
      `select public.bomstream_start((select created_by from bomstream.boms where id = $1), $1, $2, null, 5, 'pending')`,
      [bomId, tenant.organizationId],
    );
    await expect.poll(async () => (await bom(bomId)).status, WAIT).toBe('completed');
    // What it was answered is not looked at: one that has to boot may take longer than pg_net waits.
    const { rows } = await admin.query('select distinct reason from bomstream.invocations where id > $1', [
      last,
    ]);
    expect(rows).toContainEqual({ reason: 'tick' });
    // a tick, a boot and the next tick, on a machine that has other work
  }, 3 * WAIT.timeout);

  it('works beside others on a large run: Redis ends up with every id, whoever published it', async () => {
    const workers = async () =>
      (await admin.query('select count(*)::integer as n from bomstream.workers')).rows[0].n;
    const before = await workers();
    const bomId = await tenant.importBom(
      Array.from({ length: 1_000 }, (_, i) => resistor(i % 800)),
    );
    await tenant.start(bomId);
    const frames = await (await stream(bomId)).end();
    expect(await workers() - before).toBeGreaterThan(1);
    const last = Number(eventIds(frames).at(-1)!.split('-')[1]);
    await expect.poll(() => idsInRedis(bomId), WAIT).toEqual(
      Array.from({ length: last }, (_, i) => `1-${i + 1}`),
    );
    const noted = 'select published_seq from bomstream.enrichment_runs where bom_id = $1';
    await expect.poll(async () => (await admin.query(noted, [bomId])).rows, WAIT).toEqual([{
      published_seq: last,
    }]);
  });

  it('that could not reach Redis finishes all the same, and what it could not publish is published later', async () => {
    const bomId = await tenant.importBom(MIXED.slice(0, 40));
    await stack.failRedis('refuse');
    await tenant.start(bomId);
    await expect.poll(async () => (await bom(bomId)).status, WAIT).toBe('completed');
    expect(
      (await admin.query('select published_seq from bomstream.enrichment_runs where bom_id = $1', [bomId]))
        .rows[0].published_seq,
    ).toBe(0);
    await stack.failRedis('none');
    const { latest_run } = await bom(bomId);
    const last = Number(latest_run.event_id.split('-')[1]);
    await expect.poll(() => idsInRedis(bomId), WAIT).toEqual(
      Array.from({ length: last }, (_, i) => `1-${i + 1}`),
    );
  });

  async function idsInRedis(bomId: string): Promise<string[]> {
    const entries = await redis.xrange(
      `${stack.keys.redisPrefix}enrichment:progress:${bomId}`,
      '-',
      '+',
    ) as unknown as [string][];
    return entries.map(([id]) => id);
  }
});

describe('an idle database', () => {
  it('makes no call: the tick finds nothing to do', async () => {
    await expect.poll(
      async () =>
        (await admin.query(
          `select count(*)::integer as n from bomstream.enrichment_runs where published_seq < last_seq or status in ('queued', 'enriching')`,
        )).rows[0].n,
      WAIT,
    ).toBe(0);
    const invocations = async () =>
      (await admin.query('select count(*)::integer as n from bomstream.invocations')).rows[0].n;
    const before = await invocations();
    const { rows: [{ answer }] } = await admin.query('select public.bomstream_tick() as answer');
    expect(answer).toEqual({ invoked: 0, started: 0 });
    expect(await invocations()).toBe(before);
  });
});
