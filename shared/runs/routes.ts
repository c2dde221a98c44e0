/** HTTP surface for users of a run: start, pause, resume, cancel, status. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { StartRun } from '../domain/bom.ts';
import { EventEnvelope, RunStatusSchema } from '../domain/event.ts';
import { type Authenticate, bearerToken } from '../http/auth.ts';
import { validate } from '../domain/validate.ts';
import { readJson, requireUuid } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/router.ts';
import { Publication } from '../progress/publisher.ts';
import type { Announce } from './announce.ts';
import type { Invoke } from './invoke.ts';

/** A start is five short fields. */
const MAX_BODY_BYTES = 16 * 1024;

const RunReply = z.object({
  run: z.object({
    bom_id: z.string(),
    run_id: z.string(),
    run: z.int(),
    status: RunStatusSchema,
    total_items: z.int(),
  }),
  publish: Publication.nullable(),
});

const StartReply = RunReply.extend({
  /** This is the run of an earlier start with the same key. */
  repeated: z.boolean(),
});

const Status = z.object({ event: EventEnvelope.nullable(), queue_position: z.int().nullable() });

/** As the draft standard has it: any text a client makes up, one for each start it means. */
const MAX_IDEMPOTENCY_KEY_CHARS = 128;

export interface ControlDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly announce: Announce;
  readonly invoke: Invoke;
  /** Keeps the isolate alive for work that the answer does not wait for. */
  readonly inBackground: (work: Promise<unknown>) => void;
  /** The project's public address, for `stream_url`. */
  readonly supabaseUrl: string;
}

export function createControlRoutes(dependencies: ControlDependencies): Route[] {
  const { database, authenticate, announce, invoke, inBackground, supabaseUrl } = dependencies;
  const user = (request: Request) => authenticate(bearerToken(request));

  const control = (action: 'pause' | 'resume' | 'cancel'): Route => ({
    method: 'POST',
    path: `/enrichment/:bom_id/${action}`,
    handle: async ({ request, params }) => {
      const { id } = await user(request);
      const { run, publish: publication } = await database.call('bomstream_control', {
        p_user_id: id,
        p_bom_id: requireUuid('bom_id', params.bom_id),
        p_action: action,
      }, RunReply);
      inBackground(announce(publication));
      if (action === 'resume') inBackground(invoke());
      return Response.json(run);
    },
  });

  return [
    {
      method: 'POST',
      path: '/enrichment/:bom_id/start',
      handle: async ({ request, params }) => {
        const { id } = await user(request);
        const bomId = requireUuid('bom_id', params.bom_id);
        const body = validate(StartRun, await readJson(request, MAX_BODY_BYTES));
        const { run, publish: publication, repeated } = await database.call('bomstream_start', {
          p_user_id: id,
          p_bom_id: bomId,
          p_organization_id: body.organization_id,
          p_project_id: body.project_id,
          p_priority: body.priority,
          p_mode: body.mode,
          p_idempotency_key: idempotencyKey(request),
        }, StartReply);
        // The first start has called one; a client that insists does not get a runner for each try.
        if (!repeated) inBackground(invoke());
        inBackground(announce(publication));
        return Response.json({
          ...run,
          stream_url: `${supabaseUrl}/functions/v1/enrichment-stream/${bomId}`,
        }, {
          status: 202,
        });
      },
    },
    control('pause'),
    control('resume'),
    control('cancel'),
    {
      method: 'GET',
      path: '/enrichment/:bom_id/status',
      handle: async ({ request, params }) => {
        const { id } = await user(request);
        const bomId = requireUuid('bom_id', params.bom_id);
        const { event, queue_position } = await database.call('bomstream_status', {
          p_user_id: id,
          p_bom_id: bomId,
        }, Status);
        const version = [event?.event_id ?? 'never-run', queue_position].filter((part) => part !== null);
        const etag = `"${version.join('+')}"`;
        const headers = { etag, 'cache-control': 'private, no-cache' };
        if (isSameVersion(request.headers.get('if-none-match'), etag)) {
          return new Response(null, { status: 304, headers });
        }
        const newest = event ?? { bom_id: bomId, event_id: null, state: null };
        return Response.json({ ...newest, queue_position }, { headers });
      },
    },
  ];
}

/** Proxies that compress an answer mark its tag as weak, and a client may know several versions. */
function isSameVersion(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}

/** @throws Problem 400 `invalid_idempotency_key` */
function idempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key === null || (key !== '' && key.length <= MAX_IDEMPOTENCY_KEY_CHARS)) return key;
  throw new Problem(
    400,
    'invalid_idempotency_key',
    `The Idempotency-Key must have 1 to ${MAX_IDEMPOTENCY_KEY_CHARS} characters: a new one for each start you mean.`,
  );
}
