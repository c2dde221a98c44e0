create or replace function public.bomstream_project_create(p_user_id uuid, p_organization_id uuid, p_name text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 1000;
  v_project bomstream.projects;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'editor');
  if (select count(*) from bomstream.projects p where p.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_projects',
      format('The organization has %s projects, the most that is possible. Delete one that is over.', c_most));
  end if;
  insert into bomstream.projects (organization_id, name) values (p_organization_id, p_name) returning * into v_project;
  return jsonb_build_object('project_id', v_project.id, 'name', v_project.name, 'created_at', bomstream.iso(v_project.created_at));
end $$;
comment on function public.bomstream_project_create(uuid, uuid, text) is 'Makes a project in an organization. Needs editor.';
revoke all on function public.bomstream_project_create(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_project_create(uuid, uuid, text) to service_role;
