/** What a thousand new parts cost at each supplier, and what the same parts cost a moment later. */
import { expect, it } from 'vitest';
import { SUPPLIER_NAMES, type SupplierName } from '../../shared/domain/supplier.ts';
import { createEnrichLines } from '../../shared/enrich/lines.ts';
import type { ClaimedLine } from '../../shared/enrich/port.ts';
import { WORDLESS } from '../../shared/runner/memory-queue.ts';
import { createMemorySupplierStore } from '../../shared/suppliers/memory-store.ts';
import { SUPPLIERS } from '../../shared/suppliers/registry.ts';
import { createManualClock } from '../unit/support/clock.ts';
import { startStandIn } from '../unit/suppliers/stand-in.ts';

const PARTS = 1_000;
const BATCH = 100;

/** Calls that a thousand parts may cost. Nexar counts parts instead. */
const MOST: Readonly<Record<SupplierName, number>> = {
  mouser: 105,
  digikey: 1_000,
  element14: 1_000,
  nexar: 2_000,
};

it.each(SUPPLIER_NAMES)('%s', async (name) => {
  const standIn = await startStandIn(name);
  try {
    const configured = SUPPLIERS.find((supplier) => supplier.name === name)!
      .configure(standIn.settings, { log: () => {} })!;
    const { budget, ...limits } = configured.limits;
    const supplier = {
      ...configured,
      limits: budget ? { ...limits, budget: { ...budget, parts: 2 * PARTS } } : limits,
    };
    const store = createMemorySupplierStore({ callsPerMinute: 10_000, now: createManualClock().now });
    const enrich = createEnrichLines({ suppliers: [supplier], store, log: () => {} });
    const run = async () => {
      const statuses = new Set<string>();
      for (let from = 0; from < PARTS; from += BATCH) {
        const lines = Array.from({ length: BATCH }, (_, i): ClaimedLine => ({
          line_id: `line-${from + i}`,
          line_number: from + i + 1,
          ...WORDLESS,
          mpn: `SBX-${String(from + i).padStart(5, '0')}`,
          manufacturer: null,
          fence: 1,
          attempts: 1,
        }));
        const results = await enrich(lines, new AbortController().signal, 'organization');
        results.forEach(({ status }) => statuses.add(status));
      }
      return statuses;
    };
    const spent = async () => budget ? await standIn.parts() : (await standIn.asked()).length;
    expect(await run()).toEqual(new Set(['enriched']));
    const first = await spent();
    expect(first).toBeLessThanOrEqual(MOST[name]);
    expect(await run()).toEqual(new Set(['enriched']));
    expect(await spent()).toBe(first);
    expect(new Set((await standIn.asked()).flat()).size).toBe(PARTS);
  } finally {
    await standIn.close();
  }
}, 120_000);
