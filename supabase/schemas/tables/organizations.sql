create table bomstream.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  -- An imported BOM is enriched at once, without anybody asking.
  auto_start boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table bomstream.organizations is 'A tenant. Everything a user sees belongs to one, or to nobody and is then shared knowledge.';
alter table bomstream.organizations enable row level security;
revoke all on bomstream.organizations from public, anon, authenticated, service_role;
