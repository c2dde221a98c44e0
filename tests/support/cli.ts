/** The `bomstream` command as `npm run doctor` has it: built, and run by Node. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './stack.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, one after the other. */
  readonly output: string;
}

type Environment = Readonly<Record<string, string>>;

export interface Cli {
  /** The program's file. */
  readonly path: string;
  /** Where it runs: an empty folder without a stack, which is its user's home as well. */
  readonly folder: string;
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
  const built = mkdtempSync(join(tmpdir(), 'bomstream-cli-'));
  const folder = join(built, 'home');
  const path = join(built, 'bomstream.mjs');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = ['--logLevel', 'warn', '--outDir', built, '--emptyOutDir'];
  execFileSync(process.execPath, [vite, 'build', 'cli', ...options], { cwd: ROOT, stdio: 'inherit' });
  mkdirSync(folder);
  const start: Cli['start'] = (args, environment) => {
    const child = spawn(process.execPath, [path, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => said[name] += text);
    }
    const output = () => said.stdout + said.stderr;
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, ...said, output: output() }));
    });
    return { process: child, output, ended };
  };
  return {
    path,
    folder,
    start,
    run: (args, environment) => start(args, environment).ended,
    remove: () => rmSync(built, { recursive: true, force: true }),
  };
}
