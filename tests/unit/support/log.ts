/** A log that remembers. */
import type { Log } from '../../../shared/log.ts';

export interface LogEntry {
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

export function recordLog(): { log: Log; entries: LogEntry[]; events: () => string[] } {
  const entries: LogEntry[] = [];
  return {
    log: (event, fields = {}) => void entries.push({ event, ...fields }),
    entries,
    events: () => entries.map(({ event }) => event),
  };
}
