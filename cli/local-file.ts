/** A BOM file on the user's disk. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { whyNot } from './file-errors.ts';

export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a file, whatever it is: the server says what kind it has.
 * @param path relative to where the user stands: npm runs commands in the root, and says in INIT_CWD where that is
 * @throws Error with a sentence that says why it cannot be read
 */
export async function readLocalFile(path: string): Promise<LocalFile> {
  const full = resolve(process.env.INIT_CWD ?? '', path);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readFile(full);
  } catch (error) {
    throw new Error(`Cannot read ${full}: ${whyNot(error)}.`);
  }
  if (bytes.length === 0) throw new Error(`${full} is empty.`);
  return { name: basename(full), bytes };
}
