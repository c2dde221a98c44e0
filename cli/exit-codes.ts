/** How a command ended, for the program that called it. */

export const EXIT = {
  done: 0,
  failed: 1,
  partly: 2,
  notCompleted: 3,
  misused: 64,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** As the help and docs/guide/command-line.md say it. */
export const EXIT_CODES: readonly (readonly [code: ExitCode, meaning: string])[] = [
  [EXIT.done, 'done as asked; of watch: the run completed; of doctor: nothing is broken'],
  [EXIT.failed, 'failed, and standard error says why; of doctor: something is broken'],
  [EXIT.partly, 'done in part: files or rows were refused; with --exit-code: something is listed'],
  [EXIT.notCompleted, 'the run that was watched failed or was cancelled'],
  [EXIT.misused, 'called wrongly: no such command or option, or one is missing'],
  [EXIT.interrupted, 'ended by Ctrl-C'],
];

/** The command line asks for something that cannot be meant. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
