/** What an isolate has done for its streams since it began, for its log. */
import type { Log } from '../log.ts';
import type { CloseReason } from './connection.ts';

/** Often enough to see a bad minute, rare enough to cost nothing. */
const REPORT_MS = 60_000;

interface CountedStream {
  readonly counts: { readonly delivered: number; readonly conflated: number };
}

export interface StreamCountsOptions {
  /** What the hub counts itself. */
  readonly hub: { readonly counts: Readonly<Record<string, number>> };
  readonly log: Log;
  /** Starts a repeating timer and returns how to stop it; there is none while there are no streams. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export interface StreamCounts {
  opened(stream: CountedStream): void;
  closed(stream: CountedStream, reason: CloseReason): void;
  totals(): Readonly<Record<string, number>>;
}

/** Writes `stream_counts` each minute while there are streams. */
export function createStreamCounts({ hub, log, every }: StreamCountsOptions): StreamCounts {
  const open = new Set<CountedStream>();
  const past = { deliveries: 0, conflations: 0, rotations: 0 };
  let stop: (() => void) | null = null;

  function totals() {
    const sum = { ...past };
    for (const { counts } of open) {
      sum.deliveries += counts.delivered;
      sum.conflations += counts.conflated;
    }
    return { streams: open.size, ...hub.counts, ...sum };
  }

  return {
    totals,
    opened(stream) {
      open.add(stream);
      stop ??= every(REPORT_MS, () => log('stream_counts', totals()));
    },
    closed(stream, reason) {
      if (!open.delete(stream)) return;
      past.deliveries += stream.counts.delivered;
      past.conflations += stream.counts.conflated;
      if (reason === 'rotated') past.rotations += 1;
      if (open.size > 0) return;
      stop?.();
      stop = null;
    },
  };
}
