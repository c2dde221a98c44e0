/** One BOM going through the product before your eyes: imported, started, followed, summed up. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import type { EventEnvelope, RunState } from '../shared/domain/event.ts';
import type { Answer } from '../client/client.ts';
import type { Api } from './api-client.ts';
import { follow } from './follow.ts';
import { importFile } from './import-file.ts';
import type { LocalFile } from './local-file.ts';
import type { Asker } from './ask.ts';
import { createProgress, type Screen, summary } from './terminal.ts';

const SAMPLE_NAME = 'Sample: environmental sensor';
/** Not-found part numbers named in the summary; the page shows all. */
const NAMED_PARTS = 5;

type Bom = Answer<'GET /boms/:bom_id'>;

/**
 * Enriches the user's file, or the sample, and shows it.
 * @param file null for the sample, which is imported once and then run again
 * @param sample path of the sample
 * @param ask how to ask the person at the terminal; null where nobody is there
 * @returns whether the run completed
 */
export async function showRun(
  api: Api,
  organizationId: string,
  { file, sample, ask }: {
    readonly file: LocalFile | null;
    readonly sample: string;
    readonly ask: Asker | null;
  },
): Promise<boolean> {
  const bom = file === null
    ? await findSample(api, organizationId) ??
      await importSample(api, organizationId, await readFile(sample, 'utf8'))
    : await importFile(api, organizationId, file, { choose: ask, say: console.log });
  const startedAt = Date.now();
  console.log(`\n${bom.name}: ${await startOrResume(api, organizationId, bom)}\n`);
  const { status, inWords } = await showEvents(api, bom.bom_id, process.stdout, { startedAt });
  console.log(`\n${inWords}`);
  await nameUnknownParts(api, bom.bom_id);
  return status === 'completed';
}

export interface Shown {
  readonly status: RunState['status'];
  readonly event: EventEnvelope;
  /** What came of it. */
  readonly inWords: string;
}

/**
 * Shows a run up to its end.
 * @param startedAt when it was asked for; what is watched only now has its own times
 * @param onEvent told of each event, too
 */
export async function showEvents(
  api: Api,
  bomId: string,
  screen: Screen,
  { startedAt, onEvent = () => {} }: {
    readonly startedAt?: number;
    readonly onEvent?: (event: EventEnvelope) => void;
  } = {},
): Promise<Shown> {
  const progress = createProgress(screen);
  const event = await follow(api, bomId, (event) => {
    progress.show(event);
    onEvent(event);
  }, {
    onTrouble(sentence) {
      progress.end();
      screen.write(`  ${sentence}\n`);
    },
  });
  progress.end();
  const { state } = event;
  const began = startedAt ?? Date.parse(state.started_at ?? state.last_update);
  const { line_count } = await api.call('GET /boms/:bom_id', { params: { bom_id: bomId } });
  const ended = startedAt === undefined ? Date.parse(state.last_update) : Date.now();
  return { status: state.status, event, inWords: summary(state, line_count, ended - began) };
}

async function findSample(api: Api, organizationId: string): Promise<Bom | undefined> {
  const query = { organization_id: organizationId, search: SAMPLE_NAME };
  const { boms } = await api.call('GET /boms', { query });
  return boms.find((bom) => bom.name === SAMPLE_NAME);
}

function importSample(api: Api, organizationId: string, csv: string): Promise<Bom> {
  return api.call('POST /boms', { body: { organization_id: organizationId, name: SAMPLE_NAME, csv } });
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
  const unknown: string[] = [];
  for (let after: number | null = 0; after !== null && unknown.length <= NAMED_PARTS;) {
    const page: Answer<'GET /boms/:bom_id/lines'> = await api.call('GET /boms/:bom_id/lines', {
      params: { bom_id: bomId },
      query: { after: `${after}` },
    });
    unknown.push(
      ...page.lines.filter(({ status }) => status === 'not_found').flatMap(({ mpn }) => mpn ?? []),
    );
    after = page.next;
  }
  if (unknown.length === 0) return;
  const names = unknown.slice(0, NAMED_PARTS).join(', ');
  console.log(`  nobody knows      ${names}${unknown.length > NAMED_PARTS ? ', …' : ''}`);
}
