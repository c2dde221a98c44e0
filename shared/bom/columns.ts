/** Which column of a CSV holds what: the header's spelling decides, or the caller says it. */
import type { LineField } from '../domain/bom.ts';
import { Problem } from '../http/problem.ts';

/** Spellings seen in real BOMs, reduced to letters and digits. */
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

/**
 * Finds the column of each field, by the caller's names first and the known spellings after.
 * @param headers the CSV's first row
 * @returns field → header, for the fields that have one
 * @throws Problem 422 `unknown_column` when a named header is not there, `no_part_number_column` without an mpn column
 */
export function assignColumns(
  headers: readonly string[],
  named: Readonly<Partial<Record<LineField, string>>>,
): ReadonlyMap<LineField, string> {
  const columns = new Map<LineField, string>();
  for (const [field, name] of Object.entries(named) as [LineField, string][]) {
    if (!headers.includes(name)) {
      throw new Problem(
        422,
        'unknown_column',
        `There is no column "${name}" for ${field}. The header row has: ${list(headers)}.`,
      );
    }
    columns.set(field, name);
  }
  for (const [field, spellings] of Object.entries(KNOWN_HEADERS) as [LineField, readonly string[]][]) {
    if (columns.has(field)) continue;
    // Spellings are in order of trust: "MPN" is the part number even where a "Part Number" column stands before it.
    const match = spellings.map((spelling) => headers.find((header) => reduce(header) === spelling)).find(
      Boolean,
    );
    if (match) columns.set(field, match);
  }
  if (!columns.has('mpn')) {
    throw new Problem(
      422,
      'no_part_number_column',
      `No column is named like a part number (MPN). Name it in "columns", for example {"mpn": "Part No."}. The header row has: ${
        list(headers)
      }.`,
    );
  }
  return columns;
}

function reduce(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What a header row that is no header row at all may add to an answer. */
const MAX_LISTED = 30;
const MAX_LISTED_CHARS = 40;

function list(headers: readonly string[]): string {
  const shown = headers.slice(0, MAX_LISTED).map((header) => `"${header.slice(0, MAX_LISTED_CHARS)}"`);
  return shown.join(', ') + (headers.length > MAX_LISTED ? ', …' : '');
}
