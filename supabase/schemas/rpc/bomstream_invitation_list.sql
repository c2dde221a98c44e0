create or replace function public.bomstream_invitation_list(p_user_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_organization(p_user_id, p_organization_id, 'admin');
  return (
    select jsonb_build_object('invitations', coalesce(jsonb_agg(bomstream.invitation_json(i) order by i.created_at, i.id), '[]'))
    from bomstream.organization_invitations i
    where i.organization_id = p_organization_id and i.expires_at > now());
end $$;
comment on function public.bomstream_invitation_list(uuid, uuid) is
  'The invitations that are open, a hundred at most, the oldest first, with whom each is for and who invited; never a token. Needs admin.';
revoke all on function public.bomstream_invitation_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_list(uuid, uuid) to service_role;
