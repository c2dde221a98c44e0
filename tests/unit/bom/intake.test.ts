import { describe, expect, it } from 'vitest';
import { readNewBom } from '../../../shared/bom/intake.ts';
import { MAX_LINES } from '../../../shared/domain/limits.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { BOM, ORGANIZATION } from '../support/events.ts';

const header = { organization_id: ORGANIZATION, name: 'Board' };
const bom = (...lines: unknown[]) => readNewBom({ ...header, lines });

function problemOf(body: unknown): Problem {
  try {
    readNewBom(body);
  } catch (error) {
    if (error instanceof Problem) return error;
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
    expect(bom({ mpn: 'A' }).project_id).toBeNull();
    expect(readNewBom({ ...header, project_id: BOM, lines: [{ mpn: 'A' }] }).project_id).toBe(BOM);
  });

  it('is the same from CSV as from lines', () => {
    const csv =
      'MPN,Manufacturer,Qty,RefDes,Comment,DNP\nERJ-3EKF1002V,Panasonic,2,"R1,R2",10k,\nN/A,,,,,x\n';
    expect(readNewBom({ ...header, csv })).toEqual(bom(
      {
        mpn: 'ERJ-3EKF1002V',
        manufacturer: 'Panasonic',
        quantity: 2,
        designators: 'R1,R2',
        description: '10k',
      },
      { mpn: 'N/A', do_not_place: true },
    ));
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
    expect(problemOf(body)).toMatchObject({ status: 422, code: 'empty_bom' });
  });

  it('with more lines than are possible, as lines or as CSV', () => {
    const lines = Array.from({ length: MAX_LINES + 1 }, () => ({ mpn: 'A' }));
    const csv = `MPN\n${'A\n'.repeat(MAX_LINES + 1)}`;
    for (const body of [{ ...header, lines }, { ...header, csv }]) {
      const problem = problemOf(body);
      expect(problem).toMatchObject({ status: 422, code: 'too_many_lines' });
      expect(problem.detail).toContain('10001');
    }
    expect(readNewBom({ ...header, lines: lines.slice(1) }).lines).toHaveLength(MAX_LINES);
  });

  it('before every one of far too many lines is looked at', () => {
    const lines = Array.from({ length: MAX_LINES + 1 }, () => 'not even a line');
    expect(problemOf({ ...header, lines }).code).toBe('too_many_lines');
  });

  it('without any part number', () => {
    expect(problemOf({ ...header, lines: [{ mpn: 'N/A' }, {}] })).toMatchObject({
      status: 422,
      code: 'no_part_numbers',
    });
    expect(problemOf({ ...header, csv: 'MPN,Qty\nTBD,1' }).code).toBe('no_part_numbers');
  });

  it('with a field in a line that does not exist', () => {
    const problem = problemOf({ ...header, lines: [{ mpn: 'A' }, { mpn: 'B', qty: 1 }] });
    expect(problem).toMatchObject({ status: 422, code: 'unknown_field' });
    expect(problem.detail).toContain('lines.1.qty');
  });

  it('with a value in a line that cannot be', () => {
    const problem = problemOf({ ...header, lines: [{ mpn: 'A' }, { mpn: 'B', quantity: -1 }] });
    expect(problem).toMatchObject({ status: 422, code: 'invalid_body' });
    expect(problem.extra.errors?.[0]?.path).toBe('lines.1.quantity');
  });

  it('with a cell of a CSV that is too long', () => {
    const problem = problemOf({ ...header, csv: `MPN\nA\n${'B'.repeat(121)}` });
    expect(problem).toMatchObject({ status: 422, code: 'invalid_body' });
    expect(problem.extra.errors?.[0]?.path).toBe('lines.1.mpn');
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
    expect(problemOf(body)).toMatchObject({ status: 422, code: 'invalid_body' });
  });

  it.each<[string, object]>([
    ['lines and CSV at once', { ...header, csv: 'MPN\nA', lines: [{ mpn: 'A' }] }],
    ['columns of lines', { ...header, lines: [{ mpn: 'A' }], columns: { mpn: 'MPN' } }],
  ])('with %s', (_name, body) => {
    expect(problemOf(body).code).toBe('unknown_field');
  });

  it('with a name for a column of a field that does not exist', () => {
    expect(problemOf({ ...header, csv: 'MPN\nA', columns: { price: 'Price' } }).status).toBe(422);
  });
});
