/** `bomstream release`: a BOM is frozen as it is now. */
import type { Command } from 'commander';
import { confirm, isAsking } from '../ask.ts';
import { MAX_BOARDS } from '../../shared/domain/limits.ts';
import { accessOf, BOM, describe, numberUpTo, outputOf } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { oneLine } from '../output.ts';

interface Options {
  readonly name?: string;
  readonly boards?: number;
  readonly yes?: true;
}

export default function define(command: Command): void {
  describe(
    command.description(
      'Freezes a BOM with its parts, offers and prices as they are now. It is read, compared, exported and deleted from then on, and changed by nobody: nothing takes that back.',
    ),
    [
      ['bomstream release BOM_ID --name "Rev C" --boards 25', 'asks first'],
      ['bomstream release BOM_ID --name "Rev C" --yes', 'does not, for scripts'],
    ],
  )
    .argument(...BOM)
    .option('--name <name>', 'what the release is called')
    .option('--boards <number>', 'how many boards it is meant for', numberUpTo(MAX_BOARDS))
    .option('--yes', 'do not ask')
    .action(async (bom_id: string, { name, boards, yes }: Options, command: Command) => {
      if (!yes && !isAsking()) {
        throw new Misuse('Nobody is here to ask. Say --yes to release without a question.');
      }
      const { api } = await accessOf(command);
      const params = { bom_id };
      const bom = await api.call('GET /boms/:bom_id', { params });
      const isMeant = yes === true ||
        await confirm(`Release "${oneLine(bom.name)}"? Nobody can change it afterwards.`);
      const body = { ...(name !== undefined && { name }), ...(boards !== undefined && { boards }) };
      const { release } = isMeant ? await api.call('POST /boms/:bom_id/release', { params, body }) : bom;
      outputOf(command).value(
        { bom_id, released: isMeant, release },
        () => `${bom_id} ${isMeant ? 'released' : 'left as it is'}`,
      );
    });
}
