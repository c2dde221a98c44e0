create table private.turns (
  -- No foreign key, as in enrichment_events.
  organization_id uuid primary key,
  served_at timestamptz not null default '-infinity'
) with (fillfactor = 70);
create index turns_in_order on private.turns (served_at);
alter table private.turns enable row level security;
comment on table private.turns is
  'Organizations with runs that have not ended, and when each was served last. Who comes next is read off here, however many runs are open.';
