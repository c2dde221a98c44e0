create table bomstream.invocations (
  id bigint generated always as identity primary key,
  invoked_at timestamptz not null default clock_timestamp(),
  reason text not null,
  -- pg_net's number of the request; its answer is copied here because pg_net forgets answers after hours.
  request_id bigint,
  status_code integer,
  error text,
  answered_at timestamptz
);
create index invocations_recent on bomstream.invocations (invoked_at desc);
create index invocations_unanswered on bomstream.invocations (invoked_at) where answered_at is null;
comment on table bomstream.invocations is 'Calls to the runner function that the database asked pg_net to make, and what became of them.';
alter table bomstream.invocations enable row level security;
revoke all on bomstream.invocations from public, anon, authenticated, service_role;
