create or replace function bomstream.link_summary(p_link bomstream.bom_links) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'link_id', p_link.id, 'bom_id', p_link.bom_id, 'name', p_link.name, 'created_by', p_link.created_by, 'key_id', p_link.key_id,
    'created_at', bomstream.iso(p_link.created_at), 'expires_at', bomstream.iso(p_link.expires_at),
    'last_used_at', bomstream.iso(p_link.last_used_at))
$$;
comment on function bomstream.link_summary(bomstream.bom_links) is
  'A read-only link as every answer shows it: never what opens.';
revoke all on function bomstream.link_summary(bomstream.bom_links) from public, anon, authenticated;
