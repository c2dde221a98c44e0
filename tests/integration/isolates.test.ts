import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventIds, openStream } from '../support/stream.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const ISOLATES = 3;

let stack: TestStack;
let tenant: Tenant;
beforeAll(async () => {
  stack = await startTestStack({ isolatesPerFunction: ISOLATES });
  tenant = await newTenant(stack);
});
afterAll(() => stack.stop());

describe('several isolates of every function, which share nothing but Postgres and Redis', () => {
  it('run one BOM together, and every client of each sees the whole run', async () => {
    for (const name of ['enrichment-runner', 'enrichment-stream']) {
      expect(new Set(await stack.pids(name)).size).toBe(ISOLATES);
    }
    const bomId = await tenant.importBom(
      Array.from({ length: 1_000 }, (_, i) => `RC0603FR-07${100 + i % 800}RL`),
    );
    const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
    const streams = await Promise.all(Array.from({ length: 2 * ISOLATES }, () => openStream(url)));
    await Promise.all(streams.map((stream) => stream.until(({ event }) => event === 'connected')));
    await tenant.start(bomId);
    const [first = [], ...others] = await Promise.all(
      streams.map(async (stream) => eventIds(await stream.end())),
    );
    expect(first).toEqual(first.map((_, i) => `1-${i + 1}`));
    for (const seen of others) expect(seen).toEqual(first);
    const { body } = await tenant.call('GET', `boms/${bomId}`);
    expect(body.latest_run.state).toMatchObject({
      status: 'completed',
      enriched_items: 1_000,
      pending_items: 0,
    });
  });
});
