/** `bomstream delete`: BOMs with all that was found of them. */
import type { Command } from 'commander';
import { confirm, isAsking } from '../ask.ts';
import { accessOf, describe, outputOf } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { oneLine } from '../output.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream delete BOM_ID', 'asks first'],
    ['bomstream delete BOM_ID --yes', 'does not, for scripts'],
  ])
    .argument('<bom...>', 'ids of the BOMs')
    .option('--yes', 'do not ask')
    .action(async (ids: readonly string[], { yes = false }: { yes?: boolean }, command: Command) => {
      if (!yes && !isAsking()) {
        throw new Misuse('Nobody is here to ask. Say --yes to delete without a question.');
      }
      const { api } = await accessOf(command);
      async function* deleted(): AsyncGenerator<{ readonly bom_id: string; readonly deleted: boolean }> {
        for (const bom_id of ids) {
          const { name, line_count } = await api.call('GET /boms/:bom_id', { params: { bom_id } });
          const isMeant = yes || await confirm(
            `Delete "${oneLine(name)}" with its ${line_count} lines and all runs, for ever?`,
          );
          if (isMeant) await api.call('DELETE /boms/:bom_id', { params: { bom_id } });
          yield { bom_id, deleted: isMeant };
        }
      }
      await outputOf(command).each(
        deleted(),
        ({ bom_id, deleted }) => `${bom_id} ${deleted ? 'deleted' : 'kept'}`,
      );
    });
}
