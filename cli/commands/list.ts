/** `bomstream list`: the BOMs of your organizations. */
import type { Command } from 'commander';
import { RUN_STATUSES } from '../../shared/domain/status.ts';
import { titleOf } from '../../shared/bom/title.ts';
import { boms, first } from '../bom-pages.ts';
import { accessOf, describe, oneOf, outputOf, wholeNumber } from '../command.ts';

interface Options {
  readonly organization?: string;
  readonly project?: string;
  readonly status?: string;
  readonly search?: string;
  readonly limit: number;
}

export default function define(command: Command): void {
  describe(command, [
    ['bomstream list', 'the newest first'],
    ['bomstream list --status failed', 'those whose last run failed'],
    ['bomstream list --search sensor --output ndjson', 'for programs, one a line'],
  ])
    .option('--organization <id>', 'of this organization alone')
    .option('--project <id>', 'of this project alone')
    .addOption(
      oneOf('--status <status>', 'whose latest run is so; active: has not ended; none: not enriched yet', [
        ...RUN_STATUSES,
        'active',
        'none',
      ]),
    )
    .option('--search <text>', 'whose name has this in it')
    .option('--limit <number>', 'no more than these', wholeNumber, 100)
    .action(async ({ organization, project, status, search, limit }: Options, command: Command) => {
      const { api } = await accessOf(command);
      const query = {
        ...(organization ? { organization_id: organization } : {}),
        ...(project ? { project_id: project } : {}),
        ...(status ? { status } : {}),
        ...(search ? { search } : {}),
      };
      await outputOf(command).list(first(limit, boms(api, query)), {
        BOM: ({ bom_id }) => bom_id,
        LINES: ({ line_count }) => line_count,
        STATUS: ({ status }) => status ?? 'not enriched',
        CREATED: ({ created_at }) => created_at.slice(0, 10),
        RELEASED: ({ release }) => release?.released_at.slice(0, 10),
        NAME: ({ name }) => titleOf(name),
      }, 'There are no such BOMs.');
    });
}
