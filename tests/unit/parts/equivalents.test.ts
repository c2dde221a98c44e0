import { describe, expect, it } from 'vitest';
import { resolvePart } from '../../../shared/enrich/resolve.ts';
import { createDecoder } from '../../../shared/parts/decoders/engine.ts';
import { encode } from '../../../shared/parts/decoders/encoder.ts';
import { decoder } from '../../../shared/parts/decoders/source.ts';
import { bareCodes, chipSizes, tolerances } from '../../../shared/parts/decoders/segments.ts';
import { zerosResistance } from '../../../shared/parts/decoders/codecs.ts';
import type { SeriesTable } from '../../../shared/parts/decoders/table.ts';
import { seriesTables } from '../../../shared/parts/decoders/tables.ts';
import { equivalentsOf, forbidsSubstitutes } from '../../../shared/parts/equivalents.ts';
import { askedBy, partsFor, whyFor } from '../../../shared/parts/parametric.ts';
import { dielectricGrade } from '../../../shared/parts/text/dielectric.ts';
import { numberInValue, numberInWords, valueAsks, wordsAsk } from '../../../shared/parts/text/asks.ts';

const fieldsOf = (mpn: string) => {
  const component = resolvePart({ mpn, manufacturer: null })!.component;
  return { fields: component.fields, manufacturer: component.manufacturer };
};
const secondSources = (mpn: string) => {
  const { fields, manufacturer } = fieldsOf(mpn);
  return equivalentsOf(fields, manufacturer);
};
const number = (mpn: string, name: 'tolerance' | 'voltage_rating' | 'power_rating') =>
  Number(decoder.decode(mpn)[0]?.fields[name]?.value);

describe('writing a number', () => {
  const acme: SeriesTable = {
    id: 'acme-xr',
    manufacturer: 'Acme',
    category: 'chip_resistor',
    series: 'XR',
    description: 'Made up',
    reference: { title: 'Made up', url: 'https://acme.example/xr.pdf' },
    forms: () => [[
      { literal: 'XR' },
      chipSizes('0402 0603'),
      tolerances('FJ'),
      { separator: '-' },
      bareCodes('reel', '07 10'),
      { name: 'value', field: 'resistance', codec: zerosResistance(2) },
    ]],
  };
  const write = (table: SeriesTable, tolerance: number, value = 4700) =>
    encode([table], createDecoder([table]), {
      category: 'resistor',
      value: { field: 'resistance', value },
      suits: (field, said) =>
        field === 'package'
          ? (said === '0603 (1608 metric)' ? 0 : null)
          : Number(said) <= tolerance
          ? 0
          : null,
    }).map(({ mpn }) => mpn);

  it('takes the codes that suit, and the usual one where nothing decides', () => {
    expect(write(acme, 5)).toEqual(['XR0603F-07472']);
    expect(write({ ...acme, constraints: [{ when: { reel: ['07'] }, then: { tolerance: ['J'] } }] }, 1))
      .toEqual(['XR0603F-10472']);
  });

  it('is not done where a code falls short, the notation has no such value, or a place is the manufacturer’s own', () => {
    expect(write(acme, 0.5)).toEqual([]);
    expect(write(acme, 5, 4_750)).toEqual([]);
    expect(write({ ...acme, forms: () => [[...acme.forms()[0]!, { free: 2 }]] }, 5)).toEqual([]);
  });

  it('comes back to the number it was read from', () => {
    for (const mpn of ['RC0603FR-0710KL', 'CRCW06034K70FKEA', 'CC0603KRX7R9BB104', 'ERJ-3EKF1002V']) {
      const [finding] = decoder.decode(mpn);
      const { fields } = finding!;
      const field = fields.resistance ? 'resistance' : 'capacitance';
      const again = encode([...tablesOf(finding!.source)], decoder, {
        category: String(fields.category!.value),
        value: { field, value: Number(fields[field]!.value) },
        suits: (name, said) => {
          const value = typeof said === 'object' && said !== null && 'value' in said ? said.value : said;
          return value === fields[name]?.value ? 0 : null;
        },
      });
      expect(again.map((one) => one.mpn)).toEqual([mpn]);
    }
  });
});

describe('second sources', () => {
  it('are numbers of other manufacturers, one each, that say what was compared and that nobody confirmed them', () => {
    const found = secondSources('RC0603FR-0710KL');
    const manufacturers = found.map(({ finding }) => finding.manufacturer);
    expect(manufacturers).not.toContain('Yageo');
    expect(new Set(manufacturers).size).toBe(manufacturers.length);
    expect(found.map(({ finding }) => finding.mpn)).toEqual(
      expect.arrayContaining(['CRCW060310K0FKEA', 'RMCF0603FT10K0']),
    );
    expect(found[0]!.sentence).toMatch(
      /^Same size, value, technology, tolerance.* by .*'s numbering\. Not confirmed to be sold; pulse load and noise.* not compared\.$/,
    );
    for (const { sentence } of found) expect(sentence).not.toMatch(/drop-in/i);
  });

  it.each(['GRM188R71H104KA93D', 'CL10B104KB8NNNC', 'CC0402JRNPO9BN220', 'C0603C104K5RACTU'])(
    'of %s are of its value and size, and no worse in tolerance, voltage and dielectric',
    (mpn) => {
      const { fields } = fieldsOf(mpn);
      const found = secondSources(mpn);
      expect(found.length).toBeGreaterThan(3);
      for (const { finding } of found) {
        expect(finding.fields.capacitance?.value, finding.mpn).toBe(fields.capacitance?.value);
        expect(finding.fields.package?.value, finding.mpn).toBe(fields.package?.value);
        expect(number(finding.mpn, 'tolerance'), finding.mpn).toBeLessThanOrEqual(
          Number(fields.tolerance?.value),
        );
        expect(number(finding.mpn, 'voltage_rating'), finding.mpn)
          .toBeGreaterThanOrEqual(Number(fields.voltage_rating?.value));
        const [asked, given] = [fields, finding.fields].map(({ dielectric }) =>
          dielectricGrade(`${dielectric?.value}`)!
        );
        expect(given!.class, finding.mpn).toBe(asked!.class);
        expect(given!.rank, finding.mpn).toBeGreaterThanOrEqual(asked!.rank);
      }
    },
  );

  it('keep what the part is made for, and are none for what a number does not say', () => {
    for (const { finding } of secondSources('AA0603FR-0710KL')) {
      expect(finding.fields.feature?.value, finding.mpn).toBe('anti-sulphur');
    }
    const { fields, manufacturer } = fieldsOf('GRM188R71H104KA93D');
    expect(equivalentsOf({ ...fields, feature: { value: 'RF', source: 'x', confidence: 1 } }, manufacturer))
      .toEqual([]);
    expect(
      equivalentsOf({ ...fields, category: { value: 'inductor', source: 'x', confidence: 1 } }, manufacturer),
    )
      .toEqual([]);
    const { package: _, ...unsized } = fields;
    expect(equivalentsOf(unsized, manufacturer)).toEqual([]);
  });

  it('are not looked for where the BOM says that nothing may be taken instead', () => {
    for (const policy of ['No', 'none', 'NO SUBSTITUTE', 'ECO', 'Do not substitute']) {
      expect(forbidsSubstitutes(policy), policy).toBe(true);
    }
    for (const policy of [null, '', 'Yes', 'Any parametric equivalent', 'Noritake ok']) {
      expect(forbidsSubstitutes(policy), String(policy)).toBe(false);
    }
  });
});

describe('a line without a number', () => {
  const line = (
    value: string,
    footprint: string | null,
    designator: string,
    description: string | null = null,
  ) => askedBy({ value, footprint, description, designators: [designator] })[0] ?? null;

  it.each([
    ['100n 50V', 'C_0603_1608Metric', 'C1', {
      kind: 'capacitor',
      value: 1e-7,
      package: '0603 (1608 metric)',
      voltage: 50,
    }],
    ['10uF/16V/X5R', '0805', 'C2', { kind: 'capacitor', value: 1e-5, voltage: 16, dielectric: 'X5R' }],
    ['4k7 1%', 'R_0402_1005Metric', 'R1', {
      kind: 'resistor',
      value: 4700,
      tolerance: { value: 1, unit: '%' },
    }],
  ])('asks for %s in %s', (value, footprint, designator, asked) => {
    expect(line(value, footprint, designator)).toMatchObject(asked);
  });

  it.each([
    ['no size', '100n', null, 'C1'],
    ['no chip', '100n', 'SOT-23', 'C1'],
    ['no value', 'red', '0603', 'R1'],
    ['another kind of part', 'BLUE', 'LED_0603_1608Metric', 'D1'],
  ])('says nothing that can be proposed with %s', (_what, value, footprint, designator) => {
    expect(line(value, footprint, designator)).toBeNull();
  });

  it('is proposed parts of what it asks for, and told what it left open', () => {
    const asked = line('100n 50V', '0603', 'C1')!;
    const found = partsFor(asked);
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const { mpn, fields } of found) {
      expect(fields.capacitance?.value, mpn).toBe(1e-7);
      expect(fields.package?.value, mpn).toBe('0603 (1608 metric)');
      expect(Number(fields.voltage_rating?.value ?? 50), mpn).toBeGreaterThanOrEqual(50);
    }
    expect(whyFor(asked, found[0]!)).toMatch(
      /^Value and size as the BOM says, by .*'s numbering\. The BOM does not say tolerance, dielectric: what is usual was taken\. Not confirmed to be sold\.$/,
    );
    const [first] = partsFor(line('10k 0.1%', 'R_0603_1608Metric', 'R1')!);
    expect(Number(first!.fields.tolerance?.value)).toBeLessThanOrEqual(0.1);
  });

  it.each<[string, string, string, readonly number[]]>([
    // the codes on parts
    ['104', 'C0603', 'C1', [1e-7]],
    ['103', 'C0603', 'C1', [1e-8]],
    ['104K', 'C0603', 'C1', [1e-7]],
    ['103', 'R0603', 'R1', [10e3]],
    ['1002', 'R0603', 'R1', [10e3]],
    ['473', 'R0603', 'R1', [47e3]],
    // E96 has it, too
    ['102', 'R0603', 'R1', [1e3, 102]],
    // numbers that are no codes
    ['100', 'R0603', 'R1', [100]],
    ['470', 'R0603', 'R1', [470]],
    ['0', 'R0603', 'R1', [0]],
    ['0,1', 'C0603', 'C1', [1e-7]],
    ['10', 'C0603', 'C1', [1e-11, 1e-5]],
    ['100', 'C0603', 'C1', [1e-10, 1e-4]],
    ['10k', 'R0603', 'R1', [10e3]],
    // prefixes, and no tolerances
    ['10K', 'R0603', 'R1', [10e3]],
    ['1M', 'R0603', 'R1', [1e6]],
    ['4.7K', 'R0603', 'R1', [4700]],
    ['109', 'C0603', 'C1', []],
  ])('that says %s on %s asks for what the number can mean', (value, footprint, designator, values) => {
    expect(askedBy({ value, footprint, designators: [designator] }).map((asked) => asked.value)).toEqual(
      values,
    );
  });

  it('is told how a bare number was read', () => {
    const asked = line('104', 'C_0603_1608Metric', 'C1')!;
    expect(whyFor(asked, partsFor(asked)[0]!)).toContain('numbering. Its 104 is read as 100 nF. The BOM');
  });

  it.each([
    ['10k 1%', 'R0603', 'R1', 'Vishay', /^CRCW0603/],
    ['4u7 16V X5R', 'C0603', 'C1', 'Samsung', /^CL10A475/],
    ['4u7 16V X5R', 'C0603', 'C1', 'TDK', /^C1608X5R/],
  ])(
    '%s on %s is proposed first what its manufacturer makes',
    (value, footprint, designator, stated, number) => {
      const asked = line(value, footprint, designator)!;
      const found = partsFor(asked, stated);
      expect(found[0]!.mpn).toMatch(number);
      expect(found.length).toBe(partsFor(asked).length);
    },
  );

  it.each([
    ['22p', '0402', ['GRM1555C1H220JA01D', 'CL05C220JB5NNNC', 'CC0402JRNPO9BN220', 'C0402C220J5GACTU']],
    ['100p C0G', '0603', ['GRM1885C1H101JA01D', 'CC0603JRNPO9BN101']],
    ['10n C0G', '0603', ['GRM1885C1H103KA01D', 'CC0603KRNPO9BN103']],
    ['4p7', '0402', ['GRM1555C1H4R7CA01D', 'CC0402CRNPO9BN4R7']],
    ['100n X7R', '0402', ['GRM155R71H104KA01D', 'CL05B104KB5NNNC']],
    ['10k', '0603', ['RC0603FR-0710KL']],
  ])(
    '%s in %s is proposed in the tolerance, thickness and packing that are usual',
    (value, size, numbers) => {
      const found = partsFor(line(value, size, value.endsWith('k') ? 'R1' : 'C1')!).map(({ mpn }) => mpn);
      expect(found.slice(0, 5)).toEqual(expect.arrayContaining(numbers));
      expect(numbers).toContain(found[0]);
    },
  );

  it.each([
    ['10uF 25V tantalum case C', '6032'],
    ['Tantalum 10uF 25V, C case', '6032'],
    ['10uF 25V tantalum size A', '3216'],
  ])('is proposed the case that its description names: %s', (description, size) => {
    const [asked] = askedBy({ description, designators: ['C4'] });
    const found = partsFor(asked!);
    expect(found.length).toBeGreaterThan(0);
    for (const { mpn, fields } of found) expect(fields.package?.value, mpn).toContain(size);
  });

  it.each([
    ['47uF', null, '1210 Tantalum Capacitor'],
    ['47uF Tantal 1210', null, null],
    ['47uF 10V', 'Capacitor_Tantalum_SMD:CP_EIA-3528-21_Kemet-B', null],
  ])('is proposed tantalums alone where it asks for one: %s in %s, %s', (value, footprint, description) => {
    const found = partsFor(line(value, footprint, 'C1', description)!);
    expect(found.length).toBeGreaterThanOrEqual(2);
    for (const { mpn, fields } of found) {
      expect(fields.category?.value, mpn).toBe('tantalum_capacitor');
      expect(fields.capacitance?.value, mpn).toBe(47e-6);
      expect(fields.package?.value, mpn).toContain('3528');
    }
  });

  it.each([
    ['an electrolytic', '100uF electrolytic', '1210', 'C1'],
    ['a film capacitor', '10n MKT', '1210', 'C1'],
    ['a thermistor', '10k NTC', 'R_0603_1608Metric', 'TH1'],
    ['an array', '10k', 'R_Array_Convex_4x0603', 'RN1'],
  ])('is proposed no chip where it asks for %s', (_what, value, footprint, designator) => {
    expect(line(value, footprint, designator)).toBeNull();
  });

  it.each([
    ['100n 50V', true],
    ['4k7', true],
    ['0R', true],
    ['10uH', true],
    ['Header 5', false],
    ['SOLDER JUMPER', false],
    ['JUMPER 0R', false],
    ['Test point', false],
    ['LED RED', true],
    ['ESP32', true],
    ['BAT54W', true],
    ['FIDUCIAL', false],
    ['N/A', false],
    ['NC', false],
    ['~', false],
    ['TP3', false],
    ['PCB', false],
    ['', false],
    [null, false],
  ])('is worth looking up by its value %j: %s', (value, asks) => {
    expect(valueAsks(value)).toBe(asks);
  });

  it.each([
    ['MountingHole:MountingHole_3.2mm_M3', 'M3', false],
    ['TestPoint:TestPoint_Pad_D1.0mm', '5V_RAIL', false],
    ['Package_TO_SOT_SMD:SOT-23', 'BAT54W', true],
  ])('has nothing to buy where it stands on %s with the value %s', (footprint, value, asks) => {
    expect(valueAsks(value, footprint)).toBe(asks);
  });

  it.each([
    [null, 'STM32F072C8T6', null, true],
    ['', 'some connector to the display', null, true],
    [' ', 'Pin header, through hole, 1x4', null, true],
    [null, 'Mounting hole M3', null, false],
    [null, 'FIDUCIAL 1mm', null, false],
    [null, 'PCB', null, false],
    [null, 'M3 Hole with no copper', null, false],
    [null, 'Through hole resistor', null, true],
    [null, 'Hole plug 5 mm', null, true],
    [null, 'Hall sensor board, assembled', null, true],
    [null, 'Tooling hole', null, false],
    [null, 'Non plated hole', null, false],
    [null, 'Main board', null, false],
    [null, 'Shipping', null, false],
    [null, 'Assembly kit for the lid', null, true],
    [null, 'See note 3', null, false],
    [null, 'Solder bridge', null, false],
    [null, 'Antenna PCB trace', null, false],
    [null, 'Nicht bestückt', null, false],
    [null, 'N/A', null, false],
    [null, '5V rail', 'TestPoint:TestPoint_Pad_D1.0mm', false],
    [null, ' ', 'SOIC-8', false],
    [null, null, 'SOIC-8', false],
    // the value is what is meant
    ['Fiducial', 'STM32F072C8T6', null, false],
    ['10k', 'Mounting hole M3', null, true],
  ])(
    'asks with the value %j, the description %j and the footprint %j: %s',
    (value, description, footprint, asks) => {
      expect(wordsAsk({ value, description, footprint })).toBe(asks);
    },
  );

  it.each([
    ['W25Q128JVSIQ', 'LM358', { number: 'W25Q128JVSIQ', where: 'value' }],
    ['MCU', 'STM32F072C8T6', { number: 'STM32F072C8T6', where: 'description' }],
    [null, '74LVC1G08', { number: '74LVC1G08', where: 'description' }],
    [null, 'IC MCU 32BIT 64KB FLASH 48LQFP', null],
    [null, '10k 0603', null],
    [null, null, null],
  ])('may have a number in the value %j or the description %j', (value, description, expected) => {
    expect(numberInWords({ value, description })).toEqual(expected);
  });

  it.each([
    ['W25Q128JVSIQ', 'W25Q128JVSIQ'],
    ['93LC56BT-I/OT', '93LC56BT-I/OT'],
    ['SG-210STF 12.0000ML3', 'SG-210STF 12.0000ML3'],
    ['1N4148W', '1N4148W'],
    ['BAT54A(SOT23-3)', 'BAT54A'],
    ['100n 50V', null],
    ['4k7', null],
    ['12MHz 18pF', null],
    ['3.3V', null],
    ['10uF/16V/CASE-A', null],
    ['SOT-23-5', null],
    ['0603', null],
    ['LED', null],
    ['LED Red 0603', null],
    ['Conn_01x10', null],
    ['RotaryEncoder_Switch1', null],
    ['TP12', null],
    [null, null],
  ])('names its part in the value %j: %j', (value, number) => {
    expect(numberInValue(value)).toBe(number);
  });
});

function tablesOf(source: string): readonly SeriesTable[] {
  return seriesTables.filter(({ id }) => `decoder:${id}` === source);
}
