import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMetrics, RUNNER_FIGURES, STREAM_FIGURES } from '../../shared/metrics.ts';
import { createManualClock } from './support/clock.ts';
import { recordLog } from './support/log.ts';

function start() {
  const clock = createManualClock();
  const log = recordLog();
  const { now, every } = clock;
  const metrics = createMetrics({ of: 'workers', figures: RUNNER_FIGURES, log: log.log, now, every });
  return { clock, log, metrics };
}

it('a line is written each minute while anything is at work, one when the last of it ends, and no other', async () => {
  const { clock, log, metrics } = start();
  await clock.advance(300_000);
  const ends = [metrics.begin(), metrics.begin()];
  await clock.advance(59_999);
  expect(log.entries).toEqual([]);
  await clock.advance(1);
  expect(log.entries).toMatchObject([{ event: 'metrics', workers: 2, up_seconds: 360 }]);
  ends[0]!();
  ends[0]!();
  await clock.advance(60_000);
  expect(log.entries.slice(1)).toMatchObject([{ workers: 1, up_seconds: 420 }]);
  ends[1]!();
  expect(log.entries.slice(2)).toMatchObject([{ workers: 0 }]);
  expect(clock.pending()).toEqual([]);
  await clock.advance(300_000);
  expect(log.entries).toHaveLength(3);
  metrics.begin();
  await clock.advance(60_000);
  expect(log.entries).toHaveLength(4);
});

it('a line has every figure from the first on, all since the isolate began, and what others keep', () => {
  const { log, metrics } = start();
  let kept = 1;
  metrics.from(() => ({ kept, store: 'redis' }));
  metrics.begin()();
  metrics.count('batches');
  metrics.count('lines', 20);
  metrics.count('lines', 5);
  kept = 2;
  metrics.begin()();
  const zero = Object.fromEntries(RUNNER_FIGURES.map((figure) => [figure, 0]));
  const { isolate } = log.entries[0]!;
  const line = { event: 'metrics', isolate, up_seconds: 0, workers: 0, store: 'redis', ...zero };
  expect(log.entries).toEqual([{ ...line, kept: 1 }, { ...line, batches: 1, lines: 25, kept: 2 }]);
  expect(isolate).toMatch(/^[0-9a-f-]{36}$/);
});

it('docs/operations.md says of each figure what is normal', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const kept = ['polls', 'table_polls', 'fallbacks', 'gaps', 'topics', 'deliveries', 'conflations', 'store'];
  const gauges = ['isolate', 'up_seconds', 'streams', 'workers', 'redis_breaker', 'table_breaker'];
  const said = [...page.slice(page.indexOf('## Figures')).matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const names = [...STREAM_FIGURES, ...RUNNER_FIGURES, ...kept, ...gauges];
  expect(names.filter((name) => !said.includes(name))).toEqual([]);
});
