/** One isolate's memory in the place of the database, for unit tests: held to the same contract. */
import type { KnownAnswer, OwnComponent, StoredAnswer, SupplierStore } from './store.ts';

const MINUTE_MS = 60_000;
/** What the database would make of a first failure that names no time of its own. */
const PAUSE_MS = { over_quota: MINUTE_MS, misconfigured: MINUTE_MS, transient: 0 } as const;

export interface MemoryStoreOptions {
  readonly callsPerMinute: number;
  readonly now: () => number;
  readonly own?: readonly OwnComponent[];
}

export function createMemorySupplierStore(
  { callsPerMinute, now, own = [] }: MemoryStoreOptions,
): SupplierStore {
  const answers = new Map<
    string,
    { supplier: string; number_key: string; at: number; answer: StoredAnswer }
  >();
  const recent = new Map<string, number[]>();
  const blocked = new Map<string, { until: number; reason: string }>();
  return {
    read(suppliers, questions, freshSeconds) {
      const known = suppliers.flatMap((supplier) =>
        [...new Set(questions.map(({ number_key }) => number_key))].flatMap((number_key): KnownAnswer[] => {
          const said = answers.get(`${supplier} ${number_key}`);
          if (!said) return [];
          const fresh = said.at > now() - freshSeconds * 1000;
          const answered_at = new Date(said.at).toISOString();
          return [{ supplier, number_key, answered_at, fresh, answer: said.answer }];
        })
      );
      const lines = new Set(questions.map(({ line_id }) => line_id));
      return Promise.resolve({ own: own.filter(({ line_id }) => lines.has(line_id)), answers: known });
    },
    grant(supplier, calls) {
      const closed = blocked.get(supplier);
      if (closed && closed.until > now()) {
        return Promise.resolve({ granted: 0, wait_ms: closed.until - now(), reason: closed.reason });
      }
      const made = (recent.get(supplier) ?? []).filter((at) => at > now() - MINUTE_MS);
      const granted = Math.min(calls, callsPerMinute - made.length);
      if (granted === 0) {
        return Promise.resolve({ granted, wait_ms: made[0]! + MINUTE_MS - now(), reason: 'minute' });
      }
      recent.set(supplier, [...made, ...Array<number>(granted).fill(now())]);
      return Promise.resolve({ granted, wait_ms: null, reason: null });
    },
    report(supplier, { failure, retry_after_ms, answers: given }) {
      for (const { number_key, answer } of given) {
        answers.set(`${supplier} ${number_key}`, { supplier, number_key, at: now(), answer });
      }
      const pause = failure === null ? 0 : retry_after_ms ?? PAUSE_MS[failure];
      if (failure !== null && pause > 0) blocked.set(supplier, { until: now() + pause, reason: failure });
      return Promise.resolve({
        answered_at: new Date(now()).toISOString(),
        blocked_ms: pause > 0 ? pause : null,
      });
    },
  };
}
