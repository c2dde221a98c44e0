/**
 * A yardstick for what a workbook costs: as many cells as one of ten thousand lines has, written the plain way, texts joined
 * and encoded, and packed by the same zlib. Machines, and one machine at two times, differ by more than what is measured.
 * Run in a process of its own, it prints its CPU time in milliseconds.
 */
import { deflateRawSync } from 'node:zlib';
import { cpuMs } from './cpu.ts';

/** As the sheets of the workbook have them: one row a line, five prices, nine facts. */
const [LINES, ROWS_OF_A_LINE, CELLS_OF_A_ROW] = [10_000, 15, 13];
const BATCH_LINES = 250;
const LEVEL = 5;

if (import.meta.main) {
  const before = cpuMs(Deno.pid);
  writePlainly();
  console.log(cpuMs(Deno.pid) - before);
}

/** @returns how many bytes it is packed */
function writePlainly(): number {
  const encoder = new TextEncoder();
  let packed = 0;
  for (let first = 0; first < LINES; first += BATCH_LINES) {
    const rows: string[] = [];
    for (let line = first; line < first + BATCH_LINES; line += 1) {
      for (let row = 0; row < ROWS_OF_A_LINE; row += 1) {
        const cells = Array.from(
          { length: CELLS_OF_A_ROW },
          (_, i) => i % 3 === 0 ? `<c><v>${line + i}</v></c>` : `<c t="s"><v>${row * i}</v></c>`,
        );
        rows.push(`<row>${cells.join('')}</row>`);
      }
    }
    packed += deflateRawSync(encoder.encode(rows.join('')), { level: LEVEL }).length;
  }
  return packed;
}

/** Of the yardstick, in a process of its own. */
export async function yardstickMs(): Promise<number> {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ['run', '-A', new URL(import.meta.url).pathname],
    stderr: 'inherit',
  }).output();
  if (code !== 0) throw new Error(`The yardstick ended with ${code}.`);
  return Number(new TextDecoder().decode(stdout));
}
