/** Whether streams can be served and runs get on: the stores, and what the database says of cron, invocations and suppliers. */
import type { z } from 'zod';
import type { readHealth } from '../api/stream.ts';
import {
  callFault,
  cronFault,
  DatabaseHealth,
  isPublishingBehind,
  supplierFault,
} from '../database/health.ts';
import type { Database } from '../database/port.ts';
import { parseEventId } from '../domain/event-id.ts';
import {
  type Cursor,
  eventsIn,
  type ProgressReader,
  ProgressUnavailable,
  type WriteProbe,
} from '../progress/port.ts';

/**
 * Anybody may ask, a page or an uptime checker for ever: each isolate keeps what it found for so long. The table costs a
 * transaction.
 */
const TABLE_KEEP_MS = 5_000;
/** Each look at Redis is a billed command, */
const REDIS_KEEP_MS = 30_000;
/** and each try to write it four. Who asks each 10 s costs 168 commands an hour, a sixth of a free plan's month. */
const WRITE_KEEP_MS = 300_000;
const DATABASE_KEEP_MS = 30_000;
/** What failed is looked at again sooner, so that its end shows. */
const FAILED_KEEP_MS = 10_000;

/** No BOM has this id, so there is nothing to be read. */
const NO_BOM = { bomId: '00000000-0000-0000-0000-000000000000', after: null };

export type StreamHealth = Omit<z.output<typeof readHealth.answer>, 'operator'>;
type StoreHealth = StreamHealth['table'];
type PartHealth = StreamHealth['cron'];

export interface HealthOptions {
  readonly redis: ProgressReader & WriteProbe;
  readonly table: ProgressReader;
  readonly database: Database;
  readonly now: () => number;
}

export interface Health {
  /** What was found a moment ago; never throws. */
  tell(): Promise<StreamHealth>;
  /** Looks anew, also for keys that Redis has from a database that is gone; for an operator alone. Never throws. */
  examine(): Promise<{ readonly health: StreamHealth; readonly staleKeys: readonly string[] }>;
}

export function createHealth({ redis, table, database, now }: HealthOptions): Health {
  const parts = {
    redis: kept(() => tryOut(() => redis.read([NO_BOM])), REDIS_KEEP_MS),
    redis_writes: kept(() => tryOut(() => redis.probeWrite()), WRITE_KEEP_MS),
    table: kept(() => tryOut(() => table.read([NO_BOM])), TABLE_KEEP_MS),
    said: kept(askDatabase, DATABASE_KEEP_MS),
  };

  return {
    tell: async () => summary(await look(false)),
    async examine() {
      const found = await look(true);
      return { health: summary(found), staleKeys: await findStaleKeys(found.said.heads) };
    },
  };

  async function look(anew: boolean) {
    const [hot, written, durable, said] = await Promise.all([
      parts.redis(anew),
      parts.redis_writes(anew),
      parts.table(anew),
      parts.said(anew),
    ]);
    return { hot, written, durable, said };
  }

  /** Answers what was found last until that is too old, or anew; one look at a time serves all who ask meanwhile. */
  function kept<T extends { readonly ok: boolean }>(ask: () => Promise<T>, keepMs: number) {
    let latest: Promise<T> | null = null;
    let foundAt: number | null = null;
    let keptMs = 0;
    return (anew: boolean): Promise<T> => {
      const isAtWork = latest !== null && foundAt === null;
      const isFresh = foundAt !== null && now() < foundAt + keptMs;
      if (latest && (isAtWork || (isFresh && !anew))) return latest;
      foundAt = null;
      latest = ask().then((found) => {
        foundAt = now();
        keptMs = found.ok ? keepMs : Math.min(keepMs, FAILED_KEEP_MS);
        return found;
      });
      return latest;
    };
  }

  async function tryOut(ask: () => Promise<unknown>): Promise<StoreHealth> {
    const startedAt = now();
    const latency = () => ({ latency_ms: Math.round(now() - startedAt) });
    try {
      await ask();
      return { ok: true, ...latency() };
    } catch (error) {
      // Of any other error not even the name is said to strangers.
      const reason = error instanceof ProgressUnavailable ? error.reason : 'error';
      return { ok: false, ...latency(), reason };
    }
  }

  async function askDatabase() {
    try {
      const health = await database.call('bomstream_health', {}, DatabaseHealth);
      return { ok: true, ...judge(health), heads: health.heads };
    } catch {
      // The table says that the database is away; here it is only not known how the rest is.
      const unknown = { ok: false, reason: 'unknown' };
      return {
        ok: false,
        ...{ publishing: unknown, cron: unknown, invocations: unknown, suppliers: unknown },
        heads: [],
      };
    }
  }

  /** BOMs whose key in Redis has what the database never had, or what is no event. */
  async function findStaleKeys(heads: DatabaseHealth['heads']): Promise<readonly string[]> {
    try {
      const news = await redis.read(
        heads.map(({ bom_id, event_id }) => ({ bomId: bom_id, after: parseEventId(event_id) })),
      );
      const foreign = [...news].flatMap(([bomId, found]) => found === 'unreadable' ? [bomId] : []);
      const tops = [...news].flatMap(([bomId, found]): Cursor[] =>
        eventsIn(found).slice(-1).map(({ id }) => ({ bomId, after: id, most: 1 }))
      );
      // A commit of this moment is in Redis, and known to the table.
      const said = await table.read(tops);
      const isStale = ({ bomId }: Cursor) => typeof said.get(bomId) === 'string';
      return [...foreign, ...tops.filter(isStale).map(({ bomId }) => bomId)];
    } catch (error) {
      if (error instanceof ProgressUnavailable) return [];
      throw error;
    }
  }
}

function summary(
  { hot, written, durable, said }: {
    readonly hot: StoreHealth;
    readonly written: StoreHealth;
    readonly durable: StoreHealth;
    readonly said: Pick<StreamHealth, 'publishing' | 'cron' | 'invocations' | 'suppliers'>;
  },
): StreamHealth {
  const { publishing, cron, invocations, suppliers } = said;
  const parts = {
    redis: hot,
    redis_writes: written,
    table: durable,
    ...{ publishing, cron, invocations, suppliers },
  };
  const isOk = Object.values(parts).every(({ ok }) => ok);
  return { status: isOk ? 'ok' : hot.ok || durable.ok ? 'degraded' : 'down', ...parts };
}

/** The one word each that strangers may know: nothing of it is of an organization. */
function judge(
  health: DatabaseHealth,
): Pick<StreamHealth, 'publishing' | 'cron' | 'invocations' | 'suppliers'> {
  const { has_pg_cron, has_pg_net, cron_jobs, missing_secrets, last_invocation, suppliers } = health;
  return {
    publishing: partHealth(isPublishingBehind(health) ? 'behind' : null),
    cron: partHealth(has_pg_cron ? firstOf(cron_jobs.map(cronFault)) : 'no_pg_cron'),
    invocations: partHealth(
      !has_pg_net
        ? 'no_pg_net'
        : missing_secrets.length > 0
        ? 'no_secret'
        : last_invocation && callFault(last_invocation),
    ),
    suppliers: partHealth(firstOf(suppliers.map(supplierFault))),
  };
}

function firstOf<T>(faults: readonly (T | null)[]): T | null {
  return faults.find((fault) => fault !== null) ?? null;
}

function partHealth(reason: string | null): PartHealth {
  return reason === null ? { ok: true } : { ok: false, reason };
}
