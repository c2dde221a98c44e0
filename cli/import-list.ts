/** A list on this disk becomes rows of an organization's own, batch after batch. */
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import { openFile } from '../shared/bom/open.ts';
import type { OpenedFile } from '../shared/bom/table.ts';
import { MAX_OWN_COMPONENTS } from '../shared/domain/limits.ts';
import { LIST_FILE } from '../shared/organizations/component-list/read.ts';
import type { Api } from './api-client.ts';
import { accessOf, outputOf } from './command.ts';
import { organizationOf } from './connect.ts';
import { EXIT } from './exit-codes.ts';
import { readLocalFile } from './local-file.ts';
import { say } from './output.ts';
import { createRowProgress, inWords } from './terminal.ts';

export interface ListOptions {
  readonly source?: string;
  readonly date?: Date;
  readonly organization?: string;
}

interface ListRow<Body> {
  /** As the file numbers it. */
  readonly row: number;
  readonly body: Body;
}

interface RefusedRow {
  readonly row: number;
  readonly reason: string;
}

/** What a file was read as. */
interface ReadList<Body> {
  readonly sheet: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly field: string | null;
    readonly unit?: string | null;
  }[];
  readonly rows: readonly ListRow<Body>[];
  readonly refused: readonly RefusedRow[];
  readonly remarks: readonly string[];
}

/** Which list says so, and as of when. */
interface Origin {
  readonly source: string;
  readonly observed_at: string;
}

/** How rows of one kind are read and stored. */
export interface ListKind<Body> {
  read(opened: OpenedFile): ReadList<Body>;
  write(api: Api, organizationId: string, origin: Origin, rows: readonly Body[]): Promise<
    Readonly<Record<Count, number>> & {
      readonly refused: readonly {
        readonly index: number;
        readonly path: string;
        readonly message: string;
      }[];
    }
  >;
}

const COUNTS = ['created', 'updated', 'unchanged'] as const;
type Count = (typeof COUNTS)[number];

/** Of a call's 2 MiB; the rest is for what stands around the rows. */
const BATCH_BYTES = 1.5 * 1024 * 1024;
/** Refused rows that are named; who has more has one reason for most of them. */
const SHOWN_ROWS = 100;

/** What every import of a list takes. */
export const takesList = (command: Command): Command =>
  command.argument('<file>', 'the list')
    .option('--source <name>', "the list is called so, instead of by the file's name")
    .option(
      '--date <date>',
      'and says so as of this day (2026-11-30), instead of when the file was last changed',
      dayOf,
    )
    .option('--organization <id>', 'keep them there, instead of in the first organization you may edit in');

/** Reads the file, sends its rows, and says what was kept; the exit code says whether all were. */
export async function importList<Body>(
  path: string,
  { source, date, organization }: ListOptions,
  command: Command,
  { read, write }: ListKind<Body>,
): Promise<void> {
  // Before anything is asked of the server: what is wrong here, nobody there can put right.
  const file = await readLocalFile(path);
  // A file that was changed by a wrong clock says what it does now.
  const observedAt = date ?? new Date(Math.min(file.changedAt.getTime(), Date.now()));
  const list = read(await openFile(file.bytes, LIST_FILE));
  sayWhatIsTaken(file.name, list);

  const access = await accessOf(command);
  const organizationId = await organizationOf(access, organization);
  const origin = { source: source ?? file.name, observed_at: observedAt.toISOString() };
  const { counts, refused, isInterrupted } = await send(
    list.rows,
    (rows) => write(access.api, organizationId, origin, rows),
  );

  const all = [...list.refused, ...refused].toSorted((a, b) => a.row - b.row);
  outputOf(command).value(
    { ...counts, refused: all, interrupted: isInterrupted },
    () => inShort(counts, all),
  );
  if (isInterrupted) process.exitCode = EXIT.interrupted;
  else if (all.length > 0) process.exitCode = EXIT.partly;
}

function inShort(
  { created, updated, unchanged }: Readonly<Record<Count, number>>,
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

function sayWhatIsTaken<Body>(
  name: string,
  { sheet, columns, rows, refused, remarks }: ReadList<Body>,
): void {
  const count = rows.length + refused.length;
  const taken = columns.flatMap(({ name, field, unit = null }) =>
    field === null
      ? []
      // of a list of prices: from how many pieces on
      : [
        `${field === 'from' ? 'least quantity' : field.replaceAll('_', ' ')} from "${name}"${
          unit === null ? '' : ` in ${unit}`
        }`,
      ]
  );
  const left = columns.filter(({ field }) => field === null).map(({ name }) => `"${name}"`);
  say(
    `${name}: ${inWords(count)} ${count === 1 ? 'row' : 'rows'}${
      refused.length === 0 ? '' : `, ${inWords(refused.length)} of them refused`
    }${sheet === null ? '' : ` of the sheet "${sheet}"`}: ${taken.join(', ')}.`,
  );
  if (left.length > 0) say(`  Not taken: ${left.join(', ')}.`);
  for (const remark of remarks) say(`  ${remark}`);
}

/** Sends the rows batch after batch. Ctrl-C ends it behind the one at work; a second one ends the program. */
async function send<Body>(
  rows: readonly ListRow<Body>[],
  write: (rows: readonly Body[]) => ReturnType<ListKind<Body>['write']>,
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
      const answer = await write(batch.map(({ body }) => body));
      for (const name of COUNTS) counts[name] += answer[name];
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
        } entries, which are kept. Run the same command again to go on.`,
      );
    }
  }
  return { counts, refused, isInterrupted: done < rows.length };
}

function* inBatches<Body>(rows: readonly ListRow<Body>[]): Generator<readonly ListRow<Body>[]> {
  let batch: ListRow<Body>[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row.body));
    if (batch.length === MAX_OWN_COMPONENTS || (bytes + size > BATCH_BYTES && batch.length > 0)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
