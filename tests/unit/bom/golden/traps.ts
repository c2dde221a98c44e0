/** Traps that real files hold, each in a file made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

export const TRAPS: Readonly<Record<string, readonly Golden[]>> = {
  designators: [
    {
      name: 'ranges',
      text:
        `Ref,Qty,MPN\nR1-R5,5,${R}\n"R11, R16 to R21",7,${R}\nC1..C4,4,${C}\nC10~C12,3,${C}\nD33-36,4,1N4148W`,
      lines: [
        `R1,R2,R3,R4,R5 | 5 | ${R}`,
        `R11,R16,R17,R18,R19,R20,R21 | 7 | ${R}`,
        `C1,C2,C3,C4 | 4 | ${C}`,
        `C10,C11,C12 | 3 | ${C}`,
        'D33,D34,D35,D36 | 4 | 1N4148W',
      ],
    },
    {
      name: 'short forms',
      text: `Ref,Qty,MPN\n"C61,81",2,${C}\nC17/18/19,3,${C}\nR1/R2,2,${R}`,
      lines: [`C61,C81 | 2 | ${C}`, `C17,C18,C19 | 3 | ${C}`, `R1,R2 | 2 | ${R}`],
    },
    {
      name: 'blanks and a blank at the end',
      text: `Ref,Qty,MPN\nR1 R2 R3 ,3,${R}\nC1; C2 ;,2,${C}`,
      lines: [`R1,R2,R3 | 3 | ${R}`, `C1,C2 | 2 | ${C}`],
    },
    {
      name: 'channels and mirrored boards',
      text: `Ref,Qty,MPN\n"C70_1,C70_2",2,${C}\n"U4,rU4",2,${U}`,
      lines: [`C70_1,C70_2 | 2 | ${C}`, `U4,rU4 | 2 | ${U}`],
    },
    {
      name: 'names',
      text:
        `Ref,Qty,MPN\nUSB-UART1,1,CH340T\n5.0V/3.3V1,1,JUMPER-2X\nBAT/BUT1,1,JUMPER-2X\n"USR0,PWR",2,${U}`,
      lines: [
        'USB-UART1 | 1 | CH340T',
        '5.0V/3.3V1 | 1 | JUMPER-2X',
        'BAT/BUT1 | 1 | JUMPER-2X',
        `USR0,PWR | 2 | ${U}`,
      ],
    },
    {
      name: 'a name that looks like a range',
      text: `Ref,Qty,MPN\nJ1-2,1,61300311121\nR1-R2,2,${R}`,
      lines: ['J1-2 | 1 | 61300311121', `R1,R2 | 2 | ${R}`],
    },
    { name: 'a count behind', text: `Ref,Qty,MPN\n"R1, R2 (2)",2,${R}`, lines: [`R1,R2 | 2 | ${R}`] },
    {
      name: 'more than is named',
      text: `Ref,Qty,MPN\n"R1,R2",3,${R}`,
      lines: [`R1,R2 | 3 | ${R}`],
      says: ['quantity_differs'],
    },
    { name: 'lines in the cell', text: `Ref,Qty,MPN\n"R1\nR2\r\nR3",3,${R}`, lines: [`R1,R2,R3 | 3 | ${R}`] },
    {
      name: 'an enumeration in Chinese',
      text: `位号,数量,型号\nR1、R2、R3,3,${R}\nC1，C2,2,${C}`,
      lines: [`R1,R2,R3 | 3 | ${R}`, `C1,C2 | 2 | ${C}`],
    },
  ],
  'part numbers': [
    {
      name: 'digits alone',
      text: 'Ref,Qty,Mfr,MPN\nJ1,1,Würth,61300311121\nJ2,1,Molex,0473460001\nC1,1,Würth,885012206095',
      lines: ['J1 | 1 | 61300311121 | Würth', 'J2 | 1 | 0473460001 | Molex', 'C1 | 1 | 885012206095 | Würth'],
    },
    {
      name: 'a comma of its own',
      text: 'Ref,Qty,MPN\nQ1,1,"2N7002,215"\nQ2,1,"BSS138PW,115"\nU1,1,"TC7SZ08FU,LJ(CT"',
      lines: ['Q1 | 1 | 2N7002,215', 'Q2 | 1 | BSS138PW,115', 'U1 | 1 | TC7SZ08FU,LJ(CT'],
    },
    {
      name: 'words instead',
      text:
        `Ref,Qty,MPN,Value\nFID1,1,FIDUCIAL,\nH1,1,M3 Hole,\nJ1,1,Header 5,\nR1,1,ANY,10k\nR2,1,N/A,10k\nC1,1,${C},`,
      lines: ['FID1 | 1', 'H1 | 1', 'J1 | 1', 'R1 | 1', 'R2 | 1', `C1 | 1 | ${C}`],
    },
    {
      name: 'blanks of its own',
      text:
        'Ref,Qty,MPN\nB1,1,PTS645SL50SMTR92 LFS\nY1,1,SG-210STF 12.0000ML3\nD1,1,LRTB R48G-P9Q7-1+R7S5-26+N5P-68-ZB',
      lines: [
        'B1 | 1 | PTS645SL50SMTR92 LFS',
        'Y1 | 1 | SG-210STF 12.0000ML3',
        'D1 | 1 | LRTB R48G-P9Q7-1+R7S5-26+N5P-68-ZB',
      ],
    },
    {
      name: 'its name in the value, too',
      text: `Ref,Qty,Value,MPN,Manufacturer\nU1,1,${U},${U},ST\nD1,1,1N4148W,,\n`,
      lines: [`U1 | 1 | ${U} | ST`, 'D1 | 1'],
    },
    {
      name: 'marks around the manufacturer',
      text: `Ref,Qty,Manufacturer,MPN\nR1,1,\u200eYageo\u200e,${R}`,
      lines: [`R1 | 1 | ${R} | Yageo`],
    },
    {
      name: 'the manufacturer behind the number',
      text: `Ref,Qty,MPN\nR1,1,${R} (Yageo)\nC1,1,Murata ${C}\nU1,1,${U}`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U}`],
    },
  ],
  columns: [
    {
      name: 'the value under a name for something else',
      text: 'Designator,Comment,Footprint,Quantity\n"R1,R2",10k,0603,2\nU1,LM358,SOIC-8,1',
      lines: ['R1,R2 | 2', 'U1 | 1'],
    },
    {
      name: 'names that are all wrong',
      text: `A,B,C,D\n"R1,R2",2,${R},Yageo\n"C1,C2,C3",3,${C},Murata\nU1,1,${U},STMicroelectronics`,
      lines: [
        `R1,R2 | 2 | ${R} | Yageo`,
        `C1,C2,C3 | 3 | ${C} | Murata`,
        `U1 | 1 | ${U} | STMicroelectronics`,
      ],
    },
    {
      name: 'values that fit two names',
      text: `Reference,Order Code,Manufacturer Part Number,Qty\nR1,${R},${R},1\nC1,${C},${C},1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a part number that is the house’s',
      text: `Part Number,MPN,Qty,Ref\nPCB-0001,${R},1,R1\nPCB-0002,${C},1,C1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a column of row numbers without a name',
      text: `,Ref,Qty,MPN\n0,R1,1,${R}\n1,C1,1,${C}\n2,U1,1,${U}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'a wide list of fields',
      text:
        `#,Reference,Qty,Value,Footprint,Datasheet,Tolerance,Voltage,Dielectric,Manufacturer,MPN,Manufacturer2,MPN2,Digikey,Notes,Price,Stock,Layer\n1,"C1,C2",2,100n,C_0402,~,10%,16V,X7R,Murata,${C},Samsung,CL10B104KB8NNNC,490-1532-1-ND,,0.01,1000,Top\n2,R1,1,10k,R_0402,~,1%,,,Yageo,${R},,,311-10.0KHRCT-ND,,0.01,500,Top`,
      lines: [`C1,C2 | 2 | ${C} | Murata | | CL10B104KB8NNNC@Samsung`, `R1 | 1 | ${R} | Yageo`],
    },
    {
      name: 'positions of a placer',
      text:
        'Designator,Val,Package,Mid X,Mid Y,Rotation,Layer\nR1,10k,0603,10.5,20.1,90,Top\nR2,10k,0603,12.5,20.1,0,Top\nC1,100n,0402,1.5,2.1,0,Bottom\n',
      lines: ['R1,R2 | 2', 'C1 | 1'],
    },
    {
      name: 'variants of a board',
      text: `Ref,Qty,MPN,Variant A MPN,Qty Variant A\nR1,1,${R},ERJ-3EKF1002V,1\nC1,2,${C},,2`,
      lines: [`R1 | 1 | ${R}`, `C1 | 2 | ${C}`],
    },
    {
      name: 'prices before quantities',
      text: `MPN;Preis;Anzahl;Gesamt\n${R};0,01;10;0,10\n${C};0,02;5;0,10`,
      lines: [` | 10 | ${R}`, ` | 5 | ${C}`],
    },
  ],
  JSON: [
    {
      name: 'things within things',
      text: JSON.stringify({
        bom: {
          lines: [
            {
              designators: ['R1', 'R2'],
              quantity: 2,
              part: { mpn: R, manufacturer: { id: 7, name: 'Yageo' } },
            },
            {
              designators: ['C1'],
              quantity: 1,
              part: { mpn: C, manufacturer: { id: 9, name: 'Murata' } },
              dnp: true,
            },
          ],
        },
      }),
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata | DNP`],
    },
    {
      name: 'manufacturers and suppliers that have names alike',
      text: JSON.stringify([
        {
          ref: 'R1',
          manufacturer: { name: 'Yageo', number: R },
          supplier: { name: 'LCSC', number: 'C98220' },
        },
        {
          ref: 'C1',
          manufacturer: { name: 'Murata', number: C },
          supplier: { name: 'LCSC', number: 'C14663' },
        },
      ]),
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  rows: [
    {
      name: 'a section with a number of parts',
      text: `Qty,Ref,MPN,Description\nRESISTORS (2),,,\n2,"R1,R2",${R},10k\n,,,\nICs,,,\n1,U1,${U},MCU\n`,
      lines: [`R1,R2 | 2 | ${R}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'things that have no designator',
      text:
        `Item,Qty,Ref,MPN,Description\n1,1,R1,${R},10k\n2,4,,,M3 screw\n3,1,,,Printed circuit board\n4,1,,1551KBK,Enclosure`,
      lines: [`R1 | 1 | ${R}`, ' | 4', ' | 1', ' | 1 | 1551KBK'],
    },
    {
      name: 'parts that cannot be bought',
      text:
        `Ref,Qty,MPN,Value\nR1,1,${R},10k\n"FID1,FID2",2,,Fiducial\nJP1,1,,SolderJumper\nH1,1,,MountingHole`,
      lines: [`R1 | 1 | ${R}`, 'FID1,FID2 | 2', 'JP1 | 1', 'H1 | 1'],
    },
    {
      name: 'notes to the right and below',
      text: `Ref,Qty,MPN,,,Legend\nR1,1,${R},,,red = new\nC1,1,${C},,,\n,,,,,\nNote: all parts RoHS,,,,,`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'one empty quantity',
      text: `Ref,Qty,MPN\n"R1,R2",,${R}\nC1,1,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
      says: ['quantity_counted'],
    },
    {
      name: 'a quantity that is none',
      text: `Ref,Qty,MPN\n"R1,R2",as needed,${R}\nC1,1,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
      says: ['quantity_unread'],
    },
    {
      name: 'equal parts that were kept apart',
      text: `Ref,Qty,MPN\n"R1,R2",2,${R}\nR7,1,${R}\nC1,1,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `R7 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'totals of money',
      text:
        `Ref,Qty,MPN,Unit Price,Ext Price\nR1,10,${R},0.10,1.00\nC1,5,${C},0.02,0.10\n,,,,\n,15,,Total,1.10`,
      lines: [`R1 | 10 | ${R}`, `C1 | 5 | ${C}`],
      says: ['quantity_differs'],
    },
  ],
  alternates: [
    {
      name: 'in one cell, by lines, with one manufacturer each',
      text: `Ref,Qty,Manufacturer,MPN\nU1,1,"TI\nST","LM358DR\nLM358DT"\nR1,1,Yageo,${R}`,
      lines: ['U1 | 1 | LM358DR | TI | | LM358DT@ST', `R1 | 1 | ${R} | Yageo`],
    },
    {
      name: 'a column of them',
      text: `Ref,Qty,MPN,Alternates\nU1,1,LM358DR,"LM358DT; LM358DG4"\nR1,1,${R},`,
      lines: ['U1 | 1 | LM358DR | | | LM358DT; LM358DG4', `R1 | 1 | ${R}`],
    },
    {
      name: 'second source',
      text: `Ref,Qty,Mfr,MPN,2nd Source Mfr,2nd Source MPN\nU1,1,TI,LM358DR,ST,LM358DT\nR1,1,Yageo,${R},,`,
      lines: ['U1 | 1 | LM358DR | TI | | LM358DT@ST', `R1 | 1 | ${R} | Yageo`],
    },
    {
      name: 'three of a name',
      text:
        `Ref,Qty,Manufacturer,MPN,Manufacturer,MPN,Manufacturer,MPN\nU1,1,TI,LM358DR,ST,LM358DT,onsemi,LM358DR2G\nR1,1,Yageo,${R},,,,`,
      lines: ['U1 | 1 | LM358DR | TI | | LM358DT@ST; LM358DR2G@onsemi', `R1 | 1 | ${R} | Yageo`],
    },
    {
      name: 'a column of numbers with an underline',
      text: `Ref,Qty,Mfg,Mfg_1,PN,PN_1\nU1,1,TI,ST,LM358DR,LM358DT\nR1,1,Yageo,,${R},`,
      lines: ['U1 | 1 | LM358DR | TI | | LM358DT@ST', `R1 | 1 | ${R} | Yageo`],
    },
  ],
  'more columns': [
    {
      name: 'vendors that are manufacturers',
      text: `Ref,Qty,Vendor,Vendor PN\nR1,1,Yageo,${R}\nC1,1,Murata,${C}\nU1,1,STMicroelectronics,${U}`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U} | STMicroelectronics`],
    },
    {
      name: 'what may be left empty',
      text:
        `Quantity,Manufacture Part Number,Manufacturer(optional),Description(optional),LCSC Part Number(optional),Package(optional)\n2,${R},Yageo,10k,C98220,0603\n1,${C},Murata,100n,C14663,0603`,
      lines: [` | 2 | ${R} | Yageo`, ` | 1 | ${C} | Murata`],
    },
    {
      name: 'Polish and Dutch',
      text:
        `Oznaczenie;Ilość;Wartość;Obudowa;Producent;MPN\nR1, R2;2;10k;0603;Yageo;${R}\nC1;1;100n;0603;Murata;${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'a total beside a count for each board',
      text: `Ref,Total Qty,Qty,MPN\n"R1,R2",20,2,${R}\nC1,10,1,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'placed, with a dash for not',
      text: `Ref,Qty,MPN,Populate\nR1,1,${R},-\nC1,1,${C},x`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'how parts are mounted',
      text: `Ref,Qty,MPN,Mount\nR1,1,${R},SMT\nJ1,1,61300311121,THT`,
      lines: [`R1 | 1 | ${R}`, 'J1 | 1 | 61300311121'],
    },
    {
      name: 'a status',
      text: `Ref,Qty,MPN,Status\nR1,1,${R},DNP\nC1,1,${C},OK`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a number in the description alone',
      text: `Qty,Ref,Description\n2,"R1,R2",RES 10K 0603 ${R}\n1,U1,MCU ${U}`,
      lines: ['R1,R2 | 2', 'U1 | 1'],
    },
  ],
  'what is beside': [
    {
      name: 'an order number beside a supplier',
      text:
        'Menge;Wert;Bauteile;Bestellnummer;Lieferant\n2;10k;R1, R2;SMD-0603 10K;Reichelt\n1;100n;C1;X7R-G0603 100N;Reichelt',
      lines: ['R1,R2 | 2', 'C1 | 1'],
    },
    {
      name: 'words among numbers',
      text: `Ref,Qty,MPN / Description\nR1,1,${R}\nC1,1,${C}\nJ1,1,2x5 pin header`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, 'J1 | 1'],
      says: ['no_number_in_word'],
    },
    {
      name: 'distributor’s numbers under a plain name',
      text:
        'Ref,Qty,Part Number\nR1,1,603-RC0402FR-0710KL\nC1,1,81-GRM155R71C104KA8D\nU1,1,511-STM32F103C8T6',
      lines: ['R1 | 1', 'C1 | 1', 'U1 | 1'],
    },
    {
      name: 'values under a plain name',
      text:
        'Designator,Part Number,Quantity,Package\nR1,4k7,1,0603\nR2,10k,1,0603\nC1,4u7,1,0603\nC2,100n,1,0603',
      lines: ['R1 | 1', 'R2 | 1', 'C1 | 1', 'C2 | 1'],
    },
    {
      name: 'codes that nobody knows',
      text:
        'Designator,Value,Footprint,Timestamp,Sorte\n"R1,R2",10k,0603,5F3A2B1C,aa\nC1,100n,0402,5F3A2B1D,bb',
      lines: ['R1,R2 | 2', 'C1 | 1'],
    },
  ],
  'more alternates': [
    {
      name: 'the item’s number again',
      text:
        `Item,Ref,Qty,Manufacturer,MPN\n1,R1,1,Yageo,${R}\n1,,,Panasonic,ERJ-3EKF1002V\n2,C1,1,Murata,${C}`,
      lines: [`R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'everything again',
      text:
        `Item,Ref,Qty,Manufacturer,MPN\n1,"R1,R2",2,Yageo,${R}\n1,"R1,R2",2,Panasonic,ERJ-3EKF1002V\n2,C1,1,Murata,${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'numbers under a name that is for places elsewhere',
      text: `Pos;Menge;Bauteil-Nr. Hersteller;Hersteller;Referenz\n1;1;${R};Yageo;R1\n2;1;${C};Murata;C1`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'numbers under a name that says nothing of them',
      text: `Ref;Menge;Typ;Hersteller\nR1;1;${R};Yageo\nC1;1;${C};Murata\nR2;1;ERJ-3EKF1002V;Panasonic`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, 'R2 | 1 | ERJ-3EKF1002V | Panasonic'],
    },
    {
      name: 'a second source with its manufacturer, beside parts that have none',
      text:
        `Ref,Qty,MPN,2nd Source MPN,2nd Source Manufacturer\nR1,1,${R},ERJ-3EKF1002V,Panasonic\nC1,1,${C},GCM188R71H104KA57D,Murata`,
      lines: [`R1 | 1 | ${R} | | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | | | GCM188R71H104KA57D@Murata`],
    },
    {
      name: 'no designators in the file',
      text: `Item,Qty,Manufacturer,MPN\n1,1,Yageo,${R}\n,,Panasonic,ERJ-3EKF1002V\n2,1,Murata,${C}`,
      lines: [` | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, ` | 1 | ${C} | Murata`],
    },
  ],
  'bad input': [
    {
      name: 'text without ink and right to left',
      text: `Ref,Qty,MPN\nR1,1,\u202e${R}\u202c\nC1,1,${C}`,
      lines: [`R1 | 1 | \u202e${R}\u202c`, `C1 | 1 | ${C}`],
    },
    {
      name: 'what a spreadsheet would run',
      text: `Ref,Qty,MPN,Description\nR1,1,${R},"=cmd|' /C calc'!A0"\nC1,1,${C},+1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'names of a program’s own',
      text: `__proto__,constructor,MPN,Qty\na,b,${R},1`,
      lines: [` | 1 | ${R}`],
    },
  ],
};
