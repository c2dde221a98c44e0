import { describe, expect, it } from 'vitest';
import { OwnComponent } from '../../../shared/domain/organization.ts';
import { toComponent } from '../../../shared/organizations/own-component.ts';

const described = { mpn: 'WS-0603', manufacturer: 'Example Ltd', fields: {} };
const read = (change: object) => toComponent(OwnComponent.parse({ ...described, ...change }));
/** The places that are refused. */
const refused = (change: object) => {
  const { error } = OwnComponent.safeParse({ ...described, ...change });
  const places = error?.issues.map(({ path, code }) =>
    code === 'unrecognized_keys' ? 'unknown' : path.join('.')
  );
  return [...new Set(places)];
};

describe('a component of one’s own', () => {
  it('says every field itself, for certain', () => {
    expect(read({
      fields: {
        category: { value: 'chip_resistor' },
        resistance: { value: 10_000 },
        tolerance: { value: 2e-13, unit: 'F', reference: 'https://example.com/a.pdf' },
        power_rating: { value: '1/16 W to 70 °C' },
      },
    })).toEqual({
      orderable_key: 'WS-0603',
      mpn: 'WS-0603',
      manufacturer: 'Example Ltd',
      quality_score: 83,
      fields: {
        manufacturer: { value: 'Example Ltd', source: 'own', confidence: 1 },
        category: { value: 'chip_resistor', source: 'own', confidence: 1 },
        resistance: { value: 10_000, unit: 'ohm', source: 'own', confidence: 1 },
        tolerance: {
          value: 2e-13,
          unit: 'F',
          reference: 'https://example.com/a.pdf',
          source: 'own',
          confidence: 1,
        },
        power_rating: { value: '1/16 W to 70 °C', source: 'own', confidence: 1 },
      },
    });
  });

  it('has behind its own words what is known of the very number, and shows where the two differ', () => {
    const fields = { resistance: { value: 10_000 }, tolerance: { value: 5 } };
    const ours = read({ mpn: 'RC0603FR-0710KL', manufacturer: 'yageo', fields });
    expect(ours.fields).toMatchObject({
      resistance: { value: 10_000, source: 'own' },
      tolerance: {
        value: 5,
        source: 'own',
        conflicts: [{ value: 1, source: expect.stringMatching(/^decoder:/) }],
      },
      power_rating: { value: 0.1, source: expect.stringMatching(/^decoder:/) },
    });
    expect(ours.fields.resistance).not.toHaveProperty('conflicts');
    // the same number of somebody else is another part
    const theirs = read({ mpn: 'RC0603FR-0710KL', manufacturer: 'Example Ltd', fields });
    expect(Object.keys(theirs.fields)).toEqual(['manufacturer', 'resistance', 'tolerance']);
  });

  it('has the manufacturer by the name that lines are matched with, and the number as that one spells it', () => {
    expect(read({ manufacturer: 'MOLEX INC.', mpn: '22-05-3021' })).toMatchObject({
      manufacturer: 'Molex',
      mpn: '0022053021',
      orderable_key: '0022053021',
    });
    expect(read({ manufacturer: 'MAXIM', mpn: ' max232cpe+™ ' })).toMatchObject({
      manufacturer: 'Analog Devices',
      mpn: 'MAX232CPE+',
      orderable_key: 'MAX232CPE+',
    });
  });

  it.each(['®', ' ™ '])('is none without a manufacturer: %j', (manufacturer) => {
    expect(() => read({ manufacturer })).toThrow(
      expect.objectContaining({ more: { errors: [expect.objectContaining({ path: 'manufacturer' })] } }),
    );
  });

  it.each(['N/A', 'tbd', '--', '.'])('is none without a part number: %j', (mpn) => {
    expect(() => read({ mpn })).toThrow(
      expect.objectContaining({
        code: 'invalid_body',
        more: { errors: [expect.objectContaining({ path: 'mpn' })] },
      }),
    );
  });

  it.each([
    { resistance: { value: 0 } }, // of a jumper
    { temperature_coefficient: { value: -150 } },
    { temperature_coefficient: { value: 0 } },
    { capacitance: { value: 1e-15 } },
    { frequency: { value: 1e11 } },
    { tolerance: { value: '-20/+80 %' } },
  ])('may say %j', (fields) => {
    expect(refused({ fields })).toEqual([]);
  });

  it.each([
    ['resistance', -5],
    ['resistance', 1e-300],
    ['capacitance', 0],
    ['tolerance', -1],
    ['pins', 0],
    ['voltage_rating', 1e308],
    ['temperature_coefficient', -1e16],
  ])('is refused with a %s of %d, and told why', (name, value) => {
    const { error } = OwnComponent.safeParse({ ...described, fields: { [name]: { value } } });
    expect(error?.issues).toMatchObject([{
      path: ['fields', name, 'value'],
      message: expect.stringMatching(/^must be (more than 0|0 or more|from )/),
    }]);
  });

  it.each([
    [{ fields: { color: { value: 'red' } } }, ['unknown']],
    [{ fields: { manufacturer: { value: 'Yageo' } } }, ['unknown']],
    [{ fields: { resistance: { value: 1, source: 'supplier:mouser' } } }, ['unknown']],
    [{ fields: { resistance: { value: 1, unit: 'kohm' } } }, ['fields.resistance.unit']],
    [{ fields: { resistance: { value: '10k', unit: 'ohm' } } }, ['fields.resistance.unit']],
    [{ fields: { resistance: { value: null } } }, ['fields.resistance.value']],
    [{ fields: { category: { value: 'thing' } } }, ['fields.category.value']],
    [{ fields: { lifecycle: { value: 'Active' } } }, ['fields.lifecycle.value']],
    [{ fields: { package: { value: 603 } } }, ['fields.package.value']],
    [{ fields: { package: { value: '' } } }, ['fields.package.value']],
    [{ fields: { package: { value: '06\u202e03' } } }, ['fields.package.value']],
    [{ fields: { datasheet: { value: 'javascript:alert(1)' } } }, ['fields.datasheet.value']],
    [{ fields: { datasheet: { value: 'see shelf 4' } } }, ['fields.datasheet.value']],
    [{ fields: { package: { value: '0603', reference: 'data:text/html,x' } } }, ['fields.package.reference']],
    [{ mpn: '' }, ['mpn']],
    [{ mpn: 'A\0' }, ['mpn']],
    [{ mpn: 'A'.repeat(121) }, ['mpn']],
    // 18 characters each where numbers are compared
    [{ mpn: '\ufdfa'.repeat(7) }, ['mpn']],
    [{ manufacturer: '\u200b' }, ['manufacturer']],
    [{ source: 'own' }, ['unknown']],
  ])('is refused as %j', (change, places) => {
    expect(refused(change)).toEqual(places);
  });
});
