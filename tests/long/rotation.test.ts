import { EventSource } from 'eventsource';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../shared/domain/status.ts';
import { openStream } from '../support/stream.ts';
import { limitRunners } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

/** Isolates that live for seconds: retired at 10 s, streams leave between 15 s and 17.6 s, killed at 20 s. */
const WALL_CLOCK_SECONDS = 20;

let stack: TestStack;
let tenant: Tenant;
beforeAll(async () => {
  stack = await startTestStack({ wallClockSeconds: WALL_CLOCK_SECONDS, batchPauseMs: 1_500 });
  // One runner alone: the run has to outlive isolates.
  await limitRunners(stack, 1);
  tenant = await newTenant(stack);
});
afterAll(() => stack.stop());

describe("when an isolate's time runs out", () => {
  it('a stream says so and closes in order, and a run that outlives isolates reaches its client whole', {
    timeout: 120_000,
  }, async () => {
    const bomId = await tenant.importBom(Array.from({ length: 300 }, (_, i) => `P${i}`));
    const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
    const raw = await openStream(url);
    const seen: string[] = [];
    let connections = 0;
    const source = new EventSource(url);
    const ended = new Promise((resolve) => source.addEventListener('stream_end', resolve));
    source.addEventListener('connected', () => connections++);
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, ({ lastEventId }) => seen.push(lastEventId));
    }
    await raw.until(({ event }) => event === 'connected');

    await tenant.start(bomId);
    const frames = await raw.end();
    expect(frames.at(-1)).toMatchObject({ event: 'reconnect', data: { reason: 'rotation' } });
    expect(raw.retries.at(-1)).toBeGreaterThanOrEqual(1_000);

    await ended;
    source.close();
    expect(connections).toBeGreaterThan(1);
    expect(seen).toEqual(seen.map((_, i) => `1-${i + 1}`));
    expect((await tenant.call('GET', `boms/${bomId}`)).body).toMatchObject({
      status: 'completed',
      latest_run: { state: { not_found_items: 300 } },
    });
  });
});
