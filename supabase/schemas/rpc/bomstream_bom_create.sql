create or replace function public.bomstream_bom_create(
  p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text, p_lines jsonb, p_idempotency_key text default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v_bom bomstream.boms;
begin
  perform bomstream.require_import(p_user_id, p_organization_id, p_project_id);

  -- Two at once with one key: the second waits here and then finds the first one's.
  insert into bomstream.boms (organization_id, project_id, name, line_count, created_by, idempotency_key)
  values (p_organization_id, p_project_id, p_name, jsonb_array_length(p_lines), p_user_id, p_idempotency_key)
  on conflict (created_by, organization_id, idempotency_key) where idempotency_key is not null do nothing
  returning * into v_bom;
  if v_bom.id is null then
    select * into v_bom from bomstream.boms b
    where b.created_by = p_user_id and b.organization_id = p_organization_id and b.idempotency_key = p_idempotency_key;
    return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'publish', null);
  end if;

  insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, manufacturer, quantity, designators,
                                description, do_not_place, orderable_key, status)
  select v_bom.id, v_bom.organization_id, x.line_number, x.mpn, x.manufacturer, x.quantity, x.designators,
         x.description, x.do_not_place, x.orderable_key,
         case when x.do_not_place or x.orderable_key is null then 'skipped' else 'pending' end
  from jsonb_to_recordset(p_lines) as x(line_number integer, mpn text, manufacturer text, quantity numeric,
    designators text, description text, do_not_place boolean, orderable_key text);

  if (select o.auto_start from bomstream.organizations o where o.id = p_organization_id)
     and exists (select from bomstream.bom_lines l where l.bom_id = v_bom.id and l.status = 'pending') then
    perform bomstream.start_run(v_bom.id, p_user_id, 5, 'pending', 'auto', null);
  end if;
  return jsonb_build_object('bom', bomstream.bom_summary(v_bom), 'publish', bomstream.unpublished_events(v_bom.id));
end $$;
comment on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) is
  'Stores a BOM with its 1 to 10,000 lines, whole or not at all, and returns its summary; starts its first run where the organization has that set (auto_start). With a key that the user has given in this organization before, as long as that BOM is there, it returns that one as it is now and stores nothing. Lines that are not placed or have no part number are skipped from the start. Refuses as bomstream_bom_may_create does. Needs editor.';
revoke all on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) from public, anon, authenticated;
grant execute on function public.bomstream_bom_create(uuid, uuid, uuid, text, jsonb, text) to service_role;
