/** What the stream promises on the wire, written down once more here: a suite for any server asks no server's code. */

export const TERMINAL_EVENTS: readonly string[] = [
  'enrichment.completed',
  'enrichment.failed',
  'enrichment.cancelled',
];

/** Events of a run. Each carries an id. */
export const RUN_EVENTS: readonly string[] = [
  'enrichment.started',
  'enrichment.progress',
  'enrichment.paused',
  'enrichment.resumed',
  ...TERMINAL_EVENTS,
];

/** Events of a connection. None carries an id. */
export const CONNECTION_EVENTS: readonly string[] = [
  'connected',
  'keepalive',
  'store',
  'reset',
  'reconnect',
  'reauth',
  'stream_error',
  'stream_end',
];

/** A browser that reconnects faster than this floods the server. */
export const MIN_RETRY_MS = 1_000;

/** Characters that need no CORS preflight in any browser when they come back as `Last-Event-ID`. */
export const SAFE_ID = /^[A-Za-z0-9._~-]+$/;
/** Above this the header needs a preflight. */
export const MAX_ID_BYTES = 128;

/** Ids of a run's events between two numbers, both included. */
export function eventIds(from: number, to: number, run = 1): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => `${run}-${from + i}`);
}
