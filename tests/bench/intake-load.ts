/**
 * What the preview of one file costs an isolate, from its bytes to the answer: files as large as they may be, and files that
 * are made to cost much. CPU is counted in steps of 10 ms, memory at its peak.
 */
import { MAX_FILE_BYTES } from '../../shared/bom/limits.ts';
import { BomRefusal } from '../../shared/bom/refusal.ts';
import { previewUpload } from '../../shared/bom/upload.ts';
import { ods, type Sheet, xls, xlsx, xlsxParts } from '../support/bom-files/workbook.ts';
import { zip } from '../support/bom-files/zip.ts';
import { cpuMs } from './cpu.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';

const ROUNDS = 5;

interface Case {
  readonly figure: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  readonly limitMs: number;
  readonly limitMb: number;
}

const LINES: Sheet = {
  name: 'BOM',
  rows: [
    ['MPN', 'Manufacturer', 'Qty', 'RefDes', 'Value', 'Footprint', 'Description', '备注'],
    ...Array.from({ length: 10_000 }, (_, i) => [
      `RC0603FR-07${i}KL`,
      'Yageo',
      4,
      `R${i}, R${i + 1}, R${i + 2}, R${i + 3}`,
      `${i} Ω`,
      'R_0603_1608Metric',
      `RES SMD ${i} kΩ 1% 1/10W 0603, 75 V`,
      '贴片电阻',
    ]),
  ],
};

const text = (content: string) => new TextEncoder().encode(content);
const fill = (piece: string) => text(piece.repeat(Math.floor(MAX_FILE_BYTES / piece.length)));

function sparse(): Uint8Array<ArrayBuffer> {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `<row r="${1 + i * 100}"><c r="GR${1 + i * 100}"><v>1</v></c></row>`,
  );
  const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  return zip({ ...xlsxParts([LINES]), 'xl/worksheets/sheet1.xml': xml });
}

const ofSheet = (xml: string) =>
  zip({ ...xlsxParts([{ name: 'BOM', rows: [['MPN'], ['A']] }]), 'xl/worksheets/sheet1.xml': xml });
const cells = () =>
  ofSheet(
    `<worksheet><sheetData>${
      `<row>${'<c><v>1</v></c>'.repeat(190)}</row>`.repeat(14_000)
    }</sheetData></worksheet>`,
  );
const merges = () =>
  ofSheet(
    `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${
      '<mergeCell ref="A1:B2"/>'.repeat(2_500_000)
    }</mergeCells></worksheet>`,
  );

const MB = 1024 * 1024;
const bomb = (bytes: number, lie?: number) =>
  zip({
    ...xlsxParts([{ name: 'BOM', rows: [['MPN']] }]),
    'xl/worksheets/sheet1.xml': new Uint8Array(bytes).fill(0x20),
  }, {
    lies: lie === undefined ? {} : { 'xl/worksheets/sheet1.xml': { bytes: lie } },
  });

const CASES: readonly Case[] = [
  { figure: '10,000 lines × 8 columns in XLSX', bytes: () => xlsx([LINES]), limitMs: 1_000, limitMb: 150 },
  { figure: '10,000 lines × 8 columns in XLS', bytes: () => xls([LINES]), limitMs: 1_000, limitMb: 150 },
  { figure: '10,000 lines × 8 columns in ODS', bytes: () => ods([LINES]), limitMs: 1_000, limitMb: 150 },
  { figure: 'a 300 kB archive of 300 MB', bytes: () => bomb(300 * MB), limitMs: 200, limitMb: 20 },
  { figure: 'the same, that says 60 MB', bytes: () => bomb(300 * MB, 60 * MB), limitMs: 1_000, limitMb: 150 },
  { figure: 'the same, that says nothing', bytes: () => bomb(300 * MB, 0), limitMs: 200, limitMb: 20 },
  { figure: 'an XLSX whose 10,000 cells stand far apart', bytes: sparse, limitMs: 1_000, limitMb: 150 },
  { figure: 'an XLSX of 2,660,000 cells', bytes: cells, limitMs: 1_000, limitMb: 150 },
  { figure: 'an XLSX of 2,500,000 merged cells', bytes: merges, limitMs: 500, limitMb: 100 },
  {
    figure: 'a CSV of 9,999 rows of 199 digits',
    bytes: () => text(`${'1,'.repeat(198)}1\n`.repeat(9_999)),
    limitMs: 500,
    limitMb: 100,
  },
  {
    figure: '10 MB: 10,000 rows of 200 columns',
    bytes: () => fill(`${'abcd,'.repeat(199)}x\n`),
    limitMs: 1_000,
    limitMb: 200,
  },
  { figure: '10 MB of separators', bytes: () => fill(','), limitMs: 500, limitMb: 150 },
  { figure: '10 MB of blank rows', bytes: () => fill('\n'), limitMs: 1_000, limitMb: 150 },
  { figure: '10 MB of rows of separators', bytes: () => fill(',,\n'), limitMs: 1_000, limitMb: 150 },
  {
    figure: '10 MB of blank rows behind a line of JSON',
    bytes: () => text(`{"a":1}${'\n'.repeat(MAX_FILE_BYTES - 7)}`),
    limitMs: 1_000,
    limitMb: 150,
  },
  {
    figure: '10 MB of quotation marks that are not closed',
    bytes: () => fill('"a\n'),
    limitMs: 1_000,
    limitMb: 150,
  },
  { figure: '10 MB of quotation marks', bytes: () => fill('"'), limitMs: 1_000, limitMb: 150 },
  {
    figure: '10 MB in one cell in Windows-1252',
    bytes: () => fill('\0').fill(0xfc),
    limitMs: 1_000,
    limitMb: 150,
  },
  {
    figure: '10 MB of lines that are not UTF-8',
    bytes: () => fill('a\n').map((byte) => byte === 0x61 ? 0xfc : byte),
    limitMs: 1_000,
    limitMb: 150,
  },
  { figure: '10 MB of blanks in columns', bytes: () => fill('a  b  c\n'), limitMs: 1_000, limitMb: 150 },
  { figure: '10 MB of XML tags', bytes: () => fill('<a>'), limitMs: 1_000, limitMb: 150 },
  {
    figure: '10 MB of an XML tag that does not end',
    bytes: () => fill('<aaaaaaa'),
    limitMs: 1_000,
    limitMb: 150,
  },
  {
    figure: '10 MB of JSON: empty things',
    bytes: () => text(`[${'{},'.repeat(3_400_000)}{}]`),
    limitMs: 500,
    limitMb: 150,
  },
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

export async function benchIntakeLoad({ quick }: BenchOptions): Promise<BenchResult> {
  const figures: Figure[] = [];
  const measurements: Record<string, number[]> = {};
  const path = await Deno.makeTempFile();
  try {
    for (const { figure, bytes, limitMs, limitMb } of CASES) {
      const file = bytes();
      await Deno.writeFile(path, file);
      const rounds: Opening[] = [];
      while (rounds.length < (quick ? 1 : ROUNDS)) rounds.push(await openElsewhere(path));
      const [ms, mb] = [
        median(rounds.map(({ cpuMs }) => cpuMs)),
        median(rounds.map(({ grownMb }) => grownMb)),
      ];
      measurements[`${figure}, ms`] = rounds.map(({ cpuMs }) => cpuMs);
      measurements[`${figure}, MB`] = rounds.map(({ grownMb }) => grownMb);
      figures.push({
        figure: `${figure} (${(file.length / 1024).toFixed(0)} kB)`,
        value: `${ms} ms, +${mb.toFixed(0)} MB: ${rounds[0]!.outcome}`,
        target: `≤ ${limitMs} ms of CPU, +${limitMb} MB`,
        met: ms <= limitMs && mb <= limitMb,
      });
    }
  } finally {
    await Deno.remove(path);
  }
  return { figures, measurements };
}

interface Opening {
  readonly cpuMs: number;
  readonly grownMb: number;
  readonly outcome: string;
}

/** In a process of its own: one that has opened others has memory to spare and code that is warm. */
async function openElsewhere(path: string): Promise<Opening> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ['run', '-A', import.meta.filename!, path],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

async function openHere(path: string): Promise<Opening> {
  const bytes = await Deno.readFile(path);
  const memory = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(Deno.readTextFileSync('/proc/self/status'))![1]) / 1024;
  const [cpu, before] = [cpuMs(Deno.pid), memory('VmRSS')];
  const outcome = await outcomeOf(bytes);
  return { cpuMs: cpuMs(Deno.pid) - cpu, grownMb: memory('VmHWM') - before, outcome };
}

async function outcomeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const { file, line_count } = await previewUpload({ name: 'bom', bytes }, [], {});
    return `${file.container}, ${line_count} lines`;
  } catch (error) {
    if (error instanceof BomRefusal) return error.code;
    throw error;
  }
}

if (import.meta.main) console.log(JSON.stringify(await openHere(Deno.args[0]!)));
