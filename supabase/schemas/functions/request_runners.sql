create or replace function bomstream.request_runners(p_reason text) returns integer
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- A second runner is worth its start only when the first has more than this many lines before it.
  c_lines_per_runner constant integer := 100;
  -- An invoked runner shows up as a worker within this time, or its invocation has failed.
  c_boot_grace constant interval := interval '3 seconds';
  v_max smallint;
  v_wanted integer;
  v_missing integer;
  v_present integer;
  -- What waits to be sent to webhooks. Its runner is one besides, as at a start: those at work may be so for long.
  v_delivers integer;
  v_failures integer;
  v_call bigint;
begin
  -- Two transactions that both see a runner missing would both ask for it; the second can rely on the first.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.request_runners')) then
    return 0;
  end if;
  select s.max_runners into v_max from bomstream.settings s;
  select (select count(*)::integer from bomstream.workers w where w.stopped_at is null and w.live_until > statement_timestamp())
       + (select count(*)::integer from bomstream.invocations i where i.invoked_at > statement_timestamp() - c_boot_grace)
    into v_present;
  v_delivers := exists (select from bomstream.webhook_deliveries d where d.due_at <= statement_timestamp())::integer
    * (not exists (select from bomstream.invocations i where i.invoked_at > statement_timestamp() - c_boot_grace))::integer;
  -- Before the lines are counted, which takes as long as there are many.
  if v_present >= v_max and v_delivers = 0 then
    return 0;
  end if;

  -- What could be claimed now, counted no further than it matters; one runner at least for events Redis has not been given.
  select ceil(count(*)::numeric / c_lines_per_runner)::integer into v_wanted
  from (select from bomstream.enrichment_runs r
        -- run by run, as in next_runs
        cross join lateral (
          select from bomstream.bom_lines l
          where l.run_id = r.id and l.status = 'pending' and l.visible_at <= statement_timestamp()
          limit v_max * c_lines_per_runner) of_run
        where r.status in ('queued', 'enriching')
          -- Of an organization that is being deleted nobody takes a batch any more.
          and exists (select from bomstream.turns t where t.organization_id = r.organization_id)
        limit v_max * c_lines_per_runner) claimable;
  if v_wanted = 0 and exists (select from bomstream.enrichment_runs r
                              where r.published_seq < r.last_seq and r.publish_due_at <= statement_timestamp()) then
    v_wanted := 1;
  end if;
  v_missing := greatest(v_wanted - v_present, v_delivers);
  if v_missing = 0 then
    return 0;
  end if;

  -- An invocation that fails will mostly fail again: the pause doubles with each, up to ten minutes. One that is not answered in
  -- time, or not at all, has failed like one that is refused, unless a worker shows that the function was reached.
  select count(*)::integer into v_failures
  from (select bool_or(i.status_code between 200 and 299
                       -- the answer may be late or lost and the runner at work all the same
                       or exists (select from bomstream.workers w where w.started_at > i.invoked_at
                                  and w.started_at < i.invoked_at + interval '10 seconds'
                                  -- which follows, and has an index
                                  and w.live_until > i.invoked_at))
                 over (order by i.id desc) as has_worked
        from bomstream.invocations i
        where i.answered_at is not null and i.invoked_at > statement_timestamp() - interval '1 hour'
        order by i.id desc limit 10) recent
  where not coalesce(recent.has_worked, false);
  if v_failures > 0 and exists (
       select from bomstream.invocations i
       where i.invoked_at > statement_timestamp() - least(interval '10 minutes', c_boot_grace * power(2, v_failures))) then
    return 0;
  end if;

  for v_n in 1 .. v_missing loop
    v_call := bomstream.call_runner(p_reason);
    if v_call is null then
      insert into bomstream.invocations (reason, error, answered_at)
      values (p_reason, 'vault has no secret project_url or runner_key', clock_timestamp());
      return 0;
    end if;
    insert into bomstream.invocations (reason, request_id) values (p_reason, v_call);
  end loop;
  return v_missing;
end $$;
comment on function bomstream.request_runners(text) is
  'Asks pg_net for the runners that are missing: what the claimable lines need, at most max_runners, less the workers alive and those just called; one at least where deliveries to webhooks are due. While invocations fail it asks ever more rarely. Returns how many it asked for.';
revoke all on function bomstream.request_runners(text) from public, anon, authenticated;
