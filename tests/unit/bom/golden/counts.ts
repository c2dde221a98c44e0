/** Counts that have to be told from others: of boards, of orders, and those that were never computed. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const U = 'LM358DR';

export const COUNTS: Readonly<Record<string, readonly Golden[]>> = {
  'a total of several boards': [
    {
      name: 'beside columns that are called after the boards',
      text:
        `Part,MPN,Main,LED,Comm,Total,Mfr\nRes,${R},1,,2,3,Yageo\nCap,${C},7,,1,8,Murata\nOp amp,${U},,2,,2,TI\nLED,LTST-C190KGKT,4,4,,8,Lite-On`,
      lines: [
        `| 3 | ${R} | Yageo`,
        `| 8 | ${C} | Murata`,
        `| 2 | ${U} | TI`,
        '| 8 | LTST-C190KGKT | Lite-On',
      ],
      says: ['quantity_ambiguous'],
      saysNot: ['quantity_missing'],
    },
    {
      name: 'is none: sums beside places',
      text: `Designator,MPN,Main,LED,Total\nR1,${R},1,2,3\nC1,${C},3,2,5\nU1,${U},2,2,4`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
      saysNot: ['quantity_differs'],
    },
    {
      name: 'is none: sums of stocks beside an empty quantity',
      text: `MPN,Site 1,Site 2,Total,Qty\n${R},10,20,30,\n${C},20,20,40,\n${U},5,5,10,`,
      lines: [`| null | ${R}`, `| null | ${C}`, `| null | ${U}`],
    },
    {
      name: 'is none: sums of what warehouses have',
      text: `MPN,Warehouse 1,Warehouse 2,Total\n${R},10,20,30\n${C},20,20,40\n${U},5,5,10`,
      lines: [`| null | ${R}`, `| null | ${C}`, `| null | ${U}`],
    },
    {
      name: 'is none: whole prices behind other whole numbers',
      text: `Ref,MPN,Pins,Height,Total\nR1,${R},2,1,12\nC1,${C},2,1,15\nU1,${U},8,2,30`,
      lines: [`R1 | 1 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`],
    },
  ],
  'a count of places beside another quantity': [
    {
      name: 'of packets to buy',
      text:
        `Ref,Pieces on it,Value,Qty,Shop\n"R1,R2,R3",3,10k,1,Akizuki\n"C1,C2",2,100nF,1,Akizuki\n"R4,R5,R6,R7",4,1k,1,Akizuki\nU1,1,LM358,1,RS\n"SW1,SW2",2,6mm,2,Akizuki`,
      lines: ['R1,R2,R3 | 3', 'C1,C2 | 2', 'R4,R5,R6,R7 | 4', 'U1 | 1', 'SW1,SW2 | 2'],
      saysNot: ['quantity_differs'],
    },
    {
      name: 'is none: pins, which are as many by chance',
      text:
        `Designator,Qty,Pins,MPN\n"J1,J2",5,2,ABCD-2\n"R1,R2",5,2,${R}\n"D1,D2,D3",5,3,BAT54S\n"Q1,Q2,Q3",5,3,BC847B`,
      lines: [`J1,J2 | 5 | ABCD-2`, `R1,R2 | 5 | ${R}`, `D1,D2,D3 | 5 | BAT54S`, `Q1,Q2,Q3 | 5 | BC847B`],
      says: ['quantity_differs'],
    },
    {
      name: 'is none: a quantity that is wrong in one row',
      text:
        `Ref,Found,Value,Qty\n"R1,R2,R3",3,10k,3\n"C1,C2",2,100nF,2\n"R4,R5,R6,R7",4,1k,5\n"D1,D2",2,1N4148,2`,
      lines: ['R1,R2,R3 | 3', 'C1,C2 | 2', 'R4,R5,R6,R7 | 5', 'D1,D2 | 2'],
      says: ['quantity_differs'],
    },
  ],
  'a workbook of prices': [
    {
      name: 'stock, prices and pages below each shop, and quantities that nobody computed',
      text:
        `Global Part Info,,,,,,Digi-Key,,,,Mouser,,,\nRefs,Value,Manf,Manf#,Qty,Unit$,Avail,Unit$,Cat#,Doc,Avail,Ext$,Cat#,Doc\n"R1,R2",10k,Yageo,${R},0,$0.00,5925,$0.01,311-10.0KHRCT-ND,Link,7163,$0.00,603-${R},Link\nC1-C3,100nF,Murata,${C},0,$0.00,40480,$0.02,490-1532-1-ND,Link,4747,$0.00,81-${C},Link\nU1,LM358,TI,${U},0,$0.00,7748,$0.30,296-1395-1-ND,Link,3511,$0.00,595-${U},Link`,
      lines: [`R1,R2 | 2 | ${R} | Yageo`, `C1,C2,C3 | 3 | ${C} | Murata`, `U1 | 1 | ${U} | TI`],
      says: ['quantity_unread'],
      saysNot: ['quantity_differs'],
    },
    {
      name: 'is none: a list of what is not placed, of which nothing is asked for',
      text: `Designator,MPN,Qty,Populate\n"R1,R2",${R},0,DNP\nC1,${C},0,DNP\nU1,${U},0,DNP`,
      lines: [`R1,R2 | 0 | ${R} | | DNP`, `C1 | 0 | ${C} | | DNP`, `U1 | 0 | ${U} | | DNP`],
      saysNot: ['quantity_unread'],
    },
    {
      name: 'quantities that nobody computed, beside parts that are not placed',
      text: `Designator,MPN,Qty,Populate\n"R1,R2",${R},0,\nC1,${C},0,\nU1,${U},0,\nU2,${U},0,DNP`,
      lines: [`R1,R2 | 2 | ${R}`, `C1 | 1 | ${C}`, `U1 | 1 | ${U}`, `U2 | 0 | ${U} | | DNP`],
      says: ['quantity_unread'],
    },
    {
      name: 'is none: lines of which some ask for nothing',
      text: `Ref,MPN,Qty\n"R1,R2",${R},0\nC1,${C},1\nU1,${U},0`,
      lines: [`R1,R2 | 0 | ${R}`, `C1 | 1 | ${C}`, `U1 | 0 | ${U}`],
      says: ['quantity_differs'],
    },
  ],
  'no count at all': [
    {
      name: 'in a list of things beside the shop that sells them',
      text:
        'Item,Vendor,Price,Notes,Link\nThing board,SparkFun,$16,,https://www.sparkfun.com/products/13711\nPower boost,Adafruit,$20,or the 500C,https://www.adafruit.com/product/1944\n10k resistors,SparkFun,$0.95,a pack,https://www.sparkfun.com/products/11508',
      lines: ['| null', '| null', '| null'],
      says: ['quantity_missing'],
      asks: [],
    },
    {
      name: 'in a list of things beside their price and page',
      text:
        'Item,Price,Link\nWater sensor,1.46,https://www.ebay.de/itm/1\nBattery clip,0.60,https://www.ebay.de/itm/2\nNodeMCU,2.39,https://de.aliexpress.com/item/3',
      lines: ['| null', '| null', '| null'],
      says: ['quantity_missing'],
      asks: [],
    },
  ],
};
