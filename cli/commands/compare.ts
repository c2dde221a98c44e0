/** `bomstream compare`: what differs between two BOMs, or two runs of one. */
import process from 'node:process';
import type { Command } from 'commander';
import type { Answer } from '../../client/client.ts';
import { type Difference, DIFFERENCES } from '../../shared/domain/judging.ts';
import type { Api } from '../api-client.ts';
import { accessOf, BOM, describe, oneOf, outputOf } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { say } from '../output.ts';

interface Options {
  readonly runs?: readonly [string, string];
  readonly field?: Difference;
  readonly exitCode?: boolean;
}
type Comparison = Answer<'GET /boms/:bom_id/compare/:other_id'>;
type Side = NonNullable<Comparison['differences'][number]['before']>;

export default function define(command: Command): void {
  describe(command, [
    ['bomstream compare REV_A REV_B', 'lines that were added, removed or changed'],
    ['bomstream compare BOM_ID --runs 1,2 --field price', 'what costs more or less than a run before'],
  ])
    .argument(...BOM)
    .argument('[other]', 'id of the BOM to compare it with, mostly a later revision')
    .option('--runs <numbers>', 'two runs of the one BOM instead: 1,2', twoRuns)
    .addOption(oneOf('--field <field>', 'lines that differ in this alone', DIFFERENCES))
    .option('--exit-code', 'end with 2 where any line differs')
    .action(async (bomId: string, other: string | undefined, options: Options, command: Command) => {
      if ((other === undefined) === (options.runs === undefined)) {
        throw new Misuse('Say what to compare with: another BOM, or --runs.');
      }
      const { api } = await accessOf(command);
      const pages = comparison(api, bomId, other, options);
      const count = await outputOf(command).list(differences(pages), {
        LINE: ({ before, after }) => (after ?? before)!.name,
        DIFFERS: ({ fields }) => fields.join(', '),
        BEFORE: ({ fields, before }) => before && sideInWords(before, fields),
        AFTER: ({ fields, after }) => after && sideInWords(after, fields),
      }, 'Nothing differs.');
      if (options.exitCode && count > 0) process.exitCode = EXIT.partly;
    });
}

function twoRuns(value: string): readonly [string, string] {
  const [, one, other] = /^([1-9]\d{0,8}),([1-9]\d{0,8})$/.exec(value) ?? [];
  if (!one || !other) throw new Misuse(`--runs ${value} names no two runs such as 1,2.`);
  return [one, other];
}

async function* comparison(
  api: Api,
  bomId: string,
  other: string | undefined,
  { runs, field }: Options,
): AsyncGenerator<Comparison> {
  let after: number | null = 0;
  do {
    const query = { after: `${after}`, ...(field ? { field } : {}) };
    const page: Comparison = runs
      ? await api.call('GET /boms/:bom_id/runs/:run/compare/:other_run', {
        params: { bom_id: bomId, run: runs[0], other_run: runs[1] },
        query,
      })
      : await api.call('GET /boms/:bom_id/compare/:other_id', {
        params: { bom_id: bomId, other_id: other! },
        query,
      });
    yield page;
    after = page.next;
  } while (after !== null);
}

/** The differences, and what they come to for the person at the terminal. */
async function* differences(
  pages: AsyncIterable<Comparison>,
): AsyncGenerator<Comparison['differences'][number]> {
  let counts: Comparison['counts'] | undefined;
  for await (const page of pages) {
    counts ??= page.counts;
    yield* page.differences;
  }
  const { compared, same, ...differing } = counts!;
  const named = Object.entries(differing).filter(([, count]) => count > 0)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${count}`);
  say([`${compared} lines compared`, `${same} the same`, ...named].join(', '));
}

/** Of a line that is there on one side alone, what it asks for. */
function sideInWords(side: Side, fields: readonly Difference[]): string {
  const words: Partial<Record<Difference, string>> = {
    part: side.part ?? side.asked ?? 'no part',
    quantity: `${side.quantity ?? 'no quantity'} pcs`,
    state: side.state,
    price: side.unit_price === null ? 'no price' : `${side.unit_price} ${side.currency}`,
    stock: side.stock === null ? 'stock unknown' : `${side.stock} in stock`,
    lifecycle: side.lifecycle ?? 'lifecycle unknown',
  };
  const said = fields.flatMap((field) => words[field] ?? []);
  return said.length > 0 ? said.join(', ') : words.part!;
}
