create table bomstream.boms (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  project_id uuid,
  name text not null check (char_length(name) between 1 and 200),
  line_count integer not null check (line_count between 1 and 10000),
  created_by uuid references auth.users (id) on delete set null,
  -- The key that imported it, if no user did; it may be revoked by now.
  key_id uuid,
  -- A client that lost the answer sends its import again with the same key and gets the same BOM.
  idempotency_key text check (char_length(idempotency_key) between 1 and 128),
  created_at timestamptz not null default now(),
  -- The file it came from, null where its lines were sent as such: {name, container, encoding, mapping, issues}.
  file jsonb check (jsonb_typeof(file) = 'object'),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- Since when it changes no more, what it is called since, and for how many boards it is meant.
  released_at timestamptz,
  released_by uuid references auth.users (id) on delete set null,
  -- The key that released it, if no user did; it may be revoked by now.
  released_by_key uuid,
  release_name text check (char_length(release_name) between 1 and 200),
  release_boards integer check (release_boards > 0),
  -- Whom its organization bought from never or first: {blocked, preferred}.
  release_suppliers jsonb,
  -- The BOM that this one is a later state of.
  revision_of uuid,
  -- How often it is enriched again; null: as its organization has it.
  schedule text check (schedule in ('none', 'nightly', 'weekly')),
  -- When the tick starts its next run, or passes it over; null where none is planned.
  schedule_due_at timestamptz,
  -- How many are to be built, for lists and where nobody asks for another number; null: nobody said, one.
  boards integer check (boards between 1 and 1000000),
  -- Why the tick could not start the last run that was due; null where it could.
  schedule_error text check (char_length(schedule_error) <= 1000),
  -- The newest of bom_changes, and when that was written: see note_change. A release takes the next number of them.
  change_id bigint,
  changed_at timestamptz,
  unique (id, organization_id),
  foreign key (revision_of, organization_id) references bomstream.boms (id, organization_id) on delete set null (revision_of),
  -- A BOM outlives its project.
  foreign key (project_id, organization_id) references bomstream.projects (id, organization_id) on delete set null (project_id)
);
create index boms_by_organization on bomstream.boms (organization_id, created_at, id);
create unique index boms_by_idempotency_key on bomstream.boms (coalesce(created_by, key_id), organization_id, idempotency_key)
  where idempotency_key is not null;
-- Asked at every import, for the limit on them, and for a user who is deleted.
create index boms_by_creator on bomstream.boms (created_by, created_at desc) where created_by is not null;
create index boms_by_key on bomstream.boms (key_id, created_at desc) where key_id is not null;
create index boms_by_releaser on bomstream.boms (released_by) where released_by is not null;
create index boms_by_project on bomstream.boms (project_id) where project_id is not null;
-- Asked at each import of a file: the same bytes are the same BOM.
create index boms_by_file on bomstream.boms (organization_id, file_sha256) where file_sha256 is not null;
create index boms_by_revised on bomstream.boms (revision_of) where revision_of is not null;
-- Asked at each tick.
create index boms_due on bomstream.boms (schedule_due_at) where schedule_due_at is not null;
-- For those who ask what is the matter.
create index boms_of_failed_schedules on bomstream.boms (id) where schedule_error is not null and schedule_due_at is not null;
-- Asked while somebody watches the organization: what people have just changed.
create index boms_by_change on bomstream.boms (organization_id, changed_at) where changed_at is not null;
comment on table bomstream.boms is 'A bill of materials. Its status is its latest run''s; none before the first run.';
alter table bomstream.boms enable row level security;
revoke all on bomstream.boms from public, anon, authenticated, service_role;
