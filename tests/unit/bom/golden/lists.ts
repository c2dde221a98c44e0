/** Lists without columns, typed or mailed, in files made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';

export const LISTS: Readonly<Record<string, readonly Golden[]>> = {
  'with counts': [
    {
      name: 'in front, and commas in some rows only',
      text: `3x ${R} R1, R2, R3\n1x LM358DR U1\n10x ${C} C1-C10\n2 x BAV99 D1, D2`,
      lines: [
        `R1,R2,R3 | 3 | ${R}`,
        'U1 | 1 | LM358DR',
        `C1,C2,C3,C4,C5,C6,C7,C8,C9,C10 | 10 | ${C}`,
        'D1,D2 | 2 | BAV99',
      ],
    },
    {
      name: 'in front, alone or with a word',
      text: `3 ${R}\n1 pc LM358DR\n2 × BAV99\n10 pcs ${C}`,
      lines: [`| 3 | ${R}`, '| 1 | LM358DR', '| 2 | BAV99', `| 10 | ${C}`],
    },
    {
      name: 'behind',
      text: `${R} x3\nLM358DR (2x)\nBAV99 x 2\n${C} 10 pcs\n2N7002,215 4`,
      lines: [`| 3 | ${R}`, '| 2 | LM358DR', '| 2 | BAV99', `| 10 | ${C}`, '| 4 | 2N7002,215'],
    },
    {
      name: 'in a letter',
      text:
        `Hi Bob,\nplease order the following parts for the new board:\n\n- 3x ${R} (R1, R2, R3)\n- 2x LM358DR\n- 10 ${C}\n\nThanks`,
      lines: [`R1,R2,R3 | 3 | ${R}`, '| 2 | LM358DR', `| 10 | ${C}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'that differ from the places',
      text: `3x ${R} R1 R2\n1x LM358DR U1`,
      lines: [`R1,R2 | 3 | ${R}`, 'U1 | 1 | LM358DR'],
      says: ['quantity_differs'],
    },
    {
      name: 'that may number the rows',
      text: `1 ${R}\n2 LM358DR\n3 BAV99`,
      lines: [`| null | ${R}`, '| null | LM358DR', '| null | BAV99'],
      says: ['leading_number_unsure'],
    },
    {
      name: 'that may number two rows, or count their parts',
      text: `1 ${R}\n2 LM358DR`,
      lines: [`| 1 | ${R}`, '| 2 | LM358DR'],
      says: ['leading_number_unsure'],
    },
    {
      name: 'behind numbered rows, and prices',
      text: `1. ${R} 3 0.01\n2. LM358DR 1 0.50\n3. BAV99 2 0.02`,
      lines: [`| 3 | ${R}`, '| 1 | LM358DR', '| 2 | BAV99'],
    },
    {
      name: 'of a shop’s numbers, and of screws',
      text: '10 311-10.0KHRCT-ND\n5 C25804\n2 296-1395-5-ND\n4x M3 screw',
      lines: ['| 10', '| 5', '| 2', '| 4'],
    },
  ],
  'with numbers that could be counts': [
    {
      name: 'of the rows, and counts in front of the numbers',
      text: `1 2 LM358DR\n2 5 BAV99\n3 10 ${R}`,
      lines: ['| 2 | LM358DR', '| 5 | BAV99', `| 10 | ${R}`],
      saysNot: ['leading_number_unsure'],
    },
    {
      name: 'of the rows, and counts behind the numbers',
      text: `1 ${R} 10\n2 LM358DR 1\n3 ${C} 5\n4 BAV99 2`,
      lines: [`| 10 | ${R}`, '| 1 | LM358DR', `| 5 | ${C}`, '| 2 | BAV99'],
      saysNot: ['leading_number_unsure'],
    },
    {
      name: 'of the rows, and counts with a sign for times',
      text: '1 3x LM358DR\n2 2x BAV99\n3 1x NE555P',
      lines: ['| 3 | LM358DR', '| 2 | BAV99', '| 1 | NE555P'],
      saysNot: ['leading_number_unsure'],
    },
    {
      name: 'and are parts of digits, as another row shows that its count stands behind',
      text: '7805 2\n4017 1\n555 3\nLM358 1',
      lines: ['| 2 | 7805', '| 1 | 4017', '| 3 | 555', '| 1 | LM358'],
    },
    {
      name: 'and are parts of digits behind their counts',
      text: '2 555\n3 7805\n1 4017\n4 1N4148',
      lines: ['| 2 | 555', '| 3 | 7805', '| 1 | 4017', '| 4 | 1N4148'],
    },
    {
      name: 'beside the one that was taken',
      text: '5 LM358DR 3\n10 BAV99\n2 NE555P',
      lines: ['| 5 | LM358DR', '| 10 | BAV99', '| 2 | NE555P'],
      says: ['leading_number_unsure'],
    },
    {
      name: 'of thousands, with a comma',
      text: `1,000 ${R}\n2,500 ${C}\n50 LM358DR`,
      lines: [`| 1000 | ${R}`, `| 2500 | ${C}`, '| 50 | LM358DR'],
    },
    {
      name: 'of thousands, with a point or a sign for times',
      text: `1.000 ${R}\n2.500 ${C}\n1,000x LM358DR\n3.000 pcs BAV99`,
      lines: [`| 1000 | ${R}`, `| 2500 | ${C}`, '| 1000 | LM358DR', '| 3000 | BAV99'],
    },
    {
      name: 'of thousands, behind the number, where a price could stand',
      text: 'LM358DR 1,000\nBAV99 2,500',
      lines: ['| 1000 | LM358DR', '| 2500 | BAV99'],
      says: ['leading_number_unsure'],
    },
    {
      name: 'of thousands, with a letter for them',
      text: `${R} x 1k\nLM358DR x 250\nBAV99 x 2.5k`,
      lines: [`| 1000 | ${R}`, '| 250 | LM358DR', '| 2500 | BAV99'],
    },
    {
      name: 'beside prices with a comma',
      text: 'LM358DR 2 0,50\nBAV99 3 0,02',
      lines: ['| 2 | LM358DR', '| 3 | BAV99'],
    },
    {
      name: 'in brackets in front, and one that is of the row',
      text: '(2) LM358DR\n(4) BAV99',
      lines: ['| 2 | LM358DR', '| 4 | BAV99'],
    },
    { name: 'of the only row', text: `1) ${R}`, lines: [`| null | ${R}`] },
  ],
  'with parts and other words': [
    {
      name: 'that name alternates',
      text: `3x ${R} or ERJ-3EKF1002V\n1x LM358DR / LM358DT\n2x BAV99 (alt BAV99W)\n1x NE555P alt. NE555DR`,
      lines: [
        `| 3 | ${R} | | | ERJ-3EKF1002V`,
        '| 1 | LM358DR | | | LM358DT',
        '| 2 | BAV99 | | | BAV99W',
        '| 1 | NE555P | | | NE555DR',
      ],
    },
    {
      name: 'for kinds of parts, which are no manufacturers',
      text: `4 resistors ${R}\n1 op amp LM358DR\n2 diodes BAV99\n1 Diodes Incorporated 1N4148W-7-F`,
      lines: [`| 4 | ${R}`, '| 1 | LM358DR', '| 2 | BAV99', '| 1 | 1N4148W-7-F | Diodes Incorporated'],
    },
    {
      name: 'and packages in brackets before manufacturers',
      text: 'U1 - LM358DR (SOIC-8) - TI\nU2 - NE555P (DIP-8) - TI\nD1 - BAV99 (SOT-23) - Nexperia',
      lines: ['U1 | 1 | LM358DR | TI', 'U2 | 1 | NE555P | TI', 'D1 | 1 | BAV99 | Nexperia'],
    },
    {
      name: 'and sizes, which are no numbers',
      text: '1x LCD 16x2\n4 1x40 pin header\n2x LM358DR\n2 SD card 32GB',
      lines: ['| 1', '| 4', '| 2 | LM358DR', '| 2'],
    },
    {
      name: 'and classes of capacitors and threads, which are no places',
      text: '1x 100nF X2 275VAC\n2x LM358DR\n4x Screw M3\n4x M3 hole',
      lines: ['| 1', '| 2 | LM358DR', '| 4', '| 4'],
    },
    {
      name: 'and a shop’s numbers, some as short as places are',
      text: 'C25804 5\nC14663 10\nC2286 2\nC6186 1',
      lines: ['| 5', '| 10', '| 2', '| 1'],
    },
  ],
  'with places': [
    {
      name: 'joined by slashes',
      text: `R1/R2/R3 10k\nC1 / C2 100n\nU1 LM358DR`,
      lines: ['R1,R2,R3 | 3', 'C1,C2 | 2', 'U1 | 1'],
    },
    {
      name: 'and values with a comma',
      text: `R1 4,7k ${R}\nC1 2,2uF ${C}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'and a remark behind a comma in one row',
      text: `R1 ${R}\nU1 LM358DR\nC1 ${C}, 50V\nD1 BAV99`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR', `C1 | 1 | ${C}`, 'D1 | 1 | BAV99'],
    },
    {
      name: 'parted by commas as the rest is, more of them in one row',
      text: `R1, R2, ${R}\nC1, ${C}\nU1, LM358DR`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`, 'U1 | 1 | LM358DR'],
    },
    {
      name: 'two in each row, which makes two cells of each',
      text: 'R1,R2 10k\nC1,C2 100n\nC3,C4 1u',
      lines: ['R1,R2 | 2', 'C1,C2 | 2', 'C3,C4 | 2'],
    },
    {
      name: 'and numbers in brackets behind values',
      text: `R1 10k [${R}]\nC1,C2 100n (${C})\nU1 op amp (LM358DR)`,
      lines: [`R1 | 1 | ${R}`, `C1,C2 | 2 | ${C}`, 'U1 | 1 | LM358DR'],
    },
    {
      name: 'behind values, with a mark in front of each row',
      text:
        '(~$6 in parts)\n\n| .022u        C8\n| 120          R3\n| AP1117       Q3\n| GRN          D1\n| (12MHz) xtal X1   ($1)\n| 1k5          R5',
      lines: ['C8 | 1', 'R3 | 1', 'Q3 | 1', 'D1 | 1', 'X1 | 1', 'R5 | 1'],
      says: ['row_is_no_line'],
    },
    {
      name: 'that parts could be called like',
      text: 'SS14 D1 D2 D3\nTP4056 U5\nLM358DR U1\nBAV99 D4',
      lines: ['D1,D2,D3 | 3 | SS14', 'U5 | 1 | TP4056', 'U1 | 1 | LM358DR', 'D4 | 1 | BAV99'],
    },
    {
      name: 'and ceramics and packages that look like places',
      text: `C1-C4 100nF 0402 X7R 16V ${C}\nU3 NE555P DIP8\nQ1 2N3904BU TO92\nR1: 10k 0603 ${R}`,
      lines: [`C1,C2,C3,C4 | 4 | ${C}`, 'U3 | 1 | NE555P', 'Q1 | 1 | 2N3904BU', `R1 | 1 | ${R}`],
    },
    {
      name: 'and manufacturers',
      text: `R1: ${R} Yageo\nU1: LM358DR Texas Instruments\nU2: 7805\nD1 - D4: 1N4148W-7-F`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        'U1 | 1 | LM358DR | Texas Instruments',
        'U2 | 1 | 7805',
        'D1,D2,D3,D4 | 4 | 1N4148W-7-F',
      ],
    },
    {
      name: 'and words on what is not placed',
      text: 'R1 10k\nR2 22k DNP\nDNP:\nR3 1k\nC1 100n do not fit',
      lines: ['R1 | 1', 'R2 | 1 | | | DNP', 'R3 | 1 | | | DNP', 'C1 | 1 | | | DNP'],
    },
    {
      name: 'and rows that name an alternate',
      text: `R1 ${R}\nor ERJ-3EKF1002V\nU1 LM358DR\nD1 BAV99`,
      lines: [`R1 | 1 | ${R} | | | ERJ-3EKF1002V`, 'U1 | 1 | LM358DR', 'D1 | 1 | BAV99'],
    },
    {
      name: 'and numbers behind them that count nothing, or are some in a list of values',
      text: 'R1 10k\nC1 100n 50\nU1 STM32F103C8T6\nD1 LED 5\nR2 R3 1k 2\nU3 NE555',
      lines: ['R1 | 1', 'C1 | 1', 'U1 | 1 | STM32F103C8T6', 'D1 | 1', 'R2,R3 | 2', 'U3 | 1'],
    },
    {
      name: 'and nets between a part and its value',
      text: 'R1 N001 N002 10k\nC1 out 0 100n\nR2 N002 0 1k',
      lines: ['R1 | 1', 'C1 | 1', 'R2 | 1'],
    },
    {
      name: 'and a row of another shape',
      text: `R1 ${R}\nU1 LM358DR\n2N7002\nC1 ${C}`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR', '| null | 2N7002', `C1 | 1 | ${C}`],
    },
  ],
  'that are none': [
    {
      name: 'cells with counts, as many in each row',
      text: `3x ${R}, R1 R2 R3\n1x LM358DR, U1`,
      lines: [`R1,R2,R3 | 3 | ${R}`, 'U1 | 1 | LM358DR'],
      says: ['quantity_in_number'],
    },
    {
      name: 'one number a row',
      text: `${R}\nLM358DR\nBAV99`,
      lines: [`| null | ${R}`, '| null | LM358DR', '| null | BAV99'],
    },
    {
      name: 'separated rows without a header, and an alternate below a number',
      text: `R1,1,${R}\n,,ERJ-3EKF1002V\nU1,1,LM358DR\nD1,1,BAV99`,
      lines: [`R1 | 1 | ${R} | | | ERJ-3EKF1002V`, 'U1 | 1 | LM358DR', 'D1 | 1 | BAV99'],
    },
    {
      name: 'separated rows without a header, one of them with one cell',
      text: `${R},3\nLM358DR,1\nBAV99\n2N7002,2`,
      lines: [`| 3 | ${R}`, '| 1 | LM358DR', '| null | BAV99', '| 2 | 2N7002'],
    },
  ],
  'values and numbers that look like something else': [
    {
      name: 'a value with decimals and its unit behind a blank',
      text: '3x 4.7 kΩ 0603\n2x 2.2 uF 10V\n1x LM358DR',
      lines: ['| 3', '| 2', '| 1 | LM358DR'],
    },
    {
      name: 'a chip that is called like a place, in a list without places',
      text: `TP4056 1\nLM358DR 2\n${R} 4`,
      lines: ['| 1 | TP4056', '| 2 | LM358DR', `| 4 | ${R}`],
    },
    {
      name: 'of places with four digits, each with a number',
      text: 'IC1001 LM358DR\nIC1002 NE555DR\nTR1003 BC547B',
      lines: ['IC1001 | 1 | LM358DR', 'IC1002 | 1 | NE555DR', 'TR1003 | 1 | BC547B'],
    },
    {
      name: 'and in one with places',
      text: `TP1001 10k\nU1 LM358DR\nR1 ${R}`,
      lines: ['TP1001 | 1', 'U1 | 1 | LM358DR', `R1 | 1 | ${R}`],
    },
  ],
};
