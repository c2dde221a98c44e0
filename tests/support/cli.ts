/** The `bomstream` command as `npm run doctor` has it: built, and run by Node. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stack.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

type Environment = Readonly<Record<string, string>>;

export interface Cli {
  /** Runs it with nothing in its environment but these, and what a program needs. */
  run(args: readonly string[], environment: Environment): Promise<Ended>;
  /** The same, for who has to do with it while it runs. */
  start(args: readonly string[], environment: Environment): {
    readonly process: ChildProcess;
    /** What it has said so far. */
    readonly output: () => string;
    readonly ended: Promise<Ended>;
  };
  remove(): void;
}

export function buildCli(): Cli {
  const folder = mkdtempSync(join(tmpdir(), 'bomstream-cli-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = ['--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'];
  execFileSync(process.execPath, [vite, 'build', 'cli', ...options], { cwd: ROOT, stdio: 'inherit' });
  const start: Cli['start'] = (args, environment) => {
    const child = spawn(process.execPath, [join(folder, 'bomstream.mjs'), ...args], {
      // Where no stack was ever started.
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => said[name] += text);
    }
    const output = () => said.stdout + said.stderr;
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, output: output() }));
    });
    return { process: child, output, ended };
  };
  return {
    start,
    run: (args, environment) => start(args, environment).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
