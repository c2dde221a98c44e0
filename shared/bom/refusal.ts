/** Why a file or a list is no BOM. */
import { MAX_LINES } from '../domain/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from './limits.ts';

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

export function fileTooLarge(): BomRefusal {
  return new BomRefusal(
    'file_too_large',
    `The file has more than ${
      inMegabytes(MAX_FILE_BYTES)
    }. Remove pictures and sheets that are not about parts.`,
  );
}

export function unpacksTooLarge(): BomRefusal {
  return new BomRefusal(
    'unpacks_too_large',
    `Unpacked, the file has more than ${
      inMegabytes(MAX_UNPACKED_BYTES)
    } or does not say how much. Copy the BOM into a new workbook and send that.`,
  );
}

/** The BOM has more lines than are possible; how many more nobody has counted. */
export function tooManyLines(): BomRefusal {
  return new BomRefusal(
    'too_many_lines',
    `The BOM has more than ${MAX_LINES} lines. Split it into several BOMs.`,
  );
}

export function tooManyColumns(row: number): BomRefusal {
  return new BomRefusal(
    'too_many_columns',
    `Row ${row} has more than ${MAX_COLUMNS} columns. Remove those that do not describe parts, and check the delimiter.`,
  );
}
