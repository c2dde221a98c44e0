create or replace function public.bomstream_link_create(
  p_user_id uuid, p_bom_id uuid, p_link_id uuid, p_token_hash text, p_name text, p_days integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  -- They are listed whole.
  c_most constant integer := 50;
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_link bomstream.bom_links;
begin
  perform bomstream.require_at_most(p_days, 90, 'days');
  -- Its deletion ends links and then deletes BOMs: who held the BOM and waited for the member would wait for ever.
  perform bomstream.lock_organization(p_user_id, v_bom.organization_id, 'editor');
  delete from bomstream.bom_links l where l.bom_id = p_bom_id and l.expires_at <= now();
  if (select count(*) from bomstream.bom_links l where l.bom_id = p_bom_id) >= c_most then
    perform bomstream.refuse(409, 'too_many_links',
      format('The BOM has %s read-only links, the most that is possible. Revoke what is not needed any more.', c_most));
  end if;
  insert into bomstream.bom_links (id, bom_id, organization_id, token_hash, name, created_by, key_id, expires_at)
  values (p_link_id, p_bom_id, v_bom.organization_id, p_token_hash, p_name, bomstream.person(p_user_id), bomstream.key_of(p_user_id),
          now() + p_days * interval '1 day')
  returning * into v_link;
  return bomstream.link_summary(v_link);
end $$;
comment on function public.bomstream_link_create(uuid, uuid, uuid, text, text, integer) is
  'Makes a read-only link to the BOM, for whoever brings the token of this SHA-256, for at most 90 days. Needs editor.';
revoke all on function public.bomstream_link_create(uuid, uuid, uuid, text, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_link_create(uuid, uuid, uuid, text, text, integer) to service_role;
