create table bomstream.run_changes (
  id bigint generated always as identity primary key,
  -- The BOM's. No foreign key: see enrichment_events.
  organization_id uuid not null,
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
  run integer not null,
  -- No foreign keys, as in run_line_results.
  line_id uuid not null,
  component_id uuid not null,
  kind text not null check (kind in ('stock_gone', 'stock_low', 'price_up', 'end_of_life', 'lead_time_up', 'compliance_lost')),
  -- What the earlier run found, and this one: pieces, a price, a lifecycle, days, what RoHS says.
  before jsonb not null,
  after jsonb not null,
  -- Of a price.
  currency text,
  created_at timestamptz not null default clock_timestamp()
);
create index run_changes_by_organization on bomstream.run_changes (organization_id, created_at, id);
create index run_changes_by_kind on bomstream.run_changes (organization_id, kind, created_at, id);
create index run_changes_by_bom on bomstream.run_changes (bom_id, created_at, id);
create index run_changes_by_age on bomstream.run_changes (created_at);
comment on table bomstream.run_changes is
  'What a run found worse of a line''s part than the run before. Kept for 90 days. What people did to lines stands in bom_changes.';
alter table bomstream.run_changes enable row level security;
revoke all on bomstream.run_changes from public, anon, authenticated, service_role;
