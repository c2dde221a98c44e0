/** Releases of the database as files, and an upgrade from each of them under runs that are in flight. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareDatabase } from '../../local/database.ts';
import type { Json, TestDatabase } from '../support/database.ts';
import { newRuns, results, type Runs } from '../support/runs.ts';

const MIGRATIONS = new URL('../../supabase/migrations/', import.meta.url);

export interface Release {
  readonly file: string;
  readonly sql: string;
}

/** The product's own, oldest first. */
export const RELEASES: readonly Release[] = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql'))
  .sort().map((file) => ({ file, sql: readFileSync(new URL(file, MIGRATIONS), 'utf8') }));

/** Applies those of the releases that a database does not have. */
export async function applyReleases(adminUrl: string, releases: readonly Release[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bomstream-releases-'));
  try {
    for (const { file, sql } of releases) await writeFile(join(folder, file), sql);
    await prepareDatabase(adminUrl, undefined, pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A run of which one line is done, one is in the hands of a worker and the rest waits. */
async function runInFlight(database: TestDatabase): Promise<{ runs: Runs; worker: string; held: Json[] }> {
  const runs = await newRuns(database, ['P1', 'P2', 'P3', 'P4']);
  const worker = randomUUID();
  await runs.start();
  const claim = async () =>
    (await database.call('bomstream_claim', { p_worker_id: worker, p_limit: 1 })).lines as Json[];
  await runs.commit(worker, results(await claim()));
  return { runs, worker, held: await claim() };
}

/**
 * Applies the releases before an upgrade to an empty database, puts a run in flight, applies those that the upgrade brings,
 * and works on with the calls that functions of the release before make.
 * @returns what is wrong afterwards, a sentence each
 */
export async function upgradeUnderRun(
  database: TestDatabase,
  before: readonly Release[],
  upgrade: readonly Release[],
): Promise<string[]> {
  await applyReleases(database.adminUrl, before);
  const { runs, worker, held } = await runInFlight(database);
  try {
    await applyReleases(database.adminUrl, [...before, ...upgrade]);
  } catch (error) {
    return [`It cannot be applied while a run is in flight: ${error}`];
  }
  const wrong: string[] = [];
  try {
    await finish(runs, worker, held);
  } catch (error) {
    wrong.push(`The worker cannot go on: ${error}`);
  }
  return [...wrong, ...(await faultsOf(runs)).map((fault) => `The run ${fault}`)];
}

async function finish(runs: Runs, worker: string, held: readonly Json[]): Promise<void> {
  const { accepted } = await runs.commit(worker, results(held));
  if (accepted !== held.length) throw new Error('the line that it held was taken from it');
  for (let lines = held; lines.length > 0;) {
    lines = (await runs.claim(worker)).lines;
    if (lines.length > 0) await runs.commit(worker, results(lines));
  }
}

async function faultsOf(runs: Runs): Promise<string[]> {
  const [run, events, lines] = [await runs.run(), await runs.events(), await runs.lines()];
  const ends = events.filter(({ event_type }) =>
    /^enrichment\.(completed|failed|cancelled)$/.test(event_type)
  );
  return [
    run.status === 'completed' ? '' : `is ${run.status}`,
    lines.every(({ status }) => status === 'not_found') ? '' : 'has lines that are not settled',
    events.every(({ seq }, i) => seq === i + 1) ? '' : 'has holes in its events',
    ends.length === 1 && events.at(-1) === ends[0] ? '' : `has ${ends.length} ends, or events after them`,
    run.not_found_items === lines.length ? '' : `counts ${run.not_found_items} of ${lines.length} lines`,
  ].filter(Boolean);
}
