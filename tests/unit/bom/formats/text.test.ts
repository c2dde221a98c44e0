import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../shared/bom/limits.ts';
import { MAX_LINES } from '../../../../shared/domain/limits.ts';
import { cells, cellsOf, open, refusal } from '../../../support/bom-files/opened.ts';

const ROWS = [['MPN', 'Qty', 'RefDes'], ['LM358DR', '1', 'U1'], ['ERJ-3EKF1002V', '2', 'R1 R2']];

describe('separated text', () => {
  it.each([[',', 'a comma'], [';', 'a semicolon'], ['\t', 'a tab'], ['|', 'a pipe']])(
    'may be separated by %j',
    async (mark) => {
      const { container, separator, tables } = await open(ROWS.map((row) => row.join(mark)).join('\r\n'));
      expect({ container, separator, cells: cellsOf(tables[0]) }).toEqual({
        container: 'csv',
        separator: mark,
        cells: ROWS,
      });
    },
  );

  it.each<[what: string, text: string, separator: string]>([
    ['a list of designators in one cell', 'MPN;Qty;Ref\nA;3;R1,R2,R3\nB;2;C1,C2\nC;4;U1,U2,U3,U4\n', ';'],
    ['decimal commas', 'MPN\tPrice\tQty\nA\t1,5\t2\nB\t2,5\t1\nC\t0,5\t7\n', '\t'],
    ['decimal commas and a title', 'Board X, 1 May 2020\n\nItem\tQty\tMPN\n1\t1\tA\n2\t1\tB\n', '\t'],
    ['a list in quotation marks', 'MPN,Qty,Ref\nA,2,"R1;R2"\nB,3,"C1;C2;C3"\n', ','],
    ['descriptions with commas', 'Qty;Desc\n1;res, 10k, 1%\n2;cap, 100n\n3;ic, amp, dual, smd\n', ';'],
    ['two columns only', 'MPN;Ref\nA;"R1, R2"\nB;C1\n', ';'],
    ['no column but one', 'MPN\nA\nB\n', ','],
    ['short rows', 'Qty,Ref,Desc,Note\n1,R1\n1,R2,x\n2,R3,y,z\n4,R4\n', ','],
    [
      'a rule below the header',
      'Item\tQuantity\tReference\tPart\n______________\n1\t4\tC1,C2\t100n\n2\t1\tR1\t10k\n',
      '\t',
    ],
  ])('has its separator found beside %s', async (_what, text, separator) => {
    expect(await open(text)).toMatchObject({ container: 'csv', separator });
  });

  it('may say its separator, which is no row but counts as one', async () => {
    const { separator, tables } = await open('sep=^\r\nMPN^Qty\r\nA,B^1\r\n');
    expect(separator).toBe('^');
    expect(tables[0]!.rows).toMatchObject([{ number: 2, cells: ['MPN', 'Qty'] }, {
      number: 3,
      cells: ['A,B', '1'],
    }]);
  });

  it.each(['\n', '\r\n', '\r'])('counts rows that end in %j, blank ones too', async (end) => {
    const { tables } = await open(['A,B', 'C,D', '', ' , ', 'E,F'].join(end));
    expect(tables[0]!.rows).toMatchObject([
      { number: 1, isAfterBlank: false },
      { number: 2, isAfterBlank: false },
      { number: 5, cells: ['E', 'F'], isAfterBlank: true },
    ]);
  });

  it.each([['\n'], ['\r\n'], ['\r'], [' \n'], ['\t\r\n'], [' , ,\n'], ['""\n']])(
    'counts rows without text between others, of %j each',
    async (blank) => {
      const { tables } = await open(`${blank.repeat(3)}MPN,Qty\n${blank.repeat(2)} A, 1\n${blank.repeat(5)}`);
      expect(tables[0]!.rows).toMatchObject([
        { number: 4, cells: ['MPN', 'Qty'], isAfterBlank: true },
        { number: 7, cells: ['A', '1'], isAfterBlank: true },
      ]);
    },
  );

  it('may have line ends of several kinds', async () => {
    expect(await cells('MPN\r\nA\nB\rC\n\rD')).toEqual([['MPN'], ['A'], ['B'], ['C'], ['D']]);
  });

  it.each<[what: string, cell: string, read: string]>([
    ['an apostrophe', "'RC0603FR-0710KL", 'RC0603FR-0710KL'],
    ['a formula', '="0603"', '0603'],
    ['a formula in quotation marks', '"=""0603"""', '0603'],
    ['an apostrophe before what would run', "'=1+1", '=1+1'],
    ['nothing, where the apostrophe is meant', "'90s style", "'90s style"],
    ['nothing, where marks stand within', '2.54" pitch', '2.54" pitch'],
    ['nothing of what would run', "=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"],
  ])('is freed of %s', async (_what, cell, read) => {
    expect(await cells(`MPN;Qty\n${cell};1\n`)).toEqual([['MPN', 'Qty'], [read, '1']]);
  });

  it('may escape its separator', async () => {
    expect(await cells('Ref,MPN,Qty\nR1\\,R2,A,2\nR3\\,R4\\,R5,B,3\nC1,C,1\n')).toEqual([
      ['Ref', 'MPN', 'Qty'],
      ['R1,R2', 'A', '2'],
      ['R3,R4,R5', 'B', '3'],
      ['C1', 'C', '1'],
    ]);
    expect(await cells('Path,Qty\nC:\\x\\,1\n')).toEqual([['Path', 'Qty'], ['C:\\x\\', '1']]);
  });

  it.each<[text: string, read: string[][], row: number]>([
    ['MPN,Qty\n"A,1\nB,2', [['MPN', 'Qty'], ['"A', '1'], ['B', '2']], 2],
    ['MPN,Qty\nA,1\n"B"c,2\n', [['MPN', 'Qty'], ['A', '1'], ['"B"c', '2']], 3],
    ['MPN,Qty\n"A,1\n"B",2\n', [['MPN', 'Qty'], ['"A', '1'], ['B', '2']], 2],
  ])('is read on behind a quotation mark that is not closed, and says so: %j', async (text, read, row) => {
    const { tables, issues } = await open(text);
    expect(cellsOf(tables[0])).toEqual(read);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'broken_quotation', row }]);
  });

  it('is looked at a few times in all, however many marks are not closed', async () => {
    const text = `MPN\n${'"a\n'.repeat(9_000)}`;
    let looked = 0;
    const { indexOf } = String.prototype;
    String.prototype.indexOf = function (search, from) {
      const found = indexOf.call(this, search, from);
      if (search === '"') looked += (found === -1 ? this.length : found) - (from ?? 0);
      return found;
    };
    try {
      await open(text);
    } finally {
      String.prototype.indexOf = indexOf;
    }
    // Once in full, and once for each separator in its sample.
    expect(looked).toBeLessThan(text.length * 20);
  });

  it('has no cell in quotation marks that is longer than all designators', async () => {
    const { issues, tables } = await open(`MPN,Refs\nA,"${'R1\n'.repeat(9_000)}R2"\nB,"x"\n`);
    expect({ rows: tables[0]!.rows.length, issues }).toEqual({ rows: 3, issues: [] });
    const missing = await open(`MPN,Refs\nA,"R1\n${'RC0603FR-0710KL,R2 R3 R4 R5\n'.repeat(9_000)}C,R"\n`);
    expect(missing.tables[0]!.rows).toHaveLength(9_003);
    expect(missing.issues).toMatchObject([{ code: 'broken_quotation', row: 2 }]);
  });

  it('has as many rows and columns as are possible, and not one more', async () => {
    expect((await open(`A,B\n${'1,2\n'.repeat(MAX_ROWS - 1)}\n,,\n`)).tables[0]!.rows).toHaveLength(MAX_ROWS);
    expect(await refusal('1,2\n'.repeat(MAX_ROWS + 1))).toMatchObject({ code: 'too_many_lines' });
    expect(MAX_ROWS).toBeGreaterThan(MAX_LINES);
    expect((await cells(`${'x,'.repeat(MAX_COLUMNS)},,,,\nA,B\n`))[0]).toHaveLength(MAX_COLUMNS);
    expect(await refusal(`${'x,'.repeat(MAX_COLUMNS)},x\nA,B\n`)).toMatchObject({
      code: 'too_many_columns',
      detail: expect.stringContaining('Row 1 has'),
    });
  });

  it('is empty without text', async () => {
    for (const text of ['', '\n\n', ' \n', '\ufeff', ',,,\n', 'sep=;\n']) {
      expect(await refusal(text)).toMatchObject({ code: 'empty_bom' });
    }
  });

  it('comes back as it was written, in any dialect', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '|', '"', '\n', '\t', 'é', '-'),
      maxLength: 8,
    })
      .map((text) => text.trim());
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 8 })
    );
    const dialect = fc.record({
      separator: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      isMarked: fc.boolean(),
    });
    await fc.assert(fc.asyncProperty(table, dialect, async (rows, { separator, end, isMarked }) => {
      // What a header has and no row needs: names, without which a separator of one column would do as well.
      const all = [rows[0]!.map((_, i) => `Name ${i}`), ...rows];
      const written = all.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator))
        .join(end);
      const expected = all.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
        .filter((row) => row.length > 0);
      expect(await cells((isMarked ? '\ufeff' : '') + written)).toEqual(expected);
    }));
  });
});

describe('a table in Markdown', () => {
  it('has no row for its rule, and no marks around its cells', async () => {
    const text =
      '| Qty | Part | Note |\n|---:|:---|:-:|\n| 3 | `RC0603FR-0710KL` | --- |\n| 1 | **LM358DR** | a `b` c |\n';
    const read = (await cells(text)).map((row) => row.filter((cell) => cell !== ''));
    expect(read).toEqual([
      ['Qty', 'Part', 'Note'],
      ['3', 'RC0603FR-0710KL', '---'],
      ['1', 'LM358DR', 'a `b` c'],
    ]);
  });
});

describe('a table drawn with blanks', () => {
  const EAGLE = [
    'Part     Value          Device        Package      Sheet',
    '',
    'C1       100nF          C-EUC0603     C0603        1',
    'IC1      ATMEGA328P-AU  ATMEGA328P    TQFP32-08    1',
    'R1       10 k           R-EU_R0603    R0603        2',
    'R2                      R-EU_R0603    R0603        2',
  ];

  it('is cut where all of its lines have blanks', async () => {
    const { container, tables } = await open(EAGLE.join('\n'));
    expect(container).toBe('fixed_width');
    expect(tables[0]!.rows).toMatchObject([
      { number: 1, cells: ['Part', 'Value', 'Device', 'Package', 'Sheet'] },
      { number: 3, cells: ['C1', '100nF', 'C-EUC0603', 'C0603', '1'], isAfterBlank: true },
      { number: 4, cells: ['IC1', 'ATMEGA328P-AU', 'ATMEGA328P', 'TQFP32-08', '1'] },
      { number: 5, cells: ['R1', '10 k', 'R-EU_R0603', 'R0603', '2'] },
      { number: 6, cells: ['R2', '', 'R-EU_R0603', 'R0603', '2'] },
    ]);
  });

  it('may have a title, commas and other line ends', async () => {
    const text = [
      'Partlist exported from board.sch at 1/5/2020 10:00',
      '',
      ...EAGLE,
      'C2       1,5nF, X7R     C-EUC0603     C0603        1',
    ];
    const read = await cells(text.join('\r\n'));
    expect(read[0]).toEqual([expect.stringContaining('Partlist')].concat(read[0]!.slice(1)));
    expect(read.at(-1)).toEqual(['C2', '1,5nF, X7R', 'C-EUC0603', 'C0603', '1']);
  });

  it('is not cut where the commas of long lists stand above each other', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `1   ${`${i}K`.padEnd(6)} 0207/10  R${`${i}`.padEnd(49)} RESISTOR`,
    );
    const text = [
      'Qty Value  Package  Parts                                              Description',
      ...rows,
      '10  10uF   E1,8-4   C1, C2, C3, C4, C5, C6, C7, C8, C9, C10            POLARIZED',
      '9   TEST   TP10R    RX, T2, T3, TX, T5, T6, T7, T8, T10                Test pad',
    ].join('\n');
    expect((await cells(text)).slice(-2)).toEqual([
      ['10', '10uF', 'E1,8-4', 'C1, C2, C3, C4, C5, C6, C7, C8, C9, C10', 'POLARIZED'],
      ['9', 'TEST', 'TP10R', 'RX, T2, T3, TX, T5, T6, T7, T8, T10', 'Test pad'],
    ]);
  });

  it('is cut where the header begins a column, though a cell fills the one before it', async () => {
    const text = [
      'Part   Value                   Package    Library    Place         Turn',
      ...Array.from(
        { length: 8 },
        (_, i) => `R${i}     10k                     R0603      passives   (10${i}.5 20${i}.25) R90`,
      ),
      'N-FET  N-CHANNEL-MOSFET-BSS138 SOT23-3    discrete   (568.4 283.5)  MR90',
    ];
    expect((await cells(text.join('\n'))).at(-1)!.slice(0, 4)).toEqual([
      'N-FET',
      'N-CHANNEL-MOSFET-BSS138',
      'SOT23-3',
      'discrete',
    ]);
  });

  it('is cut by the rule below its header', async () => {
    const text = [
      'Item Qty Reference   Part',
      '---- --- ----------- ---------------',
      '   1   2 C1 C2       100n',
      '   2   1 U1          LM358 DR',
      '---- --- ----------- ---------------',
    ];
    expect(await open(text.join('\n'))).toMatchObject({ container: 'fixed_width' });
    expect(await cells(text.join('\n'))).toEqual([
      ['Item', 'Qty', 'Reference', 'Part'],
      ['1', '2', 'C1 C2', '100n'],
      ['2', '1', 'U1', 'LM358 DR'],
    ]);
  });

  it('loses no word that runs over its border', async () => {
    const text = [
      'Part  Value   Package',
      'R1    10k     0603',
      ...Array.from({ length: 30 }, (_, i) => `R${String(i + 10)}   10k     0603`),
      'IC1   STM32F103C8T6 LQFP48',
    ];
    expect((await cells(text.join('\n'))).at(-1)!.join(' ')).toBe('IC1 STM32F103C8T6 LQFP48');
  });

  it('is cut behind words that run over their column, where the cells behind moved as far', async () => {
    const text = [
      'Designator   Qty  Value      MPN                  Manufacturer',
      '-----------  ---  ---------  -------------------  ------------',
      'R1,R2,R3,R4  4    10k        RC0603FR-0710KL      Yageo',
      'U1           1    a very long value LM358DR              TI',
      'U2           1    a long value  LM358DR           TI',
      'D1           1    BAV99      BAV99                Nexperia',
    ];
    const read = await cells(text.join('\n'));
    expect(read).toContainEqual(['U1', '1', 'a very long value', 'LM358DR', 'TI']);
    expect(read).toContainEqual(['U2', '1', 'a long value', 'LM358DR', 'TI']);
    expect(read.at(-1)).toEqual(['D1', '1', 'BAV99', 'BAV99', 'Nexperia']);
  });

  it('is not seen in separated text with blanks in it', async () => {
    const text = 'Qty,  MPN,   Ref\n1,    A,     R1\n2,    B,     R2\n';
    expect(await cells(text)).toEqual([['Qty', 'MPN', 'Ref'], ['1', 'A', 'R1'], ['2', 'B', 'R2']]);
  });

  it('comes back as it was drawn', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', '7', '-', '.'), minLength: 1, maxLength: 6 })
      .filter((text) => !/^[-.]+$/.test(text));
    const table = fc.integer({ min: 3, max: 5 }).chain((width) =>
      fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 9 })
    );
    await fc.assert(fc.asyncProperty(table, async (rows) => {
      expect(await cells(rows.map((row) => row.map((text) => text.padEnd(9)).join('')).join('\n'))).toEqual(
        rows,
      );
    }));
  });
});
