import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentField, ComponentFields } from '../../../shared/domain/component.ts';
import { FIELD_NAMES, type FieldName } from '../../../shared/domain/fields.ts';
import { qualityScore, requiredFields } from '../../../shared/assess/quality.ts';

const said = (value: string | number, confidence = 1): ComponentField => ({
  value,
  source: 'test',
  confidence,
});

const resistor: ComponentFields = {
  manufacturer: said('Yageo'),
  category: said('resistor'),
  package: said('0603 (1608 metric)'),
  resistance: said(10_000),
  tolerance: said(1),
  power_rating: said(0.1),
};

const without = (fields: ComponentFields, name: FieldName): ComponentFields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

describe('quality score', () => {
  it('is 100 when every required field is stated outright', () => {
    expect(qualityScore(resistor)).toBe(100);
  });

  it('is 0 when nothing is known', () => {
    expect(qualityScore({})).toBe(0);
  });

  it('loses the share of a missing required field', () => {
    expect(qualityScore(without(resistor, 'power_rating'))).toBe(83);
  });

  it('counts a required field by its confidence', () => {
    expect(qualityScore({ ...resistor, manufacturer: said('Yageo', 0.4) })).toBe(90);
  });

  it('takes ten points for each field that sources disagree on, however many they are', () => {
    const tolerance = { ...said(1), conflicts: [said(5), said(10)] };
    expect(qualityScore({ ...resistor, tolerance })).toBe(90);
    expect(qualityScore({ ...resistor, tolerance, series: { ...said('RC'), conflicts: [said('AC')] } })).toBe(
      80,
    );
  });

  it('does not count a field that is not required, known or not', () => {
    expect(qualityScore({ ...resistor, packaging: said('tape and reel') })).toBe(100);
  });

  it('asks no tolerance and no power rating of a jumper', () => {
    const jumper = { ...resistor, resistance: said(0) };
    for (const category of ['resistor', 'chip_resistor']) {
      const fields = { ...jumper, category: said(category) };
      expect(qualityScore(without(without(fields, 'tolerance'), 'power_rating'))).toBe(100);
    }
    expect(requiredFields({ category: said('capacitor'), resistance: said(0) })).toContain('tolerance');
  });

  it('asks a capacitor for its voltage and dielectric, and other parts for a description', () => {
    for (const category of ['capacitor', 'ceramic_capacitor']) {
      expect(requiredFields({ category: said(category) })).toContain('dielectric');
    }
    expect(requiredFields({ category: said('film_capacitor') })).not.toContain('dielectric');
    expect(requiredFields({ category: said('film_capacitor') })).toContain('voltage_rating');
    expect(requiredFields({ category: said('integrated_circuit') })).toContain('description');
    expect(requiredFields({})).toContain('description');
  });

  const anyField = fc.record({
    value: fc.oneof(fc.string(), fc.double({ noNaN: true })),
    source: fc.constant('test'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    conflicts: fc.array(fc.constant(said('other')), { maxLength: 2 }),
  });
  const anyFields = fc.dictionary(fc.constantFrom(...FIELD_NAMES), anyField) as fc.Arbitrary<
    ComponentFields
  >;

  it('is always a whole number from 0 to 100', () => {
    fc.assert(fc.property(anyFields, (fields) => {
      const score = qualityScore(fields);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
    }));
  });

  it('never falls when a required field becomes known', () => {
    fc.assert(fc.property(anyFields, fc.double({ min: 0, max: 1, noNaN: true }), (fields, confidence) => {
      const missing = requiredFields(fields).filter((name) => name !== 'category' && !fields[name]);
      for (const name of missing.filter((name) => name !== 'resistance')) {
        const more = { ...fields, [name]: said('known', confidence) };
        expect(qualityScore(more)).toBeGreaterThanOrEqual(qualityScore(fields));
      }
    }));
  });
});
