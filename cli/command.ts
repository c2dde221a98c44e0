/** What all commands have in common: how they are described, and what they need before they begin. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Access, connect } from './connect.ts';
import { createOutput, type Format, type Output } from './output.ts';

/** A module of commands/: what the command takes and does. It is loaded when the command is called. */
export type Define = (command: Command) => void;

interface Globals {
  readonly output: Format;
  readonly tokenFile?: string;
}

/** An example of a command and what it does, as the help begins with. */
export type Example = readonly [line: string, does: string];

/** The help of a command begins with how it is used, and ends with where its exit codes are explained. */
export function describe(command: Command, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
  return command.addHelpText('before', `Examples:\n${lines.join('\n')}\n`)
    .addHelpText('after', '\nbomstream help explains the environment and the exit codes.');
}

export const outputOf = (command: Command): Output => createOutput(command.optsWithGlobals<Globals>().output);

export const accessOf = (command: Command): Promise<Access> => connect(command.optsWithGlobals<Globals>());

/** The argument of most commands. */
export const BOM = ['<bom>', 'id of the BOM, as import and list say it'] as const;

/** Ids of a value that may be given several times. */
export const collect = (
  value: string,
  before: readonly string[] = [],
): readonly string[] => [...before, value];

/** @throws InvalidArgumentError, which commander says with the option's name */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
}

/** @throws as wholeNumber, naming what is possible */
export const numberUpTo = (most: number) => (value: string): number => {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) {
    throw new InvalidArgumentError(`It is no whole number from 1 to ${most.toLocaleString('en')}.`);
  }
  return number;
};

/** An option that takes one of a few words; of a word that is none of them it says which were meant. */
export const oneOf = (flags: string, description: string, words: readonly string[]): Option =>
  new Option(flags, description).choices(words).argParser((given: string) => {
    if (words.includes(given)) return given;
    const meant = words.filter((word) => word.startsWith(given.toLowerCase().slice(0, TELLING_LETTERS)));
    throw new InvalidArgumentError(
      `Allowed choices are ${words.join(', ')}.${
        given === '' || meant.length === 0 ? '' : ` Did you mean ${meant.join(' or ')}?`
      }`,
    );
  });

/** Who begins a word as another begins mostly means that one. */
const TELLING_LETTERS = 3;
