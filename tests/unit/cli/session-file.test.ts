/** A session that has to be renewed, with a network and a disk that may be away. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSession, type SignedIn, tokensOfSession } from '../../../cli/session-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-session-'));
  vi.stubEnv('XDG_CONFIG_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const ENDED: SignedIn = {
  apiUrl: 'https://project.example.com',
  publishableKey: 'sb_publishable_of-a-test',
  email: 'ada@example.com',
  accessToken: 'old',
  refreshToken: 'refresh-1',
  expiresAt: 0,
};
const RENEWED = { access_token: 'new', refresh_token: 'refresh-2', expires_in: 3_600 };
const auth = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', answer);

it('is renewed and kept', async () => {
  auth(() => Response.json(RENEWED));
  expect(await tokensOfSession(ENDED)()).toBe('new');
  expect(await readSession()).toMatchObject({ accessToken: 'new', refreshToken: 'refresh-2' });
});

it('is over where Supabase Auth says so', async () => {
  auth(() => Response.json({ msg: 'Invalid Refresh Token' }, { status: 400 }));
  await expect(tokensOfSession(ENDED)()).rejects.toThrow(
    /ada@example\.com is signed out: Invalid Refresh Token/,
  );
});

it.each([
  ['the network is away', () => Promise.reject(new TypeError('fetch failed')), /cannot be reached$/],
  ['Supabase Auth is away', () => new Response('<html>', { status: 503 }), /answered 503$/],
  ['it is asked too often', () => Response.json({ msg: 'Too many requests' }, { status: 429 }), /^Too many/],
])('is not over where %s', async (_what, answer, says) => {
  auth(answer);
  await expect(tokensOfSession(ENDED)()).rejects.toThrow(says);
});

it('is used by this command where it cannot be written, which is said', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  mkdirSync(join(folder, 'bomstream/session.json/a-folder'), { recursive: true });
  auth(() => Response.json(RENEWED));
  expect(await tokensOfSession(ENDED)()).toBe('new');
  expect(said.mock.calls.join('')).toMatch(/^Cannot write .* Sign in again: bomstream login\n$/);
});
