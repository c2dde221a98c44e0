-- 0.2.0: a stream and a runner that tell the truth about themselves.

-- Files: what a BOM came from, all that a line says, alternates, confirmed mappings, reviews and changes by people.
alter table bomstream.boms
  add column file jsonb check (jsonb_typeof(file) = 'object'),
  add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  add column revision_of uuid,
  add foreign key (revision_of, organization_id) references bomstream.boms (id, organization_id) on delete set null (revision_of);
create index boms_by_file on bomstream.boms (organization_id, file_sha256) where file_sha256 is not null;
create index boms_by_revised on bomstream.boms (revision_of) where revision_of is not null;
alter table bomstream.bom_lines
  add column value text check (char_length(value) <= 500),
  add column footprint text check (char_length(footprint) <= 500),
  add column supplier_numbers jsonb not null default '[]' check (jsonb_typeof(supplier_numbers) = 'array'),
  add column internal_number text check (char_length(internal_number) <= 200),
  add column substitution text check (char_length(substitution) <= 500),
  add column note text check (char_length(note) <= 2000),
  add column extra jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  add column source_row integer check (source_row > 0),
  add column review text not null default 'none' check (review in ('none', 'needed', 'approved', 'rejected'));
comment on column bomstream.bom_lines.review is
  'needed: somebody has to decide; approved: somebody said that it is right, or that it is meant as written, or that there is nothing to buy; rejected: what was found is not it.';

create table bomstream.bom_line_parts (
  line_id uuid not null references bomstream.bom_lines (id) on delete cascade,
  -- The line's own part is the first choice; these are the next ones, in the order in which they may be taken.
  position smallint not null check (position between 2 and 21),
  mpn text not null check (char_length(mpn) <= 120),
  manufacturer text check (char_length(manufacturer) <= 120),
  orderable_key text not null,
  primary key (line_id, position)
);
comment on table bomstream.bom_line_parts is 'Alternates of a line: other parts that its BOM allows in its place.';
alter table bomstream.bom_line_parts enable row level security;
revoke all on bomstream.bom_line_parts from public, anon, authenticated, service_role;

create table bomstream.bom_mappings (
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  -- SHA-256 of the headers: the same headers are the same kind of file.
  headers_key text not null check (headers_key ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  confirmed_at timestamptz not null default now(),
  primary key (organization_id, headers_key)
);
comment on table bomstream.bom_mappings is 'Which column means what, as people of an organization have confirmed it, for the next file with these headers.';
alter table bomstream.bom_mappings enable row level security;
revoke all on bomstream.bom_mappings from public, anon, authenticated, service_role;

create table bomstream.bom_changes (
  id bigint generated always as identity primary key,
  bom_id uuid not null references bomstream.boms (id) on delete cascade,
  -- No foreign key: lines are deleted with their BOM alone, which takes these rows along.
  line_id uuid not null,
  user_id uuid references auth.users (id) on delete set null,
  action text not null check (action in ('edit', 'approve', 'keep_as_written', 'nothing_to_buy', 'reject', 'reset')),
  -- Of an edit: {field: value} of the fields that changed.
  before jsonb,
  after jsonb,
  created_at timestamptz not null default clock_timestamp()
);
create index bom_changes_by_bom on bomstream.bom_changes (bom_id, id);
create index bom_changes_by_user on bomstream.bom_changes (user_id) where user_id is not null;
comment on table bomstream.bom_changes is 'What people did to lines of a BOM, who and when.';
alter table bomstream.bom_changes enable row level security;
revoke all on bomstream.bom_changes from public, anon, authenticated, service_role;

-- What holds a run up, and why a line was put off.
alter table bomstream.enrichment_runs
  add column waiting_for text check (waiting_for in ('supplier_minute', 'supplier_day', 'supplier_away', 'nobody_to_work')),
  add column waiting_until timestamptz,
  add column wait_told_at timestamptz not null default '-infinity',
  add check (waiting_for is null or status in ('queued', 'enriching'));
alter table bomstream.bom_lines
  add column waits_for text check (waits_for in ('supplier_minute', 'supplier_day', 'supplier_away'));

-- Fair shares of a supplier's minute and day.
alter table bomstream.supplier_limits add column recent_of uuid[] not null default '{}';
create table bomstream.supplier_shares (
  supplier text not null references bomstream.supplier_limits (supplier) on delete cascade,
  -- No foreign key: a deletion holds the organization while it works, and everybody's calls would wait for it.
  organization_id uuid not null,
  used_today integer not null default 0,
  -- Calls that the minute did not have for it. Until waits_until they are kept for it, in the order of waits_since.
  wants integer not null default 0,
  waits_since timestamptz not null default '-infinity',
  waits_until timestamptz not null default '-infinity',
  primary key (supplier, organization_id)
);
comment on table bomstream.supplier_shares is
  'What organizations have had of a supplier''s calls today, and which of them wait for calls of the minute. Emptied when the supplier''s day begins.';
alter table bomstream.supplier_shares enable row level security;
revoke all on bomstream.supplier_shares from public, anon, authenticated, service_role;

-- Functions that are new or changed, each whole.
drop function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text);
drop function public.bomstream_supplier_grant(text, integer, jsonb);
drop function public.bomstream_health();

create or replace function bomstream.run_state(r bomstream.enrichment_runs) returns jsonb
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
      'items_per_second', case when f.is_moving then round((f.settled / f.seconds)::numeric, 2) end,
      'eta_seconds', case when f.is_moving and r.completed_at is null
        then ceil(r.pending_items * f.seconds / f.settled) end,
      'waiting_for', case when r.waiting_for is not null
        then jsonb_build_object('reason', r.waiting_for, 'until', bomstream.iso(r.waiting_until)) end,
      'started_at', bomstream.iso(r.started_at),
      'last_update', bomstream.iso(r.last_update),
      'completed_at', bomstream.iso(r.completed_at))
    from (select t.*, t.settled > 0 and t.seconds > 0 and r.waiting_for is null and r.status <> 'paused' as is_moving
          from (select r.enriched_items + r.not_found_items + r.failed_items as settled,
                       r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0) as seconds) t) f);
end $$;
comment on function bomstream.run_state(bomstream.enrichment_runs) is
  'The `state` of an event: counts, percentage, rate and times of a run, and what it waits for. Rate and remaining time are null until a line is settled, and while the run waits or is paused.';
revoke all on function bomstream.run_state(bomstream.enrichment_runs) from public, anon, authenticated;

create or replace function bomstream.run_wait(p_run bomstream.enrichment_runs, out reason text, out until timestamptz)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A start calls a runner itself, and every tick calls those that are missing: past this they do not come.
  c_nobody_after constant interval := interval '60 seconds';
  v_now constant timestamptz := clock_timestamp();
  v_next bomstream.bom_lines;
begin
  if p_run.status not in ('queued', 'enriching') then
    return;
  end if;
  select * into v_next from bomstream.bom_lines l
   where l.run_id = p_run.id and l.status = 'pending'
   order by l.visible_at, l.line_number limit 1;
  if v_next.visible_at > v_now then
    -- It is at work as long as anybody holds a line of it, however long the others wait.
    if v_next.waits_for is not null and not exists (
         select from bomstream.workers w
         -- worker by worker, each by its key
         cross join lateral (select from bomstream.bom_lines l
                             where l.worker_id = w.id and l.status = 'pending' and l.run_id = p_run.id limit 1) held
         where w.live_until > v_now) then
      reason := v_next.waits_for;
      until := v_next.visible_at;
    end if;
  elsif v_next.id is not null
        and (p_run.waiting_for = 'nobody_to_work'
             or greatest(v_next.visible_at, p_run.served_at, p_run.last_update) < v_now - c_nobody_after)
        and not exists (select from bomstream.workers w where w.stopped_at is null and w.live_until > v_now) then
    reason := 'nobody_to_work';
  end if;
end $$;
comment on function bomstream.run_wait(bomstream.enrichment_runs) is
  'What holds a run up now, and until when: what the line waits for that is due first, where nobody holds any of the run''s; nobody_to_work where lines could have been taken for a minute and no worker is alive. Nulls while it is at work, or may be in a moment.';
revoke all on function bomstream.run_wait(bomstream.enrichment_runs) from public, anon, authenticated;

create or replace function bomstream.note_wait(p_run_id uuid, p_alone boolean default true) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Of the events that say nothing else. What comes sooner is left for the next tick.
  c_apart constant interval := interval '5 seconds';
  v_run bomstream.enrichment_runs;
  v_wait record;
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  select * into v_wait from bomstream.run_wait(v_run);
  if (v_wait.reason, v_wait.until) is not distinct from (v_run.waiting_for, v_run.waiting_until)
     or (p_alone and v_run.wait_told_at > clock_timestamp() - c_apart) then
    return;
  end if;
  update bomstream.enrichment_runs r
     set waiting_for = v_wait.reason, waiting_until = v_wait.until,
         wait_told_at = case when p_alone then clock_timestamp() else r.wait_told_at end,
         -- The time of a run that can do nothing before tomorrow stands still.
         enriching_seconds = r.enriching_seconds + case when v_wait.reason = 'supplier_day'
           then coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0) else 0 end,
         enriching_since = case when v_wait.reason is distinct from 'supplier_day' and r.status = 'enriching'
           then coalesce(r.enriching_since, clock_timestamp()) end
   where r.id = p_run_id;
  if p_alone then
    perform bomstream.emit_event(p_run_id, 'enrichment.progress');
  end if;
end $$;
comment on function bomstream.note_wait(uuid, boolean) is
  'Notes what holds the run up where that has changed, and tells of it in an event of its own, at most one in five seconds; with p_alone false it only notes, for the event that the caller is about to write. The caller holds the run''s row lock.';
revoke all on function bomstream.note_wait(uuid, boolean) from public, anon, authenticated;

create or replace function bomstream.end_run(p_run_id uuid, p_status text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
begin
  update bomstream.enrichment_runs r
     set status = p_status,
         completed_at = clock_timestamp(),
         enriching_seconds = r.enriching_seconds
           + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0),
         enriching_since = null,
         waiting_for = null,
         waiting_until = null
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

create or replace function bomstream.line_json(l bomstream.bom_lines, p_component json) returns json
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
    'value', l.value,
    'footprint', l.footprint,
    'do_not_place', l.do_not_place,
    'review', l.review,
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

create or replace function bomstream.line_details(l bomstream.bom_lines) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'alternates', (select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position), '[]')
                   from bomstream.bom_line_parts a where a.line_id = l.id),
    'supplier_numbers', l.supplier_numbers,
    'internal_number', l.internal_number,
    'substitution', l.substitution,
    'note', l.note,
    'extra', l.extra,
    'source_row', l.source_row);
end $$;
comment on function bomstream.line_details(bomstream.bom_lines) is
  'What a line says besides what every list shows of it: alternates [{mpn, manufacturer}] in their order, distributors'' and own numbers, substitution, note, other columns, and where it stood in its file.';
revoke all on function bomstream.line_details(bomstream.bom_lines) from public, anon, authenticated;

create or replace function bomstream.write_alternates(p_line_id uuid, p_alternates jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from bomstream.bom_line_parts a where a.line_id = p_line_id;
  insert into bomstream.bom_line_parts (line_id, position, mpn, manufacturer, orderable_key)
  select p_line_id, 1 + x.position, x.part ->> 'mpn', x.part ->> 'manufacturer', x.part ->> 'orderable_key'
  from jsonb_array_elements(p_alternates) with ordinality x(part, position);
end $$;
comment on function bomstream.write_alternates(uuid, jsonb) is 'Puts these alternates, [{mpn, manufacturer, orderable_key}], in place of those that the line has. The caller has locked the line.';
revoke all on function bomstream.write_alternates(uuid, jsonb) from public, anon, authenticated;

create or replace function bomstream.pair_lines(p_old_bom_id uuid, p_new_bom_id uuid)
returns table (old_id uuid, new_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with placed as (
    select distinct l.id, l.bom_id, l.line_number, d.designator
    from bomstream.bom_lines l
    cross join lateral regexp_split_to_table(upper(l.designators), '[\s,;]+') d(designator)
    where l.bom_id in (p_old_bom_id, p_new_bom_id) and d.designator <> ''
  ), shared as (
    select o.id as o_id, n.id as n_id, o.line_number as o_number, n.line_number as n_number, count(*) as common
    from placed o join placed n on n.designator = o.designator and n.bom_id = p_new_bom_id
    where o.bom_id = p_old_bom_id group by 1, 2, 3, 4
  ), by_place as (
    -- Each takes the one with which it has most designators in common, and is that one's, too.
    select s.o_id, s.n_id from (
      select *, row_number() over (partition by o_id order by common desc, n_number) as best_of_old,
             row_number() over (partition by n_id order by common desc, o_number) as best_of_new
      from shared) s
    where s.best_of_old = 1 and s.best_of_new = 1
  ), rest as (
    select l.id, l.bom_id, l.orderable_key, coalesce(upper(l.manufacturer), '') as manufacturer,
           row_number() over (partition by l.bom_id, l.orderable_key, coalesce(upper(l.manufacturer), '') order by l.line_number) as nth
    from bomstream.bom_lines l
    where l.bom_id in (p_old_bom_id, p_new_bom_id) and l.orderable_key is not null
      and not exists (select from by_place p where p.o_id = l.id or p.n_id = l.id)
  )
  select p.o_id, p.n_id from by_place p
  union all
  select o.id, n.id
  from rest o join rest n on n.bom_id = p_new_bom_id and (n.orderable_key, n.manufacturer, n.nth) = (o.orderable_key, o.manufacturer, o.nth)
  where o.bom_id = p_old_bom_id;
end $$;
comment on function bomstream.pair_lines(uuid, uuid) is
  'Which line of a BOM''s revision is which of the BOM: those with most designators in common, then those with the same part and manufacturer in their order. Each line is in one pair at most.';
revoke all on function bomstream.pair_lines(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.carry_over(p_old_bom_id uuid, p_new_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_pairs integer;
  v_same integer;
begin
  with pairs as materialized (
    select o as old, n.id as new_id,
           (n.orderable_key, upper(n.manufacturer)) is not distinct from (o.orderable_key, upper(o.manufacturer)) as is_same_part,
           (n.orderable_key, upper(n.manufacturer), n.quantity, n.do_not_place, upper(regexp_replace(n.designators, '[\s,;]+', ' ', 'g')))
             is not distinct from
           (o.orderable_key, upper(o.manufacturer), o.quantity, o.do_not_place, upper(regexp_replace(o.designators, '[\s,;]+', ' ', 'g'))) as is_same
    from bomstream.pair_lines(p_old_bom_id, p_new_bom_id) p
    join bomstream.bom_lines o on o.id = p.old_id join bomstream.bom_lines n on n.id = p.new_id
  ), carried as (
    update bomstream.bom_lines n
       set note = coalesce(n.note, (p.old).note),
           -- What was decided was decided of that part.
           review = case when p.is_same_part then (p.old).review when (p.old).review = 'none' then 'none' else 'needed' end,
           status = case when p.is_same_part and (p.old).status = 'skipped' and (p.old).review = 'approved' then 'skipped' else n.status end
      from pairs p
     where n.id = p.new_id and ((p.old).note is not null or (p.old).review <> 'none')
  )
  select count(*)::integer, (count(*) filter (where p.is_same))::integer into v_pairs, v_same from pairs p;
  return jsonb_build_object(
    'revision_of', p_old_bom_id,
    'unchanged', v_same,
    'changed', v_pairs - v_same,
    'added', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_new_bom_id),
    'removed', (select b.line_count - v_pairs from bomstream.boms b where b.id = p_old_bom_id));
end $$;
comment on function bomstream.carry_over(uuid, uuid) is
  'Takes notes and reviews of a BOM over to the lines of its revision, and counts how these differ. A review of another part becomes one that is needed again.';
revoke all on function bomstream.carry_over(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.lock_line(p_bom_id uuid, p_line_id uuid) returns bomstream.bom_lines
language plpgsql security definer set search_path = '' as $$
declare
  v_status text;
  v_line bomstream.bom_lines;
begin
  -- In the order in which all lock: the bom, its run, the line.
  perform from bomstream.boms b where b.id = p_bom_id for no key update;
  select r.status into v_status from bomstream.enrichment_runs r
  where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused') for no key update;
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id for no key update;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  if v_status is not null and (v_status <> 'paused' or v_line.status <> 'pending') then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it or cancel it first; while it is paused, lines that still wait may be changed.');
  end if;
  return v_line;
end $$;
comment on function bomstream.lock_line(uuid, uuid) is
  'A line that may be changed now, locked, and its BOM and run before it. 404 line_not_found; 409 run_active while a run is queued or enriching, and for a line that a paused run has settled.';
revoke all on function bomstream.lock_line(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.call_runner(p_reason text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  -- The function answers 202 before it works. One slow answer would hold up every other request of pg_net.
  c_timeout_ms constant integer := 2000;
  v_url text;
  v_key text;
begin
  select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  select s.decrypted_secret into v_key from vault.decrypted_secrets s where s.name = 'runner_key';
  if v_url is null or v_key is null then
    return null;
  end if;
  return net.http_post(
    url := v_url || '/functions/v1/enrichment-runner',
    body := jsonb_build_object('reason', p_reason),
    headers := jsonb_build_object('Content-Type', 'application/json', 'x-runner-key', v_key),
    timeout_milliseconds := c_timeout_ms);
end $$;
comment on function bomstream.call_runner(text) is
  'Has pg_net call a runner when the transaction is committed. Returns pg_net''s number of the call, null where Vault lacks project_url or runner_key.';
revoke all on function bomstream.call_runner(text) from public, anon, authenticated;

create or replace function bomstream.request_runners(p_reason text) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A second runner is worth its start only when the first has more than this many lines before it.
  c_lines_per_runner constant integer := 100;
  -- An invoked runner shows up as a worker within this time, or its invocation has failed.
  c_boot_grace constant interval := interval '3 seconds';
  v_max smallint;
  v_wanted integer;
  v_present integer;
  v_failures integer;
  v_call bigint;
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

  for v_n in 1 .. v_wanted - v_present loop
    v_call := bomstream.call_runner(p_reason);
    if v_call is null then
      insert into bomstream.invocations (reason, error, answered_at)
      values (p_reason, 'vault has no secret project_url or runner_key', clock_timestamp());
      return 0;
    end if;
    insert into bomstream.invocations (reason, request_id) values (p_reason, v_call);
  end loop;
  return v_wanted - v_present;
end $$;
comment on function bomstream.request_runners(text) is
  'Asks pg_net for the runners that are missing: what the claimable lines need, at most max_runners, less the workers alive and those just called. While invocations fail it asks ever more rarely. Returns how many it asked for.';
revoke all on function bomstream.request_runners(text) from public, anon, authenticated;

create or replace function bomstream.claim_lines(p_worker_id uuid, p_run_id uuid, p_limit integer, p_waits boolean) returns json
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

  -- The run's lock is needed only to write an event: at the first claim, at the end of a wait, or to fail lines that keep
  -- killing workers.
  if v_run.status = 'queued' or v_run.waiting_for is not null
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
         set status = 'enriching', enriching_since = clock_timestamp(), started_at = clock_timestamp(),
             waiting_for = null, waiting_until = null
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
           losses = l.losses + (l.worker_id is not null)::integer, worker_id = p_worker_id, claimed_at = clock_timestamp(),
           waits_for = null
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
  if v_run.waiting_for is not null then
    perform bomstream.note_wait(p_run_id);
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

create or replace function bomstream.commit_results(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_published jsonb default null) returns jsonb
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
           losses = 0, worker_id = null, waits_for = x.waits_for
      from jsonb_to_recordset(p_results) as x(line_id uuid, retry_after_ms integer, uses_attempt boolean, waits_for text)
     where l.id = x.line_id and l.id = any (v_accepted) and l.status = 'pending';
  end if;
  if v_run.waiting_for is not null or cardinality(v_accepted) > coalesce(cardinality(v_settled), 0) then
    -- What is settled is told of below, with the wait.
    perform bomstream.note_wait(p_run_id, p_alone => v_settled is null);
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
  'Notes what was published and writes a batch: line results, components, counters, the event, and the terminal event after the last line. Refuses every line whose fence moved on; repeating it changes nothing. A result is {line_id, fence, status: enriched | not_found | failed | retry, quality_score?, source?, remarks?, component?, own_component_id?, offers?, unit_price?, currency?, stock?, lifecycle?, retry_after_ms?, uses_attempt?, waits_for?}. own_component_id links the line to a component of its own organization, which is never written; offers go to bomstream.write_offers; price, stock and lifecycle are kept as what this run found of the line. `retry` leaves the line pending for later, with a backoff where no time is given; a line that used up its attempts is failed instead, unless it only waited (uses_attempt false); waits_for says what for: supplier_minute, supplier_day or supplier_away.';
revoke all on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;

create or replace function bomstream.require_user(p_user_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  -- An access token outlives the account that it was issued to.
  if not exists (select from auth.users u where u.id = p_user_id) then
    perform bomstream.refuse(401, 'invalid_token', 'The account of this access token was deleted. Sign in with another.');
  end if;
end $$;
comment on function bomstream.require_user(uuid) is
  'Refuses a user whose account is gone. For what makes a membership; everything else asks for one, and those go with the account.';
revoke all on function bomstream.require_user(uuid) from public, anon, authenticated;

create or replace function bomstream.share_of_day(p_limit bomstream.supplier_limits, p_share bomstream.supplier_shares) returns integer
language plpgsql stable security definer set search_path = '' as $$
declare
  v_left constant integer := p_limit.calls_per_day - p_limit.used_today;
begin
  if p_share.organization_id is null
     or (select count(*) from (select from bomstream.organizations o where o.deleted_at is null limit 2) there) < 2 then
    return v_left;
  end if;
  -- What is left, and its own calls with it, is what the others have not had.
  return (v_left + p_share.used_today) / 2 - p_share.used_today;
end $$;
comment on function bomstream.share_of_day(bomstream.supplier_limits, bomstream.supplier_shares) is
  'Calls that an organization may still make today: all that are left while it is alone in the install; otherwise so many that its calls of today stay at or below half of what the others have not had, so that some are left for whoever comes later.';
revoke all on function bomstream.share_of_day(bomstream.supplier_limits, bomstream.supplier_shares) from public, anon, authenticated;

create or replace function bomstream.share_of_minute(
  p_limit bomstream.supplier_limits, p_share bomstream.supplier_shares, p_free integer, p_now timestamptz)
returns integer language sql stable security definer set search_path = '' set enable_seqscan = off set jit = off as $$
  with others as (
    select s.wants, s.waits_since, s.organization_id,
           (select count(*)::integer from unnest(p_limit.recent_of) o where o = s.organization_id) as has_had
    from bomstream.supplier_shares s
    where s.supplier = p_limit.supplier and s.organization_id is distinct from p_share.organization_id
      and s.wants > 0 and s.waits_until > p_now),
  equal as (
    select ceil(p_limit.calls_per_minute::numeric / (count(*) + 1))::integer as part, count(*) as waiting from others)
  select case when e.waiting = 0 then p_free else least(
    p_free - coalesce((
      select sum(greatest(0, least(o.wants, e.part - o.has_had))) from others o
      where o.waits_since < case when p_share.wants > 0 and p_share.waits_until > p_now then p_share.waits_since else p_now end), 0),
    e.part - (select count(*) from unnest(p_limit.recent_of) o where o = p_share.organization_id))::integer end
  from equal e
$$;
comment on function bomstream.share_of_minute(bomstream.supplier_limits, bomstream.supplier_shares, integer, timestamptz) is
  'Calls that an organization may make now, of p_free that the minute has: all while no other waits for calls; otherwise an equal part of the minute, those that it has had within it included, and none of those that are kept for whoever has waited longer.';
revoke all on function bomstream.share_of_minute(bomstream.supplier_limits, bomstream.supplier_shares, integer, timestamptz) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.2.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_organization_create(p_user_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- One for each company a person works for. Each is served in turn with the others: many would be many turns.
  c_most constant integer := 5;
  v_id uuid;
begin
  perform bomstream.require_user(p_user_id);
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

create or replace function public.bomstream_lost_rights(p_viewers jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- As many streams as one isolate has.
  perform bomstream.require_at_most(jsonb_array_length(p_viewers), 1000, 'viewers');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('user_id', v.user_id, 'kind', v.kind, 'id', v.id,
      'reason', case when o.id is null then 'deleted' else 'access_revoked' end)), '[]')
    from jsonb_to_recordset(p_viewers) as v(user_id uuid, kind text, id uuid)
    left join bomstream.boms b on v.kind = 'bom' and b.id = v.id
    left join bomstream.organizations o
      on o.id = case v.kind when 'bom' then b.organization_id when 'organization' then v.id end and o.deleted_at is null
    where o.id is null or bomstream.enrichment_access(v.user_id, o.id) is null);
end $$;
comment on function public.bomstream_lost_rights(jsonb) is
  'Which of these viewers, at most 1,000 of {user_id, kind, id} with the id of a BOM or an organization, may no longer read what they watch: it was deleted, or they are no members any more. For streams whose clients were let in one by one.';
revoke all on function public.bomstream_lost_rights(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_lost_rights(jsonb) to service_role;

create or replace function public.bomstream_invitation_accept(p_user_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Both are listed whole.
  c_members constant integer := 500;
  c_organizations constant integer := 100;
  v_invitation bomstream.organization_invitations;
  v_role text;
begin
  perform bomstream.require_user(p_user_id);
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

create or replace function public.bomstream_organization_export(p_user_id uuid, p_organization_id uuid, p_after jsonb default null) returns jsonb
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
          jsonb_build_array(jsonb_build_object('record', 'bom', 'file', v_bom.file, 'revision_of', v_bom.revision_of) || (bomstream.bom_summary(v_bom) - 'latest_run')) end;
      elsif v_stage = 'runs' then
        select coalesce(jsonb_agg(jsonb_build_object('record', 'run', 'bom_id', r.bom_id, 'user_id', r.user_id, 'priority', r.priority)
                 || bomstream.run_summary(r) order by r.run), '[]'), max(r.run)
          into v_piece, v_number
          from (select * from bomstream.enrichment_runs o
                where o.bom_id = v_bom.id and o.run > v_number order by o.run limit c_rows) r;
      else
        select coalesce(jsonb_agg(jsonb_build_object('record', 'line', 'bom_id', l.bom_id) || bomstream.line_details(l)
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

create or replace function public.bomstream_bom_line_change(p_user_id uuid, p_bom_id uuid, p_line_id uuid, p_changes jsonb) returns json
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_fields constant text[] := array['mpn', 'manufacturer', 'quantity', 'designators', 'description', 'do_not_place', 'value', 'footprint',
    'supplier_numbers', 'internal_number', 'substitution', 'note', 'alternates'];
  v_old bomstream.bom_lines;
  v_new bomstream.bom_lines;
  v_before jsonb;
  v_changed text[];
  v_asks_anew boolean;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_old := bomstream.lock_line(p_bom_id, p_line_id);
  v_before := to_jsonb(v_old) || bomstream.line_details(v_old);
  v_changed := array(select f from unnest(c_fields) f
                     where p_changes ? f and case when f = 'alternates' then
                       (select coalesce(jsonb_agg(a - 'orderable_key'), '[]') from jsonb_array_elements(p_changes -> f) a) else p_changes -> f end
                       is distinct from v_before -> f);
  if cardinality(v_changed) > 0 then
    v_new := jsonb_populate_record(v_old, p_changes);
    -- What was found belongs to what the line asked for.
    v_asks_anew := v_changed && array['mpn', 'manufacturer', 'do_not_place'];
    if v_asks_anew then
      v_new.status := case when v_new.do_not_place or v_new.orderable_key is null then 'skipped' else 'pending' end;
      if v_old.status = 'pending' and v_old.run_id is not null and v_new.status = 'skipped' and exists (
        select from bomstream.enrichment_runs r where r.id = v_old.run_id and r.status = 'paused') then
        perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
      end if;
    end if;
    update bomstream.bom_lines l
       set mpn = v_new.mpn, manufacturer = v_new.manufacturer, orderable_key = v_new.orderable_key, quantity = v_new.quantity,
           designators = v_new.designators, description = v_new.description, do_not_place = v_new.do_not_place, value = v_new.value,
           footprint = v_new.footprint, supplier_numbers = v_new.supplier_numbers, internal_number = v_new.internal_number,
           substitution = v_new.substitution, note = v_new.note, status = v_new.status,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity',
           result_run = case when v_asks_anew then null else l.result_run end,
           result_status = case when v_asks_anew then null else l.result_status end,
           component_id = case when v_asks_anew then null else l.component_id end,
           quality_score = case when v_asks_anew then null else l.quality_score end,
           source = case when v_asks_anew then null else l.source end,
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           review = case when v_asks_anew then 'none' else l.review end
     where l.id = p_line_id;
    if 'alternates' = any (v_changed) then
      perform bomstream.write_alternates(p_line_id, p_changes -> 'alternates');
    end if;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, action, before, after)
    select p_bom_id, p_line_id, p_user_id, 'edit', jsonb_object_agg(f, v_before -> f),
           jsonb_object_agg(f, case when f = 'alternates' then bomstream.line_details(v_old) -> f else p_changes -> f end)
    from unnest(v_changed) f;
  end if;
  return public.bomstream_bom_line_read(p_user_id, p_bom_id, p_line_id);
end $$;
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb) is
  'Changes what p_changes names of a line, orderable_key with mpn, and says in bom_changes who did it; answers as bomstream_bom_line_read. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_line bomstream.bom_lines;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    update bomstream.bom_lines l
       set review = case p_action when 'reject' then 'rejected' when 'reset' then 'none' else 'approved' end,
           -- A line that a reset makes something to buy again is for the next run.
           status = case
             when p_action = 'nothing_to_buy' then 'skipped'
             when p_action = 'reset' and l.status = 'skipped' and not l.do_not_place and l.orderable_key is not null
               then coalesce(l.result_status, 'pending')
             else l.status end
     where l.id = v_line_id;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, action) values (p_bom_id, v_line_id, p_user_id, p_action);
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x));
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text) is
  'What people decide of lines, all or none of at most 500: approve (right), keep_as_written (meant so, whatever was found), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided). Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text) to service_role;

create or replace function public.bomstream_bom_changes(p_user_id uuid, p_bom_id uuid, p_before bigint default null, p_limit integer default 100) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 100, 'changes');
  return (
    with page as (
      select c.*, row_number() over (order by c.id desc) as nth
      from (select * from bomstream.bom_changes o
            where o.bom_id = p_bom_id and (p_before is null or o.id < p_before)
            order by o.id desc limit p_limit + 1) c)
    select jsonb_build_object(
      'bom_id', p_bom_id,
      'changes', coalesce(jsonb_agg(jsonb_build_object(
        'line_id', p.line_id, 'user_id', p.user_id, 'action', p.action, 'before', p.before, 'after', p.after,
        'created_at', bomstream.iso(p.created_at)) order by p.id desc) filter (where p.nth <= p_limit), '[]'),
      'next', case when count(*) > p_limit then min(p.id) filter (where p.nth <= p_limit) end)
    from page p);
end $$;
comment on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) is
  'A page of what people did to lines of the BOM, the newest first. `next` is what to give as p_before for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_changes(uuid, uuid, bigint, integer) to service_role;

create or replace function public.bomstream_mapping_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  return (select coalesce(jsonb_agg(m.mapping order by m.confirmed_at desc), '[]')
          from bomstream.bom_mappings m where m.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_mapping_list(uuid, uuid) is
  'What people of the organization have confirmed of files, at most 200, the newest first: {headers, columns}. Needs editor.';
revoke all on function public.bomstream_mapping_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_mapping_list(uuid, uuid) to service_role;

create or replace function public.bomstream_bom_create(
  p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text, p_lines jsonb, p_idempotency_key text default null,
  p_file jsonb default null, p_again boolean default false, p_revision_of uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  c_mappings constant integer := 200;
  v_bom bomstream.boms;
  v_revision jsonb;
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);
  if p_revision_of is not null
     and (bomstream.require_bom(p_user_id, p_revision_of, 'editor')).organization_id <> p_organization_id then
    perform bomstream.refuse(422, 'other_organization', 'A revision belongs to the organization of the BOM that it revises. Import it there.');
  end if;
  if p_file is not null then
    -- Two people who import one file at once: the second waits here and then finds the first one's BOM.
    perform pg_advisory_xact_lock(hashtextextended(p_organization_id || (p_file ->> 'sha256'), 0));
    if not p_again then
      select * into v_bom from bomstream.boms b
      where b.organization_id = p_organization_id and b.file_sha256 = p_file ->> 'sha256'
        and b.file -> 'mapping' = p_file -> 'mapping'
        and b.project_id is not distinct from p_project_id and b.revision_of is not distinct from p_revision_of
      order by b.created_at desc limit 1;
      if found then
        return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', true, 'revision', null, 'publish', null);
      end if;
    end if;
  end if;

  -- Two at once with one key: the second waits here and then finds the first one's.
  insert into bomstream.boms (organization_id, project_id, name, line_count, created_by, idempotency_key, file, file_sha256, revision_of)
  values (p_organization_id, p_project_id, p_name, jsonb_array_length(p_lines), p_user_id, p_idempotency_key,
          p_file - array['sha256', 'headers_key', 'template'], p_file ->> 'sha256', p_revision_of)
  on conflict (created_by, organization_id, idempotency_key) where idempotency_key is not null do nothing
  returning * into v_bom;
  if v_bom.id is null then
    select * into v_bom from bomstream.boms b
    where b.created_by = p_user_id and b.organization_id = p_organization_id and b.idempotency_key = p_idempotency_key;
    -- as the first answer, which may have been lost
    return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', false, 'revision', null, 'publish', null);
  end if;

  with given as materialized (
    select x.* from jsonb_to_recordset(p_lines) as x(line_number integer, mpn text, manufacturer text, quantity numeric,
      designators text, description text, do_not_place boolean, orderable_key text, value text, footprint text,
      supplier_numbers jsonb, internal_number text, substitution text, note text, extra jsonb, source_row integer, alternates jsonb)
  ), stored as (
    insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, quantity, designators,
                                  description, do_not_place, orderable_key, value, footprint, supplier_numbers, internal_number,
                                  substitution, note, extra, source_row, status)
    select v_bom.id, v_bom.organization_id, x.line_number, x.mpn, x.manufacturer, x.quantity, x.designators,
           x.description, x.do_not_place, x.orderable_key, x.value, x.footprint, coalesce(x.supplier_numbers, '[]'), x.internal_number,
           x.substitution, x.note, coalesce(x.extra, '{}'), x.source_row,
           case when x.do_not_place or x.orderable_key is null then 'skipped' else 'pending' end
    from given x
    returning id, line_number
  )
  insert into bomstream.bom_line_parts (line_id, position, mpn, manufacturer, orderable_key)
  select s.id, 1 + a.position, a.part ->> 'mpn', a.part ->> 'manufacturer', a.part ->> 'orderable_key'
  from given x
  join stored s using (line_number)
  cross join lateral jsonb_array_elements(x.alternates) with ordinality a(part, position)
  where x.alternates <> '[]';

  if p_revision_of is not null then
    v_revision := bomstream.carry_over(p_revision_of, v_bom.id);
  end if;
  if p_file ? 'headers_key' then
    insert into bomstream.bom_mappings (organization_id, headers_key, mapping)
    values (p_organization_id, p_file ->> 'headers_key', p_file -> 'template')
    on conflict (organization_id, headers_key) do update set mapping = excluded.mapping, confirmed_at = now();
    delete from bomstream.bom_mappings m
    where m.organization_id = p_organization_id and m.headers_key in (
      select o.headers_key from bomstream.bom_mappings o where o.organization_id = p_organization_id
      order by o.confirmed_at desc offset c_mappings);
  end if;

  if (select o.auto_start from bomstream.organizations o where o.id = p_organization_id)
     and exists (select from bomstream.bom_lines l where l.bom_id = v_bom.id and l.status = 'pending') then
    perform bomstream.start_run(v_bom.id, p_user_id, 5, 'pending', 'auto', null);
  end if;
  return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'existing', false, 'revision', v_revision,
                            'publish', bomstream.unpublished_events(v_bom.id));
end $$;
comment on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) is
  'Stores a BOM with its 1 to 10,000 lines and their alternates, whole or not at all, and returns its summary; starts its first run where the organization has that set (auto_start). With a key that the user has given in this organization before, as long as that BOM is there, it returns that one as it is now and stores nothing. So it does, and says `existing`, where the organization has a BOM of the same file, mapping, project and revised BOM, unless p_again. p_file is {sha256, name, container, encoding, mapping, issues} and, where a person has confirmed the mapping, headers_key and template: what is remembered for files with these headers. A revision takes over notes and reviews of the BOM it revises, and says in `revision` how it differs. Lines that are not placed or have no part number are skipped from the start. Refuses as bomstream_bom_may_create does, and 422 other_organization. Needs editor.';
revoke all on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) to service_role;

create or replace function public.bomstream_bom_line_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
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
    select (bomstream.line_details(v_line) || jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', coalesce(v_offers, '[]')) end)))::json
    from (select 1) one left join bomstream.components c on c.id = v_line.component_id);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with all that is known of its component: every field with its sources, and at most ten offers, the organization''s own first and then the most in stock; an own offer takes the place of the shared one of the same supplier and supplier part number. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_control(p_user_id uuid, p_bom_id uuid, p_action text) returns jsonb
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
       set status = 'paused', enriching_since = null, waiting_for = null, waiting_until = null,
           enriching_seconds = r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0)
     where r.id = v_run.id;
    perform bomstream.emit_event(v_run.id, 'enrichment.paused');
  elsif p_action = 'resume' and v_run.status = 'paused' then
    -- A run paused before its first claim goes back to the queue.
    update bomstream.enrichment_runs r
       set status = case when r.started_at is null then 'queued' else 'enriching' end,
           enriching_since = case when r.started_at is not null then clock_timestamp() end
     where r.id = v_run.id;
    perform bomstream.note_wait(v_run.id, p_alone => false);
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

create or replace function public.bomstream_advance(p_worker_id uuid, p_run_id uuid, p_results jsonb, p_limit integer default 100, p_published jsonb default null)
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
    if v_claim is null then
      perform bomstream.note_wait(p_run_id);
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

create or replace function public.bomstream_supplier_grant(p_supplier text, p_calls integer, p_limits jsonb default null, p_organization_id uuid default null)
returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_minute constant interval := interval '1 minute';
  -- Longer than any call may take: a caller that has not reported by then has died.
  c_probe constant interval := interval '30 seconds';
  -- Most probes are over by then.
  c_ask_again constant interval := interval '2 seconds';
  -- How long calls are kept for who was told to ask again: its lines may have to wait for the next tick.
  c_kept constant interval := interval '30 seconds';
  v_now timestamptz;
  v_limit bomstream.supplier_limits;
  v_share bomstream.supplier_shares;
  v_day date;
  v_of_day integer;
  v_free integer;
  v_of_minute integer;
  v_granted integer;
  v_again timestamptz;
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
    update bomstream.supplier_limits s set day = v_day, used_today = 0 where s.supplier = p_supplier;
    delete from bomstream.supplier_shares s where s.supplier = p_supplier;
  end if;
  -- Both are in the order of time, and what is not known of the oldest calls is for whom they were.
  v_limit.recent := v_limit.recent[1 + (select count(*) from unnest(v_limit.recent) t where t <= v_now - c_minute):];
  v_limit.recent_of := v_limit.recent_of[greatest(1, cardinality(v_limit.recent_of) - cardinality(v_limit.recent) + 1):];

  if v_limit.blocked_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', v_limit.last_failure, 'wait_ms', bomstream.wait_ms(v_limit.blocked_until));
  elsif v_limit.probing_until > v_now then
    return jsonb_build_object('granted', 0, 'reason', 'probing',
      'wait_ms', bomstream.wait_ms(least(v_limit.probing_until, v_now + c_ask_again)));
  end if;

  -- Releases before 0.2.0 do not say for whom they ask: what they get is nobody's share.
  if p_organization_id is not null then
    insert into bomstream.supplier_shares (supplier, organization_id) values (p_supplier, p_organization_id) on conflict do nothing;
    select * into strict v_share from bomstream.supplier_shares s
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
  end if;
  v_of_day := bomstream.share_of_day(v_limit, v_share);
  v_free := v_limit.calls_per_minute - cardinality(v_limit.recent);
  v_of_minute := bomstream.share_of_minute(v_limit, v_share, v_free, v_now);
  v_granted := greatest(0, least(p_calls, v_of_day, v_of_minute));
  if v_of_day <= 0 then
    -- Nothing of the minute is to be kept for it.
    update bomstream.supplier_shares s set wants = 0 where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'day',
      'wait_ms', bomstream.wait_ms((v_day + 1)::timestamp at time zone v_limit.time_zone));
  elsif v_granted = 0 then
    v_again := case when v_free > 0 then v_now + c_ask_again
      else v_limit.recent[cardinality(v_limit.recent) - v_limit.calls_per_minute + 1] + c_minute end;
    update bomstream.supplier_shares s
       set wants = case when s.waits_until > v_now then s.wants else 0 end + p_calls,
           waits_since = case when s.waits_until > v_now then s.waits_since else v_now end,
           waits_until = v_again + c_kept
     where s.supplier = p_supplier and s.organization_id = p_organization_id;
    return jsonb_build_object('granted', 0, 'reason', 'minute', 'wait_ms', bomstream.wait_ms(v_again));
  end if;

  -- It was closed and its time is over: one call finds out whether it is back.
  if v_limit.blocked_until is not null then
    v_granted := 1;
    v_limit.probing_until := v_now + c_probe;
  end if;
  update bomstream.supplier_limits s
     set recent = v_limit.recent || array_fill(v_now, array[v_granted]),
         recent_of = v_limit.recent_of || array_fill(p_organization_id, array[v_granted]),
         used_today = v_limit.used_today + v_granted, probing_until = v_limit.probing_until
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s
     set used_today = s.used_today + v_granted, wants = greatest(0, s.wants - v_granted)
   where s.supplier = p_supplier and s.organization_id = p_organization_id;

  return jsonb_build_object('granted', v_granted, 'reason', null, 'wait_ms', null);
end $$;
comment on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) is
  'Asks for calls to a supplier before they are made. Returns {granted, wait_ms, reason}: at most p_calls, fewer where the limits, or the shares of other organizations in them, leave no more; none with the time to wait and why: minute, day, probing, unknown_supplier, or the failure that closed the supplier. After a closure one caller is granted one call, as a probe. p_limits, {per_minute, per_day, time_zone}, is what a supplier begins with that was never asked; later its row is what holds, which an operator may change.';
revoke all on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_grant(text, integer, jsonb, uuid) to service_role;

create or replace function public.bomstream_supplier_report(p_supplier text, p_report jsonb) returns jsonb
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
  v_unused constant integer := coalesce((p_report ->> 'unused')::integer, 0);
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
         used_today = greatest(0, s.used_today - v_unused)
   where s.supplier = p_supplier;
  update bomstream.supplier_shares s set used_today = greatest(0, s.used_today - v_unused)
   where s.supplier = p_supplier and s.organization_id = (p_report ->> 'organization_id')::uuid and v_unused > 0;

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
  'How calls to a supplier went: {unused, organization_id, failure, retry_after_ms, answers: [{orderable_key, answer}]}. `failure` is null, transient, over_quota or misconfigured; enough of them in a row close the supplier to all isolates, ever longer, and a time the supplier names itself wins. `unused` calls go back into the day, and into the share of the organization that they were granted to. Answers are kept for every later line and run; a null one says the supplier has no such part. Returns {answered_at, blocked_ms}: when these answers count as given, and how long the supplier is closed now.';
revoke all on function public.bomstream_supplier_report(text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_report(text, jsonb) to service_role;

create or replace function public.bomstream_supplier_forget(p_orderable_key text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_forgotten integer;
begin
  -- By the whole key of each supplier, of which there are few: the key of the table begins with the supplier.
  delete from bomstream.supplier_answers a using bomstream.supplier_limits s
   where a.supplier = s.supplier and a.orderable_key = p_orderable_key;
  get diagnostics v_forgotten = row_count;
  return to_jsonb(v_forgotten);
end $$;
comment on function public.bomstream_supplier_forget(text) is
  'Deletes what suppliers answered about a part number, given by its orderable key: the next line with it has them asked again. Returns how many answers there were.';
revoke all on function public.bomstream_supplier_forget(text) from public, anon, authenticated;
grant execute on function public.bomstream_supplier_forget(text) to service_role;

create or replace function public.bomstream_tick() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Enriching time a run may take; pauses and waits for a supplier's day do not count.
  c_deadline_seconds constant integer := 24 * 3600;
  -- The call gives up after 2 s; the rest is for pg_net to come to it when others have many calls before it.
  c_answer_within constant interval := interval '20 seconds';
  -- pg_net dates an answer by the transaction that took the call, which may have begun a moment before the call.
  c_dated_before constant interval := interval '1 second';
  -- Runs ended or told of at once. Those that are left come with the next tick.
  c_runs constant integer := 100;
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
    select r.id, r.bom_id, t.is_late from bomstream.enrichment_runs r
    cross join lateral (
      select r.enriching_seconds + extract(epoch from clock_timestamp() - r.enriching_since) > c_deadline_seconds as is_late) t
    cross join lateral bomstream.run_wait(r) w
    where r.status in ('queued', 'enriching')
      and (t.is_late or (w.reason, w.until) is distinct from (r.waiting_for, r.waiting_until))
    order by t.is_late desc nulls last, r.id limit c_runs
  loop
    -- A BOM that is being deleted, and a run whose row is locked, are left for the next tick: to wait for one while
    -- holding another is a deadlock with the deletion of an organization.
    continue when not exists (select from bomstream.boms b where b.id = v_run.bom_id for key share skip locked);
    perform from bomstream.enrichment_runs r
      where r.id = v_run.id and r.status in ('queued', 'enriching') for no key update skip locked;
    continue when not found;
    if v_run.is_late then
      perform bomstream.end_run(v_run.id, 'failed', 'not finished within 24 hours of enriching time');
    else
      perform bomstream.note_wait(v_run.id);
    end if;
  end loop;

  return jsonb_build_object('invoked', bomstream.request_runners('tick'));
end $$;
comment on function public.bomstream_tick() is
  'The safety net, called by cron: notes what became of earlier invocations, the unanswered ones included, ends runs past their deadline, says of runs what they wait for where no worker did, and calls runners where work waits and none is alive. With nothing to do it makes no call.';
revoke all on function public.bomstream_tick() from public, anon, authenticated;
grant execute on function public.bomstream_tick() to service_role;

create or replace function public.bomstream_health(p_call bigint default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_jobs constant text[] := array['bomstream-tick', 'bomstream-sweep'];
  -- BOMs whose newest event is told, of those at work and of those that ended last: keys in Redis are of these.
  c_heads constant integer := 50;
  -- What is counted is counted no further than this: the answer is for people, and costs the same however much there is.
  c_counted constant integer := 1000;
  v_now timestamptz := clock_timestamp();
  v_jobs jsonb := '[]'::jsonb;
  v_missing jsonb := '[]'::jsonb;
  v_url text;
  v_open_to jsonb := '[]'::jsonb;
  v_call jsonb;
begin
  -- An extension that is not there takes its schema along, and whatever names a table of it would fail.
  if to_regclass('cron.job') is not null then
    select jsonb_agg(jsonb_build_object('name', n.name, 'schedule', j.schedule, 'active', j.active, 'last', l.last) order by n.name desc)
      into v_jobs
    from unnest(c_jobs) as n(name) left join cron.job j on j.jobname = n.name
    left join lateral (
      select jsonb_build_object('at', bomstream.iso(d.start_time), 'status', d.status, 'message', d.return_message,
                                'age_seconds', extract(epoch from v_now - d.start_time)) as last
      from cron.job_run_details d where d.jobid = j.jobid and d.start_time is not null
      order by d.runid desc limit 1) l on true;
  end if;
  if to_regclass('vault.decrypted_secrets') is null then
    v_missing := jsonb_build_array('project_url', 'runner_key');
  else
    select coalesce(jsonb_agg(n.name), '[]') into v_missing
    from (values ('project_url'), ('runner_key')) as n(name)
    where not exists (select from vault.decrypted_secrets s where s.name = n.name);
    select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  end if;
  if to_regclass('net._http_response') is not null then
    select coalesce(jsonb_agg(r.name), '[]') into v_open_to from (values ('anon'), ('authenticated')) as r(name)
    where has_schema_privilege(r.name, 'net', 'usage')
      and has_table_privilege(r.name, 'net.http_request_queue', 'select');
    select jsonb_build_object('status_code', a.status_code, 'error', a.error_msg) into v_call
    from net._http_response a where a.id = p_call;
  end if;

  return jsonb_build_object(
    'version', public.bomstream_version() ->> 'version',
    -- Those that the functions of the project can call, with the names of their parameters.
    'functions', (select jsonb_object_agg(p.proname, coalesce(to_jsonb(p.proargnames), '[]'))
                  from pg_catalog.pg_proc p
                  where p.pronamespace = 'public'::regnamespace and p.proname like 'bomstream\_%'
                    and has_function_privilege('service_role', p.oid, 'execute')),
    'has_pg_cron', to_regclass('cron.job') is not null,
    'has_pg_net', to_regclass('net._http_response') is not null,
    'cron_jobs', v_jobs,
    'missing_secrets', v_missing,
    'project_url', v_url,
    'net_open_to', v_open_to,
    'call', v_call,
    -- The newest of the last hour of which it is known how it ended: another may have been made a moment ago.
    'last_invocation', (select jsonb_build_object('at', bomstream.iso(i.invoked_at), 'reason', i.reason, 'status_code', i.status_code,
                                                  'error', i.error)
                        from bomstream.invocations i where i.invoked_at > v_now - interval '1 hour'
                        order by i.answered_at is null, i.id desc limit 1),
    'invocations', (select count(*) from (select from bomstream.invocations i
                                          where i.invoked_at > v_now - interval '1 hour' limit c_counted) of_the_hour),
    'unanswered_invocations', (select count(*) from (select from bomstream.invocations i
                                                     where i.invoked_at > v_now - interval '1 hour' and i.status_code is null
                                                       and i.answered_at is not null limit c_counted) silent),
    'workers', (select count(*) from bomstream.workers w where w.live_until > v_now and w.stopped_at is null),
    'active_runs', (select count(*) from (select from bomstream.enrichment_runs r
                                          where r.status in ('queued', 'enriching', 'paused') limit c_counted) active),
    -- Seconds for which the run that waits longest has had events that Redis was not given.
    'unpublished_seconds', (select extract(epoch from v_now - min(w.last_update))
                            from (select r.last_update from bomstream.enrichment_runs r
                                  where r.published_seq < r.last_seq limit c_counted) w),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object(
                    'supplier', s.supplier, 'failures', s.failures, 'last_failure', s.last_failure,
                    'blocked_seconds', case when s.blocked_until > v_now then extract(epoch from s.blocked_until - v_now) end,
                    'used_this_minute', (select count(*) from unnest(s.recent) t where t > v_now - interval '1 minute'),
                    'calls_per_minute', s.calls_per_minute,
                    'used_today', case when s.day = (v_now at time zone s.time_zone)::date then s.used_today else 0 end,
                    'calls_per_day', s.calls_per_day) order by s.supplier), '[]')
                  from bomstream.supplier_limits s),
    'heads', (select coalesce(jsonb_agg(jsonb_build_object('bom_id', p.bom_id, 'event_id', p.run || '-' || p.seq)), '[]')
              from bomstream.enrichment_progress p
              where p.bom_id in (
                (select r.bom_id from bomstream.enrichment_runs r where r.status in ('queued', 'enriching', 'paused') limit c_heads)
                union
                (select r.bom_id from bomstream.enrichment_runs r where r.completed_at is not null and not r.events_swept
                 order by r.completed_at desc limit c_heads))));
end $$;
comment on function public.bomstream_health(bigint) is
  'What an operator asks first. Which functions can be called; whether pg_cron and pg_net are there, our cron jobs and how each last ended; which Vault secrets are missing; who can read the calls that pg_net is about to make (their headers hold a key); what became of the last invocation, how many the last hour had, and how many of those got no answer; for how long Redis has not been given events; how suppliers answer; the newest event of BOMs that ran lately. With the number that bomstream_invoke gave, also what became of that call. Holds no secret, and ids of all organizations'' BOMs.';
revoke all on function public.bomstream_health(bigint) from public, anon, authenticated;
grant execute on function public.bomstream_health(bigint) to service_role;

create or replace function public.bomstream_invoke() returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  return jsonb_build_object('call', bomstream.call_runner('doctor'));
end $$;
comment on function public.bomstream_invoke() is
  'Calls a runner once, by pg_net and with what Vault holds, as the tick does: for whoever wants to know whether that works. Returns {call}: the number by which bomstream_health tells what became of it, null where Vault lacks a secret. It is in no table and makes no later invocation wait.';
revoke all on function public.bomstream_invoke() from public, anon, authenticated;
grant execute on function public.bomstream_invoke() to service_role;

create or replace function public.bomstream_replay(p_cursors jsonb) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
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
      left join bomstream.organizations o
        on o.id = coalesce(p.organization_id, (select b.organization_id from bomstream.boms b where b.id = x.bom_id))
      cross join lateral (select case
        -- What an organization had goes in bites, and all of it is gone with the first.
        when o.id is null or o.deleted_at is not null then 'gone'
        when (p.run, p.seq) > (x.run, x.seq) then 'events'
        when (p.run, p.seq) < (x.run, x.seq) then 'ahead'
        when p.bom_id is null and x.run > 0 then 'ahead'
      end as news) s
      where s.news is not null) m);
end $$;
comment on function public.bomstream_replay(jsonb) is
  'For each {bom_id, run, seq, most} its news: `events`, those that follow, oldest first, at most 100, or where `most` is given no more than that and, but for the first, than 32 KiB of them; `ahead` when the cursor is above everything committed; `gone` when there is no such BOM, or its organization was deleted. BOMs that did not move are left out. Asks nobody''s rights: for the stream hub, whose clients were let in one by one.';
revoke all on function public.bomstream_replay(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_replay(jsonb) to service_role;

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false))), '[]')
  from bomstream.organizations o
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
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;
