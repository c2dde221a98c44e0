/** Lines of a BOM from CSV text with one header row. */
import Papa from 'papaparse';
import type { LineField, LineInput } from '../domain/bom.ts';
import { Problem } from '../http/problem.ts';
import { assignColumns } from './columns.ts';

const YES = new Set(['x', 'y', 'yes', 'true', '1', 'dnp', 'dnf', 'dni', 'dns']);
const NO = new Set(['', 'n', 'no', 'false', '0']);

type RawLine = { -readonly [K in keyof LineInput]: LineInput[K] };

/**
 * Reads every row below the header; rows without any text are left out. The separator is found by looking.
 * @throws Problem 422 naming row and column of the first value that cannot be read
 */
export function readCsv(text: string, named: Readonly<Partial<Record<LineField, string>>>): RawLine[] {
  const [header, ...rows] = readRows(text.replace(/^\uFEFF/, ''));
  const headers = (header?.cells ?? []).map((name) => name.trim());
  const columns = assignColumns(headers, named);
  return rows.map(({ number, cells }) => {
    // An unquoted "R1,R2" would shift every cell behind it into another column.
    if (cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
      throw new Problem(
        422,
        'invalid_csv',
        `Row ${number} has more cells than the header. Put a cell that contains the separator into quotation marks.`,
      );
    }
    const cell = (field: LineField) => {
      const column = columns.get(field);
      // A field that no column holds must not take what stands below an empty header.
      const text = column === undefined ? '' : cells[headers.indexOf(column)] ?? '';
      return { text: text.trim(), row: number, column };
    };
    return {
      mpn: cell('mpn').text || null,
      manufacturer: cell('manufacturer').text || null,
      quantity: toQuantity(cell('quantity')),
      designators: cell('designators').text || null,
      description: cell('description').text || null,
      do_not_place: toFlag(cell('do_not_place')),
    };
  });
}

interface Row {
  /** As a spreadsheet numbers it: the first is 1, blank ones count. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** All rows that have any text. */
function readRows(text: string): Row[] {
  // Blank rows would mislead the search for the separator, but have to be there for the numbers to be right.
  const { delimiter } = Papa.parse(text, { preview: 1, skipEmptyLines: 'greedy' }).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    throw new Problem(
      422,
      'invalid_csv',
      `Row ${(broken.row ?? 0) + 1}: a quotation mark is opened and not closed at the end of its cell.`,
    );
  }
  return data.map((cells, i) => ({ number: i + 1, cells })).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== '')
  );
}

interface Cell {
  readonly text: string;
  readonly row: number;
  readonly column: string | undefined;
}

function toQuantity({ text, row, column }: Cell): number | null {
  if (text === '') return null;
  // Number() alone would also take "0x10" and "1e3", which nobody means in a BOM.
  if (!/^\d+(\.\d+)?$/.test(text)) {
    throw new Problem(
      422,
      'invalid_quantity',
      `Row ${row}, column "${column}": "${text.slice(0, 40)}" is not a quantity.`,
    );
  }
  return Number(text);
}

function toFlag({ text, row, column }: Cell): boolean {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Problem(
    422,
    'invalid_do_not_place',
    `Row ${row}, column "${column}": "${
      text.slice(0, 40)
    }" says neither yes nor no. Write x or DNP for parts not to place, nothing for the others.`,
  );
}
