create table bomstream.bom_mappings (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- SHA-256 of the headers: the same headers are the same kind of file.
  headers_key text not null check (headers_key ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  confirmed_at timestamptz not null default now(),
  primary key (organization_id, headers_key)
);
comment on table bomstream.bom_mappings is 'Which column means what, as people of an organization have confirmed it, for the next file with these headers.';
alter table bomstream.bom_mappings enable row level security;
revoke all on bomstream.bom_mappings from public, anon, authenticated, service_role;
