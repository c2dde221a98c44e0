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
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s was edited before edits could be taken back. Edit it again.', bomstream.line_name(p_line, true)));
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
    perform bomstream.refuse(409, 'nothing_to_undo', format('%s was looked up since it was edited. Edit it again.', bomstream.line_name(p_line, true)));
  end if;
  v_edited := public.bomstream_bom_line_change(p_user_id, p_line.bom_id, p_line.id, v_words
    || case when v_before ? 'alternates' then jsonb_build_object('alternates', v_before -> 'alternates') else '{}' end);
  -- The undo itself tells of it, and is nothing that somebody edited since.
  delete from bomstream.bom_changes c where c.id = (v_edited ->> 'change_id')::bigint;
end $$;
comment on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) is
  'Gives a locked line back what it said before its newest edit, and, unless a run has taken it since, what was found of it, its candidates and its review. Else it is as after an edit that says the former words. 409 nothing_to_undo where a run has held the words against a part since, and of an edit before release 0.5.0.';
revoke all on function bomstream.undo_edit(uuid, bomstream.bom_lines, bomstream.bom_changes) from public, anon, authenticated;
