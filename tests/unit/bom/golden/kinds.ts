/** The kinds of failure that real files showed, by their number, each with a file of its own. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

export const KINDS: Readonly<Record<number, readonly Golden[]>> = {
  3: [
    {
      name: 'a supplier’s numbers only',
      text: 'Qty,Ref,DistA SKU\n2,R1 R2,311-XYZ-ND\n1,C1,399-1096-1-ND',
      lines: ['R1,R2 | 2', 'C1 | 1'],
    },
    {
      name: 'designators, values and packages',
      text:
        'Designator,Value,Package,Quantity\n"R1, R2",10k,0603,2\nC1,100n,0402,1\nU1,STM32F103C8T6,LQFP-48,1',
      lines: ['R1,R2 | 2', 'C1 | 1', 'U1 | 1'],
    },
    {
      name: 'an assembler’s list',
      text: 'Comment,Designator,Footprint,LCSC\n10k,"R1,R2",R_0603_1608Metric,C25804\nSS34,D1,D_SMA,C8678',
      lines: ['R1,R2 | 2', 'D1 | 1'],
    },
    {
      name: 'references and values only',
      text: 'Reference,Value\nR1,10k\nR2,22k\nU1,LM358',
      lines: ['R1 | 1', 'R2 | 1', 'U1 | 1'],
    },
  ],
  4: [
    'MFG_PN',
    'Mfr Part No.',
    'MFG Part Num',
    'Manufacturer PN',
    'Manufacturer P/N',
    'Manufacturer Part',
    'Manufacturer_No',
    'Manufacturer Part Number 1',
    'Manufacturer part #',
    'PARTNO',
    'MP',
    'LibRef',
    'Name',
    'Part',
    '*Mfg Part #',
    'Mfr. No.',
    'M/N',
    'manf#',
    'Mfr_PN',
    'Part Number',
    'Manufacturer_Part_Number',
    'MANUFACTURER PART NO',
    'Mfr.Part#',
    'MfrPartNumber',
    'Manufacturer Product Number',
    'Mfg. P/N',
    'MFR_PN1',
    'Manuf. Part No',
    'Mfr PartNo',
    'MPN#',
    'Mfg_Part_Number',
    'Manufacturer Ref',
    'Vendor Part Number',
  ].map((header) => ({
    name: header,
    text:
      `Reference,Qty,${header},Description\n"R1,R2",2,${R},Resistor 10k\nC1,1,${C},Capacitor 100 nF\nU1,1,${U},Microcontroller`,
    lines: header === 'Vendor Part Number'
      ? ['R1,R2 | 2', 'C1 | 1', 'U1 | 1']
      : [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
  })),
  5: [
    'Quantity Per PCB',
    'Quantity 1',
    'Quan',
    'Qty1',
    'BOM Qty',
    'Build Quantity',
    'Qnty',
    'Qty Per Board',
    'Q-ty',
    'QTY.',
    'No. of parts',
    'Count',
    'Qty/Board',
    'Qty (pcs)',
    'Pcs',
    'Component Quantity',
    'QTY/PCB',
    'Total Qty',
    'Number',
  ].map((header) => ({
    name: header,
    text: `MPN,Manufacturer,${header}\n${R},Yageo,12\n${C},Murata,4\n${U},ST,4\nBAT54,Nexperia,3`,
    lines: [` | 12 | ${R} | Yageo`, ` | 4 | ${C} | Murata`, ` | 4 | ${U} | ST`, ' | 3 | BAT54 | Nexperia'],
  })),
  6: [
    'Parts',
    'Part',
    'Ref',
    'Customer Reference',
    'Identifier',
    '"Reference\nDesignator"',
    'Board Ref',
    'Part Reference',
    'Ref. Des.',
    'Refdes',
    'RefDesignator',
    'Reference(s)',
    'Designation',
    'Schematic Reference',
    'Location',
    'Position',
    'Component',
    'Designators',
    'Name',
    'Components',
    'Ref Designators',
    'Circuit Reference',
    'Part Designator',
  ].map((header) => ({
    name: header.replaceAll('"', '').replace('\n', ' '),
    text: `${header},Qty,MPN\n"R1, R2, R5",3,${R}\n"C1, C2",2,${C}\nU1,1,${U}`,
    lines: [`R1,R2,R5 | 3 | ${R}`, `C1,C2 | 2 | ${C}`, `U1 | 1 | ${U}`],
  })),
  7: [
    'MFG1',
    'MF',
    'MANU',
    'MFG Name',
    'Manufacturer(s)',
    'Manufacturer 1',
    'Mfr.',
    'Mfgr',
    'Brand',
    'Manufacturer_Name',
    'manf',
    'MANUFACTURER NAME',
    'Mfr Name',
  ].map((header) => ({
    name: header,
    text: `Ref,Qty,${header},MPN\n"R1,R2",2,Yageo,${R}\nC1,1,Murata,${C}\nU1,1,STMicroelectronics,${U}`,
    lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U} | STMicroelectronics`],
  })),
  8: [
    { name: 'a title', text: `Widget board rev 2,,\nMPN,Qty,Ref\n${R},1,R1`, lines: [`R1 | 1 | ${R}`] },
    {
      name: 'a program’s preamble',
      text:
        `Source:,board.sch\nDate:,1 May 2024\nTool:,Editor 7\nComponent Count:,3\n\nCollated Components:\n\nItem,Qty,Reference(s),Value,MPN\n1,2,"R1, R2",10k,${R}\n2,1,C1,100n,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'an address and labels',
      text:
        `Bill of Materials,,,,\n,,,,\nProject:,Widget,,Part Number:,ABC-123\nAuthor:,A. Person,,Quantity:,25\n,,,,\nItem,Quantity,Designator,Manufacturer,Manufacturer Part Number\n1,2,"R1, R2",Yageo,${R}\n2,1,C1,Murata,${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  9: [
    {
      name: 'a comma in the title of tabs',
      text: `Board X, 1 May 2020\n\nItem\tQty\tMPN\n1\t4\t${R}\n2\t1\t${U}`,
      lines: [` | 4 | ${R}`, ` | 1 | ${U}`],
    },
    { name: 'a rule line', text: `MPN\tQty\n____________\n${R}\t4`, lines: [` | 4 | ${R}`] },
    {
      name: 'a schematic program’s report',
      text:
        `Widget  Revised: Monday\n          Revision: A\n\nBill Of Materials      May 1,2020      10:00:00\tPage1\n\nItem\tQuantity\tReference\tPart\n______________________________________________\n\n1\t3\tC1,C2,C3\t100n\n2\t2\tR1,R2\t10k\n3\t1\tU1\t${U}\n4\t5\tR3,R4,R5,\t1k\n\t\tR6,R7\n`,
      lines: ['C1,C2,C3 | 3', 'R1,R2 | 2', 'U1 | 1', 'R3,R4,R5,R6,R7 | 5'],
    },
  ],
  10: [
    {
      name: 'columns by blanks',
      text:
        'Part     Value          Package      Library\n\nC1       100n           0603         rcl\nR1       10k            0603         rcl\nR2       10k            0603         rcl\nU1       LM358          SO8          linear\n',
      lines: ['C1 | 1', 'R1,R2 | 2', 'U1 | 1'],
    },
  ],
  11: [
    {
      name: 'number, count, designator',
      text: `${R}|4|R1 R2 R3 R4\n${C}|1|C1\n${U}|1|U1`,
      lines: [`R1,R2,R3,R4 | 4 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
    { name: 'one line', text: `${R}|4|R1`, lines: [`R1 | 4 | ${R}`], says: ['quantity_differs'] },
  ],
  12: [
    {
      name: 'words that are no flags',
      text: `Ref,MPN,Qty,DNP\nR1,${R},1,T\nR2,${R},1,Do not install\nC1,${C},1,\nU1,${U},1,perhaps`,
      lines: [`R1 | 1 | ${R} | | DNP`, `R2 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      says: ['do_not_place_unread'],
    },
  ],
  13: [
    {
      name: 'DNM',
      text: `Ref,MPN,Qty,DNM\nR1,${R},1,x\nC1,${C},1,`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'inverted',
      text: `Ref,MPN,Qty,Place (YES/NO)\nR1,${R},1,NO\nC1,${C},1,YES`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'Stuff',
      text: `Ref,MPN,Qty,Stuff\nR1,${R},1,N\nC1,${C},1,Y`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'On Board',
      text: `Ref,MPN,Qty,On Board\nR1,${R},1,no\nC1,${C},1,yes`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'Optional',
      text: `Ref,MPN,Qty,Optional\nR1,${R},1,yes\nC1,${C},1,`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'Fitted',
      text: `Ref,MPN,Qty,Fitted\nR1,${R},1,Not Fitted\nC1,${C},1,Fitted`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'in a value',
      text: `Ref,Value,Qty,MPN\nR1,10k DNP,1,${R}\nR2,DNP,1,${R}\nC1,100n,1,${C}`,
      lines: [`R1 | 1 | ${R} | | DNP`, `R2 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    ...[
      'No Populate',
      'DO NOT POPULATE',
      'No-Pop',
      'n/p',
      'D.N.P.',
      'unstuffed',
      'Not to be fitted',
      'NoFit',
      'No Assembly',
      'Depopulate',
      'N.C.',
      'not required',
    ].map((word) => ({
      name: `${word}, in a column of what is placed`,
      text:
        `Designator,Qty,MPN,Population\nR1,1,${R},Populated\nC1,1,${C},${word}\nU1,1,${U},\nU2,1,LM358DR,Populated`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C} | | DNP`, `U1 | 1 | ${U}`, 'U2 | 1 | LM358DR'],
    })),
    ...[
      'Non monté',
      'ne pas monter',
      'non câblé',
      'Nicht bestücken',
      'nicht gelötet',
      'non montare',
      'sin montar',
      'não montar',
      'niet plaatsen',
      'nie montować',
      'neosazovat',
      'не устанавливается',
      'не запаивать',
      '不焊接',
      '未贴',
      '空贴',
      '実装しない',
      '非実装',
      '미실장',
    ].map((words) => ({
      name: `${words}, in a note`,
      text: `Ref,MPN,Qty,Notes\nR1,${R},1,${words}\nC1,${C},1,check`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    })),
    {
      name: 'in a column of which nobody knows the name',
      text: `Ref,Qty,MPN,Zustand\nR1,1,${R},do not populate\nC1,1,${C},neosazovat\nU1,1,${U},ok`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C} | | DNP`, `U1 | 1 | ${U}`],
    },
    {
      name: 'not connected, beside a value',
      text:
        'Ref,Value,Qty\nR1,10k/NC,1\nR2,NC/10k,1\nC1,100nF_NC,1\nC2,NC(1uF),1\nR3,10k,1\nK1,SPST-NC,1\nK2,12V NC,1\nC3,10uF/NP,1',
      lines: [
        'R1 | 1 | | | DNP',
        'R2 | 1 | | | DNP',
        'C1 | 1 | | | DNP',
        'C2 | 1 | | | DNP',
        'R3 | 1',
        'K1 | 1',
        'K2 | 1',
        'C3 | 1',
      ],
    },
    {
      name: 'words that only sound like it',
      text:
        `Ref,MPN,Qty,Notes\nR1,${R},1,do not substitute\nC1,${C},1,no special handling\nU1,${U},1,heatsink not required\nJ1,61300311121,1,pin 3 not used`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`, 'J1 | 1 | 61300311121'],
    },
    {
      name: 'in a footprint',
      text: `Ref,Value,Footprint,Qty\nR1,10k,R_0603_DNP,1\nC1,100n,C_0603,1`,
      lines: ['R1 | 1 | | | DNP', 'C1 | 1'],
    },
    {
      name: 'in a note',
      text: `Ref,MPN,Qty,Notes\nR1,${R},1,Do not populate\nC1,${C},1,check polarity`,
      lines: [`R1 | 1 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'in the place of a number',
      text: `Ref,Qty,Manufacturer,MPN\nR1,1,,DNP\nC1,1,Murata,${C}`,
      lines: ['R1 | 1 | | | DNP', `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'behind a quantity',
      text: `Ref,Quantity Per PCB,MPN\n"R1 R2",2 (DNF),${R}\nC1,1,${C}`,
      lines: [`R1,R2 | 2 | ${R} | | DNP`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a section',
      text: `Ref,MPN,Qty\nC1,${C},1\n\nDo not place:,,\nR1,${R},1\n`,
      lines: [`C1 | 1 | ${C}`, `R1 | 1 | ${R} | | DNP`],
    },
    {
      name: 'not assembled, around a value',
      text:
        'Designator,Quantity,Designation,Package\nR1,1,NA(1k/R0603),R0603\nR2,1,NA/R0603,R0603\nR3,1,1k/R0603,R0603',
      lines: ['R1 | 1 | | | DNP', 'R2 | 1 | | | DNP', 'R3 | 1'],
    },
  ],
  14: [
    {
      name: 'counts and a date',
      text: `Reference,MPN,Qty\nR1,${R},1\n\nTotal parts:,1\nDate:,1 May`,
      lines: [`R1 | 1 | ${R}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'a grand total',
      text: `Reference,MPN,Qty,Price\nR1,${R},1,0.10\nC1,${C},2,0.02\nGrand total,,3,0.14`,
      lines: [`R1 | 1 | ${R}`, `C1 | 2 | ${C}`],
    },
    {
      name: 'sections',
      text: `MPN,Qty,Ref\nResistors,,\n${R},1,R1\nCapacitors,,\n${C},1,C1\nIntegrated circuits,,\n${U},1,U1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'a program’s footer',
      text:
        `Component,Description,Part,References,Value,Quantity Per PCB\n1,Resistor,R,R1 R2,10k,2\n2,Capacitor,C,C1,100n,1\n\nComponent Groups:,2\nComponent Count:,3\nFitted Components:,3\nNumber of PCBs:,1\nTotal components:,3\nSchematic Version:,2\nSchematic Date:,2020-01-01\nBoM Date:,1 May 2020\nSchematic Source:,board.sch\nKiCad Version:,5`,
      lines: ['R1,R2 | 2', 'C1 | 1'],
    },
    {
      name: 'a sum under the quantity alone',
      text: `Ref,MPN,Qty\nR1,${R},1\nC1,${C},1\n,,2`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a note below',
      text: `Ref,MPN,Qty\nR1,${R},1\nC1,${C},1\n\nAll resistors 1 % unless noted,,`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
  ],
  15: [
    {
      name: 'a row of its own',
      text: `Reference,MPN,Qty\nR1,${R},1\n,ERJ-3EKF1002V,\nC1,${C},1`,
      lines: [`R1 | 1 | ${R} | | | ERJ-3EKF1002V`, `C1 | 1 | ${C}`],
    },
    {
      name: 'with its manufacturer',
      text:
        `Item,Reference,Qty,Manufacturer,MPN\n1,R1,1,Yageo,${R}\n,,,Panasonic,ERJ-3EKF1002V\n,,,Vishay,CRCW060310K0FKEA\n2,C1,1,Murata,${C}`,
      lines: [
        `R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic; CRCW060310K0FKEA@Vishay`,
        `C1 | 1 | ${C} | Murata`,
      ],
    },
    {
      name: '"or" before it',
      text: `Ref,Qty,MPN,Manufacturer\nR1,1,${R},Yageo\nor,,ERJ-3EKF1002V,Panasonic\nC1,1,${C},Murata`,
      lines: [`R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'the same said of another part',
      text:
        `Designator,Qty,MPN,Description\nU1,1,SN74LVC1G07DCKR,"Buffer, open drain"\n,1,74LVC1G07GW,"Buffer, open drain"\n,4,M3X8-SCREW,"Screw"`,
      lines: ['U1 | 1 | SN74LVC1G07DCKR | | | 74LVC1G07GW', ' | 4 | M3X8-SCREW'],
    },
  ],
  16: [
    {
      name: 'columns of one name',
      text:
        `Reference,Qty,MPN,Manufacturer,MPN,Manufacturer\nR1,1,${R},Yageo,ERJ-3EKF1002V,Panasonic\nC1,1,${C},Murata,,`,
      lines: [`R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'the first is empty',
      text: `Reference,Qty,MPN,MPN2\nR1,1,,ERJ-3EKF1002V\nC1,1,${C},CL10B104KB8NNNC`,
      lines: ['R1 | 1 | ERJ-3EKF1002V', `C1 | 1 | ${C} | | | CL10B104KB8NNNC`],
    },
    {
      name: 'numbered pairs',
      text:
        `Reference,Qty,Manufacturer 1,Manufacturer Part Number 1,Supplier 1,Supplier Part Number 1,Manufacturer 2,Manufacturer Part Number 2\nR1,1,Yageo,${R},Digi-Key,311-10.0KHRCT-ND,Panasonic,ERJ-3EKF1002V\nC1,1,Murata,${C},Mouser,81-GRM188R71H104KA93D,,`,
      lines: [`R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'called alternates',
      text:
        `Ref,Qty,Manufacturer,MPN,Alternate Manufacturer,Alternate MPN\nR1,1,Yageo,${R},Panasonic,ERJ-3EKF1002V\nC1,1,Murata,${C},,`,
      lines: [`R1 | 1 | ${R} | Yageo | | ERJ-3EKF1002V@Panasonic`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  17: [
    {
      name: 'under "Part number"',
      text:
        'Count,Vendor,Part number\n4,Digikey,311-10.0KHRCT-ND\n1,Digikey,399-1096-1-ND\n2,Mouser,81-GRM188R71H104KA93D',
      lines: [' | 4', ' | 1', ' | 2'],
    },
    {
      name: 'one among part numbers',
      text: `Ref,Qty,MPN\nR1,1,${R}\nC1,1,${C}\nU1,1,497-6063-ND`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, 'U1 | 1'],
      says: ['number_of_a_distributor'],
    },
  ],
  18: [
    {
      name: 'a separator without quotation marks',
      text:
        'Maker;MPN;Order;\nYageo;RC0603FR-0710KL;12;\nMurata;GRM188R71H104KA93D;3;\nNexperia;BAT54;1;\nVishay;1N4148W;1;\nMolex; LLC;5031820852;6',
      lines: [
        ' | 12 | RC0603FR-0710KL | Yageo',
        ' | 3 | GRM188R71H104KA93D | Murata',
        ' | 1 | BAT54 | Nexperia',
        ' | 1 | 1N4148W | Vishay',
        ' | 6 | 5031820852 | Molex; LLC',
      ],
      says: ['row_mended'],
    },
  ],
  19: [
    {
      name: 'each part, then collated',
      text:
        `Individual Components:\n\nItem,Schematic,Reference(s),Value,MPN\n1,board.sch,R1,10k,${R}\n2,board.sch,R2,10k,${R}\n3,board.sch,C1,100n,${C}\n\n\nCollated Components:\n\nItem,Qty,Reference(s),Value,MPN\n1,2,"R1, R2",10k,${R}\n2,1,C1,100n,${C}\n`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'collated, then each part',
      text:
        `Collated Components:\n\nItem,Qty,Reference(s),Value,MPN\n1,2,"R1, R2",10k,${R}\n2,1,C1,100n,${C}\n\n\nIndividual Components:\n\nItem,Schematic,Reference(s),Value,MPN\n1,board.sch,R1,10k,${R}\n2,board.sch,R2,10k,${R}\n3,board.sch,C1,100n,${C}\n`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'the header again in the middle',
      text: `Ref,Qty,MPN\nR1,1,${R}\n\nRef,Qty,MPN\nC1,1,${C}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
  ],
  20: [
    {
      name: 'a group over two columns',
      text: `,,DistA,DistA\nMPN,Qty,Price,SKU\n${R},4,0.01,311-10.0KHRCT-ND\n${C},1,0.02,490-1532-1-ND`,
      lines: [` | 4 | ${R}`, ` | 1 | ${C}`],
    },
    {
      name: 'names over two rows',
      text:
        `Reference,Quantity,Manufacturer,Manufacturer\nDesignator,per board,name,part number\n"R1, R2",2,Yageo,${R}\nC1,1,Murata,${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  21: [
    {
      name: 'pieces and decimals',
      text: `MPN;Qty\n${R};4 pcs\n${C};4,0\n${U};1 Stk.`,
      lines: [` | 4 | ${R}`, ` | 4 | ${C}`, ` | 1 | ${U}`],
    },
    {
      name: 'a thousand in a file of decimal commas',
      text: `MPN;Menge;Preis\n${R};1.000;0,01\n${C};20;1,25`,
      lines: [` | 1000 | ${R}`, ` | 20 | ${C}`],
    },
    {
      name: 'nothing that says which',
      text: `MPN;Menge\n${R};1.000\n${C};20`,
      lines: [` | null | ${R}`, ` | 20 | ${C}`],
      says: ['quantity_ambiguous'],
    },
  ],
  22: [
    {
      name: 'a manufacturer before each number',
      text:
        'Ref,Qty,Manufacturer/MPN\nR1,1,Yageo RC0603FR-0710KL\nX1,1,"MTCONN UBAF-06082, FCI 10118192-0001LF"\nC1,2,Murata GRM188R71H104KA93D',
      lines: [
        'R1 | 1 | RC0603FR-0710KL | Yageo',
        'X1 | 1 | UBAF-06082 | MTCONN | | 10118192-0001LF@FCI',
        'C1 | 2 | GRM188R71H104KA93D | Murata',
      ],
    },
    {
      name: 'aligned lines',
      text:
        'Ref,Qty,Manufacturer,MPN\nR1,1,"Yageo\nPanasonic","RC0603FR-0710KL\nERJ-3EKF1002V"\nC1,1,Murata,GRM188R71H104KA93D',
      lines: [
        'R1 | 1 | RC0603FR-0710KL | Yageo | | ERJ-3EKF1002V@Panasonic',
        'C1 | 1 | GRM188R71H104KA93D | Murata',
      ],
    },
    {
      name: 'two numbers and a word between',
      text: 'Ref,Qty,MPN\nR1,1,RC0603FR-0710KL or ERJ-3EKF1002V\nQ1,1,"2N7002,215"\nU1,1,"74HC4067BQ\\,118"',
      lines: [
        'R1 | 1 | RC0603FR-0710KL | | | ERJ-3EKF1002V',
        'Q1 | 1 | 2N7002,215',
        'U1 | 1 | 74HC4067BQ,118',
      ],
    },
    {
      name: 'a spreadsheet’s numbers',
      text:
        'Ref,Qty,MPN\nJ1,1.0,61300311121.0\nR1,2.0,RC0603FR-0710KL\nD1,1.0,885342207005\nJ2,1.0,8.85012E+11',
      lines: [
        'J1 | 1 | 61300311121',
        'R1 | 2 | RC0603FR-0710KL',
        'D1 | 1 | 885342207005',
        'J2 | 1 | 8.85012E+11',
      ],
      says: ['number_lost'],
    },
  ],
  23: [
    {
      name: 'Comment beside a description',
      text:
        'Comment,Description,Designator,Footprint,LibRef,Quantity\n10k,Resistor,"R1, R2",0603,RES,2\n100nF,Capacitor,C1,0402,CAP,1\nLM358,Amplifier,U1,SOIC8,LM358DR,1',
      lines: ['R1,R2 | 2', 'C1 | 1', 'U1 | 1'],
    },
  ],
  24: [
    {
      name: 'French',
      text:
        'Repère;Quantité;Valeur;Fabricant;Référence fabricant\n"R1, R2";2;10k;Yageo;RC0603FR-0710KL\nC1;1;100n;Murata;GRM188R71H104KA93D',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'French, a layout program',
      text:
        '"Id";"Désignateur";"Empreinte";"Quantité";"Désignation";"Fournisseur et référence";\n1;"R2,R1";"R_0603";2;"10k";;;\n2;"C1";"C_0402";1;"100n";;;',
      lines: ['R2,R1 | 2', 'C1 | 1'],
    },
    {
      name: 'German',
      text:
        'Pos.;Anzahl;Bezeichner;Wert;Bauform;Hersteller;Herstellernummer;Bestellnummer\n1;2;R1 R2;10k;0603;Yageo;RC0603FR-0710KL;603-RC0603FR-0710KL\n2;1;C1;100n;0402;Murata;GRM188R71H104KA93D;81-GRM188R71H104KA93D',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'German, in short forms',
      text:
        'Anz.;Bauteil;Wert;Hst.;Hst.-Nr.;Lief.;Lief.-Nr.\n2;R1;10k;Yageo;RC0603FR-0710KL;Mouser;603-RC0603FR-0710KL\n3;C1;100n;Murata;GRM188R71H104KA93D;Mouser;81-GRM188R71H104KA93D',
      lines: [`R1 | 2 | ${R} | Yageo`, `C1 | 3 | ${C} | Murata`],
      says: ['quantity_differs'],
    },
    {
      name: 'Polish, with remarks',
      text:
        'Lp.;Oznaczenie;Ilość [szt.];Producent;Symbol producenta;Uwagi\n1;R1, R2;2;Yageo;RC0603FR-0710KL;\n2;C1;1;Murata;GRM188R71H104KA93D;nie montować, tylko w wersji B',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata | DNP`],
    },
    {
      name: 'German, inverted',
      text:
        'Referenz;Menge;Hersteller;Hersteller-Teilenummer;Bestückt\nR1;1;Yageo;RC0603FR-0710KL;nein\nC1;1;Murata;GRM188R71H104KA93D;ja',
      lines: [`R1 | 1 | ${R} | Yageo | DNP`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'short forms of French and Italian',
      text:
        'Rep.;Qté;Désignation;Réf. fabricant;Fabricant\nR1, R2;2;Résistance 10k;RC0603FR-0710KL;Yageo\nC1;1;Condensateur;GRM188R71H104KA93D;Murata',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Spanish',
      text:
        'Referencia;Cantidad;Valor;Encapsulado;Fabricante;Número de parte\nR1, R2;2;10k;0603;Yageo;RC0603FR-0710KL\nC1;1;100n;0402;Murata;GRM188R71H104KA93D',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Italian',
      text:
        'Riferimento;Quantità;Valore;Contenitore;Produttore;Codice produttore\nR1, R2;2;10k;0603;Yageo;RC0603FR-0710KL\nC1;1;100n;0402;Murata;GRM188R71H104KA93D',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Russian',
      text:
        'Поз. обозначение;Наименование;Кол-во;Производитель;Примечание\nR1, R2;RC0603FR-0710KL;2;Yageo;\nC1;GRM188R71H104KA93D;1;Murata;Не устанавливать',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata | DNP`],
    },
    {
      name: 'Russian, with a column of what is placed',
      text:
        '№;Наименование;Тип;Корпус;Количество;Позиционное обозначение;Производитель;Партномер;Монтаж\n1;Резистор;10 кОм;0603;2;R1, R2;Yageo;RC0603FR-0710KL;да\n2;Конденсатор;100 нФ;0603;1;C1;Murata;GRM188R71H104KA93D;нет',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata | DNP`],
    },
    {
      name: 'Chinese',
      text:
        '序号,位号,数量,封装,品牌,制造商型号,备注\n1,"R1,R2",2,0603,Yageo,RC0603FR-0710KL,\n2,C1,1,0402,Murata,GRM188R71H104KA93D,不贴',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata | DNP`],
    },
    {
      name: 'Chinese, with the numbers of a warehouse',
      text:
        '序号,物料编码,物料名称,规格型号,封装,用量,位号,品牌,供应商,备注\n1,R-0001,贴片电阻,10K ±1% 0603,0603,2,"R1,R2",国巨,立创商城,\n2,C-0001,贴片电容,100nF ±10% 50V X7R,0603,3,"C1,C2,C3",村田,立创商城,\n3,U-0001,单片机,STM32F103C8T6,LQFP48,1,U1,ST,立创商城,\n4,U-0002,运放,LM358DR,SOIC-8,1,U2,TI,立创商城,不贴',
      lines: ['R1,R2 | 2 | | 国巨', 'C1,C2,C3 | 3 | | 村田', 'U1 | 1 | | ST', 'U2 | 1 | | TI | DNP'],
    },
    {
      name: 'Chinese, with the manufacturer’s numbers for the warehouse’s',
      text: `序号,料号,品名,用量,位置\n1,${R},贴片电阻,2,"R1,R2"\n2,${C},贴片电容,1,C1\n3,${U},IC,1,U1`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'Japanese, with rows that are counted under a name for numbers',
      text:
        `品番,部品名,仕様,メーカー,数量,回路番号,実装\n1,抵抗,10k,YAGEO,2,"R1,R2",○\n2,コンデンサ,100n,村田,1,C1,×\n3,IC,LM358,TI,1,U1,○`,
      lines: ['R1,R2 | 2 | | YAGEO', 'C1 | 1 | | 村田 | DNP', 'U1 | 1 | | TI'],
    },
    {
      name: 'Japanese',
      text:
        '項番,部品番号,数量,型番,メーカー,備考\n1,"R1,R2",2,RC0603FR-0710KL,Yageo,\n2,C1,1,GRM188R71H104KA93D,村田製作所,未実装',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | 村田製作所 | DNP`],
    },
    {
      name: 'two languages in one header',
      text:
        '位号 Designator,数量 Qty,型号 MPN,厂家 Manufacturer\n"R1,R2",2,RC0603FR-0710KL,Yageo\nC1,1,GRM188R71H104KA93D,Murata',
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  26: [
    {
      name: 'line ends of all kinds',
      text: `MPN,Designator\r\n${R},R1\r\n${C},C1\n${U},U1\r`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
    { name: 'sep=', text: `sep=;\nMPN;Qty\n${R};2`, lines: [` | 2 | ${R}`] },
    { name: 'guards', text: `MPN,Qty\n'${R},2\n"=""${C}""",1`, lines: [` | 2 | ${R}`, ` | 1 | ${C}`] },
  ],
};
