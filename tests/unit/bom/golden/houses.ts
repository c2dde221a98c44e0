/** Lists as fabricators and assemblers take them, and as they are written in more than one language. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'LM358DR';

/** More than a row has cells. */
const MANY = Array.from({ length: 250 }, (_, i) => `C${i + 10}`);

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
  'a shop’s own template': [
    {
      name: 'in which each row is called by its places',
      text:
        `Quantity,Description,LCSC Part Number,Package,Customer Part Number\n2,Resistor,C25804,0603,">  R1, R2"\n1,Capacitor,C14663,0603,C1\n3,Op amp,C7950,SOIC-8,">  U1, U2, U3"`,
      lines: ['R1,R2 | 2', 'C1 | 1', 'U1,U2,U3 | 3'],
    },
    {
      name: 'in which they are called by numbers that look alike',
      text:
        `Quantity,Description,LCSC Part Number,Package,Customer Part Number\n2,Resistor,C25804,0603,R1001\n1,Capacitor,C14663,0603,C2001\n3,Op amp,C7950,SOIC-8,U3001`,
      lines: [' | 2', ' | 1', ' | 3'],
    },
    {
      name: 'without a place in any row',
      text:
        `Comment,Designator,Footprint,JLCPCB Part #\n${R},,0603,C25804\n${C},,0603,C14663\n${U},,SOIC-8,C7950`,
      lines: [' | null', ' | null', ' | null'],
      says: ['quantity_missing'],
      saysNot: ['row_is_no_line'],
    },
    {
      name: 'that proposes parts of its own under the shop’s name',
      text:
        `序号,原始需求 封装,单套用量,位号,嘉立创推荐用料 型号,嘉立创推荐用料 品牌,配单C编号\n1,0603,2,"R1,R2",${R},YAGEO(国巨),C98220\n2,0603,1,C1,${C},muRata(村田),C14663\n3,SOIC-8,1,U1,${U},TI(德州仪器),C7950`,
      lines: [
        `R1,R2 | 2 | ${R} | YAGEO(国巨)`,
        `C1 | 1 | ${C} | muRata(村田)`,
        `U1 | 1 | ${U} | TI(德州仪器)`,
      ],
    },
    {
      name: 'that parts places by slashes',
      text:
        `Qty,Value,Package,Parts\n4,0.1uF,C0603,C1 /  C2 /  C3 /  C37\n3,,LED0805,CHRG /  RDY /  STAT\n1,2k,R0603,R10`,
      lines: ['C1,C2,C3,C37 | 4', 'CHRG,RDY,STAT | 3', 'R10 | 1'],
      saysNot: ['quantity_differs'],
    },
    {
      name: 'that calls a place by a word with a slash in it',
      text: `Qty,Value,Parts\n1,Power,5V / 3.3V\n1,0.1uF,C1\n1,2k,R10`,
      lines: ['5V / 3.3V | 1', 'C1 | 1', 'R10 | 1'],
    },
  ],
  'a list by hand': [
    {
      name: 'with rows that a program put into quotation marks as a whole',
      text:
        `name,value,Quantity,LCSC code,price (€)\nResistor,100,1,C105588,0.13\n"Resistor,""5,1k"",2,C2907044,0.11"\nResistor,10k,11,C98220,0.28\n"Capacitor,""2,2u"",2,C4190,0.14"\nCapacitor,10n,2,C100042,0.23\n"Values, sizes, shops and, if known, prices"`,
      lines: [' | 1', ' | 2', ' | 11', ' | 2', ' | 2'],
      says: ['row_mended', 'row_is_no_line'],
    },
    {
      name: 'with sentences in quotation marks that have as many commas as a row',
      text:
        `Ref,Qty,Description,MPN\n"U5,U6",2,op amp,${U}\nR1,1,resistor,${R}\n"10k,0603,1%,100mW"\nC1,1,capacitor,${C}\n"CAP,CER,100nF,50V"\nJ2,1,header,PRPC002SAAN-RC\n"Approved:JD,AB,XY,2020"\n"R2,1,resistor,RC0603FR-0722KL"`,
      lines: [
        `U5,U6 | 2 | ${U}`,
        `R1 | 1 | ${R}`,
        `C1 | 1 | ${C}`,
        'J2 | 1 | PRPC002SAAN-RC',
        'R2 | 1 | RC0603FR-0722KL',
      ],
      says: ['row_mended', 'row_is_no_line'],
    },
    {
      name: 'with places that go on in the next row, and more of them than a row has cells',
      text:
        `Ref,Value,Qty,MPN,Manufacturer\n"R1,R2,R3,",10k,7,${R},Yageo\n"R4,R5,R6,R7"\nC1,100n,1,${C},Murata\n"C2,C3,",100n,252,${C},Murata\n"${
          MANY.join(',')
        }"`,
      lines: [
        `R1,R2,R3,R4,R5,R6,R7 | 7 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        `C2,C3,${MANY.join(',')} | 252 | ${C} | Murata`,
      ],
      saysNot: ['row_mended'],
    },
    {
      name: 'of which every row was put into quotation marks as a whole',
      text: `"Ref,Qty,MPN,Manufacturer"\n"R1,1,${R},Yageo"\n"""C1,C2"",2,${C},Murata"\n"U1,1,${U},TI"\n`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1,C2 | 2 | ${C} | Murata`, `U1 | 1 | ${U} | TI`],
      says: ['row_mended'],
    },
    {
      name: 'of one column, in quotation marks, with a comma in each cell',
      text: `"MPN"\n"2N7002,215"\n"BAV99,215"\n"BC847B,215"\n`,
      lines: [' | null | 2N7002,215', ' | null | BAV99,215', ' | null | BC847B,215'],
      saysNot: ['row_mended'],
    },
    {
      name: 'with fields that a program numbers because nobody named them',
      text:
        `ref,value,datasheet,footprint,Field1,Field2,Field3,Field4,Field5,Field6,Field7\nR1,10k,https://example.com/r,0603,,Yageo,${R},\nC1,100n,https://example.com/c,0603,,Murata,${C},\nD1,1N4148,,,,DC Components,1N4148WS-7-F,TME,1N4148-0805\nU1,op amp,,SOIC-8,,TI,${U},\nU2,op amp,,SOIC-8,,TI,LM324DR,`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        'D1 | 1 | 1N4148WS-7-F | DC Components',
        `U1 | 1 | ${U} | TI`,
        'U2 | 1 | LM324DR | TI',
      ],
    },
    {
      name: 'that says how often behind each row, without names of columns',
      text:
        'relay board for ESP-01S,,X1\ncontroller board ESP-01S,,X2\npower supply 5 V 2 A,,X1\nUSB plug with a cable,,X1\nwaterproof housing,,X3\nstandoffs M3 of brass,,X1',
      lines: [' | 1', ' | 2', ' | 1', ' | 1', ' | 3', ' | 1'],
    },
    {
      name: 'of which the crystals are all that has no names',
      text: `Ref,Qty,MPN\nX1,1,ABM8-16.000MHZ-B2-T\nX2,1,ABM8-12.000MHZ-B2-T\nX3,1,ABM8-25.000MHZ-B2-T`,
      lines: [
        'X1 | 1 | ABM8-16.000MHZ-B2-T',
        'X2 | 1 | ABM8-12.000MHZ-B2-T',
        'X3 | 1 | ABM8-25.000MHZ-B2-T',
      ],
    },
    {
      name: 'with marks of a web page around numbers',
      text: `Ref,Qty,MPN\nR1,1,\u200e${R}\u200e\nC1,1,\u200b ${C}\nU1,1,${U}\ufeff`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'with a product that has no number but a version',
      text: `Ref,Qty,Part Number\nU1,1,Raspberry Pi 3\nU2,1,${U}\nR1,1,${R}\nC1,1,${C}`,
      lines: ['U1 | 1 | Raspberry Pi 3', `U2 | 1 | ${U}`, `R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'with manufacturers that are left open',
      text: `Ref,Qty,MPN,Manufacturer\nR1,1,${R},any/open\nC1,1,${C},任意\nU1,1,${U},TI`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U} | TI`],
    },
  ],
  'two lists of the same names side by side': [
    {
      name: 'with a remark between them',
      text:
        `Electronics,,,,Mechanics,\nName,Quantity,Note,,Name,Quantity\n${U},1,,,Plate,1\nLM324DR,2,see https://example.com/a,,Bracket,3\nSS14,4,,,Screw M3,10`,
      lines: [` | 1 | ${U}`, ' | 2 | LM324DR', ' | 4 | SS14'],
      says: ['table_not_read'],
    },
    {
      name: 'is none: a table behind a column without a name',
      text: `,,Ref,Qty,MPN\nchecked,,R1,1,${R}\nchecked,,C1,1,${C}\nopen,,U1,1,${U}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
  ],
  "a shop's column that is nearly empty": [
    {
      name: 'is not asked about',
      text:
        'Designator,Footprint,Quantity,Value,LCSC Part #\n"C1, C17",0603,2,1uF,\nC2,1206,1,22uF,\nD1,0603,1,LED,\nJ1,JST_PH,1,S2B_PH,S2B-PH-SM4-TB(LF)(SN)\nQ1,SOT-23,1,AO3401A,\n"R10, R4",0603,2,10k,\nR3,0603,1,100K,\nU1,SOT-23-5,1,SPX3819,\nU3,SOT-23,1,HT7530,\nU4,QFN-20,1,ATtiny1616,\nU5,SC-70,1,74AHC1G86,',
      lines: [
        'C1,C17 | 2',
        'C2 | 1',
        'D1 | 1',
        'J1 | 1',
        'Q1 | 1',
        'R10,R4 | 2',
        'R3 | 1',
        'U1 | 1',
        'U3 | 1',
        'U4 | 1',
        'U5 | 1',
      ],
      asks: [],
    },
  ],
  'a product in capital letters': [
    {
      name: "is a number beside its manufacturer and the shop's number",
      text:
        'No.,Quantity,Comment,Designator,Manufacturer Part,Manufacturer,Supplier Part,Supplier\n1,1,PICO W,U3,PICO W,Raspberry Pi(树莓派),C7203003,LCSC\n2,1,TP4056,U5,TP4056,UMW(友台半导体),C725790,LCSC\n3,1,LED RED,LED1,LED RED,,,',
      lines: [
        'U3 | 1 | PICO W | Raspberry Pi(树莓派)',
        'U5 | 1 | TP4056 | UMW(友台半导体)',
        'LED1 | 1',
      ],
      says: ['number_with_words', 'no_number_in_word'],
    },
  ],
  'Mouser’s numbers under a plain name': [
    {
      name: 'are its own beside its name, also those of digits, and not where the makers’ stand',
      text:
        'Quantity,Designators,Part number,Supplier\n1,C1,647-UPM1J121MHD6TO,Mouser\n1,C2,80-C0603X104K5R3316,Mouser\n1,D1,78-SMBJ33A,Mouser\n1,D2,863-NRVBSS34FA,Mouser\n1,J1,538-39-28-1083,Mouser\n1,J2,200-2213-04,Mouser',
      lines: ['C1 | 1', 'C2 | 1', 'D1 | 1', 'D2 | 1', 'J1 | 1', 'J2 | 1'],
      says: ['number_of_a_distributor'],
    },
    {
      name: 'of makers beside its name stay theirs',
      text:
        `Quantity,Designators,Part number,Supplier\n1,C1,UPM1J121MHD6TO,Mouser\n1,C2,${C},Mouser\n1,D1,78-SMBJ33A,Mouser\n1,R1,${R},Mouser\n1,J1,39-28-1083,Mouser\n1,J2,22-03-5035,Mouser`,
      lines: [
        'C1 | 1 | UPM1J121MHD6TO',
        `C2 | 1 | ${C}`,
        'D1 | 1',
        `R1 | 1 | ${R}`,
        'J1 | 1 | 39-28-1083',
        'J2 | 1 | 22-03-5035',
      ],
    },
  ],
  'shops’ numbers under the name of a link': [
    {
      name: 'are numbers to look up',
      text:
        'Component,References,Value,Quantity,Datasheet\n1,D2,LED,1,732-4986-1-ND\n2,D1,D,1,BAV21W-FDICT-ND\n3,J1,Conn,1,ED2610-ND\n4,R1,1k,1,RR12P1.0KDCT-ND',
      lines: ['D2 | 1', 'D1 | 1', 'J1 | 1', 'R1 | 1'],
      asks: [],
      saysNot: ['nothing_to_look_up'],
    },
    {
      name: 'among links are links',
      text:
        `References,Quantity,MPN,Datasheet\nD2,1,LTST-C190KRKT,https://example.com/a.pdf\nD1,1,BAV21W,https://example.com/b.pdf\nR1,1,${R},RR12P1.0KDCT-ND`,
      lines: ['D2 | 1 | LTST-C190KRKT', 'D1 | 1 | BAV21W', `R1 | 1 | ${R}`],
    },
  ],
  'names that a project has no field for': [
    {
      name: 'are read behind what Altium writes in front of them',
      text:
        `#,#Column Name Error:Category,Designator,#Column Name Error:Manufacturer,#Column Name Error:Manufacturer Part Number,Quantity,Supplier Order Qty 1\n1,,C1,Murata,${C},2,2\n2,,R1,Yageo,${R},3,3\n3,,U1,TI,${U},1,1\n,,,,,6,0`,
      lines: [`C1 | 2 | ${C} | Murata`, `R1 | 3 | ${R} | Yageo`, `U1 | 1 | ${U} | TI`],
    },
  ],
  'a legend below the list': [
    {
      name: 'is none of its lines',
      text:
        `Reference,Description,MPN,Quantity\n"R1, R4",Resistor,${R},2\nC1,Capacitor,${C},1\n,,,\nLegende / Legend:,,,\nNicht bestückt,Not assembled,,\nDurchsteckmontage,Through-Hole technology,,`,
      lines: [`R1,R4 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'ends at a part, whatever its title',
      text: `Qty,MPN\n1,${R}\n,\nLegend:\nNot assembled,grey\n3,MX1A-E1NW\n4,LM358DR`,
      lines: [`| 1 | ${R}`, '| 3 | MX1A-E1NW', '| 4 | LM358DR'],
    },
    {
      name: 'ends at a place',
      text: 'Designator,Value\nR1,10k\nR2,22k\n,\nAbbreviations:\nTHT,through hole\nR3,47k\nC1,100n',
      lines: ['R1 | 1', 'R2 | 1', 'R3 | 1', 'C1 | 1'],
    },
    {
      name: 'has a title of no other words: parts may stand below those',
      text:
        `Designator,Description,MPN\nR1,Resistor,${R}\nC1,Capacitor,${C}\n,,\nKey components:,,\nL,Ferrite bead,`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, 'L | 1'],
    },
    {
      name: 'ends at an empty row',
      text:
        `Reference,Description,MPN,Quantity\nR1,Resistor,${R},1\n,,,\nLegend,,,\nNot assembled,grey,,\n,,,\nC1,Capacitor,${C},1`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
    },
  ],
};
