import { type FormEvent, useState } from 'react';
import type { Api } from '../lib/api.ts';
import { messageOf } from '../lib/words.ts';

/** For somebody who has just signed up. */
export function NewOrganization({ api, onMade }: { api: Api; onMade: () => Promise<void> }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    try {
      await api.createOrganization(String(new FormData(event.currentTarget).get('name')).trim());
      await onMade();
    } catch (e) {
      setError(messageOf(e));
      setBusy(false);
    }
  }

  return (
    <form className='door form' onSubmit={submit}>
      <h1>Create an organization</h1>
      <p className='note'>
        Bills of materials belong to an organization, and you are not a member of one yet. If your team
        already has one, ask an admin to invite you instead.
      </p>
      <label>
        Name
        <input className='text' name='name' autoComplete='organization' required maxLength={200} />
      </label>
      {error && <p role='alert' className='error'>{error}</p>}
      <button type='submit' className='button go' disabled={busy}>Create</button>
    </form>
  );
}
