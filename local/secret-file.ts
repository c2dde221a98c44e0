/** Files that hold a secret. */
import { rm, writeFile } from 'node:fs/promises';

/** Writes a file that its owner alone can read, from its first moment on: an older file of that name is deleted first. */
export async function writeSecret(file: string, text: string): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
}
