import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Api, createApi, type Organization } from './api.ts';
import { BomList } from './bom-list.tsx';
import { BomPage } from './bom-page.tsx';
import type { PageConfig } from './config.ts';
import { useHash, useIsOnline, useIsShown } from './hooks.ts';
import { NewOrganization } from './new-organization.tsx';
import { SignIn } from './sign-in.tsx';
import { messageOf } from './words.ts';

export function App({ config, supabase }: { config: PageConfig; supabase: SupabaseClient }) {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const api = useMemo(() => createApi(config.supabaseUrl, supabase), [config, supabase]);
  useEffect(() => {
    supabase.auth.getSession().then(({ data }) => setSession(data.session));
    const { data } = supabase.auth.onAuthStateChange((_event, changed) => setSession(changed));
    return () => data.subscription.unsubscribe();
  }, [supabase]);

  return (
    <>
      <header className='bar'>
        <a className='brand' href='#/'>bomstream</a>
        {session && (
          <span className='who'>
            <span className='email'>{session.user.email}</span>
            <button type='button' className='quiet' onClick={() => supabase.auth.signOut()}>Sign out</button>
          </span>
        )}
      </header>
      <main>
        {session === undefined
          ? <Loading />
          : session === null
          ? <SignIn supabase={supabase} demo={config.demo} />
          : <Places key={session.user.id} api={api} />}
      </main>
    </>
  );
}

/** What the address shows, so that a reload, a link and a second tab show the same. */
function Places({ api }: { api: Api }) {
  const { organizations, error, reload } = useOrganizations(api);
  const [, place, id = ''] = useHash().split('/');
  if (!organizations) return error ? <Errors of={[error]} /> : <Loading />;
  if (place === 'boms' && UUID.test(id)) {
    return <BomPage key={id} bomId={id} api={api} organizations={organizations} />;
  }
  if (organizations.length === 0) return <NewOrganization api={api} onMade={reload} />;
  const shown = place === 'organizations'
    ? organizations.find(({ organization_id }) => organization_id === id)
    : organizations.find(({ role }) => role !== 'viewer') ?? organizations[0];
  if (!shown || (place && place !== 'organizations')) return <NoSuchPage />;
  return <BomList key={shown.organization_id} api={api} shown={shown} organizations={organizations} />;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whose BOMs the user may see, and what they may do there: asked again whenever the page is shown again. */
function useOrganizations(api: Api) {
  const [organizations, setOrganizations] = useState<readonly Organization[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isShown = useIsShown();
  const isOnline = useIsOnline();
  const reload = useCallback(async () => {
    try {
      setOrganizations(await api.listOrganizations());
      setError(null);
    } catch (e) {
      setError(messageOf(e));
    }
  }, [api]);
  useEffect(() => {
    if (isShown && isOnline) void reload();
  }, [reload, isShown, isOnline]);
  // What was read once is shown on; a first read that fails is made up for.
  const isMissing = error !== null && organizations === null;
  useEffect(() => {
    if (!isMissing) return;
    const timer = setInterval(() => void reload(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isMissing, reload]);
  return { organizations, error, reload };
}

/** Long enough for a server that is being restarted, short enough for somebody who waits. */
const RETRY_MS = 5_000;

export function Loading() {
  return <p role='status' className='note'>Loading …</p>;
}

/** What went wrong, each thing once. */
export function Errors({ of: errors }: { of: readonly (string | null)[] }) {
  return [...new Set(errors)].map((error) =>
    error && <p key={error} role='alert' className='error'>{error}</p>
  );
}

export function NoSuchPage() {
  return (
    <section>
      <h1>Not found</h1>
      <p>There is nothing at this address. It may have been deleted, or it belongs to others.</p>
      <p>
        <a href='#/'>Your bills of materials</a>
      </p>
    </section>
  );
}
