create table public.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  -- An imported BOM is enriched at once, without anybody asking.
  auto_start boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.organizations is 'A tenant. Everything a user sees belongs to one, or to nobody and is then shared knowledge.';

create table public.organization_members (
  organization_id uuid not null references public.organizations (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null check (role in ('viewer', 'editor', 'admin')),
  created_at timestamptz not null default now(),
  primary key (organization_id, user_id)
);
create index organization_members_by_user on public.organization_members (user_id);
comment on table public.organization_members is
  'Who may do what in an organization: viewer reads; editor also imports, edits and controls; admin also manages and deletes.';

create table public.projects (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  -- lets a BOM name its project and organization together, so that they can never disagree
  unique (id, organization_id)
);
create index projects_by_organization on public.projects (organization_id);
comment on table public.projects is 'A group of BOMs inside an organization.';
