-- What an operator may change; one row, so that every function reads the same truth.
create table bomstream.settings (
  only_row boolean primary key default true check (only_row),
  -- Runners that the database keeps at work at once, over all isolates: each costs a pool connection. A start or a
  -- resume calls one besides, for whoever pressed the button does not wait until another is done.
  max_runners smallint not null default 4 check (max_runners between 1 and 100),
  -- How long a claimed line belongs to its worker. A dead worker's lines wait this long for another.
  lease_seconds smallint not null default 30 check (lease_seconds between 1 and 600),
  -- How long a line may be held in all. A worker with heartbeats whose supplier call hangs gives it up then.
  hold_seconds smallint not null default 120 check (hold_seconds between 1 and 3600),
  -- Claims of one line before it is failed: a line that keeps killing its worker must not keep its run open.
  max_attempts smallint not null default 5 check (max_attempts between 1 and 20),
  -- Without it, organizations are made by the operator alone.
  users_may_create_organizations boolean not null default true
);
insert into bomstream.settings default values;
comment on table bomstream.settings is 'What an operator may set: one row.';
alter table bomstream.settings enable row level security;
revoke all on bomstream.settings from public, anon, authenticated, service_role;
