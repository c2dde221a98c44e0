/** Rows that name a thing and count it nowhere: parts of which the quantity is not stated, beside titles, notes and links that are none. */
import type { Golden } from './golden.ts';

const R = 'RC0603FR-0710KL';
const C = 'GRM188R71H104KA93D';
const HEAD = 'Description,Value,MPN,Qty,Note';

export const UNCOUNTED: Readonly<Record<string, readonly Golden[]>> = {
  'what nobody counted': [
    {
      name: 'is a part where a word says as needed',
      text:
        `Qty,Description,Note,MPN\n2,resistor 10k,,${R}\n,Hookup wire,As required,\n,Lötzinn,nach Bedarf,\n1,capacitor,,${C}\n,Heat shrink tube,A/R,`,
      lines: [`| 2 | ${R}`, '| null', '| null', `| 1 | ${C}`, '| null'],
      says: ['quantity_missing'],
    },
    {
      name: 'is a part beside places, too',
      text:
        `Ref,Qty,Description,Note\nR1,1,resistor 10k,\nC1,1,capacitor 100n,\n,,Hookup wire,as needed\n,,Wires and solder,not listed here`,
      lines: ['R1 | 1', 'C1 | 1', '| null'],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'is a part where its quantity is left open, and a cost is none',
      text: `Ref,Qty,Description\nR1,1,resistor 10k\n,?,"PSRAM, optional"\nC1,1,capacitor 100n\n,??,Assembly`,
      lines: ['R1 | 1', '| null', 'C1 | 1'],
      says: ['quantity_missing'],
    },
    {
      name: 'is a part where a shop sells it, and a cart, a search or a project is none',
      text:
        `Name,MPN,Qty,Link\nresistor,${R},2,https://www.mouser.de/ProductDetail/Yageo/${R}\nproximity sensor,,,https://www.mouser.de/ProductDetail/Vishay/VCNL4200?qs=gt1L\nsingle LED,,,https://www.lcsc.com/product-detail/LED_67-21ST_C694723.html\ncapacitor,${C},1,https://www.digikey.com/en/products/detail/murata/${C}/587865\nAll parts,,,https://www.mouser.com/ProjectManager/ProjectDetail.aspx?AccessID=12009\nChip resistors,,,https://www.digikey.com/en/products/filter/chip-resistor/52\nSources,,,https://github.com/somebody/board-2`,
      lines: [`| 2 | ${R}`, '| null', '| null', `| 1 | ${C}`],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'is a part where it comes in several values, and a title with one is none',
      text:
        `${HEAD}\ntransistor,,MMBT3904LT1G,1,\nchip resistor,1MΩ 100kΩ 10kΩ,,,\nceramic capacitor,"100nF, 10µF",,,\nPower supply,5V 3A,,,\nregulator,,MCP1700T-3302E/TT,1,`,
      lines: ['| 1 | MMBT3904LT1G', '| null', '| null', '| 1 | MCP1700T-3302E/TT'],
      says: ['quantity_missing', 'row_is_no_line'],
    },
    {
      name: 'is no part in titles, notes and sums',
      text:
        `${HEAD}\nController board,,,,\nresistor,10k,${R},1,\n1. Sensors,,,,see page 2\nSensors,,,,as shown\nCase:,,,,as required\ncapacitor,100n,${C},1,\nShipping,,,,as required\nTotal,,,2,`,
      lines: [`| 1 | ${R}`, `| 1 | ${C}`],
      says: ['row_is_no_line'],
    },
  ],
  'a count in front of a thing alone in its row': [
    {
      name: 'is a part in a list whose rows are all written so',
      text:
        `Part,MPN\nPSU,\n1x transformer 24V 4A,\n3x NPN transistor,2N3904\n1x regulator,LM317LMX\n2x dual op-amp,LT1013DS8\nDisplay unit,\n1x 5V regulator,`,
      lines: ['| 1', '| 3 | 2N3904', '| 1 | LM317LMX', '| 2 | LT1013DS8', '| 1'],
    },
    {
      name: 'is a title where quantities have a column',
      text: `Qty,Part,MPN\n,10x sensor node,\n10,resistor,${R}\n10,capacitor,${C}`,
      lines: [`| 10 | ${R}`, `| 10 | ${C}`],
    },
  ],
};
