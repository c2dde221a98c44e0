/** One sheet of a workbook, row by row. */
import { Bytes, NUMBER_BYTES, type Piece, pieceOf, put, putNumber } from './bytes.ts';
import {
  AMOUNT_CELL,
  CELL_END,
  HEADER_CELL,
  HEADER_ROW,
  LINE_HEIGHT,
  LINK_CELL,
  NUMBER_STYLES,
  numberCell,
  NUMBERS_HEADER_CELL,
  ROWS,
  SENTENCE_CELL,
  TEXT_CELL,
} from './cells.ts';
import type { NewPart, Part } from './parts.ts';
import { type Filled, Rows } from './rows.ts';
import type { SharedStrings } from './strings.ts';
import type { Cell, Column, Sheet } from './workbook.ts';
import { escape, HEAD, MAIN, RELATIONS, RELATIONSHIPS, RELATIONSHIPS_END } from './xml.ts';

/** What can be read of a sheet across A4: twice what fits there in its own size, in characters. */
const PAGE_CHARS = 260;

/** What a sheet has room for. */
const MAX_ROWS = 1_048_576;
const NO_ROOM = 'No spreadsheet has room for more rows. The JSON export has all.';

/** What Excel opens of a sheet's links; further ones are plain text. */
const MAX_LINKS = 65_530;

export class SheetWriter {
  readonly part: Part;
  readonly #number: number;
  readonly #width: number;
  readonly #strings: SharedStrings;
  readonly #newPart: NewPart;
  /** Of each column, what begins a number in it. */
  readonly #numberCells: readonly Piece[];
  /** Those with sentences, by their places. */
  readonly #sentences: readonly number[];
  /** Of each column, how many characters a text has that needs no second line. */
  readonly #lineChars: readonly number[];
  readonly #areMoments: readonly boolean[];
  readonly #pagesAcross: number;
  readonly #rows: Rows;
  /** Of its rows, that of the names included. */
  #count = 1;
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
    this.#sentences = sheet.columns.flatMap(({ format }, i) => format === 'sentences' ? i : []);
    this.#lineChars = sheet.columns.map(({ format, width }) =>
      format === 'sentences' ? width * FILLED : Infinity
    );
    this.#areMoments = sheet.columns.map(({ format }) => format === 'moment');
    this.#pagesAcross = pagesAcross(sheet.columns);
    const widths = sheet.columns.map(({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
    );
    this.part = newPart(
      `xl/worksheets/sheet${number}.xml`,
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
        `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
        `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths.join('')}</cols><sheetData>`,
    );
    new Rows(
      this.part.bytes,
      (view, at, name, column) => this.#putText(view, at, nameCell(sheet.columns[column]!), `${name}`),
    )
      .add(sheet.columns.map(({ name }) => name), HEADER_ROW, 0);
    this.#rows = new Rows(this.part.bytes, (...cell) => this.#putCell(...cell));
  }

  get parts(): readonly Part[] {
    return this.#links ? [this.part, this.#links.relations] : [this.part];
  }

  add(cells: readonly Cell[], kind = 0): void {
    if (this.#count === MAX_ROWS) return;
    this.#count += 1;
    if (this.#count < MAX_ROWS) this.#rows.add(cells, this.#rowFor(cells), kind);
    else this.#rows.add([NO_ROOM], ROWS[0]!, kind);
  }

  /** Writes what stands behind the rows. */
  async finish(): Promise<void> {
    const { bytes, entry } = this.part;
    bytes.addText(`</sheetData><autoFilter ref="A1:${LETTERS[this.#width - 1]}${this.#count}"/>`);
    if (this.#links) {
      bytes.addText('<hyperlinks>');
      await this.part.flush();
      await entry.write(this.#links.places);
      bytes.addText('</hyperlinks>');
      this.#links.finish();
    }
    bytes.addText(
      `<pageSetup orientation="landscape" fitToWidth="${this.#pagesAcross}" fitToHeight="0"/></worksheet>`,
    );
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
    const most = this.#lineChars[column]!;
    return text.length > most || (most !== Infinity && text.includes('\n'));
  }

  #putCell(view: DataView, at: number, given: Filled, column: number): number {
    const cell = this.#areMoments[column] && typeof given === 'string' ? this.#dayOf(given) : given;
    if (typeof cell === 'number') return this.#putNumber(view, at, this.#numberCells[column]!, cell);
    if (typeof cell === 'string') {
      return this.#putText(view, at, this.#wraps(cell, column) ? SENTENCE_CELL : TEXT_CELL, cell);
    }
    if ('amount' in cell) return this.#putNumber(view, at, AMOUNT_CELL, cell.amount);
    const { text, url } = cell;
    const isLink = this.#link(column, url);
    return isLink ? this.#putText(view, at, LINK_CELL, text) : this.#putCell(view, at, text, column);
  }

  #putText(view: DataView, at: number, begin: Piece, text: string): number {
    return this.#putNumber(view, at, begin, this.#strings.indexOf(text));
  }

  #putNumber(view: DataView, at: number, begin: Piece, number: number): number {
    return put(view, putNumber(view, put(view, at, begin), number), CELL_END);
  }

  /** Much of what a sheet says was observed at once. */
  #dayOf(moment: string): number | string {
    if (moment !== this.#lastMoment) {
      this.#lastMoment = moment;
      this.#lastDay = dayOf(moment);
    }
    return this.#lastDay;
  }

  #link(column: number, url: string): boolean {
    if (!/^https?:\/\//i.test(url)) return false;
    this.#links ??= new Links(this.#number, this.#newPart);
    return this.#links.add(column, this.#count, url);
  }
}

/** Of one sheet: which cells are links, and where those lead. */
class Links {
  /** What the sheet says of them behind its rows. */
  readonly places = new Bytes();
  readonly relations: Part;
  /** By their addresses: many cells lead to one document. */
  readonly #ids = new Map<string, number>();
  readonly #letters: Piece[] = [];
  #count = 0;

  constructor(sheet: number, newPart: NewPart) {
    this.relations = newPart(`xl/worksheets/_rels/sheet${sheet}.xml.rels`, RELATIONSHIPS);
  }

  /** False where the sheet has as many as it may. */
  add(column: number, row: number, url: string): boolean {
    if (this.#count === MAX_LINKS) return false;
    this.#count += 1;
    const id = this.#idOf(url);
    const letters = this.#letters[column] ??= pieceOf(LETTERS[column]!);
    this.places.addBytes(PLACE_BYTES, (view, at) => {
      const place = putNumber(view, put(view, put(view, at, PLACE), letters), row);
      return put(view, putNumber(view, put(view, place, PLACE_ID), id), PLACE_END);
    });
    return true;
  }

  #idOf(url: string): number {
    const known = this.#ids.get(url);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(url, id);
    const { bytes } = this.relations;
    bytes.addBytes(TARGET_BYTES, (view, at) => putNumber(view, put(view, at, TARGET_ID), id));
    if (!bytes.addPlain(TARGET, url, TARGET_END)) {
      bytes.addText(`${TARGET_TEXT}${escape(url)}${TARGET_END_TEXT}`);
    }
    return id;
  }

  finish(): void {
    this.relations.bytes.addText(RELATIONSHIPS_END);
  }
}

/** Where a link stands, and where it leads. */
const [PLACE, PLACE_ID, PLACE_END] = ['<hyperlink ref="', '" r:id="rId', '"/>'].map(pieceOf) as [
  Piece,
  Piece,
  Piece,
];
/** With three letters at most. */
const PLACE_BYTES = PLACE.length + 3 + PLACE_ID.length + PLACE_END.length + 2 * NUMBER_BYTES;
const [TARGET_TEXT, TARGET_END_TEXT] = [
  `" Type="${RELATIONS}/hyperlink" Target="`,
  '" TargetMode="External"/>',
];
const [TARGET_ID, TARGET, TARGET_END] = ['<Relationship Id="rId', TARGET_TEXT, TARGET_END_TEXT].map(
  pieceOf,
) as [Piece, Piece, Piece];
const TARGET_BYTES = TARGET_ID.length + NUMBER_BYTES;

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

/** Names of columns: A to Z, AA to ZZ, AAA …; a BOM of 200 columns and ours go to HZ. */
export const LETTERS = Array.from(
  { length: 26 * 27 },
  (_, i) => (i < 26 ? '' : letter(i / 26 - 1)) + letter(i % 26),
);
function letter(i: number): string {
  return String.fromCharCode(65 + Math.floor(i));
}

/** How much of a line is filled where the next word begins a new one: in lower case and digits it is more, in capitals less. */
const FILLED = 0.9;
/** How many lines a text takes; it may have ends of lines of its own. */
const linesOf = (text: string, lineChars: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineChars)), 0);

/** Names stand as what is below them does. */
const nameCell = ({ format }: Column): Piece =>
  format === 'number' || format === 'price' ? NUMBERS_HEADER_CELL : HEADER_CELL;

/** On how many pages beside each other a sheet is printed: on as few as it can be read on. */
function pagesAcross(columns: readonly Column[]): number {
  const chars = columns.reduce((sum, { width }) => sum + width, 0);
  // It takes its room on each.
  const repeated = columns.find(({ isRepeated }) => isRepeated)?.width ?? 0;
  return Math.max(1, Math.ceil((chars - repeated) / (PAGE_CHARS - repeated)));
}
