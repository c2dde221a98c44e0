create or replace function public.bomstream_project_delete(p_user_id uuid, p_organization_id uuid, p_project_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  -- It locks BOMs, several of them.
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.projects p where p.id = p_project_id and p.organization_id = p_organization_id;
  if not found then
    perform bomstream.require_project(p_organization_id, p_project_id);
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_project_delete(uuid, uuid, uuid) is
  'Deletes a project; its BOMs stay, in no project. Needs admin.';
revoke all on function public.bomstream_project_delete(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_project_delete(uuid, uuid, uuid) to service_role;
