/** From a file's bytes to its tables. The file's name is not asked for: it is often wrong. */
import { withBlocks } from './blocks.ts';
import { decode } from './formats/encoding.ts';
import { refuseForeign } from './formats/foreign.ts';
import { BINARY_FORMATS, formatOf, TEXT_FORMATS } from './formats/index.ts';
import { withRowsParted } from './formats/parted.ts';
import { BOM_FILE, type FileLimits } from './limits.ts';
import { BomRefusal, fileTooLarge } from './refusal.ts';
import { withoutOwnColumns } from './own-columns.ts';
import type { OpenedFile } from './table.ts';

/**
 * Opens a file of any kind that is read.
 * @throws BomRefusal saying what is wrong and what to do: `unsupported_file`, `damaged_file`, `password_protected`,
 *   `file_too_large`, `unpacks_too_large`, `too_many_lines`, `too_many_columns`,
 *   `too_many_cells`, `empty_bom`
 */
export async function openFile(bytes: Uint8Array, limits: FileLimits = BOM_FILE): Promise<OpenedFile> {
  if (bytes.length > limits.bytes) throw fileTooLarge(limits);
  if (bytes.length === 0) throw new BomRefusal('empty_bom', 'The file is empty.');
  const format = formatOf(bytes, BINARY_FORMATS);
  if (format) return inBlocks(withRowsParted(await format.read(bytes, limits)));
  refuseForeign(bytes);
  const { text, encoding, issues } = decode(bytes);
  const opened = openText(text, limits);
  return { ...opened, encoding, issues: [...issues, ...opened.issues] };
}

/** Opens text that somebody else has decoded. */
export function openText(text: string, limits: FileLimits = BOM_FILE): OpenedFile {
  return inBlocks(formatOf(text, TEXT_FORMATS)!.read(text, limits));
}

function inBlocks(opened: OpenedFile): OpenedFile {
  const theirs = withoutOwnColumns(opened);
  return { ...theirs, tables: theirs.tables.flatMap(withBlocks) };
}
