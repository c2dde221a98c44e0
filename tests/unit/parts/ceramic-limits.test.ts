import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { type CeramicChip, isKnownToExist } from '../../../shared/parts/decoders/limits/ceramic.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';

const FOLDER = new URL('golden/', import.meta.url);
const { decode } = createDecoder(seriesTables);

/** What each reading of a number says of a chip; none where it is no ceramic capacitor. */
const chipsOf = (number: string): CeramicChip[] =>
  decode(number).map(({ fields }) => fields).filter(({ category }) => category?.value === 'ceramic_capacitor')
    .map(({ package: size, dielectric, capacitance, tolerance, voltage_rating: voltage }) => {
      const { value, unit } = tolerance ?? {};
      return {
        package: size?.value as string,
        dielectric: dielectric?.value as string,
        capacitance: capacitance?.value as number,
        tolerance: (unit === '%' || typeof value === 'string' ? value : { value, unit }) as never,
        voltage: voltage?.value as number,
      };
    });

describe('a ceramic chip that is known to exist', () => {
  it('is each one whose number is in the golden files', () => {
    const numbers = readdirSync(FOLDER).flatMap((name): string[] =>
      JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).numbers.map(([number]: [string]) => number)
    );
    const judged = numbers.flatMap((number) => chipsOf(number).map((chip) => [number, isKnownToExist(chip)]));
    expect(judged.filter(([, known]) => known === false)).toEqual([]);
    expect(judged.filter(([, known]) => known === true).length).toBeGreaterThan(90);
  });

  it.each([
    ['GRM0335C1H106KA01D', '10 uF in C0G 0201'],
    ['GRM1555C1H104JA01D', '100 nF of 50 V in C0G 0402'],
    ['GRM2165C1H105JA01D', '1 uF in C0G 0805'],
    ['GRM155R71H106KA01D', '10 uF of 50 V in X7R 0402'],
    ['CL03A476MQ3NNNC', '47 uF in X5R 0201'],
    ['GRM155R73A104KA01D', '1000 V in 0402'],
    ['GRM188R71H104FA93D', '1 % in X7R'],
    ['CC0603GRNPO9BN106', '10 uF in C0G 0603'],
    ['GRM188R71H104ZA93D', '-20/+80 % in X7R'],
    ['GRM188R71H1R0CA93D', '1 pF in X7R'],
  ])('is not %s: %s', (number) => {
    expect(chipsOf(number).map(isKnownToExist)).not.toContain(true);
    expect(chipsOf(number).map(isKnownToExist)).not.toContain(null);
  });

  it('is not one with an absolute tolerance far above 10 pF', () => {
    const tolerance = { value: 0.5e-12, unit: 'F' } as const;
    const chip = { package: '0603 (1608 metric)', dielectric: 'C0G', voltage: 50, tolerance };
    expect(isKnownToExist({ ...chip, capacitance: 10e-12 })).toBe(true);
    expect(isKnownToExist({ ...chip, capacitance: 22e-12 })).toBe(true);
    expect(isKnownToExist({ ...chip, capacitance: 27e-12 })).toBe(false);
    expect(isKnownToExist({ ...chip, dielectric: 'X7R', capacitance: 10e-12 })).toBe(false);
  });

  it('is allowed more the lower its voltage and the larger it is', () => {
    const known = (size: string, voltage: number, capacitance: number) =>
      isKnownToExist({ package: size, dielectric: 'X7R', voltage, capacitance });
    expect(known('0402', 16, 2.2e-6)).toBe(true);
    expect(known('0402', 50, 2.2e-6)).toBe(false);
    expect(known('0603', 50, 2.2e-6)).toBe(true);
    expect(known('1812', 50, 220e-6)).toBe(true);
    expect(known('1812', 50, 330e-6)).toBe(false);
  });

  it('has 5 % at best in class 2', () => {
    const chip = { package: '0603', dielectric: 'X7R', voltage: 50, capacitance: 1e-9 };
    expect(isKnownToExist({ ...chip, tolerance: 5 })).toBe(true);
    expect(isKnownToExist({ ...chip, tolerance: 2 })).toBe(false);
    expect(isKnownToExist({ ...chip, dielectric: 'C0G', tolerance: 1 })).toBe(true);
    expect(isKnownToExist({ ...chip, dielectric: 'C0G', tolerance: '-20/+80 %' })).toBe(false);
    expect(isKnownToExist({ ...chip, dielectric: 'Y5V', tolerance: '-20/+80 %' })).toBe(true);
  });

  it.each([
    ['an unknown dielectric', { package: '0603', dielectric: 'BX', capacitance: 1e-6 }],
    ['no dielectric', { package: '0603', capacitance: 1e-6 }],
    ['a size of which no limit is known', { package: '0306', dielectric: 'X7R', capacitance: 1e-6 }],
    ['no size', { dielectric: 'X7R', capacitance: 1e-6 }],
    ['a voltage beyond the table', { package: '2220', dielectric: 'X7R', capacitance: 1e-9, voltage: 10e3 }],
    ['no capacitance', { package: '0603', dielectric: 'X7R' }],
  ])('is not judged with %s', (_, chip) => {
    expect(isKnownToExist(chip)).toBe(null);
  });

  it('is judged without a voltage by the lowest', () => {
    const chip = { package: '0402', dielectric: 'X5R' };
    expect(isKnownToExist({ ...chip, capacitance: 47e-6 })).toBe(true);
    expect(isKnownToExist({ ...chip, capacitance: 100e-6 })).toBe(false);
  });
});
