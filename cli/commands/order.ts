/** `bomstream order`: an order list for a distributor. */
import type { Command } from 'commander';
import { ATTRITIONS, DEFAULT_BOARDS } from '../../shared/domain/judging.ts';
import { MAX_BOARDS } from '../../shared/domain/limits.ts';
import { ORDER_LISTS, type OrderListName } from '../../shared/domain/order-lists.ts';
import { accessOf, BOM, describe, numberUpTo, oneOf, outputOf } from '../command.ts';
import { userPath } from '../local-file.ts';
import { oneLine, say } from '../output.ts';
import { writeFileOf } from '../write-file.ts';

interface Options {
  readonly list: OrderListName;
  readonly boards?: number;
  readonly alone?: true;
  readonly unpriced?: true;
  readonly withoutWrong?: true;
  readonly withoutNotFound?: true;
  readonly attrition?: (typeof ATTRITIONS)[number];
  readonly currency?: string;
  readonly rates?: string;
  readonly file?: string;
}

async function* asBytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const yes = (given: true | undefined) => given && ('true' as const);

export default function define(command: Command): void {
  describe(command, [
    ['bomstream order BOM_ID --list mouser_paste --boards 25', 'what to paste at Mouser for 25 boards'],
    [
      'bomstream order BOM_ID --list lcsc --alone --file lcsc.csv',
      'all that LCSC sells, as a file to upload',
    ],
  ])
    .argument(...BOM)
    .addOption(
      oneOf('--list <list>', 'for which distributor, in which form', ORDER_LISTS).makeOptionMandatory(),
    )
    .option(
      '--boards <number>',
      `how many; without it, as many as the BOM is meant for, or ${DEFAULT_BOARDS}`,
      numberUpTo(MAX_BOARDS),
    )
    .option('--alone', 'all that the distributor sells, not only what it sells for least')
    .option(
      '--unpriced',
      'also parts that nobody states a price for: without it they are left out, and named',
    )
    .option('--without-wrong', 'leave out lines that contradict their part')
    .option('--without-not-found', 'leave out lines whose part nobody found')
    .addOption(oneOf('--attrition <how>', 'how boards are made, for spare pieces', ATTRITIONS))
    .option('--currency <code>', 'turn other currencies into this one')
    .option('--rates <rates>', 'by these rates: USD:0.92,GBP:1.17')
    .option(
      '--file <path>',
      'write the rows there instead of to standard output; what is said of them stays on standard error',
    )
    .action(async (bomId: string, options: Options, command: Command) => {
      const { api } = await accessOf(command);
      const {
        list,
        boards,
        alone,
        unpriced,
        withoutWrong,
        withoutNotFound,
        attrition,
        currency,
        rates,
        file,
      } = options;
      const given = {
        alone: yes(alone),
        unpriced: yes(unpriced),
        without_wrong: yes(withoutWrong),
        without_not_found: yes(withoutNotFound),
        attrition,
        currency,
        rates,
      };
      const answer = await api.call('GET /boms/:bom_id/order-lists', {
        params: { bom_id: bomId },
        // what is not given is not sent
        query: { list, ...(boards && { boards: `${boards}` }), ...given } as { list: OrderListName },
      });
      for (const sentence of answer.statement) say(oneLine(sentence));
      if (file === undefined) {
        outputOf(command).value(answer, () => answer.text.replaceAll('\r\n', '\n').trimEnd());
        return;
      }
      const path = userPath(file);
      await writeFileOf(path, asBytes(answer.text));
      outputOf(command).value({ ...answer, file: path }, () => path);
    });
}
