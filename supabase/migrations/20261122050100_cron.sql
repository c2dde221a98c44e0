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

do $$
begin
  perform cron.schedule('bomstream-tick', '10 seconds', 'select public.enrichment_tick()');
exception when others then
  -- pg_cron before 1.5 knows no seconds. Runs still start at once; only recovery takes up to a minute.
  perform cron.schedule('bomstream-tick', '* * * * *', 'select public.enrichment_tick()');
end $$;

select cron.schedule('bomstream-sweep', '17 * * * *', 'select public.enrichment_sweep()');
