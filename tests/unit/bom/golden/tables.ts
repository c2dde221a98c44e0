/** Files with more than one table, each made for these tests: which of them is the BOM, and what is said of the others. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

/** Names of fields, and of what was changed on which day. */
const DATED = `Description,Value,Quantity,Manufacturer,Manufacturer Part Number,${
  ['11/30', '11/19', '11/2', '10/26', '10/19', '10/16', '10/7', '9/30'].map((day) =>
    `CHANGE HISTORY ON ${day}`
  )
    .join(',')
}`;

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
  'below each other': [
    {
      name: 'what is still to be ordered, with names of its own, below the list that it is made from',
      text:
        `Main board,,,\n,,,\nQuantity,Name,Value / Part number,Digikey number\n1,Diode,BAS70XY,1727-2168-1-ND\n8,Capacitor,1uF,\n1,Buzzer,PS1240P02BT,445-2525-1-ND\n2,Resistor,10k,\n1,Jack,J1B12111CCD,1278-1052-ND\n1,Regulator,${U},296-1395-1-ND\n,,,\nTo order,,,\n,,,\nQuantity,Name,Part number,Digikey number\n3,Diode,BAS70XY,1727-2168-1-ND\n1,Buzzer,PS1240P02BT,445-2525-1-ND\n1,Jack,J1B12111CCD,1278-1052-ND`,
      lines: ['| 1 | BAS70XY', '| 8', '| 1 | PS1240P02BT', '| 2', '| 1 | J1B12111CCD', `| 1 | ${U}`],
      says: ['row_is_no_line'],
      asks: [],
    },
    {
      name: 'a list of parts, and a list to shop by, drawn to widths of its own',
      text: [
        'board/v1.sch on 02.07.15 01:52',
        '',
        'Parts list: ',
        '',
        'count Value                  Device                 Component          ',
        '1                            M02LOCK_LONGPADS       JP2                ',
        '2     1M                     R-EU_R0603             R13, R16           ',
        '10    1k                     R-EU_R0603             R3, R4, R5, R6, R7, R8, R9, R10, R15, R18',
        '1     10u 6V                 C-EUC1206              C7                 ',
        '1     AUDIO_JACK_3,5MMCONRAD AUDIO_JACK_3,5MMCONRAD U$2                ',
        '',
        '',
        '',
        'Parts to buy',
        '',
        'count\tName\t\t\tStore\t\tNo.\t\tPrice',
        '1\tController\t\tConrad\t\t734101\t\t2,71',
        '1\tDisplay 160x128\t\tBanggood\tSKU103769\t3,23',
        '2\tFeet\t\t\tConrad\t\t595223\t\t1,10',
        '1\tPoti\t\t\tConrad\t\t608304\t\t0,88',
      ].join('\n'),
      lines: [
        'JP2 | 1',
        'R13,R16 | 2',
        'R3,R4,R5,R6,R7,R8,R9,R10,R15,R18 | 10',
        'C7 | 1',
        'U$2 | 1',
      ],
      asks: ['which_table'],
    },
    {
      name: 'what is bought in another shop, under a header with a link in place of its number',
      text:
        `Value,Qty,Mouser,Unit Price,Total Price,Comment\n74HCT04,10,771-74HCT04D-Q100118,0.386,3.86,\n74HCT08,18,771-74HCT08D-T,0.168,3.024,spare\n,,,,6.884,\n,,,,,\nValue,Qty,,,Total Price,Link\n2x15 pins,3,,,4.19,https://shop.example/1\n2x22 pins,6,,,2.35,https://shop.example/2\n,,,,,\n,1,,,,https://shop.example/3`,
      lines: [' | 10', ' | 18', ' | 3', ' | 6'],
      says: ['row_is_no_line'],
      asks: [],
    },
    {
      name: 'optional parts of a drawn list, under a header that calls the column of numbers otherwise',
      text: [
        'REQUIRED:',
        'Part     Value     Package      DigiKey             Cost (qty 100)',
        'C1       100n      C0603        311-1344-1-ND              $0.09450 (.100" lead spacing)',
        'R1       10k       R0603        311-10.0KHRCT-ND           $0.02190',
        'R2       22k       R0603        311-22.0KHRCT-ND           $0.02190',
        'Q1       BSS138    SOT23        BSS138CT-ND                $0.12000',
        '',
        'SPARE:',
        'Part     Value     Package      Sheet',
        '',
        'C2       1u        C0603        311-1446-1-ND              $0.06800 (.08" lead spacing)',
        'R3       1k        R0603        311-1.00KHRCT-ND           $0.02190',
        'U7       LMV358    SO08         296-9571-1-ND              $0.15000 8-SOIC',
      ].join('\n'),
      lines: ['C1 | 1', 'R1 | 1', 'R2 | 1', 'Q1 | 1', 'C2 | 1', 'R3 | 1', 'U7 | 1'],
      asks: [],
    },
    {
      name: 'the same header again for another board, with parts alone of which one looks like a place',
      text:
        `Board A,,\nQty,Package,Part\n2,0805,10uF Cap\n1,TQFP32,ATMega32\n1,,RFM22SMD\n,,\nBoard B,,\nQty,Package,Part\n3,0402,0.1uF Cap\n1,TQFP32,ATMega32\n2,5mm,Red LED`,
      lines: [' | 2', ' | 1', ' | 1', ' | 3', ' | 1', ' | 2'],
      says: ['row_is_no_line'],
      asks: [],
    },
    {
      name: 'required and spare parts, under names with a day in them',
      text: [
        'Required',
        '',
        DATED,
        `resistor,10k,2,Yageo,${R}`,
        `capacitor,100n,1,Murata,${C},,was 1u`,
        '',
        'Spare',
        '',
        DATED,
        `controller,,1,ST,${U}`,
      ].join('\n'),
      lines: [` | 2 | ${R} | Yageo`, ` | 1 | ${C} | Murata`, ` | 1 | ${U} | ST`],
      asks: [],
    },
    {
      name: 'two lists of parts with other columns, of which somebody has to choose',
      text:
        `Ref,Qty,MPN,Manufacturer\nR1,1,${R},Yageo\nC1,1,${C},Murata\n,,,\nCables,,,\nPart number,Pieces,Supplier,Supplier no.\n0473460001,1,Mouser,538-47346-0001\nPHR-2,2,DigiKey,455-1165-ND`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
      asks: ['which_table'],
    },
    {
      name: 'a history of changes and a list of prices, which are no BOMs',
      text:
        `Ref,Qty,MPN,Manufacturer\nR1,1,${R},Yageo\nC1,1,${C},Murata\n,,,\nRevision,Date,Description,Author\nA,2024-02-01,first,me\nB,2024-03-01,second,me\n,,,\nBoards,Price,Total,\n10,1.20,12.00,\n100,0.90,90.00,`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
      asks: [],
    },
    {
      name: 'place by place, and again part by part',
      text:
        `Ref,Qty,Value,Footprint\nR1,1,10k,R_0603\nR2,1,10k,R_0603\nR3,1,10k,R_0603\nC1,1,100n,C_0603\nC2,1,100n,C_0603\n,,,\nRef,Qty,Value,Footprint\n"R1, R2, R3",3,10k,R_0603\n"C1, C2",2,100n,C_0603`,
      lines: ['R1,R2,R3 | 3', 'C1,C2 | 2'],
      asks: [],
    },
  ],
  'the same header again': [
    {
      name: 'below the name of another board, with the same parts in the same places',
      text:
        `Board A,,\nRef,Qty,MPN\nR1,1,${R}\nU1,1,LM358DR\nBoard B,,\nRef,Qty,MPN\nR1,1,${R}\nU1,1,LM358DR`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR'],
      asks: ['which_table'],
    },
    {
      name: 'below the name of a second board alone, of which as much is known',
      text:
        'Ref,Value,Qty\nR1,10k,1\nR2,22k,1\nC1,100n,1\nDaughter board,,\nRef,Value,Qty\nR1,10k,1\nR2,22k,1\nC1,100n,1',
      lines: ['R1 | 1', 'R2 | 1', 'C1 | 1'],
      asks: ['which_table'],
    },
    {
      name: 'with other values, and a place that the first has not',
      text:
        `Ref,Value,MPN\nR1,10k,${R}\nC1,100n,${C}\nRef,Value,MPN\nR1,10K,${R}\nC1,0.1uF,${C}\nU9,LM358,LM358DR`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
      asks: ['which_table'],
    },
    {
      name: 'below another title, with another part in the same place: no alternate',
      text:
        `Old revision,,\nRef,Qty,MPN\nR1,1,${R}\nNew revision,,\nRef,Qty,MPN\nR1,1,RC0603FR-071KL\nU1,1,LM358DR`,
      lines: [`R1 | 1 | ${R}`, 'R1 | 1 | RC0603FR-071KL', 'U1 | 1 | LM358DR'],
      says: ['designator_twice'],
    },
  ],
};
