/** Other XML and HTML with tables in it: spreadsheets of 2003, pages saved as `.xls`, grids of Altium. */
import { Issues } from '../issues.ts';
import { type FileLimits, MAX_COLUMNS, MAX_TABLES } from '../limits.ts';
import { BomRefusal } from '../refusal.ts';
import type { OpenedFile, Table, TypedValue } from '../table.ts';
import type { TextFormat } from './format.ts';
import { Records } from './records.ts';
import { CellBudget, SheetBuilder } from './sheet.ts';
import { Sheets } from './sheets.ts';
import { scanXml, type Tag, type XmlReader, XmlScanner } from './xml.ts';

const HEAD_CHARS = 4_000;

export const xmlSpreadsheet: TextFormat = {
  container: 'xml_spreadsheet',
  detects: (text) => /urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, HEAD_CHARS)) ? 1 : 0,
  read(text, limits) {
    const reader = new GridReader(SPREADSHEET_TAGS, limits);
    scanXml(text, reader);
    return opened('xml_spreadsheet', reader);
  },
};

export const html: TextFormat = {
  container: 'html',
  detects: (text) => isPage(text) ? 0.9 : 0,
  read(text, limits) {
    if (!/<table[\s>]/i.test(text)) {
      throw new BomRefusal(
        'unsupported_file',
        'The file is a web page without a table: perhaps the one that asks for a password. Download the BOM again and send that.',
      );
    }
    const reader = new GridReader(HTML_TAGS, limits);
    // Its tags need not be closed, so that its end says nothing.
    new XmlScanner(reader).write(text);
    reader.close('table');
    const page = opened('html', reader);
    if (ASKS_FOR_PASSWORD.test(text) && page.tables.every(isForm)) {
      throw new BomRefusal(
        'unsupported_file',
        'The file is a web page that asks for a password, saved in place of the BOM. Log in there, download the BOM again and send that.',
      );
    }
    return page;
  },
};

const ASKS_FOR_PASSWORD = /<input\s[^>]{0,400}?type\s*=\s*["']?password/i;

/** A label and a field a row, as forms are laid out; a list of parts has more. */
const isForm = ({ rows }: Table) => rows.every(({ cells }) => cells.length <= 2);

/** What pages begin with, as servers and browsers write them: some with remarks or an XML declaration before. */
const PAGE =
  /^<(?:!doctype\s+html|html|head|body|meta|title|table|script|noscript|style|form|div|center)[\s>]/i;
const XML_PAGE = /^<(?:!doctype\s+html|html)[\s>]/i;

function isPage(text: string): boolean {
  let rest = text.slice(0, HEAD_CHARS).trimStart();
  const isXml = rest.startsWith('<?xml');
  if (isXml) rest = rest.slice(rest.indexOf('?>') + 2).trimStart();
  while (rest.startsWith('<!--') && rest.includes('-->')) {
    rest = rest.slice(rest.indexOf('-->') + 3).trimStart();
  }
  return (isXml ? XML_PAGE : PAGE).test(rest);
}

export const xmlGrid: TextFormat = {
  container: 'xml_grid',
  detects: (text) => /^\s*<(?:\?xml|[A-Za-z])/.test(text) ? 0.5 : 0,
  read(text, limits) {
    const reader = new ThingsReader(limits);
    scanXml(text, reader);
    const tables = reader.tables();
    if (tables.length === 0) {
      throw new BomRefusal('empty_bom', 'The XML has no list of parts: nothing in it repeats.');
    }
    return { container: 'xml_grid', encoding: null, separator: null, tables, issues: [] };
  },
};

function opened(container: 'xml_spreadsheet' | 'html', { sheets, issues }: GridReader): OpenedFile {
  const tables = sheets.tables();
  return { container, encoding: null, separator: null, tables, issues: issues.list() };
}

/** Tags in lower case, and what they are. */
interface GridTags {
  readonly sheet: string;
  readonly row: string;
  readonly cells: readonly string[];
  /** Only text within it is the cell's, where there is such a thing. */
  readonly data: string | null;
}

const SPREADSHEET_TAGS: GridTags = { sheet: 'worksheet', row: 'row', cells: ['cell'], data: 'data' };
const HTML_TAGS: GridTags = { sheet: 'table', row: 'tr', cells: ['td', 'th'], data: null };

class GridReader implements XmlReader {
  readonly issues = new Issues();
  readonly sheets = new Sheets(this.issues);
  readonly #tags: GridTags;
  readonly #budget: CellBudget;
  #count = 0;
  #sheet: SheetBuilder | null = null;
  #name = '';
  #row = 0;
  #index = 0;
  #column = 0;
  #across = 1;
  /** Columns that cells of the rows above reach into, and in how many rows they still do. */
  #reaches = new Map<number, number>();
  #isCell = false;
  #reads = false;
  #text = '';
  #type = '';
  /** Tables within tables, scripts and styles. */
  #apart = 0;

  constructor(tags: GridTags, limits: FileLimits) {
    this.#tags = tags;
    this.#budget = new CellBudget(limits);
  }

  open(tag: Tag): void {
    const name = tag.name.toLowerCase();
    const { sheet, row, cells, data } = this.#tags;
    if (name === 'script' || name === 'style' || name === 'comment') this.#apart += 1;
    if (name === sheet) this.#openSheet(tag);
    else if (!this.#sheet) return;
    else if (name === 'column') this.#openColumn(tag);
    else if (name === row) this.#openRow(tag);
    else if (cells.includes(name)) this.#openCell(tag);
    else if (name === data) {
      this.#reads = true;
      this.#type = tag.attribute('Type') ?? '';
    } else if ((name === 'br' || name === 'p') && this.#isCell && this.#text !== '') this.#text += '\n';
  }

  text(text: string): void {
    if (!this.#reads || this.#apart > 0) return;
    // Line ends of a page are blanks; those that are meant are tags.
    this.#text += this.#tags.data === null ? text.replace(/\s+/g, ' ') : text;
  }

  close(closed: string): void {
    const name = closed.toLowerCase();
    if (name === 'script' || name === 'style' || name === 'comment') this.#apart -= 1;
    if (name === this.#tags.data) this.#reads = false;
    else if (this.#tags.cells.includes(name)) this.#closeCell();
    else if (name === this.#tags.row) this.#closeCell();
    else if (name === this.#tags.sheet) this.#closeSheet();
  }

  #openSheet(tag: Tag): void {
    this.#closeSheet();
    this.#count += 1;
    if (this.#count > MAX_TABLES) return;
    this.#name = tag.attribute('Name') ?? `Table ${this.#count}`;
    this.#sheet = new SheetBuilder(this.#name, false, this.#budget);
    [this.#row, this.#column] = [0, 0];
    this.#reaches = new Map();
  }

  #openColumn(tag: Tag): void {
    const index = (Number(tag.attribute('Index')) || this.#column + 1) - 1;
    const span = Number(tag.attribute('Span') ?? 0);
    if (tag.attribute('Hidden') === '1') this.#sheet!.hideColumns(index, index + span);
    this.#column = index + span + 1;
  }

  #openRow(tag: Tag): void {
    this.#closeCell();
    this.#row = Number(tag.attribute('Index')) || this.#row + 1;
    this.#index = 0;
    for (const [index, rows] of this.#reaches) {
      if (rows > 1) this.#reaches.set(index, rows - 1);
      else this.#reaches.delete(index);
    }
    if (tag.attribute('Hidden') === '1') this.#sheet!.hideRows(this.#row, this.#row);
  }

  #openCell(tag: Tag): void {
    this.#closeCell();
    while (this.#reaches.has(this.#index)) this.#index += 1;
    this.#index = (Number(tag.attribute('Index')) || this.#index + 1) - 1;
    const span = (own: string, more: string) =>
      Math.min(Number(tag.attribute(own)) || Number(tag.attribute(more) ?? 0) + 1, MAX_COLUMNS);
    const [columns, rows] = [span('colspan', 'MergeAcross'), span('rowspan', 'MergeDown')];
    this.#across = columns;
    if (columns * rows > 1) this.#sheet!.merge({ row: this.#row, index: this.#index, rows, columns });
    if (rows > 1 && this.#tags.data === null) {
      // The rows below leave these cells out.
      for (let i = 0; i < columns; i += 1) this.#reaches.set(this.#index + i, rows);
    }
    this.#isCell = true;
    this.#reads = this.#tags.data === null;
    [this.#text, this.#type] = ['', ''];
  }

  #closeCell(): void {
    if (!this.#isCell || !this.#sheet) return;
    [this.#isCell, this.#reads] = [false, false];
    try {
      this.#sheet.set(this.#row, this.#index, ...shown(this.#text, this.#type));
    } catch (error) {
      this.sheets.leaveOut(this.#name, this.#sheet, error);
      this.#sheet = null;
    }
    this.#index += this.#across;
  }

  #closeSheet(): void {
    this.#closeCell();
    if (this.#sheet) this.sheets.add(this.#sheet.table());
    this.#sheet = null;
  }
}

function shown(text: string, type: string): [text: string, typed: TypedValue | null] {
  const raw = text.trim();
  if (type === 'Number') return [raw, { kind: 'number', raw }];
  if (type === 'DateTime') return [raw.replace(/T00:00:00(\.0+)?$/, ''), { kind: 'date', raw }];
  if (type === 'Boolean') {
    return [raw === '1' ? 'TRUE' : 'FALSE', { kind: 'boolean', raw: String(raw === '1') }];
  }
  return [text, null];
}

/** A tag with fields, be they attributes or tags with nothing but text. */
interface Thing {
  readonly name: string;
  readonly fields: Map<string, string>;
  text: string;
  hasInner: boolean;
}

/** Gathers the tags of one name, with their fields: `<ROW Quantity="1" Comment="10k"/>` or `<part><mpn>…</mpn></part>`. */
class ThingsReader implements XmlReader {
  readonly #open: Thing[] = [];
  readonly #budget: CellBudget;
  readonly #records = new Map<string, Records>();
  /** Titles of columns, where the grid tells them. */
  readonly #captions = new Map<string, string>();
  /** How many tags are open below those that are looked at. */
  #depth = 0;

  constructor(limits: FileLimits) {
    this.#budget = new CellBudget(limits);
  }

  open(tag: Tag): void {
    if (this.#open.length === MAX_DEPTH) {
      this.#depth += 1;
      return;
    }
    const fields = new Map(tag.attributes());
    if (/^column$/i.test(tag.name)) {
      const [name, caption] = [fields.get('Name'), fields.get('Caption')];
      if (name && caption) this.#captions.set(name, caption);
    }
    this.#open.push({ name: tag.name, fields, text: '', hasInner: false });
  }

  text(text: string): void {
    const thing = this.#open.at(-1);
    if (thing && this.#depth === 0) thing.text += text;
  }

  close(): void {
    if (this.#depth > 0) {
      this.#depth -= 1;
      return;
    }
    const thing = this.#open.pop();
    const parent = this.#open.at(-1);
    if (!thing || !parent) return;
    const isField = thing.fields.size === 0 && !thing.hasInner;
    if (isField) {
      if (!parent.fields.has(thing.name)) parent.fields.set(thing.name, thing.text);
    } else if (!/^column$/i.test(thing.name)) {
      if (thing.text.trim() !== '' && !thing.fields.has(thing.name)) thing.fields.set(thing.name, thing.text);
      this.#add(thing);
    }
    if (!isField) parent.hasInner = true;
  }

  tables(): Table[] {
    return [...this.#records.values()].filter(({ count }) => count > 1).flatMap((records) =>
      records.table() ?? []
    );
  }

  #add({ name, fields }: Thing): void {
    if (fields.size < 2) return;
    let records = this.#records.get(name);
    if (!records) {
      if (this.#records.size === MAX_TABLES) return;
      records = new Records(name, this.#budget);
      this.#records.set(name, records);
    }
    records.add(new Map([...fields].map(([field, text]) => [this.#captions.get(field) ?? field, text])));
  }
}

const MAX_DEPTH = 30;
