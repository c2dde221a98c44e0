/** `npm run bench -- NAME`: measures, as counts and ratios of one run. Timing decides no test; this is where speed is looked at. */
import { benchStart } from './start.ts';

/** One line of the result: what was measured, and what it is held against. */
export interface Figure {
  readonly figure: string;
  readonly value: string;
  readonly target: string;
  readonly met: boolean | null;
}

const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = { start: benchStart };

const [name = ''] = Deno.args;
const bench = BENCHES[name];
if (!bench) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  Deno.exit(2);
}
const figures = await bench();
console.table(
  figures.map(({ figure, value, target, met }) => ({
    figure,
    value,
    target,
    met: met === null ? '' : met ? 'yes' : 'NO',
  })),
);
console.log(JSON.stringify({ bench: name, figures }));
Deno.exit(0);
