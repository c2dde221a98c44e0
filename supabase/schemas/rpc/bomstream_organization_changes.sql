create or replace function public.bomstream_organization_changes(
  p_user_id uuid, p_organization_id uuid, p_bom_id uuid default null, p_kind text default null, p_since timestamptz default null,
  p_after jsonb default null, p_limit integer default 100)
returns jsonb language plpgsql stable security definer set search_path = ''
-- as in claim_lines; planned for what is asked, each filter having its index
set enable_seqscan = off set jit = off set plan_cache_mode = force_custom_plan as $$
begin
  perform bomstream.require_at_most(p_limit, 100, 'changes');
  perform bomstream.require_organization(p_user_id, p_organization_id, 'viewer');
  return (
    with page as (
      select c.*, (extract(epoch from c.created_at) * 1000000)::bigint as micros
      from bomstream.run_changes c
      where c.organization_id = p_organization_id
        and (p_bom_id is null or c.bom_id = p_bom_id)
        and (p_kind is null or c.kind = p_kind)
        and (p_since is null or c.created_at >= p_since)
        and (p_after is null or (c.created_at, c.id) < (
          timestamptz 'epoch' + (p_after ->> 0)::bigint * interval '1 microsecond', (p_after ->> 1)::bigint))
      order by c.created_at desc, c.id desc
      limit p_limit + 1
    ), numbered as (
      select p.*, row_number() over (order by p.created_at desc, p.id desc) as place from page p
    )
    select jsonb_build_object(
      'changes', coalesce(jsonb_agg(jsonb_build_object(
        'kind', n.kind, 'before', n.before, 'after', n.after, 'currency', n.currency, 'bom_id', n.bom_id,
        'bom_name', (select b.name from bomstream.boms b where b.id = n.bom_id), 'run', n.run,
        'line_id', n.line_id,
        'line_number', l.line_number, 'line_name', bomstream.line_name(l.line),
        'mpn', c.mpn, 'manufacturer', c.manufacturer, 'created_at', bomstream.iso(n.created_at)) order by n.place)
        filter (where n.place <= p_limit), '[]'),
      'next', case when count(*) > p_limit then
        jsonb_agg(jsonb_build_array(n.micros, n.id)) filter (where n.place = p_limit) -> 0 end)
    from numbered n
    left join lateral (select b as line, b.line_number from bomstream.bom_lines b where b.id = n.line_id limit 1) l on true
    left join lateral (select k.mpn, k.manufacturer from bomstream.components k where k.id = n.component_id limit 1) c on true);
end $$;
comment on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) is
  'A page of what runs found worse than the runs before, over all BOMs of an organization or of one, of one kind, since a time; the newest first, behind the pair [microseconds, id] that `next` of the page before gave, null after the last. A component that is gone has no name. Needs viewer.';
revoke all on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) from public, anon, authenticated;
grant execute on function public.bomstream_organization_changes(uuid, uuid, uuid, text, timestamptz, jsonb, integer) to service_role;
