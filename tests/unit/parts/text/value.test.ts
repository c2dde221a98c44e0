/** Values in every notation that people use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../../shared/parts/text/kind.ts';
import { readValue } from '../../../../shared/parts/text/value.ts';

/** What a text says, short: `resistance 4700 | frequency 4700` is one statement with two readings. */
function said(text: string, kind: Kind | null): readonly string[] {
  return readValue(text, kind).map(({ readings, isOpen }) =>
    readings.map((reading) =>
      `${reading.field} ${reading.value}${'unit' in reading ? ` ${reading.unit}` : ''}`
    )
      .join(' | ') + (isOpen ? ' ?' : '')
  );
}

describe('of a part whose kind is known', () => {
  it.each<[string, Kind, readonly string[]]>([
    ['4k7', 'resistor', ['resistance 4700 ohm']],
    ['4R7', 'resistor', ['resistance 4.7 ohm']],
    ['0R15', 'resistor', ['resistance 0.15 ohm']],
    ['R010', 'resistor', ['resistance 0.01 ohm']],
    ['2L0', 'resistor', ['resistance 0.002 ohm']],
    ['2.2K', 'resistor', ['resistance 2200 ohm']],
    ['1M', 'resistor', ['resistance 1000000 ohm']],
    ['1meg', 'resistor', ['resistance 1000000 ohm']],
    ['1 MΩ', 'resistor', ['resistance 1000000 ohm']],
    ['10 mΩ', 'resistor', ['resistance 0.01 ohm']],
    ['10m', 'resistor', ['resistance 0.01 ohm | resistance 10000000 ohm']],
    ['175.5 MOHM', 'resistor', ['resistance 175500000 ohm | resistance 0.1755 ohm']],
    ['10 MOhms', 'resistor', ['resistance 10000000 ohm']],
    ['4,7 kΩ', 'resistor', ['resistance 4700 ohm']],
    ['47 Ω', 'resistor', ['resistance 47 ohm']],
    ['100ohm', 'resistor', ['resistance 100 ohm']],
    ['100E', 'resistor', ['resistance 100 ohm']],
    ['4.7E', 'resistor', ['resistance 4.7 ohm']],
    ['1E3', 'resistor', ['resistance 1.3 ohm | resistance 1000 ohm']],
    ['4E7', 'resistor', ['resistance 4.7 ohm | resistance 40000000 ohm']],
    ['4E7 1%', 'resistor', ['tolerance 1 %', 'resistance 4.7 ohm | resistance 40000000 ohm']],
    ['MCP4452-104E', 'resistor', []],
    ['100E', 'capacitor', []],
    ['100 OHMS', 'resistor', ['resistance 100 ohm']],
    ['500uOhm', 'resistor', ['resistance 0.0005 ohm']],
    ['0.01', 'resistor', ['resistance 0.01 ohm']],
    ['0', 'resistor', ['resistance 0 ohm']],
    ['0R', 'resistor', ['resistance 0 ohm']],
    ['0R(board_mounted)', 'resistor', ['resistance 0 ohm']],
    ['JUMPER', 'resistor', ['resistance 0 ohm']],
    ['103', 'resistor', ['resistance 103 ohm | resistance 10000 ohm']],
    ['1002', 'resistor', ['resistance 1002 ohm | resistance 10000 ohm']],
    ['4.7K??', 'resistor', ['resistance 4700 ohm']],
    ['1,000', 'resistor', ['resistance 1 ohm | resistance 1000 ohm']],
    ['10.000', 'resistor', ['resistance 10 ohm | resistance 10000 ohm']],
    ['0.047', 'resistor', ['resistance 0.047 ohm']],
    ['10k 1%', 'resistor', ['tolerance 1 %', 'resistance 10000 ohm']],
    ['15 1% 0402', 'resistor', ['tolerance 1 %', 'resistance 15 ohm']],
    ['±0,5 %', 'resistor', ['tolerance 0.5 %']],
    ['+/-5%', 'resistor', ['tolerance 5 %']],
    ['1/16W', 'resistor', ['power_rating 0.0625 W']],
    ['63mW', 'resistor', ['power_rating 0.063 W']],
    ['49.9 Ohms ±1% 1W ±25ppm/°C', 'resistor', ['tolerance 1 %', 'resistance 49.9 ohm', 'power_rating 1 W']],
    ['RES 10K OHM 1% 1/10W 0603', 'resistor', [
      'power_rating 0.1 W',
      'tolerance 1 %',
      'resistance 10000 ohm',
    ]],
    // marks between thousands
    ...[
      '10 000 Ω',
      '10 000 Ω',
      '10\u202f000 Ω',
      '10\u2009000 ohm',
      "10'000 Ω",
      '10’000 R',
      '10 000',
      "10'000",
    ].map(
      (text): [string, Kind, readonly string[]] => [text, 'resistor', ['resistance 10000 ohm']],
    ),
    ['10 000 000', 'resistor', ['resistance 10000000 ohm']],
    ['1,000,000', 'resistor', ['resistance 1000000 ohm']],
    ['1.000.000 Ω', 'resistor', ['resistance 1000000 ohm']],
    ['10 000,5 Ω', 'resistor', ['resistance 10000.5 ohm']],
    ['47 500 Ω', 'resistor', ['resistance 47500 ohm | resistance 500 ohm']],
    ['47 500', 'resistor', ['resistance 47500 ohm | resistance 500 ohm | resistance 47 ohm']],
    ['47 500,5 Ω', 'resistor', ['resistance 47500.5 ohm | resistance 500.5 ohm']],
    ['100 000 pF', 'capacitor', ['capacitance 1e-7 F']],
    ['100 000 p', 'capacitor', ['capacitance 1e-7 F']],
    ['4 700 pF', 'capacitor', ['capacitance 4.7e-9 F | capacitance 7e-10 F']],
    ['4 700p', 'capacitor', ['capacitance 4.7e-9 F | capacitance 7e-10 F']],
    ['0.000 1 mF', 'capacitor', ['capacitance 1e-7 F']],
    ['470 100 V', 'capacitor', [
      'voltage_rating 100 V',
      'capacitance 0.00047 F | capacitance 4.7e-10 F | capacitance 4.7e-11 F ?',
    ]],
    ['12 000 000 Hz', 'timing', ['frequency 12000000 Hz']],
    ['R 1% 10 000 Ω 0603', 'resistor', ['tolerance 1 %', 'resistance 10000 ohm']],
    // prefixes in words
    ...['10 kilo-ohm', '10 kiloohm', '10 Kilo Ohm', '10 kilohms', '10kilohm', '10 kilo', '10 Kiloohm'].map(
      (text): [string, Kind, readonly string[]] => [text, 'resistor', ['resistance 10000 ohm']],
    ),
    ['2.2 megohm', 'resistor', ['resistance 2200000 ohm']],
    ['2 Mega-Ohm', 'resistor', ['resistance 2000000 ohm']],
    ['5 milliohm', 'resistor', ['resistance 0.005 ohm']],
    ['100 nanofarad', 'capacitor', ['capacitance 1e-7 F']],
    ['100 nano', 'capacitor', ['capacitance 1e-7 F']],
    ['22 Picofarads 50V', 'capacitor', ['capacitance 2.2e-11 F', 'voltage_rating 50 V']],
    ['4,7 Mikrofarad', 'capacitor', ['capacitance 0.0000047 F']],
    ['10 microhenry', 'inductor', ['inductance 0.00001 H']],
    ['16 megahertz', 'timing', ['frequency 16000000 Hz']],
    ['32.768 kilohertz', 'timing', ['frequency 32768 Hz']],
    // other scripts
    ...['10 кОм', '10кОм', '10 к', '10к', '10 килоом', '10千欧', '10 千欧姆', '10К'].map(
      (text): [string, Kind, readonly string[]] => [text, 'resistor', ['resistance 10000 ohm']],
    ),
    ['4к7', 'resistor', ['resistance 4700 ohm']],
    ['10 МОм', 'resistor', ['resistance 10000000 ohm']],
    ['10 мОм', 'resistor', ['resistance 0.01 ohm']],
    ['47 Ом 5%', 'resistor', ['tolerance 5 %', 'resistance 47 ohm']],
    ['100 нФ 50 В', 'capacitor', ['capacitance 1e-7 F', 'voltage_rating 50 V']],
    ['10 мкФ', 'capacitor', ['capacitance 0.00001 F']],
    ['4мк7', 'capacitor', ['capacitance 0.0000047 F']],
    ['22 пФ', 'capacitor', ['capacitance 2.2e-11 F']],
    ['100纳法', 'capacitor', ['capacitance 1e-7 F']],
    ['10 мкГн', 'inductor', ['inductance 0.00001 H']],
    ['8 МГц', 'timing', ['frequency 8000000 Hz']],
    ['10 кОм в корпусе', 'resistor', ['resistance 10000 ohm']],
    // What is not understood behind a number may be its unit.
    ...[
      '10 foo',
      '10 (foo)',
      '10 / foo',
      '10 000 foo',
      '10千瓦时',
      '10 p',
      '10 megabar',
      '10 κ',
    ].map(
      (text): [string, Kind, readonly string[]] => [text, 'resistor', []],
    ),
    ['10 positions', 'resistor', []],
    // A manufacturer and a technology are none.
    ...['47 Yageo', '47 Metallschicht', '47 Kohle', '47 Vishay'].map(
      (text): [string, Kind, readonly string[]] => [text, 'resistor', ['resistance 47 ohm']],
    ),
    ['10 SMD', 'resistor', ['resistance 10 ohm']],
    ['10 SMD0603', 'resistor', ['resistance 10 ohm']],
    ['100 R0603', 'resistor', ['resistance 100 ohm | resistance 10 ohm']],
    ['100 X7R', 'capacitor', [
      'capacitance 0.0001 F | capacitance 1e-10 F | capacitance 1e-11 F ?',
      'dielectric X7R',
    ]],
    ['104K', 'capacitor', ['capacitance 0.000104 F | capacitance 1.04e-10 F | capacitance 1e-7 F ?']],
    ['104K', 'resistor', ['resistance 104000 ohm']],
    ['10 k', 'resistor', ['resistance 10000 ohm']],
    ['4.7 k', 'resistor', ['resistance 4700 ohm']],
    ['47 k 1%', 'resistor', ['tolerance 1 %', 'resistance 47000 ohm']],
    ['10 K 0603', 'resistor', ['resistance 10000 ohm']],
    ['1 M', 'resistor', ['resistance 1000000 ohm']],
    ['1 Meg', 'resistor', ['resistance 1000000 ohm']],
    ['10K,0603', 'resistor', ['resistance 10000 ohm']],
    ['100 n', 'capacitor', ['capacitance 1e-7 F']],
    ['10 u', 'capacitor', ['capacitance 0.00001 F']],
    ['1uF,16V', 'capacitor', ['capacitance 0.000001 F', 'voltage_rating 16 V']],
    ['Cap, 0.1uF,50V,X7R', 'capacitor', ['capacitance 1e-7 F', 'voltage_rating 50 V', 'dielectric X7R']],
    ['1u,16V', 'capacitor', ['voltage_rating 16 V', 'capacitance 0.000001 F']],
    ['22uF-6.3V', 'capacitor', ['capacitance 0.000022 F', 'voltage_rating 6.3 V']],
    ['1u-16V', 'capacitor', ['voltage_rating 16 V', 'capacitance 0.000001 F']],
    ['0.1MFD', 'capacitor', ['capacitance 1e-7 F']],
    ['470 mmfd', 'capacitor', ['capacitance 4.7e-10 F']],
    ['2p-6pF', 'capacitor', []],
    ['1.6V ~ 3.6V', 'capacitor', []],
    ['10V-250VDC', 'capacitor', []],
    ['100nF/16V/X7R', 'capacitor', ['capacitance 1e-7 F', 'voltage_rating 16 V', 'dielectric X7R']],
    ['100n 50V', 'capacitor', ['voltage_rating 50 V', 'capacitance 1e-7 F']],
    ['u1', 'capacitor', ['capacitance 1e-7 F']],
    ['1u', 'capacitor', ['capacitance 0.000001 F']],
    ['4u7', 'capacitor', ['capacitance 0.0000047 F']],
    ['10µ', 'capacitor', ['capacitance 0.00001 F']],
    ['10μF', 'capacitor', ['capacitance 0.00001 F']],
    ['0,1uF', 'capacitor', ['capacitance 1e-7 F']],
    ['1,000 pF', 'capacitor', ['capacitance 1e-12 F | capacitance 1e-9 F']],
    ['4R7', 'capacitor', ['capacitance 4.7e-12 F | capacitance 0.0000047 F']],
    ['104', 'capacitor', ['capacitance 0.000104 F | capacitance 1.04e-10 F | capacitance 1e-7 F ?']],
    ['2-6pF', 'capacitor', []],
    ['10 – 250 VDC', 'capacitor', []],
    ['3 pF ±0.1pF 200V C0G, NP0', 'capacitor', [
      'capacitance 3e-12 F',
      'tolerance 1e-13 F',
      'voltage_rating 200 V',
      'dielectric C0G',
      'dielectric C0G',
    ]],
    ['1n 50V CG', 'capacitor', ['voltage_rating 50 V', 'capacitance 1e-9 F', 'dielectric C0G']],
    ['CAP CER 0.1UF 50V X7R 0402', 'capacitor', [
      'capacitance 1e-7 F',
      'voltage_rating 50 V',
      'dielectric X7R',
    ]],
    ['Cap,100nF,10%,16V,X7R,0402', 'capacitor', [
      'tolerance 10 %',
      'capacitance 1e-7 F',
      'voltage_rating 16 V',
      'dielectric X7R',
    ]],
    ['10uH', 'inductor', ['inductance 0.00001 H']],
    ['4R7', 'inductor', ['inductance 0.0000047 H']],
    ['2.2uH/1.5A/DCR=72mR/20%', 'inductor', [
      'tolerance 20 %',
      'inductance 0.0000022 H',
      'current_rating 1.5 A',
    ]],
    ['600R@100MHz', 'ferrite', ['impedance 600 ohm']],
    ['120@100MHZ', 'ferrite', ['impedance 120 ohm']],
    ['1.5k @ 100 MHz', 'ferrite', ['impedance 1500 ohm']],
    ['600R, 0.5A', 'ferrite', ['impedance 600 ohm', 'current_rating 0.5 A']],
    ['601', 'ferrite', ['impedance 601 ohm | impedance 600 ohm']],
    ['Ferrite bead 600ohm 0805', 'ferrite', ['impedance 600 ohm']],
    ['8MHz', 'timing', ['frequency 8000000 Hz']],
    ['25M', 'timing', ['frequency 25000000 Hz']],
    ['25.000MHz', 'timing', ['frequency 25000000 Hz']],
    ['32.768K', 'timing', ['frequency 32768 Hz']],
    ['12M288', 'timing', ['frequency 12288000 Hz']],
    ['12MHz 18pF', 'timing', ['frequency 12000000 Hz', 'load_capacitance 1.8e-11 F']],
    ['Q12MHz/20pF/30ppm/2P', 'timing', [
      'tolerance 30 ppm',
      'frequency 12000000 Hz',
      'load_capacitance 2e-11 F',
    ]],
    ['3.3V', 'other', ['voltage_rating 3.3 V | nominal_voltage 3.3 V']],
    ['3V3', 'other', ['voltage_rating 3.3 V | nominal_voltage 3.3 V']],
    ['LED GREEN', 'led', ['colour green']],
    ['GRN', 'led', ['colour green']],
    ['LED 465nm', 'led', ['colour blue']],
    ['yellow green', 'led', ['colour green']],
    ['DNP', 'resistor', []],
  ])('%s on a %s', (text, kind, statements) => {
    expect(said(text, kind)).toEqual(statements);
  });
});

it('gives every reading where the kind is not known', () => {
  expect(said('100n', null)).toEqual(['capacitance 1e-7 F | load_capacitance 1e-7 F | inductance 1e-7 H']);
  expect(said('10k', null)).toEqual(['resistance 10000 ohm | impedance 10000 ohm | frequency 10000 Hz']);
  expect(said('12pF', null)).toEqual(['capacitance 1.2e-11 F | load_capacitance 1.2e-11 F']);
});

it.each(['1N4148', '1N914', '2N7002', 'BC817-40', 'ATMEGA328P', 'M3', 'R1', 'U3', 'Conn_01x10', 'SOT-23-5'])(
  'reads no value in the name %s',
  (name) => {
    expect(said(name, null)).toEqual([]);
  },
);

/** Prefixes by kind, and what else may be written behind. */
const NOTATIONS: Readonly<
  Record<'resistor' | 'capacitor' | 'inductor', readonly [prefix: string, exponent: number][]>
> = {
  resistor: [['R', 0], ['k', 3], ['K', 3], ['M', 6]],
  capacitor: [['p', -12], ['n', -9], ['u', -6], ['µ', -6]],
  inductor: [['n', -9], ['u', -6], ['µ', -6]],
};
const SYMBOL = { resistor: 'Ω', capacitor: 'F', inductor: 'H' } as const;

it('reads a value back from any notation', () => {
  const kinds = fc.constantFrom('resistor' as const, 'capacitor' as const, 'inductor' as const);
  const values = kinds.chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      prefix: fc.constantFrom(...NOTATIONS[kind]),
      digits: fc.integer({ min: 10, max: 99 }),
      style: fc.constantFrom('within', 'point', 'comma', 'unit', 'spaced'),
    })
  );
  fc.assert(fc.property(values, ({ kind, prefix: [prefix, exponent], digits, style }) => {
    const [whole, tenth] = [Math.floor(digits / 10), digits % 10];
    const unit = prefix === 'R' ? '' : SYMBOL[kind];
    const text = {
      within: `${whole}${prefix}${tenth}`,
      point: `${whole}.${tenth}${prefix}`,
      comma: `${whole},${tenth}${prefix}`,
      unit: `${whole}.${tenth}${prefix}${unit}`,
      spaced: `${whole},${tenth} ${prefix === 'R' ? 'Ω' : `${prefix}${unit}`}`,
    }[style];
    const [statement, ...others] = readValue(text, kind);
    expect(others, text).toEqual([]);
    expect(statement?.readings.map((reading) => reading.value), text).toContain(
      Number(`${digits}e${exponent - 1}`),
    );
  }));
});

it('takes no longer on a text that is made to be read in many ways', () => {
  expect(() => readValue('1'.repeat(100_000), null)).not.toThrow();
  expect(() => readValue('1.'.repeat(50_000), 'capacitor')).not.toThrow();
});
