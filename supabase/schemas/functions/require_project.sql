create or replace function bomstream.require_project(p_organization_id uuid, p_project_id uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_project_id is not null
     and not exists (select from bomstream.projects p where p.id = p_project_id and p.organization_id = p_organization_id) then
    perform bomstream.refuse(404, 'project_not_found', 'There is no project with this id in the organization.');
  end if;
end $$;
comment on function bomstream.require_project(uuid, uuid) is
  'Refuses unless the project, where one is named, is the organization''s.';
revoke all on function bomstream.require_project(uuid, uuid) from public, anon, authenticated;
