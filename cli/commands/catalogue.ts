/** `bomstream catalogue import`: a list of parts on this disk becomes components of an organization's own. */
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import { openFile } from '../../shared/bom/open.ts';
import { MAX_OWN_COMPONENTS } from '../../shared/domain/limits.ts';
import {
  type ComponentList,
  LIST_FILE,
  type ListedRow,
  readComponentList,
} from '../../shared/organizations/component-list/read.ts';
import type { Answer } from '../../client/client.ts';
import type { Api } from '../api-client.ts';
import { accessOf, describe, outputOf } from '../command.ts';
import { organizationOf } from '../connect.ts';
import { EXIT } from '../exit-codes.ts';
import { readLocalFile } from '../local-file.ts';
import { say } from '../output.ts';
import { createRowProgress, inWords } from '../terminal.ts';

interface Options {
  readonly source?: string;
  readonly date?: Date;
  readonly organization?: string;
}

interface RefusedRow {
  readonly row: number;
  readonly reason: string;
}

/** Of a call's 2 MiB; the rest is for what stands around the components. */
const BATCH_BYTES = 1.5 * 1024 * 1024;
/** Refused rows that are named; who has more has one reason for most of them. */
const SHOWN_ROWS = 100;

export default function define(command: Command): void {
  describe(
    command.command('import').description(
      'Keeps the parts of your own list (CSV, XLSX, JSON lines …) as components of your organization. What is there already and says the same is left as it is, so that an import that was interrupted is simply run again.',
    ),
    [
      ['bomstream catalogue import parts.xlsx', 'keep its parts'],
      [
        'bomstream catalogue import parts.csv --source ERP --date 2026-11-30',
        'say whose list it is, and as of when',
      ],
    ],
  )
    .argument('<file>', 'the list')
    .option('--source <name>', "the list is called so, instead of by the file's name")
    .option(
      '--date <date>',
      'and says so as of this day (2026-11-30), instead of when the file was last changed',
      dayOf,
    )
    .option('--organization <id>', 'keep them there, instead of in the first organization you may edit in')
    .action(importCatalogue);
}

async function importCatalogue(
  path: string,
  { source, date, organization }: Options,
  command: Command,
): Promise<void> {
  // Before anything is asked of the server: what is wrong here, nobody there can put right.
  const file = await readLocalFile(path);
  const observedAt = date ?? file.changedAt;
  const list = readComponentList(await openFile(file.bytes, LIST_FILE));
  sayWhatIsTaken(file.name, list);

  const access = await accessOf(command);
  const organizationId = await organizationOf(access, organization);
  const origin = { source: source ?? file.name, observed_at: observedAt.toISOString() };
  const { counts, refused, isInterrupted } = await send(access.api, organizationId, origin, list.rows);

  const all = [...list.refused, ...refused].toSorted((a, b) => a.row - b.row);
  outputOf(command).value(
    { ...counts, refused: all, interrupted: isInterrupted },
    () => inShort(counts, all),
  );
  if (isInterrupted) process.exitCode = EXIT.interrupted;
  else if (all.length > 0) process.exitCode = EXIT.partly;
}

function inShort(
  { created, updated, unchanged }: Readonly<Record<'created' | 'updated' | 'unchanged', number>>,
  refused: readonly RefusedRow[],
): string {
  return [
    `  new        ${inWords(created)}`,
    `  changed    ${inWords(updated)}`,
    `  unchanged  ${inWords(unchanged)}`,
    ...refused.length > 0 ? [`  refused    ${inWords(refused.length)}`] : [],
    ...refused.slice(0, SHOWN_ROWS).map(({ row, reason }) => `    row ${row}: ${reason}`),
    ...refused.length > SHOWN_ROWS ? [`    and ${inWords(refused.length - SHOWN_ROWS)} more rows`] : [],
  ].join('\n');
}

function dayOf(text: string): Date {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // 30 February would become a day in March.
  if (day === null || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new InvalidArgumentError('It is no day such as 2026-11-30.');
  }
  return day;
}

function sayWhatIsTaken(name: string, { sheet, columns, rows, refused, remarks }: ComponentList): void {
  const count = rows.length + refused.length;
  const taken = columns.flatMap(({ name, field, unit }) =>
    field === null
      ? []
      : [`${field.replaceAll('_', ' ')} from "${name}"${unit === null ? '' : ` in ${unit}`}`]
  );
  const left = columns.filter(({ field }) => field === null).map(({ name }) => `"${name}"`);
  say(
    `${name}: ${inWords(count)} ${count === 1 ? 'row' : 'rows'}${
      sheet === null ? '' : ` of the sheet "${sheet}"`
    }: ${taken.join(', ')}.`,
  );
  if (left.length > 0) say(`  Not taken: ${left.join(', ')}.`);
  for (const remark of remarks) say(`  ${remark}`);
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
  const progress = createRowProgress(rows.length, process.stderr);
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
      say(
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
