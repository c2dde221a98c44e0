/** What the command does with its arguments: all of it, but for the version. */
import process from 'node:process';
import { messageOf } from './api-client.ts';
import { EXIT, Misuse } from './exit-codes.ts';
import { say } from './output.ts';
import { callOf, createProgram, isSaid } from './program.ts';
import { OutputFailure } from './standard-output.ts';

/** How it ended is the process's exit code. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const program = createProgram();
    await program.parseAsync(callOf(program, args), { from: 'user' });
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
