create or replace function bomstream.bom_summary(p_bom bomstream.boms) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'bom_id', p_bom.id,
    'organization_id', p_bom.organization_id,
    'project_id', p_bom.project_id,
    'name', p_bom.name,
    'line_count', p_bom.line_count,
    'created_at', bomstream.iso(p_bom.created_at),
    'schedule', p_bom.schedule,
    'schedule_due_at', bomstream.iso(p_bom.schedule_due_at),
    'release', case when p_bom.released_at is not null then jsonb_build_object(
      'name', p_bom.release_name, 'boards', p_bom.release_boards, 'released_at', bomstream.iso(p_bom.released_at),
      'released_by', p_bom.released_by, 'key_id', p_bom.released_by_key) end,
    'status', r.status,
    'latest_run', bomstream.run_summary(r),
    'nothing_to_look_up', r.id is null and not exists (
      select from bomstream.bom_lines l where l.bom_id = p_bom.id and l.status = 'pending'),
    'boards', p_bom.boards,
    'revision_of', p_bom.revision_of,
    'answer', case when j.bom_id is not null then jsonb_build_object(
      'boards', j.boards, 'verdicts', j.verdicts, 'event_id', j.event_id, 'at', bomstream.iso(j.judged_at)) end)
  from (select 1) one
  left join lateral (
    select * from bomstream.enrichment_runs e where e.bom_id = p_bom.id order by e.run desc limit 1) r on true
  left join lateral (select * from bomstream.bom_judgements g where g.bom_id = p_bom.id limit 1) j on true
$$;
comment on function bomstream.bom_summary(bomstream.boms) is 'A BOM with its latest run, as every answer shows it. `status` is null before the first run, `release` until it is released; `nothing_to_look_up`: that first run would be refused, for no line asks for a part.';
revoke all on function bomstream.bom_summary(bomstream.boms) from public, anon, authenticated;
