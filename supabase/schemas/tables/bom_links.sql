create table bomstream.bom_links (
  id uuid primary key,
  bom_id uuid not null,
  organization_id uuid not null,
  -- SHA-256 of the whole link, which has 256 random bits, as a key has.
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (char_length(name) between 1 and 200),
  -- The member or the key that made it, whose link ends with them: it must not be a way to go on reading.
  created_by uuid,
  key_id uuid references bomstream.organization_keys (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- To the minute, as of keys.
  last_used_at timestamptz,
  foreign key (bom_id, organization_id) references bomstream.boms (id, organization_id) on delete cascade,
  foreign key (created_by, organization_id) references bomstream.organization_members (user_id, organization_id) on delete cascade,
  check (num_nonnulls(created_by, key_id) = 1)
);
create index bom_links_by_bom on bomstream.bom_links (bom_id, created_at);
create index bom_links_by_creator on bomstream.bom_links (created_by, organization_id) where created_by is not null;
create index bom_links_by_key on bomstream.bom_links (key_id) where key_id is not null;
comment on table bomstream.bom_links is
  'Links with which anybody reads one BOM until a day, without an account. Where a function takes a user to read that BOM, it takes the id of a link as well; a row goes when the link is revoked.';
alter table bomstream.bom_links enable row level security;
revoke all on bomstream.bom_links from public, anon, authenticated, service_role;
