create or replace function public.bomstream_component_delete(p_user_id uuid, p_organization_id uuid, p_component_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  delete from bomstream.components c where c.id = p_component_id and c.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'component_not_found', 'There is no component with this id among the organization''s own.');
  end if;
  perform bomstream.count_own_components(p_organization_id, -1);
  perform bomstream.note_own_data(p_organization_id, 0, 0);
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_component_delete(uuid, uuid, uuid) is
  'Deletes a component that is the organization''s own. Lines that had it show none until their next run, and are judged as lines whose part nobody knows. Needs editor.';
revoke all on function public.bomstream_component_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_component_delete(uuid, uuid, uuid) to service_role;
