/** A file as somebody sends it: previewed, or read by the mapping that was confirmed. */
import type { Preview } from '../api/intake.ts';
import { withoutHidden } from '../domain/hidden.ts';
import { MAX_NAME_CHARS } from '../domain/limits.ts';
import type { FileMapping, Mapping, MappingTemplate } from '../domain/mapping.ts';
import { withSeries } from '../parts/decoders/source.ts';
import { type ReadBom, readFileLines } from './intake.ts';
import type { OfferedTable } from './mapping/guess.ts';
import { templateOf } from './mapping/templates.ts';
import { MAX_QUESTIONS, type Question } from './mapping/questions.ts';
import { openFile } from './open.ts';
import {
  askedOf,
  asksWhichTable,
  type FileLines,
  isBom,
  NO_PARTS,
  previewOpened,
  readOpened,
  tellsOfParts,
} from './preview.ts';
import { BomRefusal } from './refusal.ts';
import { columnLetters, type OpenedFile } from './table.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is kept of the file beside its lines. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly container: string;
  readonly encoding: string | null;
  /** Without how sure each column was: the same reading is the same reading. */
  readonly mapping: object;
  readonly issues: FileLines['issues'];
  /** Of a mapping that a person has confirmed. */
  readonly headers_key?: string;
  readonly template?: MappingTemplate;
}

/** Enough to see how the columns are read. */
const SHOWN_ROWS = 30;
/** Cells may hold anything; a preview shows their beginning. */
const SHOWN_CELL_CHARS = 200;
/** Issues of single rows; above this only one of each kind would help. */
const SHOWN_ISSUES = 500;

/**
 * @param templates mappings that were confirmed for other files
 * @param decided what somebody has decided already: a whole mapping, or which table is the BOM
 * @throws BomRefusal where the file cannot be opened, holds no BOM, or is another one than the mapping's
 */
export async function previewUpload(
  { name, bytes }: Upload,
  templates: readonly MappingTemplate[],
  decided: {
    readonly mapping?: FileMapping | undefined;
    readonly table?: number | undefined;
    readonly part?: number | undefined;
  },
): Promise<Omit<Preview, 'existing'>> {
  const sha256 = await digest(bytes);
  if (decided.mapping) requireSame(decided.mapping, sha256);
  const opened = await openFile(bytes);
  const proposed = await withSeries(() =>
    propose(
      opened,
      templates,
      decided.mapping ? { table: decided.mapping.table } : decided,
      'show',
    )
  );
  const mapping: Mapping = decided.mapping ?? proposed.mapping;
  const { lines, issues } = !decided.mapping
    ? proposed
    : tellsOfParts(decided.mapping)
    ? readOpened(opened, decided.mapping)
    : NO_PARTS;
  const questions = !decided.mapping
    ? proposed.questions
    : await askedLater(opened, templates, proposed, decided.mapping);
  const identified = (of: Mapping): FileMapping => ({ ...of, file_sha256: sha256 });
  const first = mapping.header_rows[0] ?? mapping.first_row;
  const rows = opened.tables[mapping.table]?.rows ?? [];
  const shown = rows.filter(({ number }) => number >= first).slice(0, SHOWN_ROWS);
  return {
    file: { name: shownName(name), sha256, container: opened.container, encoding: opened.encoding },
    tables: takenFirst(proposed.tables, mapping).map((offered) => {
      const { table, part, name, header_rows, first_row, last_row, side } = offered;
      const [left, right] = [side.from, side.to - 1].map((at) => columnLetters(opened.tables[table]!, at));
      return {
        table,
        part,
        name,
        header_rows: [...header_rows],
        first_row,
        last_row,
        first_column: left!,
        last_column: right!,
      };
    }),
    mapping: identified(mapping),
    remembered: !decided.mapping && isRemembered(mapping, templates),
    rows: shown.map(({ number, cells }) => ({
      row: number,
      cells: cells.map((cell) => cell.slice(0, SHOWN_CELL_CHARS)),
    })),
    not_placed: lines.filter(({ do_not_place }) => do_not_place).flatMap(({ rows }) => rows)
      .filter((row) => shown.some(({ number }) => number === row)),
    line_count: lines.length,
    issues: issues.slice(0, SHOWN_ISSUES),
    questions: questions.map(({ code, detail, options }) => ({
      code,
      detail,
      options: options.map(({ label, mapping }) => ({ label, mapping: identified(mapping) })),
    })),
  };
}

/**
 * What could not be asked before somebody had said which table is the BOM, or what the columns of a file are of which nothing
 * was recognised. No file asks more than twice.
 */
async function askedLater(
  opened: OpenedFile,
  templates: readonly MappingTemplate[],
  { mapping, questions }: ReturnType<typeof propose>,
  decided: Mapping,
): Promise<Question[]> {
  return await withSeries(() => {
    const isChosen = questions.some(({ code }) => code === 'which_table') ||
      (opened.tables.length > 1 && asksWhichTable(opened, templates));
    const earlier = isChosen ? 1 : 0;
    return isBom(mapping) && earlier === 0 ? [] : askedOf(opened, decided).slice(0, MAX_QUESTIONS - earlier);
  });
}

/**
 * @param given the mapping that was confirmed; null: what a preview proposes, if it asks nothing
 * @throws BomRefusal as `previewUpload`, and `mapping_needed` where it does
 */
export async function readUpload(
  { name, bytes }: Upload,
  templates: readonly MappingTemplate[],
  given: { readonly mapping: FileMapping | null; readonly name: string | null },
): Promise<ReadBom & { readonly file: StoredFile }> {
  const sha256 = await digest(bytes);
  if (given.mapping) {
    requireSame(given.mapping, sha256);
    if (!tellsOfParts(given.mapping)) {
      throw new BomRefusal('no_part_number_column', NO_PARTS.issues[0]!.detail);
    }
  }
  const opened = await openFile(bytes);
  const mapping = given.mapping ??
    unasked(await withSeries(() => propose(opened, templates, {}, 'refuse')));
  const fileName = shownName(name);
  const read = readFileLines(given.name ?? fileName, readOpened(opened, mapping), mapping);
  const template = templateOf(mapping);
  return {
    ...read,
    file: {
      sha256,
      name: fileName,
      container: opened.container,
      encoding: opened.encoding,
      mapping: storedMapping(mapping),
      issues: read.issues,
      ...(given.mapping && mapping.header_rows.length > 0
        ? { headers_key: await digest(new TextEncoder().encode(template.headers.join('\n'))), template }
        : {}),
    },
  };
}

function propose(
  opened: OpenedFile,
  templates: readonly MappingTemplate[],
  { table, part }: { readonly table?: number | undefined; readonly part?: number | undefined },
  unknown: 'refuse' | 'show',
) {
  const chosen = table === undefined ? undefined : opened.tables[table];
  if (table === undefined || !chosen) return previewOpened(opened, { templates }, unknown);
  const preview = previewOpened({ ...opened, tables: [chosen] }, { templates, part }, unknown);
  const inFile = <Placed extends { readonly table: number }>(placed: Placed): Placed => ({
    ...placed,
    table,
  });
  return {
    ...preview,
    mapping: inFile(preview.mapping),
    tables: preview.tables.map(inFile),
    questions: preview.questions.map(({ options, ...question }) => ({
      ...question,
      options: options.map(({ label, mapping }) => ({ label, mapping: inFile(mapping) })),
    })),
  };
}

function unasked({ mapping, questions }: ReturnType<typeof propose>): Mapping {
  if (questions.length === 0) return mapping;
  throw new BomRefusal(
    'mapping_needed',
    `${
      questions.map(({ detail }) => detail).join(' ')
    } Ask POST boms/preview, and send the mapping that is right.`,
  );
}

/** The tables that are offered, that first of which a mapping reads most columns. */
function takenFirst(tables: readonly OfferedTable[], { table, first_row, columns }: Mapping): OfferedTable[] {
  const read = (one: OfferedTable) =>
    one.table !== table || first_row < one.first_row || first_row > one.last_row
      ? 0
      : columns.filter(({ role, index }) => role !== 'extra' && index >= one.side.from && index < one.side.to)
        .length;
  return tables.toSorted((a, b) => read(b) - read(a));
}

function isRemembered(mapping: Mapping, templates: readonly MappingTemplate[]): boolean {
  const { headers, columns } = templateOf(mapping);
  return mapping.header_rows.length > 0 &&
    templates.some((one) =>
      one.headers.length === headers.length && one.headers.every((name, i) => name === headers[i]) &&
      // Of tables side by side, another one may have been confirmed.
      one.columns.every(({ index, role }, i) => index === columns[i]?.index && role === columns[i].role)
    );
}

/** A mapping as a BOM keeps it: the same whether somebody confirmed it or nobody was asked. */
export function storedMapping(
  { table, header_rows, first_row, last_row, decimal_mark, blank_place, columns }: Mapping,
): object {
  return {
    table,
    header_rows,
    first_row,
    last_row,
    decimal_mark,
    blank_place: blank_place ?? 'placed',
    // Their names are what an export gives back.
    columns: columns.map(({ index, name, role, group, supplier }) => ({
      index,
      name,
      role,
      group,
      supplier,
    })),
  };
}

function requireSame({ file_sha256 }: FileMapping, sha256: string): void {
  if (file_sha256 === sha256) return;
  throw new BomRefusal(
    'file_changed',
    'The file is another one than the mapping was made for. Preview it again.',
  );
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file's name as people may read it: without folders, and without what nobody sees. */
function shownName(name: string): string {
  const visible = withoutHidden(name.normalize('NFC')).text;
  return visible.replace(/^.*[/\\]/s, '').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_CHARS) || 'BOM';
}
