/** Who asks for a stream, and how far that right reaches. */
import { Refusal } from '../domain/refusal.ts';
import { type Authenticate, bearerToken, sameSecret, type User } from '../http/auth.ts';
import { isSecret } from '../http/secrets.ts';
import type { Scope } from './scope.ts';
import { isTicket, type Tickets } from './tickets.ts';

export interface Viewer {
  readonly kind: User['kind'] | 'ticket' | 'admin';
  /** The id of the user, key or link, for a ticket as well: limits count both together. */
  readonly id: string;
  /** When the right to stream ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** The only thing that may be streamed; null: whatever the database grants. */
  readonly scope: Scope | null;
}

/** @throws what `Authenticate` throws, and Refusal `invalid_ticket` or `key_in_address` */
export type Identify = (request: Request, url: URL) => Promise<Viewer>;

/** All holders of the admin token are one viewer; no user's id looks like this. */
const ADMIN: Viewer = { kind: 'admin', id: 'admin', expiresAt: Infinity, scope: null };

export interface IdentifyOptions {
  readonly authenticate: Authenticate;
  /** Null: no keys are configured, and every ticket is refused. */
  readonly tickets: Tickets | null;
  /** Null: there is no admin token. */
  readonly adminToken: string | null;
}

export function createIdentify({ authenticate, tickets, adminToken }: IdentifyOptions): Identify {
  return async (request, url) => {
    const bearer = bearerToken(request);
    // Never from the address: addresses end up in histories and in the logs of proxies, and this token opens all BOMs.
    if (bearer !== null && adminToken !== null && await sameSecret(bearer, adminToken)) return ADMIN;
    // EventSource can send no header.
    const token = bearer ?? url.searchParams.get('token');
    if (token !== null && tickets !== null && isTicket(token)) {
      const { userId, expiresAt, scope } = await tickets.verify(token);
      return { kind: 'ticket', id: userId, expiresAt, scope };
    }
    if (bearer === null && token !== null && isSecret(token)) {
      throw new Refusal(
        'signed_out',
        'key_in_address',
        'A key or link in an address ends up in logs: have it revoked, send the next one as "Authorization: Bearer …", and fetch a ticket for addresses: POST enrichment/tickets.',
      );
    }
    return { scope: null, ...await authenticate(token) };
  };
}

/** @throws Refusal `ticket_for_another` when a ticket was issued for something else */
export function requireScope({ scope }: Viewer, wanted: Scope): void {
  if (scope === null || (scope.kind === wanted.kind && scope.id === wanted.id)) return;
  throw new Refusal(
    'forbidden',
    'ticket_for_another',
    'This ticket was issued for another BOM or organization. Fetch one for what you want to follow.',
  );
}
