/** What the table carries: the looks of 500 isolates while no run is at work, against the embedded Postgres. */
import pg from 'pg';
import { delay } from '../../../local/process.ts';
import { cpuMsOfFamily } from '../cpu.ts';
import type { Figure } from '../figure.ts';
import { median, percentile, spread } from '../numbers.ts';
import { type BenchDatabase, withDatabases } from '../runner/databases.ts';
import { newOwner } from '../runner/runs.ts';
import { seededRandom } from './random.ts';

const ISOLATES = 500;
const BOMS = 5_000;
const CLIENTS = 100_000;
/** While something happened within ten minutes; later a third of that. */
const LOOK_EVERY_SECONDS = 5;
const LOOKS_A_SECOND = ISOLATES / LOOK_EVERY_SECONDS;
/** As a pool of the data API has. */
const CONNECTIONS = 10;
const WARM_UP_SECONDS = 2;
const SECONDS = 10;
/** Of one core: what is left is for the runs. */
const MAX_CORE = 0.5;
const SEED = 20_260_105;

interface Load {
  readonly milliseconds: readonly number[];
  readonly cpuMsPerLook: number;
}

/** @param rounds so many measurements, of which the medians are told */
export async function measureTableLoad(rounds: number): Promise<Figure[]> {
  return await withDatabases(({ withDatabase, postgresPid }) =>
    withDatabase(async (database) => {
      const boms = await storeIdleBoms(database);
      const loads: Load[] = [];
      for (let round = 0; round < rounds; round++) {
        console.error(`round ${round + 1} of ${rounds}: ${LOOKS_A_SECOND} looks a second at the table`);
        loads.push(await look(database, boms, postgresPid));
      }
      const cpuMs = loads.map(({ cpuMsPerLook }) => cpuMsPerLook);
      const core = median(cpuMs) * LOOKS_A_SECOND / 1_000;
      const took = (share: number) =>
        median(loads.map(({ milliseconds }) => percentile(milliseconds, share))).toFixed(1);
      return [{
        figure: `the table under ${ISOLATES} idle isolates, ${
          CLIENTS / ISOLATES
        } clients each, ${LOOKS_A_SECOND} looks/s`,
        value: `${(core * 100).toFixed(0)} % of a core, ${spread(cpuMs, 2)} ms of CPU a look, p50 / p95 ${
          took(0.5)
        } / ${took(0.95)} ms`,
        target: `≤ ${MAX_CORE * 100} % of a core`,
        met: core <= MAX_CORE,
      }];
    })
  );
}

/** Half of them are paused, half never ran, each of one of a hundred organizations. */
async function storeIdleBoms({ client }: BenchDatabase): Promise<string[]> {
  const { userId } = await newOwner(client);
  const { rows } = await client.query<{ id: string }>(
    `with o as (insert into bomstream.organizations (name) select 'Bench' from generate_series(1, 100) returning id),
          n as (select array_agg(id) as ids from o),
          b as (insert into bomstream.boms (organization_id, name, line_count, created_by)
                select n.ids[1 + i % 100], 'Bench', 1, $1 from n, generate_series(1, $2::integer) i returning id, organization_id),
          p as (insert into bomstream.enrichment_progress (bom_id, organization_id, run, seq, status, event)
                select b.id, b.organization_id, 1, 7, 'paused', jsonb_build_object('filler', repeat('x', 1000))
                from b where b.id > '80000000-0000-0000-0000-000000000000')
     select id from b`,
    [userId, BOMS],
  );
  await client.query('vacuum analyze');
  return rows.map(({ id }) => id);
}

/** Looks at the pace of all isolates together, each as one isolate's: every BOM that one of its clients watches. */
async function look({ url }: BenchDatabase, boms: readonly string[], postgresPid: number): Promise<Load> {
  const random = seededRandom(SEED);
  const cursorsOf = () =>
    JSON.stringify(
      [
        ...new Set(
          Array.from({ length: CLIENTS / ISOLATES }, () => boms[Math.floor(random() * boms.length)]!),
        ),
      ]
        .map((bom_id) => ({ bom_id, ...(bom_id >= '8' ? { run: 1, seq: 7 } : { run: 0, seq: 0 }) })),
    );
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const milliseconds: number[] = [];
  const one = async (began: number) => {
    const { rows: [row] } = await pool.query('select public.bomstream_replay($1::jsonb) as news', [
      cursorsOf(),
    ]);
    if (row.news.length > 0) throw new Error('nothing has happened, and a look found something');
    milliseconds.push(performance.now() - began);
  };
  const paced = async (seconds: number) => {
    const began = performance.now();
    const looks: Promise<void>[] = [];
    for (let i = 0; i < seconds * LOOKS_A_SECOND; i++) {
      const due = began + i * 1_000 / LOOKS_A_SECOND;
      await delay(Math.max(0, due - performance.now()));
      looks.push(one(due));
    }
    await Promise.all(looks);
  };
  try {
    await paced(WARM_UP_SECONDS);
    milliseconds.length = 0;
    const before = cpuMsOfFamily(postgresPid);
    await paced(SECONDS);
    const cpuMs = cpuMsOfFamily(postgresPid) - before;
    return { milliseconds, cpuMsPerLook: cpuMs / milliseconds.length };
  } finally {
    await pool.end();
  }
}
