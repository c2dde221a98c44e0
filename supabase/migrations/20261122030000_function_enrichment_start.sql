create function public.enrichment_start(
  p_user_id uuid, p_bom_id uuid, p_organization_id uuid, p_project_id uuid, p_priority integer, p_mode text)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_bom public.boms := private.require_bom(p_user_id, p_bom_id, 'editor');
  v_run public.enrichment_runs;
  v_total integer;
  v_skipped integer;
begin
  if v_bom.organization_id <> p_organization_id or (p_project_id is not null and v_bom.project_id is distinct from p_project_id) then
    perform private.refuse(404, 'bom_not_found', 'There is no BOM with this id in the organization and project you named.');
  end if;
  -- Two starts at once: the second waits here and then sees the first one's run.
  perform from public.boms b where b.id = p_bom_id for no key update;

  if exists (select from public.enrichment_runs r
             where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    perform private.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it, resume it or cancel it first.');
  end if;

  select count(*) filter (where private.mode_takes(p_mode, l.status)),
         count(*) filter (where p_mode = 'all' and l.status = 'skipped')
    into v_total, v_skipped
    from public.bom_lines l where l.bom_id = p_bom_id;
  if v_total = 0 then
    perform private.refuse(422, 'nothing_to_do', case p_mode
      when 'pending' then 'No line of this BOM is waiting. Start with mode "all" to enrich it again.'
      when 'failed' then 'No line of this BOM failed. Start with mode "all" to enrich it again.'
      else 'Every line of this BOM is marked do-not-place or has no part number.' end);
  end if;

  insert into public.enrichment_runs (bom_id, organization_id, project_id, user_id, run, mode, priority, batch_size,
                                      total_items, skipped_items)
  values (p_bom_id, v_bom.organization_id, v_bom.project_id, p_user_id,
          coalesce((select max(r.run) from public.enrichment_runs r where r.bom_id = p_bom_id), 0) + 1,
          p_mode, p_priority,
          -- About twenty batches a run: small enough to watch, large enough to be quick.
          least(100, greatest(10, ceil(v_total / 20.0)))::smallint,
          v_total + v_skipped, v_skipped)
  returning * into v_run;

  update public.bom_lines l
     set status = 'pending', run_id = v_run.id, fence = l.fence + 1, attempts = 0, worker_id = null,
         visible_at = '-infinity', changed_run = v_run.run, changed_seq = 1
   where l.bom_id = p_bom_id and private.mode_takes(p_mode, l.status);

  perform private.emit_event(v_run.id, 'enrichment.started');
  return jsonb_build_object(
    'run', jsonb_build_object('bom_id', p_bom_id, 'run_id', v_run.id, 'run', v_run.run, 'status', v_run.status,
                              'total_items', v_run.total_items),
    'publish', private.unpublished_events(p_bom_id));
end $$;
comment on function public.enrichment_start(uuid, uuid, uuid, uuid, integer, text) is
  'Starts the BOM''s next run over the lines the mode takes: accepted and reported in one transaction. 409 while a run is active, 422 when the mode takes no line. Needs editor.';
revoke all on function public.enrichment_start(uuid, uuid, uuid, uuid, integer, text) from public, anon, authenticated;
grant execute on function public.enrichment_start(uuid, uuid, uuid, uuid, integer, text) to service_role;
