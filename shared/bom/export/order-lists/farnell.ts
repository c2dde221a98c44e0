/** Farnell: text to paste. */
import { joined, type OrderListForm, separatedBy, words } from './list.ts';

/** Of a description and of a reference. */
export const MAX_WORDS_CHARS = 30;

export const farnell: OrderListForm = {
  label: 'Farnell',
  distributor: 'Farnell',
  sellers: /^(?:farnell|element14)/,
  rowsOf: 'purchases',
  takesMpn: false,
  header: null,
  cells: ({ quantity, number, mpn, description, designators }) => [
    number ?? '',
    quantity,
    words(description ?? mpn, MAX_WORDS_CHARS, /,/g),
    joined(designators.map((name) => name.replaceAll(',', '')), '/', MAX_WORDS_CHARS),
  ],
  wordsCell: 2,
  write: separatedBy(','),
  unwritable: /,/,
  extension: 'txt',
};
