/** The door: sign-in, and, where the project lets strangers in or somebody has forgotten the password, the ways around it. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { goTo, placeNow, usePath } from '../lib/address.ts';
import { createApi } from '../lib/api.ts';
import type { PageConfig } from '../lib/config.ts';
import { closedBecause, invitationOf, tokenIn } from '../organizations/invitation.ts';
import { Button, Loading } from '../ui/controls.tsx';
import { Mark } from '../ui/marks.tsx';
import { authSentence, shortestPassword } from './auth-words.ts';
import type { Landing } from './landing.ts';
import { keepWayBack } from './way-back.ts';

type Way = 'in' | 'up' | 'forgot';

const WORDS: Readonly<Record<Way, { readonly title: string; readonly go: string }>> = {
  in: { title: 'Sign in', go: 'Sign in' },
  up: { title: 'Create an account', go: 'Create the account' },
  forgot: { title: 'Reset your password', go: 'Send me a link' },
};

interface SignInProps {
  readonly supabase: SupabaseClient;
  readonly config: PageConfig;
  readonly landing: Landing | null;
}

export function SignIn(props: SignInProps) {
  const invitation = tokenIn(usePath()[0]);
  // whoever follows an invitation from here begins anew
  return invitation === null
    ? <Door isInvited={false} {...props} />
    : <Invited key={invitation} invitation={invitation} {...props} />;
}

/** Nobody makes an account for an invitation that is not open any more. */
function Invited({ invitation, ...props }: SignInProps & { readonly invitation: string }) {
  const { supabaseUrl, publishableKey } = props.config;
  // nobody in particular asks
  const api = useMemo(() => createApi(supabaseUrl, () => publishableKey), [supabaseUrl, publishableKey]);
  const { error, isPending } = useQuery({ ...invitationOf(api, invitation), retry: false });
  if (isPending) return <Loading />;
  const closed = closedBecause(error);
  if (closed === null) return <Door isInvited {...props} />;
  return (
    <main>
      <section className='door form'>
        <Brand />
        <h1>This invitation is closed</h1>
        <p className='quieter'>{closed}</p>
        <p className='quieter'>If it was you who used it, sign in: you are a member.</p>
        <Button look='go' onClick={() => goTo('/')}>Sign in</Button>
      </section>
    </main>
  );
}

const Brand = () => (
  <p className='brand'>
    <Mark of='brand' />bomstream
  </p>
);

function Door({ supabase, config, landing, isInvited }: SignInProps & { readonly isInvited: boolean }) {
  const { demo } = config;
  const [chosen, setWay] = useState<Way | null>(null);
  const [error, setError] = useState(landing?.type === 'refused' ? landing.detail : null);
  /** What was done, where somebody has to go on in their mail. */
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { data: mayJoin = false, isPending: isJoiningUnknown } = useQuery({
    queryKey: ['may-join', config.supabaseUrl],
    queryFn: () => readMayJoin(config),
  });
  // Who follows an invitation has no account as a rule.
  const way = chosen ?? (isInvited && mayJoin ? 'up' : 'in');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email'));
    const password = String(form.get('password'));
    const here = location.href.split('#', 1)[0]!;
    const goOnInMail = (sentence: string) => {
      keepWayBack(localStorage, { email, place: placeNow() });
      setDone(sentence);
    };
    setBusy(true);
    setError(null);
    if (way === 'in') {
      const { error } = await supabase.auth.signInWithPassword({ email, password });
      setError(error && authSentence(error));
    } else if (way === 'up') {
      const { data, error } = await supabase.auth.signUp({
        email,
        password,
        options: { emailRedirectTo: here },
      });
      setError(error && authSentence(error));
      if (!error && !data.session) {
        goOnInMail(`A mail is on its way to ${email}. Its link confirms the address and signs you in.`);
      }
    } else {
      const { error } = await supabase.auth.resetPasswordForEmail(email, { redirectTo: here });
      setError(error && authSentence(error));
      if (!error) {
        goOnInMail(
          `If ${email} has an account, a mail is on its way there. Its link lets you choose a password.`,
        );
      }
    }
    setBusy(false);
  }
  const go = (to: Way) => {
    setWay(to);
    setError(null);
    setDone(null);
  };

  if (isInvited && chosen === null && isJoiningUnknown) return <Loading />;
  return (
    <main>
      <form className='door form' onSubmit={submit}>
        <Brand />
        <h1>{isInvited && way !== 'forgot' ? 'You are invited' : WORDS[way].title}</h1>
        {isInvited && !done && (
          <p className='quieter'>
            {way === 'up'
              ? 'Create an account first. Then you can accept.'
              : way === 'in' && (mayJoin
                ? 'Sign in first. Then you can accept.'
                : 'Sign in first. Then you can accept. Nobody creates an account by themselves here: if you have none, ask whoever invited you for one.')}
          </p>
        )}
        {demo && way === 'in' && (
          <p className='note'>This is a local stack. The form is filled in for its demo user.</p>
        )}
        {done ? <p role='status'>{done}</p> : (
          <>
            <label>
              Email
              <input
                // the demo user has an account
                key={demo && way === 'up' ? 'up' : 'in'}
                className='text'
                name='email'
                type='email'
                autoComplete='username'
                required
                defaultValue={way === 'up' ? undefined : demo?.email}
              />
            </label>
            {way !== 'forgot' && (
              <label>
                Password
                <input
                  key={way}
                  className='text'
                  name='password'
                  type='password'
                  autoComplete={way === 'up' ? 'new-password' : 'current-password'}
                  required
                  defaultValue={way === 'in' ? demo?.password : undefined}
                />
                {way === 'up' && <small>{shortestPassword(config)}</small>}
              </label>
            )}
          </>
        )}
        {error && <p role='alert' className='error'>{error}</p>}
        {!done && <button type='submit' className='button go' disabled={busy}>{WORDS[way].go}</button>}
        <p className='ways'>
          {way === 'in'
            ? (
              <>
                <Button look='link' onClick={() => go('forgot')}>Forgot your password?</Button>
                {mayJoin && <Button look='link' onClick={() => go('up')}>Create an account</Button>}
              </>
            )
            : (
              <Button look='link' onClick={() => go('in')}>
                {isInvited && way === 'up' ? 'I have an account' : 'Back to sign-in'}
              </Button>
            )}
        </p>
      </form>
    </main>
  );
}

/** Whether the project lets strangers sign up: its operator decides that, in the settings of Supabase Auth. */
async function readMayJoin({ supabaseUrl, publishableKey }: PageConfig): Promise<boolean> {
  const response = await fetch(`${supabaseUrl}/auth/v1/settings`, { headers: { apikey: publishableKey } });
  if (!response.ok) return false;
  const { disable_signup, external } = await response.json();
  return disable_signup === false && external?.email === true;
}
