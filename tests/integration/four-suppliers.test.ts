/** Runs that ask several suppliers: real isolates, real adapters, each contract as its stand-in speaks it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPPLIER_NAMES, type SupplierName } from '../../shared/domain/supplier.ts';
import { sql } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

const WAIT = { timeout: 75_000 };

let stack: TestStack;
let standIns: Readonly<Record<SupplierName, StandIn>>;
let tenant: Tenant;

beforeAll(async () => {
  const started = await Promise.all(
    SUPPLIER_NAMES.map(async (name) => [name, await startStandIn(name)] as const),
  );
  standIns = Object.fromEntries(started) as Record<SupplierName, StandIn>;
  stack = await startTestStack({
    cron: false,
    settings: Object.assign({}, ...started.map(([, { settings }]) => settings)),
  });
  tenant = await newTenant(stack, { role: 'admin' });
});
afterAll(async () => {
  await stack.stop();
  for (const standIn of Object.values(standIns)) await standIn.close();
});

async function enrich(parts: string[], user = tenant): Promise<Json[]> {
  const bomId = await user.importBom(parts);
  await user.start(bomId);
  await expect.poll(async () => (await user.call('GET', `boms/${bomId}`)).body.status, WAIT).toBe(
    'completed',
  );
  const { lines } = (await user.call('GET', `boms/${bomId}/lines`)).body;
  return Promise.all(
    lines.map(async ({ line_id }: Json) =>
      (await user.call('GET', `boms/${bomId}/lines/${line_id}`)).body.line.result
    ),
  );
}

const offersOf = (result: Json, supplier: SupplierName): Json[] =>
  result.component.offers.filter((offer: Json) => offer.supplier === `${supplier}-sandbox`);
const asked = async (name: SupplierName) => (await standIns[name].asked()).flat();

describe('a run', () => {
  it('asks all suppliers side by side, but one that sells parts only about what they do not know', async () => {
    const [resistor, leaded, market, last] = await enrich([
      'SBX-RES-10K',
      'SBX-LEADED',
      'SBX-MARKET',
      'SBX-LAST',
    ]);
    for (const name of ['mouser', 'digikey', 'element14'] as const) {
      expect(await asked(name)).toEqual(expect.arrayContaining(['SBX-RES-10K', 'SBX-LEADED', 'SBX-MARKET']));
      expect(offersOf(resistor, name).length).toBeGreaterThan(0);
    }
    // DigiKey says all that a resistor needs
    expect(await asked('nexar')).not.toContain('SBX-RES-10K');
    expect(await asked('nexar')).toContain('SBX-LAST');
    expect(leaded.component.fields.rohs).toMatchObject({ value: 'non_compliant' });
    expect(leaded.component.fields.rohs.conflicts).toBeUndefined();
    expect(last.component.fields.lifecycle).toMatchObject({
      value: 'end_of_life',
      raw: 'Last Time Buy',
      observed_at: expect.stringMatching(/^\d{4}-/),
    });

    expect(
      offersOf(resistor, 'digikey').map(({ packaging, multiple, reeling_fee }) => (
        { packaging, multiple, reeling_fee }
      )),
    ).toEqual(expect.arrayContaining([
      { packaging: 'reel', multiple: 5000, reeling_fee: null },
      { packaging: 'cut_tape', multiple: 1, reeling_fee: null },
      { packaging: 'custom_reel', multiple: 1, reeling_fee: { price: 7, currency: 'USD' } },
    ]));
    expect(market.component.offers.at(-1)).toMatchObject({
      supplier: 'digikey-sandbox',
      seller: 'Sandbox Brokers',
      marketplace: true,
      stock: 21_000,
    });
    expect(offersOf(last, 'element14')[0]).toMatchObject({
      country_of_origin: 'TW',
      tariff_code: '85332100',
      moisture_sensitivity: '1',
      price_breaks: [{ currency: 'GBP' }, {}, {}],
    });
    // two sellers with one number
    expect(offersOf(last, 'nexar').map(({ seller }) => seller).sort()).toEqual([
      'Sandbox Parts',
      'Sandbox Store',
    ]);
  });

  it('counts what is used of a budget for life', async () => {
    const [row] = await sql(
      stack,
      `select parts_in_all, parts_used from bomstream.supplier_limits where supplier = 'nexar-sandbox'`,
    );
    expect(row).toEqual({ parts_in_all: 100, parts_used: await standIns.nexar.parts() });
  });

  it('asks those alone that the organization wants asked, until a part is known where it wants that', async () => {
    const other = await newTenant(stack, { role: 'admin' });
    const settings = `organizations/${other.organizationId}/settings`;
    await other.call('PATCH', settings, { suppliers: ['element14'] });
    const [alone] = await enrich(['SBX-00001'], other);
    expect(alone.source).toBe('supplier:element14-sandbox');
    for (const name of ['mouser', 'digikey', 'nexar'] as const) {
      expect(await asked(name)).not.toContain('SBX-00001');
    }

    // A chip resistor of which DigiKey says all but what nobody requires.
    await sql(stack, `delete from bomstream.supplier_answers where orderable_key = 'SBX-RES-10K'`);
    const before = (await asked('mouser')).length;
    await other.call('PATCH', settings, { suppliers: ['digikey', 'mouser'], suppliers_until_filled: true });
    const [filled] = await enrich(['SBX-RES-10K'], other);
    expect(filled.source).toBe('supplier:digikey-sandbox');
    expect((await asked('mouser')).length).toBe(before);
  });
});
