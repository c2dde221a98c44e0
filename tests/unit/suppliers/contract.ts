/** What every supplier promises, whichever it is: the memory fake, or an adapter over its service. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookUp, questionAbout } from './look-up.ts';
import { type Supplier, type SupplierFailure, SupplierFinding } from '../../../shared/suppliers/port.ts';

export interface ContractSupplier {
  readonly supplier: Omit<Supplier, 'limits'>;
  /** Makes the next calls fail so; null: answer. */
  fail(kind: SupplierFailure['kind'] | null): Promise<void> | void;
  close(): Promise<void> | void;
}

/** For a supplier that knows SBX-RES-10K, SBX-PLUS+ and SBX-TWINS, the last of two manufacturers, and no SBX-NONE. */
export function supplierContract(name: string, make: () => Promise<ContractSupplier>): void {
  describe(`${name}, as a supplier`, () => {
    let given: ContractSupplier;
    const ask = (...numbers: string[]) => lookUp(given.supplier, numbers);
    beforeAll(async () => given = await make());
    beforeEach(() => given.fail(null));
    afterAll(() => given.close());

    it('answers each number that it was asked about, and no other', async () => {
      const answers = await ask('SBX-RES-10K', 'SBX-NONE', 'SBX-TWINS');
      expect([...answers].map(([number, { kind }]) => [number, kind])).toEqual([
        ['SBX-RES-10K', 'found'],
        ['SBX-NONE', 'not_found'],
        ['SBX-TWINS', 'found'],
      ]);
    });

    it('states every field with its source, how sure it is, and the manufacturer among them', async () => {
      const answer = (await ask('SBX-RES-10K')).get('SBX-RES-10K');
      if (answer?.kind !== 'found') throw new Error('not found');
      for (const finding of answer.findings) {
        expect(SupplierFinding.parse(finding)).toEqual(finding);
        expect(finding.fields.manufacturer?.value).toBe(finding.manufacturer);
        for (const field of Object.values(finding.fields)) {
          expect(field?.source).toBe(`supplier:${given.supplier.name}`);
        }
        expect(finding.offers.length).toBeGreaterThan(0);
      }
    });

    it('knows one number of two manufacturers as two findings', async () => {
      const answer = (await ask('SBX-TWINS')).get('SBX-TWINS');
      if (answer?.kind !== 'found') throw new Error('not found');
      expect(new Set(answer.findings.map(({ manufacturer }) => manufacturer)).size).toBe(2);
    });

    it('finds a part in any case, and never one whose number only looks or begins alike', async () => {
      const answers = await ask('sbx-res-10k', 'SBX-RES-10', 'SBX-RES10K', 'SBX-RES-1.0K', 'SBX-RES-10K+');
      expect([...answers].map(([number, { kind }]) => [number, kind])).toEqual([
        ['sbx-res-10k', 'found'],
        ['SBX-RES-10', 'not_found'],
        ['SBX-RES10K', 'not_found'],
        ['SBX-RES-1.0K', 'not_found'],
        ['SBX-RES-10K+', 'not_found'],
      ]);
    });

    it('knows its own numbers, where lines are looked up by those', async () => {
      if (given.supplier.distributor === undefined) return;
      const known = (await ask('SBX-RES-10K')).get('SBX-RES-10K');
      if (known?.kind !== 'found') throw new Error('not found');
      for (const { supplier_part_number } of known.findings[0].offers) {
        const question = { ...questionAbout(supplier_part_number), isSuppliersOwn: true } as const;
        const answers = await given.supplier.lookup([question], new AbortController().signal);
        expect(answers.get(question.key)).toMatchObject({
          kind: 'found',
          findings: [{
            mpn: 'SBX-RES-10K',
            offers: expect.arrayContaining([expect.objectContaining({ supplier_part_number })]),
          }],
        });
      }
    });

    it('tells a part with a plus from the one without', async () => {
      const answer = (await ask('SBX-PLUS+')).get('SBX-PLUS+');
      expect(answer?.kind === 'found' && answer.findings.map(({ mpn }) => mpn)).toEqual(['SBX-PLUS+']);
    });

    it.each(['transient', 'over_quota', 'misconfigured'] as const)(
      'answers a failure that is %s for every number, and throws nothing',
      async (kind) => {
        await given.fail(kind);
        const answers = await ask('SBX-RES-10K', 'SBX-NONE');
        expect([...answers.values()].map((answer) => answer.kind)).toEqual([kind, kind]);
      },
    );

    it('stops when it is told to', async () => {
      const reason = new Error('time is up');
      await expect(lookUp(given.supplier, ['SBX-RES-10K'], AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('takes numbers, and none that would be read as several', async () => {
      expect(given.supplier.takes('SBX-RES-10K')).toBe(true);
      const two = 'SBX-RES-10K|SBX-PLUS+';
      if (given.supplier.takes(two)) expect((await ask(two)).get(two)?.kind).toBe('not_found');
      expect(given.supplier.batchSize).toBeGreaterThan(0);
    });
  });
}
