/** The database behind a Supabase project's data API, called with a secret key. */
import { createClient } from '@supabase/supabase-js';
import { Refusal, type RefusalKind } from '../domain/refusal.ts';
import type { Log } from '../log.ts';
import { type Database, DatabaseError, DatabaseUnavailable } from './port.ts';
import { DatabaseOutdated, DatabaseVersion, isNewEnough } from './version.ts';

/** The API itself ends a request after 8 s; an answer that is not here by then is not coming. */
const TIMEOUT_MS = 10_000;

/** The API cannot reach the database, or waited in vain for a free connection of its pool. */
const IS_AWAY: readonly number[] = [503, 504];

/**
 * The server is shutting down, has crashed, is starting, takes no more connections, or has so much to do that the call took
 * longer than the API lets it or waited too long for a lock: soon it will answer again. None of it is the call's fault.
 */
const SOON_BACK = /^(57P0[1-3]|57014|55P03|08\w{3}|53300)$/;

/** What a function refuses with is `PT` and one of these: PostgREST makes a status of it. */
const KINDS: Readonly<Record<string, RefusalKind>> = {
  PT400: 'malformed',
  PT401: 'signed_out',
  PT403: 'forbidden',
  PT404: 'missing',
  PT409: 'conflict',
  PT422: 'invalid',
  PT429: 'too_many',
};

/**
 * A deletion overtook the call: what it had found it could not refer to or lock any more, or each waited for the other.
 * All of it is undone, so it is asked once more, and finds what is there now.
 */
const OVERTAKEN: readonly string[] = ['23503', 'P0002', '40P01'];

/** The API knows no function of this name that takes these arguments. */
const UNKNOWN_FUNCTION = 'PGRST202';

/** supabase-js builds a realtime client eagerly; this one says that nobody here may use it. */
class NoRealtime {
  constructor() {
    throw new Error('realtime is not used');
  }
}
/** Of a client that never asks for it, also where there is no WebSocket, as in Node 20. */
export const NO_REALTIME = { transport: NoRealtime as unknown as typeof WebSocket };

export function createSupabaseDatabase(
  { url, secretKey, log, timeoutMs = TIMEOUT_MS }: {
    url: string;
    secretKey: string;
    /** Told of calls that had to be asked again. */
    log?: Log;
    timeoutMs?: number;
  },
): Database {
  const client = createClient(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: NO_REALTIME,
  });
  const rpc = (name: string, args: Readonly<Record<string, unknown>>) =>
    client.rpc(name, args).abortSignal(AbortSignal.timeout(timeoutMs));

  let isCurrent: boolean | undefined;
  const isOutdated = () => isCurrent === false;
  let asking: Promise<void> | undefined;
  /** Calls that begin together ask once. */
  const askVersion = () => asking ??= askForVersion().finally(() => asking = undefined);
  async function askForVersion(): Promise<void> {
    const { data, error } = await rpc('bomstream_version', {});
    if (!error) isCurrent = isNewEnough(DatabaseVersion.parse(data).version);
    else if (error.code === UNKNOWN_FUNCTION) isCurrent = false;
    // Any other failure says nothing of the version: the call itself finds out what is the matter, the next asks again.
  }

  return {
    async call(name, args, schema) {
      // Before the first call, not after it: a claim that went through and whose commit is then refused would cost its
      // lines an attempt each time, until they have failed. An outdated database is asked again, because somebody will update it.
      if (!isCurrent) await askVersion();
      if (isOutdated()) throw new DatabaseOutdated();
      let { data, error, status } = await rpc(name, args);
      if (error && OVERTAKEN.includes(error.code)) {
        log?.('call_overtaken', { function: name, code: error.code });
        ({ data, error, status } = await rpc(name, args));
      }
      if (!error) return schema.parse(data);
      const kind = KINDS[error.code];
      if (kind) {
        // `bomstream.refuse` says in the hint after how many seconds it is worth asking again.
        const more = error.hint ? { retryAfterSeconds: Number(error.hint) } : {};
        throw new Refusal(kind, error.message, error.details, more);
      }
      if (error.code === UNKNOWN_FUNCTION) {
        // It may have been put back to an older one since it was asked.
        await askVersion();
        if (isOutdated()) throw new DatabaseOutdated();
      }
      // No status: the request never got an answer. 5xx without SQLSTATE: a gateway's answer, not the database's.
      if (status === 0 || !error.code || IS_AWAY.includes(status) || SOON_BACK.test(error.code)) {
        throw new DatabaseUnavailable();
      }
      throw new DatabaseError(error.code, name);
    },
  };
}
