create or replace function public.bomstream_member_remove(p_user_id uuid, p_organization_id uuid, p_member_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id,
    case when p_member_id = p_user_id then 'viewer' else 'admin' end);
  perform bomstream.require_member(p_organization_id, p_member_id);
  perform bomstream.require_other_admin(p_organization_id, p_member_id);
  delete from bomstream.organization_members m
   where m.organization_id = p_organization_id and m.user_id = p_member_id;
  perform bomstream.revoke_invitations_of(p_organization_id, p_member_id);
  update bomstream.organizations o set members_changed_at = clock_timestamp() where o.id = p_organization_id;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_member_remove(uuid, uuid, uuid) is
  'Ends a membership, whose rights end with it, and the invitations and read-only links that the member made; keys stay, they are the organization''s. The last admin stays. Needs admin; everybody may leave.';
revoke all on function public.bomstream_member_remove(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_member_remove(uuid, uuid, uuid) to service_role;
