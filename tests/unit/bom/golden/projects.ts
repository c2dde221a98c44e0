/** What lists of projects hold that no program wrote, each in a file made for these tests. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'STM32F103C8T6';

const fiveOf = (tens: number) => [1, 2, 3, 4, 5].map((n) => `D${tens}${n}`);

export const PROJECTS: Readonly<Record<string, readonly Golden[]>> = {
  'what the cells say against the name': [
    {
      name: 'shops where a part is bought, under a name of places',
      text:
        `Part,Location,Price,Quantity,Mfg Part Number\nresistor 10k,Digikey,0.10,2,${R}\nceramic 100n,Mouser,0.20,1,${C}\ncontroller,Digikey,3.10,1,${U}\nred LED,eBay,0.05,3,`,
      lines: [` | 2 | ${R}`, ` | 1 | ${C}`, ` | 1 | ${U}`, ' | 3'],
    },
    {
      name: 'shops under no name that is known',
      text:
        `Ref,Qty,MPN,Einkauf\nR1,1,${R},Digikey\nC1,1,${C},Mouser\nU1,1,${U},Digikey\nD1,1,BAT54S,Farnell`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`, 'D1 | 1 | BAT54S'],
    },
    {
      name: 'references of makes beside those of a shop',
      text:
        `Index,Qty,Description,Value,Ref. Mouser,References\n"R1, R2",2,Resistor,10k,603-${R},\nC1,1,Capacitor,100n,81-${C},Murata ${C}\nU1,1,controller,,511-${U},"Texas Instruments CD74HC595M, NXP 74HC595D,112"\nD1,1,diode,,621-1N4148W-F,Diodes Inc 1N4148W-7-F\nJ1,1,jack,,,https://shop.example/jack\nQ1,1,transistor,,863-MMBT3904LT1G,Texas Instruments or others OK`,
      lines: [
        'R1,R2 | 2',
        `C1 | 1 | ${C} | Murata`,
        'U1 | 1 | CD74HC595M | Texas Instruments | | 74HC595D,112@NXP',
        'D1 | 1 | 1N4148W-7-F | Diodes Inc',
        'J1 | 1',
        'Q1 | 1 |  | Texas Instruments',
      ],
    },
    {
      name: 'a library that names parts by their numbers and chips by their sizes',
      text:
        `Item,Qty,Reference,Part Name,Value\n1,1,U1,${U},\n2,2,C1 C2,C0402,100n\n3,2,R1 R2,R0402,10k\n4,1,U2,93LC56BT-I/OT,\n5,1,D1,SMAJ5.0A,\n6,1,R3,R0402,1k\n7,1,FB1,BEAD0603,\n8,1,U3,TPS2065DBVR,\n9,1,U4,TLV70025DDCR,\n10,1,D2,BAT54S,`,
      lines: [
        `U1 | 1 | ${U}`,
        'C1,C2 | 2',
        'R1,R2 | 2',
        'U2 | 1 | 93LC56BT-I/OT',
        'D1 | 1 | SMAJ5.0A',
        'R3 | 1',
        'FB1 | 1',
        'U3 | 1 | TPS2065DBVR',
        'U4 | 1 | TLV70025DDCR',
        'D2 | 1 | BAT54S',
      ],
    },
    {
      name: 'a code and a part number under each shop, beside counts of SMD and the cheapest supplier',
      text:
        `,,,Farnell,,,Digi-Key,,,,,\n#,Qty,Reference,Farnell Code,Farnell Part Number,Unit price,Part Number,Unit price,MOQ,THT,SMD,Best Supplier\n1,1,R1,2896373,${R},0.1,311-10.0KHRCT-ND,0.1,1,,1,Farnell\n2,2,"C1, C2",2627469,${C},0.1,490-1532-1-ND,0.1,1,,2,TME\n3,1,U1,1828829,${U},3.1,497-6063-ND,3.0,1,,1,Farnell`,
      lines: [`R1 | 1 | ${R}`, `C1,C2 | 2 | ${C}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'a remark below the name, and a number or a link',
      text:
        `Qty,RefDes,"MPN\nbold: no sub",DigiKey PN/link\n1,R1,${R},311-10.0KHRCT-ND\n1,C1,${C},490-1532-1-ND\n1,U1,${U},497-6063-ND`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
  ],
  'which column has the numbers': [
    {
      name: 'a second column that says what the first leaves out',
      text:
        `Reference,Qty,Value,Mfg,PN,manf#\n"R1,R2",2,10k,Yageo,${R},\nC1,1,100n,Murata,${C},\nU1,1,MCU,ST,${U},\nU2,1,driver,TI,,DRV8833PWP`,
      lines: [
        `R1,R2 | 2 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
        `U1 | 1 | ${U} | ST`,
        'U2 | 1 | DRV8833PWP | TI',
      ],
    },
    {
      name: 'symbols of a library, a few of which are called after a part',
      text:
        `Ref,Qnty,Value,Cmp name,Footprint\n"C1, C2,",2,100n,C,C_0402\n"R1, R2,",2,10k,R,R_0402\nR3,1,1k,R,R_0402\nD1,1,red,LED,LED_0603\nU1,1,${U},${U},LQFP-48`,
      lines: ['C1,C2 | 2', 'R1,R2 | 2', 'R3 | 1', 'D1 | 1', 'U1 | 1'],
    },
    {
      name: 'designators below another name',
      text:
        'Index,Qty,Description,Package\nSMT parts,,,\n"R1, R2",2,Resistor 1%,0603\n"C1, C2",2,electrolytic,D\nIC1,1,shift register,SOIC16\nIC2,1,ADC,SOIC14',
      lines: ['R1,R2 | 2', 'C1,C2 | 2', 'IC1 | 1', 'IC2 | 1'],
    },
    {
      name: 'order codes without a manufacturer',
      text:
        'Qty,Part,Value,Package,Order Code\n1,R4,10k,THT,850-9643\n2,"R1, R2",4.7k,0603,\n4,J1,header,2x5,33-2960',
      lines: ['R4 | 1', 'R1,R2 | 2', 'J1 | 4'],
    },
    {
      name: 'order numbers, some of the shop and some of the manufacturer',
      text:
        'Reference,Name,Manufacturer,Order ID,Retailer,Quantity\nA1,socket,Samtec,SSW-116-02-G-S,RS,2\nJ1,header,Würth,61300311121,RS,1\nRV1,trimmer,Vishay,249FGJSPXB25102KA,RS,1\nSW1,footswitch,,335-319,RS,1\nP1,supply,,436-058,RS,1',
      lines: [
        'A1 | 2 | SSW-116-02-G-S | Samtec',
        'J1 | 1 | 61300311121 | Würth',
        'RV1 | 1 | 249FGJSPXB25102KA | Vishay',
        'SW1 | 1',
        'P1 | 1',
      ],
    },
    {
      name: 'suppliers, and what they call the part behind each',
      text:
        'Id;Designator;Quantity;Designation;Supplier;Ref;Supplier;Ref\n1;R1,R2;2;4k7;;;;\n2;Q2;1;DMP1045U;Mouser;621-DMP1045U-7;TME;DMP1045U-7\n3;U5;1;MCP3426;Mouser;579-MCP3426A0E/MS;conrad;1083143 – 62',
      lines: ['R1,R2 | 2', 'Q2 | 1', 'U5 | 1'],
    },
    {
      name: 'numbers of shops',
      text:
        'Item #,Qty,Descripton,Vendor,PN,Cost\n1,1,clock module,UUGear,C1421,$19\n2,1,Zero W,PiShop,808-1,$10\n3,2,lens,PiShop,877-1,$31',
      lines: [' | 1', ' | 1', ' | 2'],
    },
    {
      name: 'numbers of a house below a name that leaves it open',
      text:
        `Item,Part Number,Description,Qty,Reference\n1,ACM-00017,CAP 100nF,3,"C1, C2, C3"\n2,ACM-00254,RES 10k,2,"R1, R2"\n3,ACM-00301,RES 1k,1,R3\n4,ACM-01002,MCU ${U},1,U1`,
      lines: ['C1,C2,C3 | 3', 'R1,R2 | 2', 'R3 | 1', 'U1 | 1'],
    },
  ],
  'what is no number': [
    {
      name: 'words of several kinds',
      text:
        `Ref,Qty,MPN\nXU1,1,14 Pin DIP Socket\nJ1,1,2x20 GPIO Female Header\nU1,1,${U}\nU2,1,BAT54S diode`,
      lines: ['XU1 | 1', 'J1 | 1', `U1 | 1 | ${U}`, 'U2 | 1 | BAT54S'],
    },
    {
      name: 'words of other scripts',
      text:
        '型号,位号,数量\n100nF 25V 0603电容,"C1,C2",2\n16PIN TYPE-C 母座,USB1,1\n四脚按键6*6*6,S1,1\nST-TF-003A 卡座,J1,1\nSTM32F103C8T6,U1,1\n9x9x12mm 散热器,无,3',
      lines: ['C1,C2 | 2', 'USB1 | 1', 'S1 | 1', 'J1 | 1 | ST-TF-003A 卡座', `U1 | 1 | ${U}`, ' | 3'],
    },
  ],
  'commas': [
    {
      name: 'a decimal comma within a number',
      text:
        'Ref;Qty;MPN;Manufacturer\nL1;1;DTX-27/0,022/30-H;Acme\nY1;1;O 25,0-JX32-B-1V3;Jauch\nR1;1;2N7002,215;Nexperia',
      lines: [
        'L1 | 1 | DTX-27/0,022/30-H | Acme',
        'Y1 | 1 | O 25,0-JX32-B-1V3 | Jauch',
        'R1 | 1 | 2N7002,215 | Nexperia',
      ],
    },
    {
      name: 'as many manufacturers as numbers',
      text: `Ref,Qty,MPN,Manufacturer\nR1,1,"NTCG163JF103FT1S,${R}","TDK,Yageo"`,
      lines: [`R1 | 1 | NTCG163JF103FT1S | TDK |  | ${R}@Yageo`],
    },
  ],
  'words between and behind numbers': [
    {
      name: 'alternates, whatever the word before them is',
      text:
        `Ref,Qty,Manufacturer,MPN\nU1,1,AMS or Diodes,AMS1117-3.3 alt. AZ1117CH-3.3TRG1\nU2,1,TI,LM358D alternate: LM358DR\nU3,1,TI,LM358D (alt: LM358DR)\nU4,1,TI,"LM393D, alternates: LM393DR, LM393DT"\nU5,1,AMS,"AMS1117-5.0\nalt. AZ1117CH-5.0TRG1"\nU6,1,TI,NE555D 2nd source: NE555DR\nU7,1,TI,TL072CDR 替代 TL072CDT\nU8,1,Alternate Power,ALT1250`,
      lines: [
        'U1 | 1 | AMS1117-3.3 | AMS | | AZ1117CH-3.3TRG1@Diodes',
        'U2 | 1 | LM358D | TI | | LM358DR',
        'U3 | 1 | LM358D | TI | | LM358DR',
        'U4 | 1 | LM393D | TI | | LM393DR; LM393DT',
        'U5 | 1 | AMS1117-5.0 | AMS | | AZ1117CH-5.0TRG1',
        'U6 | 1 | NE555D | TI | | NE555DR',
        'U7 | 1 | TL072CDR | TI | | TL072CDT',
        'U8 | 1 | ALT1250 | Alternate Power',
      ],
      says: ['several_parts_in_cell'],
    },
    {
      name: 'another that is allowed and not named',
      text:
        `Ref,Qty,Manufacturer,MPN\nU1,1,TI,LM358D or equivalent\nU2,1,TI,"LM393D, or equiv."\nU3,1,TI,NE555D (or similar)\nR1,1,Yageo or equivalent,${R}\nU4,1,TI,TL072CDR oder gleichwertig`,
      lines: [
        'U1 | 1 | LM358D | TI',
        'U2 | 1 | LM393D | TI',
        'U3 | 1 | NE555D | TI',
        `R1 | 1 | ${R} | Yageo`,
        'U4 | 1 | TL072CDR | TI',
      ],
    },
    {
      name: 'a blank, between two numbers and within one',
      text:
        'Ref,Qty,MPN\nC5,1,C0603C104J4RACTU VJ0603Y103JXJPW1BC\nB1,1,PTS645SL50SMTR92 LFS\nK1,1,G5LE-14 DC5\nY1,1,SG-210STF 12.0000ML3\nU1,1,ABCD123456 EFGH123456',
      lines: [
        'C5 | 1 | C0603C104J4RACTU | | | VJ0603Y103JXJPW1BC',
        'B1 | 1 | PTS645SL50SMTR92 LFS',
        'K1 | 1 | G5LE-14 DC5',
        'Y1 | 1 | SG-210STF 12.0000ML3',
        'U1 | 1 | ABCD123456 EFGH123456',
      ],
      says: ['several_parts_in_cell', 'number_with_words'],
    },
    {
      name: 'an alternate that a note names',
      text:
        `Ref,Qty,MPN,Notes\nIC2,1,W25Q80BLUXIG,Alternative Adesto AT25SF081-MAHD-T\nC1,1,${C},Alternate: GRM188R71H103KA01J/490-7213-1-ND\nR1,1,${R},alternate place of R2\nR2,1,,Alternate: ERJ-3EKF1002V`,
      lines: [
        'IC2 | 1 | W25Q80BLUXIG | | | AT25SF081-MAHD-T@Adesto',
        `C1 | 1 | ${C} | | | GRM188R71H103KA01J`,
        `R1 | 1 | ${R}`,
        'R2 | 1',
      ],
      says: ['alternate_in_note'],
    },
    {
      name: 'a number and its manufacturer in each other’s column',
      text:
        `Ref,Qty,Manufacturer,MPN\nD3,1,DESD2CAN2SOQ-7,Diodes Incorporated\nR1,1,Yageo,${R}\nC1,1,Murata,${C}`,
      lines: [
        'D3 | 1 | DESD2CAN2SOQ-7 | Diodes Incorporated',
        `R1 | 1 | ${R} | Yageo`,
        `C1 | 1 | ${C} | Murata`,
      ],
      says: ['number_and_manufacturer_swapped'],
    },
    {
      name: 'a shop’s number in brackets, and what a library calls a symbol',
      text:
        `Ref,Qty,MPN\nQ1,1,(D44VH10GOS-ND)\nR1,1,R-EU_R0603\nC1,1,CAP0603_1UF\nC2,1,C-USC0805\nU1,1,${U}\nC3,1,${C}`,
      lines: ['Q1 | 1', 'R1 | 1', 'C1 | 1', 'C2 | 1', `U1 | 1 | ${U}`, `C3 | 1 | ${C}`],
      says: ['number_of_a_distributor', 'no_number_in_word'],
    },
  ],
  'prices': [
    {
      name: 'at a quantity, which is none of the part’s',
      text:
        `Ref,Cost (qty 100),Price @ 1k,Unit price 10+,MPN,Qty 100,1k\nR1,2,1,3,${R},0.01,0.005\nU1,2,1,3,${U},1.02,0.90\n"C1,C2",2,1,3,${C},0.03,0.02`,
      lines: [`R1 | 1 | ${R}`, `U1 | 1 | ${U}`, `C1,C2 | 2 | ${C}`],
    },
    {
      name: 'named beside the shop whose numbers stand there',
      text:
        `Part,Value,Digikey Cost,(qty 100)\nC1,100n,478-5741-1-ND,"$0.09450 (.100"" lead spacing)"\nC2,100n,478-5741-1-ND,"$0.09450 (.100"" lead spacing)"\nL,Yellow,754-1212-ND,"$0.08250 3mm T1 yellow"\nRX,Yellow,754-1218-ND,"$0.07150 3mm T1 red"`,
      lines: ['C1,C2 | 2', 'L | 1', 'RX | 1'],
    },
    {
      name: 'below the lines, and a count that is not whole',
      text:
        `Reference,Quantity,Value\nR1,1,10k\nC1,1,100n\nW1,2.5,wire\n\nBoard count,6,\nPrice(per board),251.04999,\nPrice(total),1506.3,`,
      lines: ['R1 | 1', 'C1 | 1', 'W1 | 2.5'],
      says: ['quantity_not_whole'],
    },
  ],
  'names that are misspelt': [
    {
      name: 'long ones, and short ones whose cells agree',
      text: `Ref,Quantitiy,Vlaue,MPN\n"R1,R2",2,10k,${R}\nC1,1,100n,${C}`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
    },
    {
      name: 'a short one, where nothing else counts',
      text: `Item name,Qyt,MPN\nresistor,7,${R}\nceramic capacitor,3,${C}\ncontroller,1,${U}`,
      lines: [` | 7 | ${R}`, ` | 3 | ${C}`, ` | 1 | ${U}`],
    },
    {
      name: 'a short one beside one that is known',
      text: `Ref,Qyt,Qty,MPN\nR1,7,1,${R}\nC1,8,1,${C}\nU1,9,1,${U}`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
  ],
  'what is placed': [
    {
      name: 'places that are named behind a word for it',
      text:
        `Designator,Quantity,Manufacturer Part Number,Assembly Info\n"R1, R2, R3",3,${R},NF(R2)\n"C1, C2",2,${C},NF(C1 C2)\nU1,1,${U},`,
      lines: [`R1,R2,R3 | 3 | ${R}`, `C1,C2 | 2 | ${C} |  | DNP`, `U1 | 1 | ${U}`],
      says: ['some_not_placed', 'not_placed_by_word'],
    },
    {
      name: 'words run together in a column of nothing but such words',
      text:
        `References\tQty\tMPN\tConfig\nC2\t1\t${C}\tdnf\nJP1\t1\t61300311121\tnofit\nR1\t1\t${R}\t\nU1\t1\t${U}\tno-place\nR2\t1\tRC0603FR-0711KL\tlater\nR3\t1\tRC0603FR-0712KL\tnotfitted`,
      lines: [
        `C2 | 1 | ${C} | | DNP`,
        'JP1 | 1 | 61300311121 | | DNP',
        `R1 | 1 | ${R}`,
        `U1 | 1 | ${U} | | DNP`,
        'R2 | 1 | RC0603FR-0711KL',
        'R3 | 1 | RC0603FR-0712KL | | DNP',
      ],
      says: ['not_placed_by_word', 'do_not_place_unread'],
    },
    {
      name: 'a word for it where the supplier stands',
      text: `Ref,Qty,Value,Supplier,Supplier ref\n"TP1, TP2",2,TestPoint,np,\nR1,1,10k,Mouser,603-${R}`,
      lines: ['TP1,TP2 | 2 |  |  | DNP', 'R1 | 1'],
    },
    {
      name: 'a column about placing orders',
      text: `Identifier,Quantity,MPN,Can we place the order now?\nR1,1,${R},YES\nC1,1,${C},\nU1,1,${U},YES`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
  ],
  'rows': [
    {
      name: 'things below a title, which are no alternates of the line above it',
      text:
        `designator,quantity,value,pack,mpn,Digikey PN\nC1,1,100n,C_0603,${C},490-1532-1-ND\nR15,1,10k,R_0603,${R},311-10.0KHRCT-ND\nAccessories,,,,,\n,,,SMA connector,CAB.721,931-1189-ND\n,,,RF antenna,GW.34.5153,931-1190-ND`,
      lines: [`C1 | 1 | ${C}`, `R15 | 1 | ${R}`, ' | null | CAB.721', ' | null | GW.34.5153'],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'a row with a footprint of its own, which is no alternate',
      text:
        `Ref,Qty,Value,Footprint,MPN\nR15,1,10k,R_0603,${R}\n,,antenna,U.FL,GW.34.5153\n,,10k,R_0603,ERJ-3EKF1002V\nC1,1,100n,C_0603,${C}`,
      lines: [`R15 | 1 | ${R}`, ' | null | GW.34.5153', ' | null | ERJ-3EKF1002V', `C1 | 1 | ${C}`],
      says: ['quantity_missing'],
    },
    {
      name: 'a row whose cells are shifted',
      text:
        `Ref,Qty,Value,Footprint,MPN\nR1,1,10k,R_0603,${R}\nR6,1,x2,4.7k,\n"U3 OLED display, big",1,DISPLAY,U3,\nC1,1,100n,C_0603,${C}`,
      lines: [`R1 | 1 | ${R}`, 'R6 | 1', 'U3 OLED display,big | 1', `C1 | 1 | ${C}`],
      says: ['cells_shifted'],
    },
    {
      name: 'a legend of colours that speaks of what is not placed',
      text:
        `Qty,Value,Part,MPN\n1,10k,R1,${R}\nGREEN = stock,,,\n1,32 kHz,Y2,ABS07-32.768KHZ-T\n"YELLOW = option for RTC, do not populate",,,\n2,,J2 J3,PRPC010DFBN\n`,
      lines: [`R1 | 1 | ${R}`, 'Y2 | 1 | ABS07-32.768KHZ-T', 'J2,J3 | 2 | PRPC010DFBN'],
      says: ['legend_not_placed'],
    },
    {
      name: 'colours that are explained, in one cell or two',
      text:
        `Ref,Qty,MPN,Value\nR1,1,${R},10k\nD2,1,,Red\nGreen,optional parts,,\nyellow: DNP,,,\nU1,1,${U},\n\nBlue,in stock,,\nRed rows = not placed,,,`,
      lines: [`R1 | 1 | ${R}`, 'D2 | 1', `U1 | 1 | ${U}`],
      says: ['legend_not_placed', 'row_is_no_line'],
    },
    {
      name: 'counts of an assembler below the lines',
      text:
        `Qty,Value,Part,MPN\n1,10k,R1,${R}\n1,100n,C1,${C}\nNumber of SMT parts:,:,,235\nSMD solder joints:,:,235,`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'places that are called alike, by a letter, or with blanks',
      text:
        `Name,Designator,Quantity,Manufacturer Part\n8MHz,X,1,ABLS2-8.000MHZ\ntest,"GND,GND,GND",3,\n330u,"C  2,C  3",2,\n22u,C  4,1,`,
      lines: ['X | 1 | ABLS2-8.000MHZ', 'GND | 3', 'C2,C3 | 2', 'C4 | 1'],
    },
    {
      name: 'a row of nothing',
      text:
        `Id,Designator,Footprint,Quantity,Designation\n1,",,,,",,5,\n2,D1,DO35,1,1N4148\n3,R1,R_0603,1,10k`,
      lines: [' | 5', 'D1 | 1', 'R1 | 1'],
      says: ['nothing_named'],
    },
    {
      name: 'kinds of parts where designators should stand',
      text:
        `Identifier,Description,Quantity,Manufacturer,MPN\nCONNECTOR,socket 2 way,1,JST,B2B-PH-K-S\nCONNECTOR,socket 19 way,1,Samtec,CES-119-02-G-S\nMODULE,GPS,1,u-blox,PAM-7Q\nMODULE,accelerometer,1,Bosch,BMA400`,
      lines: [
        'CONNECTOR | 1 | B2B-PH-K-S | JST',
        'CONNECTOR | 1 | CES-119-02-G-S | Samtec',
        'MODULE | 1 | PAM-7Q | u-blox',
        'MODULE | 1 | BMA400 | Bosch',
      ],
    },
    {
      name: 'prices for rising quantities as names',
      text:
        `Board X,,,,\nPart,Desc.,Qty Per Board,1,100,500\nColumn1,Column2,Column3,Column4,Column5,Column6\n${R},10k 0603,5,$0.10,$0.05,$0.01\n${C},100n 0603,4,$0.10,$0.05,$0.01\n${U},MCU,1,$3.10,$2.05,$2.01`,
      lines: [` | 5 | ${R}`, ` | 4 | ${C}`, ` | 1 | ${U}`],
    },
    {
      name: 'a second row of names that says for how many boards',
      text:
        `№ поз,Part Number,Manufacturer,Designator,Количество на,,Стоимость для,\n,,,,1 плату,10 плат,1 платы,10 плат\n1,${R},Yageo,"R1, R2",2,20,1.10,9.10\n2,${C},Murata,C1,1,10,2.20,19.40`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'a blank within a name',
      text: 'Ref,Qty,Value\nSW1 SW 2,2,push button\nR1 R2,2,10k',
      lines: ['SW1,SW2 | 2', 'R1,R2 | 2'],
    },
    {
      name: 'things that nobody counted, among those that somebody did',
      text:
        'Description,Vendor,Quantity\nPrinted,,\ncase,,1\nBoards,,\nMain board,JLCPCB,\nTop panel,JLCPCB,\nHardware,,\nscrew M3,McMaster,4\nknob,Digikey,2\n,,\nSpare cable,Adafruit,',
      lines: [' | 1', ' | null', ' | null', ' | 4', ' | 2'],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'another thing for the same places, with a number of its own',
      text:
        `Ref,Qty,Description,MPN\n"SW1, SW2",2,switch 6 mm,TL1105SPF250Q\n"SW1, SW2",2,cap for switch,1RBLK\nR1,1,10k,${R}`,
      lines: ['SW1,SW2 | 2 | TL1105SPF250Q', 'SW1,SW2 | 2 | 1RBLK', `R1 | 1 | ${R}`],
      says: ['designator_twice'],
    },
    {
      name: 'approved parts, each in the words of its manufacturer',
      text:
        `Ref,Qty,Description,MPN,Manufacturer\nR1,1,RES 10K OHM 1% 1/10W 0603,${R},Yageo\nR1,1,RES SMD 10K OHM 1%,ERJ-3EKF1002V,Panasonic\nC1,1,CAP CER 100NF 16V,${C},Murata\nC1,1,MLCC 0.1uF X7R,CC0402KRX7R7BB104,Yageo`,
      lines: [
        `R1 | 1 | ${R} | Yageo |  | ERJ-3EKF1002V@Panasonic`,
        `C1 | 1 | ${C} | Murata |  | CC0402KRX7R7BB104@Yageo`,
      ],
    },
    {
      name: 'an alternate below, whose value is written in another way',
      text:
        `Ref,Qty,Value,MPN,Manufacturer\nC1,1,100n,${C},Murata\n,,0.1uF,CC0402KRX7R7BB104,Yageo\nR1,1,10k,${R},Yageo\n,,10k 1%,ERJ-3EKF1002V,Panasonic`,
      lines: [
        `C1 | 1 | ${C} | Murata |  | CC0402KRX7R7BB104@Yageo`,
        `R1 | 1 | ${R} | Yageo |  | ERJ-3EKF1002V@Panasonic`,
      ],
    },
    {
      name: 'a place that is written twice, and a panel that names each four times',
      text: 'Ref,Qty,Value\n"R1, R1, R2",3,10k\n"C1,C1,C2,C2",4,100n',
      lines: ['R1,R2 | 3', 'C1,C2 | 4'],
      says: ['quantity_differs'],
    },
    {
      name: 'things that nobody counted',
      text:
        'Designators,Description,Value,Count,Notes\nR1,,10k,1,\n,Self tapping screws,# 4 x 1/4,,for mounting\n,,,,\n,Remark,see above,,',
      lines: ['R1 | 1', ' | null'],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'what a mark refers to',
      text: `MPN,Description,Qty*,Price\n${R},10k,4,0.10\n${C},100n,2,0.20\n\n\n,,4,*) for this many boards`,
      lines: [` | 4 | ${R}`, ` | 2 | ${C}`],
    },
    {
      name: 'the same header again for another board, without designators',
      text:
        'Board A,,,\nQty,Package,Part,Price\n2,0805,10uF Cap,0.11\n3,0402,0.1uF Cap,0.01\nBoard B,,,\nQty,Package,Part,Price\n1,0805,10uF Cap,0.11\n5,0402,0.1uF Cap,0.01',
      lines: [' | 2', ' | 3', ' | 1', ' | 5'],
    },
    {
      name: 'words before the places that are left empty',
      text:
        `Ref Des,Qty,Description,MPN\nDNS D4,1,TVS diode,SP0503BAHTG\n"DNP: R3, R4",2,10k,${R}\nDNS,1,speaker,SP-1504\n"R5, DNP R6",2,10k,${R}\nC1,1,100n,${C}`,
      lines: [
        'D4 | 1 | SP0503BAHTG | | DNP',
        `R3,R4 | 2 | ${R} | | DNP`,
        ' | 1 | SP-1504 | | DNP',
        `R5,R6 | 2 | ${R}`,
        `C1 | 1 | ${C}`,
      ],
      says: ['not_placed_by_word', 'some_not_placed'],
    },
    {
      name: 'a second number of a shop below the line that it is of',
      text:
        `Ref,Description,MPN,Supplier,Supplier Part #,Qty,Cost\n"C1, C2",100n,${C},Digikey,490-1532-1-ND,2,0.10\n,,,Digikey,490-1532-6-ND,2,0.09\nU1,controller,${U},Digikey,497-6063-ND,1,3.10\n,,,Mouser,511-${U},1,3.05`,
      lines: [`C1,C2 | 2 | ${C}`, `U1 | 1 | ${U}`],
    },
    {
      name: 'a description in which a word of its own says that nothing is connected',
      text:
        'References\tQty\tDescription\nC1, C3\t2\tC N.C. 0805 M\nR4\t1\t10k / NC / 0603\nU2\t1\tLM7805 TO220 N.C. 5V DC\nSW1\t1\tpush button N.C.\nD1\t1\treed contact NC\nC4\t1\tC 100nF 0603',
      lines: ['C1,C3 | 2 | | | DNP', 'R4 | 1 | | | DNP', 'U2 | 1 | | | DNP', 'SW1 | 1', 'D1 | 1', 'C4 | 1'],
      says: ['read_as_not_placed'],
    },
    {
      name: 'an adapter for the places of another part, described in the second of two columns',
      text:
        `Qty,Manufacturer,MPN,Part Description,Description,Reference\n2,Renesas,6116SA15SOG,SRAM 2K x 8 SOIC,,"U1, U4"\n2,Chip Quik,PA0009,SOIC-24 to DIP-24 adapter,,"U1, U4"\n1,Yageo,${R},10k 0603,,R1\n2,ROHM,DAN601,,small signal diode array,"DA1, DA3"`,
      lines: [
        'U1,U4 | 2 | 6116SA15SOG | Renesas',
        'U1,U4 | 2 | PA0009 | Chip Quik',
        `R1 | 1 | ${R} | Yageo`,
        'DA1,DA3 | 2 | DAN601 | ROHM',
      ],
      says: ['designator_twice'],
    },
    {
      name: 'names that are misspelt',
      text:
        `Manufacterer,Descirption,Quantality,Part Numbr,Refernce Designator\nYageo,10k 0603,2,${R},"R1, R2"\nMurata,100n,1,${C},C1`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'a misspelt quantity beside a kind and a value',
      text: 'type,value,quantality\nR,300R,16\nR,10K,11\nC,100nF,4',
      lines: [' | 16', ' | 11', ' | 4'],
    },
    {
      name: 'German names of a list',
      text:
        `Stückliste Pos.,Stck,Bauteilkennzeichen,Bauteilbeschreibung,Herstellername,Hersteller-Nr.,Stückpreis\n1,2,"R1, R2",Widerstand 10k,Yageo,${R},"0,01"\n2,1,C1,Kondensator,Murata,${C},"0,02"`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Italian names of a list',
      text:
        `Sigla,Numero pezzi,Specifiche,Marchio,Codice produttore\n"R1, R2",2,resistenza 10k,Yageo,${R}\nC1,1,condensatore,Murata,${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Russian names of a list',
      text:
        `Обозначение по схеме,К-во,Производители,Партномер производителя\n"R1, R2",2,Yageo,${R}\nC1,1,Murata,${C}`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Chinese names of a list',
      text:
        `元器件位号,单位用量,制造商名称,制造商部件编号,备注说明\n"R1, R2",2,Yageo,${R},\nC1,1,Murata,${C},`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: 'Japanese names of a list',
      text: `実装位置,必要数量,製造メーカー,製造型番,備考欄\n"R1, R2",2,Yageo,${R},\nC1,1,Murata,${C},`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`],
    },
    {
      name: "a number of a shop's with a word of its language in it",
      text:
        `Designator,Quantity,Manufacturer Part,Manufacturer,Supplier,Supplier Part\nCN1,1,2.54-1*4P母,BOOMELE,LCSC,C2718488\nCN2,1,排针,BOOMELE,LCSC,C2718489\nR1,1,${R},Yageo,LCSC,C98220`,
      lines: ['CN1 | 1 | 2.54-1*4P母 | BOOMELE', 'CN2 | 1 | | BOOMELE', `R1 | 1 | ${R} | Yageo`],
      says: ['number_with_words', 'no_number_in_word'],
    },
    {
      name: 'boxes in which parts lie, under a name of places',
      text:
        'Part,#Needed,#Owned,Location\nATmega328,1,2,MCU box\n10k resistor,4,9,Box 7\n100n capacitor,6,9,Box 7\nproject box,2,2,Box 6',
      lines: [' | 1', ' | 4', ' | 6', ' | 2'],
    },
    {
      name: 'amounts below the table, named with brackets',
      text:
        `Reference,Quantity,Value,MPN\n"R1, R2",2,10k,${R}\nC1,1,100n,${C}\n,,,\nPrice(per board),251.04999,,\nPrice(total),1506.3,,`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`],
      says: ['row_is_no_line'],
    },
    {
      name: 'numbered names that say nothing are not taken for misspelt ones',
      text:
        `Reference,Quantity,Value,Field5,Field8\nR1,1,10k,Yageo,${R}\nC1,1,100n,Murata,${C}\nU1,1,STM32,STMicroelectronics,${U}`,
      lines: [`R1 | 1 | ${R} | Yageo`, `C1 | 1 | ${C} | Murata`, `U1 | 1 | ${U} | STMicroelectronics`],
    },
    {
      name: 'a printed list whose patterns run over the next columns, with lists of places wrapped',
      text: [
        'Bill of Material for board',
        '',
        ' Comment             Pattern     Quantity  Components',
        '-----------------------------------------------------------------',
        ...Array.from(
          { length: 20 },
          (_, i) =>
            ` ${10 + i}K                 CHIP_0805        1    R${
              10 + i
            }                          Resistor, thick film`,
        ),
        ...Array.from(
          { length: 9 },
          (_, i) =>
            ` ${10 + i}n                 CHIP_0805        5    ${fiveOf(i + 1).join(', ')}      Capacitor`,
        ),
        ' 6.8uH               INDUCTOR_5X5MM_VLC5045    1    L1                           Inductor',
        ' SMD-CRYSTAL-16MHZ-9PF-Resonator Resonator3.2x2.5    1    X4                           Crystal',
        ' Cap                 RAD-0.3         10    C5, C14, C15, C16, C17, C18  Capacitor',
        '                                           C19, C20, C21, C22',
        ' 100n                CAP-0805         7    S-C1, S-C2, S-C3, S-C4, S-C5 Capacitor',
        '                                           S-C6, S-C7',
        ' USB                                  3    USB_A, USB_B',
        '                                           USB_RPI',
      ].join('\n'),
      lines: [
        ...Array.from({ length: 20 }, (_, i) => `R${10 + i} | 1`),
        ...Array.from({ length: 9 }, (_, i) => `${fiveOf(i + 1).join(',')} | 5`),
        'L1 | 1',
        'X4 | 1',
        'C5,C14,C15,C16,C17,C18,C19,C20,C21,C22 | 10',
        'S-C1,S-C2,S-C3,S-C4,S-C5,S-C6,S-C7 | 7',
        'USB_A,USB_B,USB_RPI | 3',
      ],
    },
    {
      name: 'a mark in front of the places of a group, and of each point of a list',
      text:
        'Reference;Value;Qty\n>  C3, C4, C5, C6;100n;4\n>  J1-J3;Conn_01x04;3\nR1;220;1\n- R2;6.8k;1\n• R6, R7;4.7k;2\nU1;LM358;1',
      lines: ['C3,C4,C5,C6 | 4', 'J1,J2,J3 | 3', 'R1 | 1', 'R2 | 1', 'R6,R7 | 2', 'U1 | 1'],
    },
    {
      name: 'places that words and signs for “and” join, and words that only look so',
      text:
        'Reference;Value;Qty\nR1 and R2;10k;2\nC1, C2 und C3;100n;3\nR3 & R4;1k;2\nR5 + R6;2k;2\nD1 et D2;LED;2\nQ1 y Q2;BC847;2\nL1 e L2;10u;2\nU1 и U2;LM358;2\nJ_24Vin+GND_1 a SW_Rem_1;Screw terminal;2\nSW_Inc_3, SW_Dec_4 and SW_On_2;Button;3\nScrew and nut 2;M3;1',
      lines: [
        'R1,R2 | 2',
        'C1,C2,C3 | 3',
        'R3,R4 | 2',
        'R5,R6 | 2',
        'D1,D2 | 2',
        'Q1,Q2 | 2',
        'L1,L2 | 2',
        'U1,U2 | 2',
        'J_24Vin+GND_1,SW_Rem_1 | 2',
        'SW_Inc_3,SW_Dec_4,SW_On_2 | 3',
        'Screw and nut 2 | 1',
      ],
    },
    {
      name: 'a shop’s numbers below a reference, and part numbers below a name',
      text:
        'Componente;Nome;Produttore;Fornitore;RefNum;Quantità\nMicrocontrollore;PIC18F45K22;Microchip;Mouser;-;1\nMultiplexer;CD4051BE;Texas Instruments;Distrelec;173-47-370;1\nPresa Jack;-;-;Altri;-;2\nAmplificatore;AD826AN;Analog Devices;Distrelec;173-22-437;1\nRegolatore;LM317T;Texas Instruments;Distrelec;173-68-375;1\nComparatore;LM393N;Texas Instruments;Distrelec;300-68-375;1\nPulsante;-;-;Altri;-;1',
      lines: [
        '| 1 | PIC18F45K22 | Microchip',
        '| 1 | CD4051BE | Texas Instruments',
        '| 2',
        '| 1 | AD826AN | Analog Devices',
        '| 1 | LM317T | Texas Instruments',
        '| 1 | LM393N | Texas Instruments',
        '| 1',
      ],
    },
    {
      name: 'what a shop calls its things, below its reference',
      text:
        'Designation,Supplier,Core reference,Qty\nSmall board,DFRobot,SKU: DFR0339,1\nMotor,Pololu,SKU: POLOLU-1636 / SKU: ADA1201,1\nSwitch,Core,SKU: PRT-14330,2\nCharger,Core,SKU: ADA1904,1',
      lines: ['| 1', '| 1', '| 2', '| 1'],
    },
    {
      name: 'a shop’s sentence below a part of the same places, which is no alternate of it',
      text:
        'ID,Value,Type,P#\nR17 - R18,3.3K,Resistor,RC0603FR-073K3L\nU5,Expander,Interface,MCP23017-E/SP\nU7,3.3 V,Regulator,LM1117T-3.3/NOPB\nJ1 - J4,,Terminal Block,282834-8\nJ1 - J4,,Terminal Block,2.54mm 150V6A CE Rohs UL (2.54MM 8P)',
      lines: [
        'R17,R18 | 2 | RC0603FR-073K3L',
        'U5 | 1 | MCP23017-E/SP',
        'U7 | 1 | LM1117T-3.3/NOPB',
        'J1,J2,J3,J4 | 4 | 282834-8',
        'J1,J2,J3,J4 | 4 | 2.54mm 150V6A CE Rohs UL (2.54MM 8P)',
      ],
      says: ['designator_twice'],
    },
    {
      name: 'parts without a place below those that have one, with no more than a shop’s number or a package',
      text:
        'Repère;Valeur;Boîtier;LCSC;Quantité\nR1;220;0603;C22962;1\nC1,C2;100n;0603;C14663;2\nL1;10µH;0603;C86083;1\n;;1206;C89334;\n;nRF52840;QFN73;;',
      lines: ['R1 | 1', 'C1,C2 | 2', 'L1 | 1', '| null', '| null'],
      says: ['quantity_missing'],
    },
    {
      name: 'a part list of fixed width in which one list of places is longer than all others',
      text: [
        'Menge Wert            Device              Bauteile                            ',
        '',
        '2     1k              R-EU_R0603          R2, R9                              ',
        '1     4k7             R-EU_R0603          R8                                  ',
        '4     10k             R-EU_R0603          R1, R6, R12, R27                    ',
        ...Array.from({ length: 40 }, (_, i) => i + 50).map((n) =>
          `1     ${n}0R            R-EU_R0603          R${n}                                 `
        ),
        '9     100n            C-EUC0603K          C10, C11, C12, C13, C14, C15, C17, C18, C19',
        '1     120k            R-EU_R0603          R30                                 ',
        '6     BAS70-07S       BAS70-07S           D1, D2, D3, D4, D6, D8              ',
      ].join('\n'),
      lines: [
        'R2,R9 | 2',
        'R8 | 1',
        'R1,R6,R12,R27 | 4',
        ...Array.from({ length: 40 }, (_, i) => `R${i + 50} | 1`),
        'C10,C11,C12,C13,C14,C15,C17,C18,C19 | 9',
        'R30 | 1',
        'D1,D2,D3,D4,D6,D8 | 6',
      ],
    },
    {
      name: 'as many tabs between two cells as lead to the next column',
      text: [
        'Designators\t\tQty\tPart',
        '-----------\t\t---\t----',
        'C34-C41\t\t\t8\tCapacitor 22pF, 0805',
        'H1-H2\t\t\t2\tscrews M3',
        'C46, C47, C50, C51\t4\tCapacitor 47pF, 0805',
        'R1\t\t\t1\tResistor 10k, 0805',
      ].join('\n'),
      lines: ['C34,C35,C36,C37,C38,C39,C40,C41 | 8', 'H1,H2 | 2', 'C46,C47,C50,C51 | 4', 'R1 | 1'],
    },
    {
      name: 'the same header again for another board, with places that are called alike',
      text:
        `Board A:,,,\nReference,Qty,Value,PN\nJ1,1,DEV_USB,TYPC-14PLC\n"R1, R2",2,5.1k,RC0805FR-075K1L\nC1,1,100n,${C}\n,,,\nBoard B:,,,\nReference,Qty,Value,PN\nJ1,1,HOST_USB,CR860-E\n"R1, R2",2,10k,${R}`,
      lines: [
        'J1 | 1 | TYPC-14PLC',
        'R1,R2 | 2 | RC0805FR-075K1L',
        `C1 | 1 | ${C}`,
        'J1 | 1 | CR860-E',
        `R1,R2 | 2 | ${R}`,
      ],
      says: ['designator_twice'],
    },
  ],
};
