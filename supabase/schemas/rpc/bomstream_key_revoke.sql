create or replace function public.bomstream_key_revoke(p_user_id uuid, p_organization_id uuid, p_key_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  delete from bomstream.organization_keys k where k.id = p_key_id and k.organization_id = p_organization_id;
  if not found then
    perform bomstream.refuse(404, 'key_not_found', 'There is no such key in the organization: it was revoked. GET …/keys lists those that there are.');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_key_revoke(uuid, uuid, uuid) is
  'Takes a key back, with the read-only links that it made: it opens nothing from the next call on. Needs admin.';
revoke all on function public.bomstream_key_revoke(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_key_revoke(uuid, uuid, uuid) to service_role;
