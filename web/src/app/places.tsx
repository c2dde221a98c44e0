/** What each address shows, so that a reload, a link and a second tab show the same. */
import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { nameOf } from '../bom/name.ts';
import { bomOf } from '../bom/queries.ts';
import { type BomTab, bomTabs } from '../bom/tabs.ts';
import { type Api, type Organization, ROLE_REFUSED } from '../lib/api.ts';
import { lazyPart } from '../lib/parts.ts';
import { isFinal } from '../lib/query.ts';
import { SignedIn, useSigned } from '../lib/session.ts';
import { messageOf } from '../lib/words.ts';
import { Closed } from '../organizations/closed.tsx';
import { NewOrganization } from '../organizations/new-organization.tsx';
import { useRoleNews } from '../organizations/role-news.ts';
import { Blank, Errors, Loading } from '../ui/controls.tsx';
import { Frame, NoSuchPage } from './frame.tsx';

const Boms = lazyPart(() => import('../boms/boms.tsx'));
const Changes = lazyPart(() => import('../organizations/changes.tsx'));
const Team = lazyPart(() => import('../organizations/team.tsx'));
const SettingsPage = lazyPart(() => import('../settings/settings.tsx'));
const AcceptInvitation = lazyPart(() => import('../organizations/accept-invitation.tsx'));
const BomPage = lazyPart(() => import('../bom/bom-page.tsx'));
const ReviewPage = lazyPart(() => import('../review/review-page.tsx'));
const CostPage = lazyPart(() => import('../cost/cost-page.tsx'));
const Compare = lazyPart(() => import('../bom/compare.tsx'));
const History = lazyPart(() => import('../bom/history.tsx'));

interface PlacesProps {
  readonly api: Api;
  readonly supabase: SupabaseClient;
  readonly user: Session['user'];
}

export function Places({ api, supabase, user }: PlacesProps) {
  // Whose BOMs the user may see, and what they may do there: asked again whenever the page is shown again.
  const { data: organizations, error, refetch } = useQuery({
    queryKey: ['organizations'],
    queryFn: api.listOrganizations,
    staleTime: 0,
  });
  useRoleNews(organizations);
  useEffect(() => {
    const ask = () => void refetch();
    api.refusals.addEventListener(ROLE_REFUSED, ask);
    return () => api.refusals.removeEventListener(ROLE_REFUSED, ask);
  }, [api, refetch]);
  // Shown on while it is asked again, which takes a query's own error away: nobody can read what comes and goes.
  const [complaint, setComplaint] = useState<Error | null>(null);
  useEffect(() => {
    if (error) setComplaint(error);
  }, [error]);
  const names = useRef<ReadonlyMap<string, string>>(new Map());
  const signed = useMemo(
    () => {
      const listed = organizations ?? [];
      names.current = new Map([
        ...names.current,
        ...listed.map(({ organization_id, name }) => [organization_id, name] as const),
      ]);
      return { api, supabase, user, organizations: listed, names: names.current };
    },
    [api, supabase, user, organizations],
  );
  return (
    <SignedIn value={signed}>
      {!organizations
        ? complaint
          ? (
            <Frame>
              <Blank title='Your BOMs cannot be read right now.'>
                <Errors of={[messageOf(complaint)]} />
                {!isFinal(complaint) && <p className='quieter'>This page tries again by itself.</p>}
              </Blank>
            </Frame>
          )
          : <Loading />
        : (
          <Suspense
            fallback={
              <Frame>
                <Loading />
              </Frame>
            }
          >
            <Switch>
              {BOM_PAGES.map(([tab, place, Page]) => (
                <Route key={place} path={`/boms/:id${place}`}>
                  {({ id }) =>
                    UUID.test(id!)
                      ? (
                        <Suspense key={id} fallback={<OpeningBom bomId={id!} shown={tab} />}>
                          <Page bomId={id!} />
                        </Suspense>
                      )
                      : <NoSuchPage />}
                </Route>
              ))}
              <Route path='/invitations/:token'>{({ token }) => <AcceptInvitation token={token} />}</Route>
              {organizations.length === 0 && (
                <Route>
                  <Frame>
                    <NewOrganization api={api} onMade={async () => void await refetch()} />
                  </Frame>
                </Route>
              )}
              <Route path='/organizations/:id'>{({ id }) => <OfOrganization id={id} page={Boms} />}</Route>
              <Route path='/organizations/:id/changes'>
                {({ id }) => <OfOrganization id={id} page={Changes} />}
              </Route>
              <Route path='/organizations/:id/team'>
                {({ id }) => <OfOrganization id={id} page={Team} />}
              </Route>
              <Route path='/organizations/:id/settings'>
                {({ id }) => <OfOrganization id={id} page={SettingsPage} />}
              </Route>
              <Route path='/'>
                {() => <Redirect to={`/organizations/${firstOf(organizations)}`} replace />}
              </Route>
              <Route>
                <NoSuchPage />
              </Route>
            </Switch>
          </Suspense>
        )}
    </SignedIn>
  );
}

const BOM_PAGES = [
  ['lines', '', BomPage],
  ['questions', '/questions', ReviewPage],
  ['cost', '/cost', CostPage],
  ['compare', '/compare', Compare],
  ['history', '/history', History],
] as const;

/** While a page of a BOM is loaded, which takes until the network is back: one can go on to the others. */
function OpeningBom({ bomId, shown }: { readonly bomId: string; readonly shown: BomTab }) {
  const { api, organizations } = useSigned();
  const { data: bom } = useQuery(bomOf(api, bomId));
  return (
    <Frame
      organization={organizations.find(({ organization_id }) => organization_id === bom?.organization_id)}
      trail={bom ? [{ text: nameOf(bom.name), href: `/boms/${bomId}` }] : []}
      tabs={bomTabs(bomId, shown)}
      isPassing
    >
      <Loading />
    </Frame>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where somebody works rather than looks. */
const firstOf = (organizations: readonly Organization[]) =>
  (organizations.find(({ role }) => role !== 'viewer') ?? organizations[0])!.organization_id;

function OfOrganization(
  { id, page: Page }: { id: string; page: React.ComponentType<{ organization: Organization }> },
) {
  const { organizations, names } = useSigned();
  const organization = organizations.find(({ organization_id }) => organization_id === id);
  const name = names.get(id);
  return organization
    ? <Page key={id} organization={organization} />
    : name !== undefined
    ? <Closed name={name} />
    : <NoSuchPage />;
}
