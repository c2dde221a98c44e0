/** What an isolate has done for its streams. */
import type { Metrics } from '../metrics.ts';
import type { CloseReason } from './connection.ts';
import type { Hub } from './hub.ts';

interface CountedStream {
  readonly counts: { readonly delivered: number; readonly conflated: number };
}

/** Ends that have a figure of their own. */
const ENDS = {
  rotated: 'rotations',
  stalled: 'slow_clients',
  access_revoked: 'rights_lost',
} as const satisfies Partial<Record<CloseReason, string>>;

export interface StreamCounts {
  /** @param reset its client's cursor led nowhere */
  opened(stream: CountedStream, reset: boolean): void;
  closed(stream: CountedStream, reason: CloseReason): void;
}

export function createStreamCounts(
  { hub, metrics }: {
    /** What the hub counts itself. */
    readonly hub: Pick<Hub, 'counts' | 'store' | 'breakers'>;
    readonly metrics: Metrics;
  },
): StreamCounts {
  const open = new Map<CountedStream, () => void>();
  const past = { deliveries: 0, conflations: 0 };
  metrics.from(() => {
    const sum = { ...past };
    for (const { counts } of open.keys()) {
      sum.deliveries += counts.delivered;
      sum.conflations += counts.conflated;
    }
    const { tablePolls, ...counts } = hub.counts;
    return { ...counts, table_polls: tablePolls, store: hub.store, ...hub.breakers, ...sum };
  });

  return {
    opened(stream, reset) {
      open.set(stream, metrics.begin());
      metrics.count('streams_opened');
      if (reset) metrics.count('resets');
    },
    closed(stream, reason) {
      const end = open.get(stream);
      if (!end) return;
      past.deliveries += stream.counts.delivered;
      past.conflations += stream.counts.conflated;
      open.delete(stream);
      if (reason in ENDS) metrics.count(ENDS[reason as keyof typeof ENDS]);
      end();
    },
  };
}
