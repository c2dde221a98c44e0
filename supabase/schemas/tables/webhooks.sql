create table bomstream.webhooks (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  url text not null check (url ~ '^https?://' and char_length(url) <= 2000),
  events text[] not null check (cardinality(events) > 0 and events <@ array['run.ended', 'changes.found', 'review.needed']),
  active boolean not null default true,
  -- Signs what is sent, so it has to be known as it is. Answers have it once, when the webhook is created.
  secret text not null,
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  -- Those that wait take turns: no receiver that hangs keeps the others waiting.
  served_at timestamptz not null default '-infinity'
);
create index webhooks_by_organization on bomstream.webhooks (organization_id, created_at);
create index webhooks_by_creator on bomstream.webhooks (created_by) where created_by is not null;
comment on table bomstream.webhooks is 'Where an organization wants to be told of what happens.';
alter table bomstream.webhooks enable row level security;
revoke all on bomstream.webhooks from public, anon, authenticated, service_role;
