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
  const { data: rows, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim(),
  });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    throw new Problem(
      422,
      'invalid_csv',
      `Row ${(broken.row ?? 0) + 2}: a quotation mark is opened and never closed.`,
    );
  }
  const columns = assignColumns(meta.fields ?? [], named);
  return rows.map((row, i) => {
    // Header is row 1, as in a spreadsheet.
    const cell = (field: LineField) => ({
      text: (row[columns.get(field) ?? ''] ?? '').trim(),
      row: i + 2,
      column: columns.get(field),
    });
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

interface Cell {
  readonly text: string;
  readonly row: number;
  readonly column: string | undefined;
}

function toQuantity({ text, row, column }: Cell): number | null {
  if (text === '') return null;
  const quantity = Number(text);
  if (!Number.isFinite(quantity) || quantity < 0) {
    throw new Problem(
      422,
      'invalid_quantity',
      `Row ${row}, column "${column}": "${text.slice(0, 40)}" is not a quantity.`,
    );
  }
  return quantity;
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
