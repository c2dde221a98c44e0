create table bomstream.turns (
  -- No foreign key, as in enrichment_events.
  organization_id uuid primary key,
  served_at timestamptz not null default '-infinity'
) with (fillfactor = 70);
create index turns_in_order on bomstream.turns (served_at);
comment on table bomstream.turns is
  'Organizations with runs that have not ended, and when each was served last. Who comes next is read off here, however many runs are open.';
alter table bomstream.turns enable row level security;
revoke all on bomstream.turns from public, anon, authenticated, service_role;
