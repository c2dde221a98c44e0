/** XLSX workbooks, written while their rows come in. Text is written as text, which no spreadsheet runs. */
import { Bytes } from './bytes.ts';
import { ZipArchive, ZipEntry } from './zip.ts';

/** A cell is empty where there is nothing. An address other than http(s) is written as its text alone. */
export type Cell = string | number | null | undefined | { readonly text: string; readonly url: string };

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A row, and which of the sheets it belongs to. */
export type SheetRow = readonly [sheet: number, cells: readonly Cell[]];

/** Longer texts make Excel refuse the whole file. Whoever needs them whole takes the CSV. */
const MAX_CELL_CHARS = 32_767;
const SHORTENED = ' … (shortened)';

/** What a sheet has room for. */
const MAX_ROWS = 1_048_576;
const NO_ROOM = 'No spreadsheet has room for more rows. The JSON export has all.';

/** What Excel opens of a sheet's links; further ones are plain text. */
const MAX_LINKS = 65_530;

/**
 * The workbook's bytes. Those of the sheet `first` come while its rows do; the others are kept packed until it is whole.
 * @param rows in batches, those of a sheet in their order
 */
export async function* writeWorkbook(
  sheets: readonly Sheet[],
  first: number,
  rows: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<Uint8Array> {
  const archive = new ZipArchive();
  const strings = new SharedStrings();
  const writers = sheets.map((sheet, i) => new SheetWriter(sheet, i + 1, strings));
  const leading = writers[first]!;
  yield archive.begin(leading.entry);
  for await (const batch of rows) {
    for (const [sheet, cells] of batch) writers[sheet]!.add(cells);
    for (const writer of writers) await writer.flush();
    yield* leading.entry.take();
  }
  await leading.close();
  yield* leading.entry.take();
  yield archive.end(leading.entry);
  for (const writer of writers) {
    if (writer === leading) continue;
    await writer.close();
    yield* whole(archive, writer.entry);
  }
  const parts = [
    ...writers.flatMap((writer) => writer.relations()),
    strings.part(),
    ...workbookParts(sheets),
  ];
  for (const [name, text] of parts) {
    const entry = new ZipEntry(name);
    await entry.write(text);
    await entry.close();
    yield* whole(archive, entry);
  }
  yield* archive.finish();
}

/** An entry that has been filled and closed. */
function* whole(archive: ZipArchive, entry: ZipEntry): Generator<Uint8Array> {
  yield archive.begin(entry);
  yield* entry.take();
  yield archive.end(entry);
}

class SheetWriter {
  readonly entry: ZipEntry;
  readonly #number: number;
  readonly #width: number;
  readonly #strings: SharedStrings;
  readonly #bytes = new Bytes();
  #rows = 0;
  /** Of the last text in each column. */
  readonly #textsAbove: string[] = [];
  readonly #indexesAbove: number[] = [];
  readonly #links: { readonly at: string; readonly url: string }[] = [];

  /** @param number its place in the workbook, counted from 1 */
  constructor(sheet: Sheet, number: number, strings: SharedStrings) {
    this.entry = new ZipEntry(`xl/worksheets/sheet${number}.xml`);
    this.#number = number;
    this.#strings = strings;
    this.#width = sheet.columns.length;
    const widths = sheet.columns.map(({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
    );
    this.#bytes.addText(
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
        `<sheetViews><sheetView workbookViewId="0">` +
        `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<cols>${widths.join('')}</cols><sheetData>`,
    );
    this.#row(sheet.columns.map(({ name }) => name), HEADER_STYLE);
  }

  add(cells: readonly Cell[]): void {
    if (this.#rows < MAX_ROWS - 1) this.#row(cells, PLAIN_STYLE);
    else if (this.#rows === MAX_ROWS - 1) this.#row([NO_ROOM], PLAIN_STYLE);
  }

  async flush(): Promise<void> {
    await this.entry.writeBytes(this.#bytes.take());
  }

  async close(): Promise<void> {
    const last = `${LETTERS[this.#width - 1]}${this.#rows}`;
    const links = this.#links.map(({ at }, i) => `<hyperlink ref="${at}" r:id="rId${i + 1}"/>`);
    this.#bytes.addText(
      `</sheetData><autoFilter ref="A1:${last}"/>` +
        (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') + '</worksheet>',
    );
    await this.flush();
    await this.entry.close();
  }

  /** Where the links lead. */
  relations(): [name: string, text: string][] {
    if (this.#links.length === 0) return [];
    const targets = this.#links.map(({ url }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/hyperlink" Target="${
        escape(url)
      }" TargetMode="External"/>`
    );
    return [[`xl/worksheets/_rels/sheet${this.#number}.xml.rels`, relationships(targets)]];
  }

  #row(cells: readonly Cell[], style: number): void {
    this.#rows += 1;
    const bytes = this.#bytes;
    bytes.add(ROW);
    // Cells have no places: each stands behind the one before it, and to pack a place for each would take half of the time.
    let gaps = 0;
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      if (
        cell === null || cell === undefined || cell === '' ||
        (typeof cell === 'number' && !Number.isFinite(cell))
      ) {
        gaps += 1;
        continue;
      }
      for (; gaps > 0; gaps -= 1) bytes.add(EMPTY_CELL);
      if (typeof cell === 'number') {
        bytes.addNumber(NUMBER_CELL, cell, CELL_END);
      } else {
        const isLink = typeof cell === 'object' && this.#link(`${LETTERS[i]}${this.#rows}`, cell.url);
        const index = this.#indexOf(typeof cell === 'object' ? cell.text : cell, i);
        bytes.addNumber(TEXT_CELLS[isLink ? LINK_STYLE : style]!, index, CELL_END);
      }
    }
    bytes.add(ROW_END);
  }

  /** Most cells say what the one above them says: to compare the two takes less than to look the text up. */
  #indexOf(text: string, column: number): number {
    if (this.#textsAbove[column] !== text) {
      this.#textsAbove[column] = text;
      this.#indexesAbove[column] = this.#strings.indexOf(text);
    }
    return this.#indexesAbove[column]!;
  }

  #link(at: string, url: string): boolean {
    if (!/^https?:\/\//i.test(url) || this.#links.length === MAX_LINKS) return false;
    this.#links.push({ at, url });
    return true;
  }
}

/** A text stands in the file once, however many cells have it: most of an export says the same again and again. */
class SharedStrings {
  readonly #indexes = new Map<string, number>();

  indexOf(text: string): number {
    let index = this.#indexes.get(text);
    if (index === undefined) this.#indexes.set(text, index = this.#indexes.size);
    return index;
  }

  part(): [name: string, text: string] {
    const strings = [...this.#indexes.keys()].map((text) =>
      `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escape(fitting(text))}</t></si>`
    );
    return ['xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${strings.join('')}</sst>`];
  }
}

const fitting = (text: string) =>
  text.length <= MAX_CELL_CHARS ? text : text.slice(0, MAX_CELL_CHARS - SHORTENED.length) + SHORTENED;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Of the cell formats below. */
const [PLAIN_STYLE, HEADER_STYLE, LINK_STYLE] = [0, 1, 2] as const;

const encode = (text: string) => new TextEncoder().encode(text);
const [ROW, ROW_END, EMPTY_CELL, NUMBER_CELL, CELL_END] = [
  '<row>',
  '</row>',
  '<c/>',
  '<c><v>',
  '</v></c>',
].map(encode) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
/** By their style. */
const TEXT_CELLS = ['<c t="s"><v>', '<c s="1" t="s"><v>', '<c s="2" t="s"><v>'].map(encode);

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>';

function workbookParts(sheets: readonly Sheet[]): [name: string, text: string][] {
  const numbered = sheets.map(({ name, columns }, i) => ({ name, columns, number: i + 1 }));
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="${OFFICE}.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${
        numbered.map(({ name, number }) =>
          `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`
        ).join('')
      }</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...numbered.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)),
        relation(numbered.length + 1, 'styles', 'styles.xml'),
        relation(numbered.length + 2, 'sharedStrings', 'sharedStrings.xml'),
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['_rels/.rels', relationships([relation(1, 'officeDocument', 'xl/workbook.xml')])],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${
        [
          type('/xl/workbook.xml', 'sheet.main'),
          type('/xl/styles.xml', 'styles'),
          type('/xl/sharedStrings.xml', 'sharedStrings'),
          ...numbered.map(({ number }) => type(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
        ].join('')
      }</Types>`,
    ],
  ];
}

const relationships = (all: readonly string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

/** Names of columns: A to Z, AA to ZZ, AAA …; a BOM of 200 columns and ours go to HZ. */
const LETTERS = Array.from(
  { length: 26 * 27 },
  (_, i) => (i < 26 ? '' : letter(i / 26 - 1)) + letter(i % 26),
);
function letter(i: number): string {
  return String.fromCharCode(65 + Math.floor(i));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold, and what would be read as an escape for such a sign, in the escape that spreadsheets know. */
// deno-lint-ignore no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;
const NEEDS_ESCAPE = new RegExp(`[&<>"]|${UNWRITABLE.source}`, 'i');

function escape(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
