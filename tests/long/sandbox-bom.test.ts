/** The board that `npm start -- --sandbox` opens on, through real isolates and the sandbox's suppliers: every part of its story. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DEMO_SETTINGS } from '../../local/suppliers/demo-parts.ts';
import { SUPPLIER_NAMES } from '../../shared/domain/supplier.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

/** Its calls are used up in the middle of the board, as with `npm start`: what it sells has to be known all the same. */
const MOUSER_REST = { afterCalls: 2, seconds: 3 };

let stack: TestStack;
let standIns: readonly StandIn[];
let tenant: Tenant;
let bomId: string;

beforeAll(async () => {
  standIns = await Promise.all(
    SUPPLIER_NAMES.map((name) => startStandIn(name, name === 'mouser' ? { rest: MOUSER_REST } : {})),
  );
  stack = await startTestStack({
    settings: Object.assign({}, ...standIns.map(({ settings }) => settings), DEMO_SETTINGS),
  });
  tenant = await newTenant(stack, { role: 'admin' });
  const csv = await readFile(new URL('../../local/sandbox-bom.csv', import.meta.url));
  const form = new FormData();
  form.append('file', new Blob([csv]), 'sandbox-bom.csv');
  const imported = await fetch(
    `${stack.apiUrl}/functions/v1/boms?organization_id=${tenant.organizationId}`,
    { method: 'POST', headers: { authorization: `Bearer ${tenant.token}` }, body: form },
  );
  expect(imported.status, await imported.clone().text()).toBe(201);
  bomId = (await imported.json() as Json).bom_id;
  await tenant.start(bomId);
  // Suppliers answer one question at a time, with pauses: on a busy machine that takes a while.
  const status = async () => (await tenant.call('GET', `boms/${bomId}`)).body.status;
  await vi.waitFor(async () => expect(await status()).toBe('completed'), { timeout: 120_000, interval: 500 });
}, 240_000);
afterAll(async () => {
  await stack.stop();
  for (const standIn of standIns) await standIn.close();
});

const summary = async (boards: number) =>
  (await tenant.call('GET', `boms/${bomId}/summary?boards=${boards}`)).body;

it('shows what is wrong, unknown and obsolete, whatever number of boards', async () => {
  const { verdicts, first } = await summary(1);
  expect(verdicts).toMatchObject({ wrong: 3, ask: 1, pending: 0, short: 0, at_risk: 1, not_fitted: 3 });
  const why = (number: number) => first.find(({ line_number }: Json) => line_number === number)?.why;
  expect(why(1)).toMatch(/0603.*0402|0402.*0603/);
  expect(why(2)).toMatch(/10 times/);
  expect(why(3)).toMatch(/side|vertical/i);
  expect(first.map(({ mpn, verdict }: Json) => [mpn, verdict])).toEqual(expect.arrayContaining([
    ['XQ4471-B', 'ask'],
    ['NCP1117ST33T3G', 'at_risk'],
  ]));
});

it('has three lines that are short together from 25 boards on, and a hundred that cost less than 85', async () => {
  const of25 = await summary(25);
  expect(of25.verdicts).toMatchObject({ wrong: 3, ask: 1, short: 3, at_risk: 1 });
  const short = of25.first.filter(({ verdict }: Json) => verdict === 'short');
  expect(short.map(({ mpn }: Json) => mpn)).toEqual(Array(3).fill('LTST-C190KGKT'));
  // 6 × 25, and 2 % or 5 pieces besides: 155 of 120.
  expect(short[0].why).toMatch(/^35 missing of 155/);
  // 3 × 25 and 10: 85 at 0.03 are 2.55, a hundred at 0.02 are 2.00.
  expect(of25.savings).toContainEqual(
    expect.objectContaining({ mpn: 'RC0603FR-0710KL', instead_of: 85, buy: 100, left_over: 15, saved: 0.55 }),
  );
  expect(of25.currency).toBe('USD');
  const total = ({ costs: [cost] }: Json) => cost.totals[0].per_board;
  const [of1, of1000] = [await summary(1), await summary(1_000)];
  expect(total(of1)).toBeGreaterThan(total(of25));
  expect(total(of25)).toBeGreaterThan(total(of1000));
  expect(of1000.verdicts.short).toBeGreaterThan(3);
});

it('costs less from several suppliers than from any alone', async () => {
  const { one_supplier } = await summary(25);
  const alone = (supplier: string, parts: number, total: number, mix_total: number) => (
    { supplier, currency: 'USD', parts, of_parts: 54, total, mix_total }
  );
  expect(one_supplier).toEqual([
    // Ten parts that DigiKey sells for less: 35 + 6 × 30 + 26 + 2 × 27 = 295 pieces, at 0.90 or 0.80 each.
    // Three connectors that Newark does: 3 × 26 = 78, at 0.90 or 0.70. At Mouser alone: the regulator 25 × 0.90 and the red
    // LED 30 × 0.90, twelve capacitors of Murata 35 + 11 × 45 = 530 at 0.03, two others 90 at 0.03, 23 resistors of 35 at
    // 0.03, and a hundred of 10k for 2.00: 22.50 + 27.00 + 15.90 + 2.70 + 24.15 + 2.00 = 94.25.
    // 94.25 + 265.50 + 70.20, and 94.25 + 236.00 + 54.60. Of the green LED nobody has enough.
    alone('mouser-sandbox', 53, 429.95, 384.85),
    // 295 at 0.80, and the 530 capacitors at 0.035 where Mouser asks 0.03.
    alone('digikey-sandbox', 22, 254.55, 251.9),
    alone('element14-sandbox', 3, 54.6, 54.6),
  ]);
  const { body: { verdicts } } = await tenant.call('GET', `boms/${bomId}/verdicts?boards=100`);
  const part = (mpn: string) => verdicts.find((verdict: Json) => verdict.mpn === mpn).part;
  // 101 at 0.55: Newark has but 60, and DigiKey asks 0.60 from a hundred on.
  for (const mpn of ['B2B-PH-K-S', 'STM32G031K8T6']) {
    expect(part(mpn)).toMatchObject({ to_buy: 101, total: 55.55, suppliers: ['mouser-sandbox'] });
  }
});

it('is ordered at Newark by numbers of its own', async () => {
  const { body } = await tenant.call('GET', `boms/${bomId}/order-lists?list=newark&boards=25`);
  expect(body.rows).toBe(3);
  expect(body.text).toMatch(/^(?:\d\d[A-Z]\d{4},26,J\d,[^,]+\r\n){3}$/);
});

it('has three hundred-nanofarad capacitors that could be one', async () => {
  const { body } = await tenant.call('GET', `boms/${bomId}/consolidations`);
  expect(body.consolidations).toMatchObject([{ mpn: 'GRM155R71C104KA88D', parts: 3 }]);
});

it('is marked as made up wherever a supplier of the sandbox says something', async () => {
  const { body: { lines } } = await tenant.call('GET', `boms/${bomId}/lines`);
  expect(lines).toHaveLength(60);
  const suppliersOf = async (mpn: string) => {
    const { line_id } = lines.find((line: Json) => line.mpn === mpn);
    const { body } = await tenant.call('GET', `boms/${bomId}/lines/${line_id}`);
    return body.line.result.component.offers.map(({ supplier }: Json) => supplier).toSorted();
  };
  expect(await suppliersOf('RC0603FR-0710KL')).toEqual(['mouser-sandbox']);
  expect(await suppliersOf('LM358DR')).toEqual(['digikey-sandbox', 'mouser-sandbox']);
  expect(await suppliersOf('B2B-PH-K-S')).toEqual(['element14-sandbox', 'mouser-sandbox']);
});
