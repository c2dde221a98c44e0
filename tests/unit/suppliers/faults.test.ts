/** How suppliers' calls go wrong, and that none of it is ever taken for "no such part". */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandInFault } from '../../../local/suppliers/stand-in.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../../shared/domain/supplier.ts';
import type { PartAnswer } from '../../../shared/suppliers/port.ts';
import { ADAPTERS } from './adapters.ts';
import { lookUp } from './look-up.ts';
import { API_KEY, type StandIn, startStandIn } from './stand-in.ts';

/** Long enough for an answer from this machine, short enough to wait for one that never comes. */
const TIMEOUT_MS = 1_000;

afterEach(() => void vi.unstubAllGlobals());

/** What all of them make of what HTTP itself can say. */
const COMMON: readonly (readonly [StandInFault, object])[] = [
  [{ kind: 'too_many', retryAfterSeconds: 7 }, {
    kind: 'over_quota',
    reason: 'too_many_requests',
    retryAfterMs: 7_000,
  }],
  [{ kind: 'malformed' }, { kind: 'transient', reason: 'malformed' }],
  [{ kind: 'html' }, { kind: 'transient', reason: 'malformed' }],
  [{ kind: 'unavailable' }, { kind: 'transient', reason: 'status_503' }],
  [{ kind: 'hang' }, { kind: 'transient', reason: 'timeout' }],
  [{ kind: 'moved', to: 'http://127.0.0.1:9/' }, { kind: 'misconfigured', reason: 'wrong_address' }],
  [{ kind: 'bad_key' }, { kind: 'misconfigured', reason: 'key_refused' }],
];

const OWN: Readonly<Record<SupplierName, readonly (readonly [StandInFault, object])[]>> = {
  mouser: [
    [{ kind: 'quota' }, { kind: 'over_quota', reason: 'too_many_requests' }],
    [{ kind: 'message' }, { kind: 'transient', reason: 'malformed' }],
    [{ kind: 'cut_off' }, { kind: 'transient', reason: 'incomplete' }],
  ],
  digikey: [
    [{ kind: 'quota' }, { kind: 'over_quota', reason: 'day_used_up' }],
    [{ kind: 'message' }, { kind: 'transient', reason: 'status_500' }],
    [{ kind: 'cut_off' }, { kind: 'transient', reason: 'incomplete' }],
  ],
  element14: [
    [{ kind: 'quota' }, { kind: 'over_quota', reason: 'day_used_up' }],
    [{ kind: 'message' }, { kind: 'transient', reason: 'malformed' }],
    [{ kind: 'cut_off' }, { kind: 'transient', reason: 'incomplete' }],
  ],
  nexar: [
    [{ kind: 'quota' }, { kind: 'over_quota', reason: 'parts_used_up' }],
    [{ kind: 'message' }, { kind: 'transient', reason: 'unknown_error' }],
    [{ kind: 'cut_off' }, { kind: 'permanent', reason: 'more_than_asked_for' }],
  ],
};

describe.each(SUPPLIER_NAMES)('a call of %s', (name) => {
  let standIn: StandIn;
  let logged: unknown[];
  beforeAll(async () => standIn = await startStandIn(name));
  afterAll(() => standIn.close());
  beforeEach(async () => {
    logged = [];
    await standIn.reset();
  });
  const adapter = (settings: { key?: string; apiUrl?: string } = {}) =>
    ADAPTERS[name](settings.apiUrl ?? standIn.apiUrl, {
      ...settings,
      timeoutMs: TIMEOUT_MS,
      log: (...line) => void logged.push(line),
    });
  const answer = async (number: string, supplier = adapter()): Promise<PartAnswer> =>
    (await lookUp(supplier, [number])).get(number)!;

  it.each([...COMMON, ...OWN[name]])('that meets %j is %j, never "not found"', async (fault, failure) => {
    await standIn.fail(fault);
    expect(await answer('SBX-RES-10K')).toEqual(failure);
    await standIn.fail(null);
    expect((await answer('SBX-RES-10K')).kind).toBe('found');
  });

  it('answered with other parts has found nothing', async () => {
    await standIn.fail({ kind: 'other_parts' });
    expect((await answer('SBX-PLUS')).kind).toBe('not_found');
  });

  it('that is slow is answered all the same', async () => {
    await standIn.fail({ kind: 'slow', ms: 50 });
    expect((await answer('SBX-RES-10K')).kind).toBe('found');
  });

  it('that is sent elsewhere does not take the key there', async () => {
    const elsewhere = vi.fn();
    const request = fetch;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      if (!address.startsWith(new URL(standIn.apiUrl).origin)) elsewhere();
      return request(address, init);
    });
    await standIn.fail({ kind: 'moved', to: 'http://127.0.0.1:9/' });
    await answer('SBX-RES-10K');
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('with a wrong key or to nobody says which, and the log holds no key', async () => {
    expect(await answer('SBX-RES-10K', adapter({ key: 'another' }))).toMatchObject({ kind: 'misconfigured' });
    expect(await answer('SBX-RES-10K', adapter({ apiUrl: 'http://127.0.0.1:9' }))).toEqual(
      { kind: 'transient', reason: 'unreachable' },
    );
    expect(logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain(API_KEY);
  });

  it('whose answer has no end is given up', async () => {
    const request = fetch;
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      const { url } = await request(address, init);
      if (/token/.test(url)) return await request(address, init);
      const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1_000_000)) });
      return new Response(endless);
    });
    expect(await answer('SBX-RES-10K')).toEqual({ kind: 'transient', reason: 'too_large' });
  });
});

/** Answers that no stand-in gives on demand, as they were seen or are documented. */
describe.each<[SupplierName, string, () => Response, object]>([
  ['digikey', 'a burst', () =>
    Response.json({ StatusCode: 429, ErrorMessage: 'BurstLimit exceeded' }, {
      status: 429,
      headers: { 'x-burstlimit-limit': '120', 'x-burstlimit-remaining': '0', 'x-burstlimit-reset': '12' },
    }), { kind: 'over_quota', reason: 'burst_limit', retryAfterMs: 12_000 }],
  [
    'digikey',
    'a burst with Retry-After',
    () =>
      Response.json({ StatusCode: 429, ErrorMessage: 'BurstLimit exceeded' }, {
        status: 429,
        headers: { 'retry-after': '3', 'x-burstlimit-reset': '12' },
      }),
    { kind: 'over_quota', reason: 'too_many_requests', retryAfterMs: 3_000 },
  ],
  [
    'digikey',
    'a question that it does not take',
    () => Response.json({ title: 'Bad Request', status: 400, errors: {} }, { status: 400 }),
    {
      kind: 'permanent',
      reason: 'question_refused',
    },
  ],
  [
    'element14',
    'two calls within half a second',
    () => new Response('<h1>Developer Over Qps</h1>', { status: 403 }),
    {
      kind: 'over_quota',
      reason: 'over_qps',
      retryAfterMs: 1_000,
    },
  ],
  ['element14', 'another root than any', () => Response.json({ products: [] }), {
    kind: 'transient',
    reason: 'malformed',
  }],
  ['nexar', 'an answer without the question', () => Response.json({ data: { supMultiMatch: [] } }), {
    kind: 'transient',
    reason: 'incomplete',
  }],
  [
    'nexar',
    'a refusal with status 400',
    () => Response.json({ errors: [{ message: 'Unexpected field' }] }, { status: 400 }),
    {
      kind: 'transient',
      reason: 'unknown_error',
    },
  ],
  [
    'mouser',
    'a number with characters that it does not take',
    () => Response.json({ Errors: [{ Code: 'InvalidCharacters' }], SearchResults: null }),
    {
      kind: 'permanent',
      reason: 'invalid_characters',
    },
  ],
])('%s, answering with %s', (name, _what, reply, failure) => {
  it(`is ${JSON.stringify(failure)}`, async () => {
    vi.stubGlobal(
      'fetch',
      (address: string) =>
        Promise.resolve(
          /token/.test(address) ? Response.json({ access_token: 't', expires_in: 600 }) : reply(),
        ),
    );
    expect((await lookUp(ADAPTERS[name]('http://127.0.0.1:9'), ['LM358DR'])).get('LM358DR')).toEqual(failure);
  });
});
