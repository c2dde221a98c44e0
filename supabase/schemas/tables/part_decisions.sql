create table bomstream.part_decisions (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- The words of a line that count: bomstream.asked_key.
  asked text not null check (char_length(asked) <= 1100),
  -- The part that they mean; all null: the line is meant as written, whatever is found.
  mpn text check (char_length(mpn) <= 120),
  manufacturer text check (char_length(manufacturer) <= 200),
  orderable_key text,
  decided_by uuid references auth.users (id) on delete set null,
  decided_at timestamptz not null default clock_timestamp(),
  -- Of bom_changes: what decided it. Null of what was decided before release 0.5.0.
  change_id bigint,
  primary key (organization_id, asked),
  check ((mpn is null) = (orderable_key is null))
);
create index part_decisions_by_user on bomstream.part_decisions (decided_by) where decided_by is not null;
comment on table bomstream.part_decisions is 'What an organization decided once: these words mean this part. It is used again in each run of each of its BOMs.';
alter table bomstream.part_decisions enable row level security;
revoke all on bomstream.part_decisions from public, anon, authenticated, service_role;
