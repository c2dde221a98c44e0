import { expect, it } from 'vitest';
import { createMetrics, STREAM_FIGURES } from '../../../shared/metrics.ts';
import { createStreamCounts } from '../../../shared/stream/counts.ts';
import { createManualClock } from '../support/clock.ts';
import { recordLog } from '../support/log.ts';

function start() {
  const clock = createManualClock();
  const log = recordLog();
  const { now, every } = clock;
  const metrics = createMetrics({ of: 'streams', figures: STREAM_FIGURES, log: log.log, now, every });
  const hub = {
    counts: { polls: 7, tablePolls: 2, fallbacks: 1, gaps: 0, topics: 3 },
    store: 'table',
    breakers: { redis_breaker: 'open', table_breaker: 'closed' },
  } as const;
  return { clock, log, counts: createStreamCounts({ hub, metrics }) };
}

const stream = (delivered: number, conflated = 0) => ({ counts: { delivered, conflated } });

it('what streams were sent is counted while they are open and afterwards, with what the hub did', async () => {
  const { clock, log, counts } = start();
  const [one, two] = [stream(3, 1), stream(4)];
  counts.opened(one, false);
  counts.opened(two, true);
  await clock.advance(60_000);
  const hub = { polls: 7, table_polls: 2, fallbacks: 1, gaps: 0, topics: 3 };
  const line = {
    event: 'metrics',
    ...hub,
    ...{ store: 'table', redis_breaker: 'open', table_breaker: 'closed' },
    ...{ streams_opened: 2, resets: 1, deliveries: 7, conflations: 1 },
  };
  expect(log.entries).toMatchObject([{ ...line, streams: 2 }]);
  counts.closed(one, 'client_left');
  counts.closed(two, 'client_left');
  expect(log.entries.slice(1)).toMatchObject([{ ...line, streams: 0 }]);
});

it('a stream counts once, however often its end is told, and only if it began', () => {
  const { log, counts } = start();
  const one = stream(3, 2);
  counts.opened(one, false);
  counts.closed(stream(100), 'rotated');
  expect(log.entries).toEqual([]);
  counts.closed(one, 'rotated');
  counts.closed(one, 'rotated');
  expect(log.entries).toMatchObject([{ streams: 0, deliveries: 3, conflations: 2, rotations: 1 }]);
});

it('the ends that an operator has to know of are told apart', () => {
  const { log, counts } = start();
  for (
    const reason of ['client_left', 'rotated', 'completed', 'restored', 'stalled', 'access_revoked'] as const
  ) {
    const one = stream(1);
    counts.opened(one, false);
    counts.closed(one, reason);
  }
  expect(log.entries.at(-1)).toMatchObject({
    rotations: 1,
    slow_clients: 1,
    rights_lost: 1,
    streams_opened: 6,
  });
});
