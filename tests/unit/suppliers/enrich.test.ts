/** Lines enriched with suppliers, over the memory fakes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Component } from '../../../shared/domain/component.ts';
import { createEnrichLines } from '../../../shared/runner/enrich.ts';
import { createLookup, FRESH_SECONDS } from '../../../shared/runner/lookup.ts';
import type { ClaimedLine, LineResult } from '../../../shared/runner/queue.ts';
import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import type { Supplier } from '../../../shared/suppliers/port.ts';
import type { OwnComponent, SupplierStore } from '../../../shared/suppliers/store.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';
import { finding } from './findings.ts';

const RESISTOR = 'RC0603FR-0710KL';
const never = new AbortController().signal;

let clock: ManualClock;
let store: SupplierStore;
beforeEach(() => {
  clock = createManualClock();
  store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now });
});

const line = (n: number, mpn: string | null, manufacturer: string | null = null): ClaimedLine => (
  { line_id: `line-${n}`, line_number: n, mpn, manufacturer, fence: n * 10, attempts: 1 }
);
const memory = (...mpns: string[]) =>
  createMemorySupplier({ name: 'memory', batchSize: 10, parts: mpns.map((mpn) => finding(mpn)) });
const enrich = (lines: ClaimedLine[], suppliers: Supplier[], signal = never) =>
  createEnrichLines(createLookup({ suppliers, store, log: () => {} }))(lines, signal);

/** The component a line got, as the commit would store it. */
function componentOf(result: LineResult | undefined): Component {
  if (result?.status !== 'enriched' || !('component' in result)) throw new Error(`is ${result?.status}`);
  return Component.parse(result.component);
}

describe('a line', () => {
  it('whose part only a supplier knows is enriched with what that says, offers included', async () => {
    const [result] = await enrich([line(1, 'SBX-1')], [memory('SBX-1')]);
    expect(result).toMatchObject({
      line_id: 'line-1',
      fence: 10,
      status: 'enriched',
      source: 'supplier:memory',
    });
    expect(componentOf(result).fields.lifecycle).toMatchObject({
      value: 'active',
      source: 'supplier:memory',
    });
    expect(result).toMatchObject({
      offers: [{ supplier: 'memory', offers: finding('SBX-1').offers, fetched_at: expect.any(String) }],
    });
  });

  it('whose part nobody knows is not found', async () => {
    expect(await enrich([line(1, 'SBX-1'), line(2, null)], [memory()])).toEqual([
      { line_id: 'line-1', fence: 10, status: 'not_found', remarks: [] },
      { line_id: 'line-2', fence: 20, status: 'not_found', remarks: [] },
    ]);
  });

  it('keeps what its number says, and what a supplier says besides', async () => {
    const supplier = createMemorySupplier({
      name: 'memory',
      batchSize: 10,
      parts: [finding(RESISTOR, {
        manufacturer: 'Yageo',
        fields: { tolerance: { value: 5, unit: '%', source: 'supplier:memory', confidence: 1 } },
      })],
    });
    const [result] = await enrich([line(1, RESISTOR)], [supplier]);
    const { fields } = componentOf(result);
    expect(fields.resistance).toMatchObject({ value: 10_000, source: 'decoder:yageo-rc' });
    expect(fields.rohs).toMatchObject({ value: 'compliant', source: 'supplier:memory' });
    expect(fields.tolerance).toMatchObject({
      value: 1,
      conflicts: [{ value: 5, source: 'supplier:memory' }],
    });
    expect(result).toMatchObject({ source: 'decoder:yageo-rc' });
  });

  it("whose maker is named gets that maker's part of two, and only its offers", async () => {
    const parts = [finding('SBX-1'), finding('SBX-1', { manufacturer: 'Bourns' })];
    const supplier = createMemorySupplier({ name: 'memory', batchSize: 10, parts });
    const results = await enrich([line(1, 'SBX-1', 'Bourns'), line(2, 'SBX-1')], [supplier]);
    expect(results.map((result) => componentOf(result).manufacturer)).toEqual(['Bourns', 'Sandbox Devices']);
    expect(results).toMatchObject([
      { offers: [{ offers: [{ supplier_part_number: '000-SBX-1-Bourns' }] }] },
      { offers: [{ offers: [{ supplier_part_number: '000-SBX-1-SandboxDevices' }] }] },
    ]);
    expect(supplier.calls).toEqual([['SBX-1']]);
  });

  it('whose number no supplier takes is not asked about', async () => {
    const supplier = memory();
    expect(await enrich([line(1, 'A|B')], [supplier])).toMatchObject([{ status: 'not_found' }]);
    expect(supplier.calls).toEqual([]);
  });

  it('that the organization describes itself is linked to that, and nobody is asked', async () => {
    const own: OwnComponent = {
      line_id: 'line-1',
      component_id: 'theirs',
      mpn: 'SBX-1',
      manufacturer: 'Our Workshop',
      fields: { description: { value: 'Bracket', source: 'own', confidence: 1 } },
    };
    store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now, own: [own] });
    const supplier = memory('SBX-1');
    const [ours, others] = await enrich([line(1, 'SBX-1'), line(2, 'SBX-1')], [supplier]);
    expect(ours).toEqual({
      line_id: 'line-1',
      fence: 10,
      status: 'enriched',
      own_component_id: 'theirs',
      quality_score: 50,
      source: 'own',
      remarks: [],
    });
    expect(others).toMatchObject({ source: 'supplier:memory' });
    expect(JSON.stringify(others)).not.toContain('Workshop');
  });
});

describe('suppliers', () => {
  it('are asked about equal parts once, in a batch and after it', async () => {
    const supplier = memory('SBX-1');
    await enrich([line(1, 'SBX-1'), line(2, 'sbx 1'), line(3, 'SBX-NONE'), line(4, 'sbx none')], [supplier]);
    const again = await enrich([line(1, 'SBX-1'), line(3, 'SBX-NONE')], [supplier]);
    expect(supplier.calls).toEqual([['SBX-1', 'SBX-NONE']]);
    expect(again.map(({ status }) => status)).toEqual(['enriched', 'not_found']);
  });

  it('are asked again when their answer is no longer fresh', async () => {
    const supplier = memory('SBX-1');
    await enrich([line(1, 'SBX-1')], [supplier]);
    await clock.advance(FRESH_SECONDS * 1000 - 1);
    await enrich([line(1, 'SBX-1')], [supplier]);
    expect(supplier.calls.length).toBe(1);
    await clock.advance(1);
    await enrich([line(1, 'SBX-1')], [supplier]);
    expect(supplier.calls.length).toBe(2);
  });

  it('are asked in as few calls as their batches allow', async () => {
    const supplier = memory();
    await enrich(Array.from({ length: 25 }, (_, i) => line(i + 1, `PART-${i}`)), [supplier]);
    expect(supplier.calls.map(({ length }) => length)).toEqual([10, 10, 5]);
  });

  it('are asked in order, until the required fields are filled', async () => {
    const [first, second] = [
      createMemorySupplier({
        name: 'first',
        batchSize: 10,
        parts: [finding('SBX-1', { supplier: 'first' })],
      }),
      createMemorySupplier({
        name: 'second',
        batchSize: 10,
        parts: [finding('SBX-2', { supplier: 'second' })],
      }),
    ];
    const results = await enrich([line(1, 'SBX-1'), line(2, 'SBX-2')], [first, second]);
    expect(results).toMatchObject([{ source: 'supplier:first' }, { source: 'supplier:second' }]);
    expect(first.calls).toEqual([['SBX-1', 'SBX-2']]);
    expect(second.calls).toEqual([['SBX-2']]);
  });

  it('that are not heard leave the part to the next one', async () => {
    const [first, second] = [
      memory(),
      createMemorySupplier({
        name: 'second',
        batchSize: 10,
        parts: [finding('SBX-1', { supplier: 'second' })],
      }),
    ];
    first.fail({ kind: 'over_quota', reason: 'quota' });
    expect(await enrich([line(1, 'SBX-1')], [first, second])).toMatchObject([{ source: 'supplier:second' }]);
  });
});

describe('a limit that is reached', () => {
  it('makes lines wait without using up an attempt, and what could be asked is asked', async () => {
    store = createMemorySupplierStore({ callsPerMinute: 2, now: clock.now });
    const lines = Array.from({ length: 25 }, (_, i) => line(i + 1, `PART-${i}`));
    const results = await enrich(lines, [memory()]);
    expect(results.slice(0, 20).every(({ status }) => status === 'not_found')).toBe(true);
    expect(results.slice(20)).toMatchObject(
      Array(5).fill({ status: 'retry', uses_attempt: false, retry_after_ms: 60_000 }),
    );
    await clock.advance(60_000);
    expect(await enrich([line(21, 'PART-20')], [memory()])).toMatchObject([{ status: 'not_found' }]);
  });

  it('holds a part back that decoders know: the supplier is still to be heard', async () => {
    store = createMemorySupplierStore({ callsPerMinute: 1, now: clock.now });
    await store.grant('memory', 1);
    expect(await enrich([line(1, RESISTOR)], [memory()])).toMatchObject([{ status: 'retry' }]);
  });
});

describe('a supplier that fails', () => {
  it.each<[Parameters<ReturnType<typeof memory>['fail']>[0], object]>([
    [{ kind: 'over_quota', reason: 'quota' }, {
      status: 'retry',
      uses_attempt: false,
      retry_after_ms: 60_000,
    }],
    [{ kind: 'over_quota', reason: 'quota', retryAfterMs: 7_000 }, {
      status: 'retry',
      uses_attempt: false,
      retry_after_ms: 7_000,
    }],
    [{ kind: 'transient', reason: 'timeout' }, {
      status: 'retry',
      uses_attempt: true,
      remarks: [{ code: 'supplier_failed', detail: 'memory did not answer (timeout).' }],
    }],
    [{ kind: 'misconfigured', reason: 'key' }, {
      status: 'failed',
      remarks: [{ code: 'supplier_not_asked', detail: 'memory could not be asked about this part.' }],
    }],
    [{ kind: 'permanent', reason: 'characters' }, { status: 'failed' }],
  ])(
    'with %j makes a part that only it could know wait or fail, never "not found"',
    async (failure, expected) => {
      const supplier = memory('SBX-1');
      supplier.fail(failure);
      expect(await enrich([line(1, 'SBX-1')], [supplier])).toMatchObject([expected]);
    },
  );

  it('uses up the attempts of the lines it was asked about, not of those that wait behind them', async () => {
    const supplier = memory();
    supplier.fail({ kind: 'over_quota', reason: 'quota' });
    const results = await enrich(Array.from({ length: 30 }, (_, i) => line(i + 1, `PART-${i}`)), [supplier]);
    expect(results.every((result) => result.status === 'retry' && result.uses_attempt === false)).toBe(true);
    expect(supplier.calls.length).toBe(1);
  });

  it('with its settings wrong leaves what is known without it, and says so', async () => {
    const supplier = memory();
    supplier.fail({ kind: 'misconfigured', reason: 'key' });
    const results = await enrich([line(1, RESISTOR)], [supplier]);
    expect(results).toMatchObject([{ status: 'enriched', remarks: [{ code: 'supplier_not_asked' }] }]);
  });

  it('with its settings wrong takes nothing away that it said before', async () => {
    const supplier = memory('SBX-1');
    await enrich([line(1, 'SBX-1')], [supplier]);
    await clock.advance(FRESH_SECONDS * 1000);
    supplier.fail({ kind: 'misconfigured', reason: 'key' });
    const [result] = await enrich([line(1, 'SBX-1')], [supplier]);
    expect(componentOf(result).fields.lifecycle?.value).toBe('active');
    expect(result).toMatchObject({ remarks: [{ code: 'supplier_not_asked' }] });
  });
});

describe('an isolate whose time is up', () => {
  it('answers for the lines it is done with and no others', async () => {
    const ending = new AbortController();
    const supplier = memory();
    const stopping: Supplier = {
      ...supplier,
      lookup: async (numbers, signal) => {
        const answers = await supplier.lookup(numbers, signal);
        ending.abort();
        return answers;
      },
    };
    const lines = Array.from({ length: 25 }, (_, i) => line(i + 1, `PART-${i}`));
    const results = await enrich(lines, [stopping], ending.signal);
    expect(results.map(({ line_id }) => line_id)).toEqual(lines.slice(0, 10).map(({ line_id }) => line_id));
    expect(supplier.calls.length).toBe(1);
  });
});
