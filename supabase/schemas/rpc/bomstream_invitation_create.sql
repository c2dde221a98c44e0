create or replace function public.bomstream_invitation_create(p_user_id uuid, p_organization_id uuid, p_role text, p_token_hash text, p_label text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 100;
  -- A link in a mailbox is for whoever reads it: long enough for a holiday, no longer.
  c_life constant interval := interval '7 days';
  v_invitation bomstream.organization_invitations;
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_invitations i where i.organization_id = p_organization_id and i.expires_at <= now();
  if (select count(*) from bomstream.organization_invitations i where i.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_invitations',
      format('%s invitations are open, the most that is possible. Revoke some, or wait until they are used.', c_most));
  end if;
  insert into bomstream.organization_invitations (organization_id, token_hash, created_by, role, expires_at, label)
  values (p_organization_id, p_token_hash, p_user_id, p_role, now() + c_life, p_label)
  returning * into v_invitation;
  return bomstream.invitation_json(v_invitation);
end $$;
comment on function public.bomstream_invitation_create(uuid, uuid, text, text, text) is
  'Opens an invitation to a role for seven days and one use, to whoever brings the token of this SHA-256; p_label says whom it is for. Needs admin.';
revoke all on function public.bomstream_invitation_create(uuid, uuid, text, text, text) from public, anon, authenticated;
grant execute on function public.bomstream_invitation_create(uuid, uuid, text, text, text) to service_role;
