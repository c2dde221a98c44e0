create or replace function bomstream.revoke_invitations_of(p_organization_id uuid, p_user_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id and i.created_by = p_user_id;
end $$;
comment on function bomstream.revoke_invitations_of(uuid, uuid) is
  'Closes the invitations that a member opened who may open none any more: with a token kept back he could let himself in again. The caller has locked the organization.';
revoke all on function bomstream.revoke_invitations_of(uuid, uuid) from public, anon, authenticated;
