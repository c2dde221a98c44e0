create or replace function bomstream.key_summary(p_key bomstream.organization_keys) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'key_id', p_key.id, 'name', p_key.name, 'role', p_key.role, 'created_by', p_key.created_by,
    'created_by_email', (select u.email from auth.users u where u.id = p_key.created_by),
    'created_at', bomstream.iso(p_key.created_at), 'expires_at', bomstream.iso(p_key.expires_at),
    'last_used_at', bomstream.iso(p_key.last_used_at))
$$;
comment on function bomstream.key_summary(bomstream.organization_keys) is
  'A key as every answer shows it: never what opens.';
revoke all on function bomstream.key_summary(bomstream.organization_keys) from public, anon, authenticated;
