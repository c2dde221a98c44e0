/** Where tickets come from: a signed-in user asks for one that follows one BOM or one organization. */
import { z } from 'zod';
import * as contract from '../api/enrichment.ts';
import type { Database } from '../database/port.ts';
import type { Authenticate } from '../http/auth.ts';
import { handle, Reply } from '../http/handle.ts';
import { Problem } from '../http/problem.ts';
import type { Route } from '../http/router.ts';
import type { Tickets } from '../stream/tickets.ts';
import type { Scope } from '../stream/scope.ts';

export interface TicketDependencies {
  readonly database: Database;
  readonly authenticate: Authenticate;
  /** Null: no keys are configured. */
  readonly tickets: Tickets | null;
  /** The project's public address, for `stream_url`. */
  readonly supabaseUrl: string;
}

export function createTicketRoute(dependencies: TicketDependencies): Route {
  const { database, tickets, supabaseUrl } = dependencies;
  return handle(contract.createTicket, dependencies, async ({ user, body }) => {
    if (!tickets) {
      throw new Problem(
        501,
        'tickets_not_configured',
        'This installation issues no tickets: the operator has to set BOMSTREAM_TICKET_KEYS (docs/operations.md).',
      );
    }
    const { bom_id = null, organization_id = null, ttl_seconds: seconds } = body;
    await database.call('bomstream_require_viewer', {
      p_user_id: user.id,
      p_bom_id: bom_id,
      p_organization_id: organization_id,
    }, z.literal(true));
    const scope: Scope = bom_id === null
      ? { kind: 'organization', id: organization_id! }
      : { kind: 'bom', id: bom_id };
    const { ticket, expiresAt } = await tickets.issue({ userId: user.id, scope, seconds });
    return new Reply({
      ticket,
      expires_at: new Date(expiresAt).toISOString(),
      stream_url: streamUrl(supabaseUrl, scope),
    }, { headers: { 'cache-control': 'no-store' } });
  });
}

function streamUrl(supabaseUrl: string, { kind, id }: Scope): string {
  const streams = `${supabaseUrl}/functions/v1/enrichment-stream`;
  return kind === 'bom' ? `${streams}/${id}` : `${streams}?organization_id=${id}`;
}
