create or replace function bomstream.known_of_words(p_line bomstream.bom_lines, p_words jsonb) returns jsonb
-- as line_json: no release could add a column
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What was found belongs to the first, and is held against the others.
  c_judged constant text[] := array['mpn', 'manufacturer', 'do_not_place', 'value', 'footprint', 'description', 'designators', 'supplier_numbers', 'alternates'];
  v_then jsonb := to_jsonb(p_line) || bomstream.line_details(p_line);
  v_states text[] := array[bomstream.line_state(p_line)];
  -- Those that it has, as one whose candidate was chosen; an edit that took them away kept them.
  v_candidates jsonb := (
    select coalesce(jsonb_agg(to_jsonb(k) - array['line_id', 'position'] order by k.position), '[]')
    from bomstream.line_candidates k where k.line_id = p_line.id);
  v_edit record;
begin
  -- Back from edit to edit, as long as nothing was found and nothing decided between them. Who tries more spellings looks them up.
  for v_edit in
    select c.before, c.reviewed from bomstream.bom_changes c
    where c.line_id = p_line.id and c.action = 'edit' and not c.undone
    order by c.id desc limit 20
  loop
    exit when v_edit.reviewed is null or v_edit.reviewed #>> '{after,state}' <> all (v_states) or v_edit.reviewed #>> '{after,review}' is distinct from p_line.review;
    v_then := v_then || v_edit.before;
    -- The state that it left, too: behind a note, what stood before it is said to have left the same (restate_changes).
    v_states := array[v_edit.reviewed #>> '{before,state}', v_edit.reviewed #>> '{after,state}'];
    v_candidates := coalesce(v_edit.reviewed #> '{before,candidates}', v_candidates);
    if not exists (select from unnest(c_judged) f where v_then -> f is distinct from p_words -> f) then
      -- What was decided of these words since, on whichever line, or is decided no more, asks for another answer.
      exit when (v_edit.reviewed #>> '{before,decision,decided_at}')::timestamptz is distinct from (
        select d.decided_at from bomstream.part_decisions d
        where d.organization_id = p_line.organization_id and d.asked = v_edit.reviewed #>> '{before,asked}');
      -- A paused run still has to look up what it had to look up before.
      return case when v_edit.reviewed #>> '{before,found,status}' = 'pending' or not exists (
        select from bomstream.enrichment_runs r where r.bom_id = p_line.bom_id and r.status in ('queued', 'enriching', 'paused'))
        then v_edit.reviewed -> 'before' || jsonb_build_object('candidates', v_candidates) end;
    end if;
  end loop;
  return null;
end $$;
comment on function bomstream.known_of_words(bomstream.bom_lines, jsonb) is
  'What a locked line had (as review_state has it, with `candidates`) when it last said p_words {field: value}, if people have edited it since, done nothing else to it, nothing was found, and what the organization remembers for these words is the same: the same words have the same answer. Null where it never said so, or that is long ago.';
revoke all on function bomstream.known_of_words(bomstream.bom_lines, jsonb) from public, anon, authenticated;
