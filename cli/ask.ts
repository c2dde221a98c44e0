/** Questions to the person at a terminal. */
import process from 'node:process';
import { createInterface } from 'node:readline/promises';

/**
 * @returns the index of the option that was chosen
 * @throws Error where the person ends it, with Ctrl-C or Ctrl-D
 */
export type Asker = (question: string, options: readonly string[]) => Promise<number>;

/** Null where nobody can answer: in a script or a pipe. */
export function terminalAsker(): Asker | null {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return null;
  return async (question, options) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answerTo = (prompt: string) =>
      terminal.question(prompt).catch((cause: unknown) => {
        throw new Error('Nothing was chosen.', { cause });
      });
    try {
      console.log(`\n${question}`);
      options.forEach((option, i) => console.log(`  ${i + 1}  ${option}`));
      for (;;) {
        const chosen = Number(await answerTo(`1-${options.length} [1]: `) || '1');
        if (Number.isInteger(chosen) && chosen >= 1 && chosen <= options.length) return chosen - 1;
      }
    } finally {
      terminal.close();
    }
  };
}
