/** Commits at seeded moments to BOMs that clients watch, and how long each takes to be seen. */
import { delay } from '../../../local/process.ts';
import { createCondition } from '../conditions.ts';
import { median, percentile } from '../numbers.ts';
import { seededRandom } from './random.ts';

/** So many that no figure hangs on how a few commits happened to fall between two polls. */
const BOMS = 50;
const CLIENTS_PER_BOM = 2;
export const CLIENTS = BOMS * CLIENTS_PER_BOM;
const WRITE_EVERY_MS = 1_000;
/** A busy moment of the machine spoils one window, and the median leaves it out. */
const WINDOW_WRITES = 12;
/** Event 1 only tells the hubs that a run is at work. */
export const FIRST_COUNTED_SEQ = 2;
const SEED = 20_260_105;

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** What some clients saw, of the commits to the BOMs they watch. */
export interface Arrivals {
  seen(bomId: string, seq: number): void;
  /** Waits until that many events have arrived at all of them together; @throws when they do not */
  until(arrivals: number): Promise<void>;
  /** Milliseconds from commit to client: medians of the windows' percentiles. */
  percentiles(): Percentiles;
}

export interface Commits {
  /** What each client watches. */
  readonly watched: readonly string[];
  /** Events that each client is to see of `steadily`. */
  readonly writes: number;
  observe(): Arrivals;
  /** Event 1 of each BOM, all at once. */
  first(): Promise<void>;
  /** The counted ones, a second apart for each BOM, each BOM at moments of its own. */
  steadily(): Promise<void>;
}

/** @param append writes event `seq` of a BOM's run to wherever it is to be seen from */
export function createCommits(
  windows: number,
  append: (bomId: string, seq: number) => Promise<unknown>,
): Commits {
  const bomIds = Array.from({ length: BOMS }, () => crypto.randomUUID());
  const writes = windows * WINDOW_WRITES;
  const committedAt = new Map<string, number>();
  const keyOf = (bomId: string, seq: number) => `${bomId} ${seq}`;
  const commit = (bomId: string, seq: number) => {
    committedAt.set(keyOf(bomId, seq), performance.now());
    return append(bomId, seq);
  };
  return {
    watched: Array.from({ length: CLIENTS }, (_, i) => bomIds[i % BOMS]!),
    writes,
    async first() {
      await Promise.all(bomIds.map((bomId) => commit(bomId, 1)));
    },
    async steadily() {
      const random = seededRandom(SEED);
      const began = performance.now();
      await Promise.all(bomIds.map(async (bomId) => {
        for (let write = 0; write < writes; write++) {
          const due = began + (write + random()) * WRITE_EVERY_MS;
          await delay(Math.max(0, due - performance.now()));
          await commit(bomId, FIRST_COUNTED_SEQ + write);
        }
      }));
    },
    observe() {
      const condition = createCondition();
      const arrivals: { readonly window: number; readonly latency: number }[] = [];
      return {
        seen(bomId, seq) {
          const latency = performance.now() - committedAt.get(keyOf(bomId, seq))!;
          arrivals.push({ window: Math.floor((seq - FIRST_COUNTED_SEQ) / WINDOW_WRITES), latency });
          condition.changed();
        },
        until: (count) =>
          condition.until(() => arrivals.length >= count, () => `${count} arrivals, only ${arrivals.length}`),
        percentiles() {
          const each = Array.from({ length: windows }, (_, i) => {
            const latencies = arrivals.filter(({ window }) => window === i).map(({ latency }) => latency);
            return { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
          });
          return {
            p50: Math.round(median(each.map(({ p50 }) => p50))),
            p95: Math.round(median(each.map(({ p95 }) => p95))),
          };
        },
      };
    },
  };
}
