/** The `bomstream` command: what a terminal can do with a project, a hosted one or the stack of this folder. */
import process from 'node:process';

/** package.json's, put in by the build. */
declare const VERSION: string;

// Who reads only the first lines, as head does, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Scripts ask for it at every turn: nothing is loaded for it.
  process.stdout.write(`${VERSION}\n`);
} else {
  const { main } = await import('./main.ts');
  await main(args);
}
// What was written may still be on its way to a pipe; connections that are kept for later are not waited for.
process.stdout.write('', () => process.exit());
