/** Lines per second through claim and commit over plain SQL connections, beside two libraries doing the same. */
import { enrichLines } from '../../../shared/runner/enrich.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { count, median } from '../numbers.ts';
import type { BurnDownJob } from '../peers/burn-down.ts';
import { burnDown, type Speed } from './burn-down.ts';
import { withDatabases } from './databases.ts';
import { decodableParts } from './parts.ts';
import { GRAPHILE_WORKER, ours, PG_BOSS } from './queues.ts';

/** The largest BOM; so many that even two halves of the quick one go in batches of a hundred. */
const JOBS = 10_000;
const QUICK_JOBS = 4_000;
const ROUNDS = 3;

const WITH_RESULTS = [ours(2), ours(1), PG_BOSS, GRAPHILE_WORKER];
const NO_OP = [PG_BOSS, GRAPHILE_WORKER];

type Speeds = Readonly<Record<string, Speed[]>>;

/** Each round measures all of them, one after the other. */
export async function measureThroughput({ quick }: BenchOptions) {
  const rounds = quick ? 1 : ROUNDS;
  const partNumbers = decodableParts(quick ? QUICK_JOBS : JOBS);
  const jobsFile = await Deno.makeTempFile();
  await Deno.writeTextFile(jobsFile, JSON.stringify(await decoded(partNumbers)));
  const withResults: Speeds = Object.fromEntries(WITH_RESULTS.map(({ name }) => [name, []]));
  const noOp: Speeds = Object.fromEntries(NO_OP.map(({ name }) => [name, []]));
  try {
    await withDatabases(async (databases) => {
      const setting = { databases, partNumbers, jobsFile };
      for (let round = 0; round < rounds; round++) {
        console.error(`throughput, round ${round + 1} of ${rounds}`);
        for (const queue of WITH_RESULTS) {
          withResults[queue.name]!.push(await burnDown(queue, setting, { writesResults: true }));
        }
        for (const queue of NO_OP) {
          noOp[queue.name]!.push(await burnDown(queue, setting, { writesResults: false }));
        }
      }
    });
  } finally {
    await Deno.remove(jobsFile);
  }
  return {
    figure: figureOf(partNumbers.length, withResults, noOp),
    note: noteOf(withResults),
    measurements: { withResults, noOp },
  };
}

async function decoded(partNumbers: readonly string[]): Promise<BurnDownJob[]> {
  const lines = partNumbers.map((mpn, i) => (
    { line_id: '', line_number: i + 1, mpn, manufacturer: null, fence: 1, attempts: 1 }
  ));
  return (await enrichLines(lines)).map(({ line_id: _id, fence: _fence, ...result }, i) => {
    if (result.status !== 'enriched') throw new Error(`${partNumbers[i]} is not decoded`);
    return { mpn: partNumbers[i]!, result };
  });
}

function figureOf(jobs: number, withResults: Speeds, noOp: Speeds): Figure {
  const perSecond = (speeds: Speeds, name: string) => median(speeds[name]!.map((speed) => speed.perSecond));
  const [mine, others] = [WITH_RESULTS.slice(0, 2), NO_OP];
  const [two, one] = mine.map(({ name }) => perSecond(withResults, name));
  const slowest = Math.min(two!, one!);
  return {
    figure: `lines/s, claim and commit, 2 workers over SQL, ${count(jobs)} new parts: two runs / one run`,
    value: `${count(two!)} / ${count(one!)}`,
    peers: others.map(({ name }) =>
      `${name} ${count(perSecond(withResults, name))} (no-op ${count(perSecond(noOp, name))})`
    ).join(', '),
    target: `≥ pg-boss`,
    met: slowest >= perSecond(withResults, PG_BOSS.name),
  };
}

/** Says more than the clock does where others use the machine, too. */
function noteOf(withResults: Speeds): string {
  const listed = WITH_RESULTS.map(({ name }) =>
    `${name} ${Math.round(median(withResults[name]!.map(({ postgresMsPer1000 }) => postgresMsPer1000)))}`
  );
  const others = median(Object.values(withResults).flat().map(({ coresOfOthers }) => coresOfOthers));
  return `CPU ms of PostgreSQL for 1,000 jobs with results: ${listed.join(', ')}. Other programs took ${
    others.toFixed(1)
  } of ${navigator.hardwareConcurrency} cores meanwhile.`;
}
