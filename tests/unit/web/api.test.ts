/** What the page sends to the functions, and what it makes of their answers. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApi, tokenOf } from '../../../web/src/lib/api.ts';
import { BOM } from '../support/events.ts';

const ACCESS_TOKEN = 'eyJ.an-access.token';
const supabase = {
  auth: {
    getSession: () => Promise.resolve({ data: { session: { access_token: ACCESS_TOKEN } }, error: null }),
  },
} as unknown as SupabaseClient;

function apiAnsweredBy(answer: () => Response) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    requests.push(new Request(url, init));
    return Promise.resolve(answer());
  });
  return { api: createApi('https://project.example.com', tokenOf(supabase)), requests };
}
afterEach(() => void vi.unstubAllGlobals());

const problem = (status: number, code: string, detail: string) =>
  Response.json({ status, code, detail }, { status });

describe('a ticket', () => {
  it('is asked for with the access token in the header, for one BOM', async () => {
    const { api, requests } = apiAnsweredBy(() => Response.json({ ticket: 'stream.bom.x' }, { status: 201 }));
    expect(await api.ticket({ bom_id: BOM })).toBe('stream.bom.x');
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ['POST', 'https://project.example.com/functions/v1/enrichment/tickets'],
    ]);
    expect(requests[0]?.headers.get('authorization')).toBe(`Bearer ${ACCESS_TOKEN}`);
    expect(await requests[0]?.json()).toEqual({ bom_id: BOM });
    expect(api.streamUrl(BOM)).toBe(`https://project.example.com/functions/v1/enrichment-stream/${BOM}`);
  });

  it('that this installation does not issue is explained, and nothing takes its place', async () => {
    const { api } = apiAnsweredBy(() => problem(501, 'tickets_not_configured', 'No tickets here.'));
    await expect(api.ticket({ bom_id: BOM })).rejects.toThrow(
      /^Live updates are off: the operator of this installation has to set BOMSTREAM_TICKET_KEYS\. /,
    );
  });

  it('that is refused says why', async () => {
    const { api } = apiAnsweredBy(() => problem(404, 'bom_not_found', 'There is no such BOM.'));
    await expect(api.ticket({ bom_id: BOM })).rejects.toThrow('There is no such BOM.');
  });
});

it.each([502, 200])('a page of a proxy in place of an answer is told in words: %s', async (status) => {
  const { api } = apiAnsweredBy(() => new Response('<html>Bad gateway</html>', { status }));
  await expect(api.readBom(BOM)).rejects.toThrow(`The server answered ${status}. Try again in a moment.`);
});
