/** A line without a manufacturer, of a number that several use: what it is judged, asked, ordered, and what is remembered of the answer. */
import { beforeAll, expect, inject, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant(stack);
});

/** All make a BAV99 alike; an SS34 is in an SMC package or in an SMA one. */
const LINES = [
  { mpn: 'BAV99', designators: 'D1', quantity: 1 },
  { mpn: 'SS34', designators: 'D2', quantity: 1 },
  { mpn: 'SS34', designators: 'D3', quantity: 1, footprint: 'D_SMA' },
  { mpn: 'SS34', designators: 'D4', quantity: 1, manufacturer: 'Vishay' },
];

async function enriched(name: string): Promise<string> {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name,
    lines: LINES,
  });
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  return body.bom_id;
}
const get = async (path: string): Promise<Json> => (await tenant.call('GET', path)).body;

it('asks where they do not make it alike, says so where they do, and remembers the answer', async () => {
  const bomId = await enriched('First');
  const judged = async (of: string) =>
    (await get(`boms/${of}/verdicts`)).verdicts.map(({ verdict, why }: Json) => [verdict, why]);
  const [alike, asked, fitting, named] = await judged(bomId);
  expect(alike).toEqual([
    'fine',
    expect.stringMatching(/^The BOM names no manufacturer: .* use this part number, too\.$/),
  ]);
  expect(asked).toEqual(['ask', expect.stringMatching(/^The BOM names no manufacturer of SS34, .*SMC.*SMA/)]);
  expect(fitting).toEqual(['fine', expect.stringContaining('The BOM names no manufacturer')]);
  expect(named).toEqual(['fine', '']);
  expect(await get(`boms/${bomId}/summary`)).toMatchObject({
    ready: false,
    verdicts: { ask: 1, fine: 3 },
    first: [{ line_number: 2, verdict: 'ask', why: asked[1] }],
  });

  // It is in no order and no drawing before somebody has answered; a number that anybody may make is.
  const list = await get(`boms/${bomId}/order-lists?list=digikey_upload&unpriced=true`);
  expect(list.left_out).toEqual([{
    reason: 'ask',
    lines: 1,
    first: [{ line_number: 2, name: 'D2', mpn: 'SS34' }],
  }]);
  expect(list.text).toContain('BAV99');

  const { lines } = await get(`boms/${bomId}/lines`);
  const { candidates } = await get(`boms/${bomId}/lines/${lines[1].line_id}`);
  const packages = candidates.map(({ fields }: Json) => fields.package?.value);
  expect(packages.slice(0, 2)).toEqual([expect.stringContaining('SMC'), expect.stringContaining('SMA')]);

  await tenant.call('POST', `boms/${bomId}/review`, {
    line_ids: [lines[1].line_id],
    action: 'keep_as_written',
  });
  expect((await judged(bomId))[1]).toEqual(['fine', '']);
  // the same words in another BOM, and in that with the footprint
  const other = await enriched('Second');
  expect((await judged(other)).slice(1, 3)).toEqual([['fine', ''], ['fine', '']]);

  const { mpn, manufacturer } = candidates[1];
  await tenant.call('POST', `boms/${other}/review`, {
    line_ids: [(await get(`boms/${other}/lines`)).lines[1].line_id],
    action: 'choose',
    choice: { mpn, manufacturer },
  });
  const third = await enriched('Third');
  const [, chosen] = (await get(`boms/${third}/lines`)).lines;
  expect(chosen.result.component).toMatchObject({ mpn, manufacturer });
});

it('is told to webhooks as a line that needs an answer', async () => {
  const admin = await newTenant(stack, { role: 'admin' });
  await sql(
    stack,
    `insert into bomstream.webhooks (organization_id, url, secret, events) values ($1, 'https://example.com/hook', 'secret', '{review.needed}')`,
    [admin.organizationId],
  );
  const { body } = await admin.call('POST', 'boms', {
    organization_id: admin.organizationId,
    name: 'Told',
    lines: LINES.slice(0, 2),
  });
  await admin.start(body.bom_id);
  await admin.untilEnded(body.bom_id);
  const [{ body: told }] = await sql(
    stack,
    `select d.body from bomstream.webhook_deliveries d join bomstream.webhooks w on w.id = d.webhook_id
     where w.organization_id = $1 and d.event = 'review.needed'`,
    [admin.organizationId],
  );
  expect(JSON.parse(told)).toMatchObject({ data: { lines: 1 } });
});
