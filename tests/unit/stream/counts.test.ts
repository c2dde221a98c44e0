import { expect, it } from 'vitest';
import { createStreamCounts } from '../../../shared/stream/counts.ts';
import { createManualClock } from '../support/clock.ts';
import { recordLog } from '../support/log.ts';

function start() {
  const clock = createManualClock();
  const log = recordLog();
  const hub = { counts: { polls: 7, tablePolls: 2, fallbacks: 1, gaps: 0, topics: 3 } };
  return { clock, log, counts: createStreamCounts({ hub, log: log.log, every: clock.every }) };
}

const stream = (delivered: number, conflated = 0) => ({ counts: { delivered, conflated } });

it('all that an isolate did is logged each minute while there are streams, and at no other time', async () => {
  const { clock, log, counts } = start();
  await clock.advance(300_000);
  const [one, two] = [stream(3, 1), stream(4)];
  counts.opened(one);
  counts.opened(two);
  await clock.advance(59_999);
  expect(log.entries).toEqual([]);
  await clock.advance(1);
  const line = {
    event: 'stream_counts',
    polls: 7,
    tablePolls: 2,
    fallbacks: 1,
    gaps: 0,
    topics: 3,
    deliveries: 7,
    conflations: 1,
  };
  expect(log.entries).toEqual([{ ...line, streams: 2, rotations: 0 }]);
  counts.closed(one, 'rotated');
  await clock.advance(60_000);
  expect(log.entries.slice(1)).toEqual([{ ...line, streams: 1, rotations: 1 }]);
  counts.closed(two, 'client_left');
  await clock.advance(300_000);
  expect(log.entries).toHaveLength(2);
  expect(clock.pending()).toEqual([]);
});

it('a stream counts once, however often its end is told, and only if it began', () => {
  const { counts } = start();
  const one = stream(3, 2);
  counts.opened(one);
  counts.closed(one, 'rotated');
  counts.closed(one, 'rotated');
  counts.closed(stream(100), 'rotated');
  expect(counts.totals()).toMatchObject({ streams: 0, deliveries: 3, conflations: 2, rotations: 1 });
});
