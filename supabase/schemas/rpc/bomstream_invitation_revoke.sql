create or replace function public.bomstream_invitation_revoke(p_user_id uuid, p_organization_id uuid, p_invitation_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_invitations i
   where i.id = p_invitation_id and i.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'invitation_not_found',
      'There is no such invitation in the organization: it was used or revoked. GET …/members shows who has joined.');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_invitation_revoke(uuid, uuid, uuid) is
  'Takes an invitation back: its link opens nothing from then on. Needs admin.';
revoke all on function public.bomstream_invitation_revoke(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_revoke(uuid, uuid, uuid) to service_role;
