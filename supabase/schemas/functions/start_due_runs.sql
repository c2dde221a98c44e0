create or replace function bomstream.start_due_runs() returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one tick starts: more would have users' starts in the same organizations wait for its end.
  c_runs constant integer := 20;
  c_lines constant integer := 20000;
  -- Nobody waits for it.
  c_priority constant integer := 1;
  v_due record;
  v_run bomstream.enrichment_runs;
  v_started integer := 0;
  v_lines integer := 0;
begin
  -- Several BOMs are locked, and none is waited for: whoever holds one may wait for what another start here has locked.
  for v_due in
    select b.id, coalesce(b.schedule, o.schedule) as schedule, o.schedule_hour, o.deleted_at from bomstream.boms b
    join bomstream.organizations o on o.id = b.organization_id
    where b.schedule_due_at <= statement_timestamp()
    order by b.schedule_due_at limit c_runs for no key update of b skip locked
  loop
    -- First of all, and whatever comes of it: what is passed over comes again with its next night.
    update bomstream.boms b
       set schedule_due_at = case when v_due.deleted_at is null then bomstream.next_due(b.id, v_due.schedule, v_due.schedule_hour) end
     where b.id = v_due.id;
    continue when v_due.deleted_at is not null;
    begin
      v_run := bomstream.start_run(v_due.id, null, c_priority, 'refresh', 'schedule', null);
      update bomstream.boms b set schedule_error = null where b.id = v_due.id and b.schedule_error is not null;
    exception when others then
      -- The fault of one BOM is no reason that nobody's run starts, nor for a tick that calls no runners.
      update bomstream.boms b set schedule_error = left(sqlstate || ': ' || sqlerrm, 1000) where b.id = v_due.id;
      raise warning 'bomstream: the scheduled run of BOM % was not started: % (%)', v_due.id, sqlerrm, sqlstate;
      continue;
    end;
    continue when v_run.id is null;
    v_started := v_started + 1;
    v_lines := v_lines + v_run.total_items;
    exit when v_lines >= c_lines;
  end loop;
  return v_started;
end $$;
comment on function bomstream.start_due_runs() is
  'Starts the runs of schedules that are due, at most twenty and about 20,000 lines, the longest due first, and gives each BOM its next time. One with an active run, or with nothing that has grown old, is passed over. What fails for one BOM is kept as its schedule_error and stops no other. Returns how many it started. The caller is the tick.';
revoke all on function bomstream.start_due_runs() from public, anon, authenticated;
