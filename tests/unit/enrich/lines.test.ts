import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Component } from '../../../shared/domain/component.ts';
import { createEnrichLines } from '../../../shared/enrich/lines.ts';
import { MAX_CANDIDATES } from '../../../shared/enrich/match/proposals.ts';
import type { ClaimedLine } from '../../../shared/enrich/port.ts';
import { orderableKey } from '../../../shared/parts/part-number.ts';
import { WORDLESS } from '../../../shared/runner/memory-queue.ts';
import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';

/** Without any supplier. */
const enrich = createEnrichLines({
  suppliers: [],
  store: createMemorySupplierStore({ callsPerMinute: 1, now: () => 0 }),
  log: () => {},
});
const enrichLines = (lines: readonly ClaimedLine[]) =>
  enrich(lines, new AbortController().signal, 'organization');

const line = (n: number, mpn: string | null, manufacturer: string | null = null): ClaimedLine => (
  { line_id: `line-${n}`, line_number: n, ...WORDLESS, mpn, manufacturer, fence: n * 10, attempts: 1 }
);

describe('a line', () => {
  it('whose part is known is enriched with a component that can be stored', async () => {
    const [result] = await enrichLines([line(1, 'ERJ-3EKF1002V', 'Panasonic')]);
    expect(result).toMatchObject({ line_id: 'line-1', fence: 10, status: 'enriched' });
    if (result?.status !== 'enriched' || !('component' in result)) throw new Error('unreachable');
    expect(Component.parse(result.component)).toEqual(result.component);
    expect(result.component.fields.resistance?.value).toBe(10_000);
    expect(result.quality_score).toBeGreaterThan(0);
    expect(result.source).toMatch(/^decoder:/);
  });

  it('whose part nobody knows is not found, and nothing is made up', async () => {
    expect(await enrichLines([line(1, 'ACME-NOBODY-KNOWS-1', 'ACME')])).toEqual([
      { line_id: 'line-1', fence: 10, status: 'not_found', remarks: [] },
    ]);
  });

  it.each([null, '', 'N/A', '---'])('without a part number is not found: %j', async (mpn) => {
    expect(await enrichLines([line(1, mpn)])).toEqual([
      { line_id: 'line-1', fence: 10, status: 'not_found', remarks: [] },
    ]);
  });

  it('is remarked on when its manufacturer contradicts what was found', async () => {
    const [agrees, contradicts] = await enrichLines([
      line(1, 'ERJ-3EKF1002V', 'Panasonic'),
      line(2, 'ERJ-3EKF1002V', 'Yageo'),
    ]);
    if (agrees?.status !== 'enriched' || contradicts?.status !== 'enriched') throw new Error('not enriched');
    if (!('component' in agrees && 'component' in contradicts)) throw new Error('not shared');
    expect(agrees.remarks).toEqual([]);
    expect(contradicts.remarks.length).toBeGreaterThan(0);
    expect(contradicts.quality_score).toBeLessThan(agrees.quality_score);
    expect(contradicts.component).toEqual(agrees.component);
  });
});

describe('a batch', () => {
  it('gets one result a line, in order, each with the fence of its lease', async () => {
    const lines = [line(3, 'X'), line(1, 'ERJ-3EKF1002V'), line(2, null)];
    const results = await enrichLines(lines);
    expect(results.map(({ line_id, fence }) => [line_id, fence])).toEqual([['line-3', 30], ['line-1', 10], [
      'line-2',
      20,
    ]]);
  });

  it('of nothing is nothing', async () => {
    expect(await enrichLines([])).toEqual([]);
  });

  it('without any number asks nobody', async () => {
    const store = createMemorySupplierStore({ callsPerMinute: 1, now: () => 0 });
    const read = () => Promise.reject(new Error('was asked'));
    const asking = createEnrichLines({ suppliers: [], store: { ...store, read }, log: () => {} });
    const results = await asking(
      [line(1, null), line(2, 'N/A')],
      new AbortController().signal,
      'organization',
    );
    expect(results.map(({ status }) => status)).toEqual(['not_found', 'not_found']);
    await expect(asking([line(1, 'X1')], new AbortController().signal, 'organization')).rejects.toThrow(
      'was asked',
    );
  });

  describe('what is known of it', () => {
    const signal = new AbortController().signal;
    const own = (line_id: string) => ({
      line_id,
      component_id: 'c',
      mpn: 'OURS-1',
      manufacturer: 'We',
      fields: {},
      observed_at: '2026-01-01T00:00:00Z',
      described_at: '2026-01-01T00:00:00Z',
    });
    const choice = { names: null, until_filled: false };
    /** With what the store itself would say, and how often it was asked. */
    function asking() {
      const read = vi.fn(() => Promise.resolve({ own: [], answers: [], choice }));
      const store = { ...createMemorySupplierStore({ callsPerMinute: 1, now: () => 0 }), read };
      return { read, enrich: createEnrichLines({ suppliers: [], store, log: () => {} }) };
    }

    it('is not asked for where it came with the lines', async () => {
      const { read, enrich } = asking();
      const ahead = {
        asked: [{ line_id: 'line-1', orderable_key: 'OURS-1' }],
        own: [own('line-1')],
        answers: [],
        choice,
      };
      const [result] = await enrich([line(1, 'ours-1')], signal, 'organization', ahead);
      expect(result).toMatchObject({ status: 'enriched', own_component_id: 'c' });
      expect(read).not.toHaveBeenCalled();
    });

    it.each<[string, ClaimedLine[]]>([
      ['of a number that means another one now', [{
        ...line(1, 'OLD-1'),
        decided: { mpn: 'OURS-1', manufacturer: 'We' },
      }]],
      ['of a line that it says nothing of', [line(1, 'ours-1'), line(2, 'X-1')]],
      ['of a number that stands in the place of the value', [{ ...line(1, null), value: 'STM32F103C8T6' }]],
    ])('is asked for, whatever came with the lines: %s', async (_which, lines) => {
      const { read, enrich } = asking();
      const asked = [{ line_id: 'line-1', orderable_key: orderableKey(lines[0]!.mpn ?? 'NONE') }];
      await enrich(lines, signal, 'organization', { asked, own: [own('line-1')], answers: [], choice });
      expect(read).toHaveBeenCalledOnce();
    });
  });

  // A line that made this throw would be given back with its batch, claimed again, and never settled.
  it('never fails, whatever the lines say', async () => {
    const text = fc.option(fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^(ERJ|RC|GRM|CL|C|CRCW|T49|STM32|LM)[-A-Z0-9]{0,14}$/),
    ));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (pairs) => {
        const lines = pairs.map(([mpn, manufacturer], i) => line(i + 1, mpn, manufacturer));
        for (const result of await enrichLines(lines)) {
          if ('component' in result) expect(Component.safeParse(result.component).success).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('a number that many manufacturers use has a handful of candidates, as many as a line keeps', async () => {
  for (const mpn of ['BAV99', '1N4148', 'LM358', 'BAT54C']) {
    const [result] = await enrichLines([line(1, mpn)]);
    if (result?.status !== 'enriched') throw new Error(`${mpn} is not known`);
    expect(result.remarks).toMatchObject([{ code: 'manufacturer_open' }]);
    expect(result.candidates!.length, mpn).toBeLessThanOrEqual(MAX_CANDIDATES);
    // the very number, and still one manufacturer's among many
    for (const { step, confidence } of result.candidates!) {
      expect(step).toBe('exact');
      expect(confidence).toBeLessThanOrEqual(mpn === 'LM358' ? 0.33 : 0.06);
    }
  }
});

it.each([
  ['D45H11', 'STMicroelectronics'],
  ['LM555CN', 'onsemi'],
  ['LM555CM', 'onsemi'],
  ['BCP52', 'Diodes Incorporated'],
  ['BC558C', 'Diotec Semiconductor'],
  ['1N4003GP', 'Micro Commercial Components'],
  ['1N4007GP', 'Micro Commercial Components'],
])('%s is said to be open: %s makes it, too', async (mpn, other) => {
  const [result] = await enrichLines([line(1, mpn)]);
  if (result?.status !== 'enriched') throw new Error(`${mpn} is not known`);
  expect(result.remarks).toMatchObject([{
    code: 'manufacturer_open',
    detail: expect.stringContaining(other),
  }]);
  expect(result.candidates).toContainEqual(expect.objectContaining({ manufacturer: other, step: 'exact' }));
  expect(result.candidates!.every(({ confidence }) => confidence <= 0.5)).toBe(true);
});

it('a base number of which only whole numbers are known is proposed those, and none is assigned', async () => {
  const [result] = await enrichLines([line(1, 'XL2596S')]);
  expect(result).toMatchObject({ status: 'not_found' });
  if (!result || !('candidates' in result)) throw new Error('nothing is proposed');
  expect(result.candidates!.map(({ step, mpn }) => [step, mpn])).toContainEqual([
    'similar',
    'XL2596S-5.0E1',
  ]);
});

describe('words of which the organization has decided', () => {
  const decided = (mpn: string | null, manufacturer: string | null = null) => (
    { ...line(1, 'OUR-OWN-WORD'), decided: { mpn, manufacturer } }
  );

  it('are looked up as the part that was chosen, and the line says so', async () => {
    const [result] = await enrichLines([decided('ERJ-3EKF1002V', 'Panasonic')]);
    expect(result).toMatchObject({
      status: 'enriched',
      component: { mpn: 'ERJ-3EKF1002V' },
      remarks: [{ code: 'chosen', detail: 'Your organization decided that these words mean ERJ-3EKF1002V.' }],
    });
  });

  it('are meant as written where that was decided: nothing is proposed any more', async () => {
    const mpn = 'MCP1700T-33O2E/TT';
    const [open] = await enrichLines([line(1, mpn)]);
    expect(open).toMatchObject({ status: 'not_found', candidates: [{ mpn: 'MCP1700T-3302E/TT' }] });
    const [kept] = await enrichLines([{ ...line(1, mpn), decided: { mpn: null, manufacturer: null } }]);
    expect(kept).toMatchObject({ status: 'not_found', remarks: [{ code: 'kept_as_written' }] });
    expect(kept).not.toHaveProperty('candidates');
  });
});
