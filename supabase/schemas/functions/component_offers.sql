create or replace function bomstream.component_offers(p_component_id uuid, p_organization_id uuid, p_released_bom_id uuid default null, p_twin_id uuid default null) returns json
-- A body that the database understands when it is made would hold the table as it is: no release could add a column.
language plpgsql stable security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off
-- One for all, because a plan of its own would leave out the half that is not asked, and so be made for each of 500 lines.
set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(json_agg(o), '[]')
    from (select known.supplier, known.supplier_part_number, known.own, known.stock, known.min_quantity, known.multiple,
                 known.lead_time_days, known.price_breaks, known.url, nullif(known.seller, '') as seller, known.marketplace,
                 known.packaging, known.max_quantity, known.reeling_fee, known.country_of_origin, known.tariff_code,
                 known.moisture_sensitivity, known.status, known.manufacturer_as_given,
                 bomstream.iso(known.fetched_at) as fetched_at, known.agreed, known.valid_until
          -- of two with one number the organization's own is kept, and else the newer
          from (select distinct on (s.agreed, s.supplier, s.seller, s.supplier_part_number) s.*
                from (select a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock, a.min_quantity,
                             a.multiple, a.lead_time_days, a.price_breaks, a.url, a.seller, a.marketplace, a.packaging,
                             a.max_quantity, a.reeling_fee, a.country_of_origin, a.tariff_code, a.moisture_sensitivity, a.status,
                             a.manufacturer_as_given, a.fetched_at, false as agreed, null::date as valid_until
                      from bomstream.supplier_offers a
                      where p_released_bom_id is null and a.component_id in (p_component_id, p_twin_id)
                        and (a.organization_id is null or a.organization_id = p_organization_id)
                      union all
                      select w.supplier, w.mpn, true, null, null, null, null, w.price_breaks, null, '', false, null, null, null, null, null,
                             null, null, null, w.observed_at, true, w.valid_until
                      from (select c.orderable_key, c.manufacturer from bomstream.components c where c.id = p_component_id limit 1) c
                      join lateral (select * from bomstream.own_prices n
                                    where p_released_bom_id is null and n.organization_id = p_organization_id
                                      and n.orderable_key = c.orderable_key and n.manufacturer = c.manufacturer
                                      and (n.valid_until is null or n.valid_until >= current_date) limit 100) w on true
                      union all
                      select r.supplier, r.supplier_part_number, r.own, r.stock, r.min_quantity, r.multiple, r.lead_time_days,
                             r.price_breaks, r.url, r.seller, r.marketplace, r.packaging, r.max_quantity, r.reeling_fee,
                             r.country_of_origin, r.tariff_code, r.moisture_sensitivity, r.status, r.manufacturer_as_given,
                             r.fetched_at, r.agreed, r.valid_until
                      from bomstream.released_offers r
                      where p_released_bom_id is not null and r.bom_id = p_released_bom_id and r.component_id in (p_component_id, p_twin_id)) s
                order by s.agreed, s.supplier, s.seller, s.supplier_part_number, s.own desc, s.fetched_at desc) known
          order by known.own desc, known.marketplace, known.stock desc nulls last, known.supplier, nullif(known.seller, '') nulls first,
                   known.supplier_part_number
          -- A part has a few packings at each of a few suppliers and sellers.
          limit 30) o);
end $$;
comment on function bomstream.component_offers(uuid, uuid, uuid, uuid) is
  'At most thirty offers of a component, the organization''s own first, a marketplace''s last, and of each the most in stock first; an own offer takes the place of the shared one of the same supplier, seller and supplier part number. Prices that the organization has agreed are offers of its own, `agreed`. With p_released_bom_id, which the component is a part of, as they were when that was released; with p_twin_id, also those of another row of the same part, see twins_of.';
revoke all on function bomstream.component_offers(uuid, uuid, uuid, uuid) from public, anon, authenticated;
