/** What a BOM costs, over the API: what was stored comes back judged, to those who may read it and to nobody else. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant(stack);
});

interface OfferSketch {
  readonly supplier?: string;
  readonly number: string;
  readonly stock?: number | null;
  readonly price: number;
  readonly currency?: string;
  readonly marketplace?: boolean;
  readonly own?: boolean;
}

/** A component of nobody in particular with these offers. */
async function component(offers: readonly OfferSketch[], fields: Json = {}): Promise<string> {
  const [{ id }] = await sql(
    stack,
    `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
     values (gen_random_uuid()::text, 'Yageo', 'A', $1, 90) returning id`,
    [JSON.stringify(fields)],
  );
  for (
    const { supplier = 'mouser', number, stock = 1_000, price, currency = 'USD', marketplace, own } of offers
  ) {
    await sql(
      stack,
      `insert into bomstream.supplier_offers (organization_id, component_id, supplier, supplier_part_number, stock, min_quantity,
         multiple, price_breaks, marketplace, fetched_at)
       values ($1, $2, $3, $4, $5, 1, 1, $6, $7, '2026-11-01T00:00:00Z')`,
      [
        own ? tenant.organizationId : null,
        id,
        supplier,
        number,
        stock,
        JSON.stringify([{ quantity: 1, price, currency }]),
        marketplace ?? false,
      ],
    );
  }
  return id;
}

/** A BOM whose lines got these components, three pieces each. */
async function bomOf(components: readonly (string | null)[]): Promise<string> {
  const bomId = await tenant.importBom(components.map((_, i) => `P${i}`));
  for (const [i, id] of components.entries()) {
    await sql(
      stack,
      `update bomstream.bom_lines set component_id = $3, quantity = 3, status = $4, result_status = $4, result_run = 1
       where bom_id = $1 and line_number = $2`,
      [bomId, i + 1, id, id === null ? 'not_found' : 'enriched'],
    );
  }
  await sql(stack, 'update bomstream.boms set boards = 1 where id = $1', [bomId]);
  return bomId;
}

const summary = async (bomId: string, query = '') =>
  (await tenant.call('GET', `boms/${bomId}/summary?attrition=none${query}`)).body;

it('answers at once for as many boards as somebody has said, under the name that it has now', async () => {
  const bomId = await bomOf([await component([{ number: 'N', price: 0.1 }])]);
  expect((await summary(bomId)).boards).toBe(1);
  await tenant.call('PATCH', `boms/${bomId}`, { boards: 40, name: 'Renamed.csv' });
  expect(await summary(bomId)).toMatchObject({ boards: 40, name: 'Renamed.csv' });
});

it('names who could not be asked, and about how many lines', async () => {
  const part = await component([{ number: 'M', price: 0.1 }]);
  const bomId = await bomOf([part, part, part]);
  expect((await summary(bomId)).suppliers_not_asked).toEqual([]);
  const notAsked = (supplier: string) => ({ code: 'supplier_not_asked', detail: 'no', supplier });
  const remarks = [[notAsked('nexar'), notAsked('digikey')], [notAsked('digikey')], [{
    code: 'chosen',
    detail: 'x',
  }]];
  for (const [i, said] of remarks.entries()) {
    await sql(
      stack,
      'update bomstream.bom_lines set remarks = $3, changed_seq = changed_seq + 1 where bom_id = $1 and line_number = $2',
      [bomId, i + 1, JSON.stringify(said)],
    );
  }
  // as another number of boards: what is known of this one is known for a minute
  expect((await summary(bomId, '&marketplace=true')).suppliers_not_asked).toEqual([
    { supplier: 'digikey', lines: 2 },
    { supplier: 'nexar', lines: 1 },
  ]);
});

it('the verdicts of a BOM come in pages, each line with the need of all lines that have its part', async () => {
  const [a, b] = [
    await component([{ number: 'A', price: 0.5, stock: 100 }]),
    await component([{ number: 'B', price: 2 }]),
  ];
  const bomId = await bomOf([a, b, a, null]);
  const page = async (query: string) =>
    (await tenant.call('GET', `boms/${bomId}/verdicts?attrition=none&boards=20&${query}`)).body;
  const first = await page('limit=2');
  const second = await page(`after=${first.next}`);
  expect([first.boards, first.next, second.next]).toEqual([20, 2, null]);
  const pooled = {
    line_number: 1,
    lines: 2,
    placed: 120,
    spares: 0,
    to_buy: 120,
    stock: 100,
    short_by: 20,
    total: 60,
  };
  expect([...first.verdicts, ...second.verdicts]).toMatchObject([
    { line_number: 1, verdict: 'short', why: '20 missing of 120.', part: pooled },
    {
      line_number: 2,
      verdict: 'fine',
      why: '',
      part: { lines: 1, to_buy: 60, bought: 60, total: 120, currency: 'USD' },
    },
    { line_number: 3, verdict: 'short', part: pooled },
    { line_number: 4, verdict: 'ask', why: 'No part was found.', part: null },
  ]);
});

describe('the summary of a BOM', () => {
  it('says what so many boards cost, equal parts pooled, and what is in the way', async () => {
    const [a, b] = [
      await component([{ number: 'A', price: 0.5, stock: 100 }]),
      await component([{ number: 'B', price: 2 }]),
    ];
    const answer = await summary(await bomOf([a, b, a, null]), '&boards=20');
    expect(answer).toMatchObject({
      boards: 20,
      ready: false,
      // 6 × 20 of A are needed: each line by itself would have enough.
      verdicts: { wrong: 0, ask: 1, pending: 0, short: 2, at_risk: 0, fine: 1, not_fitted: 0 },
      left_out: [{ reason: 'no_part', lines: 1 }],
      prices_from: { oldest: '2026-11-01T00:00:00.000Z', newest: '2026-11-01T00:00:00.000Z' },
    });
    expect(answer.costs.map(({ boards, totals }: Json) => [boards, totals])).toEqual([
      [20, [{ currency: 'USD', total: 180, per_board: 9 }]],
      [1, [{ currency: 'USD', total: 9, per_board: 9 }]],
      [25, [{ currency: 'USD', total: 225, per_board: 9 }]],
      [100, [{ currency: 'USD', total: 900, per_board: 9 }]],
      [1000, [{ currency: 'USD', total: 9000, per_board: 9 }]],
    ]);
    expect(answer.first.map(({ line_number, verdict, why }: Json) => [line_number, verdict, why])).toEqual([
      [4, 'ask', 'No part was found.'],
      [1, 'short', '20 missing of 120.'],
      [3, 'short', '20 missing of 120.'],
    ]);
  });

  it('is of what the question is for: supplier, marketplace, currency', async () => {
    const part = await component([
      { number: 'A', price: 1 },
      { supplier: 'farnell', number: 'B', price: 2, currency: 'EUR' },
      { number: 'C', price: 0.1, marketplace: true },
    ]);
    const bomId = await bomOf([part]);
    const totals = async (query: string) => (await summary(bomId, query)).costs[0].totals;
    expect(await totals('')).toEqual([{ currency: 'EUR', total: 6, per_board: 6 }]);
    expect(await totals('&supplier=mouser')).toEqual([{ currency: 'USD', total: 3, per_board: 3 }]);
    expect(await totals('&supplier=mouser&marketplace=true')).toEqual([
      { currency: 'USD', total: 0.3, per_board: 0.3 },
    ]);
    expect(await totals('&currency=EUR&rates=USD:0.5')).toEqual([
      { currency: 'EUR', total: 1.5, per_board: 1.5 },
    ]);
    for (
      const query of [
        '&boards=0',
        '&rates=USD',
        '&rates=USD:1,',
        '&rates=USD:0',
        '&rates=USD:1,USD:2',
        '&currency=euro',
        '&supplier_fee=-1',
      ]
    ) {
      expect(await tenant.call('GET', `boms/${bomId}/summary?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'invalid_query' },
      });
    }
  });

  it('is in one currency, and says which, where suppliers name several and nobody asks for one', async () => {
    const dear = await component([{ number: 'A', price: 1 }, { number: 'E', price: 9, currency: 'EUR' }]);
    const [dollars, euros] = [
      await component([{ number: 'B', price: 1 }]),
      await component([{ number: 'C', price: 1, currency: 'EUR' }]),
    ];
    expect(await summary(await bomOf([dear, dollars, dollars, euros]))).toMatchObject({
      currency: 'USD',
      costs: [{ totals: [{ currency: 'EUR', total: 3 }, { currency: 'USD', total: 9 }] }, {}, {}, {}],
    });
    expect((await summary(await bomOf([await component([])]))).currency).toBeNull();
  });

  it('refuses a supplier that nobody knows, and names those that sell any of it', async () => {
    const bomId = await bomOf([await component([{ supplier: 'Example Parts', number: 'A', price: 1 }])]);
    const { status, body } = await tenant.call('GET', `boms/${bomId}/summary?supplier=mowser`);
    expect([status, body.code]).toEqual([400, 'invalid_query']);
    expect(body.detail).toMatch(/mowser.*Example Parts.*mouser/);
    for (const known of ['example-parts', 'mouser', 'digikey']) {
      expect((await tenant.call('GET', `boms/${bomId}/summary?supplier=${known}`)).status).toBe(200);
    }
  });

  it('is of no number of pieces that nobody buys', async () => {
    const bomId = await bomOf([await component([{ number: 'A', price: 1 }])]);
    const { body: { lines: [line] } } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect(await tenant.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { quantity: 1e308 }))
      .toMatchObject({
        status: 422,
        body: {
          errors: [{ path: 'quantity', message: 'is more than the 1000000000 pieces that are possible' }],
        },
      });
  });

  it('is of an own offer in the place of the shared one with the same number', async () => {
    const part = await component([
      { number: 'A', price: 1 },
      { number: 'A', price: 5, own: true },
    ]);
    expect((await summary(await bomOf([part]))).costs[0].totals).toEqual([
      { currency: 'USD', total: 15, per_board: 15 },
    ]);
  });

  it('says that nothing is known where nobody said anything, and never 0', async () => {
    const answer = await summary(await bomOf([await component([])]));
    expect(answer).toMatchObject({
      ready: false,
      verdicts: { fine: 1 },
      left_out: [{ reason: 'no_price', lines: 1 }],
      prices_from: null,
    });
    expect(answer.costs[0]).toMatchObject({ totals: [], lines_priced: 0, lines_to_buy: 1 });
    // a BOM that nobody has enriched
    expect(await summary(await tenant.importBom(['A']))).toMatchObject({
      event_id: null,
      status: null,
      verdicts: { pending: 1 },
      left_out: [{ reason: 'pending', lines: 1 }],
    });
  });

  it('follows what people change at once', async () => {
    const bomId = await bomOf([await component([{ number: 'A', price: 1 }])]);
    const { body: { lines: [line] } } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect((await summary(bomId)).costs[0].totals[0].total).toBe(3);
    await tenant.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { quantity: 4 });
    expect((await summary(bomId)).costs[0].totals[0].total).toBe(4);
    await tenant.call('POST', `boms/${bomId}/review`, { line_ids: [line.line_id], action: 'nothing_to_buy' });
    expect((await summary(bomId)).verdicts).toMatchObject({ not_fitted: 1, fine: 0 });
  });

  it('is nobody else’s, also where it was just read', async () => {
    const bomId = await bomOf([await component([{ number: 'A', price: 1 }])]);
    await summary(bomId);
    const stranger = await newTenant(stack);
    expect((await stranger.call('GET', `boms/${bomId}/summary?attrition=none`)).status).toBe(404);
  });
});
