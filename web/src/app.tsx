import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { useEffect, useMemo, useState } from 'react';
import { createApi } from './api.ts';
import { BomList } from './bom-list.tsx';
import { BomPage } from './bom-page.tsx';
import type { PageConfig } from './config.ts';
import { SignIn } from './sign-in.tsx';

/** The BOM in the address, so that a reload and a second tab show the same one. */
function useBomInAddress(): string | null {
  const read = () => /^#\/boms\/([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null;
  const [bomId, setBomId] = useState(read);
  useEffect(() => {
    const update = () => setBomId(read());
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return bomId;
}

export function App({ config, supabase }: { config: PageConfig; supabase: SupabaseClient }) {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const bomId = useBomInAddress();
  const api = useMemo(() => createApi(config.supabaseUrl, supabase), [config, supabase]);
  useEffect(() => {
    supabase.auth.getSession().then(({ data }) => setSession(data.session));
    const { data } = supabase.auth.onAuthStateChange((_event, changed) => setSession(changed));
    return () => data.subscription.unsubscribe();
  }, [supabase]);

  if (session === undefined) return null;
  return (
    <>
      <header className='bar'>
        <a className='brand' href='#/'>bomstream</a>
        {session && (
          <span className='who'>
            {session.user.email}
            <button type='button' className='quiet' onClick={() => supabase.auth.signOut()}>Sign out</button>
          </span>
        )}
      </header>
      <main>
        {!session
          ? <SignIn supabase={supabase} demo={config.demo} />
          : bomId
          ? <BomPage key={bomId} bomId={bomId} api={api} />
          : <BomList api={api} />}
      </main>
    </>
  );
}
