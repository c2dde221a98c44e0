import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Frame } from '../app/frame.tsx';
import { goTo } from '../lib/address.ts';
import { useSigned } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { Button, Errors } from '../ui/controls.tsx';

/** Where a link of an invitation leads. Nobody becomes a member by looking at it. */
export default function AcceptInvitation({ token }: { token: string }) {
  const { api, user } = useSigned();
  const queries = useQueryClient();
  const accept = useMutation({
    mutationFn: () => api.call('POST /organizations/invitations/accept', { body: { token } }),
    onSuccess: async ({ organization_id }) => {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      goTo(`/organizations/${organization_id}`, { replace: true });
    },
  });
  return (
    <Frame>
      <section className='door form'>
        <h1>You are invited</h1>
        <p className='quieter'>
          {user.email ? `Accept as ${user.email}` : 'Accept'}, and you see the BOMs of the organization that
          sent you this link.
        </p>
        <Errors of={[accept.error && messageOf(accept.error)]} />
        <Button look='go' disabled={accept.isPending} onClick={() => accept.mutate()}>
          Accept the invitation
        </Button>
      </section>
    </Frame>
  );
}
