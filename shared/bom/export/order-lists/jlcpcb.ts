/** JLCPCB's assembly: what is to be placed where. Where on the board, the placement file says, which a BOM has not. */
import { csvRow } from '../csv.ts';
import { type OrderListForm, words } from './list.ts';

const MAX_WORDS_CHARS = 200;

export const jlcpcb: OrderListForm = {
  label: 'JLCPCB, BOM for assembly',
  distributor: 'JLCPCB',
  sellers: /^(?:lcsc|szlcsc|jlc)/,
  rowsOf: 'lines',
  takesMpn: true,
  // The last name's spelling is unverified.
  header: ['Comment', 'Designator', 'Footprint', 'JLCPCB Part #'],
  cells: ({ number, mpn, value, footprint, package: known, designators }) => [
    words(value ?? mpn, MAX_WORDS_CHARS, /[\r\n]/g),
    designators.join(','),
    words(footprint ?? known, MAX_WORDS_CHARS, /[\r\n]/g),
    number ?? '',
  ],
  wordsCell: 0,
  write: csvRow,
  unwritable: null,
  extension: 'csv',
  maxDesignators: 200,
};
