/** Lines without number and value, which only describe their part: what is looked up, asked, remembered, and said of the rest. */
import { beforeAll, expect, inject, it } from 'vitest';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant(stack);
});

const MEANT = { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' };
const FOOTPRINT = 'SOT-23';
const LINES = [
  { description: 'the first of two', footprint: FOOTPRINT, quantity: 1 },
  { description: 'the second of two', footprint: FOOTPRINT, quantity: 1 },
  { description: 'RC0603FR-0712KL', quantity: 1 },
  { description: 'Fiducial', quantity: 1 },
];

async function enriched(lines: readonly Json[] = LINES): Promise<string> {
  const { status, body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Described',
    lines,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  return body.bom_id;
}
const linesOf = async (bomId: string): Promise<Json[]> =>
  (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;

it('are looked up by a description that is a number, and ask by any other', async () => {
  const bomId = await enriched();
  const [first, second, number, fiducial] = await linesOf(bomId);
  expect([first.status, second.status, fiducial.status]).toEqual(['not_found', 'not_found', 'skipped']);
  expect(number).toMatchObject({
    status: 'enriched',
    result: { component: { mpn: 'RC0603FR-0712KL' }, remarks: [{ code: 'number_in_description' }] },
  });
  const { body } = await tenant.call('GET', `boms/${bomId}/summary`);
  expect(body.verdicts).toMatchObject({ ask: 2, not_fitted: 1 });
});

it('have a choice remembered for their description, and for no other', async () => {
  const bomId = await enriched();
  const [first] = await linesOf(bomId);
  const { status } = await tenant.call('POST', `boms/${bomId}/review`, {
    line_ids: [first.line_id],
    action: 'choose',
    choice: MEANT,
  });
  expect(status).toBe(200);
  const again = await linesOf(await enriched());
  expect(again.slice(0, 2)).toMatchObject([
    { status: 'enriched', result: { component: { mpn: MEANT.mpn }, remarks: [{ code: 'chosen' }] } },
    { status: 'not_found', review: 'none' },
  ]);
});
