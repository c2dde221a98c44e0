/** The REST dialect itself: what the SDK hides or never sends, the meter and the faults. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault, RedisRequest } from '../../../local/redis/server.ts';
import { type LocalRedis, PRODUCT_SETTINGS, startLocalRedis, TOKEN } from './harness.ts';

const MEBIBYTE = 1024 * 1024;
const ENDPOINTS: [string, unknown][] = [
  ['/', ['SET', 'k', 'v']],
  ['/pipeline', [['SET', 'k', 'v']]],
  ['/multi-exec', [['SET', 'k', 'v']]],
];

let local: LocalRedis;
let fault: (request: RedisRequest) => Fault | null | Promise<Fault | null>;

beforeEach(async () => {
  fault = () => null;
  local = await startLocalRedis({ fault: (request) => fault(request) });
});

afterEach(() => local.close());

async function send(path: string, init: Parameters<LocalRedis['request']>[1]) {
  const response = await fetch(local.request(path, init));
  return { status: response.status, body: await response.json() };
}

describe.each(ENDPOINTS)('%s', (path, body) => {
  test.each([
    ['no token', ''],
    ['another token', 'Bearer wrong'],
    ['a token of the same length', `Bearer ${'x'.repeat(TOKEN.length)}`],
    ['the token and more', `Bearer ${TOKEN}x`],
    ['the start of the token', `Bearer ${TOKEN.slice(0, -1)}`],
    ['another scheme', `Basic ${TOKEN}`],
  ])('refuses %s', async (_name, authorization) => {
    const refused = await send(path, { body, headers: { authorization } });
    expect(refused).toEqual({ status: 401, body: { error: 'WRONGPASS invalid or missing auth token' } });
    expect(await local.client().dbsize()).toBe(0);
  });

  test('takes POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await send(path, { method, body })).status).toBe(405);
    }
    expect(await local.client().dbsize()).toBe(0);
  });

  test.each([
    '',
    '{',
    '"TTL"',
    '{}',
    '[]',
    '[[]]',
    '[["TTL", null]]',
    '["TTL", ["k"]]',
    '[["TTL", {"k": 1}]]',
  ])(
    'refuses a body that is no command: %s',
    async (malformed) => {
      // An empty list of commands is well formed, it just asks for nothing.
      if (malformed === '[]' && path !== '/') return;
      const refused = await send(path, { body: malformed });
      expect(refused.status).toBe(400);
      expect(refused.body.error).toMatch(/^ERR failed to parse/);
    },
  );
});

test('an unknown path is refused, to a stranger like any other', async () => {
  expect((await send('/get/k', { body: [] })).status).toBe(404);
  expect((await send('/get/k', { body: [], headers: { authorization: '' } })).status).toBe(401);
});

test('a single command is answered by its result, or by its error and 400', async () => {
  expect(await send('/', { body: ['SET', 7, true] })).toEqual({ status: 200, body: { result: 'OK' } });
  expect(await send('/', { body: ['XADD', 's', '1-1', 'd', 5] })).toEqual({
    status: 200,
    body: { result: '1-1' },
  });
  const error = 'WRONGTYPE Operation against a key holding the wrong kind of value';
  expect(await send('/', { body: ['XLEN', 7] })).toEqual({ status: 400, body: { error } });
});

test('the commands of a pipeline or transaction fail one by one, under 200', async () => {
  for (const path of ['/pipeline', '/multi-exec']) {
    const mixed = await send(path, { body: [['SET', 'k', 'v'], ['EXPIRE', 'k', 'x'], ['DEL', 'k']] });
    const error = 'ERR value is not an integer or out of range';
    expect(mixed).toEqual({ status: 200, body: [{ result: 'OK' }, { error }, { result: 1 }] });
  }
});

test('the SDK reports a wrong token', async () => {
  const stranger = local.client({ ...PRODUCT_SETTINGS, token: 'wrong' });
  await expect(stranger.ttl('k')).rejects.toThrow('WRONGPASS');
  await expect(stranger.multi().ttl('k').exec()).rejects.toThrow('WRONGPASS');
});

describe('base64', () => {
  const headers = { 'upstash-encoding': 'base64' };
  const results = async (commands: unknown[][], init = {}) =>
    (await send('/pipeline', { body: commands, ...init })).body.map((item: { result: unknown }) =>
      item.result
    );

  test('encodes every string but the status OK, and leaves numbers and null', async () => {
    await results([['XADD', 's', '1-1', 'd', 'é', 'OK', 'OK']]);
    const commands = [['SET', 'k', 'v'], ['XADD', 's', '1-2', 'd', ''], ['XLEN', 's'], [
      'XREAD',
      'STREAMS',
      's',
      '2',
    ]];
    expect(await results(commands, { headers })).toEqual(['OK', 'MS0y', 2, null]);
    expect(await results([['XREAD', 'COUNT', '1', 'STREAMS', 's', '0']], { headers })).toEqual([
      [['cw==', [['MS0x', ['ZA==', 'w6k=', 'T0s=', 'T0s=']]]]],
    ]);
  });

  test('is left out unless asked for', async () => {
    expect(await results([['SET', 'k', '50'], ['XADD', 's', '1-1', 'd', '50']])).toEqual(['OK', '1-1']);
  });
});

describe('size', () => {
  test('a value of 1 MiB comes back whole', async () => {
    const value = 'é'.repeat(MEBIBYTE / 2);
    const redis = local.client();
    await redis.xadd('s', '1-1', { d: value });
    const [[, [, read]]] = await redis.xrange('s', '-', '+') as unknown as [[string, [string, string]]];
    expect(read === value).toBe(true);
  });

  test('a request of 10 MiB is taken, one byte more is refused whole', async () => {
    const body = (valueBytes: number) =>
      JSON.stringify([['SET', 'k', 'v'], ['SET', 'big', 'x'.repeat(valueBytes)]]);
    const fitting = 10 * MEBIBYTE - body(0).length;
    for (const path of ['/pipeline', '/multi-exec']) {
      const refused = await send(path, { body: body(fitting + 1) });
      const error = 'ERR max request size exceeded. Limit: 10485760 bytes, Actual: 10485761 bytes';
      expect(refused).toEqual({ status: 400, body: { error } });
      expect(await local.client().dbsize()).toBe(0);
    }
    expect((await send('/pipeline', { body: body(fitting) })).body).toEqual([{ result: 'OK' }, {
      result: 'OK',
    }]);
  });
});

describe('the meter', () => {
  test('counts each command by name, those in pipelines and transactions too', async () => {
    const redis = local.client();
    await redis.ttl('a');
    await redis.pipeline().ttl('a').xlen('s').exec();
    await redis.multi().xadd('s', '1-1', { d: '1' }).expire('s', 1).exec();
    expect(Object.fromEntries(local.meter)).toEqual({ TTL: 2, XLEN: 1, XADD: 1, EXPIRE: 1 });
  });

  test('counts one XREAD however many streams it covers', async () => {
    await local.client().xread(['a', 'b', 'c'], ['0-0', '0-0', '0-0']);
    expect(Object.fromEntries(local.meter)).toEqual({ XREAD: 1 });
  });

  test('counts nothing that was turned away', async () => {
    await send('/', { body: ['TTL', 'k'], headers: { authorization: '' } });
    fault = () => Response.json({ error: 'ERR max requests limit exceeded' }, { status: 429 });
    await send('/', { body: ['TTL', 'k'] });
    expect(local.meter.size).toBe(0);
  });
});

describe('faults', () => {
  test('a hook sees the path and the commands', async () => {
    const seen: RedisRequest[] = [];
    fault = (request) => {
      seen.push(request);
      return null;
    };
    await local.client().multi().xlen('s').expire('s', 60).exec();
    expect(seen).toEqual([{ path: '/multi-exec', commands: [['XLEN', 's'], ['expire', 's', '60']] }]);
  });

  test('a response is answered in place of a reply and nothing runs', async () => {
    fault = () => Response.json({ error: 'ERR max requests limit exceeded' }, { status: 429 });
    await expect(local.client().set('k', 'v')).rejects.toThrow('ERR max requests limit exceeded');
    fault = () => new Response('<html>Bad gateway</html>', { status: 502 });
    await expect(local.client().set('k', 'v')).rejects.toThrow('Bad gateway');
    fault = () => null;
    expect(await local.client().dbsize()).toBe(0);
  });

  test('a hung request ends by the timeout of the client and never runs', async () => {
    fault = () => 'hang';
    const impatient = local.client({ ...PRODUCT_SETTINGS, signal: () => AbortSignal.timeout(50) });
    await expect(impatient.set('k', 'v')).rejects.toMatchObject({ name: 'TimeoutError' });
    fault = () => null;
    expect(await local.client().dbsize()).toBe(0);
  });

  test('a dropped reply belongs to a command that ran: the retry of an XADD is refused as a duplicate', async () => {
    let requests = 0;
    fault = () => ++requests === 1 ? 'drop' : null;
    const retried = local.client().xadd('s', '1-1', { d: '1' });
    await expect(retried).rejects.toThrow('equal or smaller than the target stream top item');
    expect([requests, await local.client().xlen('s')]).toEqual([2, 1]);
  });

  test('a promise delays the request', async () => {
    let letGo = (_: null) => {};
    const arrived = new Promise<void>((arrive) => {
      fault = () => {
        arrive();
        return new Promise((resolve) => letGo = resolve);
      };
    });
    const slow = local.client().set('k', 'v');
    await arrived;
    expect(local.meter.size).toBe(0);
    letGo(null);
    expect(await slow).toBe('OK');
    expect(local.meter.get('SET')).toBe(1);
  });
});
