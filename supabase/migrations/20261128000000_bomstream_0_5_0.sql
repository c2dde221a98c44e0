-- 0.5.0.

-- Edits are taken back as reviews are.
drop index bomstream.bom_changes_to_undo;
create index bom_changes_to_undo on bomstream.bom_changes (line_id, id) where action <> 'undo' and not undone;
-- A released BOM goes on to judge a part of two rows by the organization's own.
alter table bomstream.released_parts add column own boolean;
-- What was decided is known to be taken back by what decided it.
alter table bomstream.part_decisions add column change_id bigint;
-- Each has a parameter more.
drop function public.bomstream_bom_review_undo(uuid, uuid, uuid[]);
drop function public.bomstream_bom_of_file(uuid, uuid, text);

create or replace function bomstream.twins_of(p_bom bomstream.boms, p_components uuid[])
returns table (shared_id uuid, own_id uuid)
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  if p_bom.released_at is not null then
    -- What it is released with has lost its key, and keeps its name. Of those released before it was noted which is whose, the
    -- one that is known to be something stands for both.
    return query
      select t.ids[2], t.ids[1]
      from (select array_agg(p.component_id order by p.own desc nulls last, p.brief::json ->> 0 is null, p.component_id) as ids
            from bomstream.released_parts p where p.bom_id = p_bom.id
            group by p.manufacturer, upper(p.mpn) having count(*) = 2) t
      where t.ids && p_components;
  elsif (select o.own_components > 0 from bomstream.organizations o where o.id = p_bom.organization_id) then
    return query
      with given as materialized (
        select c.id, c.organization_id, c.orderable_key, c.manufacturer
        from unnest(p_components) k(id)
        join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true),
      pairs as (
        select s.id as shared, g.id as own
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id is null and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) s on true
        where g.organization_id is not null
        union
        select g.id, o.id
        from given g
        join lateral (select a.id from bomstream.components a
                      where a.organization_id = p_bom.organization_id and a.orderable_key = g.orderable_key and a.manufacturer = g.manufacturer limit 1) o on true
        where g.organization_id is null)
      select p.shared, p.own
      from pairs p
      where exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.shared and l.bom_id = p_bom.id)
        and exists (select from bomstream.bom_lines l
                    where l.organization_id = p_bom.organization_id and l.component_id = p.own and l.bom_id = p_bom.id);
  end if;
end $$;
comment on function bomstream.twins_of(bomstream.boms, uuid[]) is
  'Of the components p_components, and of others with which they are one part: which of the BOM''s are everybody''s and the organization''s own row of one part. Lines that were looked up before the organization described it have the one, and later ones the other. Of a BOM released before 0.5.0 nobody knows any more which of two is whose.';
revoke all on function bomstream.twins_of(bomstream.boms, uuid[]) from public, anon, authenticated;

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
      select bomstream.asked_key(l.orderable_key, l.manufacturer, l.value, l.footprint, l.supplier_numbers) as asked) a
    where l.id = p_line_id);
end $$;
comment on function bomstream.review_state(uuid) is
  'All of a line that a review changes, and what an edit changes besides its words: {asked, state, review, decision, found}, with the decision that the organization remembers for its words.';
revoke all on function bomstream.review_state(uuid) from public, anon, authenticated;

create or replace function bomstream.doer_of(p_user_id uuid, c bomstream.bom_changes) returns text
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = '' as $$
begin
  return case when p_user_id in (c.user_id, c.key_id) then 'You have' else coalesce(
    -- Of those who are members now, every member reads the address.
    (select u.email || ' has' from bomstream.boms b
     join bomstream.organization_members m on m.organization_id = b.organization_id and m.user_id = c.user_id
     join auth.users u on u.id = m.user_id
     where b.id = c.bom_id),
    (select format('The key %s has', k.name) from bomstream.organization_keys k where k.id = c.key_id),
    'Somebody has') end;
end $$;
comment on function bomstream.doer_of(uuid, bomstream.bom_changes) is
  'Who did something to a line, for a sentence that a user reads: `You have`, `maria@example.com has`, or `Somebody has` of who is no member any more.';
revoke all on function bomstream.doer_of(uuid, bomstream.bom_changes) from public, anon, authenticated;

create or replace function bomstream.change_to_undo(p_user_id uuid, p_line bomstream.bom_lines, p_change_ids bigint[]) returns bomstream.bom_changes
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_change bomstream.bom_changes;
  v_since bomstream.bom_changes;
begin
  select * into v_change from bomstream.bom_changes c
  where c.bom_id = p_line.bom_id and c.line_id = p_line.id and c.id = any (p_change_ids) and c.action <> 'undo'
  order by c.id desc limit 1;
  if v_change.id is null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('Of line %s nothing is named that could be taken back. Read the line again.', p_line.line_number));
  end if;
  if v_change.undone then
    select * into v_since from bomstream.bom_changes c
    where c.bom_id = p_line.bom_id and c.id > v_change.id and c.line_id = p_line.id and c.action = 'undo'
    order by c.id limit 1;
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s taken that back of line %s already.', bomstream.doer_of(p_user_id, v_since), p_line.line_number));
  end if;
  -- An edit that left a decision as it was does not stand in its way, as a note.
  select * into v_since from bomstream.bom_changes c
  where c.line_id = p_line.id and c.action <> 'undo' and not c.undone and c.id > v_change.id
    and (v_change.action = 'edit' or c.action <> 'edit'
         or (c.reviewed #> '{before,review}', c.reviewed #> '{before,asked}') is distinct from (c.reviewed #> '{after,review}', c.reviewed #> '{after,asked}'))
  order by c.id desc limit 1;
  if v_since.id is not null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s %s line %s since.', bomstream.doer_of(p_user_id, v_since),
      case when v_since.action = 'edit' then 'edited' else 'decided' end, p_line.line_number));
  end if;
  return v_change;
end $$;
comment on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) is
  'The change of a locked line that somebody names to take it back. 409 nothing_to_undo, with who did it, where it is taken back already or somebody has decided or edited the line since; edits that left the decision as it was stand in the way of an edit only.';
revoke all on function bomstream.change_to_undo(uuid, bomstream.bom_lines, bigint[]) from public, anon, authenticated;

create or replace function bomstream.restate_changes(p_line_id uuid, p_before_id bigint, p_states text[]) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  update bomstream.bom_changes c set reviewed = jsonb_set(c.reviewed, '{after,state}', to_jsonb(bomstream.line_state(l)))
    from bomstream.bom_lines l
   where l.id = p_line_id and c.line_id = p_line_id and c.action <> 'undo' and not c.undone and c.id < p_before_id
     and c.reviewed #>> '{after,state}' = any (p_states);
end $$;
comment on function bomstream.restate_changes(uuid, bigint, text[]) is
  'Tells the changes of a line before the given one, which left it in one of p_states (bomstream.line_state), that it is in the same state again, under another name: fences only rise. Without that, nobody could take them back with what was found.';
revoke all on function bomstream.restate_changes(uuid, bigint, text[]) from public, anon, authenticated;

create or replace function bomstream.undo_edit(p_user_id uuid, p_line bomstream.bom_lines, p_change bomstream.bom_changes) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_before constant jsonb := p_change.reviewed -> 'before';
  v_words jsonb := (p_change.before - 'alternates') || (v_before -> 'words');
  -- A decision that the edit had left as it was may have been taken back since, and with it what was found.
  v_is_decided_alike constant boolean := p_change.reviewed #>> '{after,review}' = p_line.review;
  v_old bomstream.bom_lines;
  v_edited json;
begin
  if v_before is null then
    perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was edited before edits could be taken back. Edit it again.', p_line.line_number));
  end if;
  -- Nothing was found of it since; a paused run still has to look up what it had to look up before.
  if p_change.reviewed #>> '{after,state}' = bomstream.line_state(p_line)
     and (v_before #>> '{found,status}' = 'pending' and p_line.status = 'pending' or not exists (
       select from bomstream.enrichment_runs r where r.bom_id = p_line.bom_id and r.status in ('queued', 'enriching', 'paused'))) then
    v_old := jsonb_populate_record(case when v_is_decided_alike then jsonb_populate_record(p_line, v_before -> 'found') else p_line end, v_words);
    update bomstream.bom_lines l
       set mpn = v_old.mpn, manufacturer = v_old.manufacturer, orderable_key = v_old.orderable_key, quantity = v_old.quantity,
           designators = v_old.designators, description = v_old.description, do_not_place = v_old.do_not_place, value = v_old.value, value_asks = v_old.value_asks,
           footprint = v_old.footprint, supplier_numbers = v_old.supplier_numbers, internal_number = v_old.internal_number,
           substitution = v_old.substitution, note = v_old.note, status = v_old.status, review = case when v_is_decided_alike then v_before ->> 'review' else l.review end,
           result_run = v_old.result_run, result_status = v_old.result_status, component_id = v_old.component_id,
           quality_score = v_old.quality_score, source = v_old.source, match_step = v_old.match_step,
           candidate_count = v_old.candidate_count, contradictions = v_old.contradictions, remarks = v_old.remarks, settled_at = v_old.settled_at,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity'
     where l.id = p_line.id;
    if v_before ? 'alternates' then
      perform bomstream.write_alternates(p_line.id, v_before -> 'alternates');
    end if;
    if v_before ? 'candidates' then
      perform bomstream.write_candidates(jsonb_build_array(jsonb_build_object('line_id', p_line.id, 'candidates', v_before -> 'candidates')), array[p_line.id]);
    end if;
    perform bomstream.restate_changes(p_line.id, p_change.id, array[v_before ->> 'state', p_change.reviewed #>> '{after,state}']);
    return;
  end if;
  -- What was found is held against the words as they are: here nobody could say how it stands against others.
  if p_line.result_run is not null and not p_change.before ?| array['mpn', 'manufacturer', 'do_not_place'] and p_change.before ?| array['value', 'footprint', 'description', 'designators', 'supplier_numbers', 'alternates'] then
    perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was looked up since it was edited. Edit it again.', p_line.line_number));
  end if;
  v_edited := public.bomstream_bom_line_change(p_user_id, p_line.bom_id, p_line.id, v_words
    || case when v_before ? 'alternates' then jsonb_build_object('alternates', v_before -> 'alternates') else '{}' end);
  -- The undo itself tells of it, and is nothing that somebody edited since.
  delete from bomstream.bom_changes c where c.id = (v_edited ->> 'change_id')::bigint;
end $$;
comment on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) is
  'Gives a locked line back what it said before its newest edit, and, unless a run has taken it since, what was found of it, its candidates and its review. Else it is as after an edit that says the former words. 409 nothing_to_undo where a run has held the words against a part since, and of an edit before release 0.5.0.';
revoke all on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) from public, anon, authenticated;

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
        and p.asked = bomstream.asked_key(t.orderable_key, t.manufacturer, t.value, t.footprint, t.supplier_numbers) limit 1) d on true;
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

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.5.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_bom_of_file(p_user_id uuid, p_organization_id uuid, p_sha256 text, p_mapping jsonb default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- One in each project, and some revisions: whoever imports looks for one.
  c_most constant integer := 20;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
             'bom_id', b.id, 'name', b.name, 'project_id', b.project_id, 'revision_of', b.revision_of,
             'same_mapping', coalesce(b.file -> 'mapping' = p_mapping, false)) order by b.created_at desc), '[]')
    from (select * from bomstream.boms b
          where b.organization_id = p_organization_id and b.file_sha256 = p_sha256
          -- the one that an import would lead to is never left out
          order by coalesce(b.file -> 'mapping' = p_mapping, false) desc, b.created_at desc limit c_most) b);
end $$;
comment on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) is
  'The organization''s BOMs that came from a file of this SHA-256, the newest first, at most 20, each with whether it was read by p_mapping, as bomstream_bom_create has it. Needs editor.';
revoke all on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_of_file(uuid, uuid, text, jsonb) to service_role;

create or replace function public.bomstream_bom_line_change(
  p_user_id uuid, p_bom_id uuid, p_line_id uuid, p_changes jsonb, p_judged jsonb default null) returns json
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_fields constant text[] := array['mpn', 'manufacturer', 'quantity', 'designators', 'description', 'do_not_place', 'value', 'footprint',
    'supplier_numbers', 'internal_number', 'substitution', 'note', 'alternates'];
  -- Who approved a line saw these against its part.
  c_approved constant text[] := array['value', 'footprint', 'description', 'supplier_numbers', 'alternates'];
  v_old bomstream.bom_lines;
  v_new bomstream.bom_lines;
  v_before jsonb;
  v_changed text[];
  v_asks_anew boolean;
  v_reviewed jsonb;
  v_now jsonb;
  v_change_id bigint;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_old := bomstream.lock_line(p_bom_id, p_line_id);
  if p_judged ->> 'state' <> bomstream.line_state(v_old) then
    return '{"stale":true}'::json;
  end if;
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
                   or (v_new.orderable_key is null and v_changed && array['value', 'footprint', 'description', 'supplier_numbers']);
    if v_asks_anew then
      v_new.status := case when v_new.do_not_place or not bomstream.asks_for_part(v_new.orderable_key, v_new.value_asks, v_new.supplier_numbers) then 'skipped' else 'pending' end;
      if v_old.status = 'pending' and v_old.run_id is not null and v_new.status = 'skipped' and exists (
        select from bomstream.enrichment_runs r where r.id = v_old.run_id and r.status = 'paused') then
        perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
      end if;
    end if;
    v_reviewed := bomstream.review_state(p_line_id)
      || jsonb_build_object('words', jsonb_build_object('orderable_key', v_old.orderable_key, 'value_asks', v_old.value_asks))
      || case when 'alternates' = any (v_changed) then jsonb_build_object('alternates', (
           select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer, 'orderable_key', a.orderable_key)
                                     order by a.position), '[]')
           from bomstream.bom_line_parts a where a.line_id = p_line_id)) else '{}' end
      || case when v_asks_anew then jsonb_build_object('candidates', (
           select coalesce(jsonb_agg(to_jsonb(k) - array['line_id', 'position'] order by k.position), '[]')
           from bomstream.line_candidates k where k.line_id = p_line_id)) else '{}' end;
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
           contradictions = case when v_asks_anew then '[]' when p_judged is null or l.result_run is null then l.contradictions
                                 else p_judged -> 'contradictions' end,
           remarks = case when v_asks_anew then '[]' else l.remarks end,
           settled_at = case when v_asks_anew then null else l.settled_at end,
           review = case when v_asks_anew or (l.review = 'approved' and l.status <> 'skipped' and v_changed && c_approved) then 'none' else l.review end
     where l.id = p_line_id;
    if v_asks_anew then
      delete from bomstream.line_candidates k where k.line_id = p_line_id;
    end if;
    if 'alternates' = any (v_changed) then
      perform bomstream.write_alternates(p_line_id, p_changes -> 'alternates');
    end if;
    v_now := bomstream.review_state(p_line_id);
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, before, after, reviewed)
    select p_bom_id, p_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'edit', jsonb_object_agg(f, v_before -> f),
           jsonb_object_agg(f, case when f = 'alternates' then bomstream.line_details(v_old) -> f else p_changes -> f end),
           jsonb_build_object('before', v_reviewed, 'after', v_now - 'found')
    from unnest(v_changed) f
    returning id into v_change_id;
    -- A note and the like: what was decided before it can be taken back as before.
    if (v_now - 'state') = (v_reviewed - array['state', 'words', 'alternates', 'candidates']) then
      perform bomstream.restate_changes(p_line_id, v_change_id, array[v_reviewed ->> 'state']);
    end if;
  end if;
  return (public.bomstream_bom_line_read(p_user_id, p_bom_id, p_line_id)::jsonb || jsonb_build_object('change_id', v_change_id))::json;
end $$;
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) is
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value and footprint, and says in bom_changes who did it; answers as bomstream_bom_line_read, and `change_id`, what it wrote, for bomstream_bom_review_undo, null where nothing changed. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it. Any other keeps its result, with what it says against its part after the change: p_judged {state, contradictions}, made of bomstream_bom_line_judging_read in that `state`; where the line is in another by now, nothing is done, and {stale} says so. Without p_judged what was said against it stays. A line whose words about its part change is no longer approved. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb) to service_role;

create or replace function public.bomstream_bom_review(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_action text, p_choice jsonb default null) returns jsonb
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
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    v_before := bomstream.review_state(v_line_id);
    if p_action = 'nothing_to_buy' and v_line.status = 'pending' and exists (
      select from bomstream.enrichment_runs r where r.id = v_line.run_id and r.status = 'paused') then
      perform bomstream.refuse(409, 'run_active', 'A paused run still has to look this line up. Cancel the run, and then leave the line out.');
    end if;
    -- What was found belongs to what the line asked for: before a choice to the words, and after it to what was chosen.
    v_asks_anew := p_action = 'choose' or (p_action = 'reset' and v_line.remarks @> '[{"code": "chosen"}]');
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
    v_asked := bomstream.asked_key(v_line.orderable_key, v_line.manufacturer, v_line.value, v_line.footprint, v_line.supplier_numbers);
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
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', jsonb_array_length(v_changes), 'changes', v_changes);
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. `changes` [{line_id, change_id}] is what it wrote, for bomstream_bom_review_undo. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb) to service_role;

create or replace function public.bomstream_bom_review_undo(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_change_ids bigint[] default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_line_id uuid;
  v_line bomstream.bom_lines;
  v_change bomstream.bom_changes;
  v_now jsonb;
  v_before jsonb;
  v_after jsonb;
  v_back bomstream.bom_lines;
  v_is_same boolean;
  v_asked_anew boolean;
  v_is_anew boolean;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform bomstream.require_at_most(cardinality(p_line_ids), 500, 'lines');
  for v_line_id in select distinct x from unnest(p_line_ids) x order by 1 loop
    v_line := bomstream.lock_line(p_bom_id, v_line_id);
    if p_change_ids is null then
      select * into v_change from bomstream.bom_changes c
      where c.line_id = v_line_id and c.action not in ('edit', 'undo') and not c.undone
      order by c.id desc limit 1;
    else
      v_change := bomstream.change_to_undo(p_user_id, v_line, p_change_ids);
    end if;
    v_now := bomstream.review_state(v_line_id);
    v_before := v_change.reviewed -> 'before';
    v_after := v_change.reviewed -> 'after';
    -- What was carried over from another revision has no change, and may be a question that is open.
    if v_change.action is distinct from 'edit' and (v_line.review = 'none' and v_change.action is distinct from 'reset'
       or v_change.id is null and v_line.review not in ('approved', 'rejected')
       or v_after is not null and (v_now -> 'review', v_now -> 'asked') is distinct from (v_after -> 'review', v_after -> 'asked')) then
      perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was changed since it was decided. Decide it anew.', v_line.line_number));
    end if;

    if v_change.action = 'edit' then
      perform bomstream.undo_edit(p_user_id, v_line, v_change);
    elsif v_before is null and v_change.action in ('choose', 'keep_as_written') then
      -- Decided before release 0.4.0, which nobody noted the state before: nothing is decided.
      perform public.bomstream_bom_review(p_user_id, p_bom_id, array[v_line_id], 'reset');
    else
      -- Nothing was found and nobody edited it since; a run at work counts on what it has to look up.
      v_is_same := v_after -> 'state' = v_now -> 'state' and not exists (
        select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused'));
      if v_change.action = 'reset' and v_is_same is not true then
        perform bomstream.refuse(409, 'nothing_to_undo', format('Line %s was changed since it was decided. Decide it anew.', v_line.line_number));
      end if;
      v_asked_anew := coalesce(v_change.action in ('choose', 'reset'), false);
      v_back := case when v_is_same then jsonb_populate_record(v_line, v_before -> 'found') else v_line end;
      -- What a run has found since of the part that was chosen.
      v_is_anew := v_is_same is not true and v_change.action = 'choose' and v_line.remarks @> '[{"code": "chosen"}]';
      update bomstream.bom_lines l
         set review = coalesce(v_before ->> 'review', 'none'),
             status = case
               when v_is_same then v_back.status
               when l.status = 'skipped' and v_line.review = 'approved' and not l.do_not_place and bomstream.asks_for_part(l.orderable_key, l.value_asks, l.supplier_numbers)
                 then coalesce(l.result_status, 'pending')
               when v_is_anew and l.status <> 'skipped' then 'pending'
               else l.status end,
             result_run = case when v_is_anew then null else v_back.result_run end,
             result_status = case when v_is_anew then null else v_back.result_status end,
             component_id = case when v_is_anew then null else v_back.component_id end,
             quality_score = case when v_is_anew then null else v_back.quality_score end,
             source = case when v_is_anew then null else v_back.source end,
             match_step = case when v_is_anew then null else v_back.match_step end,
             contradictions = case when v_is_anew then '[]' else v_back.contradictions end,
             remarks = case when v_is_anew then '[]' else v_back.remarks end,
             settled_at = case when v_is_anew then null else v_back.settled_at end,
             -- A worker that still holds it asks for what was decided.
             fence = l.fence + v_asked_anew::integer,
             worker_id = case when v_asked_anew then null else l.worker_id end,
             visible_at = case when v_asked_anew then '-infinity' else l.visible_at end
       where l.id = v_line_id;
      if v_is_same then
        perform bomstream.restate_changes(v_line_id, v_change.id, array[v_before ->> 'state']);
      end if;
      -- Nobody has decided of these words since, here or in another BOM.
      if (v_before -> 'decision') is distinct from (v_after -> 'decision') and (v_now -> 'decision') is not distinct from (v_after -> 'decision') then
        delete from bomstream.part_decisions d where d.organization_id = v_line.organization_id and d.asked = v_now ->> 'asked';
        -- A decision that was taken back elsewhere meanwhile is nobody's any more.
        if v_before -> 'decision' <> 'null' and not exists (
          select from bomstream.bom_changes c where c.id = (v_before #>> '{decision,change_id}')::bigint and c.undone) then
          insert into bomstream.part_decisions (organization_id, asked, mpn, manufacturer, orderable_key, decided_by, decided_at, change_id)
          select d.organization_id, d.asked, d.mpn, d.manufacturer, d.orderable_key,
                 -- whose account may be gone
                 (select u.id from auth.users u where u.id = d.decided_by), d.decided_at, d.change_id
          from jsonb_populate_record(null::bomstream.part_decisions, v_before -> 'decision') d;
        end if;
      end if;
    end if;
    update bomstream.bom_changes c set undone = true, reviewed = null where c.id = v_change.id;
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'undo');
  end loop;
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x), 'changes', jsonb '[]');
end $$;
comment on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) is
  'Takes the last review of lines back, all or none of at most 500: each has the review that it had before, and the organization remembers for its words what it did, unless somebody has decided of them since. Where nothing was found and nobody edited it since, it has what was found back, too; else it keeps what was found, but for that of a chosen part, which it loses and is pending. Of a review that was carried over from another revision, nothing is decided. With p_change_ids, the changes that are meant, one a line and edits too, as undo_edit has those: refuses as change_to_undo does where somebody has decided since. Refuses as lock_line does, and 409 nothing_to_undo where no review is left that could be taken back. Needs editor.';
revoke all on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) to service_role;

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
      'review_change_id', (select max(c.id) from bomstream.bom_changes c
                           where c.line_id = p_line_id and c.action not in ('edit', 'undo') and not c.undone),
      'line', bomstream.line_json(v_line, case when c.id is not null then json_build_object(
        'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'quality_score', c.quality_score,
        'fields', c.fields, 'offers', c.offers)::text end)::json))::json
    from (select 1) one left join lateral (
      select k.id, k.mpn, k.manufacturer, k.quality_score, coalesce(k.known, k.fields) as fields, bomstream.component_offers(k.id, v_bom.organization_id) as offers
      from bomstream.components k where v_bom.released_at is null and k.id = v_line.component_id
      union all
      select p.component_id, p.mpn, p.manufacturer, p.quality_score, p.fields,
             bomstream.component_offers(p.component_id, v_bom.organization_id, p_bom_id)
      from bomstream.released_parts p
      where v_bom.released_at is not null and p.bom_id = p_bom_id and p.component_id = v_line.component_id) c on true);
end $$;
comment on function public.bomstream_bom_line_read(uuid, uuid, uuid) is
  'One line of the BOM with all that is known of its component: every field with its sources, and at most thirty offers, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. `review_change_id` is the newest review of it that nobody has taken back, for bomstream_bom_review_undo. Needs viewer.';
revoke all on function public.bomstream_bom_line_read(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_read(uuid, uuid, uuid) to service_role;

create or replace function public.bomstream_bom_release(p_user_id uuid, p_bom_id uuid, p_name text default null, p_boards integer default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_components uuid[];
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  perform bomstream.require_unreleased(v_bom);
  if exists (select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it or cancel it first, and release what was found.');
  end if;
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom_id);
  insert into bomstream.released_parts (bom_id, component_id, mpn, manufacturer, quality_score, fields, brief, own_stock, own)
  select p_bom_id, c.id, c.mpn, c.manufacturer, c.quality_score, coalesce(c.known, c.fields), c.brief, w.quantity, c.organization_id is not null
  from unnest(v_components) k(id)
  join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true
  left join bomstream.own_stock w on w.organization_id = v_bom.organization_id and w.orderable_key = c.orderable_key and w.manufacturer = c.manufacturer;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, stock, min_quantity, multiple, lead_time_days, price_breaks,
    url, manufacturer_as_given, fetched_at, seller, marketplace, packaging, max_quantity, reeling_fee, country_of_origin,
    tariff_code, moisture_sensitivity, status, valid_until, brief)
  select p_bom_id, k.id, o.organization_id is not null, false, o.supplier, o.supplier_part_number, o.stock, o.min_quantity,
         o.multiple, o.lead_time_days, o.price_breaks, o.url, o.manufacturer_as_given, o.fetched_at, o.seller, o.marketplace,
         o.packaging, o.max_quantity, o.reeling_fee, o.country_of_origin, o.tariff_code, o.moisture_sensitivity, o.status, null, o.brief
  from unnest(v_components) k(id)
  -- as in judging_of
  join lateral (select * from bomstream.supplier_offers f
                where f.component_id = k.id and (f.organization_id is null or f.organization_id = v_bom.organization_id)
                limit 100) o on true;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, price_breaks, fetched_at, seller, marketplace, valid_until, brief)
  select p_bom_id, k.id, true, true, n.supplier, n.mpn, n.price_breaks, n.observed_at, '', false, n.valid_until, n.brief
  from unnest(v_components) k(id)
  join lateral (select a.orderable_key, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true
  join lateral (select * from bomstream.own_prices r
                where r.organization_id = v_bom.organization_id and r.orderable_key = c.orderable_key and r.manufacturer = c.manufacturer
                  and (r.valid_until is null or r.valid_until >= current_date)
                limit 100) n on true
  -- Who has agreed on none is not asked for each part.
  where (select o.own_price_rows > 0 from bomstream.organizations o where o.id = v_bom.organization_id);
  update bomstream.boms b
     set released_at = now(), released_by = bomstream.person(p_user_id), released_by_key = bomstream.key_of(p_user_id),
         release_name = p_name, release_boards = p_boards, boards = coalesce(p_boards, b.boards), schedule_due_at = null,
         release_suppliers = (select jsonb_build_object('blocked', o.blocked_suppliers, 'preferred', o.preferred_suppliers)
                              from bomstream.organizations o where o.id = v_bom.organization_id)
   where b.id = p_bom_id
  returning * into v_bom;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_release(uuid, uuid, text, integer) is
  'Freezes the BOM with its lines, their components and offers, own stock and agreed prices as they are known now: from then on it is read, compared, exported and deleted, and nothing else. 409 bom_released, and run_active while a run is active. Needs editor.';
revoke all on function public.bomstream_bom_release(uuid, uuid, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_release(uuid, uuid, text, integer) to service_role;
