create or replace function bomstream.component_offers(p_component_id uuid, p_organization_id uuid) returns json
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
begin
  return (
    select coalesce(json_agg(o), '[]')
    from (select known.* from (
          select listed.* from (select distinct on (a.supplier, a.seller, a.supplier_part_number)
                       a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock,
                       a.min_quantity, a.multiple, a.lead_time_days, a.price_breaks, a.url,
                       nullif(a.seller, '') as seller, a.marketplace, a.packaging, a.max_quantity, a.reeling_fee,
                       a.country_of_origin, a.tariff_code, a.moisture_sensitivity, a.status,
                       a.manufacturer_as_given,
                       bomstream.iso(a.fetched_at) as fetched_at, false as agreed, null::date as valid_until
                from bomstream.supplier_offers a
                where a.component_id = p_component_id
                  and (a.organization_id is null or a.organization_id = p_organization_id)
                -- of two with one number the organization's own is kept
                order by a.supplier, a.seller, a.supplier_part_number, a.organization_id nulls last) listed
          union all
          select w.supplier, w.mpn, true, null, null, null, null, w.price_breaks, null, null, false, null, null, null, null, null, null, null, null,
                 bomstream.iso(w.observed_at), true, w.valid_until
          from (select c.orderable_key, c.manufacturer from bomstream.components c where c.id = p_component_id limit 1) c
          join lateral (select * from bomstream.own_prices n
                        where n.organization_id = p_organization_id and n.orderable_key = c.orderable_key and n.manufacturer = c.manufacturer
                          and (n.valid_until is null or n.valid_until >= current_date) limit 100) w on true) known
          order by known.own desc, known.marketplace, known.stock desc nulls last, known.supplier, known.seller nulls first,
                   known.supplier_part_number
          -- A part has a few packings at each of a few suppliers and sellers.
          limit 30) o);
end $$;
comment on function bomstream.component_offers(uuid, uuid) is
  'At most thirty offers of a component, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. Prices that the organization has agreed are offers of its own, `agreed`.';
revoke all on function bomstream.component_offers(uuid, uuid) from public, anon, authenticated;
