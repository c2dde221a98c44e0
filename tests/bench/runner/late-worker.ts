/** Whether a worker whose work was given to another can still change what becomes of it. */
import type pg from 'pg';
import type { BenchResult, Figure } from '../figure.ts';
import { type BenchDatabase, withDatabases } from './databases.ts';
import { resistors } from '../../support/resistors.ts';
import { PEER } from './queues.ts';
import { newBom, startRun } from './runs.ts';

const PEERS = `${import.meta.dirname}/../peers`;

export async function compareLateWorkers(): Promise<BenchResult> {
  console.error('late workers');
  return await withDatabases(async ({ withDatabase }) => {
    const own = await withDatabase(bringLateResult);
    const pgBoss = await withDatabase((database) => runPeer<PgBoss>('late-pg-boss', database));
    const graphile = await withDatabase((database) => runPeer<Graphile>('late-graphile-worker', database));
    return {
      figures: [figureOf(own, pgBoss, graphile)],
      measurements: { lateWorkers: { own, pgBoss, graphile } },
    };
  });
}

/** Results taken of the late worker and of the one that holds the line. */
interface Own {
  readonly late: number;
  readonly owner: number;
}

async function bringLateResult({ client }: BenchDatabase): Promise<Own> {
  const runId = await startRun(client, await newBom(client, resistors(1)));
  const [late, owner] = [crypto.randomUUID(), crypto.randomUUID()];
  const lateLines = await claim(client, late);
  // Time alone is made up: the lease ran out a second ago.
  await client.query(
    `update bomstream.bom_lines set visible_at = now() - interval '1 second' where run_id = $1`,
    [
      runId,
    ],
  );
  const ownersLines = await claim(client, owner);
  return {
    late: await commit(client, late, runId, lateLines),
    owner: await commit(client, owner, runId, ownersLines),
  };
}

interface Line {
  readonly line_id: string;
  readonly fence: number;
}

async function claim(client: pg.Client, worker: string): Promise<readonly Line[]> {
  const { rows: [row] } = await client.query(`select public.bomstream_claim($1) -> 'lines' as lines`, [
    worker,
  ]);
  if (row.lines.length !== 1) throw new Error('the line was not claimed');
  return row.lines;
}

async function commit(client: pg.Client, worker: string, runId: string, lines: readonly Line[]) {
  const results = lines.map(({ line_id, fence }) => ({ line_id, fence, status: 'not_found', remarks: [] }));
  const { rows: [row] } = await client.query(`select public.bomstream_commit($1, $2, $3) as reply`, [
    worker,
    runId,
    JSON.stringify(results),
  ]);
  return row.reply.accepted as number;
}

interface PgBoss {
  readonly byId: Completions;
  readonly byJob: Completions;
}

interface Completions extends Own {
  readonly stored: string;
}

interface Graphile {
  readonly goneWhileOwnerWorked: boolean;
  readonly leftAfterOwnerFailed: number;
}

async function runPeer<Result>(program: string, database: BenchDatabase): Promise<Result> {
  const [command = '', ...args] = [...PEER, `${PEERS}/${program}.ts`, database.url];
  const { success, stdout, stderr } = await new Deno.Command(command, { args }).output();
  if (!success) throw new Error(`${program}: ${new TextDecoder().decode(stderr)}`);
  // graphile-worker logs to the same place
  return JSON.parse(new TextDecoder().decode(stdout).trim().split('\n').at(-1)!);
}

function figureOf(own: Own, { byId, byJob }: PgBoss, graphile: Graphile): Figure {
  const verdict = ({ late, owner }: Own) => late === 0 && owner === 1 ? 'refused' : 'taken';
  const deleted = graphile.goneWhileOwnerWorked && graphile.leftAfterOwnerFailed === 0;
  return {
    figure: 'a late worker changes a result',
    value: verdict(own),
    peers: `pg-boss: complete(id) ${verdict(byId)}, complete(job) ${verdict(byJob)}; graphile-worker: ${
      deleted ? 'deletes the job while its owner works' : 'refused'
    }`,
    target: 'refused',
    met: verdict(own) === 'refused',
  };
}
