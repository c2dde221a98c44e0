create or replace function public.bomstream_start(
  p_user_id uuid, p_bom_id uuid, p_organization_id uuid, p_project_id uuid, p_priority integer, p_mode text,
  p_idempotency_key text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_run bomstream.enrichment_runs;
begin
  if v_bom.organization_id <> p_organization_id or (p_project_id is not null and v_bom.project_id is distinct from p_project_id) then
    perform bomstream.refuse(404, 'bom_not_found', 'There is no BOM with this id in the organization and project you named.');
  end if;
  v_run := bomstream.start_run(p_bom_id, p_user_id, p_priority, p_mode, 'user', p_idempotency_key);
  return jsonb_build_object(
    'run', jsonb_build_object('bom_id', p_bom_id, 'run_id', v_run.id, 'run', v_run.run, 'status', v_run.status,
                              'total_items', v_run.total_items),
    -- Rows bear the time at which the transaction that wrote them began; this one is that transaction or comes after it.
    'repeated', v_run.created_at <> now(),
    'publish', bomstream.unpublished_events(p_bom_id));
end $$;
comment on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) is
  'A user starts the BOM''s next run, as bomstream.start_run says; `repeated` says that it is the run of an earlier start with the same key. Needs editor.';
revoke all on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_start(uuid, uuid, uuid, uuid, integer, text, text) to service_role;
