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
