/** Files of an export, written page by page: by the function that streams them, and by programs that read the pages. */
import type { ExportFormat, StoredExportPage } from '../../api/export.ts';
import { DEFAULT_BOARDS } from '../../domain/judging.ts';
import { BYTE_ORDER_MARK, csvRow } from './csv.ts';
import { FIELD_HEADERS, type FieldFormat, fieldRows } from './fields.ts';
import { type Packing, streamPacking } from './packing.ts';
import { shownAnswer } from '../shown.ts';
import { titleOf } from '../title.ts';
import { ExportSheets, LINES } from './sheets.ts';
import { type AddRow, writeWorkbook } from './workbook.ts';

const encoder = new TextEncoder();

/**
 * @param pages of one BOM, from the first to the last
 * @param boards how many prices are for; null: as many as the BOM is meant for
 * @param packing of what is packed
 * @returns the file's bytes, as they come about
 */
export function writeExport(
  format: ExportFormat,
  pages: AsyncIterable<StoredExportPage>,
  boards: number | null,
  packing: Packing = streamPacking,
): AsyncGenerator<Uint8Array> {
  return WRITERS[format](pages, boards, packing);
}

type Write = (
  pages: AsyncIterable<StoredExportPage>,
  boards: number | null,
  packing: Packing,
) => AsyncGenerator<Uint8Array>;

const WRITERS: Readonly<Record<ExportFormat, Write>> = {
  async *csv(pages, boards) {
    let sheets: ExportSheets | undefined;
    for await (const page of pages) {
      let text = '';
      if (!sheets) {
        sheets = new ExportSheets(page, boards ?? page.boards ?? DEFAULT_BOARDS);
        text += BYTE_ORDER_MARK + csvRow(sheets.sheets[LINES]!.columns.map(({ name }) => name));
      }
      for (const line of page.lines) text += csvRow(sheets.lineRow(line));
      yield encoder.encode(text);
    }
  },

  async *xlsx(pages, boards, packing) {
    const [first, all] = await peek(pages);
    const sheets = new ExportSheets(first, boards ?? first.boards ?? DEFAULT_BOARDS);
    async function* batches(): AsyncGenerator<(add: AddRow) => void> {
      for await (const page of all) yield (add) => sheets.addRows(page.lines, add);
      yield (add) => sheets.addLastRows(add);
    }
    yield* writeWorkbook(sheets.sheets, LINES, batches(), packing);
  },

  async *json(pages) {
    let isFirst = true;
    for await (const { lines, next: _, said: __, ...head } of pages) {
      const list = lines.map((line) => JSON.stringify(shownAnswer(line))).join(',\n');
      const before = isFirst ? `${JSON.stringify(head).slice(0, -1)},"lines":[\n` : ',\n';
      isFirst = false;
      yield encoder.encode(before + list);
    }
    yield encoder.encode('\n]}\n');
  },

  kicad_fields: (pages) => writeFields(pages, 'kicad_fields'),
  altium_fields: (pages) => writeFields(pages, 'altium_fields'),
};

/** Without a byte order mark, which a layout program may take for a part of the first name. */
async function* writeFields(
  pages: AsyncIterable<StoredExportPage>,
  format: FieldFormat,
): AsyncGenerator<Uint8Array> {
  let text = csvRow(FIELD_HEADERS[format]);
  for await (const { lines } of pages) {
    text += lines.flatMap((line) => fieldRows(line, format)).map(csvRow).join('');
    if (text !== '') yield encoder.encode(text);
    text = '';
  }
}

/** The first page, and all of them. */
async function peek(
  pages: AsyncIterable<StoredExportPage>,
): Promise<[StoredExportPage, AsyncIterable<StoredExportPage>]> {
  const iterator = pages[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new Error('An export has at least one page.');
  async function* all(): AsyncGenerator<StoredExportPage> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return [first.value, all()];
}

/** A file name that every system takes, with the BOM's name in it. */
export const fileName = (name: string, format: ExportFormat): string =>
  `${plainName(name)}${format.endsWith('_fields') ? `-${format.replace('_', '-')}` : ''}.${
    extensionOf(format)
  }`;

const extensionOf = (format: ExportFormat): string => format.endsWith('_fields') ? 'csv' : format;

/** What of a BOM's name every system takes in the name of a file. */
export function plainName(name: string): string {
  const plain = titleOf(name).replaceAll(
    /[^\p{L}\p{N} ._()-]+/gu,
    ' ',
  ).replaceAll(/\s+/g, ' ').trim();
  // By whole characters: half of one has no address.
  const short = [...plain.replace(/^\.+/, '')].slice(0, 80).join('').trim();
  return short || 'bom';
}
