import { useQuery } from '@tanstack/react-query';
import { useApi } from '../lib/session.ts';

interface Doer {
  readonly user_id: string | null;
  readonly key_id: string | null;
}

/** Who did something, as the members of the organization know them. */
export function useWho(organizationId: string | undefined): (doer: Doer) => string {
  const api = useApi();
  const { data: members } = useQuery({
    queryKey: ['members', organizationId],
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/members', {
        params: { organization_id: organizationId! },
      })).members,
    enabled: organizationId !== undefined,
  });
  return ({ user_id: id, key_id }) => {
    if (id === null) return key_id === null ? 'somebody whose account is gone' : 'a program with a key';
    if (!members) return '…';
    const member = members.find(({ user_id }) => user_id === id);
    return member ? member.email ?? 'a member without an address' : 'somebody who left';
  };
}
