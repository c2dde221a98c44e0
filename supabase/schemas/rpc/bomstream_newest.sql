create or replace function public.bomstream_newest(p_bom_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  -- Twice as many BOMs as a stream over an organization follows.
  perform bomstream.require_at_most(cardinality(p_bom_ids), 100, 'BOMs');
  return (
    select coalesce(jsonb_agg(jsonb_build_object('bom_id', p.bom_id, 'event', p.event)), '[]')
    from bomstream.enrichment_progress p where p.bom_id = any (p_bom_ids));
end $$;
comment on function public.bomstream_newest(uuid[]) is
  'The newest event of each of these BOMs, at most 100 of them; those that never ran are left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_newest(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_newest(uuid[]) to service_role;
