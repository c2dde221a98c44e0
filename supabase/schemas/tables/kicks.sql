create table bomstream.kicks (
  id bigint generated always as identity primary key,
  kicked_at timestamptz not null default clock_timestamp(),
  reason text not null,
  -- pg_net's number of the request; its answer is copied here because pg_net forgets answers after hours.
  request_id bigint,
  status_code integer,
  error text,
  answered_at timestamptz
);
create index kicks_recent on bomstream.kicks (kicked_at desc);
create index kicks_unanswered on bomstream.kicks (kicked_at) where answered_at is null;
comment on table bomstream.kicks is 'Calls to the runner function that the database asked pg_net to make, and what became of them.';
alter table bomstream.kicks enable row level security;
revoke all on bomstream.kicks from public, anon, authenticated, service_role;
