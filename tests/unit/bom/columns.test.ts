import { describe, expect, it } from 'vitest';
import { findColumns } from '../../../shared/bom/columns.ts';
import { readTable } from '../../../shared/bom/lines.ts';
import { openText } from '../../../shared/bom/open.ts';
import type { LineField } from '../../../shared/domain/bom.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';
import { foldedBy } from '../support/folding.ts';

const assigned = (headers: string[], named: Partial<Record<LineField, string>> = {}) =>
  Object.fromEntries([...findColumns(headers, named)].map(([field, { name, index }]) => {
    expect(headers[index]).toBe(name);
    return [field, name];
  }));
const readCsv = (text: string, named: Partial<Record<LineField, string>>) =>
  readTable(openText(text).tables[0]!.rows, named).lines;

function refusalOf(headers: string[], named: Partial<Record<LineField, string>> = {}): BomRefusal {
  try {
    readTable([{ number: 1, cells: headers, isAfterBlank: false }], named);
  } catch (error) {
    if (error instanceof BomRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a column', () => {
  it.each<[LineField, string]>([
    ['mpn', 'MPN'],
    ['mpn', 'Manufacturer Part Number'],
    ['mpn', 'Mfr. Part #'],
    ['mpn', 'MFG_PART_NUMBER'],
    ['mpn', 'Part-Number'],
    ['mpn', 'ＭＰＮ'],
    ['manufacturer', 'Mfr'],
    ['manufacturer', 'Manufacturer Name'],
    ['quantity', 'QTY.'],
    ['quantity', 'Quantity'],
    ['designators', 'Ref Des'],
    ['designators', 'Reference(s)'.replace('(s)', '')],
    ['designators', 'Designator'],
    ['description', 'Description'],
    ['do_not_place', 'Do Not Place'],
    ['do_not_place', 'DNP'],
  ])('of %s is known as %j', (field, header) => {
    expect(assigned(['MPN', 'x', header].slice(field === 'mpn' ? 1 : 0))).toMatchObject({ [field]: header });
  });

  it('of the most trusted spelling is the part number, wherever it stands', () => {
    expect(assigned(['Part Number', 'MPN']).mpn).toBe('MPN');
    expect(assigned(['MPN', 'Part Number']).mpn).toBe('MPN');
  });

  it('may be named by the caller, against every known spelling', () => {
    expect(assigned(['MPN', 'Order code'], { mpn: 'Order code' }).mpn).toBe('Order code');
  });

  it('may serve two fields', () => {
    expect(assigned(['MPN', 'Comment'], { designators: 'Comment' })).toEqual({
      mpn: 'MPN',
      designators: 'Comment',
      description: 'Comment',
    });
  });

  it('that is named and not there is refused with what there is', () => {
    const refusal = refusalOf(['MPN', 'Menge'], { quantity: 'menge' });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'unknown_column' });
    expect(refusal.detail).toContain('"menge" for quantity');
    expect(refusal.detail).toContain('"MPN", "Menge"');
  });

  it('without a name cannot be named', () => {
    expect(refusalOf(['', 'MPN'], { quantity: '' }).code).toBe('unknown_column');
  });

  it('of part numbers is needed', () => {
    const refusal = refusalOf(['Teil', 'Qty']);
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'no_part_number_column' });
    expect(refusal.detail).toContain('Row 1');
    expect(refusal.detail).toContain('"Teil", "Qty"');
  });

  it('is not listed at length when none of them makes sense', () => {
    const headers = Array.from({ length: 10_000 }, (_, i) => `${i} ${'x'.repeat(1_000)}`);
    expect(refusalOf(headers).detail.length).toBeLessThan(2_000);
    expect(refusalOf(headers, { mpn: 'MPN' }).detail.length).toBeLessThan(2_000);
  });

  // Spreadsheets and data tools write row numbers into a first column that has no name.
  it('without a name is nobody’s', () => {
    expect(readCsv(',MPN\n0,A\n1,B\n2,C', {})).toEqual(['A', 'B', 'C'].map((mpn) => ({
      mpn,
      manufacturer: null,
      quantity: null,
      designators: null,
      description: null,
      do_not_place: false,
    })));
  });

  it('that is there twice is read where it stands first', () => {
    expect(readCsv('MPN,MPN\nA,B', {})[0]?.mpn).toBe('A');
    expect(readCsv('Nr,Nr\nA,B', { mpn: 'Nr' })[0]?.mpn).toBe('A');
  });

  it('is recognised at no cost that grows with what stands in the header', () => {
    const folded = foldedBy(() =>
      expect(assigned(['MPN', '\ufdfa'.repeat(100_000)])).toEqual({ mpn: 'MPN' })
    );
    expect(folded).toEqual([3]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('may have any name: %s', (name) => {
    expect(readCsv(`${name},Qty\nA,1`, { mpn: name })[0]?.mpn).toBe('A');
  });
});
