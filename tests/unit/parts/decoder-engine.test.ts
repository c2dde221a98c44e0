import { describe, expect, it } from 'vitest';
import { zerosCapacitance, zerosResistance } from '../../../shared/parts/decoders/codecs.ts';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { createDecoderSource } from '../../../shared/parts/decoders/source.ts';
import { startsOf } from '../../../shared/parts/decoders/forms.ts';
import type { Segment, SeriesTable } from '../../../shared/parts/decoders/table.ts';

const reference = { title: 'Numbering of the XR series', url: 'https://manufacturer.example/xr.pdf' };

/** A made-up series: XR, size, packing (may be left out), value, tolerance. */
const xr: SeriesTable = {
  id: 'acme-xr',
  manufacturer: 'Acme',
  category: 'resistor',
  series: 'XR',
  description: 'Chip resistor',
  reference,
  forms: () => [[
    { literal: 'XR' },
    { name: 'size', codes: { A: { package: 'small' }, B: { package: 'large' } } },
    { separator: '-' },
    { name: 'packing', codes: { '': {}, T: { packaging: 'tape' } } },
    { name: 'value', field: 'resistance', codec: zerosResistance(2) },
    { name: 'tolerance', codes: { F: { tolerance: 1 }, Z: {} } },
    { free: 2 },
  ]],
  constraints: [{ when: { packing: ['T'] }, then: { size: ['A'] } }],
  ratings: [
    { when: { size: ['A'] }, states: { power_rating: 0.1 } },
    { where: { field: 'resistance', over: 1000, upTo: 10_000 }, states: { temperature_coefficient: 100 } },
  ],
};

const decode = (key: string) => createDecoder([xr]).decode(key)[0]?.fields;

describe('decoder engine', () => {
  it('states each field with the series as source and its document as reference', () => {
    expect(decode('XRAT103F00')).toMatchObject({
      manufacturer: { value: 'Acme', source: 'decoder:acme-xr', reference: reference.url },
      category: { value: 'resistor' },
      package: { value: 'small', source: 'decoder:acme-xr', confidence: 1 },
      packaging: { value: 'tape' },
      resistance: { value: 10_000, unit: 'ohm', source: 'decoder:acme-xr', confidence: 1 },
      tolerance: { value: 1, unit: '%' },
    });
  });

  it('writes the number as the manufacturer does', () => {
    expect(createDecoder([xr]).decode('XRB103F00')[0]?.mpn).toBe('XRB-103F00');
  });

  it('writes the punctuation within a code', () => {
    const listed = { name: 'number', codes: { XR1A: {} }, spelt: { XR1A: 'XR-1/A' } };
    expect(createDecoder([{ ...xr, forms: () => [[listed]] }]).decode('xr1a')[0]?.mpn).toBe('XR-1/A');
  });

  it('reads another spelling, unless separators tell its parts apart', () => {
    const strict = createDecoder([{ ...xr, isSpeltOneWay: true }]);
    expect(strict.decode('XR-B103F00')).toEqual([]);
    expect(strict.decode('xrb-103f00')).toHaveLength(1);
  });

  it('takes a dash that the scheme has not for another part, where the table says so', () => {
    const { decode } = createDecoder([{ ...xr, hasOwnDashes: true }]);
    for (const mpn of ['XRB103F00', 'XRB-103F00']) expect(decode(mpn)[0]?.mpn, mpn).toBe('XRB-103F00');
    for (const mpn of ['XR-B103F00', 'XRB-103F-00']) expect(decode(mpn), mpn).toEqual([]);
    expect(createDecoder([xr]).decode('XRB-103F-00')).toHaveLength(1);
  });

  it('is less sure of ratings and of the manufacturer than of what the number says', () => {
    const fields = decode('XRA103F00');
    expect(fields?.power_rating?.confidence).toBeLessThan(1);
    expect(fields?.manufacturer?.confidence).toBeLessThan(1);
  });

  it('gives a rating only inside the range of its field, the lower bound excluded', () => {
    expect(decode('XRA102F00')?.temperature_coefficient).toBeUndefined();
    expect(decode('XRA112F00')?.temperature_coefficient?.value).toBe(100);
    expect(decode('XRA103F00')?.temperature_coefficient?.value).toBe(100);
    expect(decode('XRA113F00')?.temperature_coefficient).toBeUndefined();
  });

  it.each([
    ['an unknown code letter', 'XRC103F00'],
    ['a value of another notation', 'XRA1K0F00'],
    ['a character too many', 'XRA103F000'],
    ['a character too few', 'XRA103F0'],
    ['something in front', '1XRA103F00'],
    ['a sign where letters and digits belong', 'XRA103F0%'],
    ['a combination the scheme excludes', 'XRBT103F00'],
    ['nothing', ''],
  ])('does not read a number with %s', (_, key) => {
    expect(decode(key)).toBeUndefined();
  });

  it('does not read a number that can be read in two ways', () => {
    const twice: SeriesTable = {
      ...xr,
      forms: () => [[{ literal: 'Y' }, { name: 'a', codes: { T: {}, TT: {} } }, {
        name: 'b',
        codes: { T: {}, TT: {} },
      }]],
      constraints: [],
    };
    const decoder = createDecoder([twice]);
    expect(decoder.decode('YTTT')).toEqual([]);
    expect(decoder.decode('YTTTT')).toHaveLength(1);
  });

  it('gives no rating of a range where nothing is said of its field', () => {
    const { resistance: _, ...without } = createDecoder([{
      ...xr,
      forms: () => [[{ literal: 'XR' }, { name: 'size', codes: { A: { package: 'small' } } }]],
      ratings: [{ where: { field: 'resistance' }, states: { temperature_coefficient: 100 } }],
    }]).decode('XRA')[0]?.fields ?? {};
    expect(without).toHaveProperty('package');
    expect(without).not.toHaveProperty('temperature_coefficient');
  });

  it('takes back what a series says of no such part, from codes and earlier ratings, and of others leaves it', () => {
    const { decode } = createDecoder([{
      ...xr,
      forms: () => [[
        { name: 'value', codes: { XR0: { resistance: 0 }, XR1: { resistance: 1 } } },
        { name: 'size', codes: { A: {} } },
        { name: 'tolerance', codes: { F: { tolerance: 1 } } },
      ]],
      ratings: [
        { when: { size: ['A'] }, states: { power_rating: 0.1 } },
        { where: { field: 'resistance', upTo: 0 }, drops: ['tolerance', 'power_rating'] },
      ],
    }]);
    const jumper = decode('XR0AF')[0]?.fields;
    expect(jumper?.resistance?.value).toBe(0);
    expect(jumper).not.toHaveProperty('tolerance');
    expect(jumper).not.toHaveProperty('power_rating');
    expect(decode('XR1AF')[0]?.fields).toMatchObject({
      tolerance: { value: 1 },
      power_rating: { value: 0.1 },
    });
  });

  it('states quantities in the unit of their field, where the scheme names no other', () => {
    const { decode } = createDecoder([{
      ...xr,
      forms: () => [[
        { literal: 'XC' },
        { name: 'value', field: 'capacitance', codec: zerosCapacitance },
        {
          name: 'tolerance',
          codes: {
            C: { tolerance: { value: 0.25e-12, unit: 'F' } },
            K: { tolerance: 10 },
            Z: { tolerance: '-20/+80 %' },
          },
        },
        { name: 'voltage', codes: { A: { voltage_rating: 25 } } },
      ]],
      constraints: [],
      ratings: [],
    }]);
    expect(decode('XC104KA')[0]?.fields).toMatchObject({
      capacitance: { value: 1e-7, unit: 'F' },
      tolerance: { value: 10, unit: '%' },
      voltage_rating: { value: 25, unit: 'V' },
    });
    expect(decode('XC104CA')[0]?.fields.tolerance).toMatchObject({ value: 0.25e-12, unit: 'F' });
    expect(decode('XC104ZA')[0]?.fields.tolerance).not.toHaveProperty('unit');
  });

  it('reads a number once whose beginning is one of several of a form', () => {
    const { decode } = createDecoder([{
      ...xr,
      forms: () => [[{ name: 'size', codes: { Y: {}, YA: {} } }, { name: 'grade', codes: { A: {}, B: {} } }]],
      constraints: [],
      ratings: [],
    }]);
    expect(decode('YAB')).toHaveLength(1);
  });

  it('reads a number with and without an optional group, but not with a part of it', () => {
    const { decode } = createDecoder([{
      ...xr,
      forms: () => [[
        { optional: [{ literal: 'X' }] },
        { literal: 'Y' },
        {
          optional: [{ separator: '-' }, { name: 'packing', codes: { T: { packaging: 'tape' } } }, {
            free: 1,
          }],
        },
      ]],
      constraints: [],
      ratings: [],
    }]);
    expect(['Y', 'XY', 'YT1', 'XYT1', 'YT', 'Y1', 'XYT11'].map((mpn) => decode(mpn)[0]?.mpn)).toEqual(
      ['Y', 'XY', 'Y-T1', 'XY-T1', undefined, undefined, undefined],
    );
    expect(decode('YT1')[0]?.fields.packaging?.value).toBe('tape');
    expect(decode('Y')[0]?.fields).not.toHaveProperty('packaging');
  });

  it('does not read a number that can be read with an optional group and without', () => {
    const forms: SeriesTable['forms'] = () => [[{ literal: 'Y' }, { optional: [{ literal: 'A' }] }, {
      name: 'a',
      codes: { B: {}, AB: {} },
    }]];
    const { decode } = createDecoder([{ ...xr, forms, constraints: [], ratings: [] }]);
    expect(decode('YB')).toHaveLength(1);
    expect(decode('YAAB')).toHaveLength(1);
    expect(decode('YAB')).toEqual([]);
  });

  it('refuses a table it could not index', () => {
    for (const start of [{ free: 2 }, { optional: [{ literal: 'X' }] }]) {
      expect(() => createDecoder([{ ...xr, forms: () => [[start, { free: 1 }]] }])).toThrow(/acme-xr/);
    }
  });
});

describe('series whose beginnings are known', () => {
  const counted = (table: SeriesTable) => {
    let made = 0;
    return { table: { ...table, forms: () => (made += 1, table.forms()) }, timesMade: () => made };
  };

  it('are made when the first number is read that begins like theirs, and once', () => {
    for (const begins of ['XRA XRB', 'XR', 'X']) {
      const { table, timesMade } = counted(xr);
      const { decode } = createDecoder([table], { [xr.id]: begins });
      expect(decode('YRA103F00')).toEqual([]);
      expect(timesMade()).toBe(0);
      expect(decode('XRA103F00')).toHaveLength(1);
      expect(decode('XRB103F00')).toHaveLength(1);
      expect(timesMade()).toBe(1);
    }
  });

  it('are found in the order of the tables, whichever was made first', () => {
    const later = { ...xr, id: 'later-xr', manufacturer: 'Later' };
    const { decode } = createDecoder([xr, later], { [xr.id]: 'XRA', [later.id]: 'XRA XRB' });
    expect(decode('XRB103F00').map(({ source }) => source)).toEqual(['decoder:later-xr']);
    expect(decode('XRA103F00').map(({ source }) => source)).toEqual([
      'decoder:acme-xr',
      'decoder:later-xr',
    ]);
  });

  it('begin with three characters, or fewer where a value or a free place follows', () => {
    const starts = (...segments: readonly Segment[]) =>
      startsOf({ ...xr, id: 'other', forms: () => [segments] });
    const codes = { name: 'code', codes: { A: {}, BC: {} } };
    expect(starts({ literal: 'XRYZ' })).toEqual(['XRY']);
    expect(starts(codes, { separator: '-' }, { optional: [{ literal: 'Z' }] }, { literal: '123' })).toEqual([
      'A12',
      'AZ1',
      'BC1',
      'BCZ',
    ]);
    expect(starts(codes, { free: 2 })).toEqual(['A', 'BC']);
    expect(starts(codes, { name: 'value', field: 'resistance', codec: zerosResistance(2) })).toEqual([
      'A',
      'BC',
    ]);
  });
});

describe('the separators of a number', () => {
  const { decode } = createDecoder([xr]);

  it.each(['XRA-103F00', 'XRA103F00', 'xra 103 f00', 'XRA_103/F-00', 'XRA-103F(00)'])(
    'carry nothing: %s is read in the spelling of its manufacturer',
    (mpn) => expect(decode(mpn).map((finding) => finding.mpn)).toEqual(['XRA-103F00']),
  );

  it.each(['XRA-1.03F00', 'XRA-103F0.0', 'XRA-103F00+', 'XRA-103F00#', 'XRA-103F00#PBF', 'XRA#-103F00'])(
    'are no decimal point, plus or hash: %s is not read',
    (mpn) => expect(decode(mpn)).toEqual([]),
  );

  it('may be a hash where the packing code stands open in a number, and nowhere else', () => {
    const packed: SeriesTable = {
      ...xr,
      hasOpenPacking: true,
      forms: () => [[
        { literal: 'XP' },
        { optional: [{ name: 'packing', codes: { D: { packaging: 'reel' } } }] },
      ]],
      constraints: [],
      ratings: [],
    };
    const { decode } = createDecoder([packed]);
    expect(decode('XP#').map((finding) => finding.mpn)).toEqual(['XP']);
    expect(decode('XPD').map((finding) => finding.mpn)).toEqual(['XPD']);
    for (const mpn of ['XPD#', 'X#P', 'XP##', 'XP#D']) expect(decode(mpn), mpn).toEqual([]);
    const { hasOpenPacking: _, ...closed } = packed;
    expect(createDecoder([closed]).decode('XP#')).toEqual([]);
  });
});

describe('decoder source', () => {
  const other: SeriesTable = { ...xr, id: 'bolt-xr', manufacturer: 'Bolt' };
  const capacitor: SeriesTable = {
    ...xr,
    id: 'cove-xc',
    manufacturer: 'Cove',
    category: 'capacitor',
    forms: () => [[{ literal: 'XC' }, { name: 'value', field: 'capacitance', codec: zerosCapacitance }]],
  };
  const source = createDecoderSource(createDecoder([xr, other, capacitor]));

  it('finds nothing for a number of no series', () => {
    expect(source.find('LM358')).toEqual([]);
  });

  it('knows a number as its manufacturer spells it, in any case and with any dash', () => {
    expect(source.find('xra\u2013103f00')[0]?.fields.resistance?.value).toBe(10_000);
  });

  it('leaves other spellings to who decides which part they mean', () => {
    expect(source.find('XRA103F00')).toEqual([]);
    expect(source.find('xc-104')).toEqual([]);
  });

  it('finds the part of every manufacturer whose scheme the number fits', () => {
    expect(source.find('XRA-103F00').map(({ manufacturer }) => manufacturer)).toEqual(['Acme', 'Bolt']);
  });
});
