import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../shared/bom/csv.ts';
import { Problem } from '../../../shared/http/problem.ts';

const LINE = {
  mpn: null,
  manufacturer: null,
  quantity: null,
  designators: null,
  description: null,
  do_not_place: false,
};

const partNumbers = (text: string) => readCsv(text, {}).map(({ mpn }) => mpn);

function problemOf(text: string): Problem {
  try {
    readCsv(text, {});
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('rows of a CSV', () => {
  it('become lines, column by column', () => {
    const csv = 'MPN,Manufacturer,Qty,RefDes,Description,DNP\n' +
      'ERJ-3EKF1002V,Panasonic,3,"R1,R2,R3",10k 1%,\n' +
      ',,,J1,Test point,DNP\n';
    expect(readCsv(csv, {})).toEqual([
      {
        mpn: 'ERJ-3EKF1002V',
        manufacturer: 'Panasonic',
        quantity: 3,
        designators: 'R1,R2,R3',
        description: '10k 1%',
        do_not_place: false,
      },
      { ...LINE, designators: 'J1', description: 'Test point', do_not_place: true },
    ]);
  });

  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a pipe', '|'],
  ])('may be separated by %s', (_name, mark) => {
    const csv = [['Qty', 'MPN', 'Description'], ['1', 'A', 'one'], ['2', 'B', 'two']].map((row) =>
      row.join(mark)
    );
    expect(readCsv(csv.join('\n'), {})).toEqual([
      { ...LINE, mpn: 'A', quantity: 1, description: 'one' },
      { ...LINE, mpn: 'B', quantity: 2, description: 'two' },
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may end in %s', (_name, end) => {
    expect(partNumbers(['MPN,Qty', 'A,1', 'B,2', ''].join(end))).toEqual(['A', 'B']);
  });

  it('may stand in a single column', () => {
    expect(partNumbers('MPN\nA\nB')).toEqual(['A', 'B']);
  });

  it('may begin with a byte order mark', () => {
    expect(partNumbers('\uFEFFMPN,Qty\nA,1')).toEqual(['A']);
    expect(partNumbers('\uFEFF"MPN","Qty"\n"A","1"')).toEqual(['A']);
  });

  it('may have quotation marks, separators and line breaks within quoted cells', () => {
    const csv = 'MPN,Description,RefDes\r\nA,"0.1"" header, male","R1\nR2"\r\nB,1/4" bolt,\r\n';
    expect(readCsv(csv, {})).toEqual([
      { ...LINE, mpn: 'A', description: '0.1" header, male', designators: 'R1\nR2' },
      { ...LINE, mpn: 'B', description: '1/4" bolt' },
    ]);
  });

  it('may have blanks around every cell', () => {
    expect(readCsv(' MPN , Qty \n A , 2 \n', {})).toEqual([{ ...LINE, mpn: 'A', quantity: 2 }]);
  });

  it('may be shorter than the header', () => {
    expect(readCsv('MPN,Qty,DNP\nA', {})).toEqual([{ ...LINE, mpn: 'A' }]);
  });

  it('are left out where they are blank', () => {
    expect(partNumbers('\n , \nMPN,Qty\n\nA,1\n,\n  ,  \nB,2\n\n')).toEqual(['A', 'B']);
  });

  it('can be none', () => {
    expect(readCsv('MPN,Qty\n', {})).toEqual([]);
  });

  it('come back as they were written, whatever is in them', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '\t', 'é', '🔌', '-'),
      maxLength: 8,
    });
    const row = fc.record({ mpn: fc.constantFrom('A1', 'B2'), description: cell, designators: cell });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const read = readCsv(Papa.unparse(rows, { quotes: true }), {});
      expect(read).toEqual(rows.map(({ mpn, description, designators }) => ({
        ...LINE,
        mpn,
        description: description.trim() || null,
        designators: designators.trim() || null,
      })));
    }));
  });
});

describe('a row with more cells than the header', () => {
  it('is refused, because an unquoted separator has shifted its cells', () => {
    const problem = problemOf('MPN,RefDes,Qty\nA,R1,1\nB,R2,R3,2\n');
    expect(problem).toMatchObject({ status: 422, code: 'invalid_csv' });
    expect(problem.detail).toContain('Row 3 has more cells');
  });

  it('is taken when nothing stands in them', () => {
    expect(readCsv('MPN,Qty\nA,1,,\n', {})).toEqual([{ ...LINE, mpn: 'A', quantity: 1 }]);
  });
});

describe('a quantity', () => {
  it.each([['3', 3], ['0', 0], ['2.5', 2.5], ['', null], [' 4 ', 4]])('%j is %j', (text, quantity) => {
    expect(readCsv(`MPN,Qty\nA,"${text}"`, {})[0]?.quantity).toBe(quantity);
  });

  it.each(['many', '-1', '1,5', '3 pcs', 'NaN', 'Infinity', '0x10', '1e3', '.5'])(
    'is refused with its row and column: %j',
    (text) => {
      const problem = problemOf(`MPN,Qty (pcs),Qty\nA,,1\nB,,"${text}"`);
      expect(problem).toMatchObject({ status: 422, code: 'invalid_quantity' });
      expect(problem.detail).toContain('Row 3, column "Qty"');
      expect(problem.detail).toContain(text);
    },
  );

  it('is named by the row that a spreadsheet shows, blank rows before it included', () => {
    expect(problemOf('\nMPN,Qty\n\n , \nA,x').detail).toContain('Row 5,');
  });

  it('is not quoted at length', () => {
    expect(problemOf(`MPN,Qty\nA,${'x'.repeat(10_000)}`).detail.length).toBeLessThan(200);
  });
});

describe('a part not to place', () => {
  const flagOf = (word: string) => readCsv(`MPN,DNP\nA,"${word}"`, {})[0]?.do_not_place;

  it.each(['x', 'X', 'y', 'yes', 'Yes', 'TRUE', '1', 'DNP', 'dnf', 'DNI', 'dns', ' dnp '])(
    'is marked by %j',
    (word) => {
      expect(flagOf(word)).toBe(true);
    },
  );

  it.each(['', ' ', 'n', 'No', 'false', '0'])('is not what is marked by %j', (word) => {
    expect(flagOf(word)).toBe(false);
  });

  it.each(['maybe', '2', '-', 'fitted'])('is not guessed from %j', (word) => {
    const problem = problemOf(`MPN,Do not place\nA,\nB,${word}`);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_do_not_place' });
    expect(problem.detail).toContain('Row 3, column "Do not place"');
  });
});

describe('a quotation mark that is never closed', () => {
  it.each([
    ['MPN,Qty\n"A,1\nB,2', 2],
    ['MPN,Qty\nA,1\nB,"2\nC,3', 3],
    ['MPN,Qty\nA,1\n"B"c,2\n', 3],
    ['\n\nMPN,Qty\nA,1\n"B,2\n', 5],
  ])('is refused with its row: %j', (csv, row) => {
    const problem = problemOf(csv);
    expect(problem).toMatchObject({ status: 422, code: 'invalid_csv' });
    expect(problem.detail).toMatch(new RegExp(`^Row ${row}:`));
  });
});
