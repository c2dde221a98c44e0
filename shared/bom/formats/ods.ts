/** Spreadsheets of LibreOffice and others: OpenDocument, packed (.ods) or as one XML file (.fods). */
import { Issues } from '../issues.ts';
import { type FileLimits, MAX_COLUMNS, MAX_TABLES } from '../limits.ts';
import { BomRefusal, passwordProtected, tooManyColumns } from '../refusal.ts';
import type { OpenedFile, TypedValue } from '../table.ts';
import type { BinaryFormat, TextFormat } from './format.ts';
import { plain } from './number-format.ts';
import { CellBudget, SheetBuilder } from './sheet.ts';
import { Sheets } from './sheets.ts';
import { scanXml, type Tag, type XmlReader, XmlScanner } from './xml.ts';
import { isZip, Zip } from './zip.ts';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

export const ods: BinaryFormat = {
  container: 'ods',
  detects(bytes) {
    if (!isZip(bytes)) return 0;
    // The first entry is to be `mimetype`, but not every writer keeps to that: the directory's names stand at the end.
    const tail = new TextDecoder('latin1').decode(bytes.subarray(-64 * 1024));
    return tail.includes('content.xml') && !tail.includes('[Content_Types].xml') ? 1 : 0;
  },
  async read(bytes, limits) {
    const zip = new Zip(bytes, limits);
    const kind = (await zip.text('mimetype')).trim();
    if (kind !== '' && !kind.startsWith(SPREADSHEET)) {
      throw new BomRefusal(
        'unsupported_file',
        'The file is a text document or a drawing. Copy its table into a spreadsheet, or save it as CSV.',
      );
    }
    if ((await zip.text('META-INF/manifest.xml')).includes('encryption-data')) throw passwordProtected();
    const reader = new ContentReader(limits);
    const scanner = new XmlScanner(reader);
    await zip.read('content.xml', (piece) => scanner.write(piece));
    scanner.end();
    return opened(reader);
  },
};

export const fods: TextFormat = {
  container: 'ods',
  detects: (text) => /^\s*<\?xml[^>]*>\s*<office:document[\s>]/.test(text.slice(0, 1_000)) ? 1 : 0,
  read(text, limits) {
    const reader = new ContentReader(limits);
    scanXml(text, reader);
    return opened(reader);
  },
};

function opened({ sheets, issues }: ContentReader): OpenedFile {
  const tables = sheets.tables();
  return { container: 'ods', encoding: null, separator: null, tables, issues: issues.list() };
}

/** Words with one blank between them, as nearly all texts are. */
const SINGLE_BLANKS = /^[^\s]+(?: [^\s]+)*$/;

/** What stands in a cell and is not its text: comments, drawings with tables of their own, changes that were undone. */
const APART = new Set(['annotation', 'frame', 'shapes', 'tracked-changes', 'rect', 'custom-shape', 'g']);

/** How a cell begins that has a text of one paragraph and nothing within it, as most have; and how it ends. */
const PLAIN_CELL = /<table:table-cell((?: [\w:-]{1,60}="[^"<&]{0,100}")*)><text:p>/y;
const CELL_END = /<\/text:p><\/table:table-cell>/y;
const PARAGRAPH = '<text:p>';
/** The end of one row and the beginning of the next. */
const NEXT_ROW = /<\/table:table-row><table:table-row((?: [\w:-]{1,60}="[^"<&]{0,100}")*)>/y;
const ATTRIBUTE = / (?:[\w-]+:)?([\w-]+)="([^"]*)"/g;
/** Beginnings of cells that are remembered: texts have few different ones, numbers as many as there are numbers. */
const MAX_KNOWN_CELLS = 500;
/** Of these, the ones that each cell is compared with before its attributes are looked at. */
const MAX_RECENT_CELLS = 4;

/** How a cell begins, from its bracket to its text, and what that says. */
interface KnownCell {
  readonly written: string;
  readonly tag: CellTag;
}

/** What a cell's attributes say. */
interface CellTag {
  readonly value: CellValue;
  readonly repeat: number;
  /** Rows and columns that it takes. */
  readonly rows: number;
  readonly columns: number;
}

function cellTag(attribute: (name: string) => string | undefined): CellTag {
  const type = attribute('value-type') ?? 'string';
  return {
    value: {
      type,
      value: (type === 'string' ? undefined : attribute('value') ?? attribute('date-value') ??
        attribute('time-value') ?? attribute('boolean-value')) ?? attribute('string-value') ?? null,
    },
    repeat: count(attribute('number-columns-repeated')),
    rows: count(attribute('number-rows-spanned')),
    columns: count(attribute('number-columns-spanned')),
  };
}

class ContentReader implements XmlReader {
  readonly issues = new Issues();
  readonly sheets = new Sheets(this.issues);
  readonly #budget: CellBudget;
  readonly #hiddenStyles = new Set<string>();
  #styleName = '';
  #sheet: SheetBuilder | null = null;
  #sheetName = '';
  #tables = 0;
  #failed: unknown = null;
  /** How deep within something that stands apart. */
  #apart = 0;
  #row = 0;
  #rowRepeat = 1;
  #cells: { index: number; repeat: number; text: string; typed: TypedValue | null }[] = [];
  #column = 0;
  #index = 0;
  #repeat = 1;
  #value: CellValue | null = null;
  #text = '';
  #paragraphs = 0;
  #inParagraph = 0;
  readonly #knownCells = new Map<string, KnownCell>();
  #recentCells: readonly KnownCell[] = [];
  /** Cells of a row of a table that is in no group. */
  readonly skimmed = { depth: 5, read: (text: string, at: number) => this.#skim(text, at) };

  constructor(limits: FileLimits) {
    this.#budget = new CellBudget(limits);
  }

  open(tag: Tag): void {
    if (this.#apart > 0 || APART.has(tag.name)) {
      this.#apart += 1;
      return;
    }
    switch (tag.name) {
      case 'style':
        this.#styleName = tag.attribute('name') ?? '';
        break;
      case 'table-properties':
        if (tag.attribute('display') === 'false') this.#hiddenStyles.add(this.#styleName);
        break;
      case 'table':
        this.#openTable(tag);
        break;
      case 'table-column': {
        const repeat = repeatOf(tag, 'number-columns-repeated');
        if (isHidden(tag)) this.#sheet?.hideColumns(this.#column, this.#column + repeat - 1);
        this.#column += repeat;
        break;
      }
      case 'table-row':
        this.#openRow(repeatOf(tag, 'number-rows-repeated'));
        if (isHidden(tag)) this.#sheet?.hideRows(this.#row + 1, this.#row + this.#rowRepeat);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#openCell(cellTag((name) => tag.attribute(name)));
        break;
      case 'p':
        if (this.#paragraphs > 0 && this.#inParagraph === 0) this.#text += '\n';
        this.#paragraphs += 1;
        this.#inParagraph += 1;
        break;
      case 's':
        this.#text += ' '.repeat(Math.min(repeatOf(tag, 'c'), MAX_BLANKS));
        break;
      case 'tab':
        this.#text += '\t';
        break;
      case 'line-break':
        this.#text += '\n';
    }
  }

  text(text: string): void {
    if (this.#inParagraph === 0 || this.#apart > 0) return;
    const isAtStart = this.#text === '' || this.#text.endsWith('\n');
    this.#text += isAtStart ? collapsed(text).trimStart() : collapsed(text);
  }

  #skim(text: string, at: number): number {
    if (this.#apart > 0) return at;
    for (;;) {
      const cell = this.#cellAt(text, at);
      if (cell) {
        const from = at + cell.written.length;
        const end = text.indexOf('<', from);
        CELL_END.lastIndex = end;
        if (end === -1 || !CELL_END.test(text)) return at;
        const said = text.slice(from, end);
        if (said.includes('&')) return at;
        this.#openCell(cell.tag);
        this.#text = collapsed(said).trimStart();
        this.#closeCell();
        at = CELL_END.lastIndex;
        continue;
      }
      NEXT_ROW.lastIndex = at;
      const row = NEXT_ROW.exec(text);
      if (!row || /repeated|visibility/.test(row[1]!)) return at;
      this.#closeRow();
      this.#openRow(1);
      at = NEXT_ROW.lastIndex;
    }
  }

  /** How the cell begins that stands here, where it is a plain one. */
  #cellAt(text: string, at: number): KnownCell | null {
    // Whole strings are compared many times faster than beginnings.
    const begin = text.slice(at, text.indexOf('>', at) + 1 + PARAGRAPH.length);
    for (const cell of this.#recentCells) if (cell.written === begin) return cell;
    PLAIN_CELL.lastIndex = at;
    const found = PLAIN_CELL.exec(text);
    if (!found) return null;
    const [written, attributes] = found as unknown as [string, string];
    const known = this.#knownCells.get(written);
    if (known) {
      this.#recentCells = [known, ...this.#recentCells.slice(0, MAX_RECENT_CELLS - 1)];
      return known;
    }
    const all = [...attributes.matchAll(ATTRIBUTE)];
    const cell = { written, tag: cellTag((wanted) => all.find(([, name]) => name === wanted)?.[2]) };
    if (this.#knownCells.size < MAX_KNOWN_CELLS) this.#knownCells.set(written, cell);
    return cell;
  }

  close(name: string): void {
    if (this.#apart > 0) {
      this.#apart -= 1;
      return;
    }
    if (name === 'p') this.#inParagraph -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeTable();
  }

  #openTable(tag: Tag): void {
    this.#sheetName = tag.attribute('name') ?? '';
    this.#tables += 1;
    this.#sheet = this.#tables <= MAX_TABLES
      ? new SheetBuilder(
        this.#sheetName,
        this.#hiddenStyles.has(tag.attribute('style-name') ?? ''),
        this.#budget,
      )
      : null;
    this.#failed = null;
    [this.#row, this.#column] = [0, 0];
  }

  #openRow(repeat: number): void {
    this.#rowRepeat = repeat;
    this.#index = 0;
    this.#cells = [];
  }

  #openCell({ value, repeat, rows, columns }: CellTag): void {
    this.#value = value;
    this.#repeat = repeat;
    [this.#text, this.#paragraphs, this.#inParagraph] = ['', 0, 0];
    if (rows * columns > 1) this.#sheet?.merge({ row: this.#row + 1, index: this.#index, rows, columns });
  }

  #closeCell(): void {
    if (!this.#value) return;
    const { text, typed } = show(this.#value, this.#text);
    // A row is kept whole until its end says how often it is repeated.
    if (text !== '' && this.#index >= MAX_COLUMNS) this.#failed ??= tooManyColumns(this.#row + 1);
    else if (text !== '') this.#cells.push({ index: this.#index, repeat: this.#repeat, text, typed });
    this.#index += this.#repeat;
    this.#value = null;
  }

  #closeRow(): void {
    try {
      if (!this.#failed && this.#sheet && this.#cells.length > 0) this.#setRow(this.#sheet);
    } catch (error) {
      this.#failed = error;
    }
    this.#row += this.#rowRepeat;
  }

  #setRow(sheet: SheetBuilder): void {
    for (let i = 1; i <= this.#rowRepeat; i += 1) {
      for (const { index, repeat, text, typed } of this.#cells) {
        for (let at = index; at < index + Math.min(repeat, MAX_COLUMNS + 1); at += 1) {
          sheet.set(this.#row + i, at, text, typed);
        }
      }
    }
  }

  #closeTable(): void {
    if (this.#sheet && this.#failed) this.sheets.leaveOut(this.#sheetName, this.#sheet, this.#failed);
    else if (this.#sheet) this.sheets.add(this.#sheet.table());
    this.#sheet = null;
  }
}

/** Blanks in a row that a cell can ask for. */
const MAX_BLANKS = 100;

function repeatOf(tag: Tag, attribute: string): number {
  return count(tag.attribute(attribute));
}

function count(text: string | undefined): number {
  if (text === undefined) return 1;
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/** Blanks that are meant, but for one between words, are tags. */
function collapsed(text: string): string {
  return SINGLE_BLANKS.test(text) ? text : text.replace(/\s+/g, ' ');
}

function isHidden(tag: Tag): boolean {
  return (tag.attribute('visibility') ?? 'visible') !== 'visible';
}

interface CellValue {
  readonly type: string;
  readonly value: string | null;
}

/** Digits and what parts them, with a currency at either end: shown as the number is, and written plainly here. */
const NUMBER_ALONE = /^[\p{Sc}\s]*[-+(]?[\p{Sc}\d\s.,'’]*(?:E[-+]?\d+)?\)?[\p{Sc}\s]*$/iu;

function show({ type, value }: CellValue, shown: string): { text: string; typed: TypedValue | null } {
  if (value === null || type === 'string') return { text: shown === '' ? value ?? '' : shown, typed: null };
  switch (type) {
    case 'boolean':
      return { text: value.toUpperCase(), typed: { kind: 'boolean', raw: value } };
    case 'date':
      return {
        text: value.replace(/T00:00(:00)?$/, '').replace('T', ' '),
        typed: { kind: 'date', raw: value },
      };
    case 'time':
      return { text: shown || value, typed: { kind: 'date', raw: value } };
    default: {
      const number = Number(value);
      if (Number.isNaN(number)) return { text: shown || value, typed: null };
      const full = plain(number, value);
      const keepsShown = /^0\d+$/.test(shown.trim()) || !NUMBER_ALONE.test(shown);
      return { text: keepsShown ? shown : full.text, typed: full.typed };
    }
  }
}
