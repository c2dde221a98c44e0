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
 * Applies release by release to an empty database, puts a run in flight at each, and after the last works on all of them
 * with the calls that functions of the releases before it make.
 * @returns what is wrong afterwards, a sentence each
 */
export async function upgradeUnderRuns(
  database: TestDatabase,
  releases: readonly Release[],
): Promise<string[]> {
  const inFlight = [];
  for (const [i, { file }] of releases.entries()) {
    try {
      await applyReleases(database.adminUrl, releases.slice(0, i + 1));
    } catch (error) {
      return [`${file} cannot be applied while a run is in flight: ${error}`];
    }
    // None at the head, unless there is nothing before it.
    if (i < releases.length - 1 || i === 0) inFlight.push({ file, ...await runInFlight(database) });
  }
  const wrong: string[] = [];
  for (const { file, runs, worker, held } of inFlight) {
    try {
      await finish(runs, worker, held);
    } catch (error) {
      wrong.push(`A worker of ${file} cannot go on: ${error}`);
    }
    wrong.push(...(await faultsOf(runs)).map((fault) => `A run that began at ${file} ${fault}`));
  }
  return wrong;
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
