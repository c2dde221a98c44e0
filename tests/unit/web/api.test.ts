/** What the page sends to the functions, and what it makes of their answers. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterEach, expect, it, vi } from 'vitest';
import { createApi, ROLE_REFUSED, tokenOf } from '../../../web/src/lib/api.ts';
import { BOM } from '../support/events.ts';

const ACCESS_TOKEN = 'eyJ.an-access.token';
const RENEWED = 'eyJ.a-renewed.token';
const session = (access_token: string) =>
  Promise.resolve({ data: { session: { access_token } }, error: null });
const supabase = {
  auth: { getSession: () => session(ACCESS_TOKEN), refreshSession: () => session(RENEWED) },
} as unknown as SupabaseClient;

function apiAnsweredBy(answer: () => Response) {
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
  return createApi('https://project.example.com', tokenOf(supabase));
}
afterEach(() => void vi.unstubAllGlobals());

it('watches with the access token that holds, and with a new one where it was refused', async () => {
  const { watching } = createApi('https://project.example.com', tokenOf(supabase));
  expect(watching.url).toBe('https://project.example.com');
  expect([await watching.token(false), await watching.token(true)]).toEqual([ACCESS_TOKEN, RENEWED]);
});

it.each([['role_required', 1], ['bom_not_found', 0]])(
  'says where the role is another by now: %s',
  async (code, times) => {
    const api = apiAnsweredBy(() => Response.json({ code, detail: 'No.' }, { status: 403 }));
    let told = 0;
    api.refusals.addEventListener(ROLE_REFUSED, () => void told++);
    await expect(api.readBom(BOM)).rejects.toThrow('No.');
    expect(told).toBe(times);
  },
);

it('asks nothing as nobody', async () => {
  const nobody = {
    auth: { getSession: () => Promise.resolve({ data: { session: null }, error: null }) },
  } as unknown as SupabaseClient;
  await expect(createApi('https://project.example.com', tokenOf(nobody)).watching.token(false)).rejects
    .toThrow(
      'You are signed out. Sign in again.',
    );
});

it.each([502, 200])('a page of a proxy in place of an answer is told in words: %s', async (status) => {
  const api = apiAnsweredBy(() => new Response('<html>Bad gateway</html>', { status }));
  await expect(api.readBom(BOM)).rejects.toThrow(`The server answered ${status}. Try again in a moment.`);
});
