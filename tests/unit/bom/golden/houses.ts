/** Lists as fabricators and assemblers take them, and as they are written in more than one language. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'LM358DR';

export const HOUSES: Readonly<Record<string, readonly Golden[]>> = {
  'names in two languages': [
    {
      name: 'with nothing between them',
      text:
        `Designator位置,Qty数量,Manufacturer生产商,Manufacturer Part Number生产商编号,Description描述,厂家,厂家物料号\n"R1,R2",3,Yageo,${R},10k,Yageo,RC0603JR-0710KL\nC1,1,Murata,${C},100n,Murata,${C}\nU1,1,TI,${U},OpAmp,TI,LM358DRG4`,
      lines: [`R1,R2 | 3 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U} | TI`],
      says: ['quantity_differs'],
    },
    {
      name: 'a count of each machine',
      text:
        `部品,型番,1台あたり必要個数,メーカー\nオペアンプ,${U},2,TI\n抵抗,${R},4,Yageo\nコンデンサ,${C},3,村田`,
      lines: [` | 2 | ${U} | TI`, ` | 4 | ${R} | Yageo`, ` | 3 | ${C} | 村田`],
    },
  ],
  'numbers of models': [
    {
      name: 'beside their manufacturers',
      text:
        `Reference,Quantity,Manufacturer,Model#,General Description\nR1,1,Yageo,${R},Resistor - 1x 10k\nC1,1,Murata,${C},Capacitor - 1x 100n\nU1,1,TI,${U},Op amp - 1x\nU2,1,TI,LM324DR,Op amp - 1x`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        `U1 | 1 | ${U} | TI`,
        'U2 | 1 | LM324DR | TI',
      ],
    },
  ],
};
