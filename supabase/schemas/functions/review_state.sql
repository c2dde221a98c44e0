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
