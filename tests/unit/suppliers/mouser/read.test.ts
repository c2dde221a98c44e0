/** Texts of a supplier without end, or that no database takes. */
import { describe, expect, it } from 'vitest';
import { requiredFields } from '../../../../shared/assess/quality.ts';
import { SupplierFinding } from '../../../../shared/suppliers/port.ts';
import { MouserPart, readPart } from '../../../../shared/suppliers/mouser/read.ts';

const read = (texts: Record<string, unknown>) =>
  readPart(
    MouserPart.parse({
      MouserPartNumber: 'M-1',
      ManufacturerPartNumber: 'P-1',
      Manufacturer: 'Yageo',
      ...texts,
    }),
    'supplier:test',
  );
/** One character that folds to eighteen. */
const GROWS = '\ufdfa';

describe('a shelf', () => {
  const fields = (Category: string) => read({ Category })?.fields ?? {};

  it.each([
    ['Aluminum Electrolytic Capacitors - SMD', 'electrolytic_capacitor'],
    ['Aluminum Organic Polymer Capacitors', 'electrolytic_capacitor'],
    ['Tantalum Capacitors - Solid SMD', 'tantalum_capacitor'],
    ['Film Capacitors', 'film_capacitor'],
  ])('"%s" holds capacitors that lack no dielectric', (shelf, category) => {
    expect(fields(shelf)).toMatchObject({ category: { value: category, confidence: 0.9 } });
    const missing = requiredFields(fields(shelf)).filter((name) => !(name in fields(shelf)));
    expect(missing).toEqual(['package', 'capacitance', 'tolerance', 'voltage_rating']);
  });

  it.each([
    ['Multilayer Ceramic Capacitors MLCC - SMD/SMT', 'ceramic_capacitor'],
    ['Thick Film Resistors - SMD', 'chip_resistor'],
    ['Thick Film Resistors - Through Hole', 'resistor'],
    ['Metal Film Resistors - Through Hole', 'resistor'],
    ['Wirewound Resistors - Chassis Mount', 'wirewound_resistor'],
    ['Capacitor Kits', undefined],
  ])('"%s" holds parts of the category %s', (shelf, category) => {
    expect(fields(shelf).category?.value).toBe(category);
    expect(fields(shelf)).not.toHaveProperty('dielectric');
  });
});

describe('a text of a supplier', () => {
  it.each<[string, string]>([
    ['ManufacturerPartNumber', 'P'.repeat(121)],
    ['ManufacturerPartNumber', GROWS.repeat(12)],
    ['Manufacturer', 'Y'.repeat(201)],
    ['Manufacturer', GROWS.repeat(12)],
    ['Manufacturer', ' '.repeat(1_000_000) + 'Yageo'],
  ])("that is longer than any %s says nothing, so the part is nobody's", (field, text) => {
    expect(read({ [field]: text })).toBeNull();
  });

  it('of the longest kind is read', () => {
    expect(read({ ManufacturerPartNumber: 'P'.repeat(120) })?.mpn).toHaveLength(120);
    expect(read({ Manufacturer: 'Y'.repeat(200) })?.manufacturer).toHaveLength(200);
  });

  it('keeps no address that was cut', () => {
    const url = (length: number) => 'https://example.com/'.padEnd(length, 'a');
    expect(read({ DataSheetUrl: url(2_000) })?.fields.datasheet?.value).toBe(url(2_000));
    const part = read({ DataSheetUrl: url(2_001), ProductDetailUrl: url(2_001) });
    expect(part?.fields.datasheet).toBeUndefined();
    expect(part?.offer?.url).toBeNull();
  });

  it('keeps of a description what a line may hold, and no half of a character', () => {
    const described = (text: string) => read({ Description: text })?.fields.description?.value;
    expect(described('d'.repeat(5_000_000))).toBe('d'.repeat(2_000));
    expect(described(GROWS.repeat(1_000))).toHaveLength(2_000);
    expect(described(`${'d'.repeat(1_999)}\u{1f600}`)).toBe('d'.repeat(1_999));
    expect(described('a\ud800b\u0000c')).toBe('abc');
  });

  it("has no offer where the supplier's number is longer than any", () => {
    const part = read({ MouserPartNumber: 'M'.repeat(201) });
    expect(part?.offer).toBeNull();
    expect(SupplierFinding.safeParse({ ...part, offers: [] }).success).toBe(true);
  });
});
