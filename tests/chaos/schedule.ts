/**
 * What goes wrong and when, all of it decided by the seed before anything starts. Another kind of fault is one more
 * kind here and one more case in faults.ts.
 */
import type { StandInFault } from '../../local/suppliers/stand-in.ts';
import type { Random } from './random.ts';
import { SUPPLIER_NAMES, type SupplierName } from '../../shared/domain/supplier.ts';
import { SUPPLIER_FAULTS } from './supplier.ts';

/** One thing that goes wrong, or that a user does. `target`, 0 up to 1, says to whom, among those there are then. */
export type Fault =
  | { readonly kind: 'kill_runner' | 'kill_stream'; readonly target: number }
  /** Stopped past its lease and then going on: a late worker that is as real as they come. */
  | { readonly kind: 'freeze_runner'; readonly target: number; readonly ms: number }
  | { readonly kind: 'crash_database' }
  | {
    readonly kind: 'fail_redis';
    readonly how: 'hang' | 'refuse' | 'html' | 'drop';
    readonly ms: number;
  }
  | { readonly kind: 'flush_redis' }
  | {
    readonly kind: 'lose_calls';
    readonly part: 'request' | 'reply';
    readonly every: number;
    readonly ms: number;
  }
  | {
    readonly kind: 'fail_supplier';
    readonly who: SupplierName | 'all';
    readonly how: StandInFault;
    readonly ms: number;
  }
  /** Somebody else uses the suppliers' calls up: of the minute or the day. */
  | { readonly kind: 'use_up_quota'; readonly of: 'minute' | 'day'; readonly ms: number }
  /** Clients break their connections off, as a tunnel would. */
  | { readonly kind: 'cut_clients' }
  | { readonly kind: 'pause'; readonly target: number; readonly resumeAfterMs: number | null }
  | { readonly kind: 'cancel' | 'start_twice' | 'delete_bom' | 'revoke_viewer'; readonly target: number };

export interface Step {
  readonly atMs: number;
  readonly fault: Fault;
}

export type Counts = Readonly<Record<Fault['kind'], number>>;

/** Longer than the lease of two seconds that all chaos runs with. */
const FREEZE_MS = [2_500, 4_000] as const;
const OUTAGE_MS = [1_000, 4_000] as const;
const LOSS_MS = [1_000, 2_500] as const;
const LOSE_EVERY = [2, 6] as const;
const PAUSE_MS = [500, 3_000] as const;

export function planFaults(random: Random, counts: Counts, durationMs: number): Step[] {
  const make: { [Kind in Fault['kind']]: (nth: number) => Fault } = {
    kill_runner: () => ({ kind: 'kill_runner', target: random.next() }),
    kill_stream: () => ({ kind: 'kill_stream', target: random.next() }),
    freeze_runner: () => ({ kind: 'freeze_runner', target: random.next(), ms: random.int(...FREEZE_MS) }),
    crash_database: () => ({ kind: 'crash_database' }),
    fail_redis: (nth) => ({
      kind: 'fail_redis',
      how: (['hang', 'refuse', 'html', 'drop'] as const)[nth % 4]!,
      ms: random.int(...OUTAGE_MS),
    }),
    flush_redis: () => ({ kind: 'flush_redis' }),
    lose_calls: (nth) => ({
      kind: 'lose_calls',
      part: nth % 2 === 0 ? 'reply' : 'request',
      every: random.int(...LOSE_EVERY),
      ms: random.int(...LOSS_MS),
    }),
    fail_supplier: (nth) => ({
      kind: 'fail_supplier',
      // What one of them does not say the others may; without any of them, lines wait.
      who: (['all', ...SUPPLIER_NAMES] as const)[nth % (SUPPLIER_NAMES.length + 1)]!,
      how: SUPPLIER_FAULTS[nth % SUPPLIER_FAULTS.length]!,
      ms: random.int(...OUTAGE_MS),
    }),
    use_up_quota: (nth) => ({
      kind: 'use_up_quota',
      of: (['day', 'minute'] as const)[nth % 2]!,
      ms: random.int(...OUTAGE_MS),
    }),
    cut_clients: () => ({ kind: 'cut_clients' }),
    // The first pause lasts, so that a run which is paused to the end is among those that are checked.
    pause: (nth) => ({
      kind: 'pause',
      target: random.next(),
      resumeAfterMs: nth === 0 ? null : random.int(...PAUSE_MS),
    }),
    cancel: () => ({ kind: 'cancel', target: random.next() }),
    start_twice: () => ({ kind: 'start_twice', target: random.next() }),
    delete_bom: () => ({ kind: 'delete_bom', target: random.next() }),
    revoke_viewer: () => ({ kind: 'revoke_viewer', target: random.next() }),
  };
  const steps = (Object.keys(make) as Fault['kind'][]).flatMap((kind) =>
    Array.from({ length: counts[kind] }, (_, nth): Step => ({
      atMs: random.int(0, durationMs),
      fault: make[kind](nth),
    }))
  );
  return steps.sort((a, b) => a.atMs - b.atMs);
}
