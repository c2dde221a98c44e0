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
      perform bomstream.refuse(409, 'nothing_to_undo', format('%s was changed since it was decided. Decide it anew.', bomstream.line_name(v_line, true)));
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
        perform bomstream.refuse(409, 'nothing_to_undo', format('%s was changed since it was decided. Decide it anew.', bomstream.line_name(v_line, true)));
      end if;
      v_asked_anew := coalesce(v_change.action in ('choose', 'reset')
        or v_change.action = 'keep_as_written' and v_before #> '{found,remarks}' @> '[{"code": "chosen"}]', false);
      v_back := case when v_is_same then jsonb_populate_record(v_line, v_before -> 'found') else v_line end;
      -- What a run has found since of the part that was chosen, or of the words in place of the one chosen before.
      v_is_anew := v_is_same is not true and (v_change.action = 'choose' and v_line.remarks @> '[{"code": "chosen"}]'
        or v_change.action = 'keep_as_written' and v_asked_anew);
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
    insert into bomstream.bom_changes (bom_id, line_id, user_id, key_id, action, took_back, took_back_wholly)
    values (p_bom_id, v_line_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), 'undo', v_change.id,
            coalesce(bomstream.review_state(v_line_id) - 'state' = v_before - array['state', 'words', 'alternates', 'candidates'], false));
  end loop;
  perform bomstream.note_change(p_bom_id);
  return jsonb_build_object('bom_id', p_bom_id, 'reviewed', (select count(distinct x) from unnest(p_line_ids) x), 'changes', jsonb '[]');
end $$;
comment on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) is
  'Takes the last review of lines back, all or none of at most 500: each has the review that it had before, and the organization remembers for its words what it did, unless somebody has decided of them since. Where nothing was found and nobody edited it since, it has what was found back, too; else it keeps what was found, but for that of a chosen part, which it loses and is pending. Of a review that was carried over from another revision, nothing is decided. With p_change_ids, the changes that are meant, one a line and edits too, as undo_edit has those: refuses as change_to_undo does where somebody has decided since. Refuses as lock_line does, and 409 nothing_to_undo where no review is left that could be taken back. Needs editor.';
revoke all on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) from public, anon, authenticated;
grant execute on function public.bomstream_bom_review_undo(uuid, uuid, uuid[], bigint[]) to service_role;
