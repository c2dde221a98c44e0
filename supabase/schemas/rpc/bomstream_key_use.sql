create or replace function public.bomstream_key_use(p_key_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_key bomstream.organization_keys;
begin
  -- Two digests are compared: how far they agree tells nothing of the key to whoever can measure it.
  select * into v_key from bomstream.organization_keys k where k.id = p_key_id and k.token_hash = p_token_hash;
  if v_key.id is null then
    perform bomstream.refuse(401, 'invalid_token',
      'This key opens nothing: it was revoked, or not copied whole. An admin of the organization makes another: POST organizations/{id}/keys.');
  end if;
  if v_key.expires_at <= now() then
    perform bomstream.refuse(401, 'invalid_token',
      format('This key expired at %s. An admin of the organization makes another: POST organizations/{id}/keys.', bomstream.iso(v_key.expires_at)));
  end if;
  update bomstream.organization_keys k set last_used_at = now()
   where k.id = p_key_id and (k.last_used_at is null or k.last_used_at <= now() - interval '1 minute');
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_key_use(uuid, text) is
  'Refuses with 401 unless there is such a key, which has not expired, with a token of this SHA-256; keeps to the minute when it was used. What it may do, enrichment_access says.';
revoke all on function public.bomstream_key_use(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_key_use(uuid, text) to service_role;
