import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readFile as readTableOf, readTable, type Row } from '../../../shared/bom/lines.ts';
import { readRows } from '../../../shared/bom/formats/csv-rows.ts';
import { MAX_COLUMNS } from '../../../shared/bom/limits.ts';
import type { LineInput } from '../../../shared/domain/bom.ts';
import { MAX_LINES } from '../../../shared/domain/limits.ts';
import { BomRefusal } from '../../../shared/bom/refusal.ts';
import { foldedBy } from '../support/folding.ts';

const LINE = {
  mpn: null,
  manufacturer: null,
  quantity: null,
  designators: null,
  description: null,
  do_not_place: false,
};

const readCsv = (text: string, named: Parameters<typeof readTableOf>[1]): readonly Partial<LineInput>[] =>
  readTableOf(text, named).lines;
const issuesOf = (text: string) =>
  readTableOf(text, {}).issues.map(({ code, row, column }) => ({ code, row, column }));
const partNumbers = (text: string) => readCsv(text, {}).map(({ mpn }) => mpn);

function refusalOf(text: string): BomRefusal {
  try {
    readCsv(text, {});
  } catch (error) {
    if (error instanceof BomRefusal) return error;
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

  it.each([
    ['of several kinds', 'MPN\r\nA\nB\rC\n\rD'],
    ['of another kind in the last row', 'MPN,Designator\r\nA,R1\r\nB,R2\r\nC,R3\nD'],
    ['of several kinds behind quoted cells', '"MPN","Qty"\n"A","1"\r\n"B","2"\r"C","3"\n"D","4"'],
  ])('may have line ends %s', (_name, csv) => {
    expect(partNumbers(csv)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('may have blanks behind a closing quotation mark', () => {
    expect(readCsv('"MPN" ,"Qty" \n"A"  ,"2" \n', {})).toEqual([{ ...LINE, mpn: 'A', quantity: 2 }]);
  });

  it('may have line ends of every kind within quoted cells', () => {
    const csv = 'MPN,RefDes\r\nA,"R1\nR2"\nB,"R3\r\nR4"\rC,"R5\rR6"\r\n';
    expect(readCsv(csv, {}).map(({ designators }) => designators)).toEqual(['R1\nR2', 'R3\r\nR4', 'R5\rR6']);
  });

  it('are the same whichever line ends stand between them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ' ', ',', '"', '\n', '\r'), maxLength: 6 });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(fc.property(fc.array(fc.tuple(cell, ends), { minLength: 1, maxLength: 6 }), (given) => {
      const rows = given.map(([text, end]) => Papa.unparse([['A', text]], { quotes: true }) + end);
      expect(readCsv(`MPN,Description\n${rows.join('')}`, {}).map(({ description }) => description)).toEqual(
        given.map(([text]) => text.trim() || null),
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
    const refusal = refusalOf('MPN,RefDes,Qty\nA,R1,1\nB,R2,R3,2\n');
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_csv' });
    expect(refusal.detail).toContain('Row 3 has more cells');
  });

  it('is taken when nothing stands in them', () => {
    expect(readCsv('MPN,Qty\nA,1,,\n', {})).toEqual([{ ...LINE, mpn: 'A', quantity: 1 }]);
  });
});

describe('a quantity', () => {
  it.each([
    ['3', 3],
    ['0', 0],
    ['2.5', 2.5],
    ['', null],
    [' 4 ', 4],
    ['4,0', 4],
    ['4.0', 4],
    ['1,5', 1.5],
    ['.5', 0.5],
    ['4 pcs', 4],
    ['4pcs.', 4],
    ['4 Stk', 4],
    ['4 Stück', 4],
    ['4x', 4],
    ['10 ea', 10],
    ['1.000,0', 1000],
    ['1 000', 1000],
  ])('%j is %j', (text, quantity) => {
    expect(readCsv(`MPN,Qty\nA,"${text}"`, {})[0]?.quantity).toBe(quantity);
  });

  it.each(['many', '-1', '1.2.3', '3 boxes', 'pcs', 'NaN', 'Infinity', '0x10', '1e3', '5-6'])(
    'is refused with its row and column: %j',
    (text) => {
      const refusal = refusalOf(`MPN,Qty (pcs),Qty\nA,,1\nB,,"${text}"`);
      expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_quantity' });
      expect(refusal.detail).toContain('Row 3, column "Qty"');
      expect(refusal.detail).toContain(text);
    },
  );

  it.each(['1.000', '1,000', '1.000 pcs'])('that could be two is asked about: %j', (text) => {
    const refusal = refusalOf(`MPN,Qty\nA,2\nB,"${text}"`);
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_quantity' });
    expect(refusal.detail).toContain(`Row 3, column "Qty": "${text}" can be read as 1 or as 1000.`);
    expect(refusal.detail).toContain('Write 1 or 1000.');
  });

  it('that could be two is read as the others of its column are', () => {
    const quantities = (csv: string) => readCsv(csv, {}).map(({ quantity }) => quantity);
    expect(quantities('MPN;Qty\nA;1.000\nB;2,5')).toEqual([1000, 2.5]);
    expect(quantities('MPN;Qty\nA;1.000\nB;2.5 pcs')).toEqual([1, 2.5]);
    expect(refusalOf('MPN;Qty\nA;1.000\nB;2.5\nC;2,5').detail).toContain('Row 2,');
  });

  it('is named by the row that a spreadsheet shows, blank rows before it included', () => {
    expect(refusalOf('\nMPN,Qty\n\n , \nA,x').detail).toContain('Row 5,');
  });

  it('is not matched at length, either', () => {
    expect(refusalOf(`MPN,Qty\nA,4${' '.repeat(1_000_000)}boxes`).code).toBe('invalid_quantity');
  });

  it('is not quoted at length', () => {
    expect(refusalOf(`MPN,Qty\nA,${'x'.repeat(10_000)}`).detail.length).toBeLessThan(200);
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
    const refusal = refusalOf(`MPN,Do not place\nA,\nB,${word}`);
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'invalid_do_not_place' });
    expect(refusal.detail).toContain('Row 3, column "Do not place"');
  });
});

describe('the header', () => {
  it.each<[what: string, csv: string, left: number[]]>([
    ['a title and its data', 'Widget board rev 2,,\nDate:,1 May\n\nMPN,Qty,Ref\nA,1,R1\n', [1]],
    ['a title that speaks of a part number', 'Part Number:,PCB-12\nMPN,Qty\nA,1\n', [1]],
    ['a title with another separator', 'Board X, 1 May 2020\n\nItem\tQty\tMPN\n1\t1\tA\n', [1]],
    ['nothing', 'MPN,Qty\nA,1', []],
  ])('is found below %s, and what stands above it is said to be left out', (_what, csv, left) => {
    expect(readCsv(csv, {})).toMatchObject([{ mpn: 'A', quantity: 1 }]);
    const above = readTableOf(csv, {}).issues.filter(({ code }) => code === 'row_above_header');
    expect(above.map(({ row }) => row)).toEqual(left);
  });

  it('has what stands above it told with the number of rows', () => {
    const [issue] = readTableOf('Widget board rev 2,,\nDate:,1 May\n\nMPN,Qty\nA,1\n', {}).issues;
    expect(issue).toMatchObject({ severity: 'warning', row: 1, column: null });
    expect(issue!.detail).toContain('"Widget board rev 2"');
    expect(issue!.detail).toContain('The same goes for 1 more.');
  });

  it('is the first of several that name as much', () => {
    expect(partNumbers('MPN,RefDes\nA,R1\n\nMPN,RefDes\nB,R2')).toEqual(['A', 'MPN', 'B']);
  });

  it('may stand in row 30 and no lower', () => {
    const below = (rows: number) => `${'a title\n'.repeat(rows)}MPN\nA\n`;
    expect(partNumbers(below(29))).toEqual(['A']);
    expect(refusalOf(below(30)).code).toBe('no_part_number_column');
  });

  it('that is missing is looked for in the row that has the most cells', () => {
    const refusal = refusalOf('Widget board\nTeil,Menge\n10k,1\n');
    expect(refusal.detail).toContain('Row 2, taken for the header row, has: "Teil", "Menge"');
    expect(refusalOf('Teil;Menge\n10k;1\n').detail).toContain('has: "Teil", "Menge"');
  });

  it('is found by the names of the caller, too', () => {
    expect(readCsv('Title\nBestellnummer\nA', { mpn: 'Bestellnummer' })).toMatchObject([{ mpn: 'A' }]);
  });

  it('may be missing with everything else', () => {
    for (const csv of ['', '\n\n', ' \n', '\ufeff']) expect(refusalOf(csv).code).toBe('empty_bom');
  });
});

describe('rows that are no lines', () => {
  it.each<[what: string, csv: string, row: number]>([
    ['counts of an exporter', 'MPN,References\nA,R1\n\nComponent Count:,1\n', 4],
    ['counts in other columns', 'Reference,MPN,Qty\nR1,A,1\n\nTotal parts:,1\nDate:,1 May 2020\n', 4],
    ['a date', 'Reference,MPN,Qty\nR1,A,1\n\nDate:,2020-05-01,\n', 4],
    ['sums', 'MPN,Qty,Price\nA,1,2\n\nGrand total,,2\n', 4],
    ['a sum without part number', 'Ref,MPN,Qty\nR1,A,1\n\nTotal,,1\n', 4],
    ['section titles', 'MPN,Qty\n\nResistors:,\nA,1\n', 3],
    ['rules', 'MPN,Qty\n---,---\nA,1\n', 2],
  ])('are left out and said: %s', (_what, csv, row) => {
    expect(partNumbers(csv)).toEqual(['A']);
    const said = readTableOf(csv, {}).issues.filter(({ code }) => code === 'row_is_no_line');
    expect(said).toMatchObject([
      { severity: 'warning', row, column: null, detail: expect.stringContaining(`Row ${row}`) },
    ]);
  });

  it.each<[what: string, csv: string, mpns: (string | null)[]]>([
    ['part numbers behind a blank row', 'MPN,Qty\nA,1\n\nRC0603FR-0710KL,2\n885012206095,1', [
      'A',
      'RC0603FR-0710KL',
      '885012206095',
    ]],
    ['a label where no blank row was', 'MPN,Qty\nA,1\nComponent Count:,1', ['A', 'Component Count:']],
    ['a label with more than a value', 'MPN,Qty,Ref\nA,1,R1\n\nSpare:,1,R2', ['A', 'Spare:']],
    ['a sentence', `MPN,Qty\nA,1\n\n${'so '.repeat(40)}on:,1`, ['A', `${'so '.repeat(40)}on:`]],
    ['words without a colon', 'MPN,Qty\nA,1\n\nto be decided,1', ['A', 'to be decided']],
    ['a part behind a label', 'Comment,MPN\nL,A\n\nResistor:,RC0603FR-0710KL', ['A', 'RC0603FR-0710KL']],
    ['a part for a total', 'Ref,MPN\nR1,A\n\nTotal,RC0603FR-0710KL', ['A', 'RC0603FR-0710KL']],
  ])('are not %s', (_what, csv, mpns) => {
    expect(partNumbers(csv)).toEqual(mpns);
    expect(issuesOf(csv).filter(({ code }) => code === 'row_is_no_line')).toEqual([]);
  });
});

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
    expect(readTableOf(csv, {})).toMatchObject({
      lines: [{ mpn: 'RC0603FR-0710KL', quantity: 2 }],
      issues: [],
    });
  });

  it('counts as a row all the same', () => {
    expect(refusalOf('sep=;\nMPN;Qty\nA;x').detail).toContain('Row 3,');
  });

  it('is taken from free text only where it guards a formula', () => {
    const description = (text: string) => readCsv(`MPN,Description\nA,${text}`, {})[0]?.description;
    expect(description("'90s style")).toBe("'90s style");
    expect(description("'=1+1")).toBe('=1+1');
  });

  it('may be empty', () => {
    expect(readCsv('MPN,Qty,Description\nA,="",=""', {})).toEqual([{ ...LINE, mpn: 'A' }]);
  });
});

describe('columns that are not read', () => {
  it('are named, so that what is missing is not missed', () => {
    const [issue] = readTableOf('MPN,Value,Quantity Per PCB,,Ref\nA,10k,1,,R1', {}).issues;
    expect(issue).toMatchObject({ severity: 'info', code: 'columns_not_read', row: null, column: null });
    expect(issue!.detail).toContain('"Value", "Quantity Per PCB", "Ref"');
  });

  it('of a name that another has are warned about', () => {
    const csv = 'MPN,Qty,MPN\nA,1,\n,2,B';
    expect(issuesOf(csv)).toEqual([{ code: 'duplicate_column', row: null, column: 'MPN' }]);
    expect(readTableOf(csv, {}).issues[0]!.detail).toContain('Only column 1 was read');
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

describe('reading', () => {
  const row = (number: number, ...cells: string[]): Row => ({ number, cells, isAfterBlank: false });

  /** Rows without an end, and how many of them were taken. */
  function endless(cells: readonly string[]) {
    let taken = 0;
    function* rows(): Generator<Row> {
      yield row(1, 'MPN', 'Qty');
      for (let number = 2;; number += 1) {
        taken += 1;
        yield row(number, ...cells);
      }
    }
    return { rows: rows(), taken: () => taken };
  }

  it('ends one row behind the last that is possible', () => {
    const { rows, taken } = endless(['A', '1']);
    expect(() => readTable(rows, {})).toThrow(expect.objectContaining({ code: 'too_many_lines' }));
    expect(taken()).toBe(MAX_LINES + 1);
  });

  it('ends with rows that are no lines, too', () => {
    const { rows, taken } = endless(['---']);
    expect(() => readTable(rows, {})).toThrow(expect.objectContaining({ code: 'too_many_lines' }));
    expect(taken()).toBeLessThan(MAX_LINES);
  });

  it('takes as many lines as are possible, with a sum below them', () => {
    const csv = `MPN,Qty\n${'A,1\n'.repeat(MAX_LINES)}\nTotal:,${MAX_LINES}\n`;
    expect(readCsv(csv, {})).toHaveLength(MAX_LINES);
  });

  it('refuses columns without end', () => {
    const commas = ','.repeat(50_000);
    expect(refusalOf(`${commas}mpn\n${'a\n'.repeat(50_000)}`)).toMatchObject({
      kind: 'invalid',
      code: 'too_many_columns',
      detail: expect.stringContaining('Row 1 has more than 200 columns'),
    });
    expect(refusalOf(`MPN\nA\nB${commas}C`).detail).toContain('Row 3');
  });

  it('counts columns without the empty ones at their end', () => {
    const full = ['MPN', ...Array.from({ length: MAX_COLUMNS - 1 }, (_, i) => `C${i}`)];
    const commas = ','.repeat(1_000);
    expect(readCsv(`${full.join(',')}${commas}\nA${commas}`, {})).toHaveLength(1);
    expect(refusalOf(`${full.join(',')},one more\nA`).code).toBe('too_many_columns');
  });

  it('folds headers, never what stands below them', () => {
    const header = ['MPN', ...Array.from({ length: 99 }, (_, i) => `C${i}`)].join(',');
    const cells = Array(100).fill('x').join(',');
    const folded = (rows: number) =>
      foldedBy(() => void readCsv(`${header}\n${`${cells}\n`.repeat(rows)}`, {})).length;
    expect(folded(1_000)).toBe(folded(40));
  });

  it('looks at what is long once, whatever separator it may have', () => {
    const text = '\n'.repeat(1_000_000);
    const once = characterLooks(() => void [...readRows(text, ',')]);
    expect(characterLooks(() => void refusalOf(text))).toBeLessThan(2 * once);
  });

  it('says no more about many rows than about one', () => {
    const csv = `${'a title\n'.repeat(29)}MPN,Qty\nA,1\n\n${'Count:,1\n'.repeat(90)}`;
    expect(issuesOf(csv).map(({ code }) => code)).toEqual(['row_above_header', 'row_is_no_line']);
  });
});
