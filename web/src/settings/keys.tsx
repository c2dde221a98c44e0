/** Keys with which programs act for the organization, so that no person's password lies in a pipeline. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../client/client.ts';
import { useApi } from '../lib/session.ts';
import { day, messageOf, plural } from '../lib/words.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Button, Errors, Loading } from '../ui/controls.tsx';
import { ShownOnce } from '../ui/copy.tsx';

type Role = Answer<'GET /organizations/:organization_id/keys'>['keys'][number]['role'];

const ROLES: Readonly<Record<Role, string>> = {
  viewer: 'reads',
  editor: 'also imports, edits and looks up',
};
/** A trial, a quarter, a year: as long as a key may live. */
const DAYS = [30, 90, 365] as const;

export function Keys({ organizationId: organization_id }: { organizationId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { organization_id };
  const queryKey = ['keys', organization_id];
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => api.call('GET /organizations/:organization_id/keys', { params }),
  });
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey }) };
  const make = useMutation({
    mutationFn: (form: FormData) =>
      api.call('POST /organizations/:organization_id/keys', {
        params,
        body: {
          name: String(form.get('name')).trim(),
          role: form.get('role') as Role,
          expires_in_days: Number(form.get('days')),
        },
      }),
    ...settled,
  });
  const revoke = useMutation({
    mutationFn: (key_id: string) =>
      api.call('DELETE /organizations/:organization_id/keys/:key_id', { params: { ...params, key_id } }),
    onSuccess: (_, key_id) => {
      // What was shown once opens nothing any more.
      if (make.data?.key_id === key_id) make.reset();
    },
    ...settled,
  });
  return (
    <section aria-labelledby='keys'>
      <h2 id='keys'>Keys for programs</h2>
      <p className='quieter'>
        A program sends its key where a person’s token would stand, and works for the organization, whoever
        leaves.
      </p>
      <form
        className='inline'
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(new FormData(event.currentTarget));
        }}
      >
        <input
          className='text'
          name='name'
          aria-label='What the key is for'
          placeholder='Nightly build'
          required
          maxLength={120}
        />
        <select name='role' aria-label='What it may do' defaultValue='viewer'>
          {Object.entries(ROLES).map(([role, text]) => <option key={role} value={role}>{text}</option>)}
        </select>
        <select name='days' aria-label='How long' defaultValue={90}>
          {DAYS.map((days) => <option key={days} value={days}>{plural(days, 'day')}</option>)}
        </select>
        <Button type='submit' disabled={make.isPending}>Make a key</Button>
      </form>
      <Errors of={[error, make.error, revoke.error].map((e) => e && messageOf(e))} />
      {make.data && <ShownOnce what='key' text={make.data.key} />}
      {!data
        ? !error && <Loading />
        : data.keys.length === 0
        ? <p className='note'>There is no key.</p>
        : (
          <ul className='plain' aria-label='Keys'>
            {data.keys.map(({ key_id, name, role, created_by_email, expires_at, last_used_at }) => (
              <li key={key_id}>
                <span>
                  {name} <span className='quieter'>{ROLES[role]}</span>
                  <small className='quieter'>
                    {Date.parse(expires_at) < Date.now() ? 'expired ' : 'until '}
                    {day(expires_at)},{' '}
                    {last_used_at === null ? 'not used yet' : `last used ${day(last_used_at)}`}
                    {created_by_email && `, made by ${created_by_email}`}
                  </small>
                </span>
                <Confirm
                  text='Revoke'
                  title={`Revoke ${name}`}
                  isBusy={revoke.isPending}
                  onConfirm={() =>
                    revoke.mutate(key_id)}
                >
                  Programs that send this key are shut out at once, and it cannot be brought back. They need
                  another key.
                </Confirm>
              </li>
            ))}
          </ul>
        )}
    </section>
  );
}
