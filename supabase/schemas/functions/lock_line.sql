create or replace function bomstream.lock_line(p_bom_id uuid, p_line_id uuid) returns bomstream.bom_lines
language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms;
  v_status text;
  v_line bomstream.bom_lines;
begin
  -- In the order in which all lock: the bom, its run, the line.
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  perform bomstream.require_unreleased(v_bom);
  select r.status into v_status from bomstream.enrichment_runs r
  where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused') for no key update;
  select * into v_line from bomstream.bom_lines l where l.id = p_line_id and l.bom_id = p_bom_id for no key update;
  if v_line.id is null then
    perform bomstream.refuse(404, 'line_not_found', 'This BOM has no line with this id.');
  end if;
  if v_status is not null and (v_status <> 'paused' or v_line.status <> 'pending') then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it or cancel it first; while it is paused, lines that still wait may be changed.');
  end if;
  return v_line;
end $$;
comment on function bomstream.lock_line(uuid, uuid) is
  'A line that may be changed now, locked, and its BOM and run before it. 404 line_not_found; 409 bom_released; 409 run_active while a run is queued or enriching, and for a line that a paused run has settled.';
revoke all on function bomstream.lock_line(uuid, uuid) from public, anon, authenticated;
