import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentField, ComponentFields } from '../../../shared/domain/component.ts';
import type { FieldName } from '../../../shared/domain/fields.ts';
import type { Finding } from '../../../shared/parts/finding.ts';
import { mergeFindings } from '../../../shared/enrich/merge.ts';

const said = (source: string, value: string | number, more: Partial<ComponentField> = {}): ComponentField => (
  { value, source, confidence: 1, ...more }
);

const finding = (source: string, fields: ComponentFields): Finding => (
  { source, mpn: 'X1', manufacturer: String(fields.manufacturer?.value ?? ''), fields }
);

describe('merging findings', () => {
  it('accepts the first statement about each field', () => {
    const merged = mergeFindings([
      finding('a', { package: said('a', 'SOT-23') }),
      finding('b', { package: said('b', 'SOT23'), description: said('b', 'A transistor') }),
    ]);
    expect(merged).toEqual({ package: said('a', 'SOT-23'), description: said('b', 'A transistor') });
  });

  it('keeps a contradicting statement with its source', () => {
    const merged = mergeFindings([
      finding('a', { voltage_rating: said('a', 50, { unit: 'V' }) }),
      finding('b', { voltage_rating: said('b', 16, { unit: 'V' }) }),
    ]);
    expect(merged.voltage_rating).toEqual({
      ...said('a', 50, { unit: 'V' }),
      conflicts: [said('b', 16, { unit: 'V' })],
    });
  });

  it.each<[FieldName, ComponentField, ComponentField]>([
    ['package', said('a', '0603 (1608 metric)'), said('b', '0603')],
    ['package', said('a', 'SOT-23'), said('b', 'SOT 23')],
    ['package', said('a', 'LQFP48'), said('b', 'LQFP-48 (7 x 7 mm)')],
    ['capacitance', said('a', 22e-12, { unit: 'F' }), said('b', 22 * 1e-12, { unit: 'F' })],
    ['manufacturer', said('a', 'Murata'), said('b', 'Murata Electronics')],
    ['manufacturer', said('a', 'Analog Devices'), said('b', 'Maxim Integrated')],
    ['description', said('a', 'LDO, 3.3 V'), said('b', 'IC REG LINEAR 3.3V')],
    ['power_rating', said('a', 1 / 16, { unit: 'W' }), said('b', 0.063, { unit: 'W' })],
    ['dielectric', said('a', 'X7R'), said('b', 'x7r')],
    ['category', said('a', 'film_capacitor'), said('b', 'capacitor')],
    ['category', said('a', 'Resistor'), said('b', 'resistor')],
  ])('sees no contradiction between two wordings of one %s', (name, a, b) => {
    expect(mergeFindings([finding('a', { [name]: a }), finding('b', { [name]: b })])[name]).toEqual(a);
  });

  it.each<[FieldName, ComponentField, ComponentField]>([
    ['package', said('a', '0603 (1608 metric)'), said('b', '0805')],
    ['package', said('a', 'SOT-23'), said('b', 'SOT-23-5')],
    ['package', said('a', 'QFN-24 (4 x 4 mm)'), said('b', 'QFN-24 (5 x 5 mm)')],
    ['resistance', said('a', 4990, { unit: 'ohm' }), said('b', 5000, { unit: 'ohm' })],
    ['tolerance', said('a', 1, { unit: '%' }), said('b', 5, { unit: '%' })],
    ['tolerance', said('a', 1, { unit: '%' }), said('b', 1, { unit: 'F' })],
    ['tolerance', said('a', 1, { unit: '%' }), said('b', '-20/+80 %')],
    ['manufacturer', said('a', 'onsemi'), said('b', 'Nexperia')],
    ['category', said('a', 'film_capacitor'), said('b', 'tantalum_capacitor')],
    ['category', said('a', 'resistor'), said('b', 'capacitor')],
    ['category', said('a', 'jumper'), said('b', 'toString')],
  ])('sees a contradiction between two values of %s', (name, a, b) => {
    const merged = mergeFindings([finding('a', { [name]: a }), finding('b', { [name]: b })]);
    expect(merged[name]?.conflicts).toEqual([b]);
  });

  it('accepts a category that says more of the same, and keeps what contradicts both', () => {
    const [general, wrong, exact] = [
      said('a', 'capacitor'),
      said('b', 'resistor'),
      said('c', 'film_capacitor', { confidence: 0.9 }),
    ];
    const merged = (...said: ComponentField[]) =>
      mergeFindings(said.map((category) => finding(category.source, { category }))).category;
    expect(merged(general, exact)).toEqual(exact);
    expect(merged(general, wrong, exact)).toEqual({ ...exact, conflicts: [wrong] });
    expect(merged(exact, general, wrong)).toEqual({ ...exact, conflicts: [wrong] });
    expect(merged(general, { ...wrong, conflicts: [exact] })).toEqual({ ...general, conflicts: [wrong] });
  });

  it('keeps contradictions that a source reports itself', () => {
    const doubtful = said('a', 'onsemi', { confidence: 0.5, conflicts: [said('a', 'Nexperia')] });
    const merged = mergeFindings([finding('a', { manufacturer: doubtful })]);
    expect(merged.manufacturer).toEqual(doubtful);
  });

  it('loses no statement that differs from the accepted one', () => {
    const statement = fc.record({
      source: fc.constantFrom('a', 'b', 'c', 'd'),
      value: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (statements) => {
      const findings = statements.map(({ source, value }) =>
        finding(source, { voltage_rating: said(source, value, { unit: 'V' }) })
      );
      const { conflicts = [], ...accepted } = mergeFindings(findings).voltage_rating ?? said('', 0);
      expect(accepted.value).toBe(statements[0]?.value);
      const different = statements.filter(({ value }) => value !== accepted.value);
      expect(conflicts.map(({ source, value }) => ({ source, value }))).toEqual(different);
    }));
  });
});
