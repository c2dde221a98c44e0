/**
 * What the product knows of parts without a key. `parts FOLDER` measures with the BOMs and the catalogues of independent
 * lists in FOLDER; `parts --numbers FILE --out OUT` and `parts --check FILE --out OUT` read other people's cases.
 */
import { resolvePart } from '../../shared/enrich/resolve.ts';
import { cpuMs } from './cpu.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { count, median } from './numbers.ts';
import { checkFile } from './parts/check.ts';
import { describeNumber } from './parts/describe.ts';
import { independentRows, realLines } from './parts/data.ts';
import { scoreEquivalents } from './parts/equivalents.ts';
import { JUDGED, scoreReal } from './parts/judged.ts';
import { negativesOf } from './parts/negatives.ts';
import { PLANTED, plantedLines, scorePlanted } from './parts/planted.ts';
import { scoreAgainst, scoreLines } from './parts/score.ts';
import { scoreSpoiled } from './parts/spoiled.ts';
import { resistors } from '../support/resistors.ts';

/** Enough for the kernel's clock, and as many as a large BOM has. */
const TIMED_NUMBERS = 10_000;
const ROUNDS = 5;
const NUMBERS_A_SECOND = 20_000;
const NEGATIVES = 1_000;

export async function benchParts(options: BenchOptions): Promise<BenchResult> {
  const { numbers, check, out, folder } = options;
  if (numbers !== null) return await writeLines(out, describeAll(await Deno.readTextFile(numbers)));
  if (check !== null) return await writeLines(out, checkFile(await Deno.readTextFile(check)));
  const figures = [
    await speed(),
    ...scorePlanted(plantedLines(await Deno.readTextFile(PLANTED))),
    ...scoreSpoiled(),
  ];
  if (folder === null) return { figures, notes: ['To score parts: npm run bench -- parts FOLDER.'] };
  const rows = await independentRows(folder);
  const lines = await realLines(folder);
  figures.push(
    ...scoreLines(lines),
    ...scoreReal(lines, await Deno.readTextFile(JUDGED)),
    ...scoreAgainst(rows),
    ...scoreEquivalents(rows),
    negatives(rows.map(({ mpn }) => mpn)),
  );
  return { figures };
}

const describeAll = (text: string) =>
  text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map(describeNumber);

async function writeLines(out: string | null, rows: readonly unknown[]): Promise<BenchResult> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (out === null) console.log(text);
  else await Deno.writeTextFile(out, text);
  return { figures: [{ figure: 'cases', value: count(rows.length), target: '', met: null }] };
}

/** Each number once, so that nothing is remembered. In CPU time, of all threads, which other work beside it does not take. */
function speed(): Promise<Figure> {
  const numbers = resistors(TIMED_NUMBERS);
  const rates = Array.from({ length: ROUNDS }, () => {
    const before = cpuMs(Deno.pid);
    for (const mpn of numbers) resolvePart({ mpn, manufacturer: null });
    return (numbers.length * 1000) / (cpuMs(Deno.pid) - before);
  });
  return Promise.resolve({
    figure: 'numbers matched and decoded in a second on one core',
    value: count(Math.round(median(rates))),
    target: `≥ ${count(NUMBERS_A_SECOND)}`,
    met: median(rates) >= NUMBERS_A_SECOND,
  });
}

/** Real numbers with one character spoiled, words, and distributors' numbers: none of them is a part. */
function negatives(numbers: readonly string[]): Figure {
  const spoiled = negativesOf(numbers, NEGATIVES);
  const read = spoiled.map((mpn) => describeNumber(mpn)).filter(({ known_by }) => known_by !== null);
  const confirmed = read.filter(({ known_by }) => known_by !== 'scheme');
  return {
    figure: 'negatives that are read, of them as a part that somebody knows',
    value: `${read.length} of ${count(spoiled.length)}; ${confirmed.length}${
      read.length > 0 ? `: ${read.slice(0, 12).map(({ mpn }) => mpn).join(' ')}` : ''
    }`,
    target: `≤ ${0.02 * NEGATIVES}; 0`,
    met: read.length <= 0.02 * spoiled.length && confirmed.length === 0,
  };
}
