create or replace function public.bomstream_bom_release(p_user_id uuid, p_bom_id uuid, p_name text default null, p_boards integer default null) returns jsonb
language plpgsql security definer set search_path = ''
-- as in claim_lines: plans outlive the size of the tables that they were made for
set enable_seqscan = off set jit = off as $$
declare
  v_bom bomstream.boms := bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  v_components uuid[];
begin
  select * into v_bom from bomstream.boms b where b.id = p_bom_id for no key update;
  -- deleted since it was looked up
  if not found then
    perform bomstream.require_bom(p_user_id, p_bom_id, 'editor');
  end if;
  perform bomstream.require_unreleased(v_bom);
  if exists (select from bomstream.enrichment_runs r where r.bom_id = p_bom_id and r.status in ('queued', 'enriching', 'paused')) then
    perform bomstream.refuse(409, 'run_active', 'This BOM has a run that has not ended. Wait for it or cancel it first, and release what was found.');
  end if;
  v_components := array(select distinct l.component_id from bomstream.bom_lines l where l.bom_id = p_bom_id);
  insert into bomstream.released_parts (bom_id, component_id, mpn, manufacturer, quality_score, fields, brief, own_stock, own)
  select p_bom_id, c.id, c.mpn, c.manufacturer, c.quality_score, coalesce(c.known, c.fields), c.brief, w.quantity, c.organization_id is not null
  from unnest(v_components) k(id)
  join lateral (select * from bomstream.components a where a.id = k.id limit 1) c on true
  left join bomstream.own_stock w on w.organization_id = v_bom.organization_id and w.orderable_key = c.orderable_key and w.manufacturer = c.manufacturer;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, stock, min_quantity, multiple, lead_time_days, price_breaks,
    url, manufacturer_as_given, fetched_at, seller, marketplace, packaging, max_quantity, reeling_fee, country_of_origin,
    tariff_code, moisture_sensitivity, status, valid_until, brief)
  select p_bom_id, k.id, o.organization_id is not null, false, o.supplier, o.supplier_part_number, o.stock, o.min_quantity,
         o.multiple, o.lead_time_days, o.price_breaks, o.url, o.manufacturer_as_given, o.fetched_at, o.seller, o.marketplace,
         o.packaging, o.max_quantity, o.reeling_fee, o.country_of_origin, o.tariff_code, o.moisture_sensitivity, o.status, null, o.brief
  from unnest(v_components) k(id)
  -- as in judging_of
  join lateral (select * from bomstream.supplier_offers f
                where f.component_id = k.id and (f.organization_id is null or f.organization_id = v_bom.organization_id)
                limit 100) o on true;
  insert into bomstream.released_offers (
    bom_id, component_id, own, agreed, supplier, supplier_part_number, price_breaks, fetched_at, seller, marketplace, valid_until, brief)
  select p_bom_id, k.id, true, true, n.supplier, n.mpn, n.price_breaks, n.observed_at, '', false, n.valid_until, n.brief
  from unnest(v_components) k(id)
  join lateral (select a.orderable_key, a.manufacturer from bomstream.components a where a.id = k.id limit 1) c on true
  join lateral (select * from bomstream.own_prices r
                where r.organization_id = v_bom.organization_id and r.orderable_key = c.orderable_key and r.manufacturer = c.manufacturer
                  and (r.valid_until is null or r.valid_until >= current_date)
                limit 100) n on true
  -- Who has agreed on none is not asked for each part.
  where (select o.own_price_rows > 0 from bomstream.organizations o where o.id = v_bom.organization_id);
  update bomstream.boms b
     set released_at = now(), released_by = bomstream.person(p_user_id), released_by_key = bomstream.key_of(p_user_id),
         -- Told to those who watch it as changes of lines are; after it there are none.
         change_id = nextval('bomstream.bom_changes_id_seq'), changed_at = now(),
         release_name = p_name, release_boards = p_boards, boards = coalesce(p_boards, b.boards), schedule_due_at = null,
         release_suppliers = (select jsonb_build_object('blocked', o.blocked_suppliers, 'preferred', o.preferred_suppliers)
                              from bomstream.organizations o where o.id = v_bom.organization_id)
   where b.id = p_bom_id
  returning * into v_bom;
  return bomstream.bom_summary(v_bom);
end $$;
comment on function public.bomstream_bom_release(uuid, uuid, text, integer) is
  'Freezes the BOM with its lines, their components and offers, own stock and agreed prices as they are known now: from then on it is read, compared, exported and deleted, and nothing else. Streams tell of it as of a change of its lines. 409 bom_released, and run_active while a run is active. Needs editor.';
revoke all on function public.bomstream_bom_release(uuid, uuid, text, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_release(uuid, uuid, text, integer) to service_role;
