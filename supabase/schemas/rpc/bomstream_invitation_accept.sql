create or replace function public.bomstream_invitation_accept(p_user_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- Both are listed whole.
  c_members constant integer := 500;
  c_organizations constant integer := 100;
  v_invitation bomstream.organization_invitations;
  v_role text;
begin
  perform bomstream.require_user(p_user_id);
  -- The organization first, as everywhere, and then, in a statement that sees what was committed meanwhile, the invitation.
  perform from bomstream.organizations o
    where o.id = (select i.organization_id from bomstream.organization_invitations i where i.token_hash = p_token_hash)
    for no key update;
  delete from bomstream.organization_invitations i
   where i.token_hash = p_token_hash and i.expires_at > now()
  returning * into v_invitation;
  if not found then
    perform bomstream.refuse_invitation();
  end if;
  v_role := bomstream.enrichment_access(p_user_id, v_invitation.organization_id);
  if v_role is not null then
    -- The invitation stays open for whom it was meant: a refusal undoes everything.
    perform bomstream.refuse(409, 'already_member', format('You are %s in this organization already.', v_role));
  end if;
  if (select count(*) from bomstream.organization_members m where m.organization_id = v_invitation.organization_id) >= c_members then
    perform bomstream.refuse(409, 'too_many_members',
      format('The organization has %s members, the most that is possible.', c_members));
  end if;
  if (select count(*) from bomstream.organization_members m where m.user_id = p_user_id) >= c_organizations then
    perform bomstream.refuse(409, 'too_many_organizations',
      format('You are a member of %s organizations, the most that is possible. Leave one first.', c_organizations));
  end if;
  insert into bomstream.organization_members (organization_id, user_id, role)
  values (v_invitation.organization_id, p_user_id, v_invitation.role);
  return bomstream.organization_summary(p_user_id, v_invitation.organization_id);
end $$;
comment on function public.bomstream_invitation_accept(uuid, text) is
  'Makes the user a member by the invitation whose token has this SHA-256, which is used up by that: of several who bring it at once one joins. Who is a member already keeps his role, and leaves it open.';
revoke all on function public.bomstream_invitation_accept(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_accept(uuid, text) to service_role;
