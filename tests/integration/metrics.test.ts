/** The lines of figures that isolates log, on a real stack: their shape, and that what happens shows in them. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { openStream } from '../support/stream.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

const count = z.int().nonnegative();
const breaker = z.enum(['open', 'closed']);
const counts = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>;
const Common = {
  at: z.iso.datetime(),
  event: z.literal('metrics'),
  isolate: z.guid(),
  up_seconds: count,
  ...counts('redis_commands', 'redis_failures', 'database_calls', 'database_failures'),
};
/** Names that dashboards and alarms go by: none is renamed. */
const StreamLine = z.strictObject({
  component: z.literal('enrichment-stream'),
  ...Common,
  ...counts('streams', 'streams_opened', 'refusals', 'resets', 'rotations', 'slow_clients', 'rights_lost'),
  ...counts('topics', 'polls', 'table_polls', 'fallbacks', 'gaps', 'deliveries', 'conflations'),
  store: z.enum(['redis', 'table']),
  redis_breaker: breaker,
  table_breaker: breaker,
});
const RunnerLine = z.strictObject({
  component: z.literal('enrichment-runner'),
  ...Common,
  ...counts('workers', 'batches', 'lines', 'lines_refused', 'events_published', 'publishes_failed'),
  ...counts('supplier_calls', 'supplier_failures', 'supplier_waits'),
});
type StreamLine = z.infer<typeof StreamLine>;
type RunnerLine = z.infer<typeof RunnerLine>;

const WAIT = { timeout: 75_000 };

let stack: TestStack;
let standIn: StandIn;
let tenant: Tenant;
let admin: pg.Client;
const log: string[] = [];
let part = 0;
beforeAll(async () => {
  standIn = await startStandIn();
  stack = await startTestStack({
    settings: standIn.settings,
    cron: false,
    onLog: (line) => void log.push(line),
  });
  tenant = await newTenant(stack);
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await stack.stop();
  await standIn.close();
});

/** The newest line of a function, which says all since its isolate began. */
function newest<Line>(name: string, schema: z.ZodType<Line>): Line | null {
  const line = log.findLast((text) => text.startsWith(`${name}: {`) && text.includes('"event":"metrics"'));
  return line === undefined ? null : schema.parse(JSON.parse(line.slice(name.length + 2)));
}
const streamLine = () => newest('enrichment-stream', StreamLine);
const runnerLine = () => newest('enrichment-runner', RunnerLine);

/** A run of a part that nobody was asked about before; its status once nothing more happens to it. */
async function run(): Promise<string> {
  part += 1;
  const bomId = await tenant.importBom([`METRICS-${part}`]);
  await tenant.start(bomId);
  return bomId;
}

const statusOf = async (bomId: string) =>
  (await tenant.call('GET', `enrichment/${bomId}/status`)).body.state?.status;

/** How much figures grew by what is done, once they did. */
async function growth<Line extends object>(
  line: () => Line | null,
  figures: readonly (keyof Line)[],
  act: () => Promise<unknown>,
): Promise<Partial<Record<keyof Line, number>>> {
  const before = line();
  const of = (figure: keyof Line) => Number(line()?.[figure] ?? 0) - Number(before?.[figure] ?? 0);
  await act();
  await expect.poll(() => figures.every((figure) => of(figure) > 0), WAIT).toBe(true);
  return Object.fromEntries(figures.map((figure) => [figure, of(figure)])) as Partial<
    Record<keyof Line, number>
  >;
}

describe('the figures of runners', () => {
  it('count what a run takes: batches, lines, events, suppliers, Redis and the database', async () => {
    const before = await stack.redisCommands();
    const grown = await growth<RunnerLine>(
      runnerLine,
      ['batches', 'lines', 'events_published', 'supplier_calls', 'redis_commands', 'database_calls'],
      async () => {
        const bomId = await run();
        await expect.poll(() => statusOf(bomId), WAIT).toBe('completed');
      },
    );
    expect(grown).toMatchObject({ batches: 1, lines: 1, supplier_calls: 1 });
    const after = await stack.redisCommands();
    const billed = Object.keys(after).reduce((sum, name) => sum + after[name]! - (before[name] ?? 0), 0);
    // The start publishes the first event itself.
    expect(grown.redis_commands).toBeLessThanOrEqual(billed);
  });

  it('count what Redis does not take', async () => {
    await stack.failRedis('read_only');
    try {
      await growth<RunnerLine>(runnerLine, ['publishes_failed', 'redis_failures'], run);
    } finally {
      await stack.failRedis('none');
    }
  });

  it('count suppliers that fail, and that may not be asked', async () => {
    await standIn.fail({ kind: 'unavailable' });
    await growth<RunnerLine>(runnerLine, ['supplier_failures'], run);
    await standIn.reset();
    await admin.query(`update bomstream.supplier_limits set used_today = calls_per_day`);
    await growth<RunnerLine>(runnerLine, ['supplier_waits'], run);
    await admin.query(
      `update bomstream.supplier_limits set used_today = 0, failures = 0, last_failure = null, blocked_until = null`,
    );
  });

  it('count a database that fails', async () => {
    await growth<RunnerLine>(runnerLine, ['database_failures'], async () => {
      await admin.query('alter function public.bomstream_claim rename to claim_away');
      await run();
      await expect.poll(() => runnerLine()?.database_failures ?? 0, WAIT).toBeGreaterThan(0);
      await admin.query('alter function public.claim_away rename to bomstream_claim');
    });
  });

  it('say how many are at work, which are none when the last has gone', () => {
    expect(runnerLine()).toMatchObject({ workers: 0 });
  });
});

describe('the figures of streams', () => {
  const follow = (bomId: string, query = '', headers: Record<string, string> = {}) =>
    openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}${query}`,
      headers,
    );

  it('count streams, what they were sent, and what was read for them', async () => {
    // What a run told before somebody followed it is neither polled nor delivered.
    await standIn.fail({ kind: 'slow', ms: 5_000 });
    const grown = await growth<StreamLine>(
      streamLine,
      ['streams_opened', 'deliveries', 'polls', 'redis_commands', 'database_calls'],
      async () => {
        const stream = await follow(await run());
        await standIn.reset();
        await stream.end();
      },
    );
    expect(grown.streams_opened).toBe(1);
    expect(streamLine()).toMatchObject({ streams: 0, store: 'redis', redis_breaker: 'closed' });
  });

  it('count cursors that lead nowhere, and whom is refused', async () => {
    const bomId = await run();
    await expect.poll(() => statusOf(bomId), WAIT).toBe('completed');
    await growth<StreamLine>(streamLine, ['resets', 'refusals'], async () => {
      const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=wrong`;
      expect((await fetch(url)).status).toBe(401);
      await (await follow(bomId, '&last_event_id=9-9')).end();
    });
  });

  it('count the turn to the table, and say how the stores are', async () => {
    await stack.failRedis('refuse');
    try {
      await growth<StreamLine>(
        streamLine,
        ['fallbacks', 'table_polls', 'redis_failures'],
        async () => await (await follow(await run())).end(),
      );
      expect(streamLine()).toMatchObject({ store: 'table', redis_breaker: 'open', table_breaker: 'closed' });
    } finally {
      await stack.failRedis('none');
    }
  });
});

it('no figure is a token, a key or a word of a BOM', () => {
  const lines = log.filter((line) => line.includes('"event":"metrics"'));
  expect(lines.length).toBeGreaterThan(6);
  for (const line of lines) {
    const { component, ...rest } = JSON.parse(line.slice(line.indexOf('{')));
    (component === 'enrichment-stream' ? StreamLine : RunnerLine).parse({ component, ...rest });
    for (const [name, value] of Object.entries(rest)) {
      if (typeof value === 'number' || ['at', 'event', 'isolate'].includes(name)) continue;
      expect(['redis', 'table', 'open', 'closed']).toContain(value);
    }
  }
});
