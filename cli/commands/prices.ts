/** `bomstream prices import`: a list on this disk says what prices an organization has agreed. */
import { type Command, InvalidArgumentError } from 'commander';
import { readPriceList } from '../../shared/organizations/own-data-list.ts';
import { describe } from '../command.ts';
import { importList, type ListOptions, takesList } from '../import-list.ts';

interface Options extends ListOptions {
  readonly currency?: string;
}

export default function define(command: Command): void {
  describe(command, [['bomstream prices import contract.csv', 'keep its prices']]);
  takesList(describe(
    command.command('import').description(
      'Keeps the prices of your own list (CSV, XLSX …), by columns of part number, manufacturer and price, and where it has them of quantity, currency, supplier and the last day. Rows of one part and supplier are its prices from several quantities on, and replace those that are kept; others stay as they are.',
    ),
    [
      ['bomstream prices import contract.csv', 'keep its prices'],
      [
        'bomstream prices import contract.xlsx --currency EUR',
        'which are in euro where the list does not say',
      ],
    ],
  )).option('--currency <code>', 'of prices whose currency the list does not state', currencyOf)
    .action((path: string, options: Options, command: Command) =>
      importList(path, options, command, {
        read: (opened) => readPriceList(opened, options.currency ?? null),
        write: (api, organization_id, origin, prices) =>
          api.call('POST /organizations/:organization_id/prices', {
            params: { organization_id },
            body: { ...origin, prices },
          }),
      })
    );
}

function currencyOf(text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new InvalidArgumentError('It is no currency such as EUR.');
  return text.toUpperCase();
}
