-- 0.6.0.

-- Streams tell of BOMs that are deleted.
create table bomstream.deleted_boms (
  bom_id uuid primary key,
  organization_id uuid not null references bomstream.organizations (id) on delete cascade,
  deleted_at timestamptz not null default now()
);
-- Asked while somebody watches the organization.
create index deleted_boms_by_organization on bomstream.deleted_boms (organization_id, deleted_at);
create index deleted_boms_by_age on bomstream.deleted_boms (deleted_at);
comment on table bomstream.deleted_boms is 'BOMs that somebody has just deleted, for streams, which tell those who have one of their pages open. The sweep forgets them.';
alter table bomstream.deleted_boms enable row level security;
revoke all on bomstream.deleted_boms from public, anon, authenticated, service_role;
-- Each has a parameter more.
drop function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb);
drop function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb);

create or replace function bomstream.require_seen(p_user_id uuid, p_bom_id uuid, p_line_ids uuid[], p_as_of bigint, p_fields text[] default null) returns void
-- as line_json: no release could add a column
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Nobody decides by these, so they stand in nobody's way.
  c_quiet constant text[] := array['note', 'internal_number'];
  -- More would drown the sentence.
  c_most constant integer := 3;
  c_most_chars constant integer := 160;
  v_lines integer;
  v_said text[];
begin
  -- Under this lock nobody changes a line of the BOM.
  perform from bomstream.boms b where b.id = p_bom_id for no key update;
  with theirs as (
    select distinct on (c.line_id) c.line_id, c as change
    from bomstream.bom_changes c
    where c.bom_id = p_bom_id and c.id > p_as_of and c.line_id = any (p_line_ids)
      and (p_user_id in (c.user_id, c.key_id)) is not true
      and case when c.action = 'edit'
        then exists (select from jsonb_object_keys(c.after) f
                     where case when p_fields is null then f <> all (c_quiet) else f = any (p_fields) end)
        else p_fields is null or not p_fields <@ c_quiet end
    order by c.line_id, c.id desc)
  select count(*), array_agg(
    format(case (t.change).action
      when 'approve' then '%s approved %s'
      when 'choose' then '%s chosen %3$s for %2$s'
      when 'keep_as_written' then '%s kept %s as written'
      when 'nothing_to_buy' then '%s set %s to nothing to buy'
      when 'reject' then '%s rejected what was found for %s'
      when 'reset' then '%s set %s back'
      when 'undo' then '%s taken back what was done to %s'
      else '%s edited %s: %s' end,
      bomstream.doer_of(p_user_id, t.change), bomstream.line_name(l), case when (t.change).action = 'choose' then (t.change).after ->> 'mpn' else edited.words end)
    order by l.line_number)
    into v_lines, v_said
  from theirs t
  join bomstream.bom_lines l on l.id = t.line_id
  left join lateral (
    select case when char_length(w.words) <= c_most_chars then w.words else left(w.words, c_most_chars - 2) || ' …' end as words
    from (select string_agg(format('%s %s → %s', replace(f, '_', ' '),
                                   coalesce(nullif((t.change).before ->> f, ''), 'nothing'), coalesce(nullif((t.change).after ->> f, ''), 'nothing')), '; ' order by f) as words
          from jsonb_object_keys((t.change).after) f) w) edited on (t.change).action = 'edit';
  if v_lines = 1 then
    perform bomstream.refuse(409, 'changed_since', format('Since you looked, %s. Look again, and decide then.', v_said[1]));
  elsif v_lines > 1 then
    perform bomstream.refuse(409, 'changed_since', format('Nothing was decided. Since you looked, %s%s. Look again, and decide then.',
      array_to_string(v_said[:c_most], '; '),
      case when v_lines > c_most then format('; and %s more of these lines were changed', v_lines - c_most) else '' end));
  end if;
end $$;
comment on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) is
  'Refuses to overrule what somebody has not seen: 409 changed_since, with who did what, where anybody else has decided or edited one of the lines after the change p_as_of. For a decision p_fields is null, and edits of notes and own numbers do not count; for an edit it names the fields, and edits of other fields do not count. Locks the BOM, so that it stays true.';
revoke all on function bomstream.require_seen(uuid, uuid, uuid[], bigint, text[]) from public, anon, authenticated;

create or replace function public.bomstream_version() returns jsonb
language sql immutable security definer set search_path = '' as $$
  select jsonb_build_object('version', '0.6.0')
$$;
comment on function public.bomstream_version() is
  'The release whose migration this database had last. Functions ask before they rely on it.';
revoke all on function public.bomstream_version() from public, anon, authenticated;
grant execute on function public.bomstream_version() to service_role;

create or replace function public.bomstream_bom_line_change(
  p_user_id uuid, p_bom_id uuid, p_line_id uuid, p_changes jsonb, p_judged jsonb default null, p_as_of bigint default null) returns json
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
  -- What it had when it said the same before.
  v_known jsonb;
  v_loses boolean;
  v_reviewed jsonb;
  v_now jsonb;
  v_change_id bigint;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  if p_as_of is not null then
    perform bomstream.require_seen(p_user_id, p_bom_id, array[p_line_id], p_as_of, array(select jsonb_object_keys(p_changes)));
  end if;
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
    -- One that lost its answer by an edit has it back with the last of the words that it had then, whichever those are.
    if v_asks_anew or v_old.result_run is null then
      v_known := bomstream.known_of_words(v_old, v_before || p_changes || case when p_changes ? 'alternates' then jsonb_build_object('alternates', (
        select coalesce(jsonb_agg(a - 'orderable_key'), '[]') from jsonb_array_elements(p_changes -> 'alternates') a)) else '{}' end);
      v_new := jsonb_populate_record(v_new, coalesce(v_known -> 'found', '{}'));
    end if;
    v_loses := v_asks_anew and v_known is null;
    v_reviewed := bomstream.review_state(p_line_id)
      || jsonb_build_object('words', jsonb_build_object('orderable_key', v_old.orderable_key, 'value_asks', v_old.value_asks))
      || case when 'alternates' = any (v_changed) then jsonb_build_object('alternates', (
           select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer, 'orderable_key', a.orderable_key)
                                     order by a.position), '[]')
           from bomstream.bom_line_parts a where a.line_id = p_line_id)) else '{}' end
      || case when v_asks_anew or v_known is not null then jsonb_build_object('candidates', (
           select coalesce(jsonb_agg(to_jsonb(k) - array['line_id', 'position'] order by k.position), '[]')
           from bomstream.line_candidates k where k.line_id = p_line_id)) else '{}' end;
    update bomstream.bom_lines l
       set mpn = v_new.mpn, manufacturer = v_new.manufacturer, orderable_key = v_new.orderable_key, quantity = v_new.quantity,
           designators = v_new.designators, description = v_new.description, do_not_place = v_new.do_not_place, value = v_new.value, value_asks = v_new.value_asks,
           footprint = v_new.footprint, supplier_numbers = v_new.supplier_numbers, internal_number = v_new.internal_number,
           substitution = v_new.substitution, note = v_new.note, status = v_new.status,
           -- A worker that still holds it asks for what it was.
           fence = l.fence + 1, worker_id = null, visible_at = '-infinity',
           result_run = case when v_loses then null else v_new.result_run end,
           result_status = case when v_loses then null else v_new.result_status end,
           component_id = case when v_loses then null else v_new.component_id end,
           quality_score = case when v_loses then null else v_new.quality_score end,
           source = case when v_loses then null else v_new.source end,
           match_step = case when v_loses then null else v_new.match_step end,
           candidate_count = case when v_loses then 0 else v_new.candidate_count end,
           contradictions = case when v_loses then '[]' when v_known is not null or p_judged is null or l.result_run is null then v_new.contradictions
                                 else p_judged -> 'contradictions' end,
           remarks = case when v_loses then '[]' else v_new.remarks end,
           settled_at = case when v_loses then null else v_new.settled_at end,
           review = case when v_known is not null then v_known ->> 'review'
                         when v_asks_anew or (l.review = 'approved' and l.status <> 'skipped' and v_changed && c_approved) then 'none' else l.review end
     where l.id = p_line_id;
    if v_known is not null then
      perform bomstream.write_candidates(jsonb_build_array(jsonb_build_object('line_id', p_line_id, 'candidates', v_known -> 'candidates')), array[p_line_id]);
    elsif v_asks_anew then
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
    perform bomstream.note_change(p_bom_id);
  end if;
  return (public.bomstream_bom_line_read(p_user_id, p_bom_id, p_line_id)::jsonb || jsonb_build_object('change_id', v_change_id))::json;
end $$;
comment on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) is
  'Changes what p_changes names of a line, orderable_key with mpn and value_asks with value and footprint, and says in bom_changes who did it; answers as bomstream_bom_line_read, and `change_id`, what it wrote, for bomstream_bom_review_undo, null where nothing changed. A line that asks for another part, or is placed again, loses what was found and is pending: the next run takes it; unless it said the same before (known_of_words), and has that again. Any other keeps its result, with what it says against its part after the change: p_judged {state, contradictions}, made of bomstream_bom_line_judging_read in that `state`; where the line is in another by now, nothing is done, and {stale} says so. Without p_judged what was said against it stays. A line whose words about its part change is no longer approved. With p_as_of, the newest change that the caller has seen, refuses as require_seen does. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.bomstream_bom_line_change(uuid, uuid, uuid, jsonb, jsonb, bigint) to service_role;

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
  perform bomstream.note_change(p_bom_id);
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', jsonb_array_length(v_changes), 'changes', v_changes);
end $$;
comment on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) is
  'What people decide of lines, all or none of at most 500: approve (right), choose (p_choice {mpn, manufacturer, orderable_key} is the part that is meant: the line loses what was found but for its candidates, and the next run looks that up), keep_as_written (meant so, whatever was found; a line whose part was chosen loses what was found of it, and is pending), nothing_to_buy (skipped from now on), reject (what was found is not it), reset (nothing decided: a line whose chosen part was found loses that, and is pending). What is chosen or kept is remembered for the organization and used for the same words in later runs, until a reset. `changes` [{line_id, change_id}] is what it wrote, for bomstream_bom_review_undo. With p_as_of, the newest change that the caller has seen, refuses as require_seen does. Refuses as lock_line does. Needs editor.';
revoke all on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review(uuid, uuid, uuid[], text, jsonb, bigint) to service_role;

create or replace function public.bomstream_bom_delete(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'admin');
begin
  -- Its row is locked first, then its runs and lines with it: whatever works on it either ends before, or finds it gone.
  delete from bomstream.boms b where b.id = p_bom_id;
  if found then
    insert into bomstream.deleted_boms (bom_id, organization_id) values (p_bom_id, v_bom.organization_id);
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_bom_delete(uuid, uuid) is
  'Deletes a BOM with its lines, runs and events, whether or not a run is active: a worker that holds lines of it learns so from its next call, and streams from the table, those over its organization for a minute. Needs admin.';
revoke all on function public.bomstream_bom_delete(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_delete(uuid, uuid) to service_role;

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
         -- Told to those who watch it as changes of lines are; after it there are none.
         change_id = nextval('bomstream.bom_changes_id_seq'), changed_at = now(),
         release_name = p_name, release_boards = p_boards, boards = coalesce(p_boards, b.boards), schedule_due_at = null,
         release_suppliers = (select jsonb_build_object('blocked', o.blocked_suppliers, 'preferred', o.preferred_suppliers)
                              from bomstream.organizations o where o.id = v_bom.organization_id)
   where b.id = p_bom_id
  returning * into v_bom;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_release(uuid, uuid, text, integer) is
  'Freezes the BOM with its lines, their components and offers, own stock and agreed prices as they are known now: from then on it is read, compared, exported and deleted, and nothing else. Streams tell of it as of a change of its lines. 409 bom_released, and run_active while a run is active. Needs editor.';
revoke all on function public.bomstream_bom_release(uuid, uuid, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_release(uuid, uuid, text, integer) to service_role;

create or replace function public.bomstream_sweep() returns jsonb
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
  v_changes integer;
  v_deliveries integer;
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
  delete from bomstream.run_changes c where c.id = any (array(
    select o.id from bomstream.run_changes o where o.created_at < now() - interval '90 days' order by o.created_at limit c_rows));
  get diagnostics v_changes = row_count;
  delete from bomstream.webhook_deliveries d where d.id = any (array(
    select o.id from bomstream.webhook_deliveries o where o.created_at < now() - interval '30 days' order by o.created_at limit c_rows));
  get diagnostics v_deliveries = row_count;

  delete from bomstream.deleted_boms g where g.bom_id = any (array(
    select o.bom_id from bomstream.deleted_boms o where o.deleted_at < now() - interval '1 hour' order by o.deleted_at limit c_rows));

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
                            'supplier_answers', v_answers, 'changes', v_changes, 'deliveries', v_deliveries, 'of_deleted_organizations', v_of_organizations);
end $$;
comment on function public.bomstream_sweep() is
  'Retention, called by cron, a bite each time: events of runs that ended 30 days ago, deliveries to webhooks as old, what runs found before the last ten of their BOM, invocations and the log of our cron jobs after a day, workers after a week, supplier answers and changes after 90 days, the ids of deleted BOMs after an hour; and a piece of an organization that is being deleted. With nothing due it reads nothing. Returns how many of each it deleted.';
revoke all on function public.bomstream_sweep() from public, anon, authenticated;
grant execute on function public.bomstream_sweep() to service_role;

create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'),
    'deleted', coalesce(d.bom_ids, '[]'))), '[]')
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
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of which people changed lines, or which they released, within the last minute, with the newest change; `deleted`, the newest 50 that were deleted within it. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;
