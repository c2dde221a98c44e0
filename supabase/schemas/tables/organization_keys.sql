create table bomstream.organization_keys (
  id uuid primary key,
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- SHA-256 of the whole key. It has 256 random bits, so nobody finds it by trying, and a slow hash would protect nothing.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (char_length(name) between 1 and 200),
  -- What an admin may do needs a person: a key lies where others can read it.
  role text not null check (role in ('viewer', 'editor')),
  -- Who made it. It goes on being the organization's without them.
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- To the minute: each call would write a row otherwise.
  last_used_at timestamptz
);
create index organization_keys_by_organization on bomstream.organization_keys (organization_id);
create index organization_keys_by_creator on bomstream.organization_keys (created_by) where created_by is not null;
comment on table bomstream.organization_keys is
  'Keys with which programs act for an organization, in one role until a day. Where a function takes a user, it takes the id of a key as well; a row goes when the key is revoked.';
alter table bomstream.organization_keys enable row level security;
revoke all on bomstream.organization_keys from public, anon, authenticated, service_role;
