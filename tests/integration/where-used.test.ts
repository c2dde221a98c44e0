/** Which lines of an organization's BOMs have a component. */
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const MANUFACTURER = 'Where Used Test';
let tenant: Tenant;
let mpn: string;

/** A BOM whose lines have the part, but for the last. */
async function bomWith(owner: Tenant, component: string, lines: number): Promise<string> {
  const bomId = await owner.importBom(Array.from({ length: lines + 1 }, () => mpn));
  await sql(
    stack,
    'update bomstream.bom_lines set component_id = $2, quantity = 2 where bom_id = $1 and line_number <= $3',
    [bomId, component, lines],
  );
  return bomId;
}
async function component(owner: Tenant | null): Promise<string> {
  const [{ id }] = await sql(
    stack,
    `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
     values ($1, $2, $3, $2, '{}', 90) returning id`,
    [owner?.organizationId ?? null, mpn, MANUFACTURER],
  );
  return id;
}
const used = async (query: Json = {}) => {
  const search = new URLSearchParams({ mpn, manufacturer: MANUFACTURER, ...query });
  return await tenant.call('GET', `organizations/${tenant.organizationId}/where-used?${search}`);
};

beforeAll(async () => {
  tenant = await newTenant(stack);
  mpn = `WU-${crypto.randomUUID().toUpperCase()}`;
});

describe('where a component is used', () => {
  it('is each line that has it, shared or own, of the organization alone, page by page', async () => {
    const shared = await component(null);
    const boms = [
      await bomWith(tenant, shared, 499),
      await bomWith(tenant, await component(tenant), 2),
    ];
    await bomWith(await newTenant(stack), shared, 3);
    const first = (await used()).body;
    const second = (await used({ after: first.next })).body;
    expect([first.lines.length, second.lines.length, second.next]).toEqual([500, 1, null]);
    const all: Json[] = [...first.lines, ...second.lines];
    expect(new Set(all.map(({ bom_id }) => bom_id))).toEqual(new Set(boms));
    expect(new Set(all.map(({ line_id }) => line_id)).size).toBe(501);
    expect(all[0]).toMatchObject({ bom: 'Test', line_number: 1, quantity: 2, do_not_place: false });
    // as the database keeps it, whatever way it is written
    expect((await used({ mpn: mpn.toLowerCase() })).body.lines).toHaveLength(500);
    expect((await used({ manufacturer: 'Another' })).body).toEqual({ lines: [], next: null });
    expect((await used({ after: 'x' })).body.code).toBe('invalid_cursor');
  });
});
