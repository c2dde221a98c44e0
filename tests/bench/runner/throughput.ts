/** Lines per second through claim and commit over plain SQL connections, beside two libraries doing the same. */
import type { Found } from '../../../shared/assess/found.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from '../figure.ts';
import { count, median, spread } from '../numbers.ts';
import type { BurnDownJob } from '../peers/burn-down.ts';
import { burnDown, type Speed } from './burn-down.ts';
import { withDatabases } from './databases.ts';
import { resistors } from '../../support/resistors.ts';
import { GRAPHILE_WORKER, ours, oursWithoutHistory, PG_BOSS, PG_BOSS_AT_BEST, type Queue } from './queues.ts';

/** The largest BOM; so many that even two halves of the quick one go in batches of a hundred. */
const JOBS = 10_000;
const QUICK_JOBS = 4_000;
const ROUNDS = 5;

/** What a supplier would have added. */
const BOUGHT: Found = {
  unit_price: 0.0125,
  price_quantity: 1,
  currency: 'USD',
  stock: 12_000,
  lifecycle: 'active',
  lead_time_days: 56,
  rohs: 'compliant',
};

const TWO_RUNS = ours(2);
const ONE_RUN = ours(1);
/** Does as much as the peers, which keep nothing of what an earlier pass found. */
const NO_HISTORY = oursWithoutHistory(2);
const PEERS = [PG_BOSS, PG_BOSS_AT_BEST, GRAPHILE_WORKER];
const ALL = [TWO_RUNS, NO_HISTORY, ONE_RUN, ...PEERS];
/** Of graphile-worker’s CPU time in PostgreSQL. */
const MOST_CPU = { without: 2.2, with: 2.5 };

/** By the queue's name. */
type Speeds = Map<string, Speed[]>;

/** Each round measures all of them, one after the other; jobs that do nothing, which say little, once. */
export async function measureThroughput(options: BenchOptions): Promise<BenchResult> {
  const { quick } = options;
  const rounds = roundsOf(options, ROUNDS);
  const partNumbers = resistors(quick ? QUICK_JOBS : JOBS);
  const jobsFile = await Deno.makeTempFile();
  await Deno.writeTextFile(jobsFile, JSON.stringify(decoded(partNumbers)));
  const [withResults, noOp]: [Speeds, Speeds] = [new Map(), new Map()];
  try {
    await withDatabases(async (databases) => {
      const setting = { databases, partNumbers, jobsFile };
      for (let round = 0; round < rounds; round++) {
        console.error(`throughput, round ${round + 1} of ${rounds}`);
        for (const queue of ALL) {
          add(withResults, queue, await burnDown(queue, setting, { writesResults: true }));
        }
      }
      for (const queue of PEERS) add(noOp, queue, await burnDown(queue, setting, { writesResults: false }));
    });
  } finally {
    await Deno.remove(jobsFile);
  }
  return {
    figures: [figureOf(partNumbers.length, withResults, noOp), cpuFigureOf(partNumbers.length, withResults)],
    notes: [noteOf(withResults)],
    measurements: {
      throughput: { withResults: Object.fromEntries(withResults), noOp: Object.fromEntries(noOp) },
    },
  };
}

function add(speeds: Speeds, { name }: Queue, speed: Speed): void {
  speeds.set(name, [...speeds.get(name) ?? [], speed]);
}

function decoded(partNumbers: readonly string[]): BurnDownJob[] {
  return partNumbers.map((mpn) => {
    const resolution = resolvePart({ mpn, manufacturer: null });
    if (!resolution) throw new Error(`${mpn} is not decoded`);
    return { mpn, result: { status: 'enriched', ...resolution, ...BOUGHT } };
  });
}

function figureOf(jobs: number, withResults: Speeds, noOp: Speeds): Figure {
  const perSecond = (speeds: Speeds, { name }: Queue) =>
    median(speeds.get(name)!.map((speed) => speed.perSecond));
  const [two, one] = [perSecond(withResults, TWO_RUNS), perSecond(withResults, ONE_RUN)];
  return {
    figure: `lines/s, claim and commit, 2 workers over SQL, ${count(jobs)} new parts: two runs / one run`,
    value: `${count(two)} / ${count(one)}`,
    peers: PEERS.map((queue) =>
      `${queue.name} ${count(perSecond(withResults, queue))} (no-op ${count(perSecond(noOp, queue))})`
    ).join('; '),
    target: '≥ pg-boss in batches of the same size',
    met: two >= perSecond(withResults, PG_BOSS),
  };
}

/** Round by round, as the queues were measured one after the other in each. */
function cpuFigureOf(jobs: number, withResults: Speeds): Figure {
  const cpuOf = ({ name }: Queue) => withResults.get(name)!.map(({ postgresMsPer1000 }) => postgresMsPer1000);
  const theirs = cpuOf(GRAPHILE_WORKER);
  const timesTheirs = (queue: Queue) => cpuOf(queue).map((ms, round) => ms / theirs[round]!);
  const [without, withHistory] = [timesTheirs(NO_HISTORY), timesTheirs(TWO_RUNS)];
  const say = (queue: Queue, times: readonly number[]) =>
    `${Math.round(median(cpuOf(queue)))} ms, ${spread(times, 2)} ×`;
  return {
    figure: `CPU of PostgreSQL for 1,000 lines, 2 workers over SQL, ${
      count(jobs)
    } new parts: without / with history`,
    value: `${say(NO_HISTORY, without)} / ${say(TWO_RUNS, withHistory)}`,
    peers: `${GRAPHILE_WORKER.name} ${spread(theirs, 0)} ms`,
    target: `≤ ${MOST_CPU.without} × / ≤ ${MOST_CPU.with} × ${GRAPHILE_WORKER.name}`,
    met: median(without) <= MOST_CPU.without && median(withHistory) <= MOST_CPU.with,
  };
}

/** Says more than the clock does where others use the machine, too. */
function noteOf(withResults: Speeds): string {
  const cpu = [...withResults].map(([name, speeds]) =>
    `${name} ${Math.round(median(speeds.map(({ postgresMsPer1000 }) => postgresMsPer1000)))}`
  );
  const others = median([...withResults.values()].flat().map(({ coresOfOthers }) => coresOfOthers));
  return `CPU ms of PostgreSQL for 1,000 jobs with results: ${cpu.join(', ')}. Other programs took ${
    others.toFixed(1)
  } of ${navigator.hardwareConcurrency} cores meanwhile.`;
}
