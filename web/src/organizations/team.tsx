/** Who works in an organization, in which role, and whom it has invited. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../client/client.ts';
import { ROLES } from '../../../shared/domain/status.ts';
import { Frame } from '../app/frame.tsx';
import { organizationTabs } from '../boms/tabs.ts';
import { goTo } from '../lib/address.ts';
import type { Organization } from '../lib/api.ts';
import { may, useSigned } from '../lib/session.ts';
import { day, messageOf, UNKNOWN } from '../lib/words.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { ShownOnce } from '../ui/copy.tsx';
import { useChosen } from '../ui/use-chosen.ts';
import '../settings/settings.css';
import { useRole } from './role-news.ts';

type Role = (typeof ROLES)[number];

/** What each may do, in a word more than its name. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'viewer: reads',
  editor: 'editor: imports and decides',
  admin: 'admin: also members and settings',
};

export default function Team({ organization }: { organization: Organization }) {
  const { api, user } = useSigned();
  const queries = useQueryClient();
  const { organization_id } = organization;
  const isAdmin = may(organization, 'admin');
  useRole(organization);
  const { data: members, error } = useQuery({
    queryKey: ['members', organization_id],
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/members', { params: { organization_id } }))
        .members,
  });
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: ['members', organization_id] }) };
  const change = useMutation({
    mutationFn: ({ user_id, role }: Pick<Member, 'user_id' | 'role'>) =>
      api.call('PATCH /organizations/:organization_id/members/:user_id', {
        params: { organization_id, user_id },
        body: { role },
      }),
    ...settled,
  });
  const { chosen, choose } = useChosen(change.mutate);
  const remove = useMutation({
    mutationFn: (user_id: string) =>
      api.call('DELETE /organizations/:organization_id/members/:user_id', {
        params: { organization_id, user_id },
      }),
    ...settled,
  });
  const leave = useMutation({
    mutationFn: () =>
      api.call('DELETE /organizations/:organization_id/members/me', { params: { organization_id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organizations'] });
      goTo('/');
    },
  });
  return (
    <Frame
      organization={organization}
      title={`Team · ${organization.name}`}
      tabs={organizationTabs(organization_id, 'team')}
    >
      <section className='list settings'>
        <h1>Team</h1>
        <Errors of={[error, change.error, remove.error, leave.error].map((e) => e && messageOf(e))} />
        {!members ? !error && <Loading /> : (
          <table className='rows members'>
            <thead>
              <tr>
                <th>Member</th>
                <th>Role</th>
                <th>Since</th>
                <th>
                  <span className='unseen'>Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {members.map(({ user_id, email, role, joined_at }) => (
                <tr key={user_id}>
                  <td>
                    {email ?? 'without an address'}
                    {user_id === user.id && <span className='quieter'>, you</span>}
                  </td>
                  <td>
                    {isAdmin
                      ? (
                        <select
                          aria-label={`Role of ${email ?? 'a member without an address'}`}
                          value={chosen?.user_id === user_id ? chosen.role : role}
                          disabled={chosen !== null}
                          onChange={({ target }) => choose({ user_id, role: target.value as Role })}
                        >
                          {ROLES.map((each) => <option key={each} value={each}>{ROLE_WORDS[each]}</option>)}
                        </select>
                      )
                      : ROLE_WORDS[role]}
                  </td>
                  <td className='quieter'>{day(joined_at)}</td>
                  <td className='number'>
                    {user_id === user.id
                      ? (
                        <Confirm
                          text='Leave'
                          title={`Leave ${organization.name}`}
                          isBusy={leave.isPending}
                          onConfirm={() => leave.mutate()}
                        >
                          You see none of its BOMs any more, at once, and the links that you made end. An
                          admin can invite you again.
                        </Confirm>
                      )
                      : isAdmin && (
                        <Confirm
                          text='Remove'
                          title={`Remove ${email ?? 'a member without an address'}`}
                          isBusy={remove.isPending}
                          onConfirm={() => remove.mutate(user_id)}
                        >
                          They see none of the BOMs any more, at once, and the links that they made end. You
                          can invite them again.
                        </Confirm>
                      )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {isAdmin && <Invitations organizationId={organization_id} members={members ?? []} />}
      </section>
    </Frame>
  );
}

type Member = Answer<'GET /organizations/:organization_id/members'>['members'][number];

function Invitations(
  { organizationId: organization_id, members }: {
    organizationId: string;
    members: readonly Member[];
  },
) {
  const { api, user } = useSigned();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('editor');
  const [label, setLabel] = useState('');
  const queryKey = ['invitations', organization_id];
  const { data: invitations = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      (await api.call('GET /organizations/:organization_id/invitations', { params: { organization_id } }))
        .invitations,
  });
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey }) };
  const invite = useMutation({
    mutationFn: () =>
      api.call('POST /organizations/:organization_id/invitations', {
        params: { organization_id },
        body: { role, label: label.trim() || null },
      }),
    onSuccess: () => setLabel(''),
    ...settled,
  });
  const revoke = useMutation({
    mutationFn: (invitation_id: string) =>
      api.call('DELETE /organizations/:organization_id/invitations/:invitation_id', {
        params: { organization_id, invitation_id },
      }),
    ...settled,
  });
  // Who no longer may invite has taken the open invitations along.
  const inviterOf = (userId: string) =>
    userId === user.id ? 'you' : members.find(({ user_id }) => user_id === userId)?.email ?? UNKNOWN;
  // behind `#`, which no server gets to see
  const link = invite.data && `${location.href.split('#', 1)[0]}#/invitations/${invite.data.token}`;
  return (
    <>
      <h2>Invite somebody</h2>
      <p className='quieter'>
        A link is good for one person and seven days. It is shown once; you send it yourself.
      </p>
      <form
        className='inline'
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <input
          className='text'
          aria-label='Whom for'
          placeholder='Whom for: a name or an address'
          maxLength={200}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
        <select aria-label='Role' value={role} onChange={({ target }) => setRole(target.value as Role)}>
          {ROLES.map((each) => <option key={each} value={each}>{ROLE_WORDS[each]}</option>)}
        </select>
        <Button type='submit' disabled={invite.isPending}>Make a link</Button>
      </form>
      <Errors of={[invite.error, revoke.error].map((e) => e && messageOf(e))} />
      {link && <ShownOnce what='link' text={link} />}
      {invitations.length > 0 && (
        <table className='rows invitations'>
          <thead>
            <tr>
              <th>Open invitation</th>
              <th>Role</th>
              <th>Invited by</th>
              <th>Until</th>
              <th>
                <span className='unseen'>Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ invitation_id, label: whom, role, created_by, expires_at }) => (
              <tr key={invitation_id}>
                <td>{whom ?? <span className='quietest'>nobody named</span>}</td>
                <td>{ROLE_WORDS[role]}</td>
                <td className='quieter'>{inviterOf(created_by)}</td>
                <td className='quieter'>{day(expires_at)}</td>
                <td className='number'>
                  <Confirm
                    text='Revoke'
                    title={`Revoke the invitation${whom === null ? '' : ` of ${whom}`} as ${role}, until ${
                      day(expires_at)
                    }`}
                    isBusy={revoke.isPending}
                    onConfirm={() =>
                      revoke.mutate(invitation_id)}
                  >
                    Its link opens nothing any more. You can make another.
                  </Confirm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
