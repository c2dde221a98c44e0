/** One isolate's memory in the place of the database, for unit tests: held to the same contract. */
import type { KnownAnswer, OwnComponent, StoredAnswer, SupplierStore } from './store.ts';

const MINUTE_MS = 60_000;
/** What the database would make of a first failure that names no time of its own. */
const PAUSE_MS = { over_quota: MINUTE_MS, misconfigured: MINUTE_MS, transient: 0 } as const;

export interface MemoryStoreOptions {
  readonly callsPerMinute: number;
  readonly now: () => number;
  /** Each with the key it is kept by. */
  readonly own?: readonly (OwnComponent & { readonly orderable_key: string })[];
}

export function createMemorySupplierStore(
  { callsPerMinute, now, own = [] }: MemoryStoreOptions,
): SupplierStore {
  const answers = new Map<
    string,
    { supplier: string; orderable_key: string; at: number; answer: StoredAnswer }
  >();
  const recent = new Map<string, number[]>();
  const blocked = new Map<string, { until: number; reason: string }>();
  return {
    read(suppliers, questions, freshSeconds) {
      const known = suppliers.flatMap((supplier) =>
        [...new Set(questions.map(({ orderable_key }) => orderable_key))].flatMap(
          (orderable_key): KnownAnswer[] => {
            const said = answers.get(`${supplier} ${orderable_key}`);
            if (!said) return [];
            const fresh = said.at > now() - freshSeconds * 1000;
            const answered_at = new Date(said.at).toISOString();
            return [{ supplier, orderable_key, answered_at, fresh, answer: said.answer }];
          },
        )
      );
      const ofLines = own.flatMap(({ orderable_key, ...component }) =>
        questions.some((asked) =>
            asked.line_id === component.line_id && asked.orderable_key === orderable_key
          )
          ? [component]
          : []
      );
      return Promise.resolve({ own: ofLines, answers: known });
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
      for (const { orderable_key, answer } of given) {
        answers.set(`${supplier} ${orderable_key}`, { supplier, orderable_key, at: now(), answer });
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
