/** How the page finds its project, and what it says where it does not. */
import { expect, it } from 'vitest';
import { loadConfig } from '../../../web/src/lib/config.ts';

const CONFIG = { supabaseUrl: 'https://ref.supabase.co', publishableKey: 'sb_publishable_x' };

it.each([
  ['https://example.com/', 'https://example.com/config.json'],
  [
    'https://example.com/tools/bomstream/index.html#/boms/1',
    'https://example.com/tools/bomstream/config.json',
  ],
])('is beside the page, whatever its folder: %s', async (page, address) => {
  const asked: string[] = [];
  const config = await loadConfig(page, (url) => {
    asked.push(String(url));
    return Promise.resolve(Response.json(CONFIG));
  });
  expect([config, asked]).toEqual([CONFIG, [address]]);
});

it.each<[what: string, answer: () => Response, sentence: string]>([
  ['no file', () => new Response('Not found', { status: 404 }), 'config.json answers 404. Put {'],
  ['the page itself in its place', () => new Response('<!doctype html>'), "config.json is not this page's"],
  ['an address that is none', () => Response.json({ ...CONFIG, supabaseUrl: '<ref>' }), 'is not this'],
  ['no key', () => Response.json({ supabaseUrl: CONFIG.supabaseUrl }), 'web/public/config.json'],
])('%s: says what to do', async (_what, answer, sentence) => {
  await expect(loadConfig('https://example.com/', () => Promise.resolve(answer()))).rejects.toThrow(sentence);
});

it('no network: says so', async () => {
  const away = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(loadConfig('https://example.com/', away)).rejects.toThrow('Check your connection');
});
