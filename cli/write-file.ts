/** Writing a file for the user, at a path that may be anything. */
import { constants } from 'node:fs';
import { access, chmod, chown, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { isMissing, whyNotWritten } from './file-errors.ts';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Whole or not at all where there is a file or nothing: a file keeps its mode, and a link to it. Anything else, such
 * as a pipe with a name or a device, is written to as it is.
 * @throws Error with a sentence that says why it cannot be written; what the chunks throw
 */
export async function writeFileOf(file: string, chunks: Chunks): Promise<void> {
  try {
    const there = await statOf(file);
    // of a folder, opening it says what it is
    if (there && !there.isFile()) return await writeInto(file, constants.O_WRONLY, chunks);
    await replace(await targetOf(file), there, chunks);
  } catch (error) {
    // what the API refuses is no fault of the disk
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Error(`Cannot write ${file}: ${whyNotWritten(error)}.`, { cause: error });
  }
}

type Stats = Awaited<ReturnType<typeof stat>>;

/** Of what a link leads to; null where nothing is there. */
async function statOf(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Where links lead, which may be to a file that is still to be made. */
async function targetOf(file: string): Promise<string> {
  const folder = await realpath(dirname(file));
  const path = join(folder, basename(file));
  const link = await readlink(path).catch(() => null);
  return link === null ? path : await targetOf(resolve(folder, link));
}

/** What breaks off leaves nothing that looks like a whole file. */
async function replace(file: string, before: Stats | null, chunks: Chunks): Promise<void> {
  // a file that is locked against writing is not to be replaced either
  if (before) await access(file, constants.W_OK);
  const written = `${file}.${process.pid}.part`;
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
    // until it is whole nobody else is to read what they could not read of the one before
    await writeInto(written, flags, chunks, before ? 0o600 : 0o666);
    if (before) await passOn(before, written);
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

async function writeInto(file: string, flags: number, chunks: Chunks, mode?: number): Promise<void> {
  const handle = await open(file, flags, mode);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}

/** Its owner as far as the user may, and its mode. */
async function passOn({ uid, gid, mode }: Stats, file: string): Promise<void> {
  const made = await stat(file);
  if (made.uid !== uid || made.gid !== gid) await chown(file, Number(uid), Number(gid)).catch(() => {});
  await chmod(file, Number(mode) & 0o7777);
}
