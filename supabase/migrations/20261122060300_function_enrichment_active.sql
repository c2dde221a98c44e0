create function public.enrichment_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  -- One more than is answered, to know whether there are more.
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(cardinality(a.bom_ids), 0) > 50)), '[]')
  from unnest(p_organization_ids) as o(id)
  cross join lateral (
    select array_agg(n.bom_id order by n.newest desc, n.bom_id) as bom_ids from (
      select r.bom_id, max(r.created_at) as newest from public.enrichment_runs r
      where r.organization_id = o.id
        -- A short run may begin and end between two calls; whoever follows the organization is to see it all the same.
        and (r.status in ('queued', 'enriching', 'paused') or r.created_at > now() - interval '1 minute')
      group by r.bom_id
      order by 2 desc, 1
      limit 51) n) a
$$;
comment on function public.enrichment_active(uuid[]) is
  'For each organization the BOMs with a run at work, or with one that was started within the last minute: the newest 50, and whether there are more. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.enrichment_active(uuid[]) from public, anon, authenticated;
grant execute on function public.enrichment_active(uuid[]) to service_role;
