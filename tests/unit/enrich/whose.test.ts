/** Lines that name no manufacturer of a number that several use: whose part they get, and when somebody has to say. */
import { describe, expect, it } from 'vitest';
import { createEnrichLines } from '../../../shared/enrich/lines.ts';
import { MAX_CANDIDATES } from '../../../shared/enrich/match/proposals.ts';
import type { ClaimedLine } from '../../../shared/enrich/port.ts';
import { WORDLESS } from '../../../shared/runner/memory-queue.ts';
import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import type { Supplier } from '../../../shared/suppliers/port.ts';
import { finding } from './findings.ts';

async function enriched(line: Partial<ClaimedLine>, suppliers: readonly Supplier[] = []) {
  const enrich = createEnrichLines({
    suppliers,
    store: createMemorySupplierStore({ callsPerMinute: 30, now: () => 0 }),
    log: () => {},
  });
  const whole: ClaimedLine = {
    line_id: 'line-1',
    line_number: 1,
    ...WORDLESS,
    mpn: null,
    manufacturer: null,
    fence: 1,
    attempts: 1,
    ...line,
  };
  const [result] = await enrich([whole], new AbortController().signal, 'organization');
  if (result?.status !== 'enriched' || !('component' in result)) throw new Error(`is ${result?.status}`);
  const { component: { manufacturer, fields }, remarks, candidates = [] } = result;
  return { manufacturer, package: fields.package?.value, remarks, candidates, result };
}
const codes = (remarks: readonly { readonly code: string }[]) => remarks.map(({ code }) => code);

describe('that all make alike', () => {
  // Onsemi's 1N4148WS has flat leads, on the same pads.
  it.each(['1N4148WS', 'BC847B', 'BAV99', '1N4148', 'LM358', 'BAT54C', '2N7002'])(
    '%s: any will do, which is remarked',
    async (mpn) => {
      const { manufacturer, remarks, candidates } = await enriched({ mpn });
      expect(codes(remarks)).toEqual(['manufacturer_open']);
      expect(remarks[0]!.detail).toContain(
        `The BOM names no manufacturer: ${manufacturer}${manufacturer.endsWith('s') ? "'" : "'s"} was taken.`,
      );
      expect(candidates.map((candidate) => candidate.manufacturer)).not.toContain(manufacturer);
    },
  );
});

describe('that they make in different packages', () => {
  it('is the one whose package the description names', async () => {
    const { package: name, remarks } = await enriched({ mpn: 'SS34', description: 'Schottky SMA' });
    expect(name).toContain('SMA');
    expect(codes(remarks)).not.toContain('manufacturer_asked');
  });

  it.each([
    ['SS34', 'SMC', 'SMA'],
    ['SS8050', 'TO-92', 'SOT-23'],
  ])('%s: is asked, each package first among the candidates', async (mpn, one, other) => {
    const { manufacturer, remarks, candidates } = await enriched({ mpn });
    expect(codes(remarks)).toEqual(['manufacturer_asked']);
    expect(remarks[0]!.detail).toMatch(
      new RegExp(
        `^The BOM names no manufacturer of ${mpn}, and they do not make it alike: .*${one}.*${other}`,
      ),
    );
    expect(candidates).toHaveLength(MAX_CANDIDATES);
    expect(candidates[0]!.manufacturer).toBe(manufacturer);
    const packages = candidates.slice(0, 2).map(({ fields }) => `${fields.package?.value}`);
    expect(packages).toEqual([expect.stringContaining(one), expect.stringContaining(other)]);
  });

  it.each([
    ['SS34', 'D_SMA', /SMA/],
    ['SS34', 'Diode_SMD:D_SMC', /SMC/],
    ['SS8050', 'Package_TO_SOT_SMD:SOT-23', /^SOT-23/],
    ['SS8050', 'Package_TO_SOT_THT:TO-92_Inline', /^TO-92/],
    ['1N4148WS', 'D_SOD-323', /^SOD-323$/],
  ])('%s on %s: the footprint says which, and nobody is asked', async (mpn, footprint, expected) => {
    const { package: name, remarks } = await enriched({ mpn, footprint });
    expect(name).toMatch(expected);
    expect(codes(remarks)).toEqual(['manufacturer_open']);
  });

  it('is asked where the footprint is none of theirs', async () => {
    const { remarks } = await enriched({ mpn: 'SS34', footprint: 'D_SOD-123' });
    expect(codes(remarks)).toEqual(['manufacturer_asked']);
  });

  it('is asked nothing where the BOM names one, or that was decided', async () => {
    expect((await enriched({ mpn: 'SS34', manufacturer: 'MDD' })).remarks).toEqual([]);
    const { remarks, candidates } = await enriched({
      mpn: 'SS34',
      decided: { mpn: null, manufacturer: null },
    });
    expect(codes(remarks)).toEqual(['kept_as_written']);
    expect(candidates).toEqual([]);
    const chosen = await enriched({ mpn: 'SS34', decided: { mpn: 'SS34', manufacturer: 'MDD' } });
    expect([chosen.manufacturer, codes(chosen.remarks)]).toEqual(['MDD', ['chosen']]);
  });
});

describe('that somebody sells', () => {
  const sold = (mpn: string, ...manufacturers: readonly (readonly [name: string, stock: number])[]) =>
    createMemorySupplier({
      name: 'memory',
      batchSize: 10,
      parts: manufacturers.map(([manufacturer, stock]) => {
        const part = finding(mpn, { manufacturer });
        return { ...part, offers: part.offers.map((offer) => ({ ...offer, stock })) };
      }),
    });

  it('is the part of a manufacturer that has some, and no other', async () => {
    const supplier = sold('BAV99', ['onsemi', 0], ['Vishay', 700]);
    const { manufacturer, remarks, result } = await enriched({ mpn: 'BAV99' }, [supplier]);
    expect(manufacturer).toBe('Vishay');
    expect(result).toMatchObject({ stock: 700, offers: [{ offers: [{ stock: 700 }] }] });
    expect(codes(remarks)).toEqual(['manufacturer_open']);
  });

  it('is in the package of the footprint all the same', async () => {
    const supplier = sold('SS34', ['onsemi', 900]);
    const { manufacturer } = await enriched({ mpn: 'SS34', footprint: 'D_SMA' }, [supplier]);
    expect(manufacturer).toBe('MDD');
    expect((await enriched({ mpn: 'SS34', footprint: 'D_SMC' }, [supplier])).manufacturer).toBe('onsemi');
  });

  it('is the one that the BOM names, whoever else has some', async () => {
    const supplier = sold('BAV99', ['onsemi', 0], ['Vishay', 700]);
    expect((await enriched({ mpn: 'BAV99', manufacturer: 'onsemi' }, [supplier])).manufacturer).toBe(
      'onsemi',
    );
  });
});
