/** `bomstream watch`: a run as it goes on. */
import process from 'node:process';
import type { Command } from 'commander';
import type { Api } from '../api-client.ts';
import { accessOf, BOM, describe, outputOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type Output, say } from '../output.ts';
import { showEvents } from '../show-run.ts';
import { outputFailed } from '../standard-output.ts';

export default function define(command: Command): void {
  describe(command, [
    ['bomstream watch BOM_ID', 'one line that moves, then what came of it'],
    ['bomstream watch BOM_ID --output ndjson', 'its events, a line each, as they come'],
  ])
    .argument(...BOM)
    .action(async (bomId: string, _options: unknown, command: Command) => {
      const { api } = await accessOf(command);
      const newest = await api.call('GET /enrichment/:bom_id/status', { params: { bom_id: bomId } });
      if (!('event_type' in newest)) say('No run has been started yet. Waiting for one …');
      await watch(api, bomId, outputOf(command));
    });
}

/** Shows the run to its end, and makes how it ended the exit code. */
export async function watch(api: Api, bomId: string, output: Output): Promise<void> {
  process.once('SIGINT', () => {
    say('\nThe run goes on. Show it again with: bomstream watch ' + bomId);
    process.exit(EXIT.interrupted);
  });
  const isStreaming = output.format === 'ndjson';
  const shown = showEvents(api, bomId, process.stderr, {
    onEvent: (event) => isStreaming && output.value(event, () => ''),
  });
  // the next event may be hours away
  const { status, event, inWords } = await Promise.race([shown, outputFailed]);
  if (!isStreaming) output.value(event, () => inWords);
  if (status !== 'completed') process.exitCode = EXIT.notCompleted;
}
