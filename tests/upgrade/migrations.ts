/**
 * `npm run migrations -- check` says whether the migrations may be merged; `release` closes the one in work for good.
 * Both run the tests of this folder: the migrations make what supabase/schemas says, and runs in flight survive them.
 * `names` writes the manufacturers' names that the code knows into the one in work, which merges components by them.
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeNames } from './manufacturers.ts';
import { findFaults, migrationInWork, MIGRATIONS, release } from './released.ts';

const [command] = process.argv.slice(2);
try {
  if (command !== 'check' && command !== 'release' && command !== 'names') {
    throw new Error('npm run migrations -- check, release, or names');
  }
  const [fault] = findFaults(MIGRATIONS);
  if (fault) throw new Error(fault);
  if (command === 'names') writeNames(migrationInWork(MIGRATIONS));
  else {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
    execFileSync('node', [...vitest, '--project', 'upgrade'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: 'inherit',
    });
    console.log(
      command === 'check' ? 'The migrations are as they should be.' : `Released ${release(MIGRATIONS)}.`,
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
