create or replace function bomstream.line_json(l bomstream.bom_lines, p_component text, p_judged text default null, p_alternates integer default null) returns text
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql security definer set search_path = '' as $$
begin
  -- Joined from text: what is null drops out of concat_ws, and json_strip_nulls would read each page of lines once more.
  return '{' || concat_ws(',',
    '"line_id":"' || l.id || '"',
    '"line_number":' || l.line_number,
    -- what it is called by where nothing else names it
    case when coalesce(l.designators, l.mpn, '') = '' then '"source_row":' || l.source_row end,
    '"designators":' || to_json(l.designators),
    '"quantity":' || l.quantity,
    '"mpn":' || to_json(l.mpn),
    '"manufacturer":' || to_json(l.manufacturer),
    '"description":' || to_json(l.description),
    '"value":' || to_json(l.value),
    '"footprint":' || to_json(l.footprint),
    '"substitution":' || to_json(l.substitution),
    '"alternate_count":' || nullif(p_alternates, 0),
    '"do_not_place":' || l.do_not_place,
    '"review":"' || l.review || '"',
    '"judged":' || p_judged,
    '"status":"' || case when l.status = 'pending' and l.worker_id is not null and l.visible_at > clock_timestamp()
                         then 'enriching' else l.status end || '"',
    case when l.result_run is not null then '"result":{' || concat_ws(',',
      '"run":' || l.result_run,
      '"status":"' || l.result_status || '"',
      '"quality_score":' || l.quality_score,
      '"source":' || to_json(l.source),
      '"step":"' || l.match_step || '"',
      '"candidates":' || nullif(l.candidate_count, 0),
      '"contradictions":' || nullif(l.contradictions, '[]')::text,
      '"remarks":' || l.remarks::text,
      '"component":' || p_component) || '}' end) || '}';
end $$;
comment on function bomstream.line_json(bomstream.bom_lines, text, text, integer) is
  'A line as every answer shows it, with its component, what it was judged to be, and how many alternates it has, as the caller describes them. What it has not is left out. `enriching` is derived from a live lease. All of it is JSON as text, which whoever puts lines together reads once and not for each of them.';
revoke all on function bomstream.line_json(bomstream.bom_lines, text, text, integer) from public, anon, authenticated;
