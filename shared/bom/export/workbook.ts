/** XLSX workbooks, written while their rows come in. Text is written as text, which no spreadsheet runs. */
import { Bytes, NUMBER_BYTES, type Piece, pieceOf, put, putNumber } from './bytes.ts';
import type { Packing } from './packing.ts';
import { ZipArchive, ZipEntry } from './zip.ts';

/** A cell is empty where there is nothing. An address other than http(s) is written as its text alone. */
export type Cell = string | number | null | undefined | Link | Amount;

interface Link {
  readonly text: string;
  readonly url: string;
}

/** Of money, in cents, wherever it stands. */
interface Amount {
  readonly amount: number;
}

/**
 * How a column shows its cells: `number` has its name above the digits, and so has `price`, with two to six decimals; `left`
 * has numbers at the side where texts begin; `sentences` has texts in as many lines as they need. Texts of a column of
 * `moment` that are moments (ISO 8601, UTC) are written as a spreadsheet's, which can be sorted and reckoned with.
 */
export type ColumnFormat = 'number' | 'price' | 'moment' | 'left' | 'sentences';

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly format?: ColumnFormat;
  /** Printed again on each page of a sheet that is several pages wide. */
  readonly isRepeated?: true;
}

export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/**
 * Takes a row of one of the sheets.
 * @param kind of the sheet's rows, counted from 0: those of one kind say much alike, and are compared with each other
 */
export type AddRow = (sheet: number, cells: readonly Cell[], kind?: number) => void;

/** Longer texts make Excel refuse the whole file. Whoever needs them whole takes the CSV. */
const MAX_CELL_CHARS = 32_767;
const SHORTENED = ' … (shortened)';

/** The widest sheet that can be read where it is made as wide as a page: twice what fits across A4, in characters. */
const MAX_FITTED_CHARS = 260;
const ON_PAPER = '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** What a sheet has room for. */
const MAX_ROWS = 1_048_576;
const NO_ROOM = 'No spreadsheet has room for more rows. The JSON export has all.';

/** What Excel opens of a sheet's links; further ones are plain text. */
const MAX_LINKS = 65_530;

/**
 * The workbook's bytes. Those of the sheet `first` come while its rows do; the others are kept packed until it is whole.
 * @param batches each adds rows, those of a sheet in their order, which are packed before the next one is asked for
 */
export async function* writeWorkbook(
  sheets: readonly Sheet[],
  first: number,
  batches: AsyncIterable<(add: AddRow) => void>,
  packing: Packing,
): AsyncGenerator<Uint8Array> {
  const archive = new ZipArchive();
  const newPart: NewPart = (name, begin) => new Part(new ZipEntry(name, packing), begin);
  const strings = new SharedStrings(newPart);
  const writers = sheets.map((sheet, i) => new SheetWriter(sheet, i + 1, strings, newPart));
  const leading = writers[first]!.part;
  yield archive.begin(leading.entry);
  for await (const addRows of batches) {
    addRows((sheet, cells, kind) => writers[sheet]!.add(cells, kind));
    for (const { parts } of [...writers, strings]) for (const part of parts) await part.flush();
    yield* leading.entry.take();
  }
  for (const writer of writers) await writer.finish();
  await leading.close();
  yield* leading.entry.take();
  yield archive.end(leading.entry);
  strings.finish();
  for (
    const part of [...[...writers, strings].flatMap(({ parts }) => parts), ...workbookParts(sheets, newPart)]
  ) {
    if (part === leading) continue;
    await part.close();
    yield archive.begin(part.entry);
    yield* part.entry.take();
    yield archive.end(part.entry);
  }
  yield* archive.finish();
}

/** A file in the archive. What is written to it waits in `bytes`. */
class Part {
  readonly bytes = new Bytes();

  constructor(readonly entry: ZipEntry, begin: string) {
    this.bytes.addText(begin);
  }

  flush(): Promise<void> {
    return this.entry.write(this.bytes);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.entry.close();
  }
}

/** @param begin what the file begins with */
type NewPart = (name: string, begin: string) => Part;

class SheetWriter {
  readonly part: Part;
  readonly #number: number;
  readonly #width: number;
  readonly #strings: SharedStrings;
  readonly #newPart: NewPart;
  /** Of each column, what begins a number in it, and what its name. */
  readonly #numberCells: readonly Piece[];
  readonly #nameCells: readonly Piece[];
  /** Those with sentences, by their places. */
  readonly #sentences: readonly number[];
  /** Of each column, how many characters a text has that needs no second line. */
  readonly #lineChars: readonly number[];
  readonly #areMoments: readonly boolean[];
  #rows = 0;
  /** Of the last text in each column, of each kind of row. */
  readonly #textsAbove: string[] = [];
  readonly #indexesAbove: number[] = [];
  #lastMoment = '';
  #lastDay: number | string = '';
  #links: Links | null = null;

  /** @param number its place in the workbook, counted from 1 */
  constructor(sheet: Sheet, number: number, strings: SharedStrings, newPart: NewPart) {
    this.#number = number;
    this.#strings = strings;
    this.#newPart = newPart;
    this.#width = sheet.columns.length;
    this.#numberCells = sheet.columns.map(({ format }) => numberCell(NUMBER_STYLES[format ?? 'number']));
    this.#nameCells = sheet.columns.map(({ format }) =>
      textCell(format === 'number' || format === 'price' ? NUMBERS_HEADER_STYLE : HEADER_STYLE)
    );
    this.#sentences = sheet.columns.flatMap(({ format }, i) => format === 'sentences' ? i : []);
    this.#lineChars = sheet.columns.map(({ format, width }) =>
      format === 'sentences' ? width * FILLED : Infinity
    );
    this.#areMoments = sheet.columns.map(({ format }) => format === 'moment');
    const isFitted = sheet.columns.reduce((sum, { width }) => sum + width, 0) <= MAX_FITTED_CHARS;
    const widths = sheet.columns.map(({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
    );
    this.part = newPart(
      `xl/worksheets/sheet${number}.xml`,
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
        `<sheetPr><pageSetUpPr fitToPage="${
          isFitted ? 1 : 0
        }"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
        `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths.join('')}</cols><sheetData>`,
    );
    this.#row(sheet.columns.map(({ name }) => name), HEADER_ROW, this.#nameCells, 0);
  }

  get parts(): readonly Part[] {
    return this.#links ? [this.part, this.#links.relations] : [this.part];
  }

  add(cells: readonly Cell[], kind = 0): void {
    if (this.#rows < MAX_ROWS - 1) this.#row(cells, this.#rowFor(cells), null, kind);
    else if (this.#rows === MAX_ROWS - 1) this.#row([NO_ROOM], ROWS[0]!, null, kind);
  }

  /** Writes what stands behind the rows. */
  async finish(): Promise<void> {
    const { bytes, entry } = this.part;
    bytes.addText(`</sheetData><autoFilter ref="A1:${LETTERS[this.#width - 1]}${this.#rows}"/>`);
    if (this.#links) {
      bytes.addText('<hyperlinks>');
      await this.part.flush();
      await entry.write(this.#links.places);
      bytes.addText('</hyperlinks>');
      this.#links.finish();
    }
    bytes.addText(`${ON_PAPER}</worksheet>`);
  }

  /** As high as its sentences are long: LibreOffice shows the first line alone of rows that leave it to the program. */
  #rowFor(cells: readonly Cell[]): Piece {
    let lines = 1;
    for (const column of this.#sentences) {
      const cell = cells[column];
      if (typeof cell === 'string' && this.#wraps(cell, column)) {
        lines = Math.max(lines, linesOf(cell, this.#lineChars[column]!));
      }
    }
    return ROWS[Math.min(lines, ROWS.length) - 1]!;
  }

  #wraps(text: string, column: number): boolean {
    return text.length > this.#lineChars[column]! ||
      (this.#lineChars[column] !== Infinity && text.includes('\n'));
  }

  /** @param names what begins each text of the header */
  #row(cells: readonly Cell[], row: Piece, names: readonly Piece[] | null, kind: number): void {
    this.#rows += 1;
    this.part.bytes.addBytes(
      ROW_BYTES + cells.length * CELL_BYTES,
      (view, at) => this.#putRow(view, at, cells, row, names, kind),
    );
  }

  #putRow(
    view: DataView,
    begin: number,
    cells: readonly Cell[],
    row: Piece,
    names: readonly Piece[] | null,
    kind: number,
  ): number {
    let at = put(view, begin, row);
    // Cells have no places: each stands behind the one before it, and to pack a place for each would take half of the time.
    let gaps = 0;
    for (let i = 0; i < cells.length; i += 1) {
      const given = cells[i];
      const cell = this.#areMoments[i] && typeof given === 'string' ? this.#dayOf(given) : given;
      if (
        cell === null || cell === undefined || cell === '' ||
        (typeof cell === 'number' && !Number.isFinite(cell))
      ) {
        gaps += 1;
        continue;
      }
      for (; gaps > 0; gaps -= 1) at = put(view, at, EMPTY_CELL);
      if (typeof cell === 'number') {
        at = putNumber(view, put(view, at, this.#numberCells[i]!), cell);
      } else if (typeof cell === 'object' && 'amount' in cell) {
        at = putNumber(view, put(view, at, AMOUNT_CELL), cell.amount);
      } else {
        const isLink = typeof cell === 'object' && this.#link(`${LETTERS[i]}${this.#rows}`, cell.url);
        const text = typeof cell === 'object' ? cell.text : cell;
        const begin = names?.[i] ?? (isLink ? LINK_CELL : this.#wraps(text, i) ? SENTENCE_CELL : TEXT_CELL);
        at = putNumber(view, put(view, at, begin), this.#indexOf(text, kind * this.#width + i));
      }
      at = put(view, at, CELL_END);
    }
    return put(view, at, ROW_END);
  }

  /** Most cells say what the one above them says: to compare the two takes less than to look the text up. */
  #indexOf(text: string, place: number): number {
    if (this.#textsAbove[place] !== text) {
      this.#textsAbove[place] = text;
      this.#indexesAbove[place] = this.#strings.indexOf(text);
    }
    return this.#indexesAbove[place]!;
  }

  /** Much of what a sheet says was observed at once. */
  #dayOf(moment: string): number | string {
    if (moment !== this.#lastMoment) {
      this.#lastMoment = moment;
      this.#lastDay = dayOf(moment);
    }
    return this.#lastDay;
  }

  #link(at: string, url: string): boolean {
    if (!/^https?:\/\//i.test(url)) return false;
    this.#links ??= new Links(this.#number, this.#newPart);
    return this.#links.add(at, url);
  }
}

/** Of one sheet: which cells are links, and where those lead. */
class Links {
  /** What the sheet says of them behind its rows. */
  readonly places = new Bytes();
  readonly relations: Part;
  /** By their addresses: many cells lead to one document. */
  readonly #ids = new Map<string, number>();
  #count = 0;

  constructor(sheet: number, newPart: NewPart) {
    this.relations = newPart(`xl/worksheets/_rels/sheet${sheet}.xml.rels`, RELATIONSHIPS);
  }

  /** False where the sheet has as many as it may. */
  add(at: string, url: string): boolean {
    if (this.#count === MAX_LINKS) return false;
    this.#count += 1;
    this.places.addText(`<hyperlink ref="${at}" r:id="rId${this.#idOf(url)}"/>`);
    return true;
  }

  #idOf(url: string): number {
    const known = this.#ids.get(url);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(url, id);
    this.relations.bytes.addText(
      `<Relationship Id="rId${id}" Type="${RELATIONS}/hyperlink" Target="${
        escape(url)
      }" TargetMode="External"/>`,
    );
    return id;
  }

  finish(): void {
    this.relations.bytes.addText(RELATIONSHIPS_END);
  }
}

/** A text stands in the file once, however many cells have it: most of an export says the same again and again. */
class SharedStrings {
  readonly parts: readonly Part[];
  readonly #part: Part;
  readonly #indexes = new Map<string, number>();

  constructor(newPart: NewPart) {
    this.#part = newPart('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">`);
    this.parts = [this.#part];
  }

  indexOf(text: string): number {
    let index = this.#indexes.get(text);
    if (index === undefined) {
      this.#indexes.set(text, index = this.#indexes.size);
      const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      this.#part.bytes.addText(`<si><t${space}>${escape(fitting(text))}</t></si>`);
    }
    return index;
  }

  finish(): void {
    this.#part.bytes.addText('</sst>');
  }
}

const MOMENT = /^\d{4}-\d\d-\d\dT/;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** 1 January 1970, in days as spreadsheets count them. */
const FIRST_DAY = 25_569;
/** Parts of a day that are kept: a second is the 86,400th. */
const PARTS_OF_DAY = 1e6;

/** A moment in days, as spreadsheets count them; any other text as it is. */
function dayOf(text: string): number | string {
  const ms = MOMENT.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? text : Math.round((ms / DAY_MS + FIRST_DAY) * PARTS_OF_DAY) / PARTS_OF_DAY;
}

const fitting = (text: string) =>
  text.length <= MAX_CELL_CHARS ? text : text.slice(0, MAX_CELL_CHARS - SHORTENED.length) + SHORTENED;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Of the cell formats below. */
const [PLAIN_STYLE, HEADER_STYLE, LINK_STYLE, AMOUNT_STYLE, SENTENCE_STYLE, NUMBERS_HEADER_STYLE] = [
  0,
  1,
  2,
  6,
  7,
  8,
] as const;
const NUMBER_STYLES: Readonly<Record<ColumnFormat, number>> = {
  price: 3,
  moment: 4,
  left: 5,
  number: PLAIN_STYLE,
  sentences: PLAIN_STYLE,
};

const [ROW_END, EMPTY_CELL, CELL_END] = ['</row>', '<c/>', '</v></c>'].map(pieceOf) as [
  Piece,
  Piece,
  Piece,
];
/** Of a line of text, in points. */
const LINE_HEIGHT = 15;
const rowOfLines = (lines: number): Piece => pieceOf(`<row ht="${lines * LINE_HEIGHT}" customHeight="1">`);
/** By how many lines of text they show, from one on; Excel has no row higher than 409 points. */
const ROWS = Array.from({ length: 27 }, (_, i) => i === 0 ? pieceOf('<row>') : rowOfLines(i + 1));
/** How much of a line is filled where the next word begins a new one: in lower case and digits it is more, in capitals less. */
const FILLED = 0.9;
/** How many lines a text takes; it may have ends of lines of its own. */
const linesOf = (text: string, lineChars: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineChars)), 0);
const styled = (style: number): string => style === PLAIN_STYLE ? '' : ` s="${style}"`;
const numberCell = (style: number): Piece => pieceOf(`<c${styled(style)}><v>`);
const textCell = (style: number): Piece => pieceOf(`<c${styled(style)} t="s"><v>`);
const [TEXT_CELL, LINK_CELL, SENTENCE_CELL] = [
  textCell(PLAIN_STYLE),
  textCell(LINK_STYLE),
  textCell(SENTENCE_STYLE),
];
const AMOUNT_CELL = numberCell(AMOUNT_STYLE);
/** Two lines high: names of columns are longer than what stands in many of them. */
const HEADER_ROW = pieceOf('<row ht="32" customHeight="1">');
const ROW_BYTES = ROWS.at(-1)!.length + ROW_END.length;
/** Of the largest. */
const CELL_BYTES = LINK_CELL.length + NUMBER_BYTES + CELL_END.length;

/** Of numbers, which would touch the text of the next column. */
const BESIDE_TEXT = 'horizontal="right" indent="1"';
/**
 * The same of most numbers, with room for a letter behind them; the last part is for texts. As a format, not an alignment,
 * it can be that of cells without a style of their own, which are most of a workbook: to pack a style for each takes long.
 */
const PLAIN_FORMAT = 'General_w;\\-General_w;General_w;@';
/** All begin at the top: beside a sentence of several lines one reads on in its first. */
const cellFormat = (attributes: string, alignment: string): string =>
  `<xf ${attributes} applyAlignment="1"><alignment vertical="top" ${alignment}/></xf>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">` +
  `<numFmts count="3"><numFmt numFmtId="166" formatCode="${PLAIN_FORMAT}"/>` +
  '<numFmt numFmtId="164" formatCode="0.00####"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm&quot; UTC&quot;"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1">' +
  // Cells without a style of their own take this one's alignment, in LibreOffice even where the first format says another.
  '<xf numFmtId="166" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellStyleXfs>' +
  `<cellXfs count="9">${
    [
      cellFormat('numFmtId="166" fontId="0" applyNumberFormat="1"', ''),
      cellFormat('fontId="1" applyFont="1"', 'wrapText="1"'),
      cellFormat('fontId="2" applyFont="1"', ''),
      cellFormat('numFmtId="164" applyNumberFormat="1"', BESIDE_TEXT),
      cellFormat('numFmtId="165" applyNumberFormat="1"', 'horizontal="left"'),
      cellFormat('', 'horizontal="left"'),
      cellFormat('numFmtId="2" applyNumberFormat="1"', 'horizontal="left"'),
      cellFormat('', 'wrapText="1"'),
      cellFormat('fontId="1" applyFont="1"', `${BESIDE_TEXT} wrapText="1"`),
    ].join('')
  }</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function workbookParts(sheets: readonly Sheet[], newPart: NewPart): Part[] {
  const numbered = sheets.map(({ name, columns }, i) => ({ name, columns, number: i + 1 }));
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="${OFFICE}.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const texts: readonly (readonly [name: string, text: string])[] = [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${
        numbered.map(({ name, number }) =>
          `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`
        ).join('')
      }</sheets><definedNames>${
        numbered.map(({ name, columns, number }) =>
          `<definedName name="_xlnm.Print_Titles" localSheetId="${number - 1}">${
            escape(printedAgain(name, columns))
          }</definedName>`
        ).join('')
      }</definedNames></workbook>`,
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
  return texts.map(([name, text]) => newPart(name, text));
}

/** What is printed on each page: the names of columns, and what tells the rows apart. */
function printedAgain(name: string, columns: readonly Column[]): string {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const column = LETTERS[columns.findIndex(({ isRepeated }) => isRepeated)];
  return `${column === undefined ? '' : `${sheet}!$${column}:$${column},`}${sheet}!$1:$1`;
}

const RELATIONSHIPS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`;
const RELATIONSHIPS_END = '</Relationships>';
const relationships = (all: readonly string[]) => RELATIONSHIPS + all.join('') + RELATIONSHIPS_END;

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
/** What any of that begins with: a single class is looked for in a tenth of the time. */
// deno-lint-ignore no-control-regex
const MAY_NEED_ESCAPE = /[&<>"_\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

function escape(text: string): string {
  if (!MAY_NEED_ESCAPE.test(text)) return text;
  return text
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
