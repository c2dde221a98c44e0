create or replace function bomstream.known_alternates(p_line_id uuid, p_organization_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('mpn', a.mpn, 'manufacturer', a.manufacturer, 'known', k.known) order by a.position), '[]')
    from bomstream.bom_line_parts a
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
        'manufacturer', c.manufacturer,
        'sources', (select coalesce(jsonb_agg(distinct f.value ->> 'source'), '[]') from jsonb_each(coalesce(c.known, c.fields)) f),
        'sold', o.sold or w.priced, 'priced', o.priced or w.priced)), '[]') as known
      -- Few manufacturers use one number.
      from ((select s.* from bomstream.components s
             where s.organization_id is null and s.orderable_key = a.orderable_key
               -- Any other tells what other organizations look up.
               and exists (select from bomstream.bom_lines l where l.organization_id = p_organization_id and l.component_id = s.id)
             limit 20)
            union all
            (select s.* from bomstream.components s where s.organization_id = p_organization_id and s.orderable_key = a.orderable_key limit 20)) c
      cross join lateral (
        select count(*) > 0 as sold, coalesce(bool_or(s.price_breaks <> '[]'), false) as priced
        from bomstream.supplier_offers s
        where s.component_id = c.id and (s.organization_id is null or s.organization_id = p_organization_id)) o
      cross join lateral (
        select exists (select from bomstream.own_prices p
                       where p.organization_id = p_organization_id and p.orderable_key = c.orderable_key and p.manufacturer = c.manufacturer
                         and (p.valid_until is null or p.valid_until >= current_date)) as priced) w) k
    where a.line_id = p_line_id);
end $$;
comment on function bomstream.known_alternates(uuid, uuid) is
  'The alternates of a line in their order, [{mpn, manufacturer, known}], each with the parts of that number that the organization may know of: `known` [{manufacturer, sources, sold, priced}], empty where it may know of none: its own components, and shared ones that a line of its own BOMs has.';
revoke all on function bomstream.known_alternates(uuid, uuid) from public, anon, authenticated;
