/** What a runner's isolate pays for a line in CPU time, by the size of its batches. */
import type { BenchOptions, BenchResult, Figure } from '../figure.ts';
import { count } from '../numbers.ts';
import { resistors } from '../../support/resistors.ts';
import { newBom, startRun, untilEnded } from './runs.ts';
import { type BenchStack, withStack } from './stack.ts';

const BATCH_SIZES = [10, 20, 50, 100];
const QUICK_BATCH_SIZES = [10, 100];
const COLD_LINES = 1_000;
const WARM_LINES = 4_000;
/** What the platform grants an isolate. */
const CPU_LIMIT_MS = 2_000;

interface BatchCpu {
  readonly batchSize: number;
  /** Of an isolate's first thousand lines, its boot left out. */
  readonly coldMs: number;
  /** Of every further thousand. */
  readonly warmMs: number;
}

export async function measureBatchCpu({ quick }: BenchOptions): Promise<BenchResult> {
  const results: BatchCpu[] = [];
  // A stack for each size: its isolate has never worked before.
  for (const batchSize of quick ? QUICK_BATCH_SIZES : BATCH_SIZES) {
    console.error(`CPU of a runner, batches of ${batchSize}`);
    results.push(
      await withStack({ cron: false }, async (bench) => {
        const coldMs = await cpuOf(bench, batchSize, COLD_LINES);
        const warmMs = await cpuOf(bench, batchSize, WARM_LINES) * COLD_LINES / WARM_LINES;
        return { batchSize, coldMs, warmMs };
      }),
    );
  }
  return { figures: figuresOf(results), measurements: { batchCpu: results } };
}

async function cpuOf(bench: BenchStack, batchSize: number, lines: number): Promise<number> {
  const { admin } = bench;
  const run = await startRun(admin, await newBom(admin, resistors(lines)));
  await admin.query('update bomstream.enrichment_runs set batch_size = $2 where id = $1', [run, batchSize]);
  const before = (await bench.cpu()).runners;
  await bench.callRunners(1);
  await untilEnded(admin, [run]);
  return (await bench.cpu()).runners - before;
}

function figuresOf(results: readonly BatchCpu[]): Figure[] {
  const listed = (value: (result: BatchCpu) => string) =>
    results.map((result) => `${result.batchSize}: ${value(result)}`).join(', ');
  return [
    {
      figure: 'CPU ms of a runner process for 1,000 lines by batch size, first thousand / further ones',
      value: listed(({ coldMs, warmMs }) => `${coldMs} / ${Math.round(warmMs)}`),
      target: '',
      met: null,
    },
    {
      figure: `lines that ${CPU_LIMIT_MS / 1_000} s of CPU allow an isolate, by batch size`,
      value: listed((result) => count(linesWithin(CPU_LIMIT_MS, result))),
      target: '',
      met: null,
    },
  ];
}

function linesWithin(ms: number, { coldMs, warmMs }: BatchCpu): number {
  return ms < coldMs ? ms / coldMs * COLD_LINES : COLD_LINES + (ms - coldMs) / warmMs * 1_000;
}
