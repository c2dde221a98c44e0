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
