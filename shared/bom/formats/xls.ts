/** Workbooks of Excel 97 to 2003: records (BIFF8) in a compound file. Formulas are not run: their last result is read. */
import { Issues } from '../issues.ts';
import { type FileLimits, MAX_TABLES } from '../limits.ts';
import { BomRefusal, damaged, passwordProtected } from '../refusal.ts';
import { CompoundFile, isCompoundFile } from './cfb.ts';
import type { BinaryFormat } from './format.ts';
import { builtInCode, type NumberFormat, numberFormat, plain } from './number-format.ts';
import { CellBudget, SheetBuilder } from './sheet.ts';
import { Sheets } from './sheets.ts';
import { MACROS } from './xlsx.ts';

export const xls: BinaryFormat = {
  container: 'xls',
  detects: (bytes) => isCompoundFile(bytes) || isBareRecords(bytes) ? 1 : 0,
  // Not async within, and yet a promise: a refusal is a rejection.
  // deno-lint-ignore require-await
  async read(bytes, limits) {
    if (isBareRecords(bytes)) throw tooOld();
    const file = new CompoundFile(bytes);
    const stream = file.read('Workbook');
    if (!stream) throw refuseOther(file);
    try {
      const issues = new Issues();
      if (file.names.has('_VBA_PROJECT_CUR')) issues.add(MACROS);
      const tables = new Workbook(stream, issues, limits).read();
      return { container: 'xls', encoding: null, separator: null, tables, issues: issues.list() };
    } catch (error) {
      if (error instanceof RangeError) throw damaged('one of its records is cut off');
      throw error;
    }
  },
};

/** Before Excel 5, records stood in a file of their own: it begins with a mark of its version. */
function isBareRecords(bytes: Uint8Array): boolean {
  return bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1]!) && bytes[2]! <= 16 && bytes[3] === 0;
}

function tooOld(): BomRefusal {
  return new BomRefusal(
    'unsupported_file',
    'The workbook was saved for Excel 95 or older. Save it as .xlsx and send that.',
  );
}

function refuseOther(file: CompoundFile): BomRefusal {
  if (file.has('EncryptedPackage')) return passwordProtected();
  if (file.has('Book')) return tooOld();
  return new BomRefusal(
    'unsupported_file',
    'The file is a document of an application, not a table: a design, a text document or a mail. Export its BOM as CSV or XLSX and send that.',
  );
}

const RECORD = {
  FORMULA: 0x0006,
  EOF: 0x000a,
  DATEMODE: 0x0022,
  FILEPASS: 0x002f,
  CONTINUE: 0x003c,
  COLINFO: 0x007d,
  BOUNDSHEET: 0x0085,
  MULRK: 0x00bd,
  RSTRING: 0x00d6,
  XF: 0x00e0,
  MERGECELLS: 0x00e5,
  SST: 0x00fc,
  LABELSST: 0x00fd,
  NUMBER: 0x0203,
  LABEL: 0x0204,
  BOOLERR: 0x0205,
  STRING: 0x0207,
  ROW: 0x0208,
  RK: 0x027e,
  FORMAT: 0x041e,
  BOF: 0x0809,
} as const;
const BIFF8 = 0x0600;
const WORKSHEET = 0;

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly end: number;
}

class Workbook {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #issues: Issues;
  readonly #limits: FileLimits;
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  readonly #formats = new Map<number, NumberFormat>();
  #strings: readonly string[] = [];
  #is1904 = false;

  constructor(bytes: Uint8Array, issues: Issues, limits: FileLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#issues = issues;
    this.#limits = limits;
  }

  read() {
    const sheets: { name: string; isHidden: boolean; at: number }[] = [];
    let isFirst = true;
    for (const record of this.#records(0)) {
      const { id, at } = record;
      if (isFirst && (id !== RECORD.BOF || this.#u16(at) !== BIFF8)) throw tooOld();
      isFirst = false;
      switch (id) {
        case RECORD.FILEPASS:
          throw passwordProtected();
        case RECORD.DATEMODE:
          this.#is1904 = this.#u16(at) === 1;
          break;
        case RECORD.FORMAT:
          this.#codes.set(this.#u16(at), this.#text(at + 2, 2));
          break;
        case RECORD.XF:
          this.#formatIds.push(this.#u16(at + 2));
          break;
        case RECORD.BOUNDSHEET:
          if (this.#bytes[at + 5] === WORKSHEET && sheets.length < MAX_TABLES) {
            sheets.push({
              at: this.#view.getUint32(at, true),
              isHidden: (this.#bytes[at + 4]! & 3) !== 0,
              name: this.#text(at + 6, 1),
            });
          }
          break;
        case RECORD.SST:
          this.#strings = this.#sharedStrings(record);
      }
    }
    const [read, budget] = [new Sheets(this.#issues), new CellBudget(this.#limits)];
    for (const { name, isHidden, at } of sheets) {
      const sheet = new SheetBuilder(name, isHidden, budget);
      try {
        this.#readSheet(sheet, at);
        read.add(sheet.table());
      } catch (error) {
        read.leaveOut(name, sheet, error);
      }
    }
    return read.tables();
  }

  /** From a BOF to its EOF; charts within a sheet have both of their own. */
  *#records(from: number): Generator<BiffRecord> {
    let depth = 0;
    for (let at = from; at + 4 <= this.#bytes.length;) {
      const [id, length] = [this.#u16(at), this.#u16(at + 2)];
      const end = at + 4 + length;
      if (end > this.#bytes.length) throw damaged('its last record is cut off');
      if (id === RECORD.BOF) depth += 1;
      else if (id === RECORD.EOF) depth -= 1;
      if (depth <= 1) yield { id, at: at + 4, end };
      if (depth === 0) return;
      at = end;
    }
    throw damaged('its end is missing');
  }

  #readSheet(sheet: SheetBuilder, from: number): void {
    /** Where a formula's text goes, which follows in a record of its own. */
    let awaited: { row: number; index: number } | null = null;
    for (const { id, at, end } of this.#records(from)) {
      switch (id) {
        case RECORD.ROW:
          // Its height is none, or it is hidden by hand.
          if (this.#u16(at + 12) & 0x20) sheet.hideRows(this.#u16(at) + 1, this.#u16(at) + 1);
          continue;
        case RECORD.COLINFO:
          if (this.#u16(at + 8) & 1) sheet.hideColumns(this.#u16(at), this.#u16(at + 2));
          continue;
        case RECORD.MERGECELLS:
          this.#readMerges(sheet, at, end);
          continue;
        case RECORD.STRING:
          if (awaited) sheet.set(awaited.row, awaited.index, this.#text(at, 2, end));
          awaited = null;
          continue;
      }
      if (end - at < 6) continue;
      const [row, index, style] = [this.#u16(at) + 1, this.#u16(at + 2), this.#u16(at + 4)];
      switch (id) {
        case RECORD.LABELSST:
          sheet.set(row, index, this.#strings[this.#view.getUint32(at + 6, true)] ?? '');
          break;
        case RECORD.LABEL:
        case RECORD.RSTRING:
          sheet.set(row, index, this.#text(at + 6, 2, end));
          break;
        case RECORD.NUMBER:
          this.#setNumber(sheet, row, index, style, this.#view.getFloat64(at + 6, true));
          break;
        case RECORD.RK:
          this.#setNumber(sheet, row, index, style, this.#rk(at + 6));
          break;
        case RECORD.MULRK:
          for (let i = 0; at + 4 + (i + 1) * 6 + 2 <= end; i += 1) {
            const cell = at + 4 + i * 6;
            this.#setNumber(sheet, row, index + i, this.#u16(cell), this.#rk(cell + 2));
          }
          break;
        case RECORD.BOOLERR:
          this.#setBoolean(sheet, row, index, this.#bytes[at + 6]!, this.#bytes[at + 7] === 1);
          break;
        case RECORD.FORMULA:
          if (this.#u16(at + 12) !== 0xffff) {
            this.#setNumber(sheet, row, index, style, this.#view.getFloat64(at + 6, true));
          } else if (this.#bytes[at + 6] === 0) awaited = { row, index };
          else if (this.#bytes[at + 6]! < 3) {
            this.#setBoolean(sheet, row, index, this.#bytes[at + 8]!, this.#bytes[at + 6] === 2);
          }
      }
    }
  }

  #readMerges(sheet: SheetBuilder, at: number, end: number): void {
    for (let from = at + 2; from + 8 <= end; from += 8) {
      const [first, last, left, right] = [0, 2, 4, 6].map((offset) => this.#u16(from + offset)) as [
        number,
        number,
        number,
        number,
      ];
      sheet.merge({ row: first + 1, index: left, rows: last - first + 1, columns: right - left + 1 });
    }
  }

  #setNumber(sheet: SheetBuilder, row: number, index: number, style: number, value: number): void {
    if (!Number.isFinite(value)) return;
    const { text, typed } = this.#format(style)(value);
    sheet.set(row, index, text, typed);
  }

  #setBoolean(sheet: SheetBuilder, row: number, index: number, value: number, isError: boolean): void {
    if (isError) return sheet.set(row, index, ERRORS[value] ?? '#N/A');
    const truth = value !== 0;
    sheet.set(row, index, truth ? 'TRUE' : 'FALSE', { kind: 'boolean', raw: String(truth) });
  }

  #format(style: number): NumberFormat {
    const id = this.#formatIds[style];
    if (id === undefined) return plain;
    let format = this.#formats.get(id);
    if (!format) {
      format = numberFormat(this.#codes.get(id) ?? builtInCode(id), this.#is1904);
      this.#formats.set(id, format);
    }
    return format;
  }

  #u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  /** A number in four bytes: an integer or the upper half of a fraction, either of them perhaps times a hundred. */
  #rk(at: number): number {
    const bits = this.#view.getUint32(at, true);
    let value: number;
    if (bits & 2) value = (bits | 0) >> 2;
    else {
      const whole = new DataView(new ArrayBuffer(8));
      whole.setUint32(0, bits & 0xfffffffc);
      value = whole.getFloat64(0);
    }
    return bits & 1 ? value / 100 : value;
  }

  /** @param lengthBytes in how many bytes its length stands */
  #text(at: number, lengthBytes: 1 | 2, end = this.#bytes.length): string {
    const length = lengthBytes === 1 ? this.#bytes[at]! : this.#u16(at);
    const text = new TextOfBlocks(this.#bytes, [{ at: at + lengthBytes, end }]);
    const isWide = (text.u8() & 1) !== 0;
    return text.characters(length, isWide);
  }

  #sharedStrings(record: BiffRecord): string[] {
    const blocks = [{ at: record.at + 8, end: record.end }];
    for (let at = record.end; at + 4 <= this.#bytes.length && this.#u16(at) === RECORD.CONTINUE;) {
      const end = at + 4 + this.#u16(at + 2);
      blocks.push({ at: at + 4, end: Math.min(end, this.#bytes.length) });
      at = end;
    }
    const count = Math.min(this.#view.getUint32(record.at + 4, true), this.#limits.cells);
    const text = new TextOfBlocks(this.#bytes, blocks);
    const strings: string[] = [];
    while (strings.length < count && !text.isAtEnd) strings.push(text.shared());
    return strings;
  }
}

/** Texts that go on in the next record, where their characters may become wide or narrow. */
class TextOfBlocks {
  readonly #bytes: Uint8Array;
  readonly #blocks: readonly { readonly at: number; readonly end: number }[];
  #block = 0;
  #at: number;

  constructor(bytes: Uint8Array, blocks: readonly { readonly at: number; readonly end: number }[]) {
    this.#bytes = bytes;
    this.#blocks = blocks;
    this.#at = blocks[0]!.at;
  }

  get isAtEnd(): boolean {
    this.#advance();
    return this.#block === this.#blocks.length;
  }

  u8(): number {
    if (this.isAtEnd) throw damaged('a text in it is cut off');
    return this.#bytes[this.#at++]!;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  shared(): string {
    const length = this.u16();
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const phonetic = flags & 4 ? this.u16() | (this.u16() << 16) : 0;
    const text = this.characters(length, (flags & 1) !== 0);
    this.#skip(runs * 4 + (phonetic >>> 0));
    return text;
  }

  characters(length: number, isWide: boolean): string {
    const units: number[] = [];
    let wide = isWide;
    while (units.length < length) {
      if (this.#at >= this.#blocks[this.#block]!.end) {
        if (this.isAtEnd) throw damaged('a text in it is cut off');
        wide = (this.u8() & 1) !== 0;
      }
      units.push(wide ? this.u16() : this.u8());
    }
    // In pieces: a call takes only so many arguments.
    let text = '';
    for (let at = 0; at < units.length; at += 4_096) {
      text += String.fromCharCode(...units.slice(at, at + 4_096));
    }
    return text;
  }

  #skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      if (this.isAtEnd) return;
      const step = Math.min(left, this.#blocks[this.#block]!.end - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  #advance(): void {
    while (this.#block < this.#blocks.length && this.#at >= this.#blocks[this.#block]!.end) {
      this.#block += 1;
      this.#at = this.#blocks[this.#block]?.at ?? this.#at;
    }
  }
}
