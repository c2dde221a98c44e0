import { RefusedCall } from '../../../client/client.ts';
import type { Api } from '../lib/api.ts';

/** No token is so long: whatever else stands in an address is as closed as the beginning of it. */
const MOST_CHARS = 100;

/** What an invitation is, for whoever has its link: signed in, or before they have an account. */
export const invitationOf = (api: Pick<Api, 'call'>, token: string) => ({
  queryKey: ['invitation', token],
  queryFn: () =>
    api.call('POST /organizations/invitations/look', { body: { token: token.slice(0, MOST_CHARS) } }),
  staleTime: 0,
});

/** Why nobody can accept it, in the server's words; null where it is open, or nobody knows. */
export const closedBecause = (error: unknown): string | null =>
  error instanceof RefusedCall && error.code === 'invitation_not_found' ? error.message : null;

/** `/invitations/<token>` */
export const tokenIn = (path: string): string | null => /^\/invitations\/([^/]+)$/.exec(path)?.[1] ?? null;
