/** What a file gives, short enough to compare. */
import { openFile } from '../../../shared/bom/open.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';
import type { Table } from '../../../shared/bom/table.ts';

export const bytesOf = (file: string | Uint8Array<ArrayBuffer>) =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

export const open = (file: string | Uint8Array<ArrayBuffer>) => openFile(bytesOf(file));

export const cellsOf = (table: Table | undefined) => table?.rows.map(({ cells }) => cells) ?? [];

/** The cells of the first table. */
export async function cells(file: string | Uint8Array<ArrayBuffer>): Promise<(readonly string[])[]> {
  return cellsOf((await open(file)).tables[0]);
}

export async function refusal(file: string | Uint8Array<ArrayBuffer>): Promise<BomRefusal> {
  try {
    await open(file);
  } catch (error) {
    if (error instanceof BomRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
