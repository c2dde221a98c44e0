/** What the command does with its arguments: all of it, but for the version. */
import process from 'node:process';
import { messageOf } from './api-client.ts';
import { EXIT, Misuse } from './exit-codes.ts';
import { say } from './output.ts';
import { callOf, createProgram, isSaid } from './program.ts';
import { OutputFailure } from './standard-output.ts';

/**
 * Of a server that closes each connection at once, Node's fetch says nothing at all: what waits for it would end the process
 * without a word.
 * @throws Error where nothing is left to wait for, and the work has not ended
 */
async function unlessIdle<Result>(work: Promise<Result>): Promise<Result> {
  let isIdle!: () => void;
  const idle = new Promise<never>((_, reject) => {
    isIdle = () =>
      reject(
        new Error('The server closed the connection without an answer. Check its address, and try again.'),
      );
  });
  process.once('beforeExit', isIdle);
  try {
    return await Promise.race([work, idle]);
  } finally {
    process.off('beforeExit', isIdle);
  }
}

/** How it ended is the process's exit code. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const program = createProgram();
    await unlessIdle(program.parseAsync(callOf(program, args), { from: 'user' }));
  } catch (error) {
    // who ends the process says it
    if (error instanceof OutputFailure) return;
    if (isSaid(error)) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
    } else {
      say(messageOf(error));
      process.exitCode = error instanceof Misuse ? EXIT.misused : EXIT.failed;
    }
  }
}
