create function public.enrichment_tick() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Enriching time a run may take; pauses do not count.
  c_deadline_seconds constant integer := 24 * 3600;
  v_run record;
begin
  -- pg_cron queues a job that is still running; a second tick at once would only repeat the first.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.tick')) then
    return jsonb_build_object('busy', true);
  end if;

  update private.kicks k
     set status_code = a.status_code, error = a.error_msg, answered_at = clock_timestamp()
    from net._http_response a
   where a.id = k.request_id and k.answered_at is null and k.kicked_at > statement_timestamp() - interval '1 hour';

  for v_run in
    select r.id, r.bom_id from public.enrichment_runs r
    where r.status in ('queued', 'enriching')
      and r.enriching_seconds + extract(epoch from clock_timestamp() - r.enriching_since) > c_deadline_seconds
    order by r.id
  loop
    perform from public.boms b where b.id = v_run.bom_id for key share;
    -- A run whose row is locked is being worked on: the next tick looks again.
    perform from public.enrichment_runs r
      where r.id = v_run.id and r.status in ('queued', 'enriching') for no key update skip locked;
    if found then
      perform private.end_run(v_run.id, 'failed', 'not finished within 24 hours of enriching time');
    end if;
  end loop;

  return jsonb_build_object('kicked', private.request_runners('tick'));
end $$;
comment on function public.enrichment_tick() is
  'The safety net, called by cron: notes what became of earlier kicks, ends runs past their deadline, and calls runners where work waits and none is alive. With nothing to do it makes no call.';
revoke all on function public.enrichment_tick() from public, anon, authenticated;
grant execute on function public.enrichment_tick() to service_role;
