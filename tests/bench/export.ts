/**
 * What an export of the largest BOM costs the function that writes it, in its own process behind the local gateway: a workbook
 * of lines with one offer each, and, of lines with ten, each page that programs put together themselves.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { MAX_LINES } from '../../shared/domain/limits.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { cpuMs } from './cpu.ts';
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from './figure.ts';
import { storeLargeBom } from './large-bom.ts';
import { count, median, spread } from './numbers.ts';
import { type BenchStack, withStack } from './runner/stack.ts';
import { yardstickMs } from './yardstick.ts';

const FUNCTION = 'boms';
const ROUNDS = 5;
/** What a page has that the command line and the page ask for. */
const PAGE_LINES = 500;

const FIRST_BYTE_MS = 2_000;
const MEMORY_MB = 100;
const CPU_MS = 1_500;

export async function benchExport(options: BenchOptions): Promise<BenchResult> {
  const rounds = roundsOf(options, ROUNDS);
  return await withStack({ cron: false }, async (bench) => {
    const tenant = await newTenant(bench.stack);
    const [few, many] = [
      await storeLargeBom(bench.admin, tenant.organizationId, 1),
      await storeLargeBom(bench.admin, tenant.organizationId, 10),
    ];
    await bench.admin.query('vacuum analyze');
    const books: Cost[] = [];
    const yardsticks: number[] = [];
    const pages: Cost[][] = [];
    for (let round = 0; round < rounds; round++) {
      console.error(`round ${round + 1} of ${rounds}`);
      books.push(await inNewProcess(bench, tenant, `boms/${few}/export?format=xlsx`));
      yardsticks.push(await yardstickMs());
      const costs: Cost[] = [];
      for (let after = 0; after < MAX_LINES; after += PAGE_LINES) {
        costs.push(
          await inNewProcess(bench, tenant, `boms/${many}/export/pages?limit=${PAGE_LINES}&after=${after}`),
        );
        // They are alike: where each is in a process of its own, some show what all cost.
        if (costs.length === (options.quick ? 2 : 4)) break;
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
          figure: `the same, beside as many cells written the plain way`,
          value: `${spread(books.map(({ cpuMs }, i) => cpuMs / yardsticks[i]!), 2)} times`,
          peers: `${median(yardsticks).toFixed(0)} ms`,
          target: '',
          met: null,
        },
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
      measurements: { books, yardsticks, pages },
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
