import type { SupabaseClient } from '@supabase/supabase-js';
import { type FormEvent, useState } from 'react';
import type { PageConfig } from '../lib/config.ts';
import { Mark } from '../ui/marks.tsx';
import { authSentence, shortestPassword } from './auth-words.ts';

interface NewPasswordProps {
  readonly supabase: SupabaseClient;
  readonly config: PageConfig;
  readonly onChosen: () => void;
}

/** Where the link of a mail leads that resets a password, or invites somebody who has none yet. */
export default function NewPassword({ supabase, config, onChosen }: NewPasswordProps) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const password = String(new FormData(event.currentTarget).get('password'));
    const { error } = await supabase.auth.updateUser({ password });
    setBusy(false);
    if (error) setError(authSentence(error));
    else onChosen();
  }
  return (
    <main>
      <form className='door form' onSubmit={submit}>
        <p className='brand'>
          <Mark of='brand' />bomstream
        </p>
        <h1>Choose a password</h1>
        <label>
          New password
          <input className='text' name='password' type='password' autoComplete='new-password' required />
          <small>{shortestPassword(config)}</small>
        </label>
        {error && <p role='alert' className='error'>{error}</p>}
        <button type='submit' className='button go' disabled={isBusy}>Save it and go on</button>
      </form>
    </main>
  );
}
