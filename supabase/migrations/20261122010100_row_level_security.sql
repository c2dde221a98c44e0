-- Nobody but the functions of this product reaches a table: no role of the Data API has a right to one, and there is no
-- policy. Shared components, planner estimates and timestamps would tell what others work on, whoever may read only
-- some of the rows. Revokes are explicit, so that a project's default privileges change nothing.
alter table public.organizations enable row level security;
alter table public.organization_members enable row level security;
alter table public.projects enable row level security;
alter table public.components enable row level security;
alter table public.supplier_offers enable row level security;
alter table public.boms enable row level security;
alter table public.bom_lines enable row level security;
alter table public.enrichment_runs enable row level security;
alter table public.enrichment_events enable row level security;
alter table public.enrichment_progress enable row level security;

revoke all on public.organizations, public.organization_members, public.projects, public.components,
  public.supplier_offers, public.boms, public.bom_lines, public.enrichment_runs, public.enrichment_events,
  public.enrichment_progress
  from public, anon, authenticated;
