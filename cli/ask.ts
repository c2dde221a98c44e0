/** Questions to the person at a terminal. */
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * @returns the index of the option that was chosen
 * @throws Error where the person ends it, with Ctrl-C or Ctrl-D
 */
export type Asker = (question: string, options: readonly string[]) => Promise<number>;

/** Whether somebody can answer: not in a script or a pipe. The answer of a command may go to a file all the same. */
export const isAsking = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY);

/** Null where nobody can answer. */
export function terminalAsker(): Asker | null {
  if (!isAsking()) return null;
  return async (question, options) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      process.stderr.write(`\n${question}\n`);
      options.forEach((option, i) => process.stderr.write(`  ${i + 1}  ${option}\n`));
      for (;;) {
        const chosen = Number(await answerTo(terminal, `1-${options.length} [1]: `) || '1');
        if (Number.isInteger(chosen) && chosen >= 1 && chosen <= options.length) return chosen - 1;
      }
    } finally {
      terminal.close();
    }
  };
}

/**
 * What somebody types, trimmed; asked again until it is something.
 * @throws Error as an Asker does
 */
export async function askText(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const text = (await answerTo(terminal, `${question}: `)).trim();
      if (text !== '') return text;
    }
  } finally {
    terminal.close();
  }
}

/** The same without showing it. */
export async function askSecret(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here on the terminal shows nothing by itself: who types at once is not to see it either.
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(`${question}: `);
  try {
    return await answerTo(terminal, '');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** Whether somebody says yes; anything else is no. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await answerTo(terminal, `${question} [y/N]: `)).trim());
  } finally {
    terminal.close();
  }
}

const answerTo = (terminal: Interface, prompt: string): Promise<string> =>
  terminal.question(prompt).catch((cause: unknown) => {
    throw new Error('Nothing was chosen.', { cause });
  });
