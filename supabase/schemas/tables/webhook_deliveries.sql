create table bomstream.webhook_deliveries (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references bomstream.webhooks (id) on delete cascade,
  event text not null,
  -- What is sent and signed, each time the same.
  body text not null,
  -- When it is to be sent, or, while somebody sends it, when he is taken for dead; null when it has arrived or is given up.
  due_at timestamptz default clock_timestamp(),
  -- Counted when it is taken, so that what kills who sends it ends. It is the fence of a report, too.
  attempts smallint not null default 0,
  delivered_at timestamptz,
  -- Of the last attempt.
  response_status smallint,
  error text,
  created_at timestamptz not null default clock_timestamp(),
  check (delivered_at is null or due_at is null)
) with (fillfactor = 80);
create index webhook_deliveries_waiting on bomstream.webhook_deliveries (webhook_id, due_at) where due_at is not null;
create index webhook_deliveries_due on bomstream.webhook_deliveries (due_at) where due_at is not null;
create index webhook_deliveries_by_webhook on bomstream.webhook_deliveries (webhook_id, created_at, id);
create index webhook_deliveries_by_age on bomstream.webhook_deliveries (created_at);
comment on table bomstream.webhook_deliveries is
  'What is to be sent to webhooks, written in the transaction of what it tells, and what became of it. Kept for 30 days.';
alter table bomstream.webhook_deliveries enable row level security;
revoke all on bomstream.webhook_deliveries from public, anon, authenticated, service_role;
