/** The `bomstream` command: what a terminal can do with a project, a hosted one or the stack of this folder. */
import process from 'node:process';
import { messageOf } from './api-client.ts';
import { EXIT, Misuse } from './exit-codes.ts';
import { say } from './output.ts';
import { createProgram, isSaid } from './program.ts';

// Who reads only the first lines, as head does, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const args = process.argv.slice(2);
try {
  // what a command takes is known when it is called
  await createProgram().parseAsync(args[0] === 'help' ? [...args.slice(1), '--help'] : args, {
    from: 'user',
  });
} catch (error) {
  if (isSaid(error)) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
  } else {
    say(messageOf(error));
    process.exitCode = error instanceof Misuse ? EXIT.misused : EXIT.failed;
  }
}
// What was written may still be on its way to a pipe; connections that are kept for later are not waited for.
process.stdout.write('', () => process.exit());
