import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Api } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';

interface Doer {
  readonly user_id: string | null;
  readonly key_id: string | null;
}

export const membersOf = (api: Api, organizationId: string) => ({
  queryKey: ['members', organizationId],
  queryFn: async () =>
    (await api.call('GET /organizations/:organization_id/members', {
      params: { organization_id: organizationId },
    })).members,
});
type Members = Awaited<ReturnType<ReturnType<typeof membersOf>['queryFn']>>;

/** The members, among whom are those that have come since they were read last; none for whoever may not read them. */
export async function membersNaming(
  queries: QueryClient,
  api: Api,
  organizationId: string,
  doers: readonly Pick<Doer, 'user_id'>[],
): Promise<Members> {
  const asked = membersOf(api, organizationId);
  try {
    const known = await queries.fetchQuery(asked);
    const areKnown = doers.every(({ user_id: id }) =>
      id === null || known.some(({ user_id }) => user_id === id)
    );
    return areKnown ? known : await queries.fetchQuery({ ...asked, staleTime: 0 });
  } catch {
    return [];
  }
}

/** Who did something, as the members of the organization know them. */
export function useWho(organizationId: string | undefined): (doer: Doer) => string {
  const api = useApi();
  const { data: members } = useQuery({
    ...membersOf(api, organizationId ?? ''),
    enabled: organizationId !== undefined,
  });
  return (doer) => whoIs(members, doer);
}

/** @param members undefined: not known yet */
export function whoIs(members: Members | undefined, { user_id: id, key_id }: Doer): string {
  if (id === null) return key_id === null ? 'somebody whose account is gone' : 'a program with a key';
  if (!members) return '…';
  const member = members.find(({ user_id }) => user_id === id);
  return member ? member.email ?? 'a member without an address' : 'somebody who left';
}
