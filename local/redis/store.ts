/**
 * The keyspace behind the local look-alike of Upstash Redis: streams with expiry, in memory, keys that are no streams, and
 * only the commands that bomstream and its tests send. Replies and error texts are those of Redis 7; `tests/oracle`
 * compares them with a real server. What Redis can do and this cannot is refused with an error, never half done.
 *
 * `MAXLEN ~ n` trims to exactly n. Redis may keep more (it frees whole nodes only), so a reader that is right
 * here, with the least history the option allows, is right there; none may count on a length.
 */

/** A status line, here always `OK`; apart from a string because the REST dialect encodes the two differently. */
export interface Status {
  readonly status: string;
}

export type Reply = string | number | null | Status | readonly Reply[];

/** An error reply; `message` is its whole text: `ERR …`, `WRONGTYPE …`, `EXECABORT …`. */
export class RedisError extends Error {}

export interface RedisStore {
  /** Runs one command, its name first in any case. */
  execute(command: readonly string[]): Reply | RedisError;
  /**
   * Runs a queue with nothing in between; one reply or error for each command. A single error, and nothing
   * run, when a command could not even be queued (unknown name, wrong number of arguments).
   */
  transaction(queue: readonly (readonly string[])[]): (Reply | RedisError)[] | RedisError;
}

/** A stream id as one number, `ms << 64 | seq`: ids then compare and step as plain integers. */
type StreamId = bigint;

interface Entry {
  readonly id: StreamId;
  readonly fields: readonly string[];
}

interface Stream {
  /** Oldest first. */
  readonly entries: Entry[];
  /** Outlives the entries: an emptied stream still refuses old ids. Only losing the key forgets it. */
  lastId: StreamId;
}

interface Stored {
  /** Null: a string, which no command here reads. */
  readonly stream: Stream | null;
  /** Milliseconds since 1970, or null for never. */
  expiresAt: number | null;
}

const SEQ_BITS = 64n;
const MAX_SEQ = 2n ** SEQ_BITS - 1n;
const MAX_ID: StreamId = 2n ** 128n - 1n;
const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);
const OK: Status = { status: 'OK' };

/** How many characters of an unknown command and of its arguments Redis repeats in its error. */
const SHOWN_CHARS = 128;

/** Options Redis has and bomstream does not send. Named when refused, so that nobody hunts for a typo. */
const REFUSED_OPTIONS = new Set(
  'ASYNC BLOCK EX EXAT GET GT KEEPTTL LIMIT LT MINID NOMKSTREAM NX PX PXAT SYNC XX'.split(' '),
);

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

type Run = (db: Keyspace, words: Words) => Reply;

/** Arity as Redis counts it, the name included; negative for "at least". */
const COMMANDS = new Map<string, { readonly arity: number; readonly run: Run }>(Object.entries({
  SET: { arity: -3, run: set },
  DEL: { arity: -2, run: (db, words) => words.rest().filter((key) => db.delete(key)).length },
  EXPIRE: { arity: -3, run: expire },
  TTL: { arity: 2, run: ttl },
  XADD: { arity: -5, run: xadd },
  XLEN: { arity: 2, run: (db, words) => db.findStream(words.next())?.entries.length ?? 0 },
  XRANGE: { arity: -4, run: (db, words) => range(db, words, 'oldest first') },
  XREVRANGE: { arity: -4, run: (db, words) => range(db, words, 'newest first') },
  XREAD: { arity: -4, run: xread },
  XTRIM: { arity: -4, run: xtrim },
  DBSIZE: { arity: 1, run: (db) => db.size() },
  FLUSHDB: { arity: -1, run: flushdb },
}));

/** An empty store. `now` gives whole milliseconds since 1970; nothing else makes a key expire. */
export function createRedisStore({ now }: { readonly now: () => number }): RedisStore {
  const db = new Keyspace(now);
  const execute = (command: readonly string[]) =>
    attempt(() => lookUp(command)(db, new Words(command.slice(1))));
  return {
    execute,
    transaction(queue) {
      const isDiscarded = queue.some((command) => attempt(() => lookUp(command)) instanceof RedisError);
      if (!isDiscarded) return queue.map(execute);
      return new RedisError('EXECABORT Transaction discarded because of previous errors.');
    },
  };
}

class Keyspace {
  readonly #stored = new Map<string, Stored>();

  constructor(readonly now: () => number) {}

  find(key: string): Stored | undefined {
    const stored = this.#stored.get(key);
    if (stored === undefined || stored.expiresAt === null || stored.expiresAt >= this.now()) return stored;
    this.#stored.delete(key);
    return undefined;
  }

  findStream(key: string): Stream | undefined {
    const stream = this.find(key)?.stream;
    if (stream === null) throw new RedisError(WRONG_TYPE);
    return stream;
  }

  put(key: string, stream: Stream | null): void {
    this.#stored.set(key, { stream, expiresAt: null });
  }

  delete(key: string): boolean {
    return this.find(key) !== undefined && this.#stored.delete(key);
  }

  clear(): void {
    this.#stored.clear();
  }

  size(): number {
    return [...this.#stored.keys()].filter((key) => this.find(key)).length;
  }
}

/** A command's words after its name, read from left to right. */
class Words {
  #at = 0;

  constructor(readonly all: readonly string[]) {}

  get left(): number {
    return this.all.length - this.#at;
  }

  next(): string {
    const word = this.all[this.#at++];
    if (word === undefined) throw new RedisError('ERR syntax error');
    return word;
  }

  rest(): readonly string[] {
    return this.all.slice(this.#at);
  }

  /** Takes `option`, in any case, when it is next and a word follows: Redis sees no option in a last word. */
  take(option: string): boolean {
    const isNext = this.left > 1 && this.all[this.#at]?.toUpperCase() === option;
    if (isNext) this.#at++;
    return isNext;
  }
}

function attempt<T>(run: () => T): T | RedisError {
  try {
    return run();
  } catch (error) {
    if (error instanceof RedisError) return error;
    throw error;
  }
}

function lookUp(command: readonly string[]): Run {
  const [name = '', ...args] = command;
  const known = COMMANDS.get(name.toUpperCase());
  if (!known) throw unknownCommand(name, args);
  const isCountRight = known.arity < 0 ? command.length >= -known.arity : command.length === known.arity;
  if (!isCountRight) throw wrongArity(name);
  return known.run;
}

function flushdb(db: Keyspace, words: Words): Reply {
  if (words.left > 0) throw badOption(words.next());
  db.clear();
  return OK;
}

function set(db: Keyspace, words: Words): Reply {
  const [key, , option] = words.rest();
  if (option !== undefined) throw badOption(option);
  db.put(key!, null);
  return OK;
}

function expire(db: Keyspace, words: Words): Reply {
  const [key, amount, option] = words.rest();
  if (option !== undefined) throw badOption(option, `ERR Unsupported option ${option}`);
  const milliseconds = parseInteger(amount!) * 1_000n;
  const expiresAt = BigInt(db.now()) + milliseconds;
  if (milliseconds < MIN_INTEGER || expiresAt > MAX_INTEGER) {
    throw new RedisError("ERR invalid expire time in 'expire' command");
  }
  const stored = db.find(key!);
  if (!stored) return 0;
  if (milliseconds <= 0n) db.delete(key!);
  else stored.expiresAt = Number(expiresAt);
  return 1;
}

function ttl(db: Keyspace, words: Words): Reply {
  const stored = db.find(words.next());
  if (!stored) return -2;
  return stored.expiresAt === null ? -1 : Math.round((stored.expiresAt - db.now()) / 1_000);
}

function xadd(db: Keyspace, words: Words): Reply {
  const key = words.next();
  const maxlen = takeMaxlen(words);
  if (words.left === 0) throw wrongArity('xadd');
  const idWord = words.next();
  if (isRefused(idWord)) throw badOption(idWord);
  const explicitId = idWord === '*' ? null : parseId(idWord, 0n);
  const fields = words.rest();
  if (fields.length === 0 || fields.length % 2 === 1) throw wrongArity('xadd');
  if (explicitId === 0n) throw new RedisError('ERR The ID specified in XADD must be greater than 0-0');

  const existing = db.findStream(key);
  const stream = existing ?? { entries: [], lastId: 0n };
  if (stream.lastId === MAX_ID) {
    throw new RedisError('ERR The stream has exhausted the last possible ID, unable to add more items');
  }
  const id = explicitId ?? nextId(stream, db.now());
  if (id <= stream.lastId) {
    throw new RedisError('ERR The ID specified in XADD is equal or smaller than the target stream top item');
  }
  stream.entries.push({ id, fields });
  stream.lastId = id;
  if (maxlen !== null) trim(stream, maxlen);
  if (!existing) db.put(key, stream);
  return formatId(id);
}

function xtrim(db: Keyspace, words: Words): Reply {
  const key = words.next();
  const maxlen = takeMaxlen(words);
  if (maxlen === null || words.left > 0) throw badOption(words.next());
  const stream = db.findStream(key);
  return stream ? trim(stream, maxlen) : 0;
}

function range(db: Keyspace, words: Words, order: 'oldest first' | 'newest first'): Reply {
  const key = words.next();
  const ends = [words.next(), words.next()] as const;
  const [start, end] = order === 'oldest first' ? ends : [ends[1], ends[0]];
  const [low, high] = [parseBound(start, 'start'), parseBound(end, 'end')];
  let count = Infinity;
  while (words.left > 0) {
    if (!words.take('COUNT')) throw badOption(words.next());
    count = Math.max(0, Number(parseInteger(words.next())));
  }
  const stream = db.findStream(key);
  if (!stream) return [];
  if (count === 0) return null;
  const found = stream.entries.filter(({ id }) => id >= low && id <= high);
  if (order === 'newest first') found.reverse();
  return found.slice(0, count).map(formatEntry);
}

function xread(db: Keyspace, words: Words): Reply {
  let count = Infinity;
  while (!words.take('STREAMS')) {
    if (!words.take('COUNT')) throw badOption(words.next());
    const asked = Number(parseInteger(words.next()));
    count = asked > 0 ? asked : Infinity;
  }
  const streamCount = words.left / 2;
  if (!Number.isInteger(streamCount)) {
    throw new RedisError(
      "ERR Unbalanced XREAD list of streams: for each stream key an ID or '$' must be specified.",
    );
  }
  const keys = words.rest().slice(0, streamCount);
  const cursors = new Words(words.rest().slice(streamCount));
  const news: Reply[] = [];
  for (const key of keys) {
    const stream = db.findStream(key);
    const cursor = parseId(cursors.next(), 0n);
    const entries = stream?.entries.filter(({ id }) => id > cursor).slice(0, count) ?? [];
    if (entries.length > 0) news.push([key, entries.map(formatEntry)]);
  }
  return news.length > 0 ? news : null;
}

/** Reads `MAXLEN [=|~] n` when it is next; null when it is not. */
function takeMaxlen(words: Words): number | null {
  let maxlen: number | null = null;
  while (words.take('MAXLEN')) {
    if (maxlen !== null) {
      throw new RedisError('ERR syntax error, MAXLEN and MINID options at the same time are not compatible');
    }
    if (!words.take('=')) words.take('~');
    maxlen = Number(parseInteger(words.next()));
    if (maxlen < 0) throw new RedisError('ERR The MAXLEN argument must be >= 0.');
  }
  return maxlen;
}

/** Drops the oldest entries beyond `maxlen`; answers how many. */
function trim(stream: Stream, maxlen: number): number {
  return stream.entries.splice(0, Math.max(0, stream.entries.length - maxlen)).length;
}

/** The id Redis gives to `*`: now, or just above the last one when the clock is not ahead of it. */
function nextId(stream: Stream, now: number): StreamId {
  const byClock = BigInt(now) << SEQ_BITS;
  return byClock > stream.lastId ? byClock : stream.lastId + 1n;
}

function formatId(id: StreamId): string {
  return `${id >> SEQ_BITS}-${id & MAX_SEQ}`;
}

function formatEntry({ id, fields }: Entry): Reply {
  return [formatId(id), fields];
}

/** An id written `ms` or `ms-seq`, each an unsigned 64-bit number; `missingSeq` completes the short form. */
function parseId(word: string, missingSeq: bigint): StreamId {
  const match = /^(\d+)(?:-(\d+))?$/.exec(word);
  const [ms, seq] = [BigInt(match?.[1] ?? -1), BigInt(match?.[2] ?? missingSeq)];
  if (ms < 0n || ms > MAX_SEQ || seq > MAX_SEQ) {
    throw new RedisError('ERR Invalid stream ID specified as stream command argument');
  }
  return ms << SEQ_BITS | seq;
}

/** The first or last id a range includes: `-`, `+`, an id, or `(id` to leave that one out. */
function parseBound(word: string, side: 'start' | 'end'): StreamId {
  if (word === '-') return 0n;
  if (word === '+') return MAX_ID;
  const isExclusive = word.startsWith('(');
  const id = parseId(isExclusive ? word.slice(1) : word, side === 'start' ? 0n : MAX_SEQ);
  if (!isExclusive) return id;
  if (id === (side === 'start' ? MAX_ID : 0n)) {
    throw new RedisError(`ERR invalid ${side} ID for the interval`);
  }
  return side === 'start' ? id + 1n : id - 1n;
}

/** A signed 64-bit number in the one spelling Redis takes: no plus sign, blank, fraction or leading zero. */
function parseInteger(word: string): bigint {
  const value = /^(0|-?[1-9]\d*)$/.test(word) ? BigInt(word) : null;
  if (value === null || value < MIN_INTEGER || value > MAX_INTEGER) {
    throw new RedisError('ERR value is not an integer or out of range');
  }
  return value;
}

function isRefused(option: string): boolean {
  return REFUSED_OPTIONS.has(option.toUpperCase());
}

function badOption(option: string, redisText = 'ERR syntax error'): RedisError {
  return new RedisError(isRefused(option) ? `ERR ${option} is not supported by the local Redis` : redisText);
}

function wrongArity(name: string): RedisError {
  return new RedisError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
}

function unknownCommand(name: string, args: readonly string[]): RedisError {
  const room = (text: string) => SHOWN_CHARS - text.length;
  const shown = args.reduce(
    (text, arg) => room(text) > 0 ? `${text}'${arg.slice(0, room(text))}' ` : text,
    '',
  );
  return new RedisError(
    `ERR unknown command '${name.slice(0, SHOWN_CHARS)}', with args beginning with: ${shown}`,
  );
}
