create or replace function public.bomstream_health() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'cron_job', (select jsonb_build_object('schedule', j.schedule, 'active', j.active)
                 from cron.job j where j.jobname = 'bomstream-tick'),
    'last_tick', (select jsonb_build_object('at', bomstream.iso(d.start_time), 'status', d.status, 'message', d.return_message,
                                            'age_seconds', extract(epoch from clock_timestamp() - d.start_time))
                  from cron.job_run_details d join cron.job j on j.jobid = d.jobid
                  where j.jobname = 'bomstream-tick' order by d.runid desc limit 1),
    'missing_secrets', (select coalesce(jsonb_agg(n.name), '[]')
                        from (values ('project_url'), ('runner_key')) as n(name)
                        where not exists (select from vault.decrypted_secrets s where s.name = n.name)),
    'net_open_to', (select coalesce(jsonb_agg(r.name), '[]') from (values ('anon'), ('authenticated')) as r(name)
                    where has_schema_privilege(r.name, 'net', 'usage')
                      and has_table_privilege(r.name, 'net.http_request_queue', 'select')),
    -- The newest of which it is known how it ended: another may have been made a moment ago.
    'last_invocation', (select jsonb_build_object('at', bomstream.iso(i.invoked_at), 'reason', i.reason, 'status_code', i.status_code,
                                                  'error', i.error)
                        from bomstream.invocations i order by i.answered_at is null, i.id desc limit 1),
    'unanswered_invocations', (select count(*) from bomstream.invocations i
                               where i.invoked_at > now() - interval '1 hour' and i.status_code is null
                                 and i.answered_at is not null))
$$;
comment on function public.bomstream_health() is
  'What an operator asks first: is the cron job there, when did it last tick and how did that end, which Vault secrets are missing, who can read the calls that pg_net is about to make (their headers hold a key), what became of the last invocation, and how many of the last hour got no answer.';
revoke all on function public.bomstream_health() from public, anon, authenticated;
grant execute on function public.bomstream_health() to service_role;
