/** Lines enriched with suppliers, over the memory fakes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Component, type ComponentFields } from '../../../shared/domain/component.ts';
import { FRESH_SECONDS } from '../../../shared/enrich/ask.ts';
import { createEnrichLines } from '../../../shared/enrich/lines.ts';
import type { ClaimedLine, LineResult } from '../../../shared/enrich/port.ts';
import { WORDLESS } from '../../../shared/runner/memory-queue.ts';
import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import type { PartAnswer, PartQuestion, Supplier } from '../../../shared/suppliers/port.ts';
import type { Report, SupplierChoice, SupplierStore } from '../../../shared/suppliers/store.ts';
import { createManualClock, type ManualClock } from '../support/clock.ts';
import { DIFFERENT_PARTS } from '../parts/pairs.ts';
import { finding } from './findings.ts';

const RESISTOR = 'RC0603FR-0710KL';
const ORGANIZATION = 'organization';
/** When an organization said what it says of a component of its own. */
const DATED = { observed_at: '2026-11-01T00:00:00.000Z', described_at: '2026-11-01T00:00:00.000000+00:00' };
const never = new AbortController().signal;

let clock: ManualClock;
let store: SupplierStore;
beforeEach(() => {
  clock = createManualClock();
  store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now });
});

const choose = (choice: SupplierChoice) =>
  void (store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now, choice }));
const untilFilled = (names: string[] | null = null) => choose({ names, until_filled: true });

const line = (n: number, mpn: string | null, manufacturer: string | null = null): ClaimedLine => (
  { line_id: `line-${n}`, line_number: n, ...WORDLESS, mpn, manufacturer, fence: n * 10, attempts: 1 }
);
const memory = (...mpns: string[]) =>
  createMemorySupplier({ name: 'memory', batchSize: 10, parts: mpns.map((mpn) => finding(mpn)) });
const enrich = (lines: ClaimedLine[], suppliers: Supplier[], signal = never) =>
  createEnrichLines({ suppliers, store, log: () => {} })(lines, signal, ORGANIZATION);

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

  it('is found at the price of its own quantity', async () => {
    const part = finding('SBX-1');
    const [offer] = part.offers;
    const price_breaks = [...offer!.price_breaks, { quantity: 100, price: 0.05, currency: 'USD' }];
    const supplier = createMemorySupplier({
      name: 'memory',
      batchSize: 10,
      parts: [{ ...part, offers: [{ ...offer!, price_breaks }] }],
    });
    const found = { currency: 'USD', stock: 10, lifecycle: 'active' };
    expect(await enrich([{ ...line(1, 'SBX-1'), quantity: 100 }, line(2, 'SBX-1')], [supplier]))
      .toMatchObject([
        { ...found, unit_price: 0.05 },
        { ...found, unit_price: 0.15 },
      ]);
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
    // a numbering alone would not say that the part exists
    expect(result).toMatchObject({ source: 'supplier:memory', step: 'exact' });
  });

  it('is told how sure its own spelling is, whichever spelling of its batch comes first', async () => {
    const supplier = createMemorySupplier({
      name: 'memory',
      batchSize: 10,
      parts: [finding('0022053021', { manufacturer: 'Molex' })],
    });
    const spelt = [line(1, '22-05-3021', 'Molex'), line(2, '0022053021', 'Molex')];
    const steps = async (lines: ClaimedLine[]) =>
      (await enrich(lines, [supplier])).map((one) => 'step' in one ? one.step : null);
    expect(await steps(spelt)).toEqual(['spelling', 'exact']);
    expect(await steps(spelt.toReversed())).toEqual(['exact', 'spelling']);
  });

  it("whose manufacturer is named gets that manufacturer's part of two, and only its offers", async () => {
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
});

describe("an organization's own components", () => {
  const own = (manufacturer: string, fields: ComponentFields = {}) => (
    {
      line_id: 'line-1',
      orderable_key: 'SBX-1',
      component_id: manufacturer,
      mpn: 'SBX-1',
      manufacturer,
      fields,
      ...DATED,
    }
  );
  const keep = (...components: ReturnType<typeof own>[]) =>
    void (store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now, own: components }));
  const said = (value: string) => ({ value, source: 'own', confidence: 1 });

  it('are linked to their lines; what suppliers say of the same number of others is none of theirs', async () => {
    keep(own('Our Workshop', { description: said('Bracket') }));
    const supplier = memory('SBX-1');
    const [ours, others] = await enrich([line(1, 'SBX-1'), line(2, 'SBX-1')], [supplier]);
    expect(ours).toEqual({
      line_id: 'line-1',
      fence: 10,
      status: 'enriched',
      step: 'exact',
      own_component_id: 'Our Workshop',
      own_described_at: DATED.described_at,
      own_fields: {
        manufacturer: said('Our Workshop'),
        description: { ...said('Bracket'), observed_at: DATED.observed_at },
      },
      offers: [{ supplier: 'memory', fetched_at: expect.any(String), offers: [] }],
      unit_price: null,
      currency: null,
      stock: null,
      lifecycle: null,
      price_quantity: null,
      lead_time_days: null,
      rohs: null,
      quality_score: 50,
      source: 'own',
      remarks: [],
    });
    expect(others).toMatchObject({ source: 'supplier:memory' });
    expect(JSON.stringify(others)).not.toContain('Workshop');
  });

  it('are sold as any other part, and are what their organization says before what suppliers do', async () => {
    keep(own('Sandbox Devices', { package: said('SOIC-8') }));
    const supplier = memory('SBX-1');
    const [ours, others] = await enrich([line(1, 'SBX-1'), line(2, 'SBX-1')], [supplier]);
    expect(supplier.calls).toEqual([['SBX-1']]);
    expect(ours).toMatchObject({
      own_component_id: 'Sandbox Devices',
      source: 'own',
      offers: [{ supplier: 'memory', offers: finding('SBX-1').offers }],
      unit_price: 0.15,
      stock: 10,
      lifecycle: 'active',
      own_fields: {
        package: { ...said('SOIC-8'), conflicts: [{ value: 'SOT-23', source: 'supplier:memory' }] },
        rohs: { value: 'compliant', source: 'supplier:memory' },
      },
    });
    // Others get nothing of it.
    expect(componentOf(others).fields.package).toMatchObject({ value: 'SOT-23' });
    expect(JSON.stringify(others)).not.toContain('SOIC-8');
  });

  it.each([
    ['before', 'active', 'obsolete'],
    ['after', 'obsolete', 'active'],
  ])(
    'are in the state of life that was said last, %s a supplier said another',
    async (when, state, other) => {
      const day = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString();
      keep({
        ...own('Sandbox Devices', { lifecycle: said('obsolete') }),
        observed_at: day(when === 'before' ? -1 : 1),
      });
      expect(await enrich([line(1, 'SBX-1')], [memory('SBX-1')])).toMatchObject([{
        lifecycle: state,
        own_fields: { lifecycle: { value: state, conflicts: [{ value: other }] } },
      }]);
    },
  );

  it('wait for a supplier that must not be asked yet, and for none that fails', async () => {
    keep(own('Sandbox Devices'));
    store.grant = () => Promise.resolve({ granted: 0, wait_ms: 1000, reason: 'day' });
    const waiting = { status: 'retry', waits_for: 'supplier_day', uses_attempt: false };
    expect(await enrich([line(1, 'SBX-1')], [memory('SBX-1')])).toMatchObject([waiting]);
    keep(own('Sandbox Devices'));
    const failing = memory('SBX-1');
    failing.fail({ kind: 'transient', reason: 'http_500' });
    expect(await enrich([line(1, 'SBX-1')], [failing])).toMatchObject([{
      status: 'enriched',
      remarks: [{ code: 'supplier_not_asked' }],
    }]);
  });

  it('of one number are told apart by the manufacturer that the BOM names', async () => {
    keep(own('Our Workshop'), own('Bourns'), own('Yageo'));
    for (
      const [stated, linked] of [['Bourns', 'Bourns'], ['YAGEO (PHYCOMP)', 'Yageo'], [null, 'Our Workshop']]
    ) {
      const results = await enrich([line(1, 'SBX-1', stated)], []);
      expect(results).toMatchObject([{ own_component_id: linked, source: 'own' }]);
    }
  });

  it('count where there is no supplier', async () => {
    keep(own('Our Workshop'));
    expect(await enrich([line(1, 'SBX-1')], [])).toMatchObject([{ own_component_id: 'Our Workshop' }]);
  });
});

describe('suppliers', () => {
  it('are asked about equal parts once, in a batch and after it', async () => {
    const supplier = memory('SBX-1');
    await enrich([line(1, 'SBX-1'), line(2, 'sbx-1'), line(3, 'SBX-NONE'), line(4, ' sbx\u2013none.')], [
      supplier,
    ]);
    const again = await enrich([line(1, 'SBX-1'), line(3, 'SBX-NONE')], [supplier]);
    expect(supplier.calls).toEqual([['SBX-1', 'SBX-NONE']]);
    expect(again.map(({ status }) => status)).toEqual(['enriched', 'not_found']);
  });

  it('are asked again when their answer is no longer fresh', async () => {
    const supplier = memory('SBX-1');
    await enrich([line(1, 'SBX-1')], [supplier]);
    await clock.advance(FRESH_SECONDS.stock * 1000 - 1);
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

  it('are asked in order, until the required fields are filled, where the organization wants that', async () => {
    untilFilled();
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

  it.each([
    ['none in stock', { stock: 0 }],
    ['no price', { price_breaks: [] }],
    ['some of a marketplace', { marketplace: true }],
  ])('are asked in order until one has some of a part for sale: not %s', async (_what, change) => {
    untilFilled();
    const part = finding('SBX-1', { supplier: 'first' });
    const first = createMemorySupplier({
      name: 'first',
      batchSize: 10,
      parts: [{ ...part, offers: part.offers.map((offer) => ({ ...offer, ...change })) }],
    });
    const second = memory('SBX-1');
    await enrich([line(1, 'SBX-1')], [first, second]);
    expect(second.calls).toEqual([['SBX-1']]);
  });

  it('are asked in order until every line of a number is filled, not only one', async () => {
    untilFilled();
    const half = finding('SBX-1', { supplier: 'first', manufacturer: 'Bourns' });
    delete half.fields.lifecycle;
    const first = createMemorySupplier({
      name: 'first',
      batchSize: 10,
      parts: [finding('SBX-1', { supplier: 'first' }), half],
    });
    const second = createMemorySupplier({
      name: 'second',
      batchSize: 10,
      parts: [finding('SBX-1', { supplier: 'second', manufacturer: 'Bourns' })],
    });
    const results = await enrich([line(1, 'SBX-1'), line(2, 'SBX-1', 'Bourns')], [first, second]);
    expect(second.calls).toEqual([['SBX-1']]);
    expect(componentOf(results[1]).fields.lifecycle?.source).toBe('supplier:second');
  });

  it('that are not heard leave the part to the next one', async () => {
    untilFilled();
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

describe('several suppliers', () => {
  /** Each says the same of SBX-1, under its own name. */
  const named = (name: string, budget?: Supplier['limits']['budget']) => {
    const supplier = createMemorySupplier({
      name,
      batchSize: 10,
      parts: [finding('SBX-1', { supplier: name })],
    });
    return budget ? { ...supplier, limits: { ...supplier.limits, budget } } : supplier;
  };
  const suppliersOf = (result: LineResult | undefined) =>
    result?.status === 'enriched' && 'offers' in result
      ? result.offers?.map(({ supplier }) => supplier)
      : null;

  it('are asked side by side: none waits for the answer of another', async () => {
    const [first, second] = [named('first'), named('second')];
    let release = () => {};
    const released = new Promise<void>((resolve) => release = resolve);
    const waiting: Supplier = {
      ...first,
      lookup: async (...asked) => {
        await released;
        return first.lookup(...asked);
      },
    };
    const asked: Supplier = {
      ...second,
      lookup: (...questions) => {
        release();
        return second.lookup(...questions);
      },
    };
    const [result] = await enrich([line(1, 'SBX-1')], [waiting, asked]);
    expect(result).toMatchObject({ source: 'supplier:first' });
    expect(suppliersOf(result)).toEqual(['first', 'second']);
  });

  it('are only those that the organization chose, in its order, sandboxes in the place of their suppliers', async () => {
    const [first, second, third] = [named('first'), named('second-sandbox'), named('third')];
    await enrich([line(1, 'SBX-1')], [first, second, third]);
    const read = store.read;
    const choice = { names: ['third', 'second'], until_filled: false };
    store = { ...store, read: async (...asked) => ({ ...await read(...asked), choice }) };
    const [result] = await enrich([line(1, 'SBX-1')], [first, second, third]);
    expect(suppliersOf(result)).toEqual(['third', 'second-sandbox']);
    choose({ names: [], until_filled: false });
    expect(await enrich([line(1, 'SBX-1')], [first])).toMatchObject([{ status: 'not_found' }]);
  });

  it('leave one that sells parts to what they do not know', async () => {
    const budget = { parts: 100, perQuestion: 2 };
    const [dear, cheap] = [named('dear', budget), named('cheap')];
    await enrich([line(1, 'SBX-1'), line(2, 'SBX-2')], [dear, cheap]);
    expect(dear.calls).toEqual([['SBX-2']]);
  });

  it('are not asked more than a budget pays for, and what is left of the line says so', async () => {
    const dear = named('dear', { parts: 5, perQuestion: 2 });
    const results = await enrich([line(1, 'SBX-1')], [dear]);
    expect(results).toMatchObject([{ status: 'enriched' }]);
    const more = Array.from({ length: 2 }, (_, i) => line(i + 1, `SBX-MORE-${i}`));
    const unheard = { status: 'failed', remarks: [{ code: 'supplier_not_asked' }] };
    expect(await enrich(more, [dear])).toMatchObject([unheard, unheard]);
    expect(dear.calls).toEqual([['SBX-1']]);
  });

  it('take the most that a call can have cost out of the budget where nobody heard its end', async () => {
    const unused: number[] = [];
    const failures: Report['failure'][] = [];
    const ending = new AbortController();
    const keeping = store;
    store = {
      ...keeping,
      report: (name, report) => {
        unused.push(report.unused_parts);
        failures.push(report.failure);
        return keeping.report(name, report);
      },
    };
    const dear = named('dear', { parts: 100, perQuestion: 2 });
    const stopped: Supplier = {
      ...dear,
      lookup: (_questions, signal) => {
        ending.abort(new Error('time is up'));
        return Promise.reject(signal.reason);
      },
    };
    expect(await enrich([line(1, 'SBX-1'), line(2, 'SBX-2')], [stopped], ending.signal)).toEqual([]);
    expect(unused).toEqual([0]);
    const cheap: Supplier = {
      ...dear,
      lookup: (questions) =>
        Promise.resolve(new Map(questions.map(({ key }) => [key, { kind: 'not_found', parts: 1 }]))),
    };
    await enrich([line(1, 'SBX-1'), line(2, 'SBX-2')], [cheap]);
    expect(unused).toEqual([0, 2]);
    // no sign that the supplier answers again
    expect(failures).toEqual(['stopped', null]);
  });

  it('that had no room for all manufacturers of a number are asked again about one that they left out', async () => {
    const asked: (string | null)[] = [];
    const crowded: Supplier = {
      ...memory(),
      lookup: (questions) => {
        asked.push(...questions.map(({ manufacturer }) => manufacturer));
        return Promise.resolve(
          new Map(questions.map(({ key, manufacturer }): [string, PartAnswer] => [
            key,
            manufacturer === 'Third Sandbox'
              ? { kind: 'permanent', reason: 'more_than_asked_for' }
              : { kind: 'found', findings: [finding('SBX-MANY')], has_more: true },
          ])),
        );
      },
    };
    expect(await enrich([line(1, 'SBX-MANY')], [crowded])).toMatchObject([{ status: 'enriched' }]);
    // as if nobody had asked before
    expect(await enrich([line(2, 'SBX-MANY', 'Third Sandbox')], [crowded])).toMatchObject([
      { status: 'failed', remarks: [{ code: 'supplier_not_asked' }] },
    ]);
    expect(await enrich([line(3, 'SBX-MANY', 'Sandbox Devices')], [crowded])).toMatchObject([
      { status: 'enriched' },
    ]);
    expect(asked).toEqual([null, 'Third Sandbox']);
  });

  it('that refuse a call for one of its numbers are asked about each by itself', async () => {
    const picky = memory('SBX-1', 'SBX-3');
    const reports: Report[] = [];
    const keeping = store;
    store = {
      ...keeping,
      report: (name, report) => {
        reports.push(report);
        return keeping.report(name, report);
      },
    };
    const supplier: Supplier = {
      ...picky,
      lookup: (questions, signal) =>
        questions.some(({ mpn }) => mpn === 'SBX-2')
          ? Promise.resolve(
            new Map(questions.map(({ key }) => [key, { kind: 'permanent', reason: 'characters' }])),
          )
          : picky.lookup(questions, signal),
    };
    expect(await enrich([line(1, 'SBX-1'), line(2, 'SBX-2'), line(3, 'SBX-3')], [supplier])).toMatchObject([
      { status: 'enriched' },
      { status: 'failed', remarks: [{ code: 'supplier_not_asked' }] },
      { status: 'enriched' },
    ]);
    expect(picky.calls).toEqual([['SBX-1'], ['SBX-3']]);
    // It did answer, each time: it is well, and nothing was stopped.
    expect(reports.map(({ failure }) => failure)).toEqual([null, null]);
  });

  it('that cannot be asked now keep no line waiting that others have filled, and are named', async () => {
    const [first, second] = [named('first'), named('second')];
    (second as ReturnType<typeof memory>).fail({ kind: 'over_quota', reason: 'quota' });
    expect(await enrich([line(1, 'SBX-1')], [first, second])).toMatchObject([
      {
        status: 'enriched',
        remarks: [{ code: 'supplier_not_asked', detail: expect.stringContaining('second') }],
      },
    ]);
  });

  it('are known by what they said before, however old, where they are not asked again', async () => {
    untilFilled(['second', 'first']);
    const [first, second] = [named('first'), named('second')];
    await enrich([line(1, 'SBX-1')], [second]);
    await clock.advance(FRESH_SECONDS.specifications * 1000);
    const read = store.read;
    const choice = { names: ['first', 'second'], until_filled: true };
    store = { ...store, read: async (...asked) => ({ ...await read(...asked), choice }) };
    const [result] = await enrich([line(1, 'SBX-1')], [first, second]);
    expect(second.calls.length).toBe(1);
    const dates = result?.status === 'enriched' && 'offers' in result
      ? result.offers?.map(({ supplier, fetched_at }) => [supplier, fetched_at])
      : [];
    expect(dates).toEqual([
      ['first', new Date(clock.now()).toISOString()],
      ['second', new Date(clock.now() - FRESH_SECONDS.specifications * 1000).toISOString()],
    ]);
  });

  it.each(
    [
      ['stock', { stock: 3 }],
      ['price', { stock: null }],
      ['specifications', { stock: null, price_breaks: [] }],
    ] as const,
  )('are asked again when their %s has grown old', async (kind, change) => {
    const part = finding('SBX-1');
    const supplier = createMemorySupplier({
      name: 'memory',
      batchSize: 10,
      parts: [{
        ...part,
        offers: part.offers.map((offer) => ({
          ...offer,
          ...change,
          price_breaks: [...('price_breaks' in change ? [] : offer.price_breaks)],
        })),
      }],
    });
    await enrich([line(1, 'SBX-1')], [supplier]);
    await clock.advance(FRESH_SECONDS[kind] * 1000 - 1);
    await enrich([line(1, 'SBX-1')], [supplier]);
    expect(supplier.calls.length).toBe(1);
    await clock.advance(1);
    await enrich([line(1, 'SBX-1')], [supplier]);
    expect(supplier.calls.length).toBe(2);
  });

  it('offer what is theirs once, though another lists them among its sellers', async () => {
    const part = finding('SBX-1', { supplier: 'lists' });
    const [offer] = part.offers;
    const offers = ['First Inc.', 'Firstling'].map((seller) => ({ ...offer!, seller }));
    const lists = createMemorySupplier({ name: 'lists', batchSize: 10, parts: [{ ...part, offers }] });
    const first = { ...named('first'), sellsAs: /^first\b/i };
    const sellers = async (suppliers: Supplier[]) => {
      store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now });
      const [result] = await enrich([line(1, 'SBX-1')], suppliers);
      return result?.status === 'enriched' && 'offers' in result
        ? result.offers?.flatMap(({ offers }) => offers.map(({ seller }) => seller ?? null))
        : [];
    };
    expect(await sellers([first, lists])).toEqual([null, 'Firstling']);
    expect(await sellers([lists])).toEqual(['First Inc.', 'Firstling']);
    // who does not sell it says nothing of what others know of its stock
    const none = createMemorySupplier({ name: 'first', batchSize: 10, parts: [] });
    expect(await sellers([{ ...none, sellsAs: /^first\b/i }, lists])).toEqual(['First Inc.', 'Firstling']);
  });

  it('date what they say of a part, whenever it was', async () => {
    const [result] = await enrich([line(1, 'SBX-1')], [named('first')]);
    const { fields } = componentOf(result);
    expect(fields.lifecycle?.observed_at).toBe(new Date(clock.now()).toISOString());
  });
});

describe('two parts whose numbers look alike', () => {
  /** What was found of a line, as it would be stored and shown. */
  const foundOf = (result: LineResult | undefined) =>
    result?.status === 'enriched' && 'component' in result
      ? [
        result.component.mpn,
        result.component.orderable_key,
        result.offers?.flatMap(({ offers }) => offers.length),
      ]
      : result?.status;
  // As numbers of nobody's, of which no scheme says anything.
  const both = DIFFERENT_PARTS.flatMap(([a, b]) => [[`ZQ${a}`, `ZQ${b}`], [`ZQ${b}`, `ZQ${a}`]] as const);

  it.each(both)('%s and %s are asked about and found each for itself, in a BOM and in two', async (a, b) => {
    const supplier = memory(a, b);
    const results = await enrich([line(1, a), line(2, b)], [supplier]);
    expect(results.map(foundOf)).toEqual([[a, a, [1]], [b, b, [1]]]);
    expect(supplier.calls).toEqual([[a, b]]);
    const again = await enrich([line(1, b), line(2, a)], [supplier]);
    expect(again.map(foundOf)).toEqual([[b, b, [1]], [a, a, [1]]]);
  });

  it.each(both)(
    '%s is not found where the supplier has %s alone, before it was asked for and after',
    async (a, b) => {
      for (const supplier of [memory(b), memory(b)]) {
        expect(await enrich([line(1, b)], [supplier])).toMatchObject([{ status: 'enriched' }]);
        expect(await enrich([line(1, a)], [supplier])).toMatchObject([{ status: 'not_found' }]);
        expect(await enrich([line(1, a), line(2, b)], [supplier])).toMatchObject([
          { status: 'not_found' },
          { status: 'enriched' },
        ]);
      }
    },
  );

  it.each(both)('%s is not found where the supplier answers with %s', async (a, b) => {
    const careless: Supplier = {
      ...memory(),
      lookup: (questions) =>
        Promise.resolve(
          new Map(questions.map(({ key }) => [key, { kind: 'found', findings: [finding(b)] }])),
        ),
    };
    expect(await enrich([line(1, a)], [careless])).toMatchObject([{ status: 'not_found' }]);
  });

  it.each(both)('%s has its own offers alone where the supplier answers with %s beside it', async (a, b) => {
    const careless: Supplier = {
      ...memory(),
      lookup: (questions) =>
        Promise.resolve(
          new Map(questions.map(({ key }) => [key, { kind: 'found', findings: [finding(b), finding(a)] }])),
        ),
    };
    const [result] = await enrich([line(1, a)], [careless]);
    expect(componentOf(result)).toMatchObject({ mpn: a, orderable_key: a });
    expect(result).toMatchObject({ offers: [{ supplier: 'memory', offers: finding(a).offers }] });
  });

  it.each(both)('%s is not found where the organization itself keeps %s', async (a, b) => {
    const own = {
      line_id: 'line-1',
      component_id: 'theirs',
      mpn: b,
      orderable_key: b,
      manufacturer: 'Our Workshop',
      fields: {},
      ...DATED,
    };
    store = createMemorySupplierStore({ callsPerMinute: 30, now: clock.now, own: [own] });
    expect(await enrich([line(1, b)], [])).toMatchObject([{ own_component_id: 'theirs' }]);
    expect(await enrich([line(1, a)], [])).toMatchObject([{ status: 'not_found' }]);
  });
});

describe('one part in two spellings', () => {
  const sold = (mpn: string, manufacturer: string) =>
    createMemorySupplier({ name: 'memory', batchSize: 10, parts: [finding(mpn, { manufacturer })] });

  it.each([
    ['ERJ-3EKF1003V', 'ERJ3EKF1003V', 'Panasonic'],
    ['CRCW06030000Z0EA', 'CRCW0603-0000Z0EA', 'Vishay'],
    ['RC0603FR-0710KL', 'rc0603fr 0710kl', 'Yageo'],
  ])('is asked about once, as its manufacturer spells it: %s', async (own, other, manufacturer) => {
    const supplier = sold(own, manufacturer);
    const results = await enrich([line(1, other), line(2, own, manufacturer)], [supplier]);
    expect(supplier.calls).toEqual([[own]]);
    for (const result of results) {
      expect(componentOf(result)).toMatchObject({ mpn: own, orderable_key: own, manufacturer });
      expect(result).toMatchObject({ offers: [{ offers: [{ stock: 10 }] }] });
    }
    await enrich([line(1, other)], [supplier]);
    expect(supplier.calls.length).toBe(1);
  });

  it.each(['0987650001', '98765-0001'])('is found by either where the supplier lists %s', async (listed) => {
    const supplier = sold(listed, 'Molex');
    const results = await enrich([line(1, '98765-0001', 'Molex'), line(2, '987650001', 'Molex')], [supplier]);
    for (const result of results) {
      expect(componentOf(result)).toMatchObject({ mpn: '0987650001', orderable_key: '0987650001' });
      expect(result).toMatchObject({ offers: [{ offers: [{ stock: 10 }] }] });
    }
    expect(supplier.calls).toEqual([['0987650001', '98765-0001']]);
  });

  it("is not another manufacturer's part that has the older spelling for a number", async () => {
    const supplier = sold('98765-0001', 'Bourns');
    const results = await enrich([line(1, '0987650001'), line(2, '98765-0001', 'Molex')], [supplier]);
    expect(results).toMatchObject([{ status: 'not_found' }, { status: 'not_found' }]);
    expect(await enrich([line(1, '98765-0001')], [supplier])).toMatchObject([{
      component: { manufacturer: 'Bourns' },
    }]);
  });

  it('shares a spelling with a part of nobody in particular, which is asked for once', async () => {
    const supplier = sold('98765-0001', 'Molex');
    const results = await enrich([line(1, '98765-0001'), line(2, '98765-0001', 'Molex')], [supplier]);
    expect(supplier.calls).toEqual([['98765-0001', '0987650001']]);
    expect(results.map((result) => componentOf(result).orderable_key)).toEqual(['0987650001', '0987650001']);
  });

  it('takes up the room of two numbers in a call', async () => {
    const supplier = sold('0987650001', 'Molex');
    const lines = Array.from({ length: 7 }, (_, i) => line(i + 1, `098765000${i}`));
    await enrich(lines, [supplier]);
    expect(supplier.calls.map(({ length }) => length)).toEqual([10, 4]);
  });

  it('is not known to be missing before every spelling was answered', async () => {
    const supplier = sold('0987650001', 'Molex');
    const half: Supplier = {
      ...supplier,
      lookup: async (numbers, signal) =>
        new Map(
          [...await supplier.lookup(numbers, signal)].map(([key, answer]) => [
            key,
            key === '0987650002' ? { kind: 'permanent', reason: 'characters' } : answer,
          ]),
        ),
    };
    expect(await enrich([line(1, '0987650002')], [half])).toMatchObject([{ status: 'failed' }]);
    expect(await enrich([line(1, '0987650001')], [half])).toMatchObject([{ status: 'enriched' }]);
  });
});

describe('a supplier that fails in the middle', () => {
  it('gives the calls back that were granted and not made', async () => {
    const reported: number[] = [];
    const keeping = store;
    store = {
      ...keeping,
      report: (name, report) => {
        reported.push(report.unused);
        return keeping.report(name, report);
      },
    };
    const supplier = memory();
    let calls = 0;
    const failing: Supplier = {
      ...supplier,
      lookup: (numbers, signal) => {
        calls += 1;
        if (calls === 2) supplier.fail({ kind: 'over_quota', reason: 'quota' });
        return supplier.lookup(numbers, signal);
      },
    };
    const lines = Array.from({ length: 45 }, (_, i) => line(i + 1, `PART-${i}`));
    await enrich(lines, [failing]);
    expect(calls).toBe(2);
    expect(reported).toEqual([3]);
  });
});

describe('calls', () => {
  it('are asked for, and given back, in the name of the organization whose lines they are for', async () => {
    const named: unknown[] = [];
    const ending = new AbortController();
    const watched: SupplierStore = {
      ...store,
      grant: (supplier, calls, limits, organizationId) => {
        named.push(['grant', organizationId]);
        return store.grant(supplier, calls, limits, organizationId);
      },
      report: (supplier, report) => {
        named.push(['report', report.organization_id, report.unused]);
        return store.report(supplier, report);
      },
    };
    const supplier = memory();
    const stopping: Supplier = {
      ...supplier,
      lookup: (numbers, signal) => supplier.lookup(numbers, signal).finally(() => ending.abort()),
    };
    const lines = Array.from({ length: 25 }, (_, i) => line(i + 1, `PART-${i}`));
    await createEnrichLines({ suppliers: [stopping], store: watched, log: () => {} })(
      lines,
      ending.signal,
      'theirs',
    );
    expect(named).toEqual([['grant', 'theirs'], ['report', 'theirs', 2]]);
  });
});

describe('a limit that is reached', () => {
  it('makes lines wait without using up an attempt, and what could be asked is asked', async () => {
    store = createMemorySupplierStore({ callsPerMinute: 2, now: clock.now });
    const lines = Array.from({ length: 25 }, (_, i) => line(i + 1, `PART-${i}`));
    const results = await enrich(lines, [memory()]);
    expect(results.slice(0, 20).every(({ status }) => status === 'not_found')).toBe(true);
    expect(results.slice(20)).toMatchObject(
      Array(5).fill({
        status: 'retry',
        uses_attempt: false,
        retry_after_ms: 60_000,
        waits_for: 'supplier_minute',
      }),
    );
    await clock.advance(60_000);
    expect(await enrich([line(21, 'PART-20')], [memory()])).toMatchObject([{ status: 'not_found' }]);
  });

  it.each([
    ['minute', 'supplier_minute'],
    ['day', 'supplier_day'],
    ['probing', 'supplier_away'],
    ['transient', 'supplier_away'],
    ['over_quota', 'supplier_day'],
  ])('is what the line waits for: %s', async (reason, waits_for) => {
    const refusing = { ...store, grant: () => Promise.resolve({ granted: 0, wait_ms: 3_600_000, reason }) };
    const asking = createEnrichLines({ suppliers: [memory()], store: refusing, log: () => {} });
    expect(await asking([line(1, 'SBX-1')], new AbortController().signal, ORGANIZATION)).toMatchObject([
      { status: 'retry', uses_attempt: false, waits_for },
    ]);
  });

  it('holds a part back that decoders know: the supplier is still to be heard', async () => {
    store = createMemorySupplierStore({ callsPerMinute: 1, now: clock.now });
    await store.grant('memory', 1, { ...memory().limits, worstParts: 0 }, ORGANIZATION);
    expect(await enrich([line(1, RESISTOR)], [memory()])).toMatchObject([{ status: 'retry' }]);
  });
});

describe('a supplier that fails', () => {
  it.each<[Parameters<ReturnType<typeof memory>['fail']>[0], object]>([
    [{ kind: 'over_quota', reason: 'quota' }, {
      status: 'retry',
      uses_attempt: false,
      retry_after_ms: 60_000,
      waits_for: 'supplier_minute',
    }],
    [{ kind: 'over_quota', reason: 'quota', retryAfterMs: 3_600_000 }, {
      uses_attempt: false,
      waits_for: 'supplier_day',
    }],
    [{ kind: 'over_quota', reason: 'quota', retryAfterMs: 7_000 }, {
      status: 'retry',
      uses_attempt: false,
      retry_after_ms: 7_000,
    }],
    [{ kind: 'transient', reason: 'timeout' }, {
      status: 'retry',
      uses_attempt: true,
      waits_for: 'supplier_away',
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

  it('takes nothing away at the last attempt that others know, or that it said long ago', async () => {
    const last = { ...line(1, 'SBX-1'), is_last_attempt: true };
    // Whoever is away may still know its lifecycle.
    const { lifecycle: _, ...rest } = finding('SBX-1').fields;
    const partial = createMemorySupplier({
      name: 'partial',
      batchSize: 10,
      parts: [{ ...finding('SBX-1'), fields: rest }],
    });
    const away = createMemorySupplier({ name: 'away', batchSize: 10, parts: [] });
    away.fail({ kind: 'transient', reason: 'timeout' });
    expect(await enrich([line(1, 'SBX-1')], [partial, away])).toMatchObject([{ status: 'retry' }]);
    expect(await enrich([last], [partial, away])).toMatchObject([{
      status: 'enriched',
      offers: [{ supplier: 'partial' }],
      remarks: [{ code: 'supplier_not_asked', detail: expect.stringContaining('away') }],
    }]);

    const alone = memory('SBX-2');
    await enrich([line(2, 'SBX-2')], [alone]);
    await clock.advance(FRESH_SECONDS.specifications * 1000);
    alone.fail({ kind: 'transient', reason: 'timeout' });
    expect(await enrich([line(2, 'SBX-2')], [alone])).toMatchObject([{ status: 'retry' }]);
    expect(await enrich([{ ...line(2, 'SBX-2'), is_last_attempt: true }], [alone])).toMatchObject([
      { status: 'enriched', remarks: [{ code: 'supplier_not_asked' }] },
    ]);
    // Waiting for quota uses up no attempt, so there is no last one.
    alone.fail({ kind: 'over_quota', reason: 'quota' });
    expect(await enrich([{ ...line(2, 'SBX-2'), is_last_attempt: true }], [alone])).toMatchObject([
      { status: 'retry', uses_attempt: false },
    ]);
  });

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
    await clock.advance(FRESH_SECONDS.stock * 1000);
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

describe('a line with a distributor’s number and no other', () => {
  const sold = finding('SBX-1');
  const number = '296-1234-1-ND';
  const digikey = () =>
    createMemorySupplier({
      name: 'memory-digikey',
      batchSize: 10,
      distributor: 'DigiKey',
      parts: [{ ...sold, offers: [{ ...sold.offers[0]!, supplier_part_number: number }] }],
    });
  const by = (n: number, ...supplier_numbers: { supplier: string | null; number: string }[]) => (
    { ...line(n, null), supplier_numbers }
  );

  it('is found by the distributor that sells the part under it, and nobody else is asked', async () => {
    const other = memory('SBX-1');
    const supplier = digikey();
    const [result] = await enrich([by(1, { supplier: 'DigiKey', number })], [other, supplier]);
    expect(result).toMatchObject({
      status: 'enriched',
      step: 'supplier_sku',
      offers: [{ supplier: 'memory-digikey', offers: [{ supplier_part_number: number }] }],
    });
    expect(componentOf(result).mpn).toBe('SBX-1');
    expect([other.calls, supplier.calls]).toEqual([[], [[number]]]);
  });

  it('is another than the manufacturer’s number with the same digits, whatever was said of that', async () => {
    const order = '2080532';
    const farnell = createMemorySupplier({
      name: 'memory-farnell',
      batchSize: 1,
      distributor: 'Farnell',
      parts: [{ ...sold, offers: [{ ...sold.offers[0]!, supplier_part_number: order }] }],
    });
    const named: PartQuestion[] = [];
    const supplier: Supplier = {
      ...farnell,
      lookup(questions, signal) {
        named.push(...questions);
        return questions[0]!.isSuppliersOwn
          ? farnell.lookup(questions, signal)
          : Promise.resolve(new Map(questions.map(({ key }) => [key, { kind: 'not_found' as const }])));
      },
    };
    const both = [line(1, order), by(2, { supplier: 'Farnell', number: order })];
    for (let run = 0; run < 2; run++) {
      expect((await enrich(both, [supplier])).map(({ status }) => status)).toEqual(['not_found', 'enriched']);
    }
    expect(named.map(({ mpn, isSuppliersOwn = false }) => [mpn, isSuppliersOwn])).toEqual([
      [order, false],
      [order, true],
    ]);
  });

  it('is not found, and says so, where nobody can be asked by it', async () => {
    const supplier = digikey();
    const [result] = await enrich([by(1, { supplier: 'LCSC', number: 'C25804' })], [supplier]);
    expect(result).toMatchObject({
      status: 'not_found',
      remarks: [{ code: 'distributor_number_only', detail: expect.stringContaining("LCSC's number C25804") }],
    });
    expect(result).not.toHaveProperty('candidates');
    expect(supplier.calls).toEqual([]);
  });

  it('is never looked up as a manufacturer’s number', async () => {
    // what stands before -ND may be DigiKey's own
    const [result] = await enrich([by(1, { supplier: 'DigiKey', number: `${RESISTOR}-ND` })], []);
    expect(result).toMatchObject({ status: 'not_found' });
  });

  it('is proposed the part whose number Mouser’s holds, and that is not assigned', async () => {
    const [result] = await enrich([by(1, { supplier: 'Mouser', number: `603-${RESISTOR}` })], []);
    expect(result).toMatchObject({
      status: 'not_found',
      candidates: [{ step: 'similar', mpn: RESISTOR, reason: expect.stringContaining('Mouser') }],
    });
  });

  it('waits while the distributor is away', async () => {
    const supplier = digikey();
    supplier.fail({ kind: 'transient', reason: 'away' });
    const [result] = await enrich([{ ...by(1, { supplier: 'DigiKey', number }), value: RESISTOR }], [
      supplier,
    ]);
    expect(result?.status).toBe('retry');
  });

  it('is looked up by the number in its value where the distributor does not know its own', async () => {
    const asked = { ...by(1, { supplier: 'DigiKey', number: '296-9999-1-ND' }), value: RESISTOR };
    const [result] = await enrich([asked], [digikey()]);
    expect(componentOf(result).mpn).toBe(RESISTOR);
    expect(result?.remarks).toMatchObject([{ code: 'number_in_value' }]);
  });
});

describe('a line whose value names its part', () => {
  const valued = (n: number, value: string, manufacturer: string | null = null) => (
    { ...line(n, null, manufacturer), value }
  );

  it('gets that part, and says where the number stood', async () => {
    const [result] = await enrich([valued(1, RESISTOR, 'Yageo')], []);
    expect(componentOf(result).mpn).toBe(RESISTOR);
    expect(result?.remarks).toEqual([{
      code: 'number_in_value',
      detail: `The BOM gives no part number. Its value, ${RESISTOR}, was looked up as one.`,
    }]);
  });

  it('gets the part that its description names, where neither its number nor its value does', async () => {
    const [result, other] = await enrich([
      { ...line(1, null, null), description: RESISTOR },
      { ...valued(2, '10k'), description: 'RES 10K OHM 1% 0603' },
    ], []);
    expect(componentOf(result).mpn).toBe(RESISTOR);
    expect(result?.remarks).toMatchObject([{
      code: 'number_in_description',
      detail: `The BOM gives no part number. Its description, ${RESISTOR}, was looked up as one.`,
    }]);
    expect(other?.status).toBe('not_found');
  });

  it('is asked about at suppliers like any number, and not found where nobody knows it', async () => {
    const supplier = memory('SBX-100');
    const [known, unknown] = await enrich([valued(1, 'SBX-100'), valued(2, 'SBX-200')], [supplier]);
    expect(known).toMatchObject({ status: 'enriched', step: 'exact' });
    expect(unknown?.status).toBe('not_found');
    expect(supplier.calls).toEqual([['SBX-100', 'SBX-200']]);
  });

  it('says that its manufacturer is open where several make the number', async () => {
    const [result] = await enrich([valued(1, 'BAV99')], []);
    expect(result?.remarks).toMatchObject([{ code: 'number_in_value' }, { code: 'manufacturer_open' }]);
  });

  it('is left alone where the line has a number of its own', async () => {
    const [result] = await enrich([{ ...valued(1, RESISTOR), mpn: 'NOBODY-KNOWS-1' }], []);
    expect(result).toMatchObject({ status: 'not_found', remarks: [] });
  });

  it('is meant as written where that was decided', async () => {
    const decided = { mpn: null, manufacturer: null };
    const [result] = await enrich([{ ...valued(1, RESISTOR), decided }], []);
    expect(result).toMatchObject({ status: 'not_found', remarks: [] });
  });
});
