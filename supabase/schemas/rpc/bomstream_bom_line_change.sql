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
    if v_asks_anew or (v_old.result_run is null and v_changed && (c_approved || array['designators'])) then
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
