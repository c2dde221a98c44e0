/** A file on the user's disk. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { isMissing, whyNot } from './file-errors.ts';

export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly changedAt: Date;
}

/** A path as the user means it: npm runs commands in the root, and says in INIT_CWD where the user stands. */
export const userPath = (path: string): string => resolve(process.env.INIT_CWD ?? '', path);

/**
 * Reads a file, whatever it is.
 * @throws Error with a sentence that says why it cannot be read
 */
export async function readLocalFile(path: string): Promise<LocalFile> {
  const full = userPath(path);
  let bytes: Uint8Array<ArrayBuffer>;
  let changedAt: Date;
  try {
    bytes = await readFile(full);
    changedAt = (await stat(full)).mtime;
  } catch (error) {
    const elsewhere = isMissing(error) ? pathInWsl(path) : null;
    if (elsewhere !== null) {
      throw new Error(`Cannot read ${path}, which is a path of Windows. In WSL that file is ${elsewhere}.`);
    }
    throw new Error(`Cannot read ${full}: ${whyNot(error)}.`);
  }
  if (bytes.length === 0) throw new Error(`${full} is empty.`);
  return { name: basename(full), bytes, changedAt };
}

/** Where WSL has what Windows calls `C:\boms\board.csv`; null of other paths, and where such a path is one. */
function pathInWsl(path: string): string | null {
  const [, drive, rest] = process.platform === 'win32' ? [] : /^([a-z]):[\\/](.*)$/i.exec(path) ?? [];
  return drive === undefined ? null : `/mnt/${drive.toLowerCase()}/${rest!.replaceAll('\\', '/')}`;
}
