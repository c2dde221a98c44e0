-- Tables and inner functions live in a schema of their own: the product can be installed beside other tables, and the Data
-- API never exposes it. Nobody but the functions of this product reaches a table: no role of the Data API has a right to
-- one, and there is no policy. Shared components, planner estimates and timestamps would tell what others work on,
-- whoever may read only some of the rows. Revokes are explicit, so that a project's default privileges change nothing.
create schema bomstream;
comment on schema bomstream is 'BOM enrichment: tables and inner functions. What the Edge Functions call is public.bomstream_*.';
revoke all on schema bomstream from public, anon, authenticated, service_role;

-- Hosted projects and the Supabase CLI's database bring these extensions; the embedded stack brings look-alikes
-- under the same schemas. pg_cron can only be created in the one database it is configured for.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_cron')
     and current_setting('cron.database_name', true) = current_database() then
    create extension if not exists pg_cron;
  end if;
  if exists (select from pg_available_extensions where name = 'pg_net') then
    create extension if not exists pg_net;
  end if;
end $$;

-- What an operator may change; one row, so that every function reads the same truth.
create table bomstream.settings (
  only_row boolean primary key default true check (only_row),
  -- Runners that the database keeps at work at once, over all isolates: each costs a pool connection. A start or a
  -- resume calls one besides, for whoever pressed the button does not wait until another is done.
  max_runners smallint not null default 4 check (max_runners between 1 and 100),
  -- How long a claimed line belongs to its worker. A dead worker's lines wait this long for another.
  lease_seconds smallint not null default 30 check (lease_seconds between 1 and 600),
  -- How long a line may be held in all. A worker with heartbeats whose supplier call hangs gives it up then.
  hold_seconds smallint not null default 120 check (hold_seconds between 1 and 3600),
  -- Claims of one line before it is failed: a line that keeps killing its worker must not keep its run open.
  max_attempts smallint not null default 5 check (max_attempts between 1 and 20),
  -- Without it, organizations are made by the operator alone.
  users_may_create_organizations boolean not null default true
);
insert into bomstream.settings default values;
comment on table bomstream.settings is 'What an operator may set: one row.';
alter table bomstream.settings enable row level security;
revoke all on bomstream.settings from public, anon, authenticated, service_role;

create table bomstream.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  -- An imported BOM is enriched at once, without anybody asking.
  auto_start boolean not null default false,
  -- Null where an operator made it, or the user is gone.
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Nobody belongs to it from then on. The sweep deletes what it has, a bite each time, and at last this row.
  deleted_at timestamptz
);
-- Asked at every creation, for the limit on them, and for a user who is deleted.
create index organizations_by_creator on bomstream.organizations (created_by) where created_by is not null;
create index organizations_to_sweep on bomstream.organizations (deleted_at) where deleted_at is not null;
comment on table bomstream.organizations is 'A tenant. Everything a user sees belongs to one, or to nobody and is then shared knowledge.';
alter table bomstream.organizations enable row level security;
revoke all on bomstream.organizations from public, anon, authenticated, service_role;

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

create table bomstream.organization_invitations (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- SHA-256 of the token in the link. The token itself is known to whoever was given it, and to nobody here.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Who loses the right to invite takes the invitations along that nobody has used.
  created_by uuid not null,
  role text not null check (role in ('viewer', 'editor', 'admin')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index organization_invitations_by_organization on bomstream.organization_invitations (organization_id);
comment on table bomstream.organization_invitations is
  'Links that make whoever follows one a member, once. A row goes when it is used or revoked.';
alter table bomstream.organization_invitations enable row level security;
revoke all on bomstream.organization_invitations from public, anon, authenticated, service_role;

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

create table bomstream.components (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references bomstream.organizations (id) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  manufacturer text not null check (manufacturer <> ''),
  mpn text not null check (mpn <> ''),
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  quality_score smallint not null check (quality_score between 0 and 100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (organization_id, orderable_key, manufacturer)
);
comment on table bomstream.components is
  'What we know of a part. Rows without an organization are shared knowledge, written by service code only and never holding a tenant''s own words; a tenant''s own rows are seen by nobody else.';
comment on column bomstream.components.orderable_key is 'Identifies the part among its manufacturer''s: the number as the manufacturer spells it, in upper case, without white space, with plain dashes and quotes and without trailing punctuation. All else tells parts apart: SMBJ5.0A is not SMBJ50A, MAX232CPE not MAX232CPE+.';
comment on column bomstream.components.fields is 'Field name to {value, unit?, source, confidence, reference?, conflicts?}. No field without a source.';
alter table bomstream.components enable row level security;
revoke all on bomstream.components from public, anon, authenticated, service_role;

create table bomstream.supplier_offers (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid references bomstream.organizations (id) on delete cascade,
  component_id uuid not null references bomstream.components (id) on delete cascade,
  supplier text not null check (supplier <> ''),
  supplier_part_number text not null check (supplier_part_number <> ''),
  -- Null wherever the supplier did not say, or said it in a way that could be read in two ways.
  stock integer check (stock >= 0),
  min_quantity integer check (min_quantity > 0),
  multiple integer check (multiple > 0),
  lead_time_days integer check (lead_time_days >= 0),
  price_breaks jsonb not null check (jsonb_typeof(price_breaks) = 'array'),
  url text,
  fetched_at timestamptz not null,
  unique nulls not distinct (organization_id, component_id, supplier, supplier_part_number)
);
create index supplier_offers_by_component on bomstream.supplier_offers (component_id);
comment on table bomstream.supplier_offers is
  'What a supplier sells a component for. Rows without an organization are shared knowledge and written by service code only, in the transaction of the commit that brought them.';
comment on column bomstream.supplier_offers.price_breaks is '[{quantity, price, currency}], by rising quantity. A price that could not be read for certain is left out.';
alter table bomstream.supplier_offers enable row level security;
revoke all on bomstream.supplier_offers from public, anon, authenticated, service_role;

create table bomstream.boms (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  project_id uuid,
  name text not null check (char_length(name) between 1 and 200),
  line_count integer not null check (line_count between 1 and 10000),
  created_by uuid references auth.users (id) on delete set null,
  -- A client that lost the answer sends its import again with the same key and gets the same BOM.
  idempotency_key text check (char_length(idempotency_key) between 1 and 128),
  created_at timestamptz not null default now(),
  unique (id, organization_id),
  -- A BOM outlives its project.
  foreign key (project_id, organization_id) references bomstream.projects (id, organization_id) on delete set null (project_id)
);
create index boms_by_organization on bomstream.boms (organization_id, created_at, id);
create unique index boms_by_idempotency_key on bomstream.boms (created_by, organization_id, idempotency_key)
  where idempotency_key is not null;
-- Asked at every import, for the limit on them, and for a user who is deleted.
create index boms_by_creator on bomstream.boms (created_by, created_at desc) where created_by is not null;
create index boms_by_project on bomstream.boms (project_id) where project_id is not null;
comment on table bomstream.boms is 'A bill of materials. Its status is its latest run''s; none before the first run.';
alter table bomstream.boms enable row level security;
revoke all on bomstream.boms from public, anon, authenticated, service_role;

create table bomstream.enrichment_runs (
  id uuid primary key default gen_random_uuid(),
  bom_id uuid not null,
  organization_id uuid not null,
  project_id uuid,
  user_id uuid references auth.users (id) on delete set null,
  -- A client that lost the answer sends its start again with the same key and gets the same run.
  idempotency_key text check (char_length(idempotency_key) between 1 and 128),
  source text not null default 'user' check (source in ('user', 'auto')),
  run integer not null check (run > 0),
  mode text not null check (mode in ('all', 'failed', 'pending')),
  priority smallint not null check (priority between 1 and 9),
  status text not null default 'queued'
    check (status in ('queued', 'enriching', 'paused', 'completed', 'failed', 'cancelled')),
  batch_size smallint not null check (batch_size between 1 and 100),

  total_items integer not null check (total_items > 0),
  enriched_items integer not null default 0 check (enriched_items >= 0),
  not_found_items integer not null default 0 check (not_found_items >= 0),
  failed_items integer not null default 0 check (failed_items >= 0),
  skipped_items integer not null default 0 check (skipped_items >= 0),
  -- Derived by the database itself: enriched + not_found + failed + skipped + pending = total in every row.
  pending_items integer not null
    generated always as (total_items - enriched_items - not_found_items - failed_items - skipped_items) stored
    check (pending_items >= 0),
  current_batch integer not null default 0,

  -- Events are numbered 1.. under this row's lock; what Redis has been given follows behind.
  last_seq integer not null default 0,
  published_seq integer not null default 0,
  publish_due_at timestamptz not null default 'infinity',
  publish_failures smallint not null default 0,

  -- Enriching time excludes pauses: finished stretches are summed up, the current one counts from `enriching_since`.
  enriching_since timestamptz,
  enriching_seconds double precision not null default 0,
  served_at timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  last_update timestamptz not null default now(),
  completed_at timestamptz,
  -- Its events are deleted 30 days after its end. From then on the sweep does not look at it again.
  events_swept boolean not null default false,
  -- Ten runs of the BOM have been started since: the sweep deletes what it found of each line, and clears this.
  results_expired boolean not null default false,

  unique (bom_id, run),
  unique (bom_id, idempotency_key),
  foreign key (bom_id, organization_id) references bomstream.boms (id, organization_id) on delete cascade,
  check (published_seq <= last_seq),
  check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null))
) with (fillfactor = 70);
create unique index enrichment_runs_one_active_per_bom on bomstream.enrichment_runs (bom_id)
  where status in ('queued', 'enriching', 'paused');
create index enrichment_runs_to_serve on bomstream.enrichment_runs (organization_id, priority desc, served_at, created_at)
  where status in ('queued', 'enriching');
create index enrichment_runs_unpublished on bomstream.enrichment_runs (publish_due_at) where published_seq < last_seq;
create index enrichment_runs_active_by_organization on bomstream.enrichment_runs (organization_id, created_at desc)
  where status in ('queued', 'enriching', 'paused');
create index enrichment_runs_by_organization on bomstream.enrichment_runs (organization_id, created_at desc);
-- A run that has not ended is not in it, so the events of a paused one are never even looked at.
create index enrichment_runs_to_sweep on bomstream.enrichment_runs (completed_at)
  where completed_at is not null and not events_swept;
create index enrichment_runs_expired on bomstream.enrichment_runs (id) where results_expired;
create index enrichment_runs_by_user on bomstream.enrichment_runs (user_id) where user_id is not null;
comment on table bomstream.enrichment_runs is
  'One enrichment pass over a BOM, numbered 1.. per BOM. At most one is active. The row''s lock orders everything that happens to the run.';
alter table bomstream.enrichment_runs enable row level security;
revoke all on bomstream.enrichment_runs from public, anon, authenticated, service_role;

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
comment on table bomstream.bom_lines is 'One line of a BOM as the user wrote it, the work on it, and what was found.';
comment on column bomstream.bom_lines.fence is
  'Raised by every claim and whenever a line changes hands. A commit must name the current value, so a late worker changes nothing.';
comment on column bomstream.bom_lines.remarks is
  'What to tell the user about this line, [{code, detail}]: for example that the written manufacturer contradicts the found one. A tenant''s words stay here, never in a shared component.';
alter table bomstream.bom_lines enable row level security;
revoke all on bomstream.bom_lines from public, anon, authenticated, service_role;

create table bomstream.run_line_results (
  -- No foreign keys: they would be checked at each settlement. A run takes its results along when it is deleted, which is
  -- with its BOM; a component that is gone is no longer shown.
  run_id uuid not null,
  line_id uuid not null,
  status text not null check (status in ('enriched', 'not_found', 'failed', 'skipped')),
  component_id uuid,
  -- Of one piece, where the line's quantity is bought. Null is what no source said.
  unit_price numeric,
  currency text,
  stock integer,
  lifecycle text,
  primary key (run_id, line_id),
  check ((unit_price is null) = (currency is null))
);
comment on table bomstream.run_line_results is
  'What a run found of each line that it settled or skipped, so that runs can be compared. Kept for the last ten runs of a BOM.';
alter table bomstream.run_line_results enable row level security;
revoke all on bomstream.run_line_results from public, anon, authenticated, service_role;

create table bomstream.enrichment_events (
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
  run integer not null,
  seq integer not null,
  -- The BOM's. No foreign key: an event is written under the locks of BOM and run, and would then ask for the lock of the
  -- organization, which its deletion takes first.
  organization_id uuid not null,
  event_type text not null,
  event jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (bom_id, run, seq)
);
comment on table bomstream.enrichment_events is
  'The durable log of every event, key <run>-<seq> per BOM, without holes. Streams fill their gaps from here.';
alter table bomstream.enrichment_events enable row level security;
revoke all on bomstream.enrichment_events from public, anon, authenticated, service_role;

create table bomstream.enrichment_progress (
  bom_id uuid primary key references bomstream.boms (id) on delete cascade,
  organization_id uuid not null,
  run integer not null,
  seq integer not null,
  status text not null,
  event jsonb not null,
  updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
comment on table bomstream.enrichment_progress is
  'One row a BOM: its newest event. The cheap probe that tells a polling stream which BOMs moved.';
alter table bomstream.enrichment_progress enable row level security;
revoke all on bomstream.enrichment_progress from public, anon, authenticated, service_role;

create table bomstream.workers (
  id uuid primary key,
  started_at timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  -- When it took its last batch, and whose.
  claimed_at timestamptz not null default clock_timestamp(),
  organization_id uuid,
  -- Past this moment nobody waits for the worker any more: its leases have run out too.
  live_until timestamptz not null,
  stopped_at timestamptz,
  stop_reason text check (char_length(stop_reason) <= 100)
);
-- For who is alive, and for the sweep of who is long gone.
create index workers_by_life on bomstream.workers (live_until);
comment on table bomstream.workers is 'Runners that claimed work: one row for each call of the runner function that found some.';
alter table bomstream.workers enable row level security;
revoke all on bomstream.workers from public, anon, authenticated, service_role;

create table bomstream.invocations (
  id bigint generated always as identity primary key,
  invoked_at timestamptz not null default clock_timestamp(),
  reason text not null,
  -- pg_net's number of the request; its answer is copied here because pg_net forgets answers after hours.
  request_id bigint,
  status_code integer,
  error text,
  answered_at timestamptz
);
create index invocations_recent on bomstream.invocations (invoked_at desc);
create index invocations_unanswered on bomstream.invocations (invoked_at) where answered_at is null;
comment on table bomstream.invocations is 'Calls to the runner function that the database asked pg_net to make, and what became of them.';
alter table bomstream.invocations enable row level security;
revoke all on bomstream.invocations from public, anon, authenticated, service_role;

create table bomstream.turns (
  -- No foreign key, as in enrichment_events.
  organization_id uuid primary key,
  served_at timestamptz not null default '-infinity'
) with (fillfactor = 70);
create index turns_in_order on bomstream.turns (served_at);
comment on table bomstream.turns is
  'Organizations with runs that have not ended, and when each was served last. Who comes next is read off here, however many runs are open.';
alter table bomstream.turns enable row level security;
revoke all on bomstream.turns from public, anon, authenticated, service_role;

create table bomstream.supplier_limits (
  supplier text primary key check (supplier <> ''),
  calls_per_minute integer not null check (calls_per_minute > 0),
  calls_per_day integer not null check (calls_per_day > 0),
  -- Where the supplier's day begins.
  time_zone text not null,
  -- Failures in a row that close the supplier for a while. One may be a lost connection; three are an outage.
  trip_after smallint not null default 3 check (trip_after > 0),

  -- Moments of the calls granted within the last minute: exact in any minute, where a bucket that is full at its
  -- start lets through twice the limit.
  recent timestamptz[] not null default '{}',
  day date,
  used_today integer not null default 0,
  failures integer not null default 0,
  last_failure text,
  blocked_until timestamptz,
  -- One caller is trying whether the supplier is back; the others wait for what it finds, until then at most.
  probing_until timestamptz
);
comment on table bomstream.supplier_limits is
  'What all isolates together may ask of a supplier, and how it has answered lately. The first question to a supplier makes its row, with the limits that it publishes; an operator may change them.';
alter table bomstream.supplier_limits enable row level security;
revoke all on bomstream.supplier_limits from public, anon, authenticated, service_role;

create table bomstream.supplier_answers (
  supplier text not null references bomstream.supplier_limits (supplier) on delete cascade,
  orderable_key text not null check (orderable_key <> ''),
  answered_at timestamptz not null default clock_timestamp(),
  -- {findings, offers}; null: the supplier has no such part
  answer jsonb,
  primary key (supplier, orderable_key)
);
create index supplier_answers_by_age on bomstream.supplier_answers (answered_at);
comment on table bomstream.supplier_answers is
  'The newest answer of each supplier about each part number, the unknown ones included, so that no run asks again what another has just asked. It holds what suppliers say, never a word of a BOM.';
alter table bomstream.supplier_answers enable row level security;
revoke all on bomstream.supplier_answers from public, anon, authenticated, service_role;

create table bomstream.swept_jobs (
  only_row boolean primary key default true check (only_row),
  runid bigint not null
);
-- What was logged before there was a job of ours is none of it.
insert into bomstream.swept_jobs (runid) select coalesce(max(d.runid), 0) from cron.job_run_details d;
comment on table bomstream.swept_jobs is 'Up to which number the sweep has been through the log of cron: one row.';
alter table bomstream.swept_jobs enable row level security;
revoke all on bomstream.swept_jobs from public, anon, authenticated, service_role;

create function bomstream.enrichment_access(p_user_id uuid, p_organization_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select m.role from bomstream.organization_members m
  where m.user_id = p_user_id and m.organization_id = p_organization_id
$$;
comment on function bomstream.enrichment_access(uuid, uuid) is
  'The one predicate on rights: the user''s role in the organization, null without a membership. Every function asks this and nothing else.';
revoke all on function bomstream.enrichment_access(uuid, uuid) from public, anon, authenticated;

create function bomstream.refuse(p_status integer, p_code text, p_detail text, p_retry_after integer default null) returns void
language plpgsql volatile set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || p_status, message = p_code, detail = p_detail,
    hint = coalesce(p_retry_after::text, '');
end $$;
comment on function bomstream.refuse(integer, text, text, integer) is
  'Ends the transaction with an answer for the user: HTTP status, stable code, a sentence that says what to do and, where waiting helps, after how many seconds (as Retry-After). PostgREST turns SQLSTATE PTnnn into status nnn.';
revoke all on function bomstream.refuse(integer, text, text, integer) from public, anon, authenticated;

create function bomstream.require_at_most(p_count integer, p_most integer, p_what text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_count > p_most then
    raise exception using errcode = '22023', message = format('%s %s in one call; at most %s are taken', p_count, p_what, p_most);
  end if;
end $$;
comment on function bomstream.require_at_most(integer, integer, text) is
  'Refuses a list that is longer than the product ever sends: what a call costs is bounded by it, whoever calls.';
revoke all on function bomstream.require_at_most(integer, integer, text) from public, anon, authenticated;

create function bomstream.require_role(p_user_id uuid, p_organization_id uuid, p_role text, p_missing_code text, p_missing_detail text)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  v_ranks constant text[] := array['viewer', 'editor', 'admin'];
  v_role text := bomstream.enrichment_access(p_user_id, p_organization_id);
begin
  if v_role is null then
    perform bomstream.refuse(404, p_missing_code, p_missing_detail);
  elsif array_position(v_ranks, v_role) < array_position(v_ranks, p_role) then
    perform bomstream.refuse(403, 'role_required',
      format('You are %s in this organization; this needs %s. Ask an admin of the organization to change your role.', v_role, p_role));
  end if;
end $$;
comment on function bomstream.require_role(uuid, uuid, text, text, text) is
  'Refuses unless the user has at least the role. Without a membership the answer is the caller''s "not there", word for word, so that nobody learns what exists elsewhere.';
revoke all on function bomstream.require_role(uuid, uuid, text, text, text) from public, anon, authenticated;

create function bomstream.require_bom(p_user_id uuid, p_bom_id uuid, p_role text) returns bomstream.boms
language plpgsql stable security definer set search_path = '' as $$
declare
  v_bom bomstream.boms;
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id;
  perform bomstream.require_role(p_user_id, v_bom.organization_id, p_role,
    'bom_not_found', 'There is no BOM with this id among yours. Check the id, and that you are signed in to the right account.');
  return v_bom;
end $$;
comment on function bomstream.require_bom(uuid, uuid, text) is
  'The BOM, if the user has at least the role in its organization. A missing BOM and another tenant''s give the same 404.';
revoke all on function bomstream.require_bom(uuid, uuid, text) from public, anon, authenticated;

create function bomstream.require_organization(p_user_id uuid, p_organization_id uuid, p_role text) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_role(p_user_id, p_organization_id, p_role, 'organization_not_found',
    'There is no organization with this id among yours. GET organizations lists yours.');
end $$;
comment on function bomstream.require_organization(uuid, uuid, text) is
  'Refuses unless the user has at least the role in the organization. A missing one and another tenant''s give the same 404.';
revoke all on function bomstream.require_organization(uuid, uuid, text) from public, anon, authenticated;

create function bomstream.lock_organization(p_user_id uuid, p_organization_id uuid, p_role text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Asked before, so that nobody else can make an organization wait, and after, for the role may have ended meanwhile.
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
  perform from bomstream.organizations o where o.id = p_organization_id for no key update;
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
end $$;
comment on function bomstream.lock_organization(uuid, uuid, text) is
  'Holds the organization for a change of what belongs to it and is counted: members, invitations, projects, or of several of its BOMs. Refuses as require_organization does. Imports and runs do not wait for it; before bom in the order of locks.';
revoke all on function bomstream.lock_organization(uuid, uuid, text) from public, anon, authenticated;

create function bomstream.require_member(p_organization_id uuid, p_member_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if bomstream.enrichment_access(p_member_id, p_organization_id) is null then
    perform bomstream.refuse(404, 'member_not_found', 'Nobody with this id is a member of the organization.');
  end if;
end $$;
comment on function bomstream.require_member(uuid, uuid) is
  'Refuses unless somebody is a member of the organization, whom another member names.';
revoke all on function bomstream.require_member(uuid, uuid) from public, anon, authenticated;

create function bomstream.require_other_admin(p_organization_id uuid, p_user_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if bomstream.enrichment_access(p_user_id, p_organization_id) = 'admin'
     and not exists (select from bomstream.organization_members m
                     where m.organization_id = p_organization_id and m.user_id <> p_user_id and m.role = 'admin') then
    perform bomstream.refuse(409, 'last_admin',
      'An organization without an admin could not be managed any more. Make another member admin first, or delete the organization.');
  end if;
end $$;
comment on function bomstream.require_other_admin(uuid, uuid) is
  'Refuses where this member is the organization''s only admin. The caller has locked the organization.';
revoke all on function bomstream.require_other_admin(uuid, uuid) from public, anon, authenticated;

create function bomstream.revoke_invitations_of(p_organization_id uuid, p_user_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id and i.created_by = p_user_id;
end $$;
comment on function bomstream.revoke_invitations_of(uuid, uuid) is
  'Closes the invitations that a member opened who may open none any more: with a token kept back he could let himself in again. The caller has locked the organization.';
revoke all on function bomstream.revoke_invitations_of(uuid, uuid) from public, anon, authenticated;

create function bomstream.iso(p_at timestamptz) returns text
-- Of this form it is understood when it is made, whatever a caller's search_path says, and costs no call.
language sql stable
return to_char(p_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
comment on function bomstream.iso(timestamptz) is 'A moment as every JSON answer writes it, whatever time zone the session has.';
revoke all on function bomstream.iso(timestamptz) from public, anon, authenticated;

create function bomstream.run_state(r bomstream.enrichment_runs) returns jsonb
language plpgsql volatile set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', r.status,
      'total_items', r.total_items,
      'enriched_items', r.enriched_items,
      'not_found_items', r.not_found_items,
      'failed_items', r.failed_items,
      'skipped_items', r.skipped_items,
      'pending_items', r.pending_items,
      'current_batch', r.current_batch,
      'total_batches', r.current_batch + ceil(r.pending_items::numeric / r.batch_size)::integer,
      'percent_complete', case when r.total_items = r.skipped_items then 100
        -- cut, not rounded: 100 is for a run with nothing left to do
        else trunc(100.0 * f.settled / (r.total_items - r.skipped_items), 1) end,
      'items_per_second', case when f.settled > 0 and f.seconds > 0 then round((f.settled / f.seconds)::numeric, 2) end,
      'eta_seconds', case when r.completed_at is null and f.settled > 0 and f.seconds > 0
        then ceil(r.pending_items * f.seconds / f.settled) end,
      'started_at', bomstream.iso(r.started_at),
      'last_update', bomstream.iso(r.last_update),
      'completed_at', bomstream.iso(r.completed_at))
    from (select r.enriched_items + r.not_found_items + r.failed_items as settled,
                 r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0) as seconds) f);
end $$;
comment on function bomstream.run_state(bomstream.enrichment_runs) is
  'The `state` of an event: counts, percentage, rate and times of a run. Rate and remaining time are null until a line is settled.';
revoke all on function bomstream.run_state(bomstream.enrichment_runs) from public, anon, authenticated;

create function bomstream.emit_event(p_run_id uuid, p_event_type text, p_payload json default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Above this, a browser on a phone notices; the page reads the lines itself instead.
  c_max_bytes constant integer := 32768;
  -- The writer itself publishes within moments. Only what is still unpublished after this is work for others.
  c_publish_grace constant interval := interval '5 seconds';
  v_run bomstream.enrichment_runs;
  v_text text;
  v_event jsonb;
begin
  update bomstream.enrichment_runs r
     set last_seq = r.last_seq + 1,
         last_update = clock_timestamp(),
         publish_due_at = least(r.publish_due_at, clock_timestamp() + c_publish_grace)
   where r.id = p_run_id
   returning * into strict v_run;

  -- As text: a jsonb would be copied once for each level that is built around it, and written out to be measured.
  v_text := json_build_object(
    'schema_version', 1,
    'event_id', v_run.run || '-' || v_run.last_seq,
    'event_type', p_event_type,
    'bom_id', v_run.bom_id,
    'organization_id', v_run.organization_id,
    'project_id', v_run.project_id,
    'user_id', v_run.user_id,
    'source', v_run.source,
    'run_id', v_run.id,
    'run', v_run.run,
    'seq', v_run.last_seq,
    'state', bomstream.run_state(v_run),
    'payload', p_payload,
    'created_at', bomstream.iso(v_run.last_update))::text;
  v_event := v_text::jsonb;
  if octet_length(v_text) > c_max_bytes then
    v_event := jsonb_set(v_event #- '{payload,batch,items}', '{payload,batch,items_omitted}', 'true');
  end if;

  insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
  values (v_run.bom_id, v_run.run, v_run.last_seq, v_run.organization_id, p_event_type, v_event);

  insert into bomstream.enrichment_progress as p (bom_id, organization_id, run, seq, status, event)
  values (v_run.bom_id, v_run.organization_id, v_run.run, v_run.last_seq, v_run.status, v_event)
  on conflict (bom_id) do update
    set run = excluded.run, seq = excluded.seq, status = excluded.status, event = excluded.event,
        updated_at = excluded.updated_at
    where (p.run, p.seq) < (excluded.run, excluded.seq);
end $$;
comment on function bomstream.emit_event(uuid, text, json) is
  'Gives the run''s next number to an event, in the transaction of the change it reports. The caller holds the run''s row lock, so numbers follow commit order and have no holes.';
revoke all on function bomstream.emit_event(uuid, text, json) from public, anon, authenticated;

create function bomstream.unpublished_events(p_bom_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    with pending as (
      select e.run, e.seq, e.event
      from bomstream.enrichment_runs r
      join bomstream.enrichment_events e on e.bom_id = r.bom_id and e.run = r.run and e.seq > r.published_seq
      where r.bom_id = p_bom_id and r.published_seq < r.last_seq
      order by e.run, e.seq
      -- Bounds one call to Redis (at most 50 x 32 KiB). What is left goes with the next reply or the next tick.
      limit 50)
    select json_build_object(
        'bom_id', p_bom_id,
        -- A key must outlive every pause and retry of a run, but a finished run only its late readers.
        'expire_seconds', (select case when bool_or(a.status in ('queued', 'enriching', 'paused')) then 86400 else 3600 end
                           from bomstream.enrichment_runs a where a.bom_id = p_bom_id),
        'events', json_agg(p.event order by p.run, p.seq))
    from pending p
    having count(*) > 0);
end $$;
comment on function bomstream.unpublished_events(uuid) is
  'What Redis has not been given yet of a BOM, oldest first and over all its runs, so that a publisher can never skip an id; null when nothing is.';
revoke all on function bomstream.unpublished_events(uuid) from public, anon, authenticated;

create function bomstream.mark_published(p_published jsonb) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom_id uuid := (p_published ->> 'bom_id')::uuid;
  v_run integer := split_part(p_published ->> 'event_id', '-', 1)::integer;
  v_seq integer := split_part(p_published ->> 'event_id', '-', 2)::integer;
  v_id uuid;
begin
  -- Never waits, for its callers hold other locks, and a row that is waited for out of order is a deadlock. Whoever holds
  -- a run's lock hands out what is not noted as published, so what is passed over here is handed out once more.
  for v_id in
    select r.id from bomstream.enrichment_runs r
    -- An earlier run is always published whole before the next one begins to be.
    where r.bom_id = v_bom_id and r.run <= v_run and r.published_seq < r.last_seq
    order by r.run
    for no key update skip locked
  loop
    update bomstream.enrichment_runs r
       set published_seq = case when r.run < v_run then r.last_seq
             else greatest(r.published_seq, least(v_seq, r.last_seq)) end,
           publish_failures = 0,
           publish_due_at = case when r.run < v_run or v_seq >= r.last_seq then 'infinity'::timestamptz
             else clock_timestamp() end
     where r.id = v_id;
  end loop;
end $$;
comment on function bomstream.mark_published(jsonb) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}. Never lowers what is noted; null does nothing. A run whose row somebody else has locked is left as it is. Called where the caller waits for no bom, worker or run any more.';
revoke all on function bomstream.mark_published(jsonb) from public, anon, authenticated;

create function bomstream.leave_turns(p_organization_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- The lock first, and only then, in a statement that sees what was committed meanwhile, the question: a start that
  -- holds the row is waited for and seen, and one that comes now finds the row gone and makes a new one.
  perform from bomstream.turns t where t.organization_id = p_organization_id for update;
  delete from bomstream.turns t
   where t.organization_id = p_organization_id
     and not exists (select from bomstream.enrichment_runs r
                     where r.organization_id = p_organization_id and r.status in ('queued', 'enriching', 'paused'));
end $$;
comment on function bomstream.leave_turns(uuid) is
  'Takes an organization out of the turns when its last run has ended. Last in the order of locks.';
revoke all on function bomstream.leave_turns(uuid) from public, anon, authenticated;

create function bomstream.leave_turns_of_deleted() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.leave_turns(old.organization_id);
  return null;
end $$;
comment on function bomstream.leave_turns_of_deleted() is
  'A run that is deleted before it has ended leaves the turns like one that ends.';
revoke all on function bomstream.leave_turns_of_deleted() from public, anon, authenticated;
create trigger leave_turns after delete on bomstream.enrichment_runs
  for each row when (old.completed_at is null) execute function bomstream.leave_turns_of_deleted();

create function bomstream.delete_results_of_deleted() returns trigger
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  delete from bomstream.run_line_results f where f.run_id = any (array(select r.id from deleted r));
  return null;
end $$;
comment on function bomstream.delete_results_of_deleted() is
  'Runs that are deleted take along what they found, in one statement for all of them.';
revoke all on function bomstream.delete_results_of_deleted() from public, anon, authenticated;
create trigger delete_results after delete on bomstream.enrichment_runs
  referencing old table as deleted for each statement execute function bomstream.delete_results_of_deleted();

create function bomstream.end_run(p_run_id uuid, p_status text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
begin
  update bomstream.enrichment_runs r
     set status = p_status,
         completed_at = clock_timestamp(),
         enriching_seconds = r.enriching_seconds
           + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0),
         enriching_since = null
   where r.id = p_run_id
  returning r.* into v_run;
  -- Leases end with the run: the raised fence refuses whatever a worker still brings.
  update bomstream.bom_lines l
     set fence = l.fence + 1, visible_at = '-infinity', worker_id = null
   where l.run_id = p_run_id and l.status = 'pending';
  perform bomstream.emit_event(p_run_id, 'enrichment.' || p_status,
    case when p_reason is null then '{}' else json_build_object('reason', p_reason) end);
  perform bomstream.leave_turns(v_run.organization_id);
end $$;
comment on function bomstream.end_run(uuid, text, text) is
  'The one way a run ends: status, leases and the terminal event together. The caller holds the run''s row lock and has seen it active.';
revoke all on function bomstream.end_run(uuid, text, text) from public, anon, authenticated;

create function bomstream.settle_batch(p_run_id uuid, p_line_ids uuid[], p_batch_lines integer) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run bomstream.enrichment_runs;
  v_enriched bigint;
  v_not_found bigint;
  v_failed bigint;
  v_items json;
begin
  select count(*) filter (where l.status = 'enriched'),
         count(*) filter (where l.status = 'not_found'),
         count(*) filter (where l.status = 'failed'),
         json_agg(json_build_object(
           'line_id', l.id, 'line_number', l.line_number, 'mpn', l.mpn, 'status', l.status,
           'quality_score', l.quality_score, 'source', l.source) order by l.line_number)
    into v_enriched, v_not_found, v_failed, v_items
    from bomstream.bom_lines l where l.id = any (p_line_ids);

  update bomstream.enrichment_runs r
     set enriched_items = r.enriched_items + v_enriched,
         not_found_items = r.not_found_items + v_not_found,
         failed_items = r.failed_items + v_failed,
         current_batch = r.current_batch + 1
   where r.id = p_run_id
   returning r.* into v_run;

  perform bomstream.emit_event(p_run_id, 'enrichment.progress', json_build_object(
    'batch', json_build_object('batch_number', v_run.current_batch, 'batch_size', p_batch_lines,
                                'completed', cardinality(p_line_ids), 'items', v_items)));

  if v_run.pending_items = 0 then
    if v_run.failed_items = v_run.total_items - v_run.skipped_items then
      perform bomstream.end_run(p_run_id, 'failed', 'every line that was tried failed');
    else
      perform bomstream.end_run(p_run_id, 'completed');
    end if;
  end if;
end $$;
comment on function bomstream.settle_batch(uuid, uuid[], integer) is
  'Counts lines that were just settled into their run, reports them as one batch and ends the run after the last. The caller holds the run''s row lock and has written the lines'' results, marked as changed by the run''s next event.';
revoke all on function bomstream.settle_batch(uuid, uuid[], integer) from public, anon, authenticated;

create function bomstream.run_summary(r bomstream.enrichment_runs) returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object(
    'run_id', r.id, 'run', r.run, 'mode', r.mode, 'source', r.source, 'event_id', r.run || '-' || r.last_seq,
    'state', bomstream.run_state(r))
  where r.id is not null
$$;
comment on function bomstream.run_summary(bomstream.enrichment_runs) is 'A run as answers about BOMs show it; null where there is none.';
revoke all on function bomstream.run_summary(bomstream.enrichment_runs) from public, anon, authenticated;

create function bomstream.bom_summary(p_bom bomstream.boms) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'bom_id', p_bom.id,
    'organization_id', p_bom.organization_id,
    'project_id', p_bom.project_id,
    'name', p_bom.name,
    'line_count', p_bom.line_count,
    'created_at', bomstream.iso(p_bom.created_at),
    'status', r.status,
    'latest_run', bomstream.run_summary(r))
  from (select 1) one
  left join lateral (
    select * from bomstream.enrichment_runs e where e.bom_id = p_bom.id order by e.run desc limit 1) r on true
$$;
comment on function bomstream.bom_summary(bomstream.boms) is 'A BOM with its latest run, as every answer shows it. `status` is null before the first run.';
revoke all on function bomstream.bom_summary(bomstream.boms) from public, anon, authenticated;

create function bomstream.organization_summary(p_user_id uuid, p_organization_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'organization_id', o.id,
    'name', o.name,
    'role', bomstream.enrichment_access(p_user_id, o.id),
    'created_at', bomstream.iso(o.created_at),
    'settings', jsonb_build_object('auto_start', o.auto_start))
  from bomstream.organizations o where o.id = p_organization_id
$$;
comment on function bomstream.organization_summary(uuid, uuid) is 'An organization as every answer shows it, with the role that the user has in it.';
revoke all on function bomstream.organization_summary(uuid, uuid) from public, anon, authenticated;

create function bomstream.component_summary(p_component bomstream.components) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'component_id', p_component.id, 'mpn', p_component.mpn, 'manufacturer', p_component.manufacturer,
    'fields', p_component.fields, 'quality_score', p_component.quality_score,
    'created_at', bomstream.iso(p_component.created_at), 'updated_at', bomstream.iso(p_component.updated_at))
$$;
comment on function bomstream.component_summary(bomstream.components) is
  'A component of an organization''s own, as its answers and its export show it.';
revoke all on function bomstream.component_summary(bomstream.components) from public, anon, authenticated;

create function bomstream.delete_organization_piece(p_organization_id uuid) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one call deletes: about a hundred milliseconds of work. A BOM goes whole,
  -- with what up to ten runs found of each line.
  c_boms constant integer := 50;
  c_lines constant integer := 10000;
  c_components constant integer := 2000;
  v_boms uuid[];
  v_deleted integer;
begin
  select array_agg(s.id) into v_boms
  from (select b.id, sum(b.line_count) over (order by b.created_at desc, b.id) - b.line_count as lines_before
        from (select o.* from bomstream.boms o where o.organization_id = p_organization_id
              order by o.created_at desc limit c_boms) b) s
  where s.lines_before < c_lines;
  if v_boms is not null then
    -- In one statement, which locks all of them before anything of them: the end of one's run takes the organization's turn,
    -- which comes after every bom. No other call locks several: whoever does holds the organization.
    delete from bomstream.boms b where b.id = any (v_boms);
    return cardinality(v_boms);
  end if;

  delete from bomstream.supplier_offers o where o.id = any (array(
    select s.id from bomstream.supplier_offers s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted > 0 then
    return v_deleted;
  end if;
  delete from bomstream.components c where c.id = any (array(
    select s.id from bomstream.components s where s.organization_id = p_organization_id limit c_components));
  get diagnostics v_deleted = row_count;
  if v_deleted < c_components then
    delete from bomstream.organizations o where o.id = p_organization_id;
    v_deleted := v_deleted + 1;
  end if;
  return v_deleted;
end $$;
comment on function bomstream.delete_organization_piece(uuid) is
  'Deletes a bite of what an organization has: its newest BOMs with their runs, whose work ends with them, then own offers and components, at last the organization itself with what is few. Returns how many rows, cascades not counted. The caller has locked the organization, and nothing that comes after a bom.';
revoke all on function bomstream.delete_organization_piece(uuid) from public, anon, authenticated;

create function bomstream.line_json(l bomstream.bom_lines, p_component json) returns json
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object(
    'line_id', l.id,
    'line_number', l.line_number,
    'designators', l.designators,
    'quantity', l.quantity,
    'mpn', l.mpn,
    'manufacturer', l.manufacturer,
    'description', l.description,
    'do_not_place', l.do_not_place,
    'status', case when l.status = 'pending' and l.worker_id is not null and l.visible_at > clock_timestamp()
                   then 'enriching' else l.status end,
    'result', case when l.result_run is not null then json_build_object(
      'run', l.result_run,
      'status', l.result_status,
      'quality_score', l.quality_score,
      'source', l.source,
      'remarks', l.remarks,
      'component', p_component) end);
end $$;
comment on function bomstream.line_json(bomstream.bom_lines, json) is
  'A line as every answer shows it, with its component as the caller describes it. `enriching` is derived from a live lease.';
revoke all on function bomstream.line_json(bomstream.bom_lines, json) from public, anon, authenticated;

create function bomstream.request_runners(p_reason text) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A second runner is worth its start only when the first has more than this many lines before it.
  c_lines_per_runner constant integer := 100;
  -- An invoked runner shows up as a worker within this time, or its invocation has failed.
  c_boot_grace constant interval := interval '3 seconds';
  -- The function answers 202 before it works. One slow answer would hold up every other request of pg_net.
  c_timeout_ms constant integer := 2000;
  v_max smallint;
  v_wanted integer;
  v_present integer;
  v_failures integer;
  v_url text;
  v_key text;
begin
  -- Two transactions that both see a runner missing would both ask for it; the second can rely on the first.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.request_runners')) then
    return 0;
  end if;
  select s.max_runners into v_max from bomstream.settings s;
  select (select count(*)::integer from bomstream.workers w where w.stopped_at is null and w.live_until > statement_timestamp())
       + (select count(*)::integer from bomstream.invocations i where i.invoked_at > statement_timestamp() - c_boot_grace)
    into v_present;
  -- Before the lines are counted, which takes as long as there are many.
  if v_present >= v_max then
    return 0;
  end if;

  -- What could be claimed now, counted no further than it matters; one runner at least for events Redis has not been given.
  select ceil(count(*)::numeric / c_lines_per_runner)::integer into v_wanted
  from (select from bomstream.enrichment_runs r
        -- run by run, as in next_runs
        cross join lateral (
          select from bomstream.bom_lines l
          where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
          limit v_max * c_lines_per_runner) of_run
        where r.status in ('queued', 'enriching')
          -- Of an organization that is being deleted nobody takes a batch any more.
          and exists (select from bomstream.turns t where t.organization_id = r.organization_id)
        limit v_max * c_lines_per_runner) claimable;
  if v_wanted = 0 and exists (select from bomstream.enrichment_runs r
                              where r.published_seq < r.last_seq and r.publish_due_at <= statement_timestamp()) then
    v_wanted := 1;
  end if;
  if v_present >= v_wanted then
    return 0;
  end if;

  -- An invocation that fails will mostly fail again: the pause doubles with each, up to ten minutes. One that is not answered in
  -- time, or not at all, has failed like one that is refused, unless a worker shows that the function was reached.
  select count(*)::integer into v_failures
  from (select bool_or(i.status_code between 200 and 299
                       -- the answer may be late or lost and the runner at work all the same
                       or exists (select from bomstream.workers w where w.started_at > i.invoked_at
                                  and w.started_at < i.invoked_at + interval '10 seconds'
                                  -- which follows, and has an index
                                  and w.live_until > i.invoked_at))
                 over (order by i.id desc) as has_worked
        from bomstream.invocations i
        where i.answered_at is not null and i.invoked_at > statement_timestamp() - interval '1 hour'
        order by i.id desc limit 10) recent
  where not coalesce(recent.has_worked, false);
  if v_failures > 0 and exists (
       select from bomstream.invocations i
       where i.invoked_at > statement_timestamp() - least(interval '10 minutes', c_boot_grace * power(2, v_failures))) then
    return 0;
  end if;

  select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  select s.decrypted_secret into v_key from vault.decrypted_secrets s where s.name = 'runner_key';
  if v_url is null or v_key is null then
    insert into bomstream.invocations (reason, error, answered_at)
    values (p_reason, 'vault has no secret project_url or runner_key', clock_timestamp());
    return 0;
  end if;
  insert into bomstream.invocations (reason, request_id)
  select p_reason, net.http_post(
    url := v_url || '/functions/v1/enrichment-runner',
    body := jsonb_build_object('reason', p_reason),
    headers := jsonb_build_object('Content-Type', 'application/json', 'x-runner-key', v_key),
    timeout_milliseconds := c_timeout_ms)
  from generate_series(1, v_wanted - v_present);
  return v_wanted - v_present;
end $$;
comment on function bomstream.request_runners(text) is
  'Asks pg_net for the runners that are missing: what the claimable lines need, at most max_runners, less the workers alive and those just called. While invocations fail it asks ever more rarely. Returns how many it asked for.';
revoke all on function bomstream.request_runners(text) from public, anon, authenticated;

create function bomstream.backoff(p_attempts integer) returns interval
language sql volatile set search_path = '' as $$
  -- 1 s, 2 s, 4 s, ... at most 5 minutes, each between half of it and one and a half
  select interval '1 second' * least(300, power(2, least(p_attempts, 16) - 1)) * (0.5 + random())
$$;
comment on function bomstream.backoff(integer) is
  'How long a line waits after this many attempts that failed for the moment: exponential, bounded, and spread so that lines that failed together do not come back together.';
revoke all on function bomstream.backoff(integer) from public, anon, authenticated;

create function bomstream.next_runs(p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_turn bomstream.turns;
  v_rows integer;
  v_missing integer := p_limit;
begin
  for v_turn in select * from bomstream.turns t order by t.served_at loop
    return query
      select r.id from bomstream.enrichment_runs r
      where r.organization_id = v_turn.organization_id and r.status in ('queued', 'enriching')
        -- run by run, each by its key: an `exists` may become a join, which goes through the lines of all runs
        and (select true from bomstream.bom_lines l
             where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp() limit 1)
      order by r.priority desc, r.served_at, r.created_at
      limit v_missing;
    get diagnostics v_rows = row_count;
    v_missing := v_missing - v_rows;
    exit when v_missing = 0;
  end loop;
end $$;
comment on function bomstream.next_runs(integer) is
  'The runs with claimable lines in the order they are to be served: the organization served longest ago first, and of its runs the highest priority, then the one served longest ago. No priority of one organization puts it before another.';
revoke all on function bomstream.next_runs(integer) from public, anon, authenticated;

create function bomstream.may_go_on(p_run_id uuid, p_since timestamptz) returns boolean
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_mine bomstream.enrichment_runs;
  v_next bomstream.enrichment_runs;
begin
  select * into v_mine from bomstream.enrichment_runs r where r.id = p_run_id;
  select * into v_next from bomstream.enrichment_runs r where r.id = (select bomstream.next_runs(1));
  if v_next.id = v_mine.id then
    return true;
  elsif v_next.organization_id = v_mine.organization_id then
    return v_next.priority = v_mine.priority and v_next.served_at > p_since;
  end if;
  -- Who has been served since this worker took its batch, or has as many workers as the organization it works for, does
  -- not wait for it. Changing over would make two workers change places after each batch, at the price of another trip
  -- and of waiting for each other, and take from a small run the worker that its start has called.
  return coalesce((
    select t.served_at > p_since
        or count(w.id) filter (where w.organization_id = v_next.organization_id)
           >= count(w.id) filter (where w.organization_id = v_mine.organization_id)
    from bomstream.turns t
    left join bomstream.workers w on w.stopped_at is null and w.live_until > statement_timestamp()
    where t.organization_id = v_next.organization_id
    group by t.served_at), false);
end $$;
comment on function bomstream.may_go_on(uuid, timestamptz) is
  'Whether a worker that took a batch of the run at p_since may take the next one, too: the run that is to be served before it has been since, or its organization is worked for by no fewer workers. A run of higher priority of the same organization is never kept waiting.';
revoke all on function bomstream.may_go_on(uuid, timestamptz) from public, anon, authenticated;

create function bomstream.dismiss_surplus(p_worker_id uuid) returns boolean
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_me bomstream.workers;
  v_is_surplus boolean;
begin
  select * into v_me from bomstream.workers w where w.id = p_worker_id;
  if v_me.stop_reason = 'surplus' then
    return true;
  end if;
  -- Two that go at the same moment could be one too many; the next to ask goes then.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.dismiss_surplus')) then
    return false;
  end if;
  -- Only who has shown himself since this worker took its batch counts: none is sent away for the sake of the dead, and
  -- none that comes for its first batch, which a start has called and waits for.
  select sum(o.workers) > (select s.max_runners from bomstream.settings s)
     and max(o.workers) = max(o.workers) filter (where o.organization_id = v_me.organization_id)
    into v_is_surplus
  from (select w.organization_id, count(*) as workers from bomstream.workers w
        where w.stopped_at is null and w.live_until > statement_timestamp() and w.heartbeat_at >= v_me.claimed_at
        group by w.organization_id) o;
  if v_is_surplus then
    update bomstream.workers w set stopped_at = clock_timestamp(), stop_reason = 'surplus' where w.id = p_worker_id;
  end if;
  return coalesce(v_is_surplus, false);
end $$;
comment on function bomstream.dismiss_surplus(uuid) is
  'Whether a worker that asks for its next batch is to end instead: more than max_runners have been at work since its last one, as each start calls one besides, and no organization has more of them than the one it works for.';
revoke all on function bomstream.dismiss_surplus(uuid) from public, anon, authenticated;

create function bomstream.fail_spent_lines(p_run_id uuid, p_max_attempts integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
  v_spent uuid[];
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  with spent as (
    select l.id from bomstream.bom_lines l
    where l.run_id = p_run_id and l.status = 'pending'
      and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp() and l.attempts >= p_max_attempts
    order by l.line_number limit 100 for update skip locked),
  failed as (
    update bomstream.bom_lines l
       set status = 'failed', result_status = 'failed', result_run = v_run.run, component_id = null,
           quality_score = null, source = null, settled_at = clock_timestamp(), fence = l.fence + 1, worker_id = null,
           remarks = jsonb_build_array(jsonb_build_object('code', 'worker_lost', 'detail',
             format('Given up after %s attempts: the worker died before it could answer.', l.attempts))),
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from spent where l.id = spent.id
    returning l.id, l.status),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status)
    select p_run_id, f.id, f.status from failed f
    returning line_id)
  select array_agg(k.line_id) into v_spent from kept k;
  if v_spent is null then
    return 0;
  end if;
  perform bomstream.settle_batch(p_run_id, v_spent, cardinality(v_spent));
  return cardinality(v_spent);
end $$;
comment on function bomstream.fail_spent_lines(uuid, integer) is
  'Fails claimable lines whose attempts are used up, so that a line that kills its workers cannot keep a run open. The caller holds the run''s row lock. Returns how many.';
revoke all on function bomstream.fail_spent_lines(uuid, integer) from public, anon, authenticated;

create function bomstream.claim_lines(p_worker_id uuid, p_run_id uuid, p_limit integer, p_waits boolean) returns json
language plpgsql security definer set search_path = ''
-- A session keeps the plans that it made when the tables were small. What is found by its key stays so as they grow.
-- Compiling a plan costs more than running it, and a disabled scan of the one row of settings looks dear enough for that.
set enable_seqscan = off set jit = off as $$
declare
  -- More steps than any batch can be divided by.
  c_alone constant integer := 15;
  v_lease interval;
  v_max_attempts smallint;
  v_run bomstream.enrichment_runs;
  v_spent integer := 0;
  v_steps integer;
  v_lines json;
begin
  select s.lease_seconds * interval '1 second', s.max_attempts into v_lease, v_max_attempts from bomstream.settings s;

  -- Lock order everywhere: bom, worker, run, line, component, turn.
  -- A BOM that is being deleted is passed by: who waits for it while holding another, as in a claim that looks at several
  -- runs, and the deletion of the organization that both belong to would wait for each other.
  perform from bomstream.boms b where b.id = (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)
    for key share skip locked;
  if not found then
    return null;
  end if;
  select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  insert into bomstream.workers as w (id, organization_id, live_until)
  values (p_worker_id, v_run.organization_id, clock_timestamp() + v_lease)
  on conflict (id) do update
    set heartbeat_at = clock_timestamp(), claimed_at = clock_timestamp(), organization_id = excluded.organization_id,
        live_until = excluded.live_until, stopped_at = null, stop_reason = null;

  -- The run's lock is needed only to write an event: at the first claim, or to fail lines that keep killing workers.
  if v_run.status = 'queued'
     -- Attempts are used up by a lease that ran out or a worker that failed, and both leave a moment behind: the lines
     -- that were never taken, or given back, need not be looked at.
     or exists (select from bomstream.bom_lines l where l.run_id = p_run_id and l.status = 'pending'
                  and l.visible_at > '-infinity' and l.visible_at <= statement_timestamp() and l.attempts >= v_max_attempts) then
    if p_waits then
      select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update;
    else
      select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update skip locked;
    end if;
    if v_run.status = 'queued' then
      update bomstream.enrichment_runs r
         set status = 'enriching', enriching_since = clock_timestamp(), started_at = clock_timestamp()
       where r.id = p_run_id
      returning * into v_run;
      perform bomstream.emit_event(p_run_id, 'enrichment.progress');
    end if;
    if v_run.status = 'enriching' then
      v_spent := bomstream.fail_spent_lines(p_run_id, v_max_attempts);
    end if;
  end if;
  if v_run.status is distinct from 'enriching' then
    return null;
  end if;

  -- A line whose worker was lost may be what killed it, or have been near one that did. It is taken with half a batch
  -- after the first loss and with a quarter of that after each further one: those that were only near are soon done with,
  -- and one that kills takes ever fewer along. On its last attempt it takes none: what is lost then has failed.
  -- A line that is locked belongs to another claim or commit; the next one tells what is to be taken.
  select case when l.losses + (l.worker_id is not null)::integer = 0 then 0
              when l.attempts >= v_max_attempts - 1 then c_alone
              else l.losses + (l.worker_id is not null)::integer end
    into v_steps from bomstream.bom_lines l
   where l.run_id = p_run_id and l.status = 'pending' and l.visible_at <= statement_timestamp()
   order by l.visible_at, l.line_number limit 1 for update skip locked;

  with taken as (
    update bomstream.bom_lines l
       set visible_at = clock_timestamp() + v_lease, fence = l.fence + 1, attempts = l.attempts + 1,
           losses = l.losses + (l.worker_id is not null)::integer, worker_id = p_worker_id, claimed_at = clock_timestamp()
     where l.id = any (array(
       select c.id from bomstream.bom_lines c
       where c.run_id = p_run_id and c.status = 'pending' and c.visible_at <= statement_timestamp()
         and case when c.losses + (c.worker_id is not null)::integer = 0 then 0
                  when c.attempts >= v_max_attempts - 1 then c_alone
                  else c.losses + (c.worker_id is not null)::integer end = v_steps
       order by c.visible_at, c.line_number
       limit least(p_limit, case when v_steps = 0 then v_run.batch_size
                                 else greatest(1, floor(v_run.batch_size / power(2, 2 * v_steps - 1)))::integer end)
       for update skip locked))
    returning l.id, l.line_number, l.mpn, l.manufacturer, l.quantity, l.fence, l.attempts)
  select json_agg(json_build_object('line_id', t.id, 'line_number', t.line_number, 'mpn', t.mpn,
                                    'manufacturer', t.manufacturer, 'quantity', t.quantity, 'fence', t.fence, 'attempts', t.attempts)
                  order by t.line_number)
    into v_lines from taken t;
  if v_lines is null and v_spent = 0 then
    return null;
  end if;

  -- Who is served next only needs to be roughly right, so this never waits for a commit in progress.
  update bomstream.enrichment_runs r set served_at = clock_timestamp()
   where r.id = (select o.id from bomstream.enrichment_runs o where o.id = p_run_id for no key update skip locked);
  update bomstream.turns t set served_at = clock_timestamp()
   where t.organization_id = (select o.organization_id from bomstream.turns o
                              where o.organization_id = v_run.organization_id for no key update skip locked);
  return json_build_object(
    'run', json_build_object('run_id', v_run.id, 'bom_id', v_run.bom_id, 'organization_id', v_run.organization_id,
                             'run', v_run.run, 'lease_ms', extract(epoch from v_lease) * 1000),
    'lines', coalesce(v_lines, '[]'));
end $$;
comment on function bomstream.claim_lines(uuid, uuid, integer, boolean) is
  'Leases at most p_limit lines of the run to a worker and raises each line''s fence; null when there is nothing to take. Lines whose worker was lost before are taken apart from others, in ever smaller groups and at last alone. p_waits says whether to wait for the run''s lock where an event is to be written: only who holds no other run''s lock may.';
revoke all on function bomstream.claim_lines(uuid, uuid, integer, boolean) from public, anon, authenticated;

create function bomstream.commit_results(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- A session keeps the plans that it made when the tables were small. What is found by its key stays so as they grow.
set enable_seqscan = off set jit = off as $$
declare
  v_max_attempts smallint;
  v_run bomstream.enrichment_runs;
  v_accepted uuid[];
  v_settled uuid[];
begin
  perform bomstream.require_at_most(jsonb_array_length(p_results), 100, 'results');
  -- Lock order everywhere: bom, worker, run, line, component, turn.
  perform from bomstream.boms b
    where b.id = (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id) for key share;
  update bomstream.workers w set heartbeat_at = clock_timestamp() where w.id = p_worker_id;
  select * into v_run from bomstream.enrichment_runs r where r.id = p_run_id for no key update;
  perform bomstream.mark_published(p_published);
  if v_run.id is null or v_run.status in ('completed', 'failed', 'cancelled') then
    return jsonb_build_object('accepted', 0, 'refused', jsonb_array_length(p_results),
                              'run_status', coalesce(v_run.status, 'deleted'));
  end if;
  select s.max_attempts into v_max_attempts from bomstream.settings s;

  -- Only a line that is still this worker's, by this very claim. A late worker, and a commit sent twice, find none.
  select coalesce(array_agg(s.id), '{}') into v_accepted
  from (select l.id from bomstream.bom_lines l
        join jsonb_to_recordset(p_results) as x(line_id uuid, fence integer) on x.line_id = l.id and x.fence = l.fence
        where l.id = any (array(select r.line_id from jsonb_to_recordset(p_results) as r(line_id uuid)))
          and l.run_id = p_run_id and l.status = 'pending' and l.worker_id = p_worker_id
        order by l.line_number
        for no key update of l) s;

  insert into bomstream.components as c (orderable_key, manufacturer, mpn, fields, quality_score)
  select distinct on (k.orderable_key, k.manufacturer) k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
  from jsonb_to_recordset(p_results) as x(line_id uuid, component jsonb)
  cross join lateral jsonb_to_record(x.component)
    as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
  where x.line_id = any (v_accepted) and k.orderable_key is not null
  -- one order for all commits, or two of them with the same parts could wait for each other for ever
  order by k.orderable_key, k.manufacturer
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, fields = excluded.fields, quality_score = excluded.quality_score, updated_at = clock_timestamp()
    where (c.mpn, c.fields, c.quality_score) is distinct from (excluded.mpn, excluded.fields, excluded.quality_score);

  with settled as (
    update bomstream.bom_lines l
       set status = s.status, result_status = s.status, result_run = v_run.run, component_id = coalesce(own.id, c.id),
           quality_score = x.quality_score, source = x.source,
           remarks = coalesce(x.remarks, case when x.status = 'retry' then jsonb_build_array(jsonb_build_object(
             'code', 'gave_up', 'detail', format('Given up after %s attempts.', v_max_attempts))) else '[]' end),
           settled_at = clock_timestamp(), worker_id = null,
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from jsonb_to_recordset(p_results)
        as x(line_id uuid, status text, quality_score smallint, source text, remarks jsonb, component jsonb, own_component_id uuid, uses_attempt boolean,
             unit_price numeric, currency text, stock integer, lifecycle text)
      cross join lateral (select case x.status when 'retry' then 'failed' else x.status end as status) s
      -- one by one, each by its key
      left join lateral (
        select k.id from bomstream.components k
        where k.organization_id is null and k.orderable_key = x.component ->> 'orderable_key'
          and k.manufacturer = x.component ->> 'manufacturer' limit 1) c on true
      -- whose it is, is asked outside: inside, a plan could go through all that the organization has
      left join lateral (
        select k.id, k.organization_id from bomstream.components k
        where k.id = x.own_component_id limit 1) own on own.organization_id = v_run.organization_id
     where l.id = x.line_id and l.id = any (v_accepted)
       -- what fails for the moment every time has failed
       and (x.status <> 'retry' or (l.attempts >= v_max_attempts and coalesce(x.uses_attempt, true)))
    returning l.id, l.status, l.component_id, x.unit_price, x.currency, x.stock, x.lifecycle),
  kept as (
    insert into bomstream.run_line_results (run_id, line_id, status, component_id, unit_price, currency, stock, lifecycle)
    select p_run_id, s.* from settled s
    returning line_id)
  select array_agg(k.line_id) into v_settled from kept k;

  if v_settled is null or cardinality(v_settled) < cardinality(v_accepted) then
    update bomstream.bom_lines l
       set visible_at = clock_timestamp() + coalesce(x.retry_after_ms * interval '1 millisecond', bomstream.backoff(l.attempts)),
           -- waiting for quota says nothing about the line
           attempts = l.attempts - (not coalesce(x.uses_attempt, true))::integer,
           -- it has not killed this worker
           losses = 0, worker_id = null
      from jsonb_to_recordset(p_results) as x(line_id uuid, retry_after_ms integer, uses_attempt boolean)
     where l.id = x.line_id and l.id = any (v_accepted) and l.status = 'pending';
  end if;

  if v_settled is not null then
    perform bomstream.write_offers(p_results, v_settled);
    perform bomstream.settle_batch(p_run_id, v_settled, jsonb_array_length(p_results));
  end if;
  return jsonb_build_object(
    'accepted', cardinality(v_accepted),
    'refused', jsonb_array_length(p_results) - cardinality(v_accepted),
    'run_status', (select r.status from bomstream.enrichment_runs r where r.id = p_run_id));
end $$;
comment on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) is
  'Notes what was published and writes a batch: line results, components, counters, the event, and the terminal event after the last line. Refuses every line whose fence moved on; repeating it changes nothing. A result is {line_id, fence, status: enriched | not_found | failed | retry, quality_score?, source?, remarks?, component?, own_component_id?, offers?, unit_price?, currency?, stock?, lifecycle?, retry_after_ms?, uses_attempt?}. own_component_id links the line to a component of its own organization, which is never written; offers go to bomstream.write_offers; price, stock and lifecycle are kept as what this run found of the line. `retry` leaves the line pending for later, with a backoff where no time is given; a line that used up its attempts is failed instead, unless it only waited (uses_attempt false).';
revoke all on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;

create function bomstream.start_run(p_bom_id uuid, p_user_id uuid, p_priority integer, p_mode text, p_source text, p_idempotency_key text)
returns bomstream.enrichment_runs language plpgsql security definer set search_path = '' as $$
declare
  -- What earlier runs found is kept of so many, this one included.
  c_kept constant integer := 10;
  v_bom bomstream.boms;
  v_run bomstream.enrichment_runs;
  -- `all` takes every line that is not skipped, `failed` and `pending` those of that status.
  v_takes constant text[] := case p_mode when 'all' then array['pending', 'enriched', 'not_found', 'failed'] else array[p_mode] end;
  v_total integer;
  v_skipped integer;
begin
  -- Two starts at once: the second waits here and then sees the first one's run.
  select * into strict v_bom from bomstream.boms b where b.id = p_bom_id for no key update;

  -- A start sent again because its answer was lost is not a second start.
  select * into v_run from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.idempotency_key = p_idempotency_key;
  if found then
    return v_run;
  end if;
  if exists (select from bomstream.enrichment_runs r
             where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it, resume it or cancel it first.');
  end if;

  select (count(*) filter (where l.status = any (v_takes)))::integer,
         (count(*) filter (where p_mode = 'all' and l.status = 'skipped'))::integer
    into v_total, v_skipped
    from bomstream.bom_lines l where l.bom_id = p_bom_id;
  if v_total = 0 then
    perform bomstream.refuse(422, 'nothing_to_do', case p_mode
      when 'pending' then 'No line of this BOM is waiting. Start with mode "all" to enrich it again.'
      when 'failed' then 'No line of this BOM failed. Start with mode "all" to enrich it again.'
      else 'Every line of this BOM is marked do-not-place or has no part number.' end);
  end if;

  insert into bomstream.enrichment_runs (bom_id, organization_id, project_id, user_id, source, run, mode, priority, batch_size,
                                      total_items, skipped_items, idempotency_key)
  values (p_bom_id, v_bom.organization_id, v_bom.project_id, p_user_id, p_source,
          coalesce((select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id), 0) + 1,
          p_mode, p_priority,
          -- About twenty batches a run: small enough to watch, large enough to be quick. In tens, as suppliers take ten
          -- parts a call.
          least(100, greatest(10, ceil(v_total / 200.0) * 10))::smallint,
          v_total + v_skipped, v_skipped, p_idempotency_key)
  returning * into v_run;

  update bomstream.bom_lines l
     set status = 'pending', run_id = v_run.id, fence = l.fence + 1, attempts = 0, losses = 0, worker_id = null,
         visible_at = '-infinity', changed_run = v_run.run, changed_seq = 1
   where l.bom_id = p_bom_id and l.status = any (v_takes);

  if v_skipped > 0 then
    insert into bomstream.run_line_results (run_id, line_id, status)
    select v_run.id, l.id, l.status from bomstream.bom_lines l where l.bom_id = p_bom_id and l.status = 'skipped';
  end if;
  update bomstream.enrichment_runs r set results_expired = true where r.bom_id = p_bom_id and r.run = v_run.run - c_kept;

  perform bomstream.emit_event(v_run.id, 'enrichment.started');
  -- Written to even where it is there, so that the end of the organization's last run before this one waits for us.
  insert into bomstream.turns as t (organization_id) values (v_run.organization_id)
  on conflict (organization_id) do update set served_at = t.served_at;
  return v_run;
end $$;
comment on function bomstream.start_run(uuid, uuid, integer, text, text, text) is
  'Starts the BOM''s next run over the lines the mode takes: accepted and reported in one transaction. With an idempotency key that was used for this BOM before it returns that run instead. 409 while a run is active, 422 when the mode takes no line.';
revoke all on function bomstream.start_run(uuid, uuid, integer, text, text, text) from public, anon, authenticated;

create function bomstream.require_project(p_organization_id uuid, p_project_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_project_id is not null
     and not exists (select from bomstream.projects p where p.id = p_project_id and p.organization_id = p_organization_id) then
    perform bomstream.refuse(404, 'project_not_found', 'There is no project with this id in the organization.');
  end if;
end $$;
comment on function bomstream.require_project(uuid, uuid) is
  'Refuses unless the project, where one is named, is the organization''s.';
revoke all on function bomstream.require_project(uuid, uuid) from public, anon, authenticated;

create function bomstream.require_import(p_user_id uuid, p_organization_id uuid, p_project_id uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
  -- A person imports a few, a script that imports a folder some dozens. Two imports at once may both be the last one
  -- that is let in: a lock for that would let one user's imports fill up the connections of all.
  v_boms constant integer := 60;
  v_window constant interval := interval '1 minute';
  v_oldest timestamptz;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  perform bomstream.require_project(p_organization_id, p_project_id);
  select b.created_at into v_oldest from bomstream.boms b
  where b.created_by = p_user_id and b.created_at > now() - v_window
  order by b.created_at desc offset v_boms - 1 limit 1;
  if v_oldest is not null then
    perform bomstream.refuse(429, 'too_many_boms',
      format('You have created %s BOMs within a minute, the most that is possible. Wait a moment and go on.', v_boms),
      greatest(1, ceil(extract(epoch from v_oldest + v_window - now()))::integer));
  end if;
end $$;
comment on function bomstream.require_import(uuid, uuid, uuid) is
  'Refuses unless the user may create a BOM there now: role editor, a project of the organization, and fewer than 60 BOMs created within the last minute, in whichever organization.';
revoke all on function bomstream.require_import(uuid, uuid, uuid) from public, anon, authenticated;

create function bomstream.wait_ms(p_until timestamptz) returns integer
language sql volatile set search_path = '' as $$
  select greatest(1, ceil(extract(epoch from p_until - clock_timestamp()) * 1000))::integer
$$;
comment on function bomstream.wait_ms(timestamptz) is 'How long it is until a moment, in whole milliseconds and at least one.';
revoke all on function bomstream.wait_ms(timestamptz) from public, anon, authenticated;

create function bomstream.write_offers(p_results jsonb, p_line_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_given jsonb;
  v_components uuid[];
begin
  -- What each supplier offers of each shared component that the settled lines have got. A tenant's own component is
  -- described by the tenant; nothing that was fetched for all is attached to it.
  select jsonb_agg(jsonb_build_object('component_id', g.component_id, 'supplier', g.supplier,
                                      'fetched_at', g.fetched_at, 'offers', g.offers)),
         array_agg(distinct g.component_id)
    into v_given, v_components
  from (select distinct on (c.id, o.supplier) c.id as component_id, o.supplier, o.fetched_at, o.offers
        from jsonb_to_recordset(p_results) as x(line_id uuid, offers jsonb)
        -- one by one, each by its key; whose a component is, is asked outside, as in commit_results
        cross join lateral (select l.component_id from bomstream.bom_lines l where l.id = x.line_id limit 1) line
        join lateral (
          select k.id, k.organization_id from bomstream.components k where k.id = line.component_id limit 1) c
          on c.organization_id is null
        cross join lateral jsonb_to_recordset(x.offers) as o(supplier text, fetched_at timestamptz, offers jsonb)
        where x.line_id = any (p_line_ids) and jsonb_typeof(x.offers) = 'array'
        order by c.id, o.supplier, o.fetched_at desc) g;
  if v_given is null then
    return;
  end if;

  delete from bomstream.supplier_offers o
   using jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz)
   where o.component_id = any (v_components)
     and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier
     and o.fetched_at < g.fetched_at;

  insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity, multiple,
                                      lead_time_days, price_breaks, url, fetched_at)
  select g.component_id, g.supplier, n.supplier_part_number, n.stock, n.min_quantity, n.multiple, n.lead_time_days,
         n.price_breaks, n.url, g.fetched_at
  from jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz, offers jsonb)
  cross join lateral jsonb_to_recordset(g.offers)
    as n(supplier_part_number text, stock integer, min_quantity integer, multiple integer, lead_time_days integer,
         price_breaks jsonb, url text)
  -- what is left after the delete is as new as this, or newer
  where not exists (select from bomstream.supplier_offers o
                    where o.component_id = any (v_components)
                      and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier)
  order by g.component_id, g.supplier, n.supplier_part_number
  on conflict do nothing;
end $$;
comment on function bomstream.write_offers(jsonb, uuid[]) is
  'Writes the offers that come with the results of the given lines, `offers: [{supplier, fetched_at, offers: […]}]`: newer ones take the place of all a supplier had for the component, an empty list takes them away, older and equal ones change nothing. Called by the commit after it has written lines and components, whose row locks order two commits with the same component.';
revoke all on function bomstream.write_offers(jsonb, uuid[]) from public, anon, authenticated;

create function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.1.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create function public.bomstream_organization_create(p_user_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- One for each company a person works for. Each is served in turn with the others: many would be many turns.
  c_most constant integer := 5;
  v_id uuid;
begin
  if not (select s.users_may_create_organizations from bomstream.settings s) then
    perform bomstream.refuse(403, 'organizations_by_operator',
      'Here, organizations are made by the operator. Ask for one, or have an admin of yours invite you.');
  end if;
  -- Two at once would both be the fifth.
  perform pg_advisory_xact_lock(hashtextextended('bomstream.organization_create ' || p_user_id, 0));
  -- Those that are being deleted count until they are gone: making and deleting them is not free.
  if (select count(*) from bomstream.organizations o where o.created_by = p_user_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_organizations',
      format('You have created %s organizations, the most that is possible. Delete one, which counts until all of it is gone, or ask the operator.', c_most));
  end if;
  insert into bomstream.organizations (name, created_by) values (p_name, p_user_id) returning id into v_id;
  insert into bomstream.organization_members (organization_id, user_id, role) values (v_id, p_user_id, 'admin');
  return bomstream.organization_summary(p_user_id, v_id);
end $$;
comment on function public.bomstream_organization_create(uuid, text) is
  'Makes an organization whose admin the user is. At most five a user, however many calls there are at once, and none where the operator has turned users_may_create_organizations off.';
revoke all on function public.bomstream_organization_create(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_organization_create(uuid, text) to service_role;

create function public.bomstream_organization_list(p_user_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('organizations', coalesce(jsonb_agg(
    jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.name, o.id), '[]'))
  from bomstream.organization_members m
  join bomstream.organizations o on o.id = m.organization_id
  where m.user_id = p_user_id
$$;
comment on function public.bomstream_organization_list(uuid) is 'The user''s organizations, a hundred at most, with the role in each.';
revoke all on function public.bomstream_organization_list(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_organization_list(uuid) to service_role;

create function public.bomstream_organization_read(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return bomstream.organization_summary(p_user_id, p_organization_id);
end $$;
comment on function public.bomstream_organization_read(uuid, uuid) is 'One organization with its settings. Needs viewer.';
revoke all on function public.bomstream_organization_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_organization_read(uuid, uuid) to service_role;

create function public.bomstream_organization_update(p_user_id uuid, p_organization_id uuid, p_name text default null, p_auto_start boolean default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  update bomstream.organizations o
     set name = coalesce(p_name, o.name), auto_start = coalesce(p_auto_start, o.auto_start)
   where o.id = p_organization_id;
  return bomstream.organization_summary(p_user_id, p_organization_id);
end $$;
comment on function public.bomstream_organization_update(uuid, uuid, text, boolean) is
  'Renames an organization and changes its settings; what is null stays as it is. Needs admin.';
revoke all on function public.bomstream_organization_update(uuid, uuid, text, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_update(uuid, uuid, text, boolean) to service_role;

create function public.bomstream_organization_delete(p_user_id uuid, p_organization_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  if p_name is distinct from (select o.name from bomstream.organizations o where o.id = p_organization_id) then
    perform bomstream.refuse(422, 'name_differs',
      'The name is not the one of this organization. Repeat it exactly: all its BOMs, runs and components are deleted with it.');
  end if;
  update bomstream.organizations o set deleted_at = clock_timestamp() where o.id = p_organization_id;
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id;
  delete from bomstream.organization_members m where m.organization_id = p_organization_id;
  perform bomstream.delete_organization_piece(p_organization_id);
  -- No worker takes another batch of the runs that are left for the sweep. Behind all BOMs in the order of locks.
  delete from bomstream.turns t where t.organization_id = p_organization_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_organization_delete(uuid, uuid, text) is
  'Deletes an organization, whose name has to be repeated: nobody is a member any more when this returns, its newest BOMs are gone and no run is worked on; the sweep deletes the rest in bites. Needs admin.';
revoke all on function public.bomstream_organization_delete(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_organization_delete(uuid, uuid, text) to service_role;

create function public.bomstream_member_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    select jsonb_build_object('members', coalesce(jsonb_agg(jsonb_build_object(
             'user_id', m.user_id, 'email', u.email, 'role', m.role, 'joined_at', bomstream.iso(m.created_at))
             order by m.created_at, m.user_id), '[]'))
    from bomstream.organization_members m
    join auth.users u on u.id = m.user_id
    where m.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_member_list(uuid, uuid) is
  'The members of an organization, five hundred at most, the first one first. Needs viewer.';
revoke all on function public.bomstream_member_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_list(uuid, uuid) to service_role;

create function public.bomstream_member_update(p_user_id uuid, p_organization_id uuid, p_member_id uuid, p_role text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  perform bomstream.require_member(p_organization_id, p_member_id);
  if p_role <> 'admin' then
    perform bomstream.require_other_admin(p_organization_id, p_member_id);
    perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  end if;
  update bomstream.organization_members m set role = p_role
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  return jsonb_build_object('user_id', p_member_id, 'role', p_role);
end $$;
comment on function public.bomstream_member_update(uuid, uuid, uuid, text) is
  'Gives a member another role, which holds from the next call on; one that is admin no more loses the invitations that he opened. The last admin stays admin. Needs admin.';
revoke all on function public.bomstream_member_update(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_member_update(uuid, uuid, uuid, text) to service_role;

create function public.bomstream_member_remove(p_user_id uuid, p_organization_id uuid, p_member_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id,
    case when p_member_id = p_user_id then 'viewer' else 'admin' end);
  perform bomstream.require_member(p_organization_id, p_member_id);
  perform bomstream.require_other_admin(p_organization_id, p_member_id);
  delete from bomstream.organization_members m
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_member_remove(uuid, uuid, uuid) is
  'Ends a membership, whose rights end with it, and the invitations that the member opened. The last admin stays. Needs admin; everybody may leave.';
revoke all on function public.bomstream_member_remove(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_remove(uuid, uuid, uuid) to service_role;

create function public.bomstream_invitation_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  return (
    select jsonb_build_object('invitations', coalesce(jsonb_agg(jsonb_build_object(
             'invitation_id', i.id, 'role', i.role, 'created_at', bomstream.iso(i.created_at),
             'expires_at', bomstream.iso(i.expires_at)) order by i.created_at, i.id), '[]'))
    from bomstream.organization_invitations i
    where i.organization_id = p_organization_id and i.expires_at > now());
end $$;
comment on function public.bomstream_invitation_list(uuid, uuid) is
  'The invitations that are open, a hundred at most, the oldest first; never a token. Needs admin.';
revoke all on function public.bomstream_invitation_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_list(uuid, uuid) to service_role;

create function public.bomstream_invitation_create(p_user_id uuid, p_organization_id uuid, p_role text, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 100;
  -- A link in a mailbox is for whoever reads it: long enough for a holiday, no longer.
  c_life constant interval := interval '7 days';
  v_invitation bomstream.organization_invitations;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id and i.expires_at <= now();
  if (select count(*) from bomstream.organization_invitations i where i.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_invitations',
      format('%s invitations are open, the most that is possible. Revoke some, or wait until they are used.', c_most));
  end if;
  insert into bomstream.organization_invitations (organization_id, token_hash, created_by, role, expires_at)
  values (p_organization_id, p_token_hash, p_user_id, p_role, now() + c_life)
  returning * into v_invitation;
  return jsonb_build_object('invitation_id', v_invitation.id, 'role', v_invitation.role,
                            'created_at', bomstream.iso(v_invitation.created_at),
                            'expires_at', bomstream.iso(v_invitation.expires_at));
end $$;
comment on function public.bomstream_invitation_create(uuid, uuid, text, text) is
  'Opens an invitation to a role for seven days and one use, to whoever brings the token of this SHA-256. Needs admin.';
revoke all on function public.bomstream_invitation_create(uuid, uuid, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_create(uuid, uuid, text, text) to service_role;

create function public.bomstream_invitation_revoke(p_user_id uuid, p_organization_id uuid, p_invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_invitations i
   where i.id = p_invitation_id and i.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'invitation_not_found',
      'There is no such invitation in the organization: it was used or revoked. GET …/members shows who has joined.');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_invitation_revoke(uuid, uuid, uuid) is
  'Takes an invitation back: its link opens nothing from then on. Needs admin.';
revoke all on function public.bomstream_invitation_revoke(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_revoke(uuid, uuid, uuid) to service_role;

create function public.bomstream_invitation_accept(p_user_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Both are listed whole.
  c_members constant integer := 500;
  c_organizations constant integer := 100;
  v_invitation bomstream.organization_invitations;
  v_role text;
begin
  -- The organization first, as everywhere, and then, in a statement that sees what was committed meanwhile, the invitation.
  perform from bomstream.organizations o
    where o.id = (select i.organization_id from bomstream.organization_invitations i where i.token_hash = p_token_hash)
    for no key update;
  delete from bomstream.organization_invitations i
   where i.token_hash = p_token_hash and i.expires_at > now()
  returning * into v_invitation;
  if not found then
    perform bomstream.refuse(404, 'invitation_not_found',
      'This invitation is not open: it was used, revoked, has expired, or its link is incomplete. Ask for a new one.');
  end if;
  v_role := bomstream.enrichment_access(p_user_id, v_invitation.organization_id);
  if v_role is not null then
    -- The invitation stays open for whom it was meant: a refusal undoes everything.
    perform bomstream.refuse(409, 'already_member', format('You are %s in this organization already.', v_role));
  end if;
  if (select count(*) from bomstream.organization_members m where m.organization_id = v_invitation.organization_id) >= c_members then
    perform bomstream.refuse(409, 'too_many_members',
      format('The organization has %s members, the most that is possible.', c_members));
  end if;
  if (select count(*) from bomstream.organization_members m where m.user_id = p_user_id) >= c_organizations then
    perform bomstream.refuse(409, 'too_many_organizations',
      format('You are a member of %s organizations, the most that is possible. Leave one first.', c_organizations));
  end if;
  insert into bomstream.organization_members (organization_id, user_id, role)
  values (v_invitation.organization_id, p_user_id, v_invitation.role);
  return bomstream.organization_summary(p_user_id, v_invitation.organization_id);
end $$;
comment on function public.bomstream_invitation_accept(uuid, text) is
  'Makes the user a member by the invitation whose token has this SHA-256, which is used up by that: of several who bring it at once one joins. Who is a member already keeps his role, and leaves it open.';
revoke all on function public.bomstream_invitation_accept(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_accept(uuid, text) to service_role;

create function public.bomstream_project_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    select jsonb_build_object('projects', coalesce(jsonb_agg(jsonb_build_object(
             'project_id', p.id, 'name', p.name, 'created_at', bomstream.iso(p.created_at)) order by p.name, p.id), '[]'))
    from bomstream.projects p where p.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_project_list(uuid, uuid) is
  'The projects of an organization, a thousand at most, by name. Needs viewer.';
revoke all on function public.bomstream_project_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_project_list(uuid, uuid) to service_role;

create function public.bomstream_project_create(p_user_id uuid, p_organization_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 1000;
  v_project bomstream.projects;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  if (select count(*) from bomstream.projects p where p.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_projects',
      format('The organization has %s projects, the most that is possible. Delete one that is over.', c_most));
  end if;
  insert into bomstream.projects (organization_id, name) values (p_organization_id, p_name) returning * into v_project;
  return jsonb_build_object('project_id', v_project.id, 'name', v_project.name, 'created_at', bomstream.iso(v_project.created_at));
end $$;
comment on function public.bomstream_project_create(uuid, uuid, text) is 'Makes a project in an organization. Needs editor.';
revoke all on function public.bomstream_project_create(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_project_create(uuid, uuid, text) to service_role;

create function public.bomstream_project_rename(p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_project bomstream.projects;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  update bomstream.projects p set name = p_name
   where p.id = p_project_id and p.organization_id = p_organization_id
  returning * into v_project;
  if not found then
    perform bomstream.require_project(p_organization_id, p_project_id);
  end if;
  return jsonb_build_object('project_id', v_project.id, 'name', v_project.name, 'created_at', bomstream.iso(v_project.created_at));
end $$;
comment on function public.bomstream_project_rename(uuid, uuid, uuid, text) is 'Gives a project another name. Needs editor.';
revoke all on function public.bomstream_project_rename(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_project_rename(uuid, uuid, uuid, text) to service_role;

create function public.bomstream_project_delete(p_user_id uuid, p_organization_id uuid, p_project_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  -- It locks BOMs, several of them.
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.projects p where p.id = p_project_id and p.organization_id = p_organization_id;
  if not found then
    perform bomstream.require_project(p_organization_id, p_project_id);
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_project_delete(uuid, uuid, uuid) is
  'Deletes a project; its BOMs stay, in no project. Needs admin.';
revoke all on function public.bomstream_project_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_project_delete(uuid, uuid, uuid) to service_role;

create function public.bomstream_component_list(
  p_user_id uuid, p_organization_id uuid, p_limit integer, p_after_key text default '', p_after_manufacturer text default '')
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(p_limit, 100, 'components');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    with page as (
      select c from bomstream.components c
      where c.organization_id = p_organization_id
        and (c.orderable_key, c.manufacturer) > (p_after_key, p_after_manufacturer)
      order by c.orderable_key, c.manufacturer
      limit p_limit + 1),
    numbered as (select p.c, row_number() over (order by (p.c).orderable_key, (p.c).manufacturer) as place from page p)
    select jsonb_build_object(
      'components', coalesce(jsonb_agg(bomstream.component_summary(n.c) order by n.place) filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array((n.c).orderable_key, (n.c).manufacturer)) filter (where n.place = p_limit) -> 0 end)
    from numbered n);
end $$;
comment on function public.bomstream_component_list(uuid, uuid, integer, text, text) is
  'A page of the components that an organization keeps for itself, by number, behind the pair [orderable_key, manufacturer] that `next` of the page before gave; null after the last. Needs viewer.';
revoke all on function public.bomstream_component_list(uuid, uuid, integer, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_component_list(uuid, uuid, integer, text, text) to service_role;

create function public.bomstream_component_write(p_user_id uuid, p_organization_id uuid, p_component jsonb, p_component_id uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_component bomstream.components;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  if p_component_id is null then
    insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
    select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
    from jsonb_to_record(p_component)
      as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
    returning * into v_component;
  else
    select * into v_component from bomstream.components c
      where c.id = p_component_id and c.organization_id = p_organization_id for no key update;
    if not found then
      perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
    end if;
    if (v_component.orderable_key, v_component.manufacturer)
         is distinct from (p_component ->> 'orderable_key', p_component ->> 'manufacturer') then
      -- Lines were found to be this part, and would show another one's facts.
      perform bomstream.refuse(409, 'another_part',
        'This is another part, by its manufacturer or its number. Keep it as a component of its own, and delete this one if it is not needed.');
    end if;
    update bomstream.components c
       set mpn = k.mpn, fields = k.fields, quality_score = k.quality_score, updated_at = clock_timestamp()
      from jsonb_to_record(p_component)
        as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
     where c.id = v_component.id
    returning c.* into v_component;
  end if;
  return bomstream.component_summary(v_component);
exception when unique_violation then
  perform bomstream.refuse(409, 'component_exists',
    'The organization keeps a component of this manufacturer and part number already. Change that one.');
  return null;
end $$;
comment on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) is
  'Stores a component that is the organization''s own, new, or describes the one with the id anew, which stays the part it is. Lines that have it show it as it now is. Needs editor.';
revoke all on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_write(uuid, uuid, jsonb, uuid) to service_role;

create function public.bomstream_component_delete(p_user_id uuid, p_organization_id uuid, p_component_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  delete from bomstream.components c where c.id = p_component_id and c.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_component_delete(uuid, uuid, uuid) is
  'Deletes a component that is the organization''s own. Lines that had it show none until their next run. Needs editor.';
revoke all on function public.bomstream_component_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_delete(uuid, uuid, uuid) to service_role;

create function public.bomstream_organization_export(p_user_id uuid, p_organization_id uuid, p_after jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_stages constant text[] := array['organization', 'components', 'offers', 'boms', 'runs', 'lines'];
  -- A page ends with the row, the BOM or the megabyte that fills it, whichever comes first.
  c_rows constant integer := 200;
  c_bytes constant integer := 1048576;
  c_first_id constant uuid := uuid '00000000-0000-0000-0000-000000000000';
  v_stage text := coalesce(p_after ->> 'stage', c_stages[1]);
  -- Of the last row that the page before had, in the order of its stage.
  v_key jsonb := p_after -> 'key';
  v_at timestamptz;
  v_id uuid;
  v_number integer;
  v_bom bomstream.boms;
  v_piece jsonb;
  v_records jsonb := jsonb '[]';
  v_rows integer;
  v_boms integer := 0;
  v_bytes integer := 0;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  begin
    if v_stage in ('boms', 'runs', 'lines') then
      v_at := coalesce((v_key ->> 0)::timestamptz, '-infinity');
      v_id := coalesce((v_key ->> 1)::uuid, c_first_id);
      v_number := coalesce((v_key ->> 2)::integer, 0);
    elsif v_stage = 'offers' then
      v_id := coalesce((v_key ->> 0)::uuid, c_first_id);
    end if;
  exception when data_exception then
    v_stage := null;
  end;
  if array_position(c_stages, v_stage) is null then
    perform bomstream.refuse(400, 'invalid_cursor', 'The value of after is none that an earlier answer gave. Begin without it.');
  end if;

  if v_stage = 'organization' then
    v_records := jsonb_build_array(jsonb_build_object('record', 'organization')
        || (bomstream.organization_summary(p_user_id, p_organization_id) - 'role'))
      || (select coalesce(jsonb_agg(jsonb_build_object('record', 'member') || m order by m ->> 'joined_at'), '[]')
          from jsonb_array_elements(public.bomstream_member_list(p_user_id, p_organization_id) -> 'members') m)
      || (select coalesce(jsonb_agg(jsonb_build_object('record', 'project') || p order by p ->> 'created_at'), '[]')
          from jsonb_array_elements(public.bomstream_project_list(p_user_id, p_organization_id) -> 'projects') p);

  elsif v_stage = 'components' then
    select coalesce(jsonb_agg(jsonb_build_object('record', 'component') || bomstream.component_summary(c)
                              order by c.orderable_key, c.manufacturer), '[]'),
           count(*)::integer, jsonb_agg(jsonb_build_array(c.orderable_key, c.manufacturer) order by c.orderable_key, c.manufacturer) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.components o
            where o.organization_id = p_organization_id
              and (o.orderable_key, o.manufacturer) > (coalesce(v_key ->> 0, ''), coalesce(v_key ->> 1, ''))
            order by o.orderable_key, o.manufacturer limit c_rows) c;

  elsif v_stage = 'offers' then
    select coalesce(jsonb_agg(jsonb_build_object(
             'record', 'offer', 'component_id', o.component_id, 'supplier', o.supplier,
             'supplier_part_number', o.supplier_part_number, 'stock', o.stock, 'min_quantity', o.min_quantity,
             'multiple', o.multiple, 'lead_time_days', o.lead_time_days, 'price_breaks', o.price_breaks, 'url', o.url,
             'fetched_at', bomstream.iso(o.fetched_at)) order by o.component_id, o.supplier, o.supplier_part_number), '[]'),
           count(*)::integer,
           jsonb_agg(jsonb_build_array(o.component_id, o.supplier, o.supplier_part_number)
                     order by o.component_id, o.supplier, o.supplier_part_number) -> -1
      into v_records, v_rows, v_key
      from (select * from bomstream.supplier_offers s
            where s.organization_id = p_organization_id
              and (s.component_id, s.supplier, s.supplier_part_number) > (v_id, coalesce(v_key ->> 1, ''), coalesce(v_key ->> 2, ''))
            order by s.component_id, s.supplier, s.supplier_part_number limit c_rows) o;

  else
    -- BOM by BOM, each by its key: one join could go through the lines of all.
    for v_bom in
      select * from bomstream.boms b
      where b.organization_id = p_organization_id and (b.created_at, b.id) >= (v_at, v_id)
      order by b.created_at, b.id
    loop
      -- The one that the last page ended in may have more; as a BOM it was told of.
      v_number := case when v_bom.id = v_id then v_number else 0 end;
      if v_stage = 'boms' then
        v_piece := case when v_bom.id = v_id then '[]' else
          jsonb_build_array(jsonb_build_object('record', 'bom') || (bomstream.bom_summary(v_bom) - 'latest_run')) end;
      elsif v_stage = 'runs' then
        select coalesce(jsonb_agg(jsonb_build_object('record', 'run', 'bom_id', r.bom_id, 'user_id', r.user_id, 'priority', r.priority)
                 || bomstream.run_summary(r) order by r.run), '[]'), max(r.run)
          into v_piece, v_number
          from (select * from bomstream.enrichment_runs o
                where o.bom_id = v_bom.id and o.run > v_number order by o.run limit c_rows) r;
      else
        select coalesce(jsonb_agg(jsonb_build_object('record', 'line', 'bom_id', l.bom_id)
                 || bomstream.line_json(l, case when c.id is not null then json_build_object(
                      'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', c.fields) end)::jsonb
                 order by l.line_number), '[]'), max(l.line_number)
          into v_piece, v_number
          from (select * from bomstream.bom_lines o
                where o.bom_id = v_bom.id and o.line_number > v_number order by o.line_number limit c_rows) l
          left join lateral (select k.* from bomstream.components k where k.id = l.component_id limit 1) c on true;
      end if;
      v_records := v_records || v_piece;
      v_bytes := v_bytes + octet_length(v_piece::text);
      v_boms := v_boms + 1;
      v_key := jsonb_build_array(v_bom.created_at::text, v_bom.id, coalesce(v_number, 0));
      v_rows := c_rows;
      exit when jsonb_array_length(v_records) >= c_rows or v_boms >= c_rows or v_bytes >= c_bytes;
      v_rows := 0;
    end loop;
  end if;

  return jsonb_build_object('records', v_records, 'next', case
    when v_rows >= c_rows then jsonb_build_object('stage', v_stage, 'key', v_key)
    when v_stage <> 'lines' then
      jsonb_build_object('stage', c_stages[array_position(c_stages, v_stage) + 1], 'key', '[]'::jsonb) end);
end $$;
comment on function public.bomstream_organization_export(uuid, uuid, jsonb) is
  'A page of everything an organization has, behind what `next` of the page before gave, which is null after the last: the organization, members and projects, then its own components and offers, BOMs, runs, and lines with what was found. Not one snapshot: what changes meanwhile may be missing or old. Needs admin.';
revoke all on function public.bomstream_organization_export(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_organization_export(uuid, uuid, jsonb) to service_role;

create function public.bomstream_bom_may_create(p_user_id uuid, p_organization_id uuid, p_project_id uuid)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_may_create(uuid, uuid, uuid) is
  'Refuses as bomstream_bom_create would: what is asked before a file is read, so that nobody else can cause that work. Needs editor.';
revoke all on function public.bomstream_bom_may_create(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_may_create(uuid, uuid, uuid) to service_role;

create function public.bomstream_bom_create(
  p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text, p_lines jsonb, p_idempotency_key text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms;
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);

  -- Two at once with one key: the second waits here and then finds the first one's.
  insert into bomstream.boms (organization_id, project_id, name, line_count, created_by, idempotency_key)
  values (p_organization_id, p_project_id, p_name, jsonb_array_length(p_lines), p_user_id, p_idempotency_key)
  on conflict (created_by, organization_id, idempotency_key) where idempotency_key is not null do nothing
  returning * into v_bom;
  if v_bom.id is null then
    select * into v_bom from bomstream.boms b
    where b.created_by = p_user_id and b.organization_id = p_organization_id and b.idempotency_key = p_idempotency_key;
    return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'publish', null);
  end if;

  insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, quantity, designators,
                                description, do_not_place, orderable_key, status)
  select v_bom.id, v_bom.organization_id, x.line_number, x.mpn, x.manufacturer, x.quantity, x.designators,
         x.description, x.do_not_place, x.orderable_key,
         case when x.do_not_place or x.orderable_key is null then 'skipped' else 'pending' end
  from jsonb_to_recordset(p_lines) as x(line_number integer, mpn text, manufacturer text, quantity numeric,
    designators text, description text, do_not_place boolean, orderable_key text);

  if (select o.auto_start from bomstream.organizations o where o.id = p_organization_id)
     and exists (select from bomstream.bom_lines l where l.bom_id = v_bom.id and l.status = 'pending') then
    perform bomstream.start_run(v_bom.id, p_user_id, 5, 'pending', 'auto', null);
  end if;
  return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'publish', bomstream.unpublished_events(v_bom.id));
end $$;
comment on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) is
  'Stores a BOM with its 1 to 10,000 lines, whole or not at all, and returns its summary; starts its first run where the organization has that set (auto_start). With a key that the user has given in this organization before, as long as that BOM is there, it returns that one as it is now and stores nothing. Lines that are not placed or have no part number are skipped from the start. Refuses as bomstream_bom_may_create does. Needs editor.';
revoke all on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) to service_role;

create function public.bomstream_bom_list(
  p_user_id uuid, p_organization_id uuid default null, p_project_id uuid default null, p_status text default null,
  p_search text default null, p_after jsonb default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- whole microseconds, as they are stored
  v_after_at timestamptz := timestamptz 'epoch' + (p_after ->> 0)::bigint * interval '1 microsecond';
  v_after_id uuid := (p_after ->> 1)::uuid;
  v_boms bomstream.boms[];
  v_last bomstream.boms;
begin
  perform bomstream.require_at_most(p_limit, 100, 'BOMs');
  if p_organization_id is not null then
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  -- One more than is answered, to know whether there are more. A search, and a status that few have, look through the BOMs
  -- of the user's organizations and no others.
  v_boms := array(
    select n.bom from bomstream.organization_members m
    cross join lateral (
      select b as bom from bomstream.boms b
      where b.organization_id = m.organization_id
        and (p_after is null or (b.created_at, b.id) < (v_after_at, v_after_id))
        and (p_project_id is null or b.project_id = p_project_id)
        and (p_search is null or position(lower(p_search collate "und-x-icu") in lower(b.name collate "und-x-icu")) > 0)
        and (p_status is null or p_status = coalesce((
          select r.status from bomstream.enrichment_runs r where r.bom_id = b.id order by r.run desc limit 1), 'none'))
      order by b.created_at desc, b.id desc
      limit p_limit + 1) n
    where m.user_id = p_user_id and (p_organization_id is null or m.organization_id = p_organization_id)
    order by (n.bom).created_at desc, (n.bom).id desc
    limit p_limit + 1);
  if cardinality(v_boms) > p_limit then
    v_last := v_boms[p_limit];
  end if;
  return jsonb_build_object(
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.name, o.id), '[]')
      from bomstream.organization_members m join bomstream.organizations o on o.id = m.organization_id
      where m.user_id = p_user_id),
    'boms', (select coalesce(jsonb_agg(bomstream.bom_summary(v_boms[place]) order by place), '[]')
             from generate_series(1, least(cardinality(v_boms), p_limit)) place),
    'next', case when v_last.id is not null
      then jsonb_build_array((extract(epoch from v_last.created_at) * 1000000)::bigint, v_last.id) end);
end $$;
comment on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) is
  'The user''s organizations with the role in each, and a page of at most 100 of their BOMs, the newest first: of one organization, of one project, with one status (`none` before the first run), with a text in their names, whatever its case. `next` is the p_after of the next page, null on the last one.';
revoke all on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_list(uuid, uuid, uuid, text, text, jsonb, integer) to service_role;

create function public.bomstream_bom_read(p_user_id uuid, p_bom_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select bomstream.bom_summary(bomstream.require_bom(p_user_id, p_bom_id, 'viewer'))
$$;
comment on function public.bomstream_bom_read(uuid, uuid) is 'One BOM with its latest run. Needs viewer.';
revoke all on function public.bomstream_bom_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_read(uuid, uuid) to service_role;

create function public.bomstream_bom_lines_read(
  p_user_id uuid, p_bom_id uuid, p_facts text[], p_since_run integer default null, p_since_seq integer default null,
  p_after integer default 0, p_limit integer default 500)
returns json language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One more than is answered, to know whether there are more.
  v_ids uuid[];
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 500, 'lines');
  -- All of it sees one snapshot, that of the call: the event id and the lines agree with each other.
  if p_since_run is null then
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
      order by l.line_number limit p_limit + 1);
  elsif p_since_run < (select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id) then
    -- A later run has put the lines back that it took, which may be all of them: the lines are gone through in order.
    v_ids := array(
      select l.id from bomstream.bom_lines l
      where l.bom_id = p_bom_id and l.line_number > p_after
        and (l.changed_run, l.changed_seq) > (p_since_run, p_since_seq)
      order by l.line_number limit p_limit + 1);
  else
    v_ids := array(
      -- looked up, however many are asked for: mostly they are few
      with changed as materialized (
        select l.id, l.line_number from bomstream.bom_lines l
        where l.bom_id = p_bom_id and l.changed_run = p_since_run and l.changed_seq > p_since_seq
          -- what no line of a run that goes on has by its start alone: the index leaves those out
          and l.changed_seq > 1)
      select c.id from changed c where c.line_number > p_after order by c.line_number limit p_limit + 1);
  end if;
  -- Put together as json, because jsonb would copy every fact anew for each level of the answer around it.
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'lines', coalesce(json_agg(bomstream.line_json(l, short.component) order by l.line_number), '[]'),
      'next', case when cardinality(v_ids) > p_limit then max(l.line_number) end)
    from bomstream.bom_lines l
    left join bomstream.components c on c.id = l.component_id
    left join lateral (
      select json_strip_nulls(json_build_object(
        'mpn', c.mpn,
        'manufacturer', c.manufacturer,
        'facts', coalesce(json_object_agg(f.key, case when f.value ? 'unit' then jsonb_build_array(f.value -> 'value', f.value -> 'unit')
                                                      else f.value -> 'value' end) filter (where f.key = any (p_facts)), '{}'),
        -- Where no number tells the part from its neighbours, words do.
        'description', case when not bool_or(f.value ? 'unit') then max(f.value ->> 'value') filter (where f.key = 'description') end,
        'disputed', json_object_agg(f.key, jsonb_path_query_array(f.value, '$.conflicts[*].value'))
                      filter (where f.key = any (p_facts) and f.value ? 'conflicts'),
        'sandbox', case when bool_or(f.value ->> 'source' like '%-sandbox' or (
                                f.value ? 'conflicts'
                                and jsonb_path_exists(f.value, '$.conflicts[*].source ? (@ like_regex "-sandbox$")'))) then true end)) as component
      from jsonb_each(c.fields) f) short on c.id is not null
    where l.id = any (v_ids[:p_limit]));
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) is
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s id, from one snapshot; with a since id only the lines changed by later events. `next` is what to give as p_after for the next page, null on the last one. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it. The last three are there only where there is something to say. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) to service_role;

create function public.bomstream_bom_line_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_line bomstream.bom_lines;
  v_offers json;
begin
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  select json_agg(o) into v_offers
  from (select known.*
        from (select distinct on (a.supplier, a.supplier_part_number)
                     a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock,
                     a.min_quantity, a.multiple, a.lead_time_days, a.price_breaks, a.url,
                     bomstream.iso(a.fetched_at) as fetched_at
              from bomstream.supplier_offers a
              where a.component_id = v_line.component_id
                and (a.organization_id is null or a.organization_id = v_bom.organization_id)
              -- of two with one number the organization's own is kept
              order by a.supplier, a.supplier_part_number, a.organization_id nulls last) known
        order by known.own desc, known.stock desc nulls last, known.supplier, known.supplier_part_number
        -- A part has a few packings at each of a few suppliers.
        limit 10) o;
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', coalesce(v_offers, '[]')) end))
    from (select 1) one left join bomstream.components c on c.id = v_line.component_id);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with all that is known of its component: every field with its sources, and at most ten offers, the organization''s own first and then the most in stock; an own offer takes the place of the shared one of the same supplier and supplier part number. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create function public.bomstream_bom_change(p_user_id uuid, p_bom_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
begin
  perform bomstream.require_project(v_bom.organization_id, (p_changes ->> 'project_id')::uuid);
  update bomstream.boms b
     set name = coalesce(p_changes ->> 'name', b.name),
         project_id = case when p_changes ? 'project_id' then (p_changes ->> 'project_id')::uuid else b.project_id end
   where b.id = p_bom_id
  returning * into v_bom;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_change(uuid, uuid, jsonb) is
  'Changes what p_changes names of {name, project_id}; project_id null takes the BOM out of its project. A run that is active keeps the project it was started with. Needs editor.';
revoke all on function public.bomstream_bom_change(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_change(uuid, uuid, jsonb) to service_role;

create function public.bomstream_bom_delete(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'admin');
  -- Its row is locked first, then its runs and lines with it: whatever works on it either ends before, or finds it gone.
  delete from bomstream.boms b where b.id = p_bom_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_delete(uuid, uuid) is
  'Deletes a BOM with its lines, runs and events, whether or not a run is active: a worker that holds lines of it learns so from its next call, and streams from the table. Needs admin.';
revoke all on function public.bomstream_bom_delete(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_delete(uuid, uuid) to service_role;

create function public.bomstream_bom_runs(p_user_id uuid, p_bom_id uuid, p_after integer default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 100, 'runs');
  return (
    select jsonb_build_object(
      'bom_id', p_bom_id,
      'runs', coalesce(jsonb_agg(bomstream.run_summary(n.r) order by (n.r).run desc), '[]'),
      -- they have no gaps, and are deleted with their BOM alone
      'next', case when min((n.r).run) > 1 then min((n.r).run) end)
    from (select r from bomstream.enrichment_runs r
          where r.bom_id = p_bom_id and (p_after is null or r.run < p_after)
          order by r.run desc limit p_limit) n);
end $$;
comment on function public.bomstream_bom_runs(uuid, uuid, integer, integer) is
  'A page of at most 100 of the BOM''s runs, the newest first, before the run p_after. `next` is the p_after of the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_runs(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_runs(uuid, uuid, integer, integer) to service_role;

create function public.bomstream_start(
  p_user_id uuid, p_bom_id uuid, p_organization_id uuid, p_project_id uuid, p_priority integer, p_mode text,
  p_idempotency_key text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_run bomstream.enrichment_runs;
begin
  if v_bom.organization_id <> p_organization_id or (p_project_id is not null and v_bom.project_id is distinct from p_project_id) then
    perform bomstream.refuse(404, 'bom_not_found', 'There is no BOM with this id in the organization and project you named.');
  end if;
  v_run := bomstream.start_run(p_bom_id, p_user_id, p_priority, p_mode, 'user', p_idempotency_key);
  return jsonb_build_object(
    'run', jsonb_build_object('bom_id', p_bom_id, 'run_id', v_run.id, 'run', v_run.run, 'status', v_run.status,
                              'total_items', v_run.total_items),
    -- Rows bear the time at which the transaction that wrote them began; this one is that transaction or comes after it.
    'repeated', v_run.created_at <> now(),
    'publish', bomstream.unpublished_events(p_bom_id));
end $$;
comment on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) is
  'A user starts the BOM''s next run, as bomstream.start_run says; `repeated` says that it is the run of an earlier start with the same key. Needs editor.';
revoke all on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) to service_role;

create function public.bomstream_control(p_user_id uuid, p_bom_id uuid, p_action text) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run bomstream.enrichment_runs;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform from bomstream.boms b where b.id = p_bom_id for key share;
  select * into v_run from bomstream.enrichment_runs r
   where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')
   for no key update;
  if not found then
    perform bomstream.refuse(409, 'no_active_run', 'This BOM has no run that could be paused, resumed or cancelled. Start one first.');
  end if;

  if p_action = 'pause' and v_run.status <> 'paused' then
    update bomstream.enrichment_runs r
       set status = 'paused', enriching_since = null,
           enriching_seconds = r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0)
     where r.id = v_run.id;
    perform bomstream.emit_event(v_run.id, 'enrichment.paused');
  elsif p_action = 'resume' and v_run.status = 'paused' then
    -- A run paused before its first claim goes back to the queue.
    update bomstream.enrichment_runs r
       set status = case when r.started_at is null then 'queued' else 'enriching' end,
           enriching_since = case when r.started_at is not null then clock_timestamp() end
     where r.id = v_run.id;
    perform bomstream.emit_event(v_run.id, 'enrichment.resumed');
  elsif p_action = 'cancel' then
    perform bomstream.end_run(v_run.id, 'cancelled');
  elsif p_action in ('pause', 'resume') then
    -- Asking twice is not an error: the run already is what the user wants.
    null;
  else
    perform bomstream.refuse(400, 'unknown_action', 'The action is one of pause, resume, cancel.');
  end if;

  select * into v_run from bomstream.enrichment_runs r where r.id = v_run.id;
  return jsonb_build_object(
    'run', jsonb_build_object('bom_id', p_bom_id, 'run_id', v_run.id, 'run', v_run.run, 'status', v_run.status,
                              'total_items', v_run.total_items),
    'publish', bomstream.unpublished_events(p_bom_id));
end $$;
comment on function public.bomstream_control(uuid, uuid, text) is
  'Pauses, resumes or cancels the BOM''s active run. A batch in flight when a pause comes still commits; nothing commits after a cancel. Asking for the state the run already has changes nothing. Needs editor.';
revoke all on function public.bomstream_control(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_control(uuid, uuid, text) to service_role;

create function public.bomstream_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Counted no further: an organization with thousands of runs would pay for a number that tells nobody anything.
  c_most constant integer := 100;
  v_event jsonb;
  v_run bomstream.enrichment_runs;
  v_position bigint;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  select p.event into v_event from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if v_event #>> '{state,status}' = 'queued' then
    select * into v_run from bomstream.enrichment_runs r where r.id = (v_event ->> 'run_id')::uuid;
    -- Only the organization's own runs: how many others there are is nobody's business, and they take turns with it.
    select count(*) + 1 into v_position
    from (select from bomstream.enrichment_runs r
          where r.organization_id = v_run.organization_id and r.status in ('queued', 'enriching')
            and (-r.priority, r.served_at, r.created_at, r.id) < (-v_run.priority, v_run.served_at, v_run.created_at, v_run.id)
            -- run by run, as in next_runs
            and (select true from bomstream.bom_lines l
                 where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
                 limit 1)
          limit c_most) before;
  end if;
  return jsonb_build_object('event', v_event, 'queue_position', v_position);
end $$;
comment on function public.bomstream_status(uuid, uuid) is
  'The BOM''s newest event, null before its first run; and for a queued run its place among the runs of its organization, 1 for the next to be served, counted up to 101. Needs viewer.';
revoke all on function public.bomstream_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_status(uuid, uuid) to service_role;

create function public.bomstream_claim(p_worker_id uuid, p_limit integer default 100, p_published jsonb default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Runs looked at before giving up: other workers may hold every claimable line of the first few.
  c_candidates constant integer := 8;
  v_run_id uuid;
  v_claim json;
  v_is_first boolean := true;
begin
  if not bomstream.dismiss_surplus(p_worker_id) then
    for v_run_id in select bomstream.next_runs(c_candidates) loop
      v_claim := bomstream.claim_lines(p_worker_id, v_run_id, p_limit, p_waits => v_is_first);
      exit when v_claim is not null;
      v_is_first := false;
    end loop;
  end if;
  perform bomstream.mark_published(p_published);
  if v_claim is null then
    return json_build_object('run', null, 'lines', '[]'::json, 'publish', null);
  end if;
  return json_build_object('run', v_claim -> 'run', 'lines', v_claim -> 'lines',
                           'publish', bomstream.unpublished_events((v_claim #>> '{run,bom_id}')::uuid));
end $$;
comment on function public.bomstream_claim(uuid, integer, jsonb) is
  'Leases at most p_limit lines of one run to a worker and raises each line''s fence: of the organization served longest ago, and there of the run of highest priority, then the one served longest ago. Taking over expired leases is the same call. The reply carries what Redis has not been given yet; no run in it means that nothing is claimable now, or that the worker is one too many.';
revoke all on function public.bomstream_claim(uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_claim(uuid, integer, jsonb) to service_role;

create function public.bomstream_commit(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_reply jsonb;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  if v_reply ->> 'run_status' = 'enriching' then
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- Also when nothing was accepted: the first answer may have been lost, and with it the end of the run.
  return v_reply || jsonb_build_object('publish', bomstream.unpublished_events(
    (select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)));
end $$;
comment on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) is
  'Writes a batch in one transaction, as bomstream.commit_results says. The reply carries what Redis has not been given yet and the run''s status, so a worker learns of a pause or a cancel.';
revoke all on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_commit(uuid, uuid, jsonb, jsonb) to service_role;

create function public.bomstream_advance(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_limit integer default 100, p_published jsonb default null)
returns json language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_reply jsonb;
  v_claim json;
begin
  v_reply := bomstream.commit_results(p_worker_id, p_run_id, p_results, p_published);
  if v_reply ->> 'run_status' = 'enriching' then
    -- Never another run: this one's row is locked, and two workers that change over would wait for each other.
    if not bomstream.dismiss_surplus(p_worker_id)
       and bomstream.may_go_on(p_run_id, (select w.claimed_at from bomstream.workers w where w.id = p_worker_id)) then
      v_claim := bomstream.claim_lines(p_worker_id, p_run_id, p_limit, p_waits => true);
    end if;
    perform bomstream.request_runners('work left after a commit');
  end if;
  -- as text, like the events in it: see bomstream.emit_event
  return json_build_object(
    'accepted', v_reply -> 'accepted', 'refused', v_reply -> 'refused', 'run_status', v_reply -> 'run_status',
    'lines', coalesce(v_claim -> 'lines', '[]'),
    'publish', bomstream.unpublished_events((select r.bom_id from bomstream.enrichment_runs r where r.id = p_run_id)));
end $$;
comment on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) is
  'Commits a batch and leases the next one of the same run in one trip, as long as no other run is to be served before it. No lines in the reply means: ask bomstream_claim.';
revoke all on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_advance(uuid, uuid, jsonb, integer, jsonb) to service_role;

create function public.bomstream_extend(p_worker_id uuid, p_run_id uuid, p_line_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_lease interval;
  v_hold interval;
  v_held integer;
begin
  perform bomstream.require_at_most(cardinality(p_line_ids), 100, 'lines');
  select s.lease_seconds * interval '1 second', s.hold_seconds * interval '1 second' into v_lease, v_hold from bomstream.settings s;
  update bomstream.workers w set heartbeat_at = clock_timestamp(), live_until = clock_timestamp() + v_lease where w.id = p_worker_id;
  update bomstream.bom_lines l
     set visible_at = least(clock_timestamp() + v_lease, l.claimed_at + v_hold)
    -- A line that is locked now is being committed at this moment and needs no lease any more.
    from (select m.id from bomstream.bom_lines m
          where m.id = any (p_line_ids) and m.worker_id = p_worker_id and m.status = 'pending'
            and m.visible_at > clock_timestamp()
          order by m.line_number for update skip locked) mine
   where l.id = mine.id;
  get diagnostics v_held = row_count;
  return jsonb_build_object('held', v_held, 'run_status', coalesce(
    (select r.status from bomstream.enrichment_runs r where r.id = p_run_id), 'deleted'));
end $$;
comment on function public.bomstream_extend(uuid, uuid, uuid[]) is
  'A worker''s heartbeat: prolongs the leases of the lines it names, each up to hold_seconds after its claim and no further, so that a hung call gives its line up however often the worker beats. Returns how many it still holds, and the run''s status, so that a worker learns of a cancel while it waits.';
revoke all on function public.bomstream_extend(uuid, uuid, uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_extend(uuid, uuid, uuid[]) to service_role;

create function public.bomstream_release(p_worker_id uuid, p_reason text, p_published jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_released integer;
begin
  update bomstream.workers w set stopped_at = clock_timestamp(), stop_reason = p_reason where w.id = p_worker_id;
  update bomstream.bom_lines l
     -- A line that makes its worker fail must not be tried for ever, nor before those that were not tried.
     set visible_at = case when p_reason = 'failed' then clock_timestamp() else '-infinity' end,
         attempts = case when p_reason = 'failed' then l.attempts else l.attempts - 1 end,
         -- It may be any of them, and the others must not fail with it: claim_lines takes them apart.
         losses = l.losses + (p_reason = 'failed')::integer,
         fence = l.fence + 1, worker_id = null
    -- A line that is locked now is being committed at this moment: it is that commit's.
    from (select m.id from bomstream.bom_lines m
          where m.worker_id = p_worker_id and m.status = 'pending'
          order by m.line_number for update skip locked) mine
   where l.id = mine.id;
  get diagnostics v_released = row_count;
  perform bomstream.mark_published(p_published);
  return jsonb_build_object('released', v_released);
end $$;
comment on function public.bomstream_release(uuid, text, jsonb) is
  'A worker stops: its unfinished lines are claimable at once and get their attempt back, unless the reason is `failed`: then each of them may be what made it fail, which counts like the loss of the worker. Returns {released}.';
revoke all on function public.bomstream_release(uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_release(uuid, text, jsonb) to service_role;

create function public.bomstream_published(p_published jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.mark_published(p_published);
  return p_published;
end $$;
comment on function public.bomstream_published(jsonb) is
  'Notes that Redis holds everything of {bom_id} up to {event_id}, for publishers with no claim or commit to send it with.';
revoke all on function public.bomstream_published(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_published(jsonb) to service_role;

create function public.bomstream_unpublished() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- BOMs handed out at once: what one runner can publish well within a Redis timeout or two.
  c_boms constant integer := 20;
  v_boms uuid[];
begin
  with due as (
    select r.id from bomstream.enrichment_runs r
    where r.published_seq < r.last_seq and r.publish_due_at <= statement_timestamp()
    order by r.publish_due_at
    limit c_boms
    for no key update skip locked),
  taken as (
    update bomstream.enrichment_runs r
       -- 10 s, 20 s, ... at most about 10 minutes: while Redis refuses, asking again soon helps nobody
       set publish_failures = least(r.publish_failures + 1, 6),
           publish_due_at = clock_timestamp() + interval '10 seconds' * power(2, least(r.publish_failures, 6)) * (0.75 + random() / 2)
      from due where r.id = due.id
    returning r.bom_id)
  select array_agg(distinct t.bom_id) into v_boms from taken t;
  return (select coalesce(jsonb_agg(u.events), '[]')
          from unnest(v_boms) as b(id) cross join lateral (select bomstream.unpublished_events(b.id) as events) u
          where u.events is not null);
end $$;
comment on function public.bomstream_unpublished() is
  'Hands out what writers failed to publish, and puts it off ever longer until somebody reports success.';
revoke all on function public.bomstream_unpublished() from public, anon, authenticated;
grant execute on function public.bomstream_unpublished() to service_role;

create function public.bomstream_head(p_bom_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select to_jsonb(r.run || '-' || r.last_seq) from bomstream.enrichment_runs r where r.bom_id = p_bom_id order by r.run desc limit 1
$$;
comment on function public.bomstream_head(uuid) is
  'The newest event id of a BOM as committed: a Redis key whose top is above it is stale.';
revoke all on function public.bomstream_head(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_head(uuid) to service_role;

create function public.bomstream_supplier_lookup(p_suppliers text[], p_lines jsonb, p_fresh_seconds integer) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_at_most(jsonb_array_length(p_lines), 100, 'lines');
  return (
    with asked as (
      select x.line_id, x.orderable_key
      from jsonb_to_recordset(p_lines) as x(line_id uuid, orderable_key text))
    select jsonb_build_object(
      'own', (
        select coalesce(jsonb_agg(jsonb_build_object(
                 'line_id', a.line_id, 'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', c.fields)
                 order by c.updated_at desc, c.id), '[]')
        from asked a
        -- one by one, each by its key
        cross join lateral (select k.organization_id from bomstream.bom_lines k where k.id = a.line_id limit 1) l
        join bomstream.components c on c.organization_id = l.organization_id and c.orderable_key = a.orderable_key),
      'answers', (
        select coalesce(jsonb_agg(jsonb_build_object(
                 'supplier', s.supplier, 'orderable_key', s.orderable_key, 'answered_at', bomstream.iso(s.answered_at),
                 'fresh', s.answered_at > clock_timestamp() - p_fresh_seconds * interval '1 second',
                 'answer', s.answer)), '[]')
        from bomstream.supplier_answers s
        where s.supplier = any (p_suppliers) and s.orderable_key = any (array(select a.orderable_key from asked a)))));
end $$;
comment on function public.bomstream_supplier_lookup(text[], jsonb, integer) is
  'What is known before a supplier is asked. p_lines is [{line_id, orderable_key}]. `own` are the components that a line''s own organization keeps for its part, `answers` what the suppliers said of the numbers before and whether that is still fresh.';
revoke all on function public.bomstream_supplier_lookup(text[], jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_lookup(text[], jsonb, integer) to service_role;

create function public.bomstream_supplier_grant(p_supplier text, p_calls integer, p_limits jsonb default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c_minute constant interval := interval '1 minute';
  -- Longer than any call may take: a caller that has not reported by then has died.
  c_probe constant interval := interval '30 seconds';
  -- Most probes are over by then.
  c_ask_again constant interval := interval '2 seconds';
  v_now timestamptz;
  v_limit bomstream.supplier_limits;
  v_day date;
  v_granted integer;
begin
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for update;
  if not found and p_limits is not null then
    -- Asked for the first time. Two that come together make one row, which then counts for both.
    insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone)
    values (p_supplier, (p_limits ->> 'per_minute')::integer, (p_limits ->> 'per_day')::integer, p_limits ->> 'time_zone')
    on conflict do nothing;
    select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for update;
  end if;
  if not found then
    return jsonb_build_object('granted', 0, 'reason', 'unknown_supplier', 'wait_ms', null);
  end if;
  -- Only now: this may have waited for the lock, and moments must not be noted out of order.
  v_now := clock_timestamp();
  v_day := (v_now at time zone v_limit.time_zone)::date;
  if v_limit.day is distinct from v_day then
    v_limit.used_today := 0;
  end if;
  v_limit.recent := array(select t from unnest(v_limit.recent) t where t > v_now - c_minute order by t);

  if v_limit.blocked_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', v_limit.last_failure, 'wait_ms', bomstream.wait_ms(v_limit.blocked_until));
  elsif v_limit.probing_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', 'probing',
      'wait_ms', bomstream.wait_ms(least(v_limit.probing_until, v_now + c_ask_again)));
  elsif v_limit.used_today >= v_limit.calls_per_day then
    return jsonb_build_object('granted', 0, 'reason', 'day',
      'wait_ms', bomstream.wait_ms((v_day + 1)::timestamp at time zone v_limit.time_zone));
  elsif cardinality(v_limit.recent) >= v_limit.calls_per_minute then
    return jsonb_build_object('granted', 0, 'reason', 'minute', 'wait_ms', bomstream.wait_ms(
      v_limit.recent[cardinality(v_limit.recent) - v_limit.calls_per_minute + 1] + c_minute));
  end if;

  v_granted := least(p_calls, v_limit.calls_per_day - v_limit.used_today, v_limit.calls_per_minute - cardinality(v_limit.recent));
  -- It was closed and its time is over: one call finds out whether it is back.
  if v_limit.blocked_until is not null then
    v_granted := least(v_granted, 1);
    v_limit.probing_until := v_now + c_probe;
  end if;
  update bomstream.supplier_limits s
     set recent = v_limit.recent || array_fill(v_now, array[v_granted]), day = v_day,
         used_today = v_limit.used_today + v_granted, probing_until = v_limit.probing_until
   where s.supplier = p_supplier;

  return jsonb_build_object('granted', v_granted, 'reason', null, 'wait_ms', null);
end $$;
comment on function public.bomstream_supplier_grant(text, integer, jsonb) is
  'Asks for calls to a supplier before they are made. Returns {granted, wait_ms, reason}: at most p_calls, fewer where the limits leave no more; none with the time to wait and why: minute, day, probing, unknown_supplier, or the failure that closed the supplier. After a closure one caller is granted one call, as a probe. p_limits, {per_minute, per_day, time_zone}, is what a supplier begins with that was never asked; later its row is what holds, which an operator may change.';
revoke all on function public.bomstream_supplier_grant(text, integer, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_grant(text, integer, jsonb) to service_role;

create function public.bomstream_supplier_report(p_supplier text, p_report jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- The first pause of a supplier that fails, doubled with each further failure.
  c_pause constant interval := interval '5 seconds';
  c_longest_pause constant interval := interval '10 minutes';
  -- A refused key is put right by a person, who wants to see it work soon after.
  c_key_pause constant interval := interval '1 minute';
  -- The shortest quota is one a minute; one that is refused again and again is a longer one.
  c_quota_pause constant interval := interval '1 minute';
  c_longest_quota_pause constant interval := interval '1 hour';
  v_limit bomstream.supplier_limits;
  v_failure text := p_report ->> 'failure';
  v_retry_after interval := (p_report ->> 'retry_after_ms')::double precision * interval '1 millisecond';
  v_until timestamptz;
  v_now timestamptz;
begin
  perform bomstream.require_at_most(jsonb_array_length(coalesce(p_report -> 'answers', '[]')), 100, 'answers');
  select * into v_limit from bomstream.supplier_limits s where s.supplier = p_supplier for update;
  if not found then
    perform bomstream.refuse(404, 'unknown_supplier', 'Nothing is known about the limits of this supplier.');
  end if;
  v_now := clock_timestamp();

  if v_failure is null then
    -- A call from before the closure says nothing about whether it is over.
    if not coalesce(v_limit.blocked_until > v_now, false) then
      v_limit.failures := 0;
      v_limit.last_failure := null;
      v_limit.blocked_until := null;
      v_limit.probing_until := null;
    end if;
  else
    v_limit.failures := v_limit.failures + 1;
    v_limit.last_failure := v_failure;
    v_limit.probing_until := null;
    v_until := v_now + case
      when v_retry_after is not null then v_retry_after
      when v_failure = 'misconfigured' then c_key_pause
      when v_failure = 'over_quota' then
        least(c_quota_pause * power(2, least(v_limit.failures - 1, 10)), c_longest_quota_pause)
      when v_limit.failures >= v_limit.trip_after then
        least(c_pause * power(2, least(v_limit.failures - v_limit.trip_after, 10)), c_longest_pause) end;
    -- Several isolates may report one outage; the longest wait that a supplier asked for holds.
    v_limit.blocked_until := greatest(v_limit.blocked_until, v_until);
  end if;
  update bomstream.supplier_limits s
     set failures = v_limit.failures, last_failure = v_limit.last_failure, blocked_until = v_limit.blocked_until,
         probing_until = v_limit.probing_until,
         used_today = greatest(0, s.used_today - coalesce((p_report ->> 'unused')::integer, 0))
   where s.supplier = p_supplier;

  insert into bomstream.supplier_answers as a (supplier, orderable_key, answered_at, answer)
  select distinct on (x.orderable_key) p_supplier, x.orderable_key, v_now, nullif(x.answer, 'null')
  from jsonb_to_recordset(p_report -> 'answers') as x(orderable_key text, answer jsonb)
  order by x.orderable_key
  on conflict (supplier, orderable_key) do update set answered_at = excluded.answered_at, answer = excluded.answer;

  return jsonb_build_object(
    'answered_at', bomstream.iso(v_now),
    'blocked_ms', case when v_limit.blocked_until > v_now then bomstream.wait_ms(v_limit.blocked_until) end);
end $$;
comment on function public.bomstream_supplier_report(text, jsonb) is
  'How calls to a supplier went: {unused, failure, retry_after_ms, answers: [{orderable_key, answer}]}. `failure` is null, transient, over_quota or misconfigured; enough of them in a row close the supplier to all isolates, ever longer, and a time the supplier names itself wins. `unused` calls go back into the day. Answers are kept for every later line and run; a null one says the supplier has no such part. Returns {answered_at, blocked_ms}: when these answers count as given, and how long the supplier is closed now.';
revoke all on function public.bomstream_supplier_report(text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_report(text, jsonb) to service_role;

create function public.bomstream_tick() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Enriching time a run may take; pauses do not count.
  c_deadline_seconds constant integer := 24 * 3600;
  -- The call gives up after 2 s; the rest is for pg_net to come to it when others have many calls before it.
  c_answer_within constant interval := interval '20 seconds';
  -- pg_net dates an answer by the transaction that took the call, which may have begun a moment before the call.
  c_dated_before constant interval := interval '1 second';
  v_run record;
begin
  -- pg_cron queues a job that is still running; a second tick at once would only repeat the first.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.tick')) then
    return jsonb_build_object('busy', true);
  end if;

  -- pg_net's numbers begin at 1 again after a crash of the database, and ours go on: an answer of that number may be to
  -- somebody else's call. So it must come in time, and no later call of ours may have a number that is not above it.
  update bomstream.invocations i
     set status_code = a.status_code, error = a.error_msg, answered_at = clock_timestamp()
    from net._http_response a
   where i.answered_at is null and i.invoked_at > statement_timestamp() - interval '1 hour'
     and a.id = i.request_id and a.created between i.invoked_at - c_dated_before and i.invoked_at + c_answer_within
     and not exists (select from bomstream.invocations n where n.id > i.id and n.request_id <= i.request_id);
  -- Silence is a failure like any other: pg_net's worker may be down, and its queue must not fill meanwhile.
  update bomstream.invocations i
     set error = format('pg_net gave no answer within %s seconds', extract(epoch from c_answer_within)::integer),
         answered_at = clock_timestamp()
   where i.answered_at is null and i.invoked_at < statement_timestamp() - c_answer_within;

  for v_run in
    select r.id, r.bom_id from bomstream.enrichment_runs r
    where r.status in ('queued', 'enriching')
      and r.enriching_seconds + extract(epoch from clock_timestamp() - r.enriching_since) > c_deadline_seconds
    order by r.id
  loop
    -- A BOM that is being deleted, and a run whose row is locked, are left for the next tick: to wait for one while
    -- holding another is a deadlock with the deletion of an organization.
    continue when not exists (select from bomstream.boms b where b.id = v_run.bom_id for key share skip locked);
    perform from bomstream.enrichment_runs r
      where r.id = v_run.id and r.status in ('queued', 'enriching') for no key update skip locked;
    if found then
      perform bomstream.end_run(v_run.id, 'failed', 'not finished within 24 hours of enriching time');
    end if;
  end loop;

  return jsonb_build_object('invoked', bomstream.request_runners('tick'));
end $$;
comment on function public.bomstream_tick() is
  'The safety net, called by cron: notes what became of earlier invocations, the unanswered ones included, ends runs past their deadline, and calls runners where work waits and none is alive. With nothing to do it makes no call.';
revoke all on function public.bomstream_tick() from public, anon, authenticated;
grant execute on function public.bomstream_tick() to service_role;

create function public.bomstream_sweep() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one call deletes: some tens of milliseconds of work.
  c_events constant integer := 2000;
  c_runs constant integer := 100;
  c_results constant integer := 5000;
  c_rows constant integer := 500;
  v_organization_id uuid;
  v_of_organizations integer := 0;
  v_run record;
  v_deleted integer;
  v_events integer := 0;
  v_results integer := 0;
  v_invocations integer;
  v_workers integer;
  v_answers integer;
  v_ticks integer := 0;
  v_from bigint;
  v_upto bigint;
begin
  -- Two at once would only wait for each other.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.sweep')) then
    return jsonb_build_object('busy', true);
  end if;

  -- BOMs come before everything below in the order of locks. An import may hold the organization for a moment.
  select o.id into v_organization_id from bomstream.organizations o
  where o.deleted_at is not null order by o.deleted_at limit 1 for no key update skip locked;
  if found then
    v_of_organizations := bomstream.delete_organization_piece(v_organization_id);
  end if;

  -- Run by run, the run locked first, as in the deletion of its BOM. One that has not ended keeps all of its events: it
  -- must find them when it goes on.
  for v_run in
    select r.id, r.bom_id, r.run from bomstream.enrichment_runs r
    where r.completed_at < now() - interval '30 days' and not r.events_swept
    order by r.completed_at limit c_runs for no key update skip locked
  loop
    delete from bomstream.enrichment_events e
     where e.bom_id = v_run.bom_id and e.run = v_run.run
       and e.seq = any (array(select o.seq from bomstream.enrichment_events o
                              where o.bom_id = v_run.bom_id and o.run = v_run.run
                              order by o.seq limit c_events - v_events));
    get diagnostics v_deleted = row_count;
    -- What is gone can be published by nobody: it counts as published, or runners would be called for it for ever.
    update bomstream.enrichment_runs r
       set events_swept = v_events + v_deleted < c_events,
           published_seq = r.last_seq, publish_due_at = 'infinity', publish_failures = 0
     where r.id = v_run.id;
    v_events := v_events + v_deleted;
    exit when v_events >= c_events;
  end loop;

  for v_run in
    select r.id from bomstream.enrichment_runs r where r.results_expired limit c_runs for no key update skip locked
  loop
    delete from bomstream.run_line_results f
     where f.run_id = v_run.id
       and f.line_id = any (array(select o.line_id from bomstream.run_line_results o
                                  where o.run_id = v_run.id order by o.line_id limit c_results - v_results));
    get diagnostics v_deleted = row_count;
    update bomstream.enrichment_runs r set results_expired = v_results + v_deleted >= c_results where r.id = v_run.id;
    v_results := v_results + v_deleted;
    exit when v_results >= c_results;
  end loop;

  delete from bomstream.invocations i where i.id = any (array(
    select o.id from bomstream.invocations o where o.invoked_at < now() - interval '1 day' order by o.invoked_at limit c_rows));
  get diagnostics v_invocations = row_count;
  delete from bomstream.workers w where w.id = any (array(
    select o.id from bomstream.workers o where o.live_until < now() - interval '7 days' order by o.live_until limit c_rows));
  get diagnostics v_workers = row_count;
  delete from bomstream.supplier_answers a using (
    select o.supplier, o.orderable_key from bomstream.supplier_answers o
    where o.answered_at < now() - interval '90 days' order by o.answered_at limit c_rows) old
   where (a.supplier, a.orderable_key) = (old.supplier, old.orderable_key);
  get diagnostics v_answers = row_count;

  -- The log of cron is everybody's, and has an index on its numbers alone: it is walked through once, from where the last
  -- sweep ended. A job that a crash cut short never ended, and one that never began has no time at all.
  select s.runid into v_from from bomstream.swept_jobs s;
  if (select d.start_time from cron.job_run_details d
      where d.runid > v_from and d.start_time is not null order by d.runid limit 1) < now() - interval '1 day' then
    select max(o.runid) into v_upto
    from (select d.runid, coalesce(d.end_time, d.start_time) as at from cron.job_run_details d
          where d.runid > v_from order by d.runid limit c_rows) o
    where o.at < now() - interval '1 day';
    delete from cron.job_run_details d
     where d.runid > v_from and d.runid <= v_upto
       and d.jobid = any (array(select j.jobid from cron.job j where j.jobname like 'bomstream-%'));
    get diagnostics v_ticks = row_count;
    update bomstream.swept_jobs s set runid = v_upto where v_upto is not null;
  end if;
  return jsonb_build_object('events', v_events, 'results', v_results, 'invocations', v_invocations, 'workers', v_workers, 'ticks', v_ticks,
                            'supplier_answers', v_answers, 'of_deleted_organizations', v_of_organizations);
end $$;
comment on function public.bomstream_sweep() is
  'Retention, called by cron, a bite each time: events of runs that ended 30 days ago, what runs found before the last ten of their BOM, invocations and the log of our cron jobs after a day, workers after a week, supplier answers after 90 days; and a piece of an organization that is being deleted. With nothing due it reads nothing. Returns how many of each it deleted.';
revoke all on function public.bomstream_sweep() from public, anon, authenticated;
grant execute on function public.bomstream_sweep() to service_role;

create function public.bomstream_health() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'cron_job', (select jsonb_build_object('schedule', j.schedule, 'active', j.active)
                 from cron.job j where j.jobname = 'bomstream-tick'),
    'last_tick', (select jsonb_build_object('at', bomstream.iso(d.start_time), 'status', d.status, 'message', d.return_message,
                                            'age_seconds', extract(epoch from clock_timestamp() - d.start_time))
                  from cron.job_run_details d join cron.job j on j.jobid = d.jobid
                  where j.jobname = 'bomstream-tick' order by d.runid desc limit 1),
    'missing_secrets', (select coalesce(jsonb_agg(n.name), '[]')
                        from (values ('project_url'), ('runner_key')) as n(name)
                        where not exists (select from vault.decrypted_secrets s where s.name = n.name)),
    'net_open_to', (select coalesce(jsonb_agg(r.name), '[]') from (values ('anon'), ('authenticated')) as r(name)
                    where has_schema_privilege(r.name, 'net', 'usage')
                      and has_table_privilege(r.name, 'net.http_request_queue', 'select')),
    -- The newest of which it is known how it ended: another may have been made a moment ago.
    'last_invocation', (select jsonb_build_object('at', bomstream.iso(i.invoked_at), 'reason', i.reason, 'status_code', i.status_code,
                                                  'error', i.error)
                        from bomstream.invocations i order by i.answered_at is null, i.id desc limit 1),
    'unanswered_invocations', (select count(*) from bomstream.invocations i
                               where i.invoked_at > now() - interval '1 hour' and i.status_code is null
                                 and i.answered_at is not null))
$$;
comment on function public.bomstream_health() is
  'What an operator asks first: is the cron job there, when did it last tick and how did that end, which Vault secrets are missing, who can read the calls that pg_net is about to make (their headers hold a key), what became of the last invocation, and how many of the last hour got no answer.';
revoke all on function public.bomstream_health() from public, anon, authenticated;
grant execute on function public.bomstream_health() to service_role;

create function public.bomstream_replay(p_cursors jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('bom_id', m.bom_id, 'news', m.news, 'events', m.events)), '[]')
  from (
    select x.bom_id, s.news, coalesce(case when s.news = 'events' then (
      select jsonb_agg(w.event order by w.run, w.seq) from (
        select f.*, row_number() over following as place,
          -- Weighed only for a client that catches up alone.
          case when x.most is not null then sum(octet_length(f.event::text)) over following end as bytes
        from (
          select e.run, e.seq, e.event from bomstream.enrichment_events e
          where e.bom_id = x.bom_id and (e.run, e.seq) > (x.run, x.seq)
          order by e.run, e.seq
          -- One answer stays small; a reader that is further behind asks again from where this ends.
          limit least(x.most, 100)) f
        window following as (order by f.run, f.seq)) w
      -- A thousand clients that come back at once are given no more than they can be sent: one event, or 32 KiB.
      where w.bytes is null or w.place = 1 or w.bytes <= 32768) end, '[]') as events
    from jsonb_to_recordset(p_cursors) as x(bom_id uuid, run integer, seq integer, most integer)
    -- the cheap probe: only BOMs that moved have their events read
    left join bomstream.enrichment_progress p on p.bom_id = x.bom_id
    cross join lateral (select case
      when (p.run, p.seq) > (x.run, x.seq) then 'events'
      when (p.run, p.seq) < (x.run, x.seq) then 'ahead'
      when p.bom_id is null and not exists (select from bomstream.boms b where b.id = x.bom_id) then 'gone'
      when p.bom_id is null and x.run > 0 then 'ahead'
    end as news) s
    where s.news is not null) m
$$;
comment on function public.bomstream_replay(jsonb) is
  'For each {bom_id, run, seq, most} its news: `events`, those that follow, oldest first, at most 100, or where `most` is given no more than that and, but for the first, than 32 KiB of them; `ahead` when the cursor is above everything committed; `gone` when there is no such BOM. BOMs that did not move are left out. Asks nobody''s rights: for the stream hub, whose clients were let in one by one.';
revoke all on function public.bomstream_replay(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_replay(jsonb) to service_role;

create function public.bomstream_connect(p_user_id uuid, p_bom_id uuid, p_cursor_run integer default null, p_cursor_seq integer default null, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  -- Further behind than this, the newest state is more use than a thousand old ones.
  c_max_behind constant integer := 1000;
  v_bom bomstream.boms;
  v_newest jsonb;
  v_behind integer;
  v_known boolean;
begin
  -- Only what says so itself opens every BOM: a user id that got lost on the way must open none.
  if p_with_admin_token then
    select * into v_bom from bomstream.boms b where b.id = p_bom_id;
    if v_bom.id is null then
      perform bomstream.refuse(404, 'bom_not_found', 'There is no BOM with this id.');
    end if;
  else
    v_bom := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  end if;
  select p.event, (p.run, p.seq) = (p_cursor_run, p_cursor_seq) into v_newest, v_known
  from bomstream.enrichment_progress p where p.bom_id = p_bom_id;
  if p_cursor_run is not null then
    -- The newest id stays known once retention has deleted its event: whoever has it has missed nothing. Called lost, a
    -- finished BOM's stream would be reset and ended at each reconnect, for ever, instead of answering 204.
    v_known := v_known or exists (select from bomstream.enrichment_events e
                                  where (e.bom_id, e.run, e.seq) = (p_bom_id, p_cursor_run, p_cursor_seq));
    select count(*)::integer into v_behind from (
      select from bomstream.enrichment_events e
      where e.bom_id = p_bom_id and (e.run, e.seq) > (p_cursor_run, p_cursor_seq)
      limit c_max_behind + 1) following;
  end if;
  return jsonb_build_object(
    'organization_id', v_bom.organization_id,
    'newest', v_newest,
    'cursor', case when p_cursor_run is null then 'none'
                   when v_known and v_behind <= c_max_behind then 'honoured'
                   else 'lost' end,
    'following', case when v_known and v_behind between 1 and c_max_behind
      then public.bomstream_replay(jsonb_build_array(
             jsonb_build_object('bom_id', p_bom_id, 'run', p_cursor_run, 'seq', p_cursor_seq, 'most', 10))) #> '{0,events}'
      else '[]' end);
end $$;
comment on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) is
  'What a stream needs at its start, from one snapshot: the right to read, the newest event, whether the client''s cursor can be honoured (`none`, `honoured`, or `lost` when it is unknown, from the future or more than 1,000 events behind; the newest id is known even where its event was deleted with age), and the first of the events that follow an honoured one: ten, or fewer where they are large. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) to service_role;

create function public.bomstream_require_viewer(p_user_id uuid, p_bom_id uuid default null, p_organization_id uuid default null)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  if num_nonnulls(p_bom_id, p_organization_id) <> 1 then
    raise exception using errcode = '22023', message = 'exactly one of BOM and organization';
  end if;
  if p_bom_id is not null then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_require_viewer(uuid, uuid, uuid) is
  'Refuses unless the user may read the BOM, or the organization: what is asked before a ticket is issued. Needs viewer.';
revoke all on function public.bomstream_require_viewer(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_require_viewer(uuid, uuid, uuid) to service_role;

create function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false))), '[]')
  from unnest(p_organization_ids) as o(id)
  cross join lateral (
    -- Whoever is at work comes first: runs that are over must not keep one that goes on out of sight.
    select array_agg(n.bom_id order by n.is_active desc, n.started desc, n.bom_id) as bom_ids,
           count(*) filter (where n.is_active) as active
    from (
      -- One more than is answered, to know whether there are more.
      (select r.bom_id, true as is_active, r.created_at as started from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.status in ('queued', 'enriching', 'paused')
       order by r.created_at desc, r.bom_id
       limit 51)
      union all
      -- A short run may begin and end between two calls; whoever follows the organization is to see it all the same.
      (select r.bom_id, false, max(r.created_at) from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.created_at > now() - interval '1 minute'
         and r.status in ('completed', 'failed', 'cancelled')
         and not exists (select from bomstream.enrichment_runs w
                         where w.bom_id = r.bom_id and w.status in ('queued', 'enriching', 'paused'))
       group by r.bom_id
       order by 3 desc, 1
       limit 50)) n) a
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;

create function public.bomstream_newest(p_bom_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- Twice as many BOMs as a stream over an organization follows.
  perform bomstream.require_at_most(cardinality(p_bom_ids), 100, 'BOMs');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('bom_id', p.bom_id, 'event', p.event)), '[]')
    from bomstream.enrichment_progress p where p.bom_id = any (p_bom_ids));
end $$;
comment on function public.bomstream_newest(uuid[]) is
  'The newest event of each of these BOMs, at most 100 of them; those that never ran are left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_newest(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_newest(uuid[]) to service_role;

create function public.bomstream_organization_connect(p_user_id uuid, p_organization_id uuid, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  -- Only what says so itself opens every organization: a user id that got lost on the way must open none.
  if p_with_admin_token then
    if not exists (select from bomstream.organizations o where o.id = p_organization_id and o.deleted_at is null) then
      perform bomstream.refuse(404, 'organization_not_found', 'There is no organization with this id.');
    end if;
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  return public.bomstream_active(array[p_organization_id]) -> 0;
end $$;
comment on function public.bomstream_organization_connect(uuid, uuid, boolean) is
  'What a stream over a whole organization needs at its start: the right to read and the BOMs to follow, as bomstream_active has them. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_organization_connect(uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_connect(uuid, uuid, boolean) to service_role;

-- As many bites of the sweep as keep it ten times as fast as runners can make events, some 50 a second.
do $$
begin
  perform cron.schedule('bomstream-tick', '10 seconds', 'select public.bomstream_tick()'),
          cron.schedule('bomstream-sweep', '10 seconds', 'select public.bomstream_sweep() from generate_series(1, 3)');
exception when others then
  -- pg_cron before 1.5 knows no seconds. Runs still start at once; only recovery takes up to a minute.
  perform cron.schedule('bomstream-tick', '* * * * *', 'select public.bomstream_tick()'),
          cron.schedule('bomstream-sweep', '* * * * *', 'select public.bomstream_sweep() from generate_series(1, 15)');
end $$;
