create or replace function public.bomstream_member_update(p_user_id uuid, p_organization_id uuid, p_member_id uuid, p_role text) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  perform bomstream.require_member(p_organization_id, p_member_id);
  if p_role <> 'admin' then
    perform bomstream.require_other_admin(p_organization_id, p_member_id);
    perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  end if;
  update bomstream.organization_members m set role = p_role
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return jsonb_build_object('user_id', p_member_id, 'role', p_role);
end $$;
comment on function public.bomstream_member_update(uuid, uuid, uuid, text) is
  'Gives a member another role, which holds from the next call on; one that is admin no more loses the invitations that he opened. The last admin stays admin. Needs admin.';
revoke all on function public.bomstream_member_update(uuid, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_member_update(uuid, uuid, uuid, text) to service_role;
