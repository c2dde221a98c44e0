import { describe, expect, it } from 'vitest';
import type { Fact, ListedComponent } from '../../../web/src/lines/line.ts';
import { describeFacts } from '../../../web/src/lib/describe.ts';

const describeAll = (component: Partial<ListedComponent>) =>
  describeFacts({ mpn: 'P', manufacturer: 'M', facts: {}, ...component });

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
