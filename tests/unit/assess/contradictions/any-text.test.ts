/** Whatever stands in a cell is read without failing, and no longer than it may take. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkLine } from '../../../../shared/assess/contradictions/index.ts';
import { statedFields } from '../../../../shared/parts/text/stated-fields.ts';
import { capacitor, ic, partOf, resistor } from './part.ts';

const withFigures = [
  partOf({ category: 'zener_diode', nominal_voltage: 5.1, package: 'SOT-23' }),
  partOf({ category: 'linear_regulator', nominal_voltage: 3.3, current_rating: 1 }),
  partOf({ category: 'schottky_diode', voltage_rating: 40, current_rating: 3, package: 'SMA' }),
  partOf({ category: 'mosfet', voltage_rating: 50, description: 'N-channel MOSFET' }),
];
const parts = [
  resistor(),
  capacitor(),
  ic('SOIC-8', 'LM358DR'),
  partOf({
    category: 'pin_header',
    pins: 10,
    pitch: 2.54,
    orientation: 'vertical',
    package: '2 rows x 5 positions',
  }),
  partOf({ category: 'crystal', frequency: 25e6, package: '3.2 x 2.5 mm' }),
  ...withFigures,
  null,
];

/** Pieces that texts of BOMs are made of, put together as nobody would. */
const pieces = fc.constantFrom(
  '10',
  '0603',
  'k',
  'µF',
  'Ω',
  '/',
  ' ',
  '_',
  '.',
  ',',
  '±',
  '%',
  '@',
  'V',
  'SOT-23',
  '-',
  '1x02',
  'Metric',
  'X7R',
  'N-ch',
  'LDO',
  'Vout',
  'GRN',
  '(',
  '+',
  '~',
  'mm',
  '\u0000',
  '\ud800',
  '™',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

it('reads any text', () => {
  fc.assert(
    fc.property(texts, texts, texts, fc.constantFrom(...parts), (value, footprint, description, part) => {
      const line = {
        mpn: footprint,
        value,
        footprint,
        description,
        designators: [value],
        columns: { Tolerance: value, Package: footprint },
        supplier_numbers: [{ supplier: null, number: description }],
        alternates: [{ mpn: value }],
      };
      for (const { asked, found, sentence } of checkLine(line, { part, alternates: [part] })) {
        expect(asked.text).not.toBe('');
        expect(found.text).not.toBe('');
        expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
      }
      expect(JSON.stringify(statedFields(line))).not.toMatch(/null|NaN/);
    }),
  );
});

it.each([
  '1',
  '1.',
  '0603 ',
  '(1 ',
  '-',
  ' ',
  'SOT-23-',
  '1x',
  '1 PIN ',
  'MM1.1X',
  'A_',
  '10k/',
  '±',
  '5 - ',
  '5V ~',
  '1mA@',
  'N-ch ',
  'SMA ',
])(
  'reads %j ten thousand times',
  (piece) => {
    const text = piece.repeat(10_000);
    for (const part of [capacitor(), ...withFigures]) {
      expect(() => checkLine({ mpn: text, value: text, footprint: text, description: text }, { part })).not
        .toThrow();
    }
  },
);
