/** `bomstream lines`: what a BOM asks for, and what was found. */
import process from 'node:process';
import type { Command } from 'commander';
import { SEVERITIES, type Severity } from '../../shared/domain/contradiction.ts';
import { designatorsInShort } from '../../shared/domain/designators-in-short.ts';
import { LINE_STATUSES, REVIEWS } from '../../shared/domain/status.ts';
import { first, type Line, lines } from '../bom-pages.ts';
import { accessOf, BOM, describe, oneOf, outputOf, wholeNumber } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { lineVerdict, wordOn } from '../line-words.ts';
import { styled } from '../output.ts';

interface Options {
  readonly status?: string;
  readonly review?: string;
  readonly contradiction?: Severity;
  readonly wrong?: boolean;
  readonly search?: string;
  readonly limit?: number;
  readonly exitCode?: boolean;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream lines BOM_ID', 'all of them'],
    ['bomstream lines BOM_ID --wrong --exit-code', 'end with 2 where a line contradicts its part'],
    ['bomstream lines BOM_ID --status not_found --output ndjson', 'what nobody knows, for programs'],
  ])
    .argument(...BOM)
    .addOption(oneOf('--status <status>', 'those that are so', [...LINE_STATUSES, 'enriching']))
    .addOption(oneOf('--review <review>', 'those that people have decided so', REVIEWS))
    .addOption(
      oneOf(
        '--contradiction <severity>',
        'those that contradict their part this badly, or worse',
        SEVERITIES,
      ),
    )
    .option('--wrong', 'those that contradict their part, and that nobody has approved')
    .option('--search <text>', 'those that have this in their part, designators, value or description')
    .option('--limit <number>', 'no more than these', wholeNumber)
    .option('--exit-code', 'end with 2 where any is listed')
    .action(async (bomId: string, options: Options, command: Command) => {
      const { api } = await accessOf(command);
      const matching = filter(lines(api, bomId), options);
      const count = await outputOf(command).list(first(options.limit ?? Infinity, matching), {
        LINE: ({ line_number }) => line_number,
        STATUS: (line) => lineVerdict(line) === 'wrong' ? styled('red', 'wrong') : line.status,
        PART: ({ mpn, value, alternate_count: others }) =>
          others === undefined ? mpn ?? value : `${mpn ?? value ?? ''} +${others}`.trimStart(),
        FOUND: ({ result }) =>
          result?.component && `${result.component.manufacturer} ${result.component.mpn}`,
        QUANTITY: ({ quantity }) => quantity,
        DESIGNATORS: ({ designators }) => designators && designatorsInShort(designators),
        SAID: wordOn,
      }, 'There are no such lines.');
      if (options.exitCode && count > 0) process.exitCode = EXIT.partly;
    });
}

async function* filter(all: AsyncIterable<Line>, options: Options): AsyncGenerator<Line> {
  for await (const line of all) if (isWanted(line, options)) yield line;
}

function isWanted(line: Line, { status, review, contradiction, wrong, search }: Options): boolean {
  const worst = line.result?.contradictions?.[0]?.severity;
  const { mpn, designators, value, description, result } = line;
  const texts = [
    mpn,
    designators,
    value,
    description,
    result?.component?.mpn,
    result?.component?.manufacturer,
  ];
  return (status === undefined || line.status === status) &&
    (review === undefined || line.review === review) &&
    (contradiction === undefined ||
      (worst !== undefined && SEVERITIES.indexOf(worst) <= SEVERITIES.indexOf(contradiction))) &&
    (!wrong || lineVerdict(line) === 'wrong') &&
    (search === undefined || texts.some((text) => text?.toLowerCase().includes(search.toLowerCase())));
}
