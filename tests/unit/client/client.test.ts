import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient, RefusedCall } from '../../../client/client.ts';
import { BOM, ORGANIZATION } from '../support/events.ts';

function clientAnsweredBy(answer: () => Response) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    requests.push(new Request(url, init));
    return Promise.resolve(answer());
  });
  let tokens = 0;
  const { call } = createClient({
    url: 'https://project.example.com',
    token: () => Promise.resolve(`token-${++tokens}`),
  });
  return { call, requests };
}
afterEach(() => void vi.unstubAllGlobals());

describe('a call', () => {
  it('is sent as its contract has it, with a token of its own', async () => {
    const { call, requests } = clientAnsweredBy(() => Response.json({ run: 1 }, { status: 202 }));
    const body = { organization_id: ORGANIZATION, mode: 'failed' } as const;
    const headers = { 'idempotency-key': 'k' };
    const { run } = await call('POST /enrichment/:bom_id/start', { params: { bom_id: BOM }, body, headers });
    expect(run).toBe(1);
    await call('GET /boms');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST https://project.example.com/functions/v1/enrichment/${BOM}/start`,
      'GET https://project.example.com/functions/v1/boms',
    ]);
    expect(requests[0]?.headers.get('idempotency-key')).toBe('k');
    expect(await requests[0]?.json()).toEqual(body);
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('has its values escaped, and those that are left out not sent', async () => {
    const { call, requests } = clientAnsweredBy(() => Response.json({}));
    await call('GET /boms/:bom_id/lines', { params: { bom_id: '../x?' }, query: { since: '1-2&x' } });
    await call('GET /boms/:bom_id/lines', { params: { bom_id: BOM }, query: { since: undefined } });
    expect(requests.map(({ url }) => url.replace(/.*v1/, ''))).toEqual([
      '/boms/..%2Fx%3F/lines?since=1-2%26x',
      `/boms/${BOM}/lines`,
    ]);
  });

  it('that is refused says why, for people and for programs', async () => {
    const { call } = clientAnsweredBy(() =>
      Response.json({ code: 'run_active', detail: 'This BOM has a run.' }, { status: 409 })
    );
    const refused = await call('GET /boms').catch((error) => error);
    expect(refused).toBeInstanceOf(RefusedCall);
    expect(refused).toMatchObject({ status: 409, code: 'run_active', message: 'This BOM has a run.' });
  });

  it('of which nothing is answered has no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    const { call } = createClient({ url: 'https://project.example.com', token: () => 'token' });
    const params = { organization_id: BOM };
    expect(await call('DELETE /organizations/:organization_id/members/me', { params })).toBeNull();
  });

  it('that reaches nobody says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const { call } = createClient({ url: 'https://project.example.com', token: () => 'token' });
    await expect(call('GET /boms')).rejects.toThrow('The server cannot be reached. Check your connection.');
  });

  it('is not sent without a token', async () => {
    const send = vi.fn();
    vi.stubGlobal('fetch', send);
    const token = () => Promise.reject(new Error('You are signed out. Sign in again.'));
    const { call } = createClient({ url: 'https://project.example.com', token });
    await expect(call('GET /boms')).rejects.toThrow('You are signed out.');
    expect(send).not.toHaveBeenCalled();
  });
});

/** Never called: the compiler refuses each of these, and this file when one of them passes. */
export function mistakes({ call }: ReturnType<typeof createClient>) {
  const params = { bom_id: BOM };
  // @ts-expect-error there is no such call
  void call('DELETE /enrichment/tickets');
  // @ts-expect-error a stream is followed, not called
  void call('GET /enrichment-stream/:bom_id', { params });
  // @ts-expect-error without the id
  void call('GET /boms/:bom_id');
  // @ts-expect-error without the body
  void call('POST /enrichment/:bom_id/start', { params });
  // @ts-expect-error no such mode
  void call('POST /enrichment/:bom_id/start', { params, body: { organization_id: '', mode: 'some' } });
  // @ts-expect-error no such field in the answer
  void call('GET /boms/:bom_id', { params }).then(({ maker }) => maker);
}

/** Everything that the file brings along when it runs: an import of types does not. */
function bringsAlong(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts')) return seen;
  for (
    const [, path] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm,
    )
  ) {
    bringsAlong(path!.startsWith('.') ? join(dirname(file), path!) : path!, seen);
  }
  return seen;
}

it('brings no package along', () => {
  expect([...bringsAlong('client/index.ts')].filter((each) => !each.endsWith('.ts'))).toEqual([]);
});

it('what a file brings along is found', () => {
  expect(bringsAlong('shared/api/boms.ts')).toContain('zod');
});
