create or replace function public.bomstream_bom_runs(p_user_id uuid, p_bom_id uuid, p_after integer default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  perform bomstream.require_at_most(p_limit, 100, 'runs');
  return (
    select jsonb_build_object(
      'bom_id', p_bom_id,
      'runs', coalesce(jsonb_agg(bomstream.run_summary(n.r) order by (n.r).run desc), '[]'),
      -- they have no gaps, and are deleted with their BOM alone
      'next', case when min((n.r).run) > 1 then min((n.r).run) end)
    from (select r from bomstream.enrichment_runs r
          where r.bom_id = p_bom_id and (p_after is null or r.run < p_after)
          order by r.run desc limit p_limit) n);
end $$;
comment on function public.bomstream_bom_runs(uuid, uuid, integer, integer) is
  'A page of at most 100 of the BOM''s runs, the newest first, before the run p_after. `next` is the p_after of the next page, null on the last one. Needs viewer.';
revoke all on function public.bomstream_bom_runs(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_runs(uuid, uuid, integer, integer) to service_role;
