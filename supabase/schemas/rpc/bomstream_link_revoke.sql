create or replace function public.bomstream_link_revoke(p_user_id uuid, p_bom_id uuid, p_link_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  delete from bomstream.bom_links l where l.id = p_link_id and l.bom_id = p_bom_id;
  if not found then
    perform bomstream.refuse(404, 'link_not_found', 'The BOM has no such link: it was revoked. GET …/links lists those that there are.');
  end if;
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_link_revoke(uuid, uuid, uuid) is
  'Takes a read-only link back: it opens nothing from the next call on. Needs editor.';
revoke all on function public.bomstream_link_revoke(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_link_revoke(uuid, uuid, uuid) to service_role;
