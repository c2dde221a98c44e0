create table bomstream.bom_judgements (
  bom_id uuid primary key references bomstream.boms (id) on delete cascade,
  -- bomstream.judging_version of what was judged.
  version text not null,
  event_id text,
  boards integer not null check (boards > 0),
  -- Lines by their one word.
  verdicts jsonb not null check (jsonb_typeof(verdicts) = 'object'),
  judged_at timestamptz not null default clock_timestamp()
);
comment on table bomstream.bom_judgements is
  'What shared/assess made of a BOM at the boards that it is meant for, for lists: computed when a run ends, and again where somebody asks and it is old.';
alter table bomstream.bom_judgements enable row level security;
revoke all on bomstream.bom_judgements from public, anon, authenticated, service_role;
