/** Own stock, agreed prices and blocked suppliers over the API: kept for their organization, and counted in its BOMs. */
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const MANUFACTURER = 'Own Data Test';
let tenant: Tenant;
/** Nobody else's: what is shared is seen by all. */
let mpn: string;
beforeEach(async () => {
  tenant = await newTenant(stack, { role: 'admin' });
  mpn = `OD-${crypto.randomUUID().toUpperCase()}`;
});

const to = (what: string) => `organizations/${tenant.organizationId}/${what}`;
const send = async (what: 'stock' | 'prices', rows: readonly Json[], more: Json = {}) => {
  const { status, body } = await tenant.call('POST', to(what), { ...more, [what]: rows });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const part = () => ({ mpn, manufacturer: MANUFACTURER });

/** A part that is everybody's, which one supplier sells at 0.5. */
async function sharedPart(): Promise<string> {
  const [{ id }] = await sql(
    stack,
    `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
     values ($1, $2, $1, '{}', 90) returning id`,
    [mpn, MANUFACTURER],
  );
  await sql(
    stack,
    `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
     values ($1, 'mouser', 'M1', 1000, '[{"quantity":1,"price":0.5,"currency":"USD"}]', '2026-11-01T00:00:00Z')`,
    [id],
  );
  return id;
}

/** A BOM with a line for each component, ten pieces of each. */
async function bom(...given: readonly string[]): Promise<string> {
  const components = given.length === 0 ? [await sharedPart()] : given;
  const bomId = await tenant.importBom(components.map(() => mpn));
  for (const [i, id] of components.entries()) {
    await sql(
      stack,
      `update bomstream.bom_lines set component_id = $2, quantity = 10, status = 'enriched', result_status = 'enriched', result_run = 1
       where bom_id = $1 and line_number = $3`,
      [bomId, id, i + 1],
    );
  }
  await sql(stack, 'update bomstream.boms set boards = 1 where id = $1', [bomId]);
  return bomId;
}
const summary = async (bomId: string) =>
  (await tenant.call('GET', `boms/${bomId}/summary?attrition=none`)).body;

describe('own stock and prices', () => {
  it('are written, read, replaced and deleted, each row by itself', async () => {
    const source = { source: 'Store.csv', observed_at: '2026-11-02T00:00:00.000Z' };
    expect(
      await send('stock', [{ ...part(), quantity: 5 }, { ...part(), quantity: 6 }, {
        ...part(),
        mpn: '',
        quantity: 1,
      }, { mpn: 'OTHER', manufacturer: MANUFACTURER, quantity: -1 }], source),
    ).toMatchObject({
      created: 1,
      updated: 0,
      refused: [
        { index: 1, message: 'is the same part as number 0 of this call' },
        { index: 2, path: 'mpn' },
        { index: 3, path: 'quantity' },
      ],
    });
    expect(await send('stock', [{ ...part(), quantity: 5 }], source)).toMatchObject({ unchanged: 1 });
    expect(await send('stock', [{ ...part(), quantity: 7 }], source)).toMatchObject({ updated: 1 });
    // of no date of its own
    expect(await send('stock', [{ ...part(), quantity: 7 }], { source: source.source })).toMatchObject({
      unchanged: 1,
    });
    expect((await tenant.call('GET', to('stock'))).body).toEqual({
      stock: [{ ...part(), quantity: 7, ...source }],
      next: null,
    });

    const price = { ...part(), currency: 'EUR', prices: [{ quantity: 10, price: 0.2 }] };
    await send('prices', [price, { ...price, supplier: 'Mouser', valid_until: '2999-12-31' }], source);
    expect((await tenant.call('GET', to('prices'))).body.prices).toEqual([
      {
        ...part(),
        supplier: 'Mouser',
        price_breaks: [{ quantity: 10, price: 0.2, currency: 'EUR' }],
        valid_until: '2999-12-31',
        ...source,
      },
      {
        ...part(),
        supplier: 'own',
        price_breaks: [{ quantity: 10, price: 0.2, currency: 'EUR' }],
        valid_until: null,
        ...source,
      },
    ]);
    const query = new URLSearchParams(part());
    for (const wrong of ['', '?mpn=A', `?all=true&${query}`]) {
      expect(await tenant.call('DELETE', to(`stock${wrong}`))).toMatchObject({
        status: 400,
        body: { code: 'invalid_query' },
      });
    }
    expect((await tenant.call('DELETE', to('prices?all=true&supplier=own'))).status).toBe(400);
    const deleted = async (what: string) => (await tenant.call('DELETE', to(what))).body.deleted;
    const undated = () => send('prices', [{ ...price, supplier: 'Undated' }], { source: 'Undated.csv' });
    expect([await undated(), await undated()]).toMatchObject([{ created: 1 }, { unchanged: 1 }]);
    expect(await deleted(`prices?${query}&supplier=Undated`)).toBe(1);
    expect(await deleted(`prices?${query}&supplier=own`)).toBe(1);
    expect(await deleted(`prices?${query}`)).toBe(1);
    expect(await deleted(`stock?${query}`)).toBe(1);
    await send('stock', [{ ...part(), quantity: 1 }, { ...part(), mpn: 'OTHER', quantity: 1 }]);
    expect(await deleted('stock?all=true')).toBe(2);
  });

  it.each<[what: string, price: object]>([
    ['below what is kept', { prices: [{ quantity: 1, price: 1e-7 }] }],
    ['that adds up to nothing', { prices: [{ quantity: 1, price: 1e-300 }] }],
    ['until a day of no year', { valid_until: '0000-01-01' }],
  ])('refuse a price %s, and keep the least one', async (_what, wrong) => {
    const price = { ...part(), currency: 'EUR', prices: [{ quantity: 1, price: 0.000001 }] };
    expect(await send('prices', [{ ...price, ...wrong }, price])).toMatchObject({
      created: 1,
      refused: [{ index: 0, path: expect.stringMatching(/^(prices\.0\.price|valid_until)$/) }],
    });
  });

  it.each<[what: string, observed_at: string, status: number]>([
    ['the year 0', '0000-01-01T00:00:00Z', 422],
    ['a far year', '9999-01-01T00:00:00Z', 422],
    ['the day after tomorrow', new Date(Date.now() + 25 * 3_600_000).toISOString(), 422],
    ['too many digits', `2026-01-01T00:00:00.${'0'.repeat(300)}Z`, 422],
    ['the year 1', '0001-01-01T00:00:00Z', 200],
    ['a clock that is ahead', new Date(Date.now() + 3_600_000).toISOString(), 200],
  ])('and components say so as of a moment that was: %s', async (_what, observed_at, status) => {
    const rows = {
      stock: { ...part(), quantity: 1 },
      prices: { ...part(), currency: 'EUR', prices: [{ quantity: 1, price: 1 }] },
      components: { ...part(), fields: {} },
    };
    for (const [what, row] of Object.entries(rows)) {
      const answer = await tenant.call('POST', to(what), { observed_at, [what]: [row] });
      expect([what, answer.status]).toEqual([what, status]);
      if (status === 422) expect(answer.body.errors[0].path).toBe('observed_at');
    }
  });

  it('are listed in pages, none left out and none twice', async () => {
    const rows = Array.from({ length: 501 }, (_, i) => ({ ...part(), mpn: `${mpn}-${i}`, quantity: i }));
    await send('stock', rows.slice(0, 500));
    await send('stock', rows.slice(500));
    const first = (await tenant.call('GET', to('stock'))).body;
    const second = (await tenant.call('GET', to(`stock?after=${first.next}`))).body;
    expect([first.stock.length, second.stock.length, second.next]).toEqual([500, 1, null]);
    expect(new Set([...first.stock, ...second.stock].map(({ mpn }: Json) => mpn)).size).toBe(501);
  });

  it('are in the export of the organization, and go with it', async () => {
    await send('stock', [{ ...part(), quantity: 5 }]);
    await send('prices', [{ ...part(), currency: 'EUR', prices: [{ quantity: 1, price: 1 }] }]);
    const { body } = await tenant.call('GET', to('export'));
    expect(body.match(/"record": ?"(stock|price)"/g)).toHaveLength(2);
    await tenant.call('DELETE', `organizations/${tenant.organizationId}?name=Test`);
    // as the sweep does, a bite each time
    const of = [tenant.organizationId];
    while ((await sql(stack, 'select 1 from bomstream.organizations where id = $1', of)).length > 0) {
      await sql(stack, 'select bomstream.delete_organization_piece($1)', of);
    }
    for (const table of ['own_stock', 'own_prices']) {
      expect(
        await sql(stack, `select 1 from bomstream.${table} where organization_id = $1`, [
          tenant.organizationId,
        ]),
      ).toEqual([]);
    }
  });
});

describe('the cost of a BOM', () => {
  it('is without what is on hand, and with agreed prices while they hold, at once', async () => {
    const bomId = await bom();
    expect((await summary(bomId)).costs[0].totals[0].total).toBe(5);
    await send('stock', [{ ...part(), quantity: 4 }]);
    expect(await summary(bomId)).toMatchObject({
      own: { stock_pieces: 4, stock_parts: 1 },
      costs: [{ totals: [{ total: 3 }] }, {}, {}, {}],
    });
    const price = { ...part(), supplier: 'Mouser', currency: 'USD', prices: [{ quantity: 1, price: 0.1 }] };
    await send('prices', [{ ...price, valid_until: '2020-01-01' }]);
    expect((await summary(bomId)).costs[0].totals[0].total).toBe(3);
    await send('prices', [{ ...price, valid_until: '2999-12-31' }]);
    expect(await summary(bomId)).toMatchObject({
      own: { priced_parts: 1 },
      costs: [{ totals: [{ total: 0.6 }] }, {}, {}, {}],
    });

    const { body: { lines: [line] } } = await tenant.call('GET', `boms/${bomId}/export/pages`);
    expect(line).toMatchObject({ own_stock: 4 });
    expect(line.line.result.component.offers[0]).toMatchObject({
      supplier: 'Mouser',
      own: true,
      agreed: true,
      valid_until: '2999-12-31',
      stock: null,
    });
    const csv = (await tenant.call('GET', `boms/${bomId}/export?format=csv`)).body;
    expect(csv).toContain('agreed, until 2999-12-31');
  });

  it('is without blocked suppliers, by any spelling, and says so', async () => {
    const bomId = await bom();
    const blocked_suppliers = ['MOUSER'];
    await tenant.call('PATCH', to('settings'), { blocked_suppliers });
    expect(await summary(bomId)).toMatchObject({
      own: { blocked: ['mouser'] },
      left_out: [{ reason: 'no_price', lines: 1 }],
    });
    await tenant.call('PATCH', to('settings'), { blocked_suppliers: [] });
    expect((await summary(bomId)).costs[0].totals[0].total).toBe(5);
  });

  it('is of no supplier that is both blocked and preferred', async () => {
    const settings = (body: Json) => tenant.call('PATCH', to('settings'), body);
    const refused = { status: 422, body: { errors: [{ path: 'preferred_suppliers' }] } };
    expect(await settings({ blocked_suppliers: ['Mouser'], preferred_suppliers: ['MOUSER'] }))
      .toMatchObject(refused);
    expect((await settings({ blocked_suppliers: ['Mouser'] })).status).toBe(200);
    expect(await settings({ preferred_suppliers: ['TME', 'mouser'] })).toMatchObject(refused);
    expect(await settings({ blocked_suppliers: [], preferred_suppliers: ['mouser'] }))
      .toMatchObject({ status: 200, body: { blocked_suppliers: [], preferred_suppliers: ['mouser'] } });
  });

  it('is not of what another organization has', async () => {
    const bomId = await bom();
    const other = await newTenant(stack, { role: 'admin' });
    await other.call('POST', `organizations/${other.organizationId}/stock`, {
      stock: [{ ...part(), quantity: 100 }],
    });
    expect((await summary(bomId)).own.stock_pieces).toBe(0);
  });
});

describe("a component of the organization's own", () => {
  /** Kept with a price that its organization has agreed, and of a BOM of one line. */
  async function kept(category = 'resistor'): Promise<{ readonly id: string; readonly bomId: string }> {
    const described = { ...part(), fields: { category: { value: category } } };
    const { status, body } = await tenant.call('POST', to('components'), { components: [described] });
    expect(status, JSON.stringify(body)).toBe(200);
    await send('prices', [{
      ...part(),
      supplier: 'Mouser',
      currency: 'USD',
      prices: [{ quantity: 1, price: 1 }],
    }]);
    const id = body.component_ids[0];
    const bomId = await bom(id);
    return { id, bomId };
  }
  const words = async (bomId: string) =>
    (await tenant.call('GET', `boms/${bomId}/lines?sort=harm`)).body.lines.map(({ judged }: Json) =>
      judged.verdict
    );
  const order = async (bomId: string) =>
    (await tenant.call('GET', `boms/${bomId}/order-lists?list=mouser_paste&attrition=none`)).body;

  it('that is deleted leaves its lines to be asked about, in no list without a word', async () => {
    const { id, bomId } = await kept();
    expect(await words(bomId)).toEqual(['fine']);
    expect(await summary(bomId)).toMatchObject({ ready: true, left_out: [] });
    expect(await order(bomId)).toMatchObject({ rows: 1, left_out: [] });

    expect((await tenant.call('DELETE', to(`components/${id}`))).status).toBe(204);
    expect(await words(bomId)).toEqual(['ask']);
    const left_out = [{ reason: 'no_part', lines: 1 }];
    expect(await summary(bomId)).toMatchObject({ ready: false, verdicts: { ask: 1, fine: 0 }, left_out });
    expect(await order(bomId)).toMatchObject({ rows: 0, left_out });
  });

  it("that is everybody's, too, is one part: what is on hand is taken off once", async () => {
    const shared = await sharedPart();
    // of which one gets lost, which the shared row does not know
    const { id } = await kept('connector');
    const bomId = await bom(shared, id);
    const answers = async () => {
      const { own, costs: [cost], verdicts } = await summary(bomId);
      return { own: own.stock_pieces, total: cost.totals[0].total, short: verdicts.short };
    };
    // What each line's row of the export says is ordered, and what both together cost.
    const exported = async () => {
      const { body } = await tenant.call('GET', `boms/${bomId}/export?format=csv`);
      const [header, ...rows] = (body as string).slice(1).trimEnd().split('\r\n').map((row) =>
        row.split(',')
      );
      const column = (name: string) => rows.map((row) => row[header!.indexOf(`bomstream: ${name}`)]);
      return {
        order: column('to order').map(Number),
        spares: column('spares').map(Number),
        with: column('ordered with'),
        supplier: column('supplier'),
        price: column('unit price').map(Number),
        total: column('total').map(Number),
      };
    };
    const once = (order: number) => ({
      order: [order, 0],
      spares: [1, 0],
      with: ['', 'line 1'],
      supplier: ['mouser', 'mouser'],
      price: [0.5, 0.5],
      total: [order / 2, 0],
    });
    // 20 pieces at 0.5, and agreed on at 1
    expect(await answers()).toEqual({ own: 0, total: 10, short: 0 });
    expect(await exported()).toEqual(once(21));
    await send('stock', [{ ...part(), quantity: 15 }]);
    expect(await answers()).toEqual({ own: 15, total: 2.5, short: 0 });
    expect(await order(bomId)).toMatchObject({ rows: 1, on_hand: 15, totals: [{ total: 2.5 }] });
    expect(await exported()).toEqual(once(6));
    await tenant.call('POST', `boms/${bomId}/release`, {});
    expect(await answers()).toEqual({ own: 15, total: 2.5, short: 0 });
    expect((await exported()).total).toEqual([3, 0]);
  });

  // Of which of the two rows the id is the lower one tells nothing of whose they are.
  it.each(['lower', 'higher'])(
    "is ordered after a release as before, with everybody's row of a %s id on another line",
    async (which) => {
      const { id } = await kept('connector');
      const [{ shared }] = await sql(
        stack,
        `insert into bomstream.components (id, orderable_key, manufacturer, mpn, fields, quality_score)
       values ($3::uuid, $1, $2, $1, $4, 90) returning id as shared`,
        [
          mpn,
          MANUFACTURER,
          `${which === 'lower' ? '0'.repeat(8) : 'f'.repeat(8)}${crypto.randomUUID().slice(8)}`,
          {
            category: { value: 'chip_resistor', source: 'decoder:test', confidence: 1 },
            package: { value: '0402 (1005 metric)', source: 'decoder:test', confidence: 1 },
          },
        ],
      );
      for (const lines of [[shared, id], [id, shared]] as const) {
        const bomId = await bom(...lines);
        const bought = async () => {
          const { text, spares, rows, totals } =
            (await tenant.call('GET', `boms/${bomId}/order-lists?list=mouser_paste`)).body;
          const { body } = await tenant.call('GET', `boms/${bomId}/export?format=csv`);
          const { costs } = (await tenant.call('GET', `boms/${bomId}/summary`)).body;
          return {
            list: { text, spares, rows, totals },
            export: (body as string).replaceAll(/\r\n\d+,/g, '\n'),
            costs,
          };
        };
        const before = await bought();
        // A connector gets lost, and of chip resistors ten would.
        expect(before.list).toMatchObject({ rows: 1, spares: 1 });
        expect((await tenant.call('POST', `boms/${bomId}/release`, {})).status).toBe(200);
        expect(await bought()).toEqual(before);
      }
    },
  );

  it('that is described anew is judged as it now is, at once', async () => {
    const { id, bomId } = await kept();
    expect(await words(bomId)).toEqual(['fine']);
    const describe = (lifecycle: string) => ({
      ...part(),
      fields: { category: { value: 'resistor' }, lifecycle: { value: lifecycle } },
    });
    const { status, body } = await tenant.call('PATCH', to(`components/${id}`), describe('obsolete'));
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await words(bomId)).toEqual(['at_risk']);
    await tenant.call('POST', to('components'), { components: [describe('active')] });
    expect(await words(bomId)).toEqual(['fine']);
  });
});
