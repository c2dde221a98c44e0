create or replace function bomstream.end_run(p_run_id uuid, p_status text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_run bomstream.enrichment_runs;
  v_changes integer := 0;
begin
  update bomstream.enrichment_runs r
     set status = p_status,
         completed_at = clock_timestamp(),
         enriching_seconds = r.enriching_seconds
           + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0),
         enriching_since = null,
         waiting_for = null,
         waiting_until = null
   where r.id = p_run_id
  returning r.* into v_run;
  -- Leases end with the run: the raised fence refuses whatever a worker still brings.
  update bomstream.bom_lines l
     set fence = l.fence + 1, visible_at = '-infinity', worker_id = null
   where l.run_id = p_run_id and l.status = 'pending';
  if p_status = 'completed' then
    v_changes := bomstream.note_changes(p_run_id);
  end if;
  perform bomstream.emit_event(p_run_id, 'enrichment.' || p_status, case
    when p_status = 'completed' then json_build_object('changes', v_changes)
    when p_reason is null then '{}' else json_build_object('reason', p_reason) end);
  perform bomstream.tell_of_end(v_run, p_reason, v_changes);
  perform bomstream.leave_turns(v_run.organization_id);
end $$;
comment on function bomstream.end_run(uuid, text, text) is
  'The one way a run ends: status, leases and the terminal event together, with the number of changes where it is completed, and what webhooks are told. The caller holds the run''s row lock and has seen it active.';
revoke all on function bomstream.end_run(uuid, text, text) from public, anon, authenticated;
