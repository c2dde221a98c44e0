/** Where people put what in lists that they made by hand, each in a file made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

export const LAYOUTS: Readonly<Record<string, readonly Golden[]>> = {
  'another shop below a part': [
    {
      name: 'in a list that numbers its rows',
      text:
        'Item,Qty,Reference,Value,Footprint,RS-Components,Price\n1,7,"C1,C2,C3,C4,C5,C6,C7",10u,C_0603,103-4121,0.1\n2,2,"D1,D2",APA102,LED_2020,180-8087,0.6\n,,,,https://shop.example/1,485-3341 (Mouser),6.05\n,,,,https://shop.example/2,,32.26\n3,1,R1,10k,R_0603,740-8892,0.1\n4,1,USB cable,,,186-2818,3.39\n,,,,,B00I97P5NI (Amazon),0.98',
      lines: ['C1,C2,C3,C4,C5,C6,C7 | 7', 'D1,D2 | 2', 'R1 | 1', 'USB cable | 1'],
      saysNot: ['quantity_missing'],
    },
    {
      name: 'is none: a thing that nobody counted',
      text:
        'Item,Qty,Reference,Value,Footprint,RS-Components,Price\n1,7,"C1,C2,C3,C4,C5,C6,C7",10u,C_0603,103-4121,0.1\n2,2,"D1,D2",APA102,LED_2020,180-8087,0.6\n,,,Heat sink,,403-162,6.05\n3,1,R1,10k,R_0603,740-8892,0.1',
      lines: ['C1,C2,C3,C4,C5,C6,C7 | 7', 'D1,D2 | 2', '| null', 'R1 | 1'],
      says: ['quantity_missing'],
    },
  ],
  places: [
    {
      name: 'ranges with blanks under a name that says nothing of places, one of them in several rows',
      text:
        `ID,Value,Type,P#\nR1 - R4,10K,Resistor,${R}\nR1 - R4,22K,Optional resistor,RC0603FR-0722KL\nD1 - D2,LED,Green LED,WP383GDT\nD1 - D2,LED,Yellow LED,WP383YDT\nU1 - U2,Opto,Optocoupler,LTV-847\nU5,Expander,I/O expander,MCP23017-E/SP\nC1,100nF,Capacitor,${C}\nC2,10uF,Capacitor,GRM188R60J106ME47D\nOptional,9.1V,Zener diode,"BZX79-C9V1,113"`,
      lines: [
        `R1,R2,R3,R4 | 4 | ${R}`,
        'R1,R2,R3,R4 | 4 | RC0603FR-0722KL',
        'D1,D2 | 2 | WP383GDT',
        'D1,D2 | 2 | WP383YDT',
        'U1,U2 | 2 | LTV-847',
        'U5 | 1 | MCP23017-E/SP',
        `C1 | 1 | ${C}`,
        'C2 | 1 | GRM188R60J106ME47D',
        '| null | BZX79-C9V1,113',
      ],
      says: ['designator_twice', 'conditional_placed'],
    },
    {
      name: 'a column of places for each of two boards, which the quantity counts together',
      text: [
        'Top Unit\t\tBase Unit\tQty\tPart',
        '--------\t\t---------\t---\t----',
        'C34-C41\t\t\tC92\t\t9\tCapacitor 22pF, 0805',
        'C46-C47\t\t\t\t\t2\tCapacitor 47pF, 0805',
        '\t\t\tC81-C90\t\t10\tCapacitor 680pF, 0805',
        'C2-C6,C11-C12\t\tC52-C54\t\t10\tCapacitor 100nF, 0805',
        'R1-R5\t\t\tR120-R124\t10\tResistor 4.7k, 0805',
        '\t\t\tU12\t\t1\tcontroller',
      ].join('\n'),
      lines: [
        'C34,C35,C36,C37,C38,C39,C40,C41,C92 | 9',
        'C46,C47 | 2',
        'C81,C82,C83,C84,C85,C86,C87,C88,C89,C90 | 10',
        'C2,C3,C4,C5,C6,C11,C12,C52,C53,C54 | 10',
        'R1,R2,R3,R4,R5,R120,R121,R122,R123,R124 | 10',
        'U12 | 1',
      ],
    },
    {
      name: 'where parts stand on the board, which tells equal ones apart no more than it describes them',
      text:
        `Part,Value,Package,Position (mm)\nR1,10k,R0603,(1.72 34.29)\nR2,10k,R0603,(6.98 5.08)\nC1,100n,C0603,(24.76 5.08)\nC2,100n,C0603,(45.08 17.78)\nQ1,BSS138,SOT23,(2.54 12.7)`,
      lines: ['R1,R2 | 2', 'C1,C2 | 2', 'Q1 | 1'],
    },
  ],
  'a panel': [
    {
      name: 'whose cells name each place four times, one place or several',
      text:
        `Ref,Qty,Value,MPN\n"C4, C4, C4, C4",4,22u,${C}\n"R1, R1, R1, R1, R2, R2, R2, R2",8,10k,${R}\n"U1, U1, U1, U1",4,STM32,${U}\n"U2, U2, U2, U2",5,LDO,LM1117\nFID1,1,,`,
      lines: [`C4 | 4 | ${C}`, `R1,R2 | 8 | ${R}`, `U1 | 4 | ${U}`, 'U2 | 5 | LM1117', 'FID1 | 1'],
      says: ['places_repeated', 'quantity_differs'],
    },
    {
      name: 'that lists each place of each board in a row of its own',
      text:
        `Ref,Value,MPN\nR1,10k,${R}\nC1,100n,${C}\nU1,STM32,${U}\nR1,10k,${R}\nC1,100n,${C}\nU1,STM32,${U}\nR1,10k,${R}\nC1,100n,${C}\nU1,STM32,${U}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      says: ['places_repeated'],
    },
    {
      name: 'that lists the parts of each board once more',
      text:
        `Ref,Qty,Value,MPN\n"R1, R2",2,10k,${R}\nC1,1,100n,${C}\nU1,1,STM32,${U}\n"R1, R2",2,10k,${R}\nC1,1,100n,${C}\nU1,1,STM32,${U}`,
      lines: [
        `R1,R2 | 2 | ${R}`,
        `C1 | 1 | ${C}`,
        `U1 | 1 | ${U}`,
        `R1,R2 | 2 | ${R}`,
        `C1 | 1 | ${C}`,
        `U1 | 1 | ${U}`,
      ],
      says: ['places_repeated'],
    },
  ],
  'cells that stand where others should': [
    {
      name: 'places in the column of descriptions, behind a comma that nobody quoted',
      text:
        `Qty,Value,Package,Parts,Description,Remark\n2,10k,R0603,R1 R2,resistor,\n1,100n,C0603,C1,capacitor,\n2,OLED, 128x64,DISPLAY,U3 U4,display,\n1,STM32,QFP48,U1,controller,\n1,BSS138,SOT23,Q1,transistor,`,
      lines: ['R1,R2 | 2', 'C1 | 1', 'DISPLAY | 2', 'U1 | 1', 'Q1 | 1'],
      says: ['cells_shifted'],
    },
    {
      name: 'remarks on alternates below a list of places',
      text:
        `Part,Value,MPN\nRN4,1k,4608X-2-102LF\nC3,18p,GRM1885C1H180JA01D\nC4,18p,GRM1885C1H180JA01D\nR1,10k,${R}\nC1,100n,${C}\n,,\nRN4 alternate,is,4606X-2-102LF`,
      lines: [
        'RN4 | 1 | 4608X-2-102LF',
        'C3,C4 | 2 | GRM1885C1H180JA01D',
        `R1 | 1 | ${R}`,
        `C1 | 1 | ${C}`,
        'RN4 alternate | 1 | 4606X-2-102LF',
      ],
      says: ['designators_unsure'],
    },
  ],
  'a list without a header': [
    {
      name: 'with a number alone in front of what a shop calls each part, below its address',
      text: [
        'www.shop.example list with order numbers',
        '',
        '1 USB BW\t\tUSB socket, angled',
        '2 D-SUB ST09EU\t\tSub-D, male',
        '1 ATTINY2313DIP\t\tController',
        '1 12,0000-HC49U-S\tCrystal 12 MHz',
        '2 METALL 68,0\t\tResistor 68 Ohm',
      ].join('\n'),
      lines: [
        ' | 1',
        ' | 2 | D-SUB ST09EU',
        ' | 1 | ATTINY2313DIP',
        ' | 1 | 12,0000-HC49U-S',
        ' | 2 | METALL 68,0',
      ],
      says: ['quantity_in_number', 'row_is_no_line'],
    },
    {
      name: 'with counts in front, numbers of a shop in brackets, and as many tabs as lead to these',
      text: [
        'Power supply',
        '1x transformer 24V 4A \t(595-1093-ND)',
        '3x NPN 15A 80V transistor \t(D44VH10GOS-ND)',
        '1x current monitor\t\t(ZXCT1009FCT-ND)',
        '2x bridge rectifier 50V 6A\t(GBJ6005-FDI-ND',
        '1x dual op-amp\t\t(LT1013DS8#PBF-ND)',
      ].join('\n'),
      lines: [' | 1', ' | 3', ' | 1', ' | 2', ' | 1'],
      says: ['number_of_a_distributor', 'row_is_no_line'],
    },
  ],
  'rows that are no parts': [
    {
      name: 'a sum with a remark, and costs below all parts',
      text:
        `Sensor Parts,Price,Used,Total,Refs,Supplier P/N,Part Number,Notes\nSwitch,0.07,2,0.14,"SW1,SW2",MC74VHC1G66DFT1GOSCT-ND,MC74VHC1G66DFT1G,\n10K 1% resistors,0.01,2,0.02,"R3,R4",541-10.0KHCT-ND,CRCW060310K0FKEA,\nbypass cap,0.02,1,0.02,C1,490-1524-1-ND,GRM188R71E104KA01D,\nUSB interface,1.62,1,1.62,U1,768-1157-ND,FT240XQ,\nFerrite bead,0.02,1,0.02,L1,490-9702-1-ND,BLM18TG601TN1D,\nTotal for the sensor,,7,1.82,,,,Note: without postage\n,,,,,,,\nBubble envelope,0.17,1,0.17,,,,`,
      lines: [
        'SW1,SW2 | 2 | MC74VHC1G66DFT1G',
        'R3,R4 | 2 | CRCW060310K0FKEA',
        'C1 | 1 | GRM188R71E104KA01D',
        'U1 | 1 | FT240XQ',
        'L1 | 1 | BLM18TG601TN1D',
        ' | 1',
      ],
      says: ['row_is_no_line', 'nothing_named'],
    },
    {
      name: 'a legend of letters below the sum',
      text:
        `Designator,Name,Manufacturer,PN,Qty,Notes\nU1,MCU,ST,${U},1,CS\nC1,Bypass cap,Murata,${C},1,\n,,,,2,\nDNP,Do not populate,,,,\nCS,Customer supplied,,,,`,
      lines: [`U1 | 1 | ${U} | ST`, `C1 | 1 | ${C} | Murata`],
      says: ['row_is_no_line'],
    },
    {
      name: 'are some: a thing that nobody counted, whose sum comes to nothing, and no zeros alone',
      text:
        `Component name,Part number,Count,Unit price,Total price\nLED,,1,,0\nTransistor,MMBT3904-TP,1,0.1,0.1\n,,,,0\n1x3 pin header,,1,,0\nConnectors,,,,0\n2. Audio,,,,0\nAudio jack,PJ398SM,11,,0\nFemale header 2x8,,,,0\n,,,,0\n,,,,0\n,,,Total,0.1`,
      lines: ['| 1', '| 1 | MMBT3904-TP', '| 1', '| 11 | PJ398SM', '| null'],
      says: ['row_is_no_line', 'quantity_missing'],
    },
  ],
  'costs and sums': [
    {
      name: 'a quotation below the sum of a list with places',
      text:
        `Refs,Value,Footprint,Quantity,MPN,Price\nR1,10k,0603,1,${R},0.1\n"C1,C2",100n,0603,2,${C},0.2\nU1,,SOIC-8,1,${U},1.2\n,,,,Total component cost:,1.5\n,,Total component number:,4,,\n,,Quotation (5 boards),,,\n,,Manufacture,312,,\n,,Assembly,920,,\n,,Components,83,,\n,,Total,1315,,\nR9,22k,0603,1,RC0603FR-0722KL,0.1`,
      lines: [`R1 | 1 | ${R}`, `C1,C2 | 2 | ${C}`, `U1 | 1 | ${U}`, 'R9 | 1 | RC0603FR-0722KL'],
      says: ['row_is_no_line'],
    },
    {
      name: 'are none: what has no number, below a subtotal of a list of numbers',
      text:
        'MPN,Qty,Description\nLM358DR,2,opamp\nNE555DR,1,timer\nSubtotal,,\n,4,Screw M3\n,1,Enclosure\n,1,Antenna 868MHz\nTotal,,',
      lines: ['| 2 | LM358DR', '| 1 | NE555DR', '| 4', '| 1', '| 1'],
    },
    {
      name: 'are none: what is counted below the total of a list with places, but for a name and its price',
      text:
        'Ref,Value,Qty,Price\nR1,10k,1,0.1\nC1,100n,1,0.1\n,Total,,0.2\n,Enclosure,1,\n,M3 screw,4,0.1\n,Margin,,0.5\n,Total,5,',
      lines: ['R1 | 1', 'C1 | 1', '| 1', '| 4'],
      says: ['row_is_no_line'],
    },
    {
      name: 'are none: what is counted below a subtotal of a list without places',
      text: 'Item,Qty\nSpring,4\nScrew M3,10\nSubtotal,14\nHinge,2\nMotor bracket,1',
      lines: ['| 4', '| 10', '| 2', '| 1'],
    },
    {
      name: 'shipping, counted like the parts',
      text:
        `Description,Qty,MPN,Link\nResistor,4,${R},http://a.example\nCap,2,${C},http://a.example\nPCB,1,,http://b.example\nShipping,1,,http://a.example\nVersandkosten,1,,http://b.example`,
      lines: [`| 4 | ${R}`, `| 2 | ${C}`, '| 1'],
      says: ['row_is_no_line'],
    },
    {
      name: 'what each shop sold, below the prices of a list without places',
      text:
        'Shop number,name,value,Quantity,price\nC98220,Resistor,10k,11,0.28\nC14663,Capacitor,100n,26,0.56\nC28323,Capacitor,1u,1,0.24\nFull price,1.08,,,\nLCSC,0.84,,,\nJLCPCB,0.24,,,',
      lines: ['| 11', '| 26', '| 1'],
      says: ['row_is_no_line'],
    },
    {
      name: 'are none: what is used as needed, among the parts of each board',
      text:
        'Item,Qty,Material\nSpring,4,steel\nGlue,as needed,epoxy\nTape,2,kapton\nGlue,as needed,epoxy\nWire,2,copper\nGlue,as needed,epoxy',
      lines: ['| 4', '| null', '| 2', '| null', '| 2', '| null'],
      says: ['quantity_unread'],
    },
    {
      name: 'names of columns in a language that nobody knows, above each part of the list',
      text:
        'Power supply,,,\nAd,adet,amaç,sepet\nKlemens,2,VCC(1 adet) & GND (1adet),x\nFuse 25A,1,ters polarite olursa yanacak,x\n100nF,3,besleme filtrelemek,x\nRegulator,,,\nAd,adet,amaç,sepet\nLM317,1,referans voltaji vermek,x\n10k,2,voltaj bolmek,x\nControl,,,\nAd,adet,amaç,sepet\n880R,1,led direnci,x\nBC547,4,mosfet gate surmek,x\n1k,6,gate direnci,x\n47uF,2,besleme filtrelemek,x\n22k,1,akim ayari,x\n100k,8,pull down direnci,x\n1M,1,mosfet gate pull down,x\n4k7,3,led direnci,x\n330R,5,led direnci,x\n2k2,1,akim ayari,x',
      lines: [2, 1, 3, 1, 2, 1, 4, 6, 2, 1, 8, 1, 3, 5, 1].map((quantity) => `| ${quantity}`),
      says: ['row_is_no_line'],
    },
  ],
  'sums in one row': [
    {
      name: 'names and amounts by turns, below the lines',
      text:
        `Ref,MPN,Description,Qty,Cost/Part,Total Cost,Cost/Part (10),Total Cost (10)\nR1,RC0603FR-0710KL,Resistor,1,$0.10,$0.10,$0.02,$0.20\n,,Cable,2,$1.00,$2.00,$0.90,$18.00\n,,Total Placements:,3,Total Cost,$2.10,Total Cost,$18.20\n,,Through Hole Placements:,1,Cost/Unit,$2.10,Cost/Unit,$1.82`,
      lines: ['R1 | 1 | RC0603FR-0710KL', ' | 2'],
      says: ['row_is_no_line'],
    },
  ],
  'notes below the table that name places': [
    {
      name: 'which are left empty',
      text:
        'Description,Ref,MPN,Qty\nRes,"R1,R2",RC0603FR-0710KL,2\nBattery,BT1,VL-1220/VCN,1\nRes,R158,MCR01MZPJ000,1\nIC,U1,LM358DR,1\n,,,\n,"Do Not Install: R158, BT1,R2,C9,R100-R102",,\n,,,\n,REWORK INSTRUCTIONS,,',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL',
        'BT1 | 1 | VL-1220/VCN | | DNP',
        'R158 | 1 | MCR01MZPJ000 | | DNP',
        'U1 | 1 | LM358DR',
      ],
      says: ['row_is_no_line', 'marked_not_placed', 'some_not_placed'],
    },
    {
      name: 'among lines, where a place of no other row is a line of its own',
      text: 'Ref,Qty,MPN\n"R1,R2",2,RC0603FR-0710KL\nDNP: U1,,\nBT1,1,VL-1220/VCN\nDNP: BT1,,',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL', 'U1 | 1 | | | DNP', 'BT1 | 1 | VL-1220/VCN | | DNP'],
      says: ['row_is_no_line', 'marked_not_placed'],
    },
  ],
  'what parts are, who makes and who sells them': [
    {
      name: 'and nothing else',
      text:
        'Description\tManufacturer\tVendor\n______________________________________\n\nMultilayer Ceramic Capacitors 16V 3000pF X8R 0805 20%\tKemet\tMouser\nZener Diodes 5.6 Volt 1.3 Watt 2%\tVishay\tMouser\nThick Film Resistors 160 ohm 1% 200V\tYageo\tMouser',
      lines: [' | null | | Kemet', ' | null | | Vishay', ' | null | | Yageo'],
      says: ['nothing_to_look_up'],
    },
  ],
  'places that nothing parts': [
    {
      name: 'are as many as the pieces, and a name where they are not',
      text:
        'Reference,Qty,LCSC Part\nC1C2C4C10,4,C49678\nJ1J2,2,C131337\nMK1MK2TB1,3,C20197\nU1A1,1,C24112\nX1Y2,3,C9006\nR1,1,C17414',
      lines: ['C1,C2,C4,C10 | 4', 'J1,J2 | 2', 'MK1,MK2,TB1 | 3', 'U1A1 | 1', 'X1Y2 | 3', 'R1 | 1'],
      says: ['quantity_differs'],
    },
  ],
  'rows below one that asks for more than it names': [
    {
      name: 'are lines with a value and places of their own, or go on with its places',
      text:
        'Designator,Comment,Footprint,Part #,Manufacturer,Qty\n"C1,C2",10uF,0805,CL21A106KAYNNNE,Samsung,10\nY2,25MHz,SMD3225,X322525MOB4SI,YXC,5\nF1,Fuse,,No Part Selected,,\n"U4,U5",TMCStepstick,,No Part Selected,,\n"R1,R2,R3,",10k,0603,0603WAF1002T5E,UNI-ROYAL,5\n"R4,R5",,,,,',
      lines: [
        'C1,C2 | 10 | CL21A106KAYNNNE | Samsung',
        'Y2 | 5 | X322525MOB4SI | YXC',
        'F1 | 1',
        'U4,U5 | 2',
        'R1,R2,R3,R4,R5 | 5 | 0603WAF1002T5E | UNI-ROYAL',
      ],
      says: ['quantity_differs', 'quantity_counted', 'no_number_in_word'],
    },
  ],
  'signs explained below a numbered list': [
    {
      name: 'are no lines',
      text:
        'Nummer,Beschreibung,Anzahl,Variante A,Variante B\n1,Schraube,10,●,●\n2,Widerstand 330 Ohm,3,●**),●\n3,IC Sockel,1,○,—\n4,BME280,1,○,○\n,,,,\n●,notwendig,,,\n○,optional,,,\n—,nicht relevant,,,\n*),Nur mit DS18B20,,,\n**),kann weggelassen werden,,,',
      lines: [' | 10', ' | 3', ' | 1', ' | 1'],
      says: ['row_is_no_line'],
    },
  ],
  'names that nobody knows': [
    {
      name: 'stand above numbers of two kinds, and are no line',
      text:
        'Hluti,Fjoldi stk,Verd alls\nArduino Uno,1,105\nTengivir,18,14\nVidnam 220,5,2.5\nSkjar,1,3.5\nHnappur,1,2\nHitanemi,1,7.5',
      lines: [' | 1', ' | 18', ' | 5', ' | 1', ' | 1', ' | 1'],
      saysNot: ['quantity_unread'],
    },
    {
      name: 'in Romanian',
      text: 'Denumire,Nr. Bucăți,Preț total\nPlacă Arduino,1,105\nRezistori,5,2.5\nSenzor,2,7.5',
      lines: [' | 1', ' | 5', ' | 2'],
    },
    {
      name: 'are none where the first line has a number like the others',
      text:
        'LM358DR,as needed,n/a\nRC0603FR-0710KL,18,0.1\nBAV99,5,0.2\nGRM188R71H104KA93D,1,0.1\nBSS138,2,0.1',
      lines: [
        ' | null | LM358DR',
        ' | 18 | RC0603FR-0710KL',
        ' | 5 | BAV99',
        ' | 1 | GRM188R71H104KA93D',
        ' | 2 | BSS138',
      ],
    },
  ],
  'a list for each shop': [
    {
      name: "with a header of its own is a part of one, whose numbers are the shop's",
      text:
        'Mouser,,,\nName,Qty,Mouser P/N,Desc\nU6,1,912-KXRB5-2050,Accelerometer\n,,,\n,,,\nFarnell,,,\nName,Qty,Farnell P/N,Desc\n"C1, C20",2,1759432,1uF 0805\n"R1, R28, R29",3,1469899,220R 0805\nJ1,1,2293752,Micro-USB connector\nQ1,1,2467817,8MHz crystal',
      lines: ['U6 | 1', 'C1,C20 | 2', 'R1,R28,R29 | 3', 'J1 | 1', 'Q1 | 1'],
      asks: [],
    },
  ],
  'what it costs to have it sent': [
    {
      name: 'is no line, whoever asks for it',
      text:
        'Id,Symbol,Footprint,Quantity,Description,LCSC ID,Price\n1,Q6,TO-252-2,1,IRLZ44N,C2680878,2.11\n2,"R4,R6",R_0805,2,100R,C2907218,0.23\n3,C1,CP_Elec,1,470uF,C72518,0.57\n4,,LCSC Handling fee,1,,,3.00\n5,,LCSC Shipping,1,,,10.20\n6,,Local shipping,1,,,2.00\n7,,Express relay,1,,,2.00',
      lines: ['Q6 | 1', 'R4,R6 | 2', 'C1 | 1', '| 1'],
      says: ['row_is_no_line'],
    },
  ],
  'places in front of descriptions': [
    {
      name: 'where the column for places is empty, and as many as the pieces',
      text:
        'Qty,MPN,Reference Designator,Description\n4,BQ76925PWR,,"IC1-IC4, BMS"\n8,CR0805-JW-470ELF,,R1-R8 47R\n2,RC0805FR-0710KL,,"R43, R52 10k"\n1,SS14,,D1 SS14 diode\n1,W25Q128JVSIQ,,U4 W25Q128JVS\n3,PPPC031LFBN-RC,,J7-J8 1 by 3 header\n1,2223,,Cable',
      lines: [
        'IC1,IC2,IC3,IC4 | 4 | BQ76925PWR',
        'R1,R2,R3,R4,R5,R6,R7,R8 | 8 | CR0805-JW-470ELF',
        'R43,R52 | 2 | RC0805FR-0710KL',
        'D1 | 1 | SS14',
        'U4 | 1 | W25Q128JVSIQ',
        'J7,J8 | 3 | PPPC031LFBN-RC',
        '| 1 | 2223',
      ],
      says: ['quantity_differs', 'designators_unsure'],
    },
    {
      name: 'not where one word stands in front of each: sizes of screws',
      text:
        'Designator,Qty,Description\n,1,M3 nut\n,1,M4 nut\n,1,M5 nut\n,1,P1000 enclosure\n,1,J13009 transistor',
      lines: ['| 1', '| 1', '| 1', '| 1', '| 1'],
      saysNot: ['designators_unsure'],
    },
    {
      name: 'not where one word stands in front of each: numbers of parts',
      text:
        'Designator,Qty,Description\n,1,IC7805 regulator\n,1,Q8050 npn\n,1,D1117 reg\n,1,SS14 diode\n,1,U1 LM358',
      lines: ['| 1', '| 1', '| 1', '| 1', '| 1'],
      saysNot: ['designators_unsure'],
    },
    {
      name: 'are none where words are like places: screws, dielectrics',
      text:
        'Qty,MPN,Designator,Description\n1,BS-3-10,,M3 10mm screw\n1,BS-3-12,,M3 12mm screw\n1,BS-4-10,,M4 10mm screw\n1,GRM188R71H104KA93D,,X7R 100n\n1,LM358DR,,Amplifier',
      lines: ['| 1 | BS-3-10', '| 1 | BS-3-12', '| 1 | BS-4-10', '| 1 | GRM188R71H104KA93D', '| 1 | LM358DR'],
    },
  ],
};
