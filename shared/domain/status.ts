/** Run and line states, and which moves between them are allowed. Free of zod, so that a browser can use it as it is. */

export const RUN_STATUSES = ['queued', 'enriching', 'paused', 'completed', 'failed', 'cancelled'] as const;
export type RunStatus = typeof RUN_STATUSES[number];

/** A pending line under a live lease is shown as `enriching`; that is derived, never stored. */
export const LINE_STATUSES = ['pending', 'enriched', 'not_found', 'failed', 'skipped'] as const;
export type LineStatus = typeof LINE_STATUSES[number];
export type ShownLineStatus = LineStatus | 'enriching';

/** `refresh` takes what has grown old. */
export const RUN_MODES = ['all', 'failed', 'pending', 'refresh'] as const;
export type RunMode = typeof RUN_MODES[number];

/** Who started a run: a user, the import of its BOM, or its schedule. */
export const RUN_SOURCES = ['user', 'auto', 'schedule'] as const;

/** What a run may find worse of a line's part than the run before. */
export const CHANGE_KINDS = [
  'stock_gone',
  'stock_low',
  'price_up',
  'end_of_life',
  'lead_time_up',
  'compliance_lost',
] as const;

/** What an organization's webhooks may be told of. */
export const WEBHOOK_EVENTS = ['run.ended', 'changes.found', 'review.needed'] as const;

/** How often a BOM is enriched again by itself. */
export const SCHEDULES = ['none', 'nightly', 'weekly'] as const;

/** Roles of a member, weakest first: each includes what the ones before it may do. */
/** What people decided of a line, apart from the work on it. */
export const REVIEWS = ['none', 'needed', 'approved', 'rejected'] as const;

export const ROLES = ['viewer', 'editor', 'admin'] as const;
export type Role = typeof ROLES[number];

/** Events of a run. Each has an id and a place in the run's numbering. */
export const EVENT_TYPES = [
  'enrichment.started',
  'enrichment.progress',
  'enrichment.paused',
  'enrichment.resumed',
  'enrichment.completed',
  'enrichment.failed',
  'enrichment.cancelled',
] as const;
export type EventType = typeof EVENT_TYPES[number];

const ENDED: ReadonlySet<RunStatus> = new Set(['completed', 'failed', 'cancelled']);

/** True once a run has written its terminal event and can never change again. */
export function isEnded(status: RunStatus): boolean {
  return ENDED.has(status);
}

const TERMINAL: ReadonlySet<string> = new Set([...ENDED].map((status) => `enrichment.${status}`));

/** True for the one event that ends a run. */
export function isTerminal(type: string): boolean {
  return TERMINAL.has(type);
}

/** What holds a run up: a supplier's quota of a minute or a day, a supplier that does not answer, or no runner at all. */
export const WAIT_REASONS = ['supplier_minute', 'supplier_day', 'supplier_away', 'nobody_to_work'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];
