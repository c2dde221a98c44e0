create or replace function public.bomstream_member_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    select jsonb_build_object('members', coalesce(jsonb_agg(jsonb_build_object(
             'user_id', m.user_id, 'email', u.email, 'role', m.role, 'joined_at', bomstream.iso(m.created_at))
             order by m.created_at, m.user_id), '[]'))
    from bomstream.organization_members m
    join auth.users u on u.id = m.user_id
    where m.organization_id = p_organization_id);
end $$;
comment on function public.bomstream_member_list(uuid, uuid) is
  'The members of an organization, five hundred at most, the first one first. Needs viewer.';
revoke all on function public.bomstream_member_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_list(uuid, uuid) to service_role;
