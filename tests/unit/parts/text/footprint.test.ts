/** Footprints and packages as programs and people name them. */
import { describe, expect, it } from 'vitest';
import { type Footprint, readFootprint } from '../../../../shared/parts/text/footprint.ts';
import { areAlike } from '../../../../shared/parts/text/packages.ts';

describe('numbers of pins', () => {
  it.each<[string, readonly number[]]>([
    ['UFBGA-176+25 (10 x 10 mm)', [176, 201]],
    ['UFBGA176+25', [176, 201]],
    ['Toshiba_SOIC-4-6_4.4x3.6mm_P1.27mm', [4, 6]],
    ['SO-6 (4 pins)', [6, 4]],
    ['QFN-32-1EP_5x5mm_P0.5mm', [32]],
    ['TO-263-5_TabPin3', [5]],
    ['TO-220-5', [5]],
  ])('%s', (text, pins) => {
    expect(readFootprint(text).pins).toEqual(pins);
  });

  it.each(['TO-263', 'TO-252', 'TO-220', 'D2PAK'])('%s stands for its family in prose', (text) => {
    expect(readFootprint(text, false).isPinsImplied).toBe(true);
    expect(readFootprint(`${text}-3`, false).isPinsImplied).toBe(false);
  });

  it('are not those of a wiper', () => {
    expect(readFootprint('Digital potentiometer, 128 positions, I2C', false).pins).toEqual([]);
  });
});

it.each<[string, readonly string[]]>([
  ['Schottky SMA', ['SMA']],
  ['TVS diode, SMB', ['SMB']],
  ['RF connector SMA', []],
  ['TVS for an SMA jack', []],
  ['MLCC 100 nF', []],
  ['MLCC 100', []],
  ['LCC-100', ['no-lead']],
  ['QFN 48', ['no-lead']],
])('%s in prose names %j', (text, families) => {
  expect(readFootprint(text, false).families).toEqual(families);
});

it.each<[string, readonly number[]]>([
  ['4x10k', []],
  ['4x10 kΩ', []],
  ['2x22R', []],
  ['PinHeader_1x02_P2.54mm', [2]],
  ['HN2x20', [40]],
])('%s has the pins %j', (text, pins) => {
  expect(readFootprint(text, false).pins).toEqual(pins);
});

describe('chip sizes', () => {
  it.each<[string, readonly string[]]>([
    ['C_0603_1608Metric', ['0603']],
    ['R_0402_1005Metric_Pad0.72x0.64mm_HandSolder', ['0402']],
    ['gkl_dipol:R_0201_0603Metric', ['0201']],
    ['LED_0603_1608Metric', ['0603']],
    ['0603 (1608 metric)', ['0603']],
    ['RESC1608X55N', ['0603']],
    ['CAPC1005X55N', ['0402']],
    ['CAPC0603X33N', ['0201']],
    ['0603[1608 Metric]', ['0603']],
    ['CAPC0603', ['0603', '0201']],
    ['C0603K', ['0603', '0201']],
    ['CAP_0603_1608', ['0603']],
    ['0603', ['0603', '0201']],
    ['0402', ['0402', '01005']],
    ['1608', ['0603']],
    ['C0603', ['0603', '0201']],
    ['0603-CAP', ['0603', '0201']],
    ['RES-0603', ['0603', '0201']],
    ['LED0805', ['0805']],
    ['FB0805', ['0805']],
    ['CP_EIA-3216-18_Kemet-A', ['1206']],
    ['CP_EIA-7343-31_Kemet-D', ['2917']],
    ['C (6032-28)', ['2312']],
    ['2312 (6032 metric)', ['2312']],
    ['R_Array_Convex_4x0402', ['0804']],
    ['0804 (2010 metric)', ['0804']],
    ['SOT-23-5', []],
    ['R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal', []],
  ])('%s', (text, sizes) => {
    expect(readFootprint(text).sizes).toEqual(sizes);
  });

  it.each<[string, readonly string[]]>([
    ['RES SMD 22 OHM 1% 1/10W 0603', ['0603', '0201']],
    ['18 pF ±1% 50V Ceramic Capacitor C0G, NP0 0402 (1005 Metric)', ['0402']],
    ['Chip Resistor Wide 0805 (2012 Metric), 0508', ['0805', '0508']],
    ['CAP,1UF,+/-10%,X5R,6.3V,SMD0402', ['0402', '01005']],
    ['RES 4 Arrays,1K,+/-5%,1/16W,SMD0804(0402X4)', ['0804']],
    ['6.8R/R1206', ['1206']],
    ['Electrolytic, 1000 hours', []],
  ])('in prose: %s', (text, sizes) => {
    expect(readFootprint(text, false).sizes).toEqual(sizes);
  });
});

describe('packages', () => {
  it.each<[string, Partial<Footprint>]>([
    ['SOIC-8_3.9x4.9mm_P1.27mm', { families: ['SOIC'], pins: [8], pitch: 1.27, body: [4.9, 3.9] }],
    ['SOIC-8 (5.3 mm wide)', { families: ['SOIC'], pins: [8], width: 5.3 }],
    ['SOIC127P600X175-8N', { families: ['SOIC'], pins: [8], pitch: 1.27 }],
    ['SO08', { families: ['SOIC'], pins: [8] }],
    ['14-TSSOP', { families: ['TSSOP'], pins: [14] }],
    ['TSSOP16', { families: ['TSSOP'], pins: [16] }],
    ['LQFP-48_7x7mm_P0.5mm', {
      families: ['QFP'],
      pins: [48],
      pitch: 0.5,
      body: [7, 7],
      hasExposedPad: false,
    }],
    ['QFN-32-1EP_5x5mm_P0.5mm_EP3.45x3.45mm', {
      families: ['no-lead'],
      pins: [32],
      body: [5, 5],
      hasExposedPad: true,
    }],
    ['QFN50P500X500X80-33N', { families: ['no-lead'], pins: [33, 32], body: [5, 5] }],
    ['8-WSON (6x5mm)', { families: ['no-lead'], pins: [8], body: [6, 5] }],
    ['324-BGA (15x15mm)', { families: ['BGA'], pins: [324], body: [15, 15] }],
    ['SOT-23-5', { families: ['SOT-23'], pins: [5], isPinsImplied: false }],
    ['Package_TO_SOT_SMD:SOT-23', { families: ['SOT-23'], pins: [3], isPinsImplied: true }],
    ['SOT95P237X111-3N', { families: ['SOT-23'], pins: [3] }],
    ['DBV0005A', { families: ['SOT-23'], pins: [5] }],
    ['Glasgow:SOT-363_SC-70-6', { families: ['SC-70'], pins: [6] }],
    ['SOT-223-5', { families: ['SOT-223'], pins: [5] }],
    ['TO-263-7', { families: ['TO-263'], pins: [7] }],
    ['SOT-223-3_TabPin2', { families: ['SOT-223'], pins: [3, 4] }],
    ['D_SMA', { families: ['SMA'], pins: [2] }],
    ['D_SOD-123', { families: ['SOD-123'], pins: [2], mounting: 'smd' }],
    ['DIP-8_W7.62mm', { families: ['DIP'], pins: [8], mounting: 'through_hole' }],
    ['Crystal_SMD_3225-4Pin_3.2x2.5mm', { pins: [4], body: [3.2, 2.5], mounting: 'smd' }],
    ['PinHeader_2x05_P2.54mm_Vertical', {
      pins: [10],
      rows: 2,
      pitch: 2.54,
      orientation: 'vertical',
      body: null,
    }],
    ['Conn_01x12_Male', { pins: [12], rows: 1 }],
    ['R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal', { mounting: 'through_hole' }],
    ['LED_THT:LED_D5.0mm', { mounting: 'through_hole' }],
    ['CP_Elec_6.3x5.4', { mounting: 'smd' }],
    ['CAPAE660X550N', { mounting: 'smd' }],
    ['CP_Radial_D6.3mm_P2.50mm', { mounting: 'through_hole' }],
    ['Hirose_FH12-20S-0.5SH_1x20-1MP_P0.50mm_Horizontal', { pins: [20], rows: 1 }],
  ])('%s', (text, said) => {
    expect(readFootprint(text)).toMatchObject(said);
  });

  it.each<[string, string]>([
    ['SOT-353', 'SC-70-5'],
    ['SOT-353', 'SC-88A'],
    ['SOT-353', 'TSSOP-5'],
    ['SOT-363', 'SC-70-6'],
    ['SOT-363', 'SC-88'],
    ['SOT-563', 'DRL-6'],
    ['SOD-323', 'SC-76'],
    ['DO-214AC', 'SMA'],
    ['DO-214AA', 'SMB'],
    ['TO-261', 'SOT-223'],
    ['SOIC-8', 'SO-8'],
    ['SOIC-8', 'SOP-8'],
    ['MSOP-8', 'VSSOP-8'],
    ['QFN-16', 'LFCSP-16'],
    ['DFN-8', 'WSON-8'],
    ['VQFN-24', 'UQFN-24'],
    ['TSOP-6', 'SOT-23-6'],
    ['LQFP-64', '64-pin TQFP'],
    ['TO-252', 'DPAK'],
  ])('%s is %s', (one, other) => {
    const [a, b] = [readFootprint(one), readFootprint(other)];
    expect(a.families).toHaveLength(1);
    expect(areAlike(a.families[0]!, b.families[0]!), b.families.join()).toBe(true);
    expect(a.pins).toEqual(b.pins);
  });

  it.each<[string, string]>([['SOIC-8', 'TSSOP-8'], ['SOT-23-5', 'SC-70-5'], ['SMA', 'SMB'], [
    'QFN-32',
    'LQFP-32',
  ]])(
    '%s is not %s',
    (one, other) => {
      expect(areAlike(readFootprint(one).families[0]!, readFootprint(other).families[0]!)).toBe(false);
    },
  );
});
