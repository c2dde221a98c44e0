/** The `bomstream` command as `npm run doctor` has it: built, and run by Node. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stack.ts';

export interface Cli {
  /** Runs it with nothing in its environment but these, and what a program needs. */
  run(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): { readonly code: number | null; readonly output: string };
  remove(): void;
}

export function buildCli(): Cli {
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-cli-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = ['--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'];
  execFileSync(process.execPath, [vite, 'build', 'cli', ...options], { cwd: ROOT, stdio: 'inherit' });
  return {
    run(args, environment) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'bomstream.mjs'), ...args],
        {
          // Where no stack was ever started.
          cwd: folder,
          env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
          encoding: 'utf8',
        },
      );
      return { code: status, output: stdout + stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
