/** What Mouser says, and what must never be made of it. The stand-in speaks its contract over real HTTP. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandInFault } from '../../../../local/suppliers/stand-in.ts';
import type { Log } from '../../../../shared/log.ts';
import { createMouser } from '../../../../shared/suppliers/mouser/adapter.ts';
import type { PartAnswer, SupplierFinding } from '../../../../shared/suppliers/port.ts';
import { lookUp } from '../look-up.ts';
import { API_KEY, type StandIn, startStandIn } from '../stand-in.ts';

/** Long enough for an answer from this machine, short enough to wait for one that never comes. */
const TIMEOUT_MS = 1_000;

let standIn: StandIn;
let logged: [event: string, fields: Parameters<Log>[1]][];
beforeAll(async () => standIn = await startStandIn());
afterAll(() => standIn.close());
beforeEach(async () => {
  logged = [];
  await standIn.reset();
});
afterEach(() => void vi.unstubAllGlobals());

const mouser = (settings: { apiKey?: string; apiUrl?: string; timeoutMs?: number } = {}) =>
  createMouser({
    apiKey: API_KEY,
    apiUrl: standIn.apiUrl,
    log: (event, fields) => void logged.push([event, fields]),
    ...settings,
  });

async function answerOf(number: string, supplier = mouser()): Promise<PartAnswer> {
  return (await lookUp(supplier, [number])).get(number)!;
}

async function finding(number: string): Promise<SupplierFinding> {
  const answer = await answerOf(number);
  if (answer.kind !== 'found') throw new Error(`${number} is ${answer.kind}`);
  return answer.findings[0];
}

const pricesOf = async (number: string) =>
  (await finding(number)).offers.flatMap(({ price_breaks }) => price_breaks).map(
    ({ quantity, price, currency }) => [quantity, price, currency],
  );

describe('a part', () => {
  it('is what Mouser says of it, and nothing more', async () => {
    const { mpn, manufacturer, fields, offers } = await finding('SBX-RES-10K');
    const said = {
      source: 'supplier:mouser-sandbox',
      confidence: 1,
      reference: 'https://sandbox.invalid/SBX-RES-10K',
    };
    expect({ mpn, manufacturer, fields }).toEqual({
      mpn: 'SBX-RES-10K',
      manufacturer: 'Sandbox Devices',
      fields: {
        manufacturer: { ...said, value: 'Sandbox Devices' },
        category: { ...said, value: 'chip_resistor', confidence: 0.9 },
        description: { ...said, value: 'Sandbox part SBX-RES-10K: made up, not for sale' },
        lifecycle: { ...said, value: 'active', confidence: 0.7 },
        rohs: { ...said, value: 'compliant' },
        datasheet: { ...said, value: 'https://sandbox.invalid/SBX-RES-10K.pdf' },
      },
    });
    expect(offers).toEqual([
      {
        supplier_part_number: '000-SBX-RES-10K',
        stock: 1200,
        min_quantity: 1,
        multiple: 1,
        lead_time_days: 63,
        price_breaks: [[1, 0.15], [10, 0.106], [1000, 0.02]].map(([quantity, price]) => (
          { quantity, price, currency: 'USD' }
        )),
        url: 'https://sandbox.invalid/SBX-RES-10K',
        packaging: 'cut_tape',
        max_quantity: null,
        tariff_code: '8533210030',
        status: null,
      },
      expect.objectContaining({
        supplier_part_number: '001-SBX-RES-10K',
        packaging: 'reel',
        min_quantity: 5000,
        multiple: 5000,
      }),
    ]);
  });

  it("is found by Mouser's own number, too", async () => {
    expect((await finding('000-SBX-LEADED')).mpn).toBe('SBX-LEADED');
  });

  it.each<[string, unknown, unknown]>([
    ['SBX-LEADED', 'non_compliant', 'not_for_new_designs'],
    ['SBX-EXEMPT', 'compliant_by_exemption', 'active'],
    ['SBX-OLD', undefined, 'obsolete'],
    ['SBX-VAGUE', undefined, undefined],
  ])('%s has RoHS %s and is %s', async (number, rohs, lifecycle) => {
    const { fields } = await finding(number);
    expect([fields.rohs?.value, fields.lifecycle?.value]).toEqual([rohs, lifecycle]);
  });

  it("keeps Mouser's own word for its lifecycle", async () => {
    expect((await finding('SBX-LEADED')).fields.lifecycle?.raw).toBe('Not Recommended for New Designs');
  });

  it('that cannot be ordered has no offer', async () => {
    expect((await finding('SBX-OLD')).offers).toEqual([]);
  });

  it('of which Mouser speaks in riddles has unknown values, not wrong ones', async () => {
    expect((await finding('SBX-VAGUE')).offers).toEqual([{
      supplier_part_number: '000-SBX-VAGUE',
      stock: null,
      min_quantity: null,
      multiple: null,
      lead_time_days: null,
      price_breaks: [],
      url: 'https://sandbox.invalid/SBX-VAGUE',
      packaging: null,
      max_quantity: null,
      tariff_code: null,
      status: 'Factory Special Order',
    }]);
  });

  it('has its prices as they are meant where they are written in German, by rising quantity', async () => {
    expect(await pricesOf('SBX-EURO')).toEqual([
      [1, 2100.1, 'EUR'],
      [100, 1456.34, 'EUR'],
      [1000, 1.456, 'EUR'],
    ]);
    expect((await finding('SBX-EURO')).offers[0]).toMatchObject({ stock: null, lead_time_days: null });
  });

  it('has no price where one could be read in two ways, and the log counts those', async () => {
    expect(await pricesOf('SBX-DEAR')).toEqual([]);
    expect(logged).toEqual([
      ['supplier_answer_unreadable', { supplier: 'mouser-sandbox', prices: 3, parts: 0 }],
    ]);
  });

  it('is priced in the currency that people call RMB', async () => {
    expect(await pricesOf('SBX-YUAN')).toEqual([[1, 12, 'CNY']]);
  });
});

describe('a call', () => {
  it('asks about ten numbers at most, in one request', async () => {
    const numbers = Array.from({ length: 10 }, (_, i) => `SBX-0000${i}`);
    const answers = await lookUp(mouser(), numbers);
    expect([...answers.values()].every(({ kind }) => kind === 'found')).toBe(true);
    expect(await standIn.asked()).toEqual([numbers]);
    expect(mouser().batchSize).toBe(10);
  });

  it.each([['AB', false], ['ABC', true], ['A'.repeat(40), true], ['A'.repeat(41), false], ['A|BC', false], [
    'ÄBC',
    false,
  ], ['A BC', true]])('takes %s: %s', (number, taken) => expect(mouser().takes(number)).toBe(taken));

  it('answered with other parts has found nothing', async () => {
    await standIn.fail({ kind: 'other_parts' });
    // Mouser's search minds no dashes.
    for (const number of ['SBX-EURO', 'SBX-RES10K', 'SBX-RES-1.0K', 'SBX-RES-10K+']) {
      expect(await answerOf(number), number).toEqual({ kind: 'not_found' });
    }
    expect((await answerOf('sbx-res-10k')).kind).toBe('found');
  });

  it.each<[StandInFault, object]>([
    [{ kind: 'quota' }, { kind: 'over_quota', reason: 'too_many_requests' }],
    [{ kind: 'too_many', retryAfterSeconds: 7 }, {
      kind: 'over_quota',
      reason: 'too_many_requests',
      retryAfterMs: 7_000,
    }],
    [{ kind: 'bad_key' }, { kind: 'misconfigured', reason: 'key_refused' }],
    [{ kind: 'malformed' }, { kind: 'transient', reason: 'malformed' }],
    [{ kind: 'html' }, { kind: 'transient', reason: 'malformed' }],
    [{ kind: 'message' }, { kind: 'transient', reason: 'malformed' }],
    [{ kind: 'unavailable' }, { kind: 'transient', reason: 'status_503' }],
    [{ kind: 'cut_off' }, { kind: 'transient', reason: 'incomplete' }],
    [{ kind: 'hang' }, { kind: 'transient', reason: 'timeout' }],
  ])('that meets %j is %j, never "not found"', async (fault, failure) => {
    await standIn.fail(fault);
    expect(await answerOf('SBX-RES-10K', mouser({ timeoutMs: TIMEOUT_MS }))).toEqual(failure);
  });

  it('with a part that cannot be read finds the others, and says of none that it does not exist', async () => {
    const request = fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const reply = await (await request(url, init)).json();
      const broken = reply.SearchResults.Parts.find((part: { ManufacturerPartNumber: string }) =>
        part.ManufacturerPartNumber === 'SBX-EURO'
      );
      broken.PriceBreaks = 'on request';
      return Response.json(reply);
    });
    const answers = await lookUp(mouser(), ['SBX-RES-10K', 'SBX-EURO', 'SBX-NOBODY']);
    const incomplete = { kind: 'transient', reason: 'incomplete' };
    expect(answers.get('SBX-RES-10K')?.kind).toBe('found');
    expect(answers.get('SBX-EURO')).toEqual(incomplete);
    expect(answers.get('SBX-NOBODY')).toEqual(incomplete);
    expect(logged).toEqual([
      ['supplier_answer_unreadable', { supplier: 'mouser-sandbox', prices: 0, parts: 1 }],
    ]);
  });

  it('that is sent elsewhere does not take the key there', async () => {
    await standIn.fail({ kind: 'moved', to: `${standIn.apiUrl}/search/partnumber?apiKey=${API_KEY}` }, 1);
    expect(await answerOf('SBX-RES-10K')).toEqual({ kind: 'misconfigured', reason: 'wrong_address' });
    expect((await standIn.asked()).length).toBe(1);
  });

  it('that is slow is answered all the same', async () => {
    await standIn.fail({ kind: 'slow', ms: 50 });
    expect((await answerOf('SBX-RES-10K')).kind).toBe('found');
  });

  it('with a wrong key, to a wrong path or to nobody says which, and the log never holds the key', async () => {
    const base = standIn.apiUrl.replace('/api/v1', '');
    expect(await answerOf('SBX-EURO', mouser({ apiKey: 'another' }))).toMatchObject({
      kind: 'misconfigured',
    });
    expect(await answerOf('SBX-EURO', mouser({ apiUrl: `${base}/elsewhere` }))).toEqual(
      { kind: 'misconfigured', reason: 'wrong_address' },
    );
    expect(await answerOf('SBX-EURO', mouser({ apiUrl: 'http://127.0.0.1:9/api/v1' }))).toEqual(
      { kind: 'transient', reason: 'unreachable' },
    );
    expect(logged.map(([event]) => event)).toEqual(['supplier_unreachable']);
    expect(JSON.stringify(logged)).not.toContain(API_KEY);
  });
});

describe('a supplier elsewhere than at Mouser', () => {
  it('is not called Mouser', () => {
    expect(mouser().name).toBe('mouser-sandbox');
    expect(createMouser({ apiKey: API_KEY, apiUrl: null, log: () => {} }).name).toBe('mouser');
    expect(mouser({ apiUrl: 'https://api.mouser.com.example.org/api/v1' }).name).toBe('mouser-sandbox');
  });
});
