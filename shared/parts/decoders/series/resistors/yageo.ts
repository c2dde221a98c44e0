import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { shortLetterResistance } from '../../codecs.ts';
import type { Rating, SeriesTable } from '../../table.ts';

const STANDARD_POWER = ['07', '10', '13'];
const DOUBLE_POWER = ['7W', '3W'];

/** The temperature coefficient of the sizes for which the document has one common set of resistance ranges. */
const inRange = (over: number, upTo: number, temperature_coefficient: number): Rating => ({
  when: { size: ['0402', '0603', '0805', '1206', '1210', '2010', '2512'], reel: STANDARD_POWER },
  where: { field: 'resistance', over, upTo },
  states: { temperature_coefficient },
});

export const yageoRc: SeriesTable = {
  id: 'yageo-rc',
  manufacturer: 'Yageo',
  category: 'chip_resistor',
  series: 'RC_L',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'General purpose chip resistors, RC_L series, V.12',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-RC_Group_51_RoHS_L_12.pdf',
  },
  forms: [[
    { literal: 'RC' },
    chipSizes('0201 0402 0603 0805 1206 1210 1218 2010 2512', { '0100': '01005' }),
    tolerances('BDFJ'),
    codes('tape', 'packaging', { R: 'paper tape and reel', K: 'embossed tape and reel' }),
    { separator: '-' },
    bareCodes('reel', '07 10 13 7W 3W'),
    { name: 'value', field: 'resistance', codec: shortLetterResistance },
    { literal: 'L' },
  ]],
  constraints: [
    // The document gives jumpers the code J alone; those with F are sold, in every size, and used by many.
    { when: { value: ['0R'] }, then: { tolerance: ['F', 'J'] } },
    { when: { reel: DOUBLE_POWER }, then: { size: ['0402', '0603', '0805', '1206', '2512'] } },
  ],
  ratings: [
    ...powerBySize({ '0100': 1 / 32, '0201': 1 / 20 }),
    ...powerBySize({
      '0402': 1 / 16,
      '0603': 1 / 10,
      '0805': 1 / 8,
      '1206': 1 / 4,
      '1210': 1 / 2,
      '1218': 1,
      '2010': 3 / 4,
      '2512': 1,
    }, { reel: STANDARD_POWER }),
    ...powerBySize({
      '0402': 1 / 8,
      '0603': 1 / 5,
      '0805': 1 / 4,
      '1206': 1 / 2,
      '2512': 2,
    }, { reel: DOUBLE_POWER }),
    inRange(0, 10, 200),
    inRange(10, 10e6, 100),
    inRange(10e6, 22e6, 200),
    { when: { reel: DOUBLE_POWER }, states: { temperature_coefficient: 200 } },
    JUMPER,
  ],
};
