-- Hosted projects and the Supabase CLI's database bring these extensions; the embedded stack brings look-alikes
-- under the same schemas. pg_cron can only be created in the one database it is configured for.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_cron')
     and current_setting('cron.database_name', true) = current_database() then
    create extension if not exists pg_cron;
  end if;
  if exists (select from pg_available_extensions where name = 'pg_net') then
    create extension if not exists pg_net;
  end if;
end $$;

-- As many bites of the sweep as keep it ten times as fast as runners can make events, some 50 a second.
do $$
begin
  perform cron.schedule('bomstream-tick', '10 seconds', 'select public.enrichment_tick()'),
          cron.schedule('bomstream-sweep', '10 seconds', 'select public.enrichment_sweep() from generate_series(1, 3)');
exception when others then
  -- pg_cron before 1.5 knows no seconds. Runs still start at once; only recovery takes up to a minute.
  perform cron.schedule('bomstream-tick', '* * * * *', 'select public.enrichment_tick()'),
          cron.schedule('bomstream-sweep', '* * * * *', 'select public.enrichment_sweep() from generate_series(1, 15)');
end $$;

create table private.swept_jobs (
  only_row boolean primary key default true check (only_row),
  runid bigint not null
);
-- What was logged before there was a job of ours is none of it.
insert into private.swept_jobs (runid) select coalesce(max(d.runid), 0) from cron.job_run_details d;
alter table private.swept_jobs enable row level security;
comment on table private.swept_jobs is 'Up to which number the sweep has been through the log of cron: one row.';
