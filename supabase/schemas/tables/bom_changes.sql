create table bomstream.bom_changes (
  id bigint generated always as identity primary key,
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
  -- No foreign key: lines are deleted with their BOM alone, which takes these rows along.
  line_id uuid not null,
  user_id uuid references auth.users (id) on delete set null,
  -- The key that did it, if no user did; it may be revoked by now.
  key_id uuid,
  action text not null check (action in ('edit', 'approve', 'choose', 'keep_as_written', 'nothing_to_buy', 'reject', 'reset', 'undo')),
  -- Of an edit: {field: value} of the fields that changed. Of a choice, `after` is the part that was chosen.
  before jsonb,
  after jsonb,
  created_at timestamptz not null default clock_timestamp(),
  -- Of what can be taken back: {before, after}, each as review_state has the line. Of an edit `before` has `words`, too: what the
  -- database made of fields that changed, and `alternates` and `candidates` where the edit wrote others or took them away.
  reviewed jsonb check (jsonb_typeof(reviewed) = 'object'),
  -- Somebody has taken it back.
  undone boolean not null default false,
  -- Of an undo: the change that it took back, null of what was carried over from another revision; and whether the line is
  -- as it was before that change, which one that was looked up since is not.
  took_back bigint,
  took_back_wholly boolean not null default false
);
create index bom_changes_by_bom on bomstream.bom_changes (bom_id, id);
create index bom_changes_to_undo on bomstream.bom_changes (line_id, id) where action <> 'undo' and not undone;
create index bom_changes_by_user on bomstream.bom_changes (user_id) where user_id is not null;
comment on table bomstream.bom_changes is 'What people did to lines of a BOM, who and when.';
alter table bomstream.bom_changes enable row level security;
revoke all on bomstream.bom_changes from public, anon, authenticated, service_role;
