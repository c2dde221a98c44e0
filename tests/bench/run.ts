/**
 * `npm run bench -- NAME`: measures, as counts and ratios of one run. Timing decides no test; this is where speed is
 * looked at. Ends with 1 when something that is required was not reached.
 */
import { parseArgs } from 'node:util';
import { loadSeries } from '../../shared/parts/decoders/source.ts';
import type { BenchOptions, BenchResult } from './figure.ts';
import { benchExport } from './export.ts';
import { benchCli } from './cli.ts';
import { benchIntake } from './intake.ts';
import { benchIntakeLoad } from './intake-load.ts';
import { benchNightly } from './nightly.ts';
import { benchJudging } from './judging.ts';
import { benchParts } from './parts.ts';
import { benchRelease } from './release.ts';
import { benchRunner } from './runner.ts';
import { benchSql } from './sql.ts';
import { benchStart } from './start.ts';
import { benchStream } from './stream.ts';
import { benchWeb } from './web.ts';

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<BenchResult>>> = {
  export: benchExport,
  cli: benchCli,
  intake: benchIntake,
  'intake-load': benchIntakeLoad,
  nightly: benchNightly,
  judging: benchJudging,
  parts: benchParts,
  release: benchRelease,
  runner: benchRunner,
  sql: benchSql,
  start: benchStart,
  stream: benchStream,
  web: benchWeb,
};

const { values, positionals } = parseArgs({
  args: Deno.args,
  allowPositionals: true,
  options: {
    /** Fewer measurements, for a look while working. */
    quick: { type: 'boolean', default: false },
    /** So many rounds instead of a bench's own number, of those that measure in rounds. */
    rounds: { type: 'string' },
    /** Where to write the result as JSON; without it, standard output. */
    json: { type: 'string' },
    /** `intake FOLDER`: where to write the lines that were read, as JSON lines. */
    lines: { type: 'string' },
    /** `parts`: a file with a part number a line, or with lines of BOMs to check, and where to write what is said. */
    numbers: { type: 'string' },
    check: { type: 'string' },
    out: { type: 'string' },
  },
});
const [name = '', folder = null] = positionals;
const bench = BENCHES[name];
const rounds = values.rounds === undefined ? null : Number(values.rounds);
if (!bench || (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))) {
  console.error(
    `Usage: npm run bench -- ${
      Object.keys(BENCHES).join(' | ')
    } [--quick] [--rounds N] [--json FILE]; intake also takes FOLDER [--lines FILE], runner, sql, start, stream and web a piece of it, parts FOLDER, --numbers FILE or --check FILE [--out FILE]`,
  );
  Deno.exit(2);
}
await loadSeries();
const result = await bench({
  quick: values.quick,
  rounds,
  folder,
  lines: values.lines ?? null,
  numbers: values.numbers ?? null,
  check: values.check ?? null,
  out: values.out ?? null,
});
console.table(
  result.figures.map(({ figure, value, peers, target, met }) => ({
    figure,
    ours: value,
    ...(peers === undefined ? {} : { peers }),
    limit: target,
    met: met === null ? '' : met ? 'yes' : 'NO',
  })),
);
const json = JSON.stringify({ bench: name, ...result });
if (values.json) await Deno.writeTextFile(values.json, `${json}\n`);
else console.log(json);
result.notes?.forEach((note) => console.log(note));
Deno.exit(result.figures.some(({ met }) => met === false) ? 1 : 0);
