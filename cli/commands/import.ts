/** `bomstream import`: files on this disk become BOMs. */
import process from 'node:process';
import type { Command } from 'commander';
import type { Answer } from '../../client/client.ts';
import { messageOf } from '../api-client.ts';
import { type Asker, terminalAsker } from '../ask.ts';
import { accessOf, describe, outputOf, wholeNumber } from '../command.ts';
import { organizationOf } from '../connect.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { importFile } from '../import-file.ts';
import { readLocalFile } from '../local-file.ts';
import { say } from '../output.ts';

interface Options {
  readonly name?: string;
  readonly organization?: string;
  readonly revisionOf?: string;
  readonly again?: boolean;
  readonly answer?: readonly number[];
  readonly table?: number;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream import board.csv', 'import it, and print the id of its BOM'],
    ['bomstream import *.xlsx', 'import several'],
    ['bomstream import rev-b.csv --revision-of BOM_ID', 'take notes and reviews over from an earlier BOM'],
  ])
    .argument('<file...>', 'the files')
    .option('--name <name>', "call the BOM so, instead of by the file's name")
    .option('--organization <id>', 'import there, instead of into the first organization you may edit in')
    .option('--revision-of <bom>', 'take notes and reviews over from this BOM')
    .option('--again', 'import it once more, though there is a BOM of this file')
    .option(
      '--table <number>',
      'import this table of the file, by its number in "bomstream preview"',
      wholeNumber,
    )
    .option(
      '--answer <number...>',
      'what to answer to the questions of the file, in their order: 2 is the second choice',
      (value, before: readonly number[] = []) => [...before, wholeNumber(value)],
    )
    .action(importFiles);
}

async function importFiles(paths: readonly string[], options: Options, command: Command): Promise<void> {
  const ofOne = (['name', 'revisionOf', 'answer', 'table'] as const).filter((name) =>
    options[name] !== undefined
  );
  if (paths.length > 1 && ofOne.length > 0) {
    throw new Misuse(`--${ofOne[0] === 'revisionOf' ? 'revision-of' : ofOne[0]} is for one file.`);
  }
  const output = outputOf(command);
  // Read before anything is asked of the server: a wrong path is the most common mistake.
  const files = await Promise.all(paths.map(readLocalFile));
  const access = await accessOf(command);
  const organizationId = await organizationOf(access, options.organization);
  let refused = 0;
  async function* imported(): AsyncGenerator<Answer<'POST /boms'>> {
    for (const file of files) {
      try {
        const bom = await importFile(access.api, organizationId, file, {
          choose: options.answer ? answers(options.answer) : terminalAsker(),
          say,
          name: options.name,
          revisionOf: options.revisionOf,
          again: options.again ?? false,
          table: options.table,
        });
        say(`  ${bom.line_count} ${bom.line_count === 1 ? 'line' : 'lines'}`);
        yield bom;
      } catch (error) {
        if (files.length === 1) throw error;
        refused += 1;
        say(`${file.name}: ${messageOf(error)}`);
      }
    }
  }
  const count = await output.each(imported(), ({ bom_id }) => bom_id);
  if (refused > 0) process.exitCode = count > 0 ? EXIT.partly : EXIT.failed;
}

/** Answers what was said beforehand, question after question. */
function answers(said: readonly number[]): Asker {
  let next = 0;
  return (question, options) => {
    const answer = said[next++];
    if (answer === undefined || answer < 1 || answer > options.length) {
      const choices = options.map((label, i) => `${i + 1}: ${label}`).join(' · ');
      throw new Misuse(
        answer === undefined
          ? `${question} (${choices}) No --answer says it.`
          : `--answer ${answer} is not among the choices: ${question} (${choices})`,
      );
    }
    return Promise.resolve(answer - 1);
  };
}
