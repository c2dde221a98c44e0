/** Why a file or a list is no BOM. */
import { Refusal } from '../domain/refusal.ts';
import { BOM_FILE, type FileLimits, MAX_COLUMNS } from './limits.ts';

export type BomRefusalCode =
  | 'damaged_file'
  | 'empty_bom'
  | 'file_changed'
  | 'file_too_large'
  | 'invalid_body'
  | 'mapping_needed'
  | 'no_part_number_column'
  | 'no_part_numbers'
  | 'password_protected'
  | 'too_many_cells'
  | 'too_many_columns'
  | 'too_many_lines'
  | 'unknown_column'
  | 'unpacks_too_large'
  | 'unsupported_file';

export class BomRefusal extends Refusal<BomRefusalCode> {
  constructor(code: BomRefusalCode, detail: string) {
    super('invalid', code, detail);
  }
}

/** @param what is wrong with it, as in "the file is damaged: …" */
export function damaged(what: string): BomRefusal {
  return new BomRefusal(
    'damaged_file',
    `The file is damaged: ${what}. Open it where it was made, save it again and send that file.`,
  );
}

export function passwordProtected(): BomRefusal {
  return new BomRefusal(
    'password_protected',
    'The file is protected by a password. Save a copy without one and send that.',
  );
}

const inMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

export function fileTooLarge({ bytes }: FileLimits): BomRefusal {
  return new BomRefusal(
    'file_too_large',
    `The file has more than ${inMegabytes(bytes)}. Remove pictures and sheets that are not about parts.`,
  );
}

export function unpacksTooLarge({ unpackedBytes }: FileLimits): BomRefusal {
  return new BomRefusal(
    'unpacks_too_large',
    `Unpacked, the file has more than ${
      inMegabytes(unpackedBytes)
    } or does not say how much. Copy its table into a new workbook and send that.`,
  );
}

/** There are more lines than are possible; how many more nobody has counted. */
export function tooManyLines({ tooLong }: FileLimits = BOM_FILE): BomRefusal {
  return new BomRefusal('too_many_lines', tooLong);
}

export function tooManyColumns(row: number): BomRefusal {
  return new BomRefusal(
    'too_many_columns',
    `Row ${row} has more than ${MAX_COLUMNS} columns. Remove those that do not describe parts, and check the delimiter.`,
  );
}

const grouped = (count: number) => count.toLocaleString('en');
const LEAVE_OUT = 'Leave out columns that nobody needs, and sheets that are not about parts.';

/**
 * More cells have text than there is room for; how many more nobody has counted.
 * @param read how far reading went: rows with text, and the columns of the widest
 */
export function tooManyCells(
  { cells }: FileLimits,
  read: { readonly rows: number; readonly columns: number },
): BomRefusal {
  return new BomRefusal(
    'too_many_cells',
    `The file has more than ${grouped(cells)} cells with text: reading stopped after ${
      grouped(read.rows)
    } rows of up to ${read.columns} columns. ${LEAVE_OUT}`,
  );
}

/**
 * Before cells are made of them.
 * @param values how many of them are possible
 * @param what they are, as in "different texts"
 */
export function tooManyValues(values: number, what: string): BomRefusal {
  return new BomRefusal('too_many_cells', `The file has more than ${grouped(values)} ${what}. ${LEAVE_OUT}`);
}
