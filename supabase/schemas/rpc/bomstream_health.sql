create or replace function public.bomstream_health(p_call bigint default null) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  c_jobs constant text[] := array['bomstream-tick', 'bomstream-sweep'];
  -- BOMs whose newest event is told, of those at work and of those that ended last: keys in Redis are of these.
  c_heads constant integer := 50;
  -- What is counted is counted no further than this: the answer is for people, and costs the same however much there is.
  c_counted constant integer := 1000;
  -- BOMs whose scheduled run could not be started: enough to see what is the matter.
  c_failed constant integer := 10;
  v_now timestamptz := clock_timestamp();
  v_jobs jsonb := '[]'::jsonb;
  v_missing jsonb := '[]'::jsonb;
  v_url text;
  v_open_to jsonb := '[]'::jsonb;
  v_call jsonb;
begin
  -- An extension that is not there takes its schema along, and whatever names a table of it would fail.
  if to_regclass('cron.job') is not null then
    select jsonb_agg(jsonb_build_object('name', n.name, 'schedule', j.schedule, 'active', j.active, 'last', l.last) order by n.name desc)
      into v_jobs
    from unnest(c_jobs) as n(name) left join cron.job j on j.jobname = n.name
    left join lateral (
      select jsonb_build_object('at', bomstream.iso(d.start_time), 'status', d.status, 'message', d.return_message,
                                'age_seconds', extract(epoch from v_now - d.start_time)) as last
      from cron.job_run_details d where d.jobid = j.jobid and d.start_time is not null
      order by d.runid desc limit 1) l on true;
  end if;
  if to_regclass('vault.decrypted_secrets') is null then
    v_missing := jsonb_build_array('project_url', 'runner_key');
  else
    select coalesce(jsonb_agg(n.name), '[]') into v_missing
    from (values ('project_url'), ('runner_key')) as n(name)
    where not exists (select from vault.decrypted_secrets s where s.name = n.name);
    select s.decrypted_secret into v_url from vault.decrypted_secrets s where s.name = 'project_url';
  end if;
  if to_regclass('net._http_response') is not null then
    select coalesce(jsonb_agg(r.name), '[]') into v_open_to from (values ('anon'), ('authenticated')) as r(name)
    where has_schema_privilege(r.name, 'net', 'usage')
      and has_table_privilege(r.name, 'net.http_request_queue', 'select');
    select jsonb_build_object('status_code', a.status_code, 'error', a.error_msg) into v_call
    from net._http_response a where a.id = p_call;
  end if;

  return jsonb_build_object(
    'version', public.bomstream_version() ->> 'version',
    -- Those that the functions of the project can call, with the names of their parameters.
    'functions', (select jsonb_object_agg(p.proname, coalesce(to_jsonb(p.proargnames), '[]'))
                  from pg_catalog.pg_proc p
                  where p.pronamespace = 'public'::regnamespace and p.proname like 'bomstream\_%'
                    and has_function_privilege('service_role', p.oid, 'execute')),
    'has_pg_cron', to_regclass('cron.job') is not null,
    'has_pg_net', to_regclass('net._http_response') is not null,
    'cron_jobs', v_jobs,
    'missing_secrets', v_missing,
    'project_url', v_url,
    'net_open_to', v_open_to,
    'call', v_call,
    -- The newest of the last hour of which it is known how it ended: another may have been made a moment ago.
    'last_invocation', (select jsonb_build_object('at', bomstream.iso(i.invoked_at), 'reason', i.reason, 'status_code', i.status_code,
                                                  'error', i.error)
                        from bomstream.invocations i where i.invoked_at > v_now - interval '1 hour'
                        order by i.answered_at is null, i.id desc limit 1),
    'invocations', (select count(*) from (select from bomstream.invocations i
                                          where i.invoked_at > v_now - interval '1 hour' limit c_counted) of_the_hour),
    'unanswered_invocations', (select count(*) from (select from bomstream.invocations i
                                                     where i.invoked_at > v_now - interval '1 hour' and i.status_code is null
                                                       and i.answered_at is not null limit c_counted) silent),
    'workers', (select count(*) from bomstream.workers w where w.live_until > v_now and w.stopped_at is null),
    'active_runs', (select count(*) from (select from bomstream.enrichment_runs r
                                          where r.status in ('queued', 'enriching', 'paused') limit c_counted) active),
    -- Seconds for which the run that waits longest has had events that Redis was not given.
    'unpublished_seconds', (select extract(epoch from v_now - min(w.last_update))
                            from (select r.last_update from bomstream.enrichment_runs r
                                  where r.published_seq < r.last_seq limit c_counted) w),
    'failed_schedules', (select coalesce(jsonb_agg(jsonb_build_object('bom_id', f.id, 'error', f.schedule_error)), '[]')
                         from (select b.id, b.schedule_error from bomstream.boms b
                               -- Of a schedule that was switched off nobody waits for a run.
                               where b.schedule_error is not null and b.schedule_due_at is not null
                               order by b.id limit c_failed) f),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object(
                    'supplier', s.supplier, 'failures', s.failures, 'last_failure', s.last_failure,
                    'blocked_seconds', case when s.blocked_until > v_now then extract(epoch from s.blocked_until - v_now) end,
                    'used_this_minute', (select count(*) from unnest(s.recent) t where t > v_now - interval '1 minute'),
                    'calls_per_minute', s.calls_per_minute,
                    'used_today', case when s.day = (v_now at time zone s.time_zone)::date then s.used_today else 0 end,
                    'calls_per_day', s.calls_per_day,
                    'parts_used', s.parts_used, 'parts_in_all', s.parts_in_all) order by s.supplier), '[]')
                  from bomstream.supplier_limits s),
    'heads', (select coalesce(jsonb_agg(jsonb_build_object('bom_id', p.bom_id, 'event_id', p.run || '-' || p.seq)), '[]')
              from bomstream.enrichment_progress p
              where p.bom_id in (
                (select r.bom_id from bomstream.enrichment_runs r where r.status in ('queued', 'enriching', 'paused') limit c_heads)
                union
                (select r.bom_id from bomstream.enrichment_runs r where r.completed_at is not null and not r.events_swept
                 order by r.completed_at desc limit c_heads))));
end $$;
comment on function public.bomstream_health(bigint) is
  'What an operator asks first. Which functions can be called; whether pg_cron and pg_net are there, our cron jobs and how each last ended; which Vault secrets are missing; who can read the calls that pg_net is about to make (their headers hold a key); what became of the last invocation, how many the last hour had, and how many of those got no answer; for how long Redis has not been given events; which BOMs'' scheduled runs could not be started, ten at most; how suppliers answer; the newest event of BOMs that ran lately. With the number that bomstream_invoke gave, also what became of that call. Holds no secret, and ids of all organizations'' BOMs.';
revoke all on function public.bomstream_health(bigint) from public, anon, authenticated;
grant execute on function public.bomstream_health(bigint) to service_role;
