create or replace function public.bomstream_head(p_bom_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select to_jsonb(r.run || '-' || r.last_seq) from bomstream.enrichment_runs r where r.bom_id = p_bom_id order by r.run desc limit 1
$$;
comment on function public.bomstream_head(uuid) is
  'The newest event id of a BOM as committed: a Redis key whose top is above it is stale.';
revoke all on function public.bomstream_head(uuid) from public, anon, authenticated;
grant execute on function public.bomstream_head(uuid) to service_role;
