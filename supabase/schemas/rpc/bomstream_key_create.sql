create or replace function public.bomstream_key_create(
  p_user_id uuid, p_organization_id uuid, p_key_id uuid, p_token_hash text, p_name text, p_role text, p_days integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole; a program of its own each is more than any organization runs.
  c_most constant integer := 50;
  v_key bomstream.organization_keys;
begin
  perform bomstream.require_at_most(p_days, 365, 'days');
  perform bomstream.lock_organization(p_user_id, p_organization_id, 'admin');
  if (select count(*) from bomstream.organization_keys k where k.organization_id = p_organization_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_keys',
      format('The organization has %s keys, the most that is possible. Revoke what is not used any more or has expired.', c_most));
  end if;
  insert into bomstream.organization_keys (id, organization_id, token_hash, name, role, created_by, expires_at)
  values (p_key_id, p_organization_id, p_token_hash, p_name, p_role, p_user_id, now() + p_days * interval '1 day')
  returning * into v_key;
  return bomstream.key_summary(v_key);
end $$;
comment on function public.bomstream_key_create(uuid, uuid, uuid, text, text, text, integer) is
  'Makes a key for programs, to whoever brings the token of this SHA-256: viewer or editor in the organization for at most 365 days. Needs admin.';
revoke all on function public.bomstream_key_create(uuid, uuid, uuid, text, text, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_key_create(uuid, uuid, uuid, text, text, text, integer) to service_role;
