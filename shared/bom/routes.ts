/** HTTP surface of BOMs: import and reading. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { parseEventId } from '../domain/event-id.ts';
import { type Authenticate, bearerToken } from '../http/auth.ts';
import { readJson, requireUuid } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/router.ts';
import { Publication } from '../progress/publisher.ts';
import type { Announce } from '../runs/announce.ts';
import type { Invoke } from '../runs/invoke.ts';
import { openEnvelope, readBom } from './intake.ts';

/** 10,000 lines of generous length; hosted functions have 256 MB for everything. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

const Created = z.object({ bom: z.record(z.string(), z.unknown()), publish: Publication.nullable() });

/** Answers are passed on as the database built them. */
const Json = z.record(z.string(), z.unknown());

export interface BomDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly announce: Announce;
  readonly invoke: Invoke;
  /** Keeps the isolate alive for work that the answer does not wait for. */
  readonly inBackground: (work: Promise<unknown>) => void;
}

export function createBomRoutes(dependencies: BomDependencies): Route[] {
  const { database, authenticate, announce, invoke, inBackground } = dependencies;
  const user = (request: Request) => authenticate(bearerToken(request));

  return [
    {
      method: 'POST',
      path: '/boms',
      handle: async ({ request }) => {
        const { id } = await user(request);
        const envelope = openEnvelope(await readJson(request, MAX_BODY_BYTES));
        const target = {
          p_user_id: id,
          p_organization_id: envelope.organization_id,
          p_project_id: envelope.project_id,
        };
        // The role before the file: reading one is work that only those may cause who may import.
        await database.call('bomstream_bom_may_create', target, z.literal(true));
        const { name, lines, issues } = readBom(envelope);
        const { bom: created, publish } = await database.call(
          'bomstream_bom_create',
          { ...target, p_name: name, p_lines: lines },
          Created,
        );
        if (publish) {
          inBackground(invoke());
          inBackground(announce(publish));
        }
        return Response.json({ ...created, issues }, { status: 201 });
      },
    },
    {
      method: 'GET',
      path: '/boms',
      handle: async ({ request }) => {
        const { id } = await user(request);
        return Response.json(await database.call('bomstream_bom_list', { p_user_id: id }, Json));
      },
    },
    {
      method: 'GET',
      path: '/boms/:bom_id',
      handle: async ({ request, params }) => {
        const { id } = await user(request);
        const bomId = requireUuid('bom_id', params.bom_id);
        return Response.json(
          await database.call('bomstream_bom_read', { p_user_id: id, p_bom_id: bomId }, Json),
        );
      },
    },
    {
      method: 'GET',
      path: '/boms/:bom_id/lines',
      handle: async ({ request, params, url }) => {
        const { id } = await user(request);
        const since = readSince(url.searchParams.get('since'));
        return Response.json(
          await database.call('bomstream_bom_lines_read', {
            p_user_id: id,
            p_bom_id: requireUuid('bom_id', params.bom_id),
            p_since_run: since?.run ?? null,
            p_since_seq: since?.seq ?? null,
          }, Json),
        );
      },
    },
  ];
}

function readSince(text: string | null) {
  if (text === null) return null;
  const id = parseEventId(text);
  if (!id) throw new Problem(400, 'invalid_event_id', 'The value of since must be an event id such as 3-17.');
  return id;
}
