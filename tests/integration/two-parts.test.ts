/**
 * Two parts are never one, over everything that organizations share in Postgres: components, offers and the answers of
 * suppliers. The real look-up and the real database; the supplier alone is a fake, which compares letter for letter.
 */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../shared/database/port.ts';
import { createEnrichLines } from '../../shared/enrich/lines.ts';
import { createMemorySupplier } from '../../shared/suppliers/memory.ts';
import { createSupplierStore } from '../../shared/suppliers/store.ts';
import { useDatabase } from '../support/database.ts';
import { newRuns } from '../support/runs.ts';
import { finding } from '../unit/enrich/findings.ts';
import { DIFFERENT_PARTS } from '../unit/parts/pairs.ts';

const database = useDatabase();
const asProduct: Database = {
  call: async (name, args, schema) => schema.parse(await database.call(name, args)),
};
/** One that the database lets be asked. */
const SUPPLIER = 'mouser-sandbox';
const never = new AbortController().signal;

beforeEach(() =>
  database.query(
    `delete from bomstream.boms; delete from bomstream.components; delete from bomstream.supplier_answers;
     update bomstream.supplier_limits set recent = '{}', used_today = 0`,
  )
);

/** Enriches a BOM of one line for an organization of its own, where the supplier sells one part. */
async function enriched(mpn: string, sold: string) {
  const supplier = createMemorySupplier({ name: SUPPLIER, batchSize: 10, parts: [finding(sold)] });
  const enrich = createEnrichLines({
    suppliers: [supplier],
    store: createSupplierStore(asProduct),
    log: () => {},
  });
  const runs = await newRuns(database, [mpn]);
  await runs.start();
  const worker = randomUUID();
  const { run, lines } = await runs.claim(worker);
  await runs.commit(worker, [...await enrich(lines, never, run.organization_id)]);
  const [line] = await database.query(
    `select l.status, c.mpn, c.organization_id as owner,
            array(select o.supplier_part_number from bomstream.supplier_offers o where o.component_id = c.id) as offers
     from bomstream.bom_lines l left join bomstream.components c on c.id = l.component_id where l.bom_id = $1`,
    [runs.bomId],
  );
  return line;
}

// As numbers of nobody's, of which no scheme says anything.
describe.each(DIFFERENT_PARTS.flatMap(([a, b]) => [[`ZQ${a}`, `ZQ${b}`], [`ZQ${b}`, `ZQ${a}`]] as const))(
  'where %s is sold and %s is not',
  (sold, other) => {
    it.each([[sold, other], [other, sold]])(
      'a BOM with %s and then another tenant’s with %s each show their own',
      async (...order) => {
        for (const mpn of order) {
          const line = await enriched(mpn, sold);
          if (mpn === sold) {
            expect(line).toEqual({
              status: 'enriched',
              mpn: sold,
              owner: null,
              offers: [expect.any(String)],
            });
          } else {
            // The product itself may know it; then it is itself, and nobody has offered it.
            expect([null, other]).toContain(line.mpn);
            expect(line.offers).toEqual([]);
          }
        }
      },
    );
  },
);
