/** One isolate's memory in the place of the database, for unit tests: held to the same contract. */
import type { KnownAnswer, OwnComponent, StoredAnswer, SupplierChoice, SupplierStore } from './store.ts';

const MINUTE_MS = 60_000;
/** What the database would make of a first failure that names no time of its own. */
const PAUSE_MS = { over_quota: MINUTE_MS, misconfigured: MINUTE_MS, transient: 0, stopped: 0 } as const;

export interface MemoryStoreOptions {
  readonly callsPerMinute: number;
  readonly now: () => number;
  /** Each with the key it is kept by. */
  readonly own?: readonly (OwnComponent & { readonly orderable_key: string })[];
  readonly choice?: SupplierChoice;
}

export function createMemorySupplierStore(
  { callsPerMinute, now, own = [], choice = { names: null, until_filled: false } }: MemoryStoreOptions,
): SupplierStore {
  const answers = new Map<
    string,
    { supplier: string; orderable_key: string; at: number; answer: StoredAnswer }
  >();
  const recent = new Map<string, number[]>();
  const counted = new Map<string, number>();
  const blocked = new Map<string, { until: number; reason: string }>();
  return {
    read(suppliers, questions) {
      const known = suppliers.flatMap((supplier) =>
        [...new Set(questions.map(({ orderable_key }) => orderable_key))].flatMap(
          (orderable_key): KnownAnswer[] => {
            const said = answers.get(`${supplier} ${orderable_key}`);
            if (!said) return [];
            const age_seconds = (now() - said.at) / 1000;
            const answered_at = new Date(said.at).toISOString();
            return [{ supplier, orderable_key, answered_at, age_seconds, answer: said.answer }];
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
      return Promise.resolve({ own: ofLines, answers: known, choice });
    },
    grant(supplier, calls, { budget, worstParts }) {
      const closed = blocked.get(supplier);
      if (closed && closed.until > now()) {
        return Promise.resolve({ granted: 0, wait_ms: closed.until - now(), reason: closed.reason });
      }
      const left = budget ? budget.parts - (counted.get(supplier) ?? 0) : Infinity;
      const affordable = worstParts > 0 ? Math.floor(left / worstParts) : calls;
      if (affordable <= 0) return Promise.resolve({ granted: 0, wait_ms: null, reason: 'budget' });
      const made = (recent.get(supplier) ?? []).filter((at) => at > now() - MINUTE_MS);
      const granted = Math.min(calls, affordable, callsPerMinute - made.length);
      if (granted === 0) {
        return Promise.resolve({ granted, wait_ms: made[0]! + MINUTE_MS - now(), reason: 'minute' });
      }
      counted.set(supplier, (counted.get(supplier) ?? 0) + granted * worstParts);
      recent.set(supplier, [...made, ...Array<number>(granted).fill(now())]);
      return Promise.resolve({ granted, wait_ms: null, reason: null });
    },
    report(supplier, { failure, retry_after_ms, unused_parts, answers: given }) {
      counted.set(supplier, (counted.get(supplier) ?? 0) - unused_parts);
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
