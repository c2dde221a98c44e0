create table bomstream.organization_invitations (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- SHA-256 of the token in the link. The token itself is known to whoever was given it, and to nobody here.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Who loses the right to invite takes the invitations along that nobody has used.
  created_by uuid not null,
  role text not null check (role in ('viewer', 'editor', 'admin')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Whom it is for, as the one who invites calls them; nobody writes to it, nobody is looked up by it.
  label text check (char_length(label) between 1 and 200)
);
create index organization_invitations_by_organization on bomstream.organization_invitations (organization_id);
comment on table bomstream.organization_invitations is
  'Links that make whoever follows one a member, once. A row goes when it is used or revoked.';
alter table bomstream.organization_invitations enable row level security;
revoke all on bomstream.organization_invitations from public, anon, authenticated, service_role;
