/**
 * What an export of the largest BOM costs the function that writes it, in its own process behind the local gateway: a workbook
 * of lines with one offer each, and, of lines with ten, each page that programs put together themselves.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { MAX_LINES } from '../../shared/domain/limits.ts';
import { resistors } from '../support/resistors.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { cpuMs } from './cpu.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { count, median } from './numbers.ts';
import { type BenchStack, withStack } from './runner/stack.ts';

const FUNCTION = 'boms';
const ROUNDS = 5;
const QUICK_ROUNDS = 1;
/** What a page has that the command line and the page ask for. */
const PAGE_LINES = 500;

const FIRST_BYTE_MS = 2_000;
const MEMORY_MB = 100;
const CPU_MS = 1_500;

export async function benchExport({ quick }: BenchOptions): Promise<BenchResult> {
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  return await withStack({ cron: false }, async (bench) => {
    const tenant = await newTenant(bench.stack);
    const [few, many] = [await store(bench, tenant, 1), await store(bench, tenant, 10)];
    await bench.admin.query('vacuum analyze');
    const books: Cost[] = [];
    const pages: Cost[][] = [];
    for (let round = 0; round < rounds; round++) {
      console.error(`round ${round + 1} of ${rounds}`);
      books.push(await inNewProcess(bench, tenant, `boms/${few}/export?format=xlsx`));
      const costs: Cost[] = [];
      for (let after = 0; after < MAX_LINES; after += PAGE_LINES) {
        costs.push(
          await inNewProcess(bench, tenant, `boms/${many}/export/pages?limit=${PAGE_LINES}&after=${after}`),
        );
        // They are alike: where each is in a process of its own, some show what all cost.
        if (costs.length === (quick ? 2 : 4)) break;
      }
      pages.push(costs);
    }
    const of = (read: (cost: Cost) => number) => median(books.map(read));
    const worst = median(pages.map((costs) => Math.max(...costs.map(({ cpuMs }) => cpuMs))));
    const what = `a workbook of ${count(MAX_LINES)} lines with an offer each`;
    const figure = (name: string, value: number, unit: string, limit: number): Figure => ({
      figure: `${name} of ${what}`,
      value: `${value.toFixed(0)} ${unit}`,
      target: `≤ ${limit}`,
      met: value <= limit,
    });
    return {
      figures: [
        figure('first byte', of(({ firstByteMs }) => firstByteMs), 'ms', FIRST_BYTE_MS),
        figure(
          "memory grown over an isolate's that has done nothing, at its peak,",
          of(({ grownMb }) => grownMb),
          'MB',
          MEMORY_MB,
        ),
        figure('CPU', of(({ cpuMs }) => cpuMs), 'ms', CPU_MS),
        {
          figure: `CPU of the dearest page of ${PAGE_LINES} lines with ten offers each`,
          value: `${worst.toFixed(0)} ms`,
          target: `≤ ${CPU_MS}`,
          met: worst <= CPU_MS,
        },
      ],
      notes: [
        `The workbook has ${(books[0]!.bytes / 1024).toFixed(0)} KiB, a page ${
          (pages[0]![0]!.bytes / 1024).toFixed(0)
        } KiB.`,
      ],
      measurements: { books, pages },
    };
  });
}

interface Cost {
  readonly firstByteMs: number;
  readonly cpuMs: number;
  readonly grownMb: number;
  readonly bytes: number;
}

/** One call in a process that has answered one small call before: what starting costs is no export's. */
async function inNewProcess({ stack }: BenchStack, tenant: Tenant, path: string): Promise<Cost> {
  await stack.kill(FUNCTION);
  const [small] = path.split('/export');
  // The gateway starts another one, which may take a moment.
  while ((await fetched(stack, tenant, small!)).status !== 200) await rest(100);
  const [pid] = await stack.pids(FUNCTION);
  // What follows is the peak since then.
  await Deno.writeTextFile(`/proc/${pid}/clear_refs`, '5');
  const [cpu, memory] = [cpuMs(pid!), memoryMb(pid!, 'VmRSS')];
  const began = performance.now();
  const { status, body } = await fetched(stack, tenant, path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  let [firstByteMs, bytes] = [0, 0];
  for await (const piece of body!) {
    firstByteMs ||= performance.now() - began;
    bytes += piece.length;
  }
  return { firstByteMs, bytes, cpuMs: cpuMs(pid!) - cpu, grownMb: memoryMb(pid!, 'VmHWM') - memory };
}

const fetched = ({ apiUrl }: BenchStack['stack'], { token }: Tenant, path: string) =>
  fetch(`${apiUrl}/functions/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });

function memoryMb(pid: number, name: string): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024;
}

/** A BOM as large as they may be, each line with what a run finds of a chip resistor, and so many offers. */
async function store({ admin }: BenchStack, { organizationId }: Tenant, offers: number): Promise<string> {
  console.error(`storing ${count(MAX_LINES)} lines with ${count(offers)} offers each`);
  await admin.query('begin');
  await admin.query(
    `create temporary table made on commit drop as
     select n, mpn, gen_random_uuid() as component_id from unnest($1::text[]) with ordinality as m(mpn, n)`,
    [resistors(MAX_LINES)],
  );
  const fact = (value: string | number, unit?: string) => ({
    value,
    ...(unit ? { unit } : {}),
    source: 'decoder:yageo-rc',
    confidence: 1,
    reference:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/rchip/PYu-RC_Group_51_RoHS_L_12.pdf',
  });
  await admin.query(
    `insert into bomstream.components (id, orderable_key, manufacturer, mpn, fields, quality_score)
     select component_id, 'BENCH-' || $2 || '-' || n, 'Yageo', mpn, $1::jsonb || jsonb_build_object('description', jsonb_build_object(
       'value', 'RES SMD ' || mpn, 'source', 'supplier:mouser', 'confidence', 0.9)), 98 from made`,
    [
      JSON.stringify({
        category: fact('chip_resistor'),
        package: fact('0603 (1608 metric)'),
        resistance: fact(10_000, 'ohm'),
        tolerance: fact(1, 'percent'),
        power: fact(0.1, 'watt'),
        lifecycle: { ...fact('active'), source: 'supplier:mouser' },
        rohs: { ...fact('compliant'), source: 'supplier:mouser' },
        datasheet: { ...fact('https://www.yageo.com/rc.pdf'), source: 'supplier:mouser' },
      }),
      offers,
    ],
  );
  await admin.query(
    `insert into bomstream.supplier_offers (component_id, supplier, seller, supplier_part_number, stock, min_quantity, multiple, lead_time_days,
       url, price_breaks, fetched_at)
     select component_id, 'mouser', case when o > 1 then 'Seller ' || o else '' end, '603-' || mpn, 10000 + n, 1, 1, 63,
       'https://www.mouser.com/ProductDetail/Yageo/' || mpn, $1, now() from made, generate_series(1, $2::integer) o`,
    [
      JSON.stringify(
        [1, 10, 100, 1_000, 5_000].map((quantity) => ({
          quantity,
          price: 1 / (9 + quantity),
          currency: 'USD',
        })),
      ),
      offers,
    ],
  );
  const { rows: [bom] } = await admin.query(
    `insert into bomstream.boms (organization_id, name, line_count) values ($1, 'Bench', $2) returning id`,
    [organizationId, MAX_LINES],
  );
  await admin.query(
    `insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, orderable_key, quantity, designators, value,
       footprint, description, status, result_run, result_status, component_id, quality_score, source, match_step)
     select $1, $2, n, mpn, 'Yageo', mpn, 4, 'R' || 4 * n || ', R' || 4 * n + 1 || ', R' || 4 * n + 2 || ', R' || 4 * n + 3, '10k', 'R_0603',
       'Resistor', 'enriched', 1, 'enriched', component_id, 98, 'decoder:yageo-rc', 'exact' from made`,
    [bom.id, organizationId],
  );
  await admin.query('commit');
  return bom.id;
}
