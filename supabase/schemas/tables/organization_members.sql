create table bomstream.organization_members (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null check (role in ('viewer', 'editor', 'admin')),
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index organization_members_by_user on bomstream.organization_members (user_id);
comment on table bomstream.organization_members is
  'Who may do what in an organization: viewer reads; editor also imports, edits and controls; admin also manages and deletes.';
alter table bomstream.organization_members enable row level security;
revoke all on bomstream.organization_members from public, anon, authenticated, service_role;
