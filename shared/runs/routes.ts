/** HTTP surface for users of a run: start, pause, resume, cancel, status. */
import { z } from 'zod';
import * as contract from '../api/enrichment.ts';
import type { Database } from '../database/port.ts';
import { EventEnvelope } from '../domain/event.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, Reply } from '../http/handle.ts';
import type { Route } from '../http/router.ts';
import { Publication } from '../progress/publisher.ts';
import type { Announce } from './announce.ts';
import type { Invoke } from './invoke.ts';

const RunReply = z.object({ run: contract.Run, publish: Publication.nullable() });

const StartReply = RunReply.extend({
  /** This is the run of an earlier start with the same key. */
  repeated: z.boolean(),
});

const Status = z.object({
  event: EventEnvelope.nullable(),
  queue_position: z.int().nullable(),
  change_id: z.int().nullable(),
});

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
  const { database, announce, invoke, inBackground, supabaseUrl } = dependencies;

  const control = (action: 'pause' | 'resume' | 'cancel') =>
    handle(contract.controlRun[action], dependencies, async ({ user, params }) => {
      const { run, publish: publication } = await database.call('bomstream_control', {
        p_user_id: user.id,
        p_bom_id: params.bom_id,
        p_action: action,
      }, RunReply);
      inBackground(announce(publication));
      if (action === 'resume') inBackground(invoke());
      return run;
    });

  return [
    handle(contract.startRun, dependencies, async ({ user, params: { bom_id }, headers, body }) => {
      const { run, publish: publication, repeated } = await database.call('bomstream_start', {
        p_user_id: user.id,
        p_bom_id: bom_id,
        p_organization_id: body.organization_id,
        p_project_id: body.project_id,
        p_priority: body.priority,
        p_mode: body.mode,
        p_idempotency_key: headers['idempotency-key'] ?? null,
      }, StartReply);
      // The first start has called one; a client that insists does not get a runner for each try.
      if (!repeated) inBackground(invoke());
      inBackground(announce(publication));
      return { ...run, stream_url: `${supabaseUrl}/functions/v1/enrichment-stream/${bom_id}` };
    }),
    control('pause'),
    control('resume'),
    control('cancel'),
    handle(contract.readStatus, dependencies, async ({ user, params: { bom_id }, headers: known }) => {
      const { event, queue_position, change_id } = await database.call('bomstream_status', {
        p_user_id: user.id,
        p_bom_id: bom_id,
      }, Status);
      const version = [
        event?.event_id ?? 'never-run',
        queue_position,
        change_id === null ? null : `change-${change_id}`,
      ];
      const etag = `"${version.filter((part) => part !== null).join('+')}"`;
      const headers = { etag, 'cache-control': 'private, no-cache' };
      if (isSameVersion(known['if-none-match'], etag)) return new Reply(null, { status: 304, headers });
      const newest = event ?? { bom_id, event_id: null, state: null };
      return new Reply({ ...newest, queue_position, change_id }, { headers });
    }),
  ];
}

/** Proxies that compress an answer mark its tag as weak, and a client may know several versions. */
function isSameVersion(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}
