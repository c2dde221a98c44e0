/** Calls of functions/enrichment: runs and tickets. */
import { z } from 'zod';
import { StartRun } from '../domain/bom.ts';
import { EventEnvelope, RunStatusSchema } from '../domain/event.ts';
import type { RunStatus } from '../domain/status.ts';
import { MAX_TICKET_SECONDS, MIN_TICKET_SECONDS } from '../domain/limits.ts';
import { IDS, STATE, STREAM_URL } from './examples.ts';
import { defineRoute, READERS } from './route.ts';
import { id, IdempotencyKey, Timestamp } from './values.ts';

export const Run = z.object({
  bom_id: z.guid(),
  run_id: z.guid(),
  run: z.int(),
  status: RunStatusSchema,
  total_items: z.int(),
});

const QUEUED: z.input<typeof Run> = {
  bom_id: IDS.bom,
  run_id: IDS.run,
  run: 1,
  status: 'queued',
  total_items: 1,
};

export const startRun = defineRoute({
  method: 'POST',
  path: '/enrichment/:bom_id/start',
  summary: 'Starts a run.',
  role: 'editor',
  params: { bom_id: id('bom_id') },
  headers: { 'idempotency-key': IdempotencyKey.optional() },
  body: StartRun,
  status: 202,
  answer: Run.extend({ stream_url: z.url() }),
  errors: ['invalid_idempotency_key', 'bom_not_found', 'bom_released', 'run_active', 'nothing_to_do'],
  example: {
    params: { bom_id: IDS.bom },
    headers: { 'idempotency-key': 'd0c5d1c6' },
    body: { organization_id: IDS.organization, priority: 9, mode: 'all' },
    answer: { ...QUEUED, stream_url: STREAM_URL },
  },
});

const control = <const Action extends 'pause' | 'resume' | 'cancel'>(
  action: Action,
  status: RunStatus,
  summary: string,
) =>
  defineRoute({
    method: 'POST',
    path: `/enrichment/:bom_id/${action}`,
    summary,
    role: 'editor',
    params: { bom_id: id('bom_id') },
    status: 200,
    answer: Run,
    errors: ['bom_not_found', 'no_active_run'],
    example: { params: { bom_id: IDS.bom }, answer: { ...QUEUED, status } },
  });

export const controlRun = {
  pause: control('pause', 'paused', 'Pauses the run. A batch in progress still commits.'),
  resume: control('resume', 'queued', 'Resumes a paused run.'),
  cancel: control('cancel', 'cancelled', 'Cancels the run. Nothing commits after that.'),
};

export const { pause: pauseRun, resume: resumeRun, cancel: cancelRun } = controlRun;

const besideTheEvent = {
  /** Of a queued run its place among the runs of its organization, 1 for the next to be served. */
  queue_position: z.int().nullable(),
  /** The newest of what people changed of the BOM's lines, null where nobody did. */
  change_id: z.int().nullable(),
};

export const readStatus = defineRoute({
  method: 'GET',
  path: '/enrichment/:bom_id/status',
  summary: 'Reads the newest event, for networks that block streams.',
  role: 'viewer',
  params: { bom_id: id('bom_id') },
  headers: { 'if-none-match': z.string().optional() },
  status: 200,
  answer: z.union([
    EventEnvelope.extend(besideTheEvent),
    /** Before the first run. */
    z.object({ bom_id: z.guid(), event_id: z.null(), state: z.null(), ...besideTheEvent }),
  ]),
  otherwise: { 304: 'Nothing has changed since the version that If-None-Match names.' },
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    answer: {
      schema_version: 1,
      event_id: '1-4',
      event_type: 'enrichment.completed',
      bom_id: IDS.bom,
      organization_id: IDS.organization,
      project_id: null,
      user_id: IDS.user,
      source: 'user',
      run_id: IDS.run,
      run: 1,
      seq: 4,
      state: STATE,
      payload: {},
      created_at: '2026-01-01T12:00:00.080Z',
      queue_position: null,
      change_id: 18,
    },
  },
});

export const createTicket = defineRoute({
  method: 'POST',
  path: '/enrichment/tickets',
  summary: 'Issues a short-lived ticket for the stream of one BOM or one organization.',
  role: 'viewer',
  callers: READERS,
  body: z.strictObject({
    bom_id: z.guid().toLowerCase().optional(),
    organization_id: z.guid().toLowerCase().optional(),
    ttl_seconds: z.int().min(MIN_TICKET_SECONDS).max(MAX_TICKET_SECONDS).default(MAX_TICKET_SECONDS),
  }).refine(
    ({ bom_id, organization_id }) => (bom_id === undefined) !== (organization_id === undefined),
    'give exactly one of bom_id and organization_id',
  ),
  /** An id and a number. */
  maxBodyBytes: 1024,
  status: 201,
  answer: z.object({ ticket: z.string(), expires_at: Timestamp, stream_url: z.url() }),
  errors: ['tickets_not_configured', 'bom_not_found', 'organization_not_found'],
  example: {
    body: { bom_id: IDS.bom, ttl_seconds: 900 },
    answer: { ticket: 'stream.bom.…', expires_at: '2026-01-01T12:15:00.000Z', stream_url: STREAM_URL },
  },
});
