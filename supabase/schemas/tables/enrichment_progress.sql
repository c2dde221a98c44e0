create table bomstream.enrichment_progress (
  bom_id uuid primary key references bomstream.boms (id) on delete cascade,
  organization_id uuid not null,
  run integer not null,
  seq integer not null,
  status text not null,
  event jsonb not null,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
comment on table bomstream.enrichment_progress is
  'One row a BOM: its newest event. The cheap probe that tells a polling stream which BOMs moved.';
alter table bomstream.enrichment_progress enable row level security;
revoke all on bomstream.enrichment_progress from public, anon, authenticated, service_role;
