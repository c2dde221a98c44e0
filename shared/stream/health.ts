/** Whether the stores that streams are served from can be read now. */
import { type ProgressReader, ProgressUnavailable } from '../progress/port.ts';

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
  /** One store is enough to serve streams; `degraded` says that there is no other. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly redis: StoreHealth;
  readonly table: StoreHealth;
}

export interface HealthOptions {
  readonly redis: ProgressReader;
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
    const [hot, durable] = await Promise.all([examineStore(redis), examineStore(table)]);
    const status = hot.ok && durable.ok ? 'ok' : hot.ok || durable.ok ? 'degraded' : 'down';
    return { status, redis: hot, table: durable };
  }

  async function examineStore(store: ProgressReader): Promise<StoreHealth> {
    const startedAt = now();
    const latency = () => ({ latency_ms: Math.round(now() - startedAt) });
    try {
      await store.read([NO_BOM]);
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
