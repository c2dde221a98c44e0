create table bomstream.workers (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  -- When it took its last batch, and whose.
  claimed_at timestamptz not null default clock_timestamp(),
  organization_id uuid,
  -- Past this moment nobody waits for the worker any more: its leases have run out too.
  live_until timestamptz not null,
  stopped_at timestamptz,
  stop_reason text check (char_length(stop_reason) <= 100)
);
-- For who is alive, and for the sweep of who is long gone.
create index workers_by_life on bomstream.workers (live_until);
comment on table bomstream.workers is 'Runners that claimed work: one row for each call of the runner function that found some.';
alter table bomstream.workers enable row level security;
revoke all on bomstream.workers from public, anon, authenticated, service_role;
