/** Tokens: as few as possible, and none for longer than it is good for. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../shared/suppliers/http.ts';
import type { SupplierFailure } from '../../../shared/suppliers/port.ts';
import { callWithToken, createTokenSource, type TokenSource } from '../../../shared/suppliers/token.ts';

const never = new AbortController().signal;
const answer = (status: number, body: unknown = {}): HttpAnswer => (
  { status, headers: new Headers(), body: JSON.stringify(body) }
);

let now: number;
let forms: URLSearchParams[];
let replies: (HttpAnswer | SupplierFailure | Promise<HttpAnswer>)[];
let tokens: TokenSource;
beforeEach(() => {
  [now, forms, replies] = [0, [], []];
  tokens = createTokenSource({
    call: async (_address, { body }) => {
      forms.push(new URLSearchParams(String(body)));
      return await (replies.shift() ??
        answer(200, { access_token: `token-${forms.length}`, expires_in: 600 }));
    },
    address: 'https://example.com/token',
    form: { client_id: 'id', client_secret: 'secret' },
    now: () => now,
  });
});

describe('a token', () => {
  it('is asked for once by all calls that wait for it, and kept until shortly before it ends', async () => {
    expect(await Promise.all([tokens.get(never), tokens.get(never)])).toEqual(['token-1', 'token-1']);
    now = 539_999;
    expect(await tokens.get(never)).toBe('token-1');
    now = 540_000;
    expect(await tokens.get(never)).toBe('token-2');
    expect(Object.fromEntries(forms[0]!)).toEqual({
      client_id: 'id',
      client_secret: 'secret',
      grant_type: 'client_credentials',
    });
  });

  it('that one call no longer waits for comes to the others', async () => {
    let give = (_answer: HttpAnswer) => {};
    replies = [new Promise((resolve) => give = resolve)];
    const reason = new Error('time is up');
    const ending = new AbortController();
    const [gone, waits] = [tokens.get(ending.signal), tokens.get(never)];
    ending.abort(reason);
    await expect(gone).rejects.toBe(reason);
    give(answer(200, { access_token: 'late', expires_in: 600 }));
    expect(await waits).toBe('late');
    await expect(tokens.get(AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it.each([
    [answer(400, { error: 'invalid_client' }), { kind: 'misconfigured', reason: 'key_refused' }],
    [answer(401), { kind: 'misconfigured', reason: 'key_refused' }],
    [answer(429), { kind: 'over_quota', reason: 'too_many_requests' }],
    [answer(503), { kind: 'transient', reason: 'status_503' }],
    [answer(200, { access_token: '' }), { kind: 'transient', reason: 'malformed_token' }],
    [{ kind: 'transient', reason: 'timeout' } as const, { kind: 'transient', reason: 'timeout' }],
  ])('that is not given is a failure, and asked for again: %j', async (reply, failure) => {
    replies = [reply];
    expect(await tokens.get(never)).toEqual(failure);
    expect(await tokens.get(never)).toBe('token-2');
  });

  it('that says no end is taken for a short one', async () => {
    replies = [answer(200, { access_token: 'endless' })];
    expect(await tokens.get(never)).toBe('endless');
    now = 540_000;
    expect(await tokens.get(never)).toBe('token-2');
  });
});

describe('a call with a token', () => {
  const used: string[] = [];
  const call = (...statuses: number[]) => {
    used.length = 0;
    return callWithToken(tokens, (token) => {
      used.push(token);
      return Promise.resolve(answer(statuses.shift() ?? 500));
    }, never);
  };

  it('that is refused is made once more, with a new one', async () => {
    expect(await call(401, 200)).toMatchObject({ status: 200 });
    expect(used).toEqual(['token-1', 'token-2']);
    expect(await tokens.get(never)).toBe('token-2');
  });

  it('that is refused late takes nobody the new one away', async () => {
    const refused = await tokens.get(never);
    tokens.drop('token-1');
    expect([refused, await tokens.get(never)]).toEqual(['token-1', 'token-2']);
    tokens.drop('token-1');
    expect(await tokens.get(never)).toBe('token-2');
  });

  it('that is refused twice has failed', async () => {
    expect(await call(401, 401, 200)).toMatchObject({ status: 401 });
    expect(used.length).toBe(2);
  });

  it('that fails in another way is not made again', async () => {
    expect(await call(503, 200)).toMatchObject({ status: 503 });
  });
});
