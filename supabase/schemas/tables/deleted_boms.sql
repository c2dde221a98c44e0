create table bomstream.deleted_boms (
  bom_id uuid primary key,
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- Streams look a minute back, and a deletion may wait for a lock, and take its time, before it is to be seen.
  deleted_at timestamptz not null default clock_timestamp()
);
-- Asked while somebody watches the organization.
create index deleted_boms_by_organization on bomstream.deleted_boms (organization_id, deleted_at);
create index deleted_boms_by_age on bomstream.deleted_boms (deleted_at);
comment on table bomstream.deleted_boms is 'BOMs that somebody has just deleted, for streams, which tell those who have one of their pages open. The sweep forgets them.';
alter table bomstream.deleted_boms enable row level security;
revoke all on bomstream.deleted_boms from public, anon, authenticated, service_role;
