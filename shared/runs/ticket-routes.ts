/** Where tickets come from: a signed-in user asks for one that follows one BOM or one organization. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { type Authenticate, bearerToken } from '../http/auth.ts';
import { validate } from '../domain/validate.ts';
import { readJson, requireUuid } from '../http/input.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/router.ts';
import { MAX_TICKET_SECONDS, MIN_TICKET_SECONDS, type Tickets } from '../stream/tickets.ts';
import type { Scope } from '../stream/scope.ts';

/** An id and a number. */
const MAX_BODY_BYTES = 1024;

const TicketRequest = z.strictObject({
  bom_id: z.guid().optional(),
  organization_id: z.guid().optional(),
  ttl_seconds: z.int().min(MIN_TICKET_SECONDS).max(MAX_TICKET_SECONDS).default(MAX_TICKET_SECONDS),
}).refine(
  ({ bom_id, organization_id }) => (bom_id === undefined) !== (organization_id === undefined),
  'give exactly one of bom_id and organization_id',
);

export interface TicketDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  /** Null: no keys are configured. */
  readonly tickets: Tickets | null;
  /** The project's public address, for `stream_url`. */
  readonly supabaseUrl: string;
}

export function createTicketRoute(
  { database, authenticate, tickets, supabaseUrl }: TicketDependencies,
): Route {
  return {
    method: 'POST',
    path: '/enrichment/tickets',
    handle: async ({ request }) => {
      const { id: userId } = await authenticate(bearerToken(request));
      if (!tickets) {
        throw new Problem(
          501,
          'tickets_not_configured',
          'This installation issues no tickets: its operator has to set BOMSTREAM_TICKET_KEYS (docs/operations.md).',
        );
      }
      const body = validate(TicketRequest, await readJson(request, MAX_BODY_BYTES));
      const scope: Scope = body.bom_id === undefined
        ? { kind: 'organization', id: requireUuid('organization_id', body.organization_id) }
        : { kind: 'bom', id: requireUuid('bom_id', body.bom_id) };
      await database.call('bomstream_require_viewer', {
        p_user_id: userId,
        p_bom_id: scope.kind === 'bom' ? scope.id : null,
        p_organization_id: scope.kind === 'organization' ? scope.id : null,
      }, z.literal(true));
      const { ticket, expiresAt } = await tickets.issue({ userId, scope, seconds: body.ttl_seconds });
      return Response.json({
        ticket,
        expires_at: new Date(expiresAt).toISOString(),
        stream_url: streamUrl(supabaseUrl, scope),
      }, { status: 201, headers: { 'cache-control': 'no-store' } });
    },
  };
}

function streamUrl(supabaseUrl: string, { kind, id }: Scope): string {
  const streams = `${supabaseUrl}/functions/v1/enrichment-stream`;
  return kind === 'bom' ? `${streams}/${id}` : `${streams}?organization_id=${id}`;
}
