-- As many bites of the sweep as keep it ten times as fast as runners can make events, some 50 a second.
do $$
begin
  perform cron.schedule('bomstream-tick', '10 seconds', 'select public.bomstream_tick()'),
          cron.schedule('bomstream-sweep', '10 seconds', 'select public.bomstream_sweep() from generate_series(1, 3)');
exception when others then
  -- pg_cron before 1.5 knows no seconds. Runs still start at once; only recovery takes up to a minute.
  perform cron.schedule('bomstream-tick', '* * * * *', 'select public.bomstream_tick()'),
          cron.schedule('bomstream-sweep', '* * * * *', 'select public.bomstream_sweep() from generate_series(1, 15)');
end $$;
