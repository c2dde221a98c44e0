-- 0.3.0: knowing parts.

-- How a line's words led to its part, what else they may mean, and what people decided of them.
alter table bomstream.bom_lines
  add column value_asks boolean not null default false,
  add column match_step text check (match_step in ('exact', 'spelling', 'supplier_sku', 'packing', 'finish', 'series', 'parametric', 'similar')),
  add column candidate_count smallint not null default 0 check (candidate_count >= 0),
  add column contradictions jsonb not null default '[]' check (jsonb_typeof(contradictions) = 'array');
alter table bomstream.bom_changes
  drop constraint bom_changes_action_check,
  add check (action in ('edit', 'approve', 'choose', 'keep_as_written', 'nothing_to_buy', 'reject', 'reset'));

create table bomstream.line_candidates (
  line_id uuid not null references bomstream.bom_lines (id) on delete cascade,
  -- 1 is the likeliest.
  position smallint not null check (position between 1 and 20),
  step text not null check (step in ('exact', 'spelling', 'supplier_sku', 'packing', 'finish', 'series', 'parametric', 'similar')),
  confidence real not null check (confidence between 0 and 1),
  mpn text not null check (char_length(mpn) <= 120),
  manufacturer text not null check (char_length(manufacturer) <= 200),
  orderable_key text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  -- What speaks for it, and what was not compared.
  reason text not null,
  primary key (line_id, position)
);
comment on table bomstream.line_candidates is 'Parts that a line may have meant, by the run that settled it last. A person chooses one, or none.';
alter table bomstream.line_candidates enable row level security;
revoke all on bomstream.line_candidates from public, anon, authenticated, service_role;

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
  primary key (organization_id, asked),
  check ((mpn is null) = (orderable_key is null))
);
create index part_decisions_by_user on bomstream.part_decisions (decided_by) where decided_by is not null;
comment on table bomstream.part_decisions is 'What an organization decided once: these words mean this part. It is used again in each run of each of its BOMs.';
alter table bomstream.part_decisions enable row level security;
revoke all on bomstream.part_decisions from public, anon, authenticated, service_role;

-- Lists of an organization's own components: which list says so, and how many there are.
alter table bomstream.components
  add column source text check (char_length(source) between 1 and 200),
  add column observed_at timestamptz;
comment on column bomstream.components.source is 'The list that an organization took its own component from; null where somebody described it.';
comment on column bomstream.components.observed_at is 'When that list said so.';
alter table bomstream.organizations
  add column own_components integer not null default 0 check (own_components >= 0);
update bomstream.organizations o
   set own_components = c.own
  from (select k.organization_id, count(*) as own from bomstream.components k where k.organization_id is not null group by 1) c
 where c.organization_id = o.id;

-- Functions that are new or changed, each whole.
drop function public.bomstream_bom_review(uuid, uuid, uuid[], text);

create or replace function bomstream.require_bom(p_user_id uuid, p_bom_id uuid, p_role text) returns bomstream.boms
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
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

create or replace function bomstream.lock_organization(p_user_id uuid, p_organization_id uuid, p_role text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Asked before, so that nobody else can make an organization wait, and after, for the role may have ended meanwhile.
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
  perform from bomstream.organizations o where o.id = p_organization_id for no key update;
  perform bomstream.require_organization(p_user_id, p_organization_id, p_role);
end $$;
comment on function bomstream.lock_organization(uuid, uuid, text) is
  'Holds the organization for a change of what belongs to it and is counted: members, invitations, projects, own components, or of several of its BOMs. Refuses as require_organization does. Imports and runs do not wait for it; before bom in the order of locks.';
revoke all on function bomstream.lock_organization(uuid, uuid, text) from public, anon, authenticated;

create or replace function bomstream.component_summary(p_component bomstream.components) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'component_id', p_component.id, 'mpn', p_component.mpn, 'manufacturer', p_component.manufacturer,
    'fields', p_component.fields, 'quality_score', p_component.quality_score,
    'source', p_component.source, 'observed_at', bomstream.iso(p_component.observed_at),
    'created_at', bomstream.iso(p_component.created_at), 'updated_at', bomstream.iso(p_component.updated_at))
$$;
comment on function bomstream.component_summary(bomstream.components) is
  'A component of an organization''s own, as its answers and its export show it.';
revoke all on function bomstream.component_summary(bomstream.components) from public, anon, authenticated;

create or replace function bomstream.count_own_components(p_organization_id uuid, p_more integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Twice the list that imports are measured with; some 200 MB.
  c_most constant integer := 200000;
  v_count integer;
begin
  update bomstream.organizations o set own_components = greatest(o.own_components + p_more, 0)
   where o.id = p_organization_id
  returning o.own_components into v_count;
  if p_more > 0 and v_count > c_most then
    perform bomstream.refuse(409, 'too_many_components', format(
      'The organization keeps %s components of its own, and these are %s new ones: more than the %s that are possible. Delete some that are not needed.',
      v_count - p_more, p_more, c_most));
  end if;
end $$;
comment on function bomstream.count_own_components(uuid, integer) is
  'Notes that an organization has so many more components of its own, or fewer, and refuses what would be too many. The caller has locked the organization.';
revoke all on function bomstream.count_own_components(uuid, integer) from public, anon, authenticated;

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
    'substitution', l.substitution,
    'do_not_place', l.do_not_place,
    'review', l.review,
    'status', case when l.status = 'pending' and l.worker_id is not null and l.visible_at > clock_timestamp()
                   then 'enriching' else l.status end,
    'result', case when l.result_run is not null then json_build_object(
      'run', l.result_run,
      'status', l.result_status,
      'quality_score', l.quality_score,
      'source', l.source,
      'step', l.match_step,
      'candidates', nullif(l.candidate_count, 0),
      'contradictions', nullif(l.contradictions, '[]'),
      'remarks', l.remarks,
      'component', p_component) end);
end $$;
comment on function bomstream.line_json(bomstream.bom_lines, json) is
  'A line as every answer shows it, with its component as the caller describes it. `enriching` is derived from a live lease.';
revoke all on function bomstream.line_json(bomstream.bom_lines, json) from public, anon, authenticated;

create or replace function bomstream.asked_key(p_orderable_key text, p_manufacturer text, p_value text, p_footprint text) returns text
language sql immutable set search_path = '' as $$
  select case when p_orderable_key is not null
              then p_orderable_key || chr(31) || upper(btrim(coalesce(p_manufacturer, '')))
              else chr(31) || upper(btrim(coalesce(p_value, ''))) || chr(31) || upper(btrim(coalesce(p_footprint, ''))) end
$$;
comment on function bomstream.asked_key(text, text, text, text) is
  'The words of a line by which a decision about its part is found again: its number and manufacturer, or else its value and footprint.';
revoke all on function bomstream.asked_key(text, text, text, text) from public, anon, authenticated;

create or replace function bomstream.line_details(l bomstream.bom_lines) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'alternates', (select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position), '[]')
                   from bomstream.bom_line_parts a where a.line_id = l.id),
    'candidates', (select coalesce(jsonb_agg(jsonb_build_object(
                     'step', k.step, 'confidence', k.confidence, 'mpn', k.mpn, 'manufacturer', k.manufacturer, 'fields', k.fields,
                     'reason', k.reason) order by k.position), '[]')
                   from bomstream.line_candidates k where k.line_id = l.id),
    'decided', (select jsonb_build_object('mpn', d.mpn, 'manufacturer', d.manufacturer, 'decided_at', bomstream.iso(d.decided_at))
                from bomstream.part_decisions d
                where d.organization_id = l.organization_id
                  and d.asked = bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint)),
    'supplier_numbers', l.supplier_numbers,
    'internal_number', l.internal_number,
    'note', l.note,
    'extra', l.extra,
    'source_row', l.source_row);
end $$;
comment on function bomstream.line_details(bomstream.bom_lines) is
  'What a line says besides what every list shows of it: alternates [{mpn, manufacturer}] in their order, candidates for a person to choose from, what the organization decided of such words, distributors'' and own numbers, note, other columns, and where it stood in its file.';
revoke all on function bomstream.line_details(bomstream.bom_lines) from public, anon, authenticated;

create or replace function bomstream.component_offers(p_component_id uuid, p_organization_id uuid) returns json
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(json_agg(o), '[]')
    from (select known.*
          from (select distinct on (a.supplier, a.supplier_part_number)
                       a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock,
                       a.min_quantity, a.multiple, a.lead_time_days, a.price_breaks, a.url,
                       bomstream.iso(a.fetched_at) as fetched_at
                from bomstream.supplier_offers a
                where a.component_id = p_component_id
                  and (a.organization_id is null or a.organization_id = p_organization_id)
                -- of two with one number the organization's own is kept
                order by a.supplier, a.supplier_part_number, a.organization_id nulls last) known
          order by known.own desc, known.stock desc nulls last, known.supplier, known.supplier_part_number
          -- A part has a few packings at each of a few suppliers.
          limit 10) o);
end $$;
comment on function bomstream.component_offers(uuid, uuid) is
  'At most ten offers of a component, the organization''s own first and then the most in stock; an own offer takes the place of the shared one of the same supplier and supplier part number.';
revoke all on function bomstream.component_offers(uuid, uuid) from public, anon, authenticated;

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
    returning l.id, l.line_number, l.mpn, l.manufacturer, l.quantity, l.fence, l.attempts, l.orderable_key, l.value, l.footprint,
      l.description, left(l.designators, 40) as designators, l.supplier_numbers, l.substitution,
      -- A column of ratings is short; what is not says nothing that is compared.
      case when pg_column_size(l.extra) < 4096 then l.extra end as extra)
  select json_agg(json_build_object(
           'line_id', t.id, 'line_number', t.line_number, 'mpn', t.mpn, 'manufacturer', t.manufacturer, 'quantity', t.quantity,
           'fence', t.fence, 'attempts', t.attempts, 'value', t.value, 'footprint', t.footprint, 'description', t.description,
           'designators', t.designators, 'supplier_numbers', t.supplier_numbers, 'substitution', t.substitution, 'extra', t.extra,
           'alternates', (select json_agg(json_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position)
                          from bomstream.bom_line_parts a where a.line_id = t.id),
           'decided', case when d.asked is not null then json_build_object('mpn', d.mpn, 'manufacturer', d.manufacturer) end)
         order by t.line_number)
    into v_lines
    from taken t
    -- one by one, each by its key
    left join lateral (
      select p.asked, p.mpn, p.manufacturer from bomstream.part_decisions p
      where p.organization_id = v_run.organization_id
        and p.asked = bomstream.asked_key(t.orderable_key, t.manufacturer, t.value, t.footprint) limit 1) d on true;
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
           quality_score = x.quality_score, source = x.source, match_step = x.step,
           candidate_count = coalesce(jsonb_array_length(x.candidates), 0), contradictions = coalesce(x.contradictions, '[]'),
           remarks = coalesce(x.remarks, case when x.status = 'retry' then jsonb_build_array(jsonb_build_object(
             'code', 'gave_up', 'detail', format('Given up after %s attempts.', v_max_attempts))) else '[]' end),
           settled_at = clock_timestamp(), worker_id = null,
           changed_run = v_run.run, changed_seq = v_run.last_seq + 1
      from jsonb_to_recordset(p_results)
        as x(line_id uuid, status text, quality_score smallint, source text, remarks jsonb, component jsonb, own_component_id uuid, uses_attempt boolean,
             step text, candidates jsonb, contradictions jsonb, unit_price numeric, currency text, stock integer, lifecycle text)
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
    perform bomstream.write_candidates(p_results, v_settled);
    perform bomstream.write_offers(p_results, v_settled);
    perform bomstream.settle_batch(p_run_id, v_settled, jsonb_array_length(p_results));
  end if;
  return jsonb_build_object(
    'accepted', cardinality(v_accepted),
    'refused', jsonb_array_length(p_results) - cardinality(v_accepted),
    'run_status', (select r.status from bomstream.enrichment_runs r where r.id = p_run_id));
end $$;
comment on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) is
  'Notes what was published and writes a batch: line results, components, counters, the event, and the terminal event after the last line. Refuses every line whose fence moved on; repeating it changes nothing. A result is {line_id, fence, status: enriched | not_found | failed | retry, quality_score?, source?, step?, remarks?, candidates?, contradictions?, component?, own_component_id?, offers?, unit_price?, currency?, stock?, lifecycle?, retry_after_ms?, uses_attempt?, waits_for?}. own_component_id links the line to a component of its own organization, which is never written; offers go to bomstream.write_offers; price, stock and lifecycle are kept as what this run found of the line. `retry` leaves the line pending for later, with a backoff where no time is given; a line that used up its attempts is failed instead, unless it only waited (uses_attempt false); waits_for says what for: supplier_minute, supplier_day or supplier_away.';
revoke all on function bomstream.commit_results(uuid, uuid, jsonb, jsonb) from public, anon, authenticated;

create or replace function bomstream.write_candidates(p_results jsonb, p_line_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  delete from bomstream.line_candidates k where k.line_id = any (p_line_ids);
  insert into bomstream.line_candidates (line_id, position, step, confidence, mpn, manufacturer, orderable_key, fields, reason)
  select x.line_id, c.position, k.step, k.confidence, k.mpn, k.manufacturer, k.orderable_key, k.fields, k.reason
  from jsonb_to_recordset(p_results) as x(line_id uuid, candidates jsonb)
  cross join lateral jsonb_array_elements(x.candidates) with ordinality c(candidate, position)
  cross join lateral jsonb_to_record(c.candidate)
    as k(step text, confidence real, mpn text, manufacturer text, orderable_key text, fields jsonb, reason text)
  where x.line_id = any (p_line_ids) and jsonb_typeof(x.candidates) = 'array';
end $$;
comment on function bomstream.write_candidates(jsonb, uuid[]) is
  'Puts the candidates that come with the results of the given lines, `candidates: [{step, confidence, mpn, manufacturer, orderable_key, fields, reason}]`, in place of those that the lines have. Called by the commit, which has locked and written the lines.';
revoke all on function bomstream.write_candidates(jsonb, uuid[]) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.3.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_component_write(p_user_id uuid, p_organization_id uuid, p_component jsonb, p_component_id uuid default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_component bomstream.components;
begin
  if p_component_id is null then
    -- Functions of 0.2 create one so.
    perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
    perform bomstream.count_own_components(p_organization_id, 1);
    insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
    select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score
    from jsonb_to_record(p_component)
      as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
    returning * into v_component;
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
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
       set mpn = k.mpn, fields = k.fields, quality_score = k.quality_score,
           -- said by a person now, and by no list
           source = null, observed_at = null, updated_at = clock_timestamp()
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

create or replace function public.bomstream_components_write(
  p_user_id uuid, p_organization_id uuid, p_components jsonb, p_source text default null, p_observed_at timestamptz default null)
returns jsonb language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_count constant integer := jsonb_array_length(p_components);
  v_created integer;
  v_written integer;
begin
  perform bomstream.require_at_most(v_count, 500, 'components');
  -- Held to the end: what is counted as new stays new, and two lists of one organization never wait for each other's rows.
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');

  select count(*) filter (where known.id is null) into v_created
  from jsonb_to_recordset(p_components) as k(orderable_key text, manufacturer text)
  -- one by one, each by its key
  left join lateral (
    select c.id from bomstream.components c
    where c.organization_id = p_organization_id and c.orderable_key = k.orderable_key and c.manufacturer = k.manufacturer
    limit 1) known on true;
  if v_created > 0 then
    perform bomstream.count_own_components(p_organization_id, v_created);
  end if;

  insert into bomstream.components as c
    (organization_id, orderable_key, manufacturer, mpn, fields, quality_score, source, observed_at)
  select p_organization_id, k.orderable_key, k.manufacturer, k.mpn, k.fields, k.quality_score, p_source, p_observed_at
  from jsonb_to_recordset(p_components)
    as k(orderable_key text, manufacturer text, mpn text, fields jsonb, quality_score smallint)
  -- one order for all, as in commit_results
  order by k.orderable_key, k.manufacturer
  on conflict (organization_id, orderable_key, manufacturer) do update
    set mpn = excluded.mpn, fields = excluded.fields, quality_score = excluded.quality_score,
        source = excluded.source, observed_at = excluded.observed_at, updated_at = clock_timestamp()
    where (c.mpn, c.fields, c.quality_score, c.source, c.observed_at)
      is distinct from (excluded.mpn, excluded.fields, excluded.quality_score, excluded.source, excluded.observed_at);
  get diagnostics v_written = row_count;

  return jsonb_build_object(
    'created', v_created, 'updated', v_written - v_created, 'unchanged', v_count - v_written,
    'component_ids', (
      select coalesce(jsonb_agg(c.id order by k.place), '[]')
      from rows from (jsonb_to_recordset(p_components) as (orderable_key text, manufacturer text))
        with ordinality as k(orderable_key, manufacturer, place)
      cross join lateral (
        select o.id from bomstream.components o
        where o.organization_id = p_organization_id and o.orderable_key = k.orderable_key and o.manufacturer = k.manufacturer
        limit 1) c));
end $$;
comment on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) is
  'Stores at most 500 components that are the organization''s own, no two of one part: new ones, and those that it has as they are described now. p_source and p_observed_at say which list says so, and as of when. Returns how many were new, changed and the same, and the ids in the order given. Lines that have one show it as it now is. Needs editor.';
revoke all on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) from public, anon, authenticated;
grant execute on function public.bomstream_components_write(uuid, uuid, jsonb, text, timestamptz) to service_role;

create or replace function public.bomstream_component_delete(p_user_id uuid, p_organization_id uuid, p_component_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  delete from bomstream.components c where c.id = p_component_id and c.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
  end if;
  perform bomstream.count_own_components(p_organization_id, -1);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_component_delete(uuid, uuid, uuid) is
  'Deletes a component that is the organization''s own. Lines that had it show none until their next run. Needs editor.';
revoke all on function public.bomstream_component_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_delete(uuid, uuid, uuid) to service_role;

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
    v_asks_anew := v_changed && array['mpn', 'manufacturer', 'do_not_place']
                   -- the words of a line without a number are what it asks for
                   or (v_new.orderable_key is null and v_changed && array['value', 'footprint', 'description']);
    if v_asks_anew then
      v_new.status := case when v_new.do_not_place or (v_new.orderable_key is null and not v_new.value_asks) then 'skipped' else 'pending' end;
      if v_old.status = 'pending' and v_old.run_id is not null and v_new.status = 'skipped' and exists (
        select from bomstream.enrichment_runs r where r.id = v_old.run_id and r.status = 'paused') then
        perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
      end if;
    end if;
    update bomstream.bom_lines l
       set mpn = v_new.mpn, manufacturer = v_new.manufacturer, orderable_key = v_new.orderable_key, quantity = v_new.quantity,
           designators = v_new.designators, description = v_new.description, do_not_place = v_new.do_not_place, value = v_new.value, value_asks = v_new.value_asks,
           footprint = v_new.footprint, supplier_numbers = v_new.supplier_numbers, internal_number = v_new.internal_number,
           substitution = v_new.substitution, note = v_new.note, status = v_new.status,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity',
           result_run = case when v_asks_anew then null else l.result_run end,
           result_status = case when v_asks_anew then null else l.result_status end,
           component_id = case when v_asks_anew then null else l.component_id end,
           quality_score = case when v_asks_anew then null else l.quality_score end,
           source = case when v_asks_anew then null else l.source end,
           match_step = case when v_asks_anew then null else l.match_step end,
           candidate_count = case when v_asks_anew then 0 else l.candidate_count end,
           -- Made of words that have changed.
           contradictions = '[]',
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           review = case when v_asks_anew then 'none' else l.review end
     where l.id = p_line_id;
    if v_asks_anew then
      delete from bomstream.line_candidates k where k.line_id = p_line_id;
    end if;
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
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value, and says in bom_changes who did it; answers as bomstream_bom_line_read. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text, p_choice jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_line bomstream.bom_lines;
  v_asked text;
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
           -- A line that a reset makes something to buy again is for the next run, and so is one whose part was chosen.
           status = case
             when p_action = 'nothing_to_buy' then 'skipped'
             when p_action = 'choose' and not l.do_not_place then 'pending'
             when p_action = 'reset' and l.status = 'skipped' and not l.do_not_place and (l.orderable_key is not null or l.value_asks)
               then coalesce(l.result_status, 'pending')
             else l.status end,
           -- A worker that still holds it asks for what was not decided yet.
           fence = l.fence + (p_action = 'choose')::integer,
           worker_id = case when p_action = 'choose' then null else l.worker_id end,
           visible_at = case when p_action = 'choose' then '-infinity' else l.visible_at end
     where l.id = v_line_id;
    v_asked := bomstream.asked_key(v_line.orderable_key, v_line.manufacturer, v_line.value, v_line.footprint);
    if p_action in ('choose', 'keep_as_written') then
      insert into bomstream.part_decisions as d (organization_id, asked, mpn, manufacturer, orderable_key, decided_by)
      values (v_line.organization_id, v_asked, p_choice ->> 'mpn', p_choice ->> 'manufacturer', p_choice ->> 'orderable_key', p_user_id)
      on conflict (organization_id, asked) do update
        set mpn = excluded.mpn, manufacturer = excluded.manufacturer, orderable_key = excluded.orderable_key,
            decided_by = excluded.decided_by, decided_at = clock_timestamp();
    elsif p_action = 'reset' then
      delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_asked;
    end if;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, action, after)
    values (p_bom_id, v_line_id, p_user_id, p_action, p_choice - 'orderable_key');
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x));
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the next run looks that up), keep_as_written (meant so, whatever was found), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) to service_role;

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
      supplier_numbers jsonb, internal_number text, substitution text, note text, extra jsonb, source_row integer, alternates jsonb,
      value_asks boolean)
  ), stored as (
    insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, quantity, designators,
                                  description, do_not_place, orderable_key, value, footprint, supplier_numbers, internal_number,
                                  substitution, note, extra, source_row, value_asks, status)
    select v_bom.id, v_bom.organization_id, x.line_number, x.mpn, x.manufacturer, x.quantity, x.designators,
           x.description, x.do_not_place, x.orderable_key, x.value, x.footprint, coalesce(x.supplier_numbers, '[]'), x.internal_number,
           x.substitution, x.note, coalesce(x.extra, '{}'), x.source_row, coalesce(x.value_asks, false),
           case when x.do_not_place or (x.orderable_key is null and not coalesce(x.value_asks, false)) then 'skipped' else 'pending' end
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
  'Stores a BOM with its 1 to 10,000 lines and their alternates, whole or not at all, and returns its summary; starts its first run where the organization has that set (auto_start). With a key that the user has given in this organization before, as long as that BOM is there, it returns that one as it is now and stores nothing. So it does, and says `existing`, where the organization has a BOM of the same file, mapping, project and revised BOM, unless p_again. p_file is {sha256, name, container, encoding, mapping, issues} and, where a person has confirmed the mapping, headers_key and template: what is remembered for files with these headers. A revision takes over notes and reviews of the BOM it revises, and says in `revision` how it differs. Lines that are not placed are skipped from the start, and so are those without a part number whose value does not say alone what is wanted (value_asks). Refuses as bomstream_bom_may_create does, and 422 other_organization. Needs editor.';
revoke all on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text, jsonb, boolean, uuid) to service_role;

create or replace function public.bomstream_bom_lines_read(
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
      'lines', coalesce(json_agg(json_strip_nulls(bomstream.line_json(l, short.component)) order by l.line_number), '[]'),
      'next', case when cardinality(v_ids) > p_limit then max(l.line_number) end)
    from bomstream.bom_lines l
    left join bomstream.components c on c.id = l.component_id
    left join lateral (
      select json_build_object(
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
                                and jsonb_path_exists(f.value, '$.conflicts[*].source ? (@ like_regex "-sandbox$")'))) then true end) as component
      from jsonb_each(c.fields) f) short on c.id is not null
    where l.id = any (v_ids[:p_limit]));
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) is
  'A page of the BOM''s lines in their order, at most 500 behind the number p_after, and the newest event''s id, from one snapshot; with a since id only the lines changed by later events. `next` is what to give as p_after for the next page, null on the last one. What a line has not is left out. A component comes in short, without offers and sources: the `facts` named by p_facts, each a text or [number, unit]; `description` where no field is a number with a unit; `disputed`, what other sources say of a fact instead; `sandbox`, that a supplier''s sandbox made up some of it. The last three are there only where there is something to say. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, text[], integer, integer, integer, integer) to service_role;

create or replace function public.bomstream_bom_line_read(p_user_id uuid, p_bom_id uuid, p_line_id uuid) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_line bomstream.bom_lines;
begin
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  return (
    select (bomstream.line_details(v_line) || jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'settled_at', bomstream.iso(v_line.settled_at),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', bomstream.component_offers(c.id, v_bom.organization_id)) end)))::json
    from (select 1) one left join bomstream.components c on c.id = v_line.component_id);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with all that is known of its component: every field with its sources, and at most ten offers, the organization''s own first and then the most in stock; an own offer takes the place of the shared one of the same supplier and supplier part number. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_export(
  p_user_id uuid, p_bom_id uuid, p_after integer default 0, p_limit integer default 500
) returns json
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  v_last integer := (
    select max(number) from (select l.line_number as number from bomstream.bom_lines l
                             where l.bom_id = p_bom_id and l.line_number > p_after
                             order by l.line_number limit p_limit) page);
begin
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'name', v_bom.name,
      'exported_at', bomstream.iso(clock_timestamp()),
      -- How its columns stood in the file, and what was said of it: once is enough.
      'file', case when p_after = 0 then v_bom.file end,
      'lines', coalesce(json_agg(
        (bomstream.line_details(l) || jsonb_build_object(
          'line', bomstream.line_json(l, case when c.id is not null then json_build_object(
            'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
            'fields', c.fields, 'offers', bomstream.component_offers(c.id, v_bom.organization_id)) end)))::json
        order by l.line_number), '[]'),
      'next', case when exists (select from bomstream.bom_lines m where m.bom_id = p_bom_id and m.line_number > v_last)
                   then v_last end)
    from bomstream.bom_lines l
    left join bomstream.components c on c.id = l.component_id
    where l.bom_id = p_bom_id and l.line_number > p_after and l.line_number <= v_last);
end $$;
comment on function public.bomstream_bom_export(uuid, uuid, integer, integer) is
  'A page of the BOM''s lines behind the number p_after with all that is known of each, its columns as the file had them (`file`, with the first page) and the newest event''s id, from one snapshot. `next` is what to give as p_after for the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_export(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_export(uuid, uuid, integer, integer) to service_role;

create or replace function public.bomstream_bom_change(p_user_id uuid, p_bom_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
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
