-- 0.7.0.

-- When a member last got another role, or left. Streams ask then what their viewers may, instead of half a minute later.
alter table bomstream.organizations add column members_changed_at timestamptz;
-- It asks for the description, too.
drop function bomstream.asked_key(text, text, text, text, jsonb);
-- A deletion that works for long is told from when it is done.
alter table bomstream.deleted_boms alter column deleted_at set default clock_timestamp();

create or replace function bomstream.asked_key(p_orderable_key text, p_manufacturer text, p_value text, p_footprint text, p_supplier_numbers jsonb, p_description text default null) returns text
language sql immutable set search_path = '' as $$
  select case when p_orderable_key is not null
              then p_orderable_key || chr(31) || upper(btrim(coalesce(p_manufacturer, '')))
              -- What a distributor numbers is one part, and `LED` in 0603 may be several.
              when p_supplier_numbers -> 0 ->> 'number' is not null
              then chr(31) || chr(31) || upper(btrim(p_supplier_numbers -> 0 ->> 'number'))
              -- Of a line that only describes its part no other words say which; short, because a description may be long.
              when btrim(coalesce(p_value, '')) = '' and btrim(p_description) <> ''
              then chr(31) || chr(31) || chr(31) || md5(upper(btrim(p_description))) || chr(31) || upper(btrim(coalesce(p_footprint, '')))
              else chr(31) || upper(btrim(coalesce(p_value, ''))) || chr(31) || upper(btrim(coalesce(p_footprint, ''))) end
$$;
comment on function bomstream.asked_key(text, text, text, text, jsonb, text) is
  'The words of a line by which a decision about its part is found again: its number and manufacturer, or else its first distributor''s number, or else its value, or where it has none its description, and footprint.';
revoke all on function bomstream.asked_key(text, text, text, text, jsonb, text) from public, anon, authenticated;

create or replace function bomstream.asks_for_part(p_orderable_key text, p_value_asks boolean, p_supplier_numbers jsonb) returns boolean
language sql immutable set search_path = '' as $$
  select p_orderable_key is not null or coalesce(p_value_asks, false) or coalesce(p_supplier_numbers, '[]') <> '[]'
$$;
comment on function bomstream.asks_for_part(text, boolean, jsonb) is
  'Whether a line that is placed has something to look up: a part number, words that ask for a part (its value, or where it has none its description), or a distributor''s number. Any other is skipped.';
revoke all on function bomstream.asks_for_part(text, boolean, jsonb) from public, anon, authenticated;

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
                  -- Of a released BOM not what was decided since.
                  and d.decided_at <= coalesce((select b.released_at from bomstream.boms b where b.id = l.bom_id), 'infinity')
                  and d.asked = bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers, l.description)),
    'supplier_numbers', l.supplier_numbers,
    'internal_number', l.internal_number,
    'note', l.note,
    'extra', l.extra,
    'source_row', l.source_row);
end $$;
comment on function bomstream.line_details(bomstream.bom_lines) is
  'What a line says besides what every list shows of it: alternates [{mpn, manufacturer}] in their order, candidates for a person to choose from, what the organization decided of such words, distributors'' and own numbers, note, other columns, and where it stood in its file.';
revoke all on function bomstream.line_details(bomstream.bom_lines) from public, anon, authenticated;

create or replace function bomstream.carry_over(p_old_bom_id uuid, p_new_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_pairs integer;
  v_same integer;
begin
  with pairs as materialized (
    select o as old, n.id as new_id,
           -- What was decided was decided of all that the line says of its part.
           s.is_same_part
             and (upper(btrim(n.description)), n.supplier_numbers) is not distinct from (upper(btrim(o.description)), o.supplier_numbers)
             and array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = n.id order by a.position)
               = array(select row(a.orderable_key, upper(a.manufacturer))::text from bomstream.bom_line_parts a where a.line_id = o.id order by a.position)
             as says_same,
           s.is_same_part and (n.quantity, upper(regexp_replace(n.designators, '[\s,;]+', ' ', 'g')))
             is not distinct from (o.quantity, upper(regexp_replace(o.designators, '[\s,;]+', ' ', 'g'))) as is_same
    from bomstream.pair_lines(p_old_bom_id, p_new_bom_id) p
    join bomstream.bom_lines o on o.id = p.old_id join bomstream.bom_lines n on n.id = p.new_id
    cross join lateral (
      select (bomstream.asked_key(n.orderable_key, n.manufacturer, n.value, n.footprint, n.supplier_numbers, n.description), upper(btrim(n.manufacturer)),
              upper(btrim(n.value)), upper(btrim(n.footprint)), n.do_not_place)
        is not distinct from
             (bomstream.asked_key(o.orderable_key, o.manufacturer, o.value, o.footprint, o.supplier_numbers, o.description), upper(btrim(o.manufacturer)),
              upper(btrim(o.value)), upper(btrim(o.footprint)), o.do_not_place) as is_same_part) s
  ), carried as (
    update bomstream.bom_lines n
       set note = coalesce(n.note, (p.old).note),
           review = case when p.says_same then (p.old).review when (p.old).review = 'none' then 'none' else 'needed' end,
           -- Somebody decided that there is nothing to buy: a line that was never to be looked up is skipped by its own words, or not.
           status = case when p.says_same and (p.old).status = 'skipped' and (p.old).review = 'approved' and not (p.old).do_not_place
                           and bomstream.asks_for_part((p.old).orderable_key, (p.old).value_asks, (p.old).supplier_numbers)
                         then 'skipped' else n.status end
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
  'Takes notes and reviews of a BOM over to the lines of its revision, and counts how these differ. A review of a line that now says something else of its part becomes one that is needed again.';
revoke all on function bomstream.carry_over(uuid, uuid) from public, anon, authenticated;

create or replace function bomstream.review_state(p_line_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select jsonb_build_object(
      'asked', a.asked,
      'state', bomstream.line_state(l),
      'review', l.review,
      'decision', (select to_jsonb(d) from bomstream.part_decisions d where d.organization_id = l.organization_id and d.asked = a.asked),
      'found', jsonb_build_object(
        'status', l.status, 'result_run', l.result_run, 'result_status', l.result_status, 'component_id', l.component_id,
        'quality_score', l.quality_score, 'source', l.source, 'match_step', l.match_step, 'contradictions', l.contradictions,
        'remarks', l.remarks, 'settled_at', l.settled_at, 'candidate_count', l.candidate_count))
    from bomstream.bom_lines l
    cross join lateral (
      select bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers, l.description) as asked) a
    where l.id = p_line_id);
end $$;
comment on function bomstream.review_state(uuid) is
  'All of a line that a review changes, and what an edit changes besides its words: {asked, state, review, decision, found}, with the decision that the organization remembers for its words.';
revoke all on function bomstream.review_state(uuid) from public, anon, authenticated;

create or replace function bomstream.claim_lines(p_worker_id uuid, p_run_id uuid, p_limit integer, p_waits boolean, p_suppliers text[] default null) returns json
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
  v_has_spent boolean;
  v_spent integer := 0;
  v_steps integer;
  v_lines json;
  v_asked jsonb;
  v_has_decisions boolean;
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

  v_has_spent := bomstream.has_spent_lines(p_run_id);
  -- To fail them may end the run, and with it the organization's turn: another end of a run may hold that one.
  if v_has_spent and not p_waits then
    return null;
  end if;

  -- The run's lock is needed only to write an event: at the first claim, at the end of a wait, or to fail lines that keep
  -- killing workers.
  if v_has_spent or v_run.status = 'queued' or v_run.waiting_for is not null then
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
    if v_has_spent and v_run.status = 'enriching' then
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

  -- Most organizations have decided nothing yet: the words that decisions are found by need not be put together.
  v_has_decisions := exists (select from bomstream.part_decisions p where p.organization_id = v_run.organization_id);
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
           'fence', t.fence, 'attempts', t.attempts, 'is_last_attempt', t.attempts >= v_max_attempts, 'value', t.value, 'footprint', t.footprint, 'description', t.description,
           'designators', t.designators, 'supplier_numbers', t.supplier_numbers, 'substitution', t.substitution, 'extra', t.extra,
           'alternates', (select json_agg(json_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer) order by a.position)
                          from bomstream.bom_line_parts a where a.line_id = t.id),
           'decided', case when d.asked is not null then json_build_object('mpn', d.mpn, 'manufacturer', d.manufacturer) end)
         order by t.line_number),
         jsonb_agg(jsonb_build_object('line_id', t.id, 'orderable_key', t.orderable_key))
           filter (where p_suppliers is not null and t.orderable_key is not null)
    into v_lines, v_asked
    from taken t
    -- one by one, each by its key
    left join lateral (
      select p.asked, p.mpn, p.manufacturer from bomstream.part_decisions p
      where v_has_decisions and p.organization_id = v_run.organization_id
        and p.asked = bomstream.asked_key(t.orderable_key, t.manufacturer, t.value, t.footprint, t.supplier_numbers, t.description) limit 1) d on true;
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
    'lines', coalesce(v_lines, '[]'),
    'known', case when v_asked is not null then
      bomstream.known_ahead(p_suppliers, v_asked) || jsonb_build_object('asked', v_asked) end);
end $$;
comment on function bomstream.claim_lines(uuid, uuid, integer, boolean, text[]) is
  'Leases at most p_limit lines of the run to a worker and raises each line''s fence; null when there is nothing to take. Lines whose worker was lost before are taken apart from others, in ever smaller groups and at last alone. p_waits says whether to wait for the run''s lock where an event is to be written, and to fail lines whose attempts are used up: only who holds no other run''s lock may. Where suppliers are named, `known` is what bomstream.known_ahead has of the lines by the numbers in them, which it lists as `asked`.';
revoke all on function bomstream.claim_lines(uuid, uuid, integer, boolean, text[]) from public, anon, authenticated;

create or replace function bomstream.start_run(p_bom_id uuid, p_user_id uuid, p_priority integer, p_mode text, p_source text, p_idempotency_key text)
returns bomstream.enrichment_runs language plpgsql security definer set search_path = '' as $$
declare
  -- What earlier runs found is kept of so many, this one included.
  c_kept constant integer := 10;
  v_bom bomstream.boms;
  v_run bomstream.enrichment_runs;
  -- For so long stock is as good as new, the fact that grows old first (FRESH_SECONDS of shared/enrich/ask.ts has all kinds).
  c_fresh constant interval := interval '12 hours';
  v_active bomstream.enrichment_runs;
  -- `all` takes every line that is not skipped, `refresh` of those the ones that wait or were settled before this time,
  -- `failed` and `pending` those of that status.
  v_takes constant text[] := case when p_mode in ('all', 'refresh') then array['pending', 'enriched', 'not_found', 'failed'] else array[p_mode] end;
  v_before constant timestamptz := case p_mode when 'refresh' then clock_timestamp() - c_fresh else 'infinity' end;
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
  if p_source = 'schedule' and v_bom.released_at is not null then
    return null;
  end if;
  perform bomstream.require_unreleased(v_bom);
  -- A schedule waits for no run: the tick that starts it may hold the turn that the end of that run waits for.
  if p_source = 'schedule' and exists (
       select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    return null;
  end if;
  select * into v_active from bomstream.enrichment_runs r
  where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused') for no key update;
  if found then
    if v_active.source <> 'schedule' then
      perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it, resume it or cancel it first.');
    end if;
    perform bomstream.end_run(v_active.id, 'cancelled', 'somebody started a run in place of this one, which was its schedule''s');
  end if;

  select (count(*) filter (where l.status = any (v_takes)
                             and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before)))::integer,
         (count(*) filter (where p_mode = 'all' and l.status = 'skipped'))::integer
    into v_total, v_skipped
    from bomstream.bom_lines l where l.bom_id = p_bom_id;
  if v_total = 0 and p_source = 'schedule' then
    return null;
  elsif v_total = 0 then
    perform bomstream.refuse(422, 'nothing_to_do', case p_mode
      when 'pending' then 'No line of this BOM is waiting. All of its lines can be looked up again.'
      when 'failed' then 'No line of this BOM failed. All of its lines can be looked up again.'
      when 'refresh' then 'Nothing that is known of this BOM has grown old yet. All of its lines can be looked up again all the same.'
      else 'Every line of this BOM is marked do-not-place or names no part.' end);
  end if;

  insert into bomstream.enrichment_runs (bom_id, organization_id, project_id, user_id, key_id, source, run, mode, priority, batch_size,
                                      total_items, skipped_items, idempotency_key)
  values (p_bom_id, v_bom.organization_id, v_bom.project_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_source,
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
   where l.bom_id = p_bom_id and l.status = any (v_takes)
     and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before);

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
  'Starts the BOM''s next run over the lines the mode takes: accepted and reported in one transaction. With an idempotency key that was used for this BOM before it returns that run instead. A run of a schedule that is active ends for it, cancelled, unless this one is a schedule''s, too. 409 while another run is active and for a released BOM, 422 when the mode takes no line; for a schedule both return null instead.';
revoke all on function bomstream.start_run(uuid, uuid, integer, text, text, text) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.7.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_lost_rights(p_viewers jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- As many streams as one isolate has.
  perform bomstream.require_at_most(jsonb_array_length(p_viewers), 1000, 'viewers');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('user_id', v.user_id, 'kind', v.kind, 'id', v.id)
      || case when a.role is not null then jsonb_build_object('role', a.role)
              else jsonb_build_object('reason', case when o.id is null then 'deleted' else 'access_revoked' end) end), '[]')
    from jsonb_to_recordset(p_viewers) as v(user_id uuid, kind text, id uuid, role text)
    left join bomstream.boms b on v.kind = 'bom' and b.id = v.id
    left join bomstream.organizations o
      on o.id = case v.kind when 'bom' then b.organization_id when 'organization' then v.id end and o.deleted_at is null
    cross join lateral (select bomstream.enrichment_access(v.user_id, o.id, b.id) as role offset 0) a
    where a.role is null or a.role <> v.role);
end $$;
comment on function public.bomstream_lost_rights(jsonb) is
  'Which of these viewers, at most 1,000 of {user_id, kind, id} with the id of a BOM or an organization, may no longer read what they watch, with the `reason`: it was deleted, they are no members any more, or the key or link was revoked or has expired; and of those that name the `role` they have had, whose is another now, with the new one. For streams whose clients were let in one by one.';
revoke all on function public.bomstream_lost_rights(jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_lost_rights(jsonb) to service_role;

create or replace function public.bomstream_member_update(p_user_id uuid, p_organization_id uuid, p_member_id uuid, p_role text) returns jsonb
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
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return jsonb_build_object('user_id', p_member_id, 'role', p_role);
end $$;
comment on function public.bomstream_member_update(uuid, uuid, uuid, text) is
  'Gives a member another role, which holds from the next call on; one that is admin no more loses the invitations that he opened. The last admin stays admin. Needs admin.';
revoke all on function public.bomstream_member_update(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_member_update(uuid, uuid, uuid, text) to service_role;

create or replace function public.bomstream_member_remove(p_user_id uuid, p_organization_id uuid, p_member_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id,
    case when p_member_id = p_user_id then 'viewer' else 'admin' end);
  perform bomstream.require_member(p_organization_id, p_member_id);
  perform bomstream.require_other_admin(p_organization_id, p_member_id);
  delete from bomstream.organization_members m
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_member_remove(uuid, uuid, uuid) is
  'Ends a membership, whose rights end with it, and the invitations and read-only links that the member made; keys stay, they are the organization''s. The last admin stays. Needs admin; everybody may leave.';
revoke all on function public.bomstream_member_remove(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_remove(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text, p_choice jsonb default null, p_as_of bigint default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_before jsonb;
  v_line bomstream.bom_lines;
  v_asked text;
  v_asks_anew boolean;
  v_change_id bigint;
  v_changes jsonb := jsonb '[]';
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  if p_as_of is not null then
    perform bomstream.require_seen(p_user_id, p_bom_id, p_line_ids, p_as_of);
  end if;
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    v_before := bomstream.review_state(v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    -- What was found belongs to what the line asked for: before a choice to the words, and after it to what was chosen.
    v_asks_anew := p_action = 'choose' or (p_action in ('reset', 'keep_as_written') and v_line.remarks @> '[{"code": "chosen"}]');
    update bomstream.bom_lines l
       set review = case p_action when 'reject' then 'rejected' when 'reset' then 'none' else 'approved' end,
           -- A line that a reset makes something to buy again is for the next run, and so is one whose part was chosen.
           status = case
             when p_action = 'nothing_to_buy' then 'skipped'
             when p_action = 'choose' and not l.do_not_place then 'pending'
             when p_action = 'reset' and l.status = 'skipped' and not l.do_not_place and bomstream.asks_for_part(l.orderable_key, l.value_asks, l.supplier_numbers)
               then case when v_asks_anew then 'pending' else coalesce(l.result_status, 'pending') end
             when v_asks_anew and l.status <> 'skipped' then 'pending'
             else l.status end,
           result_run = case when v_asks_anew then null else l.result_run end,
           result_status = case when v_asks_anew then null else l.result_status end,
           component_id = case when v_asks_anew then null else l.component_id end,
           quality_score = case when v_asks_anew then null else l.quality_score end,
           source = case when v_asks_anew then null else l.source end,
           match_step = case when v_asks_anew then null else l.match_step end,
           contradictions = case when v_asks_anew then '[]' else l.contradictions end,
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           -- A worker that still holds it asks for what was not decided yet.
           fence = l.fence + v_asks_anew::integer,
           worker_id = case when v_asks_anew then null else l.worker_id end,
           visible_at = case when v_asks_anew then '-infinity' else l.visible_at end
     where l.id = v_line_id;
    v_change_id := nextval('bomstream.bom_changes_id_seq');
    v_asked := bomstream.asked_key(v_line.orderable_key, v_line.manufacturer, v_line.value, v_line.footprint, v_line.supplier_numbers, v_line.description);
    if p_action in ('choose', 'keep_as_written') then
      insert into bomstream.part_decisions as d (organization_id, asked, mpn, manufacturer, orderable_key, decided_by, change_id)
      values (v_line.organization_id, v_asked, p_choice ->> 'mpn', p_choice ->> 'manufacturer', p_choice ->> 'orderable_key', bomstream.person(p_user_id), v_change_id)
      on conflict (organization_id, asked) do update
        set mpn = excluded.mpn, manufacturer = excluded.manufacturer, orderable_key = excluded.orderable_key,
            decided_by = excluded.decided_by, decided_at = clock_timestamp(), change_id = excluded.change_id;
    elsif p_action = 'reset' then
      delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_asked;
    end if;
    insert into bomstream.bom_changes (id, bom_id, line_id, user_id, key_id, action, after, reviewed) overriding system value
    values (v_change_id, p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_action, p_choice - 'orderable_key',
            jsonb_build_object('before', v_before, 'after', bomstream.review_state(v_line_id) - 'found'));
    v_changes := v_changes || jsonb_build_object('line_id', v_line_id, 'change_id', v_change_id);
  end loop;
  perform bomstream.note_change(p_bom_id);
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', jsonb_array_length(v_changes), 'changes', v_changes);
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found; a line whose part was chosen loses what was found of it, and is pending), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. `changes` [{line_id, change_id}] is what it wrote, for bomstream_bom_review_undo. With p_as_of, the newest change that the caller has seen, refuses as require_seen does. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) to service_role;

create or replace function public.bomstream_bom_change(p_user_id uuid, p_bom_id uuid, p_changes jsonb) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_organization bomstream.organizations;
  v_is_news boolean;
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  perform bomstream.require_unreleased(v_bom);
  perform bomstream.require_project(v_bom.organization_id, (p_changes ->> 'project_id')::uuid);
  select * into v_organization from bomstream.organizations o where o.id = v_bom.organization_id;
  v_is_news := coalesce(p_changes ->> 'name', v_bom.name) <> v_bom.name
    or p_changes ? 'project_id' and (p_changes ->> 'project_id')::uuid is distinct from v_bom.project_id
    or p_changes ? 'schedule' and p_changes ->> 'schedule' is distinct from v_bom.schedule
    or p_changes ? 'boards' and (p_changes ->> 'boards')::integer is distinct from v_bom.boards;
  update bomstream.boms b
     set name = coalesce(p_changes ->> 'name', b.name),
         project_id = case when p_changes ? 'project_id' then (p_changes ->> 'project_id')::uuid else b.project_id end,
         schedule = case when p_changes ? 'schedule' then p_changes ->> 'schedule' else b.schedule end,
         schedule_due_at = case when p_changes ? 'schedule'
           then bomstream.next_due(b.id, coalesce(p_changes ->> 'schedule', v_organization.schedule), v_organization.schedule_hour)
           else b.schedule_due_at end,
         boards = case when p_changes ? 'boards' then (p_changes ->> 'boards')::integer else b.boards end,
         -- Told to those who watch it, as a release is.
         change_id = case when v_is_news then nextval('bomstream.bom_changes_id_seq') else b.change_id end,
         changed_at = case when v_is_news then now() else b.changed_at end
   where b.id = p_bom_id
  returning * into v_bom;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_change(uuid, uuid, jsonb) is
  'Changes what p_changes names of {name, project_id, schedule, boards}; project_id null takes the BOM out of its project, schedule null leaves that to the organization. A run that is active keeps the project it was started with. Streams tell of it as of a change of its lines. 409 bom_released. Needs editor.';
revoke all on function public.bomstream_bom_change(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_change(uuid, uuid, jsonb) to service_role;

create or replace function public.bomstream_connect(p_user_id uuid, p_bom_id uuid, p_cursor_run integer default null, p_cursor_seq integer default null, p_with_admin_token boolean default false)
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
    'role', case when not p_with_admin_token then bomstream.enrichment_access(p_user_id, v_bom.organization_id, p_bom_id) end,
    'newest', v_newest,
    'change_id', v_bom.change_id,
    'cursor', case when p_cursor_run is null then 'none'
                   when v_known and v_behind <= c_max_behind then 'honoured'
                   else 'lost' end,
    'following', case when v_known and v_behind between 1 and c_max_behind
      then public.bomstream_replay(jsonb_build_array(
             jsonb_build_object('bom_id', p_bom_id, 'run', p_cursor_run, 'seq', p_cursor_seq, 'most', 10))) #> '{0,events}'
      else '[]' end);
end $$;
comment on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) is
  'What a stream needs at its start, from one snapshot: the right to read, and with which role, the newest event, the newest of what people changed of its lines, whether the client''s cursor can be honoured (`none`, `honoured`, or `lost` when it is unknown, from the future or more than 1,000 events behind; the newest id is known even where its event was deleted with age), and the first of the events that follow an honoured one: ten, or fewer where they are large. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_connect(uuid, uuid, integer, integer, boolean) to service_role;

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'),
    'deleted', coalesce(d.bom_ids, '[]'),
    'members_changed_at', case when o.members_changed_at > now() - interval '1 minute' then o.members_changed_at end)), '[]')
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
  cross join lateral (
    select jsonb_agg(jsonb_build_object('bom_id', b.bom_id, 'change_id', b.change_id)) as boms
    from (select b.id as bom_id, b.change_id from bomstream.boms b
          where b.organization_id = o.id and b.changed_at > now() - interval '1 minute'
          order by b.changed_at desc limit 50) b) c
  cross join lateral (
    select jsonb_agg(g.bom_id) as bom_ids
    from (select x.bom_id from bomstream.deleted_boms x
          where x.organization_id = o.id and x.deleted_at > now() - interval '1 minute'
          order by x.deleted_at desc limit 50) g) d
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of which people changed lines, or which they released, renamed or set otherwise, within the last minute, with the newest change; `deleted`, the newest 50 that were deleted within it; `members_changed_at`, when a member got another role or left, if within it. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;

create or replace function public.bomstream_organization_connect(p_user_id uuid, p_organization_id uuid, p_with_admin_token boolean default false)
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
  return (public.bomstream_active(array[p_organization_id]) -> 0) || jsonb_build_object(
    'role', case when not p_with_admin_token then bomstream.enrichment_access(p_user_id, p_organization_id) end);
end $$;
comment on function public.bomstream_organization_connect(uuid, uuid, boolean) is
  'What a stream over a whole organization needs at its start: the right to read, and with which role, and the BOMs to follow, as bomstream_active has them. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_organization_connect(uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_connect(uuid, uuid, boolean) to service_role;
