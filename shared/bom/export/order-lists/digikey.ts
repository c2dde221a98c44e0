/** DigiKey: text to paste, and a list to upload. */
import { csvRow } from '../csv.ts';
import { joined, type OrderListForm, separatedBy } from './list.ts';

/** Of a customer reference. Unverified. */
const MAX_REFERENCE_CHARS = 48;

const DIGIKEY = {
  distributor: 'DigiKey',
  sellers: /^digikey/,
  rowsOf: 'purchases',
  takesMpn: true,
} as const satisfies Partial<OrderListForm>;

export const digikeyPaste: OrderListForm = {
  ...DIGIKEY,
  label: 'DigiKey, to paste',
  header: null,
  cells: ({ quantity, number, mpn, designators }) => [
    quantity,
    number ?? mpn,
    joined(designators.map((name) => name.replaceAll(',', '')), '/', MAX_REFERENCE_CHARS),
  ],
  wordsCell: 2,
  write: separatedBy(','),
  unwritable: /,/,
  extension: 'txt',
};

export const digikeyUpload: OrderListForm = {
  ...DIGIKEY,
  label: 'DigiKey, to upload',
  // The names are unverified: the upload asks which column is which.
  header: ['Quantity', 'Digi-Key or Manufacturer Part Number', 'Manufacturer', 'Customer Reference'],
  cells: ({ quantity, number, mpn, manufacturer, designators }) => [
    quantity,
    number ?? mpn,
    manufacturer,
    joined(designators, ', ', MAX_REFERENCE_CHARS),
  ],
  wordsCell: 3,
  write: csvRow,
  unwritable: null,
  extension: 'csv',
};
