create or replace function public.bomstream_bom_lines_read(p_user_id uuid, p_bom_id uuid, p_since_run integer default null, p_since_seq integer default null)
returns jsonb language plpgsql stable security definer set search_path = ''
-- Planned for what is asked: everything of a BOM is read whole, what has changed since an event is looked up.
set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  perform bomstream.require_bom(p_user_id, p_bom_id, 'viewer');
  -- One statement, so one snapshot: the event id and the lines agree with each other. Put together as json, because
  -- jsonb would copy every field and offer anew for each level of the answer around it.
  return (
    select json_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from bomstream.enrichment_progress p where p.bom_id = p_bom_id),
      'lines', coalesce(json_agg(json_build_object(
          'line_id', l.id,
          'line_number', l.line_number,
          'designators', l.designators,
          'quantity', l.quantity,
          'mpn', l.mpn,
          'manufacturer', l.manufacturer,
          'description', l.description,
          'do_not_place', l.do_not_place,
          'status', case when l.status = 'pending' and l.worker_id is not null and l.visible_at > clock_timestamp()
                         then 'enriching' else l.status end,
          'result', case when l.result_run is not null then json_build_object(
            'run', l.result_run,
            'status', l.result_status,
            'quality_score', l.quality_score,
            'source', l.source,
            'remarks', l.remarks,
            'settled_at', bomstream.iso(l.settled_at),
            'component', case when c.id is not null then json_build_object(
              'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', c.fields,
              'quality_score', c.quality_score, 'offers', coalesce(offered.offers, '[]')) end) end)
        order by l.line_number), '[]'))::jsonb
    from bomstream.bom_lines l
    left join bomstream.components c on c.id = l.component_id
    left join lateral (
      select json_agg(o) as offers
      from (select known.*
            from (select distinct on (a.supplier, a.supplier_part_number)
                         a.supplier, a.supplier_part_number, a.organization_id is not null as own, a.stock,
                         a.min_quantity, a.multiple, a.lead_time_days, a.price_breaks, a.url,
                         bomstream.iso(a.fetched_at) as fetched_at
                  from bomstream.supplier_offers a
                  where a.component_id = c.id and (a.organization_id is null or a.organization_id = l.organization_id)
                  -- of two with one number the organization's own is kept
                  order by a.supplier, a.supplier_part_number, a.organization_id nulls last) known
            order by known.own desc, known.stock desc nulls last, known.supplier, known.supplier_part_number
            -- A part has a few packings at each of a few suppliers. With no end to them, one part on 10,000 lines
            -- could make an answer that no isolate has the memory for.
            limit 10) o) offered on true
    where l.bom_id = p_bom_id
      and (p_since_run is null
           or l.id = any (array(
                select c.id from bomstream.bom_lines c
                where c.bom_id = p_bom_id and c.changed_run = p_since_run and c.changed_seq > p_since_seq
                  -- what no line of a run that goes on has by its start alone: the index leaves those out
                  and c.changed_seq > 1
                union all
                -- A later run has put the lines back that it took: the BOM is read whole, and only where there is one.
                select c.id from bomstream.bom_lines c
                where c.bom_id = p_bom_id and c.changed_run > p_since_run
                  and (select max(r.run) from bomstream.enrichment_runs r where r.bom_id = p_bom_id) > p_since_run))));
end $$;
comment on function public.bomstream_bom_lines_read(uuid, uuid, integer, integer) is
  'The BOM''s lines and the newest event''s id from one snapshot; with a since id only the lines changed by later events. `enriching` is derived from a live lease. A component comes with at most ten offers, the organization''s own first and then the most in stock; an own offer takes the place of the shared one of the same supplier and supplier part number. Needs viewer.';
revoke all on function public.bomstream_bom_lines_read(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bomstream_bom_lines_read(uuid, uuid, integer, integer) to service_role;
