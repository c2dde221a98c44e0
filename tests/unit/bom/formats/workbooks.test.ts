import { describe, expect, it } from 'vitest';
import { numberFormat, plain } from '../../../../shared/bom/formats/number-format.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../shared/bom/limits.ts';
import { columnLetters } from '../../../../shared/bom/table.ts';
import { cells, cellsOf, open, refusal } from '../../../support/bom-files/opened.ts';
import {
  biff,
  compound,
  fods,
  ods,
  odsContent,
  odsParts,
  type Sheet,
  xls,
  xlsx,
  xlsxParts,
} from '../../../support/bom-files/workbook.ts';
import { zip } from '../../../support/bom-files/zip.ts';

const BOM: Sheet = {
  name: 'BOM',
  rows: [
    [null, 'Widget <rev 2>'],
    [],
    ['MPN', 'Qty', 'Größe', '型号', 'DNP'],
    ['885012206095', 4, { number: 603, format: '0000', shown: '0603' }, '贴片电阻 & "1%"', true],
    [885342207005, 0.1, { number: 402, format: '0000', shown: '0402' }, ' two\nlines ', false],
    [null, 1.5],
    ['x'.repeat(9_000), -3, 'Ω'.repeat(5_000)],
  ],
  hiddenRows: [4],
  hiddenColumns: [3],
  merges: [[0, 1, 0, 3], [3, 0, 4, 0]],
};
const HIDDEN: Sheet = { name: 'Notes', rows: [['secret', 'prices'], ['a', 1]], isHidden: true };
const EMPTY: Sheet = { name: 'Empty', rows: [[null], []] };

const READ = [
  ['', 'Widget <rev 2>'],
  ['MPN', 'Qty', 'Größe', '型号', 'DNP'],
  ['885012206095', '4', '0603', '贴片电阻 & "1%"', 'TRUE'],
  // Merged with the cell above it, where a file keeps a value there.
  ['885342207005', '0.1', '0402', 'two\nlines', 'FALSE'],
  ['', '1.5'],
  ['x'.repeat(9_000), '-3', 'Ω'.repeat(5_000)],
];

describe.each<[string, (sheets: readonly Sheet[]) => string | Uint8Array<ArrayBuffer>]>([
  ['xlsx', xlsx],
  ['xlsx', (sheets) => xlsx(sheets, { isStored: true })],
  ['xls', xls],
  ['ods', ods],
  ['ods', fods],
])('a workbook: %s', (container, write) => {
  // What is covered by a merge is no cell of an ODS.
  const read = container === 'ods' ? READ.with(3, ['', ...READ[3]!.slice(1)]) : READ;

  it('has its cells read as they are shown, in their places', async () => {
    const opened = await open(write([EMPTY, BOM, HIDDEN]));
    expect(opened).toMatchObject({ container, separator: null, issues: [] });
    const [table] = opened.tables;
    expect(table!.name).toBe('BOM');
    expect(cellsOf(table)).toEqual(read);
    expect(table!.rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(table!.rows.map(({ isAfterBlank }) => isAfterBlank)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(columnLetters(table!, 2)).toBe('C');
  });

  it('has numbers and truths told from text', async () => {
    const row = (await open(write([BOM]))).tables[0]!.rows[2]!;
    expect(Object.fromEntries(row.typed!)).toEqual({
      1: { kind: 'number', raw: '4' },
      2: { kind: 'number', raw: '603' },
      4: { kind: 'boolean', raw: 'true' },
    });
  });

  it('knows what is hidden and what is merged', async () => {
    const { tables } = await open(write([BOM, HIDDEN]));
    const [table] = tables;
    expect(table!.rows.filter(({ isHidden }) => isHidden).map(({ number }) => number)).toEqual([5]);
    expect([...table!.hiddenColumns]).toEqual([3]);
    expect(table!.merges).toEqual([
      { row: 1, index: 1, rows: 1, columns: 3 },
      { row: 4, index: 0, rows: 2, columns: 1 },
    ]);
    expect(tables.find(({ name }) => name === 'Notes')).toMatchObject({ isHidden: true, block: null });
  });

  it('keeps its bounds, and a sheet beyond them does not take another with it', async () => {
    const long = { name: 'Prices', rows: Array.from({ length: MAX_ROWS + 1 }, () => ['a', 1]) };
    const wide = { name: 'Matrix', rows: [['a', 'b'], Array.from({ length: MAX_COLUMNS + 1 }, () => 'x')] };
    expect(await refusal(write([long]))).toMatchObject({ code: 'too_many_lines' });
    expect(await refusal(write([wide]))).toMatchObject({
      code: 'too_many_columns',
      detail: expect.stringContaining('Row 2 has'),
    });
    const { tables, issues } = await open(write([long, HIDDEN, wide]));
    expect(tables.map(({ name }) => name)).toEqual(['Notes']);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'sheet_left_out' }]);
    expect(issues[0]!.detail).toContain('"Prices" was left out. The BOM has more than');
    expect(issues[0]!.detail).toContain('1 more');
  });

  it('may have names that mean something elsewhere, and none of it is done', async () => {
    const names = ['../../etc/passwd', "=cmd|'/C calc'!A0", '\u202eMOB', 'a\0b'];
    const written = names.slice(0, 3).map((name) => ({ name, rows: [['=1+1', '@SUM(A1)'], ['+1', '-1']] }));
    const { tables } = await open(write(written));
    expect(tables.map(({ name }) => name)).toEqual([names[0], names[1], 'MOB']);
    expect(cellsOf(tables[0])).toEqual([['=1+1', '@SUM(A1)'], ['+1', '-1']]);
  });

  it('is empty without text', async () => {
    expect(await refusal(write([EMPTY]))).toMatchObject({ code: 'empty_bom' });
  });
});

/** An XLSX of one sheet, given as XML. */
const sheet = (xml: string, more: Record<string, string> = {}) =>
  zip({
    ...xlsxParts([{ name: 'BOM', rows: [['shared', 'text']] }]),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
    ...more,
  });

describe('an XLSX', () => {
  it('may leave out the places of rows and cells', async () => {
    expect(
      await cells(
        sheet(
          '<row><c t="s"><v>0</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>1</v></c><c><v>3</v></c></row>',
        ),
      ),
    )
      .toEqual([['shared', '2'], ['', '', '1', '3']]);
  });

  it('may hold text in its cells, in runs, with readings and escapes', async () => {
    expect(
      await cells(sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>LM</t></r><r><t>358</t></r><rPh><t>no</t></rPh></is></c><c r="B1" t="str"><v>a_x000A_b &#x4e2d;&amp;</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="d"><v>2026-11-26T00:00:00</v></c></row>',
      )),
    ).toEqual([['LM358', 'a\nb 中&', '#N/A', '2026-11-26']]);
  });

  it('has formulas read by their results, and is warned of where they have none', async () => {
    const { tables, issues } = await open(
      sheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="str"><f>"x"</f><v>x</v></c></row><row r="2"><c r="A2"><f>A1+1</f></c><c r="B2" t="s"><v>0</v></c></row>',
      ),
    );
    expect(cellsOf(tables[0])).toEqual([['2', '', 'x'], ['', 'shared']]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'formula_without_result', row: 2 }]);
  });

  it('keeps every digit of a whole number, and none is written with an exponent', async () => {
    expect(
      await cells(sheet(
        `<row r="1">${
          ['12345678901234567890', '8.85342207005E11', '1.0E-7', '0.1', '4.0', '-2.5E-3'].map((v) =>
            `<c><v>${v}</v></c>`
          ).join('')
        }</row>`,
      )),
    ).toEqual([['12345678901234567890', '885342207005', '0.0000001', '0.1', '4', '-0.0025']]);
  });

  it('has its macros left alone, which is said', async () => {
    const file = sheet('<row r="1"><c t="s"><v>0</v></c></row>', { 'xl/vbaProject.bin': 'Sub AutoOpen()' });
    expect((await open(file)).issues).toMatchObject([{ severity: 'info', code: 'macros_not_run' }]);
  });

  it('whose cells stand far apart costs no more than its cells', async () => {
    expect((await open(sheet('<row r="1000000"><c r="S1000000"><v>1</v></c></row>'))).tables[0]!.rows)
      .toMatchObject([
        { number: 1_000_000, cells: [...Array(18).fill(''), '1'] },
      ]);
    expect(await refusal(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toMatchObject({
      code: 'too_many_columns',
    });
  });

  it.each(['16777217', '1e300', '-5', '1.5'])('is damaged where a row is numbered %s', async (number) => {
    const file = sheet(`<row r="${number}"><c><v>1</v></c></row>`);
    expect(await refusal(file)).toMatchObject({
      code: 'damaged_file',
      detail: expect.stringContaining('a row of it is numbered'),
    });
  });

  it('hides a million rows without effort', async () => {
    const rows = Array.from({ length: 50_000 }, (_, y) => `<row r="${y + 1}" hidden="1"/>`).join('');
    expect((await open(sheet(`${rows}<row r="60000"><c t="s"><v>0</v></c></row>`))).tables[0]!.rows)
      .toHaveLength(1);
  });

  it.each<[what: string, change: (xml: string) => string]>([
    ['blanks between tags', (xml) => xml.replaceAll('><', '>\n  <')],
    ['blanks in tags', (xml) => xml.replace(/<(row|c|v|si)(?=[ >])/g, '<$1 ')],
    ['prefixes', (xml) => xml.replace(/<(\/?)(?=\w)/g, '<$1x:')],
    ['apostrophes around values', (xml) => xml.replaceAll('"', "'")],
    ['attributes in another order', (xml) => xml.replace(/(r="\w+") (t="s")/g, '$2 $1')],
    ['texts in pieces', (xml) => xml.replace(/<t[^>]*>([^<]*)<\/t>/g, '<r><t>$1</t></r>')],
    [
      'values as characters',
      (xml) => xml.replace(/<v>(\d)/g, (_tag, digit) => `<v>&#${48 + Number(digit)};`),
    ],
    ['attributes that say nothing', (xml) => xml.replace(/<(row|c) /g, '<$1 xr:uid="{0-0}" ')],
  ])('is read alike with %s', async (_what, change) => {
    const rows = Array.from(
      { length: 400 },
      (_, y) => [`R${y}`, y % 7 === 0 ? null : y, 'same', y % 5 === 0],
    );
    const parts = xlsxParts([{ ...BOM, rows: [...BOM.rows, ...rows], hiddenRows: [4, 6, 300] }]);
    const others = Object.fromEntries(
      Object.entries(parts).map((
        [name, xml],
      ) => [name, /sheet1|sharedStrings/.test(name) ? change(xml) : xml]),
    );
    expect(others).not.toEqual(parts);
    expect((await open(zip(others))).tables).toEqual((await open(zip(parts))).tables);
  });

  it('finds its parts by their relations, in any case and direction', async () => {
    const parts = xlsxParts([{ name: 'BOM', rows: [['MPN', 'Qty'], ['A', 1]] }]);
    const { 'xl/worksheets/sheet1.xml': body, 'xl/sharedStrings.xml': texts, ...others } = parts;
    const moved = { ...others, 'XL\\Worksheets\\Sheet1.xml': body!, 'xl/SharedStrings.xml': texts! };
    expect(await cells(zip(moved))).toEqual([['MPN', 'Qty'], ['A', '1']]);
    const absolute = {
      ...parts,
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replaceAll(
        'Target="',
        'Target="/xl/',
      ),
    };
    expect(await cells(zip(absolute))).toEqual([['MPN', 'Qty'], ['A', '1']]);
  });

  it.each<
    [
      what: string,
      parts: (parts: Record<string, string>) => Record<string, string | Uint8Array>,
      code: string,
      says: string,
    ]
  >([
    [
      'without its sheet',
      ({ 'xl/worksheets/sheet1.xml': _, ...parts }) => parts,
      'damaged_file',
      '"BOM" is missing',
    ],
    [
      'without a workbook',
      ({ 'xl/workbook.xml': _, ...parts }) => parts,
      'unsupported_file',
      'not a workbook',
    ],
    [
      'of another application',
      (parts) => ({
        ...parts,
        '_rels/.rels': parts['_rels/.rels']!.replace('xl/workbook.xml', 'word/document.xml'),
      }),
      'unsupported_file',
      'text document',
    ],
    [
      'in binary',
      (parts) => ({ ...parts, '_rels/.rels': parts['_rels/.rels']!.replace('workbook.xml', 'workbook.bin') }),
      'unsupported_file',
      '.xlsb',
    ],
    [
      'with a sheet that breaks off',
      (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c><v>1</v>' }),
      'damaged_file',
      'ends in the middle',
    ],
    [
      'with bytes that are no text',
      (parts) => ({ ...parts, 'xl/sharedStrings.xml': Uint8Array.of(0x3c, 0xff, 0xfe, 0x41) }),
      'damaged_file',
      'is not text',
    ],
    [
      'with a tag without an end',
      (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': `<worksheet a="${'x'.repeat(3_000_000)}` }),
      'damaged_file',
      'does not end',
    ],
  ])('%s is refused', async (_what, change, code, says) => {
    const refused = await refusal(zip(change(xlsxParts([{ name: 'BOM', rows: [['a', 'b']] }]))));
    expect(refused).toMatchObject({ code, detail: expect.stringContaining(says) });
  });
});

describe('an ODS', () => {
  const rows = (xml: string) =>
    zip(
      odsParts(
        odsContent([{ name: 'BOM', rows: [] }]).replace('<table:table-row ', `${xml}<table:table-row `),
      ),
    );
  const text = (value: string) =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

  it('keeps rows that repeat on each page, and those of groups', async () => {
    expect(
      await cells(rows(
        `<table:table-header-rows><table:table-row>${
          text('MPN')
        }</table:table-row></table:table-header-rows><table:table-row-group><table:table-row>${
          text('A')
        }</table:table-row></table:table-row-group>`,
      )),
    ).toEqual([['MPN'], ['A']]);
  });

  it('has nothing in its cells but their text', async () => {
    expect(
      await cells(rows(
        `<table:tracked-changes><table:table-row>${
          text('deleted')
        }</table:table-row></table:tracked-changes><table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>A<text:span>B</text:span></text:p><text:p>C<text:line-break/>D</text:p></table:table-cell></table:table-row>`,
      )),
    ).toEqual([['AB\nC\nD']]);
  });

  it('repeats cells and rows as often as it says, within its bounds', async () => {
    expect(
      await cells(rows(
        `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>`,
      )),
    ).toEqual([['x', 'x'], ['x', 'x']]);
    expect(
      await refusal(
        rows(`<table:table-row table:number-rows-repeated="1000000000">${text('x')}</table:table-row>`),
      ),
    )
      .toMatchObject({ code: 'too_many_lines' });
    expect(
      await refusal(rows(
        `<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>`,
      )),
    ).toMatchObject({ code: 'too_many_columns' });
  });

  it.each([
    ['1.234,50 €', '1234.5', '1234.5'],
    ['8,85E+11', '885342207005', '885342207005'],
    ['0603', '603', '0603'],
    ['5 %', '0.05', '5 %'],
    ['4,7 µF', '4.7', '4,7 µF'],
    ['', '3', '3'],
  ])('that shows %j for %s is read as %j', async (shown, value, read) => {
    const cell =
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
    expect(await cells(rows(`<table:table-row>${cell}</table:table-row>`))).toEqual([[read]]);
  });

  it('may have its kind packed, behind its content or left out', async () => {
    const { mimetype, ...parts } = odsParts(odsContent([BOM]));
    for (const file of [zip({ ...parts, mimetype: mimetype! }), zip(parts)]) {
      expect((await open(file)).container).toBe('ods');
    }
  });

  it('that is protected or a drawing is refused', async () => {
    const parts = odsParts(odsContent([BOM]));
    expect(await refusal(zip({ ...parts, 'META-INF/manifest.xml': '<manifest:encryption-data/>' })))
      .toMatchObject({
        code: 'password_protected',
      });
    expect(await refusal(zip({ ...parts, mimetype: 'application/vnd.oasis.opendocument.text' })))
      .toMatchObject({
        code: 'unsupported_file',
      });
  });
});

describe('an XLS', () => {
  const record = (id: number, ...data: number[]) =>
    Buffer.from([id & 255, id >> 8, data.length & 255, data.length >> 8, ...data]);
  const withRecords = (...records: Buffer[]) => {
    const book = biff([{ name: 'BOM', rows: [['MPN', 'Qty']] }]);
    return compound({ Workbook: Buffer.concat([book.subarray(0, -4), ...records, record(0x0a)]) });
  };
  const NARROW = (text: string) => [text.length, 0, 0, ...Buffer.from(text, 'latin1')];

  it('may hold texts in its cells, with formats in them or not', async () => {
    const file = withRecords(
      record(0x204, 1, 0, 0, 0, 0, 0, ...NARROW('label')),
      record(0xd6, 1, 0, 1, 0, 0, 0, ...NARROW('rich'), 1, 0, 0, 0, 5, 0),
    );
    expect(await cells(file)).toEqual([['MPN', 'Qty'], ['label', 'rich']]);
  });

  it('has formulas read by their results', async () => {
    const formula = (column: number, result: number[]) =>
      record(6, 1, 0, column, 0, 0, 0, ...result, ...Array(8).fill(0));
    const file = withRecords(
      formula(0, [0, 0, 0, 0, 0, 0, 255, 255]),
      record(0x207, ...NARROW('a result')),
      formula(1, [0, 0, 0, 0, 0, 0, 0x10, 0x40]),
      formula(2, [1, 0, 1, 0, 0, 0, 255, 255]),
      formula(3, [2, 0, 0x2a, 0, 0, 0, 255, 255]),
    );
    expect((await cells(file))[1]).toEqual(['a result', '4', 'TRUE', '#N/A']);
  });

  it('may have several numbers in a record, also hundredths', async () => {
    const rk = (
      bits: number,
    ) => [0, 0, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >> 24) & 255];
    expect(
      (await cells(
        withRecords(
          record(0xbd, 1, 0, 0, 0, ...rk((7 << 2) | 2), ...rk((150 << 2) | 3), ...rk(0x3ff00000), 2, 0),
        ),
      ))[1],
    )
      .toEqual(['7', '1.5', '1']);
  });

  it('that is protected, old, no workbook or cut off is refused', async () => {
    const book = biff([BOM], record(0x2f, 1, 0));
    expect(await refusal(compound({ Workbook: book }))).toMatchObject({ code: 'password_protected' });
    expect(await refusal(compound({ EncryptedPackage: Buffer.alloc(5_000) }))).toMatchObject({
      code: 'password_protected',
    });
    expect(await refusal(compound({ Book: Buffer.alloc(5_000) }))).toMatchObject({
      code: 'unsupported_file',
      detail: expect.stringContaining('Excel 95'),
    });
    expect(await refusal(compound({ WordDocument: Buffer.alloc(5_000) }))).toMatchObject({
      code: 'unsupported_file',
    });
    expect(await refusal(Uint8Array.of(9, 8, 8, 0, 0, 5, 5, 0))).toMatchObject({ code: 'unsupported_file' });
    const file = xls([BOM]);
    for (const length of [9, 600, 2_000, file.length - 6_000]) {
      expect(await refusal(file.slice(0, length))).toMatchObject({ code: 'damaged_file' });
    }
  });

  it('whose sectors are chained in a ring is refused', async () => {
    const file = xls([BOM]);
    // The third sector of the table's own follows itself.
    new DataView(file.buffer).setUint32(512 + 3 * 4, 3, true);
    expect(await refusal(file)).toMatchObject({ code: 'damaged_file' });
  });
});

describe('a number', () => {
  it.each<[code: string, value: number, text: string]>([
    ['General', 4, '4'],
    ['General', 1e21, '1000000000000000000000'],
    ['0', 0.5, '0.5'],
    ['0000', 603, '0603'],
    ['0.00', 4, '4.00'],
    ['0.00', 0.0047, '0.0047'],
    ['#,##0', 12345, '12345'],
    ['#,##0.00', 1234.5, '1234.50'],
    ['0%', 0.05, '5%'],
    ['0.0%', 0.07, '7.0%'],
    ['0"k"', 10, '10k'],
    ['0.0\\ "µF"', 4.7, '4.7 µF'],
    ['"$"#,##0.00', 12.5, '$12.50'],
    ['[$€-407]0.00', 12.5, '€12.50'],
    ['00-00-0000', 12345678, '12-34-5678'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', -3, '-$3.00'],
    ['0;[Red]-0', -4, '-4'],
    ['0', -4, '-4'],
    ['0.00E+00', 885342207005, '885342207005'],
    ['# ?/?', 0.5, '0.5'],
    ['0.0,,"M"', 4700000, '4700000'],
    ['[>=1000]0,"k";0', 4700, '4700'],
    ['@', 5, '5'],
    ['yyyy-mm-dd', 46352, '2026-11-26'],
    ['dd.mm.yyyy hh:mm', 46352.5, '2026-11-26 12:00'],
    ['[$-409]d-mmm-yy;@', 46352, '2026-11-26'],
    ['h:mm', 0.25, '06:00'],
    ['yyyy', 59, '1900-02-28'],
    ['yyyy', -1, '-1'],
    ['"yd"0', 4, 'yd4'],
    ['x'.repeat(300), 4, '4'],
  ])('in the format %s: %d is shown as %j', (code, value, text) => {
    expect(numberFormat(code, false)(value).text).toBe(text);
  });

  it('that is a day says so, and counts from 1904 where the workbook does', () => {
    expect(numberFormat('yyyy', false)(46352).typed).toEqual({ kind: 'date', raw: '2026-11-26' });
    expect(numberFormat('yyyy', true)(0).text).toBe('1904-01-01');
    expect(plain(0.1).typed).toEqual({ kind: 'number', raw: '0.1' });
  });
});
