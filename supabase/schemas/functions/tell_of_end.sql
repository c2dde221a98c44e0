create or replace function bomstream.tell_of_end(p_run bomstream.enrichment_runs, p_reason text, p_changes integer) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run jsonb;
  v_lines bigint;
begin
  -- Most have none, and pay for nothing else.
  if not exists (select from bomstream.webhooks w where w.organization_id = p_run.organization_id and w.active) then
    return;
  end if;
  v_run := jsonb_build_object(
    'bom_id', p_run.bom_id, 'bom_name', (select b.name from bomstream.boms b where b.id = p_run.bom_id),
    'project_id', p_run.project_id, 'run_id', p_run.id, 'run', p_run.run, 'source', p_run.source);
  perform bomstream.queue_deliveries(p_run.organization_id, 'run.ended', v_run || jsonb_build_object(
    'status', p_run.status, 'reason', p_reason, 'changes', p_changes, 'state', bomstream.run_state(p_run)));
  if p_changes > 0 then
    perform bomstream.queue_deliveries(p_run.organization_id, 'changes.found', v_run || jsonb_build_object(
      'changes', p_changes,
      'kinds', (select jsonb_object_agg(k.kind, k.n)
                from (select c.kind, count(*) as n from bomstream.run_changes c
                      where c.bom_id = p_run.bom_id and c.run = p_run.run group by c.kind) k)));
  end if;
  -- A schedule would ask for the same decisions each night.
  if p_run.status = 'completed' and p_run.source <> 'schedule' then
    select count(*) into v_lines from bomstream.bom_lines l
    where l.bom_id = p_run.bom_id and l.result_run = p_run.run
      and (l.review in ('needed', 'rejected')
        or l.review = 'none' and (l.component_id is null and l.candidate_count > 0 and not l.remarks @> '[{"code": "kept_as_written"}]' or l.contradictions #>> '{0,severity}' = 'error'
          or l.remarks @> '[{"code": "manufacturer_asked"}]'));
    if v_lines > 0 then
      perform bomstream.queue_deliveries(p_run.organization_id, 'review.needed', v_run || jsonb_build_object('lines', v_lines));
    end if;
  end if;
end $$;
comment on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) is
  'Tells the organization''s webhooks of a run that has ended: run.ended, changes.found where it found any, and review.needed where people have to decide of lines that it settled.';
revoke all on function bomstream.tell_of_end(bomstream.enrichment_runs, text, integer) from public, anon, authenticated;
