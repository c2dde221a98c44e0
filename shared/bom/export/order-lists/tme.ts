/** TME: text to paste, in which blanks separate. */
import { joined, type OrderListForm, separatedBy } from './list.ts';

/** Nobody says how long a reference may be. Unverified. */
const MAX_REFERENCE_CHARS = 48;

export const tme: OrderListForm = {
  label: 'TME',
  distributor: 'TME',
  sellers: /^(?:tme(?:$|sandbox|electronic)|transfermultisort)/,
  rowsOf: 'purchases',
  takesMpn: false,
  header: null,
  cells: ({ quantity, number, designators }) => {
    const reference = joined(designators, ',', MAX_REFERENCE_CHARS);
    return [number ?? '', quantity, ...(reference === '' ? [] : [reference])];
  },
  wordsCell: 2,
  write: separatedBy(' '),
  unwritable: /\s/,
  extension: 'txt',
};
