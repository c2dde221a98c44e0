/** Files with more than one table, each made for these tests: which of them is the BOM, and what is said of the others. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

export const TABLES: Readonly<Record<string, readonly Golden[]>> = {
  'beside each other': [
    {
      name: 'mechanical parts beside electronic ones, each below a title',
      text:
        `Electronic parts,,,,,Mechanical parts,,\nRef,Qty,MPN,Manufacturer,,Item,Qty,Description\nR1,1,${R},Yageo,,1,4,Screw M3x6\nC1,1,${C},Murata,,2,4,Spacer 10 mm\n,,,,,3,1,Enclosure`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
      says: ['table_not_read', 'row_is_no_line'],
    },
    {
      name: 'a history of changes beside the parts',
      text:
        `Ref,Value,MPN,,Rev,Date,Description\nR1,10k,${R},,A,2024-02-01,first\nC1,100n,${C},,B,2024-05-01,R1 changed\nU1,STM32,${U},,,,`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      says: ['table_not_read'],
    },
    {
      name: 'a shop with counts of its own behind a blank column, which is of the same lines',
      text:
        `Ref,MPN,Manufacturer,Qty,,Supplier,Supplier no.,Qty,Description\nR1,${R},Yageo,1,,Mouser,603-${R},10,10k 1%\nC1,${C},Murata,1,,Mouser,81-${C},10,100n X7R`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
};
