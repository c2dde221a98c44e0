/** The same work as in production: runner functions in processes of their own, over supabase-js and HTTP. */
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from '../figure.ts';
import { count, median } from '../numbers.ts';
import { resistors } from '../../support/resistors.ts';
import { newBom, startRun, untilEnded } from './runs.ts';
import { type BenchStack, type Cpu, cpuPer1000, databaseNow, RUNNER, withStack } from './stack.ts';

const RUNS = 2;
const RUNNERS = 2;
const LINES = 10_000;
const QUICK_LINES = 4_000;
const ROUNDS = 3;
/** A process compiles what it runs often; that is over by then. */
const WARM_UP_LINES = 2_000;
const AIM = 3_000;

interface Round {
  readonly perSecond: number;
  /** Milliseconds for a thousand lines. */
  readonly cpu: Cpu;
}

export async function measureProduction(options: BenchOptions): Promise<BenchResult> {
  const { quick } = options;
  const rounds = roundsOf(options, ROUNDS);
  const results = await withStack(
    { cron: false, isolatesPerFunction: { [RUNNER]: RUNNERS } },
    async (bench) => {
      await workThrough(bench, WARM_UP_LINES);
      const measured: Round[] = [];
      for (let round = 0; round < rounds; round++) {
        console.error(`over HTTP, round ${round + 1} of ${rounds}`);
        await bench.admin.query('delete from bomstream.components');
        measured.push(await workThrough(bench, quick ? QUICK_LINES : LINES));
      }
      return measured;
    },
  );
  return { figures: [figureOf(results)], measurements: { production: results } };
}

async function workThrough(bench: BenchStack, lines: number): Promise<Round> {
  const { admin } = bench;
  const partNumbers = resistors(lines);
  const runs: string[] = [];
  for (let from = 0; from < lines; from += lines / RUNS) {
    runs.push(await startRun(admin, await newBom(admin, partNumbers.slice(from, from + lines / RUNS))));
  }
  const [began, cpuBefore] = [await databaseNow(admin), await bench.cpu()];
  await bench.callRunners(RUNNERS);
  await untilEnded(admin, runs);
  const cpu = cpuPer1000(cpuBefore, await bench.cpu(), lines);
  const { rows: [row] } = await admin.query(
    'select extract(epoch from max(completed_at)) * 1000 as ended from bomstream.enrichment_runs where id = any ($1)',
    [runs],
  );
  return { perSecond: lines / (Number(row.ended) - began) * 1_000, cpu };
}

function figureOf(rounds: readonly Round[]): Figure {
  const perSecond = median(rounds.map((round) => round.perSecond));
  const cpu = (part: keyof Cpu) => Math.round(median(rounds.map((round) => round.cpu[part])));
  return {
    figure: 'the same over supabase-js and HTTP, decoding and publishing: 2 runner processes, two runs',
    value: `${count(perSecond)} (CPU ms for 1,000: PostgreSQL ${cpu('postgres')}, gateway ${
      cpu('gateway')
    }, runners ${cpu('runners')})`,
    target: `aim: ${count(AIM)}`,
    met: null,
  };
}
