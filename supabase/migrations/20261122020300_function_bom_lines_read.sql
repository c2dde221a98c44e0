create function public.bom_lines_read(p_user_id uuid, p_bom_id uuid, p_since_run integer default null, p_since_seq integer default null)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_bom(p_user_id, p_bom_id, 'viewer');
  -- One statement, so one snapshot: the event id and the lines agree with each other.
  return (
    select jsonb_build_object(
      'bom_id', p_bom_id,
      'event_id', (select p.run || '-' || p.seq from public.enrichment_progress p where p.bom_id = p_bom_id),
      'lines', coalesce(jsonb_agg(jsonb_build_object(
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
          'result', case when l.result_run is not null then jsonb_build_object(
            'run', l.result_run,
            'status', l.result_status,
            'quality_score', l.quality_score,
            'source', l.source,
            'remarks', l.remarks,
            'settled_at', private.iso(l.settled_at),
            'component', case when c.id is not null then jsonb_build_object(
              'component_id', c.id, 'mpn', c.mpn, 'manufacturer', c.manufacturer, 'fields', c.fields,
              'quality_score', c.quality_score) end) end)
        order by l.line_number), '[]'))
    from public.bom_lines l
    left join public.components c on c.id = l.component_id
    where l.bom_id = p_bom_id
      and (p_since_run is null or (l.changed_run, l.changed_seq) > (p_since_run, p_since_seq)));
end $$;
comment on function public.bom_lines_read(uuid, uuid, integer, integer) is
  'The BOM''s lines and the newest event''s id from one snapshot; with a since id only the lines changed by later events. `enriching` is derived from a live lease. Needs viewer.';
revoke all on function public.bom_lines_read(uuid, uuid, integer, integer) from public, anon, authenticated;
grant execute on function public.bom_lines_read(uuid, uuid, integer, integer) to service_role;
