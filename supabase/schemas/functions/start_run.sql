create or replace function bomstream.start_run(p_bom_id uuid, p_user_id uuid, p_priority integer, p_mode text, p_source text, p_idempotency_key text)
returns bomstream.enrichment_runs language plpgsql security definer set search_path = '' as $$
declare
  -- What earlier runs found is kept of so many, this one included.
  c_kept constant integer := 10;
  v_bom bomstream.boms;
  v_run bomstream.enrichment_runs;
  -- For so long stock is as good as new, the fact that grows old first (FRESH_SECONDS of shared/enrich/ask.ts has all kinds).
  c_fresh constant interval := interval '12 hours';
  v_active bomstream.enrichment_runs;
  -- `all` takes every line that is not skipped, `refresh` of those the ones that wait or were settled before this time,
  -- `failed` and `pending` those of that status.
  v_takes constant text[] := case when p_mode in ('all', 'refresh') then array['pending', 'enriched', 'not_found', 'failed'] else array[p_mode] end;
  v_before constant timestamptz := case p_mode when 'refresh' then clock_timestamp() - c_fresh else 'infinity' end;
  v_total integer;
  v_skipped integer;
begin
  -- Two starts at once: the second waits here and then sees the first one's run.
  select * into strict v_bom from bomstream.boms b where b.id = p_bom_id for no key update;

  -- A start sent again because its answer was lost is not a second start.
  select * into v_run from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.idempotency_key = p_idempotency_key;
  if found then
    return v_run;
  end if;
  if p_source = 'schedule' and v_bom.released_at is not null then
    return null;
  end if;
  perform bomstream.require_unreleased(v_bom);
  -- A schedule waits for no run: the tick that starts it may hold the turn that the end of that run waits for.
  if p_source = 'schedule' and exists (
       select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    return null;
  end if;
  select * into v_active from bomstream.enrichment_runs r
  where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused') for no key update;
  if found then
    if v_active.source <> 'schedule' then
      perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it, resume it or cancel it first.');
    end if;
    perform bomstream.end_run(v_active.id, 'cancelled', 'somebody started a run in place of this one, which was its schedule''s');
  end if;

  select (count(*) filter (where l.status = any (v_takes)
                             and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before)))::integer,
         (count(*) filter (where p_mode = 'all' and l.status = 'skipped'))::integer
    into v_total, v_skipped
    from bomstream.bom_lines l where l.bom_id = p_bom_id;
  if v_total = 0 and p_source = 'schedule' then
    return null;
  elsif v_total = 0 then
    perform bomstream.refuse(422, 'nothing_to_do', case p_mode
      when 'pending' then 'No line of this BOM is waiting. All of its lines can be looked up again.'
      when 'failed' then 'No line of this BOM failed. All of its lines can be looked up again.'
      when 'refresh' then 'Nothing that is known of this BOM has grown old yet. All of its lines can be looked up again all the same.'
      else 'Every line of this BOM is marked do-not-place or names no part.' end);
  end if;

  insert into bomstream.enrichment_runs (bom_id, organization_id, project_id, user_id, key_id, source, run, mode, priority, batch_size,
                                      total_items, skipped_items, idempotency_key)
  values (p_bom_id, v_bom.organization_id, v_bom.project_id, bomstream.person(p_user_id), bomstream.key_of(p_user_id), p_source,
          coalesce((select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id), 0) + 1,
          p_mode, p_priority,
          -- About twenty batches a run: small enough to watch, large enough to be quick. In tens, as suppliers take ten
          -- parts a call.
          least(100, greatest(10, ceil(v_total / 200.0) * 10))::smallint,
          v_total + v_skipped, v_skipped, p_idempotency_key)
  returning * into v_run;

  update bomstream.bom_lines l
     set status = 'pending', run_id = v_run.id, fence = l.fence + 1, attempts = 0, losses = 0, worker_id = null,
         visible_at = '-infinity', changed_run = v_run.run, changed_seq = 1
   where l.bom_id = p_bom_id and l.status = any (v_takes)
     and (l.status = 'pending' or coalesce(l.settled_at, '-infinity') < v_before);

  if v_skipped > 0 then
    insert into bomstream.run_line_results (run_id, line_id, status)
    select v_run.id, l.id, l.status from bomstream.bom_lines l where l.bom_id = p_bom_id and l.status = 'skipped';
  end if;
  update bomstream.enrichment_runs r set results_expired = true where r.bom_id = p_bom_id and r.run = v_run.run - c_kept;

  perform bomstream.emit_event(v_run.id, 'enrichment.started');
  -- Written to even where it is there, so that the end of the organization's last run before this one waits for us.
  insert into bomstream.turns as t (organization_id) values (v_run.organization_id)
  on conflict (organization_id) do update set served_at = t.served_at;
  return v_run;
end $$;
comment on function bomstream.start_run(uuid, uuid, integer, text, text, text) is
  'Starts the BOM''s next run over the lines the mode takes: accepted and reported in one transaction. With an idempotency key that was used for this BOM before it returns that run instead. A run of a schedule that is active ends for it, cancelled, unless this one is a schedule''s, too. 409 while another run is active and for a released BOM, 422 when the mode takes no line; for a schedule both return null instead.';
revoke all on function bomstream.start_run(uuid, uuid, integer, text, text, text) from public, anon, authenticated;
