create table bomstream.projects (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  -- lets a BOM name its project and organization together, so that they can never disagree
  unique (id, organization_id)
);
create index projects_by_organization on bomstream.projects (organization_id);
comment on table bomstream.projects is 'A group of BOMs inside an organization.';
alter table bomstream.projects enable row level security;
revoke all on bomstream.projects from public, anon, authenticated, service_role;
