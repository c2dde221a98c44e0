/** What columns hold, where their names or the tabs between them do not say it, each in a file made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'LM358DR';

export const COLUMNS: Readonly<Record<string, readonly Golden[]>> = {
  'two counts without places': [
    {
      name: 'of which one is that of a board, in Chinese',
      text:
        `元件名称,型号,价格,数量,单块板消耗数量（个）\n电阻,${R},2.1,100,4\n电容,${C},3.9,50,2\n运放,${U},11,5,1`,
      lines: [`| 4 | ${R}`, `| 2 | ${C}`, `| 1 | ${U}`],
      asks: [],
    },
    {
      name: 'that disagree, and say the same of themselves',
      text: `MPN,Quantity,Count,Note\n${R},100,4,a\n${C},50,2,b\n${U},5,1,c\nBAV99,20,3,d`,
      lines: [`| 100 | ${R}`, `| 50 | ${C}`, `| 5 | ${U}`, '| 20 | BAV99'],
      asks: ['which_quantity'],
    },
    {
      name: 'of which one is that of an order',
      text: `MPN,Quantity,Order quantity\n${R},4,100\n${C},2,50\n${U},1,5\nBAV99,3,20`,
      lines: [`| 4 | ${R}`, `| 2 | ${C}`, `| 1 | ${U}`, '| 3 | BAV99'],
      asks: [],
    },
    {
      name: 'that differ in one row only',
      text: `MPN,Quantity,Count\n${R},4,4\n${C},2,2\n${U},1,1\nBAV99,3,4`,
      lines: [`| 4 | ${R}`, `| 2 | ${C}`, `| 1 | ${U}`, '| 3 | BAV99'],
      asks: [],
    },
  ],
  'numbers under another name': [
    {
      name: 'of the footprint, beside a manufacturer',
      text:
        `Ref,Value,Manufacturer,Footprint,Details\nR1,10k,Yageo,${R},RES 10K OHM 1% 0603\nC1,100nF,Murata,${C},CAP CER 0.1UF 50V 0603\nC2,100nF,Murata,${C},CAP CER 0.1UF 50V 0603\nU1,LM358,TI,${U},IC OPAMP 8SOIC\nU2,DNP,TI,${U},IC OPAMP 8SOIC`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        `C1,C2 | 2 | ${C} | Murata`,
        `U1 | 1 | ${U} | TI`,
        `U2 | 1 | ${U} | TI | DNP`,
      ],
    },
    {
      name: 'is none: footprints that are named for connectors',
      text:
        `Ref,Value,Manufacturer,Footprint\nJ1,2 pin,JST,B2B-PH-K-S\nR1,10k,Yageo,R_0603_1608Metric\nC1,100nF,Murata,C_0603_1608Metric\nU1,LM358,TI,SOIC-8_3.9x4.9mm_P1.27mm`,
      lines: ['J1 | 1 | | JST', 'R1 | 1 | | Yageo', 'C1 | 1 | | Murata', 'U1 | 1 | | TI'],
    },
  ],
  'names of a library beside values': [
    {
      name: 'without a header, and a place without a number',
      text:
        '1,1,U2,"25AA02E48-I/SN,25AA02E48-I/SN",25AA02E48-I/SN,SOP8\n2,3,C55 C57 C62,"CAPX_2,0.1uF",0.1uF,C0402\n3,2,C13-14,"CAPX_2,10nF,5%",10nF,C0402\n4,1,R4,"RESX,10K",10K,R0402\n5,2,R5 R6,"RESX,NC",NC,R0402\n6,2,BST BST1,"JWX_5,JW5057C",JW5057C,SOT23\n7,1,J1,CON5P_2P54,,CON5P',
      lines: [
        'U2 | 1',
        'C55,C57,C62 | 3',
        'C13,C14 | 2',
        'R4 | 1',
        'R5,R6 | 2 | | | DNP',
        'BST,BST1 | 2',
        'J1 | 1',
      ],
      saysNot: ['several_parts_in_cell'],
    },
    {
      name: 'without values that show it: nobody knows whether they are numbers',
      text:
        '1,1,U2,XTERN_A57_2,SOP8\n2,2,C57 C62,CAPX_NP2,C0402\n3,2,C13-14,CAPX_ALT3,C0402\n4,1,R4,RESX_US4,R0402\n5,1,J1,CON5P_2P54,CON5P',
      lines: [
        'U2 | 1 | XTERN_A57_2',
        'C57,C62 | 2 | CAPX_NP2',
        'C13,C14 | 2 | CAPX_ALT3',
        'R4 | 1 | RESX_US4',
        'J1 | 1 | CON5P_2P54',
      ],
      asks: ['which_part_number'],
    },
    {
      name: 'are none: numbers with a comma of their own',
      text:
        '1,1,U2,"74LVC02APW,118",74LVC02,TSSOP14\n2,1,U3,"74HC595D,118",74HC595,SO16\n3,1,U4,"CEZ30V,L3F",CEZ30V,SC-70\n4,1,U5,"74HC4051D,653",74HC4051,SO16\n5,1,U6,"PMEG3010ER,115",PMEG3010,SOD123\n6,1,U7,"BAV99,215",BAV99,SOT23',
      lines: [
        'U2 | 1 | 74LVC02APW,118',
        'U3 | 1 | 74HC595D,118',
        'U4 | 1 | CEZ30V,L3F',
        'U5 | 1 | 74HC4051D,653',
        'U6 | 1 | PMEG3010ER,115',
        'U7 | 1 | BAV99,215',
      ],
    },
  ],
  'no value at all': [
    {
      name: 'NA, where the other resistors have one',
      text:
        `Reference,Quantity,Value,Footprint,mfg_pn\nR1,1,10K,R_0603,${R}\nC1,1,100n,C_0603,${C}\nR2,1,22,R_0603,\nR3,1,22,R_0603,\nC2,1,1u,C_0603,\n"R7,R8",2,NA,R_0603,\nR9,1,N/A,R_0603,${R}\nJ1,1,N/A,CONN,`,
      lines: [
        `R1 | 1 | ${R}`,
        `C1 | 1 | ${C}`,
        'R2 | 1',
        'R3 | 1',
        'C2 | 1',
        'R7,R8 | 2 | | | DNP',
        `R9 | 1 | ${R}`,
        'J1 | 1',
      ],
      says: ['read_as_not_placed'],
    },
    {
      name: 'N/A in every row: nobody wrote values',
      text: `Reference,Quantity,Value,Footprint\nR1,1,N/A,R_0603\nC1,1,N/A,C_0603\nR2,1,N/A,R_0805`,
      lines: ['R1 | 1', 'C1 | 1', 'R2 | 1'],
      saysNot: ['read_as_not_placed'],
    },
  ],
  'one field in two spellings': [
    {
      name: 'of which each row fills one',
      text:
        `Reference,Qty,Value,MANUFACTURER,MF,Manufacturer,Manufacturer Part,MP\nR1,1,10k,,,Yageo,${R},\nC1,1,100n,,,Murata,${C},\nU1,1,LM358,TI,,,,${U}\nD1,1,BAV99,,Nexperia,,,BAV99`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        `U1 | 1 | ${U} | TI`,
        'D1 | 1 | BAV99 | Nexperia',
      ],
    },
    {
      name: 'is none: alternates, of which one row has the second alone',
      text:
        `Reference,Qty,Value,Manufacturer,MPN,Manufacturer,MPN\nR1,1,10k,,${R},Yageo,RC0603JR-0710KL\nC1,1,100n,Murata,${C},,`,
      lines: [`R1 | 1 | ${R} | | | RC0603JR-0710KL@Yageo`, `C1 | 1 | ${C} | Murata`],
    },
  ],
  'several tabs to a gap': [
    {
      name: 'below a header with gaps of its own, and with other gaps in each row',
      text:
        `Ref\t\tQty\tMPN\t\t\tManufacturer\nR1,R2\t\t2\t${R}\tYageo\nC1\t\t\t1\t${C}\tMurata\nU1\t1\t\t${U}\t\tTexas Instruments`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U} | Texas Instruments`],
      asks: [],
    },
    {
      name: 'below a header with a tab between its names, and a row with an empty cell',
      text:
        `Ref\tQty\tMPN\tManufacturer\nR1,R2\t\t2\t${R}\tYageo\nC1\t\t\t1\t${C}\tMurata\nU1\t1\t\t${U}\t\tTexas Instruments\nD1\t\t\tBAV99\t\tNexperia`,
      lines: [
        `R1,R2 | 2 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        `U1 | 1 | ${U} | Texas Instruments`,
        'D1 | 1 | BAV99 | Nexperia',
      ],
      says: ['cells_shifted'],
    },
    {
      name: 'is none: a column without a name, filled where another is empty',
      text:
        `Ref\tQty\t\tMPN\tManufacturer\nR1\t1\tnew\t${R}\tYageo\nC1\t1\tnew\t${C}\nU1\t1\t\t${U}\tTexas Instruments`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C}`, `U1 | 1 | ${U} | Texas Instruments`],
    },
    {
      name: 'is none: a part number below no name, in a row that has none in its column',
      text: `Ref,Qty,MPN,,Manufacturer\nR1,1,${R},,Yageo\nC1,1,,${C},Murata\nU1,1,${U},,Texas Instruments`,
      lines: [`R1 | 1 | ${R} | Yageo`, 'C1 | 1 | | Murata', `U1 | 1 | ${U} | Texas Instruments`],
      says: ['cells_shifted'],
    },
    {
      name: 'is none: a part number behind the last name, in a row that has none in its column',
      text: `Ref,Qty,MPN\nR1,1,${R}\nC1,1,,${C}\nU1,1,${U}\nU2,1,STM32F103C8T6`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`, 'U2 | 1 | STM32F103C8T6'],
      says: ['row_mended'],
    },
  ],
  'part numbers in another column': [
    {
      name: 'that is called a description',
      text: `Item,Description,Qty\n1,${R},1\n2,${C},4\n3,${U},1\n4,STM32F103C8T6,1`,
      lines: [` | 1 | ${R}`, ` | 4 | ${C}`, ` | 1 | ${U}`, ' | 1 | STM32F103C8T6'],
      asks: [],
    },
    {
      name: 'beside an empty one for them',
      text: `Ref,Qty,MPN,Description\nR1,1,,${R}\nC1,1,,${C}\nU1,1,,${U}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      asks: [],
    },
    {
      name: 'is none: a description of sentences beside values',
      text:
        'Ref,Qty,Value,Description\nR1,1,10k,resistor for the divider\nC1,1,100n,capacitor near U1\nU1,1,LM358DR,amplifier of two channels',
      lines: ['R1 | 1', 'C1 | 1', 'U1 | 1'],
      says: ['nothing_to_look_up'],
      asks: [],
    },
    {
      name: 'of notes, which somebody has to confirm',
      text: `Ref,Qty,Note\nR1,1,${R}\nC1,1,${C}\nU1,1,${U}`,
      lines: ['R1 | 1', 'C1 | 1', 'U1 | 1'],
      says: ['nothing_to_look_up'],
      asks: ['which_part_number'],
    },
    {
      name: 'of values, nearly all of which are part numbers',
      text: `Ref,Qty,Value\nR1,1,${R}\nC1,1,${C}\nU1,1,${U}\nU2,1,STM32F103C8T6\nR2,1,10k`,
      lines: ['R1 | 1', 'C1 | 1', 'U1 | 1', 'U2 | 1', 'R2 | 1'],
      says: ['nothing_to_look_up'],
      asks: ['which_part_number'],
    },
  ],
  "numbers below a manufacturer's title": [
    {
      name: 'where no other column has them and schemes read them',
      text:
        `Ref,Value,Digikey,Manufacturer,Qty\nR1,10k,311-10.0KHRCT-ND,${R},1\nR2,1k,311-1.00KHRCT-ND,RC0603FR-071KL,1\nC1,100n,490-1532-1-ND,${C},1\nU1,MCU,497-6063-ND,${U},1\nX1,Header,1175-1629-ND,,1\nX2,Header,1175-1630-ND,CNC Tech 3220-10-0300-00,1`,
      lines: [
        `R1 | 1 | ${R}`,
        'R2 | 1 | RC0603FR-071KL',
        `C1 | 1 | ${C}`,
        `U1 | 1 | ${U}`,
        'X1 | 1',
        'X2 | 1 | 3220-10-0300-00 | CNC Tech',
      ],
      asks: [],
    },
    {
      name: 'that nobody reads are asked about',
      text:
        'Ref,Value,Digikey,Manufacturer,Qty\nX1,Plug,1175-1629-ND,QZ-88410-A,1\nX2,Socket,1175-1630-ND,WV-22017-C,1\nX3,Clip,36-54-ND,HQ-5501-B,1\nX4,Case,36-55-ND,YY-7003-D,1',
      lines: [
        'X1 | 1 | | QZ-88410-A',
        'X2 | 1 | | WV-22017-C',
        'X3 | 1 | | HQ-5501-B',
        'X4 | 1 | | YY-7003-D',
      ],
      asks: ['which_part_number'],
    },
    {
      name: "are a shop's by their shape, among names",
      text:
        `Ref,Value,MF,MPN,Qty\nY1,8MHz,490-1195-1-ND,CSTCR6M00G53-R0,1\nS3,Switch,CKN9104CT-ND,,1\nR1,10k,Yageo,${R},1`,
      lines: ['Y1 | 1 | CSTCR6M00G53-R0', 'S3 | 1', `R1 | 1 | ${R} | Yageo`],
      says: ['number_of_a_distributor'],
    },
    {
      name: 'are none: names with digits, and names among them',
      text:
        'Ref,Value,Manufacturer,Qty\nX1,Plug,3M,1\nX2,Socket,Yageo,1\nX3,Clip,3PEAK,1\nX4,Case,Hammond 1550,1',
      lines: ['X1 | 1 | | 3M', 'X2 | 1 | | Yageo', 'X3 | 1 | | 3PEAK', 'X4 | 1 | | Hammond 1550'],
      asks: [],
    },
  ],
  'places with a value in their cell': [
    {
      name: 'in brackets, behind a blank or a sign, for one place and for several',
      text:
        'Qty;Value;Package;Parts\n1;;C0805;C2(0.1UF)\n2;68;R0603;R1 R2 68 ohm\n1;;SOD123;D1: 3.3V Zener\n2;;C0603;"C5(10uF), C6(10uF)"\n1;BSS84;SOT23;Q1',
      lines: ['C2 | 1', 'R1,R2 | 2', 'D1 | 1', 'C5,C6 | 2', 'Q1 | 1'],
      says: ['value_beside_place'],
    },
    {
      name: 'without a column of values, as a shop takes a list that is pasted',
      text: '1,493-5946-ND,C1 10uF\n2,CF14JT68R0CT-ND,R1 R2 68 ohm\n1,ATTINY85-20PU-ND,U1\n1,450-1652-ND,SW1',
      lines: ['C1 | 1', 'R1,R2 | 2', 'U1 | 1', 'SW1 | 1'],
      says: ['value_beside_place'],
    },
    {
      name: 'are none: words behind the value that leave the part out, and other places',
      text:
        'Ref,Qty,Footprint\nR7 0R DNP,1,0603\nC3 100n NP,1,0603\nC1 = 100n (opt),1,0603\nR1 1k R2,1,0603\nC4 100n C5 1u,2,0603\nU1,1,SOIC-8',
      lines: [
        'R7 0R | 1',
        'C3 100n NP | 1',
        'C1 = 100n (opt) | 1',
        'R1 1k R2 | 1',
        'C4 100n C5 1u | 2',
        'U1 | 1',
      ],
      says: ['some_not_placed'],
      saysNot: ['value_beside_place'],
    },
    {
      name: 'are none: counts, ranges, units, pins and names with a blank',
      text:
        'Ref,Qty,Value\n"R1, R2 (2)",2,10k\nC1 to C3,3,100n\nU1(A),1,LM358\nJ1 Pin 3,1,Header\nSW1 SW 2,2,Button',
      lines: ['R1,R2 | 2', 'C1,C2,C3 | 3', 'U1(A) | 1', 'J1 Pin 3 | 1', 'SW1,SW2 | 2'],
      saysNot: ['value_beside_place'],
    },
  ],
  'what libraries say of a drawing': [
    {
      name: 'is no manufacturer, in the field of one',
      text:
        'Reference,Qty,Value,Manufacturer\nU2,1,ESP32-DEVKITC,Manufacturer Recommendations\nJ1,1,5034800800,Molex\nR1,1,10k,',
      lines: ['U2 | 1', 'J1 | 1 | | Molex', 'R1 | 1'],
    },
  ],
  'cells that were swapped': [
    {
      name: 'place and value, in single rows',
      text: `Ref,Qty,Value,MPN\n10k,1,R1,${R}\nR2,1,1k,RC0603FR-071KL\nC1,1,100n,${C}`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-071KL', `C1 | 1 | ${C}`],
      says: ['place_and_value_swapped'],
    },
    {
      name: 'a manufacturer with a digit in its name, and one that stands twice',
      text:
        `Ref,Qty,MPN,Manufacturer\nR1,1,${R},Yageo\nJ1,1,3M,929647-09-36-I\nL1,1,TDK,TDK\nU1,1,${U},Texas Instruments`,
      lines: [
        `R1 | 1 | ${R} | Yageo`,
        'J1 | 1 | 929647-09-36-I | 3M',
        'L1 | 1 | | TDK',
        `U1 | 1 | ${U} | Texas Instruments`,
      ],
      says: ['number_and_manufacturer_swapped', 'no_number_in_word'],
    },
  ],
  'marks that a legend explains': [
    {
      name: 'of which it says what is not marked',
      text: `Ref,Value,Qty,MPN\nU1*,LM358,1,LM358DR\nR1,10k,1,${R}\nParts without * are not placed,,,`,
      lines: ['U1 | 1 | LM358DR', `R1 | 1 | ${R}`],
      says: ['marked_not_placed', 'row_is_no_line'],
    },
    {
      name: 'that only the marked parts are placed',
      text:
        `Ref,Value,Qty,MPN\nU1,LM358*,1,LM358DR\nR1,10k,1,${R}\n"Only parts marked * are placed, do not place others",,,`,
      lines: ['U1 | 1 | LM358DR', `R1 | 1 | ${R}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'and that another source is optional',
      text:
        `Ref,Value,Qty,MPN\nU1*,LM358,1,LM358DR\nR1,10k,1,${R}\n* = see note 3; optional second source allowed,,,`,
      lines: ['U1 | 1 | LM358DR', `R1 | 1 | ${R}`],
      says: ['marked_not_placed'],
    },
    {
      name: 'with a remark on some, and a number in brackets on others',
      text:
        `Ref,Qty,MPN\nR1 (1),1,${R}\nR2*,1,RC0603FR-071KL\nU1**,1,LM358DR\nC1,1,${C}\n\n(1) do not populate\n* fitted\n** customer supplied`,
      lines: [`R1 | 1 | ${R} | | DNP`, 'R2 | 1 | RC0603FR-071KL', 'U1 | 1 | LM358DR', `C1 | 1 | ${C}`],
      says: ['marked_not_placed', 'row_is_no_line'],
    },
    {
      name: 'as letters in a column of their own',
      text:
        `Ref,Qty,MPN,Fit\nR1,1,${R},x\nR2,1,RC0603FR-071KL,o\nU1,1,LM358DR,x\n\nx = fitted,,,\no = not fitted,,,`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-071KL | | DNP', 'U1 | 1 | LM358DR'],
    },
    {
      name: 'at a place, at one of two places and at a value',
      text:
        `Ref,Value,Qty,MPN\nR1,10k,1,${R}\nR2*,1k,1,RC0603FR-071KL\n"R3, R4*",1k,2,RC0603FR-071KL\nC1,100n*,1,${C}\n\n* = do not fit,,,`,
      lines: [
        `R1 | 1 | ${R}`,
        'R2 | 1 | RC0603FR-071KL | | DNP',
        'R3,R4 | 2 | RC0603FR-071KL',
        `C1 | 1 | ${C} | | DNP`,
      ],
      says: ['marked_not_placed'],
    },
    {
      name: 'in front of the table, with a column for the mark',
      text:
        `Parts marked # are optional\nRef,Value,Qty,MPN,\nR1,10k,1,${R},\nR2,1k,1,RC0603FR-071KL,#\nU1,LDO,1,LT1763CS8#TRPBF,`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-071KL | | DNP', 'U1 | 1 | LT1763CS8#TRPBF'],
      says: ['marked_not_placed'],
    },
    {
      name: 'are none: signs drawn around a title, whose parts are below it',
      text:
        `Ref,Value,Qty,MPN\nR1,10k,1,${R}\n*** Do not place ***,,,\nR2,1k,1,RC0603FR-071KL\nR3,1k,1,RC0603FR-071KL`,
      lines: [`R1 | 1 | ${R}`, 'R2,R3 | 2 | RC0603FR-071KL | | DNP'],
    },
    {
      name: 'is none: a footnote that says something else',
      text: `Ref,Value,Qty,MPN\nR1,10k,1,${R}\nR2,1k*,1,RC0603FR-071KL\n\n* measured before assembly,,,`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-071KL'],
    },
  ],
  'two boards in one file': [
    {
      name: 'one below the other, with another header',
      text:
        `Board A,,,\nRef,Qty,MPN\nR1,1,${R}\nR2,1,RC0603FR-0711KL\n,,\nBoard B,,,\nRef,Qty,MPN,Supplier\nR1,1,ERJ-3EKF1002V,Mouser\nR2,1,ERJ-3EKF2202V,Mouser`,
      lines: ['R1 | 1 | ERJ-3EKF1002V', 'R2 | 1 | ERJ-3EKF2202V'],
      asks: ['which_table'],
    },
    {
      name: 'side by side',
      text:
        `Board A,,,,Board B,,\nRef,Qty,MPN,,Ref,Qty,MPN\nR1,1,${R},,R1,1,ERJ-3EKF1002V\nR2,1,RC0603FR-0711KL,,R2,1,ERJ-3EKF2202V\nC1,1,${C},,C1,1,GRM188R60J106ME47D`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-0711KL', `C1 | 1 | ${C}`],
      asks: ['which_table'],
    },
    {
      name: 'are none: the same parts once more, with their places alone and values written otherwise',
      text:
        `Ref,Qty,MPN,Value\nR1,1,${R},10k\nC1,1,${C},100n\nU1,1,${U},LM358\n,,,\nDesignator,Comment,Layer,Rotation\nR1,10kΩ 1%,Top,90\nC1,0.1uF,Top,0\nU1,LM358,Top,180`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      asks: [],
    },
    {
      name: 'one below the other, with a title alone between them',
      text:
        `Part,Value,Package\nC1,100n,0402\nC2,100n,0402\nR1,330,0402\nR2,10k,0402\n,,\nSensor,,\nC1,4.7uF,0402\nC2,100n,0402\nR1,330,0402\nR2,330,0402\nU1,MCP3421,SOT\nU2,MCP73831,SOT\nL1,10u,0603\nX1,USB,SMD`,
      lines: [
        'C1,C2 | 2',
        'R1 | 1',
        'R2 | 1',
        'C1 | 1',
        'C2 | 1',
        'R1,R2 | 2',
        'U1 | 1',
        'U2 | 1',
        'L1 | 1',
        'X1 | 1',
      ],
      says: ['designator_twice'],
    },
    {
      name: 'are none: titles of kinds of parts, and one place twice',
      text:
        'Part,Value,Package\nTop,,\nC1,100n,0402\nC2,100n,0402\nR1,330,0402\nBottom,,\nC3,100n,0402\nC2,100n,0402\nR2,330,0402',
      lines: ['C1,C2,C3 | 3', 'R1,R2 | 2'],
      says: ['designator_twice'],
    },
  ],
  'columns of what is placed': [
    {
      name: 'without a name, between tabs',
      text:
        `Ref\t\tValue\tMPN\tQty\nR1\t\t10k\t${R}\t1\nC1\tx\t\t${C}\t1\nU1\t\tLM358\tLM358DR\t1\nD1\tx\t1N4148\t\t2`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, 'U1 | 1 | LM358DR', 'D1 | 2'],
    },
    {
      name: 'with a mark that is a word for alternates elsewhere',
      text: `Ref,Qty,MPN,Notes\nR1,1,${R},\nR2,1,RC0603FR-071KL,o\nU1,1,${U},see o`,
      lines: [`R1 | 1 | ${R}`, 'R2 | 1 | RC0603FR-071KL', `U1 | 1 | ${U}`],
    },
    {
      name: 'with a word and what it means in each cell',
      text:
        `Ref,Qty,MPN,DNP\nR1,1,${R},\nR2,1,RC0603FR-071KL,DNP - DO NOT FIT\nC1,1,${C},\nU1,1,${U},customer supplied`,
      lines: [
        `R1 | 1 | ${R}`,
        'R2 | 1 | RC0603FR-071KL | | DNP',
        `C1 | 1 | ${C}`,
        `U1 | 1 | ${U}`,
      ],
      says: ['do_not_place_unread'],
    },
    {
      name: 'in words of which none is known',
      text: `Ref,Qty,MPN,Fitted\nR1,1,${R},always\nC1,1,${C},lab only\nU1,1,${U},always`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      says: ['do_not_place_unread'],
    },
    {
      name: 'are none: remarks of what is plugged in, and not soldered',
      text:
        `Ref,Qty,MPN,Remark\nR1,1,${R},do not solder\nU1,1,${U},"do not solder on PCB, use pinheader"\nU2,1,LM358DR,nicht einlöten: auf Sockel stecken\nJ1,1,,"do not solder, use wire instead"\nC1,1,${C},`,
      lines: [
        `R1 | 1 | ${R} | | DNP`,
        `U1 | 1 | ${U}`,
        'U2 | 1 | LM358DR',
        'J1 | 1 | | | DNP',
        `C1 | 1 | ${C}`,
      ],
      says: ['plugged_in', 'not_placed_by_word'],
    },
  ],
  'places and numbers under a vague name': [
    {
      name: 'references of a customer, in words where no place is',
      text:
        `Customer Reference,Quantity,Description,MPN\nenclosure,1,Box,1455C801\ndisplay,1,OLED,4650\njumper wires,1,Wires,1954\nC1,1,CAP,${C}\nC2 ~ C5,4,CAP,GRM188R61A106KE69D\n"R1, R2",2,RES,${R}\nU1,1,IC,${U}\nstandoffs,4,M3,24433\nknobs,2,Knob,1227-J\nfeet,4,Feet,SJ-5003\nscrews,8,M3,29311`,
      lines: [
        'enclosure | 1 | 1455C801',
        'display | 1 | 4650',
        'jumper wires | 1 | 1954',
        `C1 | 1 | ${C}`,
        'C2,C3,C4,C5 | 4 | GRM188R61A106KE69D',
        `R1,R2 | 2 | ${R}`,
        `U1 | 1 | ${U}`,
        'standoffs | 4 | 24433',
        'knobs | 2 | 1227-J',
        'feet | 4 | SJ-5003',
        'screws | 8 | 29311',
      ],
    },
    {
      name: 'are none: references of a customer that no quantity agrees with',
      text:
        `Customer Reference,Quantity,Description,MPN\nbig box,1,Box,1455C801\nA17,10,CAP,${C}\nA18,25,RES,${R}\nB3,5,IC,${U}\ndrawer,4,M3,24433\nshelf,2,Knob,1227-J\nshelf,4,Feet,SJ-5003\nwhite bag,8,M3,29311\nwhite bag,1,OLED,4650\nfront panel,1,Wires,1954\nback panel,2,Jack,PJ398SM\nlid,1,Foil,1528\nspare,3,Foil,1529\nspare,6,Foil,1530`,
      lines: [
        '| 1 | 1455C801',
        `| 10 | ${C}`,
        `| 25 | ${R}`,
        `| 5 | ${U}`,
        '| 4 | 24433',
        '| 2 | 1227-J',
        '| 4 | SJ-5003',
        '| 8 | 29311',
        '| 1 | 4650',
        '| 1 | 1954',
        '| 2 | PJ398SM',
        '| 1 | 1528',
        '| 3 | 1529',
        '| 6 | 1530',
      ],
    },
    {
      name: 'devices of a library that calls chips by their numbers',
      text:
        `Designator,Quantity,Footprint,Value,Device\nC1,1,C0603,100nF,${C}\n"C2,C3",2,C0603,10uF,GRM188R61A106KE69D\nR1,1,R0603,10k,${R}\nD1,1,SMA,,M7_C95872\nU1,1,SOIC-8,,${U}\nTP1,1,TP,,Test-Point`,
      lines: [
        `C1 | 1 | ${C}`,
        'C2,C3 | 2 | GRM188R61A106KE69D',
        `R1 | 1 | ${R}`,
        'D1 | 1 | M7',
        `U1 | 1 | ${U}`,
        'TP1 | 1',
      ],
      says: ['words_beside_number', 'no_number_in_word'],
    },
    {
      name: 'are none: devices of a library that calls chips by their kind',
      text:
        'Designator,Quantity,Package,Value,Device\nC1,1,C0603,100nF,C-EUC0603\n"C2,C3",2,C0603,10uF,C-EUC0603\nR1,1,R0603,10k,R-EU_R0603\nU1,1,SOIC-8,LM358,LM358D\nU2,1,SOT-23,MCP1700,MCP1700T-3302E/TT',
      lines: ['C1 | 1', 'C2,C3 | 2', 'R1 | 1', 'U1 | 1', 'U2 | 1'],
    },
    {
      name: 'comments beside the values, which are numbers nearly all',
      text:
        `Comment,Value,Designator,Footprint,Quantity\n${R},10k,R1,RESC1608,1\n${C},100nF,"C1, C2",CAPC1608,2\nRC0402FR-07100RL,100,R2,RESC1005,1\nNOT MOUNTED,,J1,1778764,1\nSN74LVC1G86DCKR,,U1,SC70,1\n${U},,U2,SOIC-8,1\nRC0402FR-07330RL,330,R3,RESC1005,1`,
      lines: [
        `R1 | 1 | ${R}`,
        `C1,C2 | 2 | ${C}`,
        'R2 | 1 | RC0402FR-07100RL',
        'J1 | 1 | | | DNP',
        'U1 | 1 | SN74LVC1G86DCKR',
        `U2 | 1 | ${U}`,
        'R3 | 1 | RC0402FR-07330RL',
      ],
      asks: [],
    },
    {
      name: 'are none: comments beside the values, of which some are numbers',
      text:
        `Comment,Value,Designator,Footprint,Quantity\nResistor,10k,R1,RESC1608,1\nCapacitor,100nF,"C1, C2",CAPC1608,2\nResistor,100,R2,RESC1005,1\nSN74LVC1G86DCKR,,U1,SC70,1\n${U},,U2,SOIC-8,1`,
      lines: ['R1 | 1', 'C1,C2 | 2', 'R2 | 1', 'U1 | 1', 'U2 | 1'],
    },
    {
      name: 'a column that is called after values and part numbers',
      text:
        `Quantity,Name,Value / Part number,Digikey part number\n1,Diode,BAS70XY,1727-2168-1-ND\n8,Capacitor,1uF,\n1,Inductor,47uH / LQH32CN470K53L,490-4063-1-ND\n2,Resistor,100,\n3,Resistor,10k,\n1,Op amp,${U},296-1395-1-ND`,
      lines: ['| 1 | BAS70XY', '| 8', '| 1 | LQH32CN470K53L', '| 2', '| 3', `| 1 | ${U}`],
    },
    {
      name: 'a number and its package, parted by a slash as the name says',
      text:
        '序号,商品编号,厂家型号/封装,商品名称,订购数量\n1,C55509,L78M05CDT-TR/DPAK,L78M05CDT-TR 编带,1片\n2,C46749,MCP1754T-3302E/OT/SOT-23-5,稳压器,2片\n3,C18560,8MHz 20pF/5032_2P,晶振,2个',
      lines: ['| 1 | L78M05CDT-TR', '| 2 | MCP1754T-3302E/OT', '| 2'],
    },
    {
      name: 'a number and a package that nobody knows, where each cell has one',
      text:
        '商品编号,厂家型号/封装,订购数量\nC55509,L78M05CDT-TR/DPAK,1\nC8077,ZMM75/LL-34,10\nC41846,XL-2838L/直插,1\nC34268,RS1G/SMA,5\nC2646,IRF840STRPBF/TO-263-2,1',
      lines: ['| 1 | L78M05CDT-TR', '| 10 | ZMM75', '| 1 | XL-2838L', '| 5 | RS1G', '| 1 | IRF840STRPBF'],
    },
    {
      name: 'a number with a slash of its own, where the name speaks of a package, too',
      text:
        'Ref,Qty,Manufacturer part number / package\nU1,1,PIC16F877A-I/PT\nU2,1,PIC16F877A-I/P\nU3,1,24LC256T-I/SN\nU4,1,LM358DR/SOIC-8\nU5,1,L78M05CDT-TR/DPAK',
      lines: [
        'U1 | 1 | PIC16F877A-I/PT',
        'U2 | 1 | PIC16F877A-I/P',
        'U3 | 1 | 24LC256T-I/SN',
        'U4 | 1 | LM358DR',
        'U5 | 1 | L78M05CDT-TR',
      ],
      says: ['words_beside_number'],
    },
    {
      name: 'a column without a name, in which numbers stand among words',
      text:
        `LDO 3.3V,LF33CPT-TRY,STMicroelectronics,1\nPower supply,"Universal (7.5V), 1A",,1\nOp amp,${U},TI,2\nSpeaker,small one from a radio,,1\nCapacitor,${C},Murata,4\nResistor,${R},Yageo,8`,
      lines: [
        '| 1 | LF33CPT-TRY | STMicroelectronics',
        '| 1',
        `| 2 | ${U} | TI`,
        '| 1',
        `| 4 | ${C} | Murata`,
        `| 8 | ${R} | Yageo`,
      ],
      says: ['no_number_in_word'],
    },
    {
      name: 'names of a form, which say what has to be filled in',
      text:
        `Reference (Required),Value (Required),Package (Required),Part Number (Required),Quantity (Required)\nR1,10k,0603,${R},1\n"C1,C2",100nF,0603,${C},2`,
      lines: [`R1 | 1 | ${R}`, `C1,C2 | 2 | ${C}`],
    },
  ],
  'a column of suppliers': [
    {
      name: 'with manufacturers and their numbers, and with shops and theirs',
      text:
        `Designator,Quantity,Designation,Supplier and ref\nL2,1,4.7nH,Murata LQW15AN4N7D10D\nU3,1,ATtiny1616,Microchip\nU4,1,DRV8231,TI\nC1,1,10u,Mouser 81-${C}\nC2,1,1u,C14663`,
      lines: [
        'L2 | 1 | LQW15AN4N7D10D | Murata',
        'U3 | 1 |  | Microchip',
        'U4 | 1 |  | TI',
        'C1 | 1',
        'C2 | 1',
      ],
      says: ['words_beside_number'],
    },
    {
      name: 'with the number of a shop that sells under its own, beside what it makes',
      text:
        `Ref,Qty,MPN,Supplier,Supplier number\nU1,1,${U},Shop,41017664 - Raspberry Pi\nU2,1,LM358DR,Shop,JST B5P-VH`,
      lines: [`U1 | 1 | ${U}`, 'U2 | 1 | LM358DR'],
    },
    {
      name: 'with a shop and its number in each cell',
      text:
        `Ref,Qty,Shop\nR1,1,Mouser 603-${R}\nU1,1,Digikey 296-1395-1-ND\nC1,1,LCSC C14663\nD1,1,Farnell 1081190`,
      lines: ['R1 | 1', 'U1 | 1', 'C1 | 1', 'D1 | 1'],
      saysNot: ['nothing_to_look_up'],
    },
  ],
  'rows without a quantity': [
    {
      name: 'of a thing that is ticked and named by its shop, among counted ones',
      text:
        `Item,Part Name,Acquired,Shop ID,Cost,Quantity\nRegulator,LM358DR,✓,,1.20,1\nXT-60 female,,✓,XT-60 F,?,\nBuzzer,NE555P,✓,,0.30,2\nLED green,BAV99,✓,,0.10,4\nConnectors,,,,,\nFET,${U},✓,,0.20,1`,
      lines: ['| 1 | LM358DR', '| null', '| 2 | NE555P', '| 4 | BAV99', `| 1 | ${U}`],
      says: ['quantity_missing', 'row_is_no_line'],
    },
  ],
  'counts under names for placing': [
    {
      name: 'a word for counting behind it',
      text:
        '部品名,回路リファレンス,実装数,型番\n抵抗,R1 R2,2,RC0603FR-0710KL\nヘッダ,P1 P2,1,61300311121\n基板,,1,',
      lines: ['R1,R2 | 2 | RC0603FR-0710KL', 'P1,P2 | 1 | 61300311121', ' | 1'],
      says: ['quantity_differs'],
      saysNot: ['do_not_place_unread'],
    },
    {
      name: 'numbers that are those of the designators',
      text:
        'Ref,Fitted,MPN\n"R1,R2",2,RC0603FR-0710KL\n"C1,C2,C4",3,GRM188R71H104KA93D\nU1,1,LM358DR\n"D1,D2",2,1N4148W\n"P1,P2",1,61300311121\nQ1,1,BSS138',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL',
        'C1,C2,C4 | 3 | GRM188R71H104KA93D',
        'U1 | 1 | LM358DR',
        'D1,D2 | 2 | 1N4148W',
        'P1,P2 | 1 | 61300311121',
        'Q1 | 1 | BSS138',
      ],
      says: ['quantity_differs'],
      saysNot: ['do_not_place_unread'],
    },
    {
      name: 'answers in digits',
      text:
        'Ref,Fitted,MPN\n"R1,R2",1,RC0603FR-0710KL\n"C1,C2,C4",1,GRM188R71H104KA93D\nU1,0,LM358DR\n"D1,D2",1,1N4148W',
      lines: [
        'R1,R2 | 2 | RC0603FR-0710KL',
        'C1,C2,C4 | 3 | GRM188R71H104KA93D',
        'U1 | 1 | LM358DR | | DNP',
        'D1,D2 | 2 | 1N4148W',
      ],
    },
  ],
  'a second column of values': [
    {
      name: 'that says the same in nearly all rows is none of part numbers, and says where it differs',
      text:
        `Qty,Value,Package,Parts,VALUE\n1,+5V,TO-252,U1,+12v\n1,74HC4052,SO16,U2,74HC4052\n1,ATMEGA328P,TQFP32,U3,ATMEGA328P_TQFP\n1,MMBT2222A,SOT23,Q2,MMBT2222A\n1,LED red,0805,LED1,\n1,10k,0603,R1,\n2,100n,0603,C1 C2,`,
      lines: ['U1 | 1', 'U2 | 1', 'U3 | 1', 'Q2 | 1', 'LED1 | 1', 'R1 | 1', 'C1,C2 | 2'],
      says: ['value_differs'],
      asks: [],
    },
    {
      name: 'that says something else is no second one',
      text:
        `Qty,Value,Package,Parts,VALUE\n1,regulator,TO-252,U1,MCP1700T-5002E/TT\n1,100n,0603,C1,GRM188R71H104KA93D\n1,10k,0603,R1,RC0603FR-0710KL\n1,1k,0603,R2,RC0603FR-071KL`,
      lines: [
        'U1 | 1 | MCP1700T-5002E/TT',
        'C1 | 1 | GRM188R71H104KA93D',
        'R1 | 1 | RC0603FR-0710KL',
        'R2 | 1 | RC0603FR-071KL',
      ],
      saysNot: ['value_differs'],
    },
  ],
};
