create or replace function bomstream.write_offers(p_results jsonb, p_line_ids uuid[]) returns void
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_given jsonb;
  v_components uuid[];
begin
  -- What each supplier offers of each component that the settled lines have got, an organization's own included.
  select jsonb_agg(jsonb_build_object('component_id', g.component_id, 'supplier', g.supplier,
                                      'fetched_at', g.fetched_at, 'offers', g.offers)),
         array_agg(distinct g.component_id)
    into v_given, v_components
  from (select distinct on (line.component_id, o.supplier) line.component_id, o.supplier, o.fetched_at, o.offers
        from jsonb_to_recordset(p_results) as x(line_id uuid, offers jsonb)
        -- one by one, each by its key
        cross join lateral (select l.component_id from bomstream.bom_lines l where l.id = x.line_id limit 1) line
        cross join lateral jsonb_to_recordset(x.offers) as o(supplier text, fetched_at timestamptz, offers jsonb)
        where x.line_id = any (p_line_ids) and jsonb_typeof(x.offers) = 'array' and line.component_id is not null
        order by line.component_id, o.supplier, o.fetched_at desc) g;
  if v_given is null then
    return;
  end if;

  delete from bomstream.supplier_offers o
   using jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz)
   where o.component_id = any (v_components)
     and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier
     and o.fetched_at < g.fetched_at;

  insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity, multiple,
                                      lead_time_days, price_breaks, url, fetched_at, seller, marketplace, packaging,
                                      max_quantity, reeling_fee, country_of_origin, tariff_code, moisture_sensitivity, status,
                                      manufacturer_as_given)
  select g.component_id, g.supplier, n.supplier_part_number, n.stock, n.min_quantity, n.multiple, n.lead_time_days,
         n.price_breaks, n.url, g.fetched_at, coalesce(n.seller, ''), coalesce(n.marketplace, false), n.packaging,
         n.max_quantity, n.reeling_fee, n.country_of_origin, n.tariff_code, n.moisture_sensitivity, n.status,
         n.manufacturer_as_given
  from jsonb_to_recordset(v_given) as g(component_id uuid, supplier text, fetched_at timestamptz, offers jsonb)
  cross join lateral jsonb_to_recordset(g.offers)
    as n(supplier_part_number text, stock integer, min_quantity integer, multiple integer, lead_time_days integer,
         price_breaks jsonb, url text, seller text, marketplace boolean, packaging text, max_quantity integer,
         reeling_fee jsonb, country_of_origin text, tariff_code text, moisture_sensitivity text, status text,
         manufacturer_as_given text)
  -- what is left after the delete is as new as this, or newer
  where not exists (select from bomstream.supplier_offers o
                    where o.component_id = any (v_components)
                      and o.organization_id is null and o.component_id = g.component_id and o.supplier = g.supplier)
  order by g.component_id, g.supplier, n.seller, n.supplier_part_number
  on conflict do nothing;
end $$;
comment on function bomstream.write_offers(jsonb, uuid[]) is
  'Writes the offers that come with the results of the given lines, `offers: [{supplier, fetched_at, offers: […]}]`: newer ones take the place of all a supplier had for the component, an empty list takes them away, older and equal ones change nothing. Called by the commit after it has written lines and components, whose row locks order two commits with the same component.';
revoke all on function bomstream.write_offers(jsonb, uuid[]) from public, anon, authenticated;
