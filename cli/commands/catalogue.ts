/** `bomstream catalogue import`: a list of parts on this disk becomes components of an organization's own. */
import type { Command } from 'commander';
import { readComponentList } from '../../shared/organizations/component-list/read.ts';
import { describe } from '../command.ts';
import { importList, type ListOptions, takesList } from '../import-list.ts';

export default function define(command: Command): void {
  describe(command, [['bomstream catalogue import parts.xlsx', 'keep its parts']]);
  takesList(describe(
    command.command('import').description(
      'Keeps the parts of your own list (CSV, XLSX, JSON lines …) as components of your organization. What is there already and says the same is left as it is, so that an import that was interrupted is simply run again.',
    ),
    [
      ['bomstream catalogue import parts.xlsx', 'keep its parts'],
      [
        'bomstream catalogue import parts.csv --source ERP --date 2026-11-30',
        'say whose list it is, and as of when',
      ],
    ],
  )).action((path: string, options: ListOptions, command: Command) =>
    importList(path, options, command, {
      read(opened) {
        const { rows, ...list } = readComponentList(opened);
        return { ...list, rows: rows.map(({ row, component }) => ({ row, body: component })) };
      },
      write: (api, organization_id, origin, components) =>
        api.call('POST /organizations/:organization_id/components', {
          params: { organization_id },
          body: { ...origin, components },
        }),
    })
  );
}
