/** Newark: as Farnell has it, with the reference before the description. */
import { farnell } from './farnell.ts';
import type { OrderListForm } from './list.ts';

export const newark: OrderListForm = {
  ...farnell,
  label: 'Newark',
  distributor: 'Newark',
  sellers: /^(?:newark|element14)/,
  cells: (row) => {
    const [code, quantity, description, reference] = farnell.cells(row);
    return [code!, quantity!, reference!, description!];
  },
  wordsCell: 3,
};
