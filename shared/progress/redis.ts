/** Progress in Upstash Redis: one stream a BOM, whose entry ids are the event ids. A hot copy, never the truth. */
import { Redis } from '@upstash/redis';
import { type Count, uncounted } from '../metrics.ts';
import { compareEventIds, type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';
import {
  type Cursor,
  MAX_EVENTS_PER_READ,
  type News,
  type ProgressReader,
  ProgressUnavailable,
  type ProgressWriter,
  type StoredEvent,
  type UnavailableReason,
  type WriteProbe,
} from './port.ts';
import { toStoredEvent } from './stored-event.ts';

/**
 * Entries kept per BOM: several minutes of the fastest run, so that a client which was away for a moment is
 * served from here. Older ones come from the table. Approximate trimming lets Redis drop whole nodes.
 */
const KEPT_ENTRIES = 256;
/** A healthy call takes a few milliseconds, across a continent some hundred. Past this the table is faster. */
const TIMEOUT_MS = 1_500;
/** One retry for a connection that was closed under us; more would only delay the fallback. */
const RETRY = { retries: 1, backoff: () => 50 };
const FIELD = 'event';
/** What a probe writes is deleted by the same transaction; should a server ever do half of one, this ends it. */
const PROBE_SECONDS = 10;
const PROBE_COMMANDS = 4;

export interface RedisOptions {
  readonly url: string;
  readonly token: string;
  /** Put before every key, so that several installs can share a database. */
  readonly prefix: string;
  readonly timeoutMs?: number;
  readonly count?: Count;
}

export function createRedisProgress(
  { url, token, prefix, timeoutMs = TIMEOUT_MS, count = uncounted }: RedisOptions,
): ProgressReader & ProgressWriter & WriteProbe {
  const redis = new Redis({
    url,
    token,
    enableTelemetry: false,
    // One command a request, in the order it was asked for: pipelining splits reads from writes.
    enableAutoPipelining: false,
    // Values must come back as the text that was written; ids must not become numbers.
    automaticDeserialization: false,
    retry: RETRY,
    // A function, for a fresh signal a call: an aborted signal object makes the SDK answer null, "no such key".
    signal: () => AbortSignal.timeout(timeoutMs),
  });
  /** A request of so many commands, each of which is billed whether or not it works. */
  const send = <T>(commands: number, call: () => Promise<T>): Promise<T> => {
    count('redis_commands', commands);
    return guarded(call);
  };
  const keyOf = (bomId: string) => `${prefix}enrichment:progress:${bomId}`;

  return {
    async read(cursors: readonly Cursor[]) {
      if (cursors.length === 0) return new Map();
      const bomIds = new Map(cursors.map(({ bomId }) => [keyOf(bomId), bomId]));
      const { streams, unreadable } = await readStreams(cursors);
      const news = new Map<string, News>(unreadable.map((bomId) => [bomId, 'unreadable']));
      for (const [key, entries] of streams) {
        const bomId = bomIds.get(key);
        if (!bomId) throw new ProgressUnavailable('redis', 'corrupt');
        news.set(bomId, readEntries(bomId, entries));
      }
      return news;
    },

    async append(bomId, events, expireSeconds) {
      const key = keyOf(bomId);
      const results = await send(events.length + 2, () => {
        const transaction = redis.multi();
        for (const event of events) {
          transaction.xadd(key, formatEventId(event.id), { [FIELD]: event.json }, {
            trim: { type: 'MAXLEN', threshold: KEPT_ENTRIES, comparison: '~' },
          });
        }
        transaction.xrevrange(key, '+', '-', 1);
        transaction.expire(key, expireSeconds);
        return transaction.exec({ keepErrors: true });
      });
      const top = newestId(results[events.length]?.result);
      // A refused XADD is fine when the key already is at or past its id: a concurrent publisher, or our own
      // first try whose answer was lost. Error texts differ between servers, so only ids are compared.
      const missing = events.some((event, i) => results[i]?.error && compareEventIds(top, event.id) < 0);
      if (!top || missing) throw new ProgressUnavailable('redis', reasonAmong(results));
      return top;
    },

    async drop(bomId) {
      await send(1, () => redis.del(keyOf(bomId)));
    },

    async probeWrite() {
      // The commands of an append, on a key of the probe's own: a token may be allowed some and not others.
      const key = `${prefix}enrichment:probe`;
      const results = await send(PROBE_COMMANDS, () => {
        const transaction = redis.multi();
        transaction.xadd(key, '*', { [FIELD]: '' });
        transaction.xrevrange(key, '+', '-', 1);
        transaction.expire(key, PROBE_SECONDS);
        transaction.del(key);
        return transaction.exec({ keepErrors: true });
      });
      if (results.some(({ error }) => error)) throw new ProgressUnavailable('redis', reasonAmong(results));
    },
  };

  /** What follows each cursor, as Redis tells it; with the BOMs whose keys are no streams. */
  async function readStreams(
    cursors: readonly Cursor[],
  ): Promise<{ streams: [string, unknown[]][]; unreadable: string[] }> {
    try {
      const reply = await send(1, () =>
        redis.xread(
          cursors.map(({ bomId }) => keyOf(bomId)),
          cursors.map(placeOf),
          { count: MAX_EVENTS_PER_READ },
        ));
      return { streams: asStreams(reply), unreadable: [] };
    } catch (error) {
      // One key of another type fails the XREAD of all keys, and the error does not say which it was.
      if (!(error instanceof ProgressUnavailable) || error.reason !== 'wrong_type') throw error;
      return await readOneByOne(cursors);
    }
  }

  /** A command for each key, in one request: callers leave an unreadable BOM out of the reads that follow. */
  async function readOneByOne(
    cursors: readonly Cursor[],
  ): Promise<{ streams: [string, unknown[]][]; unreadable: string[] }> {
    const results = await send(cursors.length, () => {
      const pipeline = redis.pipeline();
      for (const cursor of cursors) {
        pipeline.xread(keyOf(cursor.bomId), placeOf(cursor), { count: MAX_EVENTS_PER_READ });
      }
      return pipeline.exec({ keepErrors: true });
    });
    const streams: [string, unknown[]][] = [];
    const unreadable: string[] = [];
    for (const [i, { bomId }] of cursors.entries()) {
      const { error, result } = results[i] ?? { error: 'no answer', result: null };
      if (!error) streams.push(...asStreams(result));
      else if (saidReason(error) === 'wrong_type') unreadable.push(bomId);
      else throw new ProgressUnavailable('redis', saidReason(error));
    }
    return { streams, unreadable };
  }
}

function placeOf({ after }: Cursor): string {
  return after ? formatEventId(after) : '0-0';
}

function asStreams(reply: unknown): [string, unknown[]][] {
  if (reply === null) return [];
  if (!Array.isArray(reply)) throw new ProgressUnavailable('redis', 'corrupt');
  return reply.map((stream) => {
    if (!Array.isArray(stream) || typeof stream[0] !== 'string' || !Array.isArray(stream[1])) {
      throw new ProgressUnavailable('redis', 'corrupt');
    }
    return [stream[0], stream[1]];
  });
}

/** A stream that somebody else wrote to must not cost the other BOMs their fast store. */
function readEntries(bomId: string, entries: readonly unknown[]): News {
  const events: StoredEvent[] = [];
  for (const entry of entries) {
    const event = readEntry(bomId, entry);
    if (!event) return 'unreadable';
    events.push(event);
  }
  return events;
}

function readEntry(bomId: string, entry: unknown): StoredEvent | null {
  const [id, fields] = Array.isArray(entry) ? entry : [];
  const json: unknown = Array.isArray(fields) && fields[0] === FIELD ? fields[1] : undefined;
  if (typeof json !== 'string') return null;
  try {
    const event = toStoredEvent(bomId, JSON.parse(json), json);
    return event && formatEventId(event.id) === id ? event : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function newestId(reply: unknown): EventId | null {
  const [newest] = Array.isArray(reply) ? reply : [];
  const id: unknown = Array.isArray(newest) ? newest[0] : undefined;
  return typeof id === 'string' ? parseEventId(id) : null;
}

/** Runs a call and tells its failures apart. The SDK's own messages quote whole requests and are dropped here. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new ProgressUnavailable('redis', reasonOf(error));
  }
}

function reasonOf(error: unknown): UnavailableReason {
  if (!(error instanceof Error)) return 'unreachable';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  if (error.name === 'UpstashJSONParseError' || error instanceof SyntaxError) return 'corrupt';
  // The SDK appends the whole request, in whose events any word may stand.
  if (error.name === 'UpstashError') return saidReason(error.message.replace(/, command was: .*$/s, ''));
  return 'unreachable';
}

/** Servers say why in the first word; a transaction that was discarded quotes it. */
const SAID_REASONS: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/unauthorized|WRONGPASS/i, 'unauthorized'],
  [/max requests|quota|limit exceeded/i, 'over_quota'],
  [/\bNOPERM\b/, 'not_permitted'],
  [/\bREADONLY\b/, 'read_only'],
  [/\bOOM\b/, 'out_of_memory'],
  [/\bMISCONF\b/, 'misconfigured'],
  [/\bWRONGTYPE\b/, 'wrong_type'],
];

function saidReason(said: string): UnavailableReason {
  return SAID_REASONS.find(([pattern]) => pattern.test(said))?.[1] ?? 'server_error';
}

/** Why a transaction did not do what it should; an id that is there already is refused without one of these words. */
function reasonAmong(results: readonly { readonly error?: string | undefined }[]): UnavailableReason {
  const reasons = results.map(({ error }) => saidReason(error ?? ''));
  return reasons.find((reason) => reason !== 'server_error') ?? 'server_error';
}
