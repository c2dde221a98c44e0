import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../shared/bom/formats/csv-rows.ts';
import { MAX_COLUMNS } from '../../../shared/bom/limits.ts';
import { openText } from '../../../shared/bom/open.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';

const cellsOf = (text: string) => openText(text).tables[0]!.rows.map(({ cells }) => cells);
/** The first column below the header. */
const partNumbers = (text: string) => cellsOf(text).slice(1).map(([mpn]) => mpn);

function refusalOf(text: string): BomRefusal {
  try {
    openText(text);
  } catch (error) {
    if (error instanceof BomRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('rows of a CSV', () => {
  it.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a pipe', '|'],
  ])('may be separated by %s', (_name, mark) => {
    const rows = [['Qty', 'MPN', 'Description'], ['1', 'A', 'one'], ['2', 'B', 'two']];
    expect(cellsOf(rows.map((row) => row.join(mark)).join('\n'))).toEqual(rows);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may end in %s', (_name, end) => {
    expect(partNumbers(['MPN,Qty', 'A,1', 'B,2', ''].join(end))).toEqual(['A', 'B']);
  });

  it.each([
    ['of several kinds', 'MPN\r\nA\nB\rC\n\rD'],
    ['of another kind in the last row', 'MPN,Designator\r\nA,R1\r\nB,R2\r\nC,R3\nD'],
    ['of several kinds behind quoted cells', '"MPN","Qty"\n"A","1"\r\n"B","2"\r"C","3"\n"D","4"'],
  ])('may have line ends %s', (_name, csv) => {
    expect(partNumbers(csv)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('may have blanks behind a closing quotation mark', () => {
    expect(cellsOf('"MPN" ,"Qty" \n"A"  ,"2" \n')).toEqual([['MPN', 'Qty'], ['A', '2']]);
  });

  it('may have line ends of every kind within quoted cells', () => {
    const csv = 'MPN,RefDes\r\nA,"R1\nR2"\nB,"R3\r\nR4"\rC,"R5\rR6"\r\n';
    expect(cellsOf(csv).slice(1).map(([, names]) => names)).toEqual(['R1\nR2', 'R3\r\nR4', 'R5\rR6']);
  });

  it('are the same whichever line ends stand between them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ' ', ',', '"', '\n', '\r'), maxLength: 6 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(fc.property(fc.array(fc.tuple(cell, ends), { minLength: 1, maxLength: 6 }), (given) => {
      const rows = given.map(([text, end]) => Papa.unparse([['A', text]], { quotes: true }) + end);
      expect(cellsOf(`MPN,Description\n${rows.join('')}`).slice(1).map(([, text]) => text ?? '')).toEqual(
        given.map(([text]) => text.trim()),
      );
    }));
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
    expect(cellsOf(csv).slice(1)).toEqual([['A', '0.1" header, male', 'R1\nR2'], ['B', '1/4" bolt']]);
  });

  it('may have blanks around every cell', () => {
    expect(cellsOf(' MPN , Qty \n A , 2 \n')).toEqual([['MPN', 'Qty'], ['A', '2']]);
  });

  it('are in quotation marks as a whole only where their cells are like those around them', () => {
    const header =
      'Ref,Qty,Description,MPN\nR1,1,resistor,RC0603FR-0710KL\nC1,1,capacitor,GRM188R71H104KA93D';
    const lastOf = (row: string) => cellsOf(`${header}\n"${row}"`).at(-1);
    expect(lastOf('R2,1,resistor,RC0603FR-0722KL')).toHaveLength(4);
    for (
      const sentence of ['do not fit U5,U6,U7,J2', '10k,0603,1%,100mW', '10k,1206,1%,100mW', 'U5,12,U7,J2']
    ) {
      expect(lastOf(sentence)).toEqual([sentence]);
    }
  });

  it('may be shorter than the header', () => {
    expect(cellsOf('MPN,Qty,DNP\nA')).toEqual([['MPN', 'Qty', 'DNP'], ['A']]);
  });

  it('are left out where they are blank', () => {
    expect(partNumbers('\n , \nMPN,Qty\n\nA,1\n,\n  ,  \nB,2\n\n')).toEqual(['A', 'B']);
  });

  it('come back as they were written, whatever is in them', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '\t', 'é', '🔌', '-'),
      maxLength: 8,
    });
    const row = fc.record({ mpn: fc.constantFrom('A1', 'B2'), description: cell, designators: cell });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const read = cellsOf(Papa.unparse(rows, { quotes: true })).slice(1);
      expect(
        read.map(([mpn = '', description = '', designators = '']) => ({ mpn, description, designators })),
      ).toEqual(
        rows.map(({ mpn, description, designators }) => ({
          mpn,
          description: description.trim(),
          designators: designators.trim(),
        })),
      );
    }));
  });
});

/** How often `work` looks at a character of any text. */
function characterLooks(work: () => void): number {
  const { charCodeAt } = String.prototype;
  let looks = 0;
  String.prototype.charCodeAt = function (index) {
    looks += 1;
    return charCodeAt.call(this, index);
  };
  try {
    work();
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  return looks;
}

describe('what a spreadsheet adds', () => {
  it.each<[what: string, csv: string]>([
    ['an apostrophe', "MPN,Qty\n'RC0603FR-0710KL,'2"],
    ['a formula', 'MPN,Qty\n="RC0603FR-0710KL",="2"'],
    ['a quoted formula', 'MPN,Qty\n"=""RC0603FR-0710KL""","=""2"""'],
    ['a formula around the header', '="MPN",="Qty"\nRC0603FR-0710KL,2'],
    ['its separator', 'sep=;\nMPN;Qty\nRC0603FR-0710KL;2'],
    ['its separator, with CRLF', 'SEP=,\r\nMPN,Qty\r\nRC0603FR-0710KL,2\r\n'],
    ['a separator nobody would look for', 'sep=^\nMPN^Qty\nRC0603FR-0710KL^2'],
  ])('is not content: %s', (_what, csv) => {
    expect(cellsOf(csv)).toEqual([['MPN', 'Qty'], ['RC0603FR-0710KL', '2']]);
  });

  it('counts as a row all the same', () => {
    expect(openText('sep=;\nMPN;Qty\nA;x').tables[0]!.rows.map(({ number }) => number)).toEqual([2, 3]);
  });
});

describe('reading', () => {
  it('refuses columns without end', () => {
    const commas = ','.repeat(50_000);
    expect(refusalOf(`${commas}mpn\n${'a\n'.repeat(50_000)}`)).toMatchObject({
      kind: 'invalid',
      code: 'too_many_columns',
      detail: expect.stringContaining('Row 1 has more than 200 columns'),
    });
    expect(refusalOf(`MPN\nA\nB${commas}C`).detail).toContain('Row 3');
  });

  it('takes hundreds of designators for one cell, whatever stands between them', () => {
    const designators = Array.from({ length: 500 }, (_, i) => `C${i}`);
    for (const mark of [',', ', ', '|']) {
      const cells = ['A', '500', designators.join(mark)];
      for (const separator of [';', '\t']) {
        expect(cellsOf(`MPN${separator}Qty${separator}Ref\n${cells.join(separator)}`)[1]).toEqual(cells);
      }
    }
  });

  it('is the same whether its rows are long or short, quoted or plain', () => {
    const cell = fc.constantFrom('', 'A1', ' b ', "'0603", "it's", '="007"', "'90s", 'µF', '\u00a0x', '-');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const plain = rows.map((cells) => cells.join(',')).join('\n');
        // what is too long to be split at once, and what a quotation mark stands in
        const long = rows.map((cells) => `${cells.join(',')}${','.repeat(9_000)}`).join('\n');
        const quoted = rows.map((cells) => `${cells.join(',')},""`).join('\n');
        const cellsOf = (text: string) =>
          [...readRows(text, ',')].map(({ number, cells }) => [number, cells]);
        expect(cellsOf(long)).toEqual(cellsOf(plain));
        expect(cellsOf(quoted)).toEqual(cellsOf(plain));
      }),
    );
  });

  it('counts columns without the empty ones at their end', () => {
    const full = ['MPN', ...Array.from({ length: MAX_COLUMNS - 1 }, (_, i) => `C${i}`)];
    const commas = ','.repeat(1_000);
    expect(cellsOf(`${full.join(',')}${commas}\nA${commas}`)).toHaveLength(2);
    expect(refusalOf(`${full.join(',')},one more\nA`).code).toBe('too_many_columns');
  });

  it('looks at what is long once, whatever separator it may have', () => {
    const text = '\n'.repeat(1_000_000);
    const once = characterLooks(() => void [...readRows(text, ',')]);
    expect(characterLooks(() => void refusalOf(text))).toBeLessThan(2 * once);
  });

  it('finds nothing in what has no text', () => {
    for (const csv of ['', '\n\n', ' \n', '\ufeff']) expect(refusalOf(csv).code).toBe('empty_bom');
  });
});
