import { describe, expect, it } from 'vitest';
import type { ComponentFields } from '../../../shared/domain/component.ts';
import { notKnownToExist } from '../../../shared/parts/existence.ts';
import { state, type Statements } from '../../../shared/parts/finding.ts';
import { gridOf, isUsualValue } from '../../../shared/parts/decoders/grid.ts';

describe('the grid of a resistance', () => {
  it.each([
    ['E24', [1, 2.4e3, 4700, 0.33, 9.1e6, 10e9, 2e-3]],
    ['E96', [49.9, 4.75e3, 1.02e6, 976, 0.976, 1.13e-3]],
    ['round', [50, 25e3, 4e3, 6e-3, 8, 9e3, 0.5e-3]],
    ['E192', [4.93e3, 101, 9.2e3, 98.8, 1.98e3]],
    [null, [4.8e3, 10.05e3, 9.19, 48.9, 1234, 0, -10]],
  ])('is %s', (grid, values) => {
    for (const value of values) expect(gridOf(value), String(value)).toBe(grid);
  });
});

describe('a usual value', () => {
  it.each([
    ['of 5 % is in E24 alone', 5, [10e3, 5.1], [4.99e3, 50, 4.93e3]],
    ['of 20 % may be round', 20, [50e3, 2.5e3, 4.7e3], [4.99e3]],
    ['of 1 % is in E24, E96 or round', 1, [5.1e3, 4.99e3, 50], [4.93e3, 4.8e3]],
    ['of 2 % as of 1 %', 2, [4.99e3, 50], [4.93e3]],
    ['of 0.5 % is in any', 0.5, [5.1e3, 4.99e3, 50, 4.93e3], [4.8e3]],
    ['of unknown tolerance is in any', undefined, [5.1e3, 4.93e3, 50], [4.8e3, 1.234e3]],
    ['below 1 ohm may be round at 5 %', 5, [0.5, 5e-3, 0.025], [4.99e-3, 50, 5]],
    ['of a jumper is 0', 5, [0], []],
  ])('%s', (_, tolerance, usual, unusual) => {
    for (const value of usual) expect(isUsualValue('resistance', value, tolerance), `${value}`).toBe(true);
    for (const value of unusual) expect(isUsualValue('resistance', value, tolerance), `${value}`).toBe(false);
  });

  it('of a capacitor is in E24, round, or a small one in its steps', () => {
    const usual = [100e-9, 4.7e-6, 5e-12, 0.75e-12, 7.7e-12, 25e-6, 50e-12, 14e-12, 1, 10e-12, 0.05e-12];
    for (const value of usual) expect(isUsualValue('capacitance', value), `${value}`).toBe(true);
    for (const value of [4.99e-9, 23e-12, 1.05e-12, 0.032e-12, 0]) {
      expect(isUsualValue('capacitance', value), `${value}`).toBe(false);
    }
  });

  it('of an inductor is in E24, among the wound ones, or a small one in its steps', () => {
    for (const value of [4.7e-6, 3.1e-9, 23e-9, 8.7e-9, 19e-9, 10e-9, 7.2e-6]) {
      expect(isUsualValue('inductance', value), `${value}`).toBe(true);
    }
    for (const value of [4.99e-6, 3.15e-9, 31e-9]) {
      expect(isUsualValue('inductance', value), `${value}`).toBe(false);
    }
  });

  it('is not round, or in E12 alone, where a document offers no more', () => {
    expect(isUsualValue('resistance', 5e3, 1, 'preferred')).toBe(false);
    expect(isUsualValue('resistance', 4.99e3, 1, 'preferred')).toBe(true);
    expect(isUsualValue('resistance', 0.005, 1, 'preferred')).toBe(true);
    expect(isUsualValue('capacitance', 100e-9, 10, 'E12')).toBe(true);
    expect(isUsualValue('capacitance', 110e-9, 10, 'E12')).toBe(false);
  });

  it('is any where a field has no grid', () => {
    expect(isUsualValue('frequency', 32768)).toBe(true);
  });
});

const doubtOf = (said: Statements) => {
  const fields: ComponentFields = {};
  state(fields, said, { source: 'decoder:acme', confidence: 1 });
  return notKnownToExist(fields);
};

it('knows no 5 kΩ chip of a manufacturer whose document gives E24 and E96, but of others', () => {
  const chip: Statements = { category: 'chip_resistor', resistance: 5e3, tolerance: 1 };
  expect(doubtOf({ ...chip, manufacturer: 'Panasonic' })).toContain('5 k');
  expect(doubtOf({ ...chip, manufacturer: 'Panasonic', tolerance: 0.1 })).toBe(null);
  expect(doubtOf({ ...chip, manufacturer: 'UNI-ROYAL' })).toBe(null);
});

it('knows X7R in steps of E24 of those alone who offer them', () => {
  const chip: Statements = { category: 'ceramic_capacitor', capacitance: 200e-12, dielectric: 'X7R' };
  expect(doubtOf({ ...chip, manufacturer: 'Murata' })).toContain('200 pF');
  expect(doubtOf({ ...chip, manufacturer: 'Murata', dielectric: 'C0G' })).toBe(null);
  expect(doubtOf({ ...chip, manufacturer: 'Fenghua' })).toBe(null);
});

it('knows no tantalum capacitor below 0.1 µF', () => {
  expect(doubtOf({ category: 'tantalum_capacitor', capacitance: 0.1e-6 })).toBeNull();
  expect(doubtOf({ category: 'tantalum_capacitor', capacitance: 0.047e-6 })).toContain('tantalum');
});

it('leaves round values to wire wound resistors, whatever their tolerance', () => {
  const said = (category: Statements['category'], resistance: number) => {
    const fields: ComponentFields = {};
    state(fields, { category, resistance, tolerance: 5 }, { source: 'decoder:acme', confidence: 1 });
    return notKnownToExist(fields);
  };
  expect(said('wirewound_resistor', 25)).toBeNull();
  expect(said('chip_resistor', 25)).toContain('25');
  expect(said('wirewound_resistor', 26.1)).toContain('26.1');
});
