/** Run and line states, and which moves between them are allowed. */
import { z } from 'zod';

export const RunStatus = z.enum(['queued', 'enriching', 'paused', 'completed', 'failed', 'cancelled']);
export type RunStatus = z.infer<typeof RunStatus>;

/** A pending line under a live lease is shown as `enriching`; that is derived, never stored. */
export const LineStatus = z.enum(['pending', 'enriched', 'not_found', 'failed', 'skipped']);
export type LineStatus = z.infer<typeof LineStatus>;

export const ShownLineStatus = z.enum([...LineStatus.options, 'enriching']);
export type ShownLineStatus = z.infer<typeof ShownLineStatus>;

export const RunMode = z.enum(['all', 'failed', 'pending']);
export type RunMode = z.infer<typeof RunMode>;

/** Roles of a member, weakest first: each includes what the ones before it may do. */
export const Role = z.enum(['viewer', 'editor', 'admin']);
export type Role = z.infer<typeof Role>;

const ENDED: ReadonlySet<RunStatus> = new Set(['completed', 'failed', 'cancelled']);

/** True once a run has written its terminal event and can never change again. */
export function isEnded(status: RunStatus): boolean {
  return ENDED.has(status);
}
