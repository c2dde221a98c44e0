import { describe, expect, it } from 'vitest';
import { Zip } from '../../../../shared/bom/formats/zip.ts';
import { MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from '../../../../shared/bom/limits.ts';
import { BomRefusal } from '../../../../shared/bom/refusal.ts';
import { cells, cellsOf, open, refusal } from '../../../support/bom-files/opened.ts';
import { ods, xls, xlsx, xlsxParts } from '../../../support/bom-files/workbook.ts';
import { zip } from '../../../support/bom-files/zip.ts';

const LOGIN_TABLE =
  '<html><head><title>Sign in</title></head><body><form><table><tr><td>User name</td><td><input name="u"></td></tr><tr><td>Password</td><td><input name="p" type="password"></td></tr></table></form></body></html>';

const BOM = [{ name: 'BOM', rows: [['MPN', 'Qty'], ['A', 1]] }];

describe('a file that is no BOM', () => {
  it.each<[what: string, bytes: string | Uint8Array<ArrayBuffer>, says: string]>([
    ['a PDF', '%PDF-1.7\n', 'a PDF'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'a picture'],
    ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0), 'a gzip archive'],
    ['a program', `MZ${'\0'.repeat(60)}`, 'a program'],
    ['a text document', '{\\rtf1 MPN}', 'a text document'],
    ['a KiCad design', '(kicad_sch (version 20230121))', 'a KiCad design'],
    ['a Gerber file', '%FSLAX46Y46*%\n%MOMM*%\nD10*\n', 'a Gerber file'],
    ['a drill file', 'M48\r\nMETRIC\r\n', 'a drill file'],
    ['a page to log in on', '<!DOCTYPE html><html><body><form>Sign in</form></body></html>', 'a web page'],
    ['a page to log in on, laid out as a table', LOGIN_TABLE, 'asks for a password'],
    [
      'such a page saved by a browser',
      `<!-- saved from url=(0020)https://example.com/ -->\n${LOGIN_TABLE}`,
      'asks for',
    ],
    [
      'such a page in XHTML',
      `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n${LOGIN_TABLE}`,
      'asks for a password',
    ],
    [
      'a page that a script moves on from',
      '<script>location="https://login.example.com"</script>',
      'a web page',
    ],
    ['another archive', zip({ 'bom.csv': 'MPN\nA' }), 'Unpack it'],
  ])('is said to be %s', async (_what, bytes, says) => {
    expect(await refusal(bytes)).toMatchObject({
      code: 'unsupported_file',
      detail: expect.stringContaining(says),
    });
  });

  it('is none where a page has a BOM beside the form for logging in', async () => {
    const page = LOGIN_TABLE.replace(
      '</body>',
      '<table><tr><th>MPN</th><th>Qty</th><th>Ref</th></tr><tr><td>A1</td><td>1</td><td>R1</td></tr></table></body>',
    );
    expect((await open(page)).tables.map(({ rows }) => rows.at(-1)!.cells)).toContainEqual(['A1', '1', 'R1']);
  });

  it('may begin with the same letters and be one', async () => {
    expect(await cells('MZ,Qty\nA,1\n')).toEqual([['MZ', 'Qty'], ['A', '1']]);
  });

  it('is empty or too large', async () => {
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'empty_bom' });
    expect(await refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({ code: 'file_too_large' });
  });
});

describe('a text that stands once in a file and in many of its cells', () => {
  const rows = (
    text: string,
    count: number,
  ) => [['MPN', 'Qty'], ...Array.from({ length: count }, () => [text, 1])];

  it('is refused where all cells together would show more than is unpacked of any file', async () => {
    const file = xlsx([{ name: 'BOM', rows: rows('Ж'.repeat(100_000), 200) }]);
    expect(file.length).toBeLessThan(100_000);
    expect(await refusal(file)).toMatchObject({ code: 'unpacks_too_large' });
  });

  it('is refused where no spreadsheet lets a cell be so long, and read up to there', async () => {
    expect(await refusal(xlsx([{ name: 'BOM', rows: rows('Ж'.repeat(200_001), 1) }]))).toMatchObject({
      code: 'damaged_file',
    });
    expect(await refusal(ods([{ name: 'BOM', rows: rows('Ж'.repeat(200_001), 1) }]))).toMatchObject({
      code: 'damaged_file',
    });
    expect((await open(xlsx([{ name: 'BOM', rows: rows('Ж'.repeat(200_000), 1) }]))).tables).toHaveLength(1);
  });
});

describe('an archive', () => {
  const said = (lie: { bytes?: number; packedBytes?: number; crc?: number }) =>
    refusal(zip(xlsxParts(BOM), { lies: { 'xl/worksheets/sheet1.xml': lie } }));

  it('is not unpacked where it would become too large', async () => {
    const bomb = zip({
      ...xlsxParts(BOM),
      'xl/worksheets/sheet1.xml': Buffer.alloc(MAX_UNPACKED_BYTES, ' '),
    });
    expect(bomb.length).toBeLessThan(100_000);
    const { DecompressionStream } = globalThis;
    globalThis.DecompressionStream = class {
      constructor() {
        throw new Error('something was unpacked');
      }
    } as never;
    try {
      expect(await refusal(bomb)).toMatchObject({ code: 'unpacks_too_large' });
    } finally {
      globalThis.DecompressionStream = DecompressionStream;
    }
  });

  it('is counted over all of its parts', async () => {
    const part = Buffer.alloc(MAX_UNPACKED_BYTES / 4, ' ');
    const parts = Object.fromEntries([1, 2, 3, 4].map((i) => [`xl/media/${i}.bin`, part]));
    expect(await refusal(zip({ ...xlsxParts(BOM), ...parts }))).toMatchObject({ code: 'unpacks_too_large' });
    expect(await refusal(zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}`, ''])))))
      .toMatchObject({ code: 'unpacks_too_large' });
  });

  it('is refused for a part that says nothing of its size, be it read or not', async () => {
    const file = zip({ ...xlsxParts(BOM), 'xl/media/1.bin': 'a picture' }, {
      lies: { 'xl/media/1.bin': { bytes: 0 } },
    });
    expect(await refusal(file)).toMatchObject({ code: 'unpacks_too_large' });
  });

  it('that says too little of its size is unpacked no further than it says', async () => {
    const bomb = Buffer.alloc(MAX_UNPACKED_BYTES / 2, ' ');
    const file = zip({ 'a.xml': bomb }, { lies: { 'a.xml': { bytes: 1_000 } } });
    let taken = 0;
    await expect(new Zip(file).read('a.xml', (text) => void (taken += text.length))).rejects.toMatchObject({
      code: 'unpacks_too_large',
    });
    expect(taken).toBe(0);
  });

  it.each([
    ['nothing', { bytes: 0 }, 'unpacks_too_large'],
    ['too little', { bytes: 10 }, 'unpacks_too_large'],
    ['too much', { bytes: 100_000 }, 'damaged_file'],
    ['another sum', { crc: 1 }, 'damaged_file'],
    ['more packed bytes than it has', { packedBytes: 100_000 }, 'damaged_file'],
    ['fewer packed bytes than it has', { packedBytes: 20 }, 'damaged_file'],
  ])('that says %s of a part is refused', async (_what, lie, code) => {
    expect(await said(lie)).toMatchObject({ code });
  });

  it('that is protected or cut off is refused', async () => {
    expect(await refusal(zip(xlsxParts(BOM), { isEncrypted: true }))).toMatchObject({
      code: 'password_protected',
    });
    const file = xlsx(BOM);
    for (let length = 4; length < file.length; length += 37) {
      expect(await refusal(file.slice(0, length))).toMatchObject({ code: 'damaged_file' });
    }
  });
});

describe('the kind of a file', () => {
  it('is not asked of its name, as there is none', async () => {
    const kinds = await Promise.all([xlsx(BOM), ods(BOM), xls(BOM), 'MPN;Qty\nA;1\n'].map(open));
    expect(kinds.map(({ container }) => container)).toEqual(['xlsx', 'ods', 'xls', 'csv']);
    for (const { tables } of kinds) expect(cellsOf(tables[0])).toEqual([['MPN', 'Qty'], ['A', '1']]);
  });
});

describe('tables in one sheet', () => {
  const blocksOf = async (text: string) =>
    (await open(text)).tables.map(({ block, firstColumn, rows }) => ({
      block,
      firstColumn,
      rows: rows.map(({ number, cells }) => [number, ...cells]),
    }));

  it('are given together and, behind that, one by one', async () => {
    expect(await blocksOf('Ref,MPN\nR1,A\nR2,A\n\nQty,MPN\n2,A\n')).toEqual([
      {
        block: null,
        firstColumn: 1,
        rows: [[1, 'Ref', 'MPN'], [2, 'R1', 'A'], [3, 'R2', 'A'], [5, 'Qty', 'MPN'], [6, '2', 'A']],
      },
      { block: 1, firstColumn: 1, rows: [[1, 'Ref', 'MPN'], [2, 'R1', 'A'], [3, 'R2', 'A']] },
      { block: 2, firstColumn: 1, rows: [[5, 'Qty', 'MPN'], [6, '2', 'A']] },
    ]);
  });

  it('may stand beside each other', async () => {
    expect(await blocksOf('Ref,MPN,,Qty,MPN\nR1,A,,2,A\nR2,A,,,\n')).toEqual([
      expect.objectContaining({ block: null }),
      { block: 1, firstColumn: 1, rows: [[1, 'Ref', 'MPN'], [2, 'R1', 'A'], [3, 'R2', 'A']] },
      { block: 2, firstColumn: 4, rows: [[1, 'Qty', 'MPN'], [2, '2', 'A']] },
    ]);
  });

  it('keep what is known of their cells', async () => {
    const { tables } = await open(xlsx([{
      name: 'Two',
      rows: [['Ref', 'Qty', null, 'Qty', 'MPN'], ['R1', 1, null, 7, 'A'], ['R2', 2, null, 'x', 'y']],
      hiddenColumns: [1, 4],
      merges: [[1, 3, 2, 3]],
    }]));
    expect(tables[2]).toMatchObject({
      name: 'Two',
      block: 2,
      firstColumn: 4,
      merges: [{ row: 2, index: 0, rows: 2, columns: 1 }],
    });
    expect([...tables[2]!.hiddenColumns]).toEqual([1]);
    expect([...tables[2]!.rows[1]!.typed!]).toEqual([[0, { kind: 'number', raw: '7' }]]);
    expect([...tables[1]!.rows[1]!.typed!]).toEqual([[1, { kind: 'number', raw: '1' }]]);
  });

  it.each([
    ['a title', 'Board,X\n\nMPN,Qty\nA,1\n'],
    ['a footer', 'MPN,Qty\nA,1\n\nTotal:,1\n'],
    ['blank rows between lines', `MPN,Qty\n${'A,1\n\n'.repeat(40)}`],
    ['a blank column', 'MPN,,Note\nA,,x\nB,,\n'],
  ])('are not made of %s', async (_what, text) => {
    expect((await open(text)).tables.map(({ block }) => block)).toEqual([null]);
  });
});

it('a refusal is a BomRefusal, and says what to do', async () => {
  const refused = await refusal('%PDF');
  expect(refused).toBeInstanceOf(BomRefusal);
  expect(refused.detail).toMatch(/Export the BOM as CSV or XLSX/);
});
