/** How much more several runners get done than one, while a supplier takes its time. */
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from '../figure.ts';
import { count, median, spread } from '../numbers.ts';
import { supplierParts } from './parts.ts';
import { type Bom, cancelRun, newBom, newOwner, type Owner, startRun, until, untilEnded } from './runs.ts';
import { type Cpu, RUNNER, usedCores } from './stack.ts';
import { type BenchSupplier, withSupplier } from './supplier.ts';

const RUNNERS = [1, 2, 4, 8];
const QUICK_RUNNERS = [1, 8];
const MOST = 8;
const LATENCY_MS = 200;
const LEAST_EFFICIENCY = 0.85;
/** Each measures all numbers of runners, one after the other. */
const ROUNDS = 5;

/** Each runner's first batch is not counted; of those that follow, at least so many of each, for at least so long. */
const BATCHES = 3;
const LEAST_MS = 6_000;
/** Enough for as many and some, in batches of a hundred. */
const BIG_RUN_LINES = 6_000;
const SMALL_RUN_LINES = 20;
const SMALL_RUNS_PER_RUNNER = 16;
const QUICK_SMALL_RUNS_PER_RUNNER = 8;
/** Before anything is measured: the first calls of a process and of a database session cost several times the later ones. */
const WARM_UP_RUNS_PER_RUNNER = 24;
const ORGANIZATIONS = 20;

interface Batch {
  readonly at: number;
  readonly lines: number;
}

interface Rate {
  readonly runners: number;
  readonly perSecond: number;
  readonly cores: Cpu;
}

/** One for each number of runners, the one alone first. */
type Round = readonly Rate[];

export const scaleInOneRun = (options: BenchOptions): Promise<BenchResult> =>
  measureScaling(options, ONE_BIG_RUN);

export const scaleInSmallRuns = (options: BenchOptions): Promise<BenchResult> =>
  measureScaling(options, smallRuns(options.quick ? QUICK_SMALL_RUNS_PER_RUNNER : SMALL_RUNS_PER_RUNNER));

async function measureScaling(options: BenchOptions, shape: Shape): Promise<BenchResult> {
  return await withSupplier({ cron: false, isolatesPerFunction: { [RUNNER]: MOST } }, async (bench) => {
    await bench.supplier.fail({ kind: 'slow', ms: LATENCY_MS });
    const rounds: Round[] = [];
    await measure(bench, MOST, smallRuns(WARM_UP_RUNS_PER_RUNNER));
    while (rounds.length < roundsOf(options, ROUNDS)) {
      const rates: Rate[] = [];
      for (const runners of options.quick ? QUICK_RUNNERS : RUNNERS) {
        console.error(`scaling, ${shape.name}, round ${rounds.length + 1}, ${runners} runners`);
        // as many as are called, and none besides
        await bench.admin.query('update bomstream.settings set max_runners = $1', [runners]);
        rates.push(await measure(bench, runners, shape));
      }
      rounds.push(rates);
    }
    return {
      figures: [figureOf(shape.name, rounds)],
      notes: [noteOf(shape.name, rounds.at(-1)!.at(-1)!)],
      measurements: { [shape.name]: rounds },
    };
  });
}

interface Shape {
  readonly name: string;
  boms(bench: BenchSupplier, runners: number): Promise<readonly Bom[]>;
  /** Resolves when enough has been measured. */
  enough(bench: BenchSupplier, boms: readonly Bom[], runs: readonly string[], runners: number): Promise<void>;
}

const ONE_BIG_RUN: Shape = {
  name: 'one big run',
  boms: async ({ admin }) => [await newBom(admin, supplierParts(BIG_RUN_LINES))],
  async enough({ admin }, boms, runs, runners) {
    const earliest = performance.now() + LEAST_MS;
    await until(async () => {
      const { rows: [row] } = await admin.query(
        'select sum(current_batch)::integer as batches from bomstream.enrichment_runs where id = any ($1)',
        [runs],
      );
      return row.batches >= runners * (1 + BATCHES) && performance.now() > earliest;
    });
    for (const bom of boms) await cancelRun(admin, bom);
  },
};

function smallRuns(runsPerRunner: number): Shape {
  return {
    name: `runs of ${SMALL_RUN_LINES} lines, ${ORGANIZATIONS} organizations`,
    async boms({ admin }, runners) {
      const owners: Owner[] = [];
      for (let i = 0; i < ORGANIZATIONS; i++) owners.push(await newOwner(admin));
      const boms: Bom[] = [];
      for (let i = 0; i < runners * runsPerRunner; i++) {
        const parts = supplierParts(SMALL_RUN_LINES, 1 + i * SMALL_RUN_LINES);
        boms.push(await newBom(admin, parts, owners[i % ORGANIZATIONS]));
      }
      return boms;
    },
    enough: ({ admin }, _boms, runs) => untilEnded(admin, runs),
  };
}

async function measure(bench: BenchSupplier, runners: number, shape: Shape): Promise<Rate> {
  await bench.forget();
  const boms = await shape.boms(bench, runners);
  const runs: string[] = [];
  for (const bom of boms) runs.push(await startRun(bench.admin, bom));
  const [began, cpuBefore] = [performance.now(), await bench.cpu()];
  await bench.callRunners(runners);
  await shape.enough(bench, boms, runs, runners);
  const [seconds, cpuAfter] = [(performance.now() - began) / 1_000, await bench.cpu()];
  await untilIdle(bench);
  return {
    runners,
    perSecond: steadyRate(await batchesOf(bench, boms), runners),
    cores: usedCores(cpuBefore, cpuAfter, seconds),
  };
}

/** Workers that are told of a cancel are still at their last batch. */
async function untilIdle({ admin }: BenchSupplier): Promise<void> {
  await until(async () => {
    const { rows: [row] } = await admin.query(
      'select count(*)::integer as working from bomstream.workers where stopped_at is null and live_until > now()',
    );
    return row.working === 0;
  });
}

async function batchesOf({ admin }: BenchSupplier, boms: readonly Bom[]): Promise<Batch[]> {
  const { rows } = await admin.query(
    `select extract(epoch from created_at) * 1000 as at, event #>> '{payload,batch,completed}' as lines
     from bomstream.enrichment_events where bom_id = any ($1) and event #> '{payload,batch}' is not null order by created_at`,
    [boms.map(({ bomId }) => bomId)],
  );
  return rows.map(({ at, lines }) => ({ at: Number(at), lines: Number(lines) }));
}

/** Lines per second from when each runner has handed in a batch, over whole rounds of batches. */
function steadyRate(batches: readonly Batch[], runners: number): number {
  const rounds = Math.floor(batches.length / runners) - 1;
  const [first, last] = [batches[runners - 1], batches[runners * (1 + rounds) - 1]];
  if (rounds < 1 || !first || !last) throw new Error('too few batches to tell a rate');
  const counted = batches.slice(runners, runners * (1 + rounds));
  return counted.reduce((sum, { lines }) => sum + lines, 0) / (last.at - first.at) * 1_000;
}

function figureOf(shape: string, rounds: readonly Round[]): Figure {
  const byRunners = rounds[0]!.map(({ runners }, i) => ({
    runners,
    perSecond: median(rounds.map((round) => round[i]!.perSecond)),
    efficiencies: rounds.map((round) => round[i]!.perSecond / (runners * round[0]!.perSecond)),
  }));
  return {
    figure: `lines/s with ${
      byRunners.map(({ runners }) => runners).join(', ')
    } runners, supplier of ${LATENCY_MS} ms, ${shape}, share of linear`,
    value: byRunners.map(({ runners, perSecond, efficiencies }) =>
      runners === 1 ? `${Math.round(perSecond)}` : `${Math.round(perSecond)}: ${spread(efficiencies, 2)}`
    ).join(', '),
    peers: 'linear: 1.00',
    target: `≥ ${LEAST_EFFICIENCY} × linear${rounds.length > 1 ? `, median of ${rounds.length} rounds` : ''}`,
    met: byRunners.every(({ efficiencies }) => median(efficiencies) >= LEAST_EFFICIENCY),
  };
}

/** What there is to run out of next: what each part took of a core, and how far that would go. */
function noteOf(shape: string, { runners, perSecond, cores }: Rate): string {
  const whole = cores.postgres + cores.gateway + cores.runners;
  return `${runners} runners, ${shape}: PostgreSQL took ${cores.postgres.toFixed(2)} of a core, the gateway ${
    cores.gateway.toFixed(2)
  }, all runners ${cores.runners.toFixed(2)}. One core for PostgreSQL alone is used up at ${
    count(perSecond / cores.postgres)
  } lines/s, ${
    count(runners / cores.postgres)
  } such runners; this machine's ${navigator.hardwareConcurrency} for all of it at ${
    count(perSecond / whole * navigator.hardwareConcurrency)
  }.`;
}
