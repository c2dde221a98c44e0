/**
 * `intake FOLDER` scores real files. Without a folder: what one `POST boms` costs an isolate in CPU, for bodies that are
 * made to cost much. Everything from the request to the lines is measured; the database is asked for nothing.
 */
import { openEnvelope, readBom } from '../../shared/bom/intake.ts';
import { CreateBom } from '../../shared/domain/bom.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { validate } from '../../shared/domain/validate.ts';
import { readJson } from '../../shared/http/input.ts';
import { Problem } from '../../shared/http/problem.ts';
import { cpuMs } from './cpu.ts';
import { scoreFolder } from './intake/files.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';

const ROUNDS = 7;
/** The kernel counts CPU time in steps of 10 ms: a round repeats the work until it takes many of them. */
const REPEATS = 5;
/** As the endpoint has it. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

const HEADER = { organization_id: crypto.randomUUID(), name: 'Bench' };
const CSV = (csv: string) => ({ ...HEADER, csv });
const LINES = (lines: unknown[]) => ({ ...HEADER, lines });

interface Case {
  readonly figure: string;
  readonly body: unknown;
  readonly limitMs: number;
}

const CASES: readonly Case[] = [
  {
    figure: '195 KB: 50,000 columns and 50,000 rows',
    body: CSV(`${','.repeat(50_000)}mpn\n${'a\n'.repeat(50_000)}`),
    limitMs: 100,
  },
  { figure: '1 MB of separators', body: CSV(','.repeat(1_000_000)), limitMs: 100 },
  { figure: '7.6 MB: 2,600,000 rows "a"', body: CSV(`mpn\n${'a\n'.repeat(2_600_000)}`), limitMs: 250 },
  {
    figure: '10,000 part numbers of 120 × U+FDFA',
    body: LINES(Array(10_000).fill({ mpn: '\ufdfa'.repeat(120) })),
    limitMs: 500,
  },
  {
    figure: '10,000 part numbers and manufacturers of 6 × U+FDFA, the most that is taken',
    body: LINES(Array(10_000).fill({ mpn: '\ufdfa'.repeat(6), manufacturer: '\ufdfa'.repeat(6) })),
    limitMs: 500,
  },
  { figure: '8 MB: a list of 4,000,000 zeros', body: LINES(Array(4_000_000).fill(0)), limitMs: 500 },
  { figure: '8 MB: 4,000,000 blank rows', body: CSV(`mpn\n${'\n'.repeat(4_000_000)}`), limitMs: 500 },
  { figure: '8 MB: a header of one cell, U+FDFA', body: CSV('\ufdfa'.repeat(2_700_000)), limitMs: 500 },
  {
    figure: '8 MB: one cell in quotation marks',
    body: CSV(`mpn\n"${'""'.repeat(1_900_000)}"`),
    limitMs: 500,
  },
  {
    figure: '8 MB: 10,000 rows of 200 columns',
    body: CSV(
      `mpn,${Array.from({ length: 199 }, (_, i) => `c${i}`).join(',')}\n${
        `${Array(200).fill('abc').join(',')}\n`.repeat(9_900)
      }`,
    ),
    limitMs: 1_000,
  },
  {
    figure: '10,000 ordinary lines',
    body: CSV(
      `MPN,Manufacturer,Qty,RefDes,Description\n${
        Array.from({ length: 10_000 }, (_, i) => `RC0603FR-07${i}KL,Yageo,4,"R${i},R${i + 1}",10k 1%`).join(
          '\n',
        )
      }`,
    ),
    limitMs: 500,
  },
];

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

export async function benchIntake({ quick, folder, lines }: BenchOptions): Promise<BenchResult> {
  if (folder !== null) return scoreFolder({ folder, lines });
  const figures: Figure[] = [];
  const measurements: Record<string, number[]> = {};
  for (const { figure, body, limitMs } of CASES) {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    if (bytes.byteLength > MAX_BODY_BYTES) throw new Error(`${figure}: the body is too large`);
    const times: number[] = [];
    let outcome = '';
    for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
      const before = cpuMs(Deno.pid);
      for (let i = 0; i < REPEATS; i += 1) outcome = await intake(bytes);
      times.push((cpuMs(Deno.pid) - before) / REPEATS);
    }
    measurements[figure] = times;
    figures.push({
      figure,
      value: `${median(times).toFixed(0)} ms (worst ${Math.max(...times).toFixed(0)}): ${outcome}`,
      target: `≤ ${limitMs} ms of CPU`,
      met: median(times) <= limitMs,
    });
  }
  return {
    figures,
    measurements,
    notes: [
      'To score files: npm run bench -- intake FOLDER [--lines FILE], FOLDER with the files and their EXPECTED.tsv.',
    ],
  };
}

/** What the endpoint does with a body, but for asking the database. */
async function intake(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const request = new Request('https://x.example', { method: 'POST', body: bytes });
  try {
    const { lines } = readBom(openEnvelope(validate(CreateBom, await readJson(request, MAX_BODY_BYTES))));
    return `${lines.length} lines`;
  } catch (error) {
    if (error instanceof Problem || error instanceof Refusal) return error.code;
    throw error;
  }
}
