/**
 * The local Redis against a real one: random commands go to both, and every reply must be the same, error texts
 * and kinds of reply included. A long suite of its own; it needs redis-server 7 on the PATH and is red without.
 *
 * What is deliberately not the same:
 * - `UNSUPPORTED` below: what Redis can do and the local one refuses, since bomstream does not use it.
 * - `MAXLEN ~`: Redis frees whole nodes, of 100 entries or 4 KiB by default, the local one trims exactly. The
 *   random commands therefore meet a Redis whose nodes hold one entry, and a test of its own meets the default.
 * - Time left to live may differ by what passes between the two calls (`TTL_TOLERANCE_SECONDS`).
 * - `DBSIZE` of Redis may count keys that are over and not yet collected; no key is, while it is compared.
 */

import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRedisStore, RedisError, type RedisStore } from '../../local/redis/store.ts';
import { BROKEN_STORES } from './broken-stores.ts';
import { type Command, type Step, StepGenerator } from './redis-commands.ts';
import { type RealRedis, type RealReply, startRealRedis } from './redis-server.ts';

const STEPS_PER_SEED = 4_000;
const SEEDS = [1, 2, 3, 4, 5];

/** A new one in each run keeps looking further; its number in the test's name is enough to see the run again. */
const FRESH_SEED = Math.floor(Math.random() * 2 ** 31);

/** Between two calls in one process; well below the lives the commands set. */
const TTL_TOLERANCE_SECONDS = 5;

const LONG_TEST_TIMEOUT_MS = 120_000;

/** The setting of Redis that bounds a node's entries; 100 by default. */
const NODE_ENTRIES = 'stream-node-max-entries';
const DEFAULT_NODE_ENTRIES = 100;

/** What Redis does otherwise than the error the local one gives. */
const UNSUPPORTED: [string, RegExp][] = [
  ['SET text v NX', /^ERR NX is not supported/],
  ['SET text v EX 60', /^ERR EX is not supported/],
  ['SET text v PX 60000', /^ERR PX is not supported/],
  ['SET text v KEEPTTL', /^ERR KEEPTTL is not supported/],
  ['EXPIRE text 60 GT', /^ERR GT is not supported/],
  ['XADD stream NOMKSTREAM 9-1 d 1', /^ERR NOMKSTREAM is not supported/],
  ['XADD stream MINID = 1-0 9-2 d 1', /^ERR MINID is not supported/],
  ['XTRIM stream MAXLEN ~ 5 LIMIT 10', /^ERR LIMIT is not supported/],
  ['XREAD BLOCK 1 STREAMS stream 0', /^ERR BLOCK is not supported/],
  ['FLUSHDB SYNC', /^ERR SYNC is not supported/],
  // Half-automatic ids, and `$`, which means nothing without BLOCK.
  ['XADD stream 9-* d 1', /^ERR Invalid stream ID/],
  ['XREAD STREAMS stream $', /^ERR Invalid stream ID/],
  // Redis reads ids with C's strtoull, signs and blanks included; nobody means such an id.
  ['XADD stream +99-+1 d 1', /^ERR Invalid stream ID/],
  ['HSET hash field value', /^ERR unknown command 'HSET'/],
  ['GET text', /^ERR unknown command 'GET'/],
];

const INVALID_ID = 'ERR Invalid stream ID specified as stream command argument';
const NO_INTEGER = 'ERR value is not an integer or out of range';
const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

/** What the seeds must meet between them, lest the comparison one day compares nothing of interest. */
const KINDS_OF_REPLY = Object.entries({
  SET: ['status', 'ERR syntax error'],
  EXPIRE: [
    'number',
    "ERR invalid expire time in 'expire' command",
    NO_INTEGER,
    'ERR Unsupported option SOON',
  ],
  XADD: [
    'string',
    INVALID_ID,
    NO_INTEGER,
    WRONG_TYPE,
    "ERR wrong number of arguments for 'xadd' command",
    'ERR The ID specified in XADD is equal or smaller than the target stream top item',
    'ERR The ID specified in XADD must be greater than 0-0',
    'ERR The MAXLEN argument must be >= 0.',
    'ERR The stream has exhausted the last possible ID, unable to add more items',
    'ERR syntax error, MAXLEN and MINID options at the same time are not compatible',
  ],
  XRANGE: ['list', 'empty list', 'null', INVALID_ID, WRONG_TYPE, 'ERR invalid start ID for the interval'],
  XREVRANGE: ['list', 'empty list', 'null', INVALID_ID, WRONG_TYPE, 'ERR invalid end ID for the interval'],
  XREAD: ['list', 'null', INVALID_ID, WRONG_TYPE, 'ERR syntax error', NO_INTEGER],
  XTRIM: ['number', WRONG_TYPE, 'ERR syntax error', NO_INTEGER],
  NOSUCH: ["ERR unknown command 'NoSuch', with args beginning with: "],
}).flatMap(([name, kinds]) => kinds.map((kind) => `${name} ${kind}`));

interface Clock {
  now: number;
}

interface Mismatch {
  readonly at: number;
  readonly step: Step;
  readonly redis: readonly unknown[];
  readonly local: readonly unknown[];
}

let redis: RealRedis;

beforeAll(async () => {
  redis = await startRealRedis();
});

afterAll(() => redis?.stop());

/** A reply as it is compared and shown: an error as its text. */
function shown(reply: RealReply): unknown {
  return reply instanceof RedisError ? { error: reply.message } : reply;
}

/** One reply for each command; a transaction that is discarded whole has a single one. */
async function runOnRedis(step: Step): Promise<unknown[]> {
  if ('command' in step) return [shown(await redis.send(step.command))];
  await redis.send(['MULTI']);
  for (const command of step.transaction) await redis.send(command);
  return [await redis.send(['EXEC'])].flat().map(shown);
}

function runLocally(store: RedisStore, step: Step): unknown[] {
  if ('command' in step) return [shown(store.execute(step.command))];
  return [store.transaction(step.transaction)].flat().map(shown);
}

/** The milliseconds in the id that `*` was given; null for other steps, and where the last id decided. */
function clockOfStar(step: Step, reply: unknown, since: number): number | null {
  const isStar = 'command' in step && step.command.includes('*') && typeof reply === 'string';
  const ms = isStar ? Number(reply.split('-')[0]) : NaN;
  return ms >= since && ms <= Date.now() ? ms : null;
}

function isSame(command: Command | undefined, fromRedis: unknown, fromStore: unknown): boolean {
  const isTtl = command?.[0]?.toUpperCase() === 'TTL';
  const isTimeLeft = typeof fromRedis === 'number' && fromRedis > 0 && typeof fromStore === 'number' &&
    fromStore > 0;
  if (isTtl && isTimeLeft) return Math.abs(fromRedis - fromStore) <= TTL_TOLERANCE_SECONDS;
  return isDeepStrictEqual(fromRedis, fromStore);
}

/** Runs a seed's steps on both sides until their replies differ. */
async function findMismatch(
  seed: number,
  createStore: (clock: Clock) => RedisStore,
): Promise<Mismatch | null> {
  await redis.send(['FLUSHALL']);
  const clock = { now: Date.now() };
  const store = createStore(clock);
  const steps = new StepGenerator(seed);
  for (let at = 1; at <= STEPS_PER_SEED; at++) {
    const step = steps.next();
    const since = Date.now();
    const fromRedis = await runOnRedis(step);
    clock.now = clockOfStar(step, fromRedis[0], since) ?? Date.now();
    const fromStore = runLocally(store, step);
    const commands = 'command' in step ? [step.command] : step.transaction;
    const areSame = fromRedis.length === fromStore.length &&
      fromRedis.every((reply, index) => isSame(commands[index], reply, fromStore[index]));
    if (!areSame) return { at, step, redis: fromRedis, local: fromStore };
  }
  return null;
}

/** Each kind of reply to a seed's commands, such as `XREAD null`, `XADD string`, `XLEN WRONGTYPE …`. */
function outcomesOf(seed: number): string[] {
  const store = createRedisStore({ now: () => Date.now() });
  const steps = new StepGenerator(seed);
  return Array.from({ length: STEPS_PER_SEED }, () => steps.next()).flatMap((step) => {
    const names = 'command' in step ? [step.command[0]] : step.transaction.map(([name]) => name);
    return runLocally(store, step).map((reply, index) => `${names[index]?.toUpperCase()} ${kindOf(reply)}`);
  });
}

function kindOf(reply: unknown): string {
  if (reply === null) return 'null';
  if (Array.isArray(reply)) return reply.length === 0 ? 'empty list' : 'list';
  if (typeof reply !== 'object') return typeof reply;
  return 'error' in reply ? `${reply.error}` : 'status';
}

const createLocal = (clock: Clock) => createRedisStore({ now: () => clock.now });

describe('random commands', () => {
  // Nodes of one entry: trimming by whole nodes is then exact trimming, on both sides.
  beforeAll(() => redis.send(['CONFIG', 'SET', NODE_ENTRIES, '1']));

  test.each([...SEEDS, FRESH_SEED])('are answered the same, seed %i', async (seed) => {
    expect(await findMismatch(seed, createLocal)).toBeNull();
  }, LONG_TEST_TIMEOUT_MS);

  test('meet every kind of reply', () => {
    const met = new Set(SEEDS.flatMap(outcomesOf));
    expect(KINDS_OF_REPLY.filter((kind) => !met.has(kind))).toEqual([]);
  }, LONG_TEST_TIMEOUT_MS);

  test.each(Object.entries(BROKEN_STORES))('find a store in which %s', async (_name, breakStore) => {
    expect(await findMismatch(1, (clock) => breakStore(createLocal(clock)))).not.toBeNull();
  }, LONG_TEST_TIMEOUT_MS);
});

describe('differences that are meant', () => {
  test.each(UNSUPPORTED)('%s is refused where Redis would do it', async (line, error) => {
    const store = createLocal({ now: Date.now() });
    await redis.send(['FLUSHALL']);
    for (const command of [['SET', 'text', 'v'], ['XADD', 'stream', '1-1', 'd', '1']]) {
      await redis.send(command);
      store.execute(command);
    }
    const command = line.split(' ');
    expect(store.execute(command)).toMatchObject({ message: expect.stringMatching(error) });
    expect(await redis.send(command)).not.toBeInstanceOf(RedisError);
    expect(store.execute(['DBSIZE'])).toBe(2);
  });

  test('MAXLEN ~ keeps the same newest entries, Redis perhaps more of the old', async () => {
    const [key, kept, added] = ['stream', 256, 1_500];
    const read = ['XRANGE', key, '-', '+'];
    const store = createLocal({ now: Date.now() });
    await redis.send(['FLUSHALL']);
    await redis.send(['CONFIG', 'SET', NODE_ENTRIES, `${DEFAULT_NODE_ENTRIES}`]);
    const redisLengths: number[] = [];
    for (let seq = 1; seq <= added; seq++) {
      const command = ['XADD', key, 'MAXLEN', '~', `${kept}`, `1-${seq}`, 'd', `${seq}`];
      expect(await redis.send(command)).toBe(store.execute(command));
      if (seq % 10 !== 0) continue;
      const [inRedis, here] = [await redis.send(read) as unknown[], store.execute(read) as unknown[]];
      expect(here.length).toBe(Math.min(seq, kept));
      expect(inRedis.slice(-here.length)).toEqual(here);
      redisLengths.push(inRedis.length);
    }
    expect(Math.max(...redisLengths)).toBeGreaterThan(kept);
    expect(Math.max(...redisLengths)).toBeLessThanOrEqual(kept + DEFAULT_NODE_ENTRIES);
  }, LONG_TEST_TIMEOUT_MS);
});

test('a key that is no stream fails a read of several as a whole, and costs the others nothing one by one', async () => {
  const store = createRedisStore({ now: () => Date.now() });
  const onBoth = async (step: Step) => {
    const fromRedis = await runOnRedis(step);
    expect(runLocally(store, step)).toEqual(fromRedis);
    return fromRedis;
  };
  await redis.send(['FLUSHALL']);
  await onBoth({ transaction: [['SET', 'text', 'x'], ['XADD', 'stream', '1-1', 'd', '1']] });
  const refused = [{ error: WRONG_TYPE }];
  const entries = [['1-1', ['d', '1']]];
  for (const keys of [['text', 'stream'], ['stream', 'text']]) {
    expect(await onBoth({ command: ['XREAD', 'STREAMS', ...keys, '0', '0'] })).toEqual(refused);
  }
  expect(await onBoth({ command: ['XREAD', 'STREAMS', 'stream', '0'] })).toEqual([[['stream', entries]]]);
  expect(await onBoth({ command: ['XREAD', 'STREAMS', 'text', '0'] })).toEqual(refused);

  // What a publisher tries, and what it does about the refusal.
  const append = [['XADD', 'text', '1-1', 'd', '1'], ['XREVRANGE', 'text', '+', '-', 'COUNT', '1'], [
    'EXPIRE',
    'text',
    '60',
  ]];
  expect(await onBoth({ transaction: append })).toEqual([...refused, ...refused, 1]);
  await onBoth({ command: ['DEL', 'text'] });
  expect(await onBoth({ transaction: append })).toEqual(['1-1', entries, 1]);
  expect(await onBoth({ command: ['TTL', 'text'] })).toEqual([60]);

  const probe = [['XADD', 'probe', '*', 'd', ''], ['EXPIRE', 'probe', '10'], ['DEL', 'probe']];
  expect((await runOnRedis({ transaction: probe })).slice(1)).toEqual([1, 1]);
  expect(await onBoth({ command: ['TTL', 'probe'] })).toEqual([-2]);
});

test('a stream whose time is over is gone with its last id', async () => {
  const lifeSeconds = 1;
  const store = createRedisStore({ now: () => Date.now() });
  const onBoth = async (...command: string[]) => {
    const fromRedis = shown(await redis.send(command));
    expect(shown(store.execute(command))).toEqual(fromRedis);
    return fromRedis;
  };
  await redis.send(['FLUSHALL']);
  await onBoth('XADD', 'stream', '5-1', 'd', '1');
  await onBoth('EXPIRE', 'stream', `${lifeSeconds}`);
  await new Promise((resolve) => setTimeout(resolve, 2_000 * lifeSeconds));
  expect(await onBoth('DEL', 'stream')).toBe(0);
  expect(await onBoth('TTL', 'stream')).toBe(-2);
  expect(await onBoth('XREAD', 'STREAMS', 'stream', '0')).toBeNull();
  expect(await onBoth('XADD', 'stream', '1-1', 'd', '2')).toBe('1-1');
  expect(await onBoth('TTL', 'stream')).toBe(-1);
});
