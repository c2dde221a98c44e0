create or replace function public.bomstream_project_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    select jsonb_build_object('projects', coalesce(jsonb_agg(jsonb_build_object(
             'project_id', p.id, 'name', p.name, 'created_at', bomstream.iso(p.created_at)) order by p.name, p.id), '[]'))
    from bomstream.projects p where p.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_project_list(uuid, uuid) is
  'The projects of an organization, a thousand at most, by name. Needs viewer.';
revoke all on function public.bomstream_project_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_project_list(uuid, uuid) to service_role;
