/** What it costs to judge a large BOM anew at another number of boards, and to compare two. */
import { prepare, summarize, type SummaryLine, type SummaryPart } from '../../shared/assess/summary.ts';
import type { MarketOffer } from '../../shared/assess/cost/market.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { median } from './numbers.ts';
import { type BenchDatabase, withDatabases } from './runner/databases.ts';
import { newBom, newOwner } from './runner/runs.ts';

const LINES = 10_000;
const ROUNDS = 20;
/** A program and a session are slow at first. */
const WARM_UP = 5;
const SUMMARY_MS = 150;
const COMPARE_MS = 500;
/** As four suppliers have them: cut tape, a reel, and a dearer third. */
const SUPPLIERS = ['mouser', 'digikey', 'element14', 'nexar'] as const;

function offersOf(i: number): MarketOffer[] {
  return SUPPLIERS.flatMap((supplier, s): MarketOffer[] => {
    const price = 0.01 * (1 + (i * 7 + s * 13) % 50);
    const offer = {
      supplier,
      seller: null,
      supplier_part_number: `${supplier}-${i}`,
      stock: 500 * ((i + s) % 40),
      min_quantity: 1,
      multiple: 1,
      max_quantity: null,
      lead_time_days: 84,
      marketplace: false,
      packaging: 'cut_tape',
      reeling_fee: null,
      observed_at: 1_793_491_200,
      prices: { USD: [1, price * 4, 10, price * 2, 100, price * 1.2, 1000, price] },
    } as const;
    return [
      offer,
      {
        ...offer,
        packaging: 'reel',
        min_quantity: 4000,
        multiple: 4000,
        prices: { USD: [4000, price * 0.8] },
      },
    ];
  });
}

/** @param parts different ones, over all lines */
function summaries(parts: number, rounds: number): number[] {
  const lines = Array.from({ length: LINES }, (_, i): SummaryLine => ({
    line_id: `${i}`,
    line_number: i + 1,
    mpn: `P${i % parts}`,
    quantity: 1 + i % 4,
    part: `P${i % parts}`,
    status: 'enriched',
    result_status: 'enriched',
    review: 'none',
    contradiction: null,
    sentence: null,
  }));
  const known = Array.from({ length: parts }, (_, i): SummaryPart => ({
    part: `P${i}`,
    category: 'chip_resistor',
    package: '0603 (1608 metric)',
    pins: null,
    lifecycle: 'active',
    rohs: 'compliant',
    own_stock: 0,
    offers: offersOf(i),
  }));
  const prepared = prepare(lines, known, { attrition: 'assembler', supplier_fee: 0 });
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const began = performance.now();
    summarize(prepared, 20 + round);
    if (round >= WARM_UP) times.push(performance.now() - began);
  }
  return times;
}

/** Two revisions of which each tenth line differs, both run. */
async function comparisons({ client }: BenchDatabase, rounds: number): Promise<number[]> {
  const owner = await newOwner(client);
  const boms: string[] = [];
  for (const suffix of ['', 'X']) {
    const numbers = Array.from({ length: LINES }, (_, i) => `B${i}${i % 10 === 0 ? suffix : ''}`);
    const { bomId } = await newBom(client, numbers, owner);
    boms.push(bomId);
    await client.query(
      `with made as (insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
                     select l.mpn, 'Bench', l.mpn, '{}', 90 from bomstream.bom_lines l where l.bom_id = $1
                     on conflict do nothing)
       update bomstream.bom_lines set designators = 'R' || line_number, quantity = 1 where bom_id = $1`,
      [bomId],
    );
    await client.query(
      `with run as (insert into bomstream.enrichment_runs (bom_id, organization_id, source, run, mode, priority, batch_size, total_items,
                      enriched_items, status, completed_at)
                    select $1, $2, 'user', 1, 'all', 5, 100, $3, $3, 'completed', now() returning id),
            settled as (update bomstream.bom_lines l
                        set status = 'enriched', result_status = 'enriched', result_run = 1, component_id = c.id
                        from bomstream.components c where l.bom_id = $1 and c.orderable_key = l.mpn returning l.id, l.component_id)
       insert into bomstream.run_line_results (run_id, line_id, status, component_id, unit_price, currency, stock, lifecycle)
       select run.id, s.id, 'enriched', s.component_id, 0.1, 'USD', 100, 'active' from settled s, run`,
      [bomId, owner.organizationId, LINES],
    );
  }
  await client.query('vacuum analyze');
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const began = performance.now();
    await client.query('select public.bomstream_bom_compare($1, $2, $3)', [owner.userId, ...boms]);
    if (round >= WARM_UP) times.push(performance.now() - began);
  }
  return times;
}

const figure = (name: string, times: readonly number[], most: number): Figure => ({
  figure: name,
  value: `${median(times).toFixed(0)} ms`,
  target: `≤ ${most} ms`,
  met: median(times) <= most,
});

export async function benchJudging({ quick }: BenchOptions): Promise<BenchResult> {
  const rounds = quick ? 3 : ROUNDS;
  const figures = [LINES, LINES / 4].map((parts) =>
    figure(
      `summary of 10,000 lines with ${parts} parts at a new board count`,
      summaries(parts, rounds),
      SUMMARY_MS,
    )
  );
  for (const { figure, value } of figures) console.error(`${figure}: ${value}`);
  const compare = await withDatabases(({ withDatabase }) =>
    withDatabase((database) => comparisons(database, rounds))
  );
  return { figures: [...figures, figure('compare of two BOMs of 10,000 lines', compare, COMPARE_MS)] };
}
