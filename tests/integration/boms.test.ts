import { beforeAll, describe, expect, inject, it } from 'vitest';
import { newTenant, type Tenant } from '../support/tenant.ts';

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
