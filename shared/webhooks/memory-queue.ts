/** Deliveries in memory, for tests of who sends them. */
import type { Delivery, DeliveryQueue } from './queue.ts';

const OF_ONE = 2;
const LEASE_MS = 30_000;
const MINUTE_MS = 60_000;
/** After the first attempt, the second, and so on. */
const WAITS_MS = [1, 5, 30, 150, 1_200].map((minutes) => minutes * MINUTE_MS);

export interface Kept extends Delivery {
  readonly webhook_id: string;
  readonly due_at: number | null;
  readonly delivered: boolean;
  readonly response_status: number | null;
  readonly error: string | null;
}

/** What a webhook is told of. */
export type Told = Pick<Delivery, 'delivery_id' | 'url' | 'secret' | 'body'> & {
  readonly webhook_id: string;
};

export interface MemoryQueue extends DeliveryQueue {
  put(...told: readonly Told[]): void;
  kept(deliveryId: string): Kept;
}

export function createMemoryQueue(now: () => number): MemoryQueue {
  const all = new Map<string, Kept>();
  const keep = (kept: Kept) => all.set(kept.delivery_id, kept);
  return {
    put: (...told) =>
      told.forEach((each) =>
        keep({ ...each, attempt: 0, due_at: now(), delivered: false, response_status: null, error: null })
      ),
    kept: (deliveryId) => all.get(deliveryId)!,
    claim(limit) {
      const taken: Kept[] = [];
      for (const each of [...all.values()].toSorted((a, b) => (a.due_at ?? 0) - (b.due_at ?? 0))) {
        if (taken.length === limit) break;
        if (each.due_at === null || each.due_at > now()) continue;
        if (taken.filter(({ webhook_id }) => webhook_id === each.webhook_id).length === OF_ONE) continue;
        const leased = { ...each, attempt: each.attempt + 1, due_at: now() + LEASE_MS };
        keep(leased);
        taken.push(leased);
      }
      return Promise.resolve(
        taken.map(({ delivery_id, attempt, url, secret, body }) => (
          { delivery_id, attempt, url, secret, body }
        )),
      );
    },
    report(outcomes) {
      for (const outcome of outcomes) {
        const kept = all.get(outcome.delivery_id);
        if (!kept || kept.attempt !== outcome.attempt || kept.due_at === null) continue;
        const status = 'status' in outcome ? outcome.status : null;
        const delivered = status !== null && status >= 200 && status < 300;
        const wait = WAITS_MS[kept.attempt - 1];
        keep({
          ...kept,
          delivered,
          due_at: delivered || wait === undefined ? null : now() + wait,
          response_status: status,
          error: 'error' in outcome ? outcome.error : null,
        });
      }
      return Promise.resolve();
    },
  };
}
