create or replace function public.bomstream_link_use(p_link_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_link bomstream.bom_links;
begin
  -- as in bomstream_key_use
  select * into v_link from bomstream.bom_links l where l.id = p_link_id and l.token_hash = p_token_hash;
  if v_link.id is null or v_link.expires_at <= now() then
    perform bomstream.refuse(401, 'invalid_token',
      'This link opens nothing: it was revoked, has expired, or was not copied whole. Ask whoever sent it for another.');
  end if;
  update bomstream.bom_links l set last_used_at = now()
   where l.id = p_link_id and (l.last_used_at is null or l.last_used_at <= now() - interval '1 minute');
  return 'true'::jsonb;
end $$;
comment on function public.bomstream_link_use(uuid, text) is
  'Refuses with 401 unless there is such a link, which has not expired, with a token of this SHA-256; keeps to the minute when it was used. What it opens, enrichment_access says.';
revoke all on function public.bomstream_link_use(uuid, text) from public, anon, authenticated;
grant execute on function public.bomstream_link_use(uuid, text) to service_role;
