import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Frame } from '../app/frame.tsx';
import { goTo } from '../lib/address.ts';
import type { Organization } from '../lib/api.ts';
import { useSigned } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { closedBecause, invitationOf } from './invitation.ts';

/** Where a link of an invitation leads. Nobody becomes a member by looking at it. */
export default function AcceptInvitation({ token }: { token: string }) {
  const { api, user, organizations } = useSigned();
  const queries = useQueryClient();
  const { data: invitation, error, isPending } = useQuery(invitationOf(api, token));
  const accept = useMutation({
    mutationFn: () => api.call('POST /organizations/invitations/accept', { body: { token } }),
    onSuccess: async ({ organization_id }) => {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      goTo(`/organizations/${organization_id}`, { replace: true });
    },
  });
  if (isPending) {
    return (
      <Frame>
        <Loading />
      </Frame>
    );
  }
  const own = organizations.find(({ organization_id }) => organization_id === invitation?.organization_id);
  if (own) {
    return (
      <Door title='You are a member already'>
        <p className='quieter'>
          You are {own.role} in {own.name}. The invitation stays open for whom it was meant.
        </p>
        <BomsOf organizations={[own]} />
      </Door>
    );
  }
  const closed = closedBecause(error);
  if (closed !== null) {
    return (
      <Door title='This invitation is closed'>
        <p className='quieter'>{closed}</p>
        {organizations.length > 0 && (
          <p className='quieter'>If it was you who used it, you are a member, and the BOMs are here:</p>
        )}
        <BomsOf organizations={organizations} />
      </Door>
    );
  }
  return (
    <Door title='You are invited'>
      <p className='quieter'>
        {user.email ? `Accept as ${user.email}` : 'Accept'}, and you are {invitation?.role ?? 'a member'}{' '}
        in the organization that sent you this link.
      </p>
      <Errors of={[accept.error && messageOf(accept.error)]} />
      <Button look='go' disabled={accept.isPending} onClick={() => accept.mutate()}>
        Accept the invitation
      </Button>
    </Door>
  );
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Frame>
      <section className='door form'>
        <h1>{title}</h1>
        {children}
      </section>
    </Frame>
  );
}

function BomsOf({ organizations }: { organizations: readonly Organization[] }) {
  return (
    <ul>
      {organizations.map(({ organization_id, name }) => (
        <li key={organization_id}>
          <Link href={`/organizations/${organization_id}`}>BOMs of {name}</Link>
        </li>
      ))}
    </ul>
  );
}
