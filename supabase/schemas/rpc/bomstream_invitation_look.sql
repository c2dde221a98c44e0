create or replace function public.bomstream_invitation_look(p_token_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_invitation bomstream.organization_invitations;
begin
  select * into v_invitation from bomstream.organization_invitations i
   where i.token_hash = p_token_hash and i.expires_at > now();
  if not found then
    perform bomstream.refuse_invitation();
  end if;
  return jsonb_build_object('organization_id', v_invitation.organization_id, 'role', v_invitation.role,
    'expires_at', bomstream.iso(v_invitation.expires_at));
end $$;
comment on function public.bomstream_invitation_look(text) is
  'What the open invitation is whose token has this SHA-256, for whoever has the token, signed in or not: of which organization by its id, to which role, until when. It is not used up by that. Any other is refused as by bomstream_invitation_accept.';
revoke all on function public.bomstream_invitation_look(text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_look(text) to service_role;
