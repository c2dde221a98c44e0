create or replace function public.bomstream_control(p_user_id uuid, p_bom_id uuid, p_action text) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_run bomstream.enrichment_runs;
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  perform from bomstream.boms b where b.id = p_bom_id for key share;
  select * into v_run from bomstream.enrichment_runs r
   where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')
   for no key update;
  if not found then
    perform bomstream.refuse(409, 'no_active_run', 'This BOM has no run that could be paused, resumed or cancelled. Start one first.');
  end if;

  if p_action = 'pause' and v_run.status <> 'paused' then
    update bomstream.enrichment_runs r
       set status = 'paused', enriching_since = null, waiting_for = null, waiting_until = null,
           enriching_seconds = r.enriching_seconds + coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0)
     where r.id = v_run.id;
    perform bomstream.emit_event(v_run.id, 'enrichment.paused');
  elsif p_action = 'resume' and v_run.status = 'paused' then
    -- A run paused before its first claim goes back to the queue.
    update bomstream.enrichment_runs r
       set status = case when r.started_at is null then 'queued' else 'enriching' end,
           enriching_since = case when r.started_at is not null then clock_timestamp() end
     where r.id = v_run.id;
    perform bomstream.note_wait(v_run.id, p_alone => false);
    perform bomstream.emit_event(v_run.id, 'enrichment.resumed');
  elsif p_action = 'cancel' then
    perform bomstream.end_run(v_run.id, 'cancelled');
  elsif p_action in ('pause', 'resume') then
    -- Asking twice is not an error: the run already is what the user wants.
    null;
  else
    perform bomstream.refuse(400, 'unknown_action', 'The action is one of pause, resume, cancel.');
  end if;

  select * into v_run from bomstream.enrichment_runs r where r.id = v_run.id;
  return jsonb_build_object(
    'run', jsonb_build_object('bom_id', p_bom_id, 'run_id', v_run.id, 'run', v_run.run, 'status', v_run.status,
                              'total_items', v_run.total_items),
    'publish', bomstream.unpublished_events(p_bom_id));
end $$;
comment on function public.bomstream_control(uuid, uuid, text) is
  'Pauses, resumes or cancels the BOM''s active run. A batch in flight when a pause comes still commits; nothing commits after a cancel. Asking for the state the run already has changes nothing. Needs editor.';
revoke all on function public.bomstream_control(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_control(uuid, uuid, text) to service_role;
