create or replace function bomstream.invitation_json(p_invitation bomstream.organization_invitations) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'invitation_id', p_invitation.id, 'role', p_invitation.role, 'label', p_invitation.label,
    'created_by', p_invitation.created_by, 'created_at', bomstream.iso(p_invitation.created_at),
    'expires_at', bomstream.iso(p_invitation.expires_at))
$$;
comment on function bomstream.invitation_json(bomstream.organization_invitations) is
  'An open invitation, as every answer shows it: never its token.';
revoke all on function bomstream.invitation_json(bomstream.organization_invitations) from public, anon, authenticated;
