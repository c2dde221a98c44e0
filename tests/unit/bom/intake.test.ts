import { describe, expect, it } from 'vitest';
import { openEnvelope, readBom } from '../../../shared/bom/intake.ts';
import { CreateBom } from '../../../shared/domain/bom.ts';
import { MAX_LINES, MAX_PART_NUMBER_CHARS } from '../../../shared/domain/limits.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { validate } from '../../../shared/domain/validate.ts';
import { BOM, ORGANIZATION } from '../support/events.ts';
import { foldedBy } from '../support/folding.ts';

const header = { organization_id: ORGANIZATION, name: 'Board' };
const open = (body: unknown) => openEnvelope(validate(CreateBom, body));
const readNewBom = (body: unknown) => readBom(open(body));
const bom = (...lines: unknown[]) => readNewBom({ ...header, lines });

function refusalOf(body: unknown): Refusal {
  try {
    readNewBom(body);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a new BOM', () => {
  it('has its lines numbered in the order given', () => {
    const { lines } = bom({ mpn: 'B' }, {}, { mpn: 'A' });
    expect(lines.map(({ line_number, mpn }) => [line_number, mpn])).toEqual([[1, 'B'], [2, null], [3, 'A']]);
  });

  it('may belong to a project', () => {
    expect(open({ ...header, lines: [{ mpn: 'A' }] }).project_id).toBeNull();
    expect(open({ ...header, project_id: BOM, lines: [{ mpn: 'A' }] }).project_id).toBe(BOM);
  });

  it('is the same from CSV as from lines', () => {
    const csv =
      'MPN,Manufacturer,Qty,RefDes,Description,DNP\nERJ-3EKF1002V,Panasonic,2,"R1,R2",10k,\n,,1,J1,Header,x\n';
    const fromCsv = readNewBom({ ...header, csv }).lines.map((line) => ({ ...line, source_row: null }));
    expect(fromCsv).toEqual(
      bom(
        {
          mpn: 'ERJ-3EKF1002V',
          manufacturer: 'Panasonic',
          quantity: 2,
          designators: 'R1, R2',
          description: '10k',
        },
        { quantity: 1, designators: 'J1', description: 'Header', do_not_place: true },
      ).lines,
    );
  });

  it('brings all that a file says of its lines, and needs no part numbers', () => {
    const csv = 'Comment,Designator,Footprint,LCSC\n10k,"R1,R2",0603,C25804';
    expect(readNewBom({ ...header, csv }).lines).toMatchObject([{
      mpn: null,
      orderable_key: null,
      quantity: 2,
      designators: 'R1, R2',
      value: '10k',
      footprint: '0603',
      supplier_numbers: [{ supplier: 'LCSC', number: 'C25804' }],
      source_row: 2,
    }]);
  });

  it('may name the columns of its CSV', () => {
    const csv = 'Order code,Menge\nERJ-3EKF1002V,4';
    const { lines } = readNewBom({ ...header, csv, columns: { mpn: 'Order code', quantity: 'Menge' } });
    expect(lines[0]).toMatchObject({ mpn: 'ERJ-3EKF1002V', quantity: 4 });
  });
});

describe('the key of a part', () => {
  it('is the same for spellings that differ in nothing that counts', () => {
    const { lines } = bom({ mpn: 'ERJ-3EKF1002V' }, { mpn: ' erj\u20133ekf 1002v. ' });
    expect(lines[0]?.orderable_key).not.toBeNull();
    expect(lines[1]?.orderable_key).toBe(lines[0]?.orderable_key);
  });

  it.each(['N/A', 'TBD', 'dnp', '-', '???', null, ''])(
    'does not exist where there is no part number: %j',
    (mpn) => {
      const { lines } = bom({ mpn: 'A' }, { mpn });
      expect(lines[1]?.orderable_key).toBeNull();
      // What the user wrote stays what the user wrote.
      expect(lines[1]?.mpn).toBe(mpn || null);
    },
  );
});

describe('a BOM is refused', () => {
  it.each<[string, unknown]>([
    ['without lines', { ...header, lines: [] }],
    ['with a header only', { ...header, csv: 'MPN,Qty\n\n' }],
  ])('%s', (_name, body) => {
    expect(refusalOf(body)).toMatchObject({ kind: 'invalid', code: 'empty_bom' });
  });

  it('with more lines than are possible, as lines or as CSV', () => {
    const lines = Array.from({ length: MAX_LINES + 1 }, () => ({ mpn: 'A' }));
    const csv = `MPN\n${'A\n'.repeat(MAX_LINES + 1)}`;
    for (const body of [{ ...header, lines }, { ...header, csv }]) {
      const refusal = refusalOf(body);
      expect(refusal).toMatchObject({ kind: 'invalid', code: 'too_many_lines' });
      expect(refusal.detail).toContain('more than 10000 lines');
    }
    expect(readNewBom({ ...header, lines: lines.slice(1) }).lines).toHaveLength(MAX_LINES);
  });

  it('before every one of far too many lines is looked at', () => {
    const lines = Array.from({ length: MAX_LINES + 1 }, () => 'not even a line');
    expect(refusalOf({ ...header, lines }).code).toBe('too_many_lines');
  });

  it('before it is walked over, when it is a list without end', () => {
    let looks = 0;
    const lines = new Proxy(Array(4_000_000), {
      get(list, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(list, key, receiver);
      },
    });
    expect(refusalOf({ ...header, lines }).code).toBe('too_many_lines');
    expect(looks).toBe(0);
  });

  // One such character is eighteen in the form in which numbers and names are compared.
  it.each(['mpn', 'manufacturer'])('with a %s that grows beyond the limit when it is compared', (field) => {
    const grown = (times: number) => ({ mpn: 'A', manufacturer: 'B', [field]: '\ufdfa'.repeat(times) });
    const refusal = refusalOf({ ...header, lines: [{ mpn: 'A' }, grown(7)] });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_body' });
    expect(refusal.detail).toContain(
      `lines.1.${field}: is longer than the ${MAX_PART_NUMBER_CHARS} characters`,
    );
    expect(bom(grown(6)).lines).toHaveLength(1);
  });

  it('without folding what is too long already', () => {
    const long = { mpn: '\ufdfa'.repeat(1_000_000), manufacturer: '\ufdfa'.repeat(1_000_000) };
    const lengths = foldedBy(() => void refusalOf({ ...header, lines: [long] }));
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(MAX_PART_NUMBER_CHARS);
  });

  it('without any part number', () => {
    expect(refusalOf({ ...header, lines: [{ mpn: 'N/A' }, {}] })).toMatchObject({
      kind: 'invalid',
      code: 'no_part_numbers',
    });
  });

  it('with a field in a line that does not exist', () => {
    const refusal = refusalOf({ ...header, lines: [{ mpn: 'A' }, { mpn: 'B', qty: 1 }] });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'unknown_field' });
    expect(refusal.detail).toContain('lines.1.qty');
  });

  it('with a value in a line that cannot be', () => {
    const refusal = refusalOf({ ...header, lines: [{ mpn: 'A' }, { mpn: 'B', quantity: -1 }] });
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_body' });
    expect(refusal.more.errors?.[0]?.path).toBe('lines.1.quantity');
  });

  it.each<[string, unknown]>([
    ['without a name', { organization_id: ORGANIZATION, lines: [{ mpn: 'A' }] }],
    ['with an empty name', { ...header, name: '  ', lines: [{ mpn: 'A' }] }],
    ['without an organization', { name: 'Board', lines: [{ mpn: 'A' }] }],
    ['without lines or CSV', header],
    ['that is a list', [header]],
    ['that is nothing', null],
    ['whose CSV is no text', { ...header, csv: ['MPN'] }],
  ])('%s', (_name, body) => {
    expect(refusalOf(body)).toMatchObject({ kind: 'invalid', code: 'invalid_body' });
  });

  it.each<[string, object]>([
    ['lines and CSV at once', { ...header, csv: 'MPN\nA', lines: [{ mpn: 'A' }] }],
    ['columns of lines', { ...header, lines: [{ mpn: 'A' }], columns: { mpn: 'MPN' } }],
  ])('with %s', (_name, body) => {
    expect(refusalOf(body).code).toBe('unknown_field');
  });

  it('with a name for a column of a field that does not exist', () => {
    expect(refusalOf({ ...header, csv: 'MPN\nA', columns: { price: 'Price' } }).kind).toBe('invalid');
  });
});

describe('what nobody sees', () => {
  it('is removed from every text, and said', () => {
    const { name, lines, issues } = readNewBom({
      ...header,
      name: 'Bo\u202eard',
      lines: [
        { mpn: 'A' },
        {
          mpn: 'B\u200b',
          manufacturer: '\u200eYageo\u200e',
          designators: 'R\ufeff1',
          description: '\u202e10k',
        },
        { mpn: '\u200bC' },
      ],
    });
    expect(name).toBe('Board');
    expect(lines).toMatchObject([
      { mpn: 'A' },
      { mpn: 'B', manufacturer: 'Yageo', designators: 'R1', description: '10k' },
      { mpn: 'C' },
    ]);
    expect(issues.map(({ code, row, column }) => ({ code, row, column }))).toEqual(
      ['mpn', 'manufacturer', 'designators', 'description', 'name'].map((column) => ({
        code: 'hidden_characters',
        row: null,
        column,
      })),
    );
    expect(issues[0]!.detail).toBe(
      'In lines.1.mpn, invisible characters were removed (U+200B). The same goes for 1 more.',
    );
  });

  it('is named by row and column of a CSV', () => {
    const { lines, issues } = readNewBom({ ...header, csv: 'MPN,Qty\n\nA,1\n\u202eB\u202c,1' });
    expect(lines[1]?.mpn).toBe('B');
    expect(issues).toMatchObject([{ severity: 'warning', row: 4, column: 'MPN', code: 'hidden_characters' }]);
    expect(issues[0]!.detail).toContain('In row 4, column "MPN"');
    expect(issues[0]!.detail).toContain('U+202E, U+202C');
  });

  it('is no part number and no name', () => {
    expect(bom({ mpn: 'A' }, { mpn: '\u200b' }).lines[1]).toMatchObject({ mpn: null, orderable_key: null });
    expect(refusalOf({ ...header, name: '\u200b', lines: [{ mpn: 'A' }] }).code).toBe('invalid_body');
  });
});

describe('a cell that is too long for a line', () => {
  it.each([
    ['MPN', 'B'.repeat(121), null],
    ['MPN', '\ufdfa'.repeat(7), null],
    ['Manufacturer', 'B'.repeat(121), `${'B'.repeat(119)}…`],
    ['Description', 'b'.repeat(2_001), `${'b'.repeat(1_999)}…`],
  ])('is an issue of its line: %s', (column, text, kept) => {
    const fields = { MPN: 'A', Manufacturer: '', Description: '', [column]: text };
    const csv = `MPN,Manufacturer,Description,Qty\nA,,,1\n${Object.values(fields).join(',')},1`;
    const { lines, issues } = readNewBom({ ...header, csv });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ [column.toLowerCase()]: kept });
    expect(issues).toMatchObject([{ severity: 'warning', row: 3, column, code: 'text_too_long' }]);
    expect(issues[0]!.detail).toContain(`In row 3, column "${column}"`);
  });

  it('is nothing that cannot be stored', () => {
    const { lines } = readNewBom({ ...header, csv: 'MPN,Description,Qty\nA,b\0c\ud800,1' });
    expect(lines[0]?.description).toBe('b\ufffdc\ufffd');
  });
});

describe('a text', () => {
  it('that lost characters before it came is warned about', () => {
    const { issues } = readNewBom({ ...header, csv: 'MPN,Manufacturer\nA,W\ufffdrth' });
    expect(issues).toMatchObject([{ row: 2, column: 'Manufacturer', code: 'damaged_text' }]);
  });

  it('of five hundred designators is taken', () => {
    const designators = Array.from({ length: 500 }, (_, i) => `C${1_000 + i}`).join(', ');
    expect(bom({ mpn: 'A', designators }).lines[0]?.designators).toBe(designators);
  });
});

it('a BOM brings what was noticed of its CSV', () => {
  expect(readNewBom({ ...header, csv: 'Title\nMPN,Qty\nA,1' }).issues).toMatchObject([
    { row: 1, code: 'row_above_header' },
  ]);
  expect(bom({ mpn: 'A' }).issues).toEqual([]);
});
