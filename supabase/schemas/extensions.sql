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
