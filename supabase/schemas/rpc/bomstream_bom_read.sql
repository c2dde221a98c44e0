create or replace function public.bomstream_bom_read(p_user_id uuid, p_bom_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select bomstream.bom_summary(bomstream.require_bom(p_user_id, p_bom_id, 'viewer'))
$$;
comment on function public.bomstream_bom_read(uuid, uuid) is 'One BOM with its latest run. Needs viewer.';
revoke all on function public.bomstream_bom_read(uuid, uuid) from public, anon, authenticated;
grant execute on function public.bomstream_bom_read(uuid, uuid) to service_role;
