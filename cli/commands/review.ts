/** `bomstream review`: which lines need somebody, and what was decided of them. */
import type { Command } from 'commander';
import type { Answer } from '../../client/client.ts';
import type { REVIEW_ACTIONS } from '../../shared/domain/bom.ts';
import { designatorsInShort } from '../../shared/domain/designators-in-short.ts';
import { isAsking, terminalAsker } from '../ask.ts';
import type { Api } from '../api-client.ts';
import { type Line, lines } from '../bom-pages.ts';
import { accessOf, BOM, describe, outputOf, wholeNumber } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { lineVerdict, wordOn } from '../line-words.ts';
import { oneLine, styled } from '../output.ts';

type Action = (typeof REVIEW_ACTIONS)[number];
type Candidate = Answer<'GET /boms/:bom_id/lines/:line_id'>['candidates'][number];
type Part = Pick<Candidate, 'mpn' | 'manufacturer'>;

/** The options that decide something, each with the lines it is for. */
const DECISIONS = {
  approve: { action: 'approve', says: 'what was found for these lines is right' },
  reject: { action: 'reject', says: 'what was found for these lines is not it' },
  keep: { action: 'keep_as_written', says: 'these lines are meant as they are written' },
  nothingToBuy: { action: 'nothing_to_buy', says: 'nothing is bought for these lines' },
  undo: { action: 'undo', says: 'take the last decision of these lines back' },
  reset: { action: 'reset', says: 'forget what was decided of these lines' },
  choose: { action: 'choose', says: 'this line means another part: asks which, or see below' },
} as const satisfies Record<string, { action: Action; says: string }>;
type Decision = keyof typeof DECISIONS;

interface Options extends Readonly<Partial<Record<Decision, readonly number[]>>> {
  readonly change?: readonly number[];
  readonly candidate?: number;
  readonly part?: string;
  readonly manufacturer?: string;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream review BOM_ID', 'what needs somebody: wrong lines, and those with a question'],
    ['bomstream review BOM_ID --approve 3,7-9', 'these lines are right as they were found'],
    ['bomstream review BOM_ID --keep 4', 'as it is written: of several manufacturers, any will do'],
    ['bomstream review BOM_ID --choose 5', 'say which part line 5 means'],
    ['bomstream review BOM_ID --choose 5 --candidate 1', 'the same without a question'],
  ]).argument(...BOM);
  for (const [name, { says }] of Object.entries(DECISIONS)) {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    command.option(`--${flag} <${name === 'choose' ? 'line' : 'lines'}>`, says, lineNumbers);
  }
  command.option('--candidate <number>', 'with --choose: this one of its candidates', wholeNumber)
    .option('--part <mpn>', 'with --choose: this part')
    .option('--manufacturer <name>', 'and who makes it')
    .option('--change <ids>', 'with --undo: only these, as the JSON of the decision told them', changeIds)
    .action(async (bomId: string, options: Options, command: Command) => {
      const { api } = await accessOf(command);
      const output = outputOf(command);
      const named = (Object.keys(DECISIONS) as Decision[]).filter((name) => options[name] !== undefined);
      if (named.length > 1) throw new Misuse('Decide one thing at a time.');
      const [decision] = named;
      if (decision === undefined) {
        await output.list(inNeed(api, bomId), {
          LINE: ({ line_number }) => line_number,
          VERDICT: ({ verdict }) => verdict === 'wrong' ? styled('red', verdict) : verdict,
          PART: ({ mpn, value }) => mpn ?? value,
          DESIGNATORS: ({ designators }) => designators && designatorsInShort(designators),
          CANDIDATES: ({ result }) => result?.candidates,
          SAID: wordOn,
        }, 'No line needs anybody.');
        return;
      }
      const numbers = options[decision]!;
      const found = await linesOf(api, bomId, numbers);
      const choice = decision === 'choose' ? await chosenPart(api, bomId, found, options) : undefined;
      const { action } = DECISIONS[decision];
      const line_ids = found.map(({ line_id }) => line_id);
      if (options.change && action !== 'undo') throw new Misuse('--change is for --undo.');
      const body = {
        line_ids,
        action,
        ...(choice ? { choice } : {}),
        ...(options.change ? { change_ids: [...options.change] } : {}),
      };
      const { reviewed, changes } = await api.call('POST /boms/:bom_id/review', {
        params: { bom_id: bomId },
        body,
      });
      const words = choice
        ? `${choice.manufacturer} ${oneLine(choice.mpn)} is looked up by the next run.`
        : '';
      output.value({ bom_id: bomId, reviewed, changes }, () => `${reviewed} reviewed. ${words}`.trimEnd());
    });
}

async function* inNeed(api: Api, bomId: string): AsyncGenerator<Line & { readonly verdict: string }> {
  for await (const line of lines(api, bomId)) {
    const verdict = lineVerdict(line);
    if (verdict === 'wrong' || verdict === 'ask') yield { ...line, verdict };
  }
}

/** `3,7-9` */
/** @param before lines that the same option named before */
function lineNumbers(value: string, before: readonly number[] = []): readonly number[] {
  const numbers = value.split(',').flatMap((part) => {
    const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim()) ?? [];
    if (from === undefined || Number(to) < Number(from)) {
      throw new Misuse(`${value} names no lines such as 3,7-9.`);
    }
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
  return [...new Set([...before, ...numbers])];
}

/** `17,18` */
function changeIds(value: string): readonly number[] {
  if (!/^\d{1,15}(,\d{1,15})*$/.test(value)) throw new Misuse(`${value} names no changes such as 17,18.`);
  return value.split(',').map(Number);
}

async function linesOf(api: Api, bomId: string, numbers: readonly number[]): Promise<readonly Line[]> {
  const wanted = new Set(numbers);
  const found: Line[] = [];
  for await (const line of lines(api, bomId)) {
    if (wanted.delete(line.line_number)) found.push(line);
    if (wanted.size === 0) return found;
  }
  throw new Error(`The BOM has no line ${[...wanted].join(', ')}. Nothing was decided.`);
}

async function chosenPart(
  api: Api,
  bomId: string,
  [line, ...others]: readonly Line[],
  { candidate, part, manufacturer }: Options,
): Promise<Part> {
  if (others.length > 0) throw new Misuse('--choose is for one line at a time.');
  if (part !== undefined || manufacturer !== undefined) {
    if (part === undefined || manufacturer === undefined || candidate !== undefined) {
      throw new Misuse(
        'Name the part with --part and --manufacturer, or one of its candidates with --candidate.',
      );
    }
    return { mpn: part, manufacturer };
  }
  const params = { bom_id: bomId, line_id: line!.line_id };
  const { candidates } = await api.call('GET /boms/:bom_id/lines/:line_id', { params });
  if (candidates.length === 0) {
    throw new Misuse(
      `Line ${line!.line_number} has no candidates. Name the part with --part and --manufacturer.`,
    );
  }
  const shown = candidates.map(({ mpn, manufacturer, reason }) =>
    oneLine([manufacturer, mpn, reason].filter(Boolean).join(' '))
  );
  let chosen = candidate;
  if (chosen === undefined && isAsking()) {
    const question = `Which part does line ${line!.line_number} mean? ${oneLine(line!.mpn ?? line!.value)}`;
    chosen = await terminalAsker()!(question, shown) + 1;
  }
  const found = candidates[(chosen ?? 0) - 1];
  if (!found) {
    throw new Misuse(
      `Say which one with --candidate:\n${shown.map((words, i) => `  ${i + 1}  ${words}`).join('\n')}`,
    );
  }
  return { mpn: found.mpn, manufacturer: found.manufacturer };
}
