create table bomstream.bom_lines (
  id uuid primary key default gen_random_uuid(),
  bom_id uuid not null,
  organization_id uuid not null,
  line_number integer not null check (line_number between 1 and 10000),
  mpn text check (char_length(mpn) <= 120),
  manufacturer text check (char_length(manufacturer) <= 120),
  quantity numeric check (quantity >= 0),
  designators text check (char_length(designators) <= 100000),
  description text check (char_length(description) <= 2000),
  do_not_place boolean not null default false,
  orderable_key text,
  value text check (char_length(value) <= 500),
  footprint text check (char_length(footprint) <= 500),
  -- The value names or describes something to buy, such as `100n 50V` or `BAT54W`: the line is looked up without a part number.
  value_asks boolean not null default false,
  -- Distributors' numbers as written, [{supplier, number}]; supplier null where the file does not say whose it is.
  supplier_numbers jsonb not null default '[]' check (jsonb_typeof(supplier_numbers) = 'array'),
  -- The organization's own number of the part.
  internal_number text check (char_length(internal_number) <= 200),
  -- What the BOM says of substitutes, as written.
  substitution text check (char_length(substitution) <= 500),
  note text check (char_length(note) <= 2000),
  -- Every other column that came in, {header: text}.
  extra jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  -- Where it stood in its file.
  source_row integer check (source_row > 0),
  -- What people decided of it, apart from the work: see bomstream_bom_review.
  review text not null default 'none' check (review in ('none', 'needed', 'approved', 'rejected')),
  status text not null check (status in ('pending', 'enriched', 'not_found', 'failed', 'skipped')),

  -- Work: `visible_at` in the future is a lease (or a wait before a retry); in the past the line is claimable. A line
  -- that was never taken, or given back with its attempt, has '-infinity'; no such line has used up its attempts.
  -- No foreign key: a run is deleted only with its BOM, which takes the lines along. The key would be checked for each
  -- line at a start, and each deleted run would look for its lines among all lines there are.
  run_id uuid,
  visible_at timestamptz not null default '-infinity',
  fence integer not null default 0,
  attempts smallint not null default 0,
  -- Times in a row that a worker was lost, or failed, that held the line, which may be why: the more there are, the fewer
  -- lines are claimed with it.
  losses smallint not null default 0,
  worker_id uuid,
  -- Why it was put off, until somebody takes it again.
  waits_for text check (waits_for in ('supplier_minute', 'supplier_day', 'supplier_away')),
  -- A lease can be prolonged up to a limit counted from here, however many heartbeats its worker sends.
  claimed_at timestamptz,

  -- Result of the run `result_run`. It stays while a later run has the line pending again.
  result_run integer,
  result_status text check (result_status in ('enriched', 'not_found', 'failed')),
  -- No foreign key: one would be checked at each settlement, and the deletion of a component would lock lines after it,
  -- which commits lock before. A line whose component is gone shows none.
  component_id uuid,
  quality_score smallint check (quality_score between 0 and 100),
  source text,
  -- How its words led to the component, see shared/enrich/match/steps.ts.
  match_step text check (match_step in ('exact', 'spelling', 'supplier_sku', 'packing', 'finish', 'series', 'parametric', 'similar')),
  -- How many of line_candidates are its own, for lists.
  candidate_count smallint not null default 0 check (candidate_count >= 0),
  -- What the BOM says against its part or against itself, the worst first, see shared/assess/contradictions.
  contradictions jsonb not null default '[]' check (jsonb_typeof(contradictions) = 'array'),
  remarks jsonb not null default '[]' check (jsonb_typeof(remarks) = 'array'),
  settled_at timestamptz,

  -- The event that last changed the line, for readers that ask what moved since the event they know.
  changed_run integer not null default 0,
  changed_seq integer not null default 0,

  unique (bom_id, line_number),
  foreign key (bom_id, organization_id) references bomstream.boms (id, organization_id) on delete cascade
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index bom_lines_claimable on bomstream.bom_lines (run_id, visible_at, line_number) where status = 'pending';
-- A worker that ends gives its lines back.
create index bom_lines_held on bomstream.bom_lines (worker_id) where worker_id is not null and status = 'pending';
-- For readers that ask what moved since an event. Lines that a start has only put back to pending are left out: their
-- claims would each pay for an entry that nobody looks up.
create index bom_lines_changed on bomstream.bom_lines (bom_id, changed_run, changed_seq) where changed_seq > 1;
-- Asked for a component: which BOMs have it.
create index bom_lines_by_component on bomstream.bom_lines (organization_id, component_id, bom_id, line_number) where component_id is not null;
comment on table bomstream.bom_lines is 'One line of a BOM as the user wrote it, the work on it, and what was found.';
comment on column bomstream.bom_lines.fence is
  'Raised by every claim and whenever a line changes hands. A commit must name the current value, so a late worker changes nothing.';
comment on column bomstream.bom_lines.review is
  'needed: somebody has to decide; approved: somebody said that it is right, or that it is meant as written, or that there is nothing to buy; rejected: what was found is not it.';
comment on column bomstream.bom_lines.remarks is
  'What to tell the user about this line, [{code, detail}]: for example that the written manufacturer contradicts the found one. A tenant''s words stay here, never in a shared component.';
alter table bomstream.bom_lines enable row level security;
revoke all on bomstream.bom_lines from public, anon, authenticated, service_role;
