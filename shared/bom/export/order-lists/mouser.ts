/** Mouser: text to paste, and a BOM to upload. */
import { csvRow } from '../csv.ts';
import { joined, type OrderListForm, separatedBy } from './list.ts';

/** Nobody says how long a reference may be: as long as DigiKey's. Unverified. */
const MAX_REFERENCE_CHARS = 48;

const MOUSER = {
  distributor: 'Mouser',
  sellers: /^mouser/,
  rowsOf: 'purchases',
  takesMpn: true,
} as const satisfies Partial<OrderListForm>;

export const mouserPaste: OrderListForm = {
  ...MOUSER,
  label: 'Mouser, to paste',
  header: null,
  cells: ({ quantity, number, mpn, designators }) => [
    number ?? mpn,
    quantity,
    joined(designators.map((name) => name.replaceAll('|', '')), ',', MAX_REFERENCE_CHARS),
  ],
  wordsCell: 2,
  write: separatedBy('|'),
  unwritable: /\|/,
  extension: 'txt',
};

export const mouserUpload: OrderListForm = {
  ...MOUSER,
  label: 'Mouser, to upload',
  // The names are unverified: the upload asks which column is which.
  header: ['Mouser Part Number', 'Mfr Part Number', 'Manufacturer', 'Quantity', 'Reference'],
  cells: ({ quantity, number, mpn, manufacturer, designators }) => [
    number ?? '',
    mpn,
    manufacturer,
    quantity,
    joined(designators, ',', MAX_REFERENCE_CHARS),
  ],
  wordsCell: 4,
  write: csvRow,
  unwritable: null,
  extension: 'csv',
};
