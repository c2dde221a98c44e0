create function private.next_runs(p_limit integer) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select r.id from public.enrichment_runs r
  where r.status in ('queued', 'enriching')
    and exists (select from public.bom_lines l
                where l.run_id = r.id and l.status = 'pending' and l.visible_at <= clock_timestamp())
  order by r.priority desc,
           -- fairness: the organization that was served longest ago comes first, then its run that was
           (select max(o.served_at) from public.enrichment_runs o
            where o.organization_id = r.organization_id and o.status in ('queued', 'enriching')),
           r.served_at, r.created_at
  limit p_limit
$$;
comment on function private.next_runs(integer) is
  'The runs with claimable lines in the order they are to be served: highest priority first, then the organization served longest ago, then its run that was.';
revoke all on function private.next_runs(integer) from public, anon, authenticated;
