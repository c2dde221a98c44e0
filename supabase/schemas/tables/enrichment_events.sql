create table bomstream.enrichment_events (
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
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
comment on table bomstream.enrichment_events is
  'The durable log of every event, key <run>-<seq> per BOM, without holes. Streams fill their gaps from here.';
alter table bomstream.enrichment_events enable row level security;
revoke all on bomstream.enrichment_events from public, anon, authenticated, service_role;
