/** An organization's own components, many and more: what a batch of lines asks of them, and what it costs to write them. */
import type pg from 'pg';
import type { Figure } from './figure.ts';
import { count, median, percentile } from './numbers.ts';
import type { BenchDatabase } from './runner/databases.ts';
import { newBom, newOwner, type Owner } from './runner/runs.ts';

const SIZES = [10_000, 100_000] as const;
/** As many as a call takes. */
const BATCH = 500;
/** Lines of a batch, each of which is one of the own components. */
const ASKED = 100;
const ROUNDS = 300;
/** A session plans a statement anew each time until it knows better. */
const WARM_UP = 10;
const MOST_RATIO = 1.5;

const LOOKUP = `select public.bomstream_supplier_lookup('{mouser}', $1, 86400)`;

interface Kept {
  readonly size: number;
  readonly questions: string;
  readonly times: number[];
}

/** Components as a list has them, with what such a list says. */
function components(from: number): string {
  const own = (value: string) => ({ value, source: 'own', confidence: 1 });
  return JSON.stringify(Array.from({ length: BATCH }, (_, i) => {
    const mpn = `OWN-${from + i}`;
    return {
      orderable_key: mpn,
      mpn,
      manufacturer: 'Example Ltd',
      quality_score: 50,
      fields: {
        manufacturer: own('Example Ltd'),
        category: own('ceramic_capacitor'),
        package: own('0402'),
        description: own(`100nF ±10% 50V Ceramic Capacitor X7R 0402, number ${from + i}`),
        datasheet: own(`https://example.com/datasheets/${mpn}.pdf`),
      },
    };
  }));
}

/** @returns milliseconds of each batch */
async function write(client: pg.Client, { userId, organizationId }: Owner, size: number): Promise<number[]> {
  const times: number[] = [];
  for (let from = 0; from < size; from += BATCH) {
    const batch = components(from);
    const began = performance.now();
    await client.query(
      `select public.bomstream_components_write($1, $2, $3, 'Bench', '2026-11-01T00:00:00Z')`,
      [userId, organizationId, batch],
    );
    times.push(performance.now() - began);
  }
  return times;
}

export async function ownComponents({ client }: BenchDatabase): Promise<Figure[]> {
  console.error('own components');
  const kept: Kept[] = [];
  let writing: number[] = [];
  let repeating: number[] = [];
  for (const size of SIZES) {
    const owner = await newOwner(client);
    writing = await write(client, owner, size);
    repeating = await write(client, owner, size);
    // from all over them, as a BOM asks
    const numbers = Array.from({ length: ASKED }, (_, i) => `OWN-${i * Math.floor(size / ASKED)}`);
    const { bomId } = await newBom(client, numbers, owner);
    const { rows } = await client.query(
      'select id as line_id, orderable_key from bomstream.bom_lines where bom_id = $1',
      [bomId],
    );
    kept.push({ size, questions: JSON.stringify(rows), times: [] });
  }
  await client.query('vacuum analyze bomstream.components, bomstream.bom_lines');
  // In turns, so that a busy moment of the machine is one of both.
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { questions, times } of kept) {
      const began = performance.now();
      const { rows: [{ bomstream_supplier_lookup: known }] } = await client.query(LOOKUP, [questions]);
      if (round >= WARM_UP) times.push(performance.now() - began);
      if (known.own.length !== ASKED) throw new Error(`only ${known.own.length} of ${ASKED} were found`);
    }
  }
  const [few, many] = kept.map(({ times }) => percentile(times, 0.95)) as [number, number];
  const batches = SIZES[1] / BATCH / 10;
  return [{
    figure: `ms (p95) to look ${ASKED} lines up among ${
      SIZES.map(count).join(' and ')
    } own components; ratio`,
    value: `${few.toFixed(1)}, ${many.toFixed(1)}; ${(many / few).toFixed(2)}`,
    peers: `medians: ${kept.map(({ times }) => median(times).toFixed(1)).join(', ')}`,
    target: `≤ ${MOST_RATIO}`,
    met: many / few <= MOST_RATIO,
  }, {
    figure: `seconds to store ${count(SIZES[1])} own components, ${BATCH} a call; again, unchanged`,
    value: [writing, repeating].map((times) => (times.reduce((a, b) => a + b) / 1000).toFixed(1)).join('; '),
    peers: `ms of a call: first tenth ${median(writing.slice(0, batches)).toFixed(0)}, last tenth ${
      median(writing.slice(-batches)).toFixed(0)
    }`,
    target: '',
    met: null,
  }];
}
