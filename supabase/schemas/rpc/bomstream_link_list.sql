create or replace function public.bomstream_link_list(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  return (
    select jsonb_build_object('links', coalesce(jsonb_agg(bomstream.link_summary(l) order by l.created_at, l.id), '[]'))
    from bomstream.bom_links l where l.bom_id = p_bom_id and l.expires_at > now());
end $$;
comment on function public.bomstream_link_list(uuid, uuid) is
  'The read-only links that open the BOM, fifty at most, the oldest first; who made each, and when it was last used, to the minute. Needs editor.';
revoke all on function public.bomstream_link_list(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_link_list(uuid, uuid) to service_role;
