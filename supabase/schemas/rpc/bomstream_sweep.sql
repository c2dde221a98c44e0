create or replace function public.bomstream_sweep() returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  -- What one call deletes: some tens of milliseconds of work.
  c_events constant integer := 2000;
  c_runs constant integer := 100;
  c_results constant integer := 5000;
  c_rows constant integer := 500;
  v_organization_id uuid;
  v_of_organizations integer := 0;
  v_run record;
  v_deleted integer;
  v_events integer := 0;
  v_results integer := 0;
  v_invocations integer;
  v_workers integer;
  v_answers integer;
  v_changes integer;
  v_deliveries integer;
  v_ticks integer := 0;
  v_from bigint;
  v_upto bigint;
begin
  -- Two at once would only wait for each other.
  if not pg_try_advisory_xact_lock(hashtext('bomstream.sweep')) then
    return jsonb_build_object('busy', true);
  end if;

  -- BOMs come before everything below in the order of locks. An import may hold the organization for a moment.
  select o.id into v_organization_id from bomstream.organizations o
  where o.deleted_at is not null order by o.deleted_at limit 1 for no key update skip locked;
  if found then
    v_of_organizations := bomstream.delete_organization_piece(v_organization_id);
  end if;

  -- Run by run, the run locked first, as in the deletion of its BOM. One that has not ended keeps all of its events: it
  -- must find them when it goes on.
  for v_run in
    select r.id, r.bom_id, r.run from bomstream.enrichment_runs r
    where r.completed_at < now() - interval '30 days' and not r.events_swept
    order by r.completed_at limit c_runs for no key update skip locked
  loop
    delete from bomstream.enrichment_events e
     where e.bom_id = v_run.bom_id and e.run = v_run.run
       and e.seq = any (array(select o.seq from bomstream.enrichment_events o
                              where o.bom_id = v_run.bom_id and o.run = v_run.run
                              order by o.seq limit c_events - v_events));
    get diagnostics v_deleted = row_count;
    -- What is gone can be published by nobody: it counts as published, or runners would be called for it for ever.
    update bomstream.enrichment_runs r
       set events_swept = v_events + v_deleted < c_events,
           published_seq = r.last_seq, publish_due_at = 'infinity', publish_failures = 0
     where r.id = v_run.id;
    v_events := v_events + v_deleted;
    exit when v_events >= c_events;
  end loop;

  for v_run in
    select r.id from bomstream.enrichment_runs r where r.results_expired limit c_runs for no key update skip locked
  loop
    delete from bomstream.run_line_results f
     where f.run_id = v_run.id
       and f.line_id = any (array(select o.line_id from bomstream.run_line_results o
                                  where o.run_id = v_run.id order by o.line_id limit c_results - v_results));
    get diagnostics v_deleted = row_count;
    update bomstream.enrichment_runs r set results_expired = v_results + v_deleted >= c_results where r.id = v_run.id;
    v_results := v_results + v_deleted;
    exit when v_results >= c_results;
  end loop;

  delete from bomstream.invocations i where i.id = any (array(
    select o.id from bomstream.invocations o where o.invoked_at < now() - interval '1 day' order by o.invoked_at limit c_rows));
  get diagnostics v_invocations = row_count;
  delete from bomstream.workers w where w.id = any (array(
    select o.id from bomstream.workers o where o.live_until < now() - interval '7 days' order by o.live_until limit c_rows));
  get diagnostics v_workers = row_count;
  delete from bomstream.supplier_answers a using (
    select o.supplier, o.orderable_key from bomstream.supplier_answers o
    where o.answered_at < now() - interval '90 days' order by o.answered_at limit c_rows) old
   where (a.supplier, a.orderable_key) = (old.supplier, old.orderable_key);
  get diagnostics v_answers = row_count;
  delete from bomstream.run_changes c where c.id = any (array(
    select o.id from bomstream.run_changes o where o.created_at < now() - interval '90 days' order by o.created_at limit c_rows));
  get diagnostics v_changes = row_count;
  delete from bomstream.webhook_deliveries d where d.id = any (array(
    select o.id from bomstream.webhook_deliveries o where o.created_at < now() - interval '30 days' order by o.created_at limit c_rows));
  get diagnostics v_deliveries = row_count;

  delete from bomstream.deleted_boms g where g.bom_id = any (array(
    select o.bom_id from bomstream.deleted_boms o where o.deleted_at < now() - interval '1 hour' order by o.deleted_at limit c_rows));

  -- The log of cron is everybody's, and has an index on its numbers alone: it is walked through once, from where the last
  -- sweep ended. A job that a crash cut short never ended, and one that never began has no time at all.
  select s.runid into v_from from bomstream.swept_jobs s;
  if (select d.start_time from cron.job_run_details d
      where d.runid > v_from and d.start_time is not null order by d.runid limit 1) < now() - interval '1 day' then
    select max(o.runid) into v_upto
    from (select d.runid, coalesce(d.end_time, d.start_time) as at from cron.job_run_details d
          where d.runid > v_from order by d.runid limit c_rows) o
    where o.at < now() - interval '1 day';
    delete from cron.job_run_details d
     where d.runid > v_from and d.runid <= v_upto
       and d.jobid = any (array(select j.jobid from cron.job j where j.jobname like 'bomstream-%'));
    get diagnostics v_ticks = row_count;
    update bomstream.swept_jobs s set runid = v_upto where v_upto is not null;
  end if;
  return jsonb_build_object('events', v_events, 'results', v_results, 'invocations', v_invocations, 'workers', v_workers, 'ticks', v_ticks,
                            'supplier_answers', v_answers, 'changes', v_changes, 'deliveries', v_deliveries, 'of_deleted_organizations', v_of_organizations);
end $$;
comment on function public.bomstream_sweep() is
  'Retention, called by cron, a bite each time: events of runs that ended 30 days ago, deliveries to webhooks as old, what runs found before the last ten of their BOM, invocations and the log of our cron jobs after a day, workers after a week, supplier answers and changes after 90 days, the ids of deleted BOMs after an hour; and a piece of an organization that is being deleted. With nothing due it reads nothing. Returns how many of each it deleted.';
revoke all on function public.bomstream_sweep() from public, anon, authenticated;
grant execute on function public.bomstream_sweep() to service_role;
