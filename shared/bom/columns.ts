/** Which column of a table holds what: the header's spelling decides, or the caller says it. */
import type { LineField } from '../domain/bom.ts';
import { cut, list } from './quoting.ts';
import { BomRefusal } from './refusal.ts';

export { cut, list };

/** Spellings seen in real BOMs, reduced to letters and digits, the most trusted first. */
const KNOWN_HEADERS: Readonly<Record<LineField, readonly string[]>> = {
  mpn: [
    'mpn',
    'manufacturerpartnumber',
    'mfrpartnumber',
    'mfgpartnumber',
    'mfrpart',
    'mfgpart',
    'mfrpn',
    'partnumber',
    'pn',
  ],
  manufacturer: ['manufacturer', 'manufacturername', 'mfr', 'mfg', 'maker'],
  quantity: ['quantity', 'qty', 'count'],
  designators: ['designators', 'designator', 'references', 'reference', 'refdes', 'refs'],
  description: ['description', 'desc', 'comment'],
  do_not_place: ['donotplace', 'dnp', 'dnf', 'dni', 'donotfit', 'donotinstall', 'donotpopulate'],
};

export interface Column {
  /** From 0, so that no row has to look for it by its name. */
  readonly index: number;
  readonly name: string;
}

/** The column of each field that has one. */
export type Columns = ReadonlyMap<LineField, Column>;

/** The caller's names for columns whose spelling is not known, or is to be passed over. */
export type NamedColumns = Readonly<Partial<Record<LineField, string>>>;

/** Finds the column of each field, by the caller's names first and the known spellings after. */
export function findColumns(headers: readonly string[], named: NamedColumns): Columns {
  const names = new Map<string, number>();
  const spellings = new Map<string, number>();
  headers.forEach((header, index) => {
    // Spreadsheets and data tools write row numbers into a column that has no name: it is nobody's.
    if (header === '') return;
    if (!names.has(header)) names.set(header, index);
    const spelling = reduce(header);
    if (!spellings.has(spelling)) spellings.set(spelling, index);
  });
  const columns = new Map<LineField, Column>();
  for (const [field, known] of Object.entries(KNOWN_HEADERS) as [LineField, readonly string[]][]) {
    const name = named[field];
    // Spellings are in order of trust: "MPN" is the part number even where a "Part Number" column stands before it.
    const index = name === undefined
      ? known.map((spelling) => spellings.get(spelling)).find((found) => found !== undefined)
      : names.get(name);
    if (index !== undefined) columns.set(field, { index, name: headers[index]! });
  }
  return columns;
}

/** Whether a header row of these columns is all that is needed: a part number, and everything the caller named. */
export function isComplete(columns: Columns, named: NamedColumns): boolean {
  return columns.has('mpn') && (Object.keys(named) as LineField[]).every((field) => columns.has(field));
}

/**
 * Why the row cannot be the header.
 * @returns BomRefusal `unknown_column` when a named header is not there, `no_part_number_column` otherwise
 */
export function refuseColumns(headers: readonly string[], named: NamedColumns, row: number): BomRefusal {
  const columns = findColumns(headers, named);
  const missing = (Object.keys(named) as LineField[]).find((field) => !columns.has(field));
  return missing === undefined
    ? new BomRefusal(
      'no_part_number_column',
      `No column is named like a part number (MPN). Rename its header to MPN in the file or, through the API, name it in "columns", for example {"mpn": "Part No."}. Row ${row}, taken for the header row, has: ${
        list(headers)
      }.`,
    )
    : new BomRefusal(
      'unknown_column',
      `There is no column "${
        cut(named[missing]!)
      }" for ${missing}. Row ${row}, taken for the header row, has: ${list(headers)}.`,
    );
}

/** No known spelling is nearly as long, and folding a novel would cost eighteen times its length. */
const MAX_HEADER_CHARS = 100;

function reduce(header: string): string {
  if (header.length > MAX_HEADER_CHARS) return '';
  return header.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, '');
}
