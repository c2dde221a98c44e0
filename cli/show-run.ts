/** One BOM going through the product before your eyes: imported, started, followed, summed up. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RunState } from '../shared/domain/event.ts';
import { decodeText, NotUtf8 } from '../shared/domain/utf8.ts';
import type { Answer } from '../client/client.ts';
import type { Api } from './api-client.ts';
import { whyNot } from './file-errors.ts';
import { follow } from './follow.ts';
import { createProgress, summary } from './terminal.ts';

const SAMPLE_NAME = 'Sample: environmental sensor';
/** Not-found part numbers named in the summary; the page shows all. */
const NAMED_PARTS = 5;

type Bom = Answer<'GET /boms/:bom_id'> & Partial<Pick<Answer<'POST /boms'>, 'issues'>>;

/** A file of the user's, as it is imported. */
export interface BomFile {
  readonly name: string;
  readonly csv: string;
}

/**
 * Enriches the user's file, or the sample, and shows it.
 * @param file null for the sample, which is imported once and then run again
 * @param sample path of the sample
 * @returns whether the run completed
 */
export async function showRun(
  api: Api,
  organizationId: string,
  { file, sample }: { readonly file: BomFile | null; readonly sample: string },
): Promise<boolean> {
  const bom = file === null
    ? await findSample(api, organizationId) ??
      await importCsv(api, organizationId, { name: SAMPLE_NAME, csv: await readFile(sample, 'utf8') })
    : await importCsv(api, organizationId, file);
  const startedAt = Date.now();
  for (const { severity, detail } of bom.issues ?? []) console.log(`  ${severity}: ${detail}`);
  console.log(`\n${bom.name}: ${await startOrResume(api, organizationId, bom)}\n`);
  const { status } = await showEvents(api, bom.bom_id, startedAt);
  await nameUnknownParts(api, bom.bom_id);
  return status === 'completed';
}

/**
 * Shows a run up to its end, and what came of it.
 * @param startedAt when it was asked for; what is watched only now has its own times
 */
export async function showEvents(api: Api, bomId: string, startedAt?: number): Promise<RunState> {
  const progress = createProgress();
  const { state } = await follow(api, bomId, (event) => progress.show(event), {
    onSilent() {
      progress.end();
      console.log('  Nothing comes from the server any more. Connecting anew …');
    },
  });
  progress.end();
  const began = startedAt ?? Date.parse(state.started_at ?? state.last_update);
  const ended = startedAt === undefined ? Date.parse(state.last_update) : Date.now();
  console.log(`\n${summary(state, ended - began)}`);
  return state;
}

async function findSample(api: Api, organizationId: string): Promise<Bom | undefined> {
  const query = { organization_id: organizationId, search: SAMPLE_NAME };
  const { boms } = await api.call('GET /boms', { query });
  return boms.find((bom) => bom.name === SAMPLE_NAME);
}

function importCsv(api: Api, organizationId: string, file: BomFile): Promise<Bom> {
  return api.call('POST /boms', { body: { organization_id: organizationId, ...file } });
}

/** A start that was killed in the middle of a run left it active: it goes on when its dead worker's lease runs out. */
async function startOrResume(
  api: Api,
  organizationId: string,
  { bom_id, status, latest_run }: Bom,
): Promise<string> {
  const params = { bom_id };
  if (status === 'paused') await api.call('POST /enrichment/:bom_id/resume', { params });
  if (status === 'paused' || status === 'queued' || status === 'enriching') {
    return `run ${latest_run?.run} had not ended; it goes on (this can take half a minute)`;
  }
  const body = { organization_id: organizationId, mode: 'all' } as const;
  const run = await api.call('POST /enrichment/:bom_id/start', { params, body });
  return `run ${run.run}, ${run.total_items} lines`;
}

async function nameUnknownParts(api: Api, bomId: string): Promise<void> {
  const unknown: (string | null)[] = [];
  for (let after: number | null = 0; after !== null && unknown.length <= NAMED_PARTS;) {
    const page: Answer<'GET /boms/:bom_id/lines'> = await api.call('GET /boms/:bom_id/lines', {
      params: { bom_id: bomId },
      query: { after: `${after}` },
    });
    unknown.push(...page.lines.filter(({ status }) => status === 'not_found').map(({ mpn }) => mpn));
    after = page.next;
  }
  if (unknown.length === 0) return;
  const names = unknown.slice(0, NAMED_PARTS).join(', ');
  console.log(`  nobody knows      ${names}${unknown.length > NAMED_PARTS ? ', …' : ''}`);
}

/** @throws Error with a sentence that says what is wrong with the file */
export async function readBomFile(path: string): Promise<BomFile> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${whyNot(error)}.`);
  }
  try {
    const csv = decodeText(bytes);
    if (csv.trim() === '') throw new Error(`${path} is empty.`);
    return { name: basename(path), csv };
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    throw new Error(
      `${path} is not UTF-8 text: byte ${error.byte} (0x${error.value}) in line ${error.line} begins no character. Save it as "CSV UTF-8" and try again.`,
    );
  }
}
