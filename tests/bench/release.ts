/** What it costs the database to release the largest BOM there is, and to read it afterwards. */
import type pg from 'pg';
import { LISTED_FIELDS } from '../../shared/domain/fields.ts';
import { MAX_LINES } from '../../shared/domain/limits.ts';
import { cpuMs } from './cpu.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { storeLargeBom } from './large-bom.ts';
import { count, median } from './numbers.ts';
import { type BenchDatabase, withDatabases } from './runner/databases.ts';
import { newOwner } from './runner/runs.ts';

const OFFERS = 10;
const PAGE_LINES = 500;
const ROUNDS = 5;
const QUICK_ROUNDS = 2;

/** The API gives a statement 8 s, on a machine that may be a quarter as fast. */
const RELEASE_MS = 2_000;
const PAGE_MS = 50;

export async function benchRelease({ quick }: BenchOptions): Promise<BenchResult> {
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  return await withDatabases(({ withDatabase }) =>
    withDatabase(async (database) => ({ figures: await measure(database, rounds) }))
  );
}

async function measure({ client }: BenchDatabase, rounds: number): Promise<Figure[]> {
  const { userId, organizationId } = await newOwner(client);
  const bomId = await storeLargeBom(client, organizationId, OFFERS);
  await client.query('vacuum analyze');
  const release = () => client.query('select public.bomstream_bom_release($1, $2)', [userId, bomId]);
  const releases: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await client.query('begin');
    releases.push(await costOf(client, release));
    await client.query('rollback');
    // what was undone is in nobody's way
    await client.query('vacuum');
  }
  await release();
  await client.query('vacuum analyze');
  const read = async (sql: string, values: readonly unknown[]) => {
    const costs: Cost[] = [];
    for (let round = 0; round < 2 * rounds; round += 1) {
      costs.push(await costOf(client, () => client.query(sql, [userId, bomId, ...values])));
    }
    return costs.slice(rounds);
  };
  const lines = await read(
    `select public.bomstream_bom_lines_read($1, $2, $3, p_after => 5000, p_limit => ${PAGE_LINES})`,
    [LISTED_FIELDS],
  );
  const pages = await read(
    `select public.bomstream_bom_export($1, $2, p_after => 5000, p_limit => ${PAGE_LINES})`,
    [],
  );
  const judging = await read('select public.bomstream_bom_judging_read($1, $2)', []);
  const figure = (name: string, costs: readonly Cost[], most?: number): Figure => {
    const ms = median(costs.map(({ cpuMs }) => cpuMs));
    return {
      figure: `ms of CPU in the database ${name}`,
      value: ms.toFixed(0),
      peers: `by the clock: ${median(costs.map(({ ms }) => ms)).toFixed(0)}`,
      target: most === undefined ? '' : `≤ ${most}`,
      met: most === undefined ? null : ms <= most,
    };
  };
  return [
    figure(
      `to release a BOM of ${count(MAX_LINES)} parts with ${OFFERS} offers each`,
      releases,
      RELEASE_MS,
    ),
    figure(`to read ${PAGE_LINES} lines of it`, lines, PAGE_MS),
    figure(`to read ${PAGE_LINES} lines of it with all offers`, pages),
    figure('to read what it is judged by', judging),
  ];
}

interface Cost {
  readonly cpuMs: number;
  readonly ms: number;
}

/** By the session's own process. */
async function costOf(client: pg.Client, work: () => Promise<unknown>): Promise<Cost> {
  const { rows: [{ pid }] } = await client.query('select pg_backend_pid() as pid');
  const [cpu, began] = [cpuMs(pid), performance.now()];
  await work();
  return { ms: performance.now() - began, cpuMs: cpuMs(pid) - cpu };
}
