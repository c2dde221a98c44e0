/** `bomstream stock import`: a list on this disk says what an organization has on hand. */
import type { Command } from 'commander';
import { readStockList } from '../../shared/organizations/own-data-list.ts';
import { describe } from '../command.ts';
import { importList, type ListOptions, takesList } from '../import-list.ts';

export default function define(command: Command): void {
  describe(command, [['bomstream stock import store.csv', 'keep how many pieces there are of its parts']]);
  takesList(describe(
    command.command('import').description(
      'Keeps what your own list (CSV, XLSX …) says you have on hand, by columns of part number, manufacturer and quantity. A row replaces what is kept of its part; parts that the list does not have stay as they are.',
    ),
    [
      ['bomstream stock import store.csv', 'keep how many pieces there are of its parts'],
      ['bomstream stock import store.xlsx --date 2026-11-30', 'as of that day'],
    ],
  )).action((path: string, options: ListOptions, command: Command) =>
    importList(path, options, command, {
      read: readStockList,
      write: (api, organization_id, origin, stock) =>
        api.call('POST /organizations/:organization_id/stock', {
          params: { organization_id },
          body: { ...origin, stock },
        }),
    })
  );
}
