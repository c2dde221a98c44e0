create or replace function public.bomstream_active(p_organization_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'organization_id', o.id,
    'bom_ids', to_jsonb(coalesce(a.bom_ids[:50], '{}')),
    'more', coalesce(a.active > 50, false),
    'changed', coalesce(c.boms, '[]'),
    'deleted', coalesce(d.bom_ids, '[]'),
    'members_changed_at', case when o.members_changed_at > now() - interval '1 minute' then o.members_changed_at end)), '[]')
  from bomstream.organizations o
  cross join lateral (
    -- Whoever is at work comes first: runs that are over must not keep one that goes on out of sight.
    select array_agg(n.bom_id order by n.is_active desc, n.started desc, n.bom_id) as bom_ids,
           count(*) filter (where n.is_active) as active
    from (
      -- One more than is answered, to know whether there are more.
      (select r.bom_id, true as is_active, r.created_at as started from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.status in ('queued', 'enriching', 'paused')
       order by r.created_at desc, r.bom_id
       limit 51)
      union all
      -- A short run may begin and end between two calls; whoever follows the organization is to see it all the same.
      (select r.bom_id, false, max(r.created_at) from bomstream.enrichment_runs r
       where r.organization_id = o.id and r.created_at > now() - interval '1 minute'
         and r.status in ('completed', 'failed', 'cancelled')
         and not exists (select from bomstream.enrichment_runs w
                         where w.bom_id = r.bom_id and w.status in ('queued', 'enriching', 'paused'))
       group by r.bom_id
       order by 3 desc, 1
       limit 50)) n) a
  cross join lateral (
    select jsonb_agg(jsonb_build_object('bom_id', b.bom_id, 'change_id', b.change_id)) as boms
    from (select b.id as bom_id, b.change_id from bomstream.boms b
          where b.organization_id = o.id and b.changed_at > now() - interval '1 minute'
          order by b.changed_at desc limit 50) b) c
  cross join lateral (
    select jsonb_agg(g.bom_id) as bom_ids
    from (select x.bom_id from bomstream.deleted_boms x
          where x.organization_id = o.id and x.deleted_at > now() - interval '1 minute'
          order by x.deleted_at desc limit 50) g) d
  where o.id = any (p_organization_ids) and o.deleted_at is null
$$;
comment on function public.bomstream_active(uuid[]) is
  'For each organization the newest 50 BOMs with a run at work, then, as far as there is room, those with one that was started within the last minute and is over; and whether more than 50 have a run at work; `changed`, the newest 50 BOMs of which people changed lines, or which they released, renamed or set otherwise, within the last minute, with the newest change; `deleted`, the newest 50 that were deleted within it; `members_changed_at`, when a member got another role or left, if within it. An organization that was deleted is left out. Asks nobody''s rights: for streams whose clients were let in one by one.';
revoke all on function public.bomstream_active(uuid[]) from public, anon, authenticated;
grant execute on function public.bomstream_active(uuid[]) to service_role;
