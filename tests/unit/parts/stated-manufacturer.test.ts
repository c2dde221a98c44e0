import { describe, expect, it } from 'vitest';
import type { ComponentField } from '../../../shared/domain/component.ts';
import { checkManufacturer, chooseManufacturer } from '../../../shared/parts/stated-manufacturer.ts';
import { resolvePart } from '../../../shared/enrich/resolve.ts';

const found = (confidence: number): ComponentField => ({ value: 'Analog Devices', source: 'a', confidence });
const check = (stated: string | null, confidence = 0.95) => checkManufacturer(found(confidence), [], stated);

describe('the manufacturer in the BOM', () => {
  it('changes nothing when there is none', () => {
    expect(check(null)).toEqual({ manufacturer: found(0.95), remarks: [] });
    expect(check(' ')).toEqual({ manufacturer: found(0.95), remarks: [] });
  });

  it.each([['Analog Devices, Inc.', 1], ['ADI', 0.95], ['AD', 0.95]])(
    'agrees when it is %s',
    (stated, confidence) => {
      expect(check(stated, 0.5)).toEqual({ manufacturer: found(confidence), remarks: [] });
    },
  );

  it('is less sure, but no contradiction, when it is a brand that was taken over', () => {
    for (const stated of ['Linear Technology', 'LT']) {
      const { manufacturer, remarks } = check(stated, 1);
      expect(manufacturer).toEqual(found(0.7));
      expect(remarks).toEqual([{
        code: 'manufacturer_taken_over',
        detail: `${stated} is Analog Devices today.`,
      }]);
    }
  });

  it('is less sure, but no contradiction, when parts of the found one came from it', () => {
    const nexperia: ComponentField = { value: 'Nexperia', source: 'a', confidence: 1 };
    expect(checkManufacturer(nexperia, [], 'Philips')).toEqual({
      manufacturer: { ...nexperia, confidence: 0.7 },
      remarks: [{
        code: 'manufacturer_taken_over',
        detail: 'The BOM says Philips; this part is listed under Nexperia today.',
      }],
    });
  });

  it('chooses one by its own name before one that is only linked to it', () => {
    const findings = ['Nexperia', 'NXP Semiconductors'].map((manufacturer) => (
      { source: 'a', mpn: 'X', manufacturer, fields: {} }
    ));
    expect(chooseManufacturer(findings, 'NXP')).toEqual({ findings: [findings[1]], others: [] });
    expect(chooseManufacturer(findings.slice(0, 1), 'NXP')).toEqual({ findings: [findings[0]], others: [] });
    expect(chooseManufacturer(findings, 'Vishay').others).toEqual(['NXP Semiconductors']);
  });

  it.each([
    ['onsemi / Nexperia', 'onsemi'],
    ['Nexperia, ON', 'Nexperia'],
    ['Murata or ON or Nexperia', 'onsemi'],
    ['TDK; Nexperia', 'Nexperia'],
  ])('is each of several in one cell, %s, and the first that has the number is taken', (stated, first) => {
    const resolution = resolvePart({ mpn: 'BSS138', manufacturer: stated });
    expect(resolution?.component.manufacturer).toBe(first);
    expect(resolution?.others).toEqual([]);
    expect(resolution?.remarks).toEqual([]);
    expect(resolution?.quality_score).toBeGreaterThan(95);
  });

  it('is remarked of several in one cell where none has the number, or where one of them is unknown', () => {
    expect(check('onsemi / Nexperia').remarks).toMatchObject([{ code: 'manufacturer_contradicted' }]);
    expect(check('onsemi / Nobody Ltd.').remarks).toMatchObject([{ code: 'manufacturer_unknown' }]);
    expect(check('Linear Technology / Nexperia').remarks[0]?.detail)
      .toBe('Linear Technology is Analog Devices today.');
  });

  it('is remarked when it is another known manufacturer, and neither is believed', () => {
    const { manufacturer, remarks } = check('\u200eTexas Instruments');
    expect(manufacturer.confidence).toBeLessThan(0.5);
    expect(manufacturer.conflicts).toEqual([{ value: 'Texas Instruments', source: 'bom', confidence: 1 }]);
    expect(remarks).toMatchObject([{ code: 'manufacturer_contradicted' }]);
  });

  it('is remarked when nobody knows it', () => {
    const { manufacturer, remarks } = check('Northwind Instruments');
    expect(manufacturer).toEqual(found(0.8));
    expect(remarks).toMatchObject([{ code: 'manufacturer_unknown' }]);
  });

  it('costs quality when it contradicts, is old or is open', () => {
    const quality = (mpn: string, manufacturer: string | null) =>
      resolvePart({ mpn, manufacturer })?.quality_score ?? 0;
    expect(quality('RC0603FR-0710KL', 'Vishay')).toBeLessThan(quality('RC0603FR-0710KL', 'Yageo') - 10);
    expect(quality('MAX17048G+T10', 'Maxim Integrated')).toBeLessThan(
      quality('MAX17048G+T10', 'Analog Devices'),
    );
    expect(quality('2N7002', null)).toBeLessThan(quality('2N7002', 'Nexperia'));
  });

  it.each([
    ...[
      'BC847B',
      'BAV99',
      'BAT54C',
      'BC817-25',
      'BSS138',
      'BSS84',
      'SS14',
      '1N4148',
      '2N7002',
      'LM358',
      'NE555',
    ],
    ...[
      '7805',
      '78L05',
      '78M12',
      '7912',
      'LM7805',
      'LM317',
      'BZX84C5V1',
      'BZT52C3V3S',
      'MMSZ5231B',
      'SMAJ5.0A',
    ],
  ])('is open for %s where there is none, with who uses the number', (mpn) => {
    const resolution = resolvePart({ mpn, manufacturer: null });
    expect(resolution?.step).toBe('series');
    expect(resolution?.remarks).toMatchObject([{ code: 'manufacturer_open' }]);
    expect(resolution?.others.length).toBeGreaterThan(0);
    expect(resolution?.others.every(({ step, reason }) => step === 'exact' && reason !== '')).toBe(true);
    const stated = resolution?.others[0]?.manufacturer ?? '';
    expect(resolvePart({ mpn, manufacturer: stated })?.component.manufacturer).toBe(stated);
    expect(resolvePart({ mpn, manufacturer: stated })?.remarks).toEqual([]);
  });

  it.each(['BZX584C5V1', 'BZT52B5V1S', 'MM1Z5V1B', '1N5349B', 'MMSZ5V1', '1SMB5925B', '2SA1213', 'BAT54TW'])(
    'is open for %s, a number that nobody owns, even where one manufacturer alone is known',
    (mpn) => {
      const open = resolvePart({ mpn, manufacturer: null });
      expect(open?.remarks).toMatchObject([{ code: 'manufacturer_open' }]);
      const { manufacturer } = open!.component;
      expect(resolvePart({ mpn, manufacturer })?.remarks).toEqual([]);
      expect(open!.quality_score).toBeLessThan(resolvePart({ mpn, manufacturer })!.quality_score);
    },
  );

  it.each(['BZX585-C5V1', 'MMSZ5231BT1G', 'BZX84C5V1-7-F', '2N7002KT1G'])(
    "is not open for %s, whose ending or spelling is one manufacturer's",
    (mpn) => expect(resolvePart({ mpn, manufacturer: null })?.remarks).toEqual([]),
  );

  it.each([
    [['Nexperia'], 'Nexperia uses this part number, too.'],
    [['Nexperia', 'onsemi', 'Vishay'], 'Nexperia, onsemi and Vishay use this part number, too.'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D and E use this part number, too.'],
    [['A', 'B', 'C', 'D', 'E', 'F'], 'A, B, C, D and 2 more use this part number, too.'],
  ])('names the others, and how many more there are: %j', (others, detail) => {
    const { remarks } = checkManufacturer(found(1), others, null);
    expect(remarks[0]?.detail).toBe(
      `The BOM names no manufacturer: Analog Devices' was taken. ${detail}`,
    );
  });

  it('is said to be open, with the others named, when several manufacturers use the number', () => {
    const [remark, ...others] = resolvePart({ mpn: '2N7002', manufacturer: null })?.remarks ?? [];
    expect(others).toEqual([]);
    expect(remark?.code).toBe('manufacturer_open');
    expect(remark?.detail).toMatch(
      /^The BOM names no manufacturer: \S+'s was taken\. (.*, )?onsemi(,.*)? and .* use this part number, too\.$/,
    );
  });
});
