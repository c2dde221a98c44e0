create table public.enrichment_events (
  bom_id uuid not null references public.boms (id) on delete cascade,
  run integer not null,
  seq integer not null,
  organization_id uuid not null references public.organizations (id) on delete cascade,
  event_type text not null,
  event jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (bom_id, run, seq)
);
create index enrichment_events_by_age on public.enrichment_events (created_at);
create index enrichment_events_by_organization on public.enrichment_events (organization_id);
comment on table public.enrichment_events is
  'The durable log of every event, key <run>-<seq> per BOM, without holes. Streams fill their gaps from here.';

create table public.enrichment_progress (
  bom_id uuid primary key references public.boms (id) on delete cascade,
  organization_id uuid not null references public.organizations (id) on delete cascade,
  run integer not null,
  seq integer not null,
  status text not null,
  event jsonb not null,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
create index enrichment_progress_by_organization on public.enrichment_progress (organization_id);
comment on table public.enrichment_progress is
  'One row a BOM: its newest event. The cheap probe that tells a polling stream which BOMs moved.';
