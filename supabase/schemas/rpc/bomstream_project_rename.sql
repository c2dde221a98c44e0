create or replace function public.bomstream_project_rename(p_user_id uuid, p_organization_id uuid, p_project_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_project bomstream.projects;
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'editor');
  update bomstream.projects p set name = p_name
   where p.id = p_project_id and p.organization_id = p_organization_id
  returning * into v_project;
  if not found then
    perform bomstream.require_project(p_organization_id, p_project_id);
  end if;
  return jsonb_build_object('project_id', v_project.id, 'name', v_project.name, 'created_at', bomstream.iso(v_project.created_at));
end $$;
comment on function public.bomstream_project_rename(uuid, uuid, uuid, text) is 'Gives a project another name. Needs editor.';
revoke all on function public.bomstream_project_rename(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_project_rename(uuid, uuid, uuid, text) to service_role;
