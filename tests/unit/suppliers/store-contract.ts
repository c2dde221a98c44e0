/** What the shared knowledge about suppliers promises: the memory fake, and Postgres. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Report, SupplierStore } from '../../../shared/suppliers/store.ts';
import { finding } from '../enrich/findings.ts';

export interface ContractStore {
  readonly store: SupplierStore;
  /** Name of a supplier with `callsPerMinute` 3, never asked yet. */
  readonly supplier: string;
  /** Ids of lines that no organization describes itself. */
  readonly lineIds: readonly [string, string];
  /** Lets so much time pass. */
  pass(ms: number): Promise<void>;
}

const ORGANIZATION = crypto.randomUUID();
const LIMITS = { perMinute: 3, perDay: 1_000, timeZone: 'UTC', worstParts: 0 };
const went = (change: Partial<Report> = {}): Report => (
  {
    unused: 0,
    unused_parts: 0,
    organization_id: ORGANIZATION,
    failure: null,
    retry_after_ms: null,
    answers: [],
    ...change,
  }
);

export function supplierStoreContract(name: string, make: () => Promise<ContractStore>): void {
  describe(`${name}, as a store of suppliers`, () => {
    let given: ContractStore;
    beforeEach(async () => given = await make());
    const questions = () => given.lineIds.map((line_id, i) => ({ line_id, orderable_key: `SBX${i}` }));
    const read = () => given.store.read([given.supplier], questions());

    it('knows what was reported, the unknown parts included, and how old it is', async () => {
      const { store, supplier, pass } = given;
      expect(await read()).toEqual({ own: [], answers: [], choice: { names: null, until_filled: false } });
      const answer = { findings: [finding('SBX-0')] };
      const { answered_at } = await store.report(
        supplier,
        went({ answers: [{ orderable_key: 'SBX0', answer }, { orderable_key: 'SBX1', answer: null }] }),
      );
      const known = (await read()).answers.sort((a, b) => a.orderable_key.localeCompare(b.orderable_key));
      expect(known).toEqual([
        { supplier, orderable_key: 'SBX0', answered_at, age_seconds: expect.any(Number), answer },
        { supplier, orderable_key: 'SBX1', answered_at, age_seconds: expect.any(Number), answer: null },
      ]);
      expect((await store.read(['another'], questions())).answers).toEqual([]);
      const young = known.map(({ age_seconds }) => age_seconds);
      await pass(100_000);
      const old = (await read()).answers.map(({ age_seconds }) => age_seconds);
      expect(Math.min(...old)).toBeGreaterThanOrEqual(Math.max(...young) + 99);
    });

    it('grants no more calls a minute than the limit, and says when to ask again', async () => {
      const { store, supplier, pass } = given;
      expect(await store.grant(supplier, 2, LIMITS, ORGANIZATION)).toMatchObject({ granted: 2 });
      await pass(30_000);
      expect(await store.grant(supplier, 2, LIMITS, ORGANIZATION)).toMatchObject({ granted: 1 });
      const refused = await store.grant(supplier, 1, LIMITS, ORGANIZATION);
      expect(refused).toMatchObject({ granted: 0, reason: 'minute' });
      expect(refused.wait_ms).toBeGreaterThan(29_000);
      expect(refused.wait_ms).toBeLessThanOrEqual(30_000);
      await pass(30_000);
      expect(await store.grant(supplier, 5, LIMITS, ORGANIZATION)).toMatchObject({ granted: 2 });
    });

    it('grants no more than the supplier sells, and gives back what a call did not cost', async () => {
      const { store } = given;
      const supplier = `${given.supplier}-parts`;
      const limits = { ...LIMITS, budget: { parts: 10, perQuestion: 2 }, worstParts: 4 };
      expect(await store.grant(supplier, 3, limits, ORGANIZATION)).toMatchObject({ granted: 2 });
      const refused = { granted: 0, reason: 'budget', wait_ms: null };
      expect(await store.grant(supplier, 1, limits, ORGANIZATION)).toEqual(refused);
      await store.report(supplier, went({ unused_parts: 3 }));
      expect(await store.grant(supplier, 1, limits, ORGANIZATION)).toMatchObject({ granted: 1 });
      expect(await store.grant(supplier, 1, limits, ORGANIZATION)).toEqual(refused);
    });

    it('closes a supplier for as long as it asks for', async () => {
      const { store, supplier, pass } = given;
      const { blocked_ms } = await store.report(
        supplier,
        went({ failure: 'transient', retry_after_ms: 7_000 }),
      );
      expect(blocked_ms).toBeGreaterThan(6_000);
      expect(blocked_ms).toBeLessThanOrEqual(7_000);
      expect(await store.grant(supplier, 1, LIMITS, ORGANIZATION)).toMatchObject({
        granted: 0,
        reason: 'transient',
      });
      await pass(7_000);
      expect(await store.grant(supplier, 1, LIMITS, ORGANIZATION)).toMatchObject({ granted: 1 });
    });

    it.each(['over_quota', 'misconfigured'] as const)(
      'closes one that is %s for a minute',
      async (failure) => {
        const { store, supplier, pass } = given;
        await store.report(supplier, went({ failure }));
        const refused = await store.grant(supplier, 1, LIMITS, ORGANIZATION);
        expect(refused).toMatchObject({ granted: 0, reason: failure });
        expect(refused.wait_ms).toBeGreaterThan(59_000);
        await pass(60_000);
        expect(await store.grant(supplier, 1, LIMITS, ORGANIZATION)).toMatchObject({ granted: 1 });
      },
    );

    it('lets one failure pass', async () => {
      const { store, supplier } = given;
      expect(await store.report(supplier, went({ failure: 'transient' }))).toMatchObject({
        blocked_ms: null,
      });
      expect(await store.grant(supplier, 1, LIMITS, ORGANIZATION)).toMatchObject({ granted: 1 });
    });
  });
}
