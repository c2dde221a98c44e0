/** The event envelope (schema_version 1): what `enrichment_events` holds and every stream delivers. */
import { z } from 'zod';
import { EVENT_TYPES, LINE_STATUSES, RUN_SOURCES, RUN_STATUSES, WAIT_REASONS } from './status.ts';

export const SCHEMA_VERSION = 1;

export const RunStatusSchema = z.enum(RUN_STATUSES);
export const EventTypeSchema = z.enum(EVENT_TYPES);

/** `until` is when the run goes on; null where nobody knows. */
export const WaitingFor = z.object({ reason: z.enum(WAIT_REASONS), until: z.string().nullable() });
export type WaitingFor = z.infer<typeof WaitingFor>;

/** Counts and times of a run after the event. `percent_complete` is 0-100 with one decimal. */
export const RunState = z.object({
  status: RunStatusSchema,
  total_items: z.int().nonnegative(),
  enriched_items: z.int().nonnegative(),
  not_found_items: z.int().nonnegative(),
  failed_items: z.int().nonnegative(),
  skipped_items: z.int().nonnegative(),
  pending_items: z.int().nonnegative(),
  current_batch: z.int().nonnegative(),
  total_batches: z.int().nonnegative(),
  percent_complete: z.number().min(0).max(100),
  /** Settled lines per second of enriching time; null before the first line is settled, while it waits and while it is paused. */
  items_per_second: z.number().nonnegative().nullable(),
  eta_seconds: z.number().nonnegative().nullable(),
  /** Null while it is at work. Not in events of releases before 0.2.0. */
  waiting_for: WaitingFor.nullish(),
  started_at: z.string().nullable(),
  last_update: z.string(),
  completed_at: z.string().nullable(),
});
export type RunState = z.infer<typeof RunState>;

export const BatchItem = z.object({
  line_id: z.guid(),
  line_number: z.int().positive(),
  mpn: z.string().nullable(),
  status: z.enum(LINE_STATUSES),
  quality_score: z.number().min(0).max(100).nullable(),
  source: z.string().nullable(),
});
export type BatchItem = z.infer<typeof BatchItem>;

export const Batch = z.object({
  batch_number: z.int().positive(),
  batch_size: z.int().positive(),
  completed: z.int().nonnegative(),
  items: z.array(BatchItem).optional(),
  items_omitted: z.literal(true).optional(),
});
export type Batch = z.infer<typeof Batch>;

export const EventEnvelope = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  event_id: z.string(),
  event_type: EventTypeSchema,
  bom_id: z.guid(),
  organization_id: z.guid(),
  project_id: z.guid().nullable(),
  user_id: z.guid().nullable(),
  source: z.enum(RUN_SOURCES),
  run_id: z.guid(),
  run: z.int().positive(),
  seq: z.int().positive(),
  state: RunState,
  /** `changes`, of `enrichment.completed`: how much it found worse than the run before. Not in events before 0.3.0. */
  payload: z.looseObject({
    batch: Batch.optional(),
    reason: z.string().optional(),
    changes: z.int().optional(),
  }),
  created_at: z.string(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;
