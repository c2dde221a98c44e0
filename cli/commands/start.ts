/** `bomstream start`: a run of a BOM. */
import type { Command } from 'commander';
import { RUN_MODES, type RunMode } from '../../shared/domain/status.ts';
import { RefusedCall } from '../../client/client.ts';
import { accessOf, BOM, describe, numberUpTo, oneOf, outputOf } from '../command.ts';
import { say } from '../output.ts';
import { watch } from './watch.ts';

interface Options {
  readonly mode: RunMode;
  readonly priority?: number;
  readonly watch?: boolean;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream start BOM_ID', 'look up what is pending'],
    ['bomstream start BOM_ID --mode all --watch', 'look all of it up again, and wait for the end'],
  ])
    .argument(...BOM)
    .addOption(oneOf('--mode <mode>', 'which lines to look up', RUN_MODES).default('pending'))
    .option('--priority <number>', '1 to 9, 9 is the most urgent', numberUpTo(9))
    .option('--watch', 'show the run to its end, or the one that is going on already')
    .action(async (bomId: string, { mode, priority, watch: isWatching }: Options, command: Command) => {
      const { api } = await accessOf(command);
      const output = outputOf(command);
      const params = { bom_id: bomId };
      const { organization_id } = await api.call('GET /boms/:bom_id', { params });
      const body = { organization_id, mode, ...(priority === undefined ? {} : { priority }) };
      try {
        const run = await api.call('POST /enrichment/:bom_id/start', { params, body });
        const words = `Run ${run.run} of ${run.total_items} ${
          run.total_items === 1 ? 'line' : 'lines'
        } has been started.`;
        if (isWatching) say(words);
        else output.value(run, () => words);
      } catch (error) {
        const isRunning = error instanceof RefusedCall && error.code === 'run_active';
        if (!isWatching || !isRunning) throw error;
        say('A run is going on already.');
      }
      if (isWatching) await watch(api, bomId, output);
    });
}
