import * as XLSX from '@e965/xlsx';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { resistors } from '../support/resistors.ts';

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
    const user = await newTenant(stack, { role: 'admin' });
    await user.call('PATCH', `organizations/${user.organizationId}/settings`, { auto_start: true });
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
    await tenant.untilEnded(bomId);
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
          facts: { category: 'chip_resistor', package: '0603 (1608 metric)', resistance: [10_000, 'ohm'] },
        },
      },
    });
    expect(all.lines[1]).toMatchObject({
      status: 'not_found',
      result: { status: 'not_found' },
    });
    expect((await tenant.call('GET', `boms/${bomId}/lines?since=1-2`)).body.lines).toHaveLength(3);
    expect((await tenant.call('GET', `boms/${bomId}/lines?since=${all.event_id}`)).body).toEqual({
      ...all,
      lines: [],
    });
  });
});

describe('a page of lines', () => {
  const read = async (bomId: string, query = '') => {
    const { status, body } = await tenant.call('GET', `boms/${bomId}/lines${query}`);
    expect(status).toBe(200);
    return { ...body, numbers: body.lines.map(({ line_number }: Json) => line_number) };
  };
  const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, i) => from + i);

  it('holds 500 lines in their order, and says what the next one lies behind', async () => {
    const bomId = await tenant.importBom(Array.from({ length: 1_001 }, (_, i) => `P${i}`));
    const first = await read(bomId);
    expect([first.numbers, first.next]).toEqual([upTo(500), 500]);
    expect(await read(bomId, '?after=500')).toMatchObject({ numbers: upTo(1_000, 501), next: 1_000 });
    expect(await read(bomId, '?after=1000')).toMatchObject({ numbers: [1_001], next: null });
    expect(await read(bomId, '?after=1001')).toMatchObject({ numbers: [], next: null });
    expect(await read(bomId, '?after=2&limit=3')).toMatchObject({ numbers: [3, 4, 5], next: 5 });
    expect(await read(bomId, '?after=998&limit=3')).toMatchObject({
      numbers: [999, 1_000, 1_001],
      next: null,
    });
  });

  it('of what changed since an event holds that alone, whether a run goes on or another has begun', async () => {
    const bomId = await tenant.importBom(['P1', 'RC0603FR-0710KL', null, 'P4']);
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    expect(await read(bomId, '?since=1-2&limit=2')).toMatchObject({ numbers: [1, 2], next: 2 });
    expect(await read(bomId, '?since=1-2&limit=2&after=2')).toMatchObject({ numbers: [4], next: null });
    const failing =
      `update bomstream.bom_lines set status = 'failed' where bom_id = $1 and line_number in (1, 4)`;
    await sql(stack, failing, [bomId]);
    await tenant.start(bomId, 'failed');
    expect(await read(bomId, '?since=1-4&limit=1')).toMatchObject({ numbers: [1], next: 1 });
    expect(await read(bomId, '?since=1-4&limit=1&after=1')).toMatchObject({ numbers: [4], next: null });
  });

  it('says of a component what tells it apart, where sources disagree, and whether a sandbox made it up', async () => {
    const bomId = await tenant.importBom(['P1', 'P2']);
    const said = (source: string, value: unknown, unit?: string) => ({ value, unit, source, confidence: 1 });
    const components = [{
      manufacturer: said('mouser', 'Manufacturer'),
      description: said('mouser', 'Words'),
      resistance: said('mouser', 10, 'ohm'),
      rohs: { ...said('mouser', 'compliant'), conflicts: [said('mouser-sandbox', 'non_compliant')] },
      datasheet: said('mouser', 'https://example.com'),
    }, { description: said('mouser', 'Words'), package: said('mouser', '0603') }];
    for (const [i, fields] of components.entries()) {
      await sql(
        stack,
        `with c as (insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
                      values (gen_random_uuid(), 'Manufacturer', 'P', $3, 90) returning id)
           update bomstream.bom_lines l set result_run = 1, result_status = 'enriched', component_id = c.id
           from c where l.bom_id = $1 and l.line_number = $2`,
        [bomId, i + 1, fields],
      );
    }
    expect((await read(bomId)).lines.map(({ result }: Json) => result.component)).toEqual([{
      mpn: 'P',
      manufacturer: 'Manufacturer',
      facts: { resistance: [10, 'ohm'], rohs: 'compliant' },
      disputed: { rohs: ['non_compliant'] },
      sandbox: true,
    }, { mpn: 'P', manufacturer: 'Manufacturer', facts: { package: '0603' }, description: 'Words' }]);
    // What a sandbox sells it for counts, too, and stays when the sandbox is gone.
    await sql(
      stack,
      `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, price_breaks, fetched_at)
       select component_id, 'mouser-sandbox', 'P', '[]', now() from bomstream.bom_lines where bom_id = $1 and line_number = 2`,
      [bomId],
    );
    expect((await read(bomId)).lines[1].result.component.sandbox).toBe(true);
  });

  it('of 500 lines that were all found and have ten offers each is no larger than 300 KB', async () => {
    // Of no other test: the stack is shared, and another run of the same parts would write their components anew.
    const bomId = await tenant.importBom(resistors(500, 9_001));
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    const stated = (value: string) => ({ value, source: 'supplier:mouser', confidence: 1 });
    await sql(
      stack,
      `with c as (update bomstream.components c set fields = c.fields || $2 from bomstream.bom_lines l
                    where l.bom_id = $1 and c.id = l.component_id returning c.id)
         insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
         select c.id, 'mouser', n, n, '[]', now() from c, generate_series(1, 10) n`,
      [bomId, { lifecycle: stated('active'), rohs: stated('compliant') }],
    );
    await sql(
      stack,
      `update bomstream.bom_lines set designators = 'R' || line_number || ', R' || line_number + 10000, quantity = 2,
           manufacturer = 'Yageo', description = '10k 1%' where bom_id = $1`,
      [bomId],
    );
    const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect(body.lines.filter(({ result }: Json) => result.component.facts.lifecycle === 'active'))
      .toHaveLength(500);
    expect(JSON.stringify(body).length).toBeLessThanOrEqual(300 * 1_024);
    expect(JSON.stringify(body)).not.toMatch(/offers|decoder[^"]*","confidence/);
  });
});

const NOTHING_BESIDE = {
  stated: {},
  issues: [],
  review_change_id: null,
  last_change: null,
  alternates: [],
  candidates: [],
  decided: null,
  supplier_numbers: [],
  internal_number: null,
  note: null,
  extra: {},
  source_row: null,
};

describe('one line', () => {
  it('comes with every field and its sources, and is not found in another BOM', async () => {
    const [bomId, other] = [await tenant.importBom(['RC0603FR-0710KL']), await tenant.importBom(['P1'])];
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    const { body: { lines: [{ result, ...listed }] } } = await tenant.call(
      'GET',
      `boms/${bomId}/lines`,
    );
    const path = `boms/${bomId}/lines/${listed.line_id}`;
    const { body } = await tenant.call('GET', path);
    expect(body).toEqual({
      bom_id: bomId,
      event_id: '1-4',
      settled_at: expect.stringMatching(/Z$/),
      ...NOTHING_BESIDE,
      line: {
        ...listed,
        result: {
          ...result,
          component: expect.objectContaining({ mpn: 'RC0603FR-0710KL', known_by: 'scheme', offers: [] }),
        },
      },
    });
    expect(body.line.result.component.fields.resistance).toMatchObject({
      value: 10_000,
      source: 'decoder:yageo-rc',
      known_by: 'scheme',
    });
    expect((await tenant.call('GET', path.replace(bomId, other))).body.code).toBe('line_not_found');
    const stranger = await newTenant(stack);
    expect((await stranger.call('GET', path)).body.code).toBe('bom_not_found');
  });

  it('that was not looked up yet has no result', async () => {
    const bomId = await tenant.importBom(['P1']);
    const { body: { lines: [line] } } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect((await tenant.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body).toEqual({
      bom_id: bomId,
      event_id: null,
      settled_at: null,
      ...NOTHING_BESIDE,
      line,
    });
  });
});

describe('the offers of a line', () => {
  /** A part that decoders know, so that both organizations' lines get one shared component. */
  const PART = 'RC0603FR-0732K4L';
  let theirs: Tenant;
  let componentId: string;
  let ourBom: string;
  let theirBom: string;

  beforeAll(async () => {
    theirs = await newTenant(stack);
    [ourBom, theirBom] = [await enriched(tenant), await enriched(theirs)];
    componentId = (await component(tenant, ourBom)).component_id;
    expect((await component(theirs, theirBom)).component_id).toBe(componentId);
  });
  beforeEach(() =>
    sql(stack, 'delete from bomstream.supplier_offers where component_id = $1', [componentId])
  );

  async function enriched(who: Tenant): Promise<string> {
    const bomId = await who.importBom([PART]);
    await who.start(bomId);
    await who.untilEnded(bomId);
    return bomId;
  }

  async function component(who: Tenant, bomId: string): Promise<Json> {
    const { body: { lines: [line] } } = await who.call('GET', `boms/${bomId}/lines`);
    return (await who.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body.line.result.component;
  }
  const offers = async (who: Tenant, bomId: string): Promise<Json[]> => (await component(who, bomId)).offers;
  /** In short: `mouser A 10`, with a star for an organization's own. */
  const names = async (who: Tenant, bomId: string) =>
    (await offers(who, bomId)).map(({ supplier, supplier_part_number, stock, own }) =>
      `${supplier} ${supplier_part_number} ${stock}${own ? '*' : ''}`
    );

  async function offer(owner: Tenant | null, number: string, stock: number | null): Promise<void> {
    await sql(
      stack,
      `insert into bomstream.supplier_offers
         (organization_id, component_id, supplier, supplier_part_number, stock, price_breaks, fetched_at)
       values ($1, $2, 'mouser', $3, $4, '[]', now())`,
      [owner?.organizationId ?? null, componentId, number, stock],
    );
  }

  it('are given as the supplier made them, with what it did not say as null', async () => {
    expect(await offers(tenant, ourBom)).toEqual([]);
    const price_breaks = [{ quantity: 1, price: 0.106, currency: 'USD' }];
    await sql(
      stack,
      `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity,
         lead_time_days, price_breaks, url, manufacturer_as_given, fetched_at)
       values ($1, 'mouser', '603-A', 0, 10, 63, $2, 'https://example.com/a', 'Phycomp', '2026-01-02T03:04:05.678Z')`,
      [componentId, JSON.stringify(price_breaks)],
    );
    expect(await offers(tenant, ourBom)).toEqual([{
      supplier: 'mouser',
      supplier_part_number: '603-A',
      manufacturer_as_given: 'Phycomp',
      own: false,
      stock: 0,
      min_quantity: 10,
      multiple: null,
      lead_time_days: 63,
      price_breaks,
      url: 'https://example.com/a',
      seller: null,
      marketplace: false,
      packaging: null,
      max_quantity: null,
      reeling_fee: null,
      country_of_origin: null,
      tariff_code: null,
      moisture_sensitivity: null,
      status: null,
      agreed: false,
      valid_until: null,
      fetched_at: '2026-01-02T03:04:05.678Z',
    }]);
  });

  it('of a marketplace come last, and those of two sellers are two', async () => {
    await offer(null, 'A', 10);
    for (const seller of ['Broker', 'Rochester']) {
      await sql(
        stack,
        `insert into bomstream.supplier_offers
           (component_id, supplier, seller, marketplace, supplier_part_number, stock, price_breaks, fetched_at)
         values ($1, 'mouser', $2, $2 = 'Broker', 'A', 99, '[]', now())`,
        [componentId, seller],
      );
    }
    expect((await offers(tenant, ourBom)).map(({ seller, stock }: Json) => `${seller} ${stock}`)).toEqual([
      'Rochester 99',
      'null 10',
      'Broker 99',
    ]);
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
    await sql(stack, `insert into bomstream.organization_members values ($1, $2, 'admin')`, [
      tenant.organizationId,
      theirs.userId,
    ]);
    expect(await names(theirs, ourBom)).toEqual(['mouser A 1*']);
    expect(await names(theirs, theirBom)).toEqual(['mouser A 10']);
  });

  it('are thirty at most: the own ones, then those with most in stock', async () => {
    for (let stock = 1; stock <= 32; stock++) await offer(null, `S${stock}`, stock);
    await offer(null, 'UNKNOWN', null);
    await offer(tenant, 'OWN', 0);
    expect(await names(tenant, ourBom)).toEqual([
      'mouser OWN 0*',
      ...Array.from({ length: 29 }, (_, i) => `mouser S${32 - i} ${32 - i}`),
    ]);
  });
});

describe('what people write into a BOM', () => {
  const EDITS = {
    note: 'KEEPDRY',
    internal_number: 'INT77',
    value: '10kVAL',
    description: 'DESC9',
    supplier_numbers: [{ supplier: 'Mouser', number: '603-RC0603FR-0710KL' }],
  };
  const importCsv = async (csv: string) => {
    const { status, body } = await create({ csv });
    expect([status, body.detail]).toEqual([201, undefined]);
    return body.bom_id;
  };
  const linesOf = async (bomId: string) =>
    (await tenant.call('GET', `boms/${bomId}/export/pages`)).body.lines as Json[];

  it('is in its CSV, though the file had no columns for it, and comes back as the same fields', async () => {
    const bomId = await importCsv('MPN,Manufacturer,Qty,Designator\nRC0603FR-0710KL,Yageo,1,R1\n');
    const [{ line: { line_id } }] = await linesOf(bomId) as [Json];
    const { status } = await tenant.call('PATCH', `boms/${bomId}/lines/${line_id}`, EDITS);
    expect(status).toBe(200);
    const { value, description, ...beside } = EDITS;
    const csv = (await tenant.call('GET', `boms/${bomId}/export?format=csv`)).body as unknown as string;
    const [again] = await linesOf(await importCsv(csv));
    expect(again).toMatchObject({ ...beside, line: { mpn: 'RC0603FR-0710KL', value, description } });
  });

  it('is in its CSV, whoever makes an alternate', async () => {
    const of = async (bomId: string) =>
      (await linesOf(bomId)).map(({ line: { mpn, manufacturer }, alternates }) => [
        { mpn, manufacturer },
        ...alternates,
      ]);
    const bomId = await importCsv(
      'MPN,Manufacturer,MPN 2,Qty,Designator\nRC0603FR-0710KL,Yageo,Vishay CRCW060310K0FKEA,1,R1\n',
    );
    const csv = (await tenant.call('GET', `boms/${bomId}/export?format=csv`)).body as unknown as string;
    const parts = [
      { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' },
      { mpn: 'CRCW060310K0FKEA', manufacturer: 'Vishay' },
    ];
    expect([await of(bomId), await of(await importCsv(csv))]).toEqual([[parts], [parts]]);
  });

  it('is in its CSV where it came as JSON, whatever line says it', async () => {
    const given = {
      ...EDITS,
      mpn: 'RC0603FR-0710KL',
      manufacturer: 'Yageo',
      quantity: 1,
      designators: 'R1',
      substitution: 'no substitutes',
      extra: { Shelf: 'B7' },
    };
    // The last one stands on a page of its own.
    const { body } = await create({
      lines: [
        ...resistors(300, 2).map((mpn, i) => ({
          mpn,
          manufacturer: 'Yageo',
          quantity: 1,
          designators: `R${i + 2}`,
        })),
        given,
      ],
    });
    const {
      value,
      description,
      substitution,
      mpn: _,
      manufacturer: __,
      quantity: ___,
      designators: ____,
      ...beside
    } = given;
    const csv = (await tenant.call('GET', `boms/${body.bom_id}/export?format=csv`)).body as unknown as string;
    const again = await importCsv(csv);
    const { body: { lines: [last] } } = await tenant.call('GET', `boms/${again}/export/pages?after=300`);
    expect(last).toMatchObject({ ...beside, line: { value, description, substitution } });
  });
});

describe('a workbook of a BOM', () => {
  it('arrives whole, whatever it holds', async () => {
    // Each has other sums of its parts: an engine that answered those signed broke off about every second one.
    for (const quantity of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { body: { bom_id } } = await create({
        lines: [{ mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', quantity, designators: 'R1' }],
      });
      const response = await fetch(`${stack.apiUrl}/functions/v1/boms/${bom_id}/export?format=xlsx`, {
        headers: { authorization: `Bearer ${tenant.token}` },
      });
      const book = XLSX.read(await response.bytes());
      expect(book.SheetNames).toEqual(['Summary', 'Lines', 'Offers', 'Sources', 'Issues']);
      expect(XLSX.utils.sheet_to_csv(book.Sheets['Lines']!)).toContain('RC0603FR-0710KL');
    }
  });
});
