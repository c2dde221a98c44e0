/** What people write beside a number, a quantity or a place in its cell, in files made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';

export const CELLS: Readonly<Record<string, readonly Golden[]>> = {
  'ratings with decimal commas': [
    {
      name: 'behind a number',
      text:
        `Ref,Qty,MPN\nB1,1,"NCR18650PF 3,60V 2,90AH"\nR1,1,${R}\nU1,1,"LM358DR, LM358DT"\nL1,1,"SRN6045 4,7 uH 2,5A"`,
      lines: [
        'B1 | 1 | NCR18650PF 3,60V 2,90AH',
        `R1 | 1 | ${R}`,
        'U1 | 1 | LM358DR | | | LM358DT',
        'L1 | 1 | SRN6045 4,7 uH 2,5A',
      ],
      says: ['number_with_words'],
    },
  ],
  'counts beside a number': [
    {
      name: 'in front and behind, without a column of quantities',
      text:
        `Part,Ref\n3x ${R},"R1,R2,R3"\n"LM358DR, 2 pcs","U1,U2"\n2 × BAV99,"D1,D2"\nB32922C3104M X2,C1\n2x5 header,J1`,
      lines: [
        `R1,R2,R3 | 3 | ${R}`,
        'U1,U2 | 2 | LM358DR',
        'D1,D2 | 2 | BAV99',
        'C1 | 1 | B32922C3104M X2',
        'J1 | 1',
      ],
      says: ['quantity_in_number', 'no_number_in_word'],
    },
    {
      name: 'alone in front of each',
      text: `Part,Note\n3 ${R},a\n1 LM358DR,b\n2 BAV99,c`,
      lines: [`| 3 | ${R}`, '| 1 | LM358DR', '| 2 | BAV99'],
      says: ['quantity_in_number'],
    },
    {
      name: 'alone in front of one, which may be of the number',
      text: `Part,Ref\n500 ${R},R1\nLM358DR,U1\nBAV99,D1`,
      lines: [`R1 | 1 | 500 ${R}`, 'U1 | 1 | LM358DR', 'D1 | 1 | BAV99'],
      says: ['number_with_words'],
    },
    {
      name: 'beside a quantity that says otherwise',
      text: `Ref,Qty,MPN\nR1,1,2x ${R}\nU1,1,LM358DR`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR'],
      says: ['quantity_in_number'],
    },
  ],
  'parts that nobody has decided yet': [
    {
      name: 'are no numbers, whatever is known of them',
      text:
        'Ref,Qty,MPN\nL1,1,TBD 100V-path L\nJ1,1,DNP/TBD\nU1,1,TBD62083AFG\nU2,1,RP2040 (or RP2350)\nU3,1,TPS25751 + BQ25792',
      lines: [
        'L1 | 1',
        'J1 | 1 | | | DNP',
        'U1 | 1 | TBD62083AFG',
        'U2 | 1 | RP2040 | | | RP2350',
        'U3 | 1 | TPS25751 + BQ25792',
      ],
      says: ['no_number_in_word', 'several_parts_in_cell', 'number_with_words'],
    },
  ],
  'words beside a number': [
    {
      name: 'on substitutes',
      text:
        'Ref,Qty,MPN\nU1,1,"LM358DR, equivalent allowed"\nU2,1,LM358DR (equivalent ok)\nU3,1,LM358DR - no substitutes\nU4,1,LM358DR eq.\nU5,1,LM358DR or equivalent LM358DT\nU6,1,LM358DR or approved equivalent\nU7,1,any LM358',
      lines: [
        'U1 | 1 | LM358DR',
        'U2 | 1 | LM358DR',
        'U3 | 1 | LM358DR',
        'U4 | 1 | LM358DR',
        'U5 | 1 | LM358DR | | | LM358DT',
        'U6 | 1 | LM358DR',
        'U7 | 1 | LM358',
      ],
    },
    {
      name: 'on placing, and for no number',
      text:
        'Ref,Qty,MPN\nU1,1,LM358DR (DNP)\nU2,1,LM358DR - do not fit\nU3,1,LM358DR (NF)\nU4,1,N/C\nU5,1,n/a\nU6,1,?\nU7,1,TBD\nU8,1,NC7SZ08M5X',
      lines: [
        'U1 | 1 | LM358DR | | DNP',
        'U2 | 1 | LM358DR | | DNP',
        'U3 | 1 | LM358DR (NF)',
        'U4 | 1 | | | DNP',
        'U5 | 1',
        'U6 | 1',
        'U7 | 1',
        'U8 | 1 | NC7SZ08M5X',
      ],
      says: ['number_with_words'],
    },
    {
      name: 'that say it is one of several',
      text: `Ref,Qty,MPN\nU1,1,LM358DR alt.\nU2,1,LM358DR alternate\nR1,1,${R}`,
      lines: ['U1 | 1 | LM358DR', 'U2 | 1 | LM358DR', `R1 | 1 | ${R}`],
      says: ['words_beside_number'],
    },
    {
      name: 'in brackets: names, packages, values, and a number’s own code',
      text:
        'Ref,MPN\nQ1,BCP56 (HXY)\nU1,78L09 (UMW 78L09-150)\nQ2,2N7002 (Nexperia)\nU2,LM358 (SOIC-8)\nR1,RC0603FR-0710KL (10k)\nJ1,DF13-4P-1.25DSA (05)\nD1,1N4007 (SMA)\nJ2,B2B-XH-A (LF)(SN)',
      lines: [
        'Q1 | 1 | BCP56',
        'U1 | 1 | 78L09',
        'Q2 | 1 | 2N7002 | Nexperia',
        'U2 | 1 | LM358',
        `R1 | 1 | ${R}`,
        'J1 | 1 | DF13-4P-1.25DSA (05)',
        'D1 | 1 | 1N4007',
        'J2 | 1 | B2B-XH-A (LF)(SN)',
      ],
      says: ['words_beside_number', 'number_with_words'],
    },
    {
      name: 'in brackets: packages and kinds, which are no manufacturers',
      text:
        'Ref,MPN\nU1,STM32F407VGT6 (LQFP)\nQ1,BC547B (NPN)\nQ2,IRFZ44N (MOSFET)\nU2,ATMEGA328P (PDIP)\nU3,AMS1117 (LOGIC)\nU4,HC-SR04 (USED)\nU5,LM358DR (TI)',
      lines: [
        'U1 | 1 | STM32F407VGT6',
        'Q1 | 1 | BC547B',
        'Q2 | 1 | IRFZ44N',
        'U2 | 1 | ATMEGA328P',
        'U3 | 1 | AMS1117',
        'U4 | 1 | HC-SR04',
        'U5 | 1 | LM358DR | TI',
      ],
      says: ['words_beside_number'],
    },
    {
      name: 'in front of it: a manufacturer, and words on placing',
      text:
        `Ref,Qty,MPN,Manufacturer\nU1,1,TI LM358DR,\nU2,1,DNP LM358DR,TI\nQ1,1,NP 2N7002,\nQ2,1,NF: 2N7002,\nR1,1,${R},Yageo`,
      lines: [
        'U1 | 1 | LM358DR | TI',
        'U2 | 1 | LM358DR | TI | DNP',
        'Q1 | 1 | 2N7002',
        'Q2 | 1 | 2N7002 | | DNP',
        `R1 | 1 | ${R} | Yageo`,
      ],
      says: ['not_placed_or_non_polar', 'read_as_not_placed'],
    },
    {
      name: 'that allow any part of a kind, and name an alternate',
      text: `Ref,Qty,MPN\nC1,1,${C} or any 100n 50V\nU1,1,LM358DR or LM358DT\nR1,1,${R}`,
      lines: [`C1 | 1 | ${C}`, 'U1 | 1 | LM358DR | | | LM358DT', `R1 | 1 | ${R}`],
    },
    {
      name: 'that say what it is',
      text:
        'Ref,MPN\nU1,SC0915 Raspberry Pi Pico\nQ1,IRF540 power mosfet\nBT1,CR2032 Battery Holder\nU2,LTC2400 evaluation board\nU3,ESP32 dev board',
      lines: ['U1 | 1 | SC0915', 'Q1 | 1 | IRF540', 'BT1 | 1', 'U2 | 1', 'U3 | 1'],
      says: ['words_beside_number', 'no_number_in_word'],
    },
  ],
  NP: [
    {
      name: 'in the footprint of a capacitor, and beside the rating of one of film, may be not polar',
      text:
        `Ref,Qty,Value,Footprint,MPN\nC1,1,100nF,C_0805_NP,CL21B104KBCNNNC\nC2,1,10uF,C_1206_P,TAJA106K016RNJ\nC3,1,470nF NP 63V,,\nC4,1,1u,0805 NP,\nR1,1,10k,R_0603_NP,${R}`,
      lines: [
        'C1 | 1 | CL21B104KBCNNNC',
        'C2 | 1 | TAJA106K016RNJ',
        'C3 | 1',
        'C4 | 1',
        `R1 | 1 | ${R} | | DNP`,
      ],
      says: ['not_placed_or_non_polar', 'read_as_not_placed'],
    },
    {
      name: 'in front of a value, and between a value and its voltage',
      text:
        'Ref,Qty,Value,Footprint\nC1,1,100nF NP 50V,0402\nR1,1,NP 10k,0402\nC7,1,47uF/16V NP,1206\nQ1,1,NPN,SOT23',
      lines: ['C1 | 1 | | | DNP', 'R1 | 1 | | | DNP', 'C7 | 1', 'Q1 | 1'],
      says: ['read_as_not_placed', 'not_placed_or_non_polar'],
    },
    {
      name: 'behind values and sizes, and of capacitors that are not polar',
      text:
        `Ref,Qty,Value,Footprint,MPN\nC1,1,100nF NP,0402,${C}\nR1,1,10k NP,0402,${R}\nC2,1,10uF NP,1206,\nC3,1,100p NP0,0402,\nC4,1,100p NPO,0402,\nR2,1,1k,0402 NP,\nC5,1,1u,CAP_NP_0805,`,
      lines: [
        `C1 | 1 | ${C} | | DNP`,
        `R1 | 1 | ${R} | | DNP`,
        'C2 | 1',
        'C3 | 1',
        'C4 | 1',
        'R2 | 1 | | | DNP',
        'C5 | 1',
      ],
      says: ['read_as_not_placed', 'not_placed_or_non_polar'],
    },
  ],
  quantities: [
    {
      name: 'a thousand by the other numbers, and one by its place',
      text:
        `Bauteil;Menge;MPN;Preis\nX1;1.000;ABM8-16.000MHZ-B2;0,50\n"R1,R2";2,0;${R};0,01\nD1;1.000;BAV99;0,02`,
      lines: ['X1 | 1 | ABM8-16.000MHZ-B2', `R1,R2 | 2 | ${R}`, 'D1 | 1 | BAV99'],
      says: ['quantity_ambiguous'],
      asks: [],
    },
    {
      name: 'a thousand where nothing says otherwise',
      text: `Menge;MPN;Preis\n1.000;ABM8-16.000MHZ-B2;0,50\n2,0;${R};0,01`,
      lines: ['| 1000 | ABM8-16.000MHZ-B2', `| 2 | ${R}`],
    },
  ],
  places: [
    {
      name: 'named twice in one cell',
      text: `Ref,Qty,MPN\n"R1,R2,R1,R2",4,${R}\nU1,1,LM358DR`,
      lines: [`R1,R2 | 4 | ${R}`, 'U1 | 1 | LM358DR'],
      says: ['designator_twice'],
    },
    {
      name: 'and a count of all parts in their column',
      text: `Ref,Qty,MPN,Price\nR1,1,${R},0.1\nU1,1,LM358DR,0.2\n2 parts,2,,0.3\nR3,1,,`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR', 'R3 | 1'],
      says: ['row_is_no_line'],
    },
    {
      name: 'and costs in their column',
      text:
        `Ref,Qty,MPN,Description,Price\nR1,1,${R},,0.1\nU1,1,LM358DR,,0.2\nPCB1,1,,4 layers,20\nPCB,1,,4 layers,20\nAssembly,1,PCBA-100,,20\nShipping,1,,,5.00\nPCB,1,,,10\nNRE,1,,one time,100\nStencil,1,,,20\nLabour,2,,,40`,
      lines: [
        `R1 | 1 | ${R}`,
        'U1 | 1 | LM358DR',
        'PCB1 | 1',
        'PCB | 1',
        'Assembly | 1 | PCBA-100',
      ],
      says: ['row_is_no_line'],
    },
    {
      name: 'and a board among no costs, below rows that a sheet has worked out',
      text:
        `Ref,Qty,MPN,Price,Total\nR1,1,${R},0.1,0.1\nU1,1,LM358DR,0.2,0.2\n,,,,0\n,,,,0\nPCB,1,,5,5\n,,,,5.3`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR', 'PCB | 1'],
    },
    {
      name: 'in a range, counted as one',
      text: `Ref,Qty,MPN\nR1-R4,1,${R}\nU1,1,LM358DR\n"TP,TP",2,`,
      lines: [`R1,R2,R3,R4 | 1 | ${R}`, 'U1 | 1 | LM358DR', 'TP | 2'],
      says: ['quantity_differs'],
    },
    {
      name: 'and costs beside none of them, in a column of notes and one of prices',
      text:
        `Ref,Qty,MPN,Extra stuff,Price\nR1,1,${R},0805,0.1\nU1,1,LM358DR,,0.2\n,1,,Shipping,5.00\n,1,,,incl. taxes\n,2,,M3 screw,0.1`,
      lines: [`R1 | 1 | ${R}`, 'U1 | 1 | LM358DR', '| 2'],
      says: ['row_is_no_line'],
    },
    {
      name: 'of which points leave some out, as the quantity confirms',
      text:
        `Ref,Qty,MPN\n"R104, R204,…, R804",8,${R}\n"IC11, IC21,…IC81",8,LM358DR\n"R101, R201,…, R301\nR103, R203,…R303",6,RC0603FR-071KL\n"C11, C21, …., C51",5,${C}\n"U1,…U4",4,NE555P\n"D1, D2, ..., D5",5,BAV99\nLED1…3,3,\nQ2...Q5,4,BSS138`,
      lines: [
        `R104,R204,R304,R404,R504,R604,R704,R804 | 8 | ${R}`,
        'IC11,IC21,IC31,IC41,IC51,IC61,IC71,IC81 | 8 | LM358DR',
        'R101,R201,R301,R103,R203,R303 | 6 | RC0603FR-071KL',
        `C11,C21,C31,C41,C51 | 5 | ${C}`,
        'U1,U2,U3,U4 | 4 | NE555P',
        'D1,D2,D3,D4,D5 | 5 | BAV99',
        'LED1,LED2,LED3 | 3',
        'Q2,Q3,Q4,Q5 | 4 | BSS138',
      ],
    },
    {
      name: 'of which points leave some out, as nothing confirms',
      text:
        `Ref,Qty,MPN\n"R104, R204,…, R804",6,${R}\n"D1, D2, …",4,BAV99\n"U1, …, U900",3,NE555P\nT1…,1,BC847`,
      lines: [`R104,R204,R804 | 6 | ${R}`, 'D1,D2 | 4 | BAV99', 'U1,U900 | 3 | NE555P', 'T1 | 1 | BC847'],
      says: ['designators_unsure', 'quantity_differs'],
    },
    {
      name: 'of which points leave some out, with no quantity',
      text: `Ref,MPN\n"R104, R204,…, R404",${R}\nU1...U4,NE555P\nC1,${C}`,
      lines: [`R104,R204,R304,R404 | 4 | ${R}`, 'U1,U2,U3,U4 | 4 | NE555P', `C1 | 1 | ${C}`],
      says: ['designators_unsure'],
    },
  ],
  'a kind and its value in place of a number': [
    {
      name: 'or a number that is spelled as a value, beside words for its kind',
      text:
        `Ref,Qty,MPN,Manufacturer\nR1,1,Bourns 3296W-1-103LF trimmer,\nR2,1,3296W trimmer,\nR3,1,3386P potentiometer,\nFB1,1,Bead 742792602,\nL1,1,7443551280 inductor,\nL2,1,7443551280 power inductor 4.7uH,\nC1,1,capacitor 860020672012,\nC2,1,CAP 10uF ${C},\nF1,1,fuse 3413.0328,\nY1,1,xtal 7A-16.000,\nY2,1,crystal 32768,\nR4,1,Resistor 10000,\nC3,1,Capacitor 10nf,`,
      lines: [
        'R1 | 1 | 3296W-1-103LF | Bourns',
        'R2 | 1 | 3296W',
        'R3 | 1 | 3386P',
        'FB1 | 1 | 742792602',
        'L1 | 1 | 7443551280',
        'L2 | 1 | 7443551280',
        'C1 | 1 | 860020672012',
        `C2 | 1 | ${C}`,
        'F1 | 1 | 3413.0328',
        'Y1 | 1 | 7A-16.000',
        'Y2 | 1',
        'R4 | 1',
        'C3 | 1',
      ],
      says: ['words_beside_number', 'no_number_in_word'],
    },
    {
      name: 'in words of several languages',
      text:
        `Part,Quantity,Footprint\nCapacitor 10nf,4,\nResistor 4.7K,12,\nWiderstand 330R 1%,2,\nLED 5mm,3,\n74LS273,1,DIP-20\nNE555P,2,DIP-8\n${C},9,0603\nDiode 1N4148,5,DO-35`,
      lines: [
        '| 4',
        '| 12',
        '| 2',
        '| 3',
        '| 1 | 74LS273',
        '| 2 | NE555P',
        `| 9 | ${C}`,
        '| 5 | 1N4148',
      ],
      says: ['no_number_in_word'],
    },
    {
      name: 'is none: a number with a blank of its own, or behind a word',
      text:
        `MPN,Qty\nSMD 2018P100TF,2\nPTS636 SM25 SMTR LFS,1\nSFR25 10K,3\nCM7V-T1A 32.768kHz 7pF,1\n${R},4`,
      lines: [
        '| 2 | 2018P100TF',
        '| 1 | PTS636 SM25 SMTR LFS',
        '| 3 | SFR25 10K',
        '| 1 | CM7V-T1A 32.768kHz 7pF',
        `| 4 | ${R}`,
      ],
    },
  ],
  'names of libraries': [
    {
      name: 'with a package and a value, among part numbers',
      text:
        `Reference,Part Name,Qty\nR1,"R-0603(1608),10K",1\nR2,"R-0603(1608),NC",1\nC1,"C-N-0603(1608),0.1uF",1\nD1,"D-1206(3216),S1M",1\nU1,STM32F103C8T6,1\nU2,LM358DR,1\nU3,NE555P,1\nU4,${C},1\nU5,1N4148W,1\nL1,"COIL,22uH",1\nX1,"XTAL-SMD,8MHz",1\nM1,MHOLE,1\nJ1,SIP_02,1`,
      lines: [
        'R1 | 1',
        'R2 | 1 | | | DNP',
        'C1 | 1',
        'D1 | 1 | S1M',
        'U1 | 1 | STM32F103C8T6',
        'U2 | 1 | LM358DR',
        'U3 | 1 | NE555P',
        `U4 | 1 | ${C}`,
        'U5 | 1 | 1N4148W',
        'L1 | 1',
        'X1 | 1',
        'M1 | 1',
        'J1 | 1',
      ],
      says: ['read_as_not_placed', 'no_number_in_word', 'words_beside_number'],
      asks: [],
    },
    {
      name: 'beside a comment of values and numbers',
      text:
        `Designator,LibRef,Comment,Footprint,Quantity\nC1,C0402-12p,12pF GRM1555C1H120JA01D,CAPC1005,1\nC2,C0603-100n,100nF ${C},CAPC1608,1\nR1,R_SMD_0603,10k ${R},RESC1608,1\nR2,R_SMD_0603,4k7,RESC1608,1\nU1,STM32F103,STM32F103C8T6,QFP50,1\nX1,XTAL_SMD2016_32MHz_8pF_General,32MHz NX2016SA-32MHZ,XTAL_2016,1`,
      lines: [
        'C1 | 1 | GRM1555C1H120JA01D',
        `C2 | 1 | ${C}`,
        `R1 | 1 | ${R}`,
        'R2 | 1',
        'U1 | 1 | STM32F103C8T6',
        'X1 | 1 | NX2016SA-32MHZ',
      ],
      says: ['words_beside_number'],
      asks: [],
    },
  ],
  'words and values beside a number, with no sign between': [
    {
      name: 'or the manufacturer behind it, and words that leave the part open',
      text:
        `Ref,Qty,MPN\nR1,1,${R} Yageo\nU1,1,LM358DR onsemi\nC1,1,"${C}, Murata"\nU2,1,TPS54331DR Texas\nU3,1,LM358DR Texas Instruments\nD1,1,BAV99 dual diode\nU4,1,LM358DR unmounted\nR2,1,${R} consigned\nC2,1,100nF Murata ${C}`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        'U1 | 1 | LM358DR | onsemi',
        `C1 | 1 | ${C} | Murata`,
        'U2 | 1 | TPS54331DR | Texas',
        'U3 | 1 | LM358DR | Texas Instruments',
        'D1 | 1 | BAV99',
        'U4 | 1 | LM358DR unmounted',
        `R2 | 1 | ${R} consigned`,
        `C2 | 1 | ${C} | Murata`,
      ],
      says: ['words_beside_number', 'number_with_words'],
    },
    {
      name: 'what the part is, its package, its value',
      text:
        `Ref,Qty,MPN\nU1,1,LM358DR SOIC-8\nD1,1,BAV99 SOT-23 dual\nU2,1,Dual opamp LM358DR\nQ1,1,NPN transistor 2SC1815\nU3,1,三端子レギュレータ LP2950L\nC1,1,100n ${C}\nC2,1,100n 50V\nU4,1,NE555P = NE555DR\nU5,1,Texas Instruments NE555P timer\nA1,1,"2450AT18B100 chip antenna, ceramic, 2.45GHz"\nJ1,1,PTS645SL50SMTR92 LFS`,
      lines: [
        'U1 | 1 | LM358DR',
        'D1 | 1 | BAV99',
        'U2 | 1 | LM358DR',
        'Q1 | 1 | 2SC1815',
        'U3 | 1 | LP2950L',
        `C1 | 1 | ${C}`,
        'C2 | 1',
        'U4 | 1 | NE555P = NE555DR',
        'U5 | 1 | NE555P | Texas Instruments',
        'A1 | 1 | 2450AT18B100',
        'J1 | 1 | PTS645SL50SMTR92 LFS',
      ],
      says: ['words_beside_number', 'number_with_words', 'no_number_in_word'],
    },
    {
      name: 'of what is made for the part',
      text:
        'Ref,Qty,MPN\nU1,1,LM358DR\nA1,1,TP4056 module\nA2,1,CR2032 battery holder\nA3,1,MAX485 breakout board',
      lines: ['U1 | 1 | LM358DR', 'A1 | 1 | TP4056 module', 'A2 | 1', 'A3 | 1'],
      says: ['number_with_words'],
    },
  ],
  'words on placing': [
    {
      name: 'in front of more, and behind a slash',
      text:
        `Ref,Qty,Value,MPN\nF1,1,"Not use, use jumper instead",\nF2,1,Not used (spare),\nR1,1,1k / not used,\nR2,1,10k,RC0603FR-071KL/DNP\nR3,1,10k,${R}/NP\nJ1,1,"Header, pins 3-4 not used",61300211121`,
      lines: [
        'F1 | 1 | | | DNP',
        'F2 | 1 | | | DNP',
        'R1 | 1 | | | DNP',
        'R2 | 1 | RC0603FR-071KL | | DNP',
        `R3 | 1 | ${R}`,
        'J1 | 1 | 61300211121',
      ],
      says: ['read_as_not_placed', 'not_placed_or_non_polar'],
    },
  ],
  'manufacturers that nobody knows': [
    {
      name: 'in front of numbers, in a column of both',
      text:
        `Ref,Qty,MANUFACTURER AND PART NUMBER\nR1,1,Yaego ${R}\nR2,1,Yageo RC0402JR-0747KL\nR3,1,yaego RC0402JR-0748KL\nU1,1,Seiko S-8261AAJMD-G2JT2G\nU2,1,Foo Bar Electronics LM358DR\nQ1,1,Transistor BC547B\nU3,1,Texas Instruments LM358DR\nJ1,1,"FCI 10118192-0001LF, ??? UBAF-0608"\nJ2,1,"TE Connectivity / AMP 787616-1-P, ??? UBAF-1202"\nJ3,1,??? UBAF-0609`,
      lines: [
        `R1 | 1 | ${R} | Yaego`,
        'R2 | 1 | RC0402JR-0747KL | Yageo',
        'R3 | 1 | RC0402JR-0748KL | yaego',
        'U1 | 1 | S-8261AAJMD-G2JT2G | Seiko',
        'U2 | 1 | LM358DR | Foo Bar Electronics',
        'Q1 | 1 | BC547B',
        'U3 | 1 | LM358DR | Texas Instruments',
        'J1 | 1 | 10118192-0001LF | FCI | | UBAF-0608',
        'J2 | 1 | 787616-1-P | TE Connectivity / AMP | | UBAF-1202',
        'J3 | 1 | UBAF-0609',
      ],
      says: ['words_beside_number', 'several_parts_in_cell'],
    },
    {
      name: 'in front of some numbers, in a column of numbers',
      text:
        `Ref,Qty,MPN\nR1,1,Yaego ${R}\nR2,1,RC0402JR-0747KL\nU1,1,Opamp LM358DR\nU2,1,Schottkydiode BAT54S\nU3,1,Dual transistor BC847BS\nC1,1,${C}`,
      lines: [
        `R1 | 1 | ${R} | Yaego`,
        'R2 | 1 | RC0402JR-0747KL',
        'U1 | 1 | LM358DR',
        'U2 | 1 | BAT54S',
        'U3 | 1 | BC847BS',
        `C1 | 1 | ${C}`,
      ],
      says: ['words_beside_number'],
    },
  ],
  'ranges by words, and words in brackets': [
    {
      name: 'a range by a word that is an `and` elsewhere',
      text:
        'Designador;Cantidad;Fabricante;Referencia fabricante\nQ1 a Q4;4;onsemi;BS170\nS1 a S3;3;TE;FSM4JAH\nR1 al R5;5;Yageo;RC0603FR-0710KL\nC1 a C5;2;Murata;GRM188R71H104KA93D\nD1 y D3 a D5;4;onsemi;1N4148\nL1 a L3;;TDK;VLS3012\nU1, A, U3;3;TI;LM358DR',
      lines: [
        'Q1,Q2,Q3,Q4 | 4 | BS170 | onsemi',
        'S1,S2,S3 | 3 | FSM4JAH | TE',
        `R1,R2,R3,R4,R5 | 5 | ${R} | Yageo`,
        `C1,C5 | 2 | ${C} | Murata`,
        'D1,D3,D4,D5 | 4 | 1N4148 | onsemi',
        'L1,L2,L3 | 3 | VLS3012 | TDK',
        'U1,A,U3 | 3 | LM358DR | TI',
      ],
      says: ['designators_unsure'],
      saysNot: ['quantity_differs'],
    },
    {
      name: 'a word that no name follows is no place',
      text: `Ref,Qty,MPN\nR1 and R2,3,${R}\nC1 to U5,3,${C}`,
      lines: [`R1,R2 | 3 | ${R}`, `C1,U5 | 3 | ${C}`],
      says: ['quantity_differs', 'designators_unsure'],
    },
    {
      name: 'words in brackets in a column of numbers',
      text:
        `Ref,Qty,Manufacturer,MPN,Mouser\nR1,1,Yageo,${R},603-RC0603FR-0710KL\nR2,1,,<NP>,\nR3,1,,[DNP],\nR4,1,,(NP),\nR5,1,,<none>,\nC1,1,Murata,<NP>,81-GRM188R71H104KA93`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        'R2,R3,R4 | 3 | | | DNP',
        'R5 | 1',
        'C1 | 1 | | Murata',
      ],
      says: ['not_placed_by_word', 'no_number_in_word', 'not_placed_or_non_polar'],
    },
  ],
  'two numbers at a slash': [
    {
      name: 'that begin alike, and numbers with a slash of their own',
      text:
        'Ref,Qty,Manufacturer,MPN\nU1,1,AMD,AM29F080B0-70EF/AM29F016D-70EF\nU2,1,TI,SN74LVC1G17DBVR/SN74LVC1G17DCKR\nU3,1,Microchip,MCP1754T-3302E/OT\nU4,1,TI,LM2596S-5.0/NOPB\nU5,1,,74HC595/74HCT595\nD1,1,Everlight,19-217/GHC-YR1S2/3T',
      lines: [
        'U1 | 1 | AM29F080B0-70EF | AMD | | AM29F016D-70EF@AMD',
        'U2 | 1 | SN74LVC1G17DBVR | TI | | SN74LVC1G17DCKR@TI',
        'U3 | 1 | MCP1754T-3302E/OT | Microchip',
        'U4 | 1 | LM2596S-5.0/NOPB | TI',
        'U5 | 1 | 74HC595/74HCT595',
        'D1 | 1 | 19-217/GHC-YR1S2/3T | Everlight',
      ],
      says: ['several_parts_in_cell', 'number_with_words'],
    },
  ],
};
