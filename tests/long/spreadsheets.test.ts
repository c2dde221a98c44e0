/** Exports and order lists as LibreOffice opens them, which .ci/run installs. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFormat, ExportPage } from '../../shared/api/export.ts';
import { csvRow } from '../../shared/bom/export/csv.ts';
import { writeExport } from '../../shared/bom/export/write.ts';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bomstream-spreadsheets-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file as LibreOffice reads it, written out again as CSV: one text a sheet, by the sheet's name. */
async function opened(name: string, bytes: Uint8Array, filter = ''): Promise<Map<string, string[][]>> {
  await writeFile(join(folder, name), bytes);
  const before = join(folder, 'out', name.replace(/\.\w+$/, ''));
  const args = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    ...(filter ? [`--infilter=${filter}`] : []),
  ];
  // Comma, quotation marks, UTF-8, all cells as shown, all sheets into files of their own.
  const output = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const { stdout } = await run('libreoffice', [
    ...args,
    '--convert-to',
    output,
    '--outdir',
    join(folder, 'out'),
    join(folder, name),
  ]);
  const files = [...stdout.matchAll(/-> (\S+\.csv)/g)].map(([, file]) => file!);
  const sheets = await Promise.all(
    files.map(async (file) =>
      [
        file.slice(before.length + 1, -'.csv'.length),
        Papa.parse<string[]>((await readFile(file, 'utf8')).trimEnd()).data,
      ] as const
    ),
  );
  return new Map(sheets);
}

const TEXTS = [
  '=1+1',
  '<b>&"x"</b>',
  ' spaced ',
  '_x0041_',
  '+49',
  '@SUM(A1)',
  '\ud83d\ude00',
  '10kΩ ±1 %',
  '0603',
  'a;=1+1',
  '＝1+1',
];

const PAGE: ExportPage = {
  bom_id: '8a0c1d2e-3f40-4b51-9c62-7d8e9fa0b1c2',
  event_id: '1-4',
  name: 'Sensor',
  exported_at: '2026-01-01T12:00:00.000Z',
  file: null,
  next: null,
  lines: TEXTS.map((description, i) => ({
    alternates: [],
    candidates: [],
    decided: null,
    supplier_numbers: [],
    internal_number: null,
    note: null,
    extra: {},
    source_row: null,
    line: {
      line_id: '5d1d9c66-3f0e-4d0f-8a51-0f6f6a1c2e77',
      line_number: i + 1,
      designators: `R${i + 1}`,
      quantity: 4,
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
      description,
      do_not_place: false,
      review: 'none',
      status: 'pending',
    },
  })),
};

async function written(format: ExportFormat): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  async function* pages() {
    yield PAGE;
  }
  for await (const piece of writeExport(format, pages(), 25)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const columnOf = (rows: readonly string[][], name: string) => {
  const [header, ...lines] = rows;
  return lines.map((cells) => cells[header!.indexOf(name)]);
};

it('opens the workbook: five sheets, every text as text, numbers as numbers', async () => {
  const sheets = await opened('book.xlsx', await written('xlsx'));
  expect([...sheets.keys()]).toEqual(['Summary', 'Lines', 'Offers', 'Sources', 'Issues']);
  const lines = sheets.get('Lines')!;
  expect(columnOf(lines, 'Description')).toEqual(TEXTS);
  expect(new Set(columnOf(lines, 'Quantity'))).toEqual(new Set(['4']));
  expect(sheets.get('Summary')!.find(([what]) => what === 'Boards')).toEqual(['Boards', '25']);
}, 120_000);

it('prints the summary a page wide, and lines at a size that can be read', async () => {
  await writeFile(join(folder, 'paper.xlsx'), await written('xlsx'));
  await run('libreoffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, 'paper.xlsx'),
  ]);
  const pdf = await readFile(join(folder, 'paper.pdf'), 'latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)!.length;
  // eleven lines of some thirty columns: as wide as one page they would be five pages in all, and a millimetre high
  expect(pages).toBeGreaterThan(5);
  expect(pages).toBeLessThan(20);
}, 120_000);

it.each([['a comma', 44], ['a semicolon', 59]])(
  'runs nothing of the CSV, opened with %s',
  async (_, separator) => {
    const csv = new TextEncoder().encode(
      new TextDecoder().decode(await written('csv')) + csvRow(['a;=2*21', '\t=2*21', '=2*21', '＝2*21']),
    );
    const sheets = await opened(`lines-${separator}.csv`, csv, `CSV:${separator},34,76,1,,0,false,true`);
    const [rows] = [...sheets.values()];
    expect(rows!.length).toBeGreaterThan(TEXTS.length);
    // What had been run would show its result.
    expect(rows!.flat().filter((cell) => /^(?:42|2)$/.test(cell))).toEqual([]);
  },
  120_000,
);
