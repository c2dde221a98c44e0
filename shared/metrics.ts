/**
 * What an isolate has done since it began, under names that stay: a line of its log each minute while it is at work, and
 * one when it comes to rest. docs/operations.md says of each figure what is normal and what to do.
 */
import type { Log } from './log.ts';

/** Often enough to see a bad minute, rare enough to cost nothing. */
const REPORT_MS = 60_000;

const STORE_FIGURES = ['redis_commands', 'redis_failures', 'database_calls', 'database_failures'] as const;

/** What enrichment-stream counts. */
export const STREAM_FIGURES = [
  ...['streams_opened', 'refusals', 'resets', 'rotations', 'slow_clients', 'rights_lost'] as const,
  ...STORE_FIGURES,
];

/** What enrichment-runner counts. */
export const RUNNER_FIGURES = [
  ...['batches', 'lines', 'lines_refused'] as const,
  ...['supplier_calls', 'supplier_failures', 'supplier_waits'] as const,
  ...['events_published', 'publishes_failed'] as const,
  ...STORE_FIGURES,
];

export type Figure = (typeof STREAM_FIGURES | typeof RUNNER_FIGURES)[number];
export type Count = (figure: Figure, by?: number) => void;
type Figures = Readonly<Record<string, number | string>>;

/** For functions that live too short for a line a minute: their faults have lines of their own. */
export const uncounted: Count = () => {};

export interface Metrics {
  readonly count: Count;
  /** Figures that others keep, read for each line. */
  from(read: () => Figures): void;
  /** Something that it is at work for begins; what is returned ends it, once. */
  begin(): () => void;
}

export interface MetricsOptions {
  /** What the function is at work for, which is how many of them there are now. */
  readonly of: 'streams' | 'workers';
  /** Are in each line, also as 0. */
  readonly figures: readonly Figure[];
  readonly log: Log;
  readonly now: () => number;
  /** Starts a repeating timer and returns how to stop it; there is none while nothing is at work. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export function createMetrics({ of, figures, log, now, every }: MetricsOptions): Metrics {
  const isolate = crypto.randomUUID();
  const begunAt = now();
  const counted = Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>;
  const sources: (() => Figures)[] = [];
  let atWork = 0;
  let stop: (() => void) | null = null;

  function report(): void {
    log('metrics', {
      isolate,
      up_seconds: Math.round((now() - begunAt) / 1_000),
      [of]: atWork,
      ...counted,
      ...Object.assign({}, ...sources.map((read) => read())),
    });
  }

  return {
    count: (figure, by = 1) => {
      counted[figure] += by;
    },
    from: (read) => void sources.push(read),
    begin() {
      atWork += 1;
      stop ??= every(REPORT_MS, report);
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        atWork -= 1;
        if (atWork > 0) return;
        stop?.();
        stop = null;
        report();
      };
    },
  };
}
