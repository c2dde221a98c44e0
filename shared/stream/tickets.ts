/**
 * Tickets: short-lived rights to stream one BOM or one organization, for addresses, where an access token would open
 * everything its user may do. `stream.<kind>.<user>.<id>.<seconds since 1970>.<HMAC-SHA-256 of all before>`
 */
import { base64url } from 'jose';
import { MAX_TICKET_SECONDS } from '../domain/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Scope } from './scope.ts';

/** The clocks of two isolates may differ this much. */
const MAX_SKEW_MS = 60_000;

/** Signed with the rest, so that nothing else these keys may ever sign is a ticket. */
const PURPOSE = 'stream';
// The last character of 32 bytes carries four bits; any other would be a second spelling of the same signature.
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TICKET = new RegExp(
  `^(stream\\.(bom|organization)\\.(${UUID})\\.(${UUID})\\.(\\d{1,10}))\\.([\\w-]{42}[AEIMQUYcgkosw048])$`,
);

export interface TicketClaims {
  readonly userId: string;
  readonly scope: Scope;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Tickets {
  issue(
    to: { readonly userId: string; readonly scope: Scope; readonly seconds: number },
  ): Promise<{ readonly ticket: string; readonly expiresAt: number }>;
  /** @throws Refusal `invalid_ticket` */
  verify(ticket: string): Promise<TicketClaims>;
}

/** Whether a token claims to be a ticket; access tokens begin otherwise. */
export function isTicket(token: string): boolean {
  return token.startsWith(`${PURPOSE}.`);
}

/** @param keys at least one; the first signs, all verify, so that a new one can be put in front of the old */
export function createTickets(
  { keys, now }: { readonly keys: readonly string[]; readonly now: () => number },
): Tickets {
  const imported = Promise.all(keys.map(importKey));
  return {
    async issue({ userId, scope, seconds }) {
      if (seconds > MAX_TICKET_SECONDS) {
        throw new RangeError(`a ticket lasts ${MAX_TICKET_SECONDS} s at most`);
      }
      const [key] = await imported;
      if (!key) throw new RangeError('there is no key to sign with');
      const expires = Math.floor(now() / 1000) + seconds;
      const claims = [PURPOSE, scope.kind, userId, scope.id, expires].join('.');
      const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(claims)));
      return { ticket: `${claims}.${base64url.encode(signature)}`, expiresAt: expires * 1000 };
    },

    async verify(ticket) {
      const [, claims, kind, userId, id, expires, signature] = TICKET.exec(ticket) ?? [];
      if (!claims || !userId || !id || !signature || !await isSigned(claims, signature)) {
        throw refused('is not valid');
      }
      const expiresAt = Number(expires) * 1000;
      if (now() >= expiresAt) throw refused('has expired');
      // Signed with our key, though not by `issue`, and so worth more to a finder than a ticket may be.
      if (expiresAt - now() > MAX_TICKET_SECONDS * 1000 + MAX_SKEW_MS) throw refused('is not valid');
      return { userId, expiresAt, scope: { kind: kind as Scope['kind'], id } };
    },
  };

  async function isSigned(claims: string, signature: string): Promise<boolean> {
    const given = new Uint8Array(base64url.decode(signature));
    for (const key of await imported) {
      // Compares in a time that does not depend on where the two differ.
      if (await crypto.subtle.verify('HMAC', key, given, bytesOf(claims))) return true;
    }
    return false;
  }
}

function importKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}

// Its type is left to the compiler: newer ones want to know of a buffer that those of hosted functions have no word for.
const bytesOf = (text: string) => new TextEncoder().encode(text);

function refused(why: string): Refusal {
  return new Refusal(
    'signed_out',
    'invalid_ticket',
    `The ticket ${why}. Fetch a new one: POST enrichment/tickets.`,
  );
}
