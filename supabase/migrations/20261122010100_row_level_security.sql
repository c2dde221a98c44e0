-- Reading is open to members through the Data API; writing is for the functions of this product alone.
-- Grants and revokes are explicit, so that a project's default privileges change nothing.
alter table public.organizations enable row level security;
alter table public.organization_members enable row level security;
alter table public.projects enable row level security;
alter table public.components enable row level security;
alter table public.boms enable row level security;
alter table public.bom_lines enable row level security;
alter table public.enrichment_runs enable row level security;
alter table public.enrichment_events enable row level security;
alter table public.enrichment_progress enable row level security;

revoke all on public.organizations, public.organization_members, public.projects, public.components, public.boms,
  public.bom_lines, public.enrichment_runs, public.enrichment_events, public.enrichment_progress
  from public, anon, authenticated;
grant select on public.organizations, public.organization_members, public.projects, public.components, public.boms,
  public.bom_lines, public.enrichment_runs, public.enrichment_events, public.enrichment_progress
  to authenticated;

-- Policies run as the asking role, so that role needs the predicate and nothing else in `private`.
grant usage on schema private to authenticated;
grant execute on function private.enrichment_access(uuid, uuid) to authenticated;

create policy members_read on public.organizations for select to authenticated
  using (private.enrichment_access((select auth.uid()), id) is not null);
create policy members_read on public.organization_members for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.projects for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy shared_or_members_read on public.components for select to authenticated
  using (organization_id is null or private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.boms for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.bom_lines for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.enrichment_runs for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.enrichment_events for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
create policy members_read on public.enrichment_progress for select to authenticated
  using (private.enrichment_access((select auth.uid()), organization_id) is not null);
