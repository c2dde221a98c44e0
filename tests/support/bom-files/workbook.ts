/** A small workbook, and the files that hold it: XLSX, ODS and XLS, written here by hand from their specifications. */
import { Buffer } from 'node:buffer';
import { zip, type ZipOptions } from './zip.ts';

/** A number with a format is shown as that says; `shown` is how, where a file stores what is shown. */
export type Cell = string | number | boolean | null | {
  readonly number: number;
  readonly format: string;
  readonly shown?: string;
};

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden?: boolean;
  /** From 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Row and column of the first and of the last cell, from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

export function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

const formatsOf = (sheets: readonly Sheet[]) => [
  ...new Set(
    sheets.flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => typeof cell === 'object' && cell !== null ? [cell.format] : [])
    ),
  ),
];

/** The parts of an XLSX, to be changed before they are packed. */
export function xlsxParts(sheets: readonly Sheet[]): Record<string, string> {
  const formats = formatsOf(sheets);
  const texts = new Map<string, number>();
  const cellXml = (cell: Cell, place: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') {
      if (!texts.has(cell)) texts.set(cell, texts.size);
      return `<c r="${place}" t="s"><v>${texts.get(cell)}</v></c>`;
    }
    if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    return `<c r="${place}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.number}</v></c>`;
  };
  const sheetXml = ({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }: Sheet) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${
      letters(Math.max(1, ...rows.map(({ length }) => length)) - 1)
    }${Math.max(1, rows.length)}"/>${
      hiddenColumns.length
        ? `<cols>${
          hiddenColumns.map((at) => `<col min="${at + 1}" max="${at + 1}" hidden="1"/>`).join('')
        }</cols>`
        : ''
    }<sheetData>${
      rows.map((row, y) =>
        `<row r="${y + 1}"${hiddenRows.includes(y) ? ' hidden="1"' : ''}>${
          row.map((cell, x) => cellXml(cell, `${letters(x)}${y + 1}`)).join('')
        }</row>`
      ).join('')
    }</sheetData>${
      merges.map(([y, x, y2, x2]) => `<mergeCell ref="${letters(x)}${y + 1}:${letters(x2)}${y2 + 1}"/>`).join(
        '',
      )
    }</worksheet>`;
  const worksheets = sheets.map(sheetXml);
  const relations = (list: readonly (readonly [type: string, target: string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
      list.map(([type, target], i) =>
        `<Relationship Id="rId${
          i + 1
        }" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
      )
        .join('')
    }</Relationships>`;
  return {
    '[Content_Types].xml':
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${
        sheets.map((_, i) =>
          `<Override PartName="/xl/worksheets/sheet${
            i + 1
          }.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
        ).join('')
      }<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${
        sheets.map(({ name, isHidden }, i) =>
          `<sheet name="${escape(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${
            i + 1
          }"/>`
        ).join('')
      }</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet><numFmts>${
      formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(code)}"/>`).join('')
    }</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${
      formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')
    }</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${
      [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')
    }</sst>`,
    ...Object.fromEntries(worksheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  };
}

export const xlsx = (sheets: readonly Sheet[], options?: ZipOptions) => zip(xlsxParts(sheets), options);

/** The content of an ODS, as `content.xml` and, with another root, a file of its own. */
export function odsContent(sheets: readonly Sheet[]): string {
  const covered = ({ merges = [] }: Sheet, y: number, x: number) =>
    merges.some(([y1, x1, y2, x2]) => y >= y1 && y <= y2 && x >= x1 && x <= x2 && (y !== y1 || x !== x1));
  const cellXml = (sheet: Sheet, cell: Cell, y: number, x: number): string => {
    if (covered(sheet, y, x)) return '<table:covered-table-cell/>';
    const merge = (sheet.merges ?? []).find(([y1, x1]) => y1 === y && x1 === x);
    const spans = merge
      ? ` table:number-rows-spanned="${merge[2] - y + 1}" table:number-columns-spanned="${merge[3] - x + 1}"`
      : '';
    const paragraphs = (text: string) =>
      text.split('\n').map((line) =>
        `<text:p>${escape(line).replace(/^ /, '<text:s/>').replace(/ {2}/g, ' <text:s/>')}</text:p>`
      ).join(
        '',
      );
    if (cell === null) return `<table:table-cell${spans}/>`;
    if (typeof cell === 'string') {
      return `<table:table-cell office:value-type="string"${spans}>${paragraphs(cell)}</table:table-cell>`;
    }
    if (typeof cell === 'boolean') {
      return `<table:table-cell office:value-type="boolean" office:boolean-value="${cell}"${spans}><text:p>${
        String(cell).toUpperCase()
      }</text:p></table:table-cell>`;
    }
    const [value, shown] = typeof cell === 'number'
      ? [cell, String(cell)]
      : [cell.number, cell.shown ?? String(cell.number)];
    return `<table:table-cell office:value-type="float" office:value="${value}"${spans}>${
      paragraphs(shown)
    }</table:table-cell>`;
  };
  const tables = sheets.map((sheet, i) =>
    `<table:table table:name="${escape(sheet.name)}" table:style-name="ta${i}">${
      Array.from({ length: 30 }, (_, x) =>
        `<table:table-column${
          (sheet.hiddenColumns ?? []).includes(x) ? ' table:visibility="collapse"' : ''
        }/>`).join('')
    }${
      sheet.rows.map((row, y) =>
        `<table:table-row${(sheet.hiddenRows ?? []).includes(y) ? ' table:visibility="collapse"' : ''}>${
          row.map((cell, x) => cellXml(sheet, cell, y, x)).join('')
        }<table:table-cell table:number-columns-repeated="1000"/></table:table-row>`
      ).join('')
    }<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`
  );
  const styles = sheets.map(({ isHidden }, i) =>
    `<style:style style:name="ta${i}" style:family="table"><style:table-properties table:display="${!isHidden}"/></style:style>`
  );
  return `<office:automatic-styles>${
    styles.join('')
  }</office:automatic-styles><office:body><office:spreadsheet>${
    tables.join('')
  }</office:spreadsheet></office:body>`;
}

const OFFICE =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';

export function odsParts(content: string): Record<string, string> {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${OFFICE}>${content}</office:document-content>`,
    'styles.xml': `<?xml version="1.0"?><office:document-styles ${OFFICE}/>`,
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
  };
}

export const ods = (sheets: readonly Sheet[], options?: ZipOptions) =>
  zip(odsParts(odsContent(sheets)), options);

export const fods = (sheets: readonly Sheet[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${OFFICE} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${
    odsContent(sheets)
  }</office:document>`;

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);
const f64 = (value: number) => Buffer.from(Float64Array.of(value).buffer);
const record = (id: number, ...parts: Buffer[]) => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(id, data.length), data]);
};
const isNarrow = (text: string) => /^[\0-\xff]*$/.test(text);
const characters = (text: string) =>
  Buffer.concat([
    Buffer.of(isNarrow(text) ? 0 : 1),
    Buffer.from(text, isNarrow(text) ? 'latin1' : 'utf16le'),
  ]);

/** A record has room for so many bytes; the rest goes on in records of its own, texts between two characters. */
const ROOM = 8_224;

function sharedTexts(texts: readonly string[], total: number): Buffer {
  const records: Buffer[] = [];
  let room = u32(total, texts.length);
  const flush = () => {
    records.push(record(records.length === 0 ? 0xfc : 0x3c, room));
    room = Buffer.alloc(0);
  };
  for (const text of texts) {
    if (room.length + 3 > ROOM) flush();
    room = Buffer.concat([room, u16(text.length), Buffer.of(isNarrow(text) ? 0 : 1)]);
    const unit = isNarrow(text) ? 1 : 2;
    let left = Buffer.from(text, unit === 1 ? 'latin1' : 'utf16le');
    while (left.length > 0) {
      const fits = Math.floor((ROOM - room.length) / unit) * unit;
      if (fits <= 0) {
        flush();
        room = Buffer.of(unit - 1);
        continue;
      }
      room = Buffer.concat([room, left.subarray(0, fits)]);
      left = left.subarray(fits);
    }
  }
  flush();
  return Buffer.concat(records);
}

/** The records of a workbook: BIFF8. */
export function biff(sheets: readonly Sheet[], extra: Buffer = Buffer.alloc(0)): Buffer {
  const formats = formatsOf(sheets);
  const all = sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string'));
  const texts = [...new Set(all)];
  const BOF = (kind: number) => record(0x809, u16(0x600, kind, 0x2000, 1997), u32(0, 6));
  const EOF = record(0x0a);
  const cellRecord = (cell: Cell, y: number, x: number): Buffer => {
    if (cell === null) return Buffer.alloc(0);
    if (typeof cell === 'string') return record(0xfd, u16(y, x, 0), u32(texts.indexOf(cell)));
    if (typeof cell === 'boolean') return record(0x205, u16(y, x, 0), Buffer.of(cell ? 1 : 0, 0));
    const [value, style] = typeof cell === 'number'
      ? [cell, 0]
      : [cell.number, formats.indexOf(cell.format) + 1];
    return Number.isInteger(value) && Math.abs(value) < 2 ** 28
      ? record(0x27e, u16(y, x, style), u32(((value << 2) | 2) >>> 0))
      : record(0x203, u16(y, x, style), f64(value));
  };
  const bodies = sheets.map(({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }) =>
    Buffer.concat([
      BOF(0x10),
      record(0x200, u32(0, rows.length), u16(0, Math.max(0, ...rows.map(({ length }) => length)), 0)),
      ...hiddenColumns.map((at) => record(0x7d, u16(at, at, 2_000, 0, 1, 0))),
      ...hiddenRows.map((y) => record(0x208, u16(y, 0, 10, 255, 0, 0), u32(0x20))),
      ...rows.flatMap((row, y) => row.map((cell, x) => cellRecord(cell, y, x))),
      ...(merges.length > 0
        ? [record(0xe5, u16(merges.length), ...merges.map(([y, x, y2, x2]) => u16(y, y2, x, x2)))]
        : []),
      EOF,
    ])
  );
  const head = (places: readonly number[]) =>
    Buffer.concat([
      BOF(5),
      extra,
      ...formats.map((code, i) => record(0x41e, u16(164 + i, code.length), characters(code))),
      ...[0, ...formats.map((_, i) => 164 + i)].map((id) => record(0xe0, u16(0, id), Buffer.alloc(16))),
      ...sheets.map(({ name, isHidden }, i) =>
        record(0x85, u32(places[i] ?? 0), Buffer.of(isHidden ? 1 : 0, 0, name.length), characters(name))
      ),
      sharedTexts(texts, all.length),
      EOF,
    ]);
  let place = head([]).length;
  const places = bodies.map(({ length }) => (place += length) - length);
  return Buffer.concat([head(places), ...bodies]);
}

/** A compound file of streams that are long enough not to share sectors. */
export function compound(streams: Readonly<Record<string, Buffer>>): Uint8Array<ArrayBuffer> {
  const SECTOR = 512;
  const padded = Object.entries(streams).map(([name, data]) => {
    const bytes = Math.max(4_096, data.length);
    return { name, bytes, data: Buffer.concat([data], Math.ceil(bytes / SECTOR) * SECTOR) };
  });
  const directorySectors = Math.ceil((padded.length + 1) * 128 / SECTOR);
  const dataSectors = padded.reduce((sum, { data }) => sum + data.length / SECTOR, 0);
  let fatSectors = 1;
  while (fatSectors * 128 < fatSectors + directorySectors + dataSectors) fatSectors += 1;
  const fat = new Uint32Array(fatSectors * 128).fill(0xffffffff);
  fat.fill(0xfffffffd, 0, fatSectors);
  let next = fatSectors;
  const chain = (sectors: number) => {
    const start = next;
    for (let i = 0; i < sectors; i += 1) fat[next++] = i === sectors - 1 ? 0xfffffffe : next;
    return start;
  };
  /** Each entry has the next as its neighbour: a tree of one branch. */
  const entry = (name: string, kind: number, start: number, bytes: number, right: number, child: number) => {
    const data = Buffer.alloc(128);
    data.write(name, 'utf16le');
    data.writeUInt16LE((name.length + 1) * 2, 64);
    data[66] = kind;
    data.fill(0xff, 68, 72);
    data.writeInt32LE(right, 72);
    data.writeInt32LE(child, 76);
    data.writeUInt32LE(start >>> 0, 116);
    data.writeUInt32LE(bytes, 120);
    return data;
  };
  const directoryStart = chain(directorySectors);
  const entries = padded.map(({ name, bytes, data }, i) =>
    entry(name, 2, chain(data.length / SECTOR), bytes, i + 2 > padded.length ? -1 : i + 2, -1)
  );
  const directory = Buffer.concat(
    [entry('Root Entry', 5, 0xfffffffe, 0, -1, 1), ...entries],
    directorySectors * SECTOR,
  );
  const header = Buffer.alloc(SECTOR);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4_096, 56);
  u32(0xfffffffe, 0, 0xfffffffe, 0).copy(header, 60);
  header.fill(0xff, 76);
  for (let i = 0; i < fatSectors; i += 1) header.writeUInt32LE(i, 76 + i * 4);
  return Uint8Array.from(
    Buffer.concat([header, Buffer.from(fat.buffer), directory, ...padded.map(({ data }) => data)]),
  );
}

export const xls = (sheets: readonly Sheet[]) => compound({ Workbook: biff(sheets) });
