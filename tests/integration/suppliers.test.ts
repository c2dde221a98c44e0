/** Runs that ask a supplier: real isolates, the real adapter, Mouser's contract as the stand-in speaks it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StandInFault } from '../../local/suppliers/stand-in.ts';
import { sql } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { API_KEY, type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

const SUPPLIER = 'mouser-sandbox';
const WAIT = { timeout: 75_000 };
/** More than any test here needs. */
const PLENTY = 100_000;

let stack: TestStack;
let standIn: StandIn;
let tenant: Tenant;
let log: string[];
let nextPart = 0;

beforeAll(async () => {
  log = [];
  standIn = await startStandIn();
  stack = await startTestStack({
    isolatesPerFunction: 2,
    // Runners are called when a test wants one: nothing has to be waited for.
    cron: false,
    settings: standIn.settings,
    onLog: (line) => void log.push(line),
  });
  tenant = await newTenant(stack);
});
afterAll(async () => {
  await stack.stop();
  await standIn.close();
});
beforeEach(async () => {
  await standIn.reset();
  await sql(stack, 'delete from bomstream.supplier_answers');
  await limit({ minute: PLENTY, day: PLENTY });
});

/** As if nobody had ever called the supplier, under these limits. */
async function limit({ minute = PLENTY, day = PLENTY }: { minute?: number; day?: number }): Promise<void> {
  await sql(stack, 'delete from bomstream.supplier_shares');
  await sql(
    stack,
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone)
     values ($1, $2, $3, 'America/Chicago')
     on conflict (supplier) do update set calls_per_minute = $2, calls_per_day = $3, recent = '{}', used_today = 0,
       failures = 0, last_failure = null, blocked_until = null, probing_until = null`,
    [SUPPLIER, minute, day],
  );
}

/** The database's clock cannot be turned; all that this run and its supplier wait for can be brought forward. */
async function pass(bomId: string, ms: number): Promise<void> {
  const back = `${ms} milliseconds`;
  await sql(
    stack,
    `update bomstream.supplier_limits set recent = array(select t - $2::interval from unnest(recent) t order by t),
       blocked_until = blocked_until - $2::interval, probing_until = probing_until - $2::interval where supplier = $1`,
    [SUPPLIER, back],
  );
  await sql(
    stack,
    `update bomstream.bom_lines set visible_at = visible_at - $2::interval
     where bom_id = $1 and status = 'pending' and worker_id is null`,
    [bomId, back],
  );
  await callRunner();
}

/** Calls one more runner, in the isolate whose turn it is. */
async function callRunner(): Promise<void> {
  const answer = await fetch(`${stack.apiUrl}/functions/v1/enrichment-runner`, {
    method: 'POST',
    headers: { 'x-runner-key': stack.keys.runnerKey },
  });
  expect(answer.status).toBe(202);
}

/** Part numbers that the stand-in knows and nobody asked about before. */
const newParts = (n: number) => Array.from({ length: n }, () => `SBX-${String(++nextPart).padStart(5, '0')}`);
const lines = async (bomId: string): Promise<Json[]> =>
  (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;
const status = async (bomId: string) => (await tenant.call('GET', `boms/${bomId}`)).body.status;
const statuses = async (bomId: string) => new Set((await lines(bomId)).map((line) => line.status));
const ended = (bomId: string) => expect.poll(() => status(bomId), WAIT).toBe('completed');
const callCount = async () => (await standIn.asked()).length;

async function startWith(parts: string[]): Promise<string> {
  const bomId = await tenant.importBom(parts);
  await tenant.start(bomId);
  return bomId;
}

const workers = async (): Promise<number> =>
  (await sql(stack, 'select count(*)::integer as n from bomstream.workers'))[0].n;

/** Lines that wait for a later time and are held by nobody, with the attempts they used up. */
async function waiting(bomId: string): Promise<{ lines: number; attempts: number }> {
  const [row] = await sql(
    stack,
    `select count(*)::integer as lines, coalesce(sum(attempts), 0)::integer as attempts from bomstream.bom_lines
     where bom_id = $1 and status = 'pending' and worker_id is null and visible_at > clock_timestamp()`,
    [bomId],
  );
  return row;
}

describe('a run', () => {
  it('over 1,000 new parts costs at most 105 calls, the same again none', async () => {
    const bomId = await startWith(newParts(1_000));
    await ended(bomId);
    expect(await statuses(bomId)).toEqual(new Set(['enriched']));
    const calls = await standIn.asked();
    expect(calls.length).toBeLessThanOrEqual(105);
    expect(new Set(calls.flat()).size).toBe(1_000);

    await tenant.start(bomId, 'all');
    await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}`)).body.latest_run, WAIT)
      .toMatchObject({ run: 2, state: { status: 'completed', enriched_items: 1_000 } });
    expect(await callCount()).toBe(calls.length);
  });

  it('keeps what the supplier says, marked as its sandbox, and nothing it does not say', async () => {
    const bomId = await startWith([
      'SBX-LEADED',
      'SBX-EURO',
      'SBX-DEAR',
      'SBX-VAGUE',
      'RC0603FR-0711KL',
      'SBX-NONE',
    ]);
    await ended(bomId);
    const [leaded, euro, , vague, resistor, none] = await lines(bomId);
    expect(leaded.result).toMatchObject({
      source: 'supplier:mouser-sandbox',
      component: {
        manufacturer: 'Sandbox Devices',
        facts: { rohs: 'non_compliant', lifecycle: 'not_for_new_designs' },
        sandbox: true,
      },
    });
    expect(vague.result.component.facts).not.toHaveProperty('rohs');
    expect(vague.result.component.facts).not.toHaveProperty('lifecycle');
    expect(resistor.result).toMatchObject({ source: 'decoder:yageo-rc' });
    expect(none).toMatchObject({ status: 'not_found' });
    expect(euro.status).toBe('enriched');
  });

  it('stores the offers with the component, in the transaction of the commit', async () => {
    const bomId = await startWith(['SBX-RES-10K', 'SBX-EURO', 'SBX-DEAR']);
    await ended(bomId);
    const rows = await sql(
      stack,
      `select l.mpn, o.supplier_part_number, o.stock, o.price_breaks, o.organization_id
       from bomstream.bom_lines l join bomstream.supplier_offers o on o.component_id = l.component_id
       where l.bom_id = $1 and o.supplier = $2 order by l.line_number, 2`,
      [bomId, SUPPLIER],
    );
    expect(rows.map(({ mpn, supplier_part_number }) => [mpn, supplier_part_number])).toEqual([
      ['SBX-RES-10K', '000-SBX-RES-10K'],
      ['SBX-RES-10K', '001-SBX-RES-10K'],
      ['SBX-EURO', '000-SBX-EURO'],
      ['SBX-DEAR', '000-SBX-DEAR'],
    ]);
    expect(rows[0]).toMatchObject({ stock: 1200, organization_id: null });
    expect(rows[2].price_breaks).toContainEqual({ quantity: 100, price: 1456.34, currency: 'EUR' });
  });

  it("links a line to the organization's own component, which nobody else ever sees", async () => {
    await sql(
      stack,
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'SBX-OWN', 'Our Workshop', 'SBX-OWN', $2, 90)`,
      [tenant.organizationId, { description: { value: 'Our bracket', source: 'own', confidence: 1 } }],
    );
    const bomId = await startWith(['SBX-OWN']);
    await ended(bomId);
    expect((await lines(bomId))[0]).toMatchObject({
      status: 'enriched',
      result: { source: 'own', component: { manufacturer: 'Our Workshop' } },
    });
    const rows = await sql(
      stack,
      `select organization_id from bomstream.components where orderable_key = 'SBX-OWN'`,
    );
    expect(rows).toEqual([{ organization_id: tenant.organizationId }]);
  });

  it("has suppliers' offers and words beside an organization's own, which go when it says anew what the part is", async () => {
    const own = {
      mpn: 'SBX-LEADED',
      manufacturer: 'Sandbox Devices',
      fields: { rohs: { value: 'compliant' } },
    };
    const to = `organizations/${tenant.organizationId}/components`;
    const { body: made } = await tenant.call('POST', to, { components: [own] });
    const bomId = await tenant.importBom(['SBX-LEADED']);
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    const [line] = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;
    expect(line.result).toMatchObject({ source: 'own', component: { facts: { rohs: 'compliant' } } });
    const read = async () =>
      (await tenant.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body.line.result.component;
    expect(await read()).toMatchObject({
      component_id: made.component_ids[0],
      fields: {
        rohs: { source: 'own', conflicts: [{ value: 'non_compliant', source: 'supplier:mouser-sandbox' }] },
        lifecycle: { source: 'supplier:mouser-sandbox' },
      },
      offers: [{ supplier: SUPPLIER, own: false, price_breaks: [{ quantity: 1 }, {}, {}] }],
    });
    await tenant.call('PATCH', `${to}/${made.component_ids[0]}`, { ...own, fields: {} });
    expect((await read()).fields).not.toHaveProperty('rohs');
    expect((await read()).offers).toHaveLength(1);
    await tenant.call('DELETE', `${to}/${made.component_ids[0]}`);
  });
});

describe('a limit', () => {
  it('of a minute holds for all isolates together; what waits goes on by itself and loses no attempt', async () => {
    await limit({ minute: 30 });
    // Slow enough that one runner cannot be through before the other has begun.
    await standIn.fail({ kind: 'slow', ms: 100 });
    const before = await workers();
    const bomId = await startWith(newParts(600));
    await callRunner();
    await expect.poll(() => waiting(bomId), WAIT).toEqual({ lines: 300, attempts: 0 });
    expect(await callCount()).toBe(30);
    expect(await workers() - before).toBeGreaterThan(1);
    expect(await status(bomId)).toBe('enriching');
    // what was answered may still be on its way in
    await expect.poll(() => statuses(bomId), WAIT).toEqual(new Set(['pending', 'enriched']));

    await standIn.fail(null);
    await pass(bomId, 60_000);
    await ended(bomId);
    expect(await statuses(bomId)).toEqual(new Set(['enriched']));
    expect((await standIn.asked()).flat().length).toBe(600);
  });

  it('of a day makes the rest wait for the next one, and then it goes on', async () => {
    await limit({ day: 3 });
    const bomId = await startWith(newParts(50));
    await expect.poll(() => waiting(bomId), WAIT).toEqual({ lines: 20, attempts: 0 });
    expect(await callCount()).toBe(3);
    // what was answered may still be on its way in
    await expect.poll(() => statuses(bomId), WAIT).toEqual(new Set(['pending', 'enriched']));

    await sql(stack, 'update bomstream.supplier_limits set day = day - 1 where supplier = $1', [SUPPLIER]);
    await pass(bomId, 24 * 60 * 60 * 1000);
    await ended(bomId);
    expect(await statuses(bomId)).toEqual(new Set(['enriched']));
  });

  it('of a day is not used up by one organization: the other one’s line does not wait for tomorrow', async () => {
    await limit({ day: 20 });
    const other = await newTenant(stack);
    const bomId = await startWith(newParts(400));
    const waitsFor = async () =>
      (await tenant.call('GET', `enrichment/${bomId}/status`)).body.state.waiting_for;
    await expect.poll(waitsFor, WAIT).toMatchObject({ reason: 'supplier_day', until: expect.any(String) });
    expect(await callCount()).toBe(10);
    const small = await other.importBom(newParts(1));
    await other.start(small);
    await expect.poll(async () => (await other.call('GET', `boms/${small}`)).body.latest_run.state, WAIT)
      .toMatchObject({ status: 'completed', enriched_items: 1, waiting_for: null });
    expect(await callCount()).toBe(11);
    await tenant.call('POST', `enrichment/${bomId}/cancel`);
  });
});

describe('a supplier', () => {
  const uses = { attempt: true, none: false } as const;

  it.each<[StandInFault, keyof typeof uses]>([
    [{ kind: 'quota' }, 'none'],
    [{ kind: 'too_many', retryAfterSeconds: 600 }, 'none'],
    [{ kind: 'malformed' }, 'attempt'],
    [{ kind: 'html' }, 'attempt'],
    [{ kind: 'message' }, 'attempt'],
    [{ kind: 'cut_off' }, 'attempt'],
    [{ kind: 'unavailable' }, 'attempt'],
    [{ kind: 'hang' }, 'attempt'],
  ])('that answers with %j is asked again later, and the part is never "not found"', async (fault, used) => {
    await standIn.fail(fault, 1);
    const bomId = await startWith(newParts(1));
    await expect.poll(() => waiting(bomId), WAIT).toEqual({ lines: 1, attempts: uses[used] ? 1 : 0 });
    expect(await callCount()).toBe(1);
    await pass(bomId, 24 * 60 * 60 * 1000);
    await ended(bomId);
    expect(await statuses(bomId)).toEqual(new Set(['enriched']));
    expect(await callCount()).toBe(2);
  });

  it('that asks for ten minutes is left alone that long, by every isolate', async () => {
    await standIn.fail({ kind: 'too_many', retryAfterSeconds: 600 }, 1);
    const [first, second] = [await startWith(newParts(1)), await tenant.importBom(newParts(1))];
    await expect.poll(async () => (await waiting(first)).lines, WAIT).toBe(1);
    await tenant.start(second);
    await expect.poll(async () => (await waiting(second)).lines, WAIT).toBe(1);
    const [{ seconds }] = await sql(
      stack,
      `select min(extract(epoch from visible_at - clock_timestamp()))::integer as seconds from bomstream.bom_lines
       where bom_id = any ($1)`,
      [[first, second]],
    );
    expect(seconds).toBeGreaterThan(540);
    expect(await callCount()).toBe(1);
    for (const bomId of [first, second]) {
      await pass(bomId, 600_000);
      await ended(bomId);
    }
    expect(await callCount()).toBe(3);
  });

  it('that is slow is waited for', async () => {
    await standIn.fail({ kind: 'slow', ms: 300 }, 1);
    const bomId = await startWith(newParts(1));
    await ended(bomId);
    expect(await callCount()).toBe(1);
  });

  it('that answers with other parts knows nothing of this one', async () => {
    await standIn.fail({ kind: 'other_parts' }, 1);
    const bomId = await startWith(newParts(1));
    await ended(bomId);
    expect(await statuses(bomId)).toEqual(new Set(['not_found']));
  });

  it('that refuses our key leaves what is known without it; what only it could know has failed', async () => {
    await standIn.fail({ kind: 'bad_key' });
    const bomId = await startWith(['RC0603FR-0712KL', ...newParts(1)]);
    await ended(bomId);
    expect(await lines(bomId)).toMatchObject([
      { status: 'enriched', result: { remarks: [{ code: 'supplier_not_asked' }] } },
      { status: 'failed', result: { remarks: [{ code: 'supplier_not_asked' }] } },
    ]);
  });
});

describe('the log of the isolates', () => {
  it('says how the supplier failed and never holds the key, a part number or an answer', () => {
    const text = log.join('\n');
    expect(text).toContain('"event":"supplier_failed"');
    expect(text).toContain('"event":"supplier_waits"');
    expect(text).toContain('"event":"supplier_answer_unreadable"');
    expect(text).not.toContain(API_KEY);
    expect(text).not.toMatch(/SBX-|Sandbox Devices/);
  });
});
