create function public.enrichment_status(p_user_id uuid, p_bom_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_bom(p_user_id, p_bom_id, 'viewer');
  return (select p.event from public.enrichment_progress p where p.bom_id = p_bom_id);
end $$;
comment on function public.enrichment_status(uuid, uuid) is 'The BOM''s newest event; null before its first run. Needs viewer.';
revoke all on function public.enrichment_status(uuid, uuid) from public, anon, authenticated;
grant execute on function public.enrichment_status(uuid, uuid) to service_role;
