/** `bomstream catalogue import`: a list of parts on this disk becomes components of an organization's own. */
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { openFile } from '../shared/bom/open.ts';
import { MAX_OWN_COMPONENTS } from '../shared/domain/limits.ts';
import {
  type ComponentList,
  LIST_FILE,
  type ListedRow,
  readComponentList,
} from '../shared/organizations/component-list/read.ts';
import type { Answer } from '../client/client.ts';
import type { Api } from './api-client.ts';
import { readLocalFile } from './local-file.ts';
import { findProject } from './local-install.ts';
import { findOrganization, signIn } from './project.ts';
import { createRowProgress, inWords } from './terminal.ts';

export interface CatalogueArguments {
  readonly source?: string | undefined;
  readonly date?: string | undefined;
  readonly organization?: string | undefined;
}

interface RefusedRow {
  readonly row: number;
  readonly reason: string;
}

/** Of a call's 2 MiB; the rest is for what stands around the components. */
const BATCH_BYTES = 1.5 * 1024 * 1024;
/** Refused rows that are named; who has more has one reason for most of them. */
const SHOWN_ROWS = 100;

const SOME_REFUSED = 2;
/** As shells say that a program was ended by Ctrl-C. */
const INTERRUPTED = 130;

/** @returns the exit code: 0 when every row is kept, 2 when some were refused, 130 when it was interrupted */
export async function importCatalogue(
  path: string,
  { source, date, organization }: CatalogueArguments,
): Promise<number> {
  // Before anything is asked of the server: what is wrong here, nobody there can put right.
  const file = await readLocalFile(path);
  const observedAt = date === undefined ? file.changedAt : dayOf(date);
  const list = readComponentList(await openFile(file.bytes, LIST_FILE));
  describe(file.name, list);

  const project = await findProject();
  const api = await signIn(project);
  const organizationId = organization ?? await findOrganization(api);
  if (!organizationId) {
    throw new Error(`${project.email} may edit in no organization. docs/guide.md says how to add members.`);
  }
  const origin = { source: source ?? file.name, observed_at: observedAt.toISOString() };
  const { counts, refused, isInterrupted } = await send(api, organizationId, origin, list.rows);

  const { created, updated, unchanged } = counts;
  console.log(
    `\n  new        ${inWords(created)}\n  changed    ${inWords(updated)}\n  unchanged  ${
      inWords(unchanged)
    }`,
  );
  const all = [...list.refused, ...refused].toSorted((a, b) => a.row - b.row);
  if (all.length > 0) console.log(`  refused    ${inWords(all.length)}`);
  for (const { row, reason } of all.slice(0, SHOWN_ROWS)) console.log(`    row ${row}: ${reason}`);
  if (all.length > SHOWN_ROWS) console.log(`    and ${inWords(all.length - SHOWN_ROWS)} more rows`);
  if (isInterrupted) return INTERRUPTED;
  return all.length > 0 ? SOME_REFUSED : 0;
}

function dayOf(text: string): Date {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // 30 February would become a day in March.
  if (day === null || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new Error(`--date ${text} is no day such as 2026-11-30.`);
  }
  return day;
}

function describe(name: string, { sheet, columns, rows, refused, remarks }: ComponentList): void {
  const count = rows.length + refused.length;
  const taken = columns.flatMap(({ name, field, unit }) =>
    field === null
      ? []
      : [`${field.replaceAll('_', ' ')} from "${name}"${unit === null ? '' : ` in ${unit}`}`]
  );
  const left = columns.filter(({ field }) => field === null).map(({ name }) => `"${name}"`);
  console.log(
    `${name}: ${inWords(count)} ${count === 1 ? 'row' : 'rows'}${
      sheet === null ? '' : ` of the sheet "${sheet}"`
    }: ${taken.join(', ')}.`,
  );
  if (left.length > 0) console.log(`  Not taken: ${left.join(', ')}.`);
  for (const remark of remarks) console.log(`  ${remark}`);
}

/** Sends the rows batch after batch. Ctrl-C ends it behind the one at work; a second one ends the program. */
async function send(
  api: Api,
  organizationId: string,
  origin: { readonly source: string; readonly observed_at: string },
  rows: readonly ListedRow[],
) {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const refused: RefusedRow[] = [];
  const progress = createRowProgress(rows.length);
  let isInterrupted = false;
  const interrupt = () => void (isInterrupted = true);
  process.once('SIGINT', interrupt);
  let done = 0;
  try {
    for (const batch of inBatches(rows)) {
      if (isInterrupted) break;
      const answer = await write(api, organizationId, origin, batch);
      for (const name of ['created', 'updated', 'unchanged'] as const) counts[name] += answer[name];
      refused.push(
        ...answer.refused.map(({ index, path, message }) => ({
          row: batch[index]!.row,
          reason: `${path} ${message}`,
        })),
      );
      done += batch.length;
      progress.show(done);
    }
  } finally {
    process.removeListener('SIGINT', interrupt);
    progress.end();
    if (done < rows.length) {
      console.log(
        `  Stopped behind ${inWords(done)} of ${
          inWords(rows.length)
        } rows, which are kept. Run the same command again to go on.`,
      );
    }
  }
  return { counts, refused, isInterrupted: done < rows.length };
}

function write(
  api: Api,
  organizationId: string,
  origin: { readonly source: string; readonly observed_at: string },
  batch: readonly ListedRow[],
): Promise<Answer<'POST /organizations/:organization_id/components'>> {
  return api.call('POST /organizations/:organization_id/components', {
    params: { organization_id: organizationId },
    body: { ...origin, components: batch.map(({ component }) => component) },
  });
}

function* inBatches(rows: readonly ListedRow[]): Generator<readonly ListedRow[]> {
  let batch: ListedRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row.component));
    if (batch.length === MAX_OWN_COMPONENTS || (bytes + size > BATCH_BYTES && batch.length > 0)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
