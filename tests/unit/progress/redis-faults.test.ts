/** Whatever Redis or the network does, a caller learns which of a few things it was, and nothing else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../local/redis/server.ts';
import {
  eventsIn,
  type ProgressReader,
  ProgressUnavailable,
  type ProgressWriter,
  type WriteProbe,
} from '../../../shared/progress/port.ts';
import { BOM, idsOf, OTHER_BOM, stored } from '../support/events.ts';
import { startRedis } from '../support/redis.ts';

let close = () => Promise.resolve();
afterEach(() => close());

/** Faults come one a request; after the last of them everything works. */
async function redisWith(...faults: (Fault | null)[]) {
  const redis = await startRedis({ fault: () => faults.shift() ?? null });
  close = redis.close;
  return redis;
}

const page = (status: number) =>
  new Response('<html>Bad gateway</html>', { status, headers: { 'content-type': 'text/html' } });
const refused = (status: number, error: string) => Response.json({ error }, { status });
const answer = (result: unknown) => Response.json({ result });
const base64 = (text: string) => Buffer.from(text).toString('base64');

type Store = ProgressReader & ProgressWriter & WriteProbe;
const read = (store: Store) => store.read([{ bomId: BOM, after: null }]);
const append = (store: Store) => store.append(BOM, [stored('1-1'), stored('1-2')], 60);
const CALLS = [
  ['read', read],
  ['append', append],
  ['drop', (store: Store) => store.drop(BOM)],
  ['probeWrite', (store: Store) => store.probeWrite()],
] as const;

const reasonOf = async (call: Promise<unknown>) => {
  const error = await call.then(() => new Error('nothing failed'), (reason) => reason);
  expect(error).toBeInstanceOf(ProgressUnavailable);
  expect(error.store).toBe('redis');
  expect(error.message).toBe(`redis: ${error.reason}`);
  return error.reason;
};

describe.each(CALLS)('%s', (_name, call) => {
  it('gives up on a server that does not answer', async () => {
    const redis = await redisWith('hang');
    expect(await reasonOf(call(redis.progress({ timeoutMs: 20 })))).toBe('timeout');
  });

  it.each<[string, () => Response, string]>([
    ['a page of a gateway', () => page(502), 'corrupt'],
    ['a page that claims success', () => page(200), 'corrupt'],
    ['JSON that breaks off', () => new Response('{"result":[["k', { status: 200 }), 'corrupt'],
    ['no body', () => new Response(null, { status: 200 }), 'corrupt'],
    [
      'a token that is not accepted',
      () => refused(401, 'WRONGPASS invalid or missing auth token'),
      'unauthorized',
    ],
    ['Unauthorized', () => refused(401, 'Unauthorized'), 'unauthorized'],
    ['a spent quota', () => refused(400, 'ERR max requests limit exceeded. Limit: 500000'), 'over_quota'],
    [
      'a token that may not do this',
      () => refused(400, "NOPERM this user has no permissions to run the 'xadd' command"),
      'not_permitted',
    ],
    ['a replica', () => refused(400, "READONLY You can't write against a read only replica."), 'read_only'],
    [
      'a full memory',
      () => refused(400, "OOM command not allowed when used memory > 'maxmemory'."),
      'out_of_memory',
    ],
    ['a disk that fails', () => refused(400, 'MISCONF Redis is configured to save'), 'misconfigured'],
    [
      'a transaction that was discarded for one of these',
      () => refused(400, 'EXECABORT Transaction discarded because of: OOM command not allowed'),
      'out_of_memory',
    ],
    ['an error of the server', () => refused(500, 'ERR internal'), 'server_error'],
  ])('tells %s from other failures', async (_fault, response, reason) => {
    const redis = await redisWith(response(), response());
    expect(await reasonOf(call(redis.progress()))).toBe(reason);
  });

  it('finds nobody at the address', async () => {
    const redis = await redisWith();
    const store = redis.progress();
    await redis.close();
    expect(await reasonOf(call(store))).toBe('unreachable');
  });

  it('bears one connection that is closed under it', async () => {
    const redis = await redisWith('drop');
    await call(redis.progress());
  });

  it('tries no more than twice', async () => {
    const redis = await redisWith('drop', 'drop');
    expect(await reasonOf(call(redis.progress()))).toBe('unreachable');
  });

  it('works again right after a failure', async () => {
    const redis = await redisWith(page(502));
    const store = redis.progress();
    await reasonOf(call(store));
    await call(store);
  });
});

describe('an append whose answer was lost', () => {
  it('is a success when the second try finds it done', async () => {
    const redis = await redisWith('drop');
    const store = redis.progress();
    expect(await append(store)).toEqual({ run: 1, seq: 2 });
    expect(idsOf(eventsIn((await read(store)).get(BOM)))).toEqual(['1-1', '1-2']);
    expect(redis.meter.get('XADD')).toBe(4);
  });
});

describe('an append that is refused although nothing newer is there', () => {
  it.each<[string, unknown]>([
    ['each one', [{ error: 'ERR oom' }, { error: 'ERR oom' }, { result: [] }, { result: 0 }]],
    ['the last', [{ result: base64('1-1') }, { error: 'ERR oom' }, { result: [[base64('1-1'), []]] }, {
      result: 1,
    }]],
    ['all that is known', []],
  ])('is a failure: %s', async (_name, results) => {
    const redis = await redisWith(Response.json(results));
    expect(await reasonOf(append(redis.progress()))).toBe('server_error');
  });
});

describe('a write that is refused while reads work', () => {
  const NOPERM = { error: "NOPERM this user has no permissions to run the 'xadd' command" };

  it.each<[string, unknown, string]>([
    ['an append, each event', [NOPERM, NOPERM, { result: [] }, { result: 0 }], 'not_permitted'],
    [
      'an append, behind an id that is there already',
      [
        { error: 'ERR The ID specified in XADD is equal or smaller than the target stream top item' },
        { error: 'OOM command not allowed' },
        { result: [[base64('1-1'), []]] },
        { result: 1 },
      ],
      'out_of_memory',
    ],
  ])('says why: %s', async (_name, results, reason) => {
    const redis = await redisWith(Response.json(results));
    expect(await reasonOf(append(redis.progress()))).toBe(reason);
  });

  it.each([0, 1, 2, 3])('is found by a probe, whichever of its commands it is: %i', async (at) => {
    const results = [{ result: base64('1-1') }, { result: [] }, { result: 1 }, { result: 1 }];
    const redis = await redisWith(Response.json(results.with(at, NOPERM as never)));
    expect(await reasonOf(redis.progress().probeWrite())).toBe('not_permitted');
  });
});

describe('an answer to a read', () => {
  const stream = (
    bomId: string,
    ...entries: unknown[]
  ) => [[base64(`enrichment:progress:${bomId}`), entries]];
  const entry = (id: string, json: string, field = 'event') => [base64(id), [base64(field), base64(json)]];

  it('of nothing is no news', async () => {
    const redis = await redisWith(answer(null));
    expect(await read(redis.progress())).toEqual(new Map());
  });

  it('that is well-formed is news', async () => {
    const redis = await redisWith(answer(stream(BOM, entry('1-1', stored('1-1').json))));
    expect((await read(redis.progress())).get(BOM)).toEqual([stored('1-1')]);
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['a text', base64('OK')],
    ['a list of something else', [base64('OK')]],
    ['a key without entries', [[base64(`enrichment:progress:${BOM}`)]]],
    ['a key nobody asked for', stream(OTHER_BOM, entry('1-1', stored('1-1', { bomId: OTHER_BOM }).json))],
  ])('that is %s is corrupt', async (_name, result) => {
    const redis = await redisWith(answer(result));
    expect(await reasonOf(read(redis.progress()))).toBe('corrupt');
  });

  it.each<[string, unknown]>([
    ['an entry without fields', stream(BOM, [base64('1-1')])],
    ['an entry with another field', stream(BOM, entry('1-1', stored('1-1').json, 'data'))],
    ['an entry that is not JSON', stream(BOM, entry('1-1', '{"event_id":"1-1"'))],
    ['an entry that is no event', stream(BOM, entry('1-1', '{"hello":"world"}'))],
    ['an event of another BOM', stream(BOM, entry('1-1', stored('1-1', { bomId: OTHER_BOM }).json))],
    ['an event under another id', stream(BOM, entry('1-2', stored('1-1').json))],
    [
      'an event of an unknown type',
      stream(BOM, entry('1-1', stored('1-1').json.replace('.started', '.exploded'))),
    ],
    ['an id that is none of ours', stream(BOM, entry('1700000000000-0', stored('1-1').json))],
  ])('with %s makes its BOM unreadable, and leaves others as they are', async (_name, result) => {
    const other = stored('1-1', { bomId: OTHER_BOM });
    const both = [...result as unknown[], ...stream(OTHER_BOM, entry('1-1', other.json))];
    const redis = await redisWith(answer(both));
    const news = await redis.progress().read([{ bomId: BOM, after: null }, {
      bomId: OTHER_BOM,
      after: null,
    }]);
    expect(news).toEqual(new Map<string, unknown>([[BOM, 'unreadable'], [OTHER_BOM, [other]]]));
  });

  it.each(['null', '"OK"', '7', '[]', '{}'])(
    'without a result is a failure like any other: %s',
    async (body) => {
      const redis = await redisWith(new Response(body));
      await reasonOf(read(redis.progress()));
    },
  );
});

describe('reading key by key, behind one of the wrong type,', () => {
  const cursors = [BOM, OTHER_BOM].map((bomId) => ({ bomId, after: null }));
  const WRONGTYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';
  const readOneByOne = async (...results: unknown[]) => {
    const redis = await redisWith(refused(400, WRONGTYPE), Response.json(results));
    return await redis.progress().read(cursors);
  };

  it('finds the one', async () => {
    const news = await readOneByOne({ result: null }, { error: WRONGTYPE });
    expect(news).toEqual(new Map([[OTHER_BOM, 'unreadable']]));
  });

  it.each<[string, string, string]>([
    ['not permitted', "NOPERM this user has no permissions to run the 'xread' command", 'not_permitted'],
    ['over quota', 'ERR max requests limit exceeded. Limit: 500000', 'over_quota'],
    ['an error of the server', 'ERR internal', 'server_error'],
  ])('is a failure of the store where that is %s, not an unreadable BOM', async (_name, error, reason) => {
    expect(await reasonOf(readOneByOne({ error: WRONGTYPE }, { error }))).toBe(reason);
    await close();
    expect(await reasonOf(readOneByOne({ error }, { error }))).toBe(reason);
  });

  it('is a failure of the store where a key gets no answer', async () => {
    expect(await reasonOf(readOneByOne({ error: WRONGTYPE }))).toBe('server_error');
  });
});

it('goes by what Redis says, not by what the request it quotes says', async () => {
  const redis = await redisWith(refused(500, 'ERR internal'));
  const event = stored('1-1', { payload: { note: 'unauthorized, over quota, max requests limit exceeded' } });
  expect(await reasonOf(redis.progress().append(BOM, [event], 60))).toBe('server_error');
});
