import { type AuthError, isAuthRetryableFetchError, type SupabaseClient } from '@supabase/supabase-js';
import { type FormEvent, useState } from 'react';
import { Mark } from '../ui/marks.tsx';
import type { PageConfig } from '../lib/config.ts';

export function SignIn({ supabase, demo }: { supabase: SupabaseClient; demo: PageConfig['demo'] }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const { error } = await supabase.auth.signInWithPassword({
      email: String(form.get('email')),
      password: String(form.get('password')),
    });
    setBusy(false);
    setError(error && sentence(error));
  }

  return (
    <main>
      <form className='door form' onSubmit={submit}>
        <p className='brand'>
          <Mark of='brand' />bomstream
        </p>
        <h1>Sign in</h1>
        {demo && <p className='note'>This is a local stack. The form is filled in for its demo user.</p>}
        <label>
          Email
          <input
            className='text'
            name='email'
            type='email'
            autoComplete='username'
            required
            defaultValue={demo?.email}
          />
        </label>
        <label>
          Password
          <input
            className='text'
            name='password'
            type='password'
            autoComplete='current-password'
            required
            defaultValue={demo?.password}
          />
        </label>
        {error && <p role='alert' className='error'>{error}</p>}
        <button type='submit' className='button go' disabled={busy}>Sign in</button>
      </form>
    </main>
  );
}

/** A proxy that stands in for the server answers with a page, and supabase-js with what it found wrong in it. */
function sentence(error: AuthError): string {
  const isAway = isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500;
  return isAway ? 'Sign-in is not available right now. Try again in a moment.' : `${error.message}.`;
}
