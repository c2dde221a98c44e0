/** A program in a terminal, at which somebody types: `script`, of every Linux, gives it one. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** What is typed when the program has said this, since what was typed before. */
export type Typed = readonly [at: string, keys: string];

export interface Seen {
  readonly code: number | null;
  /** All that the terminal showed. */
  readonly screen: string;
}

export async function inTerminal(
  command: readonly string[],
  typed: readonly Typed[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
  cwd?: string,
): Promise<Seen> {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const terminal = spawn('script', ['-qec', quoted, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, TERM: 'xterm', ...environment },
    ...(cwd ? { cwd } : {}),
  });
  let [screen, read, next] = ['', 0, 0];
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    for (let step = typed[next]; step; step = typed[next]) {
      const at = screen.indexOf(step[0], read);
      if (at === -1) return;
      read = at + step[0].length;
      next += 1;
      terminal.stdin.write(step[1]);
    }
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    terminal.once('error', reject).once('close', resolve)
  );
  return { code, screen };
}
