/** Calls of functions/enrichment-stream. What a stream says is in docs/api.md: OpenAPI has no words for it. */
import { z } from 'zod';
import { ROLES } from '../domain/status.ts';
import { IDS } from './examples.ts';
import { defineRoute, READERS } from './route.ts';
import { id, text } from './values.ts';

/** A UUID fits, and so does a name; nothing in it needs escaping in an address or a log. */
const CLIENT = /^[\w.~-]{1,64}$/;

/** What streams of both kinds take. */
export const streamQuery = {
  /** A ticket or an access token, for EventSource, which can send no header. */
  token: z.string().optional(),
  client: text(
    (given) => CLIENT.test(given),
    'invalid_client',
    'The client must be 1 to 64 letters, digits or any of . _ ~ - that name this one stream among yours.',
  ).meta({ pattern: CLIENT.source }).optional(),
  last_event_id: z.string().optional(),
  /** As a common polyfill sends it. */
  lastEventId: z.string().optional(),
};
/** The browser's own, newer memory: EventSource reconnects with the address it began with. */
export const streamHeaders = { 'last-event-id': z.string().optional() };

const ERRORS = [
  'invalid_client',
  'key_in_address',
  'invalid_ticket',
  'ticket_for_another',
  'too_many_streams',
  'too_many_connects',
  'isolate_full',
] as const;

const CONNECTED = `event: connected\ndata: {"schema_version":1,"bom_id":"${IDS.bom}",…}\n\n`;

export const streamBom = defineRoute({
  method: 'GET',
  path: '/enrichment-stream/:bom_id',
  summary: "Streams a BOM's events until its latest run ends.",
  role: 'viewer',
  callers: READERS,
  params: { bom_id: id('bom_id') },
  query: streamQuery,
  headers: streamHeaders,
  status: 200,
  mediaTypes: ['text/event-stream'],
  answer: z.string(),
  otherwise: { 204: 'The client has seen the end of the latest run: nothing more will come.' },
  errors: ['bom_not_found', ...ERRORS],
  example: { params: { bom_id: IDS.bom }, query: { client: 'tab-1' }, answer: CONNECTED },
});

export const streamOrganization = defineRoute({
  method: 'GET',
  path: '/enrichment-stream',
  summary: "Streams the events of an organization's BOMs with an active run, the newest 50.",
  role: 'viewer',
  query: { organization_id: id('organization_id'), ...streamQuery },
  headers: streamHeaders,
  status: 200,
  mediaTypes: ['text/event-stream'],
  answer: z.string(),
  errors: ['invalid_id', 'organization_not_found', ...ERRORS],
  example: { query: { organization_id: IDS.organization, client: 'tab-1' }, answer: CONNECTED },
});

/** Data of the `keepalive` that a client gets after 15 s of silence. */
export const keepalive = z.object({ server_time: z.iso.datetime() });
export type Keepalive = z.infer<typeof keepalive>;

/** Data of `stream_end`, the last event: a client that receives it does not reconnect. */
export const streamEnd = z.object({
  /** How the run ended, or what became of the BOM or the organization, or of the right to see it. */
  reason: z.enum(['completed', 'failed', 'cancelled', 'deleted', 'access_revoked']),
  /** The event that ended the run, null for any other reason. */
  event_id: z.string().nullable(),
});
export type StreamEnd = z.infer<typeof streamEnd>;

/** Data of the `bom_deleted` on a stream over an organization, followed or not; it goes on with the other BOMs. */
export const bomDeleted = z.object({ bom_id: z.guid() });
export type BomDeleted = z.infer<typeof bomDeleted>;

/**
 * Data of `bom_changed`: people have decided or edited lines of a BOM, which is no event of a run, or have changed the BOM itself: its
 * name, project, schedule or number of boards, or released it. Read its changes down to the one that you know, or its lines, and the BOM.
 */
export const bomChanged = z.object({
  bom_id: z.guid(),
  /** The newest of its changes; what changes the BOM itself has a number above all of them. */
  change_id: z.int(),
});
export type BomChanged = z.infer<typeof bomChanged>;

/** Data of `role_changed`: what the viewer may do in the organization is another thing now. */
export const roleChanged = z.object({ role: z.enum(ROLES) });
export type RoleChanged = z.infer<typeof roleChanged>;

const StoreHealth = z.object({ ok: z.boolean(), latency_ms: z.int(), reason: z.string().optional() });
const PartHealth = z.object({ ok: z.boolean(), reason: z.string().optional() });

/** What only an operator is told, for `bomstream doctor`. */
const OperatorHealth = z.object({
  /** The release whose database these functions need. */
  needs_database: z.string(),
  settings: z.object({
    allowed_origins: z.array(z.string()),
    ticket_keys: z.int(),
    redis_prefix: z.string(),
    /** Null: not set, so the free plan's is taken. */
    wall_clock_seconds: z.number().nullable(),
  }),
  /** BOMs whose key in Redis is from another database, or no stream of events. */
  stale_keys: z.array(z.guid()),
});

export const readHealth = defineRoute({
  method: 'GET',
  path: '/enrichment-stream/health',
  summary:
    "Reports whether streams can be served and runs progress; with the secret key, also the functions' settings.",
  role: 'everybody',
  headers: {
    /** The project's secret key: everything is looked at anew, and more is told. Any other is as good as none. */
    apikey: z.string().optional(),
  },
  status: 200,
  answer: z.object({
    status: z.enum(['ok', 'degraded', 'down']),
    redis: StoreHealth,
    redis_writes: StoreHealth,
    table: StoreHealth,
    publishing: PartHealth,
    cron: PartHealth,
    invocations: PartHealth,
    suppliers: PartHealth,
    operator: OperatorHealth.optional(),
  }),
  otherwise: { 503: 'Neither Redis nor the table can be read.' },
  errors: [],
  example: {
    answer: {
      status: 'degraded',
      redis: { ok: true, latency_ms: 4 },
      redis_writes: { ok: true, latency_ms: 6 },
      table: { ok: true, latency_ms: 9 },
      publishing: { ok: true },
      cron: { ok: false, reason: 'late' },
      invocations: { ok: true },
      suppliers: { ok: true },
    },
  },
});
