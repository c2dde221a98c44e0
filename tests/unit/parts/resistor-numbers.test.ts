/** How resistors' numbers are written: what a scheme spells with a dash, and what is sold where nothing else decides. */
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { encode } from '../../../shared/parts/decoders/encoder.ts';
import { chip } from '../../../shared/parts/decoders/segments.ts';
import { resistorSeries } from '../../../shared/parts/decoders/series/resistors/index.ts';

const decoder = createDecoder(resistorSeries);

describe('a resistor’s number', () => {
  it.each([
    ['CFR25JB5210K', 'CFR-25JB-52-10K'],
    ['FMP100JR5210R', 'FMP100JR-52-10R'],
    ['MFR25FBF5210K', 'MFR-25FBF52-10K'],
    ['PA2512FKF070R003E', 'PA2512FKF070R003E'],
    ['PT2512FK070R01L', 'PT2512FK-070R01L'],
    ['YC164JR0710KL', 'YC164-JR-0710KL'],
    ['YC158TJR0710KL', 'YC158TJR-0710KL'],
    ['RL0816TR010F', 'RL0816T-R010-F'],
    ['RG1608P103BT5', 'RG1608P-103-B-T5'],
    ['RG1608P103B', 'RG1608P-103-B'],
    ['RTA034D201JTP', 'RTA03-4D201JTP'],
    ['CSS2H2512RL500F', 'CSS2H-2512R-L500F'],
    ['SMSR0101.0', 'SMS-R010-1.0'],
    ['BVRIR00051.0', 'BVR-I-R0005-1.0'],
    ['HOLR25122W60MR1%', 'HOLR2512-2W-60MR-1%'],
    ['HOLR251260MR1%', 'HOLR2512-60MR-1%'],
  ])('%s is spelt %s', (key, spelt) => {
    expect(decoder.decode(key).map(({ mpn }) => mpn)).toEqual([spelt]);
  });

  it.each([
    ['0402', 1 / 16, [
      'RC0402FR-0710KL',
      '0402WGF1002TCE',
      'RK73H1ETTP1002F',
      'MCR01MZPF1002',
      'RC-02W1002FT',
    ]],
    ['0603', 1 / 10, [
      'RC0603FR-0710KL',
      '0603WAF1002T5E',
      'RK73H1JTTD1002F',
      'MCR03EZPF1002',
      'RC-03K1002FT',
    ]],
    ['2512', 1, ['RC2512FR-0710KL', '25121WF1002T4E', 'RK73H3ATTE1002F']],
  ])('of size %s and %d W has the reel that size is sold on', (size, watts, numbers) => {
    const wanted: Readonly<Record<string, unknown>> = {
      package: chip(size),
      power_rating: watts,
      tolerance: 1,
    };
    const written = encode(resistorSeries, decoder, {
      category: 'chip_resistor',
      value: { field: 'resistance', value: 10_000 },
      suits: (field, said) => wanted[field] === undefined || wanted[field] === said ? 0 : null,
    });
    expect(written.map(({ mpn }) => mpn)).toEqual(expect.arrayContaining(numbers));
  });
});
