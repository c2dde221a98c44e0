import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { goTo, placeNow, usePath, useSearch } from '../lib/address.ts';
import { createApi, tokenOf } from '../lib/api.ts';
import type { PageConfig } from '../lib/config.ts';
import { createQueryClient } from '../lib/query.ts';
import { lazyPart, useMissingParts } from '../lib/parts.ts';
import { Button, Loading } from '../ui/controls.tsx';
import { Toasts } from '../ui/toast.tsx';
import { readAhead } from './ahead.ts';
import { Places } from './places.tsx';
import type { Landing } from './landing.ts';
import { SignIn } from './sign-in.tsx';
import { takeWayBack } from './way-back.ts';

const NewPassword = lazyPart(() => import('./new-password.tsx'));
const LinkPage = lazyPart(() => import('../link/link-page.tsx'));

interface AppProps {
  readonly config: PageConfig;
  readonly supabase: SupabaseClient;
  readonly landing: Landing | null;
}

export function App({ config, supabase, landing }: AppProps) {
  const [isChoosing, setChoosing] = useState(landing?.type === 'password');
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const api = useMemo(() => createApi(config.supabaseUrl, tokenOf(supabase)), [config, supabase]);
  const userId = session?.user.id;
  // Of another user nothing may be shown, nor of who was here before.
  const queries = useMemo(createQueryClient, [userId]);
  useEffect(() => {
    if (userId) readAhead(queries, api);
  }, [userId, queries, api]);
  useEffect(() => {
    const enter = (changed: Session | null) => {
      // before anything is shown, which would lead on from the beginning by itself
      const place = changed && takeWayBack(localStorage, changed.user.email);
      if (place && placeNow() === '/') goTo(place, { replace: true });
      setSession(changed);
    };
    supabase.auth.getSession().then(({ data }) => enter(data.session));
    const { data } = supabase.auth.onAuthStateChange((_event, changed) => enter(changed));
    return () => data.subscription.unsubscribe();
  }, [supabase]);

  return (
    <QueryClientProvider client={queries}>
      <Router hook={usePath} searchHook={useSearch}>
        <Toasts userId={userId}>
          <Switch>
            {/* A link opens its BOM for whoever has it, signed in or not. */}
            <Route path='/shared/:bom/:link/:page?'>
              {({ bom, link, page }) => (
                <Suspense fallback={<Loading />}>
                  <LinkPage key={link} supabaseUrl={config.supabaseUrl} bomId={bom} link={link} page={page} />
                </Suspense>
              )}
            </Route>
            <Route>
              {session === undefined
                ? <Loading />
                : session === null
                ? <SignIn supabase={supabase} config={config} landing={landing} />
                : isChoosing
                ? (
                  <Suspense fallback={<Loading />}>
                    <NewPassword supabase={supabase} config={config} onChosen={() => setChoosing(false)} />
                  </Suspense>
                )
                : <Places key={userId} api={api} supabase={supabase} user={session.user} />}
            </Route>
          </Switch>
        </Toasts>
        <MissingParts />
      </Router>
    </QueryClientProvider>
  );
}

/** Over everything, so that what somebody has typed can still be copied. */
function MissingParts() {
  const notice = useMissingParts();
  return notice && (
    <div className='toasts'>
      <p role='alert' className='toast'>
        {notice} <Button look='quiet' onClick={() => location.reload()}>Reload</Button>
      </p>
    </div>
  );
}
