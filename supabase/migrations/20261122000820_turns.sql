create table private.turns (
  organization_id uuid not null,
  priority smallint not null,
  served_at timestamptz not null default '-infinity',
  primary key (organization_id, priority)
) with (fillfactor = 70);
create index turns_in_order on private.turns (priority desc, served_at);
alter table private.turns enable row level security;
comment on table private.turns is
  'Organizations with runs that have not ended, by the runs'' priority, and when each was served last. Who comes next is read off here, however many runs are open.';
