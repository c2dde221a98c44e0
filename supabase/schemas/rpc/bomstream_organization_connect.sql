create or replace function public.bomstream_organization_connect(p_user_id uuid, p_organization_id uuid, p_with_admin_token boolean default false)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  -- Only what says so itself opens every organization: a user id that got lost on the way must open none.
  if p_with_admin_token then
    if not exists (select from bomstream.organizations o where o.id = p_organization_id and o.deleted_at is null) then
      perform bomstream.refuse(404, 'organization_not_found', 'There is no organization with this id.');
    end if;
  else
    perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  end if;
  return (public.bomstream_active(array[p_organization_id]) -> 0) || jsonb_build_object(
    'role', case when not p_with_admin_token then bomstream.enrichment_access(p_user_id, p_organization_id) end);
end $$;
comment on function public.bomstream_organization_connect(uuid, uuid, boolean) is
  'What a stream over a whole organization needs at its start: the right to read, and with which role, and the BOMs to follow, as bomstream_active has them. Needs viewer, or that the caller has seen the admin token.';
revoke all on function public.bomstream_organization_connect(uuid, uuid, boolean) from public, anon, authenticated;
grant execute on function public.bomstream_organization_connect(uuid, uuid, boolean) to service_role;
