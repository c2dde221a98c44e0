import { describe, expect, it } from 'vitest';
import type { ComponentField } from '../../../shared/domain/component.ts';
import { FIELDS } from '../../../shared/domain/fields.ts';
import { describeFields, describeStanding } from '../../../web/src/describe.ts';

const said = (value: string, ...others: string[]): ComponentField => {
  const from = (source: string, value: string) => ({ value, source, confidence: 1 });
  return {
    ...from('supplier:a', value),
    ...(others.length > 0 ? { conflicts: others.map((other) => from('supplier:b', other)) } : {}),
  };
};

describe('the fields of a part', () => {
  const value = (value: number | string, unit?: string): ComponentField => (
    { value, source: 'a', confidence: 1, ...(unit ? { unit } : {}) }
  );

  it.each<[string, Record<string, ComponentField>]>([
    ['10 kΩ · ±1 % · 50 V · 0.1 W · 0603', {
      power_rating: value(0.1, 'W'),
      voltage_rating: value(50, 'V'),
      tolerance: value(1, '%'),
      resistance: value(10_000, 'ohm'),
      category: value('chip_resistor'),
    }],
    ['100 nF · 0.25 pF · X7R · 0603', {
      capacitance: value(1e-7, 'F'),
      tolerance: value(0.25e-12, 'F'),
      dielectric: value('X7R'),
      category: value('capacitor'),
    }],
    ['0 Ω · 0603', { resistance: value(0, 'ohm'), category: value('resistor') }],
    ['4.7 mH · 0603', { resistance: value(4.7, 'mH'), category: value('resistor') }],
    ['±20 % · 0603', { tolerance: value(20, '%') }],
    ['Zener diode · 0603', { category: value('diode') }],
    ['Zener diode · 0603', { temperature_coefficient: value(100, 'ppm/K'), category: value('toString') }],
  ])('are %s', (text, fields) => {
    expect(describeFields({ ...fields, package: value('0603'), description: value('Zener diode') })).toBe(
      text,
    );
  });
});

describe('the standing of a part', () => {
  it('has words of its own for every lifecycle and RoHS value', () => {
    const texts = (['lifecycle', 'rohs'] as const).flatMap((name) =>
      Object.keys(FIELDS[name].values).flatMap((value) => describeStanding({ [name]: said(value) }))
    ).map(({ text }) => text);
    expect(new Set(texts).size).toBe(8);
    expect(texts.filter((text) => /[_:]/.test(text))).toEqual([]);
  });

  it('is left out where nobody states it', () => expect(describeStanding({})).toEqual([]));

  it('that is not compliant never reads as if it were', () => {
    expect(describeStanding({ rohs: said('non_compliant') })).toEqual([
      { text: 'not RoHS compliant', isGood: false },
    ]);
  });

  it('holds what every source says where they disagree, and is not good if one of them says so', () => {
    expect(describeStanding({ rohs: said('compliant', 'non_compliant') })).toEqual([
      { text: 'sources disagree: RoHS compliant / not RoHS compliant', isGood: false },
    ]);
  });

  it('in words that are not ours is repeated, and vouched for by nobody', () => {
    expect(describeStanding({ lifecycle: said('constructor'), rohs: said('RoHS-konform') })).toEqual([
      { text: 'Lifecycle: constructor', isGood: false },
      { text: 'RoHS: RoHS-konform', isGood: false },
    ]);
  });
});
