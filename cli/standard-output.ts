/** Standard output, which may fail: a full disk, or a reader who has gone. What could not be written ends the command. */
import { fstatSync, writeSync } from 'node:fs';
import process from 'node:process';
import { setImmediate as turn } from 'node:timers/promises';
import { codeOf, whyNot } from './file-errors.ts';

/** Its sentence is said once, by whoever ends the process. */
export class OutputFailure extends Error {
  override readonly name = 'OutputFailure';
  /** Who reads only the first lines, as head does, has what it wanted. */
  readonly isClosed: boolean;

  constructor(cause: unknown) {
    super(`Cannot write standard output: ${whyNot(cause)}.`, { cause });
    this.isClosed = codeOf(cause) === 'EPIPE';
  }
}

let failure: OutputFailure | undefined;
let tell: (failure: OutputFailure) => void;

/** Rejects when standard output fails, for who waits for something else meanwhile. */
export const outputFailed = new Promise<never>((_, reject) => tell = reject);
// nobody may be waiting
outputFailed.catch(() => {});

function fail(cause: unknown): void {
  failure ??= new OutputFailure(cause);
  tell(failure);
}

/** From now on a failure is kept, whoever wrote. */
export function keepFailures(): void {
  process.stdout.on('error', fail);
  // Nobody hears of it; the exit code says how the command ended.
  process.stderr.on('error', () => {});
}

/**
 * @returns once it is passed on: false where the reader has gone, and wants no more
 * @throws OutputFailure
 */
export async function write(chunk: string | Uint8Array): Promise<boolean> {
  if (!failure) await pass(chunk).catch(fail);
  if (failure && !failure.isClosed) throw failure;
  return !failure;
}

/**
 * The same for who does not wait: what becomes of it, allWritten says.
 * @throws OutputFailure, of what was written before
 */
export function writeSoon(chunk: string): void {
  if (failure && !failure.isClosed) throw failure;
  write(chunk).catch(() => {});
}

/** Waits for what is on its way. @returns what failed, if anything did */
export async function allWritten(): Promise<OutputFailure | undefined> {
  await write('').catch(() => {});
  // a stream tells of its error after those who wrote
  await turn();
  return failure;
}

async function pass(chunk: string | Uint8Array): Promise<void> {
  const { fd } = process.stdout;
  if (fstatSync(fd).isFile()) return writeWhole(fd, chunk);
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(chunk, (error) => error ? reject(error) : resolve())
  );
}

/** A disk that becomes full takes a part first, which Node's stream for files takes for all of it. */
function writeWhole(fd: number, chunk: string | Uint8Array): void {
  let left = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
  while (left.length > 0) left = left.subarray(writeSync(fd, left));
}
