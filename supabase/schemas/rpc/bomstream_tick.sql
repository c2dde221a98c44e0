create or replace function public.bomstream_tick() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- Enriching time a run may take; pauses and waits for a supplier's day do not count.
  c_deadline_seconds constant integer := 24 * 3600;
  -- The call gives up after 2 s; the rest is for pg_net to come to it when others have many calls before it.
  c_answer_within constant interval := interval '20 seconds';
  -- pg_net dates an answer by the transaction that took the call, which may have begun a moment before the call.
  c_dated_before constant interval := interval '1 second';
  -- Runs ended or told of at once. Those that are left come with the next tick.
  c_runs constant integer := 100;
  v_run record;
begin
  -- pg_cron queues a job that is still running; a second tick at once would only repeat the first.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.tick')) then
    return jsonb_build_object('busy', true);
  end if;

  -- pg_net's numbers begin at 1 again after a crash of the database, and ours go on: an answer of that number may be to
  -- somebody else's call. So it must come in time, and no later call of ours may have a number that is not above it.
  update bomstream.invocations i
     set status_code = a.status_code, error = a.error_msg, answered_at = clock_timestamp()
    from net._http_response a
   where i.answered_at is null and i.invoked_at > statement_timestamp() - interval '1 hour'
     and a.id = i.request_id and a.created between i.invoked_at - c_dated_before and i.invoked_at + c_answer_within
     and not exists (select from bomstream.invocations n where n.id > i.id and n.request_id <= i.request_id);
  -- Silence is a failure like any other: pg_net's worker may be down, and its queue must not fill meanwhile.
  update bomstream.invocations i
     set error = format('pg_net gave no answer within %s seconds', extract(epoch from c_answer_within)::integer),
         answered_at = clock_timestamp()
   where i.answered_at is null and i.invoked_at < statement_timestamp() - c_answer_within;

  for v_run in
    select r.id, r.bom_id, t.is_late from bomstream.enrichment_runs r
    cross join lateral (
      select r.enriching_seconds + extract(epoch from clock_timestamp() - r.enriching_since) > c_deadline_seconds as is_late) t
    cross join lateral bomstream.run_wait(r) w
    where r.status in ('queued', 'enriching')
      and (t.is_late or (w.reason, w.until) is distinct from (r.waiting_for, r.waiting_until))
    order by t.is_late desc nulls last, r.id limit c_runs
  loop
    -- A BOM that is being deleted, and a run whose row is locked, are left for the next tick: to wait for one while
    -- holding another is a deadlock with the deletion of an organization.
    continue when not exists (select from bomstream.boms b where b.id = v_run.bom_id for key share skip locked);
    perform from bomstream.enrichment_runs r
      where r.id = v_run.id and r.status in ('queued', 'enriching') for no key update skip locked;
    continue when not found;
    if v_run.is_late then
      perform bomstream.end_run(v_run.id, 'failed', 'not finished within 24 hours of enriching time');
    else
      perform bomstream.note_wait(v_run.id);
    end if;
  end loop;

  return jsonb_build_object('started', bomstream.start_due_runs(), 'invoked', bomstream.request_runners('tick'));
end $$;
comment on function public.bomstream_tick() is
  'The safety net, called by cron: notes what became of earlier invocations, the unanswered ones included, ends runs past their deadline, says of runs what they wait for where no worker did, starts runs of schedules that are due, and calls runners where work waits and none is alive. With nothing to do it makes no call.';
revoke all on function public.bomstream_tick() from public, anon, authenticated;
grant execute on function public.bomstream_tick() to service_role;
