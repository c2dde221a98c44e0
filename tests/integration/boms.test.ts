import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { inDatabase } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant(stack);
});

const create = (body: object) =>
  tenant.call('POST', 'boms', { organization_id: tenant.organizationId, name: 'A board', ...body });

describe('importing a BOM', () => {
  it('from JSON lines keeps them as they were written, numbered in order', async () => {
    const { status, body } = await create({
      lines: [
        {
          mpn: ' RC0603FR-0710KL ',
          manufacturer: 'Yageo',
          quantity: 2,
          designators: 'R1 R2',
          description: '10k',
        },
        { mpn: 'N/A' },
        { mpn: 'LM358', do_not_place: true },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'A board', line_count: 3, status: null, latest_run: null });

    const { body: answer } = await tenant.call('GET', `boms/${body.bom_id}/lines`);
    expect(answer).toMatchObject({ bom_id: body.bom_id, event_id: null });
    expect(answer.lines).toMatchObject([
      {
        line_number: 1,
        mpn: 'RC0603FR-0710KL',
        manufacturer: 'Yageo',
        quantity: 2,
        designators: 'R1 R2',
        description: '10k',
        do_not_place: false,
        status: 'pending',
        result: null,
      },
      { line_number: 2, mpn: 'N/A', status: 'skipped' },
      { line_number: 3, mpn: 'LM358', do_not_place: true, status: 'skipped' },
    ]);
  });

  it('from CSV text finds the columns by their names', async () => {
    const csv =
      'Ref;Qty;Maker;Manufacturer Part Number;DNP\r\nR1;1;Yageo;RC0603FR-0710KL;\r\n"C1, C2";2;Murata;GRM188R71H104KA93D;x\r\n';
    const { status, body } = await create({ csv, columns: { designators: 'Ref' } });
    expect(status).toBe(201);
    const { body: { lines } } = await tenant.call('GET', `boms/${body.bom_id}/lines`);
    expect(lines).toMatchObject([
      { designators: 'R1', quantity: 1, manufacturer: 'Yageo', mpn: 'RC0603FR-0710KL', do_not_place: false },
      {
        designators: 'C1, C2',
        quantity: 2,
        manufacturer: 'Murata',
        mpn: 'GRM188R71H104KA93D',
        do_not_place: true,
      },
    ]);
  });

  it('starts no run by itself when there is nothing to do', async () => {
    const user = await newTenant(stack);
    await inDatabase(
      stack,
      (admin) =>
        admin.query('update bomstream.organizations set auto_start = true where id = $1', [
          user.organizationId,
        ]),
    );
    const imported = async (line: object) => {
      const { status, body } = await user.call('POST', 'boms', {
        organization_id: user.organizationId,
        name: 'A board',
        lines: [{ mpn: 'LM358', do_not_place: true }, line],
      });
      return [status, body.line_count, body.latest_run?.run ?? null];
    };
    expect(await imported({ mpn: 'N/A' })).toEqual([201, 2, null]);
    expect(await imported({ mpn: 'LM393' })).toEqual([201, 2, 1]);
  });

  it('takes 10,000 lines', async () => {
    const { status, body } = await create({
      lines: Array.from({ length: 10_000 }, (_, i) => ({ mpn: `P${i}` })),
    });
    expect(status).toBe(201);
    expect(body.line_count).toBe(10_000);
  });
});

describe('reading BOMs', () => {
  it("lists the user's organizations with the role in each, and the newest BOMs first", async () => {
    const user = await newTenant(stack, { role: 'editor' });
    const [older, newer] = [await user.importBom(['A']), await user.importBom(['B'])];
    const { status, body } = await user.call('GET', 'boms');
    expect(status).toBe(200);
    expect(body.organizations).toEqual([{
      organization_id: user.organizationId,
      name: 'Test',
      role: 'editor',
    }]);
    expect(body.boms.map(({ bom_id }: { bom_id: string }) => bom_id)).toEqual([newer, older]);
  });

  it('gives one with its latest run', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL']);
    await tenant.start(bomId);
    const { body } = await tenant.call('GET', `boms/${bomId}`);
    expect(body).toMatchObject({
      bom_id: bomId,
      latest_run: { run: 1, mode: 'pending', state: { total_items: 1 } },
    });
    expect(body.status).toBe(body.latest_run.state.status);
  });

  it('gives only the lines that changed since an event, and the event they stand at', async () => {
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'UNKNOWN-1', 'RC0603FR-0711KL']);
    await tenant.start(bomId);
    await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}`)).body.status).toBe('completed');
    const all = (await tenant.call('GET', `boms/${bomId}/lines`)).body;
    expect(all.lines).toHaveLength(3);
    expect(all.lines[0]).toMatchObject({
      status: 'enriched',
      result: {
        run: 1,
        status: 'enriched',
        source: 'decoder:yageo-rc',
        component: {
          manufacturer: 'Yageo',
          fields: { resistance: { value: 10_000, unit: 'ohm', source: 'decoder:yageo-rc' } },
        },
      },
    });
    expect(all.lines[1]).toMatchObject({
      status: 'not_found',
      result: { status: 'not_found', component: null },
    });
    expect((await tenant.call('GET', `boms/${bomId}/lines?since=1-2`)).body.lines).toHaveLength(3);
    expect((await tenant.call('GET', `boms/${bomId}/lines?since=${all.event_id}`)).body).toEqual({
      ...all,
      lines: [],
    });
  });
});

describe('the offers of a line', () => {
  /** A part that decoders know, so that both organizations' lines get one shared component. */
  const PART = 'RC0603FR-0732K4L';
  let theirs: Tenant;
  let admin: pg.Client;
  let componentId: string;
  let ourBom: string;
  let theirBom: string;

  beforeAll(async () => {
    theirs = await newTenant(stack);
    admin = new pg.Client({ connectionString: stack.adminUrl });
    await admin.connect();
    [ourBom, theirBom] = [await enriched(tenant), await enriched(theirs)];
    const { component } = (await lines(tenant, ourBom))[0].result;
    componentId = component.component_id;
    expect((await lines(theirs, theirBom))[0].result.component.component_id).toBe(componentId);
  });
  beforeEach(() =>
    admin.query('delete from bomstream.supplier_offers where component_id = $1', [componentId])
  );
  afterAll(() => admin.end());

  async function enriched(who: Tenant): Promise<string> {
    const bomId = await who.importBom([PART]);
    await who.start(bomId);
    await vi.waitFor(async () => {
      expect((await who.call('GET', `boms/${bomId}`)).body.status).toBe('completed');
    }, { timeout: 20_000 });
    return bomId;
  }

  const lines = async (who: Tenant, bomId: string): Promise<Json[]> =>
    (await who.call('GET', `boms/${bomId}/lines`)).body.lines;
  const offers = async (who: Tenant, bomId: string): Promise<Json[]> =>
    (await lines(who, bomId))[0].result.component.offers;
  /** In short: `mouser A 10`, with a star for an organization's own. */
  const names = async (who: Tenant, bomId: string) =>
    (await offers(who, bomId)).map(({ supplier, supplier_part_number, stock, own }) =>
      `${supplier} ${supplier_part_number} ${stock}${own ? '*' : ''}`
    );

  async function offer(owner: Tenant | null, number: string, stock: number | null): Promise<void> {
    await admin.query(
      `insert into bomstream.supplier_offers
         (organization_id, component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
       values ($1, $2, 'mouser', $3, $4, '[]', now())`,
      [owner?.organizationId ?? null, componentId, number, stock],
    );
  }

  it('are given as the supplier made them, with what it did not say as null', async () => {
    expect(await offers(tenant, ourBom)).toEqual([]);
    const price_breaks = [{ quantity: 1, price: 0.106, currency: 'USD' }];
    await admin.query(
      `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity,
         lead_time_days, price_breaks, url, fetched_at)
       values ($1, 'mouser', '603-A', 0, 10, 63, $2, 'https://example.com/a', '2026-01-02T03:04:05.678Z')`,
      [componentId, JSON.stringify(price_breaks)],
    );
    expect(await offers(tenant, ourBom)).toEqual([{
      supplier: 'mouser',
      supplier_part_number: '603-A',
      own: false,
      stock: 0,
      min_quantity: 10,
      multiple: null,
      lead_time_days: 63,
      price_breaks,
      url: 'https://example.com/a',
      fetched_at: '2026-01-02T03:04:05.678Z',
    }]);
  });

  it("of an organization's own stand in for shared ones and are seen by its members alone", async () => {
    await offer(null, 'A', 10);
    await offer(null, 'B', 30);
    await offer(tenant, 'A', 1);
    await offer(tenant, 'C', null);
    expect(await names(tenant, ourBom)).toEqual(['mouser A 1*', 'mouser C null*', 'mouser B 30']);
    expect(await names(theirs, theirBom)).toEqual(['mouser B 30', 'mouser A 10']);
  });

  it('do not hold what another organization of the same user has been offered', async () => {
    await offer(null, 'A', 10);
    await offer(tenant, 'A', 1);
    await admin.query(`insert into bomstream.organization_members values ($1, $2, 'admin')`, [
      tenant.organizationId,
      theirs.userId,
    ]);
    expect(await names(theirs, ourBom)).toEqual(['mouser A 1*']);
    expect(await names(theirs, theirBom)).toEqual(['mouser A 10']);
  });

  it('are ten at most: the own ones, then those with most in stock', async () => {
    for (let stock = 1; stock <= 12; stock++) await offer(null, `S${stock}`, stock);
    await offer(null, 'UNKNOWN', null);
    await offer(tenant, 'OWN', 0);
    expect(await names(tenant, ourBom)).toEqual([
      'mouser OWN 0*',
      ...[12, 11, 10, 9, 8, 7, 6, 5, 4].map((stock) => `mouser S${stock} ${stock}`),
    ]);
  });
});
