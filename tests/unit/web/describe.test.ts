import { describe, expect, it } from 'vitest';
import type { Fact, ListedComponent } from '../../../web/src/lines/line.ts';
import { FIELDS } from '../../../shared/domain/fields.ts';
import { describeFacts, describeStanding } from '../../../web/src/lib/describe.ts';

const describeAll = (component: Partial<ListedComponent>) =>
  describeFacts({ mpn: 'P', manufacturer: 'M', facts: {}, ...component });

describe('the standing of a part', () => {
  it('has words of its own for every lifecycle and RoHS value', () => {
    const texts = (['lifecycle', 'rohs'] as const).flatMap((name) =>
      Object.keys(FIELDS[name].values).flatMap((value) => describeStanding({ facts: { [name]: value } }))
    ).map(({ text }) => text);
    expect(new Set(texts).size).toBe(8);
    expect(texts.filter((text) => /[_:]/.test(text))).toEqual([]);
  });

  it('is left out where nobody states it', () => expect(describeStanding({ facts: {} })).toEqual([]));

  it('that is not compliant never reads as if it were', () => {
    expect(describeStanding({ facts: { rohs: 'non_compliant' } })).toEqual([
      { text: 'not RoHS compliant', isGood: false },
    ]);
  });

  it('holds what every source says where they disagree, and is not good if one of them says so', () => {
    expect(describeStanding({ facts: { rohs: 'compliant' }, disputed: { rohs: ['non_compliant'] } })).toEqual(
      [
        { text: 'sources disagree: RoHS compliant / not RoHS compliant', isGood: false },
      ],
    );
  });

  it('in words that are not ours is repeated, and vouched for by nobody', () => {
    expect(describeStanding({ facts: { lifecycle: 'constructor', rohs: 'RoHS-konform' } })).toEqual([
      { text: 'Lifecycle: constructor', isGood: false },
      { text: 'RoHS: RoHS-konform', isGood: false },
    ]);
  });
});

describe('what is known of a part', () => {
  it.each<[string, Partial<Record<string, Fact>>]>([
    ['10 kΩ · ±1 % · 50 V · 0.1 W · 0603', {
      power_rating: [0.1, 'W'],
      voltage_rating: [50, 'V'],
      tolerance: [1, '%'],
      resistance: [10_000, 'ohm'],
      category: 'chip_resistor',
    }],
    ['100 nF · 0.25 pF · X7R · 0603', {
      capacitance: [1e-7, 'F'],
      tolerance: [0.25e-12, 'F'],
      dielectric: 'X7R',
      category: 'capacitor',
      lifecycle: 'active',
    }],
    ['0 Ω · 0603', { resistance: [0, 'ohm'], category: 'resistor' }],
    ['4.7 mH · 0603', { resistance: [4.7, 'mH'], category: 'resistor' }],
    ['4.7 constructor · 0603', { resistance: [4.7, 'constructor'], category: 'resistor' }],
    ['±20 % · 0603', { tolerance: [20, '%'] }],
  ])('is its values in the units people use, and its package: %s', (text, facts) => {
    expect(describeAll({ facts: { ...facts, package: '0603' }, description: 'Zener diode' })).toBe(text);
  });

  it('is in words where it has no values', () => {
    expect(describeAll({ facts: { category: 'diode', package: 'SOD-123' }, description: 'Zener diode' }))
      .toBe('Zener diode · SOD-123');
    expect(describeAll({ facts: { temperature_coefficient: [100, 'ppm/K'], category: 'toString' } })).toBe(
      '',
    );
    expect(describeAll({})).toBe('');
  });
});
