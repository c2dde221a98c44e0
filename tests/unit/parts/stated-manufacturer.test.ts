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
    [['Nexperia'], 'Nexperia uses this part number, too.'],
    [['Nexperia', 'onsemi', 'Vishay'], 'Nexperia, onsemi and Vishay use this part number, too.'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D and E use this part number, too.'],
    [['A', 'B', 'C', 'D', 'E', 'F'], 'A, B, C, D and 2 more use this part number, too.'],
  ])('names the others, and how many more there are: %j', (others, detail) => {
    const { remarks } = checkManufacturer(found(1), others, null);
    expect(remarks[0]?.detail).toBe(
      `The BOM names no manufacturer: ${found(1).value}'s was taken. ${detail}`,
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
