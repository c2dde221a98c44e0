create table public.enrichment_events (
  bom_id uuid not null references public.boms (id) on delete cascade,
  run integer not null,
  seq integer not null,
  -- The BOM's. No foreign key: an event is written under the locks of BOM and run, and would then ask for the lock of the
  -- organization, which its deletion takes first.
  organization_id uuid not null,
  event_type text not null,
  event jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (bom_id, run, seq)
);
comment on table public.enrichment_events is
  'The durable log of every event, key <run>-<seq> per BOM, without holes. Streams fill their gaps from here.';

create table public.enrichment_progress (
  bom_id uuid primary key references public.boms (id) on delete cascade,
  organization_id uuid not null,
  run integer not null,
  seq integer not null,
  status text not null,
  event jsonb not null,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
comment on table public.enrichment_progress is
  'One row a BOM: its newest event. The cheap probe that tells a polling stream which BOMs moved.';
