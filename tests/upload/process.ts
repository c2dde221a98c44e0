/** Child processes of this suite: each knows only the environment it is given, and none outlives its test. */

import { type ChildProcess, spawn } from 'node:child_process';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunningProcess {
  /** Resolves with the first match in what the process writes. Rejects when it ends without one. */
  match(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when the process has ended by itself. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly output: string }>;
}

const running = new Map<ChildProcess, Promise<unknown>>();

export function startProcess({ program, args, directory, environment }: Command): RunningProcess {
  const child = spawn(program, args, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<{ exitCode: number | null; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  }).finally(() => running.delete(child));
  running.set(child, ended);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output += text);
  }
  return {
    ended,
    match: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        ended.then(
          ({ exitCode }) => reject(new Error(`${program} ended with code ${exitCode}:\n${output}`)),
          reject,
        );
      }),
  };
}

/** Runs a command to its end. */
export function run(command: Command) {
  return startProcess(command).ended;
}

/** For hooks, which run after a failed or timed-out test too. */
export async function stopProcesses(): Promise<void> {
  for (const child of running.keys()) child.kill();
  await Promise.allSettled(running.values());
}
