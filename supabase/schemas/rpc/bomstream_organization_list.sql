create or replace function public.bomstream_organization_list(p_user_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('organizations', coalesce(jsonb_agg(
    jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.name, o.id), '[]'))
  from bomstream.roles_of(p_user_id) m
  join bomstream.organizations o on o.id = m.organization_id
$$;
comment on function public.bomstream_organization_list(uuid) is 'The user''s organizations, a hundred at most, with the role in each; of a key its one.';
revoke all on function public.bomstream_organization_list(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_organization_list(uuid) to service_role;
