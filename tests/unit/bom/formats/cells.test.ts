/**
 * Many cells in a small file: whatever its kind, it is refused by their number before they are kept. Files whose end is broken
 * tell how far they were read: one that is read to its end is damaged.
 */
import { describe, expect, it } from 'vitest';
import { BOM_FILE, MAX_CELLS, MAX_COLUMNS } from '../../../../shared/bom/limits.ts';
import { openFile } from '../../../../shared/bom/open.ts';
import { MAX_LINES } from '../../../../shared/domain/limits.ts';
import { bytesOf, cellsOf, open, refusal } from '../../../support/bom-files/opened.ts';
import {
  fods,
  ods,
  odsContent,
  odsParts,
  xls,
  xlsx,
  xlsxParts,
} from '../../../support/bom-files/workbook.ts';
import { zip } from '../../../support/bom-files/zip.ts';

const COLUMNS = MAX_COLUMNS - 10;
/** Written out, half a million cells of some kinds are more than a file may have bytes. */
const FEW = { ...BOM_FILE, cells: 5_000 };
const ROWS = Math.floor(FEW.cells / COLUMNS) + 1;
const NAMES = Array.from({ length: COLUMNS }, (_, i) => `c${i}`);
const rows = (row: string) => row.repeat(ROWS);
const BIG = { name: 'Prices', rows: [NAMES, ...Array.from({ length: ROWS }, () => NAMES.map(() => 1))] };
const BOM = { name: 'BOM', rows: [['MPN', 'Qty'], ['LM358DR', 4]] };

const SENTENCE =
  /^The file has more than 5,000 cells with text: reading stopped after 2[567] rows of up to 1\d\d columns\. Leave out columns that nobody needs/;

const workbook = (sheet: string, more: Record<string, string> = {}, crc?: number) =>
  zip({ ...xlsxParts([BOM]), 'xl/worksheets/sheet1.xml': sheet, ...more }, {
    lies: crc === undefined ? {} : { 'xl/worksheets/sheet1.xml': { crc } },
  });

describe('cells of a file', () => {
  it('are as many as 10,000 lines of fifty columns have', async () => {
    const most = `${'x,'.repeat(50)}\n`.repeat(MAX_LINES);
    expect((await open(most)).tables[0]!.rows).toHaveLength(MAX_LINES);
    expect(await refusal(`${most}x\n`)).toMatchObject({
      code: 'too_many_cells',
      detail: expect.stringContaining('after 10,000 rows of up to 50 columns'),
    });
  });

  const thing = (value: string) => `{${NAMES.map((name) => `"${name}":${value}`).join(',')}}`;
  it.each<[string, () => string | Uint8Array<ArrayBuffer>]>([
    ['separated text', () => rows(`${'1,'.repeat(COLUMNS)}\n`)],
    ['text in columns', () => rows(`${'a   '.repeat(COLUMNS)}\n`)],
    ['JSON of things', () => `[${rows(`${thing('1')},`)}${thing('1')}]`],
    ['JSON of rows', () => `[${rows(`[${NAMES.map(() => '1').join()}],`)}[1]]`],
    ['JSON lines', () => rows(`${thing('"x"')}\n`)],
    ['XML with attributes', () => `<a>${rows(`<r ${NAMES.map((name) => `${name}="1"`).join(' ')}/>`)}</a>`],
    [
      'a netlist',
      () =>
        `<export version="E"><components>${
          rows(`<comp ref="R1">${NAMES.map((name) => `<field name="${name}">1</field>`).join('')}</comp>`)
        }</components></export>`,
    ],
    ['a page', () => `<table>${rows(`<tr>${'<td>1'.repeat(COLUMNS)}</tr>`)}</table>`],
    [
      'spreadsheet XML',
      () =>
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${
          rows(`<Row>${'<Cell><Data>1</Data></Cell>'.repeat(COLUMNS)}</Row>`)
        }</Table></Worksheet></Workbook>`,
    ],
    ['xlsx', () => xlsx([BIG])],
    ['xls', () => xls([BIG])],
    ['ods', () => ods([BIG])],
    ['fods', () => fods([BIG])],
  ])('are bounded in %s', async (_kind, file) => {
    await expect(openFile(bytesOf(file()), FEW)).rejects.toMatchObject({
      code: 'too_many_cells',
      detail: expect.stringMatching(SENTENCE),
    });
  });

  it('of a workbook are not read past the last that is kept', async () => {
    const cells = `<worksheet><sheetData>${
      `<row>${'<c><v>1</v></c>'.repeat(COLUMNS)}</row>`.repeat(14_000)
    }</sheetData></worksheet>`;
    expect(await refusal(workbook(cells, {}, 1))).toMatchObject({ code: 'too_many_cells' });
    const inline = `<worksheet><sheetData>${
      `<row>${'<c t="inlineStr"><is><t>a</t></is></c>'.repeat(150)}</row>`.repeat(9_898)
    }</sheetData></worksheet>`;
    expect(await refusal(workbook(inline, {}, 1))).toMatchObject({ code: 'too_many_cells' });
  });

  it('share no more texts than there can be cells', async () => {
    const cell = '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>';
    const shared = (item: string, times: number) =>
      workbook(cell, { 'xl/sharedStrings.xml': `<sst>${item.repeat(times)}</sst>` });
    for (const item of ['<si><t>a</t></si>', '<si><r><t>a</t></r></si>']) {
      expect(await refusal(shared(item, MAX_CELLS + 1))).toMatchObject({
        code: 'too_many_cells',
        detail: expect.stringContaining('more than 500,000 different texts'),
      });
    }
    expect(await refusal(shared(`<si><t>${'x'.repeat(100_000)}</t></si>`, 200))).toMatchObject({
      code: 'unpacks_too_large',
    });
  });

  it('are merged so often, and no merge behind that is read', async () => {
    const sheet = xlsxParts([BOM])['xl/worksheets/sheet1.xml']!.replace(
      '</worksheet>',
      `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells></worksheet>`,
    );
    const { tables } = await open(workbook(sheet, {}, 1));
    expect(cellsOf(tables[0])).toEqual([['MPN', 'Qty'], ['LM358DR', '4']]);
    expect(tables[0]!.merges).toHaveLength(20_000);
  });

  it.each([['xlsx', xlsx], ['xls', xls], ['ods', ods]] as const)(
    'of one sheet of %s take no room from another',
    async (_kind, write) => {
      const { tables, issues } = await openFile(write([BIG, BOM]), FEW);
      expect(tables.map(({ name }) => name)).toEqual(['BOM']);
      expect(issues).toMatchObject([{
        code: 'sheet_left_out',
        detail: expect.stringContaining('The sheet "Prices" was left out. The file has more than 5,000'),
      }]);
    },
  );

  it('are looked at for so long, however many sheets are left out', async () => {
    const full =
      `<table:table table:name="Prices"><table:table-row table:number-rows-repeated="5000"><table:table-cell office:value-type="string" table:number-columns-repeated="150"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`;
    const content = (times: number) =>
      zip(odsParts(odsContent([BOM]).replace('<table:table ', `${full.repeat(times)}<table:table `)));
    expect((await open(content(3))).tables.map(({ name }) => name)).toEqual(['BOM']);
    expect(await refusal(content(4))).toMatchObject({ code: 'too_many_cells' });
  });

  it('of JSON are counted before anything is made of them, but not what stands in texts', async () => {
    // What does not end is no JSON: had it been parsed, that would have been said.
    expect(await refusal(`[${'[null,null],'.repeat(90_000)}${'[' + 'null,'.repeat(1_000_000)}`))
      .toMatchObject({
        code: 'too_many_cells',
        detail: expect.stringContaining('more than 1,000,000 values'),
      });
    const words = '[{,\\"'.repeat(300_000);
    expect((await open(`[{"MPN":"A","Refs":["${words.slice(0, 150_000)}"]},{"MPN":"B"}]`)).tables)
      .toHaveLength(1);
  });
});

describe('parts of a workbook that are no cells', () => {
  const parts = (more: Record<string, string>) => zip({ ...xlsxParts([BOM]), ...more });
  const styles = (inner: string) => `<styleSheet>${inner}</styleSheet>`;
  const relations = Object.entries(xlsxParts([BOM])).find(([name]) => name === 'xl/_rels/workbook.xml.rels')!;

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    [
      'formats of cells',
      () => parts({ 'xl/styles.xml': styles(`<cellXfs>${'<xf numFmtId="0"/>'.repeat(70_001)}</cellXfs>`) }),
      'The file has more than 70,000 styles of cells.',
    ],
    [
      'number formats',
      () =>
        parts({
          'xl/styles.xml': styles(
            `<numFmts>${
              Array.from({ length: 70_001 }, (_, i) => `<numFmt numFmtId="${i}" formatCode="0"/>`).join('')
            }</numFmts>`,
          ),
        }),
      'The file has more than 70,000 styles of cells.',
    ],
    [
      'relationships',
      () =>
        parts({
          [relations[0]]: String(relations[1]).replace(
            '</Relationships>',
            `${
              Array.from({ length: 20_001 }, (_, i) => `<Relationship Id="x${i}" Type="a/b" Target="c"/>`)
                .join('')
            }</Relationships>`,
          ),
        }),
      'The file has more than 20,000 relationships of its parts.',
    ],
  ])('have a bound: %s', async (_what, file, detail) => {
    expect(await refusal(file())).toMatchObject({
      code: 'too_many_cells',
      detail: expect.stringContaining(detail),
    });
  });
});
