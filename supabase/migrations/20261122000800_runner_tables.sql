create table private.workers (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  beat_at timestamptz not null default clock_timestamp(),
  -- When it took its last batch, and whose.
  claimed_at timestamptz not null default clock_timestamp(),
  organization_id uuid,
  -- Past this moment nobody waits for the worker any more: its leases have run out too.
  live_until timestamptz not null,
  stopped_at timestamptz,
  stop_reason text check (char_length(stop_reason) <= 100)
);
-- For who is alive, and for the sweep of who is long gone.
create index workers_by_life on private.workers (live_until);
alter table private.workers enable row level security;
comment on table private.workers is 'Runners that claimed work: one row for each call of the runner function that found some.';

create table private.kicks (
  id bigint generated always as identity primary key,
  kicked_at timestamptz not null default clock_timestamp(),
  reason text not null,
  -- pg_net's number of the request; its answer is copied here because pg_net forgets answers after hours.
  request_id bigint,
  status_code integer,
  error text,
  answered_at timestamptz
);
create index kicks_recent on private.kicks (kicked_at desc);
create index kicks_unanswered on private.kicks (kicked_at) where answered_at is null;
alter table private.kicks enable row level security;
comment on table private.kicks is 'Calls to the runner function that the database asked pg_net to make, and what became of them.';
