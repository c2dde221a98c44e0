create function public.enrichment_sweep() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Deleted at once: short transactions, whatever has piled up. The next sweep goes on.
  c_at_once constant integer := 10000;
  v_events integer;
  v_kicks integer;
  v_workers integer;
  v_ticks integer;
  v_answers integer := 0;
  v_turn private.turns;
begin
  -- Of runs that have ended: a paused one must find all of its events when it goes on.
  delete from public.enrichment_events e using (
    select o.bom_id, o.run, o.seq from public.enrichment_events o
    where o.created_at < now() - interval '30 days'
      and not exists (select from public.enrichment_runs r
                      where r.bom_id = o.bom_id and r.status in ('queued', 'enriching', 'paused'))
    order by o.created_at limit c_at_once) old
  where (e.bom_id, e.run, e.seq) = (old.bom_id, old.run, old.seq);
  get diagnostics v_events = row_count;

  -- Only answers to our own kicks: the table is shared with every other user of pg_net in the database.
  -- Where it is closed to us, pg_net's own expiry of six hours has to do.
  if has_table_privilege('net._http_response', 'delete') then
    delete from net._http_response a using private.kicks k where a.id = k.request_id and k.answered_at is not null;
    get diagnostics v_answers = row_count;
  end if;
  delete from private.kicks k where k.kicked_at < now() - interval '1 day';
  get diagnostics v_kicks = row_count;
  delete from private.workers w where w.live_until < now() - interval '7 days';
  get diagnostics v_workers = row_count;
  delete from cron.job_run_details d using cron.job j
   where j.jobid = d.jobid and j.jobname like 'bomstream-%' and d.end_time < now() - interval '1 day';
  get diagnostics v_ticks = row_count;
  -- Of organizations whose runs were deleted before they ended.
  for v_turn in
    select * from private.turns t
    where not exists (select from public.enrichment_runs r
                      where r.organization_id = t.organization_id and r.priority = t.priority
                        and r.status in ('queued', 'enriching', 'paused'))
    order by t.organization_id, t.priority
  loop
    perform private.leave_turns(v_turn.organization_id, v_turn.priority);
  end loop;
  return jsonb_build_object('events', v_events, 'kicks', v_kicks, 'workers', v_workers, 'ticks', v_ticks, 'answers', v_answers);
end $$;
comment on function public.enrichment_sweep() is
  'Retention, called by cron each hour: events of ended runs after 30 days, kicks and the logs of our cron jobs and HTTP answers after a day, workers after a week. Returns how many of each it deleted.';
revoke all on function public.enrichment_sweep() from public, anon, authenticated;
grant execute on function public.enrichment_sweep() to service_role;
