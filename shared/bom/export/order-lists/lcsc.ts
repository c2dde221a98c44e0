/** LCSC: a BOM to upload, with the names of columns, and their spelling, as one public script has them. */
import { csvRow } from '../csv.ts';
import { joined, type OrderListForm, words } from './list.ts';

/** Nobody says how long they may be. Unverified. */
const [MAX_REFERENCE_CHARS, MAX_DESCRIPTION_CHARS] = [48, 100];

export const lcsc: OrderListForm = {
  label: 'LCSC',
  distributor: 'LCSC',
  sellers: /^(?:lcsc|szlcsc)/,
  rowsOf: 'purchases',
  takesMpn: true,
  header: [
    'Quantity',
    'Manufacture Part Number',
    'Manufacturer(optional)',
    'Description(optional)',
    'LCSC Part Number(optional)',
    'Package(optional)',
    'Customer Part Number(optional)',
  ],
  cells: ({ quantity, number, mpn, manufacturer, description, package: known, designators }) => [
    quantity,
    mpn,
    manufacturer,
    words(description, MAX_DESCRIPTION_CHARS, /[\r\n]/g),
    number ?? '',
    known ?? '',
    // What its bag is to be called.
    joined(designators, ',', MAX_REFERENCE_CHARS),
  ],
  wordsCell: 3,
  write: csvRow,
  unwritable: null,
  extension: 'csv',
};
