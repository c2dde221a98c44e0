/** Workbooks of Excel since 2007: XML parts in a ZIP archive. Formulas are not run: their last result is read. */
import { type FileLimits, MAX_TABLES } from '../limits.ts';
import { Issues } from '../issues.ts';
import { BomRefusal, damaged, tooManyValues } from '../refusal.ts';
import type { OpenedFile } from '../table.ts';
import type { BinaryFormat } from './format.ts';
import { builtInCode, type NumberFormat, numberFormat, plain, type Shown } from './number-format.ts';
import { CellBudget, CharBudget, SheetBuilder } from './sheet.ts';
import { Sheets } from './sheets.ts';
import { type Tag, type XmlReader, XmlScanner } from './xml.ts';
import { isZip, Zip } from './zip.ts';

export const xlsx: BinaryFormat = {
  container: 'xlsx',
  detects: (bytes) => isZip(bytes) ? 0.5 : 0,
  async read(bytes, limits): Promise<OpenedFile> {
    const zip = new Zip(bytes, limits);
    const path = await workbookPath(zip);
    const { sheets, is1904 } = await readWorkbook(zip, path);
    const relations = await readRelations(zip, path);
    const part = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
    const formats = await readFormats(zip, part('styles'), is1904);
    const strings = await readStrings(zip, part('sharedStrings'), limits);
    const issues = new Issues();
    if (zip.names.some((name) => name.endsWith('vbaProject.bin'))) issues.add(MACROS);
    const budget = new CellBudget(limits);
    const read = new Sheets(issues);
    for (const { name, isHidden, id } of sheets) {
      const relation = relations.get(id);
      // Charts and dialogs are sheets too, without cells.
      if (relation?.type !== 'worksheet') continue;
      if (!zip.has(relation.target)) throw damaged(`the sheet "${name}" is missing`);
      const builder = new SheetBuilder(name, isHidden, budget);
      try {
        const reader = new WorksheetReader(builder, strings, formats, issues, name);
        // Merged cells stand behind all others.
        await scan(zip, relation.target, reader, () => builder.hasAllMerges);
        read.add(builder.table());
      } catch (error) {
        read.leaveOut(name, builder, error);
      }
    }
    const tables = read.tables();
    return { container: 'xlsx', encoding: null, separator: null, tables, issues: issues.list() };
  },
};

export const MACROS = {
  severity: 'info',
  row: null,
  column: null,
  code: 'macros_not_run',
  detail: 'The workbook has macros. They were not run, and only the cells were read.',
} as const;

/** @param isDone asked behind each piece: the rest of the part is of no interest */
async function scan(
  zip: Zip,
  name: string,
  reader: XmlReader,
  isDone: () => boolean = () => false,
): Promise<void> {
  const scanner = new XmlScanner(reader);
  await zip.read(name, (piece) => scanner.write(piece), isDone);
  if (!isDone()) scanner.end();
}

/** Collects the tags of a small part. */
async function eachTag(zip: Zip, name: string, open: (tag: Tag) => void): Promise<void> {
  await scan(zip, name, { open, close: () => {}, text: () => {} });
}

/** What a part may refer to: pictures, links and sheets, of which a workbook of hundreds of boards has some thousands. */
const MAX_RELATIONS = 20_000;
/** Formats of cells: Excel saves no more than 65,490. */
const MAX_STYLES = 70_000;
/** No code of a number format is longer in Excel. Longer ones are no format, and numbers are shown plainly. */
const MAX_CODE_CHARS = 255;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** What a part refers to, by id. */
async function readRelations(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const [folder, file] = [part.slice(0, slash), part.slice(slash)];
  const relations = new Map<string, Relation>();
  await eachTag(zip, `${folder}_rels/${file}.rels`, (tag) => {
    const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')];
    if (tag.name !== 'Relationship' || id === undefined || target === undefined) return;
    if (relations.size === MAX_RELATIONS) throw tooManyValues(MAX_RELATIONS, 'relationships of its parts');
    relations.set(id, { type: type?.split('/').at(-1) ?? '', target: resolve(folder, target) });
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

async function workbookPath(zip: Zip): Promise<string> {
  const relations = await readRelations(zip, '');
  const path = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  if (path.endsWith('.bin')) {
    throw new BomRefusal(
      'unsupported_file',
      'Binary workbooks (.xlsb) are not supported. Save it as .xlsx and send that.',
    );
  }
  if (/(^|\/)(word|ppt)\//.test(path)) {
    throw new BomRefusal(
      'unsupported_file',
      'The file is a text document or a presentation. Copy its table into a workbook, or save it as CSV.',
    );
  }
  if (!zip.has(path)) {
    throw new BomRefusal(
      'unsupported_file',
      'The file is a ZIP archive, not a workbook. Unpack it and send the BOM in it.',
    );
  }
  return path;
}

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly id: string;
}

async function readWorkbook(zip: Zip, path: string): Promise<{ sheets: SheetEntry[]; is1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await eachTag(zip, path, (tag) => {
    if (tag.name === 'workbookPr') is1904 = isTrue(tag.attribute('date1904'));
    if (tag.name !== 'sheet' || sheets.length === MAX_TABLES) return;
    sheets.push({
      name: tag.attribute('name') ?? '',
      isHidden: (tag.attribute('state') ?? 'visible') !== 'visible',
      id: tag.attribute('id') ?? '',
    });
  });
  return { sheets, is1904 };
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true';

/** The format of each style of a cell. */
async function readFormats(zip: Zip, part: string | undefined, is1904: boolean): Promise<NumberFormat[]> {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCells = false;
  await scan(zip, part, {
    open(tag) {
      if (tag.name === 'cellXfs') isCells = true;
      if (tag.name === 'numFmt') {
        const code = tag.attribute('formatCode') ?? '';
        if (codes.size === MAX_STYLES) throw tooManyStyles();
        if (code.length <= MAX_CODE_CHARS) codes.set(Number(tag.attribute('numFmtId')), code);
      }
      if (tag.name === 'xf' && isCells) {
        if (ids.length === MAX_STYLES) throw tooManyStyles();
        ids.push(Number(tag.attribute('numFmtId') ?? 0));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
    text() {},
  });
  const made = new Map<number, NumberFormat>();
  return ids.map((id) => {
    if (!made.has(id)) made.set(id, numberFormat(codes.get(id) ?? builtInCode(id), is1904));
    return made.get(id)!;
  });
}

const tooManyStyles = () => tooManyValues(MAX_STYLES, 'styles of cells');

/** Texts that cells share. Readings in another script (`rPh`) are not part of them. */
class TextReader implements XmlReader {
  text_ = '';
  #isText = false;
  #phonetic = 0;

  open({ name }: Tag): void {
    if (name === 'rPh') this.#phonetic += 1;
    this.#isText = name === 't' && this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    this.#isText = false;
  }

  text(text: string): void {
    if (this.#isText) this.text_ += text;
  }

  take(): string {
    const text = unescapeControls(this.text_);
    this.text_ = '';
    return text;
  }
}

/** `_x000D_` is how a workbook writes what XML cannot hold, and an underscore before such a thing. */
function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_written, hex) => String.fromCharCode(parseInt(hex, 16)));
}

async function readStrings(
  zip: Zip,
  part: string | undefined,
  limits: FileLimits,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const reader = new TextReader();
  const chars = new CharBudget(limits);
  const add = (text: string) => {
    if (strings.length === limits.cells) throw tooManyValues(limits.cells, 'different texts');
    chars.take(text);
    strings.push(text);
  };
  await scan(zip, part, {
    open: (tag) => reader.open(tag),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name === 'si') add(reader.take());
    },
    skimmed: {
      depth: 1,
      read(text, at) {
        for (;;) {
          TEXT_BEGIN.lastIndex = at;
          if (!TEXT_BEGIN.test(text)) return at;
          const from = TEXT_BEGIN.lastIndex;
          const end = text.indexOf('<', from);
          if (end === -1 || !text.startsWith(TEXT_END, end)) return at;
          const said = text.slice(from, end);
          if (said.includes('&')) return at;
          add(unescapeControls(said));
          at = end + TEXT_END.length;
        }
      },
    },
  });
  return strings;
}

/** How a text without formats within it begins and ends, as most are. */
const TEXT_BEGIN = /<si><t(?: xml:space="preserve")?>/y;
const TEXT_END = '</t></si>';

const CELL = '<c r="';
/** Behind the place of a cell as most are: its style, its type and its value, if it has one. */
const BEHIND_PLACE = /"(?: s="(\d{1,5})")?(?: t="(\w{1,9})")?(\/>|><v>)/y;
const VALUE_END = '</v></c>';
/** The type of cells whose value is the number of a text. */
const SHARED = 's';
/** Up to the sign behind its place. */
const MAX_BEGIN_CHARS = CELL.length + 3 + 7 + 1;
const [QUOTE, LETTER_A, LETTER_Z, DIGIT_0, DIGIT_9] = [0x22, 0x41, 0x5a, 0x30, 0x39];
/** The end of one row and the beginning of the next. */
const NEXT_ROW = /<\/row><row r="(\d{1,7})"((?: [\w:]{1,40}="[^"<&]*")*)>/y;

class WorksheetReader implements XmlReader {
  readonly #sheet: SheetBuilder;
  readonly #strings: readonly string[];
  readonly #formats: readonly NumberFormat[];
  readonly #issues: Issues;
  readonly #name: string;
  readonly #inline = new TextReader();
  #row = 0;
  #index = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isFormula = false;
  /** Those that were met first, and the last. */
  #kinds: readonly CellKind[] = [];
  /** By style and by what is stored. */
  readonly #known = new Map<number, Map<string, Shown>>();
  #reads: 'value' | 'inline' | null = null;
  /** Cells of a row of the sheet's data. */
  readonly skimmed = { depth: 3, read: (text: string, at: number) => this.#skim(text, at) };

  constructor(
    sheet: SheetBuilder,
    strings: readonly string[],
    formats: readonly NumberFormat[],
    issues: Issues,
    name: string,
  ) {
    this.#sheet = sheet;
    this.#strings = strings;
    this.#formats = formats;
    this.#issues = issues;
    this.#name = name;
  }

  open(tag: Tag): void {
    if (this.#reads === 'inline') return this.#inline.open(tag);
    switch (tag.name) {
      case 'row':
        this.#row = Number(tag.attribute('r')) || this.#row + 1;
        this.#index = -1;
        if (isTrue(tag.attribute('hidden'))) this.#sheet.hideRows(this.#row, this.#row);
        break;
      case 'c':
        this.#place(tag.attribute('r'));
        this.#type = tag.attribute('t') ?? 'n';
        this.#style = Number(tag.attribute('s') ?? 0);
        this.#value = '';
        this.#isFormula = false;
        break;
      case 'f':
        this.#isFormula = true;
        break;
      case 'v':
        this.#reads = 'value';
        break;
      case 'is':
        this.#reads = 'inline';
        break;
      case 'col':
        if (isTrue(tag.attribute('hidden'))) {
          this.#sheet.hideColumns(Number(tag.attribute('min')) - 1, Number(tag.attribute('max')) - 1);
        }
        break;
      case 'mergeCell':
        this.#merge(tag.attribute('ref') ?? '');
    }
  }

  text(text: string): void {
    if (this.#reads === 'value') this.#value += text;
    else if (this.#reads === 'inline') this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#reads = null;
    else if (name === 'is') {
      this.#reads = null;
      this.#value = this.#inline.take();
    } else if (this.#reads === 'inline') this.#inline.close(name);
    else if (name === 'c') this.#endCell();
  }

  #skim(text: string, at: number): number {
    for (;;) {
      const behind = this.#skimCell(text, at);
      if (behind > at) {
        at = behind;
        continue;
      }
      NEXT_ROW.lastIndex = at;
      const row = NEXT_ROW.exec(text);
      if (!row || row[2]!.includes('hidden')) return at;
      this.#row = Number(row[1]) || this.#row + 1;
      this.#index = -1;
      at = NEXT_ROW.lastIndex;
    }
  }

  /**
   * Takes a cell as most are, without a formula, or without anything.
   * @returns the place behind it; `at` where another thing stands
   */
  #skimCell(text: string, at: number): number {
    if (at > text.length - MAX_BEGIN_CHARS || !text.startsWith(CELL, at)) return at;
    let next = at + CELL.length;
    let [column, row] = [0, 0];
    let code = text.charCodeAt(next);
    for (let most = 3; code >= LETTER_A && code <= LETTER_Z && most > 0; most -= 1) {
      column = column * 26 + code - LETTER_A + 1;
      code = text.charCodeAt(next += 1);
    }
    for (let most = 7; code >= DIGIT_0 && code <= DIGIT_9 && most > 0; most -= 1) {
      row = row * 10 + code - DIGIT_0;
      code = text.charCodeAt(next += 1);
    }
    if (code !== QUOTE || row === 0 || column === 0) return at;
    const kind = this.#kindAt(text, next);
    if (!kind) return at;
    next += kind.written.length;
    this.#row = row;
    this.#index = column - 1;
    if (kind.type === SHARED && kind.hasValue) {
      // Most cells: the number of their text is read where it stands.
      const digits = next;
      let number = 0;
      for (
        code = text.charCodeAt(next);
        code >= DIGIT_0 && code <= DIGIT_9;
        code = text.charCodeAt(next += 1)
      ) {
        number = number * 10 + code - DIGIT_0;
      }
      if (next === digits || !text.startsWith(VALUE_END, next)) return at;
      this.#set(this.#strings[number] ?? '');
      return next + VALUE_END.length;
    }
    let value = '';
    if (kind.hasValue) {
      const end = text.indexOf('<', next);
      if (end === -1 || !text.startsWith(VALUE_END, end)) return at;
      value = text.slice(next, end);
      if (value.includes('&')) return at;
      next = end + VALUE_END.length;
    }
    this.#type = kind.type;
    this.#style = kind.style;
    this.#value = value;
    this.#isFormula = false;
    this.#endCell();
    return next;
  }

  /** What stands behind a cell's place: a sheet has few different ones. */
  #kindAt(text: string, at: number): CellKind | null {
    const first = this.#kinds[0];
    return first && text.startsWith(first.written, at) ? first : this.#otherKindAt(text, at);
  }

  #otherKindAt(text: string, at: number): CellKind | null {
    for (const kind of this.#kinds) if (text.startsWith(kind.written, at)) return kind;
    BEHIND_PLACE.lastIndex = at;
    const found = BEHIND_PLACE.exec(text);
    if (!found) return null;
    const kind = {
      written: found[0],
      style: Number(found[1] ?? 0),
      type: found[2] ?? 'n',
      hasValue: found[3] !== '/>',
    };
    // Texts, which most cells are, mostly come first, and stay there.
    this.#kinds = [...this.#kinds.slice(0, MAX_KINDS - 1), kind];
    return kind;
  }

  /** Cells and rows may leave their places out; they stand behind the one before them. */
  #place(reference: string | undefined): void {
    const place = reference === undefined ? null : readReference(reference);
    if (place) this.#row = place.row;
    this.#index = place?.index ?? this.#index + 1;
  }

  #endCell(): void {
    const value = this.#value;
    if (value === '') {
      if (this.#isFormula && this.#type !== 'str') this.#issues.add(this.#withoutResult());
      return;
    }
    switch (this.#type) {
      case SHARED:
        return this.#set(this.#strings[Number(value)] ?? '');
      case 'str':
        return this.#set(unescapeControls(value));
      case 'b': {
        const truth = isTrue(value);
        return this.#sheet.set(this.#row, this.#index, truth ? 'TRUE' : 'FALSE', {
          kind: 'boolean',
          raw: String(truth),
        });
      }
      case 'd':
        return this.#sheet.set(this.#row, this.#index, value.replace('T00:00:00', ''), {
          kind: 'date',
          raw: value,
        });
      case 'n': {
        const number = Number(value);
        if (Number.isNaN(number)) return this.#set(value);
        const shown = this.#shown(number, value);
        return this.#sheet.set(this.#row, this.#index, shown.text, shown.typed);
      }
      // Texts within the cell, and errors such as #N/A.
      default:
        return this.#set(value);
    }
  }

  #set(text: string): void {
    this.#sheet.set(this.#row, this.#index, text);
  }

  /** A number as its cell shows it: quantities are mostly the same few. */
  #shown(number: number, value: string): Shown {
    let known = this.#known.get(this.#style);
    const remembered = known?.get(value);
    if (remembered) return remembered;
    const shown = this.#format(number, value);
    if (!known && this.#known.size < MAX_KNOWN_STYLES) this.#known.set(this.#style, known = new Map());
    if (known && known.size < MAX_KNOWN && value.length <= MAX_KNOWN_CHARS) known.set(value, shown);
    return shown;
  }

  #format(number: number, value: string): Shown {
    return (this.#formats[this.#style] ?? plain)(number, value);
  }

  #withoutResult() {
    return {
      severity: 'warning',
      row: this.#row,
      column: null,
      code: 'formula_without_result',
      detail:
        `Sheet "${this.#name}", row ${this.#row}: a formula has no result and was read as an empty cell. Open the file in a spreadsheet, save it and send it again.`,
    } as const;
  }

  #merge(reference: string): void {
    const [first, last] = reference.split(':').map(readReference);
    if (!first || !last) return;
    this.#sheet.merge({
      row: first.row,
      index: first.index,
      rows: last.row - first.row + 1,
      columns: last.index - first.index + 1,
    });
  }
}

/** How a cell goes on behind its place. */
interface CellKind {
  readonly written: string;
  readonly style: number;
  readonly type: string;
  readonly hasValue: boolean;
}

/** Kinds of cells that each one is compared with before it is taken apart. */
const MAX_KINDS = 6;

/** Numbers that are remembered of a style, styles of which some are, and the longest. */
const MAX_KNOWN = 500;
const MAX_KNOWN_STYLES = 50;
const MAX_KNOWN_CHARS = 6;

/** `B7`, also `$B$7`. */
function readReference(reference: string): { row: number; index: number } | null {
  let [at, column] = [0, 0];
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  const row = Number(reference.slice(at));
  return Number.isInteger(row) && row > 0 && column > 0 ? { row, index: column - 1 } : null;
}
