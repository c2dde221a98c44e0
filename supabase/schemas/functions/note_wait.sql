create or replace function bomstream.note_wait(p_run_id uuid, p_alone boolean default true) returns void
language plpgsql security definer set search_path = '' as $$
declare
  -- Of the events that say nothing else. What comes sooner is left for the next tick.
  c_apart constant interval := interval '5 seconds';
  v_run bomstream.enrichment_runs;
  v_wait record;
begin
  select * into strict v_run from bomstream.enrichment_runs r where r.id = p_run_id;
  select * into v_wait from bomstream.run_wait(v_run);
  if (v_wait.reason, v_wait.until) is not distinct from (v_run.waiting_for, v_run.waiting_until)
     or (p_alone and v_run.wait_told_at > clock_timestamp() - c_apart) then
    return;
  end if;
  update bomstream.enrichment_runs r
     set waiting_for = v_wait.reason, waiting_until = v_wait.until,
         wait_told_at = case when p_alone then clock_timestamp() else r.wait_told_at end,
         -- The time of a run that can do nothing before tomorrow stands still.
         enriching_seconds = r.enriching_seconds + case when v_wait.reason = 'supplier_day'
           then coalesce(extract(epoch from clock_timestamp() - r.enriching_since), 0) else 0 end,
         enriching_since = case when v_wait.reason is distinct from 'supplier_day' and r.status = 'enriching'
           then coalesce(r.enriching_since, clock_timestamp()) end
   where r.id = p_run_id;
  if p_alone then
    perform bomstream.emit_event(p_run_id, 'enrichment.progress');
  end if;
end $$;
comment on function bomstream.note_wait(uuid, boolean) is
  'Notes what holds the run up where that has changed, and tells of it in an event of its own, at most one in five seconds; with p_alone false it only notes, for the event that the caller is about to write. The caller holds the run''s row lock.';
revoke all on function bomstream.note_wait(uuid, boolean) from public, anon, authenticated;
