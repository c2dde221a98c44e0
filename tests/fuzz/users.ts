/** Who takes part. A token says who and until when, as a JWT does; verifying one has tests of its own. */
import type { User } from '../../shared/http/auth.ts';

export const ORGANIZATIONS = [
  '11111111-0000-4000-8000-000000000001',
  '22222222-0000-4000-8000-000000000002',
] as const;

const [FIRST, SECOND] = ORGANIZATIONS;

/** Two members of the first organization, one of the second, and a stranger. */
export const USERS = [
  'aaaaaaaa-0000-4000-8000-000000000001',
  'aaaaaaaa-0000-4000-8000-000000000002',
  'bbbbbbbb-0000-4000-8000-000000000003',
  'cccccccc-0000-4000-8000-000000000004',
] as const;

/** Whose membership comes and goes. */
export const REVOCABLE = USERS[1];

/** One BOM of each organization, and a second of the first. */
export const BOMS = [
  { id: '11111111-0000-4000-8000-00000000b001', organization: FIRST },
  { id: '11111111-0000-4000-8000-00000000b002', organization: FIRST },
  { id: '22222222-0000-4000-8000-00000000b003', organization: SECOND },
] as const;

export const membership = () =>
  new Map<string, Set<string>>([[FIRST, new Set([USERS[0], USERS[1]])], [SECOND, new Set([USERS[2]])]]);

export const writeToken = (user: string, expiresAt: number) => `${user}.${expiresAt}`;

export function readToken(token: string | null): Promise<User> {
  const [id = '', expiresAt] = (token ?? '').split('.');
  return Promise.resolve({ kind: 'person', id, expiresAt: Number(expiresAt) });
}
