/** Whether the stores that streams are served from can be read now, and the fast one written. */
import { type ProgressReader, ProgressUnavailable, type WriteProbe } from '../progress/port.ts';

/** Anybody may ask, so the stores are asked at most once in this time, however many do. */
const KEEP_MS = 5_000;
/** No BOM has this id, so there is nothing to be read. */
const NO_BOM = { bomId: '00000000-0000-0000-0000-000000000000', after: null };

export interface StoreHealth {
  readonly ok: boolean;
  readonly latency_ms: number;
  readonly reason?: string;
}

export interface StreamHealth {
  /** One store is enough to serve streams; `degraded` says that there is no other, or that news reach it late. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly redis: StoreHealth;
  /** A Redis that can be read and not written, as one that is full, answers readers and has nothing new for them. */
  readonly redis_writes: StoreHealth;
  readonly table: StoreHealth;
}

export interface HealthOptions {
  readonly redis: ProgressReader & WriteProbe;
  readonly table: ProgressReader;
  readonly now: () => number;
}

/** @returns asks the stores, or answers what they said a moment ago; never throws */
export function createHealth({ redis, table, now }: HealthOptions): () => Promise<StreamHealth> {
  let latest: Promise<StreamHealth> | null = null;
  let keptUntil = Infinity;
  return () => {
    if (latest && now() < keptUntil) return latest;
    keptUntil = Infinity;
    latest = examine().finally(() => keptUntil = now() + KEEP_MS);
    return latest;
  };

  async function examine(): Promise<StreamHealth> {
    const [hot, written, durable] = await Promise.all([
      tryOut(() => redis.read([NO_BOM])),
      tryOut(() => redis.probeWrite()),
      tryOut(() => table.read([NO_BOM])),
    ]);
    const isOk = hot.ok && written.ok && durable.ok;
    const status = isOk ? 'ok' : hot.ok || durable.ok ? 'degraded' : 'down';
    return { status, redis: hot, redis_writes: written, table: durable };
  }

  async function tryOut(ask: () => Promise<unknown>): Promise<StoreHealth> {
    const startedAt = now();
    const latency = () => ({ latency_ms: Math.round(now() - startedAt) });
    try {
      await ask();
      return { ok: true, ...latency() };
    } catch (error) {
      // Of any other error not even the name is said to strangers.
      return {
        ok: false,
        ...latency(),
        reason: error instanceof ProgressUnavailable ? error.reason : 'error',
      };
    }
  }
}
