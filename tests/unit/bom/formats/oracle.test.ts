/** What SheetJS reads of a workbook, whoever wrote it, is what is read here. */
import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, open } from '../../../support/bom-files/opened.ts';
import { type Cell, ods, type Sheet, xls, xlsx } from '../../../support/bom-files/workbook.ts';

const WRITERS: Readonly<Record<string, (sheets: readonly Sheet[]) => Uint8Array<ArrayBuffer>>> = {
  xlsx,
  xls,
  ods,
};

const text = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', '\n', '&', '<', '"', "'", 'é', 'Ω', '电', '🔌', ','),
  maxLength: 12,
})
  // Where this reader and that one differ on purpose: guards and blanks at the ends are not content, and writers of ODS
  // do not agree on blanks beside line ends.
  .map((written) => written.replace(/^[\s']+|\s+$/g, '').replace(/ *\n+ */g, '\n'));
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: 100_000_000_000, max: 999_999_999_999 }),
  fc.integer({ min: 1, max: 99_999 }).map((value) => value / 1_000),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { arbitrary: text, weight: 4 },
  { arbitrary: number, weight: 2 },
  { arbitrary: fc.boolean(), weight: 1 },
  { arbitrary: fc.constant(null), weight: 1 },
);
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.flat().some((value) => value !== null && value !== ''));

/** As rows of texts, without what is empty at the ends of rows. */
function trimmed(table: readonly (readonly unknown[])[]): string[][] {
  return table.map((row) => {
    const cells = row.map((value) =>
      value === null || value === undefined
        ? ''
        : typeof value === 'boolean'
        ? String(value).toUpperCase()
        : String(value).trim()
    );
    return cells.slice(0, cells.findLastIndex((shown) => shown !== '') + 1);
  }).filter((row) => row.length > 0);
}

async function read(file: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  return trimmed(cellsOf((await open(file)).tables[0]));
}

const readThere = (file: Uint8Array) => {
  const { Sheets, SheetNames } = sheetjs.read(file, { type: 'array' });
  const sheet = Sheets[SheetNames[0]!]!;
  // Its own range leaves out columns without text before the first.
  const range = { s: { r: 0, c: 0 }, e: sheetjs.utils.decode_range(sheet['!ref']!).e };
  return trimmed(
    sheetjs.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null, range }),
  );
};

describe.each(['xlsx', 'xls', 'ods'])('the cells of an %s', (kind) => {
  it('are those that SheetJS wrote', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const book = sheetjs.utils.book_new();
        sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(given as unknown[][]), 'BOM');
        const bookType = kind === 'xls' ? 'biff8' : kind as 'xlsx' | 'ods';
        const written = sheetjs.write(book, { type: 'array', bookType, compression: true });
        expect(await read(new Uint8Array(written))).toEqual(trimmed(given));
      }),
      { numRuns: 40 },
    );
  });

  it('are those that SheetJS reads', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const file = WRITERS[kind]!([{ name: 'BOM', rows: given }]);
        const here = await read(file);
        expect(here).toEqual(readThere(file));
        expect(here).toEqual(trimmed(given));
      }),
      { numRuns: 40 },
    );
  });

  it('are as many when there are many', async () => {
    const given = Array.from(
      { length: 2_000 },
      (_, y) => [`RC0603FR-07${y}KL`, y % 7, `µ ${y} 电阻 ${'x'.repeat(y % 90)}`, y / 8, null, y % 2 === 0],
    );
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(given), 'BOM');
    const bookType = kind === 'xls' ? 'biff8' : kind as 'xlsx' | 'ods';
    const there = new Uint8Array(sheetjs.write(book, { type: 'array', bookType, compression: true }));
    const here = WRITERS[kind]!([{ name: 'BOM', rows: given }]);
    for (const file of [there, here]) expect(await read(file)).toEqual(trimmed(given));
    expect(readThere(here)).toEqual(trimmed(given));
  });
});
