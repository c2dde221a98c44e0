create function public.enrichment_claim(p_worker_id uuid, p_limit integer default 100, p_published jsonb default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  -- Runs looked at before giving up: other workers may hold every claimable line of the first few.
  c_candidates constant integer := 8;
  v_lease interval;
  v_max_attempts integer;
  v_run public.enrichment_runs;
  v_spent uuid[];
  v_lines jsonb;
begin
  perform private.mark_published(p_published);
  select s.lease_seconds * interval '1 second', s.max_attempts into v_lease, v_max_attempts from private.settings s;

  for v_run in
    select r.* from public.enrichment_runs r
    where r.status in ('queued', 'enriching')
      and exists (select from public.bom_lines l
                  where l.run_id = r.id and l.status = 'pending' and l.visible_at <= clock_timestamp())
    order by r.priority desc,
             -- fairness: the organization that was served longest ago comes first, then its run that was
             (select max(o.served_at) from public.enrichment_runs o
              where o.organization_id = r.organization_id and o.status in ('queued', 'enriching')),
             r.served_at, r.created_at
    limit c_candidates
  loop
    -- Lock order everywhere: bom, worker, run, line, component.
    perform from public.boms b where b.id = v_run.bom_id for key share;
    insert into private.workers as w (id, live_until) values (p_worker_id, clock_timestamp() + v_lease)
    on conflict (id) do update set beat_at = clock_timestamp(), live_until = excluded.live_until;

    -- The run's lock is needed only to write an event: at the first claim, or to fail lines that keep killing workers.
    if v_run.status = 'queued'
       or exists (select from public.bom_lines l where l.run_id = v_run.id and l.status = 'pending'
                    and l.visible_at <= clock_timestamp() and l.attempts >= v_max_attempts) then
      select * into v_run from public.enrichment_runs r where r.id = v_run.id for no key update;
      if v_run.status not in ('queued', 'enriching') then
        continue;
      end if;
      if v_run.status = 'queued' then
        update public.enrichment_runs r
           set status = 'enriching', enriching_since = clock_timestamp(), started_at = coalesce(r.started_at, clock_timestamp())
         where r.id = v_run.id;
        perform private.emit_event(v_run.id, 'enrichment.progress');
        select * into v_run from public.enrichment_runs r where r.id = v_run.id;
      end if;
      with spent as (
        select l.id from public.bom_lines l
        where l.run_id = v_run.id and l.status = 'pending' and l.visible_at <= clock_timestamp()
          and l.attempts >= v_max_attempts
        order by l.line_number limit 100 for update skip locked),
      failed as (
        update public.bom_lines l
           set status = 'failed', result_status = 'failed', result_run = v_run.run, component_id = null,
               quality_score = null, source = null, settled_at = clock_timestamp(), fence = l.fence + 1, worker_id = null,
               remarks = jsonb_build_array(jsonb_build_object('code', 'worker_lost', 'detail',
                 format('Given up after %s attempts: each time, the worker died before it could answer.', l.attempts))),
               changed_run = v_run.run, changed_seq = v_run.last_seq + 1
          from spent where l.id = spent.id
        returning l.id)
      select array_agg(f.id) into v_spent from failed f;
      if v_spent is not null then
        perform private.settle_batch(v_run.id, v_spent, cardinality(v_spent));
      end if;
    end if;

    with taken as (
      update public.bom_lines l
         set visible_at = clock_timestamp() + v_lease, fence = l.fence + 1, attempts = l.attempts + 1, worker_id = p_worker_id
        from (select c.id from public.bom_lines c
              where c.run_id = v_run.id and c.status = 'pending' and c.visible_at <= clock_timestamp()
              order by c.visible_at, c.line_number
              limit least(p_limit, v_run.batch_size)
              for update skip locked) picked
       where l.id = picked.id
      returning l.id, l.line_number, l.mpn, l.manufacturer, l.fence, l.attempts)
    select jsonb_agg(jsonb_build_object('line_id', t.id, 'line_number', t.line_number, 'mpn', t.mpn,
                                        'manufacturer', t.manufacturer, 'fence', t.fence, 'attempts', t.attempts)
                     order by t.line_number)
      into v_lines from taken t;

    if v_lines is not null or v_spent is not null then
      -- Who is served next only needs to be roughly right, so this never waits for a commit in progress.
      update public.enrichment_runs r set served_at = clock_timestamp()
       where r.id = (select o.id from public.enrichment_runs o where o.id = v_run.id for no key update skip locked);
      return jsonb_build_object(
        'run', jsonb_build_object('run_id', v_run.id, 'bom_id', v_run.bom_id, 'organization_id', v_run.organization_id,
                                  'run', v_run.run),
        'lines', coalesce(v_lines, '[]'),
        'publish', private.unpublished_events(v_run.bom_id));
    end if;
  end loop;
  return jsonb_build_object('run', null, 'lines', '[]'::jsonb, 'publish', null);
end $$;
comment on function public.enrichment_claim(uuid, integer, jsonb) is
  'Leases at most p_limit lines of one run to a worker and raises each line''s fence: highest priority first, then the organization and run served longest ago. Taking over expired leases is the same call. Lines whose attempts are used up are failed here, so a line that kills its workers cannot keep a run open. The reply carries what Redis has not been given yet; no run in it means nothing is claimable now.';
revoke all on function public.enrichment_claim(uuid, integer, jsonb) from public, anon, authenticated;
grant execute on function public.enrichment_claim(uuid, integer, jsonb) to service_role;
