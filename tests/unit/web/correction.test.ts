/** What the panel offers to write into the BOM where the part is right. */
import { expect, it } from 'vitest';
import type { Contradiction } from '../../../shared/domain/contradiction.ts';
import { correctedValue, isDrawn } from '../../../web/src/bom/correction.ts';
import type { Line } from '../../../web/src/lines/line.ts';

const contradiction = (
  field: string,
  [where, text, read]: readonly [where: string, text: string, read?: string],
  found: string,
): Contradiction => ({
  check: 'value',
  severity: 'error',
  field,
  asked: { text, where, ...(read ? { read } : {}) },
  found: { text: found, source: 'decoder:test' },
  sentence: '',
});

it.each<[value: string | undefined, contradiction: Contradiction, corrected: string | null]>([
  ['4k7', contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), '47 kΩ'],
  // the rest of the value stays
  ['4k7 1% 0603', contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), '47 kΩ 1% 0603'],
  ['10uF/16V/X7R', contradiction('dielectric', ['value', 'X7R'], 'X5R'), '10uF/16V/X5R'],
  // signs that are read alike
  ['1µF', contradiction('capacitance', ['value', '1 µF', '1uF'], '100 nF'), '100 nF'],
  ['1μF 16V', contradiction('capacitance', ['value', '1 µF', '1uF'], '100 nF'), '100 nF 16V'],
  ['0,22 µF/X7R', contradiction('capacitance', ['value', '220 nF', '0,22 uF'], '100 nF'), '100 nF/X7R'],
  ['4.7 k\u2126', contradiction('resistance', ['value', '4.7 kΩ', '4.7 kΩ'], '10 kΩ'), '10 kΩ'],
  ['2x 47k', contradiction('resistance', ['value', '47 kΩ', '47k'], '10 kΩ'), '2x 10 kΩ'],
  ['47k/0603', contradiction('resistance', ['value', '47 kΩ', '47k'], '10 kΩ'), '10 kΩ/0603'],
  ['Pull-up 47k', contradiction('resistance', ['value', '47 kΩ', '47k'], '10 kΩ'), 'Pull-up 10 kΩ'],
  ['0603 1uF', contradiction('capacitance', ['value', '1 µF', '1uF'], '100 nF'), '0603 100 nF'],
  ['100 5%', contradiction('resistance', ['value', '100 Ω', '100'], '10 kΩ'), '10 kΩ 5%'],
  // at a frequency
  ['1k@100MHz', contradiction('impedance', ['value', '1 kΩ', '1k@100MHz'], '600 Ω'), '600 Ω@100MHz'],
  ['5V LDO', contradiction('nominal_voltage', ['value', '5 V', '5V'], '3.3 V'), '3.3 V LDO'],
  // half of what stands there
  ['10 000 Ω', contradiction('resistance', ['value', '0 Ω', '000 Ω'], '10 kΩ'), null],
  ["10'000 Ω", contradiction('resistance', ['value', '0 Ω', '000 Ω'], '10 kΩ'), null],
  ['1 500 k', contradiction('resistance', ['value', '500 kΩ', '500 k'], '1.5 MΩ'), null],
  ['47 00', contradiction('resistance', ['value', '47 Ω', '47'], '4.7 kΩ'), null],
  ['R47K', contradiction('resistance', ['value', '47 kΩ', '47K'], '10 kΩ'), null],
  ['4k7/47k', contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '10 kΩ'), null],
  ['47k (22k)', contradiction('resistance', ['value', '47 kΩ', '47k'], '10 kΩ'), null],
  // the words of another field
  ['Conn_01x03', contradiction('pins', ['value', 'Conn_01x03'], '4 pins'), null],
  ['PNP', contradiction('description', ['value', 'PNP'], 'NPN transistor'), null],
  // colours in the BOM's language
  ['rot', contradiction('colour', ['value', 'red', 'rot'], 'green'), 'grün'],
  ['LED vert', contradiction('colour', ['value', 'green', 'vert'], 'red'), 'LED rouge'],
  ['GRN', contradiction('colour', ['value', 'green', 'GRN'], 'red'), 'red'],
  ['KC2520B48', contradiction('mpn', ['value', 'KC2520B48'], 'ECS-2520MV'), 'ECS-2520MV'],
  // no kind of part is a value, and no property a footprint
  [
    '47uF Tantal',
    contradiction('category', ['value', 'tantalum capacitor', 'Tantal'], 'ceramic capacitor'),
    null,
  ],
  ['x', contradiction('orientation', ['footprint', 'JST_Vertical'], 'right angle contacts'), null],
  ['10k', contradiction('tolerance', ['Tolerance', '±1 %', '1%'], '±5 %'), null],
  [undefined, contradiction('resistance', ['value', '4.7 kΩ', '4k7'], '47 kΩ'), null],
])('of the value %j is %#', (value, against, corrected) => {
  const line = {
    line_id: '1',
    line_number: 1,
    do_not_place: false,
    review: 'none',
    status: 'enriched',
  } as const;
  expect(correctedValue({ ...line, ...(value === undefined ? {} : { value }) } as Line, against)).toBe(
    corrected,
  );
});

it('is in the drawing where the footprint contradicts the part', () => {
  expect(isDrawn(contradiction('package', ['footprint', 'USB4085'], 'USB4105-GF-A'))).toBe(true);
  expect(isDrawn(contradiction('package', ['value', '0402'], '0603'))).toBe(false);
});
