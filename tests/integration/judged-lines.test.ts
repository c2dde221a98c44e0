/** Lines sorted and filtered by what they were judged to be, and what lists of BOMs say of each. */
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant(stack, { role: 'admin' });
});

interface Part {
  readonly price?: number;
  readonly currency?: string;
  readonly stock?: number;
  readonly lifecycle?: string;
  readonly quality?: number;
}
const PARTS: readonly (Part | null)[] = [
  { price: 0.5, stock: 1_000, lifecycle: 'active', quality: 80 },
  { price: 0.1, stock: 5_000, lifecycle: 'obsolete', quality: 90 },
  null,
  { price: 2, stock: 3, lifecycle: 'active', quality: 70 },
  { price: 0.2, currency: 'EUR', stock: 400, quality: 60 },
  {},
];

let bomId: string;
beforeEach(async () => {
  bomId = await tenant.importBom(PARTS.map((_, i) => `J${i}`));
  await sql(stack, 'update bomstream.boms set boards = 1 where id = $1', [bomId]);
  for (const [i, part] of PARTS.entries()) {
    const [{ id }] = await sql(
      stack,
      `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
       values (gen_random_uuid()::text, 'Judged Test', 'J', $1, 90) returning id`,
      [JSON.stringify(part?.lifecycle ? { lifecycle: { value: part.lifecycle, source: 'x' } } : {})],
    );
    if (part?.price !== undefined) {
      const { price, currency = 'USD', stock: pieces } = part;
      await sql(
        stack,
        `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
         values ($1, 'mouser', 'M', $2, $3, now())`,
        [id, pieces, JSON.stringify([{ quantity: 1, price, currency }])],
      );
    }
    await sql(
      stack,
      `update bomstream.bom_lines set component_id = $3, quantity = 10, status = $4, result_status = $4, result_run = 1, quality_score = $5
       where bom_id = $1 and line_number = $2`,
      [
        bomId,
        i + 1,
        part === null ? null : id,
        part === null ? 'not_found' : 'enriched',
        part?.quality ?? null,
      ],
    );
  }
});

const page = async (query: string) => {
  const { status, body } = await tenant.call('GET', `boms/${bomId}/lines?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const numbers = async (query: string) =>
  (await page(query)).lines.map(({ line_number }: Json) => line_number);

describe('lines', () => {
  it('are sorted by each column, either way, what nobody knows last', async () => {
    // 1 fine, 2 obsolete, 3 not found, 4 short, 5 fine, 6 without a price
    expect(await numbers('sort=harm')).toEqual([3, 4, 2, 1, 5, 6]);
    expect(await numbers('sort=stock')).toEqual([4, 5, 1, 2, 3, 6]);
    expect(await numbers('sort=-stock')).toEqual([2, 1, 5, 4, 3, 6]);
    expect(await numbers('sort=-quality')).toEqual([2, 1, 4, 5, 3, 6]);
    // euros and dollars apart
    expect(await numbers('sort=unit_price')).toEqual([5, 2, 1, 4, 3, 6]);
    expect(await numbers('sort=lifecycle')).toEqual([2, 1, 4, 3, 5, 6]);
    expect((await numbers('sort=-risk')).slice(0, 2)).toEqual([2, 4]);
    expect(await numbers('sort=-line_number')).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('are filtered, and each says what it was judged to be', async () => {
    const { lines: [short], judged, next } = await page('verdict=short');
    expect([short.line_number, next]).toEqual([4, null]);
    expect(short.judged).toMatchObject({
      verdict: 'short',
      unit_price: 2,
      currency: 'USD',
      stock: 3,
    });
    expect(judged).toMatchObject({ boards: 1 });
    expect(await numbers('lifecycle=unknown')).toEqual([3, 5, 6]);
    // 2 is obsolete and 4 short; of 3 and 6 nobody says anything
    expect(await numbers('risk=50')).toEqual([2, 4]);
    expect(await numbers('risk=51&sort=-risk')).toEqual([2]);
    expect(await numbers('risk=unknown')).toEqual([3, 6]);
    expect((await numbers('risk=0')).length).toBe(4);
    expect(await numbers('risk=50&verdict=short')).toEqual([4]);
    expect(await numbers('priced=false&sort=-line_number')).toEqual([6, 3]);
    expect((await page('sort=line_number')).lines[3].judged.verdict).toBe('short');
    expect((await page('')).lines[3].judged).toBeUndefined();
  });

  it('are paged in any order, none left out and none twice', async () => {
    const seen: number[] = [];
    for (let after = 0, next: number | null = 0; next !== null; after = next ?? 0) {
      const answer: Json = await page(`sort=-unit_price&limit=2&after=${after}`);
      seen.push(...answer.lines.map(({ line_number }: Json) => line_number));
      next = answer.next;
    }
    expect(seen).toEqual([5, 4, 1, 2, 3, 6]);
  });

  it('are judged anew where somebody changed one, or said for how many boards', async () => {
    expect(await numbers('verdict=short')).toEqual([4]);
    expect((await tenant.call('PATCH', `boms/${bomId}`, { boards: 50 })).body.boards).toBe(50);
    expect(await numbers('verdict=short')).toEqual([4, 5]);
    const { lines } = await page('');
    await tenant.call('PATCH', `boms/${bomId}/lines/${lines[4].line_id}`, { quantity: 1 });
    expect(await numbers('verdict=short')).toEqual([4]);
    expect((await tenant.call('GET', `boms/${bomId}/summary`)).body.boards).toBe(50);
  });

  it('that changed are not sorted, and no unknown order is taken', async () => {
    for (
      const query of [
        'since=1-1&sort=stock',
        'sort=price',
        'verdict=bad',
        'priced=1',
        'risk=101',
        'risk=high',
      ]
    ) {
      expect(await tenant.call('GET', `boms/${bomId}/lines?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid_query' },
      });
    }
  });
});

describe('the list of BOMs', () => {
  const listed = async () =>
    (await tenant.call('GET', 'boms')).body.boms.find(({ bom_id }: Json) => bom_id === bomId);

  it('says how many lines are what, as they were judged last', async () => {
    expect((await listed()).answer).toBeNull();
    await numbers('sort=harm');
    expect((await listed()).answer).toMatchObject({
      boards: 1,
      verdicts: { wrong: 0, ask: 1, pending: 0, short: 1, at_risk: 1, fine: 3, not_fitted: 0 },
    });
  });

  it('says it of a BOM whose run has ended, though nobody asked', async () => {
    await tenant.start(bomId, 'all');
    await tenant.untilEnded(bomId);
    await expect.poll(async () => (await listed()).answer?.verdicts.pending, { timeout: 60_000 }).toBe(0);
    const { answer, latest_run } = await listed();
    expect(answer.event_id).toBe(latest_run.event_id);
  });
});
