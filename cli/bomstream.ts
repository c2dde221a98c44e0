/** The `bomstream` command: what a terminal can do with a project, a hosted one or the stack of this folder. */
import process from 'node:process';
import { EXIT } from './exit-codes.ts';
import { allWritten, keepFailures } from './standard-output.ts';

/** package.json's, put in by the build. */
declare const VERSION: string;

keepFailures();
const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  // Scripts ask for it at every turn: nothing is loaded for it.
  process.stdout.write(`${VERSION}\n`);
} else {
  const { main } = await import('./main.ts');
  await main(args);
}
const failure = await allWritten();
if (failure && !failure.isClosed) {
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = EXIT.failed;
}
// Connections that are kept for later are not waited for.
process.exit();
