/** What a claim costs when a lot is stored: many runs open at once, and many that have ended. */
import pg from 'pg';
import type { BenchOptions, BenchResult, Figure } from '../figure.ts';
import { count, median } from '../numbers.ts';
import { type BenchDatabase, withDatabases } from './databases.ts';
import { newOwner } from './runs.ts';

const RUN_LINES = 1_000;
/** A million lines take their time to be stored. */
const QUICK_RUN_LINES = 100;
const FEW_RUNS = 10;
const MANY_RUNS = 1_000;
const MOST = 1.5;
/** A whole batch, and a single line: of that little is left but finding the run. */
const LIMITS = [100, 1];
/** Of each database, in turns, so that a busy moment of the machine meets both. */
const CLAIMS = 15;
/** A session plans a statement anew each time until it knows better. */
const WARM_UP_CLAIMS = 10;
/** One session may be faster than another for as long as it lasts, whatever it does. */
const SESSIONS = 5;
/** What one statement starts or ends. */
const BOMS_AT_ONCE = 25;
const CONNECTIONS = 2;

/** Milliseconds that each claim took, by how many lines it might take. */
type Costs = Record<number, number[]>;

interface Comparison {
  readonly few: Costs;
  readonly many: Costs;
}

export async function measureClaimCost({ quick }: BenchOptions): Promise<BenchResult> {
  const runLines = quick ? QUICK_RUN_LINES : RUN_LINES;
  return await withDatabases(({ withDatabase }) =>
    withDatabase((few) => withDatabase((many) => measureBetween(few, many, runLines)))
  );
}

async function measureBetween(few: BenchDatabase, many: BenchDatabase, runLines: number) {
  console.error(`claim cost: storing ${count(MANY_RUNS * runLines)} lines`);
  await addOpenRuns(few, FEW_RUNS, runLines);
  await addOpenRuns(many, MANY_RUNS, runLines);
  console.error('claim cost: all runs open');
  const open = await compare(few, many);
  console.error('claim cost: ending all runs');
  await endAllRuns(many);
  await addOpenRuns(many, FEW_RUNS, runLines);
  console.error('claim cost: all but a few runs ended');
  const ended = await compare(few, many);
  return {
    figures: [
      figureOf(runLines, 'all open', open),
      figureOf(runLines, `all ended, ${FEW_RUNS} others open`, ended),
    ],
    measurements: { claimCost: { open, ended } },
  };
}

/** Each of an organization of its own, each ready to be claimed from. */
async function addOpenRuns(database: BenchDatabase, runs: number, lines: number): Promise<void> {
  const { client } = database;
  const { userId } = await newOwner(client);
  const { rows } = await client.query<{ id: string }>(
    `with o as (insert into bomstream.organizations (name) select 'Bench' from generate_series(1, $2) returning id),
          m as (insert into bomstream.organization_members select o.id, $1, 'editor' from o)
     insert into bomstream.boms (organization_id, name, line_count, created_by) select o.id, 'Bench', $3, $1 from o
     returning id`,
    [userId, runs, lines],
  );
  await forBoms(database, rows.map(({ id }) => id), async (connection, boms) => {
    // That each line has a BOM is plain here; to have it checked a million times would take longer than measuring.
    await connection.query(`set session_replication_role = 'replica'`);
    await connection.query(
      `insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status)
       select b.id, b.organization_id, n, 'P' || n, 'P' || n, 'pending'
       from bomstream.boms b, generate_series(1, $2) n where b.id = any ($1)`,
      [boms, lines],
    );
    await connection.query(`set session_replication_role = 'origin'`);
    await connection.query(
      `select public.bomstream_start(b.created_by, b.id, b.organization_id, null, 5, 'all')
       from bomstream.boms b where b.id = any ($1)`,
      [boms],
    );
  });
  await client.query('vacuum analyze');
}

async function endAllRuns(database: BenchDatabase): Promise<void> {
  const { rows } = await database.client.query<{ id: string }>('select id from bomstream.boms');
  await forBoms(database, rows.map(({ id }) => id), async (connection, boms) => {
    await connection.query(
      `select public.bomstream_control(b.created_by, b.id, 'cancel') from bomstream.boms b where b.id = any ($1)`,
      [boms],
    );
  });
}

/** Does something for all BOMs, some at once, over as many connections as there are cores to keep busy. */
async function forBoms(
  database: BenchDatabase,
  boms: readonly string[],
  work: (connection: pg.Client, boms: readonly string[]) => Promise<void>,
): Promise<void> {
  const left = [...boms];
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    const connection = await connect(database);
    while (left.length > 0) await work(connection, left.splice(0, BOMS_AT_ONCE));
    await connection.end();
  }));
}

async function compare(few: BenchDatabase, many: BenchDatabase): Promise<Comparison> {
  const comparison: Comparison = { few: {}, many: {} };
  for (let session = 0; session < SESSIONS; session++) {
    const [small, large] = [await connect(few), await connect(many)];
    for (const limit of LIMITS) {
      for (let claim = 0; claim < WARM_UP_CLAIMS + CLAIMS; claim++) {
        const costs = [await costOf(small, limit), await costOf(large, limit)] as const;
        if (claim < WARM_UP_CLAIMS) continue;
        (comparison.few[limit] ??= []).push(costs[0]);
        (comparison.many[limit] ??= []).push(costs[1]);
      }
    }
    await Promise.all([small.end(), large.end()]);
  }
  return comparison;
}

async function connect({ url }: BenchDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // the database is dropped under a session that a failed measurement left open; why it failed is what counts
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function costOf(client: pg.Client, limit: number): Promise<number> {
  // undone, so that each claim finds what the first one found
  await client.query('begin');
  const began = performance.now();
  const { rows: [row] } = await client.query(
    `select json_array_length(public.bomstream_claim($1, $2) -> 'lines') as lines`,
    [crypto.randomUUID(), limit],
  );
  const ms = performance.now() - began;
  await client.query('rollback');
  if (row.lines === 0) throw new Error('there was nothing to claim');
  return ms;
}

function figureOf(runLines: number, state: string, { few, many }: Comparison): Figure {
  const ms = (costs: Costs, limit: number) => median(costs[limit]!);
  const ratio = (limit: number) => ms(many, limit) / ms(few, limit);
  return {
    figure: `ms of a claim with ${count(MANY_RUNS * runLines)} lines and ${count(MANY_RUNS)} runs, ${state}`,
    value: LIMITS.map((limit) =>
      `${limit === 1 ? 'one line' : 'a batch'} ${ms(many, limit).toFixed(1)} (${ratio(limit).toFixed(2)} ×)`
    ).join(', '),
    peers: `with ${count(FEW_RUNS * runLines)} and ${FEW_RUNS}: ${
      LIMITS.map((limit) => ms(few, limit).toFixed(1)).join(', ')
    }`,
    target: `≤ ${MOST} ×`,
    met: LIMITS.every((limit) => ratio(limit) <= MOST),
  };
}
