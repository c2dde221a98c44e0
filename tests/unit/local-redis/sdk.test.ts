/** The commands, through the real SDK over HTTP. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Redis } from '@upstash/redis';
import { type LocalRedis, PRODUCT_SETTINGS, startLocalRedis } from './harness.ts';

const KEY = 'enrichment:progress:bom-1';
const EQUAL_OR_SMALLER = 'equal or smaller than the target stream top item';

let local: LocalRedis;
let redis: Redis;

beforeEach(async () => {
  local = await startLocalRedis();
  redis = local.client();
});

afterEach(() => local.close());

/** One command as written, past the SDK's own helpers and types. */
const exec = (...command: (string | number | boolean)[]) => redis.exec(command as [string, ...string[]]);

const keep = (threshold: number, comparison: '=' | '~' = '=') =>
  ({ trim: { type: 'MAXLEN', threshold, comparison } }) as const;

/** The first few thousand characters of what a call fails with; the SDK appends the whole request to it. */
const failure = (call: Promise<unknown>) =>
  call.then((value) => expect.fail(`answered ${JSON.stringify(value)}`), (error: Error) => error.message);

describe.each([
  ['the settings of the product', PRODUCT_SETTINGS],
  ['default settings, auto pipelining', {}],
])('with %s', (_name, settings) => {
  beforeEach(() => {
    redis = local.client({ automaticDeserialization: false, ...settings });
  });

  test.each(['50', 'foo', 'OK', 'null', '', 'dGV4dA==', 'Widerstand 10 kΩ ±1 % 🔌'])(
    'a value in an entry comes back byte for byte: %j',
    async (value) => {
      await redis.xadd(KEY, '1-1', { d: value });
      expect(await redis.xrange(KEY, '-', '+')).toEqual([['1-1', ['d', value]]]);
    },
  );

  test('so do names and several fields of an entry', async () => {
    await redis.xadd(KEY, '1-1', { d: '50', OK: 'OK', foo: 'é' });
    expect(await redis.xrange(KEY, '-', '+')).toEqual([['1-1', ['d', '50', 'OK', 'OK', 'foo', 'é']]]);
  });

  test('statuses, numbers and null arrive as such', async () => {
    expect(await redis.set('k', 'v')).toBe('OK');
    expect(await redis.xread(KEY, '0-0')).toBeNull();
    expect(await redis.xlen(KEY)).toBe(0);
    expect(await redis.del('k', 'missing')).toBe(1);
    expect(await redis.dbsize()).toBe(0);
  });

  test('a command of the wrong type is refused', async () => {
    await redis.set(KEY, 'v');
    expect(await failure(redis.xlen(KEY))).toContain('WRONGTYPE');
  });
});

test('default settings read JSON values back as they were written', async () => {
  const standard = local.client({});
  await standard.xadd(KEY, '1-1', { d: { a: [1, '2', null] } });
  expect(await standard.xrange(KEY, '-', '+')).toEqual({ '1-1': { d: { a: [1, '2', null] } } });
});

test('default settings answer calls of one tick each with its own reply', async () => {
  const standard = local.client({});
  const add = (key: string, id: string) => standard.xadd(key, id, { d: '1' });
  const ids = await Promise.all([add('a', '1-1'), add('b', '1-1'), add('b', '1-2')]);
  expect(ids).toEqual(['1-1', '1-1', '1-2']);
  expect(await Promise.all(['b', 'missing', 'a'].map((key) => standard.xlen(key)))).toEqual([2, 0, 1]);
});

describe('command words', () => {
  test('names and options count in any case', async () => {
    expect(await exec('sEt', 'k', 'v')).toBe('OK');
    expect([await exec('Expire', 'k', '5'), await exec('ttl', 'k')]).toEqual([1, 5]);
    await exec('xadd', KEY, 'maxlen', '=', '1', '1-1', 'd', 'one');
    await exec('xadd', KEY, 'MaxLen', '~', '1', '1-2', 'd', 'two');
    expect(await exec('xrange', KEY, '-', '+', 'count', '5')).toEqual([['1-2', ['d', 'two']]]);
    expect(await exec('xread', 'count', '1', 'streams', KEY, '0')).toEqual([[KEY, [['1-2', ['d', 'two']]]]]);
  });

  test('numbers and booleans are taken as their text', async () => {
    await exec('XADD', KEY, '1-1', 'd', 12.5, 'e', true);
    expect(await redis.xrange(KEY, '-', '+')).toEqual([['1-1', ['d', '12.5', 'e', 'true']]]);
    await redis.set('50', 7);
    expect(await exec('DEL', 50)).toBe(1);
  });

  test('an unknown command is refused by name', async () => {
    for (const name of ['HSET', 'GET']) {
      expect(await failure(exec(name, 'k'))).toContain(`ERR unknown command '${name}'`);
    }
  });

  test('a wrong number of arguments is refused', async () => {
    expect(await failure(exec('TTL'))).toContain("ERR wrong number of arguments for 'ttl' command");
    expect(await failure(exec('XADD', KEY, '1-1', 'field'))).toContain('ERR wrong number of arguments');
  });

  test.each([
    ['SET', 'k', 'v', 'NX'],
    ['SET', 'k', 'v', 'EX', '5'],
    ['SET', 'k', 'v', 'PX', '5000'],
    ['EXPIRE', 'k', '5', 'GT'],
    ['XADD', KEY, 'NOMKSTREAM', '1-1', 'd', '1'],
    ['XADD', KEY, 'MINID', '=', '1-0', '1-1', 'd', '1'],
    ['XTRIM', KEY, 'MAXLEN', '~', '5', 'LIMIT', '10'],
    ['XREAD', 'BLOCK', '50', 'STREAMS', KEY, '0'],
    ['FLUSHDB', 'ASYNC'],
  ])('an option bomstream does not use is refused by name: %s %s %s %s', async (...command) => {
    expect(await failure(exec(...command))).toMatch(/^ERR [A-Z]+ is not supported by the local Redis/);
    expect(await redis.dbsize()).toBe(0);
  });

  test('a word Redis does not know either is a syntax error', async () => {
    expect(await failure(exec('SET', 'k', 'v', 'SOON'))).toContain('ERR syntax error');
    expect(await failure(exec('EXPIRE', 'k', '5', 'SOON'))).toContain('ERR Unsupported option SOON');
    expect(await failure(exec('EXPIRE', 'k', '1.5'))).toContain('ERR value is not an integer');
    expect(await failure(exec('EXPIRE', 'k', '9223372036854775807'))).toContain(
      "ERR invalid expire time in 'expire' command",
    );
  });
});

describe('expiry', () => {
  test('a key lives through its last millisecond and is gone after it', async () => {
    await redis.set('k', 'v');
    expect(await redis.expire('k', 2)).toBe(1);
    local.clock.now += 600;
    expect(await redis.ttl('k')).toBe(1);
    local.clock.now += 1_400;
    expect(await redis.dbsize()).toBe(1);
    local.clock.now += 1;
    expect([await redis.ttl('k'), await redis.del('k'), await redis.dbsize()]).toEqual([-2, 0, 0]);
  });

  test('a new value has no expiry of the old one', async () => {
    await redis.set('k', 'v');
    await redis.expire('k', 1);
    await redis.set('k', 'w');
    expect(await redis.ttl('k')).toBe(-1);
  });

  test('is not set on a missing key', async () => {
    expect(await redis.expire('k', 60)).toBe(0);
    expect(await redis.dbsize()).toBe(0);
  });

  test('that is over deletes at once', async () => {
    for (const seconds of [-1, 0]) {
      await redis.set('k', 'v');
      expect(await exec('EXPIRE', 'k', seconds)).toBe(1);
      expect(await redis.dbsize()).toBe(0);
    }
  });

  test('stays as it is when something is added to a stream', async () => {
    await redis.xadd(KEY, '1-1', { d: '1' });
    await redis.expire(KEY, 60);
    await redis.xadd(KEY, '1-2', { d: '2' });
    expect(await redis.ttl(KEY)).toBe(60);
  });
});

describe('XADD', () => {
  test('refuses an id equal to or below the last one', async () => {
    expect(await redis.xadd(KEY, '2-5', { d: '1' })).toBe('2-5');
    for (const id of ['2-5', '2-4', '1-99', '2']) {
      expect(await failure(redis.xadd(KEY, id, { d: 'old' }))).toContain(EQUAL_OR_SMALLER);
    }
    expect(await redis.xadd(KEY, '2-6', { d: '2' })).toBe('2-6');
    expect(await redis.xlen(KEY)).toBe(2);
  });

  test('orders ids as numbers of 64 bits, not as text or doubles', async () => {
    await redis.xadd(KEY, '9-9', { d: '1' });
    await redis.xadd(KEY, '10-1', { d: '2' });
    await redis.xadd(KEY, '9007199254740993-9007199254740993', { d: '3' });
    expect(await failure(redis.xadd(KEY, '9007199254740993-9007199254740992', { d: '4' }))).toContain(
      EQUAL_OR_SMALLER,
    );
    expect(await redis.xlen(KEY)).toBe(3);
  });

  test('refuses 0-0 and what is no id, and creates nothing', async () => {
    expect(await failure(redis.xadd(KEY, '0-0', { d: '1' }))).toContain('must be greater than 0-0');
    for (
      const id of ['bad', '1-', '-1', '1-2-3', '1.5', '-', '18446744073709551616-0', '1-18446744073709551616']
    ) {
      expect(await failure(redis.xadd(KEY, id, { d: '1' }))).toContain('ERR Invalid stream ID');
    }
    expect(await redis.dbsize()).toBe(0);
  });

  test('* takes the clock, and goes on counting where the clock has not moved or went back', async () => {
    const first = local.clock.now;
    expect(await redis.xadd(KEY, '*', { d: '1' })).toBe(`${first}-0`);
    expect(await redis.xadd(KEY, '*', { d: '2' })).toBe(`${first}-1`);
    local.clock.now -= 1_000;
    expect(await redis.xadd(KEY, '*', { d: '3' })).toBe(`${first}-2`);
    local.clock.now += 5_000;
    expect(await redis.xadd(KEY, '*', { d: '4' })).toBe(`${first + 4_000}-0`);
  });

  test.each(['=', '~'] as const)('MAXLEN %s keeps the newest entries', async (comparison) => {
    for (let seq = 1; seq <= 7; seq++) {
      await redis.xadd(KEY, `1-${seq}`, { d: `${seq}` }, keep(3, comparison));
    }
    expect(await redis.xrange(KEY, '-', '+')).toEqual([
      ['1-5', ['d', '5']],
      ['1-6', ['d', '6']],
      ['1-7', ['d', '7']],
    ]);
  });

  test('trimming does not make room for old ids, even when nothing is left', async () => {
    await redis.xadd(KEY, '5-1', { d: '1' });
    expect(await redis.xtrim(KEY, { strategy: 'MAXLEN', exactness: '=', threshold: 0 })).toBe(1);
    expect([await redis.xlen(KEY), await redis.dbsize()]).toEqual([0, 1]);
    expect(await failure(redis.xadd(KEY, '5-1', { d: '1' }))).toContain(EQUAL_OR_SMALLER);
    expect(await redis.xadd(KEY, '5-2', { d: '2' })).toBe('5-2');
  });

  test('an expired stream has forgotten its last id', async () => {
    await redis.xadd(KEY, '5-1', { d: '1' });
    await redis.expire(KEY, 1);
    local.clock.now += 1_001;
    expect(await redis.xadd(KEY, '1-1', { d: 'again' })).toBe('1-1');
    expect(await redis.ttl(KEY)).toBe(-1);
  });

  test('a deleted stream has forgotten its last id and its entries', async () => {
    await redis.xadd(KEY, '5-1', { d: '1' });
    await redis.del(KEY);
    expect(await redis.xadd(KEY, '1-1', { d: 'again' })).toBe('1-1');
    expect(await redis.xlen(KEY)).toBe(1);
  });
});

describe('reading streams', () => {
  beforeEach(async () => {
    for (const id of ['1-1', '1-2', '2-1', '2-2']) await redis.xadd(KEY, id, { d: id });
  });

  const ids = (entries: unknown) => (entries as [string, string[]][]).map(([id]) => id);

  test('XRANGE includes its ends, leaves out those in brackets, completes short ids', async () => {
    expect(ids(await redis.xrange(KEY, '1-2', '2-1'))).toEqual(['1-2', '2-1']);
    expect(ids(await redis.xrange(KEY, '(1-2', '(2-2'))).toEqual(['2-1']);
    expect(ids(await redis.xrange(KEY, '2', '2'))).toEqual(['2-1', '2-2']);
    expect(ids(await redis.xrange(KEY, '-', '+', 3))).toEqual(['1-1', '1-2', '2-1']);
    expect(await redis.xrange(KEY, '3', '+')).toEqual([]);
    expect(await redis.xrange('missing', '-', '+')).toEqual([]);
  });

  test('XREVRANGE COUNT 1 is the newest entry', async () => {
    expect(await redis.xrevrange(KEY, '+', '-', 1)).toEqual([['2-2', ['d', '2-2']]]);
    expect(ids(await redis.xrevrange(KEY, '(2-1', '-'))).toEqual(['1-2', '1-1']);
    expect(await redis.xrevrange('missing', '+', '-', 1)).toEqual([]);
  });

  test('XREAD answers what is above each cursor, only for streams with news', async () => {
    await redis.xadd('other', '1-1', { d: '1' });
    const read = await redis.xread([KEY, 'other', 'missing'], ['2-1', '1-1', '0-0']);
    expect(read).toEqual([[KEY, [['2-2', ['d', '2-2']]]]]);
  });

  test('XREAD COUNT bounds each stream, oldest first', async () => {
    await redis.xadd('other', '1-1', { d: '1' });
    const read = await redis.xread([KEY, 'other'], ['0-0', '0-0'], { count: 2 });
    expect((read as [string, unknown][]).map(([key, entries]) => [key, ids(entries)])).toEqual([
      [KEY, ['1-1', '1-2']],
      ['other', ['1-1']],
    ]);
  });

  test('COUNT 0 asks a range for nothing and XREAD for everything, as Redis has it', async () => {
    expect(await exec('XRANGE', KEY, '-', '+', 'COUNT', '0')).toBeNull();
    expect(await exec('XREAD', 'COUNT', '0', 'STREAMS', KEY, '2-1')).toEqual([[KEY, [['2-2', [
      'd',
      '2-2',
    ]]]]]);
  });

  test('XREAD without news is null', async () => {
    expect(await redis.xread([KEY, 'missing'], ['2-2', '0-0'])).toBeNull();
  });

  test('XREAD with one wrong key or cursor is refused whole', async () => {
    await redis.set('text', 'v');
    expect(await failure(redis.xread([KEY, 'text'], ['0-0', '0-0']))).toContain('WRONGTYPE');
    expect(await failure(redis.xread([KEY, 'missing'], ['0-0', 'bad']))).toContain('ERR Invalid stream ID');
    expect(await failure(exec('XREAD', 'STREAMS', KEY, 'other', '0'))).toContain('ERR Unbalanced XREAD');
  });
});

describe('pipelines and transactions', () => {
  const published = (id: string) =>
    redis.multi().xadd(KEY, id, { d: id }, keep(256, '~')).expire(KEY, 60).exec({ keepErrors: true });

  test('a transaction answers each command, and a refused one does not stop the rest', async () => {
    expect(await published('1-1')).toEqual([{ result: '1-1' }, { result: 1 }]);
    const [again, expiry] = await published('1-1');
    expect(again.error).toContain(EQUAL_OR_SMALLER);
    expect(expiry).toEqual({ result: 1 });
  });

  test('a transaction with a command that cannot be queued does nothing', async () => {
    const body = [['SET', 'k', 'v'], ['HSET', 'k', 'f', 'v']];
    const response = await fetch(local.request('/multi-exec', { body }));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'EXECABORT Transaction discarded because of previous errors.',
    });
    const wrongArity = redis.multi().set('k', 'v').del().exec();
    expect(await failure(wrongArity)).toContain('EXECABORT');
    expect(await redis.dbsize()).toBe(0);
  });

  test('without keepErrors the first refused command fails the call', async () => {
    await redis.set('k', 'v');
    const call = redis.pipeline().ttl('k').xlen('k').exec();
    expect(await failure(call)).toContain('Command 2 [ XLEN ] failed: WRONGTYPE');
  });

  test('a pipeline runs every command, each with its own reply or error', async () => {
    const replies = await redis.pipeline().set('k', '50').xlen('k').ttl('k').exec({ keepErrors: true });
    expect(replies).toMatchObject([{ result: 'OK' }, { error: expect.stringMatching(/^WRONGTYPE/) }, {
      result: -1,
    }]);
  });

  /** How many of 20 requests at once did not read back what they had just written. */
  async function countInterrupted(path: string): Promise<number> {
    const writeAndRead = async (_: unknown, index: number) => {
      const body = [['XADD', KEY, '*', 'd', `${index}`], ['XREVRANGE', KEY, '+', '-', 'COUNT', '1']];
      const response = await local.handler(local.request(path, { body }));
      const [added, read] = await response.json();
      return read.result[0][0] !== added.result;
    };
    return (await Promise.all(Array.from({ length: 20 }, writeAndRead))).filter(Boolean).length;
  }

  test('nothing runs between the commands of a transaction; between those of a pipeline it may', async () => {
    expect(await countInterrupted('/multi-exec')).toBe(0);
    expect(await countInterrupted('/pipeline')).toBeGreaterThan(0);
  });

  test('two clients publishing at once never leave a stream out of order or without its newest entry', async () => {
    const other = local.client();
    const writers = Array.from({ length: 40 }, (_, index) => {
      const client = index % 2 === 0 ? redis : other;
      return client.multi().xadd(KEY, `1-${40 - index}`, { d: 'x' }, keep(5)).expire(KEY, 60).exec({
        keepErrors: true,
      });
    });
    await Promise.all(writers);
    const kept = (await redis.xrange(KEY, '-', '+') as unknown as [string][]).map(([id]) =>
      Number(id.slice(2))
    );
    expect(kept.at(-1)).toBe(40);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });
});
